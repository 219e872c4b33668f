"""Making a SourceText: the last gate that every text passes, whatever it was read from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from graph.model.dates import PartialDate
from graph.model.errors import EmptyTextError, NotTextError, TooLargeError
from graph.model.sources import SourceText

MAX_BYTES = 25_000_000
# No text has these, nor can a database or XML keep them: NUL and halves of surrogate pairs.
_IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")
_TOLERATED = 1_000


def make_source(
    text: str,
    origin: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: PartialDate | None = None,
    place: str | None = None,
    author: str | None = None,
    media_type: str = "text/plain",
    warnings: Sequence[str] = (),
) -> SourceText:
    """Return the source of ``text``, kept as it is; ``id`` follows from text and metadata alone.

    Stray impossible characters become U+FFFD, one for one, so that offsets stay true, and are
    warned of. EmptyTextError where there is only white space, NotTextError where they are many.
    """
    kept, oddities = kept_text(text, origin)
    said = [kept, title, publisher, str(published) if published else None, place, author]
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8"))
    return SourceText(
        id=f"sha256:{digest.hexdigest()}",
        text=kept,
        origin=origin,
        media_type=media_type,
        title=title,
        publisher=publisher,
        published=published,
        place=place,
        author=author,
        warnings=(*warnings, *oddities),
    )


def kept_text(text: str, origin: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` as it can be kept, of the same length, and what to warn of."""
    if not text or text.isspace():
        raise EmptyTextError(f"{origin}: there is no text in it")
    if "\0" not in text and _is_encodable(text):
        return text, ()
    found = _IMPOSSIBLE.search(text)
    assert found is not None
    kept, count = _IMPOSSIBLE.subn("\ufffd", text)
    what = f"{count} NUL or broken character(s), the first at offset {found.start()}"
    if count * _TOLERATED > len(text):
        raise NotTextError(f"{origin}: {what}: this is not a text")
    return kept, (f"{origin}: {what}, read as U+FFFD",)


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def check_size(size: int, origin: str, limit: int) -> None:
    """Raise TooLargeError naming both figures."""
    if size > limit:
        raise TooLargeError(f"{origin}: {size:,} bytes, over the limit of {limit:,} bytes")
