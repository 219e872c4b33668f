"""Reading which document acts: the one before the verb, the title's owner, or the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.cues.saying import BODY_ACTS, CHANGES, HEADING, Reading, behind, outranks
from graph.extraction.statements.adjacent import fills
from graph.extraction.statements.bare import Bare
from graph.extraction.statements.joints import (
    ACTS,
    is_used,
    joint_of,
    only_when,
    parts,
    tells_more,
    tells_time,
)
from graph.extraction.statements.speaking import THEN_FOR, speaker
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.patterns import SPACE, flat
from graph.model.mentions import MentionKind
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
# 'sơ kết A về học tập và hội nghị quán triệt B': no title goes on so.
_EVENT = re.compile(
    rf"(?:,|{SPACE}và){SPACE}(?:hội{SPACE}nghị|hội{SPACE}thảo|cuộc{SPACE}họp|buổi){SPACE}$"
)
_NEXT = re.compile(
    rf"(?:{SPACE}(?:nói|nêu){SPACE}trên)?\s{{0,4}};{SPACE}(?:(?:và|đồng{SPACE}thời){SPACE})?"
)
# What a document that does something follows: the beginning of a clause, or who issued it.
_SUBJECT = re.compile(
    rf"(?:[.,;:–(-]|(?<![^\W_])(?:hành|ký|có|ra|duyệt|dựng|qua|bố|là|và|của|tại|trong|đến|rằng|gồm)){SPACE}(?:các{SPACE})?$"
)
_PREPOSITION = re.compile(rf"(?<![^\W_])(?:với|theo|cho|của){SPACE}(?:các{SPACE})?$")
# 'A hướng dẫn B để thay C': it is A that replaces C
_JOINS = re.compile(r",|(?<![^\W_])(?:và|để|nhằm)(?![^\W_])")
_DRAFT = re.compile(rf"(?<![^\W_])dự{SPACE}(?:thảo|án|kiến)(?![^\W_])")
_ISSUING = ("nghi-quyet", "quyet-dinh")
_ISSUED = ("kế hoạch", "chương trình", "chương trình hành động", "đề án")
_CHANGED = re.compile(
    rf"[Vv]iệc{SPACE}(?:sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?|thay{SPACE}thế|bãi{SPACE}bỏ){SPACE}$"
)
# 'thực hiện A, góp phần thực hiện B'
_ON_ONE_LEVEL = re.compile(rf"\s*,\s*(?:góp{SPACE}phần{SPACE})?")
_RECENT = 40  # statements that one sentence may hold


class DocumentActors:
    """Finds the document that acts; immutable."""

    def __init__(self, registry: Registry, bare: Bare) -> None:
        self._bare = bare
        self._proposes = registry.listed("only-proposes")
        self._types = {type_.id: type_ for type_ in registry.types}

    def actor(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> tuple[int | None, str, float]:
        """Return the acting document, the rule that names it, and how sure that is."""
        draft, drafts = reading.drafts[index], reading.drafts
        if draft.within is not None:
            owner = drafts[draft.within]
            held = owner.title_span if owner.title_span else Span(owner.start, owner.end)
            inside = min(held.start, owner.start) <= cue.start and kind is not K.CITES
            if inside and _EVENT.search(reading.text, held.start, cue.start):
                return None, "", 0.0
            if kind is K.REVIEWS and reading.text.endswith("gắn với ", held.start, cue.start):
                return None, "", 0.0  # 'tổng kết A về nông nghiệp, gắn với sơ kết B'
            if inside and (nearer := self._in_title(reading, index, kind, cue)) is not None:
                return nearer, "title", 0.85
            if inside and kind in CHANGES and outranks(self._types, draft, owner):
                # 'Thông tư A hướng dẫn Nghị định B và sửa đổi Thông tư C': it is A that changes C.
                outer = owner.within
                return (outer, "title", 0.85) if outer is not None else (None, "", 0.0)
            return (draft.within, "title", 0.95) if inside else (None, "", 0.0)
        own_title = drafts[reading.own].title_span if reading.own is not None else None
        for back in range(index - 1, -1, -1):
            other = drafts[back]
            if other.kind is MentionKind.SELF or other.start < sentence.start:
                break
            if kind in CHANGES and _only_head(drafts, other, draft):
                continue
            if own_title is not None and other.start < own_title.end <= cue.start:
                break  # the text's own title has ended: what it names does not act below it
            ends = {other.end, *behind(reading.text, other)}
            acts = joint_of(kind, other.type, item=_opens_item(reading.text, other.begins))
            found = [acts.fullmatch(reading.text, e, cue.start) for e in ends if e <= cue.start]
            joints = [
                one
                for one in found
                if one and not parts(reading.text, one, cue) and self._is_row_of(other, one)
            ]
            if kind in CHANGES and (shared := self._parted(reading, back, cue)) is not None:
                return shared, "actor", 0.85
            if not joints and tells_more(reading, other, kind, cue, sentence):
                proposes = self._only_proposes(reading, other, draft) or other.quoted
                return (None, "", 0.0) if proposes else (back, "actor", 0.85)
            if not joints or any(tells_time(reading, other, one) for one in joints):
                continue
            if kind in CHANGES and self._only_proposes(reading, other, draft):
                break
            if kind in BODY_ACTS and _CHANGED.search(
                reading.text, max(sentence.start, other.begins - 24), other.begins
            ):
                break  # 'việc sửa đổi Luật này nhằm thể chế hóa X': it is what changes it
            if kind is K.CITES and not self._cites(reading, back, sentence, joints):
                break
            if other.quoted or (kind is K.REPLACES and is_used(reading.text, other.begins)):
                return None, "", 0.0
            if kind in BODY_ACTS and any(only_when(reading, other, one) for one in joints):
                break
            if kind in BODY_ACTS and all("," in joint[0] for joint in joints):
                led = reading.led(back)
                if led is not None and led[0] is K.CITES and led[1].start == sentence.start:
                    break  # 'Theo A, thực hiện B, Tỉnh ủy …': A only tells it
            if kind in BODY_ACTS and self._is_beside_an_act(reading, back, joints):
                break
            joined = any(_JOINS.search(joint[0]) for joint in joints)
            beside = any(
                ("và" in joint[0] or "đồng thời" in joint[0]) and not joint["effect"]
                for joint in joints
            )
            if beside and _governed(reading, other):
                break  # 'phù hợp với A, đồng thời cụ thể hóa B'
            beside = beside or kind is K.BASED_ON
            beside = beside or any(THEN_FOR.search(joint[0]) for joint in joints)
            beside = beside or (kind in CHANGES and outranks(self._types, draft, other))
            only_comma = all(joint[0].strip() == "," for joint in joints)
            beside = beside or (kind is K.REVIEWS and only_comma)
            if only_comma and kind in BODY_ACTS and _governed(reading, other):
                break  # 'khai thác cơ chế của A, tiếp tục thực hiện B'
            if beside and self._is_acted_on(reading, back):
                break  # 'quán triệt A và triển khai B': both are what somebody does
            return self._shared_actor(reading, back, joined)
        if (bare := self._bare.subject(reading, index, kind, cue, sentence)) is not None:
            return bare, "actor", 0.85
        return speaker(reading, draft, kind, cue, sentence)

    def _in_title(self, reading: Reading, index: int, kind: RelationKind, cue: Span) -> int | None:
        """In 'Thông tư A hướng dẫn Quyết định B sửa đổi Quyết định C' it is B that changes C.

        Where only the head is of the changed one's type, the verb behind its title is the head's.
        """
        drafts, before = reading.drafts, index - 1
        other = drafts[before]
        if other.within is None or other.within != drafts[index].within or other.quoted:
            return None
        joint = ACTS.fullmatch(reading.text, max(other.end, other.after), cue.start)
        if kind in CHANGES and _only_head(drafts, other, drafts[index]):
            return None
        close = joint is not None and not re.search(r"[,;]|(?<![^\W_])và(?![^\W_])", joint[0])
        return before if close and other.kind in FULL else None

    def _cites(
        self, reading: Reading, back: int, sentence: Span, joints: Sequence[re.Match[str]]
    ) -> bool:
        """Tell whether a document before 'theo B' may be what cites B."""
        other = reading.drafts[back]
        if any(
            "và" in joint[0] or "gửi" in joint[0] or only_when(reading, other, joint)
            for joint in joints
        ):
            return False  # 'theo A và theo B': neither cites the other
        if other.kind is MentionKind.ANAPHOR:
            return True  # in a lone sentence 'Nghị định này' is what speaks
        if other.title_span is not None:
            return True
        if self._is_acted_on(reading, back, K.CITES, K.PART_OF):
            return False  # 'sửa đổi A theo B'
        if reading.own is not None:
            return True
        if any(joint["effect"] for joint in joints):
            return False  # 'sau khi A có hiệu lực, nhiều nơi vẫn theo B'
        before = max(sentence.start, other.begins - 24)
        begins = other.begins <= sentence.start + 1
        return begins or _SUBJECT.search(reading.text, before, other.begins) is not None

    def _is_row_of(self, other: Draft, joint: re.Match[str]) -> bool:
        """Tell whether the type word of a row, if there is one, is the document's."""
        if joint["row"] is None:
            return True
        type_ = self._types.get(other.type or "")
        if other.type in _ISSUING and flat(joint["row"]) in _ISSUED:
            return True  # a resolution that issues a plan is called by the plan
        return type_ is not None and flat(joint["row"]) in {
            flat(word) for word in (type_.name, *type_.codes)
        }

    def _parted(self, reading: Reading, back: int, cue: Span) -> int | None:
        """In 'A thay thế B; bãi bỏ C' it is A that repeals C."""
        ends = behind(reading.text, reading.drafts[back])
        if not fills(_NEXT, reading.text, ends, cue.start):
            return None
        changed = (
            one.subject for one in _lately_said_of(reading, back)
            if one.relation in CHANGES and one.rule in ("actor", "clause")
        )  # fmt: skip
        return next(changed, None)

    def _only_proposes(self, reading: Reading, other: Draft, changed: Draft) -> bool:
        """Tell whether a document changes no other: a report, or one about a draft that would."""
        title = other.title_span.of(reading.text) if other.title_span else ""
        proposes = other.type in self._proposes and other.type != changed.type
        return proposes or _DRAFT.search(title) is not None

    def _is_acted_on(self, reading: Reading, index: int, *but: K) -> bool:
        """Tell whether a cue governs a reference and no document was found that acts on it."""
        known = [one for one in _lately_said_of(reading, index) if one.subject is not None]
        heard = [one for one in known if one.subject != reading.own or one.relation is not K.CITES]
        if heard:
            return any(one.subject == reading.own for one in heard)
        cue = reading.led(index)
        if cue is None or cue[0] in but or (known and cue[0] is K.CITES):
            return False
        return not cue[1].of(reading.text).isupper()  # as a heading is

    def _is_beside_an_act(
        self, reading: Reading, back: int, joints: Sequence[re.Match[str]]
    ) -> bool:
        """Tell whether in 'thực hiện A, thực hiện B' both are what somebody does."""
        led = reading.led(back)
        if led is None or led[0] not in BODY_ACTS:
            return False
        acting = (one.subject for one in _lately_said_of(reading, back))
        if any(subject not in (None, reading.own) for subject in acting):
            return False
        return all(_ON_ONE_LEVEL.fullmatch(joint[0]) for joint in joints)

    def _shared_actor(
        self, reading: Reading, back: int, joined: bool
    ) -> tuple[int | None, str, float]:
        """In 'A thực hiện B, thay thế C và bãi bỏ D' it is A that replaces C and repeals D."""
        for earlier in _lately_said_of(reading, back) if joined else ():
            if earlier.rule in ("actor", "title", "own-title", "clause"):
                return earlier.subject, earlier.rule, 0.85
        return back, "actor", 0.9


def _governed(reading: Reading, other: Draft) -> bool:
    """Tell whether a preposition before a document makes it no subject."""
    return _PREPOSITION.search(reading.text, max(0, other.begins - 12), other.begins) is not None


def _lately_said_of(reading: Reading, index: int) -> Iterator[Statement]:
    """Yield what was said last of a reference, the latest first."""
    return (one for one in reversed(reading.said[-_RECENT:]) if one.object == index)


def _opens_item(text: str, at: int) -> bool:
    """Tell whether a marked or numbered item begins with what stands at ``at``."""
    line = text.rfind("\n", 0, at) + 1
    return line < at <= line + 12 and HEADING.fullmatch(text, line, at) is not None


def _only_head(drafts: Sequence[Draft], held: Draft, changed: Draft) -> bool:
    """Tell whether of a title's head and what it holds only the head is of the changed type."""
    if held.within is None:
        return False
    return drafts[held.within].type == changed.type != held.type
