"""Reading what a bare type word stands for: 'Nghị định có hiệu lực từ …, thay thế X'.

In prose the document that the sentence before names is spoken of by its type alone. Where two of
that type may be meant, none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graph.extraction.cues.saying import CHANGES, Reading, meant, said
from graph.extraction.fields.issuer_verbs import issuing_ends
from graph.extraction.statements.adjacent import fills, joined_back
from graph.extraction.statements.joints import may_act
from graph.extraction.text.draft import FULL, NAMING, Draft, start_of
from graph.extraction.text.patterns import LOWER, MAYBE_SPACE, SPACE, alternation, cases
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span
from graph.model.text import fold

# What is spoken of in small letters as well: 'Thực hiện nghị quyết, …'.
_SPOKEN_OF = ("luat", "nghi-dinh", "nghi-quyet", "chi-thi", "ket-luan", "thong-tu", "quy-dinh")
# 'Bộ Y tế ban hành Thông tư A. Theo đó, bãi bỏ Thông tư B'
_THEREBY = re.compile(
    rf"(?:Cụ{SPACE}thể|Theo{SPACE}đó|Đồng{SPACE}thời|Cùng{SPACE}với{SPACE}đó),{SPACE}"
)
_COMMA = re.compile(rf"{MAYBE_SPACE},{SPACE}")
_THIS = re.compile(rf"{MAYBE_SPACE},{SPACE}văn{SPACE}bản{SPACE}(?:này|mới)(?![^\W_])")
_TELLS = re.compile(
    rf"{SPACE}(?:đã|quy{SPACE}định|phân|bổ{SPACE}sung|nâng|giảm|mở{SPACE}rộng|cho{SPACE}phép|có|gồm|bỏ|đưa|yêu{SPACE}cầu|được|tiếp)(?![^\W_])"
)
_WHERE = (
    rf"{SPACE}(?:trong{SPACE}(?:toàn|cả|phạm)|trên{SPACE}(?:toàn|địa|phạm)"
    rf"|(?:đến|tới|ở|cho){SPACE})"
)
_COMPARED = re.compile(rf"(?<![^\W_])(?:so|nhầm|khác)(?:{SPACE}[^.;:]{{0,40}})?{SPACE}với{SPACE}$")
_SEVERAL = re.compile(rf"(?<![^\W_])(?:hai|ba|bốn|các|những|số|\d){SPACE}[vV]$")
_CARRYING = (RelationKind.IMPLEMENTS, RelationKind.DETAILS, RelationKind.GUIDES)
_NOT_ACTING = ("được", "đã", "thực hiện theo")
# 'Đáng chú ý là Nghị quyết A', 'HĐND tỉnh thông qua Nghị quyết A': what the sentence is about
_FOCUS = re.compile(rf"(?<![^\W_])(?:là|ban{SPACE}hành|thông{SPACE}qua|ký){SPACE}$")
_THIS_TEXT = "ăn bản này "
_REPORTS = ("bao-cao", "to-trinh")
_NEAR = 8  # references
_RECENT = 20  # statements
_REACH = 700  # characters back to the document that is meant
_OPENING = 240  # characters from the beginning of a sentence to what is issued in it


class Bare:
    """Finds what type words without number mean; the types are those that are pointed at."""

    def __init__(self, registry: Registry) -> None:
        pointed = registry.listed("pointed-at")
        self._types = {type_.name: type_.id for type_ in registry.types if type_.id in pointed}
        words = alternation(self._types)
        spoken = {name.lower(): id_ for name, id_ in self._types.items() if id_ in _SPOKEN_OF}
        self._objects = {**self._types, **spoken}
        self._any = {type_.name: type_.id for type_ in registry.types} | self._objects
        small = alternation(name.lower() for name in self._types)
        self._subject = re.compile(
            rf"(?:Nội{SPACE}dung{SPACE}(?:duy{SPACE}nhất|chính|chủ{SPACE}yếu|trọng{SPACE}tâm){SPACE}của{SPACE}(?P<whose>{small})(?:{SPACE}này)?{SPACE}là(?={SPACE})"
            rf"|(?P<type>{words})(?:{SPACE}(?:mới|trên))?|Văn{SPACE}bản(?:{SPACE}(?:này|mới|trên)|(?={SPACE}(?:nhằm|để|được|đã|ra|thay)(?![^\W_])))|Nó)(?={SPACE}|,)"
        )
        self._this = re.compile(
            rf"(?:Theo{SPACE}[^.;:,“”]{{2,60}},{SPACE})?(?:[Đđ]ây|Đó){SPACE}(?:cũng{SPACE}|chính{SPACE})?là{SPACE}(?:sự|việc|bước|(?:một{SPACE})?kết{SPACE}quả|văn{SPACE}bản)"
            rf"(?:{SPACE}(?:của{SPACE}(?:việc|sự)|nhằm|để|được{SPACE}ban{SPACE}hành{SPACE}(?:để|nhằm)))?{MAYBE_SPACE}"
        )
        self._old = re.compile(
            rf"{SPACE}(?:(?:đã|sẽ|nay|ra{SPACE}đời){SPACE})?(?P<cue>thay{SPACE}thế|thay{SPACE}cho|thay|bãi{SPACE}bỏ)"
            rf"(?:{SPACE}cho)?{SPACE}(?P<type>{small}){SPACE}cũ(?![^\W_])"
        )
        self._kinds = {
            case: cue.relation for cue in registry.cues
            if cue.position == "before" and cue.relation in _CARRYING
            for case in cases(cue.phrase)
        }  # fmt: skip
        carrying = alternation({case for case in self._kinds if not case.startswith(_NOT_ACTING)})
        cues = alternation({
            case for cue in registry.cues
            if cue.relation is RelationKind.IMPLEMENTS and not cue.phrase.startswith(_NOT_ACTING)
            for case in cases(cue.phrase)
        })  # fmt: skip
        verbs = alternation(registry.listed("issues"))
        rest = rf"(?P<rest>{SPACE}[^;.:“”]{{2,160}}?{SPACE}(?:{verbs}){SPACE})"
        self._issued = issuing_ends(registry)
        links = alternation(registry.listed("cue-link"))
        self._behind = re.compile(
            rf"(?:(?:{SPACE}[^.;:,“”()]{{2,60}}?)?(?:{MAYBE_SPACE},)?{SPACE}(?:để|nhằm)|(?:{MAYBE_SPACE},)?(?:{SPACE}về(?:{SPACE}việc)?)?)(?:{SPACE}(?:tổ{SPACE}chức|lãnh{SPACE}đạo,?|chỉ{SPACE}đạo,?)){{0,3}}{SPACE}(?P<cue>{carrying})(?:{SPACE}(?:{links})){{0,4}}{SPACE}"
            rf"(?P<type>{alternation(self._any)})(?:{SPACE}của{SPACE}(?P<issuer>[^,;.:“”()]{{2,60}}))?(?={MAYBE_SPACE}(?:[.;,]|$)|{_WHERE}|{SPACE}(?:được|với|gồm|và(?={SPACE}[{LOWER}])){SPACE})"
        )
        # 'Để đưa nghị quyết vào cuộc sống, Tỉnh ủy ban hành …'
        self._brought = re.compile(
            rf"(?:[Đđ]ể|[Nn]hằm){SPACE}(?:(?:sớm|nhanh{SPACE}chóng){SPACE})?(?P<cue>đưa){SPACE}(?:(?:các{SPACE})?nội{SPACE}dung{SPACE})?"
            rf"(?P<type>{alternation(self._objects)})(?:{SPACE}của{SPACE}(?P<issuer>[^,;.:“”]{{2,60}}?))?{SPACE}(?:đi{SPACE})?vào{SPACE}(?:cuộc{SPACE}sống|thực{SPACE}tiễn),"
            rf"{rest}"
        )
        self._object = re.compile(
            rf"(?:(?:[Đđ]ể|[Nn]hằm){SPACE})?(?P<cue>{cues})(?:{SPACE}(?:{links})){{0,4}}{SPACE}"
            rf"(?P<type>{alternation(self._objects)})(?:{SPACE}của{SPACE}(?P<issuer>[^,;.:“”]{{2,60}}))?{MAYBE_SPACE},"
            rf"{rest}"
        )

    def subject(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> int | None:
        """Return the document that a type word means at the beginning of a sentence.

        'Văn bản này' is the one that was named last.
        """
        if reading.own is not None:
            return None
        if kind in CHANGES and cue.start == sentence.start:
            return self._goes_on(reading, index, sentence.start)
        if kind in CHANGES and _THEREBY.fullmatch(reading.text, sentence.start, cue.start):
            return self._meant(reading, index, None, sentence.start)
        if self._this.fullmatch(reading.text, sentence.start, cue.start):
            return _subject_before(reading, sentence.start)
        found = self._subject.match(reading.text, sentence.start, cue.start)
        if found is None or not may_act(reading.text, found.end(), cue.start, kind):
            return None
        word = found["type"] or (found["whose"] or "").capitalize()
        type_ = self._types[_flat(word)] if word else None
        meant = self._meant(reading, index, type_, sentence.start)
        if meant is None or "dự thảo" in reading.text[reading.drafts[meant].end : cue.start]:
            return None  # the draft may be meant
        return meant

    def _goes_on(self, reading: Reading, index: int, at: int) -> int | None:
        """Return who acts in 'Thay thế X, văn bản này …', 'Thay thế X, Nghị định Y quy định …'."""
        draft, drafts, text = reading.drafts[index], reading.drafts, reading.text
        if any(_THIS.match(text, end) for end in draft.ends):
            return self._meant(reading, index, None, at)
        later = index + 1
        if (
            later == len(drafts)
            or drafts[later].kind not in FULL
            or drafts[later].type != draft.type
        ):
            return None
        joined = fills(_COMMA, text, draft.ends, drafts[later].begins)
        tells = any(_TELLS.match(text, end) for end in drafts[later].ends)
        return later if joined and tells else None

    def objects(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'Triển khai Nghị quyết, UBND tỉnh ban hành Kế hoạch X', X at ``index``."""
        start = reading.drafts[index].begins
        led = reading.text[max(0, start - 60) : start].rstrip().endswith(self._issued)
        if reading.own is not None or not led:
            return
        sentence = reading.sentence(index)
        if not 12 < start - sentence.start < _OPENING:
            return
        if index and reading.drafts[index - 1].end > sentence.start:
            return
        found = self._object.fullmatch(reading.text, sentence.start, start)
        found = found or self._brought.fullmatch(reading.text, sentence.start, start)
        if found is None:
            return
        meant = self._meant(reading, index, self._objects[_flat(found["type"])], sentence.start)
        issuer = found["issuer"]
        if meant is None or (issuer and not _of(reading.drafts[meant], issuer)):
            return
        cue = Span(*found.span("cue"))
        yield said(RelationKind.IMPLEMENTS, index, meant, cue, sentence, "main-clause", 0.8)

    def carried_out(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'ban hành Kế hoạch X để thực hiện Chỉ thị', X at ``index``."""
        draft, text = reading.drafts[index], reading.text
        if not _tells_of_others(reading) or draft.kind not in FULL or draft.within is not None:
            return
        found = next((f for e in draft.ends if (f := self._behind.match(text, e))), None)
        if found is None:
            return
        type_ = self._any[_flat(found["type"])]
        if type_ == draft.type:
            return
        meant_ = self._meant(reading, index, type_, draft.begins)
        issuer = found["issuer"]
        if meant_ is None or (issuer and not _of(reading.drafts[meant_], issuer)):
            return
        cue, sentence = Span(*found.span("cue")), reading.sentence(index)
        kind = self._kinds[_flat(found["cue"])]
        yield said(kind, index, meant_, cue, sentence, "actor", 0.8)

    def replaced(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'Quy định A đã thay thế quy định cũ': the one other that was named of its type."""
        draft, text = reading.drafts[index], reading.text
        if reading.own is not None or draft.kind not in FULL or draft.number is None:
            return
        ends = (self._old.match(text, end) for end in sorted(draft.ends))
        found = next((one for one in ends if one is not None), None)
        if found is None or self._types[_flat(found["type"]).capitalize()] != draft.type:
            return
        near = [
            at for at in range(index - 1, max(-1, index - 1 - _NEAR), -1)
            if reading.drafts[at].type == draft.type and reading.drafts[at].kind in NAMING
            and draft.start - reading.drafts[at].start < _REACH
        ]  # fmt: skip
        others = {n.bare_ordinal for at in near if (n := reading.drafts[at].number) is not None}
        if len(others) != 1 or draft.number.bare_ordinal in others:
            return
        cue = Span(*found.span("cue"))
        kind = RelationKind.REPEALS if cue.of(text).startswith("bãi") else RelationKind.REPLACES
        yield said(kind, index, near[0], cue, reading.sentence(index), "actor", 0.85)

    def suffered(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'Có Nghị định A. Ba năm sau, văn bản này nhường chỗ cho B', B at ``index``."""
        draft, text = reading.drafts[index], reading.text
        if (
            reading.own is not None
            or not index
            or draft.kind not in FULL
            or draft.within is not None
        ):
            return
        at = text.rfind(_THIS_TEXT, reading.drafts[index - 1].end, draft.begins)
        if at < 0 or _SEVERAL.search(text, max(0, at - 12), at):
            return
        behind, passives = at + len(_THIS_TEXT) - 1, reading.cues.passives
        found = passives.passive(text, behind, draft.begins)
        found = found or passives.enclosing(text, behind, draft.begins, draft.ends)
        meant_ = self._meant(reading, index, None, at) if found is not None else None
        if found is not None and meant_ is not None:
            yield said(found[0], index, meant_, found[1], reading.sentence(index), "passive", 0.85)

    def _meant(self, reading: Reading, index: int, type_: str | None, at: int) -> int | None:
        """Return the one document of a type that was named last before ``at``, as seen from one."""
        drafts = reading.drafts
        objects = {
            one.object for one in reading.said[-_RECENT:]
            if one.subject is not None and one.subject != reading.own
        }  # fmt: skip
        near = [
            i for i in range(index - 1, max(-1, index - 1 - _NEAR), -1)
            if i not in objects and at - _REACH < drafts[i].start < at
            and type_ in (None, drafts[i].type)
            and drafts[i].kind in NAMING and drafts[i].within is None and not drafts[i].quoted
            and not _COMPARED.search(reading.text, max(0, drafts[i].begins - 60), drafts[i].begins)
            and _key(meant(drafts, i)) != _key(meant(drafts, index))
        ]  # fmt: skip
        if not near:
            return None
        sentence = reading.sentence(near[0])
        here = [i for i in near if drafts[i].start >= sentence.start]
        new = [i for i in here if self._was_issued(reading, i)]
        for ones in (here, new):  # 'sau khi tổng kết A, Bộ Chính trị ban hành B': B is spoken of
            if len({_key(meant(drafts, i)) for i in ones}) == 1:
                return ones[0]
        return None

    def _was_issued(self, reading: Reading, index: int) -> bool:
        """Tell whether a document, or the first of its list, is said to have been issued."""
        starts = (reading.drafts[at].begins for at in (index, *joined_back(reading, index)))
        return any(
            reading.text[max(0, at - 24) : at].rstrip().endswith(self._issued) for at in starts
        )


def _tells_of_others(reading: Reading) -> bool:
    """Tell whether a text is no official one, or a report on what others have issued."""
    return reading.own is None or reading.drafts[reading.own].type in _REPORTS


def _key(draft: Draft) -> tuple[str | None, object]:
    """Return what tells a document from another of its text."""
    return draft.type, draft.number.key if draft.number is not None else draft.name


def _subject_before(reading: Reading, at: int) -> int | None:
    """Return the document with which the sentence before ``at`` begins, or the one it names."""
    drafts = reading.drafts
    floor = bisect_left(drafts, at - _REACH + 1, key=start_of)
    before = range(floor, bisect_left(drafts, at, key=start_of))
    if not before:
        return None
    start = reading.sentence(before[-1]).start
    if not reading.text[drafts[before[-1]].end : at].rstrip().endswith((".", "”", '"')):
        return None
    here = [i for i in before if drafts[i].start >= start]
    first = here[0]
    focus = _FOCUS.search(reading.text, max(0, drafts[first].begins - 16), drafts[first].begins)
    alone = focus is not None and all(drafts[i].within == first for i in here[1:])
    if drafts[first].begins != start and not alone:
        return None
    return first if drafts[first].kind in FULL else drafts[first].antecedent


def _flat(text: str) -> str:
    return " ".join(text.split())


def _of(draft: Draft, issuer: str) -> bool:
    return draft.issuer is not None and f" {fold(issuer)} " in f" {fold(draft.issuer)} "
