"""Writing out whose a bare body is that acts: 'Huyện ủy' of a text about 'huyện Mai Sơn'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.extraction.text.patterns import SPACE
from graph.extraction.text.place_names import PROPER
from graph.model.mentions import District
from graph.model.registry import Registry
from graph.model.relations import Statement
from graph.model.text import fold

_BARE = re.compile(
    rf"(?:[^\n]{{2,40}}{SPACE})?(?:(?P<seat>(?i:huyện|quận|thị)){SPACE}(?i:ủy|uỷ)"
    rf"|(?:UBND|HĐND|(?i:nhân{SPACE}dân|đảng{SPACE}(?:ủy|uỷ|bộ))){SPACE}"
    rf"(?P<kind>huyện|quận|thị{SPACE}xã|xã|phường|thị{SPACE}trấn))"
)
_COMMUNES = ("xã", "phường", "thị trấn")
_COMMUNE = re.compile(
    rf"(?<![^\W_])(?<!thị )(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị{SPACE}trấn){SPACE}"
    rf"(?P<name>{PROPER}(?:\s{PROPER}){{0,3}})"
)
# 'Mai Sơn (Sơn La), ngày …' above a report
_DATELINE = re.compile(
    rf"\s{{0,8}}(?P<name>{PROPER}(?:\s{PROPER}){{0,3}}){SPACE}\((?:tỉnh{SPACE})?{PROPER}(?:\s{PROPER}){{0,3}}\)"
)


class BareBodies:
    """Completes bare bodies of districts; immutable."""

    def __init__(self, registry: Registry) -> None:
        self._known = {fold(district.name) for district in registry.districts}

    def are_in(self, statements: Iterable[Statement]) -> bool:
        """Tell whether a bare body acts in one of the statements."""
        return any(_kind(one) is not None for one in statements)

    def written_out(
        self, text: str, statements: Sequence[Statement], named: Sequence[District]
    ) -> list[Statement]:
        """Return the statements with the name of the one district of its kind that is named.

        Those whose bodies the text names go before mere places, the head of a report before both.
        """
        return [self._written_out(text, one, named) for one in statements]

    def _written_out(self, text: str, one: Statement, named: Sequence[District]) -> Statement:
        kind = _kind(one)
        name = self._name(text, kind, named) if kind is not None else None
        return replace(one, subject_body=f"{one.subject_body} {name}") if name else one

    def _name(self, text: str, kind: str, named: Sequence[District]) -> str | None:
        if kind in _COMMUNES:
            return _commune(text, kind)
        head = _DATELINE.match(text)
        if head is not None and fold(head["name"]) in self._known:
            return " ".join(head["name"].split())
        of_kind = [each for each in named if each.phrase.startswith(f"{kind} ")]
        bodies = [each for each in of_kind if each.body] or of_kind
        names = {each.phrase.removeprefix(f"{kind} ") for each in bodies}
        return names.pop() if len(names) == 1 else None


def _kind(one: Statement) -> str | None:
    """Return the kind of district whose body acts without a name: 'huyện'."""
    found = _BARE.fullmatch(one.subject_body) if one.subject_body is not None else None
    kind = " ".join((found["seat"] or found["kind"]).lower().split()) if found else None
    return "thị xã" if kind == "thị" else kind


def _commune(text: str, kind: str) -> str | None:
    """Return the name of the only commune of a kind that a text names."""
    names = {
        " ".join(found["name"].split())
        for found in _COMMUNE.finditer(text)
        if " ".join(found["kind"].lower().split()) == kind
    }
    return names.pop() if len(names) == 1 else None
