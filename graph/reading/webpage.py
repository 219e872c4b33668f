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
_SEPARATORS = re.compile(r"[\s|]+")
# A line of this length is in the article by content, a shorter one also by where it stands.
_ANCHOR = 40
# Finding the article takes a second a megabyte; of larger pages all text is read instead.
_LARGEST = 3_000_000
_TOO_LONG = f"over {_LARGEST:,} characters of HTML: all its text is read, menus too"
# In longer articles lines are compared as wholes only, so that time stays linear.
_SEARCHED = 1_000_000


@dataclass(frozen=True, slots=True)
class Webpage:
    """The text to read, all text of the page (masthead and footer too), and its metadata."""

    text: str
    whole: str
    circumstances: Circumstances
    warnings: tuple[str, ...] = ()


def read_webpage(markup: str, origin: str) -> Webpage:
    """Return the page's article; EmptyTextError where the page shows no text at all."""
    tree = _parsed(markup, origin)
    whole = _all_text(tree)
    if not whole:
        raise EmptyTextError(f"{origin}: the HTML page has no text")
    if len(markup) > _LARGEST:
        return Webpage(whole, whole, Circumstances(), (f"{origin}: {_TOO_LONG}",))
    found = _article(tree)
    chosen = (found.text if found else None) or ""
    return Webpage(_selected(whole, chosen) or whole, whole, _circumstances(found))


def _selected(whole: str, chosen: str) -> str:
    """Return the lines of ``whole`` that hold the article ``chosen``, empty if none is long.

    trafilatura says which text is the article; its line breaks are not trusted, for they may fall
    inside a number ('65<b>-KH/TU</b>').
    """
    lines = whole.split("\n")
    inside = _compact(chosen)
    same = {_compact(line) for line in chosen.split("\n")}
    wide = len(inside) <= _SEARCHED
    kept = [(c := _compact(line)) in same or (wide and c in inside) for line in lines]
    anchors = [at for at, line in enumerate(lines) if kept[at] and len(line) >= _ANCHOR]
    if not anchors:
        return ""
    start, end = anchors[0], anchors[-1] + 1
    while start > 0 and kept[start - 1]:
        start -= 1
    while end < len(lines) and kept[end]:
        end += 1
    return "\n".join(
        line for line, keep in zip(lines[start:end], kept[start:end], strict=True) if keep
    )


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", text)


def _parsed(markup: str, origin: str) -> Any:
    # Bytes, because lxml refuses str with an encoding declaration.
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise NotTextError(f"{origin}: not readable as HTML: {error}") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise NotTextError(f"{origin}: HTML elements nested too deep to be read")
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
