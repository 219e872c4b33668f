"""Reading main clauses that go on: 'Thực hiện X, A ban hành Y; B ban hành Z': Z carries out X too.

Only where nothing else is said of Z: 'B ban hành Z để thực hiện Y' tells what Z carries out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extraction.cues.saying import CHANGES, Reading, behind, done_by, said
from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.statements.adjacent import beside, fills, inner_ends, is_joined
from graph.extraction.statements.mainclause import MainClauses
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, UPPER
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_PARTED = re.compile(
    rf"[^.;“”]{{0,200}}(?:;|,{SPACE}còn|,(?={SPACE}[{UPPER}])){SPACE}(?:(?:và|đồng{SPACE}thời){SPACE})?"
)
_SAYS = re.compile(
    rf"(?<![^\W_])(?:thực{SPACE}hiện|triển{SPACE}khai|cụ{SPACE}thể{SPACE}h(?:óa|oá)|hướng{SPACE}dẫn|thay{SPACE}thế|sửa{SPACE}đổi)(?![^\W_])"
)
# 'tổng kết X về … và triển khai Y', 'quán triệt X, kết hợp sơ kết Y'
_AND_THEN = re.compile(
    rf"{MAYBE_SPACE}(?:,|,?{SPACE}(?:và|đồng{SPACE}thời|kết{SPACE}hợp(?:{SPACE}với)?|gắn{SPACE}với|lồng{SPACE}ghép))"
    rf"(?:{SPACE}(?:hội{SPACE}nghị|tổ{SPACE}chức|tiến{SPACE}hành|việc)){{0,2}}{SPACE}"
)
_OWN_CLAUSE = re.compile(
    rf"{SPACE}(?:được|bị|đã|sẽ|cũng|đều|là|do|có|quy{SPACE}định|yêu{SPACE}cầu)(?![^\W_])"
)
_KINDS = (RelationKind.IMPLEMENTS, RelationKind.BASED_ON, RelationKind.GUIDES, RelationKind.DETAILS)
_BY_WHOM = ("actor", "body", "title")
_RECENT = 12  # statements


class GoingOn:
    """Finds what is issued behind a semicolon for the same purpose; immutable."""

    def __init__(self, issuers: IssuerReader, main: MainClauses) -> None:
        self._issuers = issuers
        self._main = main

    def read(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Yield what the document at ``index`` does as the one issued before the semicolon does."""
        draft = reading.drafts[index]
        at = beside(reading, index)
        if at is None or reading.own is not None or draft.kind not in FULL or draft.number is None:
            return
        done = [
            one for one in reading.said[-_RECENT:]
            if one.subject == at and one.rule == "main-clause" and one.relation in _KINDS
        ]  # fmt: skip
        if not done or not (
            _is_issued_too(reading, at, index)
            or (self._goes_on(reading, at, index) and not _says_more(reading, index))
        ):
            return
        sentence = reading.sentence(index)
        known = {(one.relation, one.object) for one in reading.said if one.subject == index}
        yield from (
            replace(one, subject=index) for one in done
            if one.sentence == sentence and (one.relation, one.object) not in known
        )  # fmt: skip

    def _goes_on(self, reading: Reading, at: int, index: int) -> bool:
        """Tell whether a semicolon, and who issues it, is all that stands before a document."""
        text, last, draft = reading.text, reading.drafts[at], reading.drafts[index]
        parted = _PARTED.match(text, last.past_title, draft.begins)
        if parted is None:
            return False
        if parted.end() == draft.begins:
            return draft.type == last.type
        body = self._issuers.body_end(text, parted.end(), draft.begins)
        return body is not None and self._main.issues(text, body, draft.begins)


def _is_issued_too(reading: Reading, at: int, index: int) -> bool:
    """Tell whether a body issued both: 'Thực hiện X, Tỉnh ủy ban hành Y, Z', none for another's."""
    drafts = reading.drafts
    one, other = drafts[at], drafts[index]
    if one.issuer_span is None or one.issuer_span != other.issuer_span:
        return False
    if index + 1 < len(drafts) and drafts[index + 1].within == index:
        return False  # 'ban hành Y, Z thực hiện W'
    if any(_OWN_CLAUSE.match(reading.text, end) for end in other.ends):
        return False  # 'ban hành Y, Z được giao cho quận'
    return is_joined(reading, at, other.begins)


def _says_more(reading: Reading, index: int) -> bool:
    """Tell whether the clause of a document names others, or a purpose of its own."""
    text, draft = reading.text, reading.drafts[index]
    stop = text.find(";", draft.after, reading.sentence(index).end)
    end = stop if stop >= 0 else reading.sentence(index).end
    later = reading.drafts[index + 1 : index + 2]
    return any(one.start < end for one in later) or _SAYS.search(text, draft.after, end) is not None


def same_again(reading: Reading, index: int, kind: RelationKind, cue: Span) -> Statement | None:
    """Say it of the body that did the last thing: 'A tổng kết X về … và triển khai Y'."""
    at = beside(reading, index)
    about = (one for one in reversed(reading.said[-_RECENT:]) if one.object == at)
    last = next(about, None)
    if at is None or last is None or last.rule != "body":
        return None
    sentence = reading.sentence(index)
    if last.sentence != sentence or last.subject_span is None:
        return None
    ends = {*behind(reading.text, reading.drafts[at]), *inner_ends(reading, at, cue.start)}
    if not fills(_AND_THEN, reading.text, ends, cue.start):
        return None
    return done_by(last.subject_span, reading, kind, index, cue, sentence)


def next_deed(
    reading: Reading, index: int, kind: RelationKind, cue: Span, sentence: Span
) -> Statement | None:
    """Read 'A bãi bỏ X. Bãi bỏ Y': a sentence that begins with the verb goes on with who acts."""
    last = reading.said[-1] if reading.said else None
    if last is None or last.relation not in CHANGES or last.rule not in _BY_WHOM:
        return None
    if cue.start != sentence.start or not reading.text[cue.start].isupper():
        return None
    near = reading.text[last.sentence.end : sentence.start]
    if len(near) > 2 or not near.isspace() or last.sentence.end > sentence.start:
        return None
    if last.subject_span is not None:
        return done_by(last.subject_span, reading, kind, index, cue, sentence)
    targets = reading.drafts[index].targets
    return said(kind, last.subject, index, cue, sentence, last.rule, 0.8, targets)
