"""Which of the offered media types a client prefers, by its Accept header."""

from __future__ import annotations

from fastapi import Request

HTML = "text/html"
JSON = "application/json"


def prefers_html(request: Request) -> bool:
    """Tell whether the client would rather have a page than JSON; JSON wins a tie."""
    ranges = _ranges(request.headers.get("accept", "*/*"))
    return _quality(ranges, HTML) > _quality(ranges, JSON)


def _ranges(accept: str) -> dict[str, float]:
    """Return the quality of each media range named in the header."""
    ranges: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key == "q":
                quality = _number(value)
        ranges[name.lower()] = quality
    return ranges


def _quality(ranges: dict[str, float], offered: str) -> float:
    """Return how welcome a media type is: the most specific range that covers it decides."""
    main = offered.split("/")[0]
    for name in (offered, f"{main}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0
