"""Reading the title after a reference, and where it ends: the hard part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.draft import Draft
from graph.extraction.patterns import ANY_SPACE, LOWER, MAYBE_SPACE, SPACE, alternation, cases
from graph.extraction.registered_titles import RegisteredTitles
from graph.model.mentions import MentionKind
from graph.model.registry import LAWS, Registry
from graph.model.spans import Span

_REACH = 600
_WIDE = 60  # characters; shorter lines end where their paragraph does
_NEW_PARAGRAPH = re.compile(
    r"(?:Căn cứ|Theo|Xét|Điều\s\d|Chương\s|Mục\s|\d{1,3}[.)]|[IVX]{1,5}[.)]|Nơi nhận|CÔNG BÁO)"
)
# What asks for a reference, at the end of a line.
_ASKS = re.compile(r"(?:của|do|và|hoặc|số|các|tại|theo|với|trong|hành|[,;-])\s{0,3}$")
_UNFINISHED = re.compile(
    rf"(?<![^\W_])(?:của|do|và|hoặc|các|tại|theo|đối{SPACE}với|trong|từ)\s{{0,8}}$"
)
_ANNEXED = re.compile(r"kèm\s{0,4}$")
_JOINT = re.compile(rf"{MAYBE_SPACE}(?:[,;]|và|,{SPACE}và)?{MAYBE_SPACE}(?:các{SPACE})?")
_JOINT_BEFORE = re.compile(
    rf"(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|cùng|hoặc|theo){SPACE})"
    rf"(?:(?:các|với|theo|số){SPACE})?$"
)
# What the titled document does to the next; a title may begin with it ('về việc thay thế …').
_TAKES_PLACE = re.compile(
    rf",?{SPACE}(?:đã{SPACE}|nay{SPACE})?(?:thay(?:{SPACE}thế)?(?:{SPACE}cho)?|kế{SPACE}thừa){SPACE}$"
)
_BY = re.compile(rf"{SPACE}bằng{SPACE}(?:(?:việc|ban{SPACE}hành|các){SPACE}){{0,3}}$")
_TOPIC = 14
_NEVER = 9999
_NO_VERB = r"(?<!đổi,)(?<!sung,)(?<!thế,)"  # 'sửa đổi, bãi bỏ một số điều' is one act
# A title may list its fields: 'về tài sản công; dự trữ quốc gia; kho bạc được sửa đổi bởi …'.
_OTHER = rf"căn{SPACE}cứ|theo|các|nghị|thông{SPACE}tư|quyết|luật|và"
_FIELD = rf";\s{{1,4}}(?!{_OTHER})[{LOWER}][^.;:“”\n]{{2,90}}"
_LISTS = re.compile(
    rf"(?:{_FIELD}){{1,5}}?{SPACE}(?:đã{SPACE})?(?:được|bị){SPACE}(?:sửa|bổ|thay|bãi)"
)
_GOVERNED = re.compile(
    rf"(?<![^\W_])(?i:theo|tại|căn{SPACE}cứ|với|của|và|cùng|hoặc|trong|từ|ở|bởi|vào|đến|là|như|kèm|khi|bỏ|thế|đổi|sung|bộ)"
    rf"{SPACE}(?:các{SPACE})?$|[,;:]{SPACE}$"
)
# Adverbs of what is said of the document, before the words that end its title.
_TAIL = re.compile(r"(?:[\s,]{1,8}(?:cũng|đều|vẫn|còn|đã)){1,3}$")
# 'về việc điều chỉnh X cho phù hợp': the title's own words; 'rà soát A về X cho phù hợp': not.
_ADAPTS = re.compile(
    rf"(?i:về{SPACE})?(?i:việc{SPACE})?(?i:sửa|bổ|điều{SPACE}chỉnh|thay|xử{SPACE}lý)(?![^\W_])"
)
_AMENDS = re.compile(rf"(?i:về{SPACE})?(?i:việc{SPACE})?[Ss]ửa{SPACE}đổi(?![^\W_])")
_AMENDING = re.compile(rf"[Ss]ửa{SPACE}đổi{MAYBE_SPACE},{SPACE}bổ")
_FITTING = re.compile(rf"\s{{0,8}}cho{SPACE}phù{SPACE}hợp")
_BLANK_LINE = re.compile(r"[ \t\r]{0,200}\n[ \t\r]{0,200}\n")
_QUOTE = re.compile(r"\"[ \t]?\w[^\"\n]{1,120}\"")
# A title given in quotation marks ends with them.
_QUOTED = re.compile(
    rf"{ANY_SPACE},?{ANY_SPACE}(?:[Vv]ề{SPACE}(?:việc{SPACE})?)?"
    r"[“\"](?P<title>[^”\"\n]{8,400})[”\"]"
)


class TitleReader:
    """Reads titles; the words that begin and end them are seeds/words.tsv's."""

    def __init__(self, registry: Registry) -> None:
        self._registered = RegisteredTitles(registry)
        begin, never = (
            alternation({case for word in registry.listed(name) for case in cases(word)})
            for name in ("title-begin", "title-never")
        )
        self._begin = re.compile(
            rf"{ANY_SPACE}[,|]?{ANY_SPACE}[\"“]?(?P<title>(?!(?:{never})(?![^\W_]))"
            rf"(?:{begin}){SPACE}[“\"]?[^\W_])"
        )
        comma, anywhere, bracket = (
            alternation(registry.listed(f"title-stop{suffix}"))
            for suffix in ("-comma", "", "-bracket")
        )
        # All that it may begin with comes first, as one set: the rest is tried only there.
        self._stop = re.compile(
            r"[.;:”\"(,|\s](?:(?<=\|)|(?<=[.;:])(?<![Tt][Pp]\.)(?=[\s)]|$)"
            r"|(?<=\n)[ \t]*(?=\n|[-–•+»])"
            rf"|(?P<line>(?<=\n))[ \t]*(?=[A-ZĐ0-9]|\([A-ZĐ][{LOWER}])|(?<=[”\"])"
            rf"|(?<=\()(?=\s{{0,3}}(?:{bracket})\b|\d{{1,2}}/\d{{1,2}}/\d{{4}}\))|(?<=,){_NO_VERB}\s{{1,8}}(?=(?:{comma})\b)"
            rf"|(?<=\s)(?<!việc\s)(?<!\s\s)\s{{0,7}}(?=(?:{anywhere})\b|và{SPACE}\d{{1,2}}{SPACE}năm{SPACE}|là{SPACE}\d[\d.,]{{0,5}}\s?%))"
        )

    def after(
        self,
        text: str,
        at: int,
        following: Sequence[Draft],
        owner: Draft,
        *,
        wrapped: bool,
        listed: bool = False,
    ) -> Span | None:
        """Return the span of the title that begins right at ``at``, or None.

        ``following`` are the references after it: one that the title's own words govern belongs
        to the title, one that is merely listed beside ``owner`` ends it. ``wrapped`` tells that
        lines end where the page did, ``listed`` that ``owner`` itself goes on with a list.
        """
        limit = min(len(text), at + _REACH)
        if _BLANK_LINE.match(text, at):
            return None  # another paragraph
        if following and _beside(text, at, following[0]):
            limit = min(limit, max(following[0].start, at))
        quoted = _QUOTED.match(text, at, limit)
        if quoted is not None:
            return Span(*quoted.span("title"))
        begin = self._begin.match(text, at, limit)
        if begin is None:
            return None
        start = begin.start("title")
        if "\n" in text[at:start] and text[start].isupper() and not wrapped:
            return None  # another paragraph
        end = self._registered.end(text, start, owner.number) or self._end(
            text, start, limit, following, owner, wrapped=wrapped, listed=listed
        )
        held = bool(following) and following[0].start < end
        if not held and "\n" in text[end - 1 : end + 1] and _AMENDING.match(text, start):
            return None  # a narrow column, that breaks off before it says what is amended
        if (tail := _TAIL.search(text, max(start, end - 24), end)) is not None:
            end = tail.start()
        end = start + len(text[start:end].rstrip(" ,\n\t"))
        return Span(start, end) if end - start > 5 else None

    def _end(
        self,
        text: str,
        start: int,
        limit: int,
        following: Sequence[Draft],
        owner: Draft,
        *,
        wrapped: bool,
        listed: bool,
    ) -> int:
        at = start + 4
        held: Draft | None = None
        types: set[str | None] = set()  # of what the title holds
        amends = not listed and _AMENDS.match(text, start) is not None
        for draft in following:
            if draft.start >= limit:
                break
            stop = self._stops(text, at, draft, start, wrapped=wrapped)
            if stop is not None and stop < draft.start:
                return stop
            if text.endswith("(", at, draft.start):
                return draft.start - 1  # 'về vận tải (Nghị định số 86/2014/NĐ-CP)'
            joint = _JOINT_BEFORE.search(text, max(at, draft.start - 40), draft.start)
            if joint is not None and _ANNEXED.search(text, at, joint.start()):
                joint = None  # 'kèm theo Nghị định'
            if (
                joint is not None
                and not _of_others(text, joint[0], held, draft, owner)
                and not _same_list(held, draft, owner)
                and not (amends and _amended(joint[0], types, draft, owner))
            ):
                return joint.start()
            by = _BY.search(text, max(at, draft.start - 40), draft.start)
            if by is not None and by.start() - start > _TOPIC:
                return by.start()  # 'cụ thể hóa A về phát triển vùng bằng B'
            takes = _TAKES_PLACE.search(text, max(at, draft.start - 40), draft.start)
            if takes is not None and takes.start() - start > _TOPIC:
                return takes.start()  # 'về kiểm tra, giám sát thay Quy định số 22-QĐ/TW'
            held, at = draft, max(at, draft.after)
            types.add(draft.type)
        stop = self._stops(text, at, None, start, wrapped=wrapped, limit=limit)
        return limit if stop is None else stop

    def _stops(
        self, text: str, at: int, ahead: Draft | None, start: int, *, wrapped: bool, limit: int = 0
    ) -> int | None:
        """Return where the title stops before the reference ``ahead``, or else before ``limit``.

        A full line may go on with a capital, but a reference that begins a line begins another
        sentence unless the line before asks for it.
        """
        for stop in self._stop.finditer(text, at, ahead.start + 1 if ahead else limit):
            if _LISTS.match(text, stop.start()) or _quotes(text, start, stop.start()):
                continue
            if _FITTING.match(text, stop.start()) and _ADAPTS.match(text, start):
                continue
            if stop["line"] is None:
                return stop.start()
            before = max(at, stop.start() - 20)
            if _UNFINISHED.search(text, before, stop.start()):
                continue
            if ahead and stop.end() == ahead.start and not _ASKS.search(text, before, stop.start()):
                return stop.start()
            if not wrapped or not _full_line(text, stop.start(), stop.end()):
                return stop.start()
        return None


