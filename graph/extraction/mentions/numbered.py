"""Finding numbered references: type words and numbers brought together, lists shared out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.extraction.fields.brackets import type_before_bracket
from graph.extraction.fields.dates import date_beside
from graph.extraction.mentions.listings import type_in_row
from graph.extraction.mentions.number_places import find_places
from graph.extraction.mentions.numbers import NumberFinder, RawNumber
from graph.extraction.mentions.shorts import ABBREVIATED, DECREE, Head, ShortReader, confirmed
from graph.extraction.mentions.type_words import SO, SO_END, SO_WORDS, WordsAcross
from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation, lower
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.registry import Registry
from graph.model.spans import Span

_AND = (
    rf"(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|hoặc|đến){SPACE}"
    rf"|{MAYBE_SPACE}-{MAYBE_SPACE})"
)
_CONTINUES = re.compile(rf"(?:{SPACE}n(?:ói|êu){SPACE}trên)?{_AND}(?:các{SPACE})?(?P<so>{SO})?$")
_LISTED = re.compile(rf"(?P<ordinal>\d{{1,4}}[a-zđ]?)(?![\d.]|,\d){_AND}{SO}?(?=\d)")
_LIST_REACH, _HEAD_REACH, _LETTER = 60, 64, "cong-van"
# 'số 4847/BYT-DP ngày 19/8/2024 (phòng dịch), 4992/BYT-DP'
_SO_ENDS = ("ố ", "Ố ", "ố: ", "ố")
_NOTE_REACH, _NOTE = 90, re.compile(r"\s?\([^()\n]{2,80}\)")


# The number of an item that a word is glued to.
_ITEM = re.compile(r"(?:^|\n)[ \t]*[-–•*]?[ \t]{0,4}\d{1,3}$")


class NumberedFinder:
    """Finds references that carry a number."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = NumberFinder(lexicon)
        self._shorts = ShortReader(registry, lexicon)
        spelled = lexicon.type_words(law=False) | lexicon.type_words(law=True)
        words = alternation(spelled)
        # A head is read backwards from its number: see ``Run``.
        so, types = (
            alternation({word.lower()[::-1] for word in words}) for words in (SO_WORDS, spelled)
        )
        short = alternation({word.lower()[::-1] for word in ABBREVIATED})
        self._head = re.compile(
            rf"(?:{MAYBE_SPACE}[:.]?{MAYBE_SPACE}(?P<so>{so}){MAYBE_SPACE}"
            # 'Quyết địnhsố 5' is glued, 'địnhs' none
            rf"|(?:{MAYBE_SPACE}[:.](?={short}(?![^\W_]))|{MAYBE_SPACE}(?:[”\"](?=tếyu))?)"
            rf"(?<![^\W\d_]))(?P<type>{types})(?![^\W\d_])"
        )
        self._deeds = registry.listed("deed-before-number")
        self._words = WordsAcross(lexicon, words, self._deeds)

    def find(self, text: str, listed: Iterable[int] = ()) -> list[Draft]:
        """Return drafts of numbered and short references, in order.

        Where one of ``listed`` begins, a page lists a document by its number.
        """
        numbers, places = find_places(text, self._numbers)
        for at in listed:
            if at in numbers and not numbers[at].sure:
                numbers[at] = replace(numbers[at], type=numbers[at].type or _LETTER, sure=True)
        drafts: list[Draft] = []
        for at in places:
            if drafts and at < drafts[-1].end:
                continue
            floor = drafts[-1].end if drafts else 0
            head = self._head_before(text, at, floor)
            if at not in numbers and (head is None or head.word.lower() in self._deeds):
                head = self._head_of_deed(text, at, floor) or head
            if at in numbers:
                self._coded(text, numbers[at], head, drafts)
            elif head is not None:
                self._headed(text, head, numbers, drafts)
            elif drafts:
                self._goes_on_loosely(text, at, drafts)
        return confirmed(drafts)

    def _head_before(self, text: str, at: int, floor: int) -> Head | None:
        """Return the type word, with 'số' if it is there, that stands right before ``at``."""
        found = self._head.match(lower(text[max(floor, at - _HEAD_REACH) : at])[::-1])
        if found is None:
            return None
        begin = at - found.end()
        if begin and text[begin - 1].isalpha():
            return None
        if begin and text[begin - 1].isdigit() and not _opens_item(text, begin):
            return None
        return Head(begin, at, text[begin : at - found.start("type")], found["so"] is not None)

    def _head_of_deed(self, text: str, at: int, floor: int) -> Head | None:
        """Return the type word before a deed and 'số': 'Quyết định xử phạt vi phạm hành chính'."""
        if not text.endswith(_SO_ENDS, floor, at):
            return None
        found = self._words.of_deed(text, at, floor)
        if found is None or found[1] is None:
            return None
        return Head(found[0], at, self._lexicon.types[found[1]].name, so=True)

    def _coded(self, text: str, raw: RawNumber, head: Head | None, drafts: list[Draft]) -> None:
        if head is not None:
            type_ = self._lexicon.type_of_word(_flat(head.word))
            if type_ is not None and self._lexicon.is_document(type_):
                start = head.start + self._verb_length(head.word, raw)
                drafts.append(self._draft(raw, start, type_))
            elif (norm := self._is_a_norm(raw)) or _OF_A_LAW.fullmatch(raw.number.symbol):
                # 'Luật … quy chuẩn kỹ thuật số 68/2006/QH11' is the number of the law, 'hợp đồng
                # 68/2000/NĐ-CP' that of a decree.
                drafts.append(self._draft(raw, raw.span.start, raw.type if norm else None))
            return
        if _FORM_BEFORE.search(text, max(0, raw.span.start - 24), raw.span.start):
            return
        if (previous := drafts[-1] if drafts else None) and previous.number:
            joint = _continues(text, previous.end, raw.span.start)
            if joint and (raw.sure or joint["so"] or self._same_type(raw, previous)):
                start = joint.start("so") if joint["so"] else raw.span.start
                goes_on = previous.type if self._numbers.may_be(raw, previous.type) else None
                drafts.append(self._draft(raw, start, raw.type or goes_on, shares=True))
                return
        gap = self._words.before(text, raw)
        if gap is not None:
            start, type_ = gap
            if type_ is not None and self._lexicon.is_document(type_):
                drafts.append(self._draft(raw, start, type_))
        elif raw.sure:
            so = SO_END.search(text, max(0, raw.span.start - 12), raw.span.start)
            start = so.start() if so else raw.span.start
            deed = None if so else self._words.of_deed(text, start, previous.end if previous else 0)
            if deed is not None and deed[1] == raw.type:
                drafts.append(self._draft(raw, *deed))
                return
            start = type_before_bracket(text, start, raw.type, self._lexicon)
            drafts.append(self._draft(raw, start, raw.type))
        elif row := type_in_row(text, raw, self._words.pattern, self._lexicon):
            drafts.append(self._draft(raw, raw.span.start, row))

    def _is_a_norm(self, raw: RawNumber) -> bool:
        """Tell whether a number with its year can only be a decree's or a circular's."""
        kind = self._lexicon.types[raw.type].kind if raw.type is not None else ""
        return raw.sure and raw.number.year is not None and kind == "normative"

    def _verb_length(self, word: str, raw: RawNumber) -> int:
        """Return how many letters of a type's words are a verb: 'thông báo kết luận số 5-KL/TU'.

        The code tells it: it is that of the type which the last words name.
        """
        if raw.type is None:
            return 0
        named = self._lexicon.types[raw.type].name.lower()
        return len(word) - len(named) if word.lower().endswith(f" {named}") else 0

    def _same_type(self, raw: RawNumber, previous: Draft) -> bool:
        """Tell whether a number may be of the type before it; a letter's has an organ's code."""
        organ = raw.number.symbol.split("-")[0] in self._lexicon.organs
        return raw.type == previous.type or (previous.type == _LETTER and organ)

    def _headed(
        self,
        text: str,
        head: Head,
        numbers: dict[int, RawNumber],
        drafts: list[Draft],
    ) -> None:
        type_ = self._lexicon.type_of_word(_flat(head.word))
        if type_ is None or not self._lexicon.is_document(type_):
            return
        surely = head.so or head.word[0].isupper()
        loose = self._numbers.loose(text, head.end)
        if loose is not None and (surely or loose.type == type_):
            drafts.append(self._draft(loose, head.start, type_))
        elif not self._list(text, head, type_, numbers, drafts):
            self._shorts.read(text, head, type_, drafts)

    def _goes_on_loosely(self, text: str, at: int, drafts: list[Draft]) -> None:
        """Read ', số 91/TTg' after 'Quyết định số 90/TTg'."""
        previous = drafts[-1]
        joint = _CONTINUES.fullmatch(text, previous.end, at) if at - previous.end < 24 else None
        loose = self._numbers.loose(text, at) if joint and joint["so"] else None
        if joint is not None and loose is not None:
            drafts.append(self._draft(loose, joint.start("so"), previous.type, shares=True))

    def _list(
        self,
        text: str,
        head: Head,
        type_: str,
        numbers: dict[int, RawNumber],
        drafts: list[Draft],
    ) -> bool:
        """Share the code of the last number out to 'các Nghị quyết số 18, 19-NQ/TW'."""
        items: list[Span] = []
        at = head.end
        while (listed := _LISTED.match(text, at)) is not None and len(items) < 12:
            items.append(Span(*listed.span("ordinal")))
            at = listed.end()
        last = numbers.get(at)
        if not items or last is None or (last.number.year and not last.sure):
            return False
        for position, item in enumerate(items):
            number = DocumentNumber(
                item.of(text), last.number.symbol, last.number.form, last.number.year
            )
            start = item.start if position else head.start
            raw = RawNumber(item, number, last.type, last.sure)
            drafts.append(self._draft(raw, start, type_, shares=position > 0))
        drafts.append(self._draft(last, last.span.start, type_, shares=True))
        return True

    def _draft(
        self, raw: RawNumber, start: int, type_: str | None, *, shares: bool = False
    ) -> Draft:
        end = raw.span.end
        number = raw.number
        said = None
        if type_ is not None and (told := self._numbers.told(raw, type_)) != type_:
            type_, said = told, type_
        if type_ == "nghi-dinh" and number.symbol == "NĐ":
            number = replace(number, symbol=DECREE)
        return Draft(
            start=start,
            end=end,
            kind=MentionKind.NUMBERED,
            type=type_,
            number=number,
            number_span=raw.span,
            said=said,
            shares=shares,
            after=end,
        )


def _flat(word: str) -> str:
    return " ".join(word.split())


def _continues(text: str, at: int, until: int) -> re.Match[str] | None:
    """Match what joins a number to the one before it in a list, past the other one's date."""
    if until - at >= _LIST_REACH + _NOTE_REACH:
        return None
    dated = date_beside(text, at, until)
    after = dated[1].end if dated else at
    note = _NOTE.match(text, after, until)
    if note is None and until - at >= _LIST_REACH:
        return None
    after = note.end() if note else after
    return _CONTINUES.fullmatch(text, after, until) if until - after < 24 else None


_OF_A_LAW = re.compile(r"(?:PL-|L-)?(?:UBTV)?QHK?\d{1,2}")
# Numbers of forms and tables are no documents' numbers.
_FORM_BEFORE = re.compile(rf"(?i:mẫu|biểu|bảng|phiếu|tờ{SPACE}khai){SPACE}(?:số{SPACE})?$")


def _opens_item(text: str, at: int) -> bool:
    """Tell whether a type word is glued to its item's number: '- 4Nghị định 120/2016/NĐ-CP'."""
    return text[at].isupper() and _ITEM.search(text, max(0, at - 12), at) is not None
