"""The registries turned into what finders need: patterns and look-up tables, built once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.extraction.patterns import cases, tone_variants
from graph.model.registry import DocumentType, Registry
from graph.model.text import fold

# Kinds of types.tsv that are cited by name, and those that are no documents of this graph.
_BY_NAME = "law"
_NOT_DOCUMENTS = "other"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up tables over the registry; codes and words are keyed as ``fold`` leaves them."""

    types: dict[str, DocumentType]
    type_by_word: dict[str, str]
    types_by_code: dict[str, tuple[str, ...]]
    code_by_fold: dict[str, str]
    party_organs: frozenset[str]
    organs: frozenset[str]

    def type_of_word(self, word: str) -> str | None:
        """Return the type id that a type word ('Chỉ thị', 'CHỈ THỊ', 'Chi thi') names."""
        return self.type_by_word.get(word) or self.type_by_word.get(fold(word))

    def is_document(self, type_id: str) -> bool:
        """Tell whether documents of this type belong in the graph."""
        return self.types[type_id].kind != _NOT_DOCUMENTS

    def type_words(self, *, law: bool) -> set[str]:
        """Return every spelling of the words for types cited by name, or of all the others."""
        chosen = (t for t in self.types.values() if (t.kind == _BY_NAME) == law)
        return {
            spelling
            for type_ in chosen
            for word in (type_.name, *type_.aliases)
            for spelling in spellings(word)
        }


def spellings(word: str) -> set[str]:
    """Return a word's spellings: case, tone placement, and without diacritics."""
    toned = {variant for tone in tone_variants(word) for variant in cases(tone)}
    return toned | cases(_ascii(word))


def make_lexicon(registry: Registry) -> Lexicon:
    """Build the tables from the registry."""
    bodies = [(body.world, body.codes) for body in registry.bodies]
    bodies += [(template.world, template.codes) for template in registry.templates]
    party = {fold(code) for world, codes in bodies if world == "party" for code in codes}
    organs = {fold(code) for _, codes in bodies for code in codes}
    type_codes = [code for type_ in registry.types for code in type_.codes]
    organ_codes = [code for _, codes in bodies for code in codes]
    return Lexicon(
        types={type_.id: type_ for type_ in registry.types},
        type_by_word=_words(registry.types),
        types_by_code=_codes(registry.types),
        code_by_fold=_first({}, (*type_codes, *organ_codes)),
        party_organs=frozenset(party),
        organs=frozenset(organs),
    )


def _words(types: Iterable[DocumentType]) -> dict[str, str]:
    table: dict[str, str] = {}
    for type_ in types:
        for word in (type_.name, *type_.aliases):
            table.setdefault(fold(word), type_.id)
            for spelling in spellings(word):
                table.setdefault(spelling, type_.id)
    return table


def _codes(types: Iterable[DocumentType]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for type_ in types:
        if type_.kind != _NOT_DOCUMENTS:
            for code in dict.fromkeys(fold(code) for code in type_.codes):
                table[code] = (*table.get(code, ()), type_.id)
    return table


def _first(table: dict[str, str], codes: Iterable[str]) -> dict[str, str]:
    """Map each folded code to the first way it is written in the registry."""
    for code in codes:
        if "Ư" not in code:  # 'TƯ' is 'TW', and must not be taken for 'TU'
            table.setdefault(fold(code), code)
    return table


def _ascii(word: str) -> str:
    plain = fold(word)
    return plain[:1].upper() + plain[1:]
