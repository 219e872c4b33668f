"""What the title and the beginning of a text tell of a cue: a report, a guide, what is known."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import CHANGES, GUIDE, Reading
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_REPORT = "bao-cao"
_RESULT = re.compile(r"(?<![^\W_])(?:kết\s{1,4}quả|tình\s{1,4}hình|tiến\s{1,4}độ)\s{1,8}$")
# 'Hướng dẫn số 5 về thực hiện X'
_ABOUT = re.compile(
    r"(?:(?i:hướng\s{1,4}dẫn)\s{1,8})?(?:về\s{1,8})?(?:việc\s{1,8})?(?:(?i:một\s{1,4}số|các)\s[^.;:,]{2,40}\s)?"
)
# 'hướng dẫn các trường thực hiện X'
_LEADS = re.compile(
    r"(?i)(?:về\s{1,8})?(?:việc\s{1,8})?hướng\s{1,4}dẫn\s{1,8}"
    r"(?:các|cho|những|đơn\s{1,4}vị|địa\s{1,4}phương|cơ\s{1,4}sở|người|doanh\s{1,4}nghiệp)\s{1,8}"
    r"(?!vấn\s|nội\s|điều\s|quy\s|biện\s)"
)
_INSPECTS = re.compile(
    r"(?i)(?:về\s{1,8})?(?:việc\s{1,8})?(?:kiểm\s{1,4}tra|giám\s{1,4}sát|khảo\s{1,4}sát|thanh\s{1,4}tra)(?![^\W_])"
)
# 'Công văn số 5 về việc báo cáo kết quả thực hiện X' asks for a report
_ASKS_FOR_IT = re.compile(
    r"(?i)(?:v/v|về(?:\s{1,4}việc)?)?\s{0,4}(?:(?:đề\s{1,4}nghị|yêu\s{1,4}cầu|đôn\s{1,4}đốc)\s{1,4})?báo\s{1,4}cáo(?![^\W_])"
)
_MET = re.compile(
    r"[^;.“”]{0,160}?(?:vướng\s{1,4}mắc|khó\s{1,4}khăn|bất\s{1,4}cập|tồn\s{1,4}tại|hạn\s{1,4}chế|phát\s{1,4}sinh)(?![^\W_])"
    r"[^;.“”]{0,80}?(?:khi|trong(?:\s{1,4}(?:việc|quá\s{1,4}trình))?|của\s{1,4}việc)\s{1,4}"
    r"(?:(?:triển\s{1,4}khai|tổ\s{1,4}chức|áp\s{1,4}dụng)\s{1,4})?"
)
_LETTERS = ("cong-van", "cong-dien")
# 'Kết luận thanh tra số 5 về việc chấp hành X' says what was found.
_FINDS = ("ket-luan-thanh-tra", "ket-luan", "thong-bao")
_OBEYS = re.compile(r"(?i:chấp\s{1,4}hành|tuân\s{1,4}thủ)(?![^\W_])")
_SOME_OF = re.compile(
    r"(?P<cue>(?:[Vv]ề\s{1,8})?(?:một\s{1,4}số|các|những))\s{1,8}"
    r"(?:nội\s{1,4}dung|điều|vấn\s{1,4}đề|điểm|quy\s{1,4}định)(?:\s{1,8}[^\W_]+){0,4}?"
    r"(?:\s{1,8}(?:của|trong|tại|theo))?\s{1,8}"
)
_CIRCULARS, _DECREE = ("thong-tu", "thong-tu-lien-tich"), "nghi-dinh"
_WRITTEN_FOR = re.compile(
    r"(?:về\s{1,8})?(?:việc\s{1,8})?(?P<cue>hướng\s{1,4}dẫn)\s[^.;:“”\"]{2,200}?\s"
    r"(?<!theo\squy\sđịnh\s)(?:tại|của|trong|theo(?!\s{1,4}quy))\s{1,8}"
)
_GUIDE = re.compile(r"(?:về\s{1,8})?(?:việc\s{1,8})?(?P<cue>hướng\s{1,4}dẫn)(?![^\W_])")
# 'hướng dẫn Điều lệ Sáng kiến được ban hành theo' Nghị định X
_GUIDING = re.compile(r"(?:[Vv]/[Vv]|[Vv]ề(?:\s{1,4}việc)?)\s{1,4}hướng\s{1,4}dẫn(?![^\W_])")
_BY = re.compile(
    r"(?:\s{1,8}(?:được\s{1,8})?ban\s{1,8}hành(?:\s{1,8}kèm)?)?\s{1,8}theo\s{1,8}(?:các\s{1,8})?"
)
_BY_REACH = 40  # characters
# 'Luật sửa đổi, bổ sung một số điều và Phụ lục Danh mục … của' Luật X
_WITH_ANNEX = re.compile(
    r"\w+(?:\s{1,4}\w+)?\s{1,4}(?P<cue>sửa\s{1,4}đổi(?:,\s{1,4}bổ\s{1,4}sung)?)\s[^.;:“”]{4,60}"
    r"\svà\s{1,4}(?:các\s{1,4})?(?:phụ\s{1,4}lục|danh\s{1,4}mục|biểu)\s[^.;:“”]{0,170}của\s{1,4}",
    re.I,
)
# 'sửa đổi một số điều của các Nghị định chi tiết thi hành Luật X': those detail it, unnamed ones;
# 'kết luận phiên họp về tổng kết X': the meeting was about it.
_OF_OTHERS = re.compile(
    r"(?:về\s{1,8})?(?:việc\s{1,8})?(?:sửa\s{1,8}đổi|bổ\s{1,8}sung|bãi\s{1,8}bỏ)(?![^\W_])[^;]{0,200}"
    r"(?<![^\W_])(?:các|một\s{1,8}số|những)\s{1,8}"
    r"(?:[A-ZĐ]|nghị\s{1,8}(?:định|quyết)|thông\s{1,8}tư|quyết\s{1,8}định)[^;]{1,200}"
    r"|kết\s{1,8}luận\s{1,8}(?:phiên|hội\s{1,8}nghị|cuộc)(?![^\W_])[^;]{0,200}"
)
# The letterhead of another document: motto, number, dateline; a form leaves the number open.
_MOTTO = re.compile(r"Ộ(?<=CỘ)NG (?:H|SẢN VIỆT)")
_SECOND = re.compile(
    r"^[^\n]*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT)[^\n]*\n(?:[^\n]{0,90}\n){0,6}?"
    r"[ \t]*Số[ \t]?:?[ \t]?\d{1,5}(?:/\d{4})?[-/][A-ZĐƯ](?:[^\n]{0,90}\n?){1,3}?"
    r"[^\n]{0,60},[ \t]*ngày[ \t]*\d",
    re.M,
)
_FIRST = 40  # statements


def told_of(reading: Reading, subject: int, cue: Span) -> RelationKind:
    """Tell a report on what was done from a plan: 'về kết quả thực hiện X'."""
    text, draft = reading.text, reading.drafts[subject]
    told = draft.type == _REPORT or bool(_RESULT.search(text, max(0, cue.start - 30), cue.start))
    if (title := draft.title_span) is not None:
        about = draft.type == GUIDE and _ABOUT.fullmatch(text, title.start, cue.start)
        if about or _LEADS.match(text, title.start, cue.start):
            return K.GUIDES
        obeys = draft.type in _FINDS and _OBEYS.match(text, cue.start)
        told = told or bool(obeys or _INSPECTS.match(text, title.start, cue.start))
    return K.REVIEWS if told else K.IMPLEMENTS


def is_guide(reading: Reading, subject: int) -> bool:
    """Tell whether a letter guides what it cites: 'V/v hướng dẫn chế độ theo Nghị định X'."""
    title = reading.drafts[subject].title_span
    return title is not None and _GUIDING.match(reading.text, title.start) is not None


def is_met(reading: Reading, subject: int, cue: Span) -> bool:
    """Tell whether a title tells what was met while something was carried out.

    'Công văn số 5 về một số vướng mắc khi thực hiện X' carries out nothing.
    """
    title = reading.drafts[subject].title_span
    return title is not None and _MET.fullmatch(reading.text, title.start, cue.start) is not None


def asks_for_report(reading: Reading, subject: int) -> bool:
    """Tell whether a letter to others asks them how they carried something out."""
    draft = reading.drafts[subject]
    if subject == reading.own or draft.type not in _LETTERS or draft.title_span is None:
        return False
    return _ASKS_FOR_IT.match(reading.text, draft.title_span.start) is not None


def speaks_of_unnamed(reading: Reading, index: int, kind: RelationKind, cue: Span) -> bool:
    """Tell whether a title speaks of what documents do that it does not name."""
    within = reading.drafts[index].within
    title = reading.drafts[within].title_span if within is not None else None
    if title is None or kind in CHANGES or index - 1 != within:
        return False
    return _OF_OTHERS.fullmatch(reading.text, title.start, cue.start) is not None


def guided(reading: Reading, index: int, start: int) -> tuple[RelationKind, Span, str] | None:
    """Find the cue of 'Hướng dẫn số 5 về một số nội dung X': what its title begins with.

    And of 'Thông tư số 96/2015/TT-BTC hướng dẫn về thuế tại Nghị định X', which it is written for.
    """
    within = reading.drafts[index].within
    if within is None:
        return _guided_by_last(reading, index, start)
    owner = reading.drafts[within]
    if owner.title_span is None:
        return None
    begin = owner.title_span.start
    if owner.type in _CIRCULARS and reading.drafts[index].type == _DECREE and begin < start:
        written = _WRITTEN_FOR.fullmatch(reading.text, begin, start)
        return (K.GUIDES, Span(*written.span("cue")), "before") if written else None
    if owner.type != GUIDE:
        return None
    found = _SOME_OF.fullmatch(reading.text, begin, start) if begin < start else None
    return (K.GUIDES, Span(begin, found.end("cue")), "before") if found else None


def _guided_by_last(
    reading: Reading, index: int, start: int
) -> tuple[RelationKind, Span, str] | None:
    """Find the cue of 'Thông tư A hướng dẫn mức lương theo Nghị định X', whose title ends first."""
    last = reading.drafts[index - 1] if index else reading.drafts[index]
    if last.type not in _CIRCULARS or reading.drafts[index].type != _DECREE:
        return None
    title = last.title_span
    led = _GUIDE.match(reading.text, title.start, title.end) if title is not None else None
    if title is None or led is None or not title.end < start < title.end + _BY_REACH:
        return None
    if _BY.fullmatch(reading.text, title.end, start) is None:
        return None
    return K.GUIDES, Span(*led.span("cue")), "before"


def annex_amended(
    reading: Reading, index: int, start: int
) -> tuple[RelationKind, Span, str] | None:
    """Find the cue of a law's name that amends articles and an annex of the law it ends with."""
    within = reading.drafts[index].within
    owner = reading.drafts[within] if within is not None else None
    if owner is None or owner.kind is not MentionKind.NAMED or owner.end < start:
        return None
    found = _WITH_ANNEX.fullmatch(reading.text, owner.start, start)
    return (K.AMENDS, Span(*found.span("cue")), "before") if found else None


