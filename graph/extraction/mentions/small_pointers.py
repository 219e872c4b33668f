"""Pointers in small letters: 'theo nghị định này' points at a document only where one is near.

'quy định này' is as often a rule as a document, and a decision that is spoken of need not be the
one that was cited. So such a pointer counts only a few sentences behind a document of its type.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.mentions.unnumbered import speaks_of_another
from graph.extraction.text.draft import Draft
from graph.model.mentions import MentionKind

_SENTENCE = re.compile(r"[.!?;]\s|\n")
_SENTENCES = 5
_REACH = 800
# Words that are more often common nouns than documents point at what stands right before.
_COMMON = {"quy-dinh": 2, "chuong-trinh": 2, "chuong-trinh-hanh-dong": 2, "huong-dan": 2,
           "ke-hoach": 3}  # fmt: skip
# Many that have no document bear these names: 'Chương trình này' of a broadcaster.
_LOOSE = ("chuong-trinh", "de-an")
_RULE = "quy-dinh"
_DRAFTED = re.compile(r"(?:[Dd]ự\s{1,4}(?:án|thảo)|soạn\s{1,4}thảo|biên\s{1,4}soạn)\s{1,4}$")
_STANDING = (MentionKind.NUMBERED, MentionKind.NAMED, MentionKind.SHORT)
_LAWS = frozenset(("luat", "bo-luat", "phap-lenh"))
# Of these a text that names one speaks of no other.
_NORMS = _LAWS | {"nghi-dinh", "nghi-quyet", "thong-tu", "thong-tu-lien-tich", "chi-thi"}


def without_strays(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, in order, without those pointers that point at none: small ones mostly."""
    last: dict[str | None, Draft] = {}
    called: dict[str | None, set[str]] = {}
    kept = []
    official = bool(drafts) and drafts[0].kind is MentionKind.SELF
    types = {draft.type for draft in drafts if draft.kind in _STANDING}
    for draft in drafts:
        pointer = draft.kind is MentionKind.ANAPHOR
        if pointer and draft.type in _LOOSE and not (official or _named(draft, last)):
            continue
        if pointer and draft.type == _RULE and not (official or _RULE in types):
            continue  # 'Quy định này nhằm hạn chế …': what was said is a rule, and no document
        if pointer and text[draft.start].islower():
            if official:
                points = draft.type == drafts[0].type and draft.name == "này"
            else:
                alone = len(called.get(draft.type, ())) == 1 and draft.type in _NORMS
                points = _points(text, draft, _named(draft, last), alone=alone)
            if not points:
                continue
        elif draft.kind in _STANDING or pointer:
            for type_ in (draft.type, draft.said):
                last[type_] = draft
                if draft.kind is not MentionKind.ANAPHOR:
                    called.setdefault(type_, set()).add(_called(draft))
        kept.append(draft)
    return kept


def _named(draft: Draft, last: dict[str | None, Draft]) -> Draft | None:
    """Return what was named last of a pointer's type, or of that which goes by its name."""
    return last.get(draft.type) or (last.get(draft.said) if draft.said else None)


def _points(text: str, draft: Draft, before: Draft | None, *, alone: bool) -> bool:
    """Tell whether a pointer means the document named last; ``alone``: the only one of its type."""
    if before is None:
        return False
    # A draft is no document yet, but a bill is called by the name of the law.
    if draft.type not in _LAWS and _DRAFTED.search(text, max(0, draft.start - 16), draft.start):
        return False
    if alone:
        return True
    word = " ".join(text[draft.start : draft.end].split()[:2])
    if draft.type not in _LAWS and speaks_of_another(text, word, before.start, draft.start):
        return False
    most = _COMMON.get(draft.type or "", _SENTENCES)
    between = _SENTENCE.finditer(text, before.end, draft.start)
    return draft.start - before.end <= _REACH and sum(1 for _ in between) <= most


def _called(draft: Draft) -> str:
    number = draft.number
    return number.bare_ordinal if number is not None else draft.name or ""
