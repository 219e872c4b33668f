"""The answer about one text: its references, what they mean, and the relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.bodies import Body
from graph.model.identifiers import is_law, is_undated
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.relations import Statement
from graph.model.resolutions import (
    ONLY_NAMED,
    Ambiguous,
    Candidate,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.model.spans import Span

_UNDATED = "chưa rõ năm hay nhiệm kỳ ban hành; số này có thể của nhiều văn bản"
_UNKNOWN = "không biết luật nào mang tên này; có thể là dự án luật hoặc tên gọi khác"
_LISTED = (MentionKind.NUMBERED, MentionKind.NAMED, MentionKind.SHORT)


@dataclass(frozen=True, slots=True)
class References:
    """What a text refers to, in the shape that programs rely on (docs/api.md)."""

    own: dict[str, Any] | None
    references: tuple[dict[str, Any], ...]
    pointers: tuple[dict[str, Any], ...]
    relations: tuple[dict[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: references, relations, and what points back within the text."""
        return {
            "self": self.own,
            "references": list(self.references),
            "pointers": list(self.pointers),
            "relations": list(self.relations),
        }


NOTHING = References(None, (), (), ())


def answer(
    text: str,
    extraction: Extraction,
    resolutions: Mapping[int, Resolution],
    actors: Mapping[int, Body],
    type_names: Mapping[str, str],
) -> References:
    """Bring extraction and resolutions of ``text`` into one answer.

    ``actors`` are the bodies of statements without a document as subject, by statement index.
    """
    mentions = extraction.mentions
    roots = [_root(mentions, index) for index in range(len(mentions))]
    rows: dict[MentionKind, list[dict[str, Any]]] = {}
    for index, mention in enumerate(mentions):
        resolution = resolutions.get(roots[index]) or Unresolved("không rõ chỉ văn bản nào")
        if mention.antecedent is not None:
            resolution = _pointed(resolution)
        rows.setdefault(mention.kind, []).extend(
            _rows(mention, mentions[roots[index]], resolution, type_names)
        )
    own = rows.get(MentionKind.SELF)
    listed = [row for kind in _LISTED for row in rows.get(kind, [])]
    relations = (
        _relation(text, said, mentions, roots, resolutions, actors.get(index))
        for index, said in enumerate(extraction.statements)
    )
    return References(
        own[0] if own else None,
        tuple(sorted(listed, key=lambda row: (row["start"], -row["end"]))),
        tuple(rows.get(MentionKind.ANAPHOR, [])),
        tuple(row for row in relations if row is not None),
    )


def _root(mentions: tuple[Mention, ...], index: int) -> int:
    seen = set()
    while (before := mentions[index].antecedent) is not None and index not in seen:
        seen.add(index)
        index = before
    return index


def _pointed(resolution: Resolution) -> Resolution:
    if isinstance(resolution, Resolved):
        why = f"nhắc lại văn bản đã nêu trong bài; {resolution.why}"
        return Resolved(resolution.work, why, round(resolution.confidence * 0.97, 3))
    return resolution


