"""Documents that a text brings in as what something newer takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.relations import RelationKind

_REACH = 60
_DONE_AWAY = r"[Tt]hay\s{1,4}thế(?:\s{1,4}cho)?|[Bb]ãi\s{1,4}bỏ|[Hh](?:ủy|uỷ)\s{1,4}bỏ"
_ENDED = re.compile(
    rf"(?:{_DONE_AWAY})\s{{1,4}}(?:(?:toàn\s{{1,4}}bộ|các|(?:một|hàng)\s{{1,4}}loạt|văn\s{{1,4}}bản|(?:bao\s{{1,4}})?gồm|cùng\s{{1,4}}lúc"
    r"|(?:hai|ba|bốn)(?:\s{1,4}[^\W\d_]+){0,2})\s{1,4}){0,4}$"
)
_LAST = (
    "thế",
    "cho",
    "bỏ",
    "bộ",
    "các",
    "loạt",
    "bản",
    "gồm",
    "lúc",
    "định",
    "tư",
    "hai",
    "ba",
    "bốn",
)  # words of ``_ENDED``; fmt: skip
_FORMER = re.compile(rf"(?:{_DONE_AWAY}|(?:[Ss]o|[Kk]hác)\s{{1,4}}với)\s{{1,4}}$")
# 'A hết hiệu lực một phần do B bãi bỏ các quy định về giá'
_BECAUSE = re.compile(
    rf"(?:{SPACE}thi{SPACE}hành)?(?:{SPACE}(?:một|toàn|từng){SPACE}(?:phần|bộ))?(?:(?:{SPACE}kể)?{SPACE}từ{SPACE}(?:ngày{SPACE})?[\d/.-]{{6,10}})?"
    rf"{MAYBE_SPACE},?{SPACE}(?:do|vì)(?:{SPACE}(?:có|đã{SPACE}có))?{SPACE}"
)
_ENDS_IT = re.compile(
    rf"(?:{SPACE}(?:đã|sẽ))?{SPACE}(?:(?P<repeals>bãi{SPACE}bỏ|h(?:ủy|uỷ){SPACE}bỏ)|(?P<replaces>thay{SPACE}thế))(?![^\W_])"
)


def is_ended(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is done away with: it is not spoken of next."""
    begin = max(0, start - _REACH)
    if not text[begin:start].rstrip().endswith(_LAST):
        return False  # as mostly
    return _ENDED.search(text, begin, start) is not None


def is_former(text: str, start: int) -> bool:
    """Tell whether it is replaced or compared with: its name alone means the newer one."""
    return _FORMER.search(text, max(0, start - _REACH), start) is not None


def because_of(text: str, at: int, start: int, ends: Iterable[int]) -> RelationKind | None:
    """Return what is done by a document that is the reason: 'hết hiệu lực do B bãi bỏ'.

    ``at`` is where the words of its end stop, ``start`` where B begins, ``ends`` where it may end.
    """
    if _BECAUSE.fullmatch(text, at, start) is None:
        return None
    found = next((m for end in ends if (m := _ENDS_IT.match(text, end))), None)
    if found is None:
        return None
    return RelationKind.REPLACES if found["replaces"] else RelationKind.REPEALS
