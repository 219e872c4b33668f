"""The year of a document that a text says was new: 'Bộ Công an vừa ban hành Thông tư 33'.

When the text was written tells the year; at the beginning of one it may still be the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import NumberForm

_DEED = (
    r"(?:ban\s{1,4}hành|ký|ra|thông\s{1,4}qua|công\s{1,4}bố|có|đưa\s{1,4}ra|gửi|phát\s{1,4}đi)"
    r"(?![^\W_])"
)
_JUST = re.compile(
    rf"(?<![^\W_])(?:vừa|mới)\s{{1,4}}(?:(?:đã|chính\s{{1,4}}thức)\s{{1,4}})?{_DEED}[^.;:\n]{{0,30}}$"
)
_LED_IN = re.compile(
    r"(?<![^\W_])(?:vừa\s{1,4}qua|mới\s{1,4}đây|vừa\s{1,4}mới|hôm\s{1,4}(?:nay|qua)"
    r"|(?:sáng|trưa|chiều|tối)\s{1,4}nay)[^.;:\n\d]{1,110}?"
    rf"(?<![^\W_]){_DEED}[^.;:\n]{{0,30}}$",
    re.I,
)
_BEHIND = re.compile(
    r"[^.;:\n]{0,160}?\s(?:vừa|mới)\s{1,4}(?:(?:được|do)\s(?:[^.,;:\n]{2,60}?\s)?)?(?:ban\s{1,4}hành|ký|công\s{1,4}bố)(?![^\W_])"
)
# 'Cụ thể, tại Quyết định 285/QĐ-TTg, Thủ tướng phê chuẩn …': a paper tells what was just decided
_OPENS = re.compile(
    r"(?:^|[.!?\n“\"]\s{0,4})(?:(?:Cụ\s{1,4}thể|Theo\s{1,4}đó|Đồng\s{1,4}thời|Ngoài\s{1,4}ra|Cùng\s{1,4}ngày|Cũng)"
    r",?\s{1,4})?(?:[Tt]ại|[Tt]heo)\s{1,4}$"
)
_DECIDES = re.compile(
    r"\s{1,4}(?:quyết\s{1,4}định|phê\s{1,4}chuẩn|phê\s{1,4}duyệt|bổ\s{1,4}nhiệm|điều\s{1,4}động|giao|đồng\s{1,4}ý"
    r"|miễn\s{1,4}nhiệm|cho\s{1,4}thôi|truy\s{1,4}tặng|phong\s{1,4}tặng)(?![^\W_])"
)
# 'Đến năm 2018 mới có': only then
_ONLY_THEN = re.compile(r"(?i)\b(?:đến|tới|mãi|phải|khi|sau)\s[^.;:\n]{0,70}$")
_TURN = 2  # months of a year in which what is new may be of the year before
_ANEW = (NumberForm.ADMINISTRATIVE, NumberForm.PARTY)
_REACH = 70
_COMMA = 2  # letters


def year_of_late(text: str, mention: Mention, written: PartialDate | None) -> int | None:
    """Return the year of a document that is said to be new; None where nothing says so.

    ``written`` says when the text was written, to the month at least.
    """
    if written is None or written.month is None or written.month <= _TURN:
        return None
    if mention.year is not None:
        return None
    return written.year if _is_new(text, mention) else None


def new_ones(text: str, mentions: Sequence[Mention], written: PartialDate | None) -> dict[int, str]:
    """Return the years of numbers that begin anew each year or term, by the reference's index."""
    found = {}
    for index, mention in enumerate(mentions):
        number = mention.number
        if number is None or not number.symbol or number.form not in _ANEW:
            continue
        if mention.kind is MentionKind.SELF or mention.antecedent is not None:
            continue
        year = year_of_late(text, mention, written)
        if year is not None:
            found[index] = str(year)
    return found


def _is_new(text: str, mention: Mention) -> bool:
    start = mention.span.start
    if _BEHIND.match(text, mention.span.end) is not None or _is_told_of(text, mention):
        return True
    just = _JUST.search(text, max(0, start - _REACH), start)
    if just is not None:
        ahead = text[max(0, just.start() - _REACH) : just.start()]
        return not (just[0].startswith("mới") and _ONLY_THEN.search(ahead))
    return _LED_IN.search(text, max(0, start - 3 * _REACH), start) is not None


def _is_told_of(text: str, mention: Mention) -> bool:
    """Tell whether a sentence begins with it, and goes on with what is decided in it."""
    body, start = mention.issuer_span, mention.span.start
    if body is None or not 0 < body.start - mention.span.end <= _COMMA:
        return False
    if _DECIDES.match(text, body.end) is None:
        return False
    return _OPENS.search(text, max(0, start - _REACH), start) is not None
