"""The site: templates, strings and front-end files, loaded once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from service.pages.assets import Assets
from service.pages.naming import source_name, subject
from service.pages.wording import LANGUAGES, load_strings

# Nothing but our own files; no inline script or style, whatever slipped into a page.
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@dataclass(frozen=True)
class Site:
    """What all pages share."""

    assets: Assets = field(default_factory=Assets)

    @cached_property
    def strings(self) -> dict[str, Mapping[str, str]]:
        """The strings of each language."""
        return {language: load_strings(language) for language in LANGUAGES}

    @cached_property
    def _templates(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("service", "pages/templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["path"] = partial(quote, safe="/:")
        environment.filters["as_json"] = _as_json
        environment.filters["subject"] = subject
        environment.filters["called"] = source_name
        return environment

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return the page of a template; everything in ``values`` is escaped."""
        return self._templates.get_template(f"{name}.html").render(values)


def _as_json(value: Any) -> str:
    """Return JSON for an attribute; the template escapes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def policy(**changes: str) -> str:
    """Return the Content-Security-Policy, with directives changed: ``style_src="…"``."""
    directives = {**POLICY, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return "; ".join(f"{name} {value}" for name, value in directives.items())
