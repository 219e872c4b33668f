"""Finding resolutions of the national congresses of mass organisations, and charters, by name.

'Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII', 'Nghị quyết Đại hội đại biểu toàn quốc Hội Nông dân
Việt Nam lần thứ VIII', 'Điều lệ Công đoàn Việt Nam'. Those of provinces and districts are left
out: whose they are is not told.
"""

from __future__ import annotations

import re

from graph.extraction.mentions.laws import RawName
from graph.model.spans import Span

_NTH = r"(?:(?-i:[IVX]{1,6})|\d{1,2})(?![^\W_])"
_ORGANISATION = (
    r"(?:Đoàn(?!\s(?:kết|thể|đại|công))|Hội(?!\s(?:nghị|đồng|thảo|viên|thánh|thi))|Công\s{1,4}đoàn|Liên\s{1,4}hiệp"
    r"|Mặt\s{1,4}trận|MTTQ|Phụ\s{1,4}nữ|Nông\s{1,4}dân|Cựu\s{1,4}chiến\s{1,4}binh|Sinh\s{1,4}viên)"
)
_LOCAL = r"(?!tỉnh|thành\sphố|huyện|quận|xã|phường|khối|trường|lần|toàn)"
_WORDS = rf"(?:\s{{1,4}}{_LOCAL}[^\W\d_]{{1,12}}){{0,7}}"
_RESOLUTION = re.compile(
    r"(?i:nghị\s{1,4}quyết\s{1,4}(?:của\s{1,4})?đại\s{1,4}hội(?:\s{1,4}đại\s{1,4}biểu)?\s{1,4}"
    rf"(?P<whose>(?:{_ORGANISATION}{_WORDS}?\s{{1,4}}toàn\s{{1,4}}quốc"
    rf"|toàn\s{{1,4}}quốc\s{{1,4}}(?:của\s{{1,4}})?{_ORGANISATION}{_WORDS}"
    rf"|{_ORGANISATION}{_WORDS}\s{{1,4}}(?:Việt\s{{1,4}}Nam|Hồ\s{{1,4}}Chí\s{{1,4}}Minh)))"
    rf"\s{{1,4}}lần\s{{1,4}}thứ\s{{1,4}}(?P<nth>{_NTH}))"
)
# 'Điều lệ Đoàn TNCS Hồ Chí Minh', 'Điều lệ Hội Liên hiệp Phụ nữ Việt Nam'
_CHARTER = re.compile(
    r"(?:Điều\s{1,4}lệ|ĐIỀU\s{1,4}LỆ|điều\s{1,4}lệ)\s{1,4}(?:của\s{1,4})?"
    rf"(?P<whose>(?i:{_ORGANISATION}{_WORDS}?\s{{1,4}}(?:Việt\s{{1,4}}Nam|Hồ\s{{1,4}}Chí\s{{1,4}}Minh)))(?![^\W_])"
)
_CHARTERS = ("iều lệ", "iều\nlệ", "IỀU LỆ")
_CHARTER_HINT = re.compile(r"(?:iều\s{1,4}lệ|IỀU\s{1,4}LỆ)\s{1,4}(?=[CĐHLMPcủ])")
_HINT = re.compile(r"lần\s{1,4}thứ\s")
_BEFORE = 170


def find_mass_congresses(text: str) -> list[RawName]:
    """Return the resolutions of such congresses, in order."""
    names: dict[int, RawName] = {name.span.start: name for name in _charters(text)}
    for hint in _HINT.finditer(text):
        begin = max(0, hint.start() - _BEFORE)
        for found in _RESOLUTION.finditer(text, begin, hint.end() + 12):
            names.setdefault(found.start(), _name(found))
    return [names[at] for at in sorted(names)]


def _charters(text: str) -> list[RawName]:
    if not any(map(text.__contains__, _CHARTERS)):
        return []
    hints = _CHARTER_HINT.finditer(text)
    found = (_CHARTER.match(text, hint.start() - 1) for hint in hints if hint.start())
    return [
        RawName(
            Span(*each.span()), "dieu-le", f"Điều lệ {' '.join(each['whose'].split())}", known=True
        )
        for each in found
        if each is not None
    ]


def _name(found: re.Match[str]) -> RawName:
    issuer = f"Đại hội {' '.join(found['whose'].split())} lần thứ {found['nth']}"
    return RawName(
        Span(*found.span()), "nghi-quyet", f"Nghị quyết {issuer}", known=True, issuer=issuer
    )
