"""Reading since when, and until when, a document says that it is in force.

'Nghị quyết này có hiệu lực từ ngày 01/7/2026 đến hết ngày 28/02/2027'; 'Quyết định này hết hiệu
lực kể từ ngày 01/3/2027'; 'có hiệu lực từ ngày ký và được thực hiện trong 05 năm'. And of others:
'Thông tư số 28/2022/TT-BTC …, có hiệu lực kể từ ngày 01 tháng 3 năm 2023'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from graph.extraction.fields.dates import dates_in
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation
from graph.extraction.text.quotes import is_quoted
from graph.model.dates import PartialDate
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind

_HAS = (
    rf"có{SPACE}hiệu{SPACE}lực(?:{SPACE}(?:thi{SPACE}hành|từ|kể|sau|áp{SPACE}dụng|bắt{SPACE}đầu))"
    rf"{{0,4}}{SPACE}(?:từ{SPACE})?"
    rf"(?P<when>ngày(?:{SPACE}(?P<signing>ký|thông{SPACE}qua|ban{SPACE}hành))?)"
)
_BEFORE = rf"(?:(?:và|,|thay{SPACE}thế|gồm){MAYBE_SPACE}[^.;“”]{{0,300}}?{SPACE}(?:và{SPACE})?)?"
_UNTIL = re.compile(
    rf"[^.;“”]{{0,60}}?(?:cho{SPACE})?(?<![^\W_])đến{SPACE}(?:hết{SPACE})?(?=ngày{SPACE}\d)"
)
_FOR = re.compile(
    rf"[^.;“”]{{0,40}}?{SPACE}(?:trong|thời{SPACE}hạn)(?:{SPACE}(?:thời{SPACE}(?:gian|hạn)|vòng|là))?"
    rf"{SPACE}(?P<count>\d{{1,3}})(?:{SPACE}\([^()]{{1,20}}\))?{SPACE}(?P<unit>năm|tháng)\b"
)
_ENDS = (
    rf"hết{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?{SPACE}(?:(?:kể{SPACE})?từ|vào){SPACE}"
    rf"(?=ngày{SPACE}\d)"
)
_HOLDS_FROM = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:đã{SPACE})?có{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?"
    rf"{SPACE}(?:kể{SPACE})?từ{SPACE}(?=ngày{SPACE}\d)"
)
_AFTER = (
    rf"có{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?{SPACE}sau{SPACE}(?P<days>\d{{1,3}})"
    rf"(?:{SPACE}\([^()]{{1,30}}\))?{SPACE}ngày,?{SPACE}(?:kể{SPACE})?từ{SPACE}ngày{SPACE}(?:ký|ban{SPACE}hành)"
)
_DATE_REACH = 45
_FORCE = re.compile(rf"hiệu{SPACE}lực")
_BACK, _AHEAD = 420, 160  # how far before and after these words a clause goes


def read_force(text: str, draft: Draft, words: tuple[str, ...], quoted: list[Span]) -> None:
    """Set since when and until when the text itself, called by ``words``, is in force.

    What stands in ``quoted`` new wording is said of another document.
    """
    itself = _itself(words)
    places = [place.start() for place in _FORCE.finditer(text)]
    for clause in _clauses(text, rf"{itself}{_BEFORE}{_HAS}", places):
        if not is_quoted(quoted, clause.start()) and _begins(text, draft, clause):
            _ends_with(text, draft, clause.end())
            break
    if draft.effective is None and draft.date is not None and draft.date.is_full:
        for clause in _clauses(text, rf"{itself}{_AFTER}", places):
            if not is_quoted(quoted, clause.start()):
                draft.effective = _days_after(draft.date, int(clause["days"]))
                draft.effective_span = Span(*clause.span())
                break
    if draft.expires is None:
        for clause in _clauses(text, rf"{itself}{_ENDS}", places):
            if not is_quoted(quoted, clause.start()) and _lapses(text, draft, clause):
                break


@lru_cache(maxsize=256)  # by type
def _itself(words: tuple[str, ...]) -> str:
    return rf"(?:{alternation(words)}){SPACE}này{MAYBE_SPACE}"


def _clauses(text: str, pattern: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` that hold one of the places where force is spoken of."""
    compiled = re.compile(pattern)
    for at in places:
        for found in compiled.finditer(text, max(0, at - _BACK), at + _AHEAD):
            if found.start() < at < found.end():
                yield found


def read_force_of_others(text: str, draft: Draft) -> None:
    """Set since when another document is in force, where that stands right behind it."""
    for end in sorted(draft.ends):
        found = _HOLDS_FROM.match(text, end)
        for date, span in dates_in(text, found.end(), found.end() + _DATE_REACH) if found else ():
            draft.effective, draft.effective_span = date, span
            return


