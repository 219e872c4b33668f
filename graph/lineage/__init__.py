"""Questions to the store whose answer is a graph: lineage and paths."""

from graph.lineage.answers import BOTH, DIRECTIONS, DOWN, UP, Path, Step
from graph.lineage.routes import paths
from graph.lineage.tracing import lineage

__all__ = ["BOTH", "DIRECTIONS", "DOWN", "UP", "Path", "Step", "lineage", "paths"]
