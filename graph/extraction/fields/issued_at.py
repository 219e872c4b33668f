"""Reading who issued what is named behind the deed: 'được Thủ tướng phê duyệt tại Quyết định …'.

And behind a law: 'Luật … được Quốc hội khóa XI thông qua ngày …'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.fields.issuers import Issuer, IssuerReader
from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, alternation
from graph.extraction.text.place_names import CAPITAL
from graph.model.mentions import MentionKind
from graph.model.spans import Span

_REACH = 160
_NEAR = 12
_DEEDS = (
    "phê duyệt", "chấp thuận", "thông qua", "ban hành", "xếp hạng", "thành lập", "chuẩn y",
    "cho phép", "đồng ý", "báo cáo", "trả lời",
    "đề nghị", "thông tin", "quy định", "giao", "công nhận", "bổ nhiệm", "kiến nghị", "kết luận",
)  # fmt: skip
_DEED_ENDS = tuple({deed.split()[-1] for deed in _DEEDS})
_SITTING = (
    rf"(?:{MAYBE_SPACE},?{SPACE}kỳ{SPACE}họp{SPACE}(?:bất{SPACE}thường{SPACE})?(?:lần{SPACE})?"
    rf"(?:thứ{SPACE})?[^\W_]{{1,6}}{MAYBE_SPACE},?)?"
)
_TERM = rf"(?:{MAYBE_SPACE}\(?kh(?:óa|oá){SPACE}(?P<term>[IVX]{{1,5}}|\d{{1,2}})\)?)?"
_PLACED = ("tại", "theo", "bằng", "trong", "các")
_IN = ("Tại ", "tại ", "Bằng ", "Trong ", "trong ", "Với ")
_BY_IT = ("Theo ", "theo ", "Căn cứ ")
_DECIDING = ("quyet-dinh", "chi-thi", "cong-dien", "nghi-quyet", "ket-luan")
_DECISIONS = alternation((*_DEEDS, "phê chuẩn", "yêu cầu", "chỉ đạo", "quyết định"))
_DECIDES = re.compile(rf"{SPACE}(?:(?:đã|cũng){SPACE})?(?:{_DECISIONS})(?![^\W_])")
_HOLDER_SIGNS = re.compile(
    rf"(?:{SPACE}[{CAPITAL}][^\W\d_]*){{2,4}}{SPACE}(?:(?:đã|vừa|cũng){SPACE})?(?:k[ýí]|quyết{SPACE}định|yêu{SPACE}cầu)(?![^\W_])"
)
_OF_A_PROVINCE = re.compile(r"tỉnh|(?:Hà Nội|Hồ Chí Minh|HCM|Đà Nẵng|Hải Phòng|Cần Thơ|Huế)$")
_OF_A_DISTRICT = re.compile(r"(?i)huyện|quận|thị xã|phường|(?<![^\W_])xã|thị trấn")
_COMMA = re.compile(rf",{SPACE}")
_POINTING = (MentionKind.ANAPHOR, MentionKind.SELF)
# '… phê duyệt tại', '… tại': what stands between the body and the document.
_AT = re.compile(rf"{SPACE}(?P<placed>tại|theo|bằng|trong)(?:{SPACE}các)?{SPACE}$")
_DEED = re.compile(rf"{SPACE}(?:{alternation(_DEEDS)})$")
# 'Quốc hội khóa XIV, kỳ họp thứ 8 thông qua'
_DEED_OF_A_TERM = re.compile(rf"(?i:{_TERM}){_SITTING}{_DEED.pattern}")
_OF_A_TERM = ("óa", "oá", "ÓA", "OÁ", "họp")
# '… chấp thuận chủ trương đầu tư': what was done to stands between.
_DONE = alternation((*_DEEDS, "đưa ra", "công bố"))
_DONE_TO = re.compile(
    rf"(?<=\s)(?:(?:lại|chỉ|đã|cũng|mới){SPACE}){{0,2}}(?:{_DONE})"
    r"(?![^\W_])(?:[^.;:()“”\n]|\.(?=\d)){2,90}$"
)
_ABBREVIATION = re.compile(r"\s\([A-ZĐƯ][A-ZĐƯ &-]{1,16}\)")
# Whatever it did, by a document with its own code: '… đã thi hành kỷ luật tại'.
_ACTED = re.compile(rf"{SPACE}[a-zđà-ỹ](?:[^.;:()“”,\n]|\.(?=\d)){{2,80}}")
_DONE_BY = re.compile(rf"(?<![^\W_])(?:được|do|bởi){SPACE}$")
_WORD_OF = re.compile(
    rf"(?<![^\W_])(?:chỉ{SPACE}đạo|ý{SPACE}kiến|đề{SPACE}nghị|quy{SPACE}định|phân{SPACE}công"
    rf"|hướng{SPACE}dẫn|yêu{SPACE}cầu|kết{SPACE}luận|kiến{SPACE}nghị|chủ{SPACE}trương|thống{SPACE}nhất"
    rf"|chấp{SPACE}thuận|ủy{SPACE}quyền|uỷ{SPACE}quyền){SPACE}của{SPACE}$"
)
_PASSED = re.compile(
    rf"{MAYBE_SPACE},?{SPACE}(?:(?:đã|vừa|mới|cùng|đều){SPACE}){{0,2}}(?:được|do){SPACE}"
)
_THEN = re.compile(
    rf"(?i:{_TERM}){_SITTING}{SPACE}(?:(?:đã|vừa|mới){SPACE})?(?:thông{SPACE}qua|(?:ký{SPACE})?ban{SPACE}hành)"
    rf"(?={SPACE}(?:vào{SPACE})?(?:ngày|tháng|năm){SPACE}\d|{SPACE}tại{SPACE}|{MAYBE_SPACE}(?:[.,;)]|$))(?:{SPACE}vào)?"
)


def read_who_issued_at(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Set the issuers that are named with what they did or said 'tại' a document.

    Its code may tell that it is another's: what the Prime Minister said, his office told.
    """
    for position, draft in enumerate(drafts):
        if draft.issuer or draft.within is not None or draft.kind in _POINTING:
            continue
        floor = drafts[position - 1].end if position else 0
        said = _said_in(issuers, owners, text, draft, floor)
        if said is not None:
            draft.issued_by(said, text)
            draft.decides = True
            continue
        issuer = _issued_before(issuers, owners, text, draft, floor)
        if issuer is not None and owners.own(issuer.phrase, draft.number) is not False:
            draft.issuer, draft.issuer_span = issuer.phrase, issuer.span
            draft.term = draft.term or issuer.term


