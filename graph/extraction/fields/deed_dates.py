"""Dates of deeds: when somebody is said to have issued or signed what stands near by."""

from __future__ import annotations

import re

from graph.extraction.fields.dates import (
    DAY_WORD,
    LED_REACH,
    date_beside,
    date_led_in,
    date_written,
    full,
    is_bound,
    partial,
    value_of,
)
from graph.extraction.fields.days import day_between, day_led_in
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.dates import PartialDate
from graph.model.spans import Span

# Whoever does it, known or not.
_DEED = re.compile(
    rf"(?:(?<=,)|(?<=[/-][12]\d\d\d)){SPACE}(?P<who>(?:(?:[Ôô]ng|[Bb]à|đồng{SPACE}chí|công{SPACE}ty|cty|chủ{SPACE}đầu{SPACE}tư){SPACE})?[A-ZĐÀ-Ỹ][^,.;:()“”\"\n]{{1,90}}?"
    rf"(?:,{SPACE}[A-ZĐÀ-Ỹ][^,.;:()“”\"\n]{{2,60}}?)?){SPACE}"
    rf"(?:(?:đã|cũng|vừa|mới){SPACE})?(?:ban{SPACE}hành|ký(?:{SPACE}ban{SPACE}hành)?|có|ra|gửi){SPACE}$"
)
_DEED_ENDS, _DEED_REACH = ("hành ", "ký ", "có ", "ra ", "gửi "), 160
# 'lấy số và ngày 17/12/2018 đã ban hành'
_ON_A_DAY = re.compile(
    rf"(?<![^\W_])(?P<date>{DAY_WORD}{full(0)}){SPACE}(?:đã{SPACE})?(?:ký{SPACE})?(?:ban{SPACE}hành|ký|ra|gửi){SPACE}$"
)
# 'ngày 27/10/2023 lại có một': another of the number
_HAD = re.compile(
    rf"(?<![^\W_])(?P<date>{DAY_WORD}{full(0)}|(?:{partial(1)})){MAYBE_SPACE},?{SPACE}(?:(?:lại|còn|cũng|từng|đã|mới){SPACE}){{0,2}}"
    rf"có{SPACE}(?:thêm{SPACE})?(?:một{SPACE})?$"
)
_HAD_ENDS = ("một ", "thêm ")
# 'Năm 2016, Thông báo số 363/TB-VPCP … đã đồng ý': the year begins the sentence.
_YEAR_FIRST = re.compile(rf"(?:^|[.!?:\n]\s{{0,4}})(?P<date>(?:{partial(0)})),{SPACE}$")
_THEN_ISSUED = re.compile(
    rf"[^.;:\n]{{0,120}}?{SPACE}(?:đã{SPACE})?(?:đồng{SPACE}ý|chấp{SPACE}thuận|phê{SPACE}duyệt|cho{SPACE}phép|ra{SPACE}đời"
    rf"|được{SPACE}(?:ban{SPACE}hành|ký))(?![^\W_])"
)
# 'được Thủ tướng phê duyệt ngày 4/6/1996 tại', before the document by which it was done
_BY_IT = (" tại ", " theo ", " bằng ")
_DONE = re.compile(
    rf"(?<![^\W_])(?:phê{SPACE}duyệt|chấp{SPACE}thuận|ban{SPACE}hành|thành{SPACE}lập|công{SPACE}nhận"
    rf"|xếp{SPACE}hạng|công{SPACE}bố|cho{SPACE}phép|giao|cấp|thông{SPACE}qua|quyết{SPACE}định|bổ{SPACE}nhiệm|thu{SPACE}hồi)"
    r"(?![^\W_])(?:[^.;:()“”\n]|\.(?=\d)){0,90}$"
)
_ISSUED_ON = re.compile(
    rf"{SPACE}(?:(?:vừa|đã|mới){SPACE})?(?:được{SPACE})?(?:ký{SPACE})?ban{SPACE}hành{SPACE}"
    rf"(?:vào{SPACE})?(?=ngày|tháng|năm)"
)
# 'ban hành đầu năm 2014', 'do Phó Thủ tướng A ký ngày 26/10/2011': away from the number.
_IN_YEAR = re.compile(
    rf"{SPACE}(?:được{SPACE})?(?:ký|ban{SPACE}hành|ra{SPACE}đời){SPACE}(?:(?:từ|vào|hồi){SPACE})?"
    rf"(?:đầu|giữa|cuối|khoảng){SPACE}(?P<year>năm{SPACE}(?:19|20)\d\d)(?!\d)"
)
_SIGNED = re.compile(
    rf"(?:{SPACE}[A-ZĐÀ-Ỹ][^\W\d_]*){{0,5}}{SPACE}ký(?:{SPACE}ban{SPACE}hành)?{SPACE}(?:vào{SPACE})?(?=[Nn]gày)"
)
# ', Ban Bí thư ký ngày 09/6/2025, thay cho …'; with an object behind it, it is that one's day.
_BODY_SIGNED = re.compile(
    rf",?{SPACE}(?=[A-ZĐÀ-Ỹ])(?:[^\W\d_]+{SPACE}){{2,6}}?(?:đã{SPACE})?(?:ký{SPACE}ban{SPACE}hành|ký|ban{SPACE}hành){SPACE}"
    rf"(?:(?:vào|hôm){SPACE})?(?=(?:[Nn]gày{SPACE})?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}(?:[,.;:)\n]|{SPACE}về{SPACE}|$))"
)
# 'tháng 10 năm ấy Tỉnh ủy có …', 'đến tháng 3 cùng năm, …'
_THAT_YEAR = re.compile(
    rf"(?<![^\W_])(?P<date>(?:tháng{SPACE}(?P<month>1[0-2]|0?[1-9]){SPACE})?(?:năm{SPACE}(?:ấy|đó)|cùng{SPACE}năm))(?:,)?{SPACE}$"
)
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FAR = 200  # characters
# 'Quốc hội chiều 29/6/2024 thông qua'
_PART_OF_A_DAY = re.compile(r"\s(?:sáng|chiều|tối)\s(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s")


