"""What stands between a body and what it issues, and behind bodies: 'đã ban hành', 'của'."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import ANY_SPACE, MAYBE_SPACE, SPACE, WORD_END
from graph.model.registry import Registry

BY = re.compile(
    rf"{ANY_SPACE},?{ANY_SPACE}(?:của|cùa|do|giữa|CỦA){SPACE}"
    # a deputy signs for who heads the body
    rf"(?:(?<=do )Phó{SPACE}(?=[Cc]hủ{SPACE}tịch{SPACE}(?:UBND|HĐND|Ủy|Uỷ)"
    rf"|[Gg]iám{SPACE}đốc{SPACE}[Ss]ở)"
    rf"|(?<=của )Phó{SPACE}(?=Giám|Chủ|Tổng{SPACE}|Cục|Chánh|Viện|giám|chủ|cục|chánh|viện))?"
    rf"(?:(?:liên{SPACE}(?!bộ)(?:tịch{SPACE})?)?)"
)
_VERB = re.compile(
    rf"(?:,(?=\sk[ýí]\s))?(?:{SPACE}(?:đã|vừa|mới|cũng|tiếp{SPACE}tục|sẽ|có|là|từng|lại|tiếp))?{SPACE}"
    rf"(?:c(?:ù|ũ)ng{SPACE})?(?:k[ýí],?{SPACE})?(?:ban{SPACE}hành(?:{SPACE}(?:và{SPACE})?triển{SPACE}khai)?|k[ýí]|gửi|ra|có|lập|phát(?:{SPACE}(?:hành|đi))?|thông{SPACE}qua|phê{SPACE}duyệt|công{SPACE}bố"
    rf"|xây{SPACE}dựng|đề{SPACE}ra|trình{SPACE}bày|(?:triển{SPACE}khai|cụ{SPACE}thể{SPACE}h(?:óa|oá)){SPACE}bằng)"
    rf"(?:{SPACE}(?:thêm|các|một|số|bản|loạt|hai|ba|bốn|\d{{1,2}}|tiếp|liên{SPACE}(?:tục|tiếp))){{0,2}}{MAYBE_SPACE}$"
)


# After a comma a body that does something begins a clause of its own.
ACTS = re.compile(
    rf"{SPACE}(?:đã|vừa|mới|sẽ|đang|cũng|ban{SPACE}hành|tổ{SPACE}chức|triển{SPACE}khai|xây{SPACE}dựng"
    rf"|chỉ{SPACE}đạo|yêu{SPACE}cầu|đề{SPACE}nghị|tập{SPACE}trung|tiếp{SPACE}tục|có|ra|ký|thực{SPACE}hiện"
    rf"|cụ{SPACE}thể|quán{SPACE}triệt|đề{SPACE}ra|phối{SPACE}hợp|giao|thành{SPACE}lập|kịp{SPACE}thời"
    rf"|hoan{SPACE}nghênh|ghi{SPACE}nhận|đánh{SPACE}giá|biểu{SPACE}dương|nhận{SPACE}thấy|cho{SPACE}rằng"
    rf"|thống{SPACE}nhất|quyết{SPACE}định|khẳng{SPACE}định|kiến{SPACE}nghị|đồng{SPACE}ý"
    rf"|báo{SPACE}cáo|bố{SPACE}trí|tham{SPACE}mưu|rà{SPACE}soát|phân{SPACE}công|lãnh{SPACE}đạo"
    rf"|thông{SPACE}báo|trân{SPACE}trọng|xem{SPACE}xét|kết{SPACE}luận|kiểm{SPACE}tra|cho{SPACE}biết"
    rf"|phát{SPACE}động|chủ{SPACE}trì|chuẩn{SPACE}bị|chủ{SPACE}động|tăng{SPACE}cường){WORD_END}"
)
# Behind the last of several that issue together: not what it does.
ENDS = re.compile(
    rf"{MAYBE_SPACE}(?:[,.;:()\n\"”-]|[–/]|$)|{SPACE}(?:và|về|quy|hướng|sửa|ngày|năm|tháng|số|khóa|khoá|nhiệm"
    rf"|ban|thì|được|là|tại|trong|đối|nêu|đã|cũng|với|cùng|để|ký){WORD_END}"
)
# What a body has done to what stands before it: 'mà Chính phủ vừa ban hành'.
MADE = re.compile(
    rf"{SPACE}(?:(?:đã|vừa|mới|từng){SPACE}){{0,2}}(?:k[ýí]{SPACE})?(?:ban{SPACE}hành|k[ýí]|cấp|ra|thông{SPACE}qua|phê{SPACE}duyệt){WORD_END}"
)
# What ends the words by which a body issues, as ``_VERB`` reads them.
_VERB_ENDS = (
    "hành", "ký", "kí", "lập", "gửi", "ra", "có", "qua", "duyệt", "bố", "dựng", "bày", "bằng",
    "khai", "đi", "phát", "thêm", "các", "một", "số", "bản", "loạt", "hai", "ba", "bốn", "tục",
    "tiếp", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
)  # fmt: skip
_VERB_REACH = 40  # characters


def verb_before(text: str, floor: int, at: int) -> re.Match[str] | None:
    """Match the words by which somebody issues what begins at ``at``: ' vừa ban hành '."""
    if not text[max(0, at - _VERB_REACH) : at].rstrip().endswith(_VERB_ENDS):
        return None
    return _VERB.search(text, max(floor, at - _VERB_REACH), at)


def issuing_ends(registry: Registry) -> tuple[str, ...]:
    """Return the last words of the verbs by which documents are issued, seeds/words.tsv's."""
    return tuple({verb.split()[-1] for verb in registry.listed("issues")})