def read_who_says_behind_titles(
    text: str, drafts: Sequence[Draft], issuers: IssuerReader, owners: Owners
) -> None:
    """Set the issuer of 'Tại Chỉ thị số 31 về tài sản công, Thủ tướng yêu cầu'; titles are read."""
    for position, draft in enumerate(drafts):
        title = draft.title_span
        if draft.issuer or title is None or draft.within is not None or draft.kind in _POINTING:
            continue
        floor = drafts[position - 1].end if position else 0
        if not text.endswith(_IN, max(floor, draft.begins - 6), draft.begins):
            continue
        body = _after_comma(issuers, text, title.end)
        if body is None or not _DECIDES.match(text, body.end):
            continue
        if owners.own(body.phrase(text), draft.number) or _is_bare_decision(draft):
            draft.issued_by(body, text)


def _after_comma(issuers: IssuerReader, text: str, at: int) -> Span | None:
    """Return the body, or the first of several, that a comma at ``at`` leads in."""
    comma = _COMMA.match(text, at)
    bodies = issuers.listed(text, comma.end()) if comma else []
    return bodies[0] if bodies else None


def _is_bare_decision(draft: Draft) -> bool:
    """Tell whether it is a decision by a bare number, which bears no code."""
    return draft.kind is MentionKind.SHORT and draft.type in _DECIDING


def _said_in(
    issuers: IssuerReader, owners: Owners, text: str, draft: Draft, floor: int
) -> Span | None:
    """Read 'Tại Quyết định số 5/QĐ-UBND, UBND tỉnh cho phép': a document with the body's code."""
    by_it = text.endswith(_BY_IT, max(floor, draft.begins - 8), draft.begins)
    if not (by_it or text.endswith(_IN, max(floor, draft.begins - 6), draft.begins)):
        return None
    body = _after_comma(issuers, text, draft.after)
    if body is None:
        return None
    phrase = body.phrase(text)
    own = owners.own(phrase, draft.number)
    if not text[body.end : body.end + 2].strip().islower():
        # 'Tại Quyết định số 5/QĐ-BTC, Bộ trưởng Nguyễn Văn A đã ký'
        signs = _HOLDER_SIGNS.match(text, body.end)
        return body if signs and own is not False else None
    decides = _DECIDES.match(text, body.end)
    if by_it and _is_local(owners, draft):
        # By a province's decision its districts act too.
        high = _OF_A_PROVINCE.search(phrase) and not _OF_A_DISTRICT.search(phrase)
        return body if own and (high or decides) else None
    return body if own or (decides and _is_bare_decision(draft)) else None


