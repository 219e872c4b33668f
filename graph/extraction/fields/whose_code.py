"""Issuers that stand about a reference and whose code its number bears: 'VEC có văn bản 5/VEC-BC'.

Beside its own code a body needs no 'của' to be known for the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.fields.dates import date_beside
from graph.extraction.fields.issued_at import passed_after
from graph.extraction.fields.issuer_verbs import verb_before
from graph.extraction.fields.issuers import Issuer, IssuerReader
from graph.extraction.fields.title_ends import WORK
from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import SPACE
from graph.model.mentions import MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.spans import Span

_REACH = 150
_PARTS = re.compile("[-/]")
_CLAUSE = re.compile(r"[.;:\n“”\"](?=\s|$|[^\W\d_])|,(?=\s)")
_IN = re.compile(rf"(?<![^\W_])(?:tại|bằng|trong|qua){SPACE}(?:các{SPACE})?$")
_SAYS = re.compile(
    rf"(?:\s?\([^()\n]{{2,24}}\))?{SPACE}(?:(?:đã|vừa|mới|cũng|có|lại|sẽ){SPACE}){{0,2}}(?:thẩm{SPACE}định|góp{SPACE}ý|tham{SPACE}gia|ý{SPACE}kiến"
    rf"|báo{SPACE}cáo|nêu|cho{SPACE}biết|khẳng{SPACE}định|trả{SPACE}lời|đề{SPACE}xuất|đề{SPACE}nghị|xác{SPACE}định|thông{SPACE}báo"
    rf"|hướng{SPACE}dẫn|yêu{SPACE}cầu|chỉ{SPACE}đạo|quyết{SPACE}định|phê{SPACE}duyệt|lãnh{SPACE}đạo|kiến{SPACE}nghị|chấp{SPACE}thuận"
    rf"|thống{SPACE}nhất|đồng{SPACE}ý|quy{SPACE}định|kết{SPACE}luận|giao|ủy{SPACE}quyền|phúc{SPACE}đáp|xin{SPACE}ý"
    rf"|thi{SPACE}hành{SPACE}kỷ|kỷ{SPACE}luật|xử{SPACE}phạt|xử{SPACE}lý|công{SPACE}nhận|thành{SPACE}lập|bổ{SPACE}nhiệm|thu{SPACE}hồi|cho{SPACE}phép"
    rf"|điều{SPACE}chỉnh|cảnh{SPACE}cáo|khiển{SPACE}trách|miễn{SPACE}nhiệm|công{SPACE}bố|quyết{SPACE}nghị)(?![^\W_])"
)
_OF = re.compile(rf"(?<![^\W_])(?:của|cho|với|đến|gửi|tới|và|về|ở|thuộc|từ){SPACE}$")
_INITIALS = re.compile(r"(?<![^\W_.-])(?P<who>[A-ZĐ][A-ZĐ&]{1,9})$")
_BY_INITIALS = re.compile(rf"{SPACE}(?:của|do){SPACE}(?P<who>[A-ZĐ][A-ZĐ&]{{1,9}})(?![^\W_])")
_BY_PLACE = re.compile(
    rf"{SPACE}của{SPACE}(?P<who>tỉnh|thành{SPACE}phố|huyện|quận|thị{SPACE}xã|xã|phường)"
    rf"(?:\s?[,.;:()\n]|$|{SPACE}(?:về|thực{SPACE}hiện|triển{SPACE}khai|ngày|ban{SPACE}hành|phê{SPACE}duyệt|quy{SPACE}định|đã|là|thì|có)(?![^\W_]))"
)
_INITIALS_LEAST = 3
_NO_FIRM = ("CSGT", "TPHCM", "HCM", "ASEAN", "WHO", "VKS", "HĐXX", "UBND", "HĐND")
_ABOUT = re.compile(rf"(?<![^\W_])(?:{WORK}){SPACE}của{SPACE}$")
_SO = re.compile(rf"{SPACE}(?:số\s?:?\s?)?")
_BY_NUMBER = (MentionKind.NUMBERED, MentionKind.SHORT)
_HANDS = re.compile(rf"{SPACE}(?:(?:đã|vừa){SPACE})?(?:trao|cấp|tặng|giao|tống{SPACE}đạt){SPACE}$")
_OPENED = re.compile(rf"\((?:(?:tại|theo){SPACE})?$")
_OF_ITS = re.compile(rf"(?<![^\W_])của{SPACE}$")


def read_whose_code(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Set the issuer of what bears the code of a body in its clause."""
    for position, draft in enumerate(drafts):
        number = draft.number
        if draft.issuer_span is not None and draft.issuer_span.start >= draft.end:
            _without_who_acts_next(text, draft, issuers, owners)
        if draft.issuer or number is None or draft.within is not None:
            continue
        if not number.symbol:
            place = _by_a_place(text, draft, number, owners) or _of_initials(text, draft)
            draft.issuer, draft.issuer_span = (place.of(text), place) if place else (None, None)
            continue
        floor = max(drafts[position - 1].end if position else 0, draft.begins - _REACH)
        found = (
            _within(text, draft, issuers)
            or _before_bracket(text, drafts, position, floor, issuers, owners)
            or _by_a_place(text, draft, number, owners)
            or _by_initials(text, draft, number, floor)
            or _who_says_in(text, draft, floor, issuers, owners)
            or _who_hands(text, draft, floor, issuers, owners)
        )
        if found is not None:
            draft.issued_by(found, text)