def read_date_of_deed(text: str, draft: Draft, floor: int) -> None:
    """Take the day on which somebody is said to have signed or issued it."""
    if draft.date is None and draft.day is None:
        led = date_of_deed(text, floor, draft.start) or year_of_deed(
            text, floor, draft.begins, draft.after
        )
        if led is not None and led[0] is not None:
            draft.date, draft.date_span = led
        elif led is None and (who := _who_did(text, floor, draft.start)) is not None:
            day = day_led_in(text, floor, who)
            draft.day, draft.date_span = day or (None, draft.date_span)


def read_date_led_in(text: str, draft: Draft, floor: int, issuer: Span) -> None:
    """Take the day on which the issuer is said to have issued it: before the issuer or after."""
    said = text[issuer.end : draft.start]
    late = any(word in said for word in (" mới ", " lại ", " tiếp tục "))
    led = date_led_in(text, floor, issuer.start, late=late)
    beside = text.rfind("),", issuer.end, draft.start) + 1
    led = led or date_beside(text, max(issuer.end, beside), draft.start)
    if led is None and (part := _PART_OF_A_DAY.match(said)) is not None:
        at = issuer.end + part.start("day")
        led = date_written(part["day"]), Span(at, at + len(part["day"]))
    if led is not None and " công bố " in said and " tại " in text[led[1].start : issuer.start]:
        return  # the day on which, and where, it was made known
    if led is not None and draft.date is None and text[led[1].start] != "(":
        draft.date, draft.date_span = led
    elif led is None and draft.date is None and draft.day is None:
        if (then := _that_year(text, issuer.start)) is not None:
            draft.date, draft.date_span = then
            return
        day = day_between(text, issuer.end, draft.start) or day_led_in(text, floor, issuer.start)
        draft.day, draft.date_span = day or (None, draft.date_span)


def _that_year(text: str, at: int) -> tuple[PartialDate, Span] | None:
    """Read 'tháng 10 năm ấy, ' before ``at``: the year that was told last before it."""
    said = _THAT_YEAR.search(text, max(0, at - 40), at)
    if said is None:
        return None
    before = text[max(0, said.start() - _FAR) : said.start()]
    years = _A_YEAR.findall(before.rpartition("\n")[2])
    if not years:
        return None
    month = int(said["month"]) if said["month"] else None
    return PartialDate(int(years[-1]), month), Span(*said.span("date"))


def _date_of_act(text: str, floor: int, at: int) -> tuple[PartialDate | None, Span] | None:
    led = date_led_in(text, floor, at)
    if led is None or _DONE.search(text, max(floor, led[1].start - 120), led[1].start) is None:
        return None
    return led


def date_of_deed(text: str, floor: int, at: int) -> tuple[PartialDate | None, Span] | None:
    """Read the date of 'ngày 7/3/2016, ông A - giám đốc công ty B - đã ký' that ends at ``at``."""
    if text.endswith(_BY_IT, floor, at):
        return _date_of_act(text, floor, text.rindex(" ", floor, at - 1))
    if text.endswith(_HAD_ENDS, floor, at):
        had = _HAD.search(text, max(floor, at - LED_REACH), at)
        return (value_of(had), Span(*had.span("date"))) if had is not None else None
    if not text.endswith(_DEED_ENDS, floor, at):
        return None
    day = _ON_A_DAY.search(text, max(floor, at - LED_REACH), at)
    if day is not None and not is_bound(text, floor, day.start()):
        return value_of(day), Span(*day.span("date"))
    who = _who_did(text, floor, at)
    return date_led_in(text, floor, who) if who is not None else None


def _who_did(text: str, floor: int, at: int) -> int | None:
    """Return where begins who did what ends at ``at``, behind a comma and a day."""
    if not text.endswith(_DEED_ENDS, floor, at):
        return None
    found = _DEED.search(text, max(floor, at - _DEED_REACH), at)
    return found.start("who") if found else None


def year_of_deed(
    text: str, floor: int, at: int, after: int
) -> tuple[PartialDate | None, Span] | None:
    """Read the year or month with which the sentence of a document begins that did something.

    It stands right before the document, which ends at ``after``: 'Năm 2016, Thông báo A đã đồng ý'.
    """
    if not text.endswith(", ", floor, at) or _THEN_ISSUED.match(text, after) is None:
        return None
    found = _YEAR_FIRST.search(text, max(floor, at - LED_REACH), at)
    return (value_of(found), Span(*found.span("date"))) if found else None


def date_signed(text: str, at: int, end: int) -> tuple[PartialDate | None, Span] | None:
    """Read ' A ký ngày 26/10/2011' behind the signer's office, or ' ban hành đầu năm 2014'."""
    if (within := _IN_YEAR.match(text, at, end)) is not None:
        return PartialDate(int(within["year"][-4:])), Span(*within.span("year"))
    signed = _SIGNED.match(text, at, end) or _BODY_SIGNED.match(text, at, end)
    return date_beside(text, signed.end(), end) if signed else None


def date_behind(text: str, at: int) -> tuple[PartialDate, Span] | None:
    """Read 'vừa được ban hành vào ngày 30/6/2016' behind the title that ends at ``at``."""
    if "hành" not in text[at : at + 32] or (issued := _ISSUED_ON.match(text, at)) is None:
        return None
    said = date_beside(text, issued.end(), issued.end() + 40)
    return (said[0], said[1]) if said is not None and said[0] is not None else None
