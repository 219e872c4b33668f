"""A client that costs next to nothing: one connection that stays, HTTP/1.1, no redirects.

A library's client takes longer than a small query does on the other side: measured through it, all
servers look alike.
"""

from __future__ import annotations

import socket
from types import TracebackType
from urllib.parse import urlsplit

_PIECE = 1 << 18


class Wire:
    """One kept connection to the server of ``url``; a context manager."""

    def __init__(self, url: str, seconds: float = 60.0) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        self._host = parts.netloc
        self._socket = socket.create_connection((parts.hostname, parts.port or 80), seconds)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Wire:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._socket.close()

    def get(self, path: str, accept: str = "*/*") -> tuple[int, bytes]:
        """Return status and body."""
        return self._asked(f"GET {path} HTTP/1.1\r\nAccept: {accept}\r\n", b"")

    def post(
        self, path: str, body: bytes, media_type: str, accept: str = "*/*"
    ) -> tuple[int, bytes]:
        """Return status and body."""
        head = f"POST {path} HTTP/1.1\r\nAccept: {accept}\r\nContent-Type: {media_type}\r\n"
        return self._asked(f"{head}Content-Length: {len(body)}\r\n", body)

    def _asked(self, head: str, body: bytes) -> tuple[int, bytes]:
        self._socket.sendall(f"{head}Host: {self._host}\r\n\r\n".encode() + body)
        said = bytearray()
        while (end := said.find(b"\r\n\r\n")) < 0:
            said += self._more()
        lines = bytes(said[:end]).lower().split(b"\r\n")
        fields = dict(line.split(b": ", 1) for line in lines[1:])
        del said[: end + 4]
        status = int(lines[0].split()[1])
        if b"content-length" in fields:
            length = int(fields[b"content-length"])
            while len(said) < length:
                said += self._more()
            return status, bytes(said)
        while not said.endswith(b"\r\n0\r\n\r\n") and said != b"0\r\n\r\n":
            said += self._more()
        return status, bytes(said)  # with the lengths of the chunks in it

    def _more(self) -> bytes:
        if not (part := self._socket.recv(_PIECE)):
            raise ConnectionError("the server closed the connection")
        return part
