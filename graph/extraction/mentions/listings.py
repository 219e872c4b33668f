"""Reading what pages list of documents: rows, under a head or without, and properties by line.

'Số ký hiệu | Ngày ban hành | Trích yếu' over '55/KH-UBND | 03/04/2024 | Kế hoạch …', and
'Số hiệu: 102/2024/NĐ-CP', 'Ngày ban hành | 30/07/2024', and rows that begin with a number:
'45/UBND-KT | 17/09/2024 | Công văn về phòng dịch'. Labels are data: label-… in words.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extraction.fields.dates import date_written
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.mentions.listed_blocks import blocks
from graph.extraction.mentions.numbers import RawNumber
from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import SPACE, WORD_END, alternation, cases
from graph.extraction.text.sentences import stripped
from graph.model.mentions import MentionKind
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.text import fold

_FIELDS = ("number", "type", "date", "issuer", "title")
_CELL = re.compile(r"[^|\n]*")
_BAR = re.compile(r"[ \t]*\|")
_ROW = 120  # characters of a row behind its number
_ROWS = 2000  # under one head
_LONGEST = 600  # characters of a value
_VALUE = re.compile(r"[ \t]{0,8}[:|\n][ \t]{0,8}(?P<value>(?:[^\s|]++(?: {1,2}(?=[^\s|]))?)++)")
_LABEL, _LABEL_ENDS = 60, 10  # characters of a label, and of what may follow it
_END = " \t.;,"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a listing: where each of its properties stands, by field."""

    fields: Mapping[str, Span]

    @property
    def number(self) -> Span:
        """Where its number stands."""
        return self.fields["number"]


