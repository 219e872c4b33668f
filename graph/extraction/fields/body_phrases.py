"""Reading where the phrases of bodies end that no registry has, and what stands around others."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import SPACE, alternation, cases
from graph.extraction.text.place_names import CAPITAL, PLACE
from graph.model.registry import Registry
from graph.model.spans import Span

_NAMES = ("Trường", "Đoàn", "Hội", "Viện")  # are names of people too: 'ông Lê Hồng Trường'
# 'Đảng ủy Trường Đại học Cần Thơ'
_SCHOOL = re.compile(
    rf"Trường{SPACE}(?i:đại{SPACE}học|cao{SPACE}đẳng|trung{SPACE}cấp|chính{SPACE}trị|sĩ{SPACE}quan"
    rf"|THPT|THCS|tiểu{SPACE}học|mầm{SPACE}non|trung{SPACE}học)(?![^\W_])"
)
_NAMED = re.compile(rf"(?<![^\W_])[{CAPITAL}][^\W\d_]{{1,6}}\s$")
_BRACKET = 240  # characters
# Who holds a post, between it and the verb.
HOLDER = re.compile(rf"(?:{SPACE}[{CAPITAL}][^\W\d_]*){{0,5}}(?:{SPACE}cũng)?")
_CHAIR = re.compile(rf"(?i:chủ{SPACE}tịch){SPACE}")
_UNIT = re.compile(
    rf"(?:tỉnh|thành{SPACE}phố|TP|huyện|quận|thị{SPACE}xã|xã|phường)[. ]\s?"
    rf"(?!(?:Ủy|Uỷ|Đoàn)(?!\w))[{CAPITAL}]"
)
# ', tỉnh Long An' behind a district tells where that is.
_LOWER_UNIT = re.compile(
    rf"(?:huyện|quận|xã|phường|thị{SPACE}trấn|TP\.?|thành{SPACE}phố){SPACE}[^,.;:()\n]{{2,30}},{SPACE}$"
)
HIGHER_UNIT = re.compile(
    rf",{SPACE}(?:(?:huyện|thành{SPACE}phố|TP|thị{SPACE}xã|tỉnh){SPACE}[{CAPITAL}][^,.;:()\n]{{1,24}}?"
    rf"|[{CAPITAL}][^\W\d_]+(?:(?:{SPACE}|{SPACE}?[-–]{SPACE}?)[{CAPITAL}][^\W\d_]+){{1,3}})(?={SPACE}(?:\(|đã|vừa|mới|cũng|ký|kí|ban|có|ra)(?![^\W_])|$)"
)
_SMALL = re.compile(
    rf"(?:bộ|sở|cục|ban|chi{SPACE}cục|tổng{SPACE}cục|thanh{SPACE}tra|công{SPACE}an|văn{SPACE}phòng"
    rf"|[uủ][yỷ]{SPACE}ban|phòng){SPACE}[{CAPITAL}]"
)


def begins_a_body(text: str, at: int) -> bool:
    """Tell whether a name may begin at ``at``; some papers write 'sở Y tế', 'bộ Công an'."""
    return text[at : at + 1].isupper() or _SMALL.match(text, at) is not None


class UnknownBodies:
    """Reads a body that begins with an office's word in capitals; immutable."""

    def __init__(self, registry: Registry) -> None:
        self._office = re.compile(rf"(?:{alternation(registry.listed('office'))})\b")
        # 'cục Thuế', 'công ty cổ phần Yên Khánh': such a word has a name behind it, or is none.
        surname = alternation(registry.listed("surname"))
        near, free = (alternation(registry.listed(f"office-small{x}")) for x in ("-near", ""))
        self._small = re.compile(
            rf"(?:(?:{near}){SPACE}|(?:{free}){SPACE}(?:[^\W\d_]{{1,7}}{SPACE}){{0,3}}?)"
            rf"(?=[{CAPITAL}])(?!(?:{surname}){SPACE}[{CAPITAL}])"
        )
        self._end = re.compile(
            rf"{SPACE}(?:{alternation(registry.listed('office-end'))})\b|[,;:()\n\"“”]"
            r"|(?<!\b[QHPX])(?<!\bT[XP])\."
        )
        posts = {case for post in registry.listed("post") for case in cases(post)}
        self._post = re.compile(rf"(?:{alternation(posts)})\b")
        self._person = re.compile(rf"{SPACE}(?={surname}{SPACE}[{CAPITAL}])")

    def starts(self, text: str, start: int, end: int) -> list[int]:
        """Return where an office's word begins between two offsets."""
        return sorted(
            found.start()
            for office in (self._office, self._small, _UNIT)
            for found in office.finditer(text, start, end)
            if not text[found.start() - 1 : found.start()].isalpha()
            and not (office is _UNIT and _LOWER_UNIT.search(text, start, found.start()))
            and not (
                found[0] in _NAMES and _NAMED.search(text, max(0, found.start() - 9), found.start())
            )
        )

    def is_post(self, text: str, at: int) -> bool:
        """Tell whether a post is named at ``at``, and its holder may be behind the body."""
        return self._post.match(text, at) is not None

    def goes_on(self, text: str, at: int, limit: int) -> bool:
        """Tell whether a word at ``at`` can only be part of the name that stands before it."""
        return text[at : at + 1].islower() and self._end.match(text, at - 1, limit) is None

    def office_end(self, text: str, at: int, limit: int) -> int | None:
        """Return where the office ends whose word begins at ``at``; a mere name is none."""
        office = self._office.match(text, at) or self._small.match(text, at)
        named = office is not None and office[0] in _NAMES
        if named and _SCHOOL.match(text, at) is None:
            return None
        return self.end(text, at, limit) if office else None

    def end(self, text: str, at: int, limit: int) -> int | None:
        """Return where the body ends that begins at ``at``, without who holds the post."""
        if self._office.match(text, at) is None and self._small.match(text, at) is None:
            # 'tỉnh Thanh Hóa có văn bản số 5': a place stands for who governs it.
            place = PLACE.match(text, at, limit) if _UNIT.match(text, at) else None
            return place.end() if place else None
        stop = self._end.search(text, at, limit)
        end = stop.start() if stop else limit
        post = self._post.match(text, at, end)
        person = self._person.search(text, post.end(), end) if post else None
        end = person.start() if person else end
        return end if end - at > 3 else None


def past_deputy(text: str, body: Span) -> Span:
    """Return the body for which a deputy signs: 'Phó Chủ tịch UBND tỉnh' signs for 'UBND tỉnh'."""
    post = _CHAIR.match(text, body.start, body.end)
    deputy = text[max(0, body.start - 4) : body.start].lower() == "phó "
    return Span(post.end(), body.end) if post and deputy else body


def before_bracket(text: str, floor: int, at: int) -> int:
    """Return where the words end before a bracket that closes at ``at``, else ``at``.

    'Ban X (hợp nhất từ Ban Y và Ban Z) ban hành': what it holds is said of the body, or is its
    abbreviation.
    """
    last = at - 1 if text[at - 1 : at] != " " else at - 2
    if text[last : last + 1] != ")":
        return at
    begin = text.rfind("(", max(floor, last - _BRACKET), last)
    if begin < 0:
        return at
    while begin > floor and text[begin - 1].isspace():
        begin -= 1
    return begin
