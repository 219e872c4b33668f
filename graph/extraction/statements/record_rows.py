"""Reading what a page says of one document row by row: 'Văn bản bị thay thế (1): A; B'.

Rows are led by what portals call relations (seeds/crosswalk.tsv), or by a verb and a colon
('Thay thế: A', 'Bị bãi bỏ bởi: B'). The document spoken of is the one that the page names before:
'Tên: …', 'Văn bản: …', at the beginning of a line, or first in the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.cues.saying import Reading, Row, said
from graph.extraction.statements.adjacent import fills
from graph.extraction.text.draft import FULL
from graph.extraction.text.patterns import SPACE, any_case, flat
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_PORTALS = ("vbpl", "thuvienphapluat", "luatvietnam")
_COUNT = r"(?:\s{0,4}[(\[]\s?\d{1,3}(?:\s[^\W\d_]{1,8}){0,3}\s?[)\]])?"
_ITEM = r"(?:[-–•*+»]\s{0,4}|\d{1,3}[.)]\s{0,4})?"
_OPENS = re.compile(rf"[:|\n]\s{{0,8}}{_ITEM}$")
# What stands between two items of one row.
_JOINT = re.compile(
    rf"[^\S\n]{{0,4}}(?:\[[^\]\n]{{2,40}}\]|\([^()\n]{{2,120}}\))?\s{{0,4}}[;,\n]\s{{0,8}}{_ITEM}"
)
_REACH = 90
_NAMES = re.compile(
    rf"(?:^|[\n|;])[^\S\n]{{0,8}}{_ITEM}(?:(?i:tên(?:{SPACE}(?:văn{SPACE}bản|gọi))?|văn{SPACE}bản|số{SPACE}(?:ký{SPACE})?hiệu|tiêu{SPACE}đề)"
    r"\s{0,4}[:|]\s{0,4})?$"
)
_NEAR = 60  # references


class RecordRows:
    """Finds the rows; immutable."""

    def __init__(self, registry: Registry) -> None:
        self._said: dict[str, tuple[RelationKind, bool]] = {
            flat(one.name): (one.relation, one.active)
            for one in registry.crosswalk
            if one.vocabulary in _PORTALS and one.read and one.relation is not RelationKind.CITES
        }
        for cue in registry.cues:
            if cue.position in ("label", "labelled"):
                self._said[flat(cue.phrase)] = cue.relation, cue.position == "label"
        self._happened = {
            flat(cue.phrase): cue.relation for cue in registry.cues if cue.position == "history"
        }
        self._label = re.compile(
            rf"(?:^|[\n.;:|•»–-])\s{{0,8}}(?P<label>{any_case(self._said)})"
            rf"{_COUNT}\s{{0,4}}[:|\n]\s{{0,8}}{_ITEM}$"
        )
        self._history = re.compile(
            rf"(?:^|\n)[\d\s/.–|-]{{1,40}}\|[^\S\n]{{0,8}}(?P<label>{any_case(self._happened)})"
            r"[^\S\n]{0,8}\|[^\S\n]{0,8}$"
        )

    def read(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Yield what the row says in which ``index`` stands, of it and the document of the page."""
        draft = reading.drafts[index]
        if reading.own is not None or draft.kind not in FULL or draft.quoted:
            return
        row = self._row(reading, index)
        if row is None:
            return
        reading.rows[index] = row
        record = _record(reading, row.cue.start)
        if record is None:
            return
        acts, acted = (record, index) if row.active else (index, record)
        yield said(row.kind, acts, acted, row.cue, reading.sentence(index), "row", 0.85)

    def _row(self, reading: Reading, index: int) -> Row | None:
        """Return the row of a reference: that of the one before it, or the one that it opens."""
        text, start = reading.text, reading.drafts[index].begins
        before = reading.rows.get(index - 1)
        if before is not None:
            last = reading.drafts[index - 1]
            if fills(_JOINT, text, last.ends, start):
                return before
        if not _OPENS.search(text, max(0, start - 16), start):
            return None
        told = self._history.search(text, max(0, start - _REACH), start)
        if told is not None:
            return Row(self._happened[flat(told["label"])], False, Span(*told.span("label")))
        found = self._label.search(text, max(0, start - _REACH), start)
        if found is None or not found["label"][0].isupper():
            return None
        kind, active = self._said[flat(found["label"])]
        return Row(kind, active, Span(*found.span("label")))


def _record(reading: Reading, at: int) -> int | None:
    """Return the document that the page names last before ``at`` as the one it is about."""
    drafts, first = reading.drafts, None
    for back in range(min(len(drafts), _NEAR)):
        draft = drafts[back]
        if draft.start >= at:
            break
        if back in reading.rows or draft.kind not in FULL:
            continue
        heads = back == 0 and "\n" not in reading.text[: draft.begins].strip()
        if heads or _named(reading.text, draft.begins):
            first = back
    return first


def _named(text: str, at: int) -> bool:
    """Return whether what begins at ``at`` is named as a document, not told of in a later cell."""
    found = _NAMES.search(text, max(0, at - 40), at)
    if found is None:
        return False
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return found[0].strip() != "|" or not line.strip(" |\t")
