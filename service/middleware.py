"""What every request passes through: well-formed addresses, body limit, HEAD, entity tags.

These wait for nothing themselves. They hand on what is to be awaited, so that a request does not
go through a coroutine for each of them.
"""

from __future__ import annotations

from collections.abc import Awaitable
from string import printable
from urllib.parse import quote, unquote_to_bytes

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import KINDS, problem

_ASCII = printable.strip()


def header(scope: Scope, name: bytes) -> str:
    """Return what a request says under a name, which is in small letters; '' where nothing."""
    for key, value in scope["headers"]:
        if key == name:
            said: bytes = value
            return said.decode("latin-1")
    return ""


class BodyLimit:
    """Refuse bodies over ``limit`` bytes, before reading where the length is announced.

    The paths ``streamed`` read their bodies piece by piece and set limits of their own.
    """

    def __init__(self, app: ASGIApp, limit: int, streamed: tuple[str, ...] = ()) -> None:
        self._app = app
        self._limit = limit
        self._streamed = frozenset(streamed)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on with a counting ``receive``."""
        if scope["type"] != "http" or scope["path"] in self._streamed:
            return self._app(scope, receive, send)
        announced = header(scope, b"content-length")
        if announced.isdigit() and int(announced) > self._limit:
            answer = problem(Request(scope), KINDS["too-large"], self._detail(announced))
            answer.headers["Connection"] = "close"
            return answer(scope, receive, send)
        return self._app(scope, self._counting(receive), send)

    def _counting(self, receive: Receive) -> Receive:
        total = 0

        async def counted() -> Message:
            nonlocal total
            message = await receive()
            total += len(message.get("body", b""))
            if total > self._limit:
                raise HTTPException(413, self._detail(f"hơn {self._limit}"))
            return message

        return counted

    def _detail(self, size: str) -> str:
        return f"dữ liệu gửi lên {size} byte, quá giới hạn {self._limit} byte"


class WellFormed:
    """Refuse addresses that are not UTF-8; take letters that a client forgot to escape.

    ``curl 'host/works?q=chỉ thị'`` sends the bytes as they are.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, with its query in ASCII."""
        if scope["type"] == "http":
            raw = scope.get("raw_path") or b""
            query = scope["query_string"]
            try:
                for part in (raw, query):
                    if b"%" in part or not part.isascii():
                        unquote_to_bytes(part).decode()
            except UnicodeDecodeError:
                answer = problem(Request(scope), KINDS["bad-input"], "địa chỉ không phải UTF-8")
                return answer(scope, receive, send)
            if not query.isascii():
                scope = {**scope, "query_string": quote(query, safe=_ASCII).encode()}
        return self._app(scope, receive, send)


class HeadAsGet:
    """Answer HEAD as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass HEAD on as GET and drop what would be the body."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return self._app(scope, receive, send)

        def bodiless(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            return send(message)

        return self._app({**scope, "method": "GET"}, receive, bodiless)


class TagHeader:
    """Put the entity tag that a route left in ``request.state.etag`` on its good answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Add ETag and Vary to an answer of status 200."""
        state = scope.setdefault("state", {})

        def tagged(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.start" and message["status"] == 200:
                tag = state.get("etag")
                if tag:
                    headers = MutableHeaders(scope=message)
                    headers["ETag"] = tag
                    headers["Cache-Control"] = "no-cache"
                    if "accept" not in headers.get("vary", "").lower():
                        headers.add_vary_header("Accept")
            return send(message)

        return self._app(scope, receive, tagged)
