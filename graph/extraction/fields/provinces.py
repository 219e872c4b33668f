"""Finding the provinces that are spoken of beside a local number whose place is not said.

'bãi bỏ các quyết định của tỉnh Đắk Nông (cũ), gồm Quyết định số 12/2019/QĐ-UBND': its text's own
place does not tell whose it is. Which place a name means is resolution's business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import (
    MAYBE_SPACE,
    SPACE,
    UPPER,
    WORD_END,
    alternation,
    tone_variants,
)
from graph.extraction.text.sentences import Sentences
from graph.model.mentions import MentionKind, SpokenOf
from graph.model.registry import Registry
from graph.model.spans import Span

_WINDOW = 440  # characters; a name may stand across the end of the reach
_LEAD = 600  # characters at a text's beginning: its head, or headline and first paragraph
_ASKING = (MentionKind.NUMBERED, MentionKind.SELF)
_SUBJECT = 60  # characters in which a province is named that issues what follows
_REACH = 400  # characters to either side, where a sentence or paragraph is long
# 'tỉnh Hà Nam', 'HĐND Hà Nam', and what is below a province and bears a province's name.
_LED = re.compile(rf"(?i:tỉnh|thành{SPACE}phố|tp\.?|ủy|uỷ|ubnd|hđnd|nhân{SPACE}dân){SPACE}?$")
_BELOW = re.compile(
    rf"(?i:xã|phường|huyện|quận|thị{SPACE}trấn|đường|quốc{SPACE}lộ|cao{SPACE}tốc|sông|chợ|ga|cảng|–|-)"
    rf"{MAYBE_SPACE}$"
)
_WAS = (
    rf"{MAYBE_SPACE}(?:\(?cũ\b\)?|\(?trước{SPACE}(?:đây|kia|(?:khi{SPACE})?(?:sắp|sáp|hợp){SPACE}\w{{3,4}})\b"
    rf"[^.;:()\n]{{0,30}}\)?)"
)
_FORMER = re.compile(_WAS)
_OF = re.compile(rf"(?<![^\W_])của{SPACE}(?:(?i:tỉnh|thành{SPACE}phố|tp\.?){SPACE}?)?$")
_THEIRS = re.compile(rf"{SPACE}của{SPACE}(?:(?i:tỉnh|thành{SPACE}phố|tp\.?){SPACE}?)?")
# From whose they are to the first of them: ' (cũ), trong đó có '.
LISTED = re.compile(
    rf"(?:{_WAS})?(?:{SPACE}(?:đã{SPACE})?ban{SPACE}hành)?{MAYBE_SPACE},?{MAYBE_SPACE}"
    rf"(?:(?:trong{SPACE}đó(?:{SPACE}(?:có|gồm))?|(?:bao{SPACE})?gồm(?:{SPACE}có)?|như|cụ{SPACE}thể(?:{SPACE}là)?|là)"
    rf"{MAYBE_SPACE}:?|:){MAYBE_SPACE}(?:[-–+•*]{SPACE})?(?:các{SPACE})?"
)
# 'Bạc Liêu cũng có Kế hoạch …', 'Sóc Trăng đã ban hành Chương trình …'
_ISSUES = re.compile(
    rf"(?:{SPACE}(?:bên{SPACE}cạnh|cũng|thì|lại|đã|vừa|mới|còn)){{0,3}}"
    rf"{SPACE}(?:có|ban{SPACE}hành|ra|xây{SPACE}dựng|ký)(?:{SPACE}ban{SPACE}hành)?{SPACE}"
)
# 'Tại Nam Định, Tỉnh ủy đã ban hành …', 'Đồng Tháp, nơi Tỉnh ủy vừa ban hành …'
_AT = re.compile(
    rf"(?:^|[.!?;:\n][”\"]?\s{{0,8}})(?:(?:Riêng|Còn|Cũng|Đơn{SPACE}cử){SPACE})?(?:[Tt]ại|Ở|ở|như){SPACE}(?:(?i:tỉnh|thành{SPACE}phố|tp\.?){SPACE}?)?$"
)
_BACK = 4  # names of one province
_AND = re.compile(rf"{MAYBE_SPACE}(?:[,;]|[,;]?{MAYBE_SPACE}và){SPACE}(?:các{SPACE})?")


@dataclass(frozen=True, slots=True)
class _Named:
    """A province named in a text. ``led`` says that a word for it or for a body stands before."""

    span: Span
    led: bool
    of: bool


class Provinces:
    """Finds what provinces are named around the references that ask for it. Immutable."""

    def __init__(self, registry: Registry, owners: Owners) -> None:
        self._owners = owners
        names = {name for place in registry.places for name in (place.name, *place.aliases)}
        tones = {tone for name in names for tone in tone_variants(name)}
        words = tones | {tone.upper() for tone in tones}
        bodies = alternation(
            phrase for template in registry.templates for phrase in template.generic
            if template.level == "province"
        )  # fmt: skip
        own = rf"(?i:{bodies}){WORD_END}(?!{SPACE}(?:{alternation(words)}){WORD_END})"
        self._there = re.compile(rf",{SPACE}(?P<where>nơi{SPACE}(?:mà{SPACE})?)?{own}")
        self._name = re.compile(rf"(?<![^\W_])(?=[{UPPER}])(?:{alternation(words)}){WORD_END}")

    def find(
        self, text: str, drafts: Sequence[Draft], sentences: Sentences
    ) -> tuple[SpokenOf, ...]:
        """Return the provinces spoken of beside each reference that asks for its place."""
        self._untie(text, drafts)
        asking = [index for index, draft in enumerate(drafts) if self._asks(draft)]
        if not asking:
            return ()
        titles = [draft.title_span for draft in drafts if draft.title_span]
        windows = _around([drafts[index] for index in asking], len(text))
        windows = _apart([Span(0, min(_LEAD, len(text))), *windows])
        every = [each for window in windows for each in self._find(text, window)]
        named = [
            each for each in every
            if not _within(each.span, titles) or _is_former_in_own(text, drafts[0], each.span)
        ]  # fmt: skip
        starts = [each.span.start for each in named]
        found: list[SpokenOf] = []
        whose: dict[int, Span] = {}
        for index in asking if named else ():
            sentence = sentences.around(Span(drafts[index].start, drafts[index].end))
            at = drafts[index].start
            first = bisect_left(starts, at - _REACH)
            for each in named[first : bisect_left(starts, drafts[index].end + _REACH)]:
                near = sentence.contains(each.span)
                if not near and "\n" in text[min(each.span.start, at) : max(each.span.start, at)]:
                    continue
                after = drafts[index].after
                if (
                    _THEIRS.fullmatch(text, after, each.span.start)
                    or (each.of and LISTED.fullmatch(text, each.span.end, at))
                    or _ISSUES.fullmatch(text, each.span.end, at)
                ):
                    whose[index] = each.span
                found.append(SpokenOf(index, each.span.phrase(text), each.led, near))
            before = whose.get(index - 1)
            if before and _AND.fullmatch(text, drafts[index - 1].after, at):
                whose[index] = before
        for index in asking if named else ():
            if index not in whose and (there := self._spoken_there(text, drafts[index], named)):
                whose[index] = there
        for index, span in whose.items():
            found.append(SpokenOf(index, span.phrase(text), led=True, near=True, whose=True))
        led = [each.span.phrase(text) for each in named if each.led] or _only(text, named, every)
        for name in dict.fromkeys(led):
            found.append(SpokenOf(asking[0], name, led=True, near=False, apart=True))
        return tuple(found)

    def _spoken_there(self, text: str, draft: Draft, named: Sequence[_Named]) -> Span | None:
        """Return the province whose bodies a paragraph goes on to speak of before a reference."""
        if draft.number is None or self._owners.is_below(draft.issuer, draft.number):
            return None
        before = bisect_left(named, draft.start, key=lambda each: each.span.start)
        for each in reversed(named[max(0, before - _BACK) : before]):
            if each.span.of(text) != named[before - 1].span.of(text):
                return None
            if "\n" in text[each.span.end : draft.start]:
                return None
            there = self._there.match(text, each.span.end)
            led = _AT.search(text, max(0, each.span.start - 40), each.span.start)
            if there is not None and (led is not None or there["where"]):
                return each.span
        return None

    def _untie(self, text: str, drafts: Sequence[Draft]) -> None:
        """Part local numbers that a province is said to issue from those of the same number."""
        for draft in drafts:
            if draft.antecedent is None or draft.issuer or draft.kind is not MentionKind.NUMBERED:
                continue
            before = max(0, draft.start - _SUBJECT)
            if draft.number is None or not self._owners.is_local(draft.number):
                continue
            if any(
                _ISSUES.fullmatch(text, found.end(), draft.start)
                for found in self._name.finditer(text, before, draft.start)
            ):
                draft.antecedent = None

    def _asks(self, draft: Draft) -> bool:
        if draft.kind not in _ASKING or draft.number is None or draft.antecedent is not None:
            return False
        if draft.issuer and self._owners.is_of_place(draft.issuer, draft.number):
            return False
        return self._owners.is_local(draft.number)

    def _find(self, text: str, window: Span) -> Iterator[_Named]:
        for found in self._name.finditer(text, *window):
            before = max(0, found.start() - 24)
            if _BELOW.search(text, before, found.start()):
                continue
            led = _LED.search(text, before, found.start()) or _FORMER.match(text, found.end())
            of = _OF.search(text, before, found.start())
            yield _Named(Span(*found.span()), led is not None, of is not None)


def _is_former_in_own(text: str, own: Draft, name: Span) -> bool:
    """Tell whether a text's own title names a former province: 'của tỉnh Bình Định (cũ)'."""
    title = own.title_span if own.kind is MentionKind.SELF else None
    return title is not None and title.contains(name) and bool(_FORMER.match(text, name.end))


def _only(text: str, named: Sequence[_Named], every: Sequence[_Named]) -> list[str]:
    """Return the one province that a text names, at its beginning and again, be it in a title."""
    names = [each.span.phrase(text) for each in every]
    opens = bool(named) and named[0].span.start < _LEAD
    return names[:1] if opens and len(names) > 1 and len(set(names)) == 1 else []


def _around(drafts: Sequence[Draft], end: int) -> list[Span]:
    """Return the stretches of text around references, in order."""
    return [Span(max(0, draft.start - _WINDOW), min(end, draft.end + _WINDOW)) for draft in drafts]


def _apart(windows: Iterable[Span]) -> list[Span]:
    """Join the stretches that touch; they are in order."""
    apart: list[Span] = []
    for window in windows:
        if apart and window.start <= apart[-1].end:
            window = Span(apart[-1].start, max(apart.pop().end, window.end))
        apart.append(window)
    return apart


def _within(span: Span, titles: Sequence[Span]) -> bool:
    """Tell whether a title holds a span; titles are in the order of the text."""
    at = bisect_left(titles, span.end, key=lambda title: title.start)
    return any(title.contains(span) for title in titles[max(0, at - 3) : at])
