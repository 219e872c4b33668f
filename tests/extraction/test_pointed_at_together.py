"""What points at several documents or at an old one; what a bracket, an item or a body says."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds

TOGETHER = [
    # as many as are counted, of the type that is named
    ("Ban Bí thư ban hành Chỉ thị 7-CT/TW và Kết luận 9-KL/TW.\n\nTriển khai hai văn bản trên, Huyện ủy Bắc Hà đã ban hành:"
     "\n- Kế hoạch 45-KH/HU;\n- các công văn.",
     [("45-KH/HU", "implements", "7-CT/TW"), ("45-KH/HU", "implements", "9-KL/TW")]),
    ("Tỉnh học Nghị quyết 5-NQ/TW, Nghị quyết 6-NQ/TW và Chỉ thị 7-CT/TW. Kế hoạch 45-KH/TU vừa ký ngày 5 để triển khai cả "
     "hai nghị quyết ấy.", [("45-KH/TU", "implements", "5-NQ/TW"), ("45-KH/TU", "implements", "6-NQ/TW")]),
    ("Tỉnh học Nghị quyết 5-NQ/TW, Kết luận 9-KL/TW và Chỉ thị 7-CT/TW. Kế hoạch 45-KH/TU triển khai hai văn bản này.", []),
    ("Tỉnh học Nghị quyết 5-NQ/TW. Thực hiện các nghị quyết trên, Tỉnh ủy Lào Cai ban hành Kế hoạch 45-KH/TU.", []),
    ("Có Nghị định 49/2021/NĐ-CP sửa Nghị định 100/2015/NĐ-CP. Mẫu theo Thông tư 9/2021/TT-BXD ngày 16/8/2021 của Bộ Xây dựng "
     "hướng dẫn thực hiện hai Nghị định nêu trên.",
     [("49/2021/NĐ-CP", "amends", "100/2015/NĐ-CP"),
      ("9/2021/TT-BXD", "guides", "49/2021/NĐ-CP"), ("9/2021/TT-BXD", "guides", "100/2015/NĐ-CP")]),
    ("Có Nghị định 49/2021/NĐ-CP. Thông tư 9/2021/TT-BXD hướng dẫn hai Nghị định nêu trên.", []),
    # the old one is the other one of its type
    ("Việc này từng theo Quy định 76-QĐ/TW. Nay Quy định 213-QĐ/TW đã thay thế quy định cũ.",
     [("213-QĐ/TW", "replaces", "76-QĐ/TW")]),
    ("Có Quy định 76-QĐ/TW, Quy định 77-QĐ/TW. Nay Quy định 213-QĐ/TW đã thay thế quy định cũ.", []),
    ("Ban hành Chỉ thị 7-CT/TW ngày 5/6/2018. Tỉnh có Kế hoạch 45-KH/TU cụ thể hóa chỉ thị trên.",
     [("45-KH/TU", "implements", "7-CT/TW")]),
    # what the sentence before is about
    ("Nghị quyết 136/2024/QH15 được thông qua. Đây là kết quả thể chế hóa Kết luận 79-KL/TW.",
     [("136/2024/QH15", "institutionalises", "79-KL/TW")]),
    ("Quốc hội bàn Nghị quyết 136/2024/QH15. Đây là kết quả thể chế hóa Kết luận 79-KL/TW.", []),
]  # fmt: skip
ITSELF = [
    ("Các xã học Hướng dẫn 12-HD/BTCTW (văn bản này thay cho Hướng dẫn 9-HD/BTCTW) thì dễ.",
     [("12-HD/BTCTW", "replaces", "9-HD/BTCTW")]),
    ("Nghị quyết 203/2025/QH15 mà Quốc hội biểu quyết hôm qua đã sửa đổi Nghị quyết 51/2001/QH10.",
     [("203/2025/QH15", "amends", "51/2001/QH10")]),
    ("Chương trình 38-CTr/TU song song với Chương trình 29-CTr/TU đang thực hiện Nghị quyết 43-NQ/TW.",
     [("29-CTr/TU", "implements", "43-NQ/TW")]),
    ("1. Nghị quyết 198/2025/QH15 về cơ chế đặc biệt: thể chế hóa nhiều chủ trương tại Nghị quyết 68-NQ/TW.\n"
     "2. Nghị quyết 139/NQ-CP ngày 17/5/2025: Kế hoạch của Chính phủ triển khai Nghị quyết 198/2025/QH15.",
     [("198/2025/QH15", "institutionalises", "68-NQ/TW"), ("139/NQ-CP", "implements", "198/2025/QH15")]),
    ("Nghị quyết 66/2025/NQ-HĐND kéo dài thời gian thực hiện Nghị quyết 12/2021/NQ-HĐND đến hết năm 2026 và bãi bỏ Nghị quyết "
     "15/2020/NQ-HĐND.",
     [("66/2025/NQ-HĐND", "extends", "12/2021/NQ-HĐND"), ("66/2025/NQ-HĐND", "repeals", "15/2020/NQ-HĐND")]),
    ("Chính phủ ban hành Nghị định 154/2025/NĐ-CP. Với việc ban hành nghị định này, Nghị định 29/2023/NĐ-CP chính thức bị bãi bỏ.",
     [("154/2025/NĐ-CP", "repeals", "29/2023/NĐ-CP")]),
    ("Tỉnh ủy trả lời Công văn 62-CV/BTCTW về việc báo cáo tiến độ thực hiện Nghị quyết 18-NQ/TW.", []),
]  # fmt: skip
DONE_TO = [
    ("Việc thực hiện Chỉ thị 40-CT/TW đã được Tỉnh ủy Nghệ An tổng kết.", [("Tỉnh ủy Nghệ An", "reviews", "40-CT/TW")]),
    ("Nghị quyết 5-NQ/TW và Nghị quyết 6-NQ/TW được Thành ủy Huế nghiêm túc triển khai thực hiện.",
     [("Thành ủy Huế", "implements", "6-NQ/TW"), ("Thành ủy Huế", "implements", "5-NQ/TW")]),
    ("Chỉ thị 5-CT/TW được các cấp ủy triển khai.", []),
    ("Nghị quyết 57-NQ/TW sẽ được Tỉnh ủy Lào Cai triển khai.", []),
    ("Chỉ thị 5-CT/TW được Thành ủy Huế cụ thể hóa bằng Kế hoạch 45-KH/TU.", [("45-KH/TU", "implements", "5-CT/TW")]),
    # who holds a conference, and who is only there
    ("Chủ tịch UBND tỉnh Hà Tĩnh chủ trì hội nghị sơ kết 5 năm thực hiện Chỉ thị 40-CT/TW.", []),
    ("Ban Dân vận Tỉnh ủy Hà Tĩnh chủ trì hội nghị sơ kết 5 năm thực hiện Chỉ thị 40-CT/TW.",
     [("Ban Dân vận Tỉnh ủy Hà Tĩnh", "reviews", "40-CT/TW")]),
    ("Tỉnh ủy Hà Tĩnh dự hội nghị tổng kết 5 năm thực hiện Chỉ thị 40-CT/TW do Ban Bí thư tổ chức.",
     [("Ban Bí thư", "reviews", "40-CT/TW")]),
    # who reviews, and who only issues what came of it
    ("Sau khi tổng kết 15 năm thực hiện Nghị quyết 28-NQ/TW, Bộ Chính trị ra Kết luận 64-KL/TW.",
     [("Bộ Chính trị", "reviews", "28-NQ/TW")]),
    ("Năm năm thực hiện Chỉ thị 40-CT/TW ngày 22/11/2014 của Ban Bí thư, Tỉnh ủy Nghệ An đã chỉ đạo cho vay.",
     [("Tỉnh ủy Nghệ An", "reviews", "40-CT/TW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*TOGETHER, *ITSELF, *DONE_TO])
def test_what_is_said(extractor: Extractor, text: str, said: Said) -> None:
    assert deeds(extractor, text) == said


HEAD = "TỈNH ỦY LÀO CAI\n*\nSố {number}\nLào Cai, ngày 10 tháng 9 năm 2018\n\n"
OWN = [
    ("HƯỚNG DẪN\nvề sinh hoạt chi bộ\n\nCăn cứ Hướng dẫn 12-HD/BTCTW (văn bản thay thế Hướng dẫn 9-HD/BTCTW) và Quy định "
     "24-QĐ/TW, để thực hiện tốt Chỉ thị 10-CT/TW, Ban Thường vụ hướng dẫn như sau:\n\n1. Mỗi tháng họp một lần.\n\nHướng dẫn "
     "này được gửi đến chi bộ; bãi bỏ Hướng dẫn 3-HD/TU.",
     [("12-HD/BTCTW", "replaces", "9-HD/BTCTW"), ("7-HD/TU", "based_on", "12-HD/BTCTW"),
      ("7-HD/TU", "based_on", "24-QĐ/TW"), ("7-HD/TU", "implements", "10-CT/TW"), ("7-HD/TU", "repeals", "3-HD/TU")]),
    ("KẾ HOẠCH\nGiám sát Huyện ủy Bắc Hà trong việc thực hiện Kết luận 21-KL/TW\n\nĐoàn làm như sau:\n\n1. Họp.",
     [("7-KH/TU", "reviews", "21-KL/TW")]),
    ("KẾT LUẬN\nvề du lịch\n\nBan Thường vụ Tỉnh ủy kết luận:\n\n1. Du lịch khá.\n\n2. Sửa đổi khoản 3 Mục II Chỉ thị 17-CT/TU "
     "như sau: “Mỗi huyện hai điểm”.", [("7-KL/TU", "amends", "17-CT/TU")]),
    ("CHỈ THỊ\nvề rừng\n\nĐể khắc phục, đồng thời thực hiện nghiêm Kết luận 61-KL/TW, Ban Thường vụ yêu cầu:\n\n1. Giữ rừng.\n\n"
     "2. Làm theo Đề án 5-ĐA/TU được xây dựng trên cơ sở Nghị quyết 18-NQ/TW.",
     [("7-CT/TU", "implements", "61-KL/TW"), ("5-ĐA/TU", "based_on", "18-NQ/TW")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), OWN)
def test_what_a_text_says_of_itself(extractor: Extractor, text: str, said: Said) -> None:
    number = next(acts for acts, *_ in said if acts.startswith("7-"))
    found = deeds(extractor, HEAD.format(number=number) + text)
    assert sorted(found) == sorted(said)
