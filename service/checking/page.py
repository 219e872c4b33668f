"""The draft as a page of its own, each reference marked with what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from service.checking.remarks import TITLES, remark
from service.pages.wording import Wording
from service.schemas.check import CheckAnswer, CheckedReference

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
Piece = tuple[str, int, CheckedReference | None]


def marked_page(text: str, answer: CheckAnswer) -> bytes:
    """Return one self-contained HTML page; everything in it is escaped."""
    environment = Environment(
        loader=PackageLoader("service", "checking"), autoescape=True, undefined=StrictUndefined
    )
    template = environment.get_template("report.html")
    return template.render(
        answer=answer,
        pieces=pieces(text, answer),
        numbered=list(enumerate(answer.references, start=1)),
        remark=remark,
        titles=TITLES,
        day=lambda day: Wording("vi", {}).day(str(day)),
    ).encode()


def pieces(text: str, answer: CheckAnswer) -> Iterator[Piece]:
    """Yield the text in pieces: those of a reference with its number from 1, others with None.

    A reference inside another one is part of the outer one's piece.
    """
    at = 0
    for number, found in enumerate(answer.references, start=1):
        if found.start < at:
            continue
        if found.start > at:
            yield text[at : found.start], 0, None
        yield text[found.start : found.end], number, found
        at = found.end
    if at < len(text):
        yield text[at:], 0, None
