"""Spans: half-open ranges of Unicode code points in the text as given."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``text[start:end]``; offsets count code points of the original text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the surface: exactly what stands in ``text`` there."""
        return text[self.start : self.end]

    def phrase(self, text: str) -> str:
        """Return what stands there with single spaces, as over lines that were broken."""
        return " ".join(self.of(text).split())

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
