"""Lines that the processes of the SPARQL service say to each other over sockets."""

from __future__ import annotations

import json
import socket
from typing import Any

TOO_LARGE = b"large\n"  # said instead of a count: the dataset was not copied
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
