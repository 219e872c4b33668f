"""Passive cues: 'A được thay thế bởi B', however much of A, in prose and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.text.patterns import (
    MAYBE_SPACE,
    SPACE,
    UPPER,
    alternation,
    any_case,
    flat,
    tone_variants,
)
from graph.model.registry import Registry
from graph.model.relations import CHANGES, RelationKind
from graph.model.spans import Span

_BETWEEN = 170  # characters between a patient and its agent
_BELOW = (RelationKind.DETAILS, RelationKind.GUIDES)
_WORD = 60  # with the white space behind it
_VOICED = 40  # where the verb stands behind the agent
# 'A hết hiệu lực từ ngày …, được thay thế bởi B'
_ENDED = (
    rf"{MAYBE_SPACE}(?:\(\s{{0,4}}|,\s{{1,4}}(?=(?:(?:đã|nay)\s)?hết))?(?:(?:đã|sẽ|nay|vẫn|tiếp{SPACE}tục){SPACE}){{0,2}}(?:(?:hết|có|còn|không{SPACE}còn){SPACE}hiệu{SPACE}lực|khép{SPACE}lại)"
    rf"(?:(?!,\s{{1,4}}[{UPPER}]|\n\s{{0,4}}\n)[^.;:“”()]){{0,80}}?"
)
# 'A có sai sót, được đính chính bởi B'
_OF_ITSELF = rf"{SPACE}(?:có|còn|đang|do|vì|từng|vốn)(?![^\W_])[^.;:“”()\d]{{2,60}}?(?=,)"
# 'A gồm 19 điều; đến khóa XI được thay bằng B'
_IN_TIME = (
    rf"(?:{SPACE}kh(?:óa|oá){SPACE}[IVX]{{1,5}})?(?:{MAYBE_SPACE}(?:gồm|có|dài|quy{SPACE}định)(?![^\W_])[^.;:“”()]{{2,60}}?)?[,;]{SPACE}(?:đến|tới|sang)"
    rf"{SPACE}(?:nay|kh(?:óa|oá)|năm|tháng|ngày|nhiệm{SPACE}kỳ)[^.,;:“”()]{{0,40}}?(?=,?{SPACE}(?:được|bị){SPACE})"
)
# 'A hết hiệu lực (kể cả phần được sửa đổi bởi B)'
_EVEN = (
    rf"(?:kể|(?:bao{SPACE})?gồm){SPACE}cả(?:{SPACE}các)?"
    rf"(?:{SPACE}(?:phần|nội{SPACE}dung|quy{SPACE}định))?"
)
_LATER = (
    rf"{_EVEN}|và|đã|đều|nay|hiện|cũng|lại|vừa|mới|vốn|sẽ|(?:trước|sau){SPACE}đó|trước{SPACE}đây|sau{SPACE}(?:khi|này)|tiếp{SPACE}tục|đến{SPACE}nay|gần{SPACE}đây|mới{SPACE}đây"
    rf"|(?:cái|văn{SPACE}bản){SPACE}này|(?:một|hai|ba|bốn|nhiều|\d{{1,2}}){SPACE}lần|văn{SPACE}bản"
)
# 'A - nghị định bị B thay thế'
_AGAIN = (
    rf"(?:(?:nghị|quyết|quy){SPACE}định|thông{SPACE}tư|nghị{SPACE}quyết|chỉ{SPACE}thị|luật)"
    rf"(?={SPACE})"
)
# 'xem Điều 16 A, nhưng lưu ý điều này đã được sửa đổi bởi B'
_THIS_PART = (
    rf",{SPACE}(?:(?:nhưng|tuy{SPACE}nhiên|song|lưu{SPACE}ý|rằng|hiện|nay)(?:{SPACE}|,{SPACE})){{0,3}}"
    rf"(?:điều|khoản|điểm|quy{SPACE}định|nội{SPACE}dung){SPACE}này(?={SPACE})"
)
# 'A. Lý do: được thay thế bằng B'
_REASON = (
    rf"(?:(?:Nội{SPACE}dung|Phần){SPACE}[^.;\n]{{2,80}}[.;]{SPACE})?"
    rf"[Ll][ýí]{SPACE}do(?:{SPACE}hết{SPACE}hiệu{SPACE}lực)?\s?:"
)
# What of A it is: a table's column, ' - Điều 4, khoản 2 - Được sửa đổi bởi …', or ': Điều 8 bị …'.
_COLUMN = (
    rf"(?:(?:\s{{0,4}}[-–|:]|\.(?={SPACE}(?:Các{SPACE})?(?:Điều|Khoản){SPACE}\d)){SPACE}(?:Các{SPACE})?(?i:Điều|khoản|điểm|chương|mục|phụ{SPACE}lục|toàn{SPACE}bộ|một{SPACE}phần)"
    rf"(?![^\W_])[^-–|.;:\n]{{0,80}}?(?={SPACE}(?:[-–|]|(?:(?:đã|cũng){SPACE})?(?:bị|được){SPACE})))?"
)
# 'được sửa đổi, bổ sung năm 2020 bởi'
_AT_A_TIME = (
    rf"(?:{SPACE}(?:(?:vào|đến|tới|từ){SPACE})?(?:hết{SPACE})?(?:ngày{SPACE}|tháng{SPACE}|năm{SPACE})"
    r"(?:\d{1,2}[-/.]){0,2}\d{1,4})?"
)


class PassiveCues:
    """Finds passives between references; immutable."""

    def __init__(self, registry: Registry) -> None:
        """Put the verbs of cues.tsv together with the voices and prepositions of words.tsv."""
        self._kinds = {
            " ".join(tone.split()): cue.relation
            for cue in registry.cues
            if cue.position == "passive"
            for tone in tone_variants(cue.phrase)
        }
        changes = [verb for verb, kind in self._kinds.items() if kind in CHANGES]
        others = [verb for verb, kind in self._kinds.items() if kind not in CHANGES]
        by, by_change = registry.listed("passive-by"), registry.listed("passive-by-change")
        surely = registry.listed("passive-by-surely")
        much = rf"(?:{SPACE}(?:{alternation(registry.listed('passive-extent'))}))?{_AT_A_TIME}"
        voiced = (
            rf"(?:(?P<changed>{any_case(changes)}){much}{SPACE}{any_case((*by, *by_change))}"
            rf"|(?P<done>{any_case(others)}){much}{SPACE}{any_case(by)})"
        )
        # Without 'được' a lone verb may be what A does: 'A điều chỉnh theo B'.
        several = [verb for verb in changes if "," in verb or " và " in verb]
        where = any_case(("tại", "trong", "bởi"))
        # 'theo A, quy định chi tiết tại B'
        below = [verb for verb, kind in self._kinds.items() if kind in _BELOW or kind in CHANGES]
        less_surely = any_case((*surely, *by_change, "tại"))
        plain = (
            rf"(?:(?P<plain>{any_case(changes)}){much}{SPACE}{any_case(surely)}"
            rf"|(?:(?<=[,(;] )|(?<=\())(?P<detailed>{any_case(below)}){SPACE}{where}"
            rf"|(?P<several>{any_case(several)}){much}{SPACE}{less_surely})"
        )
        voice = any_case(registry.listed("passive-voice"))
        self._voices = tuple(word.casefold() for word in registry.listed("passive-voice"))
        # 'được Tỉnh ủy cụ thể hóa bằng': the agent may stand within.
        agent = rf"(?:[{UPPER}][^,;.:()]{{1,60}}?{SPACE})?"
        yields = any_case(registry.listed("yields-to"))
        # 'A được sửa đổi nhiều lần, gần nhất là bởi B', 'A qua hai lần sửa đổi, gần nhất là B'
        lately = (
            rf"(?:{voice}|(?:trải{SPACE})?qua(?:{SPACE}[^\W_]+){{1,3}}){SPACE}(?P<lately>{any_case(changes)})"
            rf"(?:{SPACE}[^.,;:“”()\d]{{2,30}}?)?(?:,|{SPACE}mà){SPACE}(?:lần{SPACE})?(?:gần|mới|sau)(?:{SPACE}đây)?{SPACE}(?:nhất|cùng)"
            rf"(?:{SPACE}là)?(?:{SPACE}{any_case((*by, *by_change))})?"
        )
        suffers = rf"(?P<cue>{voice}{SPACE}{agent}{voiced}|{plain}|{lately}|(?P<yields>{yields}))"
        again = rf"\s{{0,4}}[,(–-]\s{{0,4}}{_AGAIN}"
        reason = rf"[.,;]?\s{{1,4}}(?:[-–+•]\s{{1,3}})?{_REASON}"
        led = rf"(?:\s{{0,4}}{reason}|{again}|{_THIS_PART}|\s{{0,4}}[,;:(|–-]?)"
        aside = rf"{led}\s{{0,4}}(?:(?:{_LATER})\s{{1,4}}){{0,3}}"
        self._last = frozenset(
            (*by, *by_change, "nhất", "cùng", "là", "cho", "các", "điều", "của", "định", "chính")
        )
        self._passive = re.compile(
            rf"(?:\s{{0,4}}\))?(?:{_ENDED}|{_OF_ITSELF}|{_IN_TIME}|{_COLUMN})?{aside}{suffers}"
            rf"(?:{SPACE}(?:các|một{SPACE}số{SPACE}điều|của|tại|theo|quy{SPACE}định|chính)){{0,3}}{MAYBE_SPACE}$"
        )
        self._suffering = re.compile(rf"{aside}{suffers}(?![^\W_])")
        self._voice = re.compile(rf"(?:\s{{0,4}}\))?{aside}(?P<cue>{voice}){SPACE}$")
        every = any_case(self._kinds)
        self._verb = re.compile(
            rf"{SPACE}(?P<verb>{every})(?![^\W_])(?!{SPACE}(?:bởi|bằng|theo|tại)(?![^\W_]))"
        )

    def passive(self, text: str, start: int, end: int) -> tuple[RelationKind, Span] | None:
        """Find 'được thay thế bởi' filling the stretch between two references."""
        if end - start >= _BETWEEN or not self._has_last_word(text, start, end):
            return None
        found = self._passive.match(text, start, end)
        return (self._kind(found), Span(*found.span("cue"))) if found else None

    def enclosing(
        self, text: str, start: int, end: int, ends: Iterable[int]
    ) -> tuple[RelationKind, Span] | None:
        """Find 'được' before a reference at ``end`` and behind it 'sửa đổi': 'A được B sửa đổi'."""
        if end - start >= _VOICED or not text[start:end].rstrip().casefold().endswith(self._voices):
            return None
        voice = self._voice.match(text, start, end)
        for at in ends if voice else ():
            if voice and (verb := self._verb.match(text, at)) is not None:
                return self._kinds[flat(verb["verb"])], Span(*voice.span("cue"))
        return None

    def _has_last_word(self, text: str, start: int, end: int) -> bool:
        """Tell whether it ends with a word that passives end with, as few stretches do."""
        last = text[max(start, end - _WORD) : end].split()
        return bool(last) and last[-1].lower() in self._last

    def suffering(self, text: str, at: int) -> RelationKind | None:
        """Return what 'được thay thế bởi' says where it begins right at ``at``."""
        found = self._suffering.match(text, at)
        return self._kind(found) if found else None

    def _kind(self, found: re.Match[str]) -> RelationKind:
        if found["yields"]:
            return RelationKind.REPLACES
        groups = ("changed", "done", "plain", "detailed", "several", "lately")
        verb = next(found[group] for group in groups if found[group])
        return self._kinds[flat(verb)]
