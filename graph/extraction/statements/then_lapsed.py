"""Reading what comes into force in the sentence before: 'A có hiệu lực từ 1/7. B hết hiệu lực.'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, meant
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.spans import Span

# 'Kể từ thời điểm này, A …', 'Từ ngày đó, A …', 'Đồng thời, A …'
_SINCE_THEN = re.compile(
    rf"(?:(?:(?:Kể|Cũng){SPACE})?(?i:từ){SPACE}(?:thời{SPACE}điểm|ngày|mốc(?:{SPACE}thời{SPACE}gian)?|khi)"
    rf"{SPACE}(?:này|đó|ấy|(?:nêu{SPACE}|nói{SPACE})?trên)|Khi{SPACE}đó|Đồng{SPACE}thời|Theo{SPACE}đó),?{SPACE}"
    rf"(?:(?:cả|các|hai|ba|bốn|những){SPACE}){{0,2}}"
)
_IN_FORCE = re.compile(
    rf"[^.;:“”\n]{{0,160}}?{SPACE}(?:có|bắt{SPACE}đầu{SPACE}có|chính{SPACE}thức{SPACE}có){SPACE}hiệu{SPACE}lực(?![^\W_])[^.;:“”\n]{{0,90}}[.\n]?\s{{0,8}}"
)
_YEAR = re.compile(r"[^.;\n]{0,100}?hiệu\s{1,8}lực[^.;\n]{0,40}?(?P<year>(?:19|20)\d\d)(?!\d)")
_DAY_REACH = 80  # characters behind a document to the day of which it is said
_PARAGRAPH = 400  # characters


def came_into_force(reading: Reading, first: int, sentence: Span) -> int | None:
    """Return the document that the sentence before says to come into force, None if none does.

    ``first`` begins the sentence, if not for a word about the time.
    """
    text, drafts = reading.text, reading.drafts
    begins = drafts[first].begins
    plainly = begins == sentence.start
    if not plainly and _SINCE_THEN.fullmatch(text, sentence.start, begins) is None:
        return None
    at = first - 1
    while at >= 0 and drafts[at].within is not None:
        at -= 1
    if at < 0 or sentence.start - drafts[at].end > _PARAGRAPH:
        return None
    acts = drafts[at]
    tied = acts.kind is MentionKind.ANAPHOR and acts.antecedent is not None
    if acts.quoted or not (acts.kind in FULL or tied):
        return None
    if not _says_so(text, acts, sentence.start):
        return None
    before = reading.sentence(at)
    alone = before.start == acts.begins or not plainly
    others = any(drafts[each].within is None and drafts[each].begins >= before.start
                 for each in range(max(0, at - 4), at))  # fmt: skip
    same = meant(drafts, at).type == meant(drafts, first).type
    if not alone or others or not (same or not plainly):
        return None
    return None if plainly and _long_before(reading, at, first) else at


def _long_before(reading: Reading, at: int, first: int) -> bool:
    """Tell whether the second had ended years before the first came into force."""
    text, acts, ends = reading.text, reading.drafts[at], reading.drafts[first]
    came = _YEAR.match(text, acts.past_title, acts.past_title + _DAY_REACH)
    went = _YEAR.match(text, ends.past_title, ends.past_title + 2 * _DAY_REACH)
    return came is not None and went is not None and went["year"] < came["year"]


def _says_so(text: str, acts: Draft, end: int) -> bool:
    return any(_IN_FORCE.fullmatch(text, past, end) is not None for past in acts.ends)
