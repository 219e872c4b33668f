"""Passive cues: 'A được thay thế bởi B', however much of A, in prose and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.extraction.patterns import MAYBE_SPACE, SPACE, UPPER, any_case, cases, flat
from graph.model.relations import RelationKind
from graph.model.spans import Span

_BETWEEN = 130  # a patient and its agent
# 'A hết hiệu lực từ ngày …, được thay thế bởi B'
_ENDED = (
    rf"{SPACE}(?:(?:đã|sẽ|nay){SPACE})?(?:hết|có|không{SPACE}còn){SPACE}hiệu{SPACE}lực"
    rf"(?:(?!,\s{{1,4}}[{UPPER}])[^.;:“”()]){{0,80}}?"
)
# 'A hết hiệu lực (kể cả phần được sửa đổi bởi B)'
_EVEN = (
    rf"(?:kể|(?:bao{SPACE})?gồm){SPACE}cả(?:{SPACE}các)?"
    rf"(?:{SPACE}(?:phần|nội{SPACE}dung|quy{SPACE}định))?"
)
_LATER = rf"{_EVEN}|và|đã|nay|hiện|cũng|lại|vừa|sau{SPACE}đó|tiếp{SPACE}tục|đến{SPACE}nay"
# A table's column between a document and its amender: ' - Điều 4, khoản 2 - Được sửa đổi bởi …'.
_COLUMN = (
    rf"(?:\s{{0,4}}[-–|]{SPACE}(?i:Điều|khoản|điểm|chương|mục|phụ{SPACE}lục|toàn{SPACE}bộ|một{SPACE}phần)"
    rf"(?![^\W_])[^-–|.;:\n]{{0,80}}(?={SPACE}[-–|]))?"
)


class PassiveCues:
    """Finds passives between references; immutable."""

    def __init__(self, passives: Mapping[str, RelationKind], extents: str) -> None:
        """Know ``passives`` by phrase; ``extents`` say how much: 'một số điều'."""
        self._kinds = passives
        self._extent = re.compile(rf" (?:{extents})(?= \S+$)")
        last = {phrase.split()[-1] for phrase in passives}
        self._last = sorted(case for word in last for case in cases(word))
        # 'được Tỉnh ủy cụ thể hóa bằng': the agent may stand within.
        agents = _passives({p.split("được ", 1)[1] for p in passives if "được " in p}, extents)
        agent = rf"được{SPACE}[{UPPER}][^,;.:()]{{1,60}}?{SPACE}(?P<done>{agents})"
        aside = rf"\s{{0,4}}[,;(|–-]?\s{{0,4}}(?:(?:{_LATER})\s{{1,4}}){{0,3}}"
        suffers = _passives(passives, extents)
        self._passive = re.compile(
            rf"(?:\s{{0,4}}\))?(?:{_ENDED}|{_COLUMN})?{aside}(?P<cue>{suffers}|{agent})"
            rf"(?:{SPACE}(?:các|một{SPACE}số{SPACE}điều|của|tại|theo|quy{SPACE}định)){{0,3}}{MAYBE_SPACE}$"
        )
        self._suffering = re.compile(rf"{aside}(?P<cue>{suffers})(?![^\W_])")

    def passive(self, text: str, start: int, end: int) -> tuple[RelationKind, Span] | None:
        """Find 'được thay thế bởi' filling the stretch between two references."""
        if end - start >= _BETWEEN or not self._has_last_word(text, start, end):
            return None
        found = self._passive.match(text, start, end)
        if found is None:
            return None
        phrase = f"được {found['done']}" if found["done"] else found["cue"]
        kind = self._suffered(phrase)
        return (kind, Span(*found.span("cue"))) if kind else None

    def _has_last_word(self, text: str, start: int, end: int) -> bool:
        """Tell whether one of the words is there that passives end with, as in few places."""
        return any(text.find(word, start, end) >= 0 for word in self._last)

    def suffering(self, text: str, at: int) -> RelationKind | None:
        """Return what 'được thay thế bởi' says where it begins right at ``at``."""
        found = self._suffering.match(text, at)
        return self._suffered(found["cue"]) if found else None

    def _suffered(self, phrase: str) -> RelationKind | None:
        """Return what a passive says, whether of the whole or of 'một số điều'."""
        kinds, said = self._kinds, flat(phrase)
        return kinds.get(said) or kinds.get(self._extent.sub("", said))


def _passives(phrases: Iterable[str], extents: str) -> str:
    """Return the pattern of passives, of which each may say how much: 'được sửa một phần bởi'."""
    heads: dict[str, list[str]] = {}
    for phrase in phrases:
        head, _, last = phrase.rpartition(" ")
        heads.setdefault(last, []).append(head)
    much = rf"(?:{SPACE}(?:{extents}))?{SPACE}"
    return f"(?:{'|'.join(any_case(of) + much + any_case((last,)) for last, of in heads.items())})"