def _rows(
    mention: Mention, root: Mention, resolution: Resolution, type_names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return one row for each subdivision that the mention targets, or one for the whole."""
    number = mention.number or root.number
    base: dict[str, Any] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.surface,
        "kind": mention.kind.value,
        "type": type_names.get(mention.type or root.type or ""),
        "number": str(number) if number else None,
        "name": mention.name if mention.kind is not MentionKind.ANAPHOR else None,
        "date": str(mention.date) if mention.date else None,
        "issuer": mention.issuer,
        "place": mention.place,
        "title": mention.title,
        "term": mention.term,
        "quoted": mention.quoted,
        "spans": _spans(mention),
        **_closing(mention),
        "resolution": resolution_row(resolution),
    }
    return [{**base, "subdivisions": list(path)} for path in mention.targets or ((),)]


def _spans(mention: Mention) -> dict[str, dict[str, int]]:
    """Return where each field that is stated stands."""
    stated = {
        "number": mention.number_span,
        "date": mention.date_span,
        "issuer": mention.issuer_span,
        "place": mention.place_span,
        "title": mention.title_span,
        "subdivisions": mention.target_span,
        "effective": mention.effective_span,
        "expires": mention.expires_span,
    }
    return {field: _range(span) for field, span in stated.items() if span is not None}


def _range(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _closing(mention: Mention) -> dict[str, Any]:
    """Return what only a text's own mention has: its force, its signature and its recipients."""
    if mention.kind is not MentionKind.SELF:
        return {}
    return {
        "effective": str(mention.effective) if mention.effective else None,
        "expires": str(mention.expires) if mention.expires else None,
        "signer": mention.signer,
        "capacity": mention.capacity,
        "recipients": list(mention.recipients),
    }


def resolution_row(resolution: Resolution) -> dict[str, Any]:
    """Return a resolution as JSON: status, work, why, confidence, candidates, conflicts.

    A number of no known year or term is not resolved: its provisional work is a candidate. Nor is
    the name of a law that no registry has: it may be a bill's, or another name of a known one.
    """
    if isinstance(resolution, Resolved) and (why := _why_open(resolution)) is not None:
        only = Candidate(resolution.work, resolution.confidence, resolution.why)
        return resolution_row(Unresolved(why)) | {"candidates": [_candidate(only)]}
    row: dict[str, Any] = {
        "status": type(resolution).__name__.lower(),
        "work": None,
        "why": resolution.why,
        "confidence": 0.0,
        "candidates": [],
        "conflicts": [],
    }
    if isinstance(resolution, Resolved):
        row["work"], row["confidence"] = resolution.work, resolution.confidence
        row["conflicts"] = list(resolution.conflicts)
    elif isinstance(resolution, Ambiguous):
        row["candidates"] = [_candidate(each) for each in resolution.candidates]
    return row


def _why_open(resolution: Resolved) -> str | None:
    """Return why a work that stands for a mention need not be the only one that it may mean."""
    if is_undated(resolution.work):
        return _UNDATED
    return _UNKNOWN if resolution.why.endswith(ONLY_NAMED) and is_law(resolution.work) else None


def _candidate(each: Candidate) -> dict[str, Any]:
    return {"work": each.work, "score": each.score, "why": each.why}


def _relation(
    text: str,
    said: Statement,
    mentions: tuple[Mention, ...],
    roots: list[int],
    resolutions: Mapping[int, Resolution],
    actor: Body | None,
) -> dict[str, Any] | None:
    """Return a statement as JSON; None where it says nothing of two different things."""
    target = resolutions.get(roots[said.object])
    subject = resolutions.get(roots[said.subject]) if said.subject is not None else None
    to_id = target.work if isinstance(target, Resolved) else None
    from_id = subject.work if isinstance(subject, Resolved) else actor.id if actor else None
    if said.subject is None and actor is None:
        return None
    if from_id is not None and from_id == to_id:
        return None
    acting = mentions[roots[said.subject]] if said.subject is not None else None
    called = _called(acting) if acting else actor.name if actor else None
    if from_id is None and not (called or (acting and acting.number)):
        return None
    spoken = mentions[said.subject].span if said.subject is not None else said.subject_span
    return {
        "from": from_id,
        "relation": said.relation.value,
        "to": to_id,
        "from_number": _number(acting) if acting else None,
        "from_name": called,
        "to_number": _number(mentions[roots[said.object]]),
        "to_name": mentions[roots[said.object]].name,
        "cue": said.cue.phrase(text),
        "confidence": said.confidence,
        "rule": said.rule,
        "from_subdivisions": list(said.from_subdivisions),
        "to_subdivisions": list(said.to_subdivisions),
        "from_span": _range(spoken) if spoken else None,
        "to_span": _range(mentions[said.object].span),
        "sentence": _range(said.sentence),
        "cue_span": _range(said.cue),
    }


def _called(acting: Mention) -> str | None:
    """Return the name of an acting document, 'Nghị định này' where the text tells no other.

    A draft that has no number yet is called by the type that its head says.
    """
    unnamed = acting.kind is MentionKind.SELF and acting.number is None and acting.name is None
    return acting.surface if unnamed or acting.kind is MentionKind.ANAPHOR else acting.name


def _number(mention: Mention) -> str | None:
    return str(mention.number) if mention.number else None
