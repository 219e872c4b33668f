"""Documents spoken of by what they are about, without a number: 'ra quyết định xử phạt'.

What points back after one of them means it rather than a numbered one further off.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.text.patterns import SPACE

_ABOUT = 260  # letters of a reference and what follows it, that tell what it is about
_BEFORE = rf"(?i:về|theo|ký|kí|ra|ban{SPACE}hành|có|nhận|được|hủy|huỷ|bằng|một|bản|tờ|thêm|nhiều)"
# A type word that goes on so is the document named before, or does something.
_GOES_ON = (
    rf"(?:này|trên|nói|nêu|đó|kia|ấy|số|của|và|thì|là|có|được|đã|sẽ|cho|để|trong|tại|từ|do|mà|với|vào"
    rf"|liên{SPACE}quan|không|chưa|đúng|sai|trái)"
    rf"(?![^\W_])|(?:[^\W_]+{SPACE}){{1,6}}số{SPACE}\d"
)


def speaks_of_another(text: str, word: str, at: int, end: int) -> bool:
    """Tell whether 'ra quyết định xử phạt' stands behind the reference that begins at ``at``.

    ``word`` is that for its type. What the reference itself is said to be about is not another.
    """
    start = text.find(word, at + len(word), end)
    if start < 0:
        return False
    own = text[at : at + _ABOUT].lower()
    for found in _another(word).finditer(text, at + len(word), end):
        if own.find(" ".join(found["about"].split()), len(word)) in (-1, found.start("about") - at):
            return True
    return False


@lru_cache(maxsize=64)
def _another(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_]){_BEFORE}{SPACE}{re.escape(word)}{SPACE}(?!{_GOES_ON})"
        rf"(?P<about>[^\W\d_]+{SPACE}[^\W\d_]+)"
    )
