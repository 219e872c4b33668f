"""Works: the documents themselves, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.dates import PartialDate


class Standing(StrEnum):
    """How a work is known."""

    READ = "read"  # its own text was read
    REGISTERED = "registered"  # from a registry in seeds/
    CITED = "cited-only"  # only from what others say of it: the want-list


@dataclass(frozen=True, slots=True)
class Work:
    """A document as an abstract work (FRBR; eli:LegalResource).

    ``type`` is a type id of seeds/types.tsv, ``issuer`` a body id, ``place`` a place id ('tw' for
    the centre), ``term`` the issuer's term as a Roman numeral. ``aliases`` are other identifiers
    under which the same work was or may be asked for.
    ``effective_on`` and ``expires_on`` are the first and the last day on which it is in force.
    """

    id: str
    type: str | None
    number: str | None
    name: str | None
    issuer: str | None
    signed_on: PartialDate | None
    term: str | None
    place: str | None
    title: str | None
    standing: Standing
    block: str
    effective_on: PartialDate | None = None
    aliases: tuple[str, ...] = ()
    expires_on: PartialDate | None = None
