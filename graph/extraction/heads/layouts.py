"""Laying out a letterhead as its lines once stood: pages lose them in tables and in one long line.

Letters stand for letters, so offsets stay.
"""

from __future__ import annotations

import re

from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import LOWER, UPPER, alternation

HEAD = 3000
_FLAT_HEAD = 1500
_NUMBER = r"S[ốỐ]\s?:?\s?\d[^\s]{2,30}"
_MOTTO = r"(?:C(?:ỘNG|ộng) H(?:ÒA|OÀ|òa|oà)|Đ(?:ỘC|ộc) [Ll](?:ẬP|ập)|ĐẢNG CỘNG SẢN)"
_NAME = rf"[{UPPER}][{LOWER}]{{1,7}}"
_DATELINE = rf"(?:{_NAME} ){{0,4}}{_NAME}, ngày \d{{1,2}} tháng \d{{1,2}} năm \d{{4}}"
# The number and the motto in one line, in whichever order, or the motto and the dateline.
_FLAT = re.compile(
    rf"{_NUMBER}[ |-]{{1,30}}{_MOTTO}|{_MOTTO}[^\n]{{10,120}}[ |]{_NUMBER}"
    rf"|(?:phúc|PHÚC)[ -]{{1,30}}{_DATELINE}"
)
# 'Số: 231/SGDĐT-GDTrH V/v thực hiện quy định': the subject is below the number.
_SUBJECT = re.compile(rf"(?<![^\s|*])(?P<number>{_NUMBER})[ ](?=V/[vV][ :])")
# A head without any of these is none, or lies as it should.
_TELLING = ("|", "**", "CỘNG ", "Cộng hòa", "Cộng hoà", "Độc lập", "V/v", "V/V", "Số:", "SỐ:")
_BODY_LED = re.compile(rf"[ \t|]*(?P<body>[{UPPER}][{UPPER}{LOWER} ,]{{4,70}}?) (?=Số:)")


class Layouts:
    """Knows the words for types in capitals; immutable."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = {w for law in (False, True) for w in lexicon.type_words(law=law) if w.isupper()}
        types = alternation(words)
        names = alternation({word.capitalize() for word in words})
        self._breaks = re.compile(
            rf"[ ](?={_MOTTO}|{_NUMBER}[ |]|Căn cứ [{UPPER}])|[ ]{_DATELINE}"
            rf"|(?:(?<=phúc)|(?<=PHÚC)|(?<=năm \d\d\d\d))[ ]"
            rf"|(?<=[{UPPER}])[ ](?=[{UPPER}][{LOWER}])"
            rf"|[ ](?={types} [{UPPER}][{LOWER}])"
        )
        # 'Nghị định' in a line by itself, above a title in capitals.
        self._named = re.compile(rf"^[ \t]*{names}(?=[ \t]*\n[ \t]*[{UPPER}]{{2}})", re.M)

    def laid_out(self, text: str) -> str:
        """Return a text, as long, with a line for each cell and part of its head."""
        head = text[:HEAD]
        if not any(map(head.__contains__, _TELLING)):
            return text
        if "|" in head:
            head = head.replace("|", "\n")
        if "**" in head:
            head = head.replace("*", " ")
        if _FLAT.search(text, 0, _FLAT_HEAD):
            led = _BODY_LED.match(head)
            if led is not None and not led["body"].isupper():
                head = head[: led.end()].upper() + head[led.end() :]
            head = self._breaks.sub(_broken, head[:_FLAT_HEAD]) + head[_FLAT_HEAD:]
        head = _SUBJECT.sub(r"\g<number>\n", head)
        if (named := self._named.search(head)) is not None:
            head = head[: named.start()] + named[0].upper() + head[named.end() :]
        return head + text[HEAD:]


def _broken(found: re.Match[str]) -> str:
    return f"\n{found[0][1:]}"
