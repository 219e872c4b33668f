"""What the words beside a law's name tell of which law of that name is meant.

'Luật Giáo dục hiện hành' is the one in force on the day of writing, 'dự thảo Luật sửa đổi …' none
that was passed before, and a law amends none that is younger. Beside a bill the bare name is as
well the bill's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model.dates import PartialDate
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.registry import KnownWork, Registry
from graph.model.resolutions import UNTOLD
from graph.model.text import slug
from graph.resolution.registered import REVISED, unnumbered

_NEAR = 48  # characters
_PASSED, _BILL = 200, 400  # days: how long after and before its passing a bill is spoken of
_NOW = re.compile(
    r"(?:\s{1,4}\([^()]{1,20}\))?\s{1,4}(?:hiện\s{1,4}hành|hiện\s{1,4}nay|đang\s{1,4}có\s{1,4}hiệu\s{1,4}lực)"
)
_OLD = re.compile(
    r"\s{1,4}(?:cũ\b|trước\s{1,4}(?:đây|đó|kia)|(?:đang\s|có\s)hiệu\s{1,4}lực\s{1,4}trước)"
)
_FOREIGN = re.compile(
    r"\s{1,4}(?:của|ở|tại)\s{1,4}(?:(?:hầu\s{1,4}hết|nhiều|một\s{1,4}số|đa\s{1,4}số)\s{1,4})?"
    r"(?:các\s{1,4}nước|nhiều\s{1,4}nước|nước\s{1,4}(?:ngoài|này|bạn|sở\s{1,4}tại)|các\s{1,4}quốc\s{1,4}gia"
    r"|Mỹ|Hoa\s{1,4}Kỳ|Trung\s{1,4}Quốc|Nhật|Hàn\s{1,4}Quốc|Đài\s{1,4}Loan|Singapore|Thái\s{1,4}Lan|Pháp|Đức|Anh\b"
    r"|Úc|Australia|Canada|Nga|Ấn\s{1,4}Độ|Campuchia|Lào|Malaysia|Indonesia|Philippines|Liên\s{1,4}minh|EU\b|châu)"
)
_BILL_AHEAD = re.compile(r"(?i:dự\s{1,4}(?:thảo|án)(?::|\s{1,4}luật:?)?)\s{1,4}$")
# A congress of a union or an association has resolutions as the Party's has.
_CONGRESS = "nghi-quyet-dai-hoi-"
_OF_A_UNION = re.compile(
    r"các\s{1,4}cấp\s{1,4}(?:Hội|công\s{1,4}đoàn)|\b(?:[Hh]ội|[Đđ]oàn)\s{1,4}viên|[Cc]ông\s{1,4}đoàn\b"
    r"|Đoàn\s{1,4}Thanh\s{1,4}niên|Hội\s{1,4}(?:Nông|Liên|LHPN|Cựu|CCB|Nhà|Luật|Chữ|Sinh|Doanh)\b|Phụ\s{1,4}nữ"
    r"|Mặt\s{1,4}trận|MTTQ"
)
_AMENDING = "-sua-doi-bo-sung-"
_STATUTES = ("luat", "bo-luat", "phap-lenh")


class Wording:
    """Reads what is said right beside the names of laws. Filled once."""

    def __init__(self, registry: Registry) -> None:
        self._of: dict[str, list[KnownWork]] = {}
        for work in registry.works:
            for name in filter(None, (work.name, *work.aliases)):
                self._of.setdefault(slug(unnumbered(name)), []).append(work)

    def told(
        self, text: str, extraction: Extraction, written: PartialDate | None
    ) -> dict[int, Mention]:
        """Return the names of laws of which something is told, as they are to be read."""
        mentions = extraction.mentions
        bills = _bills(text, mentions)
        found = {}
        for index, mention in enumerate(mentions):
            if mention.kind is not MentionKind.NAMED or not mention.name or mention.number:
                continue
            if mention.type in _STATUTES:
                told = self._read(text, mentions, index, written, bills)
            else:
                told = _of_a_congress(text, mention)
            if told is not None:
                found[index] = told
        return found

    def _read(
        self,
        text: str,
        mentions: Sequence[Mention],
        index: int,
        written: PartialDate | None,
        bills: set[str],
    ) -> Mention | None:
        mention = mentions[index]
        name, end = slug(mention.name or ""), mention.span.end
        works = self._of.get(name, [])
        if mention.date is not None or name.endswith(REVISED) or not works:
            return None
        if _AMENDING in name:
            return _amending(text, mentions, index, written, works)
        if _FOREIGN.match(text, end):
            return replace(mention, antecedent=None, told=UNTOLD)
        if _NOW.match(text, end) and written is not None:
            now = in_force(works, written, passed=False)
            return replace(mention, antecedent=None, told=now.number) if now else None
        if _OLD.match(text, end):
            return replace(mention, antecedent=None, told=UNTOLD)
        if mention.antecedent is not None:
            return _tied(mentions, index, written, works)
        if _is_of_no_day(mentions, mention) and len(works) > 1:
            return replace(mention, told=UNTOLD)
        free = mention.within is None and not mention.targets
        if free and name in bills and not _is_new(works, written):
            return replace(mention, told=UNTOLD)
        return None


def _is_of_no_day(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a law is named in the title of a document of which no year is known.

    'Nghị định 180 hướng dẫn Luật Xây dựng' may be of the law before the one in force.
    """
    owner = mentions[mention.within] if mention.within is not None else None
    if owner is None or owner.kind is not MentionKind.SHORT or mention.by is not None:
        return False
    return owner.antecedent is None and _year(owner) is None


