"""Document numbers in their canonical form: 39-CT/TW, 30/2020/NĐ-CP, 1539/QĐ-UBND, 64/2025/QH15.

Reading numbers out of running text, with all its spellings, is extraction's work; this module
knows only the clean form. Form per Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW
(Party).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from graph.model.enums import quick
from graph.model.errors import MalformedNumberError
from graph.model.text import slug
from graph.model.values import value


@quick
class NumberForm(StrEnum):
    """How a number is put together; this decides when its series restarts."""

    PARTY = "party"  # 39-CT/TW: per type through one term of the committee
    NORMATIVE = "normative"  # 30/2020/NĐ-CP, 64/2025/QH15: the year is in the number
    ADMINISTRATIVE = "administrative"  # 1539/QĐ-UBND, 4912/UBND-NC: restarts each January
    LEGACY = "legacy"  # 12-HĐBT, 21-LCT/HĐNN8, 64-CP: before 1996


_NORMATIVE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?[a-zđ]?)/(\d{4})/([^\W\d_][\w.&/-]*)")
_PARTY = re.compile(r"(\d{1,6}[a-zđ]?)-([^\W\d_][\w.]*)/([^\W\d_][\w.-]*)")
_ADMINISTRATIVE = re.compile(r"(\d{1,6}[a-zđ]?)/([^\W\d_][\w.&-]*)")
_ONE_CODE = re.compile(r"\b(?:qdi|qyd)(?=-)")
_COUNCIL = "HĐND"
_PARTS = re.compile("[-/]")
_LEGACY = re.compile(r"(\d{1,6}[a-zđ]?)-([^\W\d_][\w.]*)")


@lru_cache(maxsize=8192)
def _code(symbol: str) -> str:
    return _ONE_CODE.sub("qd", slug(symbol))


@value(frozen=True, slots=True)
class DocumentNumber:
    """A parsed number. ``symbol`` is all after ordinal and year, as written canonically.

    A short form ('Nghị quyết 57', 'Thông tư 21/2015') has an empty symbol.
    """

    ordinal: str
    symbol: str
    form: NumberForm
    year: int | None = None

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read a canonical number; MalformedNumberError says what was given."""
        if found := _NORMATIVE.fullmatch(text):
            return cls(found[1], found[3], NumberForm.NORMATIVE, int(found[2]))
        if found := _PARTY.fullmatch(text):
            return cls(found[1], f"{found[2]}/{found[3]}", NumberForm.PARTY)
        if found := _ADMINISTRATIVE.fullmatch(text):
            return cls(found[1], found[2], NumberForm.ADMINISTRATIVE)
        if found := _LEGACY.fullmatch(text):
            return cls(found[1], found[2], NumberForm.LEGACY)
        raise MalformedNumberError(
            f"'{text}' is not a document number such as 39-CT/TW or 30/2020/NĐ-CP"
        )

    def __str__(self) -> str:
        if not self.symbol:
            return f"{self.ordinal}/{self.year}" if self.year else self.ordinal
        if self.form is NumberForm.NORMATIVE:
            return f"{self.ordinal}/{self.year}/{self.symbol}"
        joint = "/" if self.form is NumberForm.ADMINISTRATIVE else "-"
        return f"{self.ordinal}{joint}{self.symbol}"

    @property
    def type_code(self) -> str | None:
        """The code of the document type ('CT', 'NĐ'), or None where the number has none."""
        head, *tail = _PARTS.split(self.symbol, maxsplit=1)
        return head if tail else None

    @property
    def organ(self) -> str:
        """The code of the issuing organ ('TW', 'CP', 'BTC-BCA', 'QH15').

        A people's council may write its term behind its code, as 'HĐND18' does.
        """
        head, *tail = _PARTS.split(self.symbol, maxsplit=1)
        code = tail[0] if tail else head
        return code.rstrip("0123456789") if code.startswith(_COUNCIL) else code

    @property
    def bare_ordinal(self) -> str:
        """The ordinal without leading zeros."""
        return self.ordinal.lstrip("0") or "0"

    @property
    def key(self) -> str:
        """What two spellings of the same number share: leading zeros, case and marks dropped.

        '05-CT/TW' and '5-CT/TW' share a key; 'NĐ' and 'ND' do too, and 'QĐi' and 'QĐ', which
        stand for Quy định alike: the type word tells it from Quyết định.
        """
        year = f"-{self.year}" if self.year else ""
        symbol = _code(self.symbol)
        return f"{self.bare_ordinal}{year}-{symbol}" if symbol else f"{self.bare_ordinal}{year}"
