"""Reading who does what a cue says of one reference: a document, a body, or the text itself."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import BODY_ACTS, CHANGES, Reading, possible, said
from graph.extraction.statements.actors import BodyActors
from graph.extraction.statements.deciding import Deciding
from graph.extraction.statements.ending_lists import of_an_excerpt
from graph.extraction.statements.going_on import next_deed
from graph.extraction.statements.subjects import DocumentActors
from graph.extraction.statements.titled_acts import (
    asks_for_report,
    is_guide,
    is_met,
    is_told,
    speaks_of_unnamed,
    told_of,
)
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_MADE = re.compile(r"(?<![^\W_])(?:ban\s{1,4}hành|(?:xây|soạn)\s{1,4}(?:dựng|thảo))\s{1,4}$")
_PLANS = re.compile(
    r"(?i:chương\s{1,4}trình(?:\s{1,4}hành\s{1,4}động)?|kế\s{1,4}hoạch|đề\s{1,4}án)(?:\s{1,4}của\s{1,4}[^,;.:“”()]{2,60}?)?\s{1,4}$"
)
_SETS_OUT = re.compile(
    r"(?<![^\W_])(?:ban\s{1,4}hành|xây\s{1,4}dựng\s{1,4}(?:kế|chương|đề)|quyết\s{1,4}nghị|yêu\s{1,4}cầu|chỉ\s{1,4}thị:|ra\s{1,4}(?:nghị|chỉ|quyết))(?![^\W_])"
)
_THEN_ISSUED = ("main-clause", "opening")
_LOOKS_BACK = re.compile(r"(?i:sơ|tổng)\s{1,4}kết|(?i:đánh)\s{1,4}giá|năm\s{1,4}thực")

# 'nêu tại Thông tư này được áp dụng bảng lương ban hành kèm theo B': what is far off is no annex.
_ANNEX_REACH = 30  # characters


class Acting:
    """Finds who acts; immutable."""

    def __init__(
        self,
        registry: Registry,
        documents: DocumentActors,
        bodies: BodyActors,
        deciding: Deciding,
    ) -> None:
        self._deciding = deciding
        self._documents = documents
        self._bodies = bodies
        self._types = {type_.id: type_ for type_ in registry.types}
        self._proposes = registry.listed("only-proposes")
        self._look_back = registry.listed("looks-back")

    def only_then(self, reading: Reading, acted: Statement | None) -> bool:
        """Tell whether a document only came about then: 'Sau 5 năm thực hiện A, … ra Chỉ thị B'."""
        if acted is None or acted.rule not in _THEN_ISSUED or acted.subject is None:
            return False
        if acted.rule == "opening" and not self._issues(reading, acted):
            return False  # 'Sau 5 năm thực hiện A, kinh tế hợp tác đã có bước phát triển.'
        then = reading.drafts[acted.subject]
        title = then.title_span.of(reading.text) if then.title_span else ""
        return then.type not in self._look_back and _LOOKS_BACK.search(title) is None

    def _issues(self, reading: Reading, acted: Statement) -> bool:
        """Tell whether the sentence goes on to say that something was issued, or is to be."""
        end = reading.drafts[acted.object].end
        return _SETS_OUT.search(reading.text, end, acted.sentence.end) is not None

    def acted(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> Statement | None:
        """Return what a cue of a kind says of a reference, None where nobody is known to do it."""
        draft = reading.drafts[index]
        subject, rule, sure = self._documents.actor(reading, index, kind, cue, sentence)
        if rule == "opening" and kind in BODY_ACTS:
            issued = self._bodies.based(reading, index, cue, sentence, kind=kind)
            if issued is not None and issued.subject not in (None, reading.own):
                return issued  # 'Để triển khai A, HĐND tỉnh đã thông qua B', in a proposal
        if subject is not None and rule == "actor" and kind in BODY_ACTS:
            one = said(kind, subject, index, cue, sentence, rule, sure)
            if not possible(reading.drafts, self._types, one):
                subject = None  # 'Quyết định A của Trung ương, thực hiện B của tỉnh'
        if subject is not None:
            unnamed = rule == "title" and speaks_of_unnamed(reading, index, kind, cue)
            if unnamed or (rule == "title" and asks_for_report(reading, subject)):
                return None
            proposes = rule == "title" and reading.drafts[subject].type in self._proposes
            if kind is K.IMPLEMENTS and proposes and is_met(reading, subject, cue):
                return None
            acts = reading.drafts[subject] if rule == "actor" else None
            targets = acts.targets if acts is not None else ()
            # 'Thực hiện Công văn A, UBND tỉnh báo cáo' carries out A, whatever the text is.
            reports = acts is not None and acts.type == "bao-cao"
            if kind is K.CITES and acts is not None and acts.number is not None:
                made = _MADE.search(reading.text, max(0, cue.start - 16), cue.start)
                kind = kind if made is None else K.BASED_ON  # 'A ban hành theo Nghị định B'
            if kind is K.CITES and rule == "own-title" and is_guide(reading, subject):
                kind = K.GUIDES  # 'V/v hướng dẫn thực hiện chính sách theo Nghị định A'
            if kind is K.IMPLEMENTS and (reports or rule in ("title", "own-title")):
                kind = told_of(reading, subject, cue)
            return said(kind, subject, index, cue, sentence, rule, sure, draft.targets, targets)
        if kind in BODY_ACTS | CHANGES and draft.within is None:
            decided = self._deciding.decided(reading, index, kind, cue, sentence)
            if decided is not None:
                return said(kind, decided, index, cue, sentence, "actor", 0.85, draft.targets)
        if reading.own is not None and kind in BODY_ACTS and draft.within is None:
            if (seen := self._deciding.of_the_own(reading, index, cue, sentence)) is not None:
                return seen
            if cue.start > reading.enacts:
                issued = self._bodies.based(reading, index, cue, sentence, kind=kind)
                if issued is not None and issued.subject != reading.own:
                    return issued  # 'Thực hiện A, Đảng ủy đã ban hành B', in a report
            # Somebody is to carry out what the text itself may carry out too.
            return None if is_told(reading, index) else self.cited(reading, index, cue, sentence)
        if reading.own is not None or draft.within is not None:
            return None
        if kind in CHANGES and (enacts := of_an_excerpt(reading, index, cue.start)) is not None:
            return said(kind, enacts, index, cue, sentence, "clause", 0.85, draft.targets)
        if kind in CHANGES and (goes_on := next_deed(reading, index, kind, cue, sentence)):
            return goes_on
        if kind is K.CITES and cue.of(reading.text).lower().startswith("theo"):
            return self._bodies.based(reading, index, cue, sentence, at_once=True)
        if kind in (K.REPEALS, K.STAYS, K.SUSPENDS, K.EXTENDS, K.CORRECTS):
            return self._deciding.ends(reading, index, kind, cue, sentence)
        if kind is K.GUIDES:
            return self._bodies.guides(reading, index, cue, sentence)
        if kind in (K.DETAILS, K.RESPONDS_TO):
            return self._bodies.based(reading, index, cue, sentence, kind=kind)
        if kind not in BODY_ACTS:
            return None
        return self._bodies.act(reading, index, kind, cue, sentence)

    def part_of(self, reading: Reading, index: int, cue: Span, sentence: Span) -> Statement | None:
        """Read 'A ban hành kèm theo B', or an annex's own 'kèm theo B'; else B is only cited."""
        draft, own = reading.drafts[index], reading.own
        if draft.within is None:
            subject, rule, sure = self._documents.actor(reading, index, K.PART_OF, cue, sentence)
            if subject is not None and rule == "actor":
                led = reading.led(subject)
                if led is not None and led[0] in BODY_ACTS:
                    return _planned(reading, index, subject, led[:2], sentence)
                near = cue.start - reading.drafts[subject].after <= _ANNEX_REACH
                if near and reading.drafts[subject].title_span is None:
                    return said(K.PART_OF, subject, index, cue, sentence, rule, sure)
            if (
                own is not None
                and reading.drafts[own].number is None
                and cue.start < reading.enacts
            ):
                return said(K.PART_OF, own, index, cue, sentence, "annex", 0.95)
        return self.cited(reading, index, cue, sentence)

    def cited(self, reading: Reading, index: int, cue: Span, sentence: Span) -> Statement | None:
        """Return by whom a reference is cited, if by a document."""
        subject, rule, sure = self._documents.actor(reading, index, K.CITES, cue, sentence)
        if subject is None:
            return None
        targets = reading.drafts[index].targets
        return said(K.CITES, subject, index, cue, sentence, rule, sure, targets)


def _planned(
    reading: Reading, index: int, plan: int, led: tuple[K, Span], sentence: Span
) -> Statement | None:
    """Read 'Chương trình của Chính phủ thực hiện A (ban hành kèm theo B)': B carries out A."""
    kind, verb = led
    if _PLANS.search(reading.text, max(0, verb.start - 90), verb.start) is None:
        return None
    targets = reading.drafts[plan].targets
    return said(kind, index, plan, verb, sentence, "means", 0.85, targets)
