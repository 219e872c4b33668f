"""Sources: texts as read, with what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text and its circumstances. ``id`` is 'sha256:' plus the hash of text and metadata.

    ``place`` is the name of the province whose page or paper this is ('Sóc Trăng'), None for a
    national one. ``text`` is what offsets count in. ``warnings`` are oddities met in reading.
    """

    id: str
    text: str
    origin: str
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    place: str | None = None
    author: str | None = None
    language: str = "vi"
    warnings: tuple[str, ...] = field(default=())
