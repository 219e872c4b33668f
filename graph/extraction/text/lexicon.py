"""The registries turned into what finders need: patterns and look-up tables, built once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.extraction.text.patterns import cases, tone_variants
from graph.model.registry import DocumentType, Registry
from graph.model.text import fold

# Kinds of types.tsv that are cited by name, and those that are no documents of this graph.
_BY_NAME = "law"
_NOT_DOCUMENTS = "other"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up tables over the registry. Codes are keyed as ``canonical`` writes them."""

    types: dict[str, DocumentType]
    type_by_word: dict[str, str]
    types_by_code: dict[str, tuple[str, ...]]
    party_organs: frozenset[str]
    organs: frozenset[str]
    codes: dict[str, str]

    def canonical(self, token: str) -> str:
        """Return a code of a number as the registry writes it: 'ND' -> 'NĐ', 'TTG' -> 'TTg'.

        A code with Đ is never taken for one with D; one with D may lack its stroke.
        """
        small = token.casefold()
        known = self.codes.get(small)
        if known is None and "đ" not in small:
            known = self.codes.get(_PLAIN + fold(token))
        return known or token

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
    types = [type_ for type_ in registry.types if type_.kind != _NOT_DOCUMENTS]
    codes = _spelled([type_.codes for type_ in types] + [codes for _, codes in bodies])
    by_code: dict[str, tuple[str, ...]] = {}
    for type_ in types:
        for code in dict.fromkeys(codes[code.casefold()] for code in type_.codes):
            by_code[code] = (*by_code.get(code, ()), type_.id)
    organs = [(world, codes.get(code.casefold())) for world, own in bodies for code in own]
    return Lexicon(
        types={type_.id: type_ for type_ in registry.types},
        type_by_word=_words(registry.types),
        types_by_code=by_code,
        party_organs=frozenset(code for world, code in organs if code and world == "party"),
        organs=frozenset(code for _, code in organs if code),
        codes=codes,
    )


# Marks keys of codes without their diacritics.
_PLAIN = "~"


def _spelled(owners: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Map every spelling of a code to the first that its owner lists."""
    table: dict[str, str] = {}
    plain: dict[str, str] = {}
    for codes in owners:
        first: dict[str, str] = {}
        for code in codes:
            if "Ư" in code:  # 'TƯ' is 'TW', and must not be taken for 'TU'
                continue
            shown = first.setdefault(fold(code), code)
            table.setdefault(code.casefold(), shown)
            plain.setdefault(_PLAIN + fold(code), shown)
    return plain | table


def _words(types: Iterable[DocumentType]) -> dict[str, str]:
    table: dict[str, str] = {}
    for type_ in types:
        for word in (type_.name, *type_.aliases):
            table.setdefault(fold(word), type_.id)
            for spelling in spellings(word):
                table.setdefault(spelling, type_.id)
    return table


def _ascii(word: str) -> str:
    plain = fold(word)
    return plain[:1].upper() + plain[1:]