def _issued_before(
    issuers: IssuerReader, owners: Owners, text: str, draft: Draft, floor: int
) -> Issuer | None:
    at = draft.begins
    if not text[max(floor, at - _NEAR) : at].rstrip().endswith(_PLACED):
        return None
    floor = max(floor, at - _REACH)
    placed = _AT.search(text, max(floor, at - 2 * _NEAR), at)
    if placed is None:
        return None
    end = placed.start()
    deed, term = _deed(text, max(floor, at - 90), end)
    if deed is None and (done := _done_to(issuers, owners, text, draft, floor, end)) is not None:
        return done
    if deed is None and placed["placed"] != "tại":
        return None
    if deed is None and text.find("của", floor, end) < 0:
        return None  # nobody's word is told of
    end = deed.start() if deed else end
    bodies = issuers.bodies_in(text, floor, end)
    if not bodies or bodies[-1].end != end:
        return None
    body = bodies[-1]
    led = _DONE_BY if deed else _WORD_OF
    if led.search(text, max(floor, body.start - 30), body.start) is None and not (
        deed and owners.own(body.phrase(text), draft.number)
    ):
        return None
    return _issuer(text, body, term, at)


def _deed(text: str, floor: int, end: int) -> tuple[re.Match[str] | None, str | None]:
    """Find what was done, and the term of who did it, right before ``end``."""
    if not text.endswith(_DEED_ENDS, floor, end):
        return None, None
    if any(text.find(word, floor, end) >= 0 for word in _OF_A_TERM):
        deed = _DEED_OF_A_TERM.search(text, floor, end)
        return deed, deed["term"] if deed else None
    return _DEED.search(text, floor, end), None


def _done_to(
    issuers: IssuerReader, owners: Owners, text: str, draft: Draft, floor: int, end: int
) -> Issuer | None:
    """Read 'được UBND tỉnh chấp thuận chủ trương đầu tư' before ``end``, the last body there.

    One that is not said to have been the agent must have given the document its code.
    """
    if not text.startswith((" tại", " bằng", " theo"), end):
        return None
    bodies = issuers.bodies_in(text, floor, end)
    if not bodies:
        return None
    body = bodies[-1]
    own = owners.own(body.phrase(text), draft.number)
    led = _DONE_BY.search(text, max(floor, body.start - 30), body.start) is not None
    past = _ABBREVIATION.match(text, body.end, end)  # '(NN&PTNT)'
    acts = past.end() if past else body.end
    if _DONE_TO.fullmatch(text, acts + 1, end) is None and not (
        own and (led or not _is_local(owners, draft)) and _ACTED.fullmatch(text, acts, end)
    ):
        return None
    if text.startswith(" theo", end) and not (led and own):
        return None  # others act by it too
    return _issuer(text, body, None, draft.begins) if own or (led and own is not False) else None


def _is_local(owners: Owners, draft: Draft) -> bool:
    return draft.number is not None and owners.is_local(draft.number)


def passed_after(issuers: IssuerReader, text: str, at: int, limit: int) -> Issuer | None:
    """Read 'được Quốc hội khóa XI, kỳ họp thứ 10 thông qua' before the day that follows."""
    limit = min(limit, at + _REACH)
    passed = _PASSED.match(text, at, limit)
    if passed is None:
        return None
    bodies = issuers.bodies_in(text, passed.end(), limit)
    if not bodies or bodies[0].start != passed.end():
        return None
    then = _THEN.match(text, bodies[0].end, limit)
    return _issuer(text, bodies[0], then["term"], then.end()) if then else None


def _issuer(text: str, body: Span, term: str | None, end: int) -> Issuer:
    of_term = term if term and not term.isdigit() else None
    return Issuer(body.phrase(text), body, of_term, end)
