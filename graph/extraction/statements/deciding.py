"""Reading what a body decides: 'HĐND tỉnh đã bãi bỏ X', 'Tại Quyết định A, UBND tỉnh bãi bỏ B'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, done_by, said
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.adjacent import beside
from graph.extraction.statements.agreeing import AGREED, who_agrees
from graph.extraction.statements.intended import asking, is_intended
from graph.extraction.statements.joints import ORDERING
from graph.extraction.statements.just_issued import issued_before
from graph.extraction.statements.named_bodies import ACTOR_REACH, NamedBodies
from graph.extraction.statements.together import named_for_others
from graph.extraction.statements.watching import sees_itself
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_HAS_ENDED = re.compile(
    rf"(?:{SPACE}kh(?:óa|oá){SPACE}[IVX\d]{{1,5}},?)?(?:{SPACE}(?:đã|vừa|nay|còn|cũng|chính{SPACE}thức|ra|có|ban{SPACE}hành|văn{SPACE}bản|công{SPACE}văn|nghị{SPACE}quyết|quyết{SPACE}định|thống{SPACE}nhất|biểu{SPACE}quyết|đồng{SPACE}ý|kết{SPACE}luận"
    rf"|thông{SPACE}qua|chỉ{SPACE}đạo|việc|cho)){{1,4}}:?{SPACE}"
)
_PARTS = re.compile(r"[.;:]")


class Deciding:
    """Finds the body that decided, or the document in which it did; immutable."""

    def __init__(self, registry: Registry, issuers: IssuerReader) -> None:
        self._issuers = issuers
        self._named = NamedBodies(issuers, named_for_others(registry))
        asks = alternation(registry.listed("asks"))
        self._asks = asking(registry)
        # 'xét đề nghị của Sở A, UBND tỉnh …' asks nobody
        self._demands = re.compile(
            rf"(?<![^\W_])(?:{asks})(?![^\W_])(?!{SPACE}(?:của|tại|này)|{MAYBE_SPACE}:)"
        )

    def of_the_own(
        self, reading: Reading, index: int, cue: Span, sentence: Span
    ) -> Statement | None:
        """Read 'Đoàn kiểm tra đã kiểm tra B về việc thực hiện X' in its sender's paper."""
        own = reading.drafts[reading.own].issuer_span if reading.own is not None else None
        eye = sees_itself(reading.text, cue, sentence) if own is not None else None
        if own is None or eye is None:
            return None
        return done_by(own, reading, RelationKind.REVIEWS, index, eye, sentence)

    def ends(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> Statement | None:
        """Read 'HĐND tỉnh đã bãi bỏ X': a body that did so, or has it stopped."""
        spans, text = self._named.before(reading, index, cue, sentence), reading.text
        if not spans:
            body = who_agrees(text, cue, self._issuers) if kind in AGREED else None
            return done_by(body, reading, kind, index, cue, sentence) if body else None
        lead = text[sentence.start : spans[-1].start].rstrip()
        opens = not lead or (lead.endswith(",") and self._demands.search(lead) is None)
        asked = text.endswith("?", sentence.start, sentence.end)
        plainly = opens and not asked and text[spans[-1].end : cue.start].isspace()
        if not plainly and not _HAS_ENDED.fullmatch(text, spans[-1].end, cue.start):
            return None
        if (by := issued_before(reading, index, spans[-1], sentence)) is not None:
            return said(kind, by, index, cue, sentence, "actor", 0.8, reading.drafts[index].targets)
        return done_by(spans[-1], reading, kind, index, cue, sentence)

    def decided(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> int | None:
        """Return the document in which a body does it: 'Tại Quyết định A, UBND tỉnh bãi bỏ B'.

        By an order others are asked to: 'Tại Công văn A, UBND tỉnh yêu cầu các sở thực hiện B'.
        """
        before, text = beside(reading, index), reading.text
        draft = reading.drafts[before] if before is not None else None
        if draft is None or not draft.decides or draft.issuer_span is None:
            return None
        acts = draft.issuer_span.end
        orders = kind is RelationKind.IMPLEMENTS and draft.type in ORDERING
        reach = ACTOR_REACH if orders else ACTOR_REACH // 2
        if draft.start < sentence.start or not acts < cue.start <= acts + reach:
            return None
        parting = (_PARTS,) if orders else (_PARTS, self._asks)
        other = any(one.search(text, acts, cue.start) for one in parting)
        other = other or is_intended(text, acts, cue.start)
        return None if other else before
