"""Reading short references: 'Nghị quyết 57', 'Thông tư 21/2015', 'công văn số 12'."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import Registry
from graph.model.spans import Span

DECREE = "NĐ-CP"  # only the Government issues decrees
_SHORT = re.compile(
    rf"(?P<ordinal>\d{{1,4}}[a-zđ]?|\d{{5}}(?=/(?:19|20)\d\d|{SPACE}(?:ngày{SPACE}\d|của{SPACE})))"
    r"(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?![\w%‰°]|[.,:/-]\d|/[A-ZĐ]|\s?(?:%|x\s?\d))"
)
_NEXT_WORD = re.compile(
    r"\s{1,8}(?P<word>[^\W\d_]+)(?:\s{1,8}(?P<next>[^\W\d_]+))?|(?P<mark>[^\s])|\s*$"
)
# What only a document's number goes on with, even after a type word in small letters.
_CITED = re.compile(
    rf"(?:(?:,|{SPACE}và){SPACE}\d{{1,4}}){{0,6}}{SPACE}(?:về{SPACE}việc|ngày{SPACE}\d|của{SPACE}[A-ZĐÀ-Ỹ])"
)
# 'quyết định 308 về nhân sự': what is counted has fewer digits.
_ABOUT = re.compile(rf"{SPACE}về(?={SPACE})")
# 'nghị quyết 5 năm' counts years, 'Nghị quyết 19 năm 2019' tells one.
_OF_TIME = ("ngày", "tháng", "năm")
_DATED = re.compile(rf"{SPACE}(?:ngày{SPACE}\d|tháng{SPACE}\d{{1,2}}[/-]|năm{SPACE}(?:19|20)\d\d)")
# 'cụ thể hóa Nghị quyết 68 thành chương trình', but '68 thành viên' are counted
_BECOMES = re.compile(
    rf"{SPACE}thành{SPACE}(?:các|những|một|chương{SPACE}trình|kế{SPACE}hoạch|đề{SPACE}án|nhiệm{SPACE}vụ|hành{SPACE}động|việc|luật|\d)(?![^\W_])"
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
# What goes on behind a number that counts nothing.
_GOES_ON = (
    rf"{SPACE}(?:của|về|gắn|ngày|và|khóa|khoá|nêu|này|nói|trên|đã|được|với|trong|để|là|cho|tại|ở|do|theo|tạo|hợp|vẫn|còn"
    r"|cùng|như|nhằm|sẽ|chưa|phải|cần|cũng|đều|ra|ngay)\b"
)
_SHORT_TOO = re.compile(
    rf"(?:,\s{{1,3}}|,?{SPACE}(?:và|&){SPACE})(?:số{SPACE})?(?P<ordinal>\d{{1,3}}|(?!(?:19|20)\d\d)\d{{4}})"
    rf"(?={_GOES_ON}|[”\"]|\n|[,.;:)]\s|[,.;:)]$|{SPACE}&{SPACE}\d|$)"
)


# 'NĐ 178' is said of a decree named elsewhere in the text, 'CT 2' is as often a building.
ABBREVIATED = ("NĐ", "NQ", "TT", "CT", "QĐ")
_SURELY_ABBREVIATED = ("NĐ", "NQ")
# 'QĐ 37 của BCHTW'
_OF_AN_ORGAN = re.compile(
    rf"{SPACE}của{SPACE}(?:BCH|BCT|BBT|TW|TƯ|Ban{SPACE}|Bộ{SPACE}|UBND|Thủ{SPACE}|Chính{SPACE}|Tỉnh{SPACE}|Trung{SPACE})"
)
# '57 và 59', '57, 59, 66 và 68': what is counted would be named behind it.
_ENUMERATED = re.compile(
    rf"(?:,\s{{1,3}}\d{{1,3}}){{0,10}},?{SPACE}(?:và|&){SPACE}\d{{1,3}}(?=[”\".;:)]|,(?!\d)|{_GOES_ON}|\s*$)"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,8})\s{1,4}$")
_COUNTS = 3  # digits; things are counted by fewer
_DECISION = "quyet-dinh"
_RECENT = 60  # references among which a short one's full number is looked for
_SEVERAL = re.compile(rf"(?<![^\W_])(?:các|những|hai|ba|bốn|năm|sáu|bảy|\d){SPACE}$", re.I)


_ITEM_MARK = re.compile(r"[.)]\s")


class Head(NamedTuple):
    """A type word before a number: where it starts and the number does, and whether with 'số'."""

    start: int
    end: int
    word: str
    so: bool


def _is_an_item(text: str, head: Head, found: re.Match[str]) -> bool:
    """Tell whether the number is that of the next item: 'Thẩm định dự thảo Quyết định / 3. …'."""
    if head.so or found["year"]:
        return False
    return "\n" in text[head.start : found.start()] and bool(_ITEM_MARK.match(text, found.end()))


def confirmed(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those in small letters that no other confirms.

    'quy định 01' is a document where the text also speaks of 'Quy định số 01-QĐ/TU'.
    """
    if not any(draft.doubtful for draft in drafts):
        return drafts
    sure = {(d.type, _ordinal(d)) for d in drafts if not d.doubtful and d.number is not None}
    return [d for d in drafts if not d.doubtful or (d.type, _ordinal(d)) in sure]


