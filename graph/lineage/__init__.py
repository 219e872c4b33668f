"""Questions to the store: lineage and paths, time and force, impact, coverage, audit."""

from graph.lineage.answers import BOTH, DIRECTIONS, DOWN, UP, Path, Step
from graph.lineage.audit import Audit, Finding, audit
from graph.lineage.coverage import Coverage, coverage
from graph.lineage.current import Current, current
from graph.lineage.force import Status, status_on
from graph.lineage.fulfilment import Fulfilment, fulfilled
from graph.lineage.impact import Impact, impact
from graph.lineage.reviews import Due, Reviewed, due, reviewed
from graph.lineage.routes import paths
from graph.lineage.timeline import Happening, timeline
from graph.lineage.tracing import lineage
from graph.lineage.wants import Wanted, wanted

__all__ = [
    "BOTH",
    "DIRECTIONS",
    "DOWN",
    "UP",
    "Audit",
    "Coverage",
    "Current",
    "Due",
    "Finding",
    "Fulfilment",
    "Happening",
    "Impact",
    "Path",
    "Reviewed",
    "Status",
    "Step",
    "Wanted",
    "audit",
    "coverage",
    "current",
    "due",
    "fulfilled",
    "impact",
    "lineage",
    "paths",
    "reviewed",
    "status_on",
    "timeline",
    "wanted",
]
