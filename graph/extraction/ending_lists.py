"""Reading lists of what a text ends, item by item: 'Các thông tư sau hết hiệu lực: a) A; b) B'.

Of each lettered, numbered or dashed item it is the document that opens it; what stands in its
title, or behind 'trừ', is not acted upon. An excerpt without a head is the document that
'Thông tư này' in its clause of effect means.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.extraction.lists import THE_KIND
from graph.extraction.patterns import SPACE
from graph.extraction.saying import HEADING, EndingList, Reading, said
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_THESE = rf"[Cc]ác(?:{SPACE}[^\W\d_]{{1,8}}){{1,4}}{SPACE}sau(?:{SPACE}đây)?"
_SUFFERS = (
    rf"(?:{THE_KIND}|{_THESE}){SPACE}(?:sẽ{SPACE}|đều{SPACE})?(?P<suffers>(?:chấm{SPACE}dứt|hết){SPACE}hiệu{SPACE}lực"
    rf"|(?:bị|được){SPACE}(?:bãi{SPACE}bỏ|thay{SPACE}thế))(?!{SPACE}(?:bởi|theo|tại)(?![^\W_]))"
    rf"(?:{SPACE}[^.;:“”]{{0,120}})?"
)
_ACTS = (
    rf"(?P<acts>[Bb]ãi{SPACE}bỏ|[Hh]ủy{SPACE}bỏ|[Tt]hay{SPACE}thế)(?:{SPACE}(?:cho|toàn{SPACE}bộ|hiệu{SPACE}lực|một{SPACE}phần)){{0,2}}"
    rf"{SPACE}(?:các|những|\d{{1,3}}){SPACE}[^.;:“”\n]{{3,160}}?(?:sau(?:{SPACE}đây)?|dưới{SPACE}đây|gồm)"
)
_LEAD = re.compile(rf"(?<![^\W_])(?:{_SUFFERS}|{_ACTS})[ \t]{{0,4}}:(?=\s{{0,12}}[^\s])")
_WORDS = ("hiệu lực", "ãi bỏ", "ủy bỏ", "hay thế")  # of which one is in a lead
_REACH = 6000
# How an item begins, by kind: a list ends with what is above it in numbering.
_MARK = re.compile(
    r"(?:^|[\s:;.])(?:(?P<letter>[a-zđ]{1,2}\))|(?P<number>\d{1,3}[.)])|(?P<dash>[-–+•*]))\s{0,4}"
    r"(?:(?i:toàn\sbộ|các)\s{1,4})?$"
)
_FIRST = re.compile(r"\s*(?:(?P<letter>[a-zđ]{1,2}\))|(?P<number>\d{1,3}[.)])|(?P<dash>[-–+•*]))\s")
_ARTICLE = r"^\s{0,8}(?:Điều\s\d|Chương\s|Nơi nhận)|[“”]"
_END = {
    "letter": re.compile(rf"{_ARTICLE}|^\s{{0,8}}\d{{1,3}}[.)]\s", re.M),
    "number": re.compile(_ARTICLE, re.M),
    "dash": re.compile(rf"{_ARTICLE}|^\s{{0,8}}(?:\d{{1,3}}[.)]|[a-zđ]{{1,2}}\))\s", re.M),
}
_IN_FORCE = re.compile(rf"{SPACE}có{SPACE}hiệu{SPACE}lực|{SPACE}(?:thay{SPACE}thế|bãi{SPACE}bỏ)")
_CLAUSE, _NEAR = 300, 12


def ended_item(reading: Reading, index: int, start: int) -> Statement | None:
    """Read the document that opens an item of a list of what ends; it begins at ``start``."""
    draft, text = reading.drafts[index], reading.text
    near = text[max(0, start - 16) : start]
    if ")" not in near and "." not in near and not any(dash in near for dash in "-–+•*"):
        return None
    mark = _MARK.search(near)
    if mark is None or mark.lastgroup is None or draft.within is not None or reading.publishes:
        return None
    over = _over(reading, start)
    if over is None or over.kind != mark.lastgroup:
        return None
    lead = over.lead
    cue = Span(*lead.span("suffers" if lead["suffers"] else "acts"))
    actor = _actor(reading, index, lead, cue)
    if actor is None:
        return None
    kind = K.REPLACES if "hay" in cue.of(text) else K.REPEALS
    return said(kind, actor, index, cue, Span(lead.start(), draft.end), "list", 0.9, draft.targets)


def _over(reading: Reading, start: int) -> EndingList | None:
    """Return the list in which an item at ``start`` stands."""
    if reading.ending is None:
        reading.ending = _lists(reading.text)
    at = bisect_right(reading.ending, start, key=lambda one: one.lead.end()) - 1
    return reading.ending[at] if at >= 0 and start < reading.ending[at].end else None


def _lists(text: str) -> list[EndingList]:
    found: list[EndingList] = []
    if all(word not in text for word in _WORDS):
        return found
    for lead in _LEAD.finditer(text):
        first = _FIRST.match(text, lead.end())
        if first is None or first.lastgroup is None:
            continue
        last = min(len(text), lead.end() + _REACH)
        ends = _END[first.lastgroup].search(text, lead.end() + 1, last)
        found.append(EndingList(lead, first.lastgroup, ends.start() if ends else last))
    return found


def _actor(reading: Reading, index: int, lead: re.Match[str], cue: Span) -> int | None:
    """Return the document that ends what is listed: the pointer of the clause, or the text."""
    if not lead["suffers"]:
        return _acting(reading, index, cue)
    if reading.own is not None:
        return reading.own if cue.start > reading.enacts else None
    return in_force(reading, index, lead.start() - _CLAUSE, lead.end())


def _acting(reading: Reading, index: int, cue: Span) -> int | None:
    """Return who does away with the list: 'Nghị định này thay thế các …', or the text's clause."""
    sentence = reading.sentences.around(cue)
    for back in range(index - 1, max(-1, index - _NEAR), -1):
        other = reading.drafts[back]
        if other.start >= cue.start:
            continue
        if other.start < sentence.start:
            break
        return back if other.kind is MentionKind.ANAPHOR else None
    if reading.own is None or cue.start < reading.enacts:
        return None
    heading = HEADING.match(reading.text, sentence.start)
    begins = heading.end() if heading else sentence.start
    return reading.own if cue.start <= begins + 2 else None


def in_force(reading: Reading, index: int, start: int, end: int) -> int | None:
    """Return the nearest 'Nghị định này có hiệu lực' at start..end, before a reference."""
    for back in range(index - 1, max(-1, index - 4 * _NEAR), -1):
        other = reading.drafts[back]
        if other.start < start:
            return None
        points = other.kind is MentionKind.ANAPHOR and other.start < end
        if points and _IN_FORCE.match(reading.text, other.end):
            return back
    return None
