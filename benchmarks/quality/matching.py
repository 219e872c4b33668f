"""Telling whether what the tool says is what the annotation says."""

from __future__ import annotations

import re
from typing import Any

from graph.model.dates import PartialDate
from graph.model.identifiers import BODY_PREFIX, UNKNOWN, WORK_PREFIX
from graph.model.resolutions import Context
from graph.model.text import fold, slug
from quality.texts import reader, registry

Row = dict[str, Any]
_NUMBER = re.compile(
    r"(?P<ordinal>\d+(?:\.\d+)?[a-zđ]?)(?:/(?P<year>\d{4})(?![\d]))?(?P<symbol>.*)", re.S
)


def number_parts(number: str | None) -> tuple[str, str | None, str] | None:
    """Return ordinal, year and folded symbol of a number as written, short forms too."""
    found = _NUMBER.match(number) if number else None
    if found is None:
        return None
    return found["ordinal"].lstrip("0"), found["year"], fold(found["symbol"])


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two numbers are the same; a short form is the same as its full form."""
    a, b = number_parts(one), number_parts(other)
    if a is None or b is None:
        return a is b
    return a[0] == b[0] and (not (a[1] and b[1]) or a[1] == b[1]) and (
        not (a[2] and b[2]) or a[2] == b[2]
    )  # fmt: skip


_BRACKETS = re.compile(r"\([^()]*\)")


def same_issuer(found: str | None, said: str | None) -> bool:
    """Tell whether a phrase is the annotated one, or lies within it; brackets count for nothing."""
    if found is None or said is None:
        return found is said
    a, b = (fold(" ".join(_BRACKETS.sub(" ", each).split())) for each in (found, said))
    return a == b or (len(a) * 2 >= len(b) and a in b)


def body_id(phrase: str, on: str | None = None) -> str | None:
    """Return the body that a phrase means, on a day or in a year if one is given."""
    day = PartialDate.parse(on) if on else None
    body = reader().resolver.body(phrase, Context("bench", day, None), day)
    return body.id if body else None


def verdict(work: str | None, key: Row | str, published: str | None = None) -> str:
    """Compare a work identifier with the fact; see Choice for the verdicts.

    Which body the fact names depends on the day, else on that of the text.
    """
    if isinstance(key, str):
        return "rightly abstained" if work is None else "unfounded"
    if work is None:
        return "abstained"
    place, organ, type_, when, last = work.removeprefix(WORK_PREFIX).split("/")
    if type_ != slug(key["type"]) or not _designates(place, last, key, when):
        return "wrong"
    dated = _dated(when, key)
    issued = _issued(place, organ, key, published)
    if False in (dated, issued):
        return "wrong"
    whole = dated and issued and ("number" not in key or last[:1].isdigit())
    return "right" if whole else "provisional"


def _designates(place: str, last: str, key: Row, when: str) -> bool:
    """Tell whether the last part of an identifier is the number's ordinal, or the name.

    The name of a province's congress goes without the province there; a law that the fact only
    names may have its number there.
    """
    if "number" in key and re.match(r"\d", last):
        parts = number_parts(key["number"])
        return parts is not None and last == slug(parts[0])
    name = slug(plain_name(key.get("name", "")))
    if last in (name, name.replace(f"-{place}-", "-")):
        return True
    return "number" not in key and name in _names_of(slug(key["type"]), last, when)


def _names_of(type_: str, ordinal: str, when: str) -> set[str]:
    """Return the names of the registered documents of a type, ordinal and day."""
    return {
        slug(name)
        for work in registry().works
        if work.type == type_ and str(work.date) == when and work.name
        and (parts := number_parts(work.number)) is not None and parts[0] == ordinal
        for name in (work.name, *work.aliases)
    }  # fmt: skip


# Where the next of several issuers begins: "Bộ Nội vụ và Bộ Tài chính", not "Giáo dục và Đào tạo".
_NEXT = re.compile(r"(?:\s*,|\s[-–]|\s+và)\s+(?=(?:bộ|viện|tòa|toà|ủy|uỷ|ngân|tổng|thanh)\b)", re.I)


def _joint(organ: str, phrase: str) -> bool:
    """Tell whether an organ's codes ('bct-btc') are those of all that a phrase names."""
    named = [reader().resolver.body(one.strip(), Context("bench", None, None), None)
             for one in _NEXT.split(phrase.removeprefix("liên "))]  # fmt: skip
    codes = [{slug(code) for code in body.codes} if body else set() for body in named]
    return len(codes) == organ.count("-") + 1 and all(
        code in of for code, of in zip(organ.split("-"), codes, strict=True)
    )


