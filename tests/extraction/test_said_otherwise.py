"""The same things said in other forms: passives, brackets, verbs whose object is left out."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds, read

PASSIVES = [
    ("Nghị định 17/2010/NĐ-CP đã bị thay bằng Nghị định 62/2017/NĐ-CP.",
     [("62/2017/NĐ-CP", "replaces", "17/2010/NĐ-CP")]),
    ("Mức thu theo Thông tư 45/2018/TT-BTC (sửa đổi bởi Thông tư 9/2021/TT-BTC) giữ nguyên.",
     [("9/2021/TT-BTC", "amends", "45/2018/TT-BTC")]),
    ("Thông tư 45/2018/TT-BTC, văn bản này mới đc sửa một số điều bởi Thông tư 9/2021/TT-BTC.",
     [("9/2021/TT-BTC", "amends", "45/2018/TT-BTC")]),
    ("Theo Thông tư 45/2018/TT-BTC (được sửa đổi, bổ sung năm 2021 bởi Thông tư 9/2021/TT-BTC).",
     [("9/2021/TT-BTC", "amends", "45/2018/TT-BTC")]),
    ("Thông tư 45/2018/TT-BTC đã được Thông tư 9/2021/TT-BTC sửa đổi.",
     [("9/2021/TT-BTC", "amends", "45/2018/TT-BTC")]),
    ("Thông tư 45/2018/TT-BTC ngày 7/5/2018 (về khấu hao), được sửa đổi bởi Thông tư 9/2021/TT-BTC.",
     [("9/2021/TT-BTC", "amends", "45/2018/TT-BTC")]),
    ("Nghị quyết 35/2021/QH15 được kéo dài thời gian thực hiện theo Nghị quyết 80/2025/QH15.",
     [("80/2025/QH15", "extends", "35/2021/QH15")]),
    ("Thông tư 45/2018/TT-BTC được đính chính tại Quyết định 900/QĐ-BTC.",
     [("900/QĐ-BTC", "corrects", "45/2018/TT-BTC")]),
    ("Quyết định 8/2019/QĐ-UBND (hết hiệu lực, thay thế bằng Quyết định 4/2024/QĐ-UBND).",
     [("4/2024/QĐ-UBND", "replaces", "8/2019/QĐ-UBND")]),
    ("1. Quyết định 8/2019/QĐ-UBND ngày 5/3/2019: khoản 2 Điều 6 bị bãi bỏ bởi Quyết định 4/2024/QĐ-UBND.",
     [("4/2024/QĐ-UBND", "repeals", "8/2019/QĐ-UBND")]),
    ("Công văn 12/UBND-VX vẫn tiếp tục có hiệu lực, trừ mục 2 được điều chỉnh bởi Công văn 31/UBND-VX.",
     [("31/UBND-VX", "amends", "12/UBND-VX")]),
    # what is listed as the subject suffers it too, what another verb governs does not
    ("Thông tư 4/2015/TT-BYT và Thông tư 7/2016/TT-BYT được thay thế bởi Thông tư 20/2023/TT-BYT.",
     [("20/2023/TT-BYT", "replaces", "4/2015/TT-BYT"), ("20/2023/TT-BYT", "replaces", "7/2016/TT-BYT")]),
    ("Theo Thông tư 4/2015/TT-BYT và Thông tư 7/2016/TT-BYT được sửa đổi bởi Thông tư 20/2023/TT-BYT.",
     [("20/2023/TT-BYT", "amends", "7/2016/TT-BYT")]),
    # reviews tell of what was carried out
    ("Việc triển khai thực hiện Chỉ thị 7-CT/TW và Kết luận 9-KL/TW được Tỉnh ủy đánh giá tại Báo cáo 88-BC/TU.",
     [("88-BC/TU", "reviews", "7-CT/TW"), ("88-BC/TU", "reviews", "9-KL/TW")]),
    ("Dự thảo quy định mới và Nghị định 5/2020/NĐ-CP được nêu tại Báo cáo 88/BC-CP.", []),
    ("Thông tư 45/2018/TT-BTC có sai sót kỹ thuật, được đính chính bằng Quyết định 900/QĐ-BTC.",
     [("900/QĐ-BTC", "corrects", "45/2018/TT-BTC")]),
    ("Chỉ thị 40-CT/TW được tiếp tục thực hiện bởi Kết luận 6-KL/TW.", [("6-KL/TW", "continues", "40-CT/TW")]),
    ("QĐ 12/2020/QĐ-UBND sửa đổi bởi QĐ 20/2024/QĐ-UBND và QĐ 25/2025/QĐ-UBND.",
     [("20/2024/QĐ-UBND", "amends", "12/2020/QĐ-UBND"), ("25/2025/QĐ-UBND", "amends", "12/2020/QĐ-UBND")]),
    ("Dự án được phê duyệt tại Quyết định 12/QĐ-UBND, điều chỉnh tại Quyết định 20/QĐ-UBND.",
     [("20/QĐ-UBND", "amends", "12/QĐ-UBND")]),
    ("Nghị quyết 43/2022/QH15 được kéo dài thời gian thực hiện đến hết năm 2024 theo Nghị quyết 110/2023/QH15.",
     [("110/2023/QH15", "extends", "43/2022/QH15")]),
    ("Nghị định 17/2010/NĐ-CP sẽ được thay thế bởi Nghị định 62/2017/NĐ-CP từ ngày 1/7.",
     [("62/2017/NĐ-CP", "replaces", "17/2010/NĐ-CP")]),
    # a verb alone may be the actor's own
    ("Thông tư 45/2018/TT-BTC điều chỉnh theo Luật Giá số 16/2023/QH15.", []),
]  # fmt: skip

LEFT_OUT = [
    ("Luật Giá số 16/2023/QH15 và Nghị định 85/2024/NĐ-CP quy định chi tiết.",
     [("85/2024/NĐ-CP", "details", "16/2023/QH15")]),
    ("Luật Giá số 16/2023/QH15 đã có hiệu lực; Thông tư 28/2024/TT-BTC hướng dẫn thi hành.",
     [("28/2024/TT-BTC", "guides", "16/2023/QH15")]),
    ("Mức phạt theo Nghị định 5/2020/NĐ-CP (Nghị định 8/2022/NĐ-CP sửa đổi, bổ sung) là 2 triệu đồng.",
     [("8/2022/NĐ-CP", "amends", "5/2020/NĐ-CP")]),
    ("• Luật Giá số 16/2023/QH15 đã có hiệu lực; TT.28/2024/TT-BTC hướng dẫn.\n• Luật Thanh tra số 11/2022/QH15 còn "
     "hiệu lực.", [("28/2024/TT-BTC", "guides", "16/2023/QH15")]),
    # the object follows, or is one of several
    ("Luật Giá số 16/2023/QH15 và Nghị định 85/2024/NĐ-CP quy định chi tiết một số điều của Luật Đấu thầu "
     "số 22/2023/QH15.", [("85/2024/NĐ-CP", "details", "22/2023/QH15")]),
    ("Luật Giá số 16/2023/QH15, Luật Đấu thầu số 22/2023/QH15 và Nghị định 85/2024/NĐ-CP hướng dẫn.", []),
]  # fmt: skip

OTHERS = [
    ("Nghị định 138/2020/NĐ-CP thay nghị định cũ 24/2010/NĐ-CP.", [("138/2020/NĐ-CP", "replaces", "24/2010/NĐ-CP")]),
    ("Tỉnh ủy ban hành Chương trình 5-CTr/TU nhằm cụ thể hóa Nghị quyết 20-NQ/TW và Chương trình 6-CTr/TU "
     "nhằm cụ thể hóa Nghị quyết 21-NQ/TW.",
     [("5-CTr/TU", "implements", "20-NQ/TW"), ("6-CTr/TU", "implements", "21-NQ/TW")]),
    ("Huyện ủy xây dựng Kế hoạch 30-KH/HU ngày 5/4/2022 để triển khai thực hiện, trên cơ sở Kế hoạch 61-KH/TU.",
     [("30-KH/HU", "based_on", "61-KH/TU")]),
    ("UBND tỉnh có Công văn 77/UBND-NC yêu cầu các huyện nghiêm túc thực hiện Chỉ thị 16/CT-TTg.",
     [("77/UBND-NC", "implements", "16/CT-TTg")]),
    ("Huyện ủy ra Công văn 15-CV/HU chấn chỉnh việc thực hiện Chỉ thị 17-CT/TW.", [("15-CV/HU", "implements", "17-CT/TW")]),
    ("Sau khi Quốc hội ban hành Nghị quyết 43/2022/QH15, Chính phủ ban hành Nghị định 31/2022/NĐ-CP quy định "
     "việc thực hiện.", [("31/2022/NĐ-CP", "implements", "43/2022/QH15")]),
    ("Mới đây, Chủ tịch UBND tỉnh Lào Cai đính chính Quyết định 611/QĐ-UBND.",
     [("Chủ tịch UBND tỉnh Lào Cai", "corrects", "611/QĐ-UBND")]),
]  # fmt: skip

MORE = [
    ("Thông tư 5/2024/TT-BCT đã thay thế hoàn toàn Thông tư 12/2019/TT-BCT.",
     [("5/2024/TT-BCT", "replaces", "12/2019/TT-BCT")]),
    ("Thông tư 5/2024/TT-BCT gồm 3 chương, 20 điều, thay thế Thông tư 12/2019/TT-BCT.",
     [("5/2024/TT-BCT", "replaces", "12/2019/TT-BCT")]),
    ("Để hướng dẫn thi hành Luật Giá số 16/2023/QH15, Bộ Tài chính ban hành Thông tư 28/2024/TT-BTC.",
     [("28/2024/TT-BTC", "guides", "16/2023/QH15")]),
    ("Phúc đáp Công văn số 55/SNV-XDCQ, Bộ Nội vụ có Công văn số 88/BNV-CQĐP.",
     [("88/BNV-CQĐP", "responds_to", "55/SNV-XDCQ")]),
    ("Nghị quyết số 110/2023/QH15 cho phép kéo dài thời gian thực hiện Nghị quyết số 43/2022/QH15.",
     [("110/2023/QH15", "extends", "43/2022/QH15")]),
    ("Thông tư 9/2016/TT-BTC hướng dẫn thủ tục hỗ trợ cho các đối tượng quy định tại Nghị định 61/2015/NĐ-CP.",
     [("9/2016/TT-BTC", "guides", "61/2015/NĐ-CP")]),
    ("Thông tư 9/2016/TT-BTC hướng dẫn quản lý quỹ thành lập theo quy định tại Nghị định 61/2015/NĐ-CP.", []),
    ("Trước đó, dựa trên Nghị quyết 54/2017/QH14, HĐND thành phố Hồ Chí Minh đã ban hành Nghị quyết số 3/2018/NQ-HĐND.",
     [("3/2018/NQ-HĐND", "based_on", "54/2017/QH14")]),
    ("Bộ Chính trị ban hành Nghị quyết 57-NQ/TW. Thực hiện nghị quyết, Chính phủ ban hành Nghị quyết 3/NQ-CP.",
     [("3/NQ-CP", "implements", "57-NQ/TW")]),
    ("Sau khi có Nghị quyết 57-NQ/TW, Chính phủ ban hành Nghị quyết 3/NQ-CP triển khai; UBND tỉnh ban hành Kế hoạch "
     "15/KH-UBND thực hiện.", [("3/NQ-CP", "implements", "57-NQ/TW")]),
    ("UBND tỉnh có Công văn 88/UBND-NC chỉ đạo các sở, ngành triển khai thực hiện Công điện 50/CĐ-TTg.",
     [("88/UBND-NC", "implements", "50/CĐ-TTg")]),
    ("Quyết định 30/2024/QĐ-UBND của UBND tỉnh: bãi bỏ Quyết định 12/2018/QĐ-UBND.",
     [("30/2024/QĐ-UBND", "repeals", "12/2018/QĐ-UBND")]),
    ("Trên cơ sở tổng kết 5 năm thực hiện Nghị quyết 19-NQ/TW, Tỉnh ủy Sơn La ban hành Nghị quyết 50-NQ/TU.",
     [("50-NQ/TU", "based_on", "19-NQ/TW")]),
    ("Quyết định 20/QĐ-UBND hủy bỏ và thay thế Quyết định 18/QĐ-UBND.", [("20/QĐ-UBND", "replaces", "18/QĐ-UBND")]),
    ("Báo cáo 50-BC/TU tình hình thực hiện Nghị quyết 10-NQ/TU.", [("50-BC/TU", "reviews", "10-NQ/TU")]),
    ("Luật Giá số 16/2023/QH15 kèm NĐ 85/2024/NĐ-CP hướng dẫn.", [("85/2024/NĐ-CP", "guides", "16/2023/QH15")]),
]  # fmt: skip

EXCERPTS = [
    ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 17/2019/NĐ-CP ngày 4/2/2019 về phí\n1. Điều 3 được sửa "
     "như sau: “Điều 3. Mức phí”\nĐiều 2. Nghị định này có hiệu lực từ ngày 01/5/2022.\n(Nghị định số 30/2022/NĐ-CP, "
     "ngày 10/3/2022)", [("30/2022/NĐ-CP", "amends", "17/2019/NĐ-CP")]),
    ("5. Hiệu lực (trích Thông tư số 8/2023/TT-BXD ngày 2/6/2023)\na) Thông tư này có hiệu lực từ ngày 01/8/2023, thay "
     "thế Thông tư số 5/2015/TT-BXD.\nb) Bãi bỏ Điều 4 Thông tư số 3/2016/TT-BXD.",
     [("8/2023/TT-BXD", "replaces", "5/2015/TT-BXD"), ("8/2023/TT-BXD", "repeals", "3/2016/TT-BXD")]),
    ("UBND HUYỆN BẮC HÀ\nSố: 12/NQ-HĐND\nBắc Hà, ngày 15 tháng 12 năm 2016\nNGHỊ QUYẾT\nVề nhiệm vụ năm 2017\n"
     "Điều 1. Thông qua các chỉ tiêu.\nĐiều 2. Tiếp tục thực hiện Nghị quyết số 4/2015/NQ-HĐND của HĐND tỉnh.",
     [("12/NQ-HĐND", "continues", "4/2015/NQ-HĐND")]),
    ("UBND TỈNH LÀO CAI\nSố: 12/2024/QĐ-UBND\nLào Cai, ngày 5 tháng 6 năm 2024\nQUYẾT ĐỊNH\nVề văn bản\nĐiều 1. Bãi "
     "bỏ toàn bộ:\n1. Quyết định số 5/2020/QĐ-UBND;\n2. Khoản 2 Điều 6 Quyết định số 18/2021/QĐ-UBND.\nĐiều 2. Hiệu lực.",
     [("12/2024/QĐ-UBND", "repeals", "5/2020/QĐ-UBND"), ("12/2024/QĐ-UBND", "repeals", "18/2021/QĐ-UBND")]),
    ("UBND TỈNH LÀO CAI\nSố: 5/CĐ-UBND\nLào Cai, ngày 5 tháng 6 năm 2024\nCÔNG ĐIỆN\nVề bão\nCông văn số 31/UBND-NL "
     "tiếp tục có hiệu lực, trừ mục 3 được điều chỉnh bởi Công điện này.", [("5/CĐ-UBND", "amends", "31/UBND-NL")]),
    ("UBND HUYỆN BẮC HÀ\nSố: 12/BC-UBND\nBắc Hà, ngày 15 tháng 12 năm 2016\nBÁO CÁO\nVề hợp tác xã\nThực hiện Công văn số "
     "988/UBND-KT của UBND tỉnh, UBND huyện báo cáo như sau:", [("12/BC-UBND", "implements", "988/UBND-KT")]),
    ("Kính gửi: UBND các huyện\nXét đề nghị của Thanh tra tỉnh, Chủ tịch UBND tỉnh Lào Cai có ý kiến như sau:\n1. Đồng ý "
     "đình chỉ thi hành Quyết định số 12/QĐ-UBND.\n2. Không đồng ý hủy bỏ Quyết định số 77/QĐ-UBND.",
     [("Chủ tịch UBND tỉnh Lào Cai", "stays", "12/QĐ-UBND")]),
    ("UBND TỈNH LÀO CAI\nSố: 5/UBND-NC\nLào Cai, ngày 5 tháng 6 năm 2024\nKính gửi: Các sở\nUBND tỉnh có ý kiến như sau:\n"
     "1. Đồng ý kéo dài thời gian thực hiện Quyết định số 31/QĐ-UBND.", [("5/UBND-NC", "extends", "31/QĐ-UBND")]),
    ("Bộ Chính trị ban hành Nghị quyết 68-NQ/TW; Quốc hội thông qua Nghị quyết 198/2025/QH15 nhằm thể chế hóa nghị "
     "quyết này.", [("198/2025/QH15", "institutionalises", "68-NQ/TW")]),
    ("» 55/KH-UBND (13/09/2022): Kế hoạch thực hiện Quyết định số 90/QĐ-TTg", [("55/KH-UBND", "implements", "90/QĐ-TTg")]),
    ("» 55/KH-UBND (13/09/2022): Quyết định thực hiện Quyết định số 90/QĐ-TTg", []),
    ("Số liệu theo Kế hoạch 55/KH-UBND của tỉnh thực hiện Quyết định số 90/QĐ-TTg.",
     [("55/KH-UBND", "implements", "90/QĐ-TTg")]),
    ("Cùng ngày, Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Thuế cũng được thông qua.",
     [("Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Thuế", "amends", "Luật Giá"),
      ("Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Thuế", "amends", "Luật Thuế")]),
]  # fmt: skip

NOTHING = [
    "Luật sư kiến nghị bỏ Nghị định 17/2010/NĐ-CP, thay bằng Nghị định 62/2017/NĐ-CP.",
    "Không phải Nghị định 8/2022/NĐ-CP thay thế Nghị định 5/2020/NĐ-CP.",
    "NĐ 17/2010/NĐ-CP bị NĐ 62/2017/NĐ-CP thay thế rồi đúng không ạ?",
    "Theo kế hoạch, Tỉnh ủy Sơn La tổng kết Nghị quyết 29-NQ/TW vào cuối năm.",
    "Luật sư đề nghị áp dụng Nghị định 102/2024/NĐ-CP thay Nghị định 43/2014/NĐ-CP.",
    "Nghị định 8/2022/NĐ-CP bổ sung hành vi chưa có trong Nghị định 5/2020/NĐ-CP.",
    "Hội Nông dân phối hợp UBND huyện Mai Sơn thực hiện Nghị quyết 19-NQ/TW.",
    "Giả sử Nghị định 5/2020/NĐ-CP bị thay thế bởi Nghị định 8/2022/NĐ-CP thì hợp đồng vẫn giữ.",
    "Trường hợp Nghị định 5/2020/NĐ-CP được sửa đổi bởi Nghị định 8/2022/NĐ-CP thì áp dụng mức mới.",
    "Dự kiến, HĐND tỉnh Lào Cai bãi bỏ Nghị quyết 12/2019/NQ-HĐND.",
    "Đảng ủy Sở Tư pháp hứa sẽ xây dựng kế hoạch thực hiện Nghị quyết 27-NQ/TW.",
    "Huyện ủy Bắc Hà chuẩn bị tổng kết 5 năm thực hiện Nghị quyết 27-NQ/TW.",
    "Tỉnh ủy Lào Cai quyết định hoãn sơ kết Chỉ thị 7-CT/TW và hội nghị quán triệt Kết luận 9-KL/TW.",
    "Ban Thường vụ Tỉnh ủy Lào Cai đã lập hai đoàn kiểm tra việc thực hiện Nghị quyết 27-NQ/TW.",
    "Chủ tịch tỉnh giao sở Y tế phối hợp với sở Tài chính, UBND huyện Bắc Hà rà soát, chấp hành Chỉ thị 20/CT-TTg.",
]


@pytest.mark.parametrize(("text", "said"), [*PASSIVES, *LEFT_OUT, *OTHERS, *MORE, *EXCERPTS])
def test_other_forms(extractor: Extractor, text: str, said: Said) -> None:
    assert deeds(extractor, text) == said


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_only_intended_says_nothing(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []
