"""Reading what a body does to a document that is the subject: 'Chỉ thị A được Tỉnh ủy tổng kết'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.cues.saying import Reading, again, behind, done_by
from graph.extraction.fields.body_phrases import begins_a_body
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.adjacent import joined_back
from graph.extraction.statements.passives import is_carried_out
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_BODY_REACH = 120  # characters
_VOICE = re.compile(
    rf"{MAYBE_SPACE},?{SPACE}(?:(?:đã|vừa|luôn|cũng|nhanh{SPACE}chóng|sớm|kịp{SPACE}thời|tiếp{SPACE}tục){SPACE}){{0,2}}"
    rf"được{SPACE}"
)
# 'hội nghị tổng kết X do Ban Bí thư tổ chức'
_BY = re.compile(rf"{MAYBE_SPACE},?{SPACE}do{SPACE}")
_HOLDS = re.compile(
    rf"(?:{SPACE}phối{SPACE}hợp{SPACE}[^.;:]{{2,80}}?)?{SPACE}(?:tổ{SPACE}chức|chủ{SPACE}trì)(?![^\W_])"
)
_EVENT = re.compile(
    rf"(?<![^\W_])(?i:hội{SPACE}nghị|hội{SPACE}thảo|lễ|t(?:ọa|oạ){SPACE}đàm|buổi)(?:{SPACE}(?:trực{SPACE}tuyến|toàn{SPACE}quốc|báo{SPACE}cáo{SPACE}viên))?{SPACE}$"
)
_LOOKING = (
    rf"(?:{SPACE}(?:đã|tổ{SPACE}chức|tiến{SPACE}hành|thường{SPACE}xuyên|trực{SPACE}tiếp)){{0,2}}"
)
# 'được Đảng ủy cụ thể hóa bằng Kế hoạch B': it is B that does it.
_BY_MEANS = re.compile(rf"[^.;:\n]{{0,60}}?{SPACE}(?:bằng|thành|tại|qua)(?![^\W_])")


class DoneTo:
    """Finds bodies that passives name; the verbs are those of cues.tsv."""

    def __init__(self, registry: Registry, issuers: IssuerReader) -> None:
        self._issuers = issuers
        reviews, carries = (alternation(registry.listed(f"done-to-{kind}"))
                            for kind in ("reviews", "implements"))  # fmt: skip
        manners = alternation(registry.listed("done-to-manner"))
        looks = alternation(registry.listed("done-to-looks"))
        # 'Việc thực hiện X được Quốc hội giám sát'
        self._looks = re.compile(rf"{_LOOKING}{SPACE}(?P<cue>{looks})(?![^\W_])")
        self._verb = re.compile(
            rf"(?:,?{SPACE}(?:{manners})){{0,4}},?{SPACE}(?P<cue>(?P<reviews>{reviews})|(?:{carries}))(?![^\W_])"
        )

    def read(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read it of the reference at ``index``, and of those that it is listed with."""
        one = self._done(reading, index)
        if one is None:
            return
        yield one
        for earlier in joined_back(reading, index):
            if reading.drafts[earlier].kind not in FULL:
                return
            yield again(one, earlier, one.sentence, reading.drafts[earlier])

    def _done(self, reading: Reading, index: int) -> Statement | None:
        text, draft = reading.text, reading.drafts[index]
        if draft.kind not in FULL or draft.within is not None or draft.quoted:
            return None
        sentence = reading.sentence(index)
        for end in behind(text, draft):
            if (held := self._held(reading, index, end)) is not None:
                return held
            voice = _VOICE.match(text, end, sentence.end)
            if voice is None or not begins_a_body(text, voice.end()):
                continue
            limit = min(sentence.end, voice.end() + _BODY_REACH)
            last = self._issuers.body_end(text, voice.end(), limit)
            if last is None:
                continue
            body = Span(voice.end(), last)
            looked = self._looks.match(text, last, sentence.end)
            if looked is not None and is_carried_out(reading, index):
                if _BY_MEANS.match(text, looked.end(), sentence.end):
                    return None
                cue = Span(*looked.span("cue"))
                return done_by(body, reading, K.REVIEWS, index, cue, sentence)
            verb = self._verb.match(text, last, sentence.end)
            if verb is None:
                continue
            kind = K.REVIEWS if verb["reviews"] else K.IMPLEMENTS
            if kind is K.IMPLEMENTS and _BY_MEANS.match(text, verb.end(), sentence.end):
                return None
            return done_by(body, reading, kind, index, Span(*verb.span("cue")), sentence)
        return None

    def _held(self, reading: Reading, index: int, at: int) -> Statement | None:
        """Read 'hội nghị tổng kết X do Ban Bí thư tổ chức', X ending at ``at``."""
        text, sentence = reading.text, reading.sentence(index)
        by = _BY.match(text, at, sentence.end)
        if by is None or not begins_a_body(text, by.end()):
            return None
        limit = min(sentence.end, by.end() + _BODY_REACH)
        last = self._issuers.body_end(text, by.end(), limit)
        led = reading.led(index)
        if last is None or led is None or led[0] not in (K.REVIEWS, K.IMPLEMENTS):
            return None
        if _HOLDS.match(text, last, sentence.end) is None:
            return None
        if _EVENT.search(text, max(sentence.start, led[1].start - 40), led[1].start) is None:
            return None
        return done_by(Span(by.end(), last), reading, led[0], index, led[1], sentence)
