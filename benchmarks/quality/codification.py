"""Titles and numbers of the Ministry of Justice's codification."""

from __future__ import annotations

import re
from collections import defaultdict

from graph.model.text import fold
from quality.matching import same_number, verdict
from quality.scores import Choice, Score, Section
from quality.texts import read, table

_KINDS = {"bãi bỏ": "repeals", "sửa đổi": "amends", "bổ sung": "amends", "thay thế": "replaces",
          "hủy bỏ": "repeals", "đính chính": "corrects", "hướng dẫn": "guides"}  # fmt: skip
_DAY = re.compile(r"\d{2}/\d{2}/(?P<year>\d{4})")
_SOUND = re.compile(r"\d+[a-zđ]?(?:/(?P<year>\d{4}))?[/-].*\w")
_CHANGES = ("amends", "repeals", "replaces")
Document = dict[str, str]


def codification() -> Section:
    """Read titles for their targets; resolve what is cited by type, number and date."""
    documents = [d for d in table("codification/documents.tsv") if _is_sound(d)]
    dropped = len(table("codification/documents.tsv")) - len(documents)
    by_number = {(d["type"], d["number"]): d for d in documents}
    choices = [Choice("resolution by type, number and date"),
               Choice("resolution by type and number alone")]  # fmt: skip
    for d in documents:
        key = {"type": d["type"], "number": d["number"]}
        key["date"] = "-".join(reversed(d["date"].split("/")))
        dated = f"Căn cứ {d['type']} số {d['number']} ngày {d['date']} của {d['issuer']};"
        for choice, text in zip(
            choices, (dated, f"Căn cứ {d['type']} số {d['number']};"), strict=True
        ):
            rows = [r for r in read(text)["references"] if same_number(r["number"], d["number"])]
            work = rows[0]["resolution"]["work"] if rows else None
            choice.add(f"{d['type']} {d['number']}", verdict(work, key), work)
    remarks = [
        f"{dropped} of {dropped + len(documents)} rows dropped: number cut short, no date, or a "
        "year in the number that is not the date's",
        "the edges are a sample: what is false of titles may be true of the documents",
    ]
    return Section("Codification", [*_titles(by_number), *choices], remarks)


def _is_sound(d: Document) -> bool:
    number, day = _SOUND.fullmatch(d["number"]), _DAY.fullmatch(d["date"])
    return bool(number and day) and (number["year"] or day["year"]) == day["year"]


def _titles(by_number: dict[tuple[str, str], Document]) -> list[Score]:
    """Score amender -> target as titles tell it.

    Expected are the edges whose target the title names, by number or by its own title. False is
    what is claimed of an amender about a target that it has no edge to.
    """
    pairs, kinds = Score("titles: amender -> target"), Score("titles: with the kind of change")
    edges = defaultdict(set)
    for row in table("codification/amendments_dev.tsv"):
        amender = (row["amender_type"], row["amender_number"])
        edges[amender].add((row["target_type"], row["target_number"], _KINDS[row["relation"]]))
    for amender, targets in edges.items():
        if amender not in by_number:
            continue
        d = by_number[amender]
        text = (f"{d['type']} số {d['number']} ngày {d['date']} của {d['issuer']} "
                f"{_lower(d['title'])}.")  # fmt: skip
        claimed = [
            (r["to_number"], r["to_name"], r["relation"])
            for r in read(text)["relations"]
            if r["relation"] in _CHANGES and same_number(r["from_number"], d["number"])
        ]
        _compare(d, targets, claimed, by_number, pairs, kinds)
    return [pairs, kinds]


def _compare(
    d: Document,
    targets: set[tuple[str, str, str]],
    claimed: list[tuple[str | None, str | None, str]],
    by_number: dict[tuple[str, str], Document],
    pairs: Score,
    kinds: Score,
) -> None:
    met = set()
    for type_, number in sorted({target[:2] for target in targets}):
        other = by_number.get((type_, number))
        if not _named(type_, number, other, d["title"]):
            continue
        hits = [c for c in claimed if _means(c, type_, number, other)]
        met.update(hits)
        pairs.meet(f"{d['number']} -> {number}", bool(hits))
        changed = {target[2] for target in targets if target[:2] == (type_, number)}
        # What is amended in part and repealed in part has a title that says amended.
        for kind in ("amends",) if "amends" in changed else sorted(changed):
            kinds.meet(f"{d['number']} {kind} {number}", any(c[2] == kind for c in hits))
    for claim in sorted(set(claimed) - met, key=str):
        if not any(_means(claim, t, n, by_number.get((t, n))) for t, n, _ in targets):
            pairs.false(f"{d['number']} -> {claim[0] or claim[1]}")


def _named(type_: str, number: str, other: Document | None, title: str) -> bool:
    if number.lower() in title.lower():
        return True
    name = _name(type_, other)
    return name is not None and f" {name} " in f" {fold(title)} "


def _name(type_: str, other: Document | None) -> str | None:
    """Return the folded name of a law; decrees have numbers, not names."""
    if other is None or type_ not in ("Luật", "Bộ luật", "Pháp lệnh"):
        return None
    title = re.sub(rf"^{type_}\s+", "", other["title"], flags=re.I)
    return fold(f"{type_} {title}")


def _means(
    claim: tuple[str | None, str | None, str], type_: str, number: str, other: Document | None
) -> bool:
    if claim[0]:
        return same_number(claim[0], number)
    return fold(claim[1] or "") == _name(type_, other)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
