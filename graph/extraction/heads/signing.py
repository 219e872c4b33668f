"""Reading the foot of an official document: who signed it, as what, and to whom it was sent.

On paper the recipients stand to the left of the signature. A text has the two columns one after
the other, or line by line beside each other, parted by a wide gap or by nothing at all.
"""

from __future__ import annotations

import re
from itertools import islice

from graph.extraction.text.columns import Row, rows_of
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import LOWER

_CAPITAL = "A-ZĐÂĂÊÔƠƯÀ-Ỹ"
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)[ \t]+|(?:GS|PGS|TS|ThS|BS)\.[ \t]*){0,2}"
_NAME = rf"(?:[{_CAPITAL}][{LOWER}]{{0,6}}[ \t]+){{1,4}}[{_CAPITAL}][{LOWER}]{{0,6}}"
_NAME_ALONE = re.compile(rf"{_RANK}{_NAME}")
# A signature: for whom and as what, in capitals, then the name.
_SIGNED = re.compile(
    r"^[ \t]*(?P<capacity>(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b[^\n]{0,90}\n\s{0,40})*"
    rf"(?:(?:PHÓ |QUYỀN |THỨ )?(?:[{_CAPITAL}]{{2,}}[ ,-]{{0,3}}){{1,10}}"
    rf"|T/?M\.?[ \t]+(?:[{_CAPITAL}]{{2,}}[ ,-]{{0,3}}){{1,8}}))[ \t\]]*\n"
    # a seal's or a stamp's traces: '[daky]', '(đã ký)', what is left of them
    r"(?:(?:[^\n\w]{0,60}|[ \t]*[\[(]?(?:[Đđ]ã ký|daky)[\])]?[ \t]*)\n){0,8}"
    rf"[ \t]*(?:\w{{0,5}}\])?{_RANK}(?P<name>{_NAME})[ \t]*$",
    re.M,
)
_SIGNS = re.compile(
    r"\n[ \t]*(?=(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b|(?:PHÓ |THỨ |QUYỀN )?"
    r"(?:BỘ |THỦ |CHỦ |BÍ |THỐNG |TỔNG |VIỆN |CHÁNH |GIÁM |TRƯỞNG |CỤC ))"
)
_OFFICE = re.compile(
    r"T/?M\b|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|BÍ THƯ|CHỦ NHIỆM|THỐNG ĐỐC|VIỆN TRƯỞNG|"
    r"CHÁNH|TỔNG|GIÁM ĐỐC|TRƯỞNG BAN|CỤC TRƯỞNG|THANH TRA|TRƯỞNG"
)
_JOINT = ("lien-tich",)
_NEXT = 700  # how far the next of several signatures may be
_SENT = re.compile(r"\n(?P<line>[ \t*_]{0,8}N[ơƠ][iI] [nN][hH][ậẬ][nN][ \t*_]{0,4}:)")
_FEET = 40  # how many lists of recipients to look at for the one beside the signature
_BESIDE, _BEHIND = 1800, 400
_ITEM = re.compile(r"[-–+•][ \t]*(?P<who>\S.*)")
_ITEMS = 60
_BLANK_ITEM = re.compile(r"[\W\d_]*|.*(?:\.{3}|…).*")
_LONGEST = 200


def read_foot(text: str, draft: Draft) -> None:
    """Set who signed, as what, and to whom the document was sent."""
    for sent in islice(_SENT.finditer(text), _FEET):
        at = sent.start("line")
        rows = rows_of(text, at, min(len(text), at + _BESIDE))
        signed = _sign("\n".join(map(_right, rows)), draft)
        if signed or _is_near(text, draft, at):
            draft.recipients = _recipients(rows)
            break
    if draft.signer is None:
        _sign(text, draft)


def _right(row: Row) -> str:
    """Return what stands on the signature's side: a name alone on its line is no recipient."""
    left, right = row
    return right or (left if _NAME_ALONE.fullmatch(left) else "")


def _is_near(text: str, draft: Draft, at: int) -> bool:
    """Tell whether the recipients stand beside a signature: those of a form have none."""
    ahead = _sign(text[at : at + _BESIDE], draft)
    return ahead or _sign(text[max(0, at - _BEHIND) : at], draft)


def _sign(text: str, draft: Draft) -> bool:
    """Take the first name that stands under an office in capitals: annexes come after it."""
    signed: list[re.Match[str]] = []
    text = f"\n{text}"  # every line has a break before it
    for line in _SIGNS.finditer(text):
        if signed and line.start() > signed[-1].end() + _NEXT:
            break
        found = _SIGNED.match(text, line.start() + 1)
        if found is None or not _OFFICE.search(found["capacity"]):
            continue
        if not signed or found.start() >= signed[-1].end():
            signed.append(found)
        if not (draft.type or "").endswith(_JOINT):
            break
    if signed:
        draft.signer = "; ".join(" ".join(found["name"].split()) for found in signed)
        draft.capacity = " / ".join(map(_capacity, signed))
    return bool(signed)


def _capacity(found: re.Match[str]) -> str:
    lines = (" ".join(part.split()).strip(" .,") for part in found["capacity"].splitlines())
    return "; ".join(line for line in lines if line)


def _recipients(rows: list[Row]) -> tuple[str, ...]:
    """Return the items below 'Nơi nhận:', each without its dash and what closes it."""
    items: list[str] = []
    broken = False  # by an empty line
    for left, right in rows[1:]:
        item = _ITEM.match(left)
        if item is not None:
            items.append(item["who"])
        elif not left:
            broken = broken or not right
            continue
        elif broken or left.isupper() or not items or items[-1].endswith("."):
            break
        else:
            items[-1] += f" {left}"
        broken = False
    kept = (item.strip(" ;,./") for item in items[:_ITEMS])
    return tuple(item for item in kept if len(item) < _LONGEST and not _BLANK_ITEM.fullmatch(item))
