"""Verdicts on mentions of a number: in what words, how sure, and what speaks against them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from graph.model.dates import PartialDate
from graph.model.documents import Work
from graph.model.numbers import NumberForm
from graph.model.resolutions import (
    OTHER_YEAR,
    Ambiguous,
    Candidate,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.model.text import slug
from graph.resolution.bodies import is_part_of
from graph.resolution.choosing import Choice
from graph.resolution.claim import Claim
from graph.resolution.groups import Group
from graph.resolution.likeness import likeness
from graph.resolution.slips import contradicted

_BUT_ONE = 2  # of day, month and year
_ONE_MEETING = 31  # days between a plenum's close and the signing
_LIKE = 0.5
_OF_ANY_LAW = frozenset(
    ("luat", "bo", "phap", "lenh", "va", "cua", "viet", "nam", "sua", "doi", "sung", "mot", "so")
) | {"dieu", "ve", "cac", "nuoc", "quoc", "gia"}


Place = tuple[str, str]  # of a work: its block and identifier


def unplaced(claim: Claim, works: Collection[Work]) -> Resolution | None:
    """A local number in a text of no known place: only its full date can tell whose it is.

    Of a work no more is looked at than ``told_by`` gives.
    """
    if claim.unit is not None or not works:
        return None
    fitting = [work for work in works if may_be(work, claim.types, claim.date)]
    dated = [w for w in fitting if claim.date and claim.date.is_full and w.signed_on == claim.date]
    if len(dated) == 1:
        return Resolved(dated[0].id, "số và ngày khớp với một văn bản duy nhất", 0.8)
    if not fitting:
        return None
    share = round(1 / len(fitting), 3)
    rows = sorted((w.id, " · ".join(str(x) for x in (w.signed_on, w.issuer) if x)) for w in fitting)
    return Ambiguous(
        tuple(Candidate(i, share, why) for i, why in rows), "không rõ của địa phương nào"
    )


def may_be(work: Work, types: Collection[str], date: PartialDate | None) -> bool:
    """Tell whether an unplaced mention may mean a work of its number.

    ``types`` are those that it may be of; empty where that is not known.
    """
    return (not types or work.type in types) and (
        date is None or work.signed_on is None or date.agrees(work.signed_on)
    )


def told_by(work: Work) -> tuple[str | None, ...]:
    """Return what of a work elsewhere bears on unplaced mentions."""
    return work.id, work.type, work.issuer, str(work.signed_on)


def committed(claim: Claim, group: Group, work: str) -> Resolution:
    """Return the resolution of a claim whose series is known."""
    found = conflicts(claim, group)
    if _is_another(claim, group):
        parts = (str(group.date), group.issuer or "", group.title or "")
        only = Candidate(work, 0.4, " · ".join(part for part in parts if part))
        return Ambiguous((only,), f"số khớp, nhưng ngày nêu là {claim.date} khác hẳn")
    if _is_named_otherwise(claim, group):
        only = Candidate(work, 0.4, group.known.name or "" if group.known else "")
        return Ambiguous((only,), "số là của luật khác với tên và ngày nêu")
    if _is_yet_to_come(claim, group):
        return Unresolved("năm hoặc ngày nêu sau ngày văn bản dẫn được viết")
    if group.guessed:
        why = "chưa rõ ngày ban hành; tạm lấy nhiệm kỳ hoặc năm của văn bản dẫn"
        return Resolved(work, why, 0.6, found)
    bent = " ".join(found)
    stated = [word for word, said in (
        ("loại", claim.type), ("số", claim.mention.number), ("cơ quan", claim.issuer),
        ("ngày", claim.date), ("nhiệm kỳ", claim.mention.term))
        if said and f"{word} nêu" not in bent]  # fmt: skip
    why = f"khớp {', '.join(stated)}" + (f"; {claim.stated}" if claim.stated else "")
    return Resolved(work, why, 0.8 if found else 0.98 if claim.date else 0.93, found)


def _is_another(claim: Claim, group: Group) -> bool:
    """Tell whether the date is too far from the registered document's to be a slip of the pen.

    A slip alters the day, the month or the year, or swaps two of them; a title may tell as well.
    Of State numbers the year is part: with those a wrong date is a wrong date.
    """
    stated, known, number = claim.date, group.date, claim.mention.number
    if group.known is None or number is None or number.form is not NumberForm.PARTY:
        return False
    if stated is None or known is None or not (stated.is_full and known.is_full):
        return False
    same = sum(mine == theirs for mine, theirs in zip(stated, known, strict=True))
    near = abs((stated.earliest() - known.earliest()).days) <= _ONE_MEETING
    if same >= _BUT_ONE or near or sorted(map(str, stated)) == sorted(map(str, known)):
        return False
    title, registered = claim.mention.title, group.known.title
    return not (title and registered and likeness(title, (registered,)) >= _LIKE)


def _is_named_otherwise(claim: Claim, group: Group) -> bool:
    """Tell whether both name and date of a law are others than those of the law of its number.

    A name that shares no word with that law's is another's, whatever the date: laws pass together.
    """
    known, name = group.known, claim.mention.name
    if known is None or not known.name or not name or known.date is None:
        return False
    said, names = slug(name), [slug(one) for one in (known.name, *known.aliases)]
    words = set(said.split("-")) - _OF_ANY_LAW
    if words and not any(words & set(one.split("-")) for one in names):
        return True
    if claim.date is None or claim.date.agrees(known.date):
        return False
    return not any(said.startswith(one) or one.startswith(said) for one in names)


def _is_yet_to_come(claim: Claim, group: Group) -> bool:
    """Tell whether a document is known only by a day or year after the citing text: a slip."""
    published, number = claim.evidence.context.published, claim.mention.number
    year = PartialDate(number.year) if number is not None and number.year else None
    date = group.date or year
    if group.known is not None or group.facts.own or published is None or date is None:
        return False
    return date.earliest() > published.latest()


def conflicts(claim: Claim, group: Group) -> tuple[str, ...]:
    """Name what is stated otherwise than the chosen document has it."""
    found = []
    date = group.date
    if claim.date is not None and date is not None and not claim.date.agrees(date):
        found.append(f"ngày nêu là {claim.date}, của văn bản là {date}")
    named = claim.mention.type  # as the word has it, where the code says otherwise
    if None not in (named, group.type) and group.type not in {named, *claim.kin}:
        found.append(f"loại nêu là {named}, của văn bản là {group.type}")
    issuer = group.facts.issuers.get(group.issuer or "")
    part = claim.issuer is not None and issuer is not None and is_part_of(issuer, claim.issuer)
    if claim.issuer is not None and group.issuer not in (None, claim.issuer.id) and not part:
        found.append(f"cơ quan nêu là {claim.issuer.name}, của văn bản là {group.issuer}")
    if contradicted(claim.mention):
        found.append(f"ngày nêu là {claim.mention.date}, {OTHER_YEAR}")
    published = claim.published
    if published is not None and date is not None and date.earliest() > published.latest():
        found.append(f"văn bản dẫn viết ngày {published}, trước ngày ban hành {date}")
    return tuple(found)


def candidates(claim: Claim, choice: Choice, works: Mapping[int, Work]) -> Iterable[Candidate]:
    """Return the candidates of an undecided claim, best first, each with what tells it apart."""
    rows = []
    for group in choice.groups:
        work = works[id(group)]
        near = claim.published and group.date
        years = abs(claim.published.year - group.date.year) if near else 10  # type: ignore[union-attr]
        parts = (str(group.date or "chưa rõ ngày"), group.issuer or "", group.title or "")
        why = " · ".join(part for part in parts if part)
        rows.append(Candidate(work.id, round(1 / len(choice.groups) / (1 + years / 20), 3), why))
    return sorted(rows, key=lambda c: (-c.score, c.work))
