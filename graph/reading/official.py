"""Official documents: letterhead, dateline, title, and the headers of the Công báo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model.dates import PartialDate
from graph.model.registry import Registry
from graph.model.text import fold
from graph.reading.circumstances import Circumstances
from graph.reading.labels import Labels
from graph.reading.page_dates import SPELLED, date_of
from graph.reading.places import PlaceNames

_GAZETTE = re.compile(
    r"CÔNG BÁO/Số\s[^\n/]{1,40}/Ngày\s+(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})"
)
_DATELINE = re.compile(
    r"^(?:.*\s{2,})?\s*(?P<place>[^\W\d_][^\n,;:\d]{1,40}),\s*" + SPELLED + r"\s*$",
    re.MULTILINE | re.IGNORECASE,
)
# A motto and, within a few lines of it, a number; forms leave theirs open.
_LETTERHEAD = re.compile(
    r"^[^\n]*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN)[^\n]*\n(?:[^\n]{0,90}\n){0,6}?"
    r"[ \t]*(?:Luật s|S)ố[ \t]?:?[ \t]?(?P<number>\d{1,5}(?:/\d{4})?[-/][A-ZĐƯ][^\s,;]{1,30})",
    re.MULTILINE,
)
_RULE = re.compile(r"[_\-–—*=\s]*")
_NOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
_HEAD = 4_000
_LETTERHEAD_LINES = 16
_TITLE_LINES = 8
_OF_PLACES = ("ubnd", "hdnd")


class OfficialPages:
    """Recognises official documents and reads what they say of themselves."""

    def __init__(self, registry: Registry, labels: Labels, places: PlaceNames) -> None:
        self._places = places
        self._mottoes = labels.phrases("motto")
        self._preamble = "can cu"
        self._types = frozenset(fold(t.name) for t in registry.types)
        self._certified = _anywhere(p.phrase for p in registry.page_cues if p.field == "certified")
        adopted = "|".join(_loose(p.phrase) for p in registry.page_cues if p.field == "adopted")
        adopted = re.sub(r"ngày$", "", adopted)
        self._adopted = re.compile(f"(?:{adopted})" + SPELLED, re.IGNORECASE) if adopted else None
        self._organs = tuple(
            {fold(g) for t in registry.templates if t.level == "province" for g in t.generic}
        )

        # 'ỦY BAN NHÂN DÂN' alone, of which the dateline tells the place
        self._unplaced = frozenset(
            fold(generic).removesuffix(fold(kind)).strip()
            for each in registry.templates if each.organ in _OF_PLACES
            for generic in each.generic for kind in each.place_kinds
        )  # fmt: skip

    def read(self, text: str) -> Circumstances | None:
        """Return what the document says of itself, None where it is none."""
        head = text[:_HEAD]
        if "|" in head:  # cells of a table, as pages copied from the web have them
            head = head.replace("|", "\n")
            text = head + text[_HEAD:]
        lines = [line.strip() for line in head.split("\n")]
        gazette = _GAZETTE.search(head)
        if gazette is None and not self._has_motto(lines):
            return None
        return Circumstances(
            title=self._title(lines),
            publisher="Công báo" if gazette else None,
            published=self._date(text, gazette),
            place=self._place(head, lines),
        )

    def warnings(self, text: str, origin: str) -> tuple[str, ...]:
        """Tell that a file holds several documents: only the first speaks for the file."""
        numbers = []
        for found in _LETTERHEAD.finditer(text):
            near = found[0].split("\n")
            if any(fold(line).endswith(self._mottoes) for line in near):
                numbers.append(found["number"])
        several = tuple(dict.fromkeys(numbers))
        if len(several) < 2:
            return ()
        shown = ", ".join(several[:5])
        return (f"{origin}: several letterheads ({shown}): only the first is read as its own",)

    def _has_motto(self, lines: list[str]) -> bool:
        first = [line for line in lines if line][:_LETTERHEAD_LINES]
        return any(fold(line).endswith(self._mottoes) for line in first if line.isupper())

    def _date(self, text: str, gazette: re.Match[str] | None) -> PartialDate | None:
        """The dateline's; a consolidation's own stands at its end, a statute's in its close."""
        if (found := _DATELINE.search(text[:_HEAD])) and (date := date_of(found)):
            return date
        for match in self._certified.finditer(text) if self._certified else ():
            window = text[match.start() : match.start() + 600]
            if (found := re.search(SPELLED, window, re.IGNORECASE)) and (date := date_of(found)):
                return date
        for match in self._adopted.finditer(text) if self._adopted else ():
            if date := date_of(match):
                return date
        return date_of(gazette) if gazette else None

    def _place(self, head: str, lines: list[str]) -> str | None:
        """A provincial organ's letterhead says it; the dateline only of an organ without name."""
        shown = [line for line in lines if line][:_LETTERHEAD_LINES]
        for line, below in zip(shown, [*shown[1:], ""], strict=True):
            phrase = f"{line} {below}"
            if fold(phrase).startswith(self._organs) or fold(line) in self._unplaced:
                found = _DATELINE.search(head)
                named = self._places.within(line) or self._places.within(phrase)
                return named or (self._places.within(found["place"]) if found else None)
        return None

    def _title(self, lines: list[str]) -> str | None:
        """The type's line and the subject below it, as one line."""
        for at, line in enumerate(lines):
            heading = line.isupper() and not line.endswith("-")
            if heading and fold(_NOTE.sub("", line)) in self._types:
                subject = list(self._subject(lines[at + 1 :]))
                return " ".join([_NOTE.sub("", line), *subject]) if subject else None
        return None

    def _subject(self, lines: list[str]) -> Iterator[str]:
        begun = False
        for line in lines[:_TITLE_LINES]:
            if _RULE.fullmatch(line):
                if begun:
                    return
                continue
            if fold(line).startswith(self._preamble):
                return
            begun = True
            yield " ".join(line.split())


def _loose(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _anywhere(phrases: Iterator[str]) -> re.Pattern[str] | None:
    pattern = "|".join(_loose(phrase.upper()) for phrase in phrases)
    return re.compile(pattern) if pattern else None
