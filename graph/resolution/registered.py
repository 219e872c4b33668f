"""Works of the registry by name and by short form: 'Luật Đất đai', 'Nghị quyết 57'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph.model.documents import Standing, Work
from graph.model.errors import MalformedNumberError
from graph.model.identifiers import BODY_PREFIX, work_id
from graph.model.numbers import DocumentNumber
from graph.model.registry import KnownWork, Registry
from graph.model.text import slug
from graph.resolution.numbered import NumberResolver
from graph.resolution.places import CENTRE

# How a bill's or a revised law's block ends: 'Luật Giáo dục (sửa đổi)'.
REVISED = "-sua-doi"
_WORDS_OF_A_NAME = 4
_REMEMBERED = 8192
# 'Nghị quyết Trung ương 4' without its term is any term's fourth plenum's.
_PLENUM = re.compile(r"\S+ \S+ Trung ương \d+ khóa [IVX]+$")
# 'Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15': texts leave it out.
_NUMBER = re.compile(r" số \d[^\s,]+")
# 'Luật Giáo dục đại học (sửa đổi) năm 2018' is said of the law that amends it, too.
_AMENDS = re.compile(
    r"Luật sửa đổi, bổ sung một số điều của ((?:Bộ l|L)uật (?:(?!,? (?:[Bb]ộ l|[Ll])uật ).)+)$"
)
_TERM = re.compile(r" khóa [IVX]+$")


class RegisteredNames:
    """Finds registered works by the block of a name. Filled once."""

    def __init__(
        self,
        registry: Registry,
        numbers: NumberResolver,
        known: Mapping[str, Sequence[KnownWork]],
    ) -> None:
        self._by_block: dict[str, dict[str, Work]] = {}
        self._names_of: dict[str, set[str]] = {}
        words = {type_.id: type_.name for type_ in registry.types}
        for block, entries in known.items():
            if block.startswith("n:"):
                works = numbers.resolve(block, (), entries).works
            else:
                works = tuple(_named(block, entry) for entry in entries)
            for entry in entries:
                for work in works:
                    if _same(entry, work):
                        self._add(entry, work, words)
        self._sorted = sorted(self._by_block)
        self.names = lru_cache(maxsize=_REMEMBERED)(self._names)

    def of(self, block: str) -> tuple[Work, ...]:
        """Return the registered works that a name's block may mean, by id.

        A shortened name means the works whose name begins with it, if all bear one name.
        """
        found = self._by_block.get(block, {})
        if not found or block.endswith(REVISED):
            found = found | self._beginning(block.removesuffix(REVISED))
        return tuple(found[identifier] for identifier in sorted(found))

    def _beginning(self, block: str) -> dict[str, Work]:
        if block in self._by_block:
            return self._by_block[block]
        if block.count("-") < _WORDS_OF_A_NAME:
            return {}
        first = bisect_left(self._sorted, block)
        longer = [name for name in self._sorted[first : first + 40] if name.startswith(f"{block}-")]
        shortest = min(longer, key=len, default=None)
        if shortest is None or any(not name.startswith(shortest) for name in longer):
            return {}
        return self._by_block[shortest]

    def _names(self, block: str) -> tuple[str, ...]:
        """Return the name blocks, shortened ones too, that may mean works of a number block."""
        names = self._names_of.get(block, ())
        asked = {short for name in names for short in _shortened(name)} | set(names)
        asked |= {f"{name}{REVISED}" for name in asked if not name.endswith(REVISED)}
        return tuple(sorted(name for name in asked if any(w.block == block for w in self.of(name))))

    def _add(self, entry: KnownWork, work: Work, words: Mapping[str, str]) -> None:
        names = [entry.name, *entry.aliases]
        names += [_TERM.sub("", alias) for alias in entry.aliases if _PLENUM.match(alias)]
        if entry.place == CENTRE:
            names += [f"{words.get(entry.type, '')} {ordinal}" for ordinal in _ordinals(entry)]
        names += [unnumbered(name) for name in names if name]
        names += [f"{law[1]} (sửa đổi)" for name in names if name and (law := _AMENDS.match(name))]
        for name in names:
            if name:
                block = f"t:{slug(name)}"
                self._by_block.setdefault(block, {})[work.id] = work
                self._names_of.setdefault(work.block, set()).add(block)


def unnumbered(name: str) -> str:
    """Return the name of an amending law without the numbers of those that it amends."""
    return _NUMBER.sub("", name) if " số " in name else name


def _shortened(name: str) -> list[str]:
    """Return the beginnings of a name that may stand for it."""
    words = name.split("-")
    return ["-".join(words[:count]) for count in range(_WORDS_OF_A_NAME + 1, len(words))]


def _ordinals(entry: KnownWork) -> tuple[str, ...]:
    """Return the bare numbers by which a central document is called for short: '05' and '5'."""
    try:
        number = DocumentNumber.parse(entry.number or "")
    except MalformedNumberError:
        return ()
    return tuple({number.ordinal, number.bare_ordinal})


def _same(entry: KnownWork, work: Work) -> bool:
    return (
        entry.type == work.type
        and (entry.date is None or entry.date == work.signed_on)
        and (entry.term is None or work.term in (None, entry.term))
    )


def _named(block: str, entry: KnownWork) -> Work:
    """Return the work of an entry that has a name and no number."""
    organ = entry.issuer.removeprefix(BODY_PREFIX).split("/", 1)[1] if entry.issuer else None
    name = entry.name or entry.title or ""
    return Work(
        id=work_id(entry.place, organ, entry.type, entry.date and str(entry.date), name),
        type=entry.type, number=None, name=entry.name, issuer=entry.issuer, signed_on=entry.date,
        term=entry.term, place=entry.place, title=entry.title, standing=Standing.REGISTERED,
        block=block, effective_on=entry.effective,
        aliases=(work_id(entry.place, organ, entry.type, None, name),),
    )  # fmt: skip
