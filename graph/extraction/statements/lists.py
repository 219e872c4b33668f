"""Reading lists: what is said of one reference holds of those that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.cues.saying import CHANGES, Reading, again, meant, of_other_committees
from graph.extraction.statements.adjacent import beside, is_joined, joined_back
from graph.extraction.statements.item_lists import in_an_item
from graph.extraction.statements.own_clause import (
    acts_itself,
    acts_later,
    goes_its_way,
    is_like_the_actor,
    suffers,
)
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, UPPER
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement

# 'các Quyết định: số 5 …', 'các văn bản sau đây: Nghị định …', in one line.
THE_KIND = (
    rf"(?:[Cc]ác|[Nn]hững){SPACE}(?:văn{SPACE}bản(?:{SPACE}quy{SPACE}phạm{SPACE}pháp{SPACE}luật)?"
    rf"|luật|pháp{SPACE}lệnh|nghị{SPACE}(?:định|quyết)|thông{SPACE}tư|(?:quyết|quy){SPACE}định|chỉ{SPACE}thị|kế{SPACE}hoạch|kết{SPACE}luận"
    rf"|[{UPPER}][^\W\d_]*(?:{SPACE}[^\W\d_]{{1,8}})?)(?:{SPACE}sau(?:{SPACE}đây)?)?"
)
_KIND_BEFORE = re.compile(
    rf"(?<![^\W_]){THE_KIND}(?:{SPACE}của{SPACE}[^\n:;.,]{{2,50}})?[ \t]{{0,4}}:[ \t]{{0,4}}$"
)
# 'Thực hiện A và ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại B'
_DIRECTED = re.compile(
    rf"(?<![^\W_])(?:ý{SPACE}kiến{SPACE})?(?:chỉ{SPACE}đạo|kết{SPACE}luận|yêu{SPACE}cầu|ý{SPACE}kiến){SPACE}của{SPACE}"
    rf"[^.;:,()“”\d\n]{{2,80}}?{SPACE}(?:nêu{SPACE})?tại{SPACE}$"
)
_KIND_REACH = 110
_OLD = re.compile(
    rf"(?<![^\W_])(?i:luật|nghị{SPACE}(?:định|quyết)|thông{SPACE}tư|(?:quyết|quy){SPACE}định|chỉ{SPACE}thị|NĐ|NQ|TT|QĐ)"
    rf"{SPACE}cũ{SPACE}(?:số{SPACE})?$"
)
# 'sửa đổi bởi Luật số Luật số 32/2013/QH13', as consolidated texts misprint it.
_TWICE = re.compile(
    rf"(?<![^\W_])(?P<kind>Luật|Nghị{SPACE}(?:định|quyết)|Thông{SPACE}tư|Quyết{SPACE}định){SPACE}số{SPACE}"
    rf"(?P<again>(?P=kind)){SPACE}số{SPACE}"
)
# Rules by which others act than the text itself.
_OF_OTHERS = ("actor", "title", "passive", "main-clause")
_OPENING = ("opening", "preamble")
_ENDS = (RelationKind.REPLACES, RelationKind.REPEALS)
# What rests on a law rests on decrees as well; what ends a circular seldom ends a law.
_OF_ANY_TYPE = (RelationKind.BASED_ON, RelationKind.IMPLEMENTS)
_POINTING = (MentionKind.SELF, MentionKind.ANAPHOR)
_SAYS_NO_MORE = re.compile(rf"{MAYBE_SPACE}(?:[;.]|và{SPACE}|\Z|\n)")
_WITH = re.compile(rf"gắn{SPACE}với{SPACE}$")
_LISTED = 40  # references looked at for what ends a list
_CLAUSE = 200  # characters


def goes_on(
    reading: Reading, index: int, start: int, heard: Sequence[Statement | None]
) -> Statement | None:
    """Return what the list that this reference goes on with says of it, if it is in one.

    ``start`` is where the reference begins with its subdivisions, ``heard`` what was read of those
    before it.
    """
    if (held := in_an_item(reading, index, start, heard)) is not None:
        return again(held, index, reading.sentence(index), reading.drafts[index])
    before = beside(reading, index)
    last = heard[before] if before is not None else None
    if before is not None and last is None:
        last = _opened(reading, before, start, heard)
    if before is None or last is None:
        return None
    if not is_joined(reading, before, start):
        begins = begin(reading.text, start)  # '; các Nghị quyết của HĐND tỉnh: số 340/NQ-HĐND'
        if last.relation in _OF_ANY_TYPE and begins == start:
            begins = _directed(reading.text, start)
        if begins == start or not is_joined(reading, before, begins):
            return None
    if _in_doubt(reading, last, before, index, start):
        return None
    if last.relation is RelationKind.CONTINUES and _WITH.search(
        reading.text, reading.drafts[before].end, start
    ):
        return None  # 'tiếp tục thực hiện A gắn với B'
    sentence = reading.sentence(index)
    parted = ";" in reading.text[_end(reading, before, index) : start]
    if last.rule == "passive" and last.subject == before:
        own_way = suffers(reading, index) or goes_its_way(reading, index)
        own_way = own_way or _is_named_as(reading, last, index)
        if not parted and (not own_way or _amends_what_ends(reading, last, index)):
            # 'được sửa đổi bởi A và B': B acts on what A acts on.
            return replace(last, subject=index, sentence=sentence)
        # 'sửa đổi A được sửa đổi bởi X, B được sửa đổi bởi Y': B stands beside A, not beside X.
        before, last = last.object, heard[last.object]
    if last is None or last.object != before:
        return None
    if parted and (_ends_later(reading, index) or not _still(reading, last, before, index)):
        return None
    led = parted and _is_led_by_colon(reading, before)
    if parted and not led and _is_of_others(reading, last) and acts_itself(reading, index):
        return None
    own_way = goes_its_way(reading, index) and not _ends_a_title(reading, last, index)
    if own_way and _is_of_others(reading, last):
        return None
    if last.subject is not None and is_like_the_actor(reading, last, index):
        return None
    if (held := _of_the_title(reading, last, before, index, heard)) is not None:
        return again(held, index, sentence, reading.drafts[index])
    return again(last, index, sentence, reading.drafts[index])


def _of_the_title(
    reading: Reading,
    last: Statement,
    before: int,
    index: int,
    heard: Sequence[Statement | None],
) -> Statement | None:
    """Return what the title says whose list goes on: 'thay thế A thực hiện B và C'.

    It is the title's where C is of a committee whose documents the one that replaces A lets stand.
    """
    if last.relation not in CHANGES or last.subject is None:
        return None
    if not of_other_committees(meant(reading.drafts, last.subject), reading.drafts[index]):
        return None
    held = heard[index - 1]
    inside = reading.drafts[index - 1].within == before
    return held if held is not None and held.rule == "title" and inside else None


def _directed(text: str, start: int) -> int:
    """Return where 'ý kiến chỉ đạo của UBND tỉnh tại' begins that ends at ``start``."""
    led = _DIRECTED.search(text, max(0, start - _KIND_REACH), start)
    return led.start() if led is not None else start


def _opened(
    reading: Reading, before: int, start: int, heard: Sequence[Statement | None]
) -> Statement | None:
    """Return what opens the list whose last item nothing is said of.

    'Thực hiện A về chương trình X và triển khai B; C': B may be a part of the title of A.
    """
    if ";" not in reading.text[reading.drafts[before].after : start]:
        return None
    first = beside(reading, before)
    said = heard[first] if first is not None else None
    if said is None or said.relation not in _OF_ANY_TYPE or said.rule not in _OPENING:
        return None
    same = reading.sentence(before) == reading.sentence(said.object)
    return replace(said, object=before) if same else None


def begin(text: str, start: int) -> int:
    """Return where the list begins that the item at ``start`` opens: at 'các Quyết định: số 5'.

    So it is with 'Nghị định cũ số 5'.
    """
    old = _OLD.search(text, max(0, start - 40), start) if "cũ" in text[start - 9 : start] else None
    if old is not None:
        return old.start()
    if "số" in text[max(0, start - 5) : start]:
        twice = _TWICE.search(text, max(0, start - 40), start + 40)
        start = twice.start() if twice is not None and twice.start("again") == start else start
    if ":" not in text[max(0, start - 6) : start]:
        return start
    kind = _KIND_BEFORE.search(text, max(0, start - _KIND_REACH), start)
    return kind.start() if kind else start


def _ends_a_title(reading: Reading, last: Statement, index: int) -> bool:
    """Tell whether what follows is said of the document in whose name or title this stands."""
    draft = reading.drafts[index]
    owner = reading.drafts[draft.within] if draft.within is not None else None
    if owner is None:
        return False
    named = owner.kind is MentionKind.NAMED and draft.end <= owner.end
    return named or (last.rule == "title" and last.subject == draft.within)


def _in_doubt(reading: Reading, last: Statement, before: int, index: int, start: int) -> bool:
    """Tell whether the list may be the title's: 'bãi bỏ Thông tư A sửa đổi Thông tư B, Thông tư C'.

    A semicolon ends the title with all that it lists. Where the actor is itself in a list, 'và'
    behind a title may go on with that one: 'bãi bỏ A, B sửa đổi C hướng dẫn D và E'.
    """
    drafts = reading.drafts
    if index + 1 < len(drafts) and drafts[index + 1].within == index:
        return False  # an amending law, which others hardly amend
    held = {draft.type for draft in drafts[before + 1 : index] if draft.within == before}
    if held and last.rule == "actor" and _is_listed(reading, last.subject):
        return True
    return (
        drafts[index].type in held and ";" not in reading.text[_end(reading, before, index) : start]
    )


def _is_listed(reading: Reading, index: int | None) -> bool:
    """Tell whether a reference goes on with a list."""
    if index is None or (before := beside(reading, index)) is None:
        return False
    return is_joined(reading, before, reading.drafts[index].start)


def _end(reading: Reading, before: int, index: int) -> int:
    """Return where the last reference ends that stands before the joint."""
    return max(draft.end for draft in reading.drafts[before:index])


def _still(reading: Reading, last: Statement, before: int, index: int) -> bool:
    """Tell whether a semicolon goes on with the list: 'A thay thế B; C' may begin another clause.

    It does for what an official text does itself. What another document does goes on with items
    that are alike and say nothing more, what a body does with those that say nothing more. Before
    the main clause that names the actor all is the list: 'Căn cứ A; B; C, Tỉnh ủy ban hành Y'.
    """
    one, other = reading.drafts[before], reading.drafts[index]
    if not _is_of_others(reading, last) or acts_later(last, index, other):
        return True
    if _is_led_by_colon(reading, before):
        return True
    alike = one.type == other.type or last.relation in _OF_ANY_TYPE
    alike = alike and bool(one.title_span) == bool(other.title_span)
    says_no_more = _SAYS_NO_MORE.match(reading.text, other.past_title) is not None
    return says_no_more and (alike or last.subject is None)


def _is_led_by_colon(reading: Reading, index: int) -> bool:
    """Tell whether a list stands behind a colon: 'thay thế các văn bản sau: A; B về giá; C'."""
    first = [index, *joined_back(reading, index)][-1]
    start = reading.drafts[first].begins
    return reading.text[max(0, start - 4) : start].rstrip().endswith(":")


def _is_of_others(reading: Reading, last: Statement) -> bool:
    """Tell whether a statement says what others do than an official text itself."""
    if last.subject is None:
        return True
    pointing = reading.drafts[last.subject].kind in _POINTING and reading.own is not None
    return last.rule in _OF_OTHERS and not pointing


def _is_named_as(reading: Reading, last: Statement, index: int) -> bool:
    """Tell whether in 'Luật A số 1 được sửa đổi theo Luật số 2, Luật B số 3' B is like A."""
    patient, agent = reading.drafts[last.object], reading.drafts[index - 1]
    item = reading.drafts[index]
    if not (patient.name and item.name) or agent.name or last.subject != index - 1:
        return False
    return "và" not in reading.text[agent.after : item.start]


def _amends_what_ends(reading: Reading, last: Statement, index: int) -> bool:
    """Tell whether in 'A được sửa đổi bởi B và C hết hiệu lực' C is like B: A ends, C amends it."""
    one, other = reading.drafts[index - 1], reading.drafts[index]
    if last.relation is not RelationKind.AMENDS or last.subject != index - 1:
        return False
    alike = one.type == other.type and one.name == other.name
    joint = reading.text[one.after : other.start]
    lapses = reading.cues.after(reading.text, other.after, other.after + _CLAUSE) is not None
    ends = lapses or reading.cues.passives.suffering(reading.text, other.after) in _ENDS
    return alike and "và" in joint and ends


def _ends_later(reading: Reading, index: int) -> bool:
    """Tell whether behind a semicolon stands what ends itself: '…; B và C hết hiệu lực'."""
    for at in range(index, min(index + _LISTED, len(reading.drafts))):
        draft = reading.drafts[at]
        if draft.within is not None:
            continue
        before = beside(reading, at)
        if at > index and before is not None:
            if not is_joined(reading, before, draft.start):
                return False
            if ";" in reading.text[_end(reading, before, at) : draft.start]:
                return False
        ends = draft.ends
        if any(reading.cues.after(reading.text, end, end + _CLAUSE) for end in ends):
            return True
    return False
