"""Routers that tell at one look whether a request is for them, or do without the framework."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

_RAISED = "luocdo.raised"  # in a scope: what went wrong before the framework was asked
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


class Direct(Router):
    """A router of fixed paths whose functions take the request as it is, and nothing else.

    Finding a route, its parameters and what they depend on takes the framework longer than a
    small query takes to be answered. ``leaves`` tells which requests are for other routers. With
    ``Ahead`` as innermost middleware, what is for this router does not even get to the framework.
    """

    def __init__(self, leaves: Callable[[Scope], bool], **more: Any) -> None:
        super().__init__(**more)
        self._leaves = leaves

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return whether a route of this router is meant."""
        if (scope["method"], scope["path"]) not in self._fixed:
            return super().matches(scope)  # another method of such a path is told so
        return (Match.NONE if self._leaves(scope) else Match.FULL), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what the function returns; its errors are for the application."""
        route = self._fixed.get((scope["method"], scope["path"]))
        if route is None:
            await super().handle(scope, receive, send)
            return
        if error := scope.pop(_RAISED, None):
            raise error
        scope["route"] = route
        response = await route.endpoint(Request(scope, receive, send))
        await response(scope, receive, send)

    def takes(self, scope: Scope) -> APIRoute | None:
        """Return the route of a request that is for this router."""
        route = self._fixed.get((scope["method"], scope["path"]))
        return None if route is None or self._leaves(scope) else route

    @cached_property
    def _fixed(self) -> dict[tuple[str, str], APIRoute]:
        """The routes by method and path. Asked for with the first request: all are known."""
        routes = [route for route in self.routes if isinstance(route, APIRoute)]
        return {(method, route.path): route for route in routes for method in route.methods or ()}


class Ahead:
    """Has ``router`` answer what is its own. Its errors are raised again behind the framework's
    middleware, where the application tells of them."""

    def __init__(self, app: ASGIApp, router: Direct) -> None:
        self._app = app
        self._router = router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        route = self._router.takes(scope) if scope["type"] == "http" else None
        if route is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = route
        try:
            response = await route.endpoint(Request(scope, receive, send))
        except Exception as error:
            scope[_RAISED] = error
            response = self._app
        await response(scope, receive, send)
