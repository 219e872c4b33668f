"""The audit: what the store holds that cannot, or should not, be so."""

from graph.lineage.audit.auditing import Audit, audit, findings, stretch
from graph.lineage.audit.findings import RULES, Finding

__all__ = ["RULES", "Audit", "Finding", "audit", "findings", "stretch"]
