"""Laws as they were at a time that the words around tell: 'từ 2006 đến 2011 … vi phạm Luật X'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.text.draft import Draft
from graph.extraction.text.sentences import Sentences
from graph.model.dates import PartialDate
from graph.model.mentions import MentionKind
from graph.model.numbers import NumberForm
from graph.model.registry import LAWS
from graph.model.spans import Span

_REACH = 60
_BROKEN = re.compile(
    r"(?<![^\W_])(?:vi\s{1,4}phạm|làm\s{1,4}trái|trái\s{1,4}với)\s(?!của\s)[^.;:\n]{0,60}"
    r"(?:[.:;,]\s{1,4}[Cc]ụ\s{1,4}thể(?:\s{1,4}là)?:?\s{1,4})?$"
)
# What any time's law has to say of breaking it: 'hành vi vi phạm', 'xử phạt vi phạm'.
_AT_ANY_TIME = re.compile(
    r"(?<![^\W_])(?:hành\s{1,4}vi|xử\s{1,4}(?:phạt|lý)|nếu|người|cố\s{1,4}tình|đối\s{1,4}tượng|bị\s{1,4}coi\s{1,4}là)\s{1,4}$"
)
_STATUTE = "luat"  # codes are broken by those who judge by them today
_LISTED = 12  # references
_JOINS = 6  # words between what is listed
_YEAR = re.compile(r"(?<![\d/.,])(?:\d{1,2}\s?[-/.]\s?){0,2}(?P<year>(?:19|20)\d\d)(?![\d/%])")
# 'Năm 2016, …', 'Trước đó, vào tháng 5/2016, …', but 'Từ năm 2016 …'
_LEADS = re.compile(
    r"\s{0,4}(?:(?!(?:[Tt]ừ|[Ss]au|[Tt]rước\snăm|[Nn]hiệm|[Gg]iai)\s)[^\W\d_]+,?\s{1,4}){0,4}?"
    r"(?:[Nn]gày|[Tt]háng|[Nn]ăm)\s{1,4}(?:\d{1,2}\s?[-/.]\s?){0,2}(?P<year>(?:19|20)\d\d)"
    r"(?![\d/%])(?!\s?[-–]\s?\d)"
)
# Before the numbers of documents that are known by heart today.
_AGO_REACH = 300  # characters
_LONG_AGO = re.compile(r"(?<![\d/.,])(?:\d{1,2}\s?[-/.]\s?){0,2}19\d\d(?![\d/%])")
_STILL = re.compile(r"(?<![^\W_])nay(?![^\W_])")
_THEREBY = "Theo đó"


def date_what_the_past_had(text: str, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Set ``by`` of laws named without a date: those that were broken then, or ordered to follow.

    Of one broken at a time that nobody tells, the law of the day of writing may not be meant.
    The time is the last year that the sentence tells before the law; of what a document ordered
    ('Theo đó, …') the day of the document, which the sentence before cites.
    """
    broken, thereby = "phạm" in text or "trái" in text, _THEREBY in text
    if not (broken or thereby):
        return
    for index, draft in enumerate(drafts):
        if draft.kind is not MentionKind.NAMED or draft.type not in LAWS:
            continue
        if draft.date is not None or draft.by is not None or draft.number is not None:
            continue
        sentence = sentences.around(Span(draft.start, draft.end))
        if thereby and text.startswith(_THEREBY, sentence.start):
            draft.by = _ordered(text, drafts, index, sentence, sentences)
        elif broken and (how := _broken(text, drafts, index, sentence)) is not None:
            still = _STILL.search(text, sentence.start, draft.start) is not None
            draft.by = None if still else _then(text, drafts, index, sentence)
            once = _AT_ANY_TIME.search(text, max(0, how - 24), how) is None and not still
            draft.contested = draft.by is None and draft.type == _STATUTE and once


def date_what_was_cited_then(text: str, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Set ``by`` of numbers that tell no year to that with which their sentence begins.

    'Năm 2016, Thông báo số 363/TB-VPCP của Thủ tướng đã đồng ý …'
    """
    for draft in drafts:
        number = draft.number
        if draft.kind is not MentionKind.NUMBERED or number is None or draft.date is not None:
            continue
        if number.form is not NumberForm.ADMINISTRATIVE or draft.by is not None or draft.day:
            continue
        sentence = sentences.around(Span(draft.start, draft.end))
        leads = _LEADS.match(text, sentence.start, draft.start)
        if leads is not None and not _STILL.search(text, leads.end(), draft.start):
            later = _YEAR.search(text, leads.end(), draft.start)
            if later is None:
                draft.by = PartialDate(int(leads["year"]))


def doubt_what_was_spoken_of_then(text: str, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Leave open what a bare number means in a sentence of long ago: 'cuối năm 1959 Nghị quyết 15'.

    The one that is known today may be another.
    """
    for draft in drafts:
        if draft.kind is not MentionKind.SHORT or draft.antecedent is not None or draft.date:
            continue
        if text.find("19", max(0, draft.start - _AGO_REACH), draft.start) < 0:
            continue
        sentence = sentences.around(Span(draft.start, draft.end))
        told = _LONG_AGO.search(text, max(sentence.start, draft.start - _AGO_REACH), draft.start)
        if told is not None and not _STILL.search(text, told.end(), draft.start):
            draft.contested = True


def date_what_is_named_twice(drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Set ``by`` of a law to what the title of a document tells of the same one in its sentence.

    'theo Điều 20 Luật Đấu thầu và Nghị định số 85/2009/NĐ-CP hướng dẫn thi hành Luật Đấu thầu'
    """
    laws = [d for d in drafts if d.kind is MentionKind.NAMED and d.type in LAWS and d.name]
    told = [law for law in laws if law.by is not None and law.within is not None]
    undated = [law for law in laws if told and not (law.by or law.date or law.number)]
    for one in told:
        sentence = sentences.around(Span(one.start, one.end))
        for law in undated:
            if law.name == one.name and sentence.start <= law.start < sentence.end:
                law.by = one.by


def _broken(text: str, drafts: Sequence[Draft], index: int, sentence: Span) -> int | None:
    """Return where it is said that the law at ``index`` was broken, or what it is listed behind."""
    for at in range(index, max(-1, index - _LISTED), -1):
        draft = drafts[at]
        if draft.start < sentence.start:
            return None
        found = _BROKEN.search(text, max(0, draft.start - 2 * _REACH), draft.start)
        if found is not None:
            return found.start()
        before = drafts[at - 1] if at else None
        if before is None or len(text[before.past_title : draft.begins].split()) > _JOINS:
            return None
    return None


def _ordered(
    text: str, drafts: Sequence[Draft], index: int, sentence: Span, sentences: Sentences
) -> PartialDate | None:
    """Return the day of the last document cited in the sentence before."""
    before = index - 1
    while before >= 0 and drafts[before].end > sentence.start:
        before -= 1
    dated = drafts[before] if before >= 0 else None
    if dated is None or dated.date is None or dated.kind is MentionKind.SELF:
        return None
    there = sentences.around(Span(dated.start, dated.end))
    return dated.date if not text[there.end : sentence.start].strip(" \t\r\n.;") else None


def _then(text: str, drafts: Sequence[Draft], index: int, sentence: Span) -> PartialDate | None:
    """Return the last year told, not as that of another document: 'Luật Đất đai năm 2013'."""
    before = [other for other in drafts[:index] if other.end > sentence.start]
    years = [
        int(found["year"])
        for found in _YEAR.finditer(text, sentence.start, drafts[index].start)
        if not any(other.start <= found.start() < other.end for other in before)
    ]
    return PartialDate(max(years)) if years else None
