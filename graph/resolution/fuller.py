"""Short references that say more of a document than its number in full does.

'hủy Quyết định số 4914/QĐ-UBND. Ngày 7/12/2018, Chủ tịch UBND tỉnh đã ký Quyết định số 4914': the
second says when, and whose; the first then points at it.
"""

from __future__ import annotations

from dataclasses import replace

from graph.model.mentions import Extraction, Mention, MentionKind


def turned(extraction: Extraction) -> Extraction:
    """Return the extraction with the fuller ones given the number, the bare ones pointing at them.

    Only where short references tell one day, and what bears the number tells nothing.
    """
    mentions = extraction.mentions
    dated: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        full = mention.antecedent
        if full is not None and mention.kind is MentionKind.SHORT and mention.date is not None:
            dated.setdefault(full, []).append(index)
    if not dated:
        return extraction
    found = list(mentions)
    for index, (fuller, *more) in dated.items():
        bare = mentions[index]
        days = {str(mentions[each].date) for each in (fuller, *more)}
        if len(days) > 1 or not _is_bare(bare) or bare.type != mentions[fuller].type:
            continue
        found[fuller] = replace(mentions[fuller], number=bare.number, antecedent=None)
        found[index] = replace(bare, antecedent=fuller)
    return replace(extraction, mentions=tuple(found))


def _is_bare(mention: Mention) -> bool:
    return (
        mention.kind is MentionKind.NUMBERED
        and mention.number is not None
        and mention.number.year is None
        and mention.date is None
        and mention.issuer is None
        and mention.term is None
        and mention.antecedent is None
    )
