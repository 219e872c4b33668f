"""Which serialisation an Accept header asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from graph.model.errors import NotAcceptableError

Offer = tuple[str, tuple[str, ...]]  # a format's name and its media types, the one sent first

_RESULTS: Sequence[Offer] = (
    ("json", ("application/sparql-results+json", "application/json")),
    ("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    ("csv", ("text/csv",)),
    ("tsv", ("text/tab-separated-values",)),
)
_GRAPHS: Sequence[Offer] = (
    ("ttl", ("text/turtle", "application/x-turtle")),
    ("nt", ("application/n-triples", "text/plain")),
    ("rdf", ("application/rdf+xml", "application/xml", "text/xml")),
    ("jsonld", ("application/ld+json", "application/json")),
)
_OFFERS: Mapping[str, Sequence[Offer]] = MappingProxyType(
    {"SELECT": _RESULTS, "ASK": _RESULTS, "CONSTRUCT": _GRAPHS, "DESCRIBE": _GRAPHS}
)
_CHARSET = frozenset({"text/csv", "text/tab-separated-values", "text/turtle"})


@lru_cache(maxsize=512)  # clients send the same header again and again
def chosen(accept: str, form: str) -> tuple[str, str]:
    """Return name and media type of the best offer for a query form.

    The first offer (JSON, Turtle) where ``accept`` is empty; NotAcceptableError where it asks
    for nothing that is offered.
    """
    offers = _OFFERS[form]
    wanted = accepted(accept)
    best = max(
        ((quality(wanted, media), -rank, name) for rank, (name, all_media) in enumerate(offers)
         for media in all_media),
        default=(0.0, 0, offers[0][0]),
    )  # fmt: skip
    if wanted and best[0] == 0:
        on_offer = ", ".join(media[0] for _, media in offers)
        raise NotAcceptableError(f"'{accept}' is not offered for {form}; these are: {on_offer}")
    name = best[2] if wanted else offers[0][0]
    media_type = dict(offers)[name][0]
    return name, f"{media_type}; charset=utf-8" if media_type in _CHARSET else media_type


def accepted(accept: str) -> dict[str, float]:
    """Return the media ranges of an Accept header, each with its weight."""
    wanted: dict[str, float] = {}
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media:
            wanted[media] = max(wanted.get(media, 0.0), _weight(parameters))
    return wanted


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def quality(wanted: dict[str, float], media: str) -> float:
    """Return how welcome a media type is; the most specific range decides, as HTTP says."""
    for pattern in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if pattern in wanted:
            return wanted[pattern]
    return 0.0
