"""Reading what points at several documents: 'Triển khai hai văn bản trên, Huyện ủy ban hành X'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.cues.saying import Reading, said
from graph.extraction.fields.issuer_verbs import issuing_ends
from graph.extraction.statements.adjacent import joined_back
from graph.extraction.statements.means import so_carried_out
from graph.extraction.text.draft import FULL, NAMING, Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation, cases, flat
from graph.model.registry import Registry
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "2": 2, "3": 3, "4": 4, "02": 2, "03": 3, "04": 4}
_KINDS = (RelationKind.IMPLEMENTS, RelationKind.GUIDES, RelationKind.DETAILS)
_MANY = ("các", "những")
_COUNTED = (" hai ", " ba ", " bốn ", " các ")
_POINTS = ("trên", "này", " đó", " ấy", "cả hai ", "cả ba ")
_ABOVE = rf"(?:(?:nói|nêu|kể){SPACE})?trên|này|đó|ấy"
_SUFFERS = rf"{SPACE}(?:(?:đều|đã){SPACE}){{0,2}}(?:được|bị){SPACE}"
_CLOSES = rf"{MAYBE_SPACE}(?:[.,;]|$)|{SPACE}(?:trong|trên|tại|ở|vào|đến){SPACE}"
_OF_ANY_TYPE = ("văn bản", "văn kiện")
# 'Báo cáo nêu rõ, ngay sau khi có hai văn bản trên, …'
_UPON = (
    rf"(?:[^.;:“”,\n]{{2,40}},{SPACE})?"
    rf"(?P<upon>(?:[Nn]gay{SPACE})?[Ss]au{SPACE}khi{SPACE}(?:có|tiếp{SPACE}thu|nhận{SPACE}được))"
)
_BEFORE, _BEHIND = 280, 200  # characters
_REACH = 900  # characters back to the documents that are meant
_NEAR = 12  # references
_RECENT = 24  # statements
_VOICES = (" được ", " bị ", "\nđược ", "\nbị ")
_SHORTLY = 160  # characters from those that suffer it to what does it


class Those:
    """Finds what is carried out by a document where several are pointed at together."""

    def __init__(self, registry: Registry) -> None:
        pointed = registry.listed("pointed-at")
        self._types = {t.name.lower(): t.id for t in registry.types if t.id in pointed}
        nouns = alternation((*_OF_ANY_TYPE, *self._types))
        self._kinds = {
            case: cue.relation for cue in registry.cues
            if cue.relation in _KINDS and not cue.phrase.startswith(("được", "đã"))
            for case in cases(cue.phrase)
        }  # fmt: skip
        carried_out = [
            case for case, kind in self._kinds.items() if kind is RelationKind.IMPLEMENTS
        ]
        bases = {
            case: cue.relation for cue in registry.cues
            if cue.relation is RelationKind.BASED_ON and cue.position == "preamble"
            for case in cases(cue.phrase)
        }  # fmt: skip
        cues, every = alternation([*carried_out, *bases]), alternation(self._kinds)
        self._kinds |= bases
        acts = {**self._kinds, **{
            case: cue.relation for cue in registry.cues
            if cue.relation is RelationKind.REPLACES and cue.position == "before"
            for case in cases(cue.phrase)
        }}  # fmt: skip
        self._does = acts
        verbs = alternation(registry.listed("issues"))
        self._issued = (*issuing_ends(registry), "ra đời")
        those = (
            rf"(?P<both>[Cc]ả{SPACE})?(?P<count>{alternation((*_COUNTS, *_MANY))}){SPACE}"
            rf"(?P<noun>(?i:{nouns}))(?:{SPACE}(?:{_ABOVE})(?![^\W_])|(?(both)(?={_SUFFERS}|{_CLOSES})|(?!)))"
        )
        self._ahead = re.compile(
            rf"(?:^|(?<=[.;:!?]\s)|(?<=\n))(?:(?:[Đđ]ể|[Nn]hằm){SPACE})?(?:(?P<cue>{cues})|{_UPON}){SPACE}(?P<those>{those})"
            rf"[^.;:“”\n]{{0,60}},{SPACE}[^;.:“”]{{2,150}}?{SPACE}(?:{verbs}|ra{SPACE}đời)"
            rf"(?:{MAYBE_SPACE}:\s{{0,4}}(?:[-–+*•]\s{{0,3}})?|{SPACE})$"
        )
        self._acts = re.compile(
            rf"(?P<those>(?:[Cc]ả{SPACE})?(?P<count>(?i:{alternation((*_COUNTS, *_MANY))}))"
            rf"{SPACE}(?P<noun>(?i:{nouns}))"
            rf"(?:(?:{SPACE}(?:{_ABOVE}))?{SPACE}(?:đều|cùng)|{SPACE}(?:{_ABOVE})))(?:{SPACE}(?:được{SPACE}ban{SPACE}hành|ra{SPACE}đời|là))?"
            rf"(?:{SPACE}(?:để|nhằm|đã|sẽ))?{SPACE}(?P<cue>{alternation(acts)}){SPACE}"
        )
        self._suffer = re.compile(rf"(?<![^\W_])(?P<those>(?i:{those}))(?={SPACE})")
        self._behind = re.compile(
            rf"(?:[^.;:“”()]{{0,110}}?{SPACE}(?:để|nhằm))?{SPACE}(?:về{SPACE}(?:việc{SPACE})?)?(?P<cue>{every}){SPACE}(?P<those>{those})"
        )

    def acting(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'Cả hai văn bản đều nhằm thực hiện X', X at ``index``: both carry it out."""
        sentence, draft = reading.sentence(index), reading.drafts[index]
        if draft.kind not in FULL or draft.begins - sentence.start > _BEFORE // 2:
            return
        found = self._acts.fullmatch(reading.text, sentence.start, draft.begins)
        if found is None:
            return
        cue = Span(*found.span("cue"))
        for at in self._meant(reading, index, found):
            yield said(self._does[flat(found["cue"])], at, index, cue, sentence, "actor", 0.8)

    def read(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Yield what the reference at ``index`` does to each of those that are pointed at."""
        drafts, text = reading.drafts, reading.text
        draft = drafts[index]
        if draft.kind not in FULL or draft.within is not None:
            return
        led = text[max(0, draft.begins - 24) : draft.begins].rstrip(" \n-–+*•:")
        found = None
        if led.endswith(self._issued):
            found = self._ahead.search(text, max(0, draft.begins - _BEFORE), draft.begins)
        if found is None and _says(text[draft.end : draft.end + _BEHIND], _POINTS, _COUNTED):
            ends = sorted(draft.ends)
            behind = (self._behind.match(text, end, end + _BEHIND) for end in ends)
            found = next((one for one in behind if one is not None), None)
            later = drafts[index + 1].start if index + 1 < len(drafts) else len(text)
            if found is not None and later < found.start("those"):
                return  # another document stands between
        if found is None:
            yield from self._suffered(reading, index)
            return
        upon = found.groupdict().get("upon") is not None
        if upon and not so_carried_out(text, draft):
            return
        kind = RelationKind.IMPLEMENTS if upon else self._kinds[flat(found["cue"])]
        cue, sentence = Span(*found.span("upon" if upon else "cue")), reading.sentence(index)
        for at in self._meant(reading, index, found):
            yield said(kind, index, at, cue, sentence, "main-clause", 0.8)

    def _suffered(self, reading: Reading, index: int) -> Iterator[Statement]:
        """Read 'cả ba văn bản này được thay bằng X', X at ``index``."""
        start, text = reading.drafts[index].begins, reading.text
        floor = max(0, start - _SHORTLY, reading.drafts[index - 1].end if index else 0)
        if reading.own is not None or not _says(text[floor:start], _VOICES, (*_POINTS, "ả ")):
            return
        for those in self._suffer.finditer(text, floor, start):
            passives, ends = reading.cues.passives, reading.drafts[index].ends
            passive = passives.passive(text, those.end(), start)
            passive = passive or passives.enclosing(text, those.end(), start, ends)
            if passive is None:
                continue
            kind, cue = passive
            for at in self._meant(reading, index, those):
                yield said(kind, index, at, cue, reading.sentence(index), "passive", 0.8)

    def _meant(self, reading: Reading, index: int, found: re.Match[str]) -> Sequence[int]:
        """Return the documents last named, as many as are counted; none where it is in doubt."""
        drafts = reading.drafts
        type_ = self._types.get(flat(found["noun"]))
        floor = min(found.start("those"), drafts[index].begins)
        named = [
            at for at in range(index - 1, max(-1, index - 1 - _NEAR), -1)
            if drafts[at].kind in NAMING and not drafts[at].quoted
            and type_ in (None, drafts[at].type) and floor - _REACH < drafts[at].start < floor
        ]  # fmt: skip
        near = [at for at in named if drafts[at].within is None]
        if not near:
            return ()
        begins = reading.sentence(near[0]).start
        last = [at for at in near if drafts[at].start >= begins]
        count = _COUNTS.get(found["count"].lower())
        if count is not None:
            listed = _distinct(drafts, [near[0], *joined_back(reading, near[0])])
            if len(listed) == count:
                return listed
        # A title's own documents are counted last: 'A sửa đổi B … hai nghị định trên'.
        held = named if type_ is not None and count is not None else near
        done = {one.object for one in reading.said[-_RECENT:] if one.subject in last}
        acting = [at for at in last if at not in done]  # 'để triển khai A, X ban hành B; Y có C'
        for ones in (_distinct(drafts, each) for each in (last, acting, near, held)):
            if len(ones) == count or (count is None and len(ones) > 1):
                return ones
        return ()


def _says(stretch: str, *each: Sequence[str]) -> bool:
    """Tell whether a stretch holds one word at least of each of some lists: what few do."""
    return all(any(map(stretch.__contains__, words)) for words in each)


def _distinct(drafts: Sequence[Draft], indices: Sequence[int]) -> list[int]:
    """Return the latest references to each document, in their order."""
    known: dict[object, int] = {}
    for at in indices:
        draft = drafts[at]
        known.setdefault((draft.type, draft.number and draft.number.key, draft.name), at)
    return sorted(known.values())
