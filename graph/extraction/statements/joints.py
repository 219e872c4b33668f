"""What may stand between a document and what it does: 'A, có hiệu lực từ ngày …, thay thế B'."""

from __future__ import annotations

import re

from graph.extraction.cues.saying import Reading, behind
from graph.extraction.statements.adjacent import fills
from graph.extraction.text.draft import Draft
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE, TIME_AFTER, UPPER
from graph.model.relations import RelationKind
from graph.model.spans import Span

K = RelationKind
# Of two lines, 'có hiệu lực thi hành kể từ ngày 15 tháng 02 năm 2024,'
_FROM_A_DAY = (
    rf"có{SPACE}hiệu{SPACE}lực(?:{SPACE}thi{SPACE}hành)?{SPACE}(?:kể{SPACE})?từ{SPACE}ngày{SPACE}"
    rf"(?:\d{{1,2}}{SPACE}tháng{SPACE}\d{{1,2}}{SPACE}năm{SPACE}\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|ký(?:{SPACE}ban{SPACE}hành)?)"
    rf"{MAYBE_SPACE}[,;]?{MAYBE_SPACE}"
)
# Behind a comma, who does something else: 'A có hiệu lực từ tháng 3, các sở hướng dẫn B'
_ANOTHER = (
    rf",\s{{1,4}}(?:[{UPPER}]|(?:các|những|nhiều|mọi|người|địa|cơ{SPACE}quan|doanh|đơn{SPACE}vị|cán|ngành|sở|bộ|tỉnh|huyện|xã"
    rf"|trường|chính{SPACE}quyền){SPACE})"
)
_UNIT = rf"(?:tỉnh|huyện|xã|thành{SPACE}phố|quận|thị{SPACE}xã|phường|ngành|đơn{SPACE}vị)"
# A row of a page: '55/KH-UBND (3/4/2024): Kế hoạch thực hiện B'.
_ROW = (
    rf"(?:(?:{MAYBE_SPACE}:{SPACE}|{MAYBE_SPACE}\|{MAYBE_SPACE}(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}{MAYBE_SPACE}\|{MAYBE_SPACE})?)(?P<row>(?i:chương{SPACE}trình{SPACE}hành{SPACE}động|quyết{SPACE}định|nghị{SPACE}(?:quyết|định)|thông{SPACE}tư|kế{SPACE}hoạch|chỉ{SPACE}thị"
    rf"|chương{SPACE}trình|hướng{SPACE}dẫn|công{SPACE}văn|đề{SPACE}án|QĐ|NQ|NĐ|TT|KH|CT|CTr|HD|CV))(?:{SPACE}(?:tổng{SPACE}thể|hành{SPACE}động))?(?:{SPACE}của{SPACE}[^.;:,“”]{{2,50}}?)?{SPACE}(?:về{SPACE}(?:việc{SPACE})?)?)?"
)
# 'A mà Quốc hội biểu quyết ngày 16/6 đã sửa đổi B'
_WHICH = rf"(?:{SPACE}mà{SPACE}[^.,;:“”()]{{2,80}}?(?={SPACE}đã{SPACE}))?"
# 'A kéo dài B đến hết năm 2026 và bãi bỏ C'
_UNTIL = (
    rf"(?:đến|tới)(?:{SPACE}hết)?{SPACE}(?:ngày|tháng|năm){SPACE}"
    rf"\d[^.,;:“”()]{{0,30}}?{SPACE}(?=và{SPACE})"
)
# 'A (văn bản này thay thế B)', 'A, văn bản thay thế B'
_ITSELF = (
    rf"(?:(?:đây{SPACE})?(?:là{SPACE})?(?:văn{SPACE}bản|bản)(?:{SPACE}(?:này|mới|đã|thứ{SPACE}\w{{2,4}}|được{SPACE}ban{SPACE}hành)){{0,2}}"
    rf"(?:{SPACE}(?:để|nhằm))?{SPACE}"
    rf"|(?:kế|Kế|chương|Chương|đề|Đề){SPACE}(?:hoạch|trình|án)(?:{SPACE}hành{SPACE}động)?(?:{SPACE}của{SPACE}[^()]{{2,40}}?)?{SPACE})?"
)
# 'A do Bộ trưởng Bộ Y tế Đào Hồng Lan ký ban hành ngày …'
_SIGNER = (
    rf"(?:(?:{SPACE}[{UPPER}][^\W\d_]{{0,7}}){{2,4}}"
    rf"(?={SPACE}(?:(?:vừa|đã|mới){SPACE})?ký{SPACE}))?"
)
_A_TYPE = (
    rf"(?:(?:nghị|quy|quyết){SPACE}định|nghị{SPACE}quyết|thông{SPACE}tư|luật|chỉ{SPACE}thị|kết{SPACE}luận"
    rf"|hướng{SPACE}dẫn|quy{SPACE}chế)"
)
# 'A, là kế hoạch cấp quốc gia triển khai B', 'A, văn bản mà tỉnh ban hành để thực hiện B'
_IS_A_PLAN = (
    rf"là{SPACE}(?:kế{SPACE}hoạch|chương{SPACE}trình|đề{SPACE}án)(?:{SPACE}[^\W\d_]{{1,8}}){{0,4}}?"
)
_THAT_ONE_ISSUED = rf"(?<=văn\sbản\s)mà{SPACE}[^.,;:“”()]{{2,60}}?{SPACE}ban{SPACE}hành"
ACTS = re.compile(
    rf"{_SIGNER}(?:{SPACE}của{SPACE}{_UNIT}(?:{SPACE}[{UPPER}][^\W\d_]{{0,8}}){{0,3}})?[\s,]{{0,8}}(?:\({MAYBE_SPACE}[^()]{{0,160}}\))?{_ROW}{_WHICH}(?:;(?={SPACE}văn{SPACE}bản{SPACE}này{SPACE}))?[\s,]{{0,8}}(?:\({MAYBE_SPACE}{_ITSELF}(?:về{SPACE}(?:việc{SPACE})?)?)?"
    rf"(?:(?P<dash>[-–—]){SPACE}(?:(?:là{SPACE})?(?:văn{SPACE}bản|luật|bộ{SPACE}luật|nghị{SPACE}định|nghị{SPACE}quyết|thông{SPACE}tư|quyết{SPACE}định|quy{SPACE}định){SPACE})?)?"
    rf"(?:(?:(?:vừa|đã|mới){SPACE})?(?:được{SPACE}(?:[^.,;:“”]{{2,60}}?{SPACE})?(?:thông{SPACE}qua|ban{SPACE}hành)|(?:ký{SPACE})?ban{SPACE}hành(?={SPACE}(?:(?:vào|hồi|từ){SPACE})?(?:ngày|tháng|năm|đầu|cuối|giữa)))"
    rf"(?:{SPACE}(?:(?:vào|hồi|từ){SPACE})?(?:ngày|tháng|năm|tại|đầu|cuối|giữa)[^.;:,“”]{{2,50}})?(?:,{SPACE}|{SPACE}(?=(?:để|nhằm|và){SPACE}|$)))?"
    rf"(?:gửi{SPACE}[^.;:“”]{{2,90}}?{SPACE})?"
    rf"(?P<effect>(?:(?:chính{SPACE}thức|bắt{SPACE}đầu){SPACE})?(?:{_FROM_A_DAY}|(?:có{SPACE}hiệu{SPACE}lực|được{SPACE}áp{SPACE}dụng|được{SPACE}đưa{SPACE}vào)(?:(?!{_ANOTHER})[^.;\n“”)]|\([^()]{{2,60}}\)){{0,140}}?(?:;\s{{1,8}})?))?"
    rf"(?:{_UNTIL})?(?:(?:và|cùng|đều|vừa|mới|thì|vốn|khi{SPACE}(?:ra{SPACE}đời|ban{SPACE}hành)|vẫn|hiện|chỉ|từng|trước{SPACE}kia|trước{SPACE}đó|là(?={SPACE}(?:sửa|bổ|bãi|thay))|là{SPACE}(?:chính{SPACE}|một{SPACE})?{_A_TYPE}|trong{SPACE}đó(?:{SPACE}có)?|đồng{SPACE}thời|nhằm|để|lãnh{SPACE}đạo|chỉ{SPACE}đạo|đã|sẽ|cũng|(?:chính{SPACE})?là{SPACE}văn{SPACE}bản(?:{SPACE}quy{SPACE}phạm{SPACE}pháp{SPACE}luật)?|{_IS_A_PLAN}|{_THAT_ONE_ISSUED}|là{SPACE}(?:bước|sự|việc)|kịp{SPACE}thời|tiếp{SPACE}tục|tập{SPACE}trung|góp{SPACE}phần|trước{SPACE}đây|khi{SPACE}đó|chính{SPACE}thức|đẩy{SPACE}mạnh|tăng{SPACE}cường|bảo{SPACE}đảm|phục{SPACE}vụ|(?:về{SPACE})?việc|ra{SPACE}đời|được{SPACE}(?:ban{SPACE}hành|xây{SPACE}dựng)|"
    rf"ban{SPACE}hành|này|mới|(?:hiện{SPACE})?đang|(?<=[,;]\s)(?:văn{SPACE}bản|đạo{SPACE}luật|{_A_TYPE}(?={SPACE}(?:này|đã|vừa|mới){SPACE}))|tổ{SPACE}chức|học{SPACE}tập|quán{SPACE}triệt|tuyên{SPACE}truyền|phổ{SPACE}biến|(?:để|nhằm){SPACE}(?:tổ{SPACE}chức{SPACE}|triển{SPACE}khai{SPACE})?thực{SPACE}hiện(?={MAYBE_SPACE},)|(?:chấn{SPACE}chỉnh|đôn{SPACE}đốc)(?:{SPACE}việc)?)"
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}){{0,4}}(?:\({MAYBE_SPACE})?"
)
# 'Kết luận A yêu cầu các cấp ủy tiếp tục thực hiện B'
_ASKS = re.compile(
    rf"{ACTS.pattern}(?:(?:trong{SPACE}đó,?{SPACE})?(?:yêu{SPACE}cầu|nhấn{SPACE}mạnh|chỉ{SPACE}rõ|nêu{SPACE}rõ|xác{SPACE}định)"
    rf"(?:{SPACE}[^.,;:“”]{{2,60}})?{SPACE})?"
)
# 'Công văn A yêu cầu các huyện nghiêm túc thực hiện B'
_ORDERS = re.compile(
    rf"{ACTS.pattern}(?:(?:yêu{SPACE}cầu|chỉ{SPACE}đạo|lãnh{SPACE}đạo|đôn{SPACE}đốc)(?:{SPACE}[^.;:“”]{{2,90}})?{SPACE})?"
)
# 'Thông tư A gồm 3 chương, 20 điều, thay thế B'
_TELLS_MORE = re.compile(
    rf"{MAYBE_SPACE},?{SPACE}(?:gồm|bao{SPACE}gồm|có|với|dài|quy{SPACE}định|được|bổ{SPACE}sung|mở{SPACE}rộng|cho{SPACE}phép|nâng|giảm|gom|gộp|tích{SPACE}hợp|tập{SPACE}hợp|giữ|siết|rút|bỏ|chia|dành|lấy|làm{SPACE}rõ|kế{SPACE}thừa|thống{SPACE}nhất)(?![^\W_])(?:(?!{_ANOTHER})[^.;:“”()]){{2,120}}"
    rf"(?:[,;]{SPACE}(?:(?:đồng{SPACE}thời|và|cũng){SPACE})?|{SPACE}(?:đồng{SPACE}thời|và){SPACE})(?:được{SPACE}(?:xây{SPACE}dựng|ban{SPACE}hành|soạn{SPACE}thảo|hình{SPACE}thành){SPACE})?"
)
# 'Thông tư A có 4 chương, 20 điều, hướng dẫn B'
_HAS_PARTS = re.compile(
    rf"{SPACE}(?:gồm|bao{SPACE}gồm|có|dài){SPACE}\d{{1,3}}{SPACE}(?:chương|điều|phần|mục|trang|khoản|phụ)[^.;:“”()]{{0,80}},{SPACE}"
)
# 'ban hành A về B, trong đó sửa đổi nhiều nội dung để cụ thể hóa C'
_IN_IT = re.compile(
    rf"(?:{SPACE}\([^()]{{2,60}}\))?{MAYBE_SPACE},{SPACE}trong{SPACE}đó(?:{SPACE}có)?,?{SPACE}[^.;:“”()]{{2,100}}?{SPACE}(?:để|nhằm){SPACE}"
)
ISSUED = re.compile(rf"(?:ban{SPACE}hành|thông{SPACE}qua|ký|ra){SPACE}$")
# 'Chính phủ ban hành A, lần đầu nhắc đến mạng xã hội và thay thế B'
_NOVEL = re.compile(
    rf"{MAYBE_SPACE},{SPACE}(?:lần{SPACE}đầu|bổ{SPACE}sung|mở{SPACE}rộng|trong{SPACE}đó)(?![^\W_])(?:(?!{_ANOTHER})[^.;:“”()]){{2,120}}"
    rf"(?:,{SPACE}(?:đồng{SPACE}thời{SPACE})?|{SPACE}(?:và|đồng{SPACE}thời){SPACE})"
)
# 'Quyết định A của UBND tỉnh: bãi bỏ B', '1. Nghị quyết A về cơ chế đặc thù: thể chế hóa B'
_SAYS_THAT = rf"(?:nêu|ghi|quy{SPACE}định|quyết{SPACE}định)(?:{SPACE}rõ)?{SPACE}việc{SPACE}"
_WITH_COLON = re.compile(
    rf"{ACTS.pattern}(?:{_SAYS_THAT})?|(?:{SPACE}(?:đã{SPACE})?(?:nêu|ghi|chỉ|quy{SPACE}định|quyết{SPACE}định)(?:{SPACE}rõ)?)?{MAYBE_SPACE}:{SPACE}"
)
# 'Nghị quyết A quyết định kéo dài thời gian thực hiện B'
_DECIDES = re.compile(
    rf"{ACTS.pattern}(?:(?:quyết{SPACE}định|thống{SPACE}nhất|nhất{SPACE}trí|cho{SPACE}phép|đồng{SPACE}ý){SPACE}(?:việc{SPACE})?)?"
)
_SECOND_VERBS = (K.REPLACES, K.REPEALS, K.BASED_ON)
# What a document does behind a colon where it begins an item.
_ITEM_VERBS = (K.IMPLEMENTS, K.INSTITUTIONALISES, K.DETAILS, K.GUIDES)
_DECIDED = (K.EXTENDS, K.STAYS, K.SUSPENDS)
# 'Báo cáo A tình hình thực hiện B'
_REPORTS = re.compile(rf"{ACTS.pattern}(?:(?:tình{SPACE}hình|kết{SPACE}quả|tiến{SPACE}độ){SPACE})?")
_REPORT = "bao-cao"
ORDERING = ("cong-van", "cong-dien", "chi-thi", "thong-tri")
_OTHER_WORK = re.compile(rf",{SPACE}(?:về{SPACE})?việc(?![^\W_])")  # ', việc thực hiện B'
_USED = re.compile(
    rf"(?<![^\W_])(?:áp{SPACE}dụng|sử{SPACE}dụng|dùng|viện{SPACE}dẫn){SPACE}(?:các{SPACE})?$"
)
# 'Sau khi A có hiệu lực, UBND huyện thực hiện B': A only tells the time.
_WHEN = re.compile(rf"(?<![^\W_])[Kk]hi{SPACE}$")


