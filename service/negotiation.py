"""Which of the offered media types a client prefers, by its Accept header."""

from __future__ import annotations

from fastapi import Request

from graph.export.sparql.negotiation import accepted, quality


def prefers_html(request: Request) -> bool:
    """Tell whether the client would rather have a page than JSON; JSON wins a tie."""
    wanted = accepted(request.headers.get("accept", "*/*"))
    return quality(wanted, "text/html") > quality(wanted, "application/json")