def goes_on_a_title(reading: Reading, index: int, cue: tuple[RelationKind, Span, str]) -> bool:
    """Tell whether 'theo' may belong to the title before it: 'bãi bỏ A về thủ tục theo B'."""
    if not index or cue[0] is not K.CITES or reading.own is None:
        return False
    before = reading.drafts[index - 1]
    last = reading.said[-1] if reading.said else None
    changed = last is not None and last.object == index - 1 and last.relation in CHANGES
    between = reading.text[before.past_title : cue[1].start]
    led = cue[1].of(reading.text).startswith("theo")
    return changed and led and re.search(r"[.;:“”]", between) is None


def is_told(reading: Reading, index: int) -> bool:
    """Tell whether the text said at its beginning what it does to the same document."""
    draft = reading.drafts[index]
    return any(
        reading.drafts[one.object].number == draft.number
        and reading.drafts[one.object].name == draft.name
        for one in reading.said[:_FIRST]
        if one.subject == reading.own
    )


def of_the_first(reading: Reading, every: list[Statement]) -> list[Statement]:
    """Leave out what a second document in the same file says with the voice of the first."""
    own, text = reading.own, reading.text
    begins = _second(text, reading.enacts) if own is not None else None
    if begins is None:
        return every
    voices = {own} | {
        index for index, draft in enumerate(reading.drafts)
        if draft.kind is MentionKind.ANAPHOR and draft.antecedent == own
    }  # fmt: skip
    return [s for s in every if s.subject not in voices or s.cue.start < begins]


def _second(text: str, at: int) -> int | None:
    """Return where the letterhead of another document begins behind ``at``."""
    for motto in _MOTTO.finditer(text, at):
        line = max(at, text.rfind("\n", 0, motto.start()) + 1)
        if _SECOND.match(text, line):
            return line
    return None
