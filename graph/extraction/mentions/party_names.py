"""Finding Party documents by name: congress and plenum resolutions, the Statute, the Platform."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.extraction.mentions.laws import RawName
from graph.model.spans import Span

_NTH = r"(?:tư|nhất|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm))?)"
_PROPER = r"(?-i:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÍÌÚÙÝ])[^\W\d_]*"
_PLACE = (
    r"(?:(?:tỉnh|thành\sphố|TP\.?|huyện|quận|thị\sxã|xã|phường|thị\strấn|Khối|Bộ|Quân\sđội)"
    rf"(?:\s{_PROPER}){{0,4}})"
)
_ROMAN = r"(?-i:[IVX]{1,5})\b"
# 'Nghị quyết Đại hội 14', as papers have it; '10 năm' are counted
_IN_DIGITS = r"1[0-9](?![\d/.-]|,\d|\s{1,8}(?:năm|tháng|ngày|nhiệm))"
_LEVEL = re.compile(r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?!\S)")
_CONGRESS = re.compile(
    r"(?i:(?P<word>nghị\s{1,8}quyết|báo\s{1,8}cáo\s{1,8}chính\s{1,8}trị)\s{1,8}"
    r"(?:của\s{1,8})?đại\s{1,8}hội\s{1,8}"
    r"(?:(?P<local>đại\s{1,8}biểu\s{1,8})?(?P<dang>đảng\s{1,8}bộ)\s{1,8}"
    rf"(?P<place>{_PLACE})(?:,)?\s{{1,8}}lần\s{{1,8}}thứ\s{{1,8}}(?P<nth>(?-i:[IVXL]{{1,7}})\b|\d{{1,2}}\b|{_NTH})"
    r"|(?:đại\s{1,8}biểu\s{1,8}toàn\s{1,8}quốc\s{1,8})?(?:lần\s{1,8}thứ\s{1,8})?(?:kh(?:óa|oá)\s{1,8})?(?:đảng\s{1,8}(?:toàn\s{1,8}quốc\s{1,8})?(?:(?:lần\s{1,8}thứ|kh(?:óa|oá))\s{1,8})?)?"
    rf"(?P<number>{_ROMAN}|{_IN_DIGITS})(?P<party>\s{{1,8}}(?:của\s{{1,8}})?đảng(?:\s{{1,8}}cộng\s{{1,8}}sản\s{{1,8}}việt\s{{1,8}}nam)?)?))"
)
# Other organisations have congresses too: 'Nghị quyết Đại hội XIII Công đoàn Việt Nam'.
_OTHERS = re.compile(
    r"\s{1,8}(?:của\s{1,8})?(?P<whose>(?:Công\sđoàn|Mặt\strận|MTTQ|Liên\sđoàn|LĐLĐ"
    r"|Đoàn(?!\s(?:kết|thể|công|kiểm|đại|viên))|Hội(?!\s(?:nghị|đồng|thảo|viên)))"
    r"(?![^\W_])(?:[^\n.,;:()“”\"]{0,32}?\s(?:Việt\sNam|Hồ\sChí\sMinh)(?![^\W_]))?)"
)
_COMMITTEE = (
    r"(?:Ban\s{1,8}Chấp\s{1,8}hành\s{1,8}Trung\s{1,8}ương|BCH\s{0,8}(?:Trung\s{1,8}ương|TW|TƯ)"
    r"|Trung\s{1,8}ương|T\.?W|T\.?Ư)(?:\s{1,8}Đảng)?"
)
_ANY_NTH = rf"(?:{_NTH}|\d{{1,2}}\b|{_ROMAN})"
_PLENUM = re.compile(
    r"(?i:(?P<word>nghị\s{1,8}quyết|kết\s{1,8}luận|(?-i:NQ|KL)(?=\s{0,8}(?:T\.?W|T\.?Ư|Trung)))\s{0,8}"
    r"(?:của\s{1,8})?(?:hội\s{1,8}nghị\s{1,8})?"
    rf"(?:lần\s{{1,8}}thứ\s{{1,8}}(?P<nth>{_ANY_NTH})(?:\s{{0,8}},)?\s{{1,8}}{_COMMITTEE}"
    rf"|{_COMMITTEE}\s{{1,8}}lần\s{{1,8}}thứ\s{{1,8}}(?P<nth2>{_ANY_NTH})"
    rf"|(?:Trung\s{{1,8}}ương\s{{1,8}}|T\.?W\s{{0,8}}|T\.?Ư\s{{0,8}})(?P<number>\d{{1,2}}\b|{_ROMAN})(?!\s{{0,8}}[-/.]\d|[-/]))"
    r"(?P<again>\s{0,8}\(?\s?lần\s{1,8}(?:thứ\s{1,8})?(?:2|hai)\b\)?)?)"
)
_TERMS = re.compile(
    rf",?\s{{0,8}}\(?\s{{0,8}}(?i:khóa|khoá)\s{{1,8}}(?P<term>{_ROMAN})(?P<close>\s{{0,8}}\))?"
)
# 'Nghị quyết Trung ương 4, 6, 7 khóa XII'
_MORE_PLENUMS = re.compile(
    r"(?P<more>(?:(?:\s{0,4},|\s{1,4}và)\s{1,4}\d{1,2}\b(?![-/.]\d)){1,6})"
    rf"(?P<of>\s{{0,4}},?\s{{0,4}}\(?\s{{0,4}}(?i:khóa|khoá)\s{{1,8}}(?P<term>{_ROMAN})\)?)"
)
_ANOTHER_TERM = re.compile(
    r"(?:\s{0,8}[,;]|\s{1,8}và)\s{1,8}(?P<name>(?:[Kk]h(?:óa|oá)\s{1,8})?"
    rf"(?P<term>{_ROMAN}))(?!\s{{0,8}}[-./]\d)"
)
_STATUTE = re.compile(
    r"(?:Điều\s{1,8}lệ|điều\s{1,8}lệ|ĐIỀU\s{1,8}LỆ)\s{1,8}(?:Đảng|ĐẢNG)\b"
    r"(?!\s{1,8}(?:bộ|ủy|uỷ))(?:\s{1,8}(?:Cộng\s{1,8}sản\s{1,8}Việt\s{1,8}Nam|CỘNG\s{1,8}SẢN\s{1,8}VIỆT\s{1,8}NAM))?"
)
_GROWN = (
    r"\s{1,8}\((?:được\s{1,8})?bổ\s{1,8}sung\s{0,8},?\s{1,8}(?:và\s{1,8})?phát\s{1,8}triển"
    r"\s{0,8},?\s{1,8}(?:năm\s{1,8})?2011\s{0,8}\)"
)
_PLATFORM = re.compile(
    r"C(?=ư)ương\s{1,8}lĩnh(?:(?=\s{1,8}(?:năm\s{1,8})?(?:1930|1951|1991|2011)(?!\d))|\s{1,8}(?:chính\s{1,8}trị|xây\s{1,8}dựng\s{1,8}đất\s{1,8}nước(?:\s{1,8}trong\s{1,8}thời\s{1,8}kỳ"
    r"\s{1,8}quá\s{1,8}độ\s{1,8}lên\s{1,8}(?:chủ\s{1,8}nghĩa\s{1,8}xã\s{1,8}hội|CNXH))?)"
    rf"|(?={_GROWN})|\s{{1,8}}của\s{{1,8}}Đảng(?!\s(?:bộ|ủy|uỷ|[^\W\d_]*ảng))"
    rf"|(?=\s{{0,3}},\s{{1,8}}(?:và\s)?Điều\s{{1,4}}lệ))(?:{_GROWN})?"
)
# 'chấp hành Cương lĩnh, Điều lệ, nghị quyết của Đảng': the Party's, as the platform is
_STATUTE_TOO = re.compile(
    r"\s{0,3}(?:,|,?\s{1,4}và)\s{1,8}(?P<name>Điều\s{1,4}lệ)(?=\s{0,3}[,;.]|\s{1,8}(?:của\s{1,8}Đảng|và)(?![^\W_]))"
)
_GROWN_IN = 2011
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _in_roman(number: int) -> str:
    """Return a number below twenty as the Party writes it: 'XIV' for 14."""
    return "X" * (number // 10) + _ONES[number % 10]


_ROMANS = {_in_roman(number): number for number in range(1, 16)}
_NUMBER = re.compile(r"\d{1,2}")
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
             "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
             "mười ba": 13, "mười bốn": 14, "mười lăm": 15}  # fmt: skip


# What each kind of name holds, and few other stretches of text do: a letter without which it is
# not there, told at once, and a pattern. The rarest letters come first in it: they are what the
# search runs for.
_CONGRESS_HINTS = (
    ("h", re.compile(r"ạ(?<=[tịa\s]\s[Đđ]ạ)i\s{1,8}hội\s{1,8}(?:[^\W\d_]|1\d)")),
    ("Ạ", re.compile(r"ẠI(?<=[TỊA\s]\sĐẠI)\s{1,8}HỘI\s{1,8}(?:[^\W\d_]|1\d)")),
)
_PLENUM_HINTS = (
    ("ầ", re.compile(
        rf"ầ(?<=lầ)n\s{{1,8}}thứ\s{{1,8}}(?:{_NTH}|\d{{1,2}}|[IVX]{{1,4}})(?:\s{{0,8}},)?\s{{1,8}}"
        r"(?:Ban|BCH|Trung)"
    )),
    ("ơ", re.compile(r"ơ(?:(?<=rung\sươ)|(?<=\s\sươ))ng\s{1,8}(?:Đảng\s{1,8})?(?:\d|[IVX]|lần)")),
    ("Ơ", re.compile(r"Ơ(?:(?<=RUNG\sƯƠ)|(?<=\s\sƯƠ))NG\s{1,8}(?:\d|[IVX]|LẦN)")),
    ("W", re.compile(r"W(?:(?<=TW)|(?<=T\.W))\s{0,8}(?:\d|[IVX]|lần)")),
    ("Ư", re.compile(r"Ư(?:(?<=TƯ)|(?<=T\.Ư))\s{0,8}(?:\d|[IVX]|lần)")),
)  # fmt: skip
_STATUTE_HINTS = (
    ("Đ", re.compile(r"ệ(?<=lệ)\s{1,8}Đảng")),
    ("Ệ", re.compile(r"Ệ(?<=LỆ)\s{1,8}ĐẢNG")),
)
_BEFORE, _AFTER = 96, 160


def find_party_names(text: str) -> list[RawName]:
    """Return every Party document that is named rather than numbered, in order."""
    congresses = _around(text, _CONGRESS, _CONGRESS_HINTS)
    plenums = _around(text, _PLENUM, _PLENUM_HINTS)
    statutes = _around(text, _STATUTE, _STATUTE_HINTS)
    names = [_congress(text, found) for found in congresses]
    names += [name for found in plenums for name in _plenum(text, found)]
    names += [_plain(found, "dieu-le", "Điều lệ Đảng") for found in statutes]
    for platform in _PLATFORM.finditer(text):
        names.append(_platform(platform))
        too = _STATUTE_TOO.match(text, platform.end())
        if too is not None:
            names.append(RawName(Span(*too.span("name")), "dieu-le", "Điều lệ Đảng", known=True))
    return sorted(names, key=lambda name: name.span)


def _around(
    text: str, pattern: re.Pattern[str], hints: Iterable[tuple[str, re.Pattern[str]]]
) -> list[re.Match[str]]:
    """Return the matches of ``pattern`` near the places that hints find, each once."""
    matches: dict[tuple[int, int], re.Match[str]] = {}
    for letter, hint in hints:
        for place in hint.finditer(text) if letter in text else ():
            begin = max(0, place.start() - _BEFORE)
            for found in pattern.finditer(text, begin, place.end() + _AFTER):
                if found.start() < place.start() < found.end():
                    matches.setdefault(found.span(), found)
    return list(matches.values())


def _plain(found: re.Match[str], type_: str, name: str) -> RawName:
    return RawName(Span(*found.span()), type_, name, known=True)


def _platform(found: re.Match[str]) -> RawName:
    year = _GROWN_IN if found[0].endswith(")") else None
    return RawName(Span(*found.span()), "cuong-linh", "Cương lĩnh", known=True, year=year)


def _congress(text: str, found: re.Match[str]) -> RawName:
    word = " ".join(found["word"].split()).capitalize()
    types = {"Nghị quyết": "nghi-quyet", "Báo cáo chính trị": "bao-cao-chinh-tri"}
    type_ = types[word]
    span = Span(*found.span())
    if not found["place"]:
        number = found["number"]
        number = _in_roman(int(number)) if number.isdecimal() else number
        other = None if found["party"] else _OTHERS.match(text, found.end())
        if other is not None:
            whose = " ".join(other["whose"].split())
            span, issuer = Span(found.start(), other.end()), f"Đại hội {number} {whose}"
            return RawName(span, type_, f"{word} {issuer}", True, issuer=issuer)
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


def _plenum(text: str, found: re.Match[str]) -> Iterator[RawName]:
    """Yield a plenum's resolution, one for each term: 'Nghị quyết Trung ương 4 khóa XI, XII'."""
    nth = _ordinal(found["number"] or found["nth"] or found["nth2"])
    word = " ".join(found["word"].split()).capitalize()
    ruling = word.startswith(("N", "n"))
    type_, called = ("nghi-quyet", "Nghị quyết") if ruling else ("ket-luan", "Kết luận")
    name = f"{called} Trung ương {nth}{' lần 2' if found['again'] else ''}"
    term = _TERMS.match(text, found.end())
    if term is None and (listed := _MORE_PLENUMS.match(text, found.end())) is not None:
        of_term = listed["term"]
        spans = [Span(*found.span())]
        spans += [Span(*each.span()) for each in _NUMBER.finditer(text, *listed.span("more"))]
        spans[-1] = Span(spans[-1].start, listed.end())
        for number, span in zip([nth, *_NUMBER.findall(listed["more"])], spans, strict=True):
            called_so = f"{called} Trung ương {number.lstrip('0')} khóa {of_term}"
            yield RawName(span, type_, called_so, known=True, term=of_term)
        return
    if term is None:
        yield RawName(Span(*found.span()), type_, name, known=True)
        return
    opened = "(" in term[0]
    end = term.end() if term["close"] is None or opened else term.end("term")
    of_term, span = term["term"], Span(found.start(), end)
    yield RawName(span, type_, f"{name} khóa {of_term}", known=True, term=of_term)
    at = term.end("term")
    while term["close"] is None and (more := _ANOTHER_TERM.match(text, at)) is not None:
        of_term, span = more["term"], Span(*more.span("name"))
        yield RawName(span, type_, f"{name} khóa {of_term}", known=True, term=of_term)
        at = more.end()


def _ordinal(written: str) -> str:
    """Return an ordinal in digits: 'tư', 'IV' and '4' are one."""
    word = " ".join(written.split())
    return str(_ROMANS.get(word) or _ORDINALS.get(word.lower()) or word.lstrip("0"))
