"""Finding Party documents by name: congress and plenum resolutions, the Statute, the Platform."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.laws import RawName
from graph.model.spans import Span

_NTH = r"(?:tư|nhất|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm))?)"
_PLACE = (
    r"(?:(?:tỉnh|thành\sphố|TP\.?|huyện|quận|thị\sxã|xã|phường|thị\strấn|Khối|Bộ|Quân\sđội)"
    r"(?:\s[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÍÌÚÙÝ][^\W\d_]*){0,4})"
)
_LEVEL = re.compile(r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?!\S)")
_CONGRESS = re.compile(
    r"(?P<word>[Nn]ghị\s{1,8}quyết|[Bb]áo\s{1,8}cáo\s{1,8}chính\s{1,8}trị)\s{1,8}"
    r"(?:của\s{1,8})?(?:[Đđ]ại\s{1,8}hội)\s{1,8}"
    r"(?:(?P<local>[Đđ]ại\s{1,8}biểu\s{1,8})?(?P<dang>[Đđ]ảng\s{1,8}bộ)\s{1,8}"
    rf"(?P<place>{_PLACE})(?:,)?\s{{1,8}}lần\s{{1,8}}thứ\s{{1,8}}(?P<nth>[IVXL]{{1,7}}\b|\d{{1,2}}\b|{_NTH})"
    r"|(?:[Đđ]ại\s{1,8}biểu\s{1,8}toàn\s{1,8}quốc\s{1,8})?(?:lần\s{1,8}thứ\s{1,8})?(?:khóa\s{1,8})?(?:Đảng\s{1,8}(?:toàn\s{1,8}quốc\s{1,8})?(?:lần\s{1,8}thứ\s{1,8})?)?"
    r"(?P<number>[IVX]{1,5})\b(?P<party>\s{1,8}(?:của\s{1,8})?Đảng(?:\s{1,8}Cộng\s{1,8}sản\s{1,8}Việt\s{1,8}Nam)?)?)"
)
_PLENUM = re.compile(
    r"(?P<word>[Nn]ghị\s{1,8}quyết|[Kk]ết\s{1,8}luận)\s{1,8}(?:của\s{1,8})?(?:Hội\s{1,8}nghị\s{1,8})?"
    r"(?:lần\s{1,8}thứ\s{1,8}(?P<nth>" + _NTH + r"|\d{1,2}|[IVX]{1,4})\s{1,8},?\s{0,8}"
    r"(?:Ban\s{1,8}Chấp\s{1,8}hành\s{1,8}Trung\s{1,8}ương|BCH\s{1,8}(?:Trung\s{1,8}ương|TW|TƯ)|BCHTW|Trung\s{1,8}ương)"
    r"(?:\s{1,8}Đảng)?|(?:Trung\s{1,8}ương|TW|TƯ)\s{1,8}(?P<number>\d{1,2})\b(?!\s{0,8}[-/]))"
    r",?\s{0,8}\(?\s{0,8}(?:[Kk]h(?:óa|oá)\s{1,8}(?P<term>[IVX]{1,5})\b\s{0,8}\)?)?"
)
_STATUTE = re.compile(
    r"(?:Điều\s{1,8}lệ|điều\s{1,8}lệ|ĐIỀU\s{1,8}LỆ)\s{1,8}(?:Đảng|ĐẢNG)\b"
    r"(?!\s{1,8}(?:bộ|ủy|uỷ))(?:\s{1,8}(?:Cộng\s{1,8}sản\s{1,8}Việt\s{1,8}Nam|CỘNG\s{1,8}SẢN\s{1,8}VIỆT\s{1,8}NAM))?"
)
_PLATFORM = re.compile(
    r"Cương\s{1,8}lĩnh\s{1,8}(?:chính\s{1,8}trị|xây\s{1,8}dựng\s{1,8}đất\s{1,8}nước(?:\s{1,8}trong\s{1,8}thời\s{1,8}kỳ"
    r"\s{1,8}quá\s{1,8}độ\s{1,8}lên\s{1,8}(?:chủ\s{1,8}nghĩa\s{1,8}xã\s{1,8}hội|CNXH))?)"
)
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
             "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
             "mười ba": 13, "mười bốn": 14, "mười lăm": 15}  # fmt: skip


# What each kind of name holds, and few other stretches of text do. The rarest letters come first:
# they are what the search runs for.
_CONGRESS_HINT = re.compile(r"ại(?<=[tịa\s]\s[Đđ]ại)\s{1,8}hội\s{1,8}[^\W\d_]")
_PLENUM_HINTS = (
    re.compile(
        rf"lần\s{{1,8}}thứ\s{{1,8}}(?:{_NTH}|\d{{1,2}}|[IVX]{{1,4}})\s{{1,8}},?\s{{0,8}}"
        r"(?:Ban|BCH|Trung)"
    ),
    re.compile(r"rung\s{1,8}ương\s{1,8}\d"),
    re.compile(r"W(?<=TW)\s{1,8}\d"),
    re.compile(r"Ư(?<=TƯ)\s{1,8}\d"),
)
_STATUTE_HINTS = (re.compile(r"lệ\s{1,8}Đảng"), re.compile(r"Ệ(?<=LỆ)\s{1,8}ĐẢNG"))
_BEFORE, _AFTER = 90, 160


def find_party_names(text: str) -> list[RawName]:
    """Return every Party document that is named rather than numbered, in order."""
    congresses = _around(text, _CONGRESS, (_CONGRESS_HINT,))
    plenums = _around(text, _PLENUM, _PLENUM_HINTS)
    statutes = _around(text, _STATUTE, _STATUTE_HINTS)
    names = [_congress(found) for found in congresses]
    names += [name for found in plenums for name in _plenums(text, found)]
    names += [_plain(found, "dieu-le", "Điều lệ Đảng") for found in statutes]
    names += [_plain(found, "cuong-linh", "Cương lĩnh") for found in _PLATFORM.finditer(text)]
    return sorted(names, key=lambda name: name.span)


def _around(
    text: str, pattern: re.Pattern[str], hints: Iterable[re.Pattern[str]]
) -> list[re.Match[str]]:
    """Return the matches of ``pattern`` near the places that hints find, each once."""
    matches: dict[tuple[int, int], re.Match[str]] = {}
    for hint in hints:
        for place in hint.finditer(text):
            begin = max(0, place.start() - _BEFORE)
            for found in pattern.finditer(text, begin, place.end() + _AFTER):
                if found.start() < place.start() < found.end():
                    matches.setdefault(found.span(), found)
    return list(matches.values())


def _plain(found: re.Match[str], type_: str, name: str) -> RawName:
    return RawName(Span(*found.span()), type_, name, known=True)


def _congress(found: re.Match[str]) -> RawName:
    word = " ".join(found["word"].split()).capitalize()
    types = {"Nghị quyết": "nghi-quyet", "Báo cáo chính trị": "bao-cao-chinh-tri"}
    type_ = types[word]
    span = Span(*found.span())
    if not found["place"]:
        number = found["number"]
        issuer = f"Đại hội đại biểu toàn quốc lần thứ {number} của Đảng"
        return RawName(span, type_, f"{word} Đại hội {number} của Đảng", True, issuer=issuer)
    # The name says only of what level; whose congress it was is told by the issuer.
    place, nth = " ".join(found["place"].split()), found["nth"]
    level = _level(place)
    issuer = f"Đại hội Đảng bộ {place} lần thứ {nth}"
    return RawName(
        span, type_, f"{word} Đại hội Đảng bộ {level} lần thứ {nth}", True, issuer=issuer
    )


def _level(place: str) -> str:
    found = _LEVEL.match(place)
    return found[0].replace("TP.", "thành phố").replace("TP", "thành phố") if found else place


# 'Nghị quyết Trung ương 4 (khóa XI, XII)': the same plenum of another term.
_ANOTHER_TERM = re.compile(
    r"(?:\s{0,8}[,;]|\s{1,8}và)\s{1,8}(?P<name>(?:[Kk]h(?:óa|oá)\s{1,8})?(?P<term>[IVX]{1,5}))\b"
)


def _plenums(text: str, found: re.Match[str]) -> list[RawName]:
    first = _plenum(found)
    names = [first]
    at = first.span.end
    while found["term"] and (more := _ANOTHER_TERM.match(text, at)) is not None:
        name = f"{first.name.rpartition(' ')[0]} {more['term']}"
        span = Span(*more.span("name"))
        names.append(RawName(span, first.type, name, known=True, term=more["term"]))
        at = more.end()
    return names


def _plenum(found: re.Match[str]) -> RawName:
    nth = found["number"] or str(
        _ORDINALS.get(" ".join((found["nth"] or "").split()), found["nth"])
    )
    whole = found[0].rstrip()
    tail = " \n\t" if found["term"] and whole.endswith(")") and "(" in whole else " ,()\n\t"
    end = found.start() + len(whole.rstrip(tail))
    word = " ".join(found["word"].split()).capitalize()
    type_ = "nghi-quyet" if word == "Nghị quyết" else "ket-luan"
    term = f" khóa {found['term']}" if found["term"] else ""
    name = f"{word} Trung ương {nth}{term}"
    return RawName(Span(found.start(), end), type_, name, known=True, term=found["term"])
