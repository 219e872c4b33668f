"""How far back a run of known words goes, against a reading of it word by word."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from graph.extraction.text.runs import Run

KNOWN, LAST = {"thực", "hiện", "việc", "các"}, {"hiện", "việc"}
RUN = Run(("thực hiện", "việc", "các"), ("thực hiện", "việc"))
WORDS = ["thực hiện", "Việc", "CÁC", "việc", "xong", "việcxong"]
PIECES = [*WORDS, " ", "\n", ", ", "…" * 30, "_" * 60]


def word_by_word(text: str, floor: int) -> int | None:
    words = list(re.finditer(r"[^\W_]+", text[floor:]))
    if not words or words[-1][0].lower() not in LAST:
        return None
    unknown = (word.end() for word in reversed(words) if word[0].lower() not in KNOWN)
    return floor + next(unknown, 0)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.integers(0, 30))
@example("xong " + "việc " * 40, 0)
@example("thực hiện" + "." * 200, 0)
@example("việc" + " " * 61, 2)
def test_a_run_goes_as_far_as_its_words(text: str, floor: int) -> None:
    floor = min(floor, len(text))
    assert RUN.start(text, floor, len(text)) == word_by_word(text, floor)
