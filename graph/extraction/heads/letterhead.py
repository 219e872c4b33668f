"""Reading the head of an official document: its own number, type, date, issuer and title.

Forms: Nghị định 30/2020/NĐ-CP, Phụ lục I (State); Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.fields.dates import dates_in
from graph.extraction.heads.bodies import HeadReader
from graph.extraction.heads.layouts import HEAD, Layouts
from graph.extraction.heads.own_titles import OwnTitles
from graph.extraction.heads.unnumbered_heads import UnnumberedHeads, flat
from graph.extraction.mentions.numbers import NumberFinder, RawNumber
from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon, spellings
from graph.extraction.text.patterns import LOWER, MAYBE_SPACE, SPACE, UPPER, alternation
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_OWN_NUMBER = (
    rf"(?P<line>[ \t*]*(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh){SPACE}số|Số|SỐ){MAYBE_SPACE}[:.]?"
    rf"{MAYBE_SPACE}(?=\d))"
)
_FIRST, _OWN = re.compile(_OWN_NUMBER), re.compile(rf"\n{_OWN_NUMBER}")
# 'CHÍNH PHỦ. Số: 187/2025/NĐ-CP', 'Chính phủ Số: …': the body and the number on the first line.
_LED_BY = rf"(?:[{UPPER}][{UPPER} ,-]{{2,70}}?(?:[ \t]?[.:–][ \t]+|[ \t]+(?=Số:)))"
_NAMED = rf"[{UPPER}][{UPPER}{LOWER} ,-]{{4,70}}?[ \t]+(?=Số:)"
_INLINE = re.compile(rf"[ \t]*(?:{_LED_BY}|{_NAMED}){_OWN_NUMBER}")
# 'Số 412-CV/HU, ngày 18/02/2019'
_DATED_NUMBER = re.compile(
    rf"[ \t]*,?[ \t]*ngày[ \t]+\d{{1,2}}[^\n{LOWER}]{{3,14}}\d{{4}}[ \t]*(?:\n|$)"
)
# Nothing but the dateline follows the own number on its line.
_ALONE = re.compile(
    r"\d{0,2}[ \t]{0,200}(?:\n|$|Độc[ \t]+lập|CỘNG|ĐẢNG"
    rf"|[^\w\n]{{0,8}}(?![{LOWER}])[^\W\d_][^\n]{{0,80}},[ \t]*ngày)"
)
# A consolidated text carries its own number at its end, and another document's head.
_MARK, _MARK_REACH = "/VBHN-", 200
_CONSOLIDATED = re.compile(rf"(?P<line>[ \t]*Số{MAYBE_SPACE}:?{MAYBE_SPACE}(?=\d{{1,6}}{_MARK}))")
_LETTER_HEAD = 500
_ADDRESSED = re.compile(r"^[ \t]*(?:Kính gửi|KÍNH GỬI)[ \t]*:", re.M)
CONSOLIDATION = "van-ban-hop-nhat"
_LETTER = "cong-van"
_SUBJECT = re.compile(r"[ \t]{0,8}\n\s{0,8}V/[vV](?![^\W_])")
_JOINT = " liên tịch"
# The year of a dateline may stand on the next line.
_DATED = re.compile(r"^.{0,60}?,[ \t]*ngày\b.{0,40}(?:(?<=năm)[ \t]*\n[ \t]*\d{4}\b.{0,9})?$", re.M)
# A narrow cell of a table breaks it anywhere: 'Quảng Nam,', 'ngày 08 tháng', '12 năm 2016'.
_BROKEN_DATE = re.compile(
    r"^.{0,60}?,\s{0,4}ngày\s{1,4}\d{1,2}\s{1,4}tháng\s{1,4}\d{1,2}\s{1,4}năm\s{1,4}\d{4}\b", re.M
)
# 'CÔNG ĐIỆN số 05/CĐ-UBND, hồi 15 giờ ngày …' below the line of the body.
_TYPED_HEAD = 500
_TITLE_BEGINS = (
    "thực hiện|triển khai|tổ chức|hướng dẫn|quy định|sửa đổi|bãi bỏ|ban hành|tổng kết|sơ kết|về"
)
_TITLE_BELOW = re.compile(rf"[ \t]*\n[ \t]*(?i:{_TITLE_BEGINS})(?![^\W_])")
_SAME_LINE = re.compile(r"[^\n]{0,120}")
_RULE = " \n\r\t:*_-0123456789"
# A consolidated text goes on with the document that it consolidates, by its number.
_BASE = re.compile(
    r"(?<![,;\s])(?<!của)(?<!tại)(?<!theo)(?<!và)[ \t]*\n[ \t]*"
    r"(?=[A-ZĐ]\D{2,60}\s(?:số\s?:?\s?\d|\d{1,4}/\d{4}/))"
)


class LetterheadReader:
    """Reads what an official document says of itself at its head and at its end."""

    def __init__(
        self, numbers: NumberFinder, lexicon: Lexicon, heads: HeadReader, titles: OwnTitles
    ) -> None:
        self._numbers = numbers
        self._lexicon = lexicon
        self._heads = heads
        self._titles = titles
        self._layouts = Layouts(lexicon)
        self._numberless = UnnumberedHeads(lexicon, heads, titles)
        self._words_of = lru_cache(maxsize=256)(self._called)
        words = {w for law in (False, True) for w in lexicon.type_words(law=law) if w.isupper()}
        types = rf"(?P<type>{alternation(words)})"

        self._typed = re.compile(
            rf"^(?P<line>[ \t]*{_LED_BY}?{types}[ \t]+[Ss][ốỐ][ \t]*:?[ \t]*(?=\d))",
            re.M,
        )
        # 'KẾ HOẠCH thực hiện Nghị quyết …': the title begins on the line of the type.
        self._titled = re.compile(rf"^[ \t]*{types}(?=[ \t]+(?:{_TITLE_BEGINS})\b)", re.M)

        # 'KẾT LUẬN CỦA BAN BÍ THƯ': whose it is on the same line, and below it what it is about.
        self._authored = re.compile(
            rf"^[ \t]*{types}[ \t]+CỦA[ \t][^\n{LOWER}]{{4,90}}$"
            rf"(?=\n[ \t]*(?:[Vv]ề|VỀ)\b)",
            re.M,
        )

    def read(self, text: str) -> Draft | None:
        """Return the draft of the document that the text itself is, or None where it is none."""
        text = self._layouts.laid_out(text)
        found = self._own_number(text)
        if found is None:
            return (
                self._headed(text)
                or self._numberless.annex(text)
                or self._numberless.unnumbered(text)
            )
        own, raw = found
        ahead = raw.span.end, raw.span.end + 700
        line = (
            self._authored.search(text, *ahead)
            or self._numberless.type_line.search(text, *ahead)
            or self._titled.search(text, *ahead)
            # A page read by columns: the letterhead stands behind the title and the bases.
            or self._numberless.type_line.search(text, 0, own.start())
        )
        draft = Draft(0, 0, MentionKind.SELF, raw.type, raw.number, raw.span)
        if line is not None and not self._is_of(line, raw):
            line = None  # of an annex: 'CHƯƠNG TRÌNH HÀNH ĐỘNG' below 'Số: 42/NQ-CP'
        if line is None and raw.number.type_code in self._lexicon.organs:
            # 'Số: 26998/CT-TTHT' and 'V/v' below it: a letter of the tax office
            draft.type = _LETTER if _SUBJECT.match(text, raw.span.end) else raw.type
        if line is not None and raw.type not in (CONSOLIDATION, _LETTER):
            draft.type = self._lexicon.type_of_word(flat(line["type"])) or raw.type
            draft.title_span = self._titles.below(text, line.end())
        if draft.type == CONSOLIDATION:
            line = self._numberless.type_line.search(text, 0, HEAD)
            draft.title_span = self._until_the_base(text, line.end()) if line else None
        if line is None and draft.type not in (None, _LETTER, CONSOLIDATION):
            draft.title_span = self._titles.of_letter(text, raw.span.end)
        if draft.type in (None, _LETTER) and not self._letter(text, raw, draft):
            return None
        _date(text, raw, draft)
        above = line.end() if line is not None and line.end() < own.start() else 0
        whose = self._heads.read(text, own.start("line"), raw.number, above)
        if whose is None and line is not None:  # the number stands above the body
            whose = self._heads.read(text, line.start(), raw.number)
        if whose is not None:
            draft.issuer, draft.issuer_span = whose
        return draft

    def _own_number(self, text: str) -> tuple[re.Match[str], RawNumber] | None:
        """Find the own number; a line of the bases may begin with 'Luật số …' before it."""
        led = _consolidated(text) or _FIRST.match(text, 0, HEAD) or _INLINE.match(text, 0, HEAD)
        for own in [led] if led else _OWN.finditer(text, 0, HEAD):
            raw = self._numbers.at(text, own.end())
            if raw is not None and self._stands_alone(text, own, raw):
                return own, raw
        return None

    def _is_of(self, line: re.Match[str], raw: RawNumber) -> bool:
        """Tell whether a document of the type that a line names may bear the number."""
        type_ = self._lexicon.type_of_word(flat(line["type"]))
        return not raw.sure or type_ is None or self._numbers.may_be(raw, type_)

    def _stands_alone(self, text: str, own: re.Match[str], raw: RawNumber) -> bool:
        """Tell whether nothing but a dateline or the day stands behind the own number."""
        if _ALONE.match(text, raw.span.end):
            return True
        dated = _DATED_NUMBER.match(text, raw.span.end) is not None
        return dated and self._heads.is_head(text[: own.start("line")])

    def _headed(self, text: str) -> Draft | None:
        """Read 'CÔNG ĐIỆN số 05/CĐ-UBND, hồi 15 giờ ngày …' below nothing but a body's lines."""
        own = self._typed.search(text, 0, _TYPED_HEAD)
        raw = self._numbers.at(text, own.end()) if own else None
        if own is None or raw is None:
            return None
        whose = self._heads.read(text, own.start("type"), raw.number)
        if whose is None or not self._heads.is_head(text[: own.start("type")]):
            return None
        type_ = self._lexicon.type_of_word(flat(own["type"])) or raw.type
        draft = Draft(0, 0, MentionKind.SELF, type_, raw.number, raw.span)
        draft.issuer, draft.issuer_span = whose
        line = _SAME_LINE.match(text, raw.span.end)
        for date, span in dates_in(text, *line.span()) if line else ():
            draft.date, draft.date_span = date, span
            break
        else:
            _date(text, raw, draft)
        draft.title_span = self._titles.of_letter(text, raw.span.end)
        if draft.title_span is None and line and _TITLE_BELOW.match(text, line.end()):
            draft.title_span = self._titles.below(text, line.end())
        return draft

    def _letter(self, text: str, raw: RawNumber, draft: Draft) -> bool:
        """Read a letter (công văn): its number may name no type, its subject follows 'V/v'."""
        draft.title_span = self._titles.of_letter(text, raw.span.end)
        known = draft.title_span is not None or draft.type is not None
        draft.type = _LETTER
        return known or bool(_ADDRESSED.search(text, raw.span.end, raw.span.end + _LETTER_HEAD))

    def _until_the_base(self, text: str, at: int) -> Span | None:
        """Return a consolidated text's title: it ends where the consolidated document is named."""
        start = at + len(text[at : at + 400]) - len(text[at : at + 400].lstrip(_RULE))
        title = self._titles.below(text, at)
        base = _BASE.search(text, start, title.end if title else start + 1200)
        return Span(start, base.start()) if base is not None else title

    def words(self, draft: Draft) -> tuple[str, ...]:
        """Return what a document of the draft's type calls itself by: 'Thông tư', 'THÔNG TƯ'."""
        return self._words_of(draft.type or "")

    def _called(self, type_id: str) -> tuple[str, ...]:
        type_ = self._lexicon.types.get(type_id)
        names = (type_.name, *type_.aliases, type_.name.removesuffix(_JOINT)) if type_ else ()
        return tuple(sorted({word for name in (*names, "Văn bản") for word in spellings(name)}))


def _consolidated(text: str) -> re.Match[str] | None:
    """Find the number of a consolidated text, which begins a line."""
    at = text.find(_MARK)
    while at >= 0:
        line = text.rfind("\n", max(0, at - _MARK_REACH), at) + 1
        if (own := _CONSOLIDATED.match(text, line)) is not None:
            return own
        at = text.find(_MARK, at + 1)
    return None


def _date(text: str, raw: RawNumber, draft: Draft) -> None:
    """Take the date of the dateline, which stands within a few lines of the number."""
    start, end = max(0, raw.span.start - 300), raw.span.end + 400
    for dateline in (_DATED, _BROKEN_DATE):
        for line in dateline.finditer(text, start, end):
            for date, span in dates_in(text, *line.span()):
                draft.date, draft.date_span = date, span
                return
    if _DATED_NUMBER.match(text, raw.span.end):
        for date, span in dates_in(text, raw.span.end, raw.span.end + 40):
            draft.date, draft.date_span = date, span
            return
