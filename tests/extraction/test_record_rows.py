"""What a page lists of one document's relations, row by row."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from tests.extraction.test_statements import Said, deeds

ROWS = [
    ("Tên: Nghị định 46/2021/NĐ-CP về chế độ tài chính\nTình trạng: Còn hiệu lực\nLược đồ: Văn bản bị thay thế (1): "
     "Nghị định 57/2012/NĐ-CP. Văn bản căn cứ (2): Luật số 47/2010/QH12; Luật số 88/2015/QH13. Văn bản hướng "
     "dẫn: chưa có.",
     [("46/2021/NĐ-CP", "replaces", "57/2012/NĐ-CP"), ("46/2021/NĐ-CP", "based_on", "47/2010/QH12"),
      ("46/2021/NĐ-CP", "based_on", "88/2015/QH13")]),
    ("Văn bản: Thông tư 7/2024/TT-BYT ; ký 5-6-2024\nThay thế : Thông tư 9/2014/TT-BYT [hết hiệu lực]\n"
     "Liên quan : Thông tư 3/2020/TT-BYT", [("7/2024/TT-BYT", "replaces", "9/2014/TT-BYT")]),
    ("Số hiệu: 90/2019/NĐ-CP\nLoại văn bản: Nghị định\nVăn bản sửa đổi, bổ sung:\n- Nghị định 12/2021/NĐ-CP\n"
     "- Nghị định 18/2024/NĐ-CP\nVăn bản bị thay thế:\n- Nghị định 41/2016/NĐ-CP",
     [("12/2021/NĐ-CP", "amends", "90/2019/NĐ-CP"), ("18/2024/NĐ-CP", "amends", "90/2019/NĐ-CP"),
      ("90/2019/NĐ-CP", "replaces", "41/2016/NĐ-CP")]),
    ("Thông tư 15/2014/TT-BCA về đăng ký xe\nTình trạng: Hết hiệu lực\nBị thay thế bởi: Thông tư 58/2020/TT-BCA",
     [("58/2020/TT-BCA", "replaces", "15/2014/TT-BCA")]),
    ("Số ký hiệu: 90/2019/NĐ-CP\nNgày | Trạng thái | Văn bản nguồn | Phần hết hiệu lực\n01/02/2021 | Được sửa đổi, bổ sung | "
     "12/2021/NĐ-CP | Điều 4\n05/07/2024 | Bị thay thế | 74/2024/NĐ-CP | Toàn bộ văn bản\nVăn bản căn cứ:\n- Luật số 45/2019/QH14",
     [("12/2021/NĐ-CP", "amends", "90/2019/NĐ-CP"), ("74/2024/NĐ-CP", "replaces", "90/2019/NĐ-CP"),
      ("90/2019/NĐ-CP", "based_on", "45/2019/QH14")]),
    ("| Số ký hiệu | 90/2019/NĐ-CP |\n| 1 | 05/07/2024 | Bị thay thế | 74/2024/NĐ-CP |",
     [("74/2024/NĐ-CP", "replaces", "90/2019/NĐ-CP")]),
    # what happened to another document of the line
    ("Số ký hiệu: 90/2019/NĐ-CP\n1 | 41/2016/NĐ-CP | Bị thay thế | 74/2024/NĐ-CP", []),
    # nothing is spoken of, or it is prose
    ("Văn bản bị thay thế (1): Nghị định 57/2012/NĐ-CP.", []),
    ("Bộ nêu các văn bản: Nghị định 57/2012/NĐ-CP, Nghị định 46/2021/NĐ-CP.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_rows(extractor: Extractor, text: str, said: Said) -> None:
    assert sorted(deeds(extractor, text)) == sorted(said)
