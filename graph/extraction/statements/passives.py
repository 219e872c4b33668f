"""Reading 'A được thay thế bởi B', and which document before these words it is that B replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extraction.cues.saying import Reading, again, behind, outranks, past_heading, said
from graph.extraction.statements.adjacent import joined_back
from graph.extraction.statements.backward import points_surely
from graph.extraction.text.draft import NAMING
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, lower
from graph.model.mentions import MentionKind
from graph.model.registry import DocumentType
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_ENDS = (K.REPLACES, K.REPEALS)
_CARRIED_OUT = (K.IMPLEMENTS, K.CONTINUES, K.INSTITUTIONALISES)
# 'Việc thực hiện X được đánh giá tại Báo cáo Y'
_CARRYING_OUT = re.compile(
    rf"(?i:(?<![^\W_])(?:việc|kết{SPACE}quả|tình{SPACE}hình|quá{SPACE}trình|công{SPACE}tác))"
    rf"(?:,?{SPACE}(?:triển{SPACE}khai|tổ{SPACE}chức|lãnh{SPACE}đạo|chỉ{SPACE}đạo|quán{SPACE}triệt|thực{SPACE}hiện|thi{SPACE}hành|và)){{1,6}}"
    rf"{SPACE}(?:các{SPACE})?$"
)
# 'Đến giữa tháng 4 thì A cũng như B được C thay thế'
_WHEN = re.compile(
    rf"(?:Đến|Tới|Từ|Kể{SPACE}từ|Năm|Tháng|Ngày|Sau{SPACE}đó)(?:{SPACE}[^.,;:“”()]{{1,50}}?)?(?:,|{SPACE}thì){SPACE}"
    rf"(?:(?:cả|các){SPACE})?"
)
# 'Hai văn bản trước đây là A và B đã được C thay thế'
_CALLED = re.compile(
    rf"(?i:hai|ba|bốn|các|những|cả{SPACE}hai){SPACE}[^.;:,“”()\d]{{2,60}}?{SPACE}(?:là|gồm|như){MAYBE_SPACE}:?{MAYBE_SPACE}"
)
_REASON = "ý do"  # 'A; B. Lý do: bị bãi bỏ bởi C'
_WORDS_THEN_VOICE = re.compile(
    rf"(?:{SPACE}[^\W\d_]+){{1,24}}?(?={SPACE}(?:(?:đã|nay){SPACE})?(?:được|bị){SPACE})"
)
_LEAD = 90  # characters
_MANY = 4
_FAR = 300  # characters: more than what A is called besides, and the words behind it


def suffered(
    reading: Reading,
    types: Mapping[str, DocumentType],
    index: int,
    start: int,
    heard: Sequence[Statement | None],
) -> Statement | None:
    """Read 'A được thay thế bởi B': B, the reference at ``index``, acts on A.

    ``start`` is where B begins with its subdivisions, ``heard`` what was read of those before it.
    """
    for back in range(index - 1, max(-1, index - 3), -1):
        other = reading.drafts[back]
        if other.kind is MentionKind.SELF:
            return None
        if start - max(other.after, other.past_title) > _FAR:
            continue
        for end in behind(reading.text, other):
            found = _between(reading, index, end, start) if end <= start else None
            found = found or _past_words(reading, index, back, end, start)
            if found is None:
                continue
            kind, span = found
            if kind is K.REVIEWS and not is_carried_out(reading, back):
                continue
            cell = reading.text[span.start].isupper()
            patient = _patient(reading, types, index, back, kind, heard, cell=cell)
            if patient == back and "," in reading.text[end : span.start]:
                patient = _first_of_clause(heard[back], kind, back)
            # 'Bãi bỏ Điều 5 Luật A được sửa đổi một số điều bởi B' is not of that article.
            some = "một số" in " ".join(reading.text[span.start : start].split())
            targets = () if some else reading.drafts[patient].targets
            return said(kind, index, patient, span, reading.sentence(index), "passive", 0.95,
                        targets, reading.drafts[index].targets)  # fmt: skip
    return None


def suffered_too(
    reading: Reading, passive: Statement, heard: Sequence[Statement | None]
) -> Iterator[Statement]:
    """Yield the same of what the patient is listed with: 'A và B được thay thế bởi C'.

    The list must be the subject, and not long: 'theo A và B được sửa đổi bởi C' says it of B
    alone, and so may what comes last of many.
    """
    if passive.rule != "passive" or passive.to_subdivisions:
        return
    drafts, listed = reading.drafts, [passive.object, *joined_back(reading, passive.object)]
    if not 1 < len(listed) <= _MANY:
        return
    first = listed[-1]
    joint = reading.text[drafts[listed[1]].after : drafts[passive.object].begins]
    told = reading.text[drafts[passive.object].end : passive.cue.start]
    if _REASON not in told and {"và", "như", "cùng"}.isdisjoint(joint.split()):
        return
    if any(heard[at] is not None or not _is_told(reading, at) for at in listed[1:]):
        return
    start = past_heading(reading.text, reading.sentence(first).start)
    lead = _WHEN.match(reading.text, start) or _CALLED.match(reading.text, start)
    opens = drafts[first].begins in (start, lead.end() if lead else start)
    if opens or (passive.relation is K.REVIEWS and is_carried_out(reading, first)):
        for at in listed[1:]:
            yield again(passive, at, passive.sentence, drafts[at])


def _is_told(reading: Reading, index: int) -> bool:
    """Tell whether a reference, or what it points at, is sure."""
    draft = reading.drafts[index]
    points = draft.kind is MentionKind.ANAPHOR and draft.antecedent is not None
    return draft.kind in NAMING or (points and points_surely(reading, index))


def _between(reading: Reading, index: int, end: int, start: int) -> tuple[K, Span] | None:
    """Find 'được thay thế bởi' before a reference, or 'được' before and 'thay thế' behind it."""
    passives, text = reading.cues.passives, reading.text
    if text[end:start].isupper():  # a heading in capitals
        text = text[:end] + lower(text[end:start]) + text[start:]
    return passives.passive(text, end, start) or passives.enclosing(
        text, end, start, reading.drafts[index].ends
    )


def _past_words(
    reading: Reading, index: int, back: int, end: int, start: int
) -> tuple[K, Span] | None:
    """Read 'A phí thẩm quyền quyết định đã được thay thế bởi B': A, with which the sentence begins.

    The words behind it are its title, though none says where that begins.
    """
    other = reading.drafts[back]
    if back != index - 1 or other.title_span is not None or start - end > _FAR:
        return None
    if other.begins != reading.sentence(index).start:
        return None
    for voice in _WORDS_THEN_VOICE.finditer(reading.text, end, start):
        passive = reading.cues.passives.passive(reading.text, voice.end(), start)
        if passive is not None and passive[0] in _ENDS:
            return passive
    return None


def is_carried_out(reading: Reading, index: int) -> bool:
    """Tell whether it, or the first of its list, is what somebody carries out."""
    for at in (index, *joined_back(reading, index)):
        begins = reading.drafts[at].begins
        if _CARRYING_OUT.search(reading.text, max(0, begins - _LEAD), begins):
            return True
    return False


def _first_of_clause(last: Statement | None, kind: RelationKind, nearest: int) -> int:
    """Return A in 'A thực hiện B, được Sở cụ thể hóa bằng C': the comma goes on with A."""
    if last is None or kind not in _CARRIED_OUT or last.relation not in _CARRIED_OUT:
        return nearest
    acts = last.subject if last.rule == "actor" else None
    return nearest if acts is None else acts


def _owner(reading: Reading, index: int) -> int | None:
    """Return in whose title a reference stands, past the amending law that it ends the name of."""
    drafts, owner = reading.drafts, reading.drafts[index].within
    if owner is None or drafts[index].end > drafts[owner].end:
        return owner
    return owner if drafts[owner].within is None else drafts[owner].within


def _patient(
    reading: Reading,
    types: Mapping[str, DocumentType],
    agent: int,
    nearest: int,
    kind: RelationKind,
    heard: Sequence[Statement | None],
    *,
    cell: bool,
) -> int:
    """In 'Nghị định A chi tiết Luật B được sửa đổi bởi Nghị định C' it is A that C changes.

    So it is where B amends A, or where A has done away with B: 'A, được sửa đổi bởi B, bị thay
    thế bởi C'; 'A, thay thế B, đã bị thay thế bởi C'.
    """
    last = heard[nearest]
    if last is not None and last.rule == "passive" and last.relation is K.AMENDS:
        return last.object if last.subject == nearest else nearest
    done_with = last is not None and last.object == nearest and last.relation in _ENDS
    if last is not None and done_with and kind in _ENDS and last.rule in ("actor", "title"):
        return last.subject if last.subject is not None else nearest
    owner = _owner(reading, nearest)
    if owner is None:
        return nearest
    if cell:
        return owner  # a cell of a table says it of the document in the cell before
    if kind in _CARRIED_OUT:
        return owner  # 'Kết luận A về thực hiện B được cụ thể hóa bằng C'
    head, held, by = (reading.drafts[at] for at in (owner, nearest, agent))
    if kind in _ENDS and head.begins == reading.sentence(agent).start:
        return owner  # 'Quyết định A sửa đổi quy chế kèm Quyết định B đã được thay thế bởi C'
    only_head = head.type == by.type != held.type
    return owner if only_head or outranks(types, by, held) else nearest
