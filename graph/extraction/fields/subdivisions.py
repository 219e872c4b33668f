"""Reading which part of a document is meant: 'điểm b khoản 2 Điều 5', lists and ranges."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.text.patterns import DASH, MAYBE_SPACE, SPACE, alternation, cases
from graph.extraction.text.runs import Run
from graph.model.spans import Span

_REACH = 260
# The words of ``_TAIL``, which stand between a part and us.
_TIES = frozenset(("của", "tại", "thuộc", "trong", "theo", "các", "ban", "hành", "kèm"))
_SHORT_NAME = 2  # letters of a point's name; longer ones hold digits or are Roman
_NEAR = 24  # characters
_LEVELS = {"phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 4, "khoản": 5, "điểm": 6,
           "tiết": 7, "phụ lục": 0, "mẫu": 0, "đoạn": 8}  # fmt: skip
_NAMED = [word for word in _LEVELS if word != "đoạn"]
_WORDS = alternation(spelled for word in _NAMED for spelled in cases(word))
_ROMAN = r"[IVXLC]{1,7}"
_NAME = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[a-zđ]?|{_ROMAN}|(?!(?:do|ra|ta|so)(?![^\W_]))[a-zđ]{{1,2}}(?:\d{{1,2}})?|[A-ZĐ])"
    r"(?![^\W_])"
)
_AND = (
    rf"(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:(?:và|hoặc){SPACE})?|{SPACE}(?:và|hoặc){SPACE}"
    rf"|{SPACE}đến{SPACE}|{MAYBE_SPACE}{DASH}{MAYBE_SPACE})"
)
_UNIT = re.compile(
    rf"(?P<word>{_WORDS}){SPACE}(?:số{SPACE})?(?P<first>{_NAME})"
    rf"(?P<rest>(?:{_AND}{_NAME}){{0,30}})"
)
_BETWEEN = re.compile(
    rf"^(?:{MAYBE_SPACE}[,;]?{MAYBE_SPACE}"
    rf"(?:(?:và|hoặc|của|tại|thuộc|đến|các|từ|cả|những"
    rf"|sửa{SPACE}đổi|bổ{SPACE}sung|bãi{SPACE}bỏ)(?:{SPACE}|$|,{SPACE}))*)$"
)
_TAIL = re.compile(
    rf"^{MAYBE_SPACE},?{MAYBE_SPACE}"
    rf"(?:(?:của|tại|thuộc|trong|theo|các|(?:ban{SPACE}hành{SPACE})?(?:kèm{SPACE})?theo|ban{SPACE}hành)(?:{SPACE}|$))*$"
)
_EACH = re.compile(rf"(?P<joint>{_AND})(?P<name>{_NAME})")
# All that a chain of units may hold; a name, read backwards, is digits, letters or both.
_RUN = Run(
    ["và hoặc của tại thuộc đến các từ cả những trong theo ban hành kèm số sửa đổi bổ sung bãi bỏ"],
    pattern=(
        r"(?:(?:[a-zđ]?[\d.]{1,13}|[ivxlc]{1,7}|\d{0,2}[a-zđ]{1,2})(?![^\W_])"
        rf"|{alternation(word[::-1] for word in _NAMED)})"
    ),
)

Path = tuple[str, ...]


def subdivisions_before(text: str, at: int, floor: int) -> tuple[tuple[Path, ...], Span | None]:
    """Read the subdivision paths that end right at ``at``, outermost level first.

    Returns the paths, one for each target, and the span they are written in (None if none).
    """
    if not _may_end(text[max(floor, at - _NEAR) : at].split()):
        return (), None  # as nearly everywhere, told at once
    start = _RUN.start(text, max(floor, at - _REACH), at)
    units = _units(text, start, at) if start is not None else None
    if not units:
        return (), None
    span = Span(units[0].start(), units[-1].end())
    return _paths(span.of(text)), span


def _may_end(words: list[str]) -> bool:
    """Tell whether the last word may be the name of a part, past those between it and us."""
    for word in reversed(words):
        name = word.rstrip(",")
        if name not in _TIES:
            return _is_point(name) or not name.isalpha() or name.isupper()
    return True


def _is_point(name: str) -> bool:
    """Tell whether a word may be a point's name, whose letters bear no marks but đ's."""
    return len(name) <= _SHORT_NAME and (name.isascii() or "đ" in name)


def _units(text: str, floor: int, at: int) -> list[re.Match[str]]:
    """Return the units that stand in an unbroken chain up to ``at``."""
    found = list(_UNIT.finditer(text, floor, at))
    chain: list[re.Match[str]] = []
    end = at
    for unit in reversed(found):
        between = text[unit.end() : end]
        if not (_TAIL if not chain else _BETWEEN).match(between):
            break
        chain.insert(0, unit)
        end = unit.start()
    return chain


@lru_cache(maxsize=8192)  # the same articles and clauses are named everywhere
def _paths(chain: str) -> tuple[Path, ...]:
    """Combine a chain's units into paths: Vietnamese writes the innermost first.

    'khoản 1, khoản 2 Điều 5 và Điều 7' is (Điều 5, khoản 1), (Điều 5, khoản 2), (Điều 7).
    """
    units = list(_UNIT.finditer(chain))
    groups: list[list[tuple[int, list[str]]]] = []
    for position, unit in enumerate(units):
        level, names = _level(unit), list(_names(unit["word"], unit["first"], unit["rest"]))
        if position and _reaches(units[position - 1], unit):
            names = _up_to(groups[-1][-1][1][-1], names)
        last = groups[-1][-1][0] if groups else -1
        if groups and level < last:
            groups[-1].append((level, names))
        elif groups and level == last and len(groups[-1]) == 1:
            groups[-1][-1] = (level, groups[-1][-1][1] + names)
        else:
            groups.append([(level, names)])
    # Deeper groups before a shallower one, as 'điểm a khoản 1, điểm b khoản 2 Điều 5', share it.
    paths: list[Path] = []
    for position, group in enumerate(groups):
        outer = _shared(groups, position)
        paths += _product([*reversed(outer), *reversed(group)])
    return tuple(dict.fromkeys(paths))


def _reaches(before: re.Match[str], unit: re.Match[str]) -> bool:
    """Tell whether 'Điều 7 đến Điều 9' is what two units say."""
    between = unit.string[before.end() : unit.start()].split()
    return _level(before) == _level(unit) and between[:1] == ["đến"]


def _up_to(first: str, names: list[str]) -> list[str]:
    """Fill in what lies between ``first`` and the first of ``names``, words and all."""
    word, _, begin = first.rpartition(" ")
    return [f"{word} {each}" for each in _range(begin, names[0].rpartition(" ")[2])] + names[1:]


def _shared(
    groups: list[list[tuple[int, list[str]]]], position: int
) -> list[tuple[int, list[str]]]:
    top = groups[position][-1][0]
    for later in groups[position + 1 :]:
        above = [(level, names) for level, names in later if level < top]
        if above and later[0][0] >= groups[position][0][0] - 1 and len(above) < len(later) + 1:
            return above
    return []


def _product(levels: list[tuple[int, list[str]]]) -> list[Path]:
    paths: list[Path] = [()]
    for _, names in levels:
        paths = [(*path, name) for path in paths for name in names]
    return paths[:60]


def _level(unit: re.Match[str]) -> int:
    word = unit["word"]
    return _LEVELS[word if word in _LEVELS else " ".join(word.lower().split())]


def _names(word: str, first: str, rest: str) -> tuple[str, ...]:
    word = " ".join(word.lower().split())
    shown = word if word in ("điểm", "khoản", "tiết", "mục", "tiểu mục") else word.capitalize()
    names = [first]
    for each in _EACH.finditer(rest):
        ranged = "đến" in each["joint"] or re.search(DASH, each["joint"])
        names += _range(names[-1], each["name"]) if ranged else [each["name"]]
    return tuple([f"{shown} {name}" for name in names])


_POINTS = "abcdđeghiklmnopqrstuvxy"


def _range(first: str, last: str) -> list[str]:
    """Return what follows ``first`` up to ``last``, counting numbers or the letters of points."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= 50:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if first in _POINTS and last in _POINTS and len(first) == len(last) == 1:
        return list(_POINTS[_POINTS.index(first) + 1 : _POINTS.index(last) + 1])
    return [last]
