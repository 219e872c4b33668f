"""Reading by what a body does it: 'Đảng ủy cụ thể hóa X bằng Y', 'ban hành Y để thực hiện'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from graph.extraction.cues.saying import BODY_ACTS, Reading, said
from graph.extraction.statements.adjacent import beside, fills, is_joined, joined_back
from graph.extraction.statements.intended import is_intended
from graph.extraction.text.draft import FULL, NAMING, Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, UPPER, alternation
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
# 'cụ thể hóa tại Quyết định Y': Y is what it is done by, not what is carried out.
_TELLS_MEANS = re.compile(r"\s{1,40}(?:tại|bằng|thành|qua|trong)\s{1,40}$")
_LATELY = 6  # statements
_PUT_IN_PLACE = (K.REPLACES, K.IMPLEMENTS, K.INSTITUTIONALISES)
# What a body may do by a document.
_DONE_BY = BODY_ACTS | {K.REPEALS, K.SUSPENDS, K.STAYS, K.EXTENDS}
_BY_IT = ("bằng", "tại", "trong")
_BODYS = ("body", "main-clause", "local-party")
_BY = re.compile(
    rf"(?:{MAYBE_SPACE},)?{SPACE}(?P<cue>bằng|thành|tại|trong|qua|thông{SPACE}qua)"
    rf"(?:{SPACE}(?:việc|ban{SPACE}hành|các|văn{SPACE}bản|cụ{SPACE}thể|như){MAYBE_SPACE}[:,]?){{0,4}}{SPACE}"
)
# 'Sau khi tiếp thu A, Huyện ủy đã cụ thể hóa bằng Kế hoạch B'
_ELIDED = re.compile(
    rf"{MAYBE_SPACE},{SPACE}[^,;.:“”]{{2,150}}?{SPACE}(?P<cue>cụ{SPACE}thể{SPACE}h(?:óa|oá)){SPACE}(?:bằng|thành|tại){SPACE}(?:(?:các|việc{SPACE}ban{SPACE}hành){SPACE})?"
)
_CARRIED_OUT = re.compile(
    rf"(?:{MAYBE_SPACE},)?{SPACE}(?:để|nhằm|quy{SPACE}định|chỉ{SPACE}đạo|lãnh{SPACE}đạo|(?:để{SPACE})?(?P<guides>hướng{SPACE}dẫn))(?:{SPACE}(?:lãnh{SPACE}đạo|chỉ{SPACE}đạo|lãnh{SPACE}đạo,{SPACE}chỉ{SPACE}đạo"
    rf"|tổ{SPACE}chức|cụ{SPACE}thể{SPACE}hóa(?:{SPACE}và)?|quán{SPACE}triệt,?(?:{SPACE}và)?)){{0,3}}"
    rf"(?:(?<=chỉ\sđạo){SPACE}(?:các|cấp|toàn){SPACE}[^.;:“”\d\n]{{2,60}}?(?:{SPACE}tổ{SPACE}chức)?)?"
    rf"{SPACE}(?:việc{SPACE})?(?P<cue>triển{SPACE}khai(?:,?{SPACE}(?:tổ{SPACE}chức{SPACE})?thực{SPACE}hiện)?|thực{SPACE}hiện|cụ{SPACE}thể{SPACE}hóa)"
    rf"(?:{SPACE}(?:trên{SPACE}địa{SPACE}bàn|trong|tại|ở|đến|tới){SPACE}[^.;,\d\n]{{0,40}})?(?:{MAYBE_SPACE}(?:[.;]|(?P<more>,)|$)|(?={SPACE}và{SPACE}[{UPPER}]))"
)
_PLAINLY = re.compile(
    rf"{SPACE}(?P<guides>(?!))?(?P<cue>triển{SPACE}khai(?:{SPACE}thực{SPACE}hiện)?|(?:tổ{SPACE}chức{SPACE})?thực{SPACE}hiện){MAYBE_SPACE}(?:[.;]|$)"
)
_HAVING = re.compile(
    rf"(?:[^.;:“”]{{0,40}}:{SPACE})?(?:Ngay{SPACE})?[Ss]au{SPACE}khi{SPACE}(?:có|tiếp{SPACE}thu|nhận{SPACE}được){SPACE}(?:các{SPACE})?"
)
_BASIS_WORD = re.compile(rf"căn{SPACE}cứ|cơ{SPACE}sở")
_PARTED = re.compile(rf"[,;]{SPACE}")


class Means:
    """Finds the documents by which others are carried out; the verbs are seeds/words.tsv's."""

    def __init__(self, registry: Registry) -> None:
        verbs, after = (alternation(registry.listed(f"issues{part}")) for part in ("", "-after"))
        self._issues = re.compile(rf"(?<![^\W_])(?:{verbs})(?:{SPACE}(?:{after})){{0,2}}{SPACE}$")
        before = alternation(registry.listed("issues-before"))
        # 'X là căn cứ quan trọng để Tỉnh ủy ban hành Y'
        self._is_basis = re.compile(
            rf"{SPACE}(?:chính{SPACE})?là{SPACE}(?:căn{SPACE}cứ|cơ{SPACE}sở)(?:{SPACE}[^.;:“”\d]{{2,60}}?)?{SPACE}(?:để|cho){SPACE}"
            rf"(?:[^.;:“”\d]{{2,80}}?{SPACE})?(?:{verbs})(?:{SPACE}(?:{after})){{0,2}}{SPACE}"
        )
        self._so_issued = re.compile(
            rf"(?:{MAYBE_SPACE},)?{SPACE}(?:(?:để|đã|{before}){SPACE}){{1,3}}(?:{verbs})(?:{SPACE}(?:{after})){{0,2}}{SPACE}"
        )

    def elided(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'A ban hành X; B ban hành Y để triển khai thực hiện': it is X that Y carries out.

        X is the last reference before Y, and those it is listed with, in the same sentence.
        """
        drafts, text = reading.drafts, reading.text
        draft, before = drafts[index], beside(reading, index)
        if before is None or draft.kind not in FULL or not self._issued(text, draft.begins):
            return
        found = _carried_out(text, draft, _CARRIED_OUT)
        if found is None and (found := _carried_out(text, draft, _PLAINLY)) is not None:
            # 'A ban hành Y thực hiện; B ban hành Z thực hiện': it may be X or Y that Z carries out.
            last = drafts[before]
            if any(_carried_out(text, last, one) for one in (_CARRIED_OUT, _PLAINLY)):
                return
        if found is None:
            return
        sentence = reading.sentence(index)
        if drafts[before].start < sentence.start:
            return
        if found.groupdict().get("more") and self._names_more(reading, index, sentence):
            return
        if _PARTED.search(text, drafts[before].past_title, draft.begins) is None:
            return
        cue, kind = Span(*found.span("cue")), K.GUIDES if found["guides"] else K.IMPLEMENTS
        if leading := _after_having(reading, before, sentence):
            issued = [index, *_issued_with(reading, index, leading[-1])]
            for by in issued:
                yield from (said(kind, by, at, cue, sentence, "elided", 0.8) for at in leading)
            return
        for at in chain((before,), joined_back(reading, before)):
            if drafts[at].kind not in NAMING or drafts[at].start < sentence.start:
                return
            yield said(kind, index, at, cue, sentence, "elided", 0.8)

    def _names_more(self, reading: Reading, index: int, sentence: Span) -> bool:
        """Tell whether a verb behind the comma may have an object: 'để cụ thể hóa, nhân rộng Z'."""
        later = index + 1
        return later < len(reading.drafts) and reading.drafts[later].start < sentence.end

    def rests(
        self, reading: Reading, index: int, heard: Sequence[Statement | None]
    ) -> Iterator[Statement]:
        """Read 'UBND tỉnh căn cứ X để ban hành Y': Y rests on X and what X is listed with."""
        drafts, text = reading.drafts, reading.text
        at = beside(reading, index)
        if at is None or drafts[index].kind not in FULL or heard[index] is not None:
            return
        if fills(self._is_basis, text, drafts[at].ends, drafts[index].begins):
            yield said(K.BASED_ON, index, at, _basis_cue(text, drafts[at], drafts[index]),
                       reading.sentence(index), "rests", 0.85)  # fmt: skip
            return
        if not fills(self._so_issued, text, drafts[at].ends, drafts[index].begins):
            return
        listed = [at, *joined_back(reading, at)]
        cue = reading.led(listed[-1])
        sentence = reading.sentence(index)
        if cue is None or cue[2] != "preamble" or cue[1].start < sentence.start:
            return
        for one in listed:
            yield said(cue[0], index, one, cue[1], sentence, "rests", 0.85)

    def _issued(self, text: str, start: int) -> bool:
        return self._issues.search(text, max(0, start - 40), start) is not None


def _basis_cue(text: str, basis: Draft, issued: Draft) -> Span:
    """Return where 'căn cứ' or 'cơ sở' stands between the two."""
    found = _BASIS_WORD.search(text, basis.after, issued.begins)
    return Span(*found.span()) if found is not None else Span(basis.after, issued.begins)


def _after_having(reading: Reading, last: int, sentence: Span) -> list[int]:
    """Return A and B of 'Sau khi có A và B, Tỉnh ủy ban hành X, Sở ban hành Y để thực hiện'."""
    drafts, text = reading.drafts, reading.text
    first = last
    while first and drafts[first - 1].start >= sentence.start:
        first -= 1
    if not _HAVING.fullmatch(text, sentence.start, drafts[first].begins):
        return []
    leading = [first]
    for at in range(first + 1, last + 1):
        if drafts[at].within is None:
            if not is_joined(reading, leading[-1], drafts[at].begins):
                break
            leading.append(at)
    return leading if leading[-1] != last else []


def _issued_with(reading: Reading, index: int, floor: int) -> Iterator[int]:
    """Yield what was issued in the same sentence before a document, behind ``floor``."""
    for at in range(floor + 1, index):
        draft = reading.drafts[at]
        if draft.kind in FULL and draft.within is None:
            yield at


def so_carried_out(text: str, draft: Draft) -> bool:
    """Tell whether behind a reference stands what it was issued for: '…, để triển khai.'."""
    return _carried_out(text, draft, _CARRIED_OUT) is not None


def _carried_out(text: str, draft: Draft, verb: re.Pattern[str]) -> re.Match[str] | None:
    """Find 'để triển khai thực hiện.' behind a reference, with which the clause ends."""
    return next((found for e in draft.ends if (found := verb.match(text, e, e + 160))), None)


def by_means(
    reading: Reading, index: int, start: int, heard: Sequence[Statement | None]
) -> Statement | None:
    """Read 'Đảng ủy cụ thể hóa X bằng Y': Y, the reference at ``index``, carries out X."""
    before = beside(reading, index)
    last = heard[before] if before is not None else None
    if before is not None and last is not None and _also_by(reading, last, before, start):
        return replace(last, subject=index, sentence=reading.sentence(index))
    if before is not None and reading.own is None:
        elided = _ELIDED.fullmatch(reading.text, reading.drafts[before].past_title, start)
        if elided is not None and reading.drafts[before].start >= reading.sentence(index).start:
            cue = Span(*elided.span("cue"))
            return said(K.IMPLEMENTS, index, before, cue, reading.sentence(index), "means", 0.85)
    if before is not None and (last is None or last.relation is K.CITES):
        return _put_in_place(reading, index, start, before)
    if before is None or last is None or last.relation not in _DONE_BY:
        return None
    if last.object != before or last.subject is not None or last.rule not in _BODYS:
        return None
    if last.relation is K.REVIEWS or last.sentence != reading.sentence(index):
        return None
    for end in reading.drafts[before].ends:
        found = _BY.fullmatch(reading.text, end, start) if end <= start else None
        if found is not None and (found["cue"] in _BY_IT or last.relation in BODY_ACTS):
            cue = Span(*found.span("cue"))
            return said(last.relation, index, before, cue, last.sentence, "means", 0.85)
    return None


def _also_by(reading: Reading, last: Statement, before: int, start: int) -> bool:
    """Tell whether a list goes on: 'cụ thể hóa X bằng Y và' Z."""
    return last.rule == "means" and last.subject == before and is_joined(reading, before, start)


def _put_in_place(reading: Reading, index: int, start: int, before: int) -> Statement | None:
    """Read 'thay thế X bằng Y', 'cụ thể hóa X bằng Y': Y, at ``index``, does it."""
    draft = reading.drafts[before]
    if reading.text.find("bằng", draft.end, start) < 0:
        return None
    ends = (end for end in draft.ends if end <= start)
    joints = (_BY.fullmatch(reading.text, end, start) for end in ends)
    if not any(joint is not None and joint["cue"] == "bằng" for joint in joints):
        return None
    sentence = reading.sentence(index)
    cue = reading.led(before)
    if cue is None or cue[0] not in _PUT_IN_PLACE:
        return None
    if cue[1].start < sentence.start or (reading.own is not None and cue[0] is K.REPLACES):
        return None
    if is_intended(reading.text, sentence.start, cue[1].start):
        return None
    return said(cue[0], index, before, cue[1], sentence, "means", 0.85, draft.targets)


def with_listed(
    reading: Reading, means: Statement, heard: Sequence[Statement | None]
) -> Iterator[Statement]:
    """Yield the same of what stands before in its list: 'cụ thể hóa X và Z bằng Y'."""
    for earlier in joined_back(reading, means.object) if means.rule == "means" else ():
        last = heard[earlier]
        if last is None or last.object != earlier or last.relation is not means.relation:
            return
        if last.subject is not None:
            return
        yield replace(means, object=earlier)


def tells_means(text: str, cue: Span, start: int) -> bool:
    """Tell whether what stands at ``start`` behind a cue is what it is done by."""
    return _TELLS_MEANS.match(text, cue.end, start) is not None


def shared_means(
    reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
) -> Statement | None:
    """In 'X được A cụ thể hóa tại Y; B cụ thể hóa tại Z' Z too carries out X."""
    for earlier in reversed(reading.said[-_LATELY:]):
        if earlier.rule == "passive" and earlier.relation is kind:
            if earlier.sentence != sentence:
                return None
            return said(kind, index, earlier.object, cue, sentence, "passive", 0.85)
    return None