def _ordinal(draft: Draft) -> str:
    return draft.number.bare_ordinal if draft.number is not None else ""


class ShortReader:
    """Reads references whose number has no code."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # Types whose documents are called by type and bare number: 'Nghị quyết 57'.
        self._called_short = registry.listed("called-short")
        self._with_so = registry.listed("called-short-so")
        self._cited_short = registry.listed("called-short-cited")
        self._freely = registry.listed("called-short-freely")
        self._high = registry.listed("called-short-high")
        self._counted = registry.listed("counted")
        # Types whose documents are called by the number of the decision that approved them.
        self._by_decision = registry.listed("called-by-decision")
        self._also_lower = registry.listed("called-short-lower")
        self._no_law_after = registry.listed("no-law-after")
        self._followers = registry.listed("name-stop") | registry.listed("short-follower")

    def read(self, text: str, head: Head, type_: str, drafts: list[Draft]) -> None:
        """Read the number that ``head`` leads in, if it can only be a document's."""
        found = _SHORT.match(text, head.end)
        if found is None or _is_an_item(text, head, found):
            return
        if type_ in self._by_decision and not (head.so or _repeats(found, head, type_, drafts)):
            self._read_by_decision(found, head, drafts)
            return
        repeats = _repeats(found, head, type_, drafts)
        called = repeats or self._is_called(text, found, head, type_)
        if not (called or type_ in self._with_so):
            return
        if type_ == "luat" and self._is_half_a_word(text, head.start):
            return
        if head.word.upper() in ABBREVIATED and head.word not in ABBREVIATED and not found["year"]:
            return  # 'tt 33/2017', but 'ct 2' is a building
        capital = head.word[0].isupper() and not head.word.isupper()
        doubtful = False
        if not (head.so or found["year"]):
            small = not capital and type_ not in self._also_lower
            doubtful = small and not self._is_cited(text, found, type_)
            # 'kế hoạch 41' where the text also says 'Kế hoạch số 41'
            doubtful = doubtful or not called or self._is_loosely_called(text, found, head)
            follows = self._may_follow(text, found, type_, doubtful=doubtful)
            if not (follows or (repeats and not self._is_count(text, found))):
                return
        year = int(found["year"]) if found["year"] else None
        form = NumberForm.NORMATIVE if year else NumberForm.LEGACY
        symbol = DECREE if type_ == "nghi-dinh" and year else ""
        number = DocumentNumber(found["ordinal"], symbol, form, year)
        drafts.append(
            Draft(
                start=head.start,
                end=found.end(),
                kind=MentionKind.NUMBERED if symbol else MentionKind.SHORT,
                type=type_,
                number=number,
                number_span=Span(*found.span()),
                name=None if symbol else f"{self._lexicon.types[type_].name} {number}",
                after=found.end(),
                uncoded=bool(symbol),
                doubtful=doubtful,
            )
        )
        if doubtful:
            if not (symbol or year):
                self._also(text, drafts, listed=False)
            return
        several = _SEVERAL.search(text, max(0, head.start - 12), head.start) is not None
        listed = head.so or several or type_ in self._cited_short
        if not listed and text[head.end - 2] in '”"':
            listed = True  # '“bộ tứ nghị quyết” 57, 59, 66'
        if capital and not listed:
            listed = _ENUMERATED.match(text, found.end()) is not None
        if not (symbol or year):
            self._also(text, drafts, listed=listed)

    def _read_by_decision(self, found: re.Match[str], head: Head, drafts: list[Draft]) -> None:
        """Read 'Đề án 1058', which is a document where the text cites Quyết định 1058/QĐ-TTg."""
        ordinal = found["ordinal"]
        if (
            found["year"]
            or not head.word[0].isupper()
            or not (_is_high(ordinal) or _no_count(ordinal))
        ):
            return
        number = DocumentNumber(ordinal, "", NumberForm.LEGACY)
        span, end = Span(*found.span()), found.end()
        drafts.append(
            Draft(head.start, end, MentionKind.SHORT, _DECISION, number, span,
                  f"{self._lexicon.types[_DECISION].name} {number}", after=end, doubtful=True)
        )  # fmt: skip

    def _is_half_a_word(self, text: str, start: int) -> bool:
        """Tell whether 'luật' is the end of another word: 'Hội đồng kỷ luật số 19'."""
        before = _WORD_BEFORE.search(text, max(0, start - 12), start)
        return before is not None and before[1].lower() in self._no_law_after

    def _is_loosely_called(self, text: str, found: re.Match[str], head: Head) -> bool:
        """Tell whether what stands before the number is short for other things too: 'CT 2'."""
        if head.word not in ABBREVIATED or head.word in _SURELY_ABBREVIATED:
            return False
        return not (head.word == "QĐ" and _OF_AN_ORGAN.match(text, found.end()))

    def _is_cited(self, text: str, found: re.Match[str], type_: str) -> bool:
        """Tell whether a number can only be a document's, after a type word in small letters."""
        if _CITED.match(text, found.end()) is not None:
            return True
        about = type_ in self._high or _ABOUT.match(text, found.end()) is not None
        return about and _is_high(found["ordinal"])

    def _may_follow(self, text: str, found: re.Match[str], type_: str, *, doubtful: bool) -> bool:
        """Tell whether the word after a number is none that the number could count."""
        follows = _NEXT_WORD.match(text, found.end())
        word = (follows["word"] or "") if follows else ""
        if word in _OF_TIME:
            return _DATED.match(text, found.end()) is not None
        if not word or word[0].isupper() or word.lower() in self._followers:
            return True
        if follows and f"{word} {follows['next']}".lower() in self._followers:
            return True  # 'điều chỉnh', but 'điều' is counted
        if _BECOMES.match(text, found.end()) and not doubtful:
            return True
        ordinal = found["ordinal"]
        known = doubtful or _no_count(ordinal) or (type_ in self._freely and len(ordinal) > 1)
        if type_ in self._high and _is_high(ordinal):
            return len(ordinal) > _COUNTS or word not in self._counted
        return known and word not in self._counted

    def _is_count(self, text: str, found: re.Match[str]) -> bool:
        """Tell whether something is counted, or a time told, behind a number."""
        follows = _NEXT_WORD.match(text, found.end())
        word = (follows["word"] or "") if follows else ""
        return word in _OF_TIME or word in self._counted

    def _is_called(self, text: str, found: re.Match[str], head: Head, type_: str) -> bool:
        """Tell whether documents of the type go by bare number as this one does."""
        if type_ in self._called_short or (head.so and type_ in self._with_so):
            return True
        if type_ in self._high and _is_high(found["ordinal"]):
            return True
        cited = type_ in self._cited_short and not _A_YEAR.fullmatch(found["ordinal"])
        return cited and _CITED.match(text, found.end()) is not None

    def _also(self, text: str, drafts: list[Draft], *, listed: bool) -> None:
        """Read the '19' of 'Nghị quyết số 18, 19', and '02' where nothing says that more follow.

        Another counts where the text also speaks of it by itself.
        """
        first = drafts[-1]
        while (more := _SHORT_TOO.match(text, drafts[-1].end)) is not None:
            number = DocumentNumber(more["ordinal"], "", NumberForm.LEGACY)
            span = Span(*more.span("ordinal"))
            word = self._lexicon.types[first.type].name if first.type else ""
            drafts.append(
                Draft(span.start, span.end, MentionKind.SHORT, first.type, number, span,
                      f"{word} {number}", after=span.end, shares=True,
                      doubtful=not (listed or _no_count(more["ordinal"])))
            )  # fmt: skip


def _is_high(ordinal: str) -> bool:
    """Tell whether a number is too high to count documents, and no year."""
    return len(ordinal) >= _COUNTS and not _A_YEAR.fullmatch(ordinal)


def _no_count(ordinal: str) -> bool:
    """Tell whether a number is written as those of documents are: '02'."""
    return ordinal.startswith("0") and len(ordinal) > 1


def _repeats(found: re.Match[str], head: Head, type_: str, drafts: list[Draft]) -> bool:
    """Tell whether the number was given in full before: 'Kế hoạch 36' after '36-KH/ĐUK'."""
    if found["year"] or not head.word[0].isupper() or head.word.isupper():
        return False
    ordinal = found["ordinal"].lstrip("0") or "0"
    return any(
        draft.type == type_
        and draft.number is not None
        and draft.number.symbol != ""
        and draft.number.bare_ordinal == ordinal
        for draft in drafts[-_RECENT:]
    )
