"""References tied to a Party document whose stated terms or day put it in another term.

'Nghị quyết số 18-NQ/TW khóa XII' is not that 'ngày 16/6/2022' elsewhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model.mentions import Mention, MentionKind
from graph.resolution.places import CENTRE
from graph.resolution.terms import Terms

_TIED = (MentionKind.SHORT, MentionKind.NUMBERED)


def of_another_term(mentions: Sequence[Mention], terms: Terms) -> Iterator[int]:
    """Yield the references that state another term than what they are tied to."""
    undated: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.term is None or mention.antecedent is None or mention.kind not in _TIED:
            continue
        root = _root(mentions, mention.antecedent)
        full = mentions[root]
        if full.number is None or full.number.organ != "TW":
            continue
        if full.date is None and full.term is None:
            undated.setdefault(root, []).append(index)
        elif full.term not in (None, mention.term) or (
            full.date is not None and not terms.may_hold(CENTRE, mention.term, full.date)
        ):
            yield index
    for tied in undated.values():
        if len({mentions[index].term for index in tied}) > 1:
            yield from tied


def _root(mentions: Sequence[Mention], index: int) -> int:
    seen = {index}
    while (before := mentions[index].antecedent) is not None and before not in seen:
        seen.add(before)
        index = before
    return index
