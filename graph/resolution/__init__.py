"""Resolution: which document and which body each mention means. Pure functions of evidence."""

from graph.resolution.resolver import Resolver, make_resolver
from graph.resolution.settled import More, Settled

__all__ = ["More", "Resolver", "Settled", "make_resolver"]
