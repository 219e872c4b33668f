"""Finding document numbers and writing them canonically.

The pattern takes any spelling; what is a number of a document is decided by its codes, or by the
type word before it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import DASH
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.spans import Span
from graph.model.values import value

# A dash that begins a line, with a space behind it, is a list's.
_SEP = rf"(?!\s{{0,2}}\n\s{{0,2}}{DASH}\s)\s{{0,3}}(?:/|{DASH})\s{{0,3}}"
# Spaces stray into a year where words were joined again ('30/2 017/NĐ-CP').
_STRAY = r"/[12][ ]\d{3}/"  # then into a number of three digits, too: '1 30/2 006/NĐ-CP'
_YEAR = r"(?:1\s?9|2\s?0)\s?\d\s?\d"
# Words that texts glue to a number: '47-QĐ/TWngày'.
_GLUED = "ngày|của|về|và|năm|do|ban|tại|ký|thì|có|được|quy|hướng|theo|như|đã|là|để|trong"
_END = rf"(?=[^\w]|$|(?:{_GLUED}))"
_TOKEN = (
    r"(?:(?:[ABCĐEHKPTVX]|P[A-Z])[ ]\d{1,2}(?![\d./])"  # of the police, joined again: 'C 67 - P 9'
    # a unit's, joined again: 'UBND - NL 2'
    r"|(?<=[-–] )[A-ZĐ]{2,4}[ ]\d(?!\d)(?=\s?[-–,;.)]|\s(?:ngày|của|về|gửi|chỉ|trả)\b)"
    r"|BCĐ[ ]\d{2,3}(?![\d./-])"  # 'BCĐ 389', called by the day of its founding
    # 'BGD & ĐT', joined again
    rf"|TTg|[A-ZĐƯ][A-ZĐƯ&.]{{0,18}}(?:[ ]&[ ][A-ZĐ]{{2,5}})?"
    rf"(?:[a-zđ]{{1,2}}[A-ZĐƯ]{{0,8}})?(?:\d{{1,3}}|[ ]1\d)?)"
    rf"(?<![.&]){_END}"
)
_LOWER = rf"[a-zđ][a-zđư]{{1,7}}{_END}"
# 'QĐ. UBND', a point for the dash
_POINT = (
    r"(?:(?<=/QĐ)|(?<=/NQ)|(?<=/TB)|(?<=/KH)|(?<=/CT)|(?<=/BC)|(?<=/CV))"
    r"(?:\.[ ]|[ ]\.[ ]?)(?=UBND|HĐND)"
)
_SPACED = r"[ ](?=[A-ZĐ]{2,6}\sngày\s\d)"  # '3609/UBND TNMT ngày 19/6/2025'
_FIRM = r"(?-i:[A-Z][a-z]{2,11})(?=\sngày\s\d)"  # '06/NQ-HĐQT - Habeco ngày 9/3/2018'
_SYMBOL = (
    rf"{_TOKEN}(?:(?:{_SEP}|{_POINT}|{_SPACED})"
    rf"(?:{_TOKEN}|[IVX]{{1,4}}\b|(?-i:\d{{1,3}})\b(?!\s?[/.-]\s?\d|\s[A-ZĐ][a-zđà-ỹ])|{_FIRM})){{0,6}}"
)

_CODED = re.compile(
    rf"(?P<ordinal>\d(?<!\d\d)(?:[ ]\d\d(?={_STRAY})|\d{{0,5}}(?:\.\d{{1,3}}(?=/\d))?"
    rf"(?:[a-zđA-D]|[ ][a-zđ](?=\s?/\s?\d))?))"
    rf"(?P<sep>{_SEP})"
    rf"(?:(?P<year>{_YEAR})(?P<sep2>{_SEP}))?"
    rf"(?P<symbol>{_SYMBOL}|{_LOWER}(?:{_SEP}{_LOWER}){{1,4}})"
)
# Spellings that only a type word before them makes a number: '1357TC/QĐ-TCT', '210a TC/VP'.
_LOOSE = re.compile(
    rf"(?P<ordinal>\d{{1,6}}[a-zđ]?)(?:(?P<sep>\s{{0,2}})(?P<symbol>{_TOKEN}(?:{_SEP}{_TOKEN}){{1,4}}"
    rf"|(?:TTg|CP|HĐBT)\b)|(?P<sep1>/)(?P<year>\d{{2,4}})/(?P<dated>{_TOKEN}(?:-{_TOKEN}){{1,4}}))"
)
# What follows the first digit of a number with a code, and of few others. What has been passed
# over is not tried shorter: another digit, space or letter is never what comes next.
CODE_AHEAD = (
    rf"(?=\d{{0,5}}+(?:\.\d{{1,3}}+)?+[ ]?+[a-zđA-D]?+\s{{0,3}}+(?:/|{DASH})\s{{0,3}}+"
    rf"(?:{_YEAR}{_SEP})?[A-ZĐƯa-zđ]|[ ]\d\d{_STRAY})"
)
_SPLIT = re.compile(rf"{_SEP}|[ ]\.[ ]?|\.[ ]|(?<=[A-ZĐ])[ ](?=[A-ZĐ]{{2}})")
# Committees, and their own offices: their numbers are Party ones however they are punctuated.
_PARTY_ORGAN = re.compile(r"\w*(?:TW|TU)|HU|QU|ĐU")
_ASSEMBLY = re.compile(r"(?:UBTV)?QHK?\d{1,2}")
_LETTER, _CONSOLIDATED, _NO_NORMS = "cong-van", "van-ban-hop-nhat", "administrative"


@value(frozen=True, slots=True)
class RawNumber:
    """A number in place. ``sure`` says that its codes alone make it a document's number."""

    span: Span
    number: DocumentNumber
    type: str | None
    sure: bool


