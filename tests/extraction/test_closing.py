"""The foot of official documents: force, signatures, recipients, as files give the two columns."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.model.mentions import Mention

HEAD = """CHÍNH PHỦ
Số: 17/2026/NQ-CP
Hà Nội, ngày 29 tháng 4 năm 2026
NGHỊ QUYẾT
Về kho dự trữ

Điều 1. Kho mở cửa hằng ngày.
"""

FORCE = [
    ("Nghị quyết này có hiệu lực thi hành từ ngày 01/5/2026 đến hết ngày 28/02/2027.",
     "2026-05-01", "2027-02-28"),
    ("Nghị quyết này có hiệu lực kể từ ngày ký và được thực hiện trong 05 năm.",
     "2026-04-29", "2031-04-28"),
    ("Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.\n"
     "Nghị quyết này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.", "2026-07-01", "2027-02-28"),
    ("Nghị quyết này có hiệu lực sau 45 ngày, kể từ ngày ký.", "2026-06-13", None),
    ("Nghị quyết này thay thế Nghị quyết số 5/2020/NQ-CP và có hiệu lực từ ngày 1/6/2026.",
     "2026-06-01", None),
    ("Giấy ủy quyền này có hiệu lực từ ngày 03/5/2026 đến hết ngày 04/6/2026.", None, None),
    ("Sửa đổi, bổ sung Điều 9 như sau:\n“Điều 9. Nghị quyết này có hiệu lực từ ngày 01/01/2020.”\n"
     "Điều 2. Nghị quyết này có hiệu lực từ ngày 02/5/2026.", "2026-05-02", None),
    ("Nghị quyết này có hiệu lực từ ngày 31/02/2027.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "first", "last"), FORCE)
def test_days_of_force(
    extractor: Extractor, clause: str, first: str | None, last: str | None
) -> None:
    own = extractor.extract(f"{HEAD}{clause}\n").mentions[0]
    days = [str(day) if day else None for day in (own.effective, own.expires)]
    assert days == [first, last]
    if own.expires is not None:
        assert own.expires_span is not None


def test_days_of_force_of_others(extractor: Extractor) -> None:
    text = "Thông tư số 8/2023/TT-BTC ngày 5/6/2023 về kho, có hiệu lực kể từ ngày 01/8/2023."
    assert str(extractor.extract(text).mentions[0].effective) == "2023-08-01"


WIDE = """
Nơi nhận:                                 TM. ỦY BAN NHÂN DÂN
- Như Điều 3;                                  KT. CHỦ TỊCH
- Thường trực Tỉnh ủy                         PHÓ CHỦ TỊCH
  (để báo cáo);
- Lưu: VT, TH.

                                             Trần Văn Lâm
"""
TIGHT = """
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như Điều 3; KT. CHỦ TỊCH
- Thường trực Tỉnh ủy (để báo cáo); PHÓ CHỦ TỊCH
- Lưu: VT, TH.
Trần Văn Lâm
"""
ONE_AFTER_THE_OTHER = """
Nơi nhận:
- Như Điều 3;
- Thường trực Tỉnh ủy
(để báo cáo);
- Lưu: VT, TH.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

(Đã ký)

Trần Văn Lâm
"""
SIGNATURE_FIRST = """
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Lâm
Nơi nhận:
- Như Điều 3;
- Thường trực Tỉnh ủy (để báo cáo);
- Lưu: VT, TH.

Phụ lục
- Kho số 1;
"""


def foot(extractor: Extractor, text: str) -> Mention:
    return extractor.extract(HEAD + text).mentions[0]


@pytest.mark.parametrize("text", [WIDE, TIGHT, ONE_AFTER_THE_OTHER, SIGNATURE_FIRST])
def test_recipients_beside_the_signature(extractor: Extractor, text: str) -> None:
    own = foot(extractor, text)
    assert own.recipients == ("Như Điều 3", "Thường trực Tỉnh ủy (để báo cáo)", "Lưu: VT, TH")
    assert own.signer == "Trần Văn Lâm"
    assert own.capacity == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH"


def test_recipients_of_a_form_in_an_annex_are_not_the_documents(extractor: Extractor) -> None:
    own = foot(extractor, """
TM. CHÍNH PHỦ
THỦ TƯỚNG
[daky]
Lê Minh An

Mẫu số 1. ĐƠN ĐỀ NGHỊ
""" + "Chúng tôi đề nghị được mở kho theo quy định.\n" * 12 + """
Nơi nhận:
- Như trên;
- Lưu: VT.
THỦ TRƯỞNG ĐƠN VỊ
(Ký, ghi rõ họ tên)
""")  # fmt: skip
    assert (own.signer, own.capacity) == ("Lê Minh An", "TM. CHÍNH PHỦ; THỦ TƯỚNG")
    assert own.recipients == ()


JOINT = """BỘ TÀI CHÍNH - BỘ CÔNG AN
Số: 05/2019/TTLT-BTC-BCA
Hà Nội, ngày 5 tháng 3 năm 2019
THÔNG TƯ LIÊN TỊCH
Về kho vũ khí
Điều 1. Kho.
KT. BỘ TRƯỞNG BỘ CÔNG AN
THỨ TRƯỞNG
Thượng tướng Lê Quý Hòa

KT. BỘ TRƯỞNG BỘ TÀI CHÍNH
THỨ TRƯỞNG
Đỗ Hoàng Minh
"""


def test_several_sign_a_joint_document(extractor: Extractor) -> None:
    own = extractor.extract(JOINT).mentions[0]
    assert own.issuer == "BỘ TÀI CHÍNH - BỘ CÔNG AN"
    assert own.signer == "Lê Quý Hòa; Đỗ Hoàng Minh"
    assert own.capacity == (
        "KT. BỘ TRƯỞNG BỘ CÔNG AN; THỨ TRƯỞNG / KT. BỘ TRƯỞNG BỘ TÀI CHÍNH; THỨ TRƯỞNG"
    )
