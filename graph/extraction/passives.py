"""Reading 'A được thay thế bởi B', and which document before these words it is that B replaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.extraction.saying import Reading, behind, outranks, said
from graph.model.mentions import MentionKind
from graph.model.registry import DocumentType
from graph.model.relations import RelationKind, Statement

K = RelationKind
_ENDS = (K.REPLACES, K.REPEALS)
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
            found = (
                reading.cues.passives.passive(reading.text, end, start) if end <= start else None
            )
            if found is None:
                continue
            kind, span = found
            patient = _patient(reading, types, index, back, kind, heard)
            # 'Bãi bỏ Điều 5 Luật A được sửa đổi một số điều bởi B' is not of that article.
            some = "một số" in " ".join(reading.text[span.start : start].split())
            targets = () if some else reading.drafts[patient].targets
            return said(kind, index, patient, span, reading.sentence(index), "passive", 0.95,
                        targets, reading.drafts[index].targets)  # fmt: skip
    return None


def _patient(
    reading: Reading,
    types: Mapping[str, DocumentType],
    agent: int,
    nearest: int,
    kind: RelationKind,
    heard: Sequence[Statement | None],
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
    owner = reading.drafts[nearest].within
    if owner is None:
        return nearest
    head, held, by = (reading.drafts[at] for at in (owner, nearest, agent))
    only_head = head.type == by.type != held.type
    return owner if only_head or outranks(types, by, held) else nearest
