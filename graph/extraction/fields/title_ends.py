"""Where a title has ended already: before another clause's subject, at its verb, at an issuer.

What is read as a title up to a mark or a stop word may hold more than it: 'về kiểm toán quy định
3 trường hợp', 'về hộ tịch của Bộ Tư pháp, người dân', 'về cư trú, UBND phường X đã kiểm tra'.
"""

from __future__ import annotations

import re

from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import SPACE
from graph.extraction.text.place_names import CAPITAL
from graph.model.numbers import DocumentNumber

_SHORTEST = 14  # characters: a title does not end before
# Nouns and verbs whose object rules are: 'các quy định', 'sửa đổi quy định', 'theo quy định'.
_RULES_OF = (
    "các", "những", "theo", "số", "đổi", "sung", "bỏ", "việc", "hành", "và", "của", "đúng", "hiện",
    "về", "dẫn", "tiết", "trái", "phạm", "hợp", "ngoài", "là", "với", "thế", "nhiều", "cả", "được",
    "có", "do", "pháp luật", "hoặc", "đã", "cùng", "kê", "hủy", "tục", "thêm", "dự thảo", "tên",
    "từ",
    "định", "khi", "một",
)  # fmt: skip
_NOT_RULES = "".join(rf"(?<!\s{word})" for word in _RULES_OF)
# Blanks first, of which a search makes little; what may stand before them is looked at then.
_MAY_STATE = re.compile(rf"(?<![,;]){_NOT_RULES}")
_STATES = re.compile(
    rf"{SPACE}(?:có{SPACE})?(?:quy|qui){SPACE}định"
    rf"(?=\s?:|{SPACE}(?:rõ|rằng|như{SPACE}sau|cụ{SPACE}thể|\d{{1,3}}|người|các{SPACE}(?:trường{SPACE}hợp|hành{SPACE}vi)|mỗi|nếu|khi|từ{SPACE}ngày"
    rf"|mức{SPACE}(?:phạt|xử)|phạt|thì|không|chỉ)(?![^\W_])|$)"
)
_COMMA = re.compile(rf",{SPACE}")
# What a body that begins a clause does, not what a title may say of a list of bodies.
_DOES = re.compile(
    rf"{SPACE}(?:đã|vừa|sẽ|đang|cũng|yêu{SPACE}cầu|đề{SPACE}nghị|cho{SPACE}biết|khẳng{SPACE}định|chỉ{SPACE}đạo|quyết{SPACE}định"
    rf"|cho{SPACE}rằng|kiến{SPACE}nghị|đồng{SPACE}ý|phải|bị|chịu|lo{SPACE}ngại|nhận{SPACE}được)(?![^\W_])"
)
# ', Phó Thủ tướng A yêu cầu', ', nhiều người cho rằng': somebody speaks.
_SPEAKS = (
    rf"(?:cho{SPACE}(?:biết|hay|rằng)|khẳng{SPACE}định|nhấn{SPACE}mạnh|chia{SPACE}sẻ|bày{SPACE}tỏ"
    rf"|nói{SPACE}rằng)"
)
_ASKS = rf"(?:yêu{SPACE}cầu|đề{SPACE}nghị|kiến{SPACE}nghị|đồng{SPACE}ý)"
_OTHERS = (
    rf"(?:các|những|nhiều|mọi|mỗi|một{SPACE}số|người|doanh{SPACE}nghiệp|hộ|chủ|đơn{SPACE}vị|đối{SPACE}tượng|bên|mức"
    rf"|khách{SPACE}hàng|phụ{SPACE}huynh|giáo{SPACE}viên|học{SPACE}sinh|sinh{SPACE}viên|thí{SPACE}sinh|dự{SPACE}án|giá|xe"
    rf"|phương{SPACE}tiện|tài{SPACE}xế|lái{SPACE}xe|nhà{SPACE}(?:thầu|đầu{SPACE}tư|trường)|trường|phòng|cơ{SPACE}quan"
    rf"|lực{SPACE}lượng|việc|trường{SPACE}hợp|số|tỷ{SPACE}lệ)"
)
_DO = (
    rf"(?:sẽ|đã|đều|buộc{SPACE}phải|phải{SPACE}(?:báo|trình|có|được)|chỉ{SPACE}được|thay{SPACE}vì|vẫn|lo{SPACE}ngại"
    rf"|phản{SPACE}ánh)"
)
_CLAUSE = r"[^,.;:()\n“”\"]"
_TELLS = re.compile(
    rf"(?:{_CLAUSE}{{2,110}}?{SPACE}{_SPEAKS}|(?=[{CAPITAL}]){_CLAUSE}{{4,80}}?{SPACE}{_ASKS}"
    rf"|{_OTHERS}{SPACE}{_CLAUSE}{{3,80}}?{SPACE}{_DO})(?![^\W_])"
)
_OF = re.compile(rf"(?<![^\W_])của{SPACE}")
# What a document may be about as being a body's: 'quy định nhiệm vụ của Bộ X'.
WORK = (
    rf"nhiệm{SPACE}vụ|quyền{SPACE}hạn|chức{SPACE}năng|thẩm{SPACE}quyền|tổ{SPACE}chức|hoạt{SPACE}động|cơ{SPACE}cấu"
    rf"|trách{SPACE}nhiệm|biên{SPACE}chế|quản{SPACE}lý|máy|làm{SPACE}việc|phạm{SPACE}vi|chuyên{SPACE}ngành|lĩnh{SPACE}vực"
)
_ITS_WORK = re.compile(
    rf"(?<![^\W_])(?i:{WORK}|chỉ{SPACE}đạo"
    rf"|bằng{SPACE}khen|thi{SPACE}đua|nghị{SPACE}định|thông{SPACE}tư|quy{SPACE}chế|văn{SPACE}bản|kết{SPACE}luận|nghị{SPACE}quyết|chỉ{SPACE}thị|quyết{SPACE}định|ngành|sự{SPACE}lãnh{SPACE}đạo)"
    rf"{SPACE}$"
)
_AFTER_ISSUER = re.compile(rf"\s?(?:[,.;:)]|$|{SPACE}(?:thì|quy|nêu|đã|sẽ|vừa|có{SPACE}hiệu))")


