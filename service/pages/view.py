"""One request's view of the site: its language, its theme, links to the same page changed."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from graph.model.registry import Registry
from service.pages.site import Site, policy
from service.pages.wording import LANGUAGES, Wording

THEMES = ("auto", "light", "dark")
_YEAR = 31_536_000  # seconds
# Where a list is broken off belongs to the list as it was, not to a changed one.
_OFFSET = "offset"


class View:
    """Renders pages as the person who asks has chosen to see them.

    ``?lang=en`` and ``?theme=dark`` choose, and are remembered in a cookie.
    """

    def __init__(self, request: Request, site: Site, registry: Registry | None) -> None:
        self.request = request
        self.lang = _chosen(request, "lang", LANGUAGES)
        self.theme = _chosen(request, "theme", THEMES)
        self.words = Wording(self.lang, site.strings[self.lang], registry)
        self.vietnamese = Wording("vi", site.strings["vi"], registry)
        self._site = site

    def link(self, **changes: Any) -> str:
        """Return the address of this page with query parameters changed; None takes one away."""
        kept = [
            (name, value)
            for name, value in self.request.query_params.multi_items()
            if name not in changes and (name != _OFFSET or set(changes) <= {"lang", "theme"})
        ]
        added = [
            (name, one)
            for name, value in changes.items()
            if value is not None
            for one in (value if isinstance(value, list | tuple) else (value,))
        ]
        query = urlencode([*kept, *added])
        path = quote(self.request.url.path)
        return f"{path}?{query}" if query else path

    def page(
        self,
        name: str,
        *,
        entry: str = "site",
        status: int = 200,
        headers: dict[str, str] | None = None,
        style_src: str = "'self'",
        **values: Any,
    ) -> Response:
        """Return the page ``name``, or 304 where the browser has it as it is."""
        assets = self._site.assets
        common = {
            "view": self,
            "t": self.words,
            "needed": assets.needed(entry),
            "fonts": assets.fonts,
            "asset_version": assets.version,
        }
        html = self._site.render(name, {**common, **values})
        return self._answer(html, status, {**(headers or {}), **_policies(style_src)})

    def _answer(self, html: str, status: int, headers: dict[str, str]) -> Response:
        tag = f'W/"{hashlib.sha256(html.encode()).hexdigest()[:20]}"'
        headers = {**headers, "ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept, Cookie"}
        known = self.request.headers.get("if-none-match", "")
        answer: Response
        if status == 200 and tag in (part.strip() for part in known.split(",")):
            answer = Response(status_code=304, headers=headers)
        else:
            answer = HTMLResponse(html, status, headers=headers)
        for name, chosen in (("lang", self.lang), ("theme", self.theme)):
            if self.request.query_params.get(name) == chosen:
                answer.set_cookie(name, chosen, max_age=_YEAR, samesite="lax", httponly=True)
        return answer


def _policies(style_src: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": policy(style_src=style_src),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _chosen(request: Request, name: str, offered: tuple[str, ...]) -> str:
    for said in (request.query_params.get(name), request.cookies.get(name)):
        if said in offered:
            return said
    return offered[0]
