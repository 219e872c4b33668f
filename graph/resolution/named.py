"""Resolving a name's block: laws and Party documents that are called by name or short number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model.bodies import Body
from graph.model.documents import Work
from graph.model.identifiers import BODY_PREFIX
from graph.model.mentions import MentionKind
from graph.model.registry import LAWS
from graph.model.resolutions import (
    UNTOLD,
    Ambiguous,
    Conclusion,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.resolution.bodies import Bodies
from graph.resolution.brief import BriefResolver
from graph.resolution.called import Called, commonest, count, work_called
from graph.resolution.claims import ClaimReader
from graph.resolution.fitting import (
    alone,
    between,
    candidates,
    fits,
    is_detailed,
    is_local,
    nowhere,
    of_age,
    other_year,
    passed_with,
    revised,
)
from graph.resolution.places import CENTRE
from graph.resolution.registered import REVISED
from graph.resolution.settled import More, SettledName
from graph.resolution.stated import StatedNumbers

# How many days after a law began what was done under the one before hardly comes up any more.
_LONG = 6 * 365


class NameResolver:
    """Resolves blocks of mentions that share a name."""

    def __init__(
        self,
        reader: ClaimReader,
        brief: BriefResolver,
        bodies: Bodies,
        premiers: frozenset[str],
    ) -> None:
        self._premiers = premiers
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
        return self.settle(block, evidence, registered, linked)[0]

    def settle(
        self,
        block: str,
        evidence: Iterable[Evidence],
        registered: Sequence[Work],
        linked: Iterable[Work],
    ) -> tuple[Conclusion, SettledName]:
        """Resolve a name's block, and return what further mentions may be added to."""
        known = list({work.id: work for work in (*linked, *registered)}.values())
        ordered = sorted(
            (e for e in evidence if e.mention.block == block),
            key=lambda e: (e.context.source, e.index),
        )
        own: dict[tuple[str, str], Called] = {}
        bodies: dict[str, Body] = {}
        resolutions: dict[tuple[str, int], Resolution] = {}
        unplaced: list[Evidence] = []
        stated = StatedNumbers(self._reader.issuer, known, self._premiers)
        for each in ordered:
            found = self._known(block, each, known, registered)
            if (found is None or isinstance(found, Unresolved)) and stated.takes(each):
                continue
            if found is not None:
                resolutions[(each.context.source, each.index)] = found
            else:
                self._open(each, own, bodies, unplaced)
        works = {key: work_called(block, named, bodies) for key, named in own.items()}
        for key, named in own.items():
            for each in named.members:
                resolutions[(each.context.source, each.index)] = alone(works[key], each)
        for each in unplaced:
            resolutions[(each.context.source, each.index)] = nowhere(each)
        numbered = stated.conclude(block, resolutions, bodies)
        all_works = (*works.values(), *numbered, *registered)
        mine = {work.id: work for work in all_works if work.block == block}
        for work in mine.values():
            issuer = self._bodies.get(work.issuer) if work.issuer else None
            if issuer is not None:
                bodies[issuer.id] = issuer
        conclusion = Conclusion(
            tuple(mine[i] for i in sorted(mine)),
            tuple(bodies[i] for i in sorted(bodies)),
            resolutions,
        )
        central = {
            str(named.date or ""): (works[key], named.words)
            for key, named in own.items()
            if named.unit == CENTRE
        }
        return conclusion, SettledName(known, registered, central)

    def more(self, block: str, settled: SettledName, each: Evidence) -> More | None:
        """Return what one more mention means; None where it alters what others do.

        Then ``settled`` is of no more use.
        """
        mention = each.mention
        found = self._known(block, each, settled.known, settled.registered)
        if mention.kind is MentionKind.SHORT and (found is None or isinstance(found, Unresolved)):
            stated = StatedNumbers(self._reader.issuer, settled.known, self._premiers)
            return None if stated.takes(each) else More(found or nowhere(each))
        if found is not None:
            return More(found)
        work, words = settled.own.get(str(mention.date or ""), (None, {}))
        if work is None or is_local(mention):
            return None
        before = commonest(words)
        count(words, each)
        return More(alone(work, each)) if commonest(words) == before else None

    def _known(
        self, block: str, each: Evidence, known: Sequence[Work], registered: Sequence[Work]
    ) -> Resolution | None:
        """Return the verdict by the works known under the name, None where none can be meant."""
        if block.endswith(REVISED):
            return revised(each, registered)
        return self._among(each, known) or other_year(each, known)

    def _among(self, each: Evidence, known: Sequence[Work]) -> Resolution | None:
        """Choose among known works; None where none of them can be meant."""
        mention, published = each.mention, each.written
        issuer = self._reader.issuer(mention, each.context)
        fitting = [work for work in known if fits(work, mention, published, issuer)]
        if not fitting:
            return None
        if mention.told == UNTOLD:
            return Ambiguous(candidates(fitting), "lời văn quanh đó không cho biết văn bản nào")
        if mention.type in LAWS and mention.told and _told(mention.told, fitting) is None:
            meant = _told(mention.told, known) if mention.kind is MentionKind.NAMED else None
            return meant or Ambiguous(candidates(fitting), "nhiều văn bản mang tên này")
        if mention.type in LAWS and (near := passed_with(known, mention)):
            return Ambiguous(candidates([*fitting, *near]), "luật mới ban hành cùng lúc")
        if len(fitting) > 1 and mention.age is not None:
            old = of_age(mention.age, fitting, published)
            if len(old) == 1:
                why = f"đã thực hiện {mention.age} năm khi văn bản dẫn được viết"
                return Resolved(old[0].id, why, 0.85)
            if not old or mention.type in LAWS:
                return Ambiguous(candidates(fitting), "nhiều văn bản mang tên này")
            fitting = old
        if mention.kind is MentionKind.SHORT:
            found = self._brief.numbered(mention, fitting, issuer, published)
        elif mention.type not in LAWS:
            found = self._brief.named(mention, fitting, published)
        elif len(fitting) == 1:
            sure = 0.97 if mention.date else 0.9
            found = Resolved(fitting[0].id, "chỉ một văn bản mang tên này khớp", sure)
        else:
            found = _told(mention.told, fitting) or self._in_force(each, fitting)
        many = "nhiều văn bản mang tên này" if len(fitting) > 1 else "chưa đủ căn cứ để chọn"
        return found or Ambiguous(candidates(fitting), many)

    def _in_force(self, each: Evidence, works: Sequence[Work]) -> Resolution | None:
        """Take the law in force when the text was written."""
        published = each.written
        date = each.mention.date
        if published is None or (date is not None and date.month is not None):
            return None  # of two laws of one year, as in 2025, the later takes the other's place
        titled = each.mention.by is not None
        if any(between(work, published, titled=titled) for work in works):
            return None
        begun = [(w.effective_on or w.signed_on, w) for w in works]
        dated = [
            (when.earliest(), w.id) for when, w in begun if when is not None
            and (when.earliest() <= published.latest() or (titled and is_detailed(w, published)))
        ]  # fmt: skip
        if not dated or len(dated) < len(begun) - 1:
            return None
        begun_on, latest = max(dated)
        if [day for day, _ in dated].count(begun_on) > 1:
            return None  # laws that took the place of one: 'Luật Khiếu nại, tố cáo'
        if each.mention.contested and (published.earliest() - begun_on).days < _LONG:
            return None
        return Resolved(latest, f"bản đang có hiệu lực ngày {published}", 0.85)

    def _open(
        self,
        each: Evidence,
        own: dict[tuple[str, str], Called],
        bodies: dict[str, Body],
        unplaced: list[Evidence],
    ) -> None:
        """Gather mentions of a document that only its name (and place, date) identifies."""
        mention = each.mention
        if mention.kind is MentionKind.SHORT:
            unplaced.append(each)
            return
        issuer = self._reader.issuer(mention, each.context)
        local = is_local(mention)
        if local and (issuer is None or issuer.place in (None, CENTRE)):
            unplaced.append(each)
            return
        if local and issuer is not None:
            bodies[issuer.id] = issuer
        unit = issuer.id.removeprefix(BODY_PREFIX).split("/")[0] if local and issuer else CENTRE
        key = (unit, str(mention.date or ""))
        named = own.setdefault(key, Called(unit, mention.date))
        named.members.append(each)
        count(named.words, each)


def _told(told: str | None, works: Sequence[Work]) -> Resolved | None:
    """Take the code whose article is about what the words around say."""
    meant = [work for work in works if told is not None and work.number == told]
    if len(meant) != 1:
        return None
    return Resolved(meant[0].id, "lời văn quanh đó cho biết luật nào", 0.9)
