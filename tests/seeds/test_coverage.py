"""The registries know what real documents use. Needs ../shared; skips without it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from graph.model.dates import PartialDate
from graph.model.numbers import DocumentNumber
from graph.model.registry import Registry
from graph.model.text import slug

Codified = list[dict[str, str]]


def _day(text: str) -> PartialDate | None:
    found = re.fullmatch(r"(?:(?:(\d\d?)/)?(\d\d?)/)?(\d{4})", text.strip("()"))
    if found is None:
        return None
    day, month, year = (int(part) if part else None for part in found.groups())
    assert year is not None
    return PartialDate(year, month, day)


def test_recurring_party_numbers_are_registered(registry: Registry, shared: Path) -> None:
    with (shared / "data" / "recurring_party_numbers.tsv").open(encoding="utf-8") as file:
        recurring = list(csv.DictReader(file, delimiter="\t"))
    missing = []
    for row in recurring:
        day = _day(row["date"])
        if day is None:
            continue
        key = DocumentNumber.parse(row["number"]).key
        if not any(
            w.number
            and DocumentNumber.parse(w.number).key == key
            and w.term == row["term"]
            and w.date
            and w.date.agrees(day)
            for w in registry.works
        ):
            missing.append(row)
    assert not missing


def test_codified_laws_are_registered_with_their_dates(
    registry: Registry, codified: Codified
) -> None:
    # Laws and resolutions have series of their own: 15/2008/QH12 is one of each.
    known = {(w.type, slug(w.number)): w for w in registry.works if w.number}
    for row in codified:
        if row["type"] in {"Luật", "Bộ luật", "Pháp lệnh"}:
            work = known.get((slug(row["type"]), slug(row["number"])))
            assert work is not None, row
            stated = _day(row["date"]) if row["date"] else None
            assert stated is None or work.date == stated, row


def test_organ_codes_of_codified_documents_are_known(
    registry: Registry, codified: Codified
) -> None:
    codes = {slug(c) for b in registry.bodies for c in b.codes}
    codes |= {slug(c) for t in registry.templates for c in t.codes}
    types = {slug(c) for t in registry.types for c in t.codes}
    seen, unknown = 0, []
    for row in codified:
        found = re.fullmatch(r"\d+[a-z]?(?:/\d{4})?[/-](.+)", row["number"])
        for part in re.split(r"[-/]", found[1]) if found else []:
            if part and slug(part) not in types:
                seen += 1
                if slug(part) not in codes:
                    unknown.append(f"{part} in {row['number']}")
    # What is left are misprints of the source: '25/2014/TT-BNNPTTN', 'VKSNDT'.
    assert len(unknown) <= seen * 0.004, unknown


def test_provinces_of_2025_agree(registry: Registry, shared: Path) -> None:
    with (shared / "data" / "provinces_2025.tsv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file, delimiter="\t"))
    places = {p.id: p for p in registry.places}
    for row in table:
        new = slug(re.sub(r"^(Thành Phố|Tỉnh) ", "", row["new_province"]))
        if row["change"] == "unchanged":
            assert places[new].valid_to is None
            continue
        for old in row["old_provinces"].split(";"):
            place = places[slug(re.sub(r"^(Thành Phố|Tỉnh) ", "", old.strip()))]
            assert place.successors == (f"{new}-2025",), row


def test_central_documents_of_the_first_article_are_registered(
    registry: Registry, shared: Path
) -> None:
    gold = json.loads(next((shared / "seeds").glob("*.gold.json")).read_text("utf-8"))
    bodies = {b.id: b.name for b in registry.bodies}
    types = {t.id: t.name for t in registry.types}
    known = {
        (types[w.type], w.number, str(w.date), bodies[w.issuer]) for w in registry.works if w.issuer
    }
    for document in gold["numbered"]:
        if not document["number"].endswith("/TU"):
            fields = tuple(document[key] for key in ("type", "number", "date", "issuer"))
            assert fields in known