def parts(text: str, joint: re.Match[str], cue: Span) -> bool:
    """Tell whether another clause begins between a document and a cue, or a column of a table."""
    column = joint["dash"] is not None and text[cue.start].isupper()
    return column or _OTHER_WORK.search(joint[0]) is not None


def tells_more(reading: Reading, other: Draft, kind: K, cue: Span, sentence: Span) -> bool:
    """Tell whether a sentence that begins with a document goes on with a second verb of it."""
    joints = _second_joints(reading, other, kind, sentence)
    if not joints:
        return False
    ends = behind(reading.text, other)
    return any(fills(joint, reading.text, ends, cue.start) for joint in joints)


def _second_joints(
    reading: Reading, other: Draft, kind: K, sentence: Span
) -> tuple[re.Pattern[str], ...]:
    """Return what may stand between a document and its second verb, by where it stands."""
    begins_it = other.begins == sentence.start
    if kind in _ITEM_VERBS:
        return (_IN_IT, _HAS_PARTS) if begins_it else (_IN_IT,)
    if kind not in _SECOND_VERBS:
        return ()
    if begins_it:
        return (_TELLS_MORE,)
    near = max(sentence.start, other.begins - 24)
    issued = ISSUED.search(reading.text, near, other.begins) is not None
    return (_NOVEL,) if issued else ()


