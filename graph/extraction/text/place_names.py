"""Names of places as they stand behind the words for bodies: 'huyện Lý Nhân', 'quận 3'."""

from __future__ import annotations

import re

from graph.extraction.text.patterns import SPACE

CAPITAL = "A-ZĐÂĂÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
PLACE_WORD = (
    r"(?:tỉnh|thành\s{1,8}phố|tp\.?|t\.p|huyện|quận|thị\s{1,8}xã|xã|phường|thị\s{1,8}trấn"
    r"|đặc\s{1,8}khu|t\.?x\.|tx|q\.|h\.|p\.|tt\.)"
)
# Not what goes on with a title in capitals.
_GOES_ON = (
    r"(?!(?:VÀ|CỦA|VỀ|NGÀY|NĂM|SỐ|TẠI|KHÓA|KHOÁ|NHIỆM|(?:QUY|QUI)\s{1,8}ĐỊNH|BAN\s{1,8}HÀNH|SỬA\s{1,8}ĐỔI"
    r"|BÃI\s{1,8}BỎ|THÔNG\s{1,8}QUA|HƯỚNG\s{1,8}DẪN|PHÊ\s{1,8}DUYỆT|LẦN\s{1,8}THỨ)\b)"
)
PROPER = rf"(?:{_GOES_ON}[{CAPITAL}][^\W\d_]*|\d{{1,2}}(?!\d|[/.-]\d))"
PLACE = re.compile(
    rf"(?:(?<=[Tt][Pp])\.)?\s{{0,40}}(?:(?<!\w)(?i:{PLACE_WORD})\s{{0,8}})?(?<!\w){PROPER}"
    rf"(?:(?:\s{{1,8}}|\s?-\s?){PROPER}){{0,4}}"
)
TWO_WORDS = re.compile(rf"{SPACE}{PROPER}{SPACE}{PROPER}")
