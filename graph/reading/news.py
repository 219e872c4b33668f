"""Newspaper pages as text: headline, date line, masthead, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model.dates import PartialDate
from graph.model.registry import Publisher, Registry
from graph.model.text import fold
from graph.reading.circumstances import Circumstances
from graph.reading.labels import Labelled, Labels
from graph.reading.page_dates import first_date, lone_date
from graph.reading.places import PlaceNames

_BULLET = re.compile(r"^[\s•·*\-–—|>#]+")
_OPENING = re.compile(r"\(?(?P<sign>[^\W\d_][\w.+ ]{1,20}?)\)?\s*[-–—]\s+(?P<rest>\S.*)")
_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:vn|com|net|org)\b")
_PAPER = re.compile(
    r"(?P<name>(?:Báo|Tạp chí|Đài|Cổng thông tin)(?: [^\W\d_]\w*){1,8}?)"
    r"(?: Online| điện tử)*(?:\s*[-–|].*)?"
)
_NAME = re.compile(r"(?P<name>[^\W\d_]\w*(?:[ .]+[^\W\d_]\w*){1,4})(?:\s+[-–—]\s.*|\s*[(,/].*)?")
_HEADLINE = range(20, 301)
_PARAGRAPH = 120
_FOOTER_LINES = 30


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines without bullets: those above the running text, below it, and its opening."""

    above: list[str]
    opening: str
    below: list[str]


class NewsPages:
    """Reads what a newspaper's page says of itself."""

    def __init__(self, registry: Registry, labels: Labels, places: PlaceNames) -> None:
        self._labels = labels
        self._places = places
        self._furniture = labels.phrases("furniture")
        self._papers: dict[str, Publisher] = {}
        for paper in registry.publishers:
            for name in (paper.name, *paper.aliases, *paper.domains):
                self._papers[fold(name)] = paper

    def read(self, text: str) -> Circumstances:
        """Return what the page says; every field may be None."""
        page = _page(text)
        said = list(self._labels.read_all([*page.above, *page.below]))
        publisher = self._publisher(page, said)
        return Circumstances(
            title=self._title(page.above),
            publisher=publisher,
            published=self._date(page, said),
            place=self._place(publisher, page, said),
            author=self._author(page, said),
        )

    def place_of(self, publisher: str | None, host: str | None) -> str | None:
        """Return the place that a publisher or host name speaks of, None for a national one."""
        known = self._papers.get(fold(publisher or "")) or self._papers.get(fold(host or ""))
        if known:
            return self._places.by_id(known.place)
        return self._places.among([publisher]) or (self._places.of_host(host) if host else None)

    def _title(self, above: list[str]) -> str | None:
        for line in above:
            plain = len(line) in _HEADLINE and line[-1] not in ".;:," and line.count(" ") >= 3
            if plain and not lone_date(line) and not self._labels.read(line):
                return line
        return None

    def _date(self, page: _Page, said: list[Labelled]) -> PartialDate | None:
        dates = (lone_date(line) for line in page.above)
        if found := next((date for date in dates if date), None):
            return found
        for field, value in said:
            if field == "published" and (found := first_date(value)):
                return found
        if opening := _OPENING.fullmatch(page.opening):
            # '(QĐND) - Ngày 11/2/2024, …': the day of the event, but also of the report.
            rest = opening["rest"]
            if self._papers.get(fold(opening["sign"])) and fold(rest).startswith("ngay"):
                return first_date(rest[:40])
        return None

    def _publisher(self, page: _Page, said: list[Labelled]) -> str | None:
        """Above the text a label is believed; below it (captions, charts) only a paper's name."""
        for named in (s.value for s in said if s.field == "publisher"):
            if paper := self._known(named) or _paper(named):
                return paper
        for label in self._labels.read_all(page.above):
            if label.field == "publisher":
                return label.value
        for line in page.below[-_FOOTER_LINES:]:
            if paper := _paper(line):
                return self._known(paper) or paper
        if opening := _OPENING.fullmatch(page.opening):
            return self._known(opening["sign"])
        return None

    def _known(self, name: str) -> str | None:
        paper = self._papers.get(fold(name))
        return paper.name if paper else None

    def _place(self, publisher: str | None, page: _Page, said: list[Labelled]) -> str | None:
        if place := self.place_of(publisher, None):
            return place
        if place := self._places.among(s.value for s in said if s.field == "host"):
            return place
        hosts = (h for line in page.below[-_FOOTER_LINES:] for h in _HOST.findall(line))
        return next((place for host in hosts if (place := self.place_of(None, host))), None)

    def _author(self, page: _Page, said: list[Labelled]) -> str | None:
        if named := next((s.value for s in said if s.field == "author"), None):
            return _person(named)
        signature = page.below[0] if page.below else ""
        if fold(signature).startswith(self._furniture):
            return None
        return _person(signature)


def _page(text: str) -> _Page:
    lines = [plain for line in text.split("\n") if (plain := _BULLET.sub("", line).strip())]
    long = [at for at, line in enumerate(lines) if len(line) >= _PARAGRAPH and _ends(line)]
    if not long:
        return _Page([], "", [])
    return _Page(lines[: long[0]], lines[long[0]], lines[long[-1] + 1 :])


def _paper(line: str) -> str | None:
    """The name in a masthead's line: 'Báo Sóc Trăng Online - baosoctrang.org.vn'."""
    found = _PAPER.fullmatch(line) if len(line) < _PARAGRAPH else None
    if found is None:
        return None
    words = found["name"].removeprefix("Tạp chí").removeprefix("Cổng thông tin").split()
    return found["name"] if all(word[0].isupper() for word in words) else None


def _ends(line: str) -> bool:
    return line.rstrip("\"”’') ")[-1:] in (".", "!", "?", "…")


def _person(line: str) -> str | None:
    """A signature's name, in one spelling: 'VÕ CHÍ CÔNG - ỦY VIÊN …' -> 'Võ Chí Công'."""
    found = _NAME.fullmatch(line)
    if found is None or not all(word[0].isupper() for word in found["name"].split()):
        return None
    name = " ".join(found["name"].split())
    return name.title() if name.isupper() else name
