"""Rules on citing: what is younger, oneself, already gone, or stated wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from graph.lineage.audit.findings import CONFLICT, DEAD, FUTURE, ITSELF, Finding, Material, name
from graph.lineage.moments import surely_before
from graph.model.relations import CHANGES, RelationKind
from graph.model.resolutions import OTHER_YEAR
from graph.model.text import fold
from graph.store import OddMention

K = RelationKind
_TIMELESS = frozenset((K.ISSUED_BY, K.SIGNED_BY, K.SUCCEEDED_BY))
# Consolidating, publishing or reviewing what is gone is no fault; nor is ending it once more.
_RESTING = frozenset(
    (K.IMPLEMENTS, K.DETAILS, K.GUIDES, K.BASED_ON, K.CITES, K.CONTINUES, K.INSTITUTIONALISES)
)


def future(material: Material) -> Iterator[Finding]:
    """Find works that act on, or are cited in texts from, before they were signed."""
    for key, acting, acted in material.pairs(frozenset(K) - _TIMELESS):
        if material.born_later(acting, acted):
            why = f"{name(acting)} ngày {acting.signed_on}, {name(acted)} ngày {acted.signed_on}"
            yield Finding(FUTURE, (acting.id, acted.id), why, key)
    early = material.store.cited_too_early(material.numbers)
    told = _told_of_another(material, early)
    for odd in early:
        if (odd.work, odd.quote.source) not in told:
            why = f"bài đăng ngày {odd.quote.published}, văn bản ký ngày {odd.signed_on}"
            yield Finding(FUTURE, (odd.work,), why, quote=odd.quote)


def _told_of_another(material: Material, early: list[OddMention]) -> set[tuple[str, str]]:
    """Return (work, text) where the text lets a work act on it that is too old: told of that."""
    texts, works = {odd.quote.source for odd in early}, {odd.work for odd in early}
    stated = material.store.stated_in(texts, works)
    material.learn([acting for _, acting, _ in stated])
    told = set()
    for text, acting_id, acted_id in stated:
        acting, acted = material.work(acting_id), material.work(acted_id)
        if acting and acted and material.born_later(acting, acted):
            told.add((acted_id, text))
    return told


def itself(material: Material) -> Iterator[Finding]:
    """Find texts that base themselves on, or act on, themselves. Annexes may name their head."""
    annexed = tuple(fold(word) for word in material.registry.listed("annexed"))
    seen = set()
    store, numbers = material.store, material.numbers
    for odd in (*store.about_themselves(numbers), *store.own_numbers(numbers)):
        place = (odd.quote.source, odd.quote.span, odd.surface)
        if place not in seen and not _before(odd).endswith(annexed):
            seen.add(place)
            why = f"chính văn bản này được nêu là '{' '.join(odd.surface.split())}'"
            yield Finding(ITSELF, (odd.work,), why, quote=odd.quote)


def dead(material: Material) -> Iterator[Finding]:
    """Find works that rest on what had been replaced or repealed when they were signed."""
    resting = list(material.pairs(_RESTING))
    ends = material.ends({acted.id for _, _, acted in resting})
    for key, acting, acted in resting:
        for end in ends.get(acted.id, ()):
            gone = end.when is not None and surely_before(end.when.date, acting.signed_on)
            if gone and end.actor != acting.id and end.when is not None:
                why = (
                    f"{name(acting)} ngày {acting.signed_on}; "
                    f"{name(acted)} {_ENDED[end.kind]} từ {end.when.date}"
                )
                yield Finding(DEAD, (acting.id, acted.id, end.actor), why, key)
                break


def conflicts(material: Material) -> Iterator[Finding]:
    """Find mentions that state something else than what is known of the work.

    A date of another year than the number is a finding of its own.
    """
    for odd in material.in_conflict:
        notes = [note for note in odd.notes if not note.endswith(OTHER_YEAR)]
        if notes:
            yield Finding(CONFLICT, (odd.work,), "; ".join(notes), quote=odd.quote)


_ENDED = {K.REPLACES: "đã bị thay thế", K.REPEALS: "đã bị bãi bỏ"}
assert set(_ENDED) <= CHANGES


def _before(odd: OddMention) -> str:
    """Return the folded words before the type word of a mention."""
    at = odd.quote.text.find(odd.surface)
    return fold(odd.quote.text[: max(at, 0)])
