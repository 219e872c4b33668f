"""What every request is watched by: an id, a line in the log, counts; and bounds on how many."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import Awaitable

import structlog
from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import KINDS, problem
from service.logs import RequestLog
from service.metrics import Metrics
from service.middleware import header

_ID = re.compile(r"[\w.:-]{1,64}")
# Always answered, however busy: they say whether the service lives.
FREE = frozenset({"/health", "/health/ready", "/metrics"})
SECURITY = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class Watch:
    """Gives each request an id, logs and counts it, and sets the security headers."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._log = RequestLog()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = header(scope, b"x-request-id")
        identifier = given if _ID.fullmatch(given) else os.urandom(16).hex()
        structlog.contextvars.bind_contextvars(request=identifier)
        begun, status, first = time.perf_counter(), 0, 0.0

        def watched(message: Message) -> Awaitable[None]:
            nonlocal status, first
            if message["type"] == "http.response.start":
                status, first = message["status"], time.perf_counter()
                _secure(message, identifier)
            return send(message)

        self._metrics.running.inc()
        try:
            await self._app(scope, receive, watched)
        finally:
            self._metrics.running.dec()
            seconds = (first or time.perf_counter()) - begun
            # Told once the answer is on its way: the loop sends what is written at its next turn.
            asyncio.get_running_loop().call_soon(self._told, scope, identifier, status, seconds)
            structlog.contextvars.unbind_contextvars("request")

    def _told(self, scope: Scope, identifier: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        client = scope.get("client")
        self._log.told(
            "error" if status >= 500 and status != 503 else "info",
            request=identifier, method=scope["method"], path=scope["path"], route=route,
            status=status, milliseconds=round(seconds * 1000, 1),
            client=client[0] if client else None,
        )  # fmt: skip


def _secure(message: Message, identifier: str) -> None:
    """Add the request's id, and the security headers that the answer does not set itself."""
    headers = message["headers"] = list(message["headers"])
    set_already = {name.lower(): value for name, value in headers}
    if b"frame-ancestors" in set_already.get(b"content-security-policy", b""):
        set_already[b"x-frame-options"] = b""
    headers.append((b"x-request-id", identifier.encode()))
    headers.extend(pair for pair in SECURITY if pair[0] not in set_already)


_LATER = {"Retry-After": "5", "Connection": "close"}
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


class Bounds:
    """Tells 429 to a client that asks too often, 503 when too many ask or an answer is late.

    ``rate`` is such as '100/second', '' for none; ``streamed`` paths have no time limit.
    """

    def __init__(
        self,
        app: ASGIApp,
        rate: str,
        concurrency: int,
        seconds: float,
        streamed: tuple[str, ...] = (),
    ) -> None:
        self._app = app
        self._rate = parse(rate) if rate else None
        self._limiter = MovingWindowRateLimiter(MemoryStorage()) if rate else None
        self._most = concurrency
        self._seconds = seconds
        self._streamed = frozenset(streamed)
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http" or scope["path"] in FREE:
            await self._app(scope, receive, send)
            return
        if not await self._within_rate(scope):
            rate = f"quá {self._rate} cho mỗi máy khách"
            await _refuse("too-many-requests", rate, scope, receive, send, {"Retry-After": "1"})
            return
        if self._running >= self._most:
            busy = f"đang có {self._running} yêu cầu; thử lại sau"
            await _refuse("busy", busy, scope, receive, send, {"Retry-After": "1"})
            return
        self._running += 1
        try:
            await self._timed(scope, receive, send)
        finally:
            self._running -= 1

    async def _within_rate(self, scope: Scope) -> bool:
        if self._rate is None or self._limiter is None:
            return True
        client = scope.get("client")
        return await self._limiter.hit(self._rate, client[0] if client else "")

    async def _timed(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run with a limit on the time until the answer begins; then it may take its time."""
        if scope["path"] in self._streamed:
            await self._app(scope, receive, send)
            return
        begun = False

        def beginning(message: Message) -> Awaitable[None]:
            nonlocal begun
            if not begun:
                begun = True
                limit.reschedule(None)
            return send(message)

        try:
            async with asyncio.timeout(self._seconds) as limit:
                await self._app(scope, receive, beginning)
        except TimeoutError:
            if begun:
                raise
            late = f"quá {self._seconds:g} giây mà chưa trả lời được"
            await _refuse("overtime", late, scope, receive, send, {"Retry-After": "5"})
        except asyncio.CancelledError:  # the server stops, and has waited as long as it may
            if not begun:
                await _refuse("busy", "dịch vụ đang dừng", scope, receive, send, _LATER)
            raise


async def _refuse(
    code: str, detail: str, scope: Scope, receive: Receive, send: Send, headers: dict[str, str]
) -> None:
    await problem(Request(scope), KINDS[code], detail, headers)(scope, receive, send)
