"""Reading the closing clauses of an official text: what lapses."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, said
from graph.extraction.fields.dates import dates_in
from graph.extraction.statements.adjacent import beside, is_joined
from graph.extraction.statements.ending_lists import in_force
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_CLAUSE_REACH = 400
_NEAR = 60
_BY_THIS = re.compile(rf"này{SPACE}(?:có{SPACE}hiệu{SPACE}lực|được{SPACE}ban|ban{SPACE}hành)|này\b")
_ABOVE = re.compile(rf"{SPACE}(?:nêu|nói){SPACE}trên(?![^\W_])")
_LAPSED_LIST = re.compile(rf"(?i:công{SPACE}bố|danh{SPACE}mục)[^.]{{0,120}}hiệu{SPACE}lực")
_SINCE_THIS = re.compile(
    rf"[Kk]ể{SPACE}từ{SPACE}ngày{SPACE}[^.;:,“”]{{2,40}}{SPACE}này{SPACE}có{SPACE}hiệu{SPACE}lực"
    rf"(?:{SPACE}thi{SPACE}hành)?\s{{0,4}},{SPACE}(?:các{SPACE})?"
)
_SAYS_NO_MORE = re.compile(
    rf"(?:{SPACE}thi{SPACE}hành)?\s{{0,4}}(?:[.;]|\Z|,?{SPACE}(?:ngoại{SPACE})?trừ{SPACE})"
)
_FROM_DAY = re.compile(
    rf"(?:{SPACE}thi{SPACE}hành)?(?:{SPACE}(?:kể{SPACE})?từ)?{SPACE}(?:ngày|khi){SPACE}"
)
# An item of the article that says since when the text is in force: 'Điều 9. Hiệu lực thi hành'.
_EFFECT = re.compile(
    rf"^\s{{0,8}}Điều{SPACE}\d{{1,3}}\.?[^\n]{{0,60}}"
    rf"(?i:hiệu{SPACE}lực|điều{SPACE}khoản{SPACE}thi{SPACE}hành)",
    re.M,
)
_ARTICLE = re.compile(rf"^\s{{0,8}}Điều{SPACE}\d{{1,3}}\.", re.M)
_ITEM_LEAD = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[a-zđ]\))\s{0,4}")
_ALREADY = re.compile(rf"(?<![^\W_])(?:đã|nay){SPACE}$")
_ARTICLE_REACH = 1500
_OWN_FORCE = re.compile(
    rf"này{SPACE}có{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?{SPACE}(?:kể{SPACE})?từ{SPACE}[^.;:“”]{{4,60}}"
    r"[.;]\s{0,8}(?:\d{1,2}[.)]\s{0,4})?$"
)
_RECENT = 40  # statements that one sentence may hold
# 'kèm theo A', 'trước ngày A hết hiệu lực', 'trong thời gian A hết hiệu lực': not A is spoken of.
_DEPENDS = re.compile(
    rf"(?:kèm{SPACE}theo|(?:trước|đến|hết|từ){SPACE}ngày|(?<![^\W_])(?i:khi|nếu|mà)|thời{SPACE}gian){SPACE}(?:các{SPACE})?$"
)


def lapsed(reading: Reading, index: int) -> Statement | None:
    """Read 'Thông tư X hết hiệu lực' in the effect clause of an official text."""
    draft = reading.drafts[index]
    if draft.within is not None or reading.publishes:
        return None
    for at in draft.ends:
        found = ended_by_this(reading, index, at)
        if found is None or depends(reading, index) or _only_guided(reading, index):
            continue
        kind, span = found
        actor = reading.own
        if actor is None:
            begins = reading.sentence(index).start
            article = _article(reading.text, begins)
            floor = begins - _CLAUSE_REACH if article is None else article
            since = _since_whose_day(reading, index, span)
            if since is not None and reading.drafts[since].antecedent is not None:
                return None  # what is pointed at ends it
            actor = in_force(reading, index, floor, span.end)
            actor = since if actor is None else actor
        if actor is None:
            return None
        return said(kind, actor, index, span, reading.sentence(index), "lapse", 0.85,
                     draft.targets)  # fmt: skip
    return None


def _since_whose_day(reading: Reading, index: int, cue: Span) -> int | None:
    """Return 'Nghị định này' in '… hết hiệu lực kể từ ngày Nghị định này'."""
    for at in range(index + 1, min(len(reading.drafts), index + _RECENT)):
        draft = reading.drafts[at]
        if draft.start >= cue.end:
            points = draft.kind is MentionKind.ANAPHOR and not draft.quoted
            since = _FROM_DAY.fullmatch(reading.text, cue.end, draft.start)
            return at if points and since else None
    return None


def _only_guided(reading: Reading, index: int) -> bool:
    """Tell whether what ends is not the list but what guides it: 'các văn bản hướng dẫn A và B'."""
    drafts, at = reading.drafts, index
    while (before := beside(reading, at)) is not None:
        start = drafts[at].begins
        between = reading.text[max(draft.end for draft in drafts[before:at]) : start]
        if ";" in between or not is_joined(reading, before, start):
            break
        at = before
    cue = reading.led(at) if at != index else None
    return cue is not None and cue[0] in (K.GUIDES, K.DETAILS)


def depends(reading: Reading, index: int) -> bool:
    """Tell whether a reference stands in a subordinate clause, or is what another came with."""
    draft = reading.drafts[index]
    start = draft.begins
    return _DEPENDS.search(reading.text, max(0, start - 40), start) is not None


def ended_by_this(reading: Reading, index: int, at: int) -> tuple[RelationKind, Span] | None:
    """Find the words at ``at``, behind a reference, by which this text ends what stands there."""
    if (above := _ABOVE.match(reading.text, at)) is not None:
        at = above.end()
    if reading.cues.after(reading.text, at, at + _CLAUSE_REACH) is None:
        return None
    sentence = reading.sentence(index)
    found = reading.cues.after(reading.text, at, sentence.end)
    return found if found and _by_this(reading, index, found[1], sentence.end) else None


def _by_this(reading: Reading, index: int, cue: Span, end: int) -> bool:
    """Tell whether it is this text that ends the other: from its own day on, or by saying so."""
    if _BY_THIS.search(reading.text, cue.start, end) or _since_this(reading, index, cue):
        return True
    already = _ALREADY.search(reading.text, max(0, cue.start - 6), cue.start)
    if (
        already is None
        and _SAYS_NO_MORE.match(reading.text, cue.end)
        and (
            _ends_others(reading, cue)
            or _beside_own_force(reading, cue)
            or _is_item_of_effect(reading, index, cue)
        )
    ):
        return True
    own = reading.drafts[reading.own] if reading.own is not None else None
    days = dates_in(reading.text, cue.end, min(end, cue.end + _NEAR))
    return own is not None and bool(days) and days[0][0] == own.effective


def _since_this(reading: Reading, index: int, cue: Span) -> bool:
    """Tell whether 'Kể từ ngày Nghị định này có hiệu lực, ' leads in the references that end."""
    start = reading.sentences.around(cue).start
    since = _SINCE_THIS.search(reading.text, start, cue.start)
    if since is None:
        return False
    near = reading.drafts[max(0, index - _RECENT) : index + 1]
    between = (draft for draft in near if since.end() <= draft.start < cue.start)
    return next((draft.start == since.end() for draft in between), False)


def _beside_own_force(reading: Reading, cue: Span) -> bool:
    """Tell whether the sentence follows 'Thông tư này có hiệu lực từ ngày …': this text ends it."""
    start = reading.sentences.around(cue).start
    return _OWN_FORCE.search(reading.text, max(0, start - 160), start) is not None


def _is_item_of_effect(reading: Reading, index: int, cue: Span) -> bool:
    """Tell whether '3. Thông tư A hết hiệu lực.' is an item of the article of effect."""
    text, draft = reading.text, reading.drafts[index]
    line = text.rfind("\n", 0, draft.begins) + 1
    if _ITEM_LEAD.fullmatch(text, line, draft.begins) is None:
        return False
    article = _article(text, line)
    return article is not None and _EFFECT.match(text, article) is not None


def _article(text: str, at: int) -> int | None:
    """Return where the article begins in which ``at`` stands."""
    begins = None
    for found in _ARTICLE.finditer(text, max(0, at - _ARTICLE_REACH), at):
        begins = found.start()
    return begins


def _ends_others(reading: Reading, cue: Span) -> bool:
    """Tell whether the sentence begins with what this text ends: 'Thay thế A; B hết hiệu lực'."""
    start = reading.sentences.around(cue).start
    return any(
        last.relation in (K.REPLACES, K.REPEALS)
        and last.sentence.start == start
        and last.subject is not None
        and reading.own in (last.subject, reading.drafts[last.subject].antecedent)
        for last in reading.said[-_RECENT:]
    )


def publishes(reading: Reading) -> bool:
    """Tell whether the text only makes known what others have ended."""
    title = reading.drafts[reading.own].title_span if reading.own is not None else None
    return title is not None and _LAPSED_LIST.search(title.of(reading.text)) is not None
