"""Reading amending articles: 'Điều 1. Sửa đổi … Nghị định X', then '1. Sửa đổi khoản 2 Điều 5'.

The document that an article amends is named once; what follows names only its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from graph.extraction.cues.saying import Paths, Reading, said
from graph.extraction.fields.subdivisions import subdivisions_before
from graph.extraction.text.patterns import SPACE
from graph.extraction.text.quotes import is_quoted, quoted_ranges
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_PART = re.compile(
    r"^[ \t]{0,8}(?:(?:Điều\s{1,4}\d{1,3}[a-zđ]?|\d{1,3}|[a-zđ])[.)])\s{1,8}"
    rf"(?P<cue>Sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?|Bổ{SPACE}sung|Thay{SPACE}thế|Bãi{SPACE}bỏ)"
    rf"(?P<between>(?:[^.;:“”\n]|“[^“”\n]{{1,300}}”|\n(?!\s{{0,8}}(?:\d|[a-zđ]\)|Điều))){{0,160}}?)"
    rf"(?P<end>{SPACE}(?:như{SPACE}sau|vào{SPACE}sau|thành|bằng(?!{SPACE}(?:cụm{SPACE})?(?:từ|chữ)))\b|[.;:])",
    re.M,
)
_WORDS = re.compile(rf"{SPACE}(?:các{SPACE})?(?:cụm{SPACE}từ|từ|chữ)(?![^\W_])")
_LINE = 2000  # how long a line may be that heads clauses
_WHOLE = ("clause", "own-title")


def amended_parts(reading: Reading) -> list[Statement]:
    """Return the parts of other documents that an amending text changes, article by article."""
    own = reading.own
    if own is None or reading.base is not None or reading.drafts[own].kind is not MentionKind.SELF:
        return []
    whole = [s for s in reading.said if s.subject == own and s.rule in _WHOLE]
    whole = [s for s in whole if s.relation in (K.AMENDS, K.REPEALS)]
    if not whole:
        return []
    entitled = any(s.rule == "own-title" for s in whole)
    ranges = quoted_ranges(reading.text)
    articles = [
        found.start()
        for found in _ARTICLE.finditer(reading.text, reading.enacts)
        if not is_quoted(ranges, found.start())
    ]
    drafts = reading.drafts
    starts = [draft.start for draft in drafts]
    objects = [drafts[s.object].start for s in whole]
    # Of one article's objects the first is what it amends; the rest had amended that before.
    first: dict[Span, Statement] = {}
    for statement in whole:
        first.setdefault(statement.cue, statement)
    taken = {s.cue.start for s in reading.said}
    named = sorted((s for s in whole if s.rule == "clause"), key=lambda s: -s.cue.start)
    found = []
    heads = _Heads(reading.text)
    for part in _PART.finditer(reading.text, reading.enacts):
        if is_quoted(ranges, part.start("cue")):
            continue
        while named and named[-1].cue.start < part.end():
            head = named.pop()
            line = reading.text.rfind("\n", max(0, head.cue.start - _LINE), head.cue.start) + 1
            heads.within(line, _paths_of(head))
        if part.start("cue") in taken:
            continue
        before = bisect_left(objects, part.start())
        paths, span = subdivisions_before(reading.text, part.start("end"), part.end("cue"))
        closed = before and not entitled and _closed(articles, whole[before - 1], part)
        if not before or closed or span is None or _names_another(starts, part):
            heads.within(part.start(), ())
            continue
        paths = heads.within(part.start(), paths)
        target = first[whole[before - 1].cue]
        whole_part = part["cue"].startswith("Bãi") and not _WORDS.match(part["between"])
        kind = K.REPEALS if whole_part else K.AMENDS
        cue = Span(*part.span("cue"))
        sentence = Span(part.start("cue"), part.end())
        found.append(said(kind, own, target.object, cue, sentence, "article", 0.9, paths))
    return found


class _Heads:
    """Remembers which article the clauses stand under: 'Điều 4. Sửa đổi Điều 7', then 'khoản 2'."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[tuple[int, Paths]] = []

    def within(self, at: int, paths: Paths) -> Paths:
        """Return the paths of the clause that begins at ``at``, whole; it heads what follows."""
        marker = _MARKER.match(self._text, at)
        level = _LEVELS[marker.lastgroup or ""] if marker else 0
        while self._stack and self._stack[-1][0] >= level:
            self._stack.pop()
        outer = self._stack[-1][1] if self._stack else ()
        if len(outer) == 1 and outer[0][0].startswith("Điều"):
            paths = tuple(p if p[0].startswith(_OUTERMOST) else (*outer[0], *p) for p in paths)
        self._stack.append((level, paths or outer))
        return paths


_MARKER = re.compile(
    r"[ \t]{0,8}(?:(?P<article>Điều\s)|(?P<number>\d{1,3}[.)])|(?P<letter>[a-zđ]\)))"
)
_ARTICLE = re.compile(r"^[ \t]{0,8}Điều\s{1,4}\d{1,3}[a-zđ]?\.", re.M)
_LEVELS = {"article": 0, "number": 1, "letter": 2, "": 0}
_OUTERMOST = ("Điều", "Phụ lục", "Phần", "Chương", "mục", "tiểu mục", "Mục")


def _paths_of(statement: Statement) -> Paths:
    return tuple(tuple(path.split(", ")) for path in statement.to_subdivisions)


def _closed(articles: list[int], head: Statement, part: re.Match[str]) -> bool:
    """Tell whether the article that changes a document has ended where a clause begins."""
    after = bisect_right(articles, head.cue.end)
    return after < len(articles) and articles[after] < part.start("cue")


def _names_another(starts: list[int], part: re.Match[str]) -> bool:
    """Tell whether the clause names its own document, which then was read already."""
    after = bisect_right(starts, part.start())
    return after < len(starts) and starts[after] < part.end()
