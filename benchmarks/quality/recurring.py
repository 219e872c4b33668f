"""Party numbers that name several documents: is the right one chosen, or none?"""

from __future__ import annotations

import re

from quality.matching import verdict
from quality.scores import Choice, Section
from quality.texts import Row, read, table

_TYPES = {"CT": "Chỉ thị", "NQ": "Nghị quyết"}
_DAY = re.compile(r"\(?(\d{2})/(\d{2})/(\d{4})\)?")


def recurring() -> Section:
    """Cite every row by date, by issuer and term, by issuer, by title, and by when it is cited."""
    rows = table("recurring_party_numbers.tsv")
    names = ("by date", "by issuer and term", "by issuer", "by title", "by the citing text's date")
    choices = {name: Choice(name) for name in names}
    for row in rows:
        key = _key(row)
        for name, text, published in _citations(row):
            found = read(text, published=published)["references"]
            work = found[0]["resolution"]["work"] if found else None
            said = verdict(work, key)
            alone = name != "by issuer" or _only_one(row, rows)
            if not alone:
                said = "rightly abstained" if work is None else "unfounded"
            choices[name].add(f"{text} [{row['date']}]", said, work)
    remarks = ["'by issuer' may commit only where the issuer has one document of that number"]
    return Section(f"Recurring Party numbers: {len(rows)} documents", [*choices.values()], remarks)


def _citations(row: dict[str, str]) -> list[tuple[str, str, str | None]]:
    number = row["number"]
    cited = f"{_TYPES[number.split('-')[1].split('/')[0]]} số {number}"
    issuer = _issuer(row)
    found: list[tuple[str, str, str | None]] = []
    day = _DAY.fullmatch(row["date"])
    if day:
        found.append(("by date", f"Thực hiện {cited}, ngày {day[1]}/{day[2]}/{day[3]}.", None))
        found.append(("by the citing text's date", f"Thực hiện {cited}.", _soon_after(day)))
    if issuer:
        found.append(("by issuer and term",
                      f"Thực hiện {cited} của {issuer} khóa {row['term']}.", None))  # fmt: skip
        found.append(("by issuer", f"Thực hiện {cited} của {issuer}.", None))
    if "excerpt" not in row["title"]:
        title = re.sub(r"\(.*?\)", "", row["title"]).split(";")[0].strip()
        if title:
            found.append(("by title", f"Thực hiện {cited} về {title}.", None))
    return found


def _soon_after(day: re.Match[str]) -> str:
    """Return the first of the second month after."""
    month, year = int(day[2]) + 2, int(day[3])
    return f"{year + (month > 12)}-{(month - 1) % 12 + 1:02d}-01"


def _issuer(row: dict[str, str]) -> str:
    issuer = re.sub(r"\s*\(.*?\)", "", row["issuer"]).strip()
    return "" if issuer == "?" else issuer.replace("BCH", "Ban Chấp hành")


def _only_one(row: dict[str, str], rows: list[dict[str, str]]) -> bool:
    same = [r for r in rows if r["number"] == row["number"]]
    unknown = any(not _issuer(r) for r in same)
    return not unknown and sum(_issuer(r) == _issuer(row) for r in same) == 1


def _key(row: dict[str, str]) -> Row:
    key: Row = {"type": _TYPES[row["number"].split("-")[1].split("/")[0]], "number": row["number"]}
    date = row["date"].strip("()")
    parts = date.split("/")
    if len(parts) == 3:
        key["date"] = "-".join(reversed(parts))
    else:
        key["year"] = int(parts[-1])
    if _issuer(row):
        key["issuer"] = _issuer(row)
    return key
