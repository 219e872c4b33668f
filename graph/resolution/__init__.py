"""Resolution: which document and which body each mention means. Pure functions of evidence."""

from graph.resolution.resolver import Resolver, make_resolver
from graph.resolution.settled import Settled

__all__ = ["Resolver", "Settled", "make_resolver"]
