"""Where numbers of documents may begin: at digits before a code or behind a type word."""

from __future__ import annotations

import re

from graph.extraction.mentions.numbers import CODE_AHEAD, NumberFinder, RawNumber, begins
from graph.extraction.mentions.shorts import ABBREVIATED

# A digit before what may be a code, right after 'số', or after the last syllable of a type that
# is called by bare number. The noncharacters make a set of letters that is looked up in a table,
# which a search passes over more quickly than a range; what they find is read as no number.
_ABBREVIATED = "|".join((*ABBREVIATED, *(word.lower() for word in ABBREVIATED)))
_PLACE = re.compile(
    "[0-9\ufdd0\ufffe]"
    r"(?<!\d\d)(?:(?P<headed>(?<=[ốỐ]\d)|(?<=yết[”\"]\s\d)|(?<=[ốỐ]:\d)|(?:(?<=[ốỐ:\shHtTnNịỊiIoOưƯĐđQq]\s\d)|(?<=[ĐQT][.:]\d))"
    r"(?:(?<=[ốỐ]\s\d)|(?<=[ốỐ]:\s\d)|(?<=[ốỐ]\s\s\d)|(?<=\b[Ss]o\s\d)|(?<=[\stT][ưƯ]\s\d)"
    r"|(?<=(?:ịnh|yết|dẫn|uận|ệnh|ịch|thị|văn|ạch|báo|cáo|iện|Thị|ỊNH|YẾT|DẪN|UẬN|ỆNH|ỊCH|THỊ)\s\d)"
    rf"|(?<=trình\s\d)|(?<=đinh\s\d)|(?<=ăn\sbản\s\d)|(?<=ề\sán\s\d)|(?<=\b(?:{_ABBREVIATED})[\s.:]\d))|(?<=\bN[ĐQ]\d)|(?<=\b(?:TT|QĐ)\d)(?=\d{{0,3}}/[12]))"
    rf"|{CODE_AHEAD})"
)
# 'NĐ138/2020/NĐ-CP', 'KL21-KL/TW': the word for the type is stuck to the number.
_GLUED = re.compile(r"(?<![^\W_])(?:NĐ|NQ|TT|CT|QĐ|KL|KH|HD|CV|BC|TB|[Ss]ố|SỐ)$")
_GLUED_SO = re.compile(r"(?<![^\W_])(?:[Ss]ố|SỐ)$")


def find_places(text: str, finder: NumberFinder) -> tuple[dict[int, RawNumber], list[int]]:
    """Return the numbers with a code by where they begin, and where else one may, in order."""
    numbers: dict[int, RawNumber] = {}
    places = []
    free = 0
    for found in _PLACE.finditer(text):
        at = found.start()
        raw = finder.at(text, at) if at >= free else None
        if raw is not None:
            free = raw.span.end
            glued = _GLUED if raw.sure else _GLUED_SO
            if begins(text, at) or glued.search(text, max(0, at - 3), at):
                numbers[at] = raw
        if at in numbers or found["headed"] is not None:
            places.append(at)
    return numbers, places
