"""Plain pages for people: rendered here, readable without scripts, everything escaped."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'"


class Pages:
    """Renders the templates of this folder."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("service", "pages"), autoescape=True, undefined=StrictUndefined
        )
        self._environment.filters["path"] = quote

    def page(self, name: str, **values: Any) -> HTMLResponse:
        """Return the page ``name`` filled with ``values``."""
        html = self._environment.get_template(f"{name}.html").render(**values)
        return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY})
