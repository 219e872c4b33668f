"""Whose a number can be: the codes that bodies put into the numbers of their documents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.text import fold

_PARTS = re.compile("[-/]")


class Owners:
    """Tells the codes of the body that a phrase begins with. Immutable."""

    def __init__(self, registry: Registry) -> None:
        self._codes: dict[str, set[str]] = {}
        below = [t for t in registry.templates if t.level == "district"]
        above = {c.casefold() for t in registry.templates if t.level == "province" for c in t.codes}
        self._below = {code.casefold() for t in below for code in t.codes} - above
        self._local = above | {code.casefold() for t in below for code in t.codes}
        # A letter's number begins with its organ: '4912/UBND-NC'. 'CT' there is a directive's.
        self._writing = self._local - {c.casefold() for t in registry.types for c in t.codes}
        self._bare = {fold(phrase) for t in below for phrase in t.generic}
        self._generic = {fold(phrase) for t in registry.templates for phrase in t.generic}
        for body in registry.bodies:
            for name in body.spoken:
                self._add(name, body.codes)
        for template in registry.templates:
            for phrase in template.generic:
                self._add(phrase, template.codes)

    def _add(self, phrase: str, codes: Iterable[str]) -> None:
        self._codes.setdefault(fold(phrase), set()).update(code.casefold() for code in codes)

    def organ(self, number: DocumentNumber | None) -> str:
        """Return the code of the organ in a number, '' where there is none."""
        return number.organ.casefold() if number is not None else ""

    def is_local(self, number: DocumentNumber) -> bool:
        """Tell whether a number's code is that of bodies of many places."""
        head = number.type_code if number.form is NumberForm.ADMINISTRATIVE else None
        return number.organ.casefold() in self._local or (head or "").casefold() in self._writing

    def is_of_place(self, issuer: str, number: DocumentNumber) -> bool:
        """Tell whether a number's code is that of bodies of many places, the issuer's named."""
        return self.is_local(number) and fold(issuer) not in self._generic

    def is_below(self, issuer: str | None, number: DocumentNumber) -> bool:
        """Tell whether a number is a district's, and no district is named with its issuer."""
        if issuer is not None:
            return fold(issuer) in self._bare
        return number.organ.casefold() in self._below

    def own(self, phrase: str, number: DocumentNumber | None) -> bool | None:
        """Tell whether a number bears a code of the body; None where its codes are not known."""
        codes = self._of(phrase)
        if not codes or number is None or not number.symbol:
            return None
        symbol = number.symbol.casefold()
        return not codes.isdisjoint((number.organ.casefold(), *_PARTS.split(symbol)))

    def _of(self, phrase: str) -> set[str] | None:
        """Return the codes of the longest known name that the phrase begins with."""
        words = fold(phrase).split()
        for count in range(len(words), 0, -1):
            codes = self._codes.get(" ".join(words[:count]))
            if codes is not None:
                return codes
        return None