_TERM_BEHIND = re.compile(r",? nhiệm kỳ \d{4}\s?[-–]\s?\d{4}$")
_YEAR_BEHIND = re.compile(r" năm (?:19|20)\d\d$")


def plain_name(name: str) -> str:
    """Return a name as the tool writes it: a congress is one of delegates, said or not.

    The year of 'Hiến pháp năm 2013' is a date beside the name.
    """
    name = _YEAR_BEHIND.sub("", name)
    name = _TERM_BEHIND.sub("", name)
    if name.startswith("Hiến pháp nước"):
        return "Hiến pháp"
    name = name.replace("Đại hội đại biểu toàn quốc lần thứ", "Đại hội")
    return name.replace("Đại hội đại biểu Đảng bộ", "Đại hội Đảng bộ")


def _dated(when: str, key: Row) -> bool | None:
    """Tell whether the dates agree as far as both go; None where the identifier has none.

    'c2019' is of 2019 for what the text tells, 'khoa-xii' of that term: as a wrong date, a wrong
    year or term is a wrong document.
    """
    stated = key.get("date") or (str(key["year"]) if "year" in key else None)
    if stated and re.match(r"c\d{4}$", when):
        return when[1:] == stated[:4]
    if stated and when.startswith("khoa-"):
        return _in_term(when.removeprefix("khoa-"), int(stated[:4]))
    if not re.match(r"\d{4}(?:-\d\d){0,2}$", when):
        return None if stated else True
    if stated is None:
        return True
    short = min(len(when), len(stated))
    return when[:short] == stated[:short]


def _in_term(term: str, year: int) -> bool:
    """Tell whether a year is one of a term of the Party: 'xii', or '2015-2020' of a province."""
    years = re.fullmatch(r"(\d{4})-(\d{4})", term)
    if years is not None:
        return int(years[1]) <= year <= int(years[2])
    begun = {t.number.lower(): t for t in registry().terms if t.series == "party"}
    found = begun.get(term)
    return found is None or (found.start.year <= year <= (found.end.year if found.end else year))


_NO_PROVINCE = "tw--"


def _issued(place: str, organ: str, key: Row, published: str | None) -> bool | None:
    """Tell whether place and organ are the issuer's; None where the identifier has no organ."""
    if "issuer" not in key:
        return True
    # A phrase may mean the province of before 2025, or after.
    days = (None, key.get("date"), published)
    wanted = {body for day in days if (body := body_id(key["issuer"], day)) is not None}
    if not wanted:
        return True  # no registry has it
    if organ == UNKNOWN:
        return None
    if key["type"].endswith("liên tịch") and ("-" in organ or "," in key["issuer"]):
        return _joint(organ, key["issuer"])
    whose = _path(f"{place}/{organ}")
    paths = [_path(body.removeprefix(BODY_PREFIX)) for body in wanted]
    # Of a body below the province the phrase alone does not tell which province.
    return any(
        path.startswith(whose) or whose.endswith(path.removeprefix(_NO_PROVINCE)) for path in paths
    )


def _path(body: str) -> str:
    """Return a body's path as a work's identifier writes it, in one word.

    What a committee's chairman signs has the committee's code; a province's, a district's and a
    commune's committee is its Party's executive committee, and texts name its standing part for it.
    """
    path = re.sub(r"/bch(?!-huyen|-xa)", "/tu", body.replace("ct-ubnd", "ubnd")).replace("/", "-")
    return path.replace("-bch-huyen", "-hu").replace("-bch-xa", "-du").replace("-btv-", "-")
