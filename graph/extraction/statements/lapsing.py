"""Reading whose end a clause tells: 'A, được sửa đổi bởi B, và C hết hiệu lực kể từ ngày …'.

What amends a document stands between it and the words that end it, and all that is listed before
these words ends with the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.cues.saying import Reading, again, meant, past_heading, said
from graph.extraction.statements.adjacent import beside, is_joined
from graph.extraction.statements.backward import points_surely
from graph.extraction.statements.clauses import depends, ended_by_this
from graph.extraction.statements.ending_lists import ACCORDING_TO
from graph.extraction.statements.then_lapsed import came_into_force
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.extraction.tying.ended import because_of
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_ENDS = (K.REPEALS, K.STAYS, K.SUSPENDS)
_APPLIES = rf"(?:{SPACE}(?:thi{SPACE}hành|áp{SPACE}dụng))?"
_CLOSES = re.compile(rf"{MAYBE_SPACE}\)")
# 'A hết hiệu lực kể từ ngày B có hiệu lực', 'A hết hiệu lực từ ngày … theo quy định tại B'.
_SINCE = re.compile(
    rf"{_APPLIES}{SPACE}(?:(?:kể{SPACE})?từ{SPACE}ngày{SPACE}[\d/.-]{{8,10}},?{SPACE})?"
    rf"(?:kể{SPACE})?(?:từ{SPACE})?(?:ngày|khi){SPACE}(?:các{SPACE})?"
)
# 'A hết hiệu lực từ khi có B'
_COMES = re.compile(
    rf"{_APPLIES}{SPACE}(?:(?:kể{SPACE})?(?:từ|sau){SPACE})?(?:ngày|khi){SPACE}"
    rf"(?:(?:có|ban{SPACE}hành){SPACE}|[^.,;:“”()\d]{{2,40}}{SPACE}(?:ký{SPACE})?ban{SPACE}hành{SPACE})"
)
_LED_BY = re.compile(
    rf"(?:{ACCORDING_TO}"
    rf"|(?:Cùng{SPACE}với|Với){SPACE}(?:việc{SPACE}ban{SPACE}hành|sự{SPACE}ra{SPACE}đời{SPACE}của)){SPACE}"
)
_MEANWHILE = re.compile(
    rf"{MAYBE_SPACE},?{SPACE}(?:chính{SPACE}thức{SPACE})?có{SPACE}hiệu{SPACE}lực[^.;:“”]{{0,90}}?[,;]?{SPACE}"
    rf"(?:đồng{SPACE}thời|khi{SPACE}đó|theo{SPACE}đó|lúc{SPACE}đó),?{SPACE}(?:các{SPACE})?"
)
# 'Cùng với việc A có hiệu lực, B và C hết hiệu lực', 'Khi A có hiệu lực thì …'
_AS_SOON = re.compile(
    rf"(?:Cùng{SPACE}với(?:{SPACE}việc)?|Khi|Sau{SPACE}khi|(?:Kể{SPACE})?[Tt]ừ{SPACE}(?:ngày|khi|thời{SPACE}điểm)){SPACE}$"
)
# 'Kể từ ngày ban hành A, B hết hiệu lực'
_AS_ISSUED = re.compile(
    rf"(?:(?:Kể{SPACE})?[Tt]ừ|Sau){SPACE}(?:ngày{SPACE}|khi{SPACE})(?:ký{SPACE})?(?:ban{SPACE}hành|có){SPACE}$"
)
_COMMA = re.compile(rf"{MAYBE_SPACE},{SPACE}(?:các{SPACE})?")
_THEN = re.compile(
    rf"{MAYBE_SPACE}(?:có|bắt{SPACE}đầu{SPACE}có){SPACE}hiệu{SPACE}lực[^.;:,“”]{{0,60}}?(?:,|{SPACE}thì){SPACE}"
    rf"(?:(?:cả|các|hai|ba|bốn|những|\d){SPACE}){{0,2}}"
    rf"(?:văn{SPACE}bản(?:{SPACE}(?:cũ|trước{SPACE}đây))?{SPACE}(?:(?:bao{SPACE})?gồm|là|:){SPACE})?"
)
_HOLDS = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:này{SPACE})?(?:(?:chính{SPACE}thức|bắt{SPACE}đầu){SPACE})?"
    rf"(?:có{SPACE}hiệu{SPACE}lực|được{SPACE}(?:ban{SPACE}hành|thông{SPACE}qua|áp{SPACE}dụng)|ra{SPACE}đời)"
)
_ACCORDING = re.compile(
    rf"{_APPLIES}(?:(?:{SPACE}kể)?(?:{SPACE}từ)?{SPACE}ngày{SPACE}[^.;:“”()]{{4,60}}?)?"
    rf"{MAYBE_SPACE},?{SPACE}theo{SPACE}(?:quy{SPACE}định{SPACE})?(?:tại|của){SPACE}"
)
_LISTED = 40  # documents that one clause may end
_CLAUSE = 300  # characters between the last of them and what ends them


def lapses(reading: Reading, index: int, heard: Sequence[Statement | None]) -> Iterator[Statement]:
    """Yield what ends beside, or instead of, what was heard of a reference; ``heard`` is all."""
    last = heard[index]
    if last is not None and last.rule == "lapse":
        for other in _listed_before(reading, index, heard):
            yield again(last, other, reading.sentence(other), reading.drafts[other])
        return
    yield from _ended_by(reading, index, heard)
    yield from _ended_with(reading, index, heard)
    main = _amended(heard, index)
    if main == index or reading.own is None or reading.publishes or depends(reading, main):
        return
    found = ended_by_this(reading, index, _end(reading, index))
    if found is not None:
        kind, span = found
        lapse = said(kind, reading.own, main, span, reading.sentence(index), "lapse", 0.85,
                     reading.drafts[main].targets)  # fmt: skip
        yield from _with_listed(reading, lapse, heard)


def _ended_by(
    reading: Reading, index: int, heard: Sequence[Statement | None]
) -> Iterator[Statement]:
    """Read 'A hết hiệu lực kể từ ngày B có hiệu lực': B ends A; ``index`` is B."""
    draft, before = reading.drafts[index], beside(reading, index)
    tied = draft.antecedent is not None and reading.own is None
    if before is None or draft.quoted or draft.within is not None:
        return
    if draft.kind not in FULL and not tied:
        return
    start = draft.begins
    told = reading.drafts[before]
    points = told.kind is MentionKind.ANAPHOR and told.antecedent is not None and not tied
    if told.quoted or not (told.kind in FULL or (points and points_surely(reading, before))):
        return
    if start - reading.drafts[before].end > 2 * _CLAUSE:
        return
    at = _end(reading, before)
    if not at < start <= at + _CLAUSE:
        return
    found = reading.cues.after(reading.text, at, start)
    if found is None or found[0] not in _ENDS:
        return
    kind, span = found
    ends = draft.ends
    since = _SINCE.fullmatch(reading.text, span.end, start)
    holds = since and any(_HOLDS.match(reading.text, end) for end in ends)
    because = because_of(reading.text, span.end, start, ends)
    kind = because or kind
    comes = _COMES.fullmatch(reading.text, span.end, start) is not None
    if not (holds or comes or because) and not _ACCORDING.fullmatch(reading.text, span.end, start):
        return
    main = _amended(heard, before)
    if tied and meant(reading.drafts, index) in _ended(reading, main, heard):
        return  # 'A và Luật B hết hiệu lực từ ngày Luật này có hiệu lực': tied to the nearest
    lapse = said(kind, index, main, span, reading.sentence(index), "passive", 0.9,
                 reading.drafts[main].targets)  # fmt: skip
    yield from _with_listed(reading, lapse, heard)


def _ended(reading: Reading, main: int, heard: Sequence[Statement | None]) -> list[Draft]:
    return [reading.drafts[at] for at in (*_listed_before(reading, main, heard), main)]


def _ended_with(
    reading: Reading, index: int, heard: Sequence[Statement | None]
) -> Iterator[Statement]:
    """Read 'A có hiệu lực từ ngày …, đồng thời B và C hết hiệu lực'; ``index`` is the last."""
    draft = reading.drafts[index]
    if draft.kind not in FULL or draft.quoted or draft.within is not None:
        return
    at = _end(reading, index)
    if reading.cues.after(reading.text, at, at + _CLAUSE) is None:
        return
    sentence = reading.sentence(index)
    found = reading.cues.after(reading.text, at, min(sentence.end, at + _CLAUSE))
    if found is None or found[0] is not K.REPEALS:
        return
    if (according := _according(reading, index, heard, found, sentence)) is not None:
        yield from according
        return
    listed = [*_listed_before(reading, index, heard), index]
    if _is_when_issued(reading, listed[0], sentence) and len(listed) > 1:
        # 'Kể từ ngày ban hành A, B hết hiệu lực': the comma lists nothing
        for one in listed[1:]:
            yield said(found[0], listed[0], one, found[1], sentence, "passive", 0.9,
                       reading.drafts[one].targets)  # fmt: skip
        return
    first = listed[0]
    actor = beside(reading, first)
    if actor is None or reading.drafts[actor].start < sentence.start:
        actor = came_into_force(reading, first, sentence) if reading.own is None else None
        if actor is None:
            return
    elif not _in_one_breath(reading, actor, reading.drafts[first].begins, sentence):
        return
    lapse = said(found[0], actor, index, found[1], sentence, "passive", 0.9, draft.targets)
    yield from _with_listed(reading, lapse, heard)


def _in_one_breath(reading: Reading, actor: int, start: int, sentence: Span) -> bool:
    """Tell whether what begins at ``start`` ends as ``actor`` comes into force."""
    draft, end = reading.drafts[actor], _end(reading, actor)
    if _MEANWHILE.fullmatch(reading.text, end, start):
        return True
    tied = draft.antecedent is not None and reading.own is None
    led = _AS_SOON.search(reading.text, sentence.start, draft.begins)
    surely = led is not None and led.start() == sentence.start and (draft.kind in FULL or tied)
    if surely and _THEN.fullmatch(reading.text, end, start) is not None:
        return True
    when = _is_when_issued(reading, actor, sentence)
    return when and _COMMA.fullmatch(reading.text, end, start) is not None


def _is_when_issued(reading: Reading, index: int, sentence: Span) -> bool:
    """Tell whether a sentence begins with 'Kể từ ngày ban hành A', A at ``index``."""
    draft = reading.drafts[index]
    if draft.kind not in FULL and draft.antecedent is None:
        return False
    begins = past_heading(reading.text, sentence.start)
    led = _AS_ISSUED.search(reading.text, begins, draft.begins)
    return led is not None and led.start() == begins


def _according(
    reading: Reading,
    index: int,
    heard: Sequence[Statement | None],
    found: tuple[RelationKind, Span],
    sentence: Span,
) -> list[Statement] | None:
    """Read 'Theo khoản 2 Điều 38 A, B và C hết hiệu lực': A ends B and C."""
    ended, at = [index], index
    while (before := beside(reading, at)) is not None and len(ended) < _LISTED:
        if reading.drafts[before].start < sentence.start:
            return None
        if not is_joined(reading, before, reading.drafts[at].begins):
            return None
        lead = reading.text[sentence.start : reading.drafts[before].begins]
        if _LED_BY.fullmatch(lead):
            if not points_surely(reading, before):
                return None
            break
        if heard[before] is not None:
            return None
        ended.append(at := before)
    if before is None or reading.drafts[index].targets:
        return None
    if reading.own is not None and not reading.drafts[before].targets:
        return None
    kind, cue = found
    return [
        said(kind, before, one, cue, sentence, "passive", 0.85, reading.drafts[one].targets)
        for one in ended[::-1]
    ]


def _with_listed(
    reading: Reading, lapse: Statement, heard: Sequence[Statement | None]
) -> Iterator[Statement]:
    for other in _listed_before(reading, lapse.object, heard):
        yield again(lapse, other, reading.sentence(other), reading.drafts[other])
    yield lapse


def _listed_before(reading: Reading, index: int, heard: Sequence[Statement | None]) -> list[int]:
    """Return what is listed before a reference, in order; of each only that it is amended is said.

    Where a cue governs the list it is no subject: 'các văn bản hướng dẫn A và B hết hiệu lực'.
    """
    listed: list[int] = []
    at = index
    while len(listed) < _LISTED and (before := beside(reading, at)) is not None:
        if not is_joined(reading, before, reading.drafts[at].begins):
            break
        main = _amended(heard, before)
        draft = reading.drafts[main]
        if heard[main] is not None or draft.kind not in FULL or draft.quoted:
            break
        listed.append(main)
        at = main
    led = reading.led(at) is not None
    return [] if led or depends(reading, at) else listed[::-1]


def _amended(heard: Sequence[Statement | None], index: int) -> int:
    """Return what a reference is only named beside for amending it, or itself."""
    last = heard[index]
    amends = last is not None and last.rule == "passive" and last.relation is K.AMENDS
    return last.object if last is not None and amends and last.subject == index else index


def _end(reading: Reading, index: int) -> int:
    """Return where a clause goes on behind a reference, its title and the bracket around it."""
    draft = reading.drafts[index]
    end = max(draft.after, draft.past_title)
    closes = _CLOSES.match(reading.text, end)
    return closes.end() if closes else end
