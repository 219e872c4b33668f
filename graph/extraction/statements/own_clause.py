"""Items of a list that begin a clause of their own: 'A thay thế B, C vẫn còn hiệu lực'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import CHANGES, Reading
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement

_OWN_CLAUSE = re.compile(
    rf"{SPACE}(?:vẫn|chưa|không|đều|cũng|tiếp{SPACE}tục|(?:còn|có|hết){SPACE}hiệu{SPACE}lực"
    rf"|(?:đã|vừa|mới|sẽ|nay){SPACE}(?:thay|sửa|bổ{SPACE}sung|bãi|h[ủu][ỷy]|hướng{SPACE}dẫn))(?![^\W_])"
)
_PURPOSE = re.compile(rf"{SPACE}(?:để|nhằm){SPACE}")


def acts_itself(reading: Reading, index: int) -> bool:
    """Tell whether a verb of its own follows: 'A sửa đổi B; C bãi bỏ D'."""
    draft, end = reading.drafts[index], reading.sentence(index).end
    lead = reading.cues.leading(reading.text, draft.after + 1, end)
    return lead is not None and lead[0] in CHANGES


def acts_later(last: Statement, index: int, item: Draft) -> bool:
    """Tell whether a main clause behind the item names who acts."""
    if last.rule != "main-clause":
        return False
    if last.subject is not None:
        return last.subject > index
    return last.subject_span is not None and last.subject_span.start > item.start


def goes_its_way(reading: Reading, index: int) -> bool:
    """Tell whether a clause of its own begins: 'A thay thế B, C vẫn còn hiệu lực'."""
    return _OWN_CLAUSE.match(reading.text, reading.drafts[index].after) is not None


def is_like_the_actor(reading: Reading, last: Statement, index: int) -> bool:
    """Tell whether in 'A để thực hiện B và C để thực hiện D' it is C that acts next, as A does."""
    assert last.subject is not None
    actor, one, item = (reading.drafts[at] for at in (last.subject, last.object, index))
    if last.relation is RelationKind.CITES or actor.kind is MentionKind.SELF:
        return False
    if not _are_of_one_kind(actor, item) or one.type == item.type:
        return False
    purpose = _PURPOSE.match(reading.text, item.after)
    at = purpose.end() if purpose else item.after + 1
    lead = reading.cues.leading(reading.text, at, reading.sentence(index).end)
    return lead is not None and lead[0] not in CHANGES


def suffers(reading: Reading, index: int) -> bool:
    """Tell whether this reference's own amender is named right after it."""
    draft = reading.drafts[index]
    ends = {draft.end, *draft.ends}
    return any(reading.cues.passives.suffering(reading.text, end) is not None for end in ends)


def _are_of_one_kind(one: Draft, other: Draft) -> bool:
    """Tell whether two are of one type, however short it is called: 'Chương trình (hành động)'."""
    types = sorted((one.type or "", other.type or ""), key=len)
    return types[1] in (types[0], f"{types[0]}-hanh-dong")
