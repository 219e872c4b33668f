"""Which law of a name was in force on a day, and which one is said to be passed, or to begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model.dates import PartialDate
from graph.model.registry import KnownWork

PASSED, BILL = 200, 400  # days: how long after and before its passing a bill is spoken of
_ABBREVIATED = r"(?:\s{1,4}\([^()]{1,20}\))?"
_PASSED_ON = re.compile(
    rf"{_ABBREVIATED}(?:\s{{1,4}}(?:mới|vừa|đã|được|Quốc\s{{1,4}}hội|khóa\s{{1,4}}\w+)){{1,5}}\s{{1,4}}thông\s{{1,4}}qua"
    r"(?:[^.;\d]{0,30}(?:\d{1,2}[/-]){0,2}(?P<year>(?:19|20)\d\d)(?!\d))?"
)
# 'Quốc hội thông qua Luật A, Luật B và Luật C'
_PASSES = re.compile(
    r"thông\s{1,4}qua\s{1,4}(?:(?:toàn\s{1,4}văn|các|\d{1,2})\s{1,4}){0,2}"
    r"(?:(?:[Bb]ộ\s{1,4})?[Ll]uật\s[^.;:\n]{2,200}(?:,|\svà)\s{1,4})?$"
)
_JUST = 60  # days
_IN_FORCE_ON = re.compile(
    rf"{_ABBREVIATED}\s{{1,4}}\(?(?:(?:sẽ|đã|mới|chính\s{{1,4}}thức|bắt\s{{1,4}}đầu)\s{{1,4}}){{0,3}}có\s{{1,4}}hiệu\s{{1,4}}lực"
    r"(?:\s{1,4}thi\s{1,4}hành)?\s{1,4}(?:kể\s{1,4})?(?:từ|vào)\s{1,4}(?:ngày\s{1,4})?(?P<day>\d{1,2})"
    r"(?:\s?[/.-]\s?|\s{1,4}tháng\s{1,4})(?P<month>\d{1,2})(?:\s?[/.-]\s?|\s{1,4}năm\s{1,4})(?P<year>\d{4})"
)


def in_force(
    works: Sequence[KnownWork], day: PartialDate, *, passed: bool = True
) -> KnownWork | None:
    """Return the law of a name that was in force on a day; None where it may be two.

    One that was ``passed`` and not in force yet counts as another.
    """
    begun = []
    for work in passed_by(works, day):
        begins = work.effective or work.date
        if begins is not None and begins.latest() <= day.earliest():
            begun.append((begins.latest(), work))
        elif passed or begins is None or begins.earliest() <= day.latest():
            return None
    last = max((begins for begins, _ in begun), default=None)
    now = [work for begins, work in begun if begins == last]
    return now[0] if len(now) == 1 else None


def passed_by(works: Sequence[KnownWork], day: PartialDate) -> list[KnownWork]:
    """Return the laws that were passed by a day, the last one last."""
    some = [w for w in works if w.date is not None and w.date.earliest() <= day.latest()]
    return sorted(some, key=lambda work: str(work.date))


def last_passed(works: Sequence[KnownWork], day: PartialDate) -> KnownWork | None:
    """Return the law that was passed last by a day."""
    return next(reversed(passed_by(works, day)), None)


def _lately(works: Sequence[KnownWork], written: PartialDate | None, days: int) -> str | None:
    """Return the number of the last law, if it was passed so few days before a text was written."""
    last = last_passed(works, written) if written is not None else None
    if last is None or last.date is None or written is None:
        return None
    return last.number if (written.earliest() - last.date.earliest()).days <= days else None


def just_passed(
    text: str, start: int, works: Sequence[KnownWork], written: PartialDate | None
) -> str | None:
    """Return the number of the law that a text tells was passed, if one was just before it."""
    if written is None or _PASSES.search(text, max(0, start - 240), start) is None:
        return None
    return _lately(works, written, _JUST)


def by_its_days(
    text: str, end: int, works: Sequence[KnownWork], written: PartialDate | None
) -> str | None:
    """Return the number of the law that was passed, or begins, when a name's words say."""
    begins = _IN_FORCE_ON.match(text, end)
    if begins is not None:
        said = tuple(int(begins[part]) for part in ("year", "month", "day"))
        found = [w for w in works if w.effective is not None and tuple(w.effective) == said]
        return found[0].number if len(found) == 1 else None
    passed = _PASSED_ON.match(text, end)
    if passed is None:
        return None
    if passed["year"]:
        found = [w for w in works if w.date is not None and w.date.year == int(passed["year"])]
        return found[0].number if len(found) == 1 else None
    return _lately(works, written, BILL)


def is_new(works: Sequence[KnownWork], written: PartialDate | None) -> bool:
    """Tell whether a law has been in force for about a year: it is what was revised."""
    now = in_force(works, written) if written is not None else None
    begins = (now.effective or now.date) if now is not None else None
    if begins is None or written is None:
        return False
    return (written.earliest() - begins.earliest()).days <= BILL
