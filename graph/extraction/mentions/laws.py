"""Finding laws, codes, ordinances and constitutions by name: 'Luật Đất đai', 'Hiến pháp 2013'.

A name known to seeds/law-names.tsv is taken whole; an unknown one ends at the first word that no
name goes on with. 'Luật sửa đổi, bổ sung một số điều của Luật X' is one name that holds another.
"""

from __future__ import annotations

import re

from graph.extraction.mentions.amending_names import AMENDING, AMENDS, NEXT_INNER
from graph.extraction.mentions.law_fields import YEAR, is_field
from graph.extraction.mentions.law_names import WORD, make_law_names, squeezed, starts_large
from graph.extraction.mentions.law_words import LawWord, LawWords
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, WORD_END, alternation, lower
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.values import value

_WINDOW = 260
_WORDS_AT_MOST = 18
_INNER_AT_MOST = 12
_DEPTH = 3  # an amending law may amend an amending law

_INNER = re.compile(
    rf"(?:(?P<bl>[Bb]ộ{SPACE}[Ll]uật|BỘ{SPACE}LUẬT)|(?P<pl>[Pp]háp{SPACE}[Ll]ệnh|PHÁP{SPACE}LỆNH)"
    rf"|(?P<l>[Ll]uật|LUẬT)){WORD_END}"
)
_INNER_TYPES = {"bl": "bo-luat", "pl": "phap-lenh", "l": "luat"}
_REPUBLIC = re.compile(
    rf"{SPACE}(?:(?:của{SPACE})?nước{SPACE}cộng{SPACE}h(?:òa|oà){SPACE}xã{SPACE}hội{SPACE}"
    rf"chủ{SPACE}nghĩa{SPACE}việt{SPACE}nam|việt{SPACE}nam|(?:của{SPACE})?nước{SPACE}chxhcn(?:{SPACE}việt{SPACE}nam|{SPACE}?vn))"
)
_OTHER_AHEAD = re.compile(
    rf"{SPACE}(?:các{SPACE})?(?i:luật|bộ{SPACE}luật|pháp{SPACE}lệnh|nghị{SPACE}định|nghị{SPACE}quyết"
    rf"|thông{SPACE}tư|quyết{SPACE}định|chỉ{SPACE}thị|các|văn{SPACE}bản|quy{SPACE}định"
    rf"|hướng{SPACE}dẫn|cơ{SPACE}quan|điều|khoản|điểm)\b"
)
_GLUED = re.compile(rf"{SPACE}(?:căn{SPACE}cứ|theo{SPACE}đề{SPACE}nghị|chương{SPACE}[ivx]+)\b")
_OTHER_TYPE = re.compile(
    rf"{SPACE}(?:Nghị{SPACE}(?:định|quyết)|Thông{SPACE}tư|Quyết{SPACE}định|Chỉ{SPACE}thị)\b"
)
_REVISED = re.compile(
    rf"{SPACE}\({MAYBE_SPACE}[Ss]ửa{SPACE}đổi(?:[^()]{{0,80}}(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|{MAYBE_SPACE}\){SPACE}năm{SPACE}(?P<after>(?:19|20)\d\d)(?!\d))?"
)
_AGAIN = re.compile(
    rf"{SPACE}(?:\({MAYBE_SPACE}[Ss]ửa{SPACE}đổi|sửa{SPACE}đổi(?={MAYBE_SPACE}[,.;]))"
)
# 'Luật X sửa đổi năm 2018', 'Luật X sửa đổi có hiệu lực', but 'Luật X sửa đổi Luật Y'
_REVISED_BARE = re.compile(
    rf"{SPACE}sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?(?:{SPACE}(?:năm{SPACE})?(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?={MAYBE_SPACE}(?:[,.;:)”\"]|$)|{SPACE}(?:có|được|đã|vừa|sẽ|mới|và|là|lần|trình|chính|cho|chưa|đang|cần|phải|sắp|còn|vẫn|cũng)(?![^\W_])))"
)
_ABBREVIATED = re.compile(rf"{SPACE}\([A-ZĐ&, -]{{2,12}}\)(?={SPACE}sửa)")
_BILL = re.compile(
    rf"(?P<many>(?:[Cc]ác|[Nn]hững|\d|[Hh]ai|[Bb]a|[Bb]ốn){SPACE})?[Dd]ự{SPACE}(?:thảo|án)(?::|{SPACE}luật:)?{SPACE}"
    rf"(?P<each>các{SPACE})?$"
)
_LISTED = re.compile(rf"{MAYBE_SPACE},{SPACE}|{SPACE}và{SPACE}")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_TAIL = re.compile(r"(?:\s+và|\s*,)\s*$")

