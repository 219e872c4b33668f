"""Reading a document's own title (trích yếu): where under the type's line it begins and ends.

It has one to some lines, no full stop within and no numbered item. Above it may stand whose
document it is ('CỦA BAN BÍ THƯ'), below it the body that acts ('HỘI ĐỒNG NHÂN DÂN TỈNH …'), the
preamble, a rule or plain prose. A letter has it under its number ('V/v …').
"""

from __future__ import annotations

import re

from graph.extraction.text.patterns import LOWER, SPACE, UPPER, alternation, tone_variants
from graph.model.registry import Registry
from graph.model.spans import Span

_RULE = " \n\r\t:*_-0123456789"
_REACH, _LETTER_REACH = 1600, 500  # characters from the type's line, from a letter's number
_LINES, _UNIT = 12, 8
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_CAPITALS = re.compile(rf"[{UPPER}]{{2}}[^{LOWER}]*")
_AUTHOR = re.compile(rf"(?i:của|hội{SPACE}nghị|đại{SPACE}hội|kỳ{SPACE}họp)(?![^\W_])")
_ABOUT = re.compile(r"(?:[Vv]ề|VỀ)(?![^\W_])")
# What stands at the head of the text itself, with a dash before it or without.
_OPENS = re.compile(
    rf"(?:[-–—•+*]\s?)?(?:(?i:kính{SPACE}gửi)|C(?:ăn|ĂN){SPACE}(?:cứ|CỨ)|Xét{SPACE}|Thực{SPACE}hiện)"
    rf"|Điều{SPACE}\d|Chương{SPACE}[IVX1]|Phần{SPACE}(?:[IVX]|thứ)|QUYẾT{SPACE}(?:ĐỊNH|NGHỊ){SPACE}?:?$"
    rf"|(?:\d{{1,2}}|[IVX]{{1,5}}|[a-e]|[ABC])\s?[.)](?:\d{{1,2}}[.)]?)*\s|[IVX]{{1,5}}\s?[-–]\s"
    r"|[-–•+]\s[^\n]*[;,.:]$|\((?:Ban\shành\s)?[Kk]èm\stheo"
)
# A line that ends so goes on in the next one; so it may where a name with capitals follows.
_LEADS = re.compile(
    r"(?i)(?:[,;(–-]|(?<![^\W_])(?:của|do|và|hoặc|các|tại|theo|với|giữa|về|cho|đối với|là|thuộc))$"
)
_MAY_LEAD = re.compile(
    r"(?i)(?<![^\W_])(?:số|trong|hành|ngày|tháng|năm|từ|đến|tỉnh|huyện|xã|phường|thành phố|ủy|uỷ"
    r"|bộ|sở|ban|nhân dân|ở|cấp)$"
)
# A full stop, not behind an abbreviation ('TP. Hồ Chí Minh').
_STOP = rf"(?:[{LOWER}]{{2}}|[\d)”\"])"
_STOPS = re.compile(rf"{_STOP}/?\.(?=\s+[{UPPER}“\"(]|/?\s*$)|{_STOP}\s?:$")
_SUBJECT = re.compile(
    rf"^[ \t]*\(?(?P<title>(?:[Vv]/[Vv]|[Vv]ề{SPACE}việc)[ \t:][^\n]{{3,300}})", re.M
)
_MOTTO = re.compile(
    rf"\s*(?:CỘNG{SPACE}H|Đ(?:ộc|ỘC){SPACE}[Ll]|ĐẢNG{SPACE}CỘNG)"
    r"|[^\n]{0,60},\s?ngày\s[^\n]{0,40}năm[^\n]{0,8}$"
)
# What stands beside it in the other column.
_BESIDE = re.compile(
    rf"[ \t]{{3,}}"
    rf"|[ \t]+(?=(?:[{UPPER}][^\W\d_.]*\.?[ \t-]{{0,3}}){{1,6}},[ \t]*ngày[^\n]*năm[^\n]*$)"
)


