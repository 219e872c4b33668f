"""Official citations of a work: the State's form, the Party's, and a short one with its address."""

from __future__ import annotations

from service.pages.naming import subject
from service.pages.wording import Wording
from service.schemas.works import WorkAnswer

STYLES = ("state", "party", "short")


def citations(work: WorkAnswer, vietnamese: Wording) -> dict[str, str]:
    """Return the citation in each of STYLES, in Vietnamese whatever the page's language.

    ``state`` is the form of Nghị định 30/2020/NĐ-CP ('… số … ngày 05 tháng 01 năm 2015 của …'),
    ``party`` that of Hướng dẫn 36-HD/VPTW ('… số …, ngày 05/01/2015 của …').
    """
    named = _named(work)
    issuer = f" của {work.issuer}" if work.issuer and (work.number or work.date) else ""
    about = None if _is_law(work) else subject(work)
    title = f" {_about(about)}" if about else ""
    long_day = f" {vietnamese.long_day(work.date)}" if work.date else ""
    short_day = f", ngày {vietnamese.day(work.date)}" if work.date and _full(work.date) else ""
    if work.date and not short_day:
        short_day = f", {vietnamese.long_day(work.date)}"
    year = f" ({work.date[:4]})" if work.date else ""
    return {
        "state": f"{named}{long_day}{issuer}{title}",
        "party": f"{named}{short_day}{issuer}{title}",
        "short": f"{_brief(work)}{year}, {work.url}",
    }


def _named(work: WorkAnswer) -> str:
    if work.number and _is_law(work):
        return f"{work.name} số {work.number}"
    if work.number:
        return f"{work.type or 'Văn bản'} số {work.number}"
    return work.name or work.title or work.type or work.id


def _brief(work: WorkAnswer) -> str:
    return f"{work.type or 'Văn bản'} {work.number}" if work.number else _named(work)


def _is_law(work: WorkAnswer) -> bool:
    """Tell whether the name says it all: 'Bộ luật Lao động', whatever stands below its head."""
    return bool(work.name and work.type and work.name.startswith(f"{work.type} "))


def _about(title: str) -> str:
    """Return a title as it follows an issuer: 'về …' or, where it has its own word, as it is."""
    opening = ("về ", "quy định ", "sửa đổi", "hướng dẫn ", "ban hành ", "phê duyệt ", "thực hiện ")
    first = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    return first if first.startswith(opening) else f"về {first}"


def _full(date: str) -> bool:
    return len(date) == len("2014-08-18")