def _of_a_congress(text: str, mention: Mention) -> Mention | None:
    """Leave open whose congress is meant where a union is spoken of, and not the Party."""
    if not slug(mention.name or "").startswith(_CONGRESS) or "Đảng" in mention.surface:
        return None
    around = text[max(0, mention.span.start - 2 * _NEAR) : mention.span.end + _NEAR]
    union = _OF_A_UNION.search(around) is not None and "Đảng" not in around
    return replace(mention, antecedent=None, told=UNTOLD) if union else None


def in_force(
    works: Sequence[KnownWork], day: PartialDate, *, passed: bool = True
) -> KnownWork | None:
    """Return the law of a name that was in force on a day; None where it may be two.

    One that was ``passed`` and not in force yet counts as another.
    """
    begun = []
    for work in _passed(works, day):
        begins = work.effective or work.date
        if begins is not None and begins.latest() <= day.earliest():
            begun.append((begins.latest(), work))
        elif passed or begins is None or begins.earliest() <= day.latest():
            return None
    last = max((begins for begins, _ in begun), default=None)
    now = [work for begins, work in begun if begins == last]
    return now[0] if len(now) == 1 else None


def _passed(works: Sequence[KnownWork], day: PartialDate) -> list[KnownWork]:
    """Return the laws that were passed by a day, the last one last."""
    some = [w for w in works if w.date is not None and w.date.earliest() <= day.latest()]
    return sorted(some, key=lambda work: str(work.date))


def _amending(
    text: str,
    mentions: Sequence[Mention],
    index: int,
    written: PartialDate | None,
    works: Sequence[KnownWork],
) -> Mention | None:
    """Read a law that amends: it is no older than what it amends, a bill than the text."""
    mention = mentions[index]
    start = mention.span.start
    bill = _BILL_AHEAD.search(text, max(0, start - _NEAR), start) is not None
    amended = [year for other in mentions if other.within == index and (year := _year(other))]
    fitting = [
        work for work in works
        if work.date is not None and work.date.year >= max(amended, default=0)
        and _may_be_meant(work.date, written, bill=bill)
    ]  # fmt: skip
    if len(fitting) == len(works) and not (bill and mention.antecedent is not None):
        return None
    told = fitting[0].number if len(fitting) == 1 else UNTOLD
    return replace(mention, antecedent=None, told=told)


def _may_be_meant(passed: PartialDate, written: PartialDate | None, *, bill: bool) -> bool:
    """Tell whether a law had been passed when the text was written, a bill was to be or just so."""
    if written is None:
        return True
    days = (passed.earliest() - written.earliest()).days
    return -_PASSED <= days <= _BILL if bill else passed.earliest() <= written.latest()


def _tied(
    mentions: Sequence[Mention],
    index: int,
    written: PartialDate | None,
    works: Sequence[KnownWork],
) -> Mention | None:
    """Part a bare name from one with a year behind it where another law was in force then."""
    mention = mentions[index]
    antecedent, day = mention.antecedent, mention.by or written
    if antecedent is None or day is None or (antecedent < index and mention.by is None):
        return None
    now, meant = in_force(works, day), _year(mentions[antecedent])
    if now is None and mention.by is not None:
        now = next(reversed(_passed(works, day)), None)  # as it details what was just passed
    if meant is None or now is None or now.date is None or now.date.year == meant:
        return None
    return replace(mention, antecedent=None)


def _year(mention: Mention) -> int | None:
    number, date = mention.number, mention.date
    if number is not None and number.year is not None:
        return number.year
    return date.year if date is not None else None


def _bills(text: str, mentions: Sequence[Mention]) -> set[str]:
    """Return the names of the laws of which a text says that they are being revised."""
    found = set()
    for mention in mentions:
        if mention.kind is not MentionKind.NAMED or not mention.name:
            continue
        name = slug(mention.name)
        if name.endswith(REVISED):
            found.add(name.removesuffix(REVISED))
        elif mention.within is not None:
            outer = mentions[mention.within].span.start
            if _BILL_AHEAD.search(text, max(0, outer - _NEAR), outer):
                found.add(name)
    return found


def _is_new(works: Sequence[KnownWork], written: PartialDate | None) -> bool:
    """Tell whether a law has been in force for about a year: it is what was revised."""
    now = in_force(works, written) if written is not None else None
    begins = (now.effective or now.date) if now is not None else None
    if begins is None or written is None:
        return False
    return (written.earliest() - begins.earliest()).days <= _BILL
