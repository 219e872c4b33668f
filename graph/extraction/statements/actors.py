"""Reading which body acts, where no document does: 'Tỉnh ủy sơ kết thực hiện Chỉ thị …'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, done_by, said
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.going_on import same_again
from graph.extraction.statements.intended import (
    asking,
    falling_short,
    is_helper,
    is_intended,
    is_team,
    only_attends,
    only_supports,
)
from graph.extraction.statements.mainclause import MainClauses
from graph.extraction.statements.named_bodies import ACTOR_REACH, NamedBodies
from graph.extraction.statements.sessions import Sessions
from graph.extraction.statements.together import joined_before, named_for_others
from graph.extraction.statements.watching import (
    led_by,
    meets,
    sent_to_see,
    watched,
    watched_over,
)
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, UPPER, alternation, cases
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_GUIDES = re.compile(
    rf"(?:{SPACE}(?:đã|sẽ|vừa|đang|cũng|kịp{SPACE}thời|tiếp{SPACE}tục|có|ban{SPACE}hành|văn{SPACE}bản|công{SPACE}văn)){{0,4}}{SPACE}"
)
_ABOUT = re.compile(rf"{SPACE}(?:(?:về|về{SPACE}việc|nhằm|để){SPACE})?")
_AGAIN = re.compile(rf";{SPACE}(?:và{SPACE})?$")  # 'Căn cứ A; căn cứ B, Tỉnh ủy …'
# 'Trước đó, dựa trên X, …', 'Ngày 5/6, căn cứ X, …'
_CONNECTS = re.compile(rf"(?:[^.;:,“”]{{2,40}},{SPACE})?")
_FOR_A_PURPOSE = (RelationKind.GUIDES, RelationKind.DETAILS)
_DIRECTS = re.compile(
    rf"chỉ{SPACE}đạo(?:,?{SPACE}(?:tổ{SPACE}chức|triển{SPACE}khai|việc|và)){{0,3}},?{SPACE}"
)
_DONE = re.compile(rf"{SPACE}đã(?![^\W_])")
# 'việc thực hiện X ở A đã được Ban B kiểm tra': A suffers it
_SUFFERS = re.compile(rf"(?:{SPACE}(?:đã|vừa|cũng|luôn)){{0,2}}{SPACE}(?:được|bị){SPACE}[{UPPER}]")
# 'Tuổi trẻ tỉnh nhà đã làm nhiều việc, như: …; thực hiện X'
_TOLD_OF = re.compile(rf"[^:;]{{4,200}}{SPACE}đã{SPACE}[^:;]{{2,200}}:")
_AS_FOLLOWS = re.compile(rf"(?<![^\W_])như{SPACE}sau{MAYBE_SPACE}:")
_TIME = re.compile(rf"(?i:sau|qua|trong|nhìn{SPACE}lại|hơn|gần|\d)")
_CLAUSE_START = re.compile(
    rf"(?:^|[.;:,\n–-]|(?:tập{SPACE}trung|tiếp{SPACE}tục|đẩy{SPACE}mạnh|tiến{SPACE}hành|chú{SPACE}trọng|tổ{SPACE}chức|bước{SPACE}đầu|trong|riêng|(?:[Ss]au|[Tt]rước)(?:{SPACE}khi)?|[Qq]ua)){MAYBE_SPACE}$"
)


# 'Sau khi tổng kết X, Bộ Chính trị ban hành Y': it is not Y that reviews X.
_WHEN = re.compile(rf"[Kk]hi{SPACE}$")


class BodyActors:
    """Finds the body that acts in a sentence."""

    def __init__(self, registry: Registry, issuers: IssuerReader, main: MainClauses) -> None:
        self._issuers = issuers
        self._main = main
        self._sessions = Sessions(issuers, main)
        leads = alternation({case for w in registry.listed("leads-clause") for case in cases(w)})
        self._led = re.compile(rf"(?:^|[,;:–-]){MAYBE_SPACE}(?:{leads}){SPACE}$")
        self._asks = asking(registry)
        nominal, connects, tasks = (
            alternation({case for word in registry.listed(name) for case in cases(word)})
            for name in ("nominal", "connective", "task")
        )
        self._nominal = re.compile(rf"(?<![^\W_])(?:{nominal}){SPACE}$")
        self._opening = re.compile(
            rf"[\s\d.)*•+–-]{{0,12}}(?:(?:{connects}){MAYBE_SPACE},?{SPACE})?(?:(?:{tasks}){SPACE}){{0,3}}"
        )
        self._falls_short = falling_short(registry)
        self._of = named_for_others(registry)
        self._named = NamedBodies(issuers, self._of)
        plans = alternation(registry.listed("plan"))
        self._unnamed = re.compile(rf"(?<![^\W_])(?i:{plans}){SPACE}của{SPACE}$")

    def act(
        self, reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
    ) -> Statement | None:
        """A body acts: the nearest before the cue in the sentence, else the place's own Party."""
        text, draft = reading.text, reading.drafts[index]
        spans = self._named.before(reading, index, cue, sentence)
        if (team := sent_to_see(text, spans, cue, sentence)) is not None:
            return done_by(team, reading, RelationKind.REVIEWS, index, cue, sentence)
        if spans and (led := led_by(text, spans[-1], cue)) is not None:
            kind, cue = RelationKind.GUIDES, led
        if spans and self._leaves_it(text, spans[-1], cue, sentence):
            return None
        if text.endswith("ban hành và ", sentence.start, cue.start):
            return None  # 'ban hành và triển khai Kế hoạch X': X is its own
        if kind is RelationKind.REVIEWS and is_team(text, max(0, cue.start - 12), cue.start):
            return None
        if spans and self._only_reports(text, spans[-1], kind, cue):
            return None
        if spans and (eye := watched(text, spans[-1], sentence)) is not None:
            # 'A giám sát B việc thực hiện X': it is A that reviews.
            kind, cue, spans = RelationKind.REVIEWS, eye, spans[:-1]
            if not spans:
                return self._sessions.looked(reading, index, eye, sentence)
        if spans and (over := watched_over(text, spans[-1], cue)) is not None:
            kind, cue = RelationKind.REVIEWS, over
        looks = self._sessions.looks_at(text, cue, sentence, named=bool(spans))
        if looks is not None:
            return self._sessions.looked(reading, index, looks, sentence)
        if kind is not RelationKind.REVIEWS and self._nominal.search(
            text, sentence.start, cue.start
        ):
            return None  # 'tình hình thực hiện X' is spoken of
        told = spans and _AS_FOLLOWS.search(text, spans[-1].end, cue.start)
        if told and self._main.follows(reading, index, sentence):
            return None  # 'Bộ A báo cáo như sau: Thực hiện X, các địa phương phải …'
        if spans and cue.start - spans[-1].end < ACTOR_REACH // 2:
            return done_by(spans[-1], reading, kind, index, cue, sentence)
        if (same := same_again(reading, index, kind, cue)) is not None:
            return same
        if not spans and (body := self._of_unnamed(reading, cue, sentence)) is not None:
            return done_by(body, reading, kind, index, cue, sentence)
        near = max(sentence.start, cue.start - 24)
        serves = self._led.search(text[near : cue.start])
        opens = cue.start == sentence.start or _CLAUSE_START.search(text, near, cue.start)
        if spans or not (opens or serves):
            return None
        if (main := self._main.after(reading, index, sentence)) is not None:
            subject, body = main
            if subject is not None and not _WHEN.search(text, near, cue.start):
                return said(kind, subject, index, cue, sentence, "main-clause", 0.85,
                            draft.targets)  # fmt: skip
            asks = self._asks.match(text, body.end + 1) is not None
            if asks and kind is not RelationKind.REVIEWS:
                return None  # 'Để triển khai X, Thủ tướng yêu cầu các bộ …'
            return done_by(body, reading, kind, index, cue, sentence, "main-clause")
        if kind is RelationKind.REVIEWS and (
            body := self._sessions.concluding(text, sentence.start)
        ):
            return done_by(body, reading, kind, index, cue, sentence)
        if (
            not _is_party(draft)
            or serves
            or is_intended(text, sentence.start, cue.start)
            or not self._has_no_subject(reading, index, cue, sentence)
        ):
            return None
        return said(kind, None, index, cue, sentence, "local-party", 0.6, draft.targets,
                    body=LOCAL_PARTY)  # fmt: skip

    def _leaves_it(self, text: str, body: Span, cue: Span, sentence: Span) -> bool:
        """Tell whether a body before a cue leaves it to others, is to do it, or was only there."""
        start, end = body.end, cue.start
        if self._asks_others(text, start, end) or self._is_asked(text, body, sentence):
            return True
        if meets(text, start, end) or is_helper(text, sentence.start, body.start):
            return True
        person = self._issuers.is_post(text, body.start)
        if only_attends(text, start, end, person=person):
            return True
        if is_intended(text, max(start, end - ACTOR_REACH), end):
            return True
        if self._falls_short.search(text, start, end) is not None:
            return True
        if _SUFFERS.match(text, start, end) is not None:
            return True
        return only_supports(text, start, end)

    def _only_reports(self, text: str, body: Span, kind: RelationKind, cue: Span) -> bool:
        """Tell whether somebody reports on it to others: 'Giám đốc Sở A báo cáo kết quả …'."""
        reports = kind is RelationKind.REVIEWS and text.startswith("báo cáo", cue.start)
        return reports and self._issuers.is_post(text, body.start)

    def _of_unnamed(self, reading: Reading, cue: Span, sentence: Span) -> Span | None:
        """Find the body in 'Chương trình hành động của Chính phủ thực hiện X', without number."""
        text, start = reading.text, max(sentence.start, cue.start - 90)
        for span in reversed(self._issuers.bodies_in(text, start, cue.start)):
            if not _ABOUT.fullmatch(text, span.end, cue.start):
                return None
            led = self._unnamed.search(text, max(sentence.start, span.start - 40), span.start)
            return span if led and text[span.start].isupper() else None
        return None

    def _asks_others(self, text: str, start: int, end: int) -> bool:
        """Tell whether a body asks others; 'lãnh đạo, chỉ đạo thực hiện X' is its own doing."""
        asked = self._asks.search(text, start, end)
        return asked is not None and _DIRECTS.fullmatch(text, asked.start(), end) is None

    def _is_asked(self, text: str, body: Span, sentence: Span) -> bool:
        """Tell whether a body is asked, with others: 'đề nghị Bộ A, Bộ B tổng kết X'.

        One that 'đã' did it is praised for it.
        """
        if _DONE.match(text, body.end):
            return False
        first = [body, *joined_before(self._issuers, text, body, sentence.start)][-1]
        return any(
            found.end() + 1 == first.start
            for found in self._asks.finditer(
                text, max(sentence.start, first.start - 24), first.start
            )
        )

    def guides(self, reading: Reading, index: int, cue: Span, sentence: Span) -> Statement | None:
        """Read 'Bộ Y tế hướng dẫn thực hiện X', or 'Hướng dẫn thực hiện X, Bộ Y tế ban hành Y'."""
        spans = self._named.before(reading, index, cue, sentence)
        if spans and _GUIDES.fullmatch(reading.text, spans[-1].end, cue.start):
            return done_by(spans[-1], reading, RelationKind.GUIDES, index, cue, sentence)
        return self.based(reading, index, cue, sentence, kind=RelationKind.GUIDES)

    def _has_no_subject(self, reading: Reading, index: int, cue: Span, sentence: Span) -> bool:
        """Tell whether a clause names nobody, and no clause of another's follows: a listed task."""
        text = reading.text
        begins = max(sentence.start, text.rfind(";", sentence.start, cue.start) + 1)
        if self._opening.fullmatch(text, begins, cue.start) is None:
            return False
        named = self._issuers.bodies_in(text, sentence.start, cue.start)
        if any(not self._of.search(text, max(0, b.start - 44), b.start) for b in named):
            return False
        if begins > sentence.start and not _TIME.match(text, cue.start):
            return _TOLD_OF.match(text, sentence.start, begins) is None
        return not self._main.follows(reading, index, sentence)

    def based(
        self,
        reading: Reading,
        index: int,
        cue: Span,
        sentence: Span,
        *,
        at_once: bool = False,
        kind: RelationKind = RelationKind.BASED_ON,
    ) -> Statement | None:
        """Read 'Căn cứ X, Tỉnh ủy ban hành Y': Y rests on X; 'Theo X' has Y right behind it."""
        near = reading.text[max(sentence.start, cue.start - 12) : cue.start]
        purpose = kind in _FOR_A_PURPOSE and self._led.search(near) is not None
        opens = _CONNECTS.fullmatch(reading.text, sentence.start, cue.start) is not None
        if not opens and not purpose and not _AGAIN.search(near):
            return None
        main = self._main.after(reading, index, sentence, at_once=at_once)
        if main is not None and main[0] is None and kind is RelationKind.RESPONDS_TO:
            return done_by(main[1], reading, kind, index, cue, sentence, "main-clause")
        if main is None or main[0] is None:
            return None
        return said(kind, main[0], index, cue, sentence, "main-clause", 0.85,
                    reading.drafts[index].targets)  # fmt: skip


# Who acts in a local text that names no one: the Party organisation of the text's own place.
LOCAL_PARTY = "Đảng bộ tỉnh"


def _is_party(draft: Draft) -> bool:
    if draft.number is not None:
        return draft.number.form is NumberForm.PARTY
    return draft.kind is MentionKind.NAMED and draft.type in ("nghi-quyet", "dieu-le", "ket-luan")
