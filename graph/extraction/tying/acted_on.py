"""What one reference is said to do to another right behind it: the other is not it."""

from __future__ import annotations

import re

_BETWEEN = r"(?:\s{1,8}(?:ngày|của)\s[^.;:“”]{2,60})?,?\s{1,8}"
# 'Luật B sửa đổi luật này': what amends it is not it.
CHANGES_IT = re.compile(
    _BETWEEN + r"(?:(?:về|để|nhằm)\s{1,8})?(?:việc\s{1,8})?"
    r"(?:sửa(?:\s{1,8}đổi)?(?:,?\s{1,8}bổ\s{1,8}sung)?|bổ\s{1,8}sung|thay(?:\s{1,8}thế)?|bãi\s{1,8}bỏ|đính\s{1,8}chính)"
    r"(?:\s{1,8}(?:cho|một\s{1,8}số\s{1,8}(?:điều|nội\s{1,8}dung|quy\s{1,8}định)|các\s{1,8}(?:điều|quy\s{1,8}định)))?"
    r"(?:\s{1,8}(?:của|tại))?\s{1,8}"
)
# 'Nghị định B chỉ làm một việc là chỉnh sửa nghị định ấy'
_ONLY_CHANGES = re.compile(
    r"\s{1,8}(?:chỉ|vốn|chủ\s{1,4}yếu|được|là|nhằm)\s[^.;:,“”]{0,50}?"
    r"(?:chỉnh\s{1,8}sửa|sửa(?:\s{1,8}đổi)?(?:,?\s{1,8}bổ\s{1,8}sung)?|thay(?:\s{1,8}thế)?|bãi\s{1,8}bỏ|điều\s{1,8}chỉnh)\s{1,8}"
)
# 'Nghị quyết B nhằm thể chế hóa nghị quyết này': nor does what carries it out.
_CARRIES_OUT = re.compile(
    _BETWEEN + r"(?:(?:nhằm|để)\s{1,8})?"
    r"(?:thể\s{1,8}chế\s{1,8}h(?:óa|oá)|cụ\s{1,8}thể\s{1,8}h(?:óa|oá)|hướng\s{1,8}dẫn|quy\s{1,8}định\s{1,8}chi\s{1,8}tiết"
    r"|triển\s{1,8}khai|thi\s{1,8}hành|(?:tổ\s{1,8}chức\s{1,8})?thực\s{1,8}hiện)(?:\s{1,8}(?:thi\s{1,8}hành|thực\s{1,8}hiện))?\s{1,8}"
)


# 'Công văn A trả lời Công văn B': what is answered is not spoken of next.
_ANSWERS = re.compile(
    _BETWEEN + r"(?:về\s{1,8})?(?:việc\s{1,8})?"
    r"(?:trả\s{1,8}lời|phúc\s{1,8}đáp|đáp\s{1,8}lại|phản\s{1,8}hồi)\s{1,8}"
)
# 'Quyết định A, nội dung của quyết định này là “điều chỉnh khoản 3 Quyết định B”'
_CHANGED = re.compile(
    r"(?:điều\s{1,4}chỉnh|sửa\s{1,4}đổi|bổ\s{1,4}sung|thay\s{1,4}thế|bãi\s{1,4}bỏ|h(?:ủy|uỷ)\s{1,4}bỏ|thu\s{1,4}hồi)"
    r"(?:\s[^.;:\n]{0,40})?\s$"
)
_SENTENCE = 200  # characters
_STOP = re.compile(r"[.;!?]\s|\n")


def is_changed_by(text: str, end: int, start: int) -> bool:
    """Tell whether what begins at ``start`` is changed, or answered, by what ends at ``end``."""
    if start - end > _SENTENCE:
        return False
    if CHANGES_IT.fullmatch(text, end, start) or _ANSWERS.fullmatch(text, end, start):
        return True
    if _STOP.search(text, end, start) is not None:
        return False
    return _CHANGED.search(text, max(end, start - 80), start) is not None


def acts_on(text: str, end: int, start: int) -> bool:
    """Tell whether what ends at ``end`` is said to act on what begins at ``start``."""
    if CHANGES_IT.fullmatch(text, end, start) or _ONLY_CHANGES.fullmatch(text, end, start):
        return True
    return _CARRIES_OUT.fullmatch(text, end, start) is not None
