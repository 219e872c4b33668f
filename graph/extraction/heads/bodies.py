"""Reading whose a letterhead is: the last body of it, the ones above are only its superiors.

'TỈNH ỦY QUẢNG NAM / HUYỆN ỦY QUẾ SƠN' is the district's, in the province that stands above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import LOWER, UPPER, alternation, cases
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.text import fold

# Two columns printed side by side come out as one line with a wide gap, from a PDF with a narrow.
_NAME = rf"[{UPPER}][{LOWER}]{{0,7}}"
_DATELINE = (
    rf"(?:(?:TP|Tp|TX)\.?[ \t]*)?(?:{_NAME}[ \t-]{{1,3}}){{0,5}}(?:{_NAME}|\d{{1,2}}),[ \t]*ngày"
)
_GAP = re.compile(
    r"[ \t]{3,}"
    r"|[ \t]+(?=CỘNG[ \t]+H(?:ÒA|OÀ)[ \t]+XÃ[ \t]+HỘI|Độc[ \t]+lập|ĐẢNG[ \t]+CỘNG[ \t]+SẢN)"
    rf"|(?:(?<=[{UPPER}\d]{{2}})|(?<= \d))[ \t]+(?={_DATELINE})"
    rf"|(?:(?<=VIỆT NAM)|(?<=Hạnh phúc)|(?<=năm \d\d\d\d))[ \t]+(?=[{UPPER}]{{2}})"
)
_MOTTO = re.compile(
    r"(?i)cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập|đảng\s+cộng\s+sản|công\s+báo"
    # broken over lines
    r"|^\W*(?:h(?:òa|oà)\s+)?(?:xã\s+hội\s+)?chủ\s+nghĩa\s+việt\s+nam|^\W*cộng\W*$"
    r"|văn\s+bản\s+(?:quy\s+phạm|pháp\s+luật|hợp\s+nhất)|xác\s+thực|^[\W\d_]*$"
)
_OF_BASES = re.compile(r";\s*$")  # the rest of a line of the bases: 'CP;'
_HEADING = re.compile(r"^#")  # a page's: '# THÔNG TƯ 5/2022/TT-BXD'
_NO_BODY = (_MOTTO, _OF_BASES, _HEADING)
_OF_THEM = re.compile(r"UB|HĐ|ỦY|UỶ")
_UNNAMED = ("uy ban nhan dan", "hoi dong nhan dan")  # of a head that was cut off
_LINE = re.compile(r"^[^\n]*$", re.M)
_REACH, _LINES = 700, 12
_PLACED = re.compile(rf"[ \t]*\([^()]*[{LOWER}][^()]*\)$")
_JOINS = re.compile(r"(?:VÀ|CỦA|THUỘC|[,–-])$")
_PLACE_LINE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)[ \t]+(?!ỦY|UỶ|ĐOÀN)\w")
# Sent by the body above for one task: 'THÀNH ỦY HẢI PHÒNG / ĐOÀN KIỂM TRA 1242'
_TEAMS = ("ĐOÀN KIỂM TRA", "ĐOÀN GIÁM SÁT", "ĐOÀN KHẢO SÁT", "ĐOÀN CÔNG TÁC", "TỔ CÔNG TÁC")
_DEPARTMENT = "SỞ "  # a body of its own below the province's committee, no ban of it
_PROVINCES = ("tỉnh", "thành phố")
_SEATS = ("tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy")


@dataclass(frozen=True, slots=True)
class _Organ:
    """What a phrase that bodies of many places share tells: of which level and place they are."""

    levels: frozenset[str]
    kind: str  # of place: 'tỉnh', 'huyện'
    ends: bool  # whether the phrase ends with the kind: 'UBND tỉnh'
    seat: bool  # whether the name behind it is that of the place: 'Huyện ủy', not 'Đảng ủy Khối'


@dataclass(frozen=True, slots=True)
class _Part:
    """A body of a letterhead: its phrase, what its first words are, the name behind them."""

    phrase: str
    organ: _Organ | None
    name: str

    @property
    def place(self) -> str:
        """The place that it is the body of, '' if none is named."""
        return (
            f"{self.organ.kind} {self.name}".upper()
            if self.organ and self.organ.seat and self.name
            else ""
        )


class HeadReader:
    """Reads the issuer from the lines above the number. Immutable."""

    def __init__(self, registry: Registry, owners: Owners) -> None:
        self._owners = owners
        self._organs: dict[str, _Organ] = {}
        for template in registry.templates:
            for phrase in template.generic:
                before = self._organs.get(fold(phrase))
                levels = frozenset((template.level, *(before.levels if before else ())))
                kind = before.kind if before else template.place_kinds[0]
                ends = fold(phrase).endswith(fold(kind))
                seat = ends or fold(phrase).endswith(_SEATS)
                self._organs[fold(phrase)] = _Organ(levels, kind, ends, seat)
        self._shared = {code.casefold() for code in registry.listed("shared-code")}
        begins = {case for word in registry.listed("office") for case in cases(word)}
        begins |= {
            "TỈNH ỦY",
            "TỈNH ĐOÀN",
            "HUYỆN ĐOÀN",
            "CHI BỘ",
            "CHI CỤC",
            "PHÒNG",
            "BCH",
            "BTV",
            *_TEAMS,
        }
        self._begins = re.compile(rf"(?:{alternation(w.upper() for w in begins)})(?![^\W\d_])")

    def read(
        self, text: str, at: int, number: DocumentNumber | None, floor: int = 0
    ) -> tuple[str, Span] | None:
        """Return the issuer's phrase and span in the head that ends at ``at``, the number's line.

        It begins behind ``floor``.

        Behind a body below the province stand the places that its superiors name.
        """
        lines = [m for m in _LINE.finditer(text, max(floor, at - _REACH), at) if m[0].strip()]
        cells = [c for m in lines[-_LINES:] for c in _cells(text, Span(m.start(), m.end()))]
        kept = [c for c in cells if c.of(text).upper() == c.of(text)]
        kept = [c for c in kept if not any(no.search(c.of(text)) for no in _NO_BODY)]
        if not kept:
            return None
        said = [cell.of(text).strip(" *_.:") for cell in kept]
        whole = _once(" ".join(said))
        phrase = whole if len(whole) < len(" ".join(said)) else " ".join(dict.fromkeys(said))
        span = Span(kept[0].start, max(cell.end for cell in kept))
        if number is not None and fold(phrase) in _UNNAMED and not _OF_THEM.search(number.symbol):
            return None  # the line of the body below it is left out: 'Số: 5/HD-SGDĐT'
        return self._last(list(dict.fromkeys(said)), number) or phrase.strip(" *_-"), span

    def is_head(self, above: str) -> bool:
        """Tell whether what stands above a number is the lines of a body and mottos, no prose."""
        lines = [
            _PLACED.sub("", line).strip(" \t.:")
            for line in above.splitlines()
            if line.strip(" \t*_-–")
        ]
        of_bodies = [line for line in lines if not _MOTTO.search(line)]
        named = [line for line in of_bodies if self._part(line).organ or self._begins.match(line)]
        return bool(named) and all(line.upper() == line for line in of_bodies)

    def _last(self, said: list[str], number: DocumentNumber | None) -> str | None:
        """Return the phrase of the last body, None where the lines are one body's or its ban's."""
        parts = [self._part(phrase) for phrase in self._joined(said)]
        if len(parts) < 2:
            return parts[0].phrase if parts and "," in parts[0].phrase else None
        last, above = parts[-1], parts[-2::-1]
        if last.organ is None and above[0].organ is None:
            return last.phrase if self._is_another(last, above[0], number) else None
        if last.organ is None:
            return self._below(last, above, number)
        if last.organ.ends and not last.name:
            named = next((p for p in above if p.organ and p.name), None)
            alike = named and named.organ and fold(named.organ.kind) == fold(last.organ.kind)
            return f"{last.phrase} {named.name}" if named and alike else None
        if last.name and last.organ.levels == {"province"} and last.organ.ends:
            return last.phrase
        if last.phrase.startswith(_DEPARTMENT):
            return _within(last.phrase, above)
        below = last.organ.levels - {"province"}
        return _within(last.phrase, above) if last.name and below else None

    def _below(self, last: _Part, above: list[_Part], number: DocumentNumber | None) -> str | None:
        """Return the phrase of an organ of a local body: its ban, its office."""
        whose = above[0]
        if not whose.name or whose.organ is None:
            return None
        ban = self._part(f"{last.phrase} {whose.phrase}")
        is_seat = whose.organ.kind in _PROVINCES and not any(each.place for each in above[1:])
        if is_seat or whose.organ.levels == {"province"}:  # 'THÀNH ỦY CẦN THƠ': the province's
            known = ban.organ is not None or last.phrase.startswith(_TEAMS)
            return ban.phrase if known else None
        if ban.organ is not None:
            return _within(ban.phrase, above[1:])
        if self._owners.own(whose.phrase, number):
            return _within(whose.phrase, above[1:])
        return _within(f"{last.phrase} {whose.place}", above[1:])

    def _is_another(self, last: _Part, above: _Part, number: DocumentNumber | None) -> bool:
        """Tell whether a number is not that of the central body above, nor of a ban of it."""
        if number is None or not self._begins.match(last.phrase):
            return False
        if number.organ.casefold() in self._shared:
            return True
        state = number.form is not NumberForm.PARTY
        return state and self._owners.own(above.phrase, number) is False

    def _joined(self, said: list[str]) -> list[str]:
        """Join the lines over which one body's name goes."""
        parts: list[str] = []
        for line in said:
            if parts and _PLACE_LINE.match(line) and self._part(parts[-1]).name:
                parts[-1] = f"{parts[-1]}, {line}"  # 'UBND XÃ TAM NÔNG / TỈNH PHÚ THỌ'
                continue
            if parts:
                whole = f"{parts[-1]} {line}"
                broken = not self._part(parts[-1]).organ and self._part(whole).organ
                begins = self._begins.match(line) or self._part(line).organ
                if broken or _JOINS.search(parts[-1]) or not begins:
                    parts[-1] = whole
                    continue
            parts.append(line)
        return parts

    def _part(self, phrase: str) -> _Part:
        words = phrase.split()
        for count in range(len(words), 0, -1):
            organ = self._organs.get(fold(" ".join(words[:count])))
            if organ is not None:
                return _Part(phrase, organ, " ".join(words[count:]))
        return _Part(phrase, None, "")


def _within(phrase: str, above: list[_Part]) -> str:
    """Return a body's phrase with the places that the bodies above it are of."""
    return ", ".join(dict.fromkeys((phrase, *(each.place for each in above if each.place))))


def _cells(text: str, line: Span) -> list[Span]:
    """Part a line at its gaps."""
    parts, start = [], line.start
    for gap in (*_GAP.finditer(text, *line), None):
        end = gap.start() if gap else line.end
        cell = text[start:end]
        lead = len(cell) - len(cell.lstrip())
        if cell.strip():
            kept = _PLACED.sub("", cell.strip())  # 'HUYỆN ỦY NHO QUAN (Ninh Bình)'
            parts.append(Span(start + lead, start + lead + len(kept)))
        start = gap.end() if gap else end
    return parts


def _once(phrase: str) -> str:
    """Drop what a section's heading and the letterhead both say."""
    words = phrase.split()
    half = len(words) // 2
    return " ".join(words[:half]) if words[:half] == words[half:] else " ".join(words)