class NumberFinder:
    """Finds numbers with codes; knows nothing of the words around them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._codes = lru_cache(maxsize=4096)(self._read_codes)  # the same codes recur everywhere

    def at(self, text: str, at: int) -> RawNumber | None:
        """Read the number with a code that begins at ``at``."""
        found = _CODED.match(text, at)
        return self._raw(found) if found else None

    def loose(self, text: str, at: int) -> RawNumber | None:
        """Read a number that only the type word before it makes one."""
        found = _LOOSE.match(text, at)
        if found is None:
            return None
        return self._raw(found, "dated" if found["dated"] else "symbol")

    def _raw(self, found: re.Match[str], group: str = "symbol") -> RawNumber:
        year = int("".join(found["year"].split())) if found["year"] else None
        written = found[group].rstrip()
        slash = "/" in (found["sep"] or "/")
        symbol, form, type_, sure = self._codes(written, slash, year is not None)
        number = DocumentNumber(found["ordinal"].replace(" ", ""), symbol, form, year)
        span = Span(found.start(), found.start(group) + len(written))
        return RawNumber(span, number, type_, sure)

    def _read_codes(
        self, written: str, slash: bool, dated: bool
    ) -> tuple[str, NumberForm, str | None, bool]:
        """Return the canonical symbol, the form, the type that it tells, and whether it is sure.

        ``slash`` tells what followed the ordinal, ``dated`` that a year did.
        """
        tokens = [
            token for each in _SPLIT.split(written) for token in self._at_point(self._clean(each))
        ]
        joint = "/" if tokens[0] == "TTLT" and _slash_follows(written) else "-"
        symbol, form = self._symbol(tokens, slash, dated, joint)
        return symbol, form, self._type(tokens, form), self._sure(tokens, dated)

    def _at_point(self, token: str) -> list[str]:
        """Part 'QĐ.UBND', where a point stands for the dash; 'TT.HĐND' is one code."""
        head, point, organ = token.partition(".")
        whole = token in self._lexicon.organs or head not in self._lexicon.types_by_code
        return [token] if whole or not (point and organ) else [head, self._clean(organ.strip())]

    def _clean(self, token: str) -> str:
        return self._lexicon.canonical("".join(token.split()).replace("TƯ", "TW"))

    def _symbol(
        self, tokens: list[str], slash: bool, dated: bool, joint: str
    ) -> tuple[str, NumberForm]:
        """Write a number's codes canonically, and tell its form."""
        if dated:
            symbol = joint.join((tokens[0], "-".join(tokens[1:]))) if tokens[1:] else tokens[0]
            return symbol, NumberForm.NORMATIVE
        if len(tokens) == 1:
            return tokens[0], NumberForm.ADMINISTRATIVE if slash else NumberForm.LEGACY
        if self._is_party(tokens, not slash):
            if tokens[0] not in self._lexicon.types_by_code:
                tokens = [tokens[1], tokens[0], *tokens[2:]]
            return f"{tokens[0]}/{'-'.join(tokens[1:])}", NumberForm.PARTY
        if slash or (
            tokens[0] in self._lexicon.types_by_code and tokens[-1] in self._lexicon.organs
        ):
            return "-".join(tokens), NumberForm.ADMINISTRATIVE
        return f"{tokens[0]}/{'-'.join(tokens[1:])}", NumberForm.LEGACY

    def _is_party(self, tokens: list[str], dashed: bool) -> bool:
        """Tell a committee's number, whatever stands between its parts and in which order."""
        codes = self._lexicon.types_by_code
        if tokens[0] in codes:
            return _PARTY_ORGAN.fullmatch(tokens[1]) is not None or (
                tokens[1] in self._lexicon.party_organs and tokens[1] not in codes and dashed
            )
        return len(tokens) == 2 and tokens[1] in codes and bool(_PARTY_ORGAN.fullmatch(tokens[0]))

    def _type(self, tokens: list[str], form: NumberForm) -> str | None:
        """Return the type that the code alone tells, None where it may be several."""
        table = self._lexicon.types_by_code
        joint = table.get("-".join(tokens[:2]))  # 'TT-LB' is one code
        types = joint or next((table[token] for token in tokens if token in table), ())
        if self._is_of_a_letter(tokens, form, types):
            return _LETTER
        if len(types) <= 1:
            return types[0] if types else None
        if form is NumberForm.PARTY:
            return None if tokens[0] == "QĐ" else types[0]
        normative = [t for t in types if self._lexicon.types[t].kind == "normative"]
        return (normative or list(types))[0]

    def _is_of_a_letter(self, tokens: list[str], form: NumberForm, types: tuple[str, ...]) -> bool:
        """Tell '4177/BNV-TCBC': behind the organ stands who drafted it, however like a type.

        Up to the nineties norms were numbered so: '145/UB-QĐ'.
        """
        if form is not NumberForm.ADMINISTRATIVE or tokens[0] not in self._lexicon.organs:
            return False
        if tokens[0] in self._lexicon.types_by_code:
            return False
        kinds = {self._lexicon.types[type_].kind for type_ in types}
        return bool(kinds) and "normative" not in kinds

    def told(self, raw: RawNumber, type_: str) -> str:
        """Return the type of a number behind a word for ``type_``: the code's if that tells better.

        A 'Thông tư' numbered TTLT is a joint one. Of papers that set no norms the word is loose:
        a 'kết luận' or 'văn bản' numbered TB is a notice.
        """
        coded, types = raw.type, self._lexicon.types
        if coded is None or coded == type_:
            return type_
        if coded == _CONSOLIDATED or types[coded].name.startswith(f"{types[type_].name} "):
            return coded
        loose = type_ == _LETTER or {types[coded].kind, types[type_].kind} == {_NO_NORMS}
        code = raw.number.type_code
        led = code in self._lexicon.types_by_code and code not in self._lexicon.organs
        narrower = types[type_].name.startswith(f"{types[coded].name} ")
        sure = raw.sure or (type_ == _LETTER and bool(raw.number.organ))
        return coded if loose and led and sure and not narrower else type_

    def may_be(self, raw: RawNumber, type_: str | None) -> bool:
        """Tell whether a document of this type may bear a number of such codes."""
        code = raw.number.type_code
        types = self._lexicon.types_by_code.get(code, ()) if code else ()
        return not types or type_ in types

    def _sure(self, tokens: list[str], dated: bool) -> bool:
        """Tell whether the codes alone make this the number of a document."""
        lexicon = self._lexicon
        if dated and _ASSEMBLY.fullmatch(tokens[0]):
            return True
        if len(tokens) < 2:
            return False
        typed = tokens[0] in lexicon.types_by_code or tokens[1] in lexicon.types_by_code
        known = any(token in lexicon.organs for token in tokens)
        return typed and (known or (dated and len(tokens[1]) > 1))


def begins(text: str, at: int) -> bool:
    """Tell whether a number begins at ``at``, and not the rest of a longer one."""
    if at == 0:
        return True
    before = text[at - 1]
    if before in ".,":
        return at == 1 or not text[at - 2].isdigit()
    return not (before.isalnum() or before in "_/")


def _slash_follows(symbol: str) -> bool:
    found = _SPLIT.search(symbol)
    return found is not None and "/" in found[0]
