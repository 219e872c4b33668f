"""Reading lists of what a text ends, item by item: 'Các thông tư sau hết hiệu lực: a) A; b) B'.

Of each lettered, numbered or dashed item it is the document that opens it; what stands in its
title, or behind 'trừ', is not acted upon. An excerpt without a head is the document that
'Thông tư này' in its clause of effect means. In a whole official text the lead may be any clause
that does away with documents and ends its line with a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.extraction.cues.saying import (
    HEADING,
    EndingList,
    Reading,
    behind,
    opens_article,
    past_heading,
    said,
)
from graph.extraction.statements.adjacent import the_only
from graph.extraction.statements.joints import ACTS
from graph.extraction.statements.lists import THE_KIND
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.leads import Lead
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_THESE = rf"[Cc]ác(?:{SPACE}[^\W\d_]{{1,8}}){{1,4}}{SPACE}sau(?:{SPACE}đây)?"
_SOME = (
    rf"(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|(?<!Điều\s)(?<!khoản\s)\d{{1,2}}){SPACE}(?i:văn{SPACE}bản|(?:nghị|quyết|quy){SPACE}định"
    rf"|thông{SPACE}tư|nghị{SPACE}quyết|chỉ{SPACE}thị)(?!{SPACE}(?:số{SPACE})?\d)(?:{SPACE}[^.;:\n]{{2,50}}?)?"
)
_SUFFERS = (
    rf"(?:{THE_KIND}|{_THESE}|{_SOME})(?:{SPACE}của{SPACE}[^.;:,“”\n]{{2,60}}?)?{SPACE}(?:sẽ{SPACE}|đều{SPACE})?(?P<suffers>(?:chấm{SPACE}dứt|hết){SPACE}hiệu{SPACE}lực"
    rf"|(?:bị|được){SPACE}(?:bãi{SPACE}bỏ|thay{SPACE}thế))(?!{SPACE}(?:bởi|theo|tại)(?![^\W_]))"
    rf"(?:,?{SPACE}[^.;:“”]{{0,120}})?"
)
_ACTS = (
    rf"(?P<acts>[Bb]ãi{SPACE}bỏ|[Hh]ủy{SPACE}bỏ|[Tt]hay{SPACE}thế)(?:{SPACE}(?:cho|toàn{SPACE}bộ|hiệu{SPACE}lực|một{SPACE}phần)){{0,2}}"
    rf"{SPACE}(?:các|những|\d{{1,3}}){SPACE}(?:[^.;:“”\n]{{3,160}}?(?:sau(?:{SPACE}đây)?|dưới{SPACE}đây|gồm|,{SPACE}cụ{SPACE}thể(?:{SPACE}là)?)|văn{SPACE}bản)"
)
_LEAD = re.compile(rf"(?<![^\W_])(?:{_SUFFERS}|{_ACTS})[ \t]{{0,4}}:(?=\s{{0,12}}[^\s])")
# The same at the end of a line, however much the clause says.
_BROAD = Lead(
    re.compile(
        rf"(?P<acts>[Bb]ãi{SPACE}bỏ|[Hh]ủy{SPACE}bỏ|[Hh]ết{SPACE}hiệu{SPACE}lực|[Tt]hay{SPACE}thế)"
        r"(?:(?:(?!như sau)[^.;:“”]){0,260}:\s{0,8}\n"
        r"|[^.;:“”\n]{0,60}(?:văn bản|[Tt]hông tư|[Nn]ghị định|[Nn]ghị quyết|[Qq]uyết định)"
        r"[^.;:“”\n]{0,120}\n\Z)"
    ),
    ("bỏ", "lực", "thế"),
)
# What tells a list that is done away with from a table of what others did away with.
_ENUMERATES = re.compile(
    rf"(?<!\d)\d{{1,3}}{SPACE}(?:văn{SPACE}bản|[Tt]hông{SPACE}tư|[Nn]ghị|[Qq]uyết{SPACE}định)|sau{SPACE}đây|dưới{SPACE}đây|sau:|sau{SPACE}hết|(?<![^\W_])này(?![^\W_])"
)
_LINE = re.compile(
    r"\s{0,20}(?:[a-zđ]{1,2}\)|\d{1,3}(?:\.\d{1,2}){0,2}[.)]|[-–+•*])\s{0,8}"
    r"(?:(?:toàn bộ|các|Toàn bộ|Các)\s{1,4})?"
)
_LETTERED = re.compile(r"\s*a\)")
_NUMBERED = re.compile(r"^[ \t]*\d{1,3}[.)]\s", re.M)
_WORDS = ("hiệu lực", "ãi bỏ", "ủy bỏ", "hay thế")  # of which one is in a lead
_REACH, _LONGEST = 6000, 400
# How an item begins, by kind: a list ends with what is above it in numbering.
_MARK = re.compile(
    r"(?:^|[\s:;.])(?:(?P<letter>[a-zđ]{1,2}\))|(?P<number>\d{1,3}[.)])|(?P<dash>[-–+•*]))\s{0,4}"
    r"(?:(?i:toàn\sbộ|các)\s{1,4})?$"
)
_FIRST = re.compile(r"\s*(?:(?P<letter>[a-zđ]{1,2}\))|(?P<number>\d{1,3}[.)])|(?P<dash>[-–+•*]))\s")
_ARTICLE = r"^\s{0,8}(?:Điều\s\d|Chương\s|Nơi nhận)|[“”]"
_BROAD_END = re.compile(_ARTICLE, re.M)
_END = {
    "letter": re.compile(rf"{_ARTICLE}|^\s{{0,8}}\d{{1,3}}[.)]\s", re.M),
    "number": re.compile(_ARTICLE, re.M),
    "plain": re.compile(_ARTICLE, re.M),
    "dash": re.compile(rf"{_ARTICLE}|^\s{{0,8}}(?:\d{{1,3}}[.)]|[a-zđ]{{1,2}}\))\s", re.M),
}
_PLAIN = "plain"  # items without marks: the first stands right behind the colon
_MARKS = ").:-–+•*"
_IN_FORCE = re.compile(
    rf"{SPACE}(?:chính{SPACE}thức{SPACE})?có{SPACE}hiệu{SPACE}lực|{SPACE}(?:thay{SPACE}thế|bãi{SPACE}bỏ)"
)
_SINCE_THIS = re.compile(
    rf"{SPACE}này{SPACE}có{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?,\s+$"
)
ACCORDING_TO = rf"(?:Theo|Tại|Căn{SPACE}cứ)(?:{SPACE}quy{SPACE}định{SPACE}(?:tại|của))?"
_THEREBY = re.compile(rf"(?:Theo{SPACE}đó|Cụ{SPACE}thể|Trong{SPACE}đó),?{SPACE}")
_BY = re.compile(rf"\s*{ACCORDING_TO}{SPACE}")
_CLAUSE, _NEAR = 300, 12


def ended_item(reading: Reading, index: int, start: int) -> Statement | None:
    """Read the document that opens an item of a list of what ends; it begins at ``start``."""
    draft = reading.drafts[index]
    if draft.within is not None or reading.publishes:
        return None
    lead = _broad(reading, start)
    actor, led = reading.own, None
    if lead is None:
        lead = _narrow(reading, start)
        if lead is None:
            return None
        led = _led_by(reading, index, lead)
        actor = _actor(reading, index, lead, led)
    if actor is None:
        return None
    told = actor not in (reading.own, led) and reading.drafts[actor].kind in FULL
    if told and _MARK.search(reading.text, max(0, start - 16), start) is None:
        return None  # prose tells of it, and the list behind its colon may be no list
    cue = _cue(lead)
    kind = K.REPLACES if "hay" in cue.of(reading.text).lower() else K.REPEALS
    whole = Span(lead.start(), draft.end)
    return said(kind, actor, index, cue, whole, "list", 0.9, draft.targets)


def _cue(lead: re.Match[str]) -> Span:
    """Return the words of a lead that say what is done."""
    return Span(*lead.span("acts" if lead["acts"] else "suffers"))


def _broad(reading: Reading, start: int) -> re.Match[str] | None:
    """Return what leads in the lines of which one begins right before ``start``."""
    text = reading.text
    if reading.own is None or start < reading.enacts:
        return None
    begins = text.rfind("\n", max(0, start - 400), start) + 1
    if _LINE.fullmatch(text, begins, start) is None:
        return None
    lead = reading.leads(_BROAD, _BROAD_END, _REACH).over(begins)
    if lead is None:
        return None
    if not opens_article(text, lead.start()) and not _ENUMERATES.search(
        text, max(0, lead.start() - 200), lead.end()
    ):
        return None
    if _LETTERED.match(text, lead.end()) and _NUMBERED.search(text, lead.end(), begins):
        return None  # the clause behind has letters of its own
    return lead


def _narrow(reading: Reading, start: int) -> re.Match[str] | None:
    """Return the lead of the list in which an item begins at ``start``, marked as the first is."""
    near = reading.text[max(0, start - 16) : start]
    if not any(mark in near for mark in _MARKS):
        return None
    over = _over(reading, start)
    if over is None:
        return None
    if over.kind == _PLAIN:
        return over.lead if not reading.text[over.lead.end() : start].strip() else None
    mark = _MARK.search(near)
    return over.lead if mark is not None and over.kind == mark.lastgroup else None


def _over(reading: Reading, start: int) -> EndingList | None:
    """Return the list in which an item at ``start`` stands."""
    if reading.ending is None:
        reading.ending = _lists(reading.text)
    at = bisect_right(reading.ending, start, key=lambda one: one.lead.end()) - 1
    return reading.ending[at] if at >= 0 and start < reading.ending[at].end else None


def _lists(text: str) -> list[EndingList]:
    found: list[EndingList] = []
    at, since = text.find(":"), 0
    while at >= 0:
        lead = _lead(text, max(since, at - _LONGEST), at)
        at = text.find(":", at + 1)
        if lead is None:
            continue
        since = lead.end()
        first = _FIRST.match(text, lead.end())
        kind = first.lastgroup if first is not None and first.lastgroup is not None else _PLAIN
        last = min(len(text), lead.end() + _REACH)
        ends = _END[kind].search(text, lead.end() + 1, last)
        found.append(EndingList(lead, kind, ends.start() if ends else last))
    return found


def _lead(text: str, start: int, colon: int) -> re.Match[str] | None:
    """Return what leads a list in and ends with the colon; a search of the whole text is slow."""
    near = text[start:colon]
    if all(word not in near for word in _WORDS):
        return None
    lead = _LEAD.search(text, start, min(len(text), colon + 14))
    return lead if lead is not None and lead.end() == colon + 1 else None


def _actor(reading: Reading, index: int, lead: re.Match[str], led: int | None) -> int | None:
    """Return the document that ends what is listed: the pointer of the clause, or the text.

    ``led`` is by which the sentence says that they end.
    """
    cue = _cue(lead)
    if not lead["suffers"]:
        return _acting(reading, index, cue)
    if led is not None:
        return led
    if reading.own is not None:
        since = _SINCE_THIS.search(reading.text, max(0, lead.start() - 80), lead.start())
        return reading.own if cue.start > reading.enacts or since else None
    return in_force(reading, index, lead.start() - _CLAUSE, lead.end())


def _led_by(reading: Reading, index: int, lead: re.Match[str]) -> int | None:
    """Return Thông tư A of 'Theo Điều 11 Thông tư A, các thông tư sau hết hiệu lực: …'."""
    start = reading.sentences.around(Span(*lead.span())).start
    for back in range(index - 1, max(-1, index - _NEAR), -1):
        other = reading.drafts[back]
        if other.start < start:
            return None
        if other.start < lead.start() and _BY.fullmatch(reading.text, start, other.begins):
            return back if other.kind in FULL else None
    return None


def _acting(reading: Reading, index: int, cue: Span) -> int | None:
    """Return who does away with the list: 'Nghị định này thay thế các …', or the text's clause."""
    sentence = reading.sentences.around(cue)
    for back in range(index - 1, max(-1, index - _NEAR), -1):
        other = reading.drafts[back]
        if other.start >= cue.start:
            continue
        if other.start < sentence.start:
            break
        if other.kind is MentionKind.ANAPHOR or _comes_into_force(reading, other, cue.start):
            return back
        ends = _told_ends(reading, other, cue.start)
        return back if any(ACTS.fullmatch(reading.text, e, cue.start) for e in ends) else None
    if reading.own is None and _THEREBY.fullmatch(reading.text, sentence.start, cue.start):
        return _told_of(reading, index, sentence.start)
    if reading.own is None or cue.start < reading.enacts:
        return None
    begins = past_heading(reading.text, sentence.start)
    return reading.own if cue.start <= begins + 2 else None