_LASTING = frozenset((K.SUSPENDS, K.STAYS, K.EXTENDS, K.REPEALS, K.REPLACES))
_SINCE = re.compile(rf"(?<![^\W_])(?:kể{SPACE})?từ{SPACE}(?=ngày{SPACE}\d)")
_LAPSES_FROM = re.compile(
    rf"(?:hiệu{SPACE}lực|thi{SPACE}hành|bãi{SPACE}bỏ|[,)]){SPACE}(?:kể{SPACE})?từ{SPACE}(?=ngày{SPACE}\d)"
)
_NEAR = 80
_PAUSED = re.compile(
    rf"[Nn]gưng{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?{SPACE}(?:kể{SPACE})?từ{SPACE}ngày{SPACE}\d"
    rf"[^.;:“”]{{0,50}}?{SPACE}đến{SPACE}[^.;:,“”]{{0,50}}"
)
_TILL = re.compile(rf"(?<![^\W_])đến{SPACE}(?:hết{SPACE})?(?=ngày{SPACE}\d)")


def with_days(text: str, statement: Statement, drafts: Sequence[Draft]) -> Statement:
    """Return a statement with the days from and to which its sentence says it holds.

    'Ngưng hiệu lực Thông tư X từ ngày 01/8/2022 đến hết ngày 15/9/2022'. A suspension may be
    named in the title and get its days in an article.
    """
    if statement.relation not in _LASTING:
        return statement
    draft, end = drafts[statement.object], statement.sentence.end
    at = min(max(draft.end, draft.after), end)
    if statement.relation in (K.REPEALS, K.REPLACES) and draft.title_span is not None:
        at = min(max(at, draft.title_span.end), end)
    if statement.relation in (K.REPEALS, K.REPLACES):
        # Further on it may be said of the document that is done away with.
        since, until = _day(text, _LAPSES_FROM, at, min(end, at + _NEAR)), None
    else:
        since, until = _day(text, _SINCE, at, end), _day(text, _TILL, at, end)
    if statement.relation is K.SUSPENDS and statement.rule == "own-title" and not until:
        since, until = _pause(text)
    return replace(statement, since=since, until=until) if since or until else statement


def _pause(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the days of the one suspension that a text orders."""
    days = set()
    for found in _PAUSED.finditer(text):
        since, until = (_day(found[0], cue, 0, len(found[0])) for cue in (_SINCE, _TILL))
        days.add((since, until))
    return days.pop() if len(days) == 1 else (None, None)


def _day(text: str, cue: re.Pattern[str], start: int, end: int) -> PartialDate | None:
    for found in cue.finditer(text, start, end):
        for date, _ in dates_in(text, found.end(), found.end() + _DATE_REACH):
            return date
    return None


def _begins(text: str, draft: Draft, clause: re.Match[str]) -> bool:
    if clause["signing"]:
        draft.effective, draft.effective_span = draft.date, Span(*clause.span())
        return True
    for date, span in dates_in(text, clause.start("when"), clause.end() + _DATE_REACH):
        draft.effective, draft.effective_span = date, Span(clause.start(), span.end)
        return True
    return False


def _ends_with(text: str, draft: Draft, at: int) -> None:
    """Read the end that the same sentence gives: a last day, or how long."""
    at = max(at, draft.effective_span.end if draft.effective_span else at)
    until = _UNTIL.match(text, at)
    begins = draft.effective_span.start if draft.effective_span else at
    for date, span in dates_in(text, until.end(), until.end() + _DATE_REACH) if until else ():
        draft.expires, draft.expires_span = date, Span(begins, span.end)
        return
    long = _FOR.match(text, at)
    if long is not None and draft.effective is not None and draft.effective.is_full:
        months = int(long["count"]) * (12 if long["unit"] == "năm" else 1)
        draft.expires = _eve(_later(draft.effective, months))
        draft.expires_span = Span(begins, long.end())


def _lapses(text: str, draft: Draft, clause: re.Match[str]) -> bool:
    for date, span in dates_in(text, clause.end(), clause.end() + _DATE_REACH):
        draft.expires, draft.expires_span = _eve(date), Span(clause.start(), span.end)
        return True
    return False


def _later(day: PartialDate, months: int) -> PartialDate:
    """Return the day some months later; the last of the month where it has no such day."""
    month = (day.month or 1) - 1 + months
    first = PartialDate(day.year + month // 12, month % 12 + 1)
    return PartialDate(first.year, first.month, min(day.day or 1, first.latest().day))


def _eve(day: PartialDate) -> PartialDate:
    """Return the day before: the last on which what lapses that day is in force."""
    return _days_after(day, -1)


def _days_after(day: PartialDate, days: int) -> PartialDate:
    other = day.earliest() + timedelta(days=days)
    return PartialDate(other.year, other.month, other.day)
