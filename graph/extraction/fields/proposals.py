"""Reading whose a document is that holds what a body proposed, or by which it carries one out.

'Theo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT', 'cụ thể hóa X bằng Kế hoạch số 5-KH/TU'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_SAYS = re.compile(
    rf"(?<![^\W_])(?i:đề{SPACE}nghị|đề{SPACE}xuất|kiến{SPACE}nghị|báo{SPACE}cáo|ý{SPACE}kiến|tờ{SPACE}trình|văn{SPACE}bản)"
    rf"{SPACE}(?:của|từ){SPACE}"
)
_IN = re.compile(rf"{MAYBE_SPACE},?{SPACE}(?:tại|trong|theo){SPACE}(?:các{SPACE})?")
_BY = re.compile(rf"{SPACE}bằng{SPACE}(?:việc{SPACE}ban{SPACE}hành{SPACE})?$")
_CARRIES_OUT = re.compile(
    rf"{SPACE}(?:đã{SPACE}|sẽ{SPACE}|kịp{SPACE}thời{SPACE}|sớm{SPACE}){{0,3}}"
    rf"(?:cụ{SPACE}thể{SPACE}h(?:óa|oá)|thể{SPACE}chế{SPACE}h(?:óa|oá)|triển{SPACE}khai|(?:tổ{SPACE}chức{SPACE})?thực{SPACE}hiện|quán{SPACE}triệt)"
    rf"(?![^\W_])"
)
# 'UBND huyện công bố Quyết định số 5/QĐ-TTg': what bears another's code is only made known.
_MAKES_KNOWN = re.compile(rf"{SPACE}(?:(?:đã|vừa|sẽ){SPACE})?công{SPACE}bố{SPACE}(?:các{SPACE})?")
_OF = re.compile(rf"(?<![^\W_])của{SPACE}$")
_REACH = 160
_CLAUSE = 260
_CLAUSE_END = re.compile(r"[.;:\n](?=\s|$)")


def read_whose_it_says(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Set the issuer of documents named as where, or by what, a body says or does something."""
    for position, draft in enumerate(drafts):
        if draft.kind is not MentionKind.NUMBERED or draft.number is None:
            continue
        if draft.issuer:
            said = draft.issuer_span
            made_known = said and _MAKES_KNOWN.fullmatch(text, said.end, draft.start)
            if made_known and owners.own(draft.issuer, draft.number) is False:
                draft.issuer = draft.issuer_span = None
            continue
        at = draft.start
        before = text[max(0, at - 10) : at].split()
        last = before[-1] if before else ""
        floor = drafts[position - 1].end if position else 0
        span, needed = None, False
        if last in ("tại", "trong", "theo", "các"):
            span = _proposer(text, at, max(floor, at - _REACH), issuers)
        elif last in ("bằng", "hành") and _BY.search(text, max(0, at - 40), at):
            span, needed = _actor(text, at, draft, issuers, owners), True
        if span is None:
            continue
        own = owners.own(span.of(text), draft.number)
        if own is False or (needed and not own):
            continue
        draft.issued_by(span, text)


def _proposer(text: str, at: int, floor: int, issuers: IssuerReader) -> Span | None:
    """Return the body of 'đề nghị của <body> tại' that ends at ``at``."""
    said = None
    for said in _SAYS.finditer(text, floor, at):  # noqa: B007
        pass
    bodies = issuers.listed(text, said.end()) if said is not None else []
    if len(bodies) != 1 or bodies[0].end > at:
        return None
    return bodies[0] if _IN.fullmatch(text, bodies[0].end, at) else None


def _actor(text: str, at: int, draft: Draft, issuers: IssuerReader, owners: Owners) -> Span | None:
    """Return the body that carries something out by what begins at ``at``, in its clause.

    Behind it another may be who does so by a document of its own: 'UBND tỉnh X triển khai bằng A,
    UBND tỉnh Y bằng B'.
    """
    begin = max(0, at - _CLAUSE)
    for end in _CLAUSE_END.finditer(text, begin, at):
        begin = end.end()
    bodies = issuers.bodies_in(text, begin, at)
    acting = [body for body in bodies if _CARRIES_OUT.match(text, body.end, at)]
    if not acting:
        return None
    others = [
        body
        for body in bodies
        if body.start > acting[-1].end and body.phrase(text) != acting[-1].phrase(text)
        and owners.own(body.of(text), draft.number) and not _OF.search(text, begin, body.start)
    ]  # fmt: skip
    if others:
        return others[-1] if _BY.fullmatch(text, others[-1].end, at) else None
    return acting[-1]
