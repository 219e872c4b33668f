"""Reading what a text says that documents do to one another.

A wrong statement is worse than a missing one: each needs a cue right beside its object and an
actor that grammar names. Text inside quotation marks and titles of others never acts for the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.cues.phrases import Cues
from graph.extraction.cues.saying import (
    BODY_ACTS,
    Reading,
    is_of_others,
    meant,
    possible,
)
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.heads.force import with_days
from graph.extraction.statements.acting import Acting
from graph.extraction.statements.actors import BodyActors
from graph.extraction.statements.articles import amended_parts
from graph.extraction.statements.backward import points_surely
from graph.extraction.statements.bare import Bare
from graph.extraction.statements.clauses import lapsed, publishes
from graph.extraction.statements.contents import of_contents
from graph.extraction.statements.deciding import Deciding
from graph.extraction.statements.done_to import DoneTo
from graph.extraction.statements.ending_lists import ended_item
from graph.extraction.statements.going_on import GoingOn
from graph.extraction.statements.headings import in_capitals, own_title, titled
from graph.extraction.statements.intended import supposed
from graph.extraction.statements.inverted import inverted
from graph.extraction.statements.lapsing import lapses
from graph.extraction.statements.left_out import left_out
from graph.extraction.statements.lists import begin, goes_on
from graph.extraction.statements.mainclause import MainClauses
from graph.extraction.statements.means import (
    Means,
    by_means,
    shared_means,
    tells_means,
    with_listed,
)
from graph.extraction.statements.passives import suffered, suffered_too
from graph.extraction.statements.preambles import Preambles
from graph.extraction.statements.record_rows import RecordRows
from graph.extraction.statements.subjects import DocumentActors
from graph.extraction.statements.those import Those
from graph.extraction.statements.titled_acts import (
    annex_amended,
    goes_on_a_title,
    guided,
    of_the_first,
)
from graph.extraction.statements.together import Together
from graph.extraction.statements.wordings import reworded
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import lower
from graph.extraction.text.sentences import Sentences
from graph.extraction.tying.consolidated import consolidation, footnote_basis, listed_amender
from graph.model.mentions import MentionKind
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement

K = RelationKind
_ENDS = (K.REPLACES, K.REPEALS, K.AMENDS)
# 'A, điều chỉnh tại B': it is B that does it
_PASSIVE_TOO = (K.DETAILS, K.GUIDES, K.PUBLISHES, K.APPROVES, K.NOTIFIES, *_ENDS)
_ENACTS = re.compile(
    r"^[ \t]*(?:Điều\s{1,4}\d{1,3}\s?[.:]|QUYẾT\s+ĐỊNH\s*:|Chương\s+I\b|I\.\s)"
    r"|như\s{1,8}sau\s{0,4}:|nội\s{1,4}dung(?:\s{1,4}(?:chủ|trọng|cơ)\s{1,4}(?:yếu|tâm|bản)|\s{1,4}chính)?\s{1,4}sau(?:\s{1,4}đây)?\s{0,4}:"
    r"|(?:kết\s{1,4}luận|yêu\s{1,4}cầu|quyết\s{1,4}định|thống\s{1,4}nhất)\s?:\s{1,8}(?:1[.)]|I\.|-)\s",
    re.M,
)
_FROM = re.compile(r"(?<![^\W_])từ\s{1,8}$")


class StatementReader:
    """Reads statements; immutable."""

    def __init__(self, registry: Registry, issuers: IssuerReader) -> None:
        self._cues = Cues(registry)
        main = MainClauses(registry, issuers)
        bodies = BodyActors(registry, issuers, main)
        self._bare = Bare(registry)
        documents = DocumentActors(registry, self._bare)
        self._preambles = Preambles(documents, bodies)
        self._acting = Acting(registry, documents, bodies, Deciding(registry, issuers))
        self._together = Together(registry, issuers)
        self._means = Means(registry)
        self._rows = RecordRows(registry)
        self._done_to = DoneTo(registry, issuers)
        self._those = Those(registry)
        self._going_on = GoingOn(issuers, main)
        self._proposes = registry.listed("only-proposes")
        self._types = {type_.id: type_ for type_ in registry.types}

    def read(
        self, text: str, drafts: Sequence[Draft], sentences: Sentences, base: int | None
    ) -> list[Statement]:
        """Return all statements by object; ``base`` is what a consolidated text consolidates."""
        own = base if base is not None else 0 if drafts[0].kind is MentionKind.SELF else None
        enacts = _ENACTS.search(text) if own is not None else None
        begins = enacts.start() if enacts else len(text)
        reading = Reading(text, drafts, sentences, own, begins, self._cues, base)
        reading.publishes = publishes(reading)
        if (merged := consolidation(reading)) is not None:
            reading.said.append(merged)
        heard: list[Statement | None] = []
        for index in range(len(drafts)):
            heard.append(self._heard(reading, index, heard))
            if (last := heard[-1]) is not None:
                listed = (*with_listed(reading, last, heard), *suffered_too(reading, last, heard))
                both = (*self._together.also(reading, last, heard), *listed, last)
                reading.said += (one for one in both if self._stands(reading, one))
            more = (*lapses(reading, index, heard), *of_contents(reading, self._types, index),
                    *self._means.elided(reading, index),
                    *self._means.rests(reading, index, heard),
                    *left_out(reading, self._types, index), *inverted(reading, index),
                    *self._rows.read(reading, index),
                    *self._bare.objects(reading, index), *self._bare.replaced(reading, index),
                    *self._bare.carried_out(reading, index), *self._bare.suffered(reading, index),
                    *self._done_to.read(reading, index),
                    *self._those.read(reading, index), *self._those.acting(reading, index),
                    *self._going_on.read(reading, index))  # fmt: skip
            if more:
                reading.said += (one for one in more if self._stands(reading, one))
        every = of_the_first(reading, [*reading.said, *amended_parts(reading)])
        return [with_days(text, statement, drafts) for statement in every]

    def _stands(self, reading: Reading, one: Statement) -> bool:
        """Tell whether a statement may be so; what only proposes ends no other's document."""
        drafts = reading.drafts
        if not possible(drafts, self._types, one) or supposed(reading, one):
            return False
        if one.subject is None or one.relation not in _ENDS:
            return True
        acts, acted = (meant(drafts, at).type for at in (one.subject, one.object))
        return acts == acted or acts not in self._proposes

    def _heard(
        self, reading: Reading, index: int, heard: Sequence[Statement | None]
    ) -> Statement | None:
        """Return what is said of one reference; ``heard`` is what was of those before it."""
        draft = reading.drafts[index]
        if draft.kind is MentionKind.SELF:
            return None
        start = draft.begins
        if not points_surely(reading, index):
            # 'A được sửa đổi bởi Nghị định này'
            own = reading.own is not None and not draft.quoted
            return suffered(reading, self._types, index, start, heard) if own else None
        if draft.target_span and (whence := _FROM.search(reading.text, max(0, start - 12), start)):
            start = whence.start()  # 'bãi bỏ từ Điều 5 đến Điều 7 của Luật A'
        listed_with = goes_on(reading, index, start, heard)
        start = begin(reading.text, start) if listed_with is None else start
        if draft.quoted or reading.base is not None:
            basis = footnote_basis(reading, index, listed_with)
            if basis is not None:
                return basis
            if draft.quoted:
                one = listed_with or suffered(reading, self._types, index, start, heard)
                if one is None and draft.within is not None:
                    one = self._statement(reading, index, start, None, heard)
                return one if one is not None and is_of_others(reading, one) else None
        return self._statement(reading, index, start, listed_with, heard)

    def _statement(
        self,
        reading: Reading,
        index: int,
        start: int,
        listed_with: Statement | None,
        heard: Sequence[Statement | None],
    ) -> Statement | None:
        draft = reading.drafts[index]
        if listed_with is not None and listed_with.subject == index:
            return listed_with
        passive = suffered(reading, self._types, index, start, heard)
        passive = passive or listed_amender(reading, index, start)
        passive = passive or by_means(reading, index, start, heard)
        if passive is not None or listed_with is not None:
            return passive or listed_with
        before = reading.drafts[index - 1].end if index else 0
        inside = draft.within is not None and before > start  # of an amending law's name
        floor = reading.drafts[index - 1].start if inside else before
        if (title := own_title(reading, start)) is not None:
            floor = max(floor, title.start)  # 'HƯỚNG DẪN' above it is the text's type, no cue
        cue = self._cues.before(reading.text, floor, start)
        if cue is None and in_capitals(reading, floor, start):
            cue = self._cues.before(lower(reading.text[:start]), floor, start)
        if cue is None:
            ends = {draft.end, *draft.ends}
            cue = self._cues.around(reading.text, floor, start, ends)
        if draft.targets and (cue is None or cue[0] is K.CITES):
            change_of_words = reworded(reading, index, start)
            if change_of_words is not None:
                changed = self._acting.acted(
                    reading, index, *change_of_words, reading.sentence(index)
                )
                if changed is not None:
                    return changed
        if cue is not None and goes_on_a_title(reading, index, cue):
            return None
        if cue is None or cue[0] in (K.CITES, K.PART_OF):
            change = titled(reading, index, start)
            if change is not None:
                return change
        if cue is None or cue[0] is K.CITES:
            clause = lapsed(reading, index) or ended_item(reading, index, start)
            if clause is not None:
                return clause
        if cue is None or cue[0] is K.CITES:
            cue = guided(reading, index, start) or cue
        cue = cue or annex_amended(reading, index, start)
        if cue is None:
            return None
        sentence = reading.sentence(index)
        if cue[1].start < sentence.start:
            return None
        kind, span, position = cue
        if kind in BODY_ACTS and tells_means(reading.text, span, start):
            return shared_means(reading, index, kind, span, sentence)
        if kind in _PASSIVE_TOO and tells_means(reading.text, span, start):
            return self._acting.cited(reading, index, span, sentence)
        if position == "preamble":
            based = self._preambles.read(reading, index, span, sentence)
            if based is None and span.of(reading.text).lower().startswith("theo"):
                return self._acting.cited(reading, index, span, sentence)
            return based
        if kind is K.PART_OF:
            return self._acting.part_of(reading, index, span, sentence)
        acted = self._acting.acted(reading, index, kind, span, sentence)
        return None if position == "years" and self._acting.only_then(reading, acted) else acted
