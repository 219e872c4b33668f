"""What was named last: what 'này' and 'nói trên' point at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.heads.letterhead import CONSOLIDATION
from graph.extraction.mentions.unnumbered import speaks_of_another
from graph.extraction.text.draft import Draft
from graph.extraction.tying.consolidated import in_a_basis
from graph.extraction.tying.excerpts import given_below
from graph.extraction.tying.just_named import just_named
from graph.extraction.tying.official_parts import annexed_to, is_official, same
from graph.extraction.tying.quoting import quoted_from
from graph.extraction.tying.seen import BILL, ISSUED, SENTENCE_END, Seen
from graph.model.mentions import MentionKind

_REPORTING = ("cong-van", "bao-cao", "thong-bao")
_TEXT_ITSELF = (CONSOLIDATION, "cong-van")
# 'Phụ lục V ban hành kèm theo Thông tư này' beside another circular is said of the text itself.
_ANNEXED = re.compile(r"kèm\s{1,4}theo\s{1,4}$")
_REVISED = "(sửa đổi)"
_ARTICLE = re.compile(
    r"Điều\s{1,4}\d{1,3}[a-zđ]?\s?[.:]\s{0,4}(?:[^.;\n]{3,60}\n\s{0,8})?(?:\d{1,2}[.)]\s{0,4})?$"
)
# 'hoạt động theo quy định tại Thông tư A thì làm lại theo quy định tại Thông tư này'
_RULES = r"(?:quy|hướng)\s{1,4}(?:định|dẫn)\s{1,4}(?:tại|của|trong)\s{1,4}"
_CITED = re.compile(rf"{_RULES}$")
_CITED_TOO = re.compile(rf"(?:{_RULES}|(?:từ|trước|sau|đến)\s{{1,4}}ngày\s{{1,4}})$")
_BY_THE_WAY = re.compile(
    r"(?<![^\W_])theo\s{1,4}(?:quy\s{1,4}định\s{1,4}(?:tại|của|trong)\s{1,4})?$"
)
_FAR, _SPEAKS = 1000, 400  # letters
_SAYS = re.compile(
    r"(?<=[^\W_])\s{1,4}(?:(?:đã|cũng)\s{1,4})?(?:nêu|ghi|quy\s{1,4}định|viết)(?:\s{1,4}(?:rõ|như\s{1,4}sau|cụ\s{1,4}thể)){0,2}\s?:\s"
)
_SAME_TITLE = 12  # letters
_BESIDE = re.compile(r"\s{0,4}(?:,|;|(?:,\s{1,4})?(?:và|hoặc))\s{1,4}")
_NEXT_SENTENCE = re.compile(r"[^.;\n]{0,400}[.][ ”\"]{1,4}")
_STARTS = re.compile(r"(?:^|[.!?\n])\s*$")
# 'Quy định về trách nhiệm nêu gương' has no number yet: what comes next is said of that one.
_TITLED = re.compile(
    r"(?<=[^\s.!?\"”]\s)(?P<type>[A-ZĐ][^\W\d_]{1,6}\s[^\W\d_]{1,6})\s(?:mới\s)?về\s"
)


class Near:
    """Remembers what was named last of each type: what 'này' and 'nói trên' point at."""

    def __init__(
        self, text: str, drafts: Sequence[Draft], base: int | None, *, printed: bool
    ) -> None:
        self._text = text
        self._drafts = drafts
        self._base = base
        self._seen = Seen(text, drafts)
        self._whole: tuple[int, int] | None = None  # from where one is given whole, and which
        self._annexed: dict[str | None, int] | None = None  # once it is asked for
        # What the Official Gazette prints is official, whatever part of it is at hand.
        self._reads_official: bool | None = True if printed else None

    def saw(self, position: int) -> None:
        """Take note of a reference, or of a pointer for what it means."""
        self._seen.saw(position)

    def meant(self, draft: Draft) -> int | None:
        """Return what a pointer points at.

        'này' is the text itself if that is of the type, in quoted new wording the document that
        gets it, in a consolidated text the consolidated document, in a report the bill that it
        speaks of; else the last before it.
        """
        if self._text[draft.start].islower():
            headed = self._drafts[0].kind is MentionKind.SELF
            if not headed and _ANNEXED.search(self._text, max(0, draft.start - 16), draft.start):
                return None  # 'Ban hành kèm theo quyết định này', in a text whose head was not read
            end, last = self._seen.last(draft, spoken=True)
            subject = self._seen.subject.get(draft.type)
            if draft.name != "này" or last is None or subject is None:
                return last
            return subject if self._is_aside(end, last, subject) else last
        if draft.name != "này":
            return self._seen.last(draft)[1]
        base = self._base
        if (beside := self._beside_the_title(draft)) is not None:
            return beside
        if draft.quoted and (told := quoted_from(self._text, self._drafts, draft)) is not None:
            return told
        if draft.quoted and (base is None or not in_a_basis(self._text, draft.start)):
            return self._seen.amended.get(draft.type)
        own = 0 if self._drafts[0].kind is MentionKind.SELF else None
        if base is not None:
            if draft.type in _TEXT_ITSELF:
                return own
            meant = self._drafts[base].type
            return base if meant in (draft.type, draft.said or draft.type) else None
        if own is None:
            if (told := just_named(self._text, self._drafts, draft)) is not None:
                return told
            if (given := self._given(draft)) is not None:
                return given
            bill = self._seen.bill.get(draft.type)
            return bill if bill is not None else self._reported(draft)
        if self._drafts[own].type in (draft.type, draft.said or draft.type):
            return own
        return self._told_in_report(draft, reports=self._drafts[own].type in _REPORTING)

    def _beside_the_title(self, draft: Draft) -> int | None:
        """Return A for 'Luật A và Nghị định B quy định chi tiết một số điều của Luật này'."""
        if draft.within is None or (last := self._seen.last(draft))[1] is None:
            return None
        begins = self._drafts[draft.within].begins
        return last[1] if _BESIDE.fullmatch(self._text, last[0], begins) else None

    def _given(self, draft: Draft) -> int | None:
        """Return the document that the text gives whole, where it is of the type."""
        if self._whole is None:
            self._whole = given_below(self._text, self._drafts) or (len(self._text), 0)
        start, given = self._whole
        if draft.start < start or self._drafts[given].type != draft.type:
            return None
        end, last = self._seen.last(draft)
        told = last is not None and _NEXT_SENTENCE.fullmatch(self._text, end, draft.start)
        return None if told and end > start else given

    def _told_in_report(self, draft: Draft, *, reports: bool) -> int | None:
        """Return the last of a type that a letter or report is not of, named just before.

        Other official texts speak so of what the sentence before named only.
        """
        end, meant = self._seen.last(draft)
        near = meant is not None and "\n" not in self._text[end : draft.start]
        if not near or BILL.search(self._text, max(0, draft.start - 24), draft.start):
            return None
        if not reports and _NEXT_SENTENCE.fullmatch(self._text, end, draft.start) is None:
            return None
        return meant

    def _reported(self, draft: Draft) -> int | None:
        """Return the last of the type, unless what is pointed at was never named."""
        end, meant = self._seen.last(draft)
        if self._official:
            return self._annexed_to.get(draft.type)
        if (speaker := self._speaker(draft)) is not None:
            return speaker
        if meant is None or draft.type in self._seen.unread or self._is_followed(draft.type, meant):
            return None
        if _ARTICLE.search(self._text, max(end, draft.start - 100), draft.start):
            return None  # 'Điều 2. Thông tư này có hiệu lực': a text that does not say its number
        sentence = self._text[end : draft.start]
        if SENTENCE_END.search(sentence) is None and self._beside_another(draft, meant):
            return None
        subject = self._seen.subject.get(draft.type, meant)
        if not same(self._drafts, subject, meant) and self._is_far(draft, subject, end):
            subject = meant
        told = self._is_told_of(draft, end)
        if not (told or same(self._drafts, subject, meant)) and SENTENCE_END.search(sentence):
            # An article that tells of a directive means it rather than one cited in passing.
            begins = self._seen.begun[end]
            return None if _STARTS.search(self._text, max(0, begins - 4), begins) else subject
        if self._is_aside(end, meant, subject):
            return subject
        if self._is_one_of_several(meant):
            return None
        annexed = _ANNEXED.search(self._text, max(end, draft.start - 16), draft.start)
        if annexed and SENTENCE_END.search(sentence) is None:
            return None
        word = " ".join(self._text[draft.start : draft.end].split()[:2]).lower()
        if speaks_of_another(self._text, word, self._drafts[meant].start, draft.start):
            return None
        title = self._drafts[meant].title_span
        named = title.of(self._text) if title is not None else ""
        for other in _TITLED.finditer(self._text, end, draft.start):
            about = self._text[other.end() : other.end() + _SAME_TITLE]
            if " ".join(other["type"].split()).lower() == word and about not in named:
                return None
        return meant

    def _speaker(self, draft: Draft) -> int | None:
        """Return whose words they are: 'A nêu rõ: B hết hiệu lực từ ngày Nghị định này'."""
        floor = max(0, draft.start - _SPEAKS)
        colon = next(reversed(list(_SAYS.finditer(self._text, floor, draft.start))), None)
        if colon is None or "\n" in self._text[colon.end() : draft.start]:
            return None
        spoke = [meant for ends, meant in self._seen.of(draft.type)
                 if colon.start() - 4 <= ends <= colon.start()]  # fmt: skip
        return spoke[-1] if spoke else None

    def _is_far(self, draft: Draft, subject: int, end: int) -> bool:
        """Tell whether an article has long spoken of others than its subject."""
        places = [e for e, meant in self._seen.of(draft.type)
                  if same(self._drafts, meant, subject)]  # fmt: skip
        begins = self._seen.begun[end]
        passing = _CITED.search(self._text, max(0, begins - 24), begins)
        return passing is None and (not places or draft.start - places[-1] > _FAR)

    def _is_aside(self, end: int, meant: int, subject: int) -> bool:
        """Tell whether the last of a type is only cited where an article is about another.

        'Ai hưởng theo Nghị định B thì không hưởng theo Nghị định này'.
        """
        if same(self._drafts, subject, meant):
            return False
        begins = self._seen.begun[end]
        return _BY_THE_WAY.search(self._text, max(0, begins - 40), begins) is not None

    def _is_one_of_several(self, meant: int) -> bool:
        """Tell whether it was named beside another of its type: 'như Luật Nhà ở, Luật Đất đai'."""
        first, last = self._drafts[max(meant - 1, 0)], self._drafts[meant]
        if not meant or first.type != last.type or first.within is not None:
            return False
        return _BESIDE.fullmatch(self._text, first.after, last.begins) is not None

    def _is_told_of(self, draft: Draft, end: int) -> bool:
        """Tell whether another document than an article's first is what is told of just before.

        It was issued too, or the paragraph begins with it that the pointer is in.
        """
        begins, text = self._seen.begun[end], self._text
        if ISSUED.search(text, max(0, begins - 24), begins) is not None:
            return True
        opens = not text[max(0, begins - 200) : begins].rpartition("\n")[2].strip()
        return opens and "\n" not in text[begins : draft.start]

    @property
    def _official(self) -> bool:
        if self._reads_official is None:
            self._reads_official = bool(self._annexed_to) or is_official(self._text)
        return self._reads_official

    @property
    def _annexed_to(self) -> dict[str | None, int]:
        if self._annexed is None:
            self._annexed = annexed_to(self._text, self._drafts)
        return self._annexed

    def _beside_another(self, draft: Draft, meant: int) -> bool:
        """Tell whether one sentence cites the rules of another document and of 'Thông tư này'."""
        other = self._drafts[meant].begins
        first = self._drafts[max(meant - 1, 0)]
        if first.after < other <= first.after + 4:
            other = first.begins  # 'quy định tại Nghị định A và Thông tư B'
        cited = _CITED.search(self._text, max(0, other - 24), other)
        return cited is not None and bool(
            _CITED_TOO.search(self._text, max(0, draft.begins - 24), draft.begins)
        )

    def _is_followed(self, type_: str | None, meant: int) -> bool:
        """Tell whether the law that is to follow one is spoken of too: 'Luật X (sửa đổi)'."""
        follows = f"{self._drafts[meant].name} {_REVISED}"
        return any(self._drafts[at].name == follows for _, at in self._seen.of(type_))
