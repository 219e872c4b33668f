"""Documents that only their names identify: 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import BODY_PREFIX, work_id
from graph.model.resolutions import Evidence
from graph.resolution.settled import Words

# Who issues what is cited by name, where nothing else is said.
_ISSUERS = {"luat": "tw/qh", "bo-luat": "tw/qh", "hien-phap": "tw/qh", "phap-lenh": "tw/ubtvqh"}


@dataclass(slots=True)
class Called:
    """Mentions of one document that only its name identifies."""

    unit: str
    date: PartialDate | None
    members: list[Evidence] = field(default_factory=list)
    words: dict[Words, int] = field(default_factory=dict)


def work_called(block: str, named: Called, bodies: Mapping[str, Body]) -> Work:
    """Return the document that only its name (and place, date) identifies."""
    type_, called, term = commonest(named.words)
    name = called
    issuer = next((b for b in bodies.values() if b.place == named.unit), None)
    issuer_id = issuer.id if issuer else None
    if issuer is None and type_ in _ISSUERS:
        issuer_id = BODY_PREFIX + _ISSUERS[type_]
    organ = "-".join(issuer_id.removeprefix(BODY_PREFIX).split("/")[1:]) if issuer_id else None
    if issuer is not None:
        name = name.replace("Đảng bộ tỉnh", issuer.name[issuer.name.find("Đảng bộ") :], 1)
    identifier = work_id(named.unit, organ, type_, named.date and str(named.date), called)
    undated = work_id(named.unit, organ, type_, None, called)
    return Work(
        id=identifier, type=type_, number=None, name=name, issuer=issuer_id,
        signed_on=named.date, term=term, place=named.unit, title=None,
        standing=Standing.CITED, block=block,
        aliases=(undated,) if undated != identifier else (),
    )  # fmt: skip


def count(words: dict[Words, int], each: Evidence) -> None:
    """Take in the words by which a mention calls the document."""
    mention = each.mention
    said = (mention.type, mention.name or mention.surface, mention.term)
    words[said] = words.get(said, 0) + each.count


def commonest(words: Mapping[Words, int]) -> Words:
    """Return the words by which most mentions call it."""
    return min(words, key=lambda said: (-words[said], str(said)))
