"""Resolution: which document and which body each mention means. Pure functions of evidence."""

from graph.resolution.resolver import Resolver, make_resolver

__all__ = ["Resolver", "make_resolver"]
