"""Which year's document a bare State number means: 'Nghị định 168' beside 'vi phạm giao thông'.

Each year gives the number anew, and no registry has all of them; so only what is known to be spoken
of by its number is taken, and only beside words of its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model.dates import PartialDate
from graph.model.errors import MalformedNumberError
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.text import fold

_REACH = 220  # characters to either side, within the paragraph

Key = tuple[str, str]  # type and ordinal


@dataclass(frozen=True, slots=True)
class _Famous:
    """A State document that goes by its bare number, with phrases of its subject, folded."""

    number: str
    date: PartialDate
    phrases: tuple[str, ...]


class Spoken:
    """Tells bare State numbers by what is said around them. Filled once."""

    def __init__(self, registry: Registry) -> None:
        self._of: dict[Key, list[_Famous]] = {}
        for subject in registry.subjects:
            number = _parsed(subject.number)
            if number is None or number.form is NumberForm.PARTY:
                continue
            phrases = tuple(fold(phrase) for phrase in subject.phrases)
            famous = _Famous(subject.number, subject.date, phrases)
            self._of.setdefault((subject.type, number.bare_ordinal), []).append(famous)

    def told(
        self, text: str, extraction: Extraction, written: PartialDate | None
    ) -> dict[int, Mention]:
        """Return the bare numbers of which the words around tell, as they are to be read."""
        mentions = extraction.mentions
        found = {}
        for index, mention in enumerate(mentions):
            number = mention.number
            if mention.kind is not MentionKind.SHORT or number is None or mention.date is not None:
                continue
            if number.symbol or number.year is not None or mention.told or mention.contested:
                continue
            some = self._of.get((mention.type or "", number.bare_ordinal), ())
            one = _meant(some, _around(text, mention), written) if some else None
            if one is not None and not _is_tied_to(mentions, mention, one):
                found[index] = replace(mention, told=one.number, antecedent=None)
        return found


def _meant(some: Sequence[_Famous], around: str, written: PartialDate | None) -> _Famous | None:
    """Return the one that was there by then and of whose subject the words speak."""
    spoken = [
        one for one in some
        if (written is None or one.date.earliest() <= written.latest())
        and any(f" {phrase} " in around for phrase in one.phrases)
    ]  # fmt: skip
    return spoken[0] if len(spoken) == 1 else None


def _is_tied_to(mentions: Sequence[Mention], mention: Mention, one: _Famous) -> bool:
    """Tell whether what a number repeats is of the same year as one, or of none that is told."""
    full = mentions[mention.antecedent] if mention.antecedent is not None else None
    if full is None:
        return False
    return full.year is None or full.year == one.date.year


def _around(text: str, mention: Mention) -> str:
    """Return the words that tell of a document, folded: its title, else what stands around it."""
    if mention.title:
        return f" {fold(mention.title)} "
    span = mention.span
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _REACH)
    return f" {fold(text[begin:end])} "


def _parsed(number: str) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(number)
    except MalformedNumberError:
        return None
