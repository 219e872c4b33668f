"""The districts and communes of one text: which of them a bare 'Huyện ủy' is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from graph.model.spans import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A district or commune named in a text: its id ('son-la/mai-son'), level and place.

    ``body`` says that a body of it is named, not only the place.
    """

    id: str
    level: str
    span: Span
    body: bool


@dataclass(frozen=True, slots=True)
class Writer:
    """The district or commune that a text is of, and the code that its number bears ('ĐU')."""

    code: str
    unit: str


class Below:
    """Tells which place below the province is spoken of at a place in the text."""

    def __init__(self, text: str, named: Sequence[Unit], writer: Writer | None = None) -> None:
        self._text = text
        self._named = named
        self._writer = writer

    def of_writer(self, code: str) -> str | None:
        """Return the unit that the text is of, where it bears the same code itself."""
        writer = self._writer
        return writer.unit if writer is not None and writer.code == code else None

    def spoken_of(self, at: Span, levels: Collection[str]) -> str | None:
        """Return the one unit that is named, of its bodies before mere places.

        In the paragraph first, else in the whole text; None where several are.
        """
        begin = self._text.rfind("\n", 0, at.start)
        end = self._text.find("\n", at.end)
        within = Span(begin + 1, end if end >= 0 else len(self._text))
        tiers: tuple[Callable[[Unit], bool], ...] = (
            lambda each: each.body and within.overlaps(each.span),
            lambda each: each.body,
            lambda each: within.overlaps(each.span),
            lambda each: True,
        )
        for tier in tiers:
            units = {each.id for each in self._named if each.level in levels and tier(each)}
            if units:
                return units.pop() if len(units) == 1 else None
        return None
