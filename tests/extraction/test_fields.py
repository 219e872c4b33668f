"""Issuer, date, title and subdivisions: each with its own span."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

ISSUERS = [
    ("Họp về Quyết định số 8/2017/QĐ-UBND tỉnh Long An ngày 3/3/2017", "UBND tỉnh Long An"),
    ("- Xét Tờ trình số 15-TTr/BTG ngày 2/10/2020 của Ban Tuyên giáo Thành ủy,\nBAN CHẤP HÀNH ĐẢNG BỘ "
     "THÀNH PHỐ QUYẾT NGHỊ\n1. Giao", "Ban Tuyên giáo Thành ủy"),
    ("Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị về việc", "Bộ Chính trị"),
    ("Kế hoạch số 65-KH/TU, ngày 6/1/2015 của Ban Thường vụ Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy"),
    ("Quyết định 11/2016/QĐ-UBND của UBND TP. Hà Nội quy định", "UBND TP. Hà Nội"),
    ("Thông tư số 29/2009/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
    ("Kết luận số 72-KL/TW của Ban Chấp hành Trung ương khóa XI về", "Ban Chấp hành Trung ương"),
    ("Ban Bí thư đã ban hành Chỉ thị số 28-CT/TW về nâng cao", "Ban Bí thư"),
    ("Huyện ủy Lý Nhân xây dựng Kế hoạch số 95-KH/HU về", "Huyện ủy Lý Nhân"),
    ("Đảng ủy phường Lê Hồng Phong ra Nghị quyết số 09-NQ/ĐU về", "Đảng ủy phường Lê Hồng Phong"),
    ("được Ban Thường vụ Huyện ủy Năm Căn triển khai bằng Công văn số 12-CV/HU", "Ban Thường vụ Huyện ủy Năm Căn"),
    ("Thông tư liên tịch số 26/2015/TTLT-BYT-BNV của Bộ Y tế, Bộ Nội vụ quy định", "Bộ Y tế, Bộ Nội vụ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_issuer(extractor: Extractor, text: str, issuer: str) -> None:
    found = extractor.extract(text).mentions[0]
    assert found.issuer == issuer
    assert found.issuer_span is not None
    assert " ".join(found.issuer_span.of(text).split()) == issuer


def test_the_term_said_beside_the_issuer(extractor: Extractor) -> None:
    found = extractor.extract(
        "Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương (khóa XI) về"
    ).mentions
    assert found[0].term == "XI"


SHARED = [
    ("xây dựng kế hoạch thực hiện các Nghị quyết của Bộ Chính trị: số 70-NQ/TW về năng lượng; số 71-NQ/TW về giáo dục",
     ["Bộ Chính trị", "Bộ Chính trị"]),
    ("Nghị quyết số 42-NQ/TW và Nghị quyết số 43-NQ/TW cùng được Trung ương ban hành tại Hội nghị lần thứ tám.",
     ["Trung ương", "Trung ương"]),
    ("UBND tỉnh Lai Châu báo cáo tại Công văn số 1120/UBND-TH về việc trả lời cử tri", ["UBND tỉnh Lai Châu"]),
    ("Công văn số 5512/BGDĐT-GDTrH của Bộ Giáo dục và Đào tạo, Sở yêu cầu các đơn vị:", ["Bộ Giáo dục và Đào tạo"]),
    ("Chỉ thị số 35-CT/TW ngày 14/6/2024 và Kết luận số 118-KL/TW ngày 18/01/2025 của Bộ Chính trị",
     ["Bộ Chính trị", "Bộ Chính trị"]),
    ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Kết luận số 50-KL/TW ngày 28/2/2023 của Bộ Chính trị",
     [None, "Bộ Chính trị"]),
    ("QUYẾT ĐỊNH SỐ 263/QĐ-TTG VÀ QUYẾT ĐỊNH SỐ 318/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ",
     ["THỦ TƯỚNG CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ"]),
    ("các Nghị định của Chính phủ: số 43/2014/NĐ-CP ngày 15/5/2014; số 47/2014/NĐ-CP ngày 15/5/2014",
     ["Chính phủ", "Chính phủ"]),
    ("Nghị quyết 27-NQ/TW và 28-NQ/TW vừa được Hội nghị Trung ương 6 khóa XIII thông qua.",
     ["Hội nghị Trung ương 6", "Hội nghị Trung ương 6"]),
    ("Thực hiện Công văn số 902-CV/TU của Tỉnh ủy, Ban Thường vụ Huyện ủy báo cáo kết quả", ["Tỉnh ủy"]),
    ("Theo Chỉ thị số 24/CT-TTg của Thủ tướng, Ban Tiếp công dân tỉnh Long An bố trí trực", ["Thủ tướng"]),
    ("Sau khi nghe Sở Xây dựng trình bày Báo cáo số 29/BC-SXD", ["Sở Xây dựng"]),
    ("Nghị quyết số 60-NQ/TW Hội nghị Trung ương 11 khóa XIII về bộ máy", ["Hội nghị Trung ương 11"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuers"), SHARED)
def test_an_issuer_said_once_for_several(
    extractor: Extractor, text: str, issuers: list[str | None]
) -> None:
    assert [mention.issuer for mention in extractor.extract(text).mentions] == issuers


HOLDERS = [
    ("Phó Chủ tịch UBND tỉnh Hà Nam Vũ Hồng Minh lại ký Văn bản số 2958/UBND-TNMT", "UBND tỉnh Hà Nam"),
    ("Thường trực Ban Bí thư Lê Văn Anh ký ban hành Chỉ thị số 50-CT/TW", None),
    ("Tại Quyết định số 1142/QĐ-TTg, Thủ tướng Chính phủ bổ nhiệm ông A.", "Thủ tướng Chính phủ"),
    ("Tại Quyết định số 1142/QĐ-TTg, UBND tỉnh được giao việc.", None),
    ("Với Quyết định số 1142/QĐ-TTg, Thủ tướng Chính phủ bổ nhiệm ông A.", "Thủ tướng Chính phủ"),
    ("Cùng với Quyết định số 42/QĐ-UBND, UBND tỉnh Hà Nam ra thông báo.", None),
    ("Sở Nông nghiệp và PTNT tỉnh Hà Nam ban hành Kế hoạch số 55/KH-SNN.",
     "Sở Nông nghiệp và PTNT tỉnh Hà Nam"),
    ("Chủ tịch UBND thành phố Nguyễn Văn Minh vừa ký Quyết định số 12/QĐ-UBND.", "Chủ tịch UBND thành phố"),
    ("Phó Cục trưởng Cục Hàng hải Việt Nam Đinh Văn Tám đã ký Quyết định số 21/QĐ-CHHVN",
     "Cục trưởng Cục Hàng hải Việt Nam"),
    ("Quyết định số 13/QĐ-HĐTV do Chủ tịch HĐTV ABC Trần Thị Bảy ký ngày 10/1/2019", "Chủ tịch HĐTV ABC"),
    ("Viện KSND huyện Mỹ Xuyên cũng đã ra Thông báo số 14/TB-VKS.", "Viện KSND huyện Mỹ Xuyên"),
    ("Quyết định số 24/QĐ-CXT của Cục Xúc tiến liên quan đến nhân sự", "Cục Xúc tiến"),
    ("ngày 4/7/2012, công ty CP Yên Lạc đã có văn bản số 84/CV-YL", "công ty CP Yên Lạc"),
    ("ông Lê Văn Vinh, Chi cục Thuế quận Hải An đã ký thông báo số 30/TB-CCT",
     "Chi cục Thuế quận Hải An"),
    ("Quyết định số 5/QĐ-UBND ngày 3/3/2019 của UBND Q. Phú Nhuận về giá đất", "UBND Q. Phú Nhuận"),
    ("Quyết định số 5/QĐ-UBND của UBND tỉnh Bà Rịa – Vũng Tàu về giá đất", "UBND tỉnh Bà Rịa – Vũng Tàu"),
    ("Nghị quyết 98/NQ-CP của Chính phủ, Chủ tịch HĐQT ABC Nguyễn Thị Ba đã bày tỏ", "Chính phủ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), HOLDERS)
def test_a_body_without_who_holds_its_post(
    extractor: Extractor, text: str, issuer: str | None
) -> None:
    assert extractor.extract(text).mentions[0].issuer == issuer


PLACES = [
    ("Quyết định số 15/2019/QĐ-UBND của Ủy ban nhân dân tỉnh Lào Cai", "tỉnh Lào Cai"),
    ("Kế hoạch số 65-KH/TU của Ban Thường vụ Tỉnh ủy Sóc Trăng về", "Sóc Trăng"),
    ("Nghị quyết số 12/NQ-HĐND của HĐND TP. Hải Phòng", "TP. Hải Phòng"),
    ("Công văn số 13/SGDĐT-VP của Sở Giáo dục và Đào tạo Hà Nội", "Hà Nội"),
    ("Quyết định 12/QĐ-UBND của Chủ tịch UBND huyện Mù Cang Chải", "huyện Mù Cang Chải"),
    ("Quyết định số 15/2019/QĐ-UBND của Ủy ban nhân dân tỉnh", None),
    ("Chỉ thị số 28-CT/TW của Ban Bí thư", None),
    ("Nghị quyết số 9-NQ/ĐU của Đảng ủy ABC", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_an_issuer(extractor: Extractor, text: str, place: str | None) -> None:
    found = extractor.extract(text).mentions[0]
    assert found.place == place
    assert place is None or (found.place_span is not None and found.place_span.of(text) == place)


def test_the_place_in_a_letterhead_of_two_columns(extractor: Extractor) -> None:
    text = (
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH LÀO CAI           Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/2021/QĐ-UBND    Lào Cai, ngày 3 tháng 4 năm 2021\nQUYẾT ĐỊNH\nVề phân cấp\n"
    )
    assert extractor.extract(text).mentions[0].place == "TỈNH LÀO CAI"


TITLES = [
    ("Quy định số 58-QĐ/TW của Bộ Chính trị về bảo vệ chính trị nội bộ và Hướng dẫn số 01-HD/BTCTW.",
     "về bảo vệ chính trị nội bộ"),
    ("Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp; xây dựng kế hoạch",
     "về đại hội đảng bộ các cấp"),
    ("Nghị định 94/2012/NĐ-CP của Chính phủ về sản xuất, kinh doanh rượu.", "về sản xuất, kinh doanh rượu"),
    ("Kế hoạch số 88-KH/TU về kinh tế biển, Huyện ủy Mỹ Xuyên ban hành Kế hoạch số 12-KH/HU",
     "về kinh tế biển"),
    ("Chỉ thị số 05-CT/TW về học tập Bác, đồng chí Nguyễn Văn A cho rằng", "về học tập Bác"),
    ("Quy định số 296-QĐ/TW về kiểm tra, giám sát thay Quy định số 22-QĐ/TW", "về kiểm tra, giám sát"),
    ("theo Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị, kế hoạch của tỉnh", None),
    ("Chỉ thị số 28-CT/TW của Ban Bí thư, đã tiến hành rà soát", None),
    ("Nghị định số 15/2021/NĐ-CP về quản lý dự án, bãi bỏ một phần Nghị định số 59/2015/NĐ-CP.",
     "về quản lý dự án"),
    ("Nghị định số 15/2021/NĐ-CP về quản lý dự án bãi bỏ Điều 4 Nghị định số 59/2015/NĐ-CP.",
     "về quản lý dự án"),
    ("Chỉ thị số 13-CT/TW về bảo vệ rừng tiếp tục được quán triệt đến từng chi bộ.", "về bảo vệ rừng"),
    ("Kết luận số 61-KL/TW về nông nghiệp, nông thôn kế thừa Nghị quyết số 26-NQ/TW.", "về nông nghiệp, nông thôn"),
    ("Quyết định số 9/2021/QĐ-UBND về việc bãi bỏ Điều 4 Quyết định số 7/2015/QĐ-UBND.",
     "về việc bãi bỏ Điều 4 Quyết định số 7/2015/QĐ-UBND"),
    ("Thông tư số 9/2021/TT-BXD về sửa đổi, bãi bỏ một số điều của Thông tư số 7/2015/TT-BXD.",
     "về sửa đổi, bãi bỏ một số điều của Thông tư số 7/2015/TT-BXD"),
    ("Luật số 27/2023/QH15 quy định tại Điều 9 rằng nhà ở được cấp giấy.", None),
    ("Nghị quyết số 19-NQ/TW tiếp tục khẳng định vai trò của nông nghiệp.", None),
    ("Quy định số 41-QĐ/TW về việc miễn nhiệm, từ chức đối với cán bộ thay thế Quy định số 260-QĐ/TW.",
     "về việc miễn nhiệm, từ chức đối với cán bộ"),
    ("Quy định số 41-QĐ/TW về miễn nhiệm cán bộ, từ ngày ký có giá trị.", "về miễn nhiệm cán bộ"),
    ("Thông tư số 9/2021/TT-BXD về bảo trì công trình và các văn bản sửa đổi, bổ sung (nếu có).",
     "về bảo trì công trình"),
    ("Nghị định số 4/2014/NĐ-CP về hóa đơn bán hàng và các quy định khác của pháp luật.",
     "về hóa đơn bán hàng"),
    ("Nghị định số 4/2014/NĐ-CP quy định về thuê nước có ghi rõ mức thu.", "quy định về thuê nước"),
    ("Thông tư số 13/2019/TT-BGTVT quy định về an ninh chính thức có hiệu lực.", "quy định về an ninh"),
    ("Nghị định số 86/2014/NĐ-CP về vận tải (sau đây gọi là Nghị định 86)", "về vận tải"),
    ("Nghị định số 86/2014/NĐ-CP về vận tải hành khách (Nghị định số 86/2014/NĐ-CP)",
     "về vận tải hành khách"),
    ("Quyết định số 12/QĐ-UBND về thu gom rác tại TP. Sóc Trăng. Ngày mai", "về thu gom rác tại TP. Sóc Trăng"),
    ('Nghị định số 89/2014/NĐ-CP về xét tặng danh hiệu "Nghệ nhân ưu tú" trong nghề cổ. Nay',
     'về xét tặng danh hiệu "Nghệ nhân ưu tú" trong nghề cổ'),
    ("Quyết định số 5/QĐ-TTg phê duyệt Đề án “Làng xanh” đến năm 2030.", "phê duyệt Đề án “Làng xanh” đến năm 2030"),
    ("Nghị định số 46/2016/NĐ-CP quy định phạt tiền từ 300.000 đồng với người đi bộ.", None),
    ("Thông tư số 5/2020/TT-BXD quy định cơ chế quản lý, tổ chức thực hiện các dự án; Nghị định khác",
     "quy định cơ chế quản lý, tổ chức thực hiện các dự án"),
    ("Quy định số 5946-QĐ/TU về trách nhiệm nêu gương của đảng viên, người đứng đầu các cấp. Nay",
     "về trách nhiệm nêu gương của đảng viên, người đứng đầu các cấp"),
    ("Quyết định số 99/TTg về thủy lợi, giao thông vùng ngập lũ; nay", "về thủy lợi, giao thông vùng ngập lũ"),
    ("Chỉ thị số 03/CT-UBND về chuyển đổi số từng bị chậm ba tháng.", "về chuyển đổi số"),
    ("(Nghị quyết số 68-NQ/TW về phát triển kinh tế tư nhân.) The new rule", "về phát triển kinh tế tư nhân"),
    ("1 | Quyết định số 14/2019/QĐ-UBND | Ban hành Quy chế quản lý cụm công nghiệp | Hết hiệu lực",
     "Ban hành Quy chế quản lý cụm công nghiệp"),
    ("Kết luận số 83-KL/TW về cải cách tiền lương; điều chỉnh lương hưu, trợ cấp bảo hiểm xã hội, trợ cấp ưu đãi người "
     "có công và trợ cấp xã hội từ ngày 01/7/2024 nêu rõ lộ trình.",
     "về cải cách tiền lương; điều chỉnh lương hưu, trợ cấp bảo hiểm xã hội, trợ cấp ưu đãi người có công và trợ cấp xã "
     "hội từ ngày 01/7/2024"),
    ("Luật số 31/2099/QH15 về đất vườn giúp người dân yên tâm.", "về đất vườn"),
    ("Chỉ thị số 5-CT/TU về quản lý đất và rút ra nhiều bài học.", "về quản lý đất"),
    ("Luật Đất đai quy định về giá đất và các địa phương đã làm theo.", None),
    ("thực hiện Nghị quyết số 59-NQ/TW của Bộ Chính trị\n\nVề tình hình chung, năm nay có nhiều việc.", None),
    # what an act amends is its title, with all of a list that is older than the act
    ("Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 8/2019/NĐ-CP về chợ và Nghị định số "
     "7/2018/NĐ-CP có hiệu lực.",
     "sửa đổi, bổ sung một số điều của Nghị định số 8/2019/NĐ-CP về chợ và Nghị định số 7/2018/NĐ-CP"),
    ("Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung Nghị định số 8/2019/NĐ-CP và Nghị định số 7/2024/NĐ-CP",
     "sửa đổi, bổ sung Nghị định số 8/2019/NĐ-CP"),
    ("thay thế các Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung Nghị định số 8/2019/NĐ-CP, Nghị định số 7/2018/NĐ-CP",
     "sửa đổi, bổ sung Nghị định số 8/2019/NĐ-CP"),
    ("Nghị định số 8/2019/NĐ-CP sửa đổi, bổ sung bởi Nghị định số 9/2022/NĐ-CP", None),
    ("Nghị định số 9/2022/NĐ-CP sửa đổi, bổ sung một số điều của\nNghị định số 8/2019/NĐ-CP\n15/3/2022",
     "sửa đổi, bổ sung một số điều của Nghị định số 8/2019/NĐ-CP"),
    ("Quyết định số 21-QĐNS/TW của Ban Bí thư chuẩn y đồng chí giữ chức Bí thư Tỉnh ủy. Nay",
     "chuẩn y đồng chí giữ chức Bí thư Tỉnh ủy"),
    ("Thông báo số 7-TB/TU kết luận hội nghị giao ban quý I. Nay", "kết luận hội nghị giao ban quý I"),
    ("Hướng dẫn số 4-HD/BTCTW một số vấn đề về thẻ đảng. Nay", "một số vấn đề về thẻ đảng"),
    ('Quyết định số 5/QĐ-TTg phê duyệt "Đề án làng nghề đến năm 2030". Nay',
     'phê duyệt "Đề án làng nghề đến năm 2030"'),
    # what is said of the document ends it, with the adverb before that
    ("Nghị quyết số 8/NQ-CP về phòng dịch cũng được ban hành trong ngày.", "về phòng dịch"),
    ("Quyết định số 8/QĐ-UBND về bảng giá, vẫn có hiệu lực đến cuối năm.", "về bảng giá"),
    ("Nghị định số 8/2019/NĐ-CP về chợ đều là văn bản cũ.", "về chợ"),
    ("Nghị định số 8/2019/NĐ-CP về chợ đã yêu cầu rà soát.", "về chợ"),
    ("Nghị định số 8/2019/NĐ-CP về chợ vì vậy hết cơ sở.", "về chợ"),
    ("Nghị định số 8/2019/NĐ-CP về mức thu là 5% giá vé.", "về mức thu"),
    ("rà soát Kế hoạch số 8-KH/TU về cán bộ cho phù hợp với mô hình mới.", "về cán bộ"),
    ("Quyết định số 8/QĐ-UBND về việc điều chỉnh mức thu cho phù hợp với thực tế. Nay",
     "về việc điều chỉnh mức thu cho phù hợp với thực tế"),
    ("Nghị quyết số 8-NQ/TU về du lịch nhằm cụ thể hóa Nghị quyết Đại hội XIII của Đảng.", "về du lịch"),
    ("Kế hoạch số 8-KH/HU về kiểm tra, còn UBND huyện mới có công văn.", "về kiểm tra"),
    ("Kế hoạch số 8-KH/HU về kiểm tra, phân công cấp ủy viên theo dõi.", "về kiểm tra"),
    ("Quyết định số 8/2019/QĐ-UBND về phí - Điều 4 - Được sửa đổi", "về phí"),
    ("» Nghị quyết số 66-NQ/TW về xây dựng pháp luật (01/05/2025)\n» Nay", "về xây dựng pháp luật"),
    ("Nghị quyết số 29-NQ/TW về đổi mới giáo dục\n(Tài liệu trình Hội nghị)\nNay", "về đổi mới giáo dục"),
    ("Công an tỉnh có Thông báo số 3/TB-CAT về việc này.", None),
    ("Nghị quyết số 6-NQ/TW về kinh tế trong tình hình mới đã được quán triệt.", "về kinh tế trong tình hình mới"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_where_a_title_ends(extractor: Extractor, text: str, title: str | None) -> None:
    assert extractor.extract(text).mentions[0].title == title


def test_a_title_holds_other_references(extractor: Extractor) -> None:
    text = (
        "Kế hoạch số 65-KH/TU của Tỉnh ủy về thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của "
        "Bộ Chính trị về bảo vệ chính trị nội bộ."
    )
    plan, directive = extractor.extract(text).mentions
    assert plan.title is not None
    assert plan.title.endswith("về bảo vệ chính trị nội bộ")
    assert directive.within == 0


SUBDIVISIONS = [
    ("điểm b khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP", [("Điều 5", "khoản 2", "điểm b")]),
    ("các khoản 1, 2 và 4 Điều 5 Luật Đất đai",
     [("Điều 5", "khoản 1"), ("Điều 5", "khoản 2"), ("Điều 5", "khoản 4")]),
    ("từ Điều 3 đến Điều 5 của Luật Đất đai", [("Điều 3",), ("Điều 4",), ("Điều 5",)]),
    ("Điều 3, Điều 7 Luật Đất đai", [("Điều 3",), ("Điều 7",)]),
    ("Chương II Nghị định 30/2020/NĐ-CP", [("Chương II",)]),
    ("khoản 3, bổ sung khoản 4 Điều 3 Nghị định 30/2020/NĐ-CP",
     [("Điều 3", "khoản 3"), ("Điều 3", "khoản 4")]),
    ("Phụ lục số 02 ban hành theo Quyết định số 33/2008/QĐ-BTC", [("Phụ lục 02",)]),
    ("Mẫu số 5 ban hành kèm theo Thông tư số 11/2012/TT-BTC", [("Mẫu 5",)]),
    ("khoản 8, điều 3, quy định số 08-QĐ/TW", [("Điều 3", "khoản 8")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paths"), SUBDIVISIONS)
def test_subdivisions(extractor: Extractor, text: str, paths: list[tuple[str, ...]]) -> None:
    assert list(extractor.extract(f"Theo {text} thì được.").mentions[0].targets) == paths


def test_what_leads_a_list_in_is_of_all_its_items(extractor: Extractor) -> None:
    text = (
        "Ngày 25/10/2021, Ban Chấp hành Trung ương ban hành Quy định số 37-QĐ/TW và Kết luận số "
        "21-KL/TW."
    )
    said = [(m.issuer, str(m.date)) for m in extractor.extract(text).mentions]
    assert said == [("Ban Chấp hành Trung ương", "2021-10-25")] * 2


def test_a_day_before_an_issuer_is_of_what_it_issues(extractor: Extractor) -> None:
    text = (
        "Sửa Quy định số 69-QĐ/TW, ngày 14-02-2025 Bộ Chính trị đã ban hành Quy định số 264-QĐ/TW."
    )
    dates = [m.date and str(m.date) for m in extractor.extract(text).mentions]
    assert dates == [None, "2025-02-14"]


def test_a_quoted_title_in_a_title_is_kept(extractor: Extractor) -> None:
    text = (
        "Kế hoạch số 12-KH/TU tiếp tục thực hiện Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung "
        "ương “về đổi mới giáo dục và đào tạo” được ban hành."
    )
    assert [m.title for m in extractor.extract(text).mentions][
        1
    ] == "về đổi mới giáo dục và đào tạo"


@pytest.mark.parametrize(
    ("said", "years"), [("tám", 8), ("hai mươi", 20), ("mười lăm", 15), ("9", 9), ("nhiều", None)]
)
def test_for_how_many_years_it_was_carried_out(
    extractor: Extractor, said: str, years: int | None
) -> None:
    found = extractor.extract(f"Sau hơn {said} năm thực hiện Chỉ thị số 05-CT/TW, nền nếp hơn.")
    assert found.mentions[0].age == years


TITLE_ENDS = [
    # the bracket in which it stands closes
    ("Việc xây dựng (theo Nghị quyết số 9-NQ/TU ngày 3/4/2017 về phát triển đô thị loại hai) đã xong.",
     "về phát triển đô thị loại hai"),
    ("Xem Thông tư số 9/2017/TT-BYT quy định điểm a) và điểm b) của mẫu đơn thuốc.",
     "quy định điểm a) và điểm b) của mẫu đơn thuốc"),
    ("Theo Nghị định số 9/2017/NĐ-CP về bán thuốc tại chợ, Công ty Hoa Mai chỉ được bán lẻ.",
     "về bán thuốc tại chợ"),
    ("Theo Nghị định số 9/2017/NĐ-CP về bán thuốc tại chợ, hành vi này bị phạt.", "về bán thuốc tại chợ"),
    ("Bộ ra Thông tư số 9/2017/TT-BYT về thuốc chưa có số đăng ký mà nội dung còn sơ sài.",
     "về thuốc chưa có số đăng ký"),
    ("Quyết định số 9/QĐ-UBND về việc lập cụm nhà ở Đông (sau này gọi là khu Đông) còn đó.",
     "về việc lập cụm nhà ở Đông"),
    ("Theo Nghị định số 9/2017/NĐ-CP quy định chi tiết Luật Trồng trọt, giống cây phải được công nhận.",
     "quy định chi tiết Luật Trồng trọt"),
    ("Theo Nghị định số 9/2017/NĐ-CP hướng dẫn Luật Trồng trọt, Luật Chăn nuôi, giống phải khai báo.",
     "hướng dẫn Luật Trồng trọt, Luật Chăn nuôi"),
    ("Nghị quyết số 9/2017/QH14 về việc có lợi cho bị can, bị cáo thì rõ.",
     "về việc có lợi cho bị can, bị cáo"),
    ("Huyện ra Quy định số 3-QĐ/HU về nêu gương của đảng viên, thực hiện Quy định số 8-QĐi/TW.",
     "về nêu gương của đảng viên"),
    # its verb, who acts, who speaks, when
    ("Theo Nghị định số 9/2019/NĐ-CP về họp chợ đêm quy định 3 trường hợp được miễn phí.", "về họp chợ đêm"),
    ("Nghị định số 9/2019/NĐ-CP về trông giữ xe đạp có quy định: giá vé do tỉnh đặt.", "về trông giữ xe đạp"),
    ("Thông tư số 9/2019/TT-BCT sửa đổi các quy định người bán phải theo.", "sửa đổi các quy định người bán phải theo"),
    ("Theo Chỉ thị số 9/CT-TTg về dọn gầm cầu, phường Ba Sao đã tổ chức kiểm tra.", "về dọn gầm cầu"),
    ("Theo Nghị định số 9/2019/NĐ-CP về buôn bán xăng, Bộ Tài chính vừa công bố số dư.", "về buôn bán xăng"),
    ("Về Quyết định số 9/QĐ-TTg về sắp xếp nông trường, Phó Thủ tướng Lê Văn An yêu cầu các bộ báo cáo.",
     "về sắp xếp nông trường"),
    ("Theo Thông tư số 9/2019/TT-BCT về xuất xứ hàng hóa, các doanh nghiệp thay vì xin giấy được tự khai.",
     "về xuất xứ hàng hóa"),
    ("Nghị quyết số 36a về chính quyền số chiều 20/10, ông Lê Văn An cho biết.", "về chính quyền số"),
    ("Danh sách theo Quyết định số 106 về danh mục bí mật ngành được Thủ tướng ban hành năm 2008.",
     "về danh mục bí mật ngành"),
    # an issuer behind it, which it keeps
    ("Theo Thông tư số 9/2019/TT-BCT về xuất xứ hàng hóa của Bộ Công Thương, người mua được hoàn thuế.",
     "về xuất xứ hàng hóa của Bộ Công Thương"),
    ("Quyết định số 9/QĐ-BTC công bố hết hiệu lực các điều 6, 8 của quy chế cũ.",
     "công bố hết hiệu lực các điều 6, 8 của quy chế cũ"),
    # another that is tied to what it holds
    ("Kết luận số 51-KL/TW về tiếp tục thực hiện Nghị quyết số 29-NQ/TW gắn với Đề án số 9-ĐA/TU.",
     "về tiếp tục thực hiện Nghị quyết số 29-NQ/TW"),
    ("Công văn số 8/SYT-NV v/v kiểm tra học kỳ; nay", "v/v kiểm tra học kỳ"),
    ("Thông báo 345/TB-VPCP kết luận của Phó Thủ tướng Lê Văn An tại cuộc họp. Nay",
     "kết luận của Phó Thủ tướng Lê Văn An tại cuộc họp"),
    ("Nghị quyết số 98/2023/QH15 của Quốc hội thí điểm cơ chế đặc thù. Nay", "thí điểm cơ chế đặc thù"),
    ("Theo Nghị định số 9/2019/NĐ-CP về kiểm soát nội bộ quy định 03 trường hợp phải lập tổ.", "về kiểm soát nội bộ"),
    ("Theo Thông tư số 9/2019/TT-BCT về thị trường điện, đối tượng tham gia sẽ được mở rộng.", "về thị trường điện"),
    ("Phạt theo Nghị định số 147 về an toàn hàng không với mức phạt 3 triệu đồng.", "về an toàn hàng không"),
    ("Căn cứ Nghị định số 9/2019/NĐ-CP về kinh doanh gỗ và khoản 2 Điều 11 Thông tư số 3/2018/TT-BNN về rừng.",
     "về kinh doanh gỗ"),
    # a page's list, its full name in a bracket
    ("» 2914/KH-UBND (13/09/2022): Kế hoạch giảm nghèo năm 2023 » 15/QĐ-UBND", "Kế hoạch giảm nghèo năm 2023"),
    ("Thông tư 29/2024/TT-BGDĐT (tên đầy đủ: Quy định về dạy thêm) còn hiệu lực", "Quy định về dạy thêm"),
    ("Quy định 305-QĐ/TW về kiểm soát quyền lực đang được lấy ý kiến", "về kiểm soát quyền lực"),
    ("Nghị định 90/2019/NĐ-CP về xử phạt giao thông, trừ các điều 5, 6", "về xử phạt giao thông"),
    ("Kế hoạch số 31-KH/ĐU về đại hội chi bộ không liên quan đến việc này", "về đại hội chi bộ"),
    ("Nghị định 47/2022/NĐ-CP quy định về xử phạt hành chính mới nhất", "quy định về xử phạt hành chính"),
    ("Kế hoạch số 12-KH/ĐU quán triệt, tuyên truyền và tổ chức học tập nghị quyết",
     "quán triệt, tuyên truyền và tổ chức học tập nghị quyết"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLE_ENDS)
def test_a_title_ends_where_the_document_is_spoken_of(
    extractor: Extractor, text: str, title: str
) -> None:
    assert extractor.extract(text).mentions[0].title == title


LOCAL = [
    ("kế hoạch thực hiện Chỉ thị 45-CT/TW của Đảng bộ tỉnh, trình Ban Thường vụ.", None),
    ("Chỉ thị 45-CT/TW của Ban Bí thư", "Ban Bí thư"),
]


@pytest.mark.parametrize(("text", "issuer"), LOCAL)
def test_the_centre_s_numbers_are_of_no_province(
    extractor: Extractor, text: str, issuer: str | None
) -> None:
    (found,) = extractor.extract(text).mentions
    assert found.issuer == issuer
