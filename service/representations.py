"""The forms in which a resource can be had: by its Accept header or by a suffix of its path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from fastapi import Request

from graph.export.sparql.negotiation import accepted, quality

# By preference where a client has none; the first media type is the one that is answered.
FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "json": ("application/json",),
        "html": ("text/html", "application/xhtml+xml"),
        "jsonld": ("application/ld+json",),
        "ttl": ("text/turtle", "application/x-turtle"),
        "nt": ("application/n-triples",),
        "rdf": ("application/rdf+xml",),
    }
)
RDF_FORMS = ("jsonld", "ttl", "nt", "rdf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a resource is asked for: its path without the suffix, and in which form."""

    path: str
    form: str

    @property
    def is_rdf(self) -> bool:
        """Tell whether the form is a serialisation of RDF."""
        return self.form in RDF_FORMS


def wanted(request: Request, path: str, default: str = "json") -> Wanted:
    """Return what is asked for; a suffix goes before the Accept header.

    Where the header names nothing on offer it is as if there were none: ``default``.
    """
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in FORMS:
        return Wanted(stem, suffix)
    return Wanted(path, preferred(request.headers.get("accept", ""), default))


@lru_cache(maxsize=512)  # clients send the same header again and again
def preferred(accept: str, default: str = "json") -> str:
    """Return the form that an Accept header likes best; ``default`` wins a tie."""
    asked = accepted(accept)
    weights = {form: max(quality(asked, media) for media in FORMS[form]) for form in FORMS}
    best = max(weights.values())
    if best == 0 or weights[default] == best:
        return default
    return next(form for form in FORMS if weights[form] == best)


def alternates(path: str, *more: str) -> dict[str, str]:
    """Return the Link header (RFC 8288) to the forms of the resource at ``path``, and ``more``."""
    links = (
        f'<{quote(path, safe="/:-._~")}.{form}>; rel="alternate"; type="{media[0]}"'
        for form, media in FORMS.items()
    )
    return {"Link": ", ".join((*more, *links))}


def documented_forms(description: str, *, html: bool = True) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI ``responses`` of a route that answers in these forms."""
    content: dict[str, Any] = {
        media[0]: {"schema": {} if media[0].endswith("json") else {"type": "string"}}
        for form, media in FORMS.items()
        if form != "json" and (html or form != "html")
    }
    return {200: {"description": description, "content": content}}
