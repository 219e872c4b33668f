"""Finding the bodies named before a cue that may act: no issuers, no parts of other phrases."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading
from graph.extraction.fields.body_phrases import begins_a_body
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.patterns import SPACE
from graph.model.spans import Span

ACTOR_REACH = 320  # characters from a body to what it does
# A delegation acts for the body that sent it.
_SENT = re.compile(
    rf"[Đđ]oàn(?:,?{SPACE}[^\W\d_]+){{0,4}}(?:{SPACE}số{SPACE}\d+)?{SPACE}(?:của|do){SPACE}$"
)
# 'do đồng chí Phó Chủ nhiệm Thường trực làm Trưởng đoàn': who heads it does not act for a body
_LEADS_TEAM = re.compile(
    rf"(?<![^\W_])do{SPACE}(?:(?:đồng{SPACE}chí|ông|bà){SPACE})?[^,;.:“”]{{0,60}}{SPACE}(?:làm|là){SPACE}(?:[Tt]rưởng|[Tt]ổ){SPACE}"
)


class NamedBodies:
    """Finds bodies that may act; ``of`` is what stands before one that does not."""

    def __init__(self, issuers: IssuerReader, of: re.Pattern[str]) -> None:
        self._issuers = issuers
        self._of = of

    def before(self, reading: Reading, index: int, cue: Span, sentence: Span) -> list[Span]:
        """Return the bodies named before the cue that are neither issuers nor parts of phrases."""
        text = reading.text
        near = reading.drafts[max(0, index - 4) : index]
        issuing = [draft.issuer_span for draft in near if draft.issuer_span]
        issuing += [Span(draft.start, draft.end) for draft in near]
        start = max(sentence.start, cue.start - ACTOR_REACH)
        return [
            span
            for span in self._issuers.bodies_in(text, start, cue.start)
            if begins_a_body(text, span.start)
            and not span.of(text).lower().startswith(("bí thư", "phó bí thư"))
            and not self._is_told_of(text, span, sentence)
            and not _LEADS_TEAM.search(text, max(sentence.start, span.start - 40), span.end)
            and not any(span.overlaps(other) for other in issuing)
            and (
                not self._of.search(text, max(sentence.start, span.start - 44), span.start)
                or _SENT.search(text, max(sentence.start, span.start - 44), span.start)
            )
        ]

    def _is_told_of(self, text: str, body: Span, sentence: Span) -> bool:
        """Tell whether a congress is only spoken of: 'thông tin kết quả Đại hội XIV và …'."""
        congress = body.of(text).lower().startswith("đại hội")
        return congress and body.start > sentence.start + 1
