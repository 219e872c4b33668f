"""Reading the end of an official document: since when it is in force, who signed, when passed."""

from __future__ import annotations

import re

from graph.extraction.dates import dates_in
from graph.extraction.draft import Draft
from graph.extraction.patterns import SPACE
from graph.model.numbers import NumberForm
from graph.model.spans import Span

_TAIL = 4000
_IN_FORCE = re.compile(
    rf"này{SPACE}(?:và{SPACE}[^.;\n]{{0,60}}|thay{SPACE}thế[^.;]{{0,300}}?{SPACE}và{SPACE})?có{SPACE}hiệu{SPACE}lực"
    rf"(?:{SPACE}(?:thi{SPACE}hành|từ|kể|sau|áp{SPACE}dụng)){{0,4}}{SPACE}(?:từ{SPACE})?"
    rf"(?P<when>ngày(?:{SPACE}(?P<signing>ký|thông{SPACE}qua|ban{SPACE}hành))?)"
)
_PASSED = re.compile(rf"thông{SPACE}qua{SPACE}(?=ngày)")
_DATELINE = re.compile(r"^.{0,60}?,[ \t]*ngày\b.{0,40}$", re.M)
# A signature: for whom and as what, in capitals, then the name.
_SIGNED = re.compile(
    r"^[ \t]*(?P<capacity>(?:(?:TM|T/M|KT|TL|TUQ|Q|K/T|T/L)\b[^\n]{0,90}\n\s{0,40})*"
    r"(?:(?:PHÓ |QUYỀN |THỨ )?(?:[A-ZĐÂĂÊÔƠƯÀ-Ỹ]{2,}[ ,-]{0,3}){1,10}))[ \t]*\n"
    r"(?:[^\n\w]{0,60}\n){0,6}[ \t]*"
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)[ \t]+|(?:GS|PGS|TS|ThS)\.[ \t]*){0,2}"
    r"(?P<name>(?:[A-ZĐÂĂÊÔƠƯÀ-Ỹ][a-zà-ỹđ]{0,6}[ \t]+){1,4}[A-ZĐÂĂÊÔƠƯÀ-Ỹ][a-zà-ỹđ]{0,6})[ \t]*$",
    re.M,
)
_BEHALF = re.compile(r"^[ \t]*T/?M\.?[ \t]+(?P<body>[A-ZĐÂĂÊÔƠƯÀ-Ỹ ]{4,60}?)[ \t]*$", re.M)
_CENTRAL = ("BAN BÍ THƯ", "BỘ CHÍNH TRỊ", "BAN CHẤP HÀNH TRUNG ƯƠNG")
_SIGNS = re.compile(
    r"\n[ \t]*(?=(?:TM|T/M|KT|TL|TUQ|Q)\b|(?:PHÓ |THỨ |QUYỀN )?"
    r"(?:BỘ |THỦ |CHỦ |BÍ |THỐNG |TỔNG |VIỆN |CHÁNH |GIÁM |TRƯỞNG |CỤC ))"
)
_OFFICE = re.compile(
    r"BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|BÍ THƯ|CHỦ NHIỆM|THỐNG ĐỐC|VIỆN TRƯỞNG|CHÁNH|TỔNG|"
    r"GIÁM ĐỐC|TRƯỞNG BAN|CỤC TRƯỞNG|THANH TRA"
)


def read_closing(text: str, draft: Draft) -> None:
    """Set the date where the head has none, the day of entry into force, and who signed."""
    if draft.date is None:
        _passed(text, draft)
    if draft.type != "van-ban-hop-nhat":  # which has no force of its own
        _effect(text, draft)
    _signature(text, draft)
    _on_behalf(text, draft)


def _passed(text: str, draft: Draft) -> None:
    """Take 'được Quốc hội … thông qua ngày', else the last dateline."""
    tail = max(0, len(text) - _TAIL)
    for place in reversed(list(_PASSED.finditer(text, tail))):
        for date, span in dates_in(text, place.end(), place.end() + 45):
            draft.date, draft.date_span = date, span
            return
    for line in reversed(list(_DATELINE.finditer(text, tail))):
        for date, span in dates_in(text, *line.span()):
            draft.date, draft.date_span = date, span
            return


def _effect(text: str, draft: Draft) -> None:
    for clause in _IN_FORCE.finditer(text):
        if clause["signing"]:
            draft.effective, draft.effective_span = draft.date, Span(*clause.span("when"))
            return
        for date, span in dates_in(text, clause.start("when"), clause.end() + 40):
            draft.effective, draft.effective_span = date, span
            return


def _signature(text: str, draft: Draft) -> None:
    """Take the first name that stands under an office in capitals: annexes come after it."""
    for line in _SIGNS.finditer(text):
        found = _SIGNED.match(text, line.start() + 1)
        if found is not None and _OFFICE.search(found["capacity"]):
            lines = (part.strip(" .,\t") for part in found["capacity"].splitlines())
            draft.capacity = "; ".join(part for part in lines if part)
            draft.signer = " ".join(found["name"].split())
            return


def _on_behalf(text: str, draft: Draft) -> None:
    """A committee's paper is issued by the body for which it is signed: 'T/M BAN BÍ THƯ'."""
    number = draft.number
    if number is None or number.form is not NumberForm.PARTY:
        return
    for found in _BEHALF.finditer(text, max(0, len(text) - _TAIL)):
        body = " ".join(found["body"].split())
        if body in _CENTRAL:
            draft.issuer, draft.issuer_span = body, Span(*found.span("body"))
        elif body == "BAN THƯỜNG VỤ" and draft.issuer and not draft.issuer.startswith("BAN"):
            draft.issuer = f"{body} {draft.issuer}"