def may_act(text: str, start: int, end: int, kind: K) -> bool:
    """Tell whether a verb of a kind may be that of a type word that ends at ``start``."""
    if joint_of(kind, None).fullmatch(text, start, end) is not None:
        return True
    return kind in _SECOND_VERBS and _TELLS_MORE.fullmatch(text, start, end) is not None


def is_used(text: str, start: int) -> bool:
    """Tell whether in 'áp dụng A thay B' it is only used where the other was."""
    return _USED.search(text, max(0, start - 24), start) is not None


def only_when(reading: Reading, other: Draft, joint: re.Match[str]) -> bool:
    """Tell whether a document stands in a clause of time that is closed before the verb."""
    led = _WHEN.search(reading.text, max(0, other.start - 12), other.start)
    return led is not None and ("," in joint[0] or joint["effect"] is not None)


def tells_time(reading: Reading, other: Draft, joint: re.Match[str]) -> bool:
    """Tell whether a document only tells when: 'A, ban hành một ngày sau B, quy định chi tiết'."""
    led = TIME_AFTER.search(reading.text, max(0, other.begins - 40), other.begins)
    return led is not None and "," in joint[0]


def joint_of(kind: K, type_: str | None, *, item: bool = False) -> re.Pattern[str]:
    """Return what may stand between a document of a type and a verb of a kind.

    ``item`` says that the document begins an item of a list.
    """
    if item and kind in _ITEM_VERBS:
        return _WITH_COLON
    if kind is K.CONTINUES:
        return _ASKS
    if kind is K.IMPLEMENTS and type_ in ORDERING:
        return _ORDERS
    if kind is K.IMPLEMENTS and type_ == _REPORT:
        return _REPORTS
    if kind in _DECIDED:
        return _DECIDES
    return _WITH_COLON if kind in (K.AMENDS, K.REPLACES, K.REPEALS) else ACTS