class Listings:
    """Finds the documents that a page lists. Immutable."""

    def __init__(self, registry: Registry, lexicon: Lexicon, issuers: IssuerReader) -> None:
        self._lexicon = lexicon
        self._issuers = issuers
        labels = {f: registry.listed(f"label-{f}") for f in _FIELDS}
        self._fields = {fold(label): field for field, some in labels.items() for label in some}
        said = {case for some in labels.values() for label in some for case in cases(label)}
        numbers = {case for label in labels["number"] for case in cases(label)}
        # Most texts list nothing, which is told by the last words of the labels.
        ends = {" ".join(label.lower().split()[-2:])[1:] for label in labels["number"]}
        least = [end for end in ends if not any(other in end for other in ends - {end})]
        self._words = [*least, *(end.upper() for end in least)]
        self._number = re.compile(rf"(?<![^\W_])(?:{alternation(numbers)})[ \t]{{0,8}}[:|\n]")
        self._label = re.compile(
            rf"(?<![^\W_])(?P<label>{alternation(said)})(?=[ \t]{{0,8}}[:|\n])"
        )
        words = lexicon.type_words(law=False)
        self._type = re.compile(rf"(?:{alternation(words)}){WORD_END}{SPACE}")

    def find(self, text: str) -> tuple[Entry, ...]:
        """Return the documents that are listed, in the order of the text."""
        first = self._first(text)
        if first is None:
            return ()
        lined = [Entry(fields) for fields in blocks(text, first, self._fields)]
        alone = lined or self._properties(text, first)
        found = [*self._rows(text, first), *alone]
        return tuple(sorted(found, key=lambda entry: entry.number.start))

    def _first(self, text: str) -> int | None:
        """Return where the first label of a number stands, looked for by what labels end with."""
        first: int | None = None
        for word in self._words:
            at = text.find(word)
            while at >= 0 and (first is None or at < first + _LABEL):
                end = at + len(word) + _LABEL_ENDS
                label = self._number.search(text, max(0, at - _LABEL), end)
                if label is not None and (first is None or label.start() < first):
                    first = label.start()
                at = text.find(word, at + 1)
        return first

    def read(self, text: str, entries: Sequence[Entry], drafts: Sequence[Draft]) -> None:
        """Set what is listed of the references whose numbers stand in ``entries``."""
        by_start = {draft.number_span.start: at for at, draft in enumerate(drafts)
                    if draft.kind is MentionKind.NUMBERED and draft.number_span}  # fmt: skip
        for entry in entries:
            at = by_start.get(entry.number.start)
            if at is not None:
                self._set(text, entry, drafts, at)

    def _set(self, text: str, entry: Entry, drafts: Sequence[Draft], at: int) -> None:
        draft, fields = drafts[at], entry.fields
        if "date" in fields and draft.date is None:
            draft.date = date_written(fields["date"].of(text))
            draft.date_span = fields["date"] if draft.date else draft.date_span
        if "issuer" in fields and draft.issuer is None:
            bodies = self._issuers.bodies_in(text, *fields["issuer"])
            if bodies and bodies[0].start == fields["issuer"].start:
                draft.issued_by(bodies[0], text)
        if "type" in fields and draft.type is None:
            draft.type = self._lexicon.type_of_word(fields["type"].phrase(text))
        if "title" in fields and draft.title_span is None:
            self._entitle(text, fields["title"], drafts, at)

    def _entitle(self, text: str, cell: Span, drafts: Sequence[Draft], at: int) -> None:
        """Set the title: what is listed as it without the type word that it begins with."""
        if self._lexicon.type_of_word(cell.phrase(text)):
            return
        word = self._type.match(text, *cell)
        own = word and self._lexicon.type_of_word(" ".join(word[0].split())) == drafts[at].type
        title = Span(word.end() if word and own else cell.start, cell.end)
        behind = drafts[at + 1 : at + 12]
        if any(draft.begins == cell.start for draft in behind):
            return  # 'Luật Đất đai' is a name
        drafts[at].title_span = title
        for draft in behind:
            if title.contains(Span(draft.start, draft.end)) and draft.within is None:
                draft.within = at

    def _rows(self, text: str, start: int) -> Iterator[Entry]:
        """Yield the rows under each head, which names the number's column and another."""
        columns: list[str | None] = []
        rows = 0
        for line in _lines(text, start):
            cells = _cells(text, line) if "|" in line.of(text) else []
            head = [self._fields.get(fold(cell.of(text))) for cell in cells]
            if "number" in head and sum(field is not None for field in head) > 1:
                columns, rows = head, 0
            elif len(cells) != len(columns) or rows > _ROWS or not cells:
                columns = [] if line.of(text).strip() else columns
            else:
                rows += 1
                fields = {
                    f: c for f, c in zip(columns, cells, strict=True) if f and c.start < c.end
                }
                if "number" in fields:
                    yield Entry(fields)

    def _properties(self, text: str, start: int) -> Iterator[Entry]:
        """Yield the documents whose properties stand one by one, on lines that touch."""
        fields: dict[str, Span] = {}
        last = 0
        for found in self._label.finditer(text, max(0, start - 400)):
            value = _VALUE.match(text, found.end(), found.end() + _LONGEST)
            if value is None:
                continue
            span = _trimmed(text, value.start("value"), self._stop(text, value))
            if span.start == span.end:
                continue  # in the head of a table labels stand side by side
            field = self._fields[fold(found["label"])]
            apart = text.count("\n", last, found.start()) > 1
            if apart or field in fields:
                if "number" in fields:
                    yield Entry(fields)
                fields = {}
            fields[field] = span
            last = span.end
        if "number" in fields:
            yield Entry(fields)

    def _stop(self, text: str, value: re.Match[str]) -> int:
        """Return where a value ends: before the next label on its line."""
        following = self._label.search(text, *value.span("value"))
        return following.start() if following else value.end()


def type_in_row(text: str, raw: RawNumber, words: re.Pattern[str], lexicon: Lexicon) -> str | None:
    """Return the type that a row says behind its number, which names none; ``words`` are types'."""
    at = raw.span.end
    if raw.sure or not _BAR.match(text, at):
        return None
    begins = text.rfind("\n", max(0, raw.span.start - 8), raw.span.start) + 1
    if text[begins : raw.span.start].strip(" \t|0123456789"):
        return None
    end = text.find("\n", at, at + _ROW)
    for cell in _cells(text, Span(at, end if end >= 0 else at + _ROW)):
        word = words.match(text, cell.start)
        type_ = lexicon.type_of_word(" ".join(word["type"].split())) if word else None
        if type_ is not None and lexicon.is_document(type_):
            return type_
    return None


def _lines(text: str, start: int) -> Iterator[Span]:
    at = text.rfind("\n", 0, start) + 1
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield Span(at, end)
        at = end + 1


def _cells(text: str, line: Span) -> list[Span]:
    """Return the cells of a row; bars around the whole of it part nothing."""
    said = line.of(text).strip()
    framed = said.startswith("|")
    cells, at = [], line.start
    while at <= line.end and (found := _CELL.match(text, at, line.end)) is not None:
        cells.append(_trimmed(text, *found.span()))
        at = found.end() + 1
    return cells[1 : -1 if said.endswith("|") else None] if framed else cells


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without the white space around it and what a sentence ends with."""
    span = stripped(text, Span(start, end))
    return Span(span.start, span.start + len(span.of(text).rstrip(_END)))
