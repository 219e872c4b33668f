"""Telling what is supposed, proposed, planned or put off from what is done: it states nothing."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading
from graph.extraction.text.patterns import SPACE, UPPER, alternation
from graph.model.registry import Registry
from graph.model.relations import Statement

# What stands between a body and what it has not done.
_NOT_YET = re.compile(
    rf"(?<![^\W_])(?:sẽ|dự{SPACE}(?:thảo|kiến|định)|chuẩn{SPACE}bị|sắp|hứa|cam{SPACE}kết|hoãn|lùi|cần|nên|phải"
    rf"|đề{SPACE}(?:nghị|xuất)|kiến{SPACE}nghị|(?<!đã )có{SPACE}kế{SPACE}hoạch)(?![^\W_])"
)
_LAUNCHES = re.compile(rf"(?<![^\W_])(?:để|công{SPACE}bố)(?![^\W_])")
_NOT = re.compile(
    rf"(?<![^\W_])(?:chưa|không)(?!{SPACE}(?:ngừng|những|chỉ|bao{SPACE}lâu))(?![^\W_])[^.,;:]{{0,80}}$"
)
# 'giao Sở A chủ trì, phối hợp với sở B, UBND quận C rà soát …', 'yêu cầu Cục A, Giám đốc Sở B …'
_HELPS = re.compile(
    rf"(?<![^\W_])(?:phối{SPACE}hợp{SPACE}(?:với|cùng)|(?:yêu{SPACE}cầu|đề{SPACE}nghị|giao)(?:{SPACE}các)?"
    rf"(?={SPACE}(?:[{UPPER}]|sở|ban|ngành|huyện|cơ{SPACE}quan|đơn{SPACE}vị)))"
    rf"{SPACE}[^.;:]{{0,160}}(?:,|{SPACE}và){SPACE}$"
)
# 'Sở A có trách nhiệm tham mưu UBND tỉnh …': its task, and what the other is to do
_TASK = re.compile(
    rf"(?<![^\W_])(?:(?:có|chịu){SPACE}trách{SPACE}nhiệm|đang|sẽ|cần|phải){SPACE}(?:[^.;:]{{2,120}}?{SPACE})?tham{SPACE}mưu{SPACE}(?:(?:cho|giúp|với){SPACE})?$"
)
# 'lập đoàn kiểm tra việc thực hiện X': who is to review it
_TEAM = re.compile(rf"(?<![^\W_])(?:đoàn|tổ|ban|nhóm){SPACE}$")
# Who attends a conference on it does not do it; who presides is a body's head, and no body.
_EVENT = (
    rf"{SPACE}[^.;:]{{0,24}}?(?:hội{SPACE}nghị|hội{SPACE}thảo|buổi|cuộc|lễ|phiên|t(?:ọa|oạ){SPACE}đàm)"
    r"(?![^\W_])[^,;:]{0,80}$"
)
_ATTENDS = re.compile(rf"(?<![^\W_])(?:dự|tham{SPACE}gia|theo{SPACE}dõi){_EVENT}")
_PRESIDES = re.compile(
    rf"(?<![^\W_])(?:chủ{SPACE}trì|chủ{SPACE}t(?:ọa|oạ)|phát{SPACE}biểu|kết{SPACE}luận){_EVENT}"
)
# 'Bộ A bố trí kinh phí cho các hoạt động triển khai X': others carry it out
_ALLOTS = re.compile(
    rf"(?<![^\W_])(?:kinh{SPACE}phí|nguồn{SPACE}lực|vốn|ngân{SPACE}sách)(?![^\W_])[^.;]{{0,90}}?{SPACE}cho{SPACE}"
)
# 'Bộ A trao Bằng khen cho các tập thể có thành tích trong thực hiện X'
_PRAISES = re.compile(
    rf"(?<![^\W_])(?:(?:trao|tặng|trao{SPACE}tặng){SPACE}(?:thưởng|[Bb]ằng|[Gg]iấy|[Hh]uân|[Cc]ờ|[Kk]ỷ)|khen{SPACE}thưởng|biểu{SPACE}dương|tuyên{SPACE}dương|vinh{SPACE}danh)(?![^\W_])"
)
_SENTENCE = re.compile(
    r"\s*(?:[Nn]ếu|[Gg]iả\s+(?:sử|định)|[Dd]ự\s+kiến|[Mm]ột\s+khi)[\s,]|\s*(?:(?:Trong\s+)?thời\s+gian\s+(?:sắp\s+)?tới|Thời\s+gian\s+(?:sắp\s+)?tới|Sắp\s+tới|Tới\s+đây|Trong\s+(?:năm|tháng|quý)\s+tới)[\s,]|\s*Theo\s+(?:kế\s+hoạch|lộ\s+trình|dự\s+kiến|lịch),"
)
# 'A thay thế B rồi đúng không ạ?'
_WHETHER = re.compile(
    r"(?<![^\W_])(?:không|chưa|hả|à|nhỉ)(?:\s{1,4}(?:ạ|nhỉ|vậy|thế|nhé|các\s+bác|mọi\s+người))?\s{0,4}\?\s*$"
)
# Right before the one of which something is said.
_SUPPOSES = re.compile(
    rf"(?<![^\W_])(?i:nếu|giả{SPACE}(?:sử|định)|(?<!các )trường{SPACE}hợp|một{SPACE}khi"
    rf"|liệu|không{SPACE}phải|dự{SPACE}kiến,?|đề{SPACE}(?:nghị|xuất)|kiến{SPACE}nghị)(?:{SPACE}(?:việc|rằng|cho|là))?{SPACE}(?:các{SPACE})?$"
)
_VOICE = re.compile(r"(?:được|bị|đc)(?![^\W_])", re.I)
_PROPOSES = re.compile(rf"(?<![^\W_])(?:đề{SPACE}(?:nghị|xuất)|kiến{SPACE}nghị|nên|cần)(?![^\W_])")
_ASIDE = re.compile(r"[,;(–-]")
_OF_OTHERS = ("actor", "body", "main-clause", "local-party", "elided", "means")
_ASKED = (*_OF_OTHERS, "passive", "left-out")
_WHEN = ("Sau ", "Trước ", "sau ", "trước ")  # 'Sau Đại hội, Đảng ủy xã thực hiện X'
_REACH = 24


def asking(registry: Registry) -> re.Pattern[str]:
    """Return the pattern of verbs by which one asks others; seeds/words.tsv's."""
    asks = alternation(registry.listed("asks"))
    return re.compile(rf"(?<![^\W_])(?:{asks})(?![^\W_])(?!(?<=giao){SPACE}ban(?![^\W_]))")


