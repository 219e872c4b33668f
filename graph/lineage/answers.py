"""How a lineage is asked for and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.relations import RelationKind

UP, DOWN, BOTH = "up", "down", "both"
DIRECTIONS = (UP, DOWN, BOTH)


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path."""

    source: str
    kind: RelationKind
    target: str
    evidence: int


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes from one end to the other; ``steps[i]`` joins ``nodes[i]`` and ``nodes[i + 1]``.

    Where several relations join the same two nodes, the step is the first by name.
    """

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]