_ORDINANCE = "phap-lenh"  # a word that means nothing else, in small letters too


@value(frozen=True, slots=True)
class RawName:
    """A name in place. ``known`` says that a registry has it.

    ``year`` is one stuck to it, ``term`` the term of the Party that it says.
    """

    span: Span
    type: str
    name: str
    known: bool
    inner: tuple[RawName, ...] = ()
    year: int | None = None
    issuer: str | None = None
    term: str | None = None


_STATED = re.compile(rf"{SPACE}(?:\(?số{SPACE}\d|năm{SPACE}\d|\()")


# 'LUẬT SƯ', 'HỘI LUẬT GIA': in capitals letters do not tell them from laws.
_NO_LAW = re.compile(rf"(?<=LUẬT){SPACE}(?:SƯ|GIA|SĨ|SỸ|LỆ|KHOA)(?![^\W_])")


class LawFinder:
    """Finds laws by name."""

    def __init__(self, registry: Registry) -> None:
        self._stops = registry.listed("name-stop")
        self._parts = registry.listed("name-part")
        self._no_name = re.compile(rf"{SPACE}(?:{alternation(registry.listed('no-name'))})\b")
        self._not_laws = registry.listed("no-law-after")
        self._words = LawWords(self._not_laws)
        abroad = alternation(registry.listed("abroad"))
        # 'Bộ luật Hình sự Pháp', 'Luật Đất đai của Nhật Bản', but 'Luật A Pháp lệnh B'
        self._abroad = re.compile(
            rf"(?:{SPACE}(?:năm{SPACE})?\d{{4}})?(?:{SPACE}(?:của|tại|ở))?(?:{SPACE}nước)?{SPACE}(?:{abroad})"
            rf"(?![^\W_]|{SPACE}(?:lệnh|luật|điển))"
        )
        self._after_comma = registry.listed("after-comma")
        self._names = make_law_names(registry.law_names)
        self._passed = {work.name for work in registry.works}

    def find(self, text: str) -> list[RawName]:
        """Return every law named, outer ones only, in order."""
        names: list[RawName] = []
        free, bills = 0, False
        for word in self._words.find(text):
            if word.start < free or self._is_other(text, word):
                continue
            led = _BILL.search(text, max(0, word.start - 40), word.start)
            bills = bills and _LISTED.fullmatch(text, free, word.start) is not None
            if (name := self._named(text, word, bill=bills or led is not None)) is not None:
                free = name.span.end
                if self._abroad.match(text, free):
                    continue
                names.append(name)
                bills = bills or (led is not None and bool(led["many"] or led["each"]))
        return names

    def find_short(self, text: str) -> list[RawName]:
        """Return every law that an abbreviation names: 'BLHS'."""
        return [
            RawName(span, type_, name, known=True)
            for span, type_, name in self._names.abbreviations(text)
        ]

    def _is_other(self, text: str, word: LawWord) -> bool:
        """Tell whether 'luật' is a part of another word or name ('pháp luật', 'Đại học Luật')."""
        at = word.start
        if _NO_LAW.match(text, word.end):
            return True
        if at == 0:
            return False
        if text[at - 1].isalpha():
            return True
        near = text[max(0, at - 24) : at]
        if word.text[0].isupper() and not word.text.isupper():
            near = near.rpartition("\n")[2]  # a line may begin with it
        before = near.lower().replace("(", " ").split()
        if before[-1:] == ["trọng"] and starts_large(text, word.end):
            return False  # 'vi phạm nghiêm trọng luật Tố cáo', but 'kính trọng luật pháp'
        if word.text[0].isupper() and before[-1:] in (["định"], ["quy"]):
            return False  # 'quy định Luật X' is no 'định luật'
        return " ".join(before[-1:]) in self._not_laws or " ".join(before[-2:]) in self._not_laws

    def _named(
        self, text: str, word: LawWord, depth: int = 0, *, bill: bool = False
    ) -> RawName | None:
        window = lower(text[word.end : word.end + _WINDOW])
        if word.type == "hien-phap":
            return _constitution(word, window)
        if (amending := AMENDING.match(window)) is not None:
            return self._amending(text, word, amending, depth) if depth < _DEPTH else None
        found = self._names.after(text, word, window)
        if found is None:
            return self._unknown(text, word)
        name, end = found
        if word.text[0].islower() and word.type == "luat" and is_field(text, word, end):
            return None
        # A bill or a law called 'X (sửa đổi)' is not the X that it is to follow.
        short = _ABBREVIATED.match(text, end)  # 'Luật Bảo hiểm y tế (BHYT) sửa đổi'
        past = short.end() if short else end
        bare = _REVISED_BARE.match(text, past)
        revised = _REVISED.match(text, end) or bare
        if revised is None:
            called = f"{name} (sửa đổi)" if bill and name in self._passed else name
            return RawName(Span(word.start, end), word.type, called, known=True)
        said = revised["year"] or revised.groupdict().get("after")
        year = int(said) if said else None
        span = Span(word.start, bare.end() if bare and year else end)
        return RawName(span, word.type, f"{name} (sửa đổi)", known=True, year=year)

    def _amending(
        self, text: str, word: LawWord, amending: re.Match[str], depth: int
    ) -> RawName | None:
        at = word.end + amending.end()
        if amending["inner"] is None:
            span = Span(word.start, at)
            tail = self._unknown(text, word, already=amending.end())
            nothing = amending["articles"] is None and amending["all"] is None
            if tail is None and (
                amending[0].endswith("của") or (nothing and not _STATED.match(text, at))
            ):
                return None  # 'luật sửa đổi, bổ sung' alone names none
            return tail or RawName(span, word.type, _tidy(span.of(text)), known=False)
        inner: list[RawName] = []
        while (start := _INNER.match(text, at)) is not None and len(inner) < _INNER_AT_MOST:
            kind = _INNER_TYPES[str(start.lastgroup)]
            name = self._named(text, LawWord(start.start(), start.end(), kind, start[0]), depth + 1)
            if name is None or (inner and _AGAIN.match(text, name.span.end)):
                break  # 'Luật sửa đổi … của Luật A, Luật B (sửa đổi)': B is a law of its own
            inner.append(name)
            follows = NEXT_INNER.match(lower(text[name.span.end : name.span.end + 120]))
            if follows is None:
                break
            at = name.span.end + follows.end()
        if not inner:
            return None
        span = Span(word.start, inner[-1].span.end)
        called = _tidy(span.of(text))
        if amending["articles"] is None:
            # 'Luật sửa đổi, bổ sung Luật X', as bills are called, is passed with 'một số điều của'.
            at = inner[0].span.start - word.start
            called = _tidy(f"{text[word.start : word.end]} {AMENDS} {span.of(text)[at:]}")
        return RawName(span, word.type, called, known=False, inner=tuple(inner))

    def _unknown(self, text: str, word: LawWord, already: int = 0) -> RawName | None:
        """Read a name that no registry has: it begins with a capital and ends at a stop word."""
        begin = word.end + already
        small = word.text[0].islower() and word.type != _ORDINANCE
        if not already and (not starts_large(text, begin) or small):
            return None
        if not already and self._no_name.match(text, begin):
            return None  # 'dự thảo Luật Chính phủ trình Quốc hội'
        end = self._name_end(text, begin, upper=word.text.isupper())
        tail = _TAIL.search(text, max(begin, end - 50), end)
        end = tail.start() if tail else end
        if end <= begin:
            return None
        span = Span(word.start, end)
        return RawName(span, word.type, _tidy(span.of(text)), known=False)

    def _name_end(self, text: str, begin: int, *, upper: bool) -> int:
        end, count = begin, 0
        for part in WORD.finditer(text, begin, begin + _WINDOW):
            bare = part["word"].lower()
            if part.start() != end or count >= _WORDS_AT_MOST:
                break
            if bare in self._stops and not self._is_part(text, bare, part.end()):
                break
            capital = part["word"][0].isupper() and not upper
            if _PARAGRAPH.search(text, end, part.start("word")):
                break
            if part["comma"] and (
                count == 0 or bare in self._after_comma or (capital and count > 2)
            ):
                break
            if bare == "và" and _OTHER_AHEAD.match(text, part.end()):
                break
            if capital and (
                _GLUED.match(lower(text[end : end + 40])) or _OTHER_TYPE.match(text, end)
            ):
                break
            end, count = part.end(), count + 1
        return end

    def _is_part(self, text: str, stop: str, at: int) -> bool:
        """Tell whether a stop word is half of a word that names hold: 'quy hoạch'."""
        other = WORD.match(text, at)
        return other is not None and f"{stop} {other['word'].lower()}" in self._parts


def _constitution(word: LawWord, window: str) -> RawName | None:
    state = _REPUBLIC.match(window)
    year = YEAR.match(window, state.end() if state else 0)
    if not state and not year and word.text[0].islower():
        return None
    end = year.end() if year else state.end() if state else 0
    stated = int(year["year"]) if year else None
    span = Span(word.start, word.end + end)
    return RawName(span, "hien-phap", "Hiến pháp", known=True, year=stated)


def _tidy(name: str) -> str:
    """Write a name as one line with ordinary spacing and its first letter large."""
    clean = squeezed(name)
    return clean[:1].upper() + clean[1:]
