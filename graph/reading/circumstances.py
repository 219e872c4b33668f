"""What a page says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Title, publisher, date, place name and author of a page; None where it does not say."""

    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    place: str | None = None
    author: str | None = None

    def over(self, other: Circumstances) -> Circumstances:
        """Return these, completed by ``other`` where these are silent."""
        return Circumstances(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            place=self.place or other.place,
            author=self.author or other.author,
        )
