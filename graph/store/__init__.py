"""What is known, kept: evidence as read, and works, bodies and relations that follow from it."""

from graph.store.answers import EdgeRow, EvidenceRow, MentionRow, Page, Quote, SourceSummary
from graph.store.opening import Store, open_store
from graph.store.writer import Writer

__all__ = [
    "EdgeRow",
    "EvidenceRow",
    "MentionRow",
    "Page",
    "Quote",
    "SourceSummary",
    "Store",
    "Writer",
    "open_store",
]
