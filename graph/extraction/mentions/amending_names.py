"""Names of amending laws: 'Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y'."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import MAYBE_SPACE, SPACE

_LAW_AHEAD = rf"(?=(?:các{SPACE})?(?:luật|bộ{SPACE}luật|pháp{SPACE}lệnh)\b)"
_ARTICLES = (
    rf"một{SPACE}số{SPACE}(?:điều|nội{SPACE}dung|quy{SPACE}định)|các{SPACE}điều|"
    rf"điều{SPACE}\d{{1,3}}(?:{MAYBE_SPACE}(?:,|và){MAYBE_SPACE}(?:điều{SPACE})?\d{{1,3}}){{0,10}}"
)
# '… một số điều và Phụ lục Danh mục chỉ tiêu của Luật X': what else of the law is amended.
_AND_ANNEX = (
    rf"{SPACE}và{SPACE}(?:các{SPACE})?(?:phụ{SPACE}lục|danh{SPACE}mục|biểu)(?![^\W_])[^.;:“”()]{{0,160}}?"
    rf"(?={SPACE}của{SPACE}(?:luật|bộ{SPACE}luật|pháp{SPACE}lệnh)(?![^\W_]))"
)
_ALL_LAWS = (
    rf"(?:các|\d{{1,3}}){SPACE}luật(?:{SPACE}(?:về|(?:có{SPACE})?(?:quy{SPACE}định{SPACE})?"
    rf"liên{SPACE}quan{SPACE}đến))?"
)
AMENDS = "sửa đổi, bổ sung một số điều của"
AMENDING = re.compile(
    rf"{SPACE}sửa{SPACE}đổi(?:{MAYBE_SPACE}(?:,|và)?{MAYBE_SPACE}bổ{SPACE}sung)?"
    rf"(?P<articles>{SPACE}(?:{_ARTICLES})(?:{SPACE}có{SPACE}liên{SPACE}quan{SPACE}đến(?={SPACE})|{_AND_ANNEX})?)?"
    rf"(?:{SPACE}của)?"
    rf"(?:{SPACE}(?P<all>{_ALL_LAWS})(?!\w)|(?P<inner>{SPACE}{_LAW_AHEAD}(?:các{SPACE})?))?"
)
NEXT_INNER = re.compile(
    rf"(?:{SPACE}số{SPACE}\d[\w/]{{3,20}})?{MAYBE_SPACE}"
    rf"(?:,{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}và{SPACE}){_LAW_AHEAD}"
)
