"""What is known, kept: evidence as read, and works, bodies and relations that follow from it."""

from graph.store.acts import Act, OwnText
from graph.store.answers import Change, EdgeRow, EvidenceRow, MentionRow, Page, Quote, SourceSummary
from graph.store.assertions import Assertion
from graph.store.facets import FIELDS, Facets
from graph.store.oddities import OddMention
from graph.store.opening import Store, open_store
from graph.store.searching import Query
from graph.store.transaction import Added
from graph.store.wants import Stated
from graph.store.writer import Writer

__all__ = [
    "FIELDS",
    "Act",
    "Added",
    "Assertion",
    "Change",
    "EdgeRow",
    "EvidenceRow",
    "Facets",
    "MentionRow",
    "OddMention",
    "OwnText",
    "Page",
    "Query",
    "Quote",
    "SourceSummary",
    "Stated",
    "Store",
    "Writer",
    "open_store",
]
