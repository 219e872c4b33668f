"""The Atom feed (RFC 4287) of what changed last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from lxml import etree

from graph.model.identifiers import is_work_id
from graph.store import Change

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00+00:00"


def atom(base: str, changes: Sequence[Change], names: Mapping[str, str]) -> bytes:
    """Return the feed; ``names`` are what nodes are called, by id."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(feed, "id", f"{base}/changes.atom")
    _add(feed, "title", "Luocdo: văn bản và quan hệ mới")
    _add(feed, "updated", changes[0].at if changes else _NEVER)
    _link(feed, "self", f"{base}/changes.atom", MEDIA_TYPE)
    _link(feed, "alternate", base, "text/html")
    author = etree.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "Luocdo")
    for change in changes:
        kind = "works" if is_work_id(change.node) else "bodies"
        address = f"{base}/{kind}{quote(change.node, safe='/:-._~')}"
        entry = etree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"{address}#generation-{change.generation}")
        _add(entry, "title", names.get(change.node, change.node))
        _add(entry, "updated", change.at)
        _link(entry, "alternate", address, "text/html")
        _add(entry, "summary", f"Lần thay đổi {change.generation}")
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: etree._Element, relation: str, address: str, media_type: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}link", rel=relation, href=address, type=media_type)
