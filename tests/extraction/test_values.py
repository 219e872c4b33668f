"""Values made without checks: equal by what they hold, fit for sets, the same after pickling."""

import pickle
from dataclasses import replace

from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.spans import Span

ONE = Mention(
    Span(0, 18), "Chỉ thị 39-CT/TW", MentionKind.NUMBERED, number=DocumentNumber.parse("39-CT/TW")
)


def test_equal_values_are_one_in_a_set() -> None:
    assert {ONE, replace(ONE), replace(ONE, quoted=True)} == {ONE, replace(ONE, quoted=True)}


def test_values_go_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(ONE)) == ONE