def _quotes(text: str, start: int, mark: int) -> bool:
    """Tell whether a mark opens or closes words that the title beginning at ``start`` quotes."""
    if text[mark] == "”":
        return text.count("“", start, mark) > text.count("”", start, mark)
    if text[mark] != '"':
        return False
    if text.count('"', start, mark) % 2:
        return True
    return text[mark - 1].isspace() and _QUOTE.match(text, mark) is not None


def _full_line(text: str, end: int, after: int) -> bool:
    """Tell whether the line that ends at ``end`` was broken by the width of the page."""
    wide = end >= _WIDE and "\n" not in text[end - _WIDE : end]
    return wide and _NEW_PARAGRAPH.match(text, after) is None


def _beside(text: str, at: int, following: Draft) -> bool:
    """Tell whether nothing but a joint stands between ``at`` and the next reference."""
    return following.start - at < 40 and _JOINT.fullmatch(text, at, following.start) is not None


def is_listed(text: str, before: Draft | None, draft: Draft) -> bool:
    """Tell whether a reference begins a list ('các Nghị định …'), or goes on with one."""
    start = draft.begins
    if text.endswith("các ", 0, start):
        return True
    end = max(before.after, before.past_title) if before is not None else start
    if not 0 < start - end < 40 or ";" in text[end:start]:
        return False  # what a semicolon parts are items, which may hold lists
    return _JOINT.fullmatch(text, end, start) is not None


