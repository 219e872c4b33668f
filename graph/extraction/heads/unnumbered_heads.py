"""Reading heads without a number: an annex by itself, a draft, a first page that was cut off."""

from __future__ import annotations

import re

from graph.extraction.fields.dates import dates_in
from graph.extraction.heads.bodies import HeadReader
from graph.extraction.heads.own_titles import OwnTitles
from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import LOWER, SPACE, alternation
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_HEAD = 3000
# An annex names below its title the document that it came with.
_ANNEX_HEAD = 1500
_ISSUED_WITH = re.compile(rf"\s{{0,8}}\((?:[Bb]an{SPACE}hành{SPACE})?[Kk]èm{SPACE}theo{SPACE}")
_WITH = re.compile(rf"è(?=m)m{SPACE}theo{SPACE}")
# The dateline above a document that has no number, what it rests on below.
_DATELINE = re.compile(r"^.{0,60}?,[ \t]*ngày\b.{0,30}\bnăm\b", re.M)
_OFFICE = re.compile(rf"^[^\n{LOWER}]{{8,90}}\n\s{{0,8}}Căn cứ[ \t]", re.M)
_BASES = re.compile(r"^[ \t]*(?:Căn cứ|Xét|Thực hiện)[ \t]", re.M)
_MERGED = re.compile(rf"sửa{SPACE}đổi(?:,{SPACE}bổ{SPACE}sung)?{SPACE}(?:bởi|theo)\s?:?")


class UnnumberedHeads:
    """Reads what a document without a number says of itself at its head; immutable."""

    def __init__(self, lexicon: Lexicon, heads: HeadReader, titles: OwnTitles) -> None:
        self._lexicon = lexicon
        self._heads = heads
        self._titles = titles
        words = {w for law in (False, True) for w in lexicon.type_words(law=law) if w.isupper()}
        types = rf"(?P<type>{alternation(words)})"
        # A line that holds a type word in capitals, perhaps a footnote's number, nothing else.
        self.type_line = re.compile(rf"^[ \t]*{types}\d{{0,2}}[ \t]*$", re.M)

    def annex(self, text: str) -> Draft | None:
        """Read the head of an annex by itself: 'QUY CHẾ … (Ban hành kèm theo Quyết định số …)'."""
        if not _WITH.search(text, 0, 2 * _ANNEX_HEAD):
            return None
        line = self.type_line.search(text, 0, _ANNEX_HEAD)
        issued = _ISSUED_WITH.search(text, line.end(), line.end() + _ANNEX_HEAD) if line else None
        title = self._titles.below(text, line.end()) if line and issued else None
        if line is None or issued is None or title is None or title.start >= issued.start():
            return None
        word = flat(line["type"])
        type_ = self._lexicon.type_of_word(word)
        if type_ is None or not self._lexicon.is_document(type_):
            return None
        title = Span(title.start, min(title.end, issued.start()))
        name = " ".join(f"{word} {title.of(text)}".split())
        return Draft(*line.span("type"), MentionKind.SELF, type_, name=name, title_span=title)

    def unnumbered(self, text: str) -> Draft | None:
        """Read the head of a document that has no number yet: a draft, or a cut-off first page.

        One that was cut off above its type's line has an office below its title.
        """
        line = self.type_line.search(text, 0, _ANNEX_HEAD)
        if line is None:
            return None
        cut_off = not text[: line.start()].strip() and _OFFICE.search(text, line.end(), _ANNEX_HEAD)
        if not (cut_off or _DATELINE.search(text, 0, line.start())):
            return None
        bases = _BASES.search(text, line.end(), line.end() + _HEAD)
        title = self._titles.below(text, line.end()) if bases else None
        if bases is None or title is None or title.start >= bases.start():
            return None
        type_ = self._lexicon.type_of_word(flat(line["type"]))
        if type_ is None or not self._lexicon.is_document(type_):
            return None
        if _MERGED.search(text, title.end, bases.start()):
            return None  # the head of what a consolidated text consolidates
        draft = Draft(*line.span("type"), MentionKind.SELF, type_, title_span=title)
        for date, span in dates_in(text, max(0, line.start() - 300), line.start()):
            draft.date, draft.date_span = date, span
        whose = self._heads.read(text, line.start(), None)
        if whose is not None:
            draft.issuer, draft.issuer_span = whose
        return draft


def flat(text: str) -> str:
    """Return the words of a line in capitals as a type word is written."""
    return " ".join(text.split()).capitalize()
