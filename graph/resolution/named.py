"""Resolving a name's block: laws and Party documents that are called by name or short number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import BODY_PREFIX, work_id
from graph.model.mentions import Mention, MentionKind
from graph.model.resolutions import (
    Ambiguous,
    Candidate,
    Conclusion,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.resolution.bodies import Bodies
from graph.resolution.brief import BriefResolver
from graph.resolution.choosing import carried_out_since
from graph.resolution.claims import ClaimReader
from graph.resolution.places import CENTRE
from graph.resolution.registered import REVISED

_LAWS = frozenset(("luat", "bo-luat", "phap-lenh", "hien-phap"))
_STATUTES = frozenset(("luat", "bo-luat"))
# Who issues what is cited by name, where nothing else is said.
_ISSUERS = {"luat": "tw/qh", "bo-luat": "tw/qh", "hien-phap": "tw/qh", "phap-lenh": "tw/ubtvqh"}


@dataclass(slots=True)
class _Named:
    """Mentions of one document that only its name identifies."""

    unit: str
    date: PartialDate | None
    members: list[Evidence] = field(default_factory=list)


class NameResolver:
    """Resolves blocks of mentions that share a name."""

    def __init__(self, reader: ClaimReader, brief: BriefResolver, bodies: Bodies) -> None:
        self._reader = reader
        self._bodies = bodies
        self._brief = brief

    def resolve(
        self,
        block: str,
        evidence: Iterable[Evidence],
        registered: Sequence[Work],
        linked: Iterable[Work],
    ) -> Conclusion:
        """Return works and resolutions of a name's block.

        ``registered`` are the registry's works of this name, ``linked`` those whose number texts
        give beside the name; both keep their own identifiers.
        """
        known = {work.id: work for work in (*linked, *registered)}
        ordered = sorted(
            (e for e in evidence if e.mention.block == block),
            key=lambda e: (e.context.source, e.index),
        )
        own: dict[tuple[str, str], _Named] = {}
        bodies: dict[str, Body] = {}
        resolutions: dict[tuple[str, int], Resolution] = {}
        unplaced: list[Evidence] = []
        for each in ordered:
            if block.endswith(REVISED):
                found: Resolution | None = _revised(each, registered)
            else:
                found = self._among(each, list(known.values())) or _other_year(each, known.values())
            if found is not None:
                resolutions[(each.context.source, each.index)] = found
            else:
                self._open(each, own, bodies, unplaced)
        works = {key: self._work(block, named, bodies) for key, named in own.items()}
        for key, named in own.items():
            for each in named.members:
                resolutions[(each.context.source, each.index)] = _alone(works[key], each)
        for each in unplaced:
            why = f"không rõ {each.mention.surface} là văn bản nào"
            resolutions[(each.context.source, each.index)] = Unresolved(why)
        mine = {work.id: work for work in (*works.values(), *registered) if work.block == block}
        for work in mine.values():
            issuer = self._bodies.get(work.issuer) if work.issuer else None
            if issuer is not None:
                bodies[issuer.id] = issuer
        return Conclusion(
            tuple(mine[i] for i in sorted(mine)),
            tuple(bodies[i] for i in sorted(bodies)),
            resolutions,
        )

    def _among(self, each: Evidence, known: Sequence[Work]) -> Resolution | None:
        """Choose among known works; None where none of them can be meant."""
        mention, published = each.mention, each.context.published
        issuer = self._reader.issuer(mention, each.context)
        fitting = [work for work in known if _fits(work, mention, published, issuer)]
        if not fitting:
            return None
        if len(fitting) > 1 and mention.age is not None:
            old = _of_age(mention.age, fitting, published)
            if len(old) == 1:
                why = f"đã thực hiện {mention.age} năm khi văn bản dẫn được viết"
                return Resolved(old[0].id, why, 0.85)
            if not old or mention.type in _LAWS:
                return Ambiguous(_candidates(fitting), "nhiều văn bản mang tên này")
            fitting = old
        if mention.kind is MentionKind.SHORT:
            found = self._brief.numbered(mention, fitting, issuer, published)
        elif mention.type not in _LAWS:
            found = self._brief.named(mention, fitting, published)
        elif len(fitting) == 1:
            sure = 0.97 if mention.date else 0.9
            found = Resolved(fitting[0].id, "chỉ một văn bản mang tên này khớp", sure)
        else:
            found = self._in_force(each, fitting)
        many = "nhiều văn bản mang tên này" if len(fitting) > 1 else "chưa đủ căn cứ để chọn"
        return found or Ambiguous(_candidates(fitting), many)

    def _in_force(self, each: Evidence, works: Sequence[Work]) -> Resolution | None:
        """Take the law in force when the text was written."""
        published = each.context.published
        if published is None or each.mention.date is not None:
            return None
        if any(_between(work, published) for work in works):
            return None
        begun = [(w.effective_on or w.signed_on, w) for w in works]
        dated = [(when.earliest(), w.id) for when, w in begun if when is not None
                 and when.earliest() <= published.latest()]  # fmt: skip
        if not dated or len(dated) < len(begun) - 1:
            return None
        return Resolved(max(dated)[1], f"bản đang có hiệu lực ngày {published}", 0.85)

    def _open(
        self,
        each: Evidence,
        own: dict[tuple[str, str], _Named],
        bodies: dict[str, Body],
        unplaced: list[Evidence],
    ) -> None:
        """Gather mentions of a document that only its name (and place, date) identifies."""
        mention = each.mention
        if mention.kind is MentionKind.SHORT:
            unplaced.append(each)
            return
        issuer = self._reader.issuer(mention, each.context)
        local = mention.issuer is not None and "Đảng bộ" in mention.issuer
        if local and (issuer is None or issuer.place is None):
            unplaced.append(each)
            return
        if local and issuer is not None:
            bodies[issuer.id] = issuer
        unit = issuer.id.removeprefix(BODY_PREFIX).split("/")[0] if local and issuer else CENTRE
        key = (unit, str(mention.date or ""))
        named = own.setdefault(key, _Named(unit, mention.date))
        named.members.append(each)

    def _work(self, block: str, named: _Named, bodies: Mapping[str, Body]) -> Work:
        first = named.members[0].mention
        name = first.name or first.surface
        issuer = next((b for b in bodies.values() if b.place == named.unit), None)
        issuer_id = issuer.id if issuer else None
        if issuer is None and first.type in _ISSUERS:
            issuer_id = BODY_PREFIX + _ISSUERS[first.type]
        organ = "-".join(issuer_id.removeprefix(BODY_PREFIX).split("/")[1:]) if issuer_id else None
        if issuer is not None:
            name = name.replace("Đảng bộ tỉnh", issuer.name[issuer.name.find("Đảng bộ") :], 1)
        identifier = work_id(
            named.unit, organ, first.type, named.date and str(named.date), first.name or ""
        )
        undated = work_id(named.unit, organ, first.type, None, first.name or "")
        return Work(
            id=identifier, type=first.type, number=None, name=name, issuer=issuer_id,
            signed_on=named.date, term=first.term, place=named.unit, title=None,
            standing=Standing.CITED, block=block,
            aliases=(undated,) if undated != identifier else (),
        )  # fmt: skip


def _between(work: Work, published: PartialDate) -> bool:
    """Tell whether a law was passed but not in force yet: texts may mean it or the one before."""
    signed, begins = work.signed_on, work.effective_on
    if signed is None or begins is None or signed == begins:
        return False
    return signed.earliest() <= published.latest() < begins.earliest()


def _revised(each: Evidence, works: Sequence[Work]) -> Resolution:
    """'Luật X (sửa đổi)' is the X that came about when the text was written."""
    published = each.context.published
    near = [
        work
        for work in works
        if published is not None and work.signed_on is not None
        and -_PASSED <= (work.signed_on.earliest() - published.earliest()).days <= _BILL
    ]  # fmt: skip
    if len(near) == 1:
        return Resolved(near[0].id, "bản sửa đổi gần ngày viết nhất", 0.8)
    return Unresolved("chưa rõ bản sửa đổi nào")


# How long before its passing a bill is spoken of, and how long after as the revised law, in days.
_BILL, _PASSED = 900, 200


def _other_year(each: Evidence, works: Iterable[Work]) -> Resolution | None:
    """Leave open a known name with a year in which no such document is known.

    Only a year after all of them can be that of a new one.
    """
    date = each.mention.date
    years = [work.signed_on.year for work in works if work.signed_on is not None]
    if date is None or not years or date.year > max(years):
        return None
    return Unresolved(f"không biết văn bản nào mang tên này của năm {date.year}")


def _fits(work: Work, mention: Mention, published: PartialDate | None, issuer: Body | None) -> bool:
    """Tell whether nothing stated speaks against the work."""
    signed = work.signed_on
    if mention.type not in (None, work.type) and not {mention.type, work.type} <= _STATUTES:
        return False
    if mention.date is not None and signed is not None and not mention.date.agrees(signed):
        return False
    if published is not None and signed is not None and signed.earliest() > published.latest():
        return False
    if mention.term is not None and work.term not in (None, mention.term):
        return False
    return issuer is None or work.issuer in (None, issuer.id) or mention.type in _LAWS


def _of_age(age: int, works: Sequence[Work], published: PartialDate | None) -> list[Work]:
    """Return those that were as old as the text says: '10 năm thực hiện Nghị quyết 26'."""
    if published is None:
        return list(works)
    return [w for w in works if w.signed_on and carried_out_since(w.signed_on, age, published)]


def _alone(work: Work, each: Evidence) -> Resolved:
    return Resolved(work.id, "chỉ biết qua tên gọi", 0.8 if each.mention.date else 0.7)


def _candidates(works: Sequence[Work]) -> tuple[Candidate, ...]:
    share = round(1 / len(works), 3)
    rows = [
        Candidate(work.id, share, " · ".join(
            str(part) for part in (work.number, work.signed_on, work.title) if part))
        for work in works
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda c: c.work, reverse=True))
