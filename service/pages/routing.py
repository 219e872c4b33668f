"""Routes of pages: they answer browsers only, and leave all else to the routes of data."""

from __future__ import annotations

from re import Pattern, compile

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.routing import Match
from starlette.types import Scope

from graph.export.sparql.negotiation import accepted, quality
from service.representations import preferred

_SUFFIX = ".html"
# Identifiers as graph.model.identifiers makes them; no dot, so that suffixes of files stay apart.
WORK_PATH = compile(r"eli/vn(?:/[^/.]+){5}")
BODY_PATH = compile(r"org/vn(?:/[^/.]+){2,3}(?<!/lineage)")


def wants_page(request: Request, rivals: tuple[str, ...] = ()) -> bool:
    """Tell whether the client would rather have a page than data; JSON wins a tie.

    ``rivals`` are media types beside those of representations that would be liked more.
    """
    accept = request.headers.get("accept", "")
    if preferred(accept) != "html":
        return False
    asked = accepted(accept)
    liked = quality(asked, "text/html")
    return all(quality(asked, media) < liked for media in rivals)


class PageRoute(APIRoute):
    """A route that only matches requests for pages.

    A path parameter ``work`` or ``body`` must look like such an identifier.
    """

    rivals: tuple[str, ...] = ()
    _shapes: dict[str, Pattern[str]] = {"work": WORK_PATH, "body": BODY_PATH}

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return whether the request is for this page."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return Match.NONE, {}
        # Only where the resource itself is asked for: 'lineage.html' is a file of its own.
        asked = self.path_format.endswith("}") and scope["path"].endswith(_SUFFIX)
        if asked:
            scope = {**scope, "path": scope["path"].removesuffix(_SUFFIX)}
        match, child = super().matches(scope)
        if match is Match.NONE or not (asked or wants_page(Request(scope), self.rivals)):
            return Match.NONE, {}
        for name, shape in self._shapes.items():
            value = child["path_params"].get(name)
            if value is not None and not shape.fullmatch(value):
                return Match.NONE, {}
        return match, child
