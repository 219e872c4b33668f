"""Finding laws, codes, ordinances and constitutions by name: 'Luật Đất đai', 'Hiến pháp 2013'.

A name known to seeds/law-names.tsv is taken whole; an unknown one ends at the first word that no
name goes on with. 'Luật sửa đổi, bổ sung một số điều của Luật X' is one name that holds another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.extraction.patterns import MAYBE_SPACE, SPACE, WORD_END, alternation, tone_variants
from graph.model.registry import LawName
from graph.model.spans import Span

_WINDOW = 260
_WORD = re.compile(r"\s{0,8}(?P<comma>,)?\s{0,8}(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
_WORDS_AT_MOST = 18
_START = re.compile(
    rf"(?:(?P<hp>[Hh]iến{SPACE}pháp|HIẾN{SPACE}PHÁP)"
    rf"|(?P<bl>[Bb]ộ{SPACE}[Ll]uật|BỘ{SPACE}LUẬT)"
    rf"|(?P<pl>[Pp]háp{SPACE}[Ll]ệnh|PHÁP{SPACE}LỆNH)"
    rf"|(?P<l>[Ll]uật|LUẬT)){WORD_END}"
)
_TYPES = {"hp": "hien-phap", "bl": "bo-luat", "pl": "phap-lenh", "l": "luat"}
_STATE = rf"(?:của{SPACE})?nước{SPACE}cộng{SPACE}h(?:òa|oà){SPACE}xã{SPACE}hội{SPACE}chủ{SPACE}nghĩa{SPACE}việt{SPACE}nam"
_REPUBLIC = re.compile(rf"{SPACE}(?:{_STATE}|việt{SPACE}nam)")
_YEAR = re.compile(rf"{SPACE}(?:năm{SPACE})?(?P<year>(?:19|20)\d\d)(?![\d/]|\s?[-/.]\s?\d)")
_AMENDING = re.compile(
    rf"{SPACE}sửa{SPACE}đổi(?:{MAYBE_SPACE}(?:,|và){MAYBE_SPACE}bổ{SPACE}sung)?"
    rf"(?:{SPACE}(?:một{SPACE}số{SPACE}(?:điều|nội{SPACE}dung)|các{SPACE}điều|"
    rf"điều{SPACE}\d{{1,3}}(?:{MAYBE_SPACE}(?:,|và){MAYBE_SPACE}(?:điều{SPACE})?\d{{1,3}}){{0,10}}))?"
    rf"(?:{SPACE}của)?(?:{SPACE}các)?(?P<inner>{SPACE}(?=luật|bộ{SPACE}luật|pháp{SPACE}lệnh))?"
)
_NEXT_INNER = re.compile(
    rf"(?:{SPACE}số{SPACE}\d[\w/]{{3,20}})?{MAYBE_SPACE}(?:,{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}và{SPACE})(?=(?:luật|bộ{SPACE}luật|pháp{SPACE}lệnh)\b)"
)
_OTHER_LUAT = re.compile(
    rf"(?i:pháp|kỷ|kỉ|học|khoa|công{SPACE}ty|phòng|hãng|viện|ngành|sĩ|sỹ|nhân|trường|giới|quân|trọng"
    rf"|tạp{SPACE}chí|quy|định){SPACE}$"
)
# Words with which no name of a law goes on (or begins).
STOPS = frozenset(
    [
        "có",
        "được",
        "đã",
        "đang",
        "sẽ",
        "này",
        "đó",
        "trên",
        "nêu",
        "nói",
        "thì",
        "là",
        "mà",
        "bị",
        "do",
        "bởi",
        "để",
        "nhằm",
        "theo",
        "tại",
        "từ",
        "đến",
        "khi",
        "nếu",
        "hoặc",
        "hay",
        "với",
        "năm",
        "ngày",
        "số",
        "khóa",
        "khoá",
        "quy",
        "định",
        "hướng",
        "sửa",
        "hiện",
        "cũng",
        "phải",
        "chưa",
        "không",
        "nhưng",
        "vì",
        "nên",
        "như",
        "gồm",
        "bao",
        "còn",
        "vẫn",
        "cho",
        "thay",
        "ban",
        "nay",
        "cùng",
        "ở",
        "vào",
        "ra",
        "trong",
        "ngoài",
        "sau",
        "trước",
        "về",
        "của",
        "mới",
        "cũ",
        "nước",
        "các",
        "những",
        "mọi",
        "một",
        "hai",
        "ba",
        "mình",
        "chúng",
        "tôi",
        "ông",
        "bà",
        "kể",
        "qua",
        "gọi",
        "viết",
        "tắt",
        "hết",
        "có",
    ]
)
_STARTS_AFTER_COMMA = frozenset(
    [
        "luật",
        "bộ",
        "pháp",
        "nghị",
        "thông",
        "quyết",
        "chỉ",
        "kết",
        "hiến",
        "điều",
        "khoản",
        "điểm",
        "các",
        "và",
        "căn",
        "theo",
        "ngày",
        "có",
        "được",
        "đã",
        "ông",
        "bà",
        "tại",
        "thì",
        "trong",
        "khi",
        "nếu",
        "để",
        "do",
        "vì",
        "từ",
        "với",
        "sau",
        "trước",
        "cơ",
        "người",
        "tổ",
        "chính",
        "quốc",
        "ủy",
        "uỷ",
        "hội",
    ]
)


@dataclass(frozen=True, slots=True)
class RawName:
    """A name in place. ``known`` says that a registry has it; ``year`` is one stuck to it."""

    span: Span
    type: str
    name: str
    known: bool
    inner: tuple[RawName, ...] = ()
    year: int | None = None
    issuer: str | None = None


class LawFinder:
    """Finds laws by name."""

    def __init__(self, names: Iterable[LawName]) -> None:
        tails: dict[str, dict[str, str]] = {}
        for law in names:
            _, _, tail = law.name.partition(" ")
            tail = tail.removeprefix("luật ") if law.type in ("bo-luat", "phap-lenh") else tail
            tail = tail.removeprefix("lệnh ")
            for variant in tone_variants(tail.lower()):
                tails.setdefault(law.type, {})[" ".join(variant.split())] = law.name
        self._names = tails
        self._known = {
            type_: re.compile(rf"{SPACE}(?:{alternation(words)}){WORD_END}")
            for type_, words in tails.items()
            if words
        }

    def find(self, text: str) -> list[RawName]:
        """Return every law named, outer ones only, in order."""
        names: list[RawName] = []
        free = 0
        for found in _START.finditer(text):
            if found.start() < free or _no_law(text, found.start()):
                continue
            if (name := self._named(text, found)) is not None:
                names.append(name)
                free = name.span.end
        return names

    def _named(self, text: str, found: re.Match[str]) -> RawName | None:
        type_ = _TYPES[str(found.lastgroup)]
        window = _lower(text[found.end() : found.end() + _WINDOW])
        if type_ == "hien-phap":
            return self._constitution(found, window)
        if (amending := _AMENDING.match(window)) is not None:
            return self._amending(text, found, type_, amending)
        if (known := self._match_known(type_, window)) is not None:
            end = found.end() + known.end()
            if found[0][0].islower() and type_ == "luat" and not _capital(text, found.end()):
                return None
            name = self._names[type_][_squeeze(known[0])]
            return RawName(Span(found.start(), end), type_, name, known=True)
        return self._unknown(text, found, type_)

    def _match_known(self, type_: str, window: str) -> re.Match[str] | None:
        pattern = self._known.get(type_)
        return pattern.match(window) if pattern else None

    def _constitution(self, found: re.Match[str], window: str) -> RawName | None:
        state = _REPUBLIC.match(window)
        year = _YEAR.match(window, state.end() if state else 0)
        if not state and not year and found[0][0].islower():
            return None
        end = year.end() if year else state.end() if state else 0
        span = Span(found.start(), found.end() + end)
        stated = int(year["year"]) if year else None
        return RawName(span, "hien-phap", "Hiến pháp", known=True, year=stated)

    def _amending(
        self, text: str, found: re.Match[str], type_: str, amending: re.Match[str]
    ) -> RawName | None:
        inner: list[RawName] = []
        at = found.end() + amending.end()
        if amending["inner"] is None:
            span = Span(found.start(), at)
            tail = self._unknown(text, found, type_, already=amending.end())
            return tail or RawName(span, type_, _tidy(span.of(text)), known=False)
        while (start := _START.match(text, at)) is not None and len(inner) < 12:
            if (name := self._named(text, start)) is None:
                break
            inner.append(name)
            follows = _NEXT_INNER.match(_lower(text[name.span.end : name.span.end + 80]))
            if follows is None:
                break
            at = name.span.end + follows.end()
        if not inner:
            return None
        span = Span(found.start(), inner[-1].span.end)
        return RawName(span, type_, _tidy(span.of(text)), known=False, inner=tuple(inner))

    def _unknown(
        self, text: str, found: re.Match[str], type_: str, already: int = 0
    ) -> RawName | None:
        """Read a name that no registry has: it begins with a capital and ends at a stop word."""
        begin = found.end() + already
        if not already and (not _capital(text, begin) or found[0][0].islower()):
            return None
        upper = found[0].isupper()
        end, count = begin, 0
        for word in _WORD.finditer(text, begin, begin + _WINDOW):
            if word.start() != end or count >= _WORDS_AT_MOST:
                break
            bare = word["word"].lower()
            if bare in STOPS or (word["comma"] and bare in _STARTS_AFTER_COMMA):
                break
            if word["comma"] and (
                count == 0 or (word["word"][0].isupper() and not upper and count > 2)
            ):
                break
            if bare == "và" and _TYPE_AHEAD.match(text, word.end()):
                break
            end, count = word.end(), count + 1
        span = _without_tail(text, Span(found.start(), end))
        if count == 0 or span.end <= begin:
            return None
        return RawName(span, type_, _tidy(span.of(text)), known=False)


_TYPE_AHEAD = re.compile(
    rf"{SPACE}(?:các{SPACE})?(?:(?i:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định"
    rf"|chỉ thị|các|văn bản|quy định|hướng dẫn|cơ quan|điều|khoản|điểm)\b)"
)
_TAIL = re.compile(r"(?:\s+và|,)\s*$")


def _without_tail(text: str, span: Span) -> Span:
    tail = _TAIL.search(text, max(span.start, span.end - 12), span.end)
    return Span(span.start, tail.start()) if tail else span


def _no_law(text: str, at: int) -> bool:
    """Tell whether 'luật' here is a part of another word or name ('pháp luật', 'Đại học Luật')."""
    if at == 0:
        return False
    return text[at - 1].isalpha() or _OTHER_LUAT.search(text, max(0, at - 12), at) is not None


def _capital(text: str, at: int) -> bool:
    found = _WORD.match(text, at)
    return found is not None and found["word"][0].isupper() and not found["comma"]


def _lower(text: str) -> str:
    """Lower the case of a window, keeping offsets."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _squeeze(text: str) -> str:
    return re.sub(r"\s*-\s*", "-", re.sub(r"\s*,", ",", " ".join(text.split())))


def _tidy(name: str) -> str:
    """Write a name as one line with ordinary spacing and its first letter large."""
    clean = _squeeze(name)
    return clean[:1].upper() + clean[1:]
