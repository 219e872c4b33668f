"""Files are made once and forgotten, oldest first, when memory is full."""

from __future__ import annotations

from service.formats import File
from service.keeping import Kept


def made(kept: Kept, key: str, size: int) -> bool:
    """Ask for a file; tell whether it had to be made."""
    calls = []
    kept.file(key, lambda: calls.append(key) or File(b"x" * size, "text/plain"))
    return bool(calls)


def test_made_once() -> None:
    kept = Kept(1000)
    assert made(kept, "a", 10)
    assert not made(kept, "a", 10)
    assert made(kept, "b", 10)


def test_longest_unasked_goes_first() -> None:
    kept = Kept(1000)
    for key in "abcd":
        assert made(kept, key, 250)
    assert not made(kept, "a", 250)
    assert made(kept, "e", 250)
    assert made(kept, "b", 250)
    assert not made(kept, "a", 250)


def test_large_files_and_no_memory() -> None:
    for kept, size in ((Kept(1000), 251), (Kept(0), 1)):
        assert made(kept, "a", size)
        assert made(kept, "a", size)
