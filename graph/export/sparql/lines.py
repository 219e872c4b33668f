"""What the processes of the SPARQL service say to each other over sockets: lines, and requests.

A request is a length and as many bytes: with a small query, text would take longer to write and to
read than the answer.
"""

from __future__ import annotations

import json
import marshal
import socket
from collections.abc import Iterator
from typing import IO, Any

Request = dict[str, Any]
TOO_LARGE = b"large\n"  # said instead of a count: the dataset was not copied
_HEAD = 4  # bytes of a length
_PIECE = 64  # bytes; a line that is heard here is a word and a number


def line_of(said: dict[str, Any]) -> bytes:
    """Return what is said as one line of JSON."""
    return json.dumps(said).encode() + b"\n"


def heard(other: socket.socket) -> bytes:
    """Return the one line that the other end says next. OSError where it has died."""
    said = bytearray()
    while not said.endswith(b"\n"):
        if not (part := other.recv(_PIECE)):
            raise OSError("the process has died")
        said += part
    return bytes(said)


def packed(request: Request) -> bytes:
    """Return a request as the other end's ``requests`` takes it: the same Python runs there."""
    said = marshal.dumps(request)
    return len(said).to_bytes(_HEAD) + said


def requests(said: IO[bytes]) -> Iterator[Request]:
    """Give the requests of a stream until it ends."""
    while len(head := said.read(_HEAD)) == _HEAD:
        yield marshal.loads(said.read(int.from_bytes(head)))