class OwnTitles:
    """Finds where a document's own title begins and ends. Immutable."""

    def __init__(self, registry: Registry) -> None:
        phrases = {name for body in registry.bodies for name in body.spoken}
        phrases |= {phrase for template in registry.templates for phrase in template.generic}
        phrases |= registry.listed("head-office")
        self._body = re.compile(_capitals(phrases))
        begins = {word[:1].upper() + word[1:] for word in registry.listed("prose-begin")}
        self._prose = re.compile(rf"(?:{alternation(begins)})(?![^\W\d_])|Ngày{SPACE}\d")

    def below(self, text: str, at: int) -> Span | None:
        """Return the title that stands below the type's line, which ends at ``at``."""
        start = at + len(text[at : at + 400]) - len(text[at : at + 400].lstrip(_RULE))
        lines = _lines(text, start, start + _REACH)
        return self._title(text, lines[_author(text, lines) :])

    def of_letter(self, text: str, at: int) -> Span | None:
        """Return the subject ('V/v …') of a letter whose number ends at ``at``."""
        about = _SUBJECT.search(text, at, at + _LETTER_REACH)
        if about is None:
            return None
        kept: list[Span] = []
        for line in _lines(text, about.start("title"), about.start("title") + _LETTER_REACH):
            if kept and _MOTTO.match(line.of(text)):
                break
            beside = _BESIDE.search(line.of(text))
            kept.append(Span(line.start, line.start + beside.start()) if beside else line)
            if beside is not None:
                break
        return self._title(text, kept)

    def _title(self, text: str, lines: list[Span]) -> Span | None:
        kept: list[str] = []
        end = start = lines[0].start if lines else 0
        for index, line in enumerate(lines):
            said = line.of(text).strip()
            if not any(map(str.isalnum, said)) or (kept and self._ends(text, lines, index, kept)):
                break
            if not kept and (_is_prose(said) or (_OPENS.match(said) and said[:4] != "Thực")):
                return None
            kept.append(said)
            end = line.end
            if _STOPS.search(said) or len(kept) > _LINES:
                break
        end = start + len(text[start:end].rstrip(" \n\t_*–—-"))
        return Span(start, end) if end - start > 5 and len(kept) <= _LINES else None

    def _ends(self, text: str, lines: list[Span], index: int, kept: list[str]) -> bool:
        """Tell whether the title has ended before a line."""
        said = lines[index].of(text).strip()
        if _OPENS.match(said):
            return True
        if _LEADS.search(kept[-1]) or said[0].islower():
            return False
        whole = _CAPITALS.fullmatch(said) and len(said) > 8 and " " in said
        if self._body.match(said) or (whole and not all(map(str.isupper, kept))):
            return True
        if self._prose.match(said):
            return True
        if not said[0].isupper() or _MAY_LEAD.search(kept[-1]):
            return False
        unit = said
        for line in lines[index + 1 : index + _UNIT]:
            more = line.of(text).strip()
            if not more or not (more[0].islower() or _LEADS.search(unit)):
                break
            unit = f"{unit} {more}"
        return bool(_STOPS.search(unit))


def _author(text: str, lines: list[Span]) -> int:
    """Return how many lines say whose the document is before its title begins."""
    said = [line.of(text).strip() for line in lines[:5]]
    if not said or not _AUTHOR.match(said[0]):
        return 0
    capitals = _CAPITALS.fullmatch(said[0]) is not None
    for count, line in enumerate(said[1:], 1):
        if _ABOUT.match(line) or (capitals and line[:1].islower()):
            return count
        if not line or (capitals and not _CAPITALS.fullmatch(line)):
            break
    return 0


def _lines(text: str, start: int, limit: int) -> list[Span]:
    """Return the lines from ``start`` up to a blank one, without the spaces around them."""
    found = []
    for line in _LINE.finditer(text, start, min(limit, len(text))):
        said = line[0].strip()
        if not said:
            break
        begin = line.start() + line[0].index(said)
        found.append(Span(begin, begin + len(said)))
    return found


def _is_prose(line: str) -> bool:
    """Tell whether a line holds more than one sentence."""
    stop = _STOPS.search(line)
    return stop is not None and stop.end() < len(line.rstrip(" /."))


def _capitals(phrases: set[str]) -> str:
    """Return the pattern of phrases in capitals, tone marks placed either way."""
    upper = {tone.upper() for phrase in phrases for tone in tone_variants(phrase) if " " in phrase}
    return rf"(?:{alternation(upper)})(?![^\W\d_])"
