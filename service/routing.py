"""Routers that tell at one look whether a request is for them."""

from __future__ import annotations

import re
from functools import cached_property

from fastapi import APIRouter
from starlette.routing import Match
from starlette.types import Scope

_NAME = re.compile(r"\?P<\w+>")


class Router(APIRouter):
    """An APIRouter that is passed by where no path of its routes fits.

    The framework tries route after route, each with bookkeeping of its own: with a hundred of them
    that takes longer than most answers.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return whether a route of this router is meant."""
        if not scope.get("root_path") and not self._paths.match(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)

    def methods_at(self, path: str) -> set[str]:
        """Return the methods that routes of this router take at a path."""
        there = [
            getattr(route, "methods", None) or set()
            for route in self.routes
            if (shape := getattr(route, "path_regex", None)) is not None and shape.match(path)
        ]
        return set().union(*there)

    @cached_property
    def _paths(self) -> re.Pattern[str]:
        """What any of the paths looks like. Asked for with the first request: all are known."""
        shapes = (getattr(route, "path_regex", None) for route in self.routes)
        return re.compile("|".join(_NAME.sub("?:", shape.pattern) for shape in shapes if shape))