def _of_others(text: str, joint: str, held: Draft | None, draft: Draft, owner: Draft) -> bool:
    """Tell whether a list goes on with what others issued: 'ban hành A hướng dẫn Luật B và C'.

    What governs the owner may govern what is listed: 'theo A hướng dẫn Luật B và C'.
    """
    if held is None or owner.number is None or ";" in joint or "theo" in joint:
        return False
    if draft.type is None or draft.kind is MentionKind.ANAPHOR:
        return False
    if draft.type == owner.type and draft.number is None:
        return False
    if _GOVERNED.search(text, max(0, owner.begins - 24), owner.begins):
        return False
    if draft.type == held.type and _year(draft) < _year(owner):
        return True  # 'ban hành Nghị quyết A bãi bỏ Nghị quyết B, Nghị quyết C', of years before
    organ = draft.number.organ if draft.number is not None else None
    return organ != owner.number.organ and (draft.issuer is None or draft.issuer != owner.issuer)


def _year(draft: Draft) -> int:
    """Return the year that a reference gives, one beyond all where it gives none."""
    if draft.date is not None:
        return draft.date.year
    return (draft.number.year if draft.number is not None else None) or _NEVER


def _amended(joint: str, types: set[str | None], draft: Draft, owner: Draft) -> bool:
    """Tell whether an act that amends one document amends the next too: none that is younger."""
    if ";" in joint or "theo" in joint or draft.type not in types:
        return False
    if draft.number is None:
        return draft.type in LAWS
    years = _year(draft), _year(owner)
    if years[0] != years[1]:
        return years[0] < years[1]
    if draft.date is not None and owner.date is not None and draft.date != owner.date:
        return draft.date.latest() < owner.date.earliest()
    one, other = draft.number.bare_ordinal, owner.number.bare_ordinal if owner.number else ""
    alike = draft.type == owner.type and one.isdigit() and other.isdigit()
    return alike and int(one) < int(other)


def _same_list(held: Draft | None, draft: Draft, owner: Draft) -> bool:
    """Tell whether a reference after 'và' goes on with the list that the title holds."""
    if held is None:
        return False
    if draft.kind is MentionKind.ANAPHOR:
        return True  # what was named before is not issued here with the owner
    if draft.type == owner.type:
        # 'Nghị định A sửa đổi Nghị định B và Nghị định C của Chính phủ': B has its issuer from C.
        own = draft.issuer_span is not None and draft.issuer_span.start > draft.start
        shared = own and not (held.issuer_span and held.issuer_span.start < draft.start)
        return bool(shared) and held.type == draft.type and owner.issuer_span is None
    return held.type == draft.type or {held.type, draft.type} <= LAWS
