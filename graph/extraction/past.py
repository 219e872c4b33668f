"""Laws as they were at a time that the words around tell: 'từ 2006 đến 2011 … vi phạm Luật X'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.draft import Draft
from graph.extraction.sentences import Sentences
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.registry import LAWS
from graph.model.spans import Span

_REACH = 60
_BROKEN = re.compile(r"(?<![^\W_])(?:vi\s{1,4}phạm|làm\s{1,4}trái|trái\s{1,4}với)\s[^.;:]{0,60}$")
_YEAR = re.compile(r"(?<![\d/.,])(?:\d{1,2}\s?[-/.]\s?){0,2}(?P<year>(?:19|20)\d\d)(?![\d/%])")
_STILL = re.compile(r"(?<![^\W_])nay(?![^\W_])")
_THEREBY = "Theo đó"


def date_what_the_past_had(text: str, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Set ``by`` of laws named without a date: those that were broken then, or ordered to follow.

    The time is the last year that the sentence tells before the law; of what a document ordered
    ('Theo đó, …') the day of the document, which the sentence before cites.
    """
    broken, thereby = "phạm" in text or "trái" in text, _THEREBY in text
    if not (broken or thereby):
        return
    for index, draft in enumerate(drafts):
        if draft.kind is not MentionKind.NAMED or draft.type not in LAWS:
            continue
        if draft.date is not None or draft.by is not None or draft.number is not None:
            continue
        near = max(0, draft.start - _REACH), draft.start
        if not thereby and text.find("phạm", *near) < 0 and text.find("trái", *near) < 0:
            continue
        sentence = sentences.around(Span(draft.start, draft.end))
        if thereby and text.startswith(_THEREBY, sentence.start):
            draft.by = _ordered(text, drafts, index, sentence, sentences)
        elif broken and _BROKEN.search(
            text, max(sentence.start, draft.start - _REACH), draft.start
        ):
            draft.by = _then(text, sentence, draft)


def _ordered(
    text: str, drafts: Sequence[Draft], index: int, sentence: Span, sentences: Sentences
) -> PartialDate | None:
    """Return the day of the last document cited in the sentence before."""
    before = (drafts[at] for at in range(index - 1, -1, -1))
    dated = next((draft for draft in before if draft.end <= sentence.start), None)
    if dated is None or dated.date is None or dated.kind is MentionKind.SELF:
        return None
    there = sentences.around(Span(dated.start, dated.end))
    return dated.date if not text[there.end : sentence.start].strip(" \t\r\n.;") else None


def _then(text: str, sentence: Span, draft: Draft) -> PartialDate | None:
    years = [int(found["year"]) for found in _YEAR.finditer(text, sentence.start, draft.start)]
    if not years or _STILL.search(text, sentence.start, draft.start):
        return None
    return PartialDate(max(years))
