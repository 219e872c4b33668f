"""What stands right before a reference on its level: past titles, brackets and names given.

'Căn cứ Nghị định A quy định chi tiết Luật X; Nghị định B': between A and B stands A's title with
what it names, and still B is the next after A.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.extraction.cues.saying import Reading, behind
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind

# What joins two items.
LIST_JOINT = re.compile(
    rf"(?:{SPACE}\((?:cũ|trước{SPACE}đây)\))?{MAYBE_SPACE}(?:[,;]|và|VÀ|,{SPACE}và|hoặc|lẫn|cũng{SPACE}như|cùng(?:{SPACE}với)?|,?{SPACE}gắn{SPACE}với|,?{SPACE}(?:bao{SPACE})?gồm(?:{SPACE}có)?"
    rf"|,{SPACE}(?:nhất|đặc{SPACE}biệt){SPACE}là|,{SPACE}trong{SPACE}đó{SPACE}có|{SPACE}và){SPACE}?"
    rf"(?:các{SPACE}|của{SPACE}|toàn{SPACE}bộ{SPACE}|một{SPACE}phần{SPACE}|một{SPACE}số{SPACE}(?:điều|khoản|nội{SPACE}dung|quy{SPACE}định)(?:,{SPACE}(?:khoản|điểm))*{SPACE})*"
)
# '… Đề án “A” (Quyết định số 938/QĐ-TTg) và “B” (Quyết định số 939/QĐ-TTg)'
_NEXT_SCHEME = re.compile(
    rf"\){MAYBE_SPACE}(?:[,;]|và|,{SPACE}và){SPACE}(?:(?i:đề{SPACE}án|dự{SPACE}án|chương{SPACE}trình|kế{SPACE}hoạch|chiến{SPACE}lược){SPACE})?[“\"][^“”\"\n]{{3,220}}[”\"]{SPACE}\("
)
_NAMES = re.compile(r"\((?:sau đây )?(?:được )?(?:gọi|viết) (?:tắt |chung |gọn )?là $")
_DEPTH = 20  # of titles within titles
_BRACKET = 160  # characters


def fills(joint: re.Pattern[str], text: str, ends: Iterable[int], start: int) -> bool:
    """Tell whether a joint is all that stands between where a reference may end and ``start``."""
    return any(end < start and joint.fullmatch(text, end, start) is not None for end in ends)


def beside(reading: Reading, index: int) -> int | None:
    """Return the reference before this one that stands in the same title, or in none as it."""
    known = reading.beside
    if index not in known:
        known[index] = _beside(reading, index)
    return known[index]


def _beside(reading: Reading, index: int) -> int | None:
    drafts = reading.drafts
    at: int | None = index - 1 if index else None
    for _ in range(_DEPTH):
        if at is None:
            return None
        if drafts[at].kind is MentionKind.SHORT and _is_defined(reading.text, drafts[at].start):
            at = at - 1 if at else None
            continue
        if drafts[at].within == drafts[index].within:
            return _before_bracket(reading, at, index)
        at = drafts[at].within
    return None


def _before_bracket(reading: Reading, at: int, index: int) -> int:
    """Return the reference of which a bracket tells that holds the one at ``at``, else ``at``.

    'Căn cứ A (văn bản thay thế B) và C': it is A that C stands beside.
    """
    text, drafts = reading.text, reading.drafts
    close = text.find(")", drafts[at].after, drafts[index].begins)
    if close < 0 or text.find("(", drafts[at].after, close) >= 0:
        return at
    opened = text.rfind("(", max(0, drafts[at].begins - _BRACKET), drafts[at].begins)
    if opened < 0 or text.find(")", opened, drafts[at].begins) >= 0:
        return at
    for earlier in range(at - 1, max(-1, at - 1 - _DEPTH), -1):
        draft = drafts[earlier]
        if draft.end <= opened and draft.within == drafts[index].within:
            near = any(end <= opened <= end + 2 for end in behind(text, draft))
            return earlier if near else at
    return at


def _is_defined(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is only a name given: '(gọi tắt là NQ 11)'."""
    return (
        text.endswith("là ", 0, start)
        and _NAMES.search(text, max(0, start - 44), start) is not None
    )


def is_joined(reading: Reading, before: int, start: int) -> bool:
    """Tell whether only a joint stands between the two."""
    draft = reading.drafts[before]
    if reading.text.startswith(")", draft.end) and reading.text.startswith("(", start - 1):
        return _NEXT_SCHEME.fullmatch(reading.text, draft.end, start) is not None
    ends = [draft.end, *behind(reading.text, draft), *inner_ends(reading, before, start)]
    return any(end <= start < end + 30 and LIST_JOINT.fullmatch(reading.text, end, start)
               for end in ends)  # fmt: skip


def inner_ends(reading: Reading, before: int, start: int) -> Iterable[int]:
    """Return where the last reference in a title ends, whose own title may end later."""
    drafts, last = reading.drafts, before
    while last + 1 < len(drafts) and drafts[last + 1].within in range(before, last + 1):
        if drafts[last + 1].after > start:
            break
        last += 1
    return behind(reading.text, drafts[last]) if last > before else ()


def joined_back(reading: Reading, index: int) -> Iterator[int]:
    """Yield the references that one is listed with before it, the nearest first."""
    while (earlier := beside(reading, index)) is not None:
        if not is_joined(reading, earlier, reading.drafts[index].begins):
            return
        yield (index := earlier)


def the_only(drafts: Sequence[Draft], found: Sequence[int]) -> int | None:
    """Return the first of references with numbers that all name one document, else None."""
    named = [drafts[at] for at in found]
    one = len({(draft.type, draft.number and draft.number.key) for draft in named}) == 1
    return found[0] if one else None
