"""Keys that may write: kept as scrypt hashes, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import os
from base64 import b64decode, b64encode

from graph.model.errors import InputError

_COST, _BLOCK, _LANES = 2**14, 8, 1  # scrypt: 16 MB and some 40 ms for each new key
_SCHEME = "scrypt"


def hashed(key: str, salt: bytes | None = None) -> str:
    """Return 'scrypt:salt:hash' of a key, as LUOCDO_WRITE_KEYS holds it."""
    salt = salt or os.urandom(16)
    digest = hashlib.scrypt(key.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32)
    return ":".join((_SCHEME, b64encode(salt).decode(), b64encode(digest).decode()))


def holds(key: str, hashes: tuple[str, ...]) -> bool:
    """Tell whether a key is one of those hashed, in a time that does not tell which."""
    found = False
    for known in hashes:  # all of them, whichever it is
        found |= hmac.compare_digest(hashed(key, _salt(known)), known)
    return found


def check_hashes(hashes: tuple[str, ...]) -> None:
    """InputError for a setting that holds anything but hashes (a plain key, say)."""
    for known in hashes:
        scheme, *rest = known.split(":")
        try:
            lengths = [len(b64decode(part, validate=True)) for part in rest]
        except ValueError:
            lengths = []
        if scheme != _SCHEME or lengths[1:] != [32]:
            raise InputError("LUOCDO_WRITE_KEYS: cần giá trị do `luocdo key` in ra")


def _salt(known: str) -> bytes:
    return b64decode(known.split(":")[1])
