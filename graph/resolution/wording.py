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
from graph.resolution.law_days import by_its_days, in_force, is_new, just_passed, last_passed
from graph.resolution.law_ties import (
    AMENDING,
    amending,
    bills_of,
    is_amended,
    is_between,
    is_of_no_day,
    is_told_otherwise,
    tied,
)
from graph.resolution.registered import REVISED, unnumbered

_NEAR = 48  # characters
_NOW = re.compile(
    r"(?:\s{1,4}\([^()]{1,20}\))?\s{1,4}(?:hiện\s{1,4}hành|hiện\s{1,4}nay|đang\s{1,4}có\s{1,4}hiệu\s{1,4}lực)"
)
_NOW_AHEAD = re.compile(
    r"\b[Hh]iện(?:\s{1,4}(?:nay|tại|hành))?,?\s{1,4}(?:(?:thì|theo|tại|trong)\s{1,4})?$"
)
_OLD_AHEAD = re.compile(r"\b[Tt]rước\s{1,4}(?:đây|kia),?\s{1,4}(?:theo\s{1,4})?$")
_OLD = re.compile(
    r"\s{1,4}(?:cũ\b|trước\s{1,4}(?:đây|đó|kia)|(?:đang\s|có\s)hiệu\s{1,4}lực\s{1,4}trước)"
)
# A congress of a union or an association has resolutions as the Party's has.
_CONGRESS = "nghi-quyet-dai-hoi-"
_OF_A_UNION = re.compile(
    r"các\s{1,4}cấp\s{1,4}(?:Hội|công\s{1,4}đoàn)|\b(?:[Hh]ội|[Đđ]oàn)\s{1,4}viên|[Cc]ông\s{1,4}đoàn\b"
    r"|Đoàn\s{1,4}Thanh\s{1,4}niên|Hội\s{1,4}(?:Nông|Liên|LHPN|Cựu|CCB|Nhà|Luật|Chữ|Sinh|Doanh)\b|Phụ\s{1,4}nữ"
    r"|Mặt\s{1,4}trận|MTTQ"
)
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
        bills = bills_of(text, mentions)
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
        if AMENDING in name:
            return amending(text, mentions, index, written, works)
        said = by_its_days(text, end, works, written)
        said = said or just_passed(text, mention.span.start, works, written)
        if said is not None:
            return replace(mention, antecedent=None, told=said)
        if _is_now(text, mention) and written is not None:
            now = in_force(works, written, passed=False)
            return replace(mention, antecedent=None, told=now.number) if now else None
        if _is_old(text, mention):
            return replace(mention, antecedent=None, told=UNTOLD)
        if mention.antecedent is not None:
            parted = is_between(mentions, index, name + REVISED)
            if parted or is_told_otherwise(mentions, mention):
                return replace(mention, antecedent=None, told=UNTOLD)
            return tied(mentions, index, written, works)
        if is_amended(mentions, mention) and written is not None:
            last = last_passed(works, written)
            return replace(mention, told=last.number) if last is not None else None
        if is_of_no_day(mentions, mention) and len(works) > 1:
            return replace(mention, told=UNTOLD)
        free = mention.within is None and not mention.targets
        if free and name in bills and not is_new(works, written):
            return replace(mention, told=UNTOLD)
        return None


def _is_now(text: str, mention: Mention) -> bool:
    """Tell whether a law is said to be the one in force: 'hiện Luật X', 'Luật X hiện hành'."""
    start, end = mention.span.start, mention.span.end
    if _NOW.match(text, end) is not None:
        return True
    return _NOW_AHEAD.search(text, max(0, start - _NEAR), start) is not None


def _is_old(text: str, mention: Mention) -> bool:
    """Tell whether an earlier law is meant: 'Luật X cũ', 'trước đây, theo Luật X'."""
    start, end = mention.span.start, mention.span.end
    if _OLD.match(text, end) is not None:
        return True
    return _OLD_AHEAD.search(text, max(0, start - _NEAR), start) is not None


def _of_a_congress(text: str, mention: Mention) -> Mention | None:
    """Leave open whose congress is meant where a union is spoken of, and not the Party."""
    if not slug(mention.name or "").startswith(_CONGRESS) or "Đảng" in mention.surface:
        return None
    around = text[max(0, mention.span.start - 2 * _NEAR) : mention.span.end + _NEAR]
    union = _OF_A_UNION.search(around) is not None and "Đảng" not in around
    return replace(mention, antecedent=None, told=UNTOLD) if union else None
