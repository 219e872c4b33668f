"""References that point back: 'Nghị định này', 'Chỉ thị nói trên'."""

from __future__ import annotations

import re

from graph.extraction.text.draft import Draft
from graph.extraction.text.lexicon import Lexicon
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, WORD_END, alternation
from graph.extraction.text.runs import Run
from graph.model.mentions import MentionKind
from graph.model.registry import Registry

# The last word of what points but 'này': 'trên' after 'nói' or 'nêu' or before 'đây'. Of each
# word the rarest letter comes first, for which a search runs; it is the third.
# 'quyết định trên' by itself only before what a document does: 'trên cơ sở', 'trên địa bàn'.
_DOES = (
    rf"(?={MAYBE_SPACE}(?:[,.;:)]|$)"
    rf"|{SPACE}(?:đã|được|có|là|thì|cũng|còn|nêu|ban{SPACE}hành|bị|sẽ|của|về|vào|để|và|theo|với|tại|do"
    rf"|không|chưa|phải|cần|nhằm|bằng|quy{SPACE}định|yêu{SPACE}cầu){WORD_END})"
)
_ABOVE = re.compile(
    rf"ê(?<=trê)n\b(?:{SPACE}đây\b|(?<=[iu]\strên)|(?<=\s\strên)|(?<=[hnoưtgị]\strên){_DOES})"
)
# 'nghị định ấy', but 'quy định đó' is a rule, 'quyết định đó' what somebody decided
_THAT = ("đó", "ấy")
_NORMS = frozenset(
    (
        "luat",
        "bo-luat",
        "phap-lenh",
        "nghi-dinh",
        "nghi-quyet",
        "thong-tu",
        "thong-tu-lien-tich",
        "chi-thi",
    )
)
_THAT_ONE = re.compile(r"[óy](?<=\sđó|\sấy)\b(?<=(?:ật|nh|ết|tư|ch|hị)\s[đấ][óy])")
_REACH = 80
# 'hai quyết định này', 'kỷ luật này', 'điều luật này'
_NOT_ONE = re.compile(
    r"(?<![^\W_])(?i:các|những|cả|hai|ba|bốn|(?<!ều )(?<!ản )(?<!ục )\d+|kỷ|kỉ|pháp|điều|một"
    rf"|từng|mọi){SPACE}$"
)
# '04 Thông tư nêu trên', but 'Điều 04 Thông tư này'
_SEVERAL = re.compile(rf"(?<![^\W_])(?:(?i:các|những|hai|ba|bốn)|(?<!ều )(?<!ản )0\d){SPACE}$")


class Pointer:
    """Finds references that point back."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self._pointed = registry.listed("pointed-at")
        words = lexicon.type_words(law=False) | lexicon.type_words(law=True)
        self._lexicon = lexicon
        self._run = Run(words, (*words, "nói", "nêu", "kể"))
        # 'này' stands everywhere: what the words for types end with tells most places apart.
        pointed = (w for w in words if lexicon.type_of_word(w) in self._pointed)
        ends = "|".join(sorted({re.escape(word[-2:]) for word in pointed}))
        self._points = (
            re.compile(rf"y(?<=này)\b(?:(?<=(?:{ends})\snày)|(?<=\s\snày))"),
            _ABOVE,
            _THAT_ONE,
        )
        self._this = re.compile(
            rf"(?P<type>{alternation(words)}){SPACE}"
            rf"(?P<which>này|đó|ấy|(?:nói|nêu|kể){SPACE}trên|trên(?:{SPACE}đây)?)\b"
        )

    def find(self, text: str) -> list[Draft]:
        """Return drafts of 'Nghị định này', 'Chỉ thị nói trên', in order."""
        found = [place for word in self._points for place in word.finditer(text)]
        places = sorted([(place.start() - 2, place.end()) for place in found])  # 'nà', 'tr', ' đ'
        return [draft for at, end in places if (draft := self._draft(text, at, end))]

    def _draft(self, text: str, at: int, end: int) -> Draft | None:
        start = self._run.start(text, max(0, at - _REACH), at)
        found = self._this.search(text, start, end) if start is not None else None
        if found is None:
            return None
        type_ = self._lexicon.type_of_word(" ".join(found["type"].split()))
        if type_ not in self._pointed:
            return None
        if found.start() and text[found.start() - 1].isalpha():
            return None
        before = max(0, found.start() - 16)
        one = _NOT_ONE if found["type"][0].islower() else _SEVERAL
        if one.search(text, before, found.start()):
            return None
        if found["which"] in _THAT and type_ not in _NORMS:
            return None
        name = "này" if found["which"] == "này" else "trên"
        return Draft(found.start(), found.end(), MentionKind.ANAPHOR, type_, name=name,
                     said=self._lexicon.types[type_].longer, after=found.end())  # fmt: skip