class TitleEnds:
    """Looks within what was read as a title for where it ends; immutable."""

    def __init__(self, issuers: IssuerReader, owners: Owners) -> None:
        self._issuers = issuers
        self._owners = owners

    def end(self, text: str, start: int, end: int, number: DocumentNumber | None, held: int) -> int:
        """Return where the title ends that begins at ``start``, ``end`` at the latest.

        From ``held`` on it holds other references, whose issuers are theirs.
        """
        first = start + _SHORTEST
        if text.find(" định", first, end + 8) >= 0:
            for states in _STATES.finditer(text, first, min(len(text), end + 20)):
                if states.start() < end and _MAY_STATE.match(text, states.start()):
                    end = states.start()
                    break
        end = self._before_who_acts(text, first, end)
        return self._before_issuer(text, first, end, min(end, held), number)

    def _before_who_acts(self, text: str, first: int, end: int) -> int:
        """End before the comma behind which a body does something."""
        for comma in _COMMA.finditer(text, first, end):
            if _TELLS.match(text, comma.end(), end + 8):
                return comma.start()
            limit = min(len(text), comma.end() + 120)
            body = self._issuers.body_end(text, comma.end(), limit)
            if body is not None and _DOES.match(text, body, limit):
                return comma.start()
        return end

    def _before_issuer(
        self, text: str, first: int, end: int, held: int, number: DocumentNumber | None
    ) -> int:
        """End with the body whose code the number bears, where a clause ends behind it.

        The title keeps it; who issued a document is read from its end.
        """
        if number is None or not number.symbol:
            return end
        for of in _OF.finditer(text, first, held):
            if _ITS_WORK.search(text, max(first, of.start() - 16), of.start()):
                continue
            body = self._issuers.body_end(text, of.end(), min(len(text), of.end() + 90))
            if body is None or body >= end or not _AFTER_ISSUER.match(text, body):
                continue
            comma = _COMMA.match(text, body)
            if comma and (
                text[comma.end() : comma.end() + 1].isupper()
                or self._issuers.body_end(text, comma.end(), comma.end() + 60)
            ):
                continue  # 'bằng khen của Thủ tướng, bộ trưởng'
            if self._owners.own(text[of.end() : body], number):
                return body
        return end
