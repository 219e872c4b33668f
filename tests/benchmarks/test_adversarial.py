"""Texts made to be slow: twice the text is no more than twice the work.

Work is counted in calls, not timed, so that a busy machine does not matter. What patterns do
within a call is timed by ``benchmarks/adversarial.py`` and ``tests/extraction/test_properties.py``.
"""

from __future__ import annotations

import sys

import pytest
from adversarial import PIECES, text_of

from graph.extraction import Extractor, make_extractor
from graph.model.registry import Registry

SIZE = 8_000
FIXED = 2_000  # calls that any text costs, and chance at its end


@pytest.fixture(scope="module")
def extractor(registry: Registry) -> Extractor:
    return make_extractor(registry)


def calls(extractor: Extractor, text: str) -> int:
    """Return how many functions were called, Python's own among them."""
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        extractor.extract(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("official", [False, True], ids=["plain", "official"])
@pytest.mark.parametrize("name", PIECES)
def test_work_is_linear_in_the_text(extractor: Extractor, name: str, official: bool) -> None:
    half, whole = (text_of(PIECES[name], size, official=official) for size in (SIZE, 2 * SIZE))
    extractor.extract(half)  # what is compiled once is no work of the text
    assert calls(extractor, whole) <= 2.2 * calls(extractor, half) + FIXED
