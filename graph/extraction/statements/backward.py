"""Pointers as objects: 'Triển khai Chỉ thị này, Tỉnh ủy ban hành Kế hoạch Y'."""

from __future__ import annotations

from bisect import bisect_left

from graph.extraction.cues.saying import CHANGES, Reading, meant
from graph.extraction.statements.joints import ISSUED
from graph.extraction.text.draft import Draft, start_of
from graph.extraction.tying.acted_on import CHANGES_IT
from graph.extraction.tying.seen import SUFFERS
from graph.model.mentions import MentionKind

_REACH = 1200
_NEXT = 2  # characters between sentences
_RECENT = 40  # statements


def points_surely(reading: Reading, index: int) -> bool:
    """Tell whether, in prose, one document alone of its type stands in this paragraph or the last.

    Other references are no pointers, and are sure of themselves.
    """
    pointer = reading.drafts[index]
    if pointer.kind is not MentionKind.ANAPHOR:
        return True
    if pointer.antecedent is None or not _may_point(reading, pointer):
        return False
    owner = reading.drafts[pointer.within] if pointer.within is not None else None
    if owner is not None and owner.type == pointer.type:
        # 'Luật A và Luật B sửa đổi luật này': the one that is not B, right before it
        return CHANGES_IT.fullmatch(reading.text, owner.end, pointer.start) is not None
    if _acted_on_by_its_like(reading, index):
        return True
    begins = _two_paragraphs(reading.text, pointer.start)
    first = bisect_left(reading.drafts, begins, 0, index, key=start_of)
    near = range(first, index)
    target = meant(reading.drafts, index)
    gone = _changed_by(reading, target)
    if index and SUFFERS.fullmatch(reading.text, reading.drafts[index - 1].end, pointer.start):
        gone = gone | {index - 1}  # 'A bị Nghị định này bãi bỏ'
    if index and CHANGES_IT.fullmatch(reading.text, reading.drafts[index - 1].end, pointer.start):
        gone = gone | {index - 1}  # 'ban hành A để bãi bỏ quyết định này'
    changed = [meant(reading.drafts, at) for at in gone]
    gone = gone | {
        at for at in near
        if _in_a_name(reading, at)
        or _in_a_title_of(reading, at, target)
        or any(meant(reading.drafts, at) is one for one in changed)
    }  # fmt: skip
    ones = [
        meant(reading.drafts, at)
        for at in near
        if reading.drafts[at].type == pointer.type and at not in gone
    ]
    if bool(ones) and all(one is target for one in ones):
        return True
    if _just_issued(reading, pointer.antecedent, index):
        return True
    start = reading.sentence(index).start  # 'Ban hành A … Khi B ban hành C, D ra E thực hiện C này'
    here = [
        meant(reading.drafts, at)
        for at in near
        if reading.drafts[at].start >= start and reading.drafts[at].type == pointer.type
        and at not in gone
    ]  # fmt: skip
    return bool(here) and all(one is target for one in here)


def _just_issued(reading: Reading, target: int, index: int) -> bool:
    """Tell whether the sentence before says that it was issued: 'Tỉnh ủy ban hành A. … trên'."""
    begins, before = reading.drafts[target].begins, reading.sentence(target)
    if ISSUED.search(reading.text, max(before.start, begins - 24), begins) is None:
        return False
    return 0 <= reading.sentence(index).start - before.end <= _NEXT


def _in_a_name(reading: Reading, index: int) -> bool:
    """Tell whether it is the law that an amending law's name ends with."""
    owner = reading.drafts[index].within
    if owner is None or reading.drafts[owner].kind is not MentionKind.NAMED:
        return False
    return reading.drafts[index].end <= reading.drafts[owner].end


def _in_a_title_of(reading: Reading, index: int, target: Draft) -> bool:
    """Tell whether only the title of the target names it: 'A sửa đổi B. … nghị định này'."""
    owner = reading.drafts[index].within
    return owner is not None and reading.drafts[owner] is target


def _may_point(reading: Reading, pointer: Draft) -> bool:
    """Tell whether it is no 'Nghị định này' of an official text, which is that itself."""
    if reading.own is None:
        return True
    itself = pointer.name == "này" and pointer.type == reading.drafts[reading.own].type
    return not pointer.quoted and not itself


def _changed_by(reading: Reading, actor: Draft) -> set[int]:
    """Return what a document was just said to change: 'A thay thế B. … chi tiết luật này'."""
    return {
        one.object
        for one in reading.said[-_RECENT:]
        if one.relation in CHANGES
        and one.rule in ("actor", "passive")
        and one.subject is not None
        and meant(reading.drafts, one.subject) is actor
    }


def _acted_on_by_its_like(reading: Reading, index: int) -> bool:
    """Tell whether in 'A …; Quốc hội thông qua B nhằm thể chế hóa nghị quyết này' A is meant.

    It is the last of the type before B, in the same sentence.
    """
    drafts, pointer = reading.drafts, reading.drafts[index]
    acts = drafts[index - 1] if index else pointer
    if acts.type != pointer.type or acts.kind is not MentionKind.NUMBERED:
        return False
    start = reading.sentence(index).start
    for back in range(index - 2, -1, -1):
        if drafts[back].start < start:
            return False
        if drafts[back].type == pointer.type:
            return meant(drafts, back) is meant(drafts, index) is not acts
    return False


def _two_paragraphs(text: str, at: int) -> int:
    """Return where the paragraph begins before the one that ``at`` is in, near at hand."""
    floor = max(0, at - _REACH)
    start = text.rfind("\n", floor, at)
    end = floor + len(text[floor : max(start, floor)].rstrip())
    return max(text.rfind("\n", floor, end), floor)