def _told_of(reading: Reading, index: int, at: int) -> int | None:
    """Return the one document that prose tells of right before ``at``."""
    found = []
    for back in range(index - 1, max(-1, index - _NEAR), -1):
        other = reading.drafts[back]
        if other.start < at - _CLAUSE:
            break
        if other.start < at and other.kind in FULL and other.within is None and other.number:
            found.append(back)
    return the_only(reading.drafts, found)


def of_an_excerpt(reading: Reading, index: int, at: int) -> int | None:
    """Return the document whose clause begins at ``at`` with a verb, in an excerpt without a head.

    It is what 'Nghị định này có hiệu lực' means, before an item and before or behind an article.
    """
    text, drafts = reading.text, reading.drafts
    line = text.rfind("\n", 0, at) + 1
    if line == at or HEADING.fullmatch(text, line, at) is None:
        return None
    if not opens_article(text, at):
        return in_force(reading, index, at - _CLAUSE, at)
    near = range(max(0, index - 4 * _NEAR), min(len(drafts), index + 4 * _NEAR))
    points = [
        one
        for one in near
        if drafts[one].kind is MentionKind.ANAPHOR
        and not drafts[one].quoted
        and _IN_FORCE.match(text, drafts[one].end)
    ]
    # Where pointers of two types say so the excerpt has two documents.
    return points[0] if len({drafts[one].type for one in points}) == 1 else None


def in_force(reading: Reading, index: int, start: int, end: int) -> int | None:
    """Return the nearest 'Nghị định này có hiệu lực' at start..end, before a reference."""
    for back in range(index - 1, max(-1, index - 4 * _NEAR), -1):
        other = reading.drafts[back]
        if other.start < start:
            return None
        points = other.kind is MentionKind.ANAPHOR and other.start < end
        if points and _IN_FORCE.match(reading.text, other.end):
            return back
        if _comes_into_force(reading, other, end):
            return back
    return None


def _comes_into_force(reading: Reading, other: Draft, at: int) -> bool:
    """Tell whether prose says before ``at`` that a document takes effect."""
    ends = _told_ends(reading, other, at)
    return any(end < at and _IN_FORCE.match(reading.text, end) for end in ends)


def _told_ends(reading: Reading, other: Draft, at: int) -> list[int]:
    """Return where prose that tells of a document may go on, up to ``at``."""
    if reading.own is not None or other.kind not in FULL or other.quoted:
        return []
    return [end for end in behind(reading.text, other) if end <= at]
