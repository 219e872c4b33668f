"""Enumerations of the model that the innermost loops name."""

from __future__ import annotations

from enum import StrEnum

import pytest

from graph.model.enums import quick
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.relations import RelationKind


@pytest.mark.parametrize("kind", [MentionKind, NumberForm, RelationKind])
def test_members_are_plain_attributes(kind: type[StrEnum]) -> None:
    for name, member in kind.__members__.items():
        assert vars(kind)[name] is member
        assert kind(member.value) is member is kind[name]


def test_a_quick_enumeration_is_still_one() -> None:
    @quick
    class Colour(StrEnum):
        RED = "red"
        BLUE = "blue"

    assert list(Colour) == [Colour.RED, Colour.BLUE]
    assert (Colour.RED.name, Colour.RED.value) == ("RED", "red")
    with pytest.raises(ValueError, match="green"):
        Colour("green")
