"""HTML: the article of a page by trafilatura, and all its text where no article is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from graph.model.dates import PartialDate
from graph.model.errors import EmptyTextError, MalformedDateError, NotTextError
from graph.reading.circumstances import Circumstances

_SILENT = ("script", "style", "noscript", "template", "svg", "head")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|center|d[dlt]|div|fieldset|fig.*|footer|form|h[1-6r]|"
    "header|li|main|nav|[ou]l|p|pre|section|table|t[dhr]"
)
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_LINES = re.compile(r" ?\n[ \n]*")
# Below this an "article" next to a much longer page is a teaser or a caption, not the text.
_SHORT = 400


@dataclass(frozen=True, slots=True)
class Webpage:
    """The text to read, all text of the page (masthead and footer too), and its metadata."""

    text: str
    whole: str
    circumstances: Circumstances


def read_webpage(markup: str, origin: str) -> Webpage:
    """Return the page's article; EmptyTextError where the page shows no text at all."""
    tree = _parsed(markup, origin)
    whole = _all_text(tree)
    if not whole:
        raise EmptyTextError(f"{origin}: the HTML page has no text")
    found = _article(tree)
    text = (found.text if found else None) or ""
    if len(text) < min(_SHORT, len(whole) // 4):
        text = whole
    return Webpage(text, whole, _circumstances(found))


def _parsed(markup: str, origin: str) -> Any:
    # Bytes, because lxml refuses str with an encoding declaration.
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise NotTextError(f"{origin}: not readable as HTML: {error}") from error
    etree.strip_elements(tree, *_SILENT[:-1], with_tail=False)
    return tree


def _article(tree: Any) -> Any:
    """What trafilatura finds; it promises no errors for odd pages, so any means 'nothing'."""
    try:
        return trafilatura.bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:
        return None


def _circumstances(found: Any) -> Circumstances:
    if found is None:
        return Circumstances()
    published: PartialDate | None = None
    if found.date:
        try:
            published = PartialDate.parse(str(found.date)[:10])
        except MalformedDateError:
            published = None
    return Circumstances(
        title=_line(found.title),
        publisher=_line(found.sitename),
        published=published,
        author=_line(found.author),
    )


def _line(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value else None


def _all_text(tree: Any) -> str:
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if _BLOCKS.fullmatch(tag):
            pieces.append("\n")
        if event == "start":
            pieces.append("" if tag in _SILENT or _hidden(element) else element.text or "")
        else:
            pieces.append(element.tail or "")
    text = _BLANKS.sub(" ", "".join(pieces))
    return _LINES.sub("\n", text).strip()


def _hidden(element: Any) -> bool:
    """Tell whether the element stands in <head>, whose title is metadata."""
    parent = element.getparent()
    return parent is not None and parent.tag == "head"
