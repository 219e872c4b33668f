"""Mentions: each place where a text names a document, parsed but not yet decided."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from graph.model.dates import PartialDate
from graph.model.enums import quick
from graph.model.numbers import DocumentNumber
from graph.model.relations import Statement
from graph.model.spans import Span
from graph.model.text import slug
from graph.model.values import value


@quick
class MentionKind(StrEnum):
    """By what the text identifies the document."""

    NUMBERED = "numbered"  # Chỉ thị số 39-CT/TW
    NAMED = "named"  # Luật Đất đai năm 2024, Điều lệ Đảng
    SHORT = "short"  # Nghị quyết 57, Nghị quyết số 57: no organ
    ANAPHOR = "anaphor"  # Nghị quyết này, Luật nói trên
    SELF = "self"  # the letterhead number of the text itself


@value(frozen=True, slots=True)
class Mention:
    """One reference. ``span`` covers type word, number and the date next to it, or the name.

    ``type`` is a type id of seeds/types.tsv ('chi-thi'); ``issuer`` the issuing body's phrase as
    written; ``antecedent`` the index of the mention that this one points back to; ``within`` that
    of the mention whose title holds this one; ``quoted`` says that it stands in quoted new text.
    ``effective`` and ``expires`` are the first and the last day on which it is in force. Of a
    text's own mention (SELF) also who signed, as what, and to whom it was sent.
    ``jurisdiction`` is the place in whose series a local number stands, once resolution knows it.
    ``by`` is the date of the dated document whose title names this one, or of what is told in its
    sentence: it cannot be younger.
    ``day`` is month and day where the text says no year; ``date`` then has what the day of writing
    tells. ``age`` is for how many years the document had been carried out, where the text says so.
    ``told`` is what only the words around the reference tell: the term of a Party document, the
    number of a code.
    ``contested`` says that the text speaks of several that it may be: of documents that bear the
    number, of places whose it can be. Then the circumstances of the text do not decide.
    ``targets`` are subdivision paths, outermost first: (("Điều 5", "khoản 2"), ("Điều 7",)).
    """

    span: Span
    surface: str
    kind: MentionKind
    type: str | None = None
    number: DocumentNumber | None = None
    name: str | None = None
    date: PartialDate | None = None
    day: tuple[int, int] | None = None
    issuer: str | None = None
    place: str | None = None
    title: str | None = None
    term: str | None = None
    targets: tuple[tuple[str, ...], ...] = ()
    antecedent: int | None = None
    within: int | None = None
    quoted: bool = False
    number_span: Span | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    place_span: Span | None = None
    title_span: Span | None = None
    target_span: Span | None = None
    effective: PartialDate | None = None
    effective_span: Span | None = None
    expires: PartialDate | None = None
    expires_span: Span | None = None
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    capacity: str | None = None
    jurisdiction: str | None = None
    age: int | None = None
    by: PartialDate | None = None
    told: str | None = None
    contested: bool = False

    @property
    def year(self) -> int | None:
        """The year that its number states, else its date."""
        if self.number is not None and self.number.year:
            return self.number.year
        return self.date.year if self.date is not None else None

    @property
    def block(self) -> str | None:
        """What the reference alone can tell: the key under which its evidence is gathered.

        None for a mention that only points back (see ``antecedent``).
        """
        if self.number is not None and self.number.symbol:
            return number_block(self.number, self.jurisdiction)
        return self.name_block

    @property
    def name_block(self) -> str | None:
        """The key of the name, where the document is (also) named: 't:luat-dat-dai'."""
        return f"t:{slug(self.name)}" if self.name else None

    @property
    def blocks(self) -> tuple[str, ...]:
        """Return the block and, where it is another, the name block; nothing without a block."""
        block, name_block = self.block, self.name_block
        if block is None:
            return ()
        return (block,) if name_block in (None, block) else (block, str(name_block))


@lru_cache(maxsize=8192)  # asked for again and again while a mention is taken in
def number_block(number: DocumentNumber, jurisdiction: str | None = None) -> str:
    """Return the key under which all evidence of one number, in one jurisdiction, is gathered."""
    return f"n:{number.key}@{jurisdiction}" if jurisdiction else f"n:{number.key}"


@value(frozen=True, slots=True)
class District:
    """A district that a text names: 'huyện Lý Nhân', and whether as a body (Huyện ủy Lý Nhân)."""

    phrase: str
    span: Span
    body: bool


@value(frozen=True, slots=True)
class SpokenOf:
    """A province named beside a local number, the ``index``-th mention, whose place is not said.

    ``led`` says that it is named as one ('tỉnh Hà Nam', 'HĐND Hà Nam', 'Hà Nam (cũ)'), ``near``
    that it is in the same sentence, ``whose`` that the document is said to be its own, ``apart``
    that it is named elsewhere in the text, as one.
    """

    index: int
    name: str
    led: bool
    near: bool
    whose: bool = False
    apart: bool = False


@value(frozen=True, slots=True)
class Extraction:
    """All that one text says: mentions in document order and statements between them.

    ``districts`` are looked for only where a district's document is cited and its district is not
    said beside it, ``provinces`` where a province's is.
    """

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    districts: tuple[District, ...] = ()
    provinces: tuple[SpokenOf, ...] = ()
