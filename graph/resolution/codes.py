"""What the codes in numbers stand for: types, bodies of the centre, bodies that every place has."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from datetime import date
from typing import TypeVar

from graph.model.bodies import Body
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import OrganTemplate, Registry
from graph.model.text import slug

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)
_BETWEEN = re.compile("[-/]")


class Codes:
    """The codes of the registries; letters count alike, large and small."""

    def __init__(self, registry: Registry) -> None:
        self._registered = index((c.casefold(), b) for b in registry.bodies for c in b.codes)
        self._templates = index((c.casefold(), t) for t in registry.templates for c in t.codes)
        self._types = index((c.casefold(), t.id) for t in registry.types for c in t.codes)
        self._central_types = {type_.id for type_ in registry.types if type_.central}
        self._shared = {code.casefold() for code in registry.listed("shared-code")}
        self._recurring = self._shared.union(self._templates)

    def registered(self, code: str, day: date | None) -> tuple[Body, ...]:
        """Return the registered bodies for which ``code`` stands (on the day, if it is known)."""
        found = self._registered.get(code.casefold(), ())
        living = tuple(body for body in found if day is None or body.existed_on(day))
        return living or found

    def templates(self, code: str) -> tuple[OrganTemplate, ...]:
        """Return the bodies of places for which ``code`` stands."""
        return self._templates.get(code.casefold(), ())

    def knows(self, code: str) -> bool:
        """Tell whether any body has this code."""
        return self.is_local(code) or code.casefold() in self._registered

    def is_type(self, code: str) -> bool:
        """Tell whether a code stands for a type of document ('CT'), whatever else it may."""
        return code.casefold() in self._types

    def gainsays(self, code: str, type_: str) -> bool:
        """Tell whether a type's code ('NĐ') is none that documents of this type bear."""
        coded = self._types.get(code.casefold(), (type_,))
        return not any(type_ == one or type_.startswith(f"{one}-") for one in coded)

    def is_local(self, code: str) -> bool:
        """Tell whether every place has a body with this code ('TU', 'UBND')."""
        return code.casefold() in self._templates

    def is_of_levels(self, code: str) -> bool:
        """Tell whether bodies of a province and of what is below it have this code."""
        levels = {each.level for each in self.templates(code)}
        return "province" in levels and len(levels) > 1

    def is_central(self, code: str, number: DocumentNumber) -> bool:
        """Tell whether of a code that the Party has in each place the State has one at the centre.

        'TCT' in a State number is the tax administration, in a Party one a province's school.
        """
        if number.form is NumberForm.PARTY or self.is_shared(code):
            return False
        central = self._registered.get(code.casefold(), ())
        return any(body.world == "state" for body in central) and all(
            template.world == "party" for template in self.templates(code)
        )

    def is_shared(self, code: str) -> bool:
        """Tell whether bodies of several kinds in one place have this code ('ĐU')."""
        return code.casefold() in self._shared

    def is_central_type(self, type_: str) -> bool:
        """Tell whether only bodies of the centre issue documents of a type, all of them known."""
        return type_ in self._central_types

    def any_local(self, symbol: str) -> bool:
        """Tell whether any code in a number's symbol is that of bodies of many places."""
        folded = symbol.casefold()
        organ = _BETWEEN.split(folded, maxsplit=1)[-1]
        return not self._recurring.isdisjoint((folded, organ, *_BETWEEN.split(folded)))

    def organ(self, number: DocumentNumber) -> str:
        """Return the organ's code; a letter's number (4912/UBND-NC) begins with it.

        What follows it there is the division that drafted the letter, whatever else it stands for.
        """
        head, organ = number.type_code, number.organ
        reversed_ = self.is_type(organ) and not self.knows(organ)
        if head is not None and reversed_ and not self.is_type(head):
            return head  # of a court: '03/2017/HSST-QĐ'
        if head is None and reversed_ and number.form is NumberForm.NORMATIVE:
            return ""  # of '04/1985/NQLT' only the type
        if head is None or number.form is not NumberForm.ADMINISTRATIVE:
            return organ
        if self.knows(head) and not self.is_type(head):
            return head
        if self.knows(organ) or self.knows(organ.split("-")[0]):
            return organ
        # 'HQHP-GSQL': neither is known, and the first is no type
        return head if self.knows(head) or not self.is_type(head) else organ

    def organ_below(self, code: str) -> str:
        """Return what stands in ids for a code's organ below the province.

        A committee goes by one of its codes wherever it sits: 'hu' for HU, QU, ThU, TU.
        """
        organs = [t.organ for t in self.templates(code) if t.level != "province"]
        return next((organ for organ in organs if self.is_local(organ)), slug(code))


def index(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values of each key, each once, in order."""
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}