def falling_short(registry: Registry) -> re.Pattern[str]:
    """Return what finds, before a verb, that it was done badly: 'chậm triển khai X'."""
    words = alternation(registry.listed("falls-short"))
    return re.compile(rf"(?<![^\W_])(?:(?:{words})(?![^\W_])[^.,;:]{{0,100}}|(?:thiếu|ít){SPACE})$")


def only_launches(text: str, start: int, end: int) -> bool:
    """Tell whether a team only makes known what it will do: 'để công bố kế hoạch kiểm tra …'."""
    return _LAUNCHES.search(text, start, end) is not None


def is_intended(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch between a body and its verb says that it is not done, or not yet."""
    return (
        _NOT.search(text, start, end) is not None or _NOT_YET.search(text, start, end) is not None
    )


def is_team(text: str, start: int, end: int) -> bool:
    """Tell whether a verb at ``end`` only says what a team is for: 'đoàn kiểm tra'."""
    return _TEAM.search(text, start, end) is not None


def only_attends(text: str, start: int, end: int, *, person: bool) -> bool:
    """Tell whether a stretch between a body and its verb says that it was there when it was done.

    ``person`` says that it is whoever holds a post, who may preside.
    """
    if _ATTENDS.search(text, start, end) is not None:
        return True
    return person and _PRESIDES.search(text, start, end) is not None


def only_supports(text: str, start: int, end: int) -> bool:
    """Tell whether a body pays those who carry something out, or praises them."""
    return any(one.search(text, start, end) is not None for one in (_ALLOTS, _PRAISES))


def is_helper(text: str, start: int, end: int) -> bool:
    """Tell whether a body at ``end`` is listed with those that help another, or are asked to."""
    if text.endswith(("hợp ", "hợp với ", "hợp cùng ", "nghe "), start, end):
        return True
    near = max(start, end - 160), end
    return any(one.search(text, *near) is not None for one in (_HELPS, _TASK))


def _in_brackets(text: str, one: Statement) -> bool:
    """Tell whether it is said by the way: 'Nếu vi phạm, theo A (thay B) thì …'."""
    opened = text.rfind("(", one.sentence.start, one.cue.start)
    return opened >= 0 and text.find(")", opened, one.cue.start) < 0


def supposed(reading: Reading, one: Statement) -> bool:
    """Tell whether a condition or a proposal only supposes it, or its body tells the time."""
    text, drafts = reading.text, reading.drafts
    start, end = one.sentence
    if one.rule in _OF_OTHERS and _SENTENCE.match(text, start) and not _in_brackets(text, one):
        return True
    if one.rule in _ASKED and _WHETHER.search(text, max(start, end - 40), end):
        return True
    body = one.subject_span
    if body is not None:
        asked = _SUPPOSES.search(text, max(0, body.start - _REACH), body.start) is not None
        return asked or text.endswith(_WHEN, 0, body.start)
    if one.rule not in ("actor", "passive") or one.subject is None:
        return False
    first = min(one.subject, one.object)
    begins = drafts[first].begins
    if one.rule == "passive" and not _VOICE.match(text, one.cue.start):
        near = max(one.sentence.start, begins - 2 * _REACH)
        if _PROPOSES.search(text, near, begins) is not None:
            return True  # 'kiến nghị bỏ A, thay bằng B'
    if _SUPPOSES.search(text, max(0, begins - _REACH), begins) is None:
        return False
    # 'Nếu theo A (được sửa đổi bởi B)': that B amends A is said by the way
    return _ASIDE.search(text, drafts[first].after, one.cue.start) is None
