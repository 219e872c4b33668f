"""The audit: what the store holds that cannot, or should not, be so."""

from graph.lineage.audit.auditing import Audit, Portion, audit, findings, portion, stretch
from graph.lineage.audit.findings import RULES, Finding
from graph.lineage.audit.walking import Place

__all__ = [
    "RULES",
    "Audit",
    "Finding",
    "Place",
    "Portion",
    "audit",
    "findings",
    "portion",
    "stretch",
]
