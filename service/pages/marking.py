"""A text with its references marked in place, and one card for each document that they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.model.sources import SourceText
from service.pages.naming import Named, names
from service.present import Presenter
from service.state import Graph

# More than this is not shown in one page; what is found in the rest is counted all the same.
SHOWN = 400_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text. ``mark`` numbers the references from 1; 0 is text between them."""

    text: str
    mark: int = 0
    card: int = 0
    status: str = ""


@dataclass(slots=True)
class Card:
    """What one or several references mean, or why that cannot be told."""

    number: int
    text: str
    status: str
    work: str | None
    why: str
    confidence: float
    conflicts: tuple[str, ...]
    candidates: tuple[dict[str, Any], ...]
    marks: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a page says of a text."""

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    relations: tuple[dict[str, Any], ...]
    names: dict[str, Named]
    counts: dict[str, int]
    cut: bool


def read(graph: Graph, presenter: Presenter, source: SourceText) -> Reading:
    """Return a text as a page shows it; nothing is kept."""
    found = graph.pipeline.references(source).to_dict()
    references = _apart([*found["references"], *found["pointers"]])
    cards: dict[Any, Card] = {}
    pieces = tuple(_pieces(presenter, source.text[:SHOWN], references, cards))
    relations = tuple(
        {**one, "sentence_text": _sentence(source.text, one)} for one in found["relations"]
    )
    ids = {card.work for card in cards.values()} | {
        candidate["work"] for card in cards.values() for candidate in card.candidates
    }
    ids |= {one[end] for one in relations for end in ("from", "to")}
    counts = dict.fromkeys(("resolved", "ambiguous", "unresolved"), 0)
    for reference in references:
        counts[reference["resolution"]["status"]] += 1
    known = names(graph, presenter, [one for one in ids if one])
    cut = len(source.text) > SHOWN
    return Reading(pieces, tuple(cards.values()), relations, known, counts, cut)


def _apart(references: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return references in the order of the text, the outer one of those inside one another."""
    kept: list[dict[str, Any]] = []
    for one in sorted(references, key=lambda one: (one["start"], -one["end"])):
        if not kept or one["start"] >= kept[-1]["end"]:
            kept.append(one)
    return kept


def _pieces(
    presenter: Presenter, text: str, references: list[dict[str, Any]], cards: dict[Any, Card]
) -> Iterable[Piece]:
    at = 0
    for mark, one in enumerate(references, start=1):
        start, end = one["start"], one["end"]
        if end > len(text):
            break
        card = _card(presenter, cards, one)
        card.marks.append(mark)
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], mark, card.number, card.status)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _card(presenter: Presenter, cards: dict[Any, Card], one: dict[str, Any]) -> Card:
    decided = one["resolution"]
    key = decided["work"] or (one["type"], one["number"], one["name"] or one["text"])
    if key not in cards:
        decided = presenter.worded(decided)
        cards[key] = Card(
            number=len(cards) + 1,
            text=" ".join(one["text"].split()),
            status=decided["status"],
            work=decided["work"],
            why=decided["why"],
            confidence=decided["confidence"],
            conflicts=tuple(decided["conflicts"]),
            candidates=tuple(decided["candidates"]),
        )
    return cards[key]


def _sentence(text: str, relation: dict[str, Any]) -> str:
    span = relation["sentence"]
    return " ".join(text[span["start"] : span["end"]].split())
