"""Putting statements into words: their values, and whether time and rank allow them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.extraction.cues.phrases import Cues
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.leads import Lead, Leads
from graph.extraction.text.sentences import Sentences
from graph.model.dates import PartialDate
from graph.model.numbers import NumberForm
from graph.model.registry import DocumentType
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
GUIDE = "huong-dan"
# What changes another document: only one of its own rank or above does.
CHANGES = frozenset(
    (K.AMENDS, K.REPLACES, K.REPEALS, K.SUSPENDS, K.STAYS, K.EXTENDS, K.CORRECTS, K.CONSOLIDATES)
)
# What a body does by itself; only documents amend, replace or repeal documents here.
BODY_ACTS = frozenset((K.IMPLEMENTS, K.REVIEWS, K.CONTINUES, K.INSTITUTIONALISES))
_CARRIES_OUT = BODY_ACTS - {K.REVIEWS} | {K.DETAILS, K.GUIDES}
_CENTRE = "TW"
# The centre, a province, a district, a commune or another unit.
_COMMITTEE = re.compile("TW|TU|HU|QU|ThU|ĐU")
# How an article or an item of an official text begins.
HEADING = re.compile(
    r"\s*(?:Điều\s{1,4}\d{1,3}[a-z]?\s?[.:]\s*|\d{1,3}(?:\.\d{1,2})*[.)]\s*|[a-zđ]{1,2}\)\s*|[-–+*•]\s*)*"
)
# 'Nghị định A (sau đây gọi tắt là Nghị định 1) và Nghị định B' is one list.
# and so is what a bracket says of A: 'Nghị định A (về phí), được sửa đổi bởi Nghị định B'.
_BRACKET = re.compile(r"\s?\([^()]{3,160}\)")
Paths = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EndingList:
    """A list of what ends: what leads it in, how its items are marked, where it ends."""

    lead: re.Match[str]
    kind: str
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page: what it says of the documents in it, and which side they are on."""

    kind: RelationKind
    active: bool
    cue: Span


@dataclass(slots=True)
class Reading:
    """One text being read for statements.

    ``own`` is the index of the document that speaks: the text itself, or in a consolidated text
    the ``base`` that it consolidates. ``enacts`` is where the enacting words begin. A text that
    ``publishes`` only makes known what others have ended.
    """

    text: str
    drafts: Sequence[Draft]
    sentences: Sentences
    own: int | None
    enacts: int
    cues: Cues
    base: int | None = None
    publishes: bool = False
    said: list[Statement] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)  # see ``record_rows``
    ending: list[EndingList] | None = None  # see ``ending_lists``
    beside: dict[int, int | None] = field(default_factory=dict)  # see ``lists.beside``
    _leads: dict[re.Pattern[str], Leads] = field(default_factory=dict)
    _sentences: dict[int, Span] = field(default_factory=dict)

    def span(self, index: int) -> Span:
        """Return where a reference stands."""
        return Span(self.drafts[index].start, self.drafts[index].end)

    def sentence(self, index: int) -> Span:
        """Return the sentence in which a reference stands."""
        found = self._sentences.get(index)
        if found is None:
            found = self._sentences[index] = self.sentences.around(self.span(index))
        return found

    def led(self, index: int) -> tuple[RelationKind, Span, str] | None:
        """Return the cue that governs a reference: its kind, span and position name."""
        floor = self.drafts[index - 1].end if index else 0
        return self.cues.before(self.text, floor, self.drafts[index].begins)

    def leads(self, lead: Lead, end: re.Pattern[str], reach: int) -> Leads:
        """Return the text's lists of one kind; see ``Leads``."""
        if lead.pattern not in self._leads:
            self._leads[lead.pattern] = Leads(self.text, lead, end, reach)
        return self._leads[lead.pattern]


_PAGE_END = 400  # characters


def said(
    kind: RelationKind,
    subject: int | None,
    object_: int,
    cue: Span,
    sentence: Span,
    rule: str,
    confidence: float,
    to: Paths = (),
    from_: Paths = (),
    body: str | None = None,
    body_span: Span | None = None,
) -> Statement:
    """Return a statement; ``to`` and ``from_`` are subdivision paths.

    A cue before a page's end belongs to the sentence that goes on behind it; what leads a long
    list in does not.
    """
    if sentence.start - _PAGE_END < cue.start < sentence.start:
        sentence = Span(cue.start, sentence.end)
    return Statement(kind, subject, object_, cue, sentence, rule, confidence, body, body_span,
                     tuple(", ".join(path) for path in from_),
                     tuple(", ".join(path) for path in to))  # fmt: skip


def done_by(
    body: Span,
    reading: Reading,
    kind: RelationKind,
    index: int,
    cue: Span,
    sentence: Span,
    rule: str = "body",
) -> Statement:
    """Return the statement that a body does something to a reference."""
    draft = reading.drafts[index]
    return said(kind, None, index, cue, sentence, rule, 0.8, draft.targets,
                 body=body.phrase(reading.text), body_span=body)  # fmt: skip


def again(last: Statement, index: int, sentence: Span, draft: Draft) -> Statement:
    """Return ``last`` said of the next reference in the same list."""
    return said(last.relation, last.subject, index, last.cue, sentence, last.rule,
                 last.confidence, draft.targets, (), last.subject_body,
                 last.subject_span)  # fmt: skip


