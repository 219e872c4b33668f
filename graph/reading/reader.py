"""The one way in: bytes, files and strings become SourceTexts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.model.dates import PartialDate
from graph.model.errors import EmptyTextError, InputError, NotFoundError, NotTextError
from graph.model.registry import Registry
from graph.model.sources import SourceText
from graph.reading.circumstances import Circumstances
from graph.reading.declared import declared
from graph.reading.encodings import decode
from graph.reading.formats import FileFormat, sniff
from graph.reading.labels import Labels
from graph.reading.news import NewsPages
from graph.reading.official import OfficialPages
from graph.reading.places import PlaceNames
from graph.reading.sources import MAX_BYTES, check_size, kept_text, make_source

if TYPE_CHECKING:
    from graph.reading.webpage import Webpage


class SourceReader:
    """Reads sources; made once per registry, used for any number of them."""

    def __init__(self, registry: Registry, *, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._places = PlaceNames(registry)
        self._labels = Labels(registry)
        self._official = OfficialPages(registry, self._labels, self._places)
        self._news = NewsPages(registry, self._labels, self._places)

    def read_path(self, path: str | Path) -> SourceText:
        """Read a file; its path is the origin. NotFoundError where there is none."""
        file = Path(path)
        try:
            if not file.is_file():
                missing = NotTextError if file.exists() else NotFoundError
                raise missing(f"{file}: no such file")
            check_size(file.stat().st_size, str(file), self._max_bytes)
            data = file.read_bytes()
        except OSError as error:
            raise InputError(f"{file}: cannot be read: {error.strerror}") from error
        return self.read_bytes(data, str(file))

    def read_bytes(self, data: bytes, origin: str, media_type: str | None = None) -> SourceText:
        """Read ``data``; what it is, is told by content first, then by name and media type.

        Text files are kept exactly as decoded. Raises an InputError's subclass: too large, empty,
        not a text, no text layer, wrong encoding.
        """
        check_size(len(data), origin, self._max_bytes)
        if not data:
            raise EmptyTextError(f"{origin}: the file is empty")
        form = sniff(data, origin, media_type)
        if form is FileFormat.TEXT:
            decoded = decode(data, origin)
            return self._source(decoded.text, origin, form, warnings=decoded.warnings)
        return self._read_format(form, data, origin)

    def _read_format(self, form: FileFormat, data: bytes, origin: str) -> SourceText:
        """Read what needs a library; these take half a second to load, so only when needed."""
        if form is FileFormat.PDF:
            from graph.reading.pdf import read_pdf

            pages = read_pdf(data, origin)
            return self._source(pages.text, origin, form, warnings=pages.warnings)
        if form is FileFormat.DOCX:
            from graph.reading.word import read_word

            return self._source(read_word(data, origin), origin, form)
        from graph.reading.webpage import read_webpage

        decoded = decode(data, origin)
        return self._webpage(read_webpage(decoded.text, origin), origin, decoded.warnings)

    def read_text(
        self,
        text: str,
        origin: str,
        *,
        published: PartialDate | None = None,
        place: str | None = None,
    ) -> SourceText:
        """Read a string; what is given goes before what the text says of itself."""
        given = Circumstances(published=published, place=place)
        return self._source(text, origin, FileFormat.TEXT, given)

    def circumstances(self, text: str) -> Circumstances:
        """Return what ``text`` says of itself: declared, official or newspaper."""
        head = [line.strip() for line in text[:2_000].lstrip("\n").split("\n")]
        found = declared(head, self._labels, self._places)
        return found or self._official.read(text) or self._news.read(text)

    def _webpage(self, page: Webpage, origin: str, warnings: tuple[str, ...]) -> SourceText:
        tagged = page.circumstances
        said = self.circumstances(page.whole)
        host = urlsplit(origin).hostname
        place = said.place or self._news.place_of(tagged.publisher, host)
        known = Circumstances(place=place).over(tagged).over(said)
        return self._source(page.text, origin, FileFormat.HTML, known, (*warnings, *page.warnings))

    def _source(
        self,
        text: str,
        origin: str,
        form: FileFormat,
        given: Circumstances | None = None,
        warnings: tuple[str, ...] = (),
    ) -> SourceText:
        kept, _ = kept_text(text, origin)
        said = self.circumstances(kept)
        known = given.over(said) if given else said
        return make_source(
            text,
            origin,
            title=known.title,
            publisher=known.publisher,
            published=known.published,
            place=known.place,
            author=known.author,
            media_type=form.value,
            warnings=(*warnings, *self._official.warnings(kept, origin)),
        )


def read_bytes(
    data: bytes,
    origin: str,
    registry: Registry,
    *,
    media_type: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> SourceText:
    """Read one source; for many, make a SourceReader."""
    return SourceReader(registry, max_bytes=max_bytes).read_bytes(data, origin, media_type)


def read_path(path: str | Path, registry: Registry, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Read one file; for many, make a SourceReader."""
    return SourceReader(registry, max_bytes=max_bytes).read_path(path)


def read_text(
    text: str,
    origin: str,
    registry: Registry,
    *,
    published: PartialDate | None = None,
    place: str | None = None,
) -> SourceText:
    """Read one string; for many, make a SourceReader."""
    return SourceReader(registry).read_text(text, origin, published=published, place=place)