def read_issuers_behind_titles(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Set the issuer with which a title seems to end: '… về kế hoạch năm 2018 của Bộ Xây dựng'.

    Or who is said behind it to have passed the document: '… về tiền ảo vừa được X ban hành'.
    """
    taken = {draft.issuer_span for draft in drafts}
    for draft in drafts:
        title = draft.title_span
        if draft.issuer or title is None or draft.kind not in _BY_NUMBER:
            continue
        if (passed := passed_after(issuers, text, title.end, len(text))) is not None:
            _passed_by(text, draft, passed, owners)
            continue
        if draft.kind is not MentionKind.NUMBERED:
            continue
        last = text.rfind("của", title.start, title.end)
        if last < 0:
            continue
        bodies = issuers.bodies_in(text, last, title.end)
        if len(bodies) != 1 or bodies[0].end != title.end or bodies[0] in taken:
            continue
        near = max(title.start, bodies[0].start - 24)
        if not _OF_ITS.search(text, near, bodies[0].start) or _ABOUT.search(
            text, near, bodies[0].start
        ):
            continue
        if owners.own(bodies[0].phrase(text), draft.number):
            draft.issued_by(bodies[0], text)


def _passed_by(text: str, draft: Draft, passed: Issuer, owners: Owners) -> None:
    if owners.own(passed.phrase, draft.number) is False:
        return
    draft.issuer, draft.issuer_span = passed.phrase, passed.span
    draft.term = draft.term or passed.term
    if draft.date is None and (on := date_beside(text, passed.end, len(text))) is not None:
        draft.date, draft.date_span = on


def _within(text: str, draft: Draft, issuers: IssuerReader) -> Span | None:
    """Read 'Quyết định của Thủ tướng số 8/2023/QĐ-TTg': the body within the reference."""
    number = draft.number_span
    of = text.find(" của ", draft.start, number.start) if number is not None else -1
    if number is None or of < 0:
        return None
    body = issuers.body_end(text, of + 5, number.start)
    led = body is not None and _SO.fullmatch(text, body, number.start) is not None
    return Span(of + 5, body) if body is not None and led else None


def _without_who_acts_next(text: str, draft: Draft, issuers: IssuerReader, owners: Owners) -> None:
    """Take the second off 'Kế hoạch số 5-KH/TU của Tỉnh ủy, Ban Tổ chức Tỉnh ủy hướng dẫn …'."""
    span = draft.issuer_span
    if span is None or text.find(",", span.start, span.end) < 0:
        return
    bodies = issuers.listed(text, span.start)
    if len(bodies) != 2 or bodies[1].end != span.end or text[bodies[0].end] != ",":
        return
    first, second = (owners.own(body.phrase(text), draft.number) for body in bodies)
    if first and second is False:
        draft.issued_by(bodies[0], text)
        draft.after = bodies[0].end


def _before_bracket(
    text: str,
    drafts: Sequence[Draft],
    position: int,
    floor: int,
    issuers: IssuerReader,
    owners: Owners,
) -> Span | None:
    """Read 'Thanh tra Chính phủ (Kết luận số 754/KL-TTCP': the body right before a bracket.

    Or that which did what the bracket proves: 'Tỉnh ủy đã thi hành kỷ luật (Quyết định số …'.
    """
    draft, before = drafts[position], drafts[position - 1] if position else None
    opened = _OPENED.search(text, max(floor, draft.begins - 12), draft.begins)
    if opened is None:
        return None
    end = floor + len(text[floor : opened.start()].rstrip())
    bodies = issuers.bodies_in(text, floor, end)
    own = [body for body in bodies if owners.own(body.phrase(text), draft.number)]
    if not own:
        return None
    if before is not None and before.issuer_span == own[-1]:
        return None  # the bracket says again which document it was
    acts = _SAYS.match(text, own[-1].end, end)
    clause = _CLAUSE.search(text, own[-1].end, end) is None
    return own[-1] if own[-1].end == end or (acts and clause) else None


def _by_a_place(text: str, draft: Draft, number: DocumentNumber, owners: Owners) -> Span | None:
    """Read 'Công văn số 1720 của huyện', the number one that many places have."""
    found = _BY_PLACE.match(text, draft.after)
    if not found or (number.symbol and not owners.is_local(number)):
        return None
    return Span(*found.span("who"))


def _of_initials(text: str, draft: Draft) -> Span | None:
    """Read 'văn bản số 1260 của VEC': a firm's initials behind a number that has no code."""
    found = _BY_INITIALS.match(text, draft.after)
    if not found or len(found["who"]) < _INITIALS_LEAST or found["who"] in _NO_FIRM:
        return None
    return Span(*found.span("who"))


def _by_initials(text: str, draft: Draft, number: DocumentNumber, floor: int) -> Span | None:
    """Read 'VEC có văn bản số 5/VEC-BC', 'văn bản số 5/VEC-BC của VEC'."""
    found = _BY_INITIALS.match(text, draft.after)
    if not found and (verb := verb_before(text, floor, draft.start)) is not None:
        found = _INITIALS.search(text, max(floor, verb.start() - 12), verb.start())
    if not found or found["who"] not in _PARTS.split(number.symbol):
        return None
    return Span(*found.span("who"))


def _who_hands(
    text: str, draft: Draft, floor: int, issuers: IssuerReader, owners: Owners
) -> Span | None:
    """Read 'được Thành ủy X trao quyết định số 498-QĐ/TU': the body right before the verb."""
    hands = _HANDS.search(text, max(floor, draft.begins - 20), draft.begins)
    bodies = issuers.bodies_in(text, floor, hands.start()) if hands else []
    if hands is None or not bodies or bodies[-1].end != hands.start():
        return None
    return bodies[-1] if owners.own(bodies[-1].phrase(text), draft.number) else None


def _who_says_in(
    text: str, draft: Draft, floor: int, issuers: IssuerReader, owners: Owners
) -> Span | None:
    """Read 'Bộ Tư pháp thẩm định tại Báo cáo số 94/BC-BTP': the body that speaks in it."""
    if _IN.search(text, max(floor, draft.begins - 16), draft.begins) is None:
        return None
    for end in _CLAUSE.finditer(text, floor, draft.begins):
        floor = end.end()
    for body in reversed(issuers.bodies_in(text, floor, draft.begins)):
        if _OF.search(text, max(0, body.start - 12), body.start):
            continue
        if _SAYS.match(text, body.end, draft.begins) and owners.own(
            body.phrase(text), draft.number
        ):
            return body
    return None