def past_heading(text: str, start: int, end: int = sys.maxsize) -> int:
    """Return where an article or an item begins behind its heading, or ``start`` without one."""
    heading = HEADING.match(text, start, end)
    return heading.end() if heading is not None else start


def opens_article(text: str, at: int) -> bool:
    """Tell whether an article of an official text begins with what stands at ``at``."""
    line = text.rfind("\n", 0, at) + 1
    return text.startswith("Điều", line) and HEADING.fullmatch(text, line, at) is not None


def outranks(types: Mapping[str, DocumentType], lower: Draft, upper: Draft) -> bool:
    """Tell whether ``upper`` is of a higher type than ``lower``, as far as types tell."""
    ranks = [types[d.type].rank if d.type and d.type in types else None for d in (lower, upper)]
    return ranks[0] is not None and ranks[1] is not None and ranks[0] < ranks[1]


def possible(
    drafts: Sequence[Draft], types: Mapping[str, DocumentType], statement: Statement
) -> bool:
    """Tell whether time, rank and identity allow it.

    Nothing acts on itself or on what is younger, nothing changes what is above it, committees of
    the Party change only their own documents, and the Party's and the State's not each other's.
    Of what points back, what it points to counts.
    """
    if statement.subject is None:
        return True
    subject, object_ = meant(drafts, statement.subject), meant(drafts, statement.object)
    if subject is object_:
        return False
    if statement.relation in CHANGES and (
        outranks(types, subject, object_)
        or of_other_committees(subject, object_)
        or _of_other_worlds(types, subject, object_)
    ):
        return False
    if statement.relation in _CARRIES_OUT and _is_above(subject, object_):
        return False
    if subject.number is not None and object_.number is not None:
        same = subject.type == object_.type and subject.number.key == object_.number.key
        if same and (subject.date is None or subject.date == object_.date):
            return False
    elif subject.number is object_.number is None and _one_name(subject, object_):
        return False
    acted, acting = _when(object_), _when(subject)
    if acted is None or acting is None:
        return True
    if statement.relation in CHANGES and acted.is_full and acting.is_full:
        return acted.earliest() < acting.earliest()
    return acted.earliest() <= acting.latest()


def _one_name(one: Draft, other: Draft) -> bool:
    """Tell whether both are called by the same name and year."""
    named = one.name is not None and (one.type, one.name) == (other.type, other.name)
    return named and one.date is not None and one.date == other.date


def meant(drafts: Sequence[Draft], index: int) -> Draft:
    """Return the reference that the one at ``index`` points to in the end, or itself."""
    seen: set[int] = set()
    while (ahead := drafts[index].antecedent) is not None and index not in seen:
        seen.add(index)
        index = ahead
    return drafts[index]


def of_other_committees(one: Draft, other: Draft) -> bool:
    """Tell whether two documents are of committees of which one changes nothing of the other's."""
    if one.number is None or other.number is None:
        return False
    organs = (one.number.organ, other.number.organ)
    of_the_party = one.number.form is other.number.form is NumberForm.PARTY
    if of_the_party and organs[1].endswith(_CENTRE) and not organs[0].endswith(_CENTRE):
        return True  # nor does a province's change what an organ of the centre issued
    return organs[0] != organs[1] and all(map(_COMMITTEE.fullmatch, organs))


def _is_above(one: Draft, other: Draft) -> bool:
    """Tell whether a local committee's would be what a document of the Centre carries out."""
    if one.number is None or other.number is None:
        return False
    local = _COMMITTEE.fullmatch(other.number.organ) is not None
    return one.number.organ == _CENTRE and local and other.number.organ != _CENTRE


def _of_other_worlds(types: Mapping[str, DocumentType], one: Draft, other: Draft) -> bool:
    worlds = {_world(types, one), _world(types, other)}
    return worlds == {"party", "state"}


def _world(types: Mapping[str, DocumentType], draft: Draft) -> str:
    """Return whose document it is by its type or else its number: 'party', 'state' or 'both'."""
    world = types[draft.type].world if draft.type and draft.type in types else "both"
    if world != "both" or draft.number is None:
        return world
    form = draft.number.form
    if form is NumberForm.PARTY:
        return "party"
    return "state" if form is NumberForm.NORMATIVE else "both"


def _when(draft: Draft) -> PartialDate | None:
    """Return the date of a document, or the year that its number tells."""
    year = draft.number.year if draft.number is not None else None
    if year is None or (draft.date is not None and draft.date.year == year):
        return draft.date
    return PartialDate(year)  # of the two the date is misprinted more often


def behind(text: str, draft: Draft) -> set[int]:
    """Return where what is said of a reference may go on: behind its fields or its title."""
    ends = {draft.after}
    if (end := draft.past_title) > draft.after:
        ends.add(end + 1 if text[end : end + 1] in ("”", '"') else end)
    for end in tuple(ends):
        if "(" in text[end : end + 2] and (called := _BRACKET.match(text, end)) is not None:
            ends.add(called.end())
    return ends


def is_of_others(reading: Reading, one: Statement) -> bool:
    """Tell whether quoted wording may say it: of two others, 'A được sửa đổi bởi B' or a title.

    It says nothing of the text that quotes it.
    """
    if one.rule not in ("passive", "title") or one.subject is None:
        return False
    return reading.drafts[one.subject].kind in FULL
