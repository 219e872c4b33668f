"""Batches are cut by how many pieces they have and by how heavy these are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.batch import batches


@pytest.mark.parametrize(
    ("weights", "sizes"),
    [
        ([], []),
        ([1], [1]),
        ([1, 1, 1], [3]),
        ([1, 1, 1, 1], [3, 1]),
        ([10, 1], [1, 1]),
        ([4, 4, 4, 4], [3, 1]),
        ([4, 6, 1, 99, 1], [2, 2, 1]),
    ],
)
def test_by_count_and_weight(weights: list[int], sizes: list[int]) -> None:
    found = [len(some) for some in batches(weights, lambda one: one, count=3, size=10)]
    assert found == sizes


@given(st.lists(st.integers(0, 20)), st.integers(1, 5), st.integers(1, 30))
def test_nothing_is_lost_nor_waits(weights: list[int], count: int, size: int) -> None:
    drawn: list[int] = []

    def pieces() -> Iterator[int]:
        for one in weights:
            drawn.append(one)
            yield one

    passed: list[int] = []
    for some in batches(pieces(), lambda one: one, count, size):
        passed += some
        assert drawn == passed
        assert len(some) <= count
        assert sum(some[:-1]) < size
    assert passed == weights
