"""What is said of one of several holds of the others; and who acts where several are named."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds

LISTS = [
    # what rests on a law rests on decrees as well, semicolons or not
    ("UBND tỉnh Hà Nam ban hành Kế hoạch 88/KH-UBND trên cơ sở Luật Giá năm 2023; Nghị định 85/2024/NĐ-CP của Chính phủ.",
     [("88/KH-UBND", "based_on", "Luật Giá"), ("88/KH-UBND", "based_on", "85/2024/NĐ-CP")]),
    ("Thông tư 20/2023/TT-BYT thay thế Thông tư 4/2015/TT-BYT; Luật Giá năm 2023 giao Bộ hướng dẫn.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT")]),
    ("Bộ Y tế ban hành Thông tư 20/2023/TT-BYT bãi bỏ một phần Thông tư 4/2015/TT-BYT và toàn bộ Thông tư 7/2016/TT-BYT.",
     [("20/2023/TT-BYT", "repeals", "4/2015/TT-BYT"), ("20/2023/TT-BYT", "repeals", "7/2016/TT-BYT")]),
    ("Thực hiện Chỉ thị 7-CT/TW gắn với Kết luận 9-KL/TW, Thành ủy Huế ban hành Kế hoạch 45-KH/TU.",
     [("45-KH/TU", "implements", "7-CT/TW"), ("45-KH/TU", "implements", "9-KL/TW")]),
    ("Thông tư 20/2023/TT-BYT sửa đổi, bổ sung một số điều của các thông tư: Thông tư 4/2015/TT-BYT và Thông tư 7/2016/TT-BYT.",
     [("20/2023/TT-BYT", "amends", "4/2015/TT-BYT"), ("20/2023/TT-BYT", "amends", "7/2016/TT-BYT")]),
    # all that is issued, where 'và' ends the list
    ("Để hướng dẫn thi hành Luật Giá năm 2023, Bộ Tài chính ban hành Thông tư 28/2024/TT-BTC, Thông tư 29/2024/TT-BTC "
     "và Thông tư 31/2024/TT-BTC.",
     [("29/2024/TT-BTC", "guides", "Luật Giá"), ("31/2024/TT-BTC", "guides", "Luật Giá"),
      ("28/2024/TT-BTC", "guides", "Luật Giá")]),
    ("Để thực hiện Kết luận 9-KL/TW, Thành ủy Huế ban hành Kế hoạch 45-KH/TU, Kế hoạch 46-KH/TU được giao cho quận.",
     [("45-KH/TU", "implements", "9-KL/TW")]),
]  # fmt: skip

ACTORS = [
    ("Căn cứ Chỉ thị 7-CT/TW; căn cứ Kết luận 9-KL/TW; xét đề nghị của Ban Tổ chức Thành ủy, Ban Thường vụ Thành ủy Huế "
     "ban hành Quyết định 45-QĐ/TU.",
     [("45-QĐ/TU", "based_on", "7-CT/TW"), ("45-QĐ/TU", "based_on", "9-KL/TW")]),
    ("Kế hoạch 45-KH/TU thực hiện Kết luận 9-KL/TW, được cụ thể hóa bằng Kế hoạch 12-KH/HU.",
     [("45-KH/TU", "implements", "9-KL/TW"), ("12-KH/HU", "implements", "45-KH/TU")]),
    ("Kế hoạch 45-KH/TU thực hiện Kết luận 9-KL/TW được cụ thể hóa bằng Chương trình 12-CTr/TU.",
     [("45-KH/TU", "implements", "9-KL/TW"), ("12-CTr/TU", "implements", "45-KH/TU")]),
    ("Kế hoạch 45-KH/TU được ban hành nhằm thực hiện Kết luận 9-KL/TW, được cụ thể hóa bằng Kế hoạch 12-KH/HU.",
     [("45-KH/TU", "implements", "9-KL/TW"), ("12-KH/HU", "implements", "45-KH/TU")]),
    ("Tỉnh ủy Lào Cai lãnh đạo, chỉ đạo thực hiện tốt Kết luận 9-KL/TW.",
     [("Tỉnh ủy Lào Cai", "implements", "9-KL/TW")]),
    # some papers write 'bộ Công an'
    ("Bộ Y tế, bộ Công an đã chỉ đạo, triển khai thực hiện nghiêm túc Công điện 98/CĐ-TTg.",
     [("Bộ Y tế", "implements", "98/CĐ-TTg"), ("bộ Công an", "implements", "98/CĐ-TTg")]),
    ("Tỉnh ủy Lào Cai chỉ đạo các huyện thực hiện tốt Kết luận 9-KL/TW.", []),
    ("Ủy ban Kiểm tra Trung ương kiểm tra Ban Thường vụ Tỉnh ủy Lào Cai trong việc lãnh đạo, chỉ đạo thực hiện Chỉ thị 7-CT/TW.",
     [("Ủy ban Kiểm tra Trung ương", "reviews", "7-CT/TW")]),
    ("Tỉnh ủy Lào Cai sơ kết giữa nhiệm kỳ việc thực hiện Kết luận 9-KL/TW.",
     [("Tỉnh ủy Lào Cai", "reviews", "9-KL/TW")]),
]  # fmt: skip

SPOKEN_OF = [
    # a type word alone, or none, goes on with what the sentence before names
    ("Bộ Y tế ban hành Thông tư 20/2023/TT-BYT. Thông tư gồm 3 chương, 12 điều, có hiệu lực từ ngày ký và thay thế "
     "Thông tư 4/2015/TT-BYT.", [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT")]),
    ("Bộ Y tế ban hành Thông tư 20/2023/TT-BYT. Văn bản này thay cho Thông tư 4/2015/TT-BYT.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT")]),
    ("Bộ Y tế ban hành Thông tư 20/2023/TT-BYT. Theo đó, bãi bỏ Điều 5 Thông tư 4/2015/TT-BYT.",
     [("20/2023/TT-BYT", "repeals", "4/2015/TT-BYT")]),
    ("Bộ Y tế ban hành Thông tư 20/2023/TT-BYT. Theo đó, các sở bãi bỏ Thông tư 4/2015/TT-BYT.", []),
    # marked items behind a colon
    ("Thông tư 20/2023/TT-BYT thay thế các văn bản sau đây:\n- Thông tư 4/2015/TT-BYT về giá;\n- Thông tư "
     "7/2016/TT-BYT sửa đổi Thông tư 4/2015/TT-BYT.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT"), ("20/2023/TT-BYT", "replaces", "7/2016/TT-BYT"),
      ("7/2016/TT-BYT", "amends", "4/2015/TT-BYT")]),
    ("Từ ngày 1/3/2023, Thông tư 20/2023/TT-BYT chính thức có hiệu lực. Cũng từ ngày này, các thông tư sau đây của Bộ Y tế "
     "hết hiệu lực thi hành:\n• Thông tư 4/2015/TT-BYT;\n• Thông tư 7/2016/TT-BYT.",
     [("20/2023/TT-BYT", "repeals", "4/2015/TT-BYT"), ("20/2023/TT-BYT", "repeals", "7/2016/TT-BYT")]),
    # passives with a reason, or of two verbs
    ("1. Thông tư 4/2015/TT-BYT. Lý do: được thay thế bằng Thông tư 20/2023/TT-BYT.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT")]),
    ("Thông tư 4/2015/TT-BYT bị bãi bỏ, thay bằng Thông tư 20/2023/TT-BYT.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT")]),
    ("Ban Bí thư quyết định kết thúc việc thực hiện Chỉ thị 7-CT/TW.", [("Ban Bí thư", "repeals", "7-CT/TW")]),
    # an article that ends is not its decree
    ("Theo Nghị định 30/2020/NĐ-CP, Nghị định 110/2004/NĐ-CP và Nghị định 9/2010/NĐ-CP hết hiệu lực.",
     [("30/2020/NĐ-CP", "repeals", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "repeals", "9/2010/NĐ-CP")]),
    ("Theo khoản 2 Điều 38 Nghị định 30/2020/NĐ-CP, Điều 5 Nghị định 110/2004/NĐ-CP hết hiệu lực.", []),
    # what is only to be done, or done elsewhere
    ("Thời gian tới, Tỉnh ủy Lào Cai tiếp tục thực hiện Chỉ thị 7-CT/TW.", []),
    ("Tại điểm cầu Tỉnh ủy Lào Cai, hơn 300 cán bộ dự hội nghị triển khai Chỉ thị 7-CT/TW.", []),
    ("Sau khi nghe Ban Tuyên giáo Tỉnh ủy Lào Cai báo cáo kết quả 5 năm thực hiện Chỉ thị 7-CT/TW.", []),
    ("Tỉnh ủy Lào Cai tổng kết 10 năm thực hiện Chỉ thị 7-CT/TW, đồng thời triển khai Kết luận 9-KL/TW.",
     [("Tỉnh ủy Lào Cai", "reviews", "7-CT/TW"), ("Tỉnh ủy Lào Cai", "implements", "9-KL/TW")]),
    ("Kết luận thanh tra 6/KL-TTCP về việc chấp hành Luật Giá năm 2023 tại tỉnh Lào Cai.",
     [("6/KL-TTCP", "reviews", "Luật Giá")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*LISTS, *ACTORS, *SPOKEN_OF])
def test_lists_and_who_acts(extractor: Extractor, text: str, said: Said) -> None:
    assert deeds(extractor, text) == said
