"""Texts of the Official Gazette: each one's own number, type and date, and who cites whom."""

from __future__ import annotations

import re
from typing import Any

from graph.model.text import slug
from quality.matching import number_parts
from quality.scores import Choice, Score, Section
from quality.texts import gazette as texts
from quality.texts import read

Row = dict[str, Any]
_NAME = re.compile(r"(?P<type>[a-z-]+?)-so-(?P<number>\d+[a-z]?(?:-.+)?)-\d+\.txt")
_HEAD = 1_500
_PLACE_DATE = re.compile(
    r"Hà\s+Nội,\s+ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I
)  # fmt: skip


def gazette() -> Section:
    """Compare letterheads with file names; compare what texts say of one another."""
    own = Score("own number: the file's")
    types, dates = Score("own type"), Score("own date: after 'Hà Nội,'")
    answers = {}
    without = 0
    for name, text in texts():
        found = answers[name] = read(text, name)
        said = _NAME.fullmatch(name)
        assert said is not None, name
        self_ = found["self"] or {}
        right = _plain(slug(self_.get("number") or "")) == _plain(said["number"])
        if not right and not _printed(said["number"], text[:_HEAD]):
            without += 1
            if self_:
                own.false(f"{name}: {self_['number']}")
            continue
        own.meet(name, right)
        types.meet(name, slug(self_.get("type") or "") == said["type"])
        date = _PLACE_DATE.search(text[:_HEAD])
        if date:
            stated = f"{date[3]}-{int(date[2]):02d}-{int(date[1]):02d}"
            dates.meet(f"{name}: {stated}", self_.get("date") == stated)
    among = _among(answers)
    remarks = [f"{without} texts do not print their number at their head, and it was not found"]
    return Section(f"Official Gazette: {len(answers)} texts", [own, types, dates, among], remarks)


def _plain(number: str) -> str:
    """Return a number as file names have it: 66.17/2026 is 6617-2026, 07 is 7."""
    head, joint, tail = number.partition("-")
    if tail.split("-")[0].isdigit() and len(tail.split("-")[0]) == 2:  # the 17 of 66.17
        head, tail = head + tail.split("-")[0], "-".join(tail.split("-")[1:])
    return f"{head.lstrip('0')}{joint}{tail}"


def _printed(number: str, head: str) -> bool:
    """Tell whether the number of the file's name stands after 'số' at the head of the text."""
    plain = "-" + slug(head.replace("Đ", "D")) + "-"
    return f"-so-{number}-" in plain


def _among(answers: dict[str, Row]) -> Choice:
    """A number in one text that is another text's own: do both mean the same work?"""
    choice = Choice("closed sub-graph: citing = cited work")
    works = {}
    for found in answers.values():
        own = found["self"]
        if own and own["resolution"]["work"]:
            works[(own["type"], number_parts(own["number"]))] = own["resolution"]["work"]
    for name, found in answers.items():
        for row in found["references"]:
            if row["kind"] != "numbered" or not row["number"]:
                continue
            own = works.get((row["type"], number_parts(row["number"])))
            if own is not None:
                work = row["resolution"]["work"]
                choice.add(f"{name} {row['start']} {row['number']}", _same(work, own), work)
    return choice


def _same(work: str | None, own: str) -> str:
    if work is None:
        return "abstained"
    if work == own:
        return "right"
    *cited, when, number = work.split("/")
    *letterhead, day, its = own.split("/")
    agree = number == its and (when == "-" or day == "-" or day.startswith(when))
    agree = agree and all(a == b or "-" in (a, b) for a, b in zip(cited, letterhead, strict=True))
    return "provisional" if agree else "wrong"
