"""Documents that are not as they should be: two in one file, no date, an impossible one."""

from __future__ import annotations

import time

from graph.model.registry import Registry
from graph.pipeline import make_reader
from graph.reading import SourceReader

HEAD = """BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Hà Nội, {day}
QUYẾT ĐỊNH
Về kho

Căn cứ Luật Kế toán số 88/2015/QH13;
Điều 1. Quyết định này thay thế Quyết định số {old} ngày 01/02/2003.
"""


def read(registry: Registry, text: str) -> tuple[dict, tuple[str, ...]]:
    source = SourceReader(registry).read_bytes(text.encode(), "hồ sơ.txt")
    return make_reader(registry).references(source).to_dict(), source.warnings


def test_two_letterheads_are_told_and_the_second_does_not_speak_for_the_first(
    registry: Registry,
) -> None:
    day = "ngày 05 tháng 3 năm 2021"
    first = HEAD.format(number="45/QĐ-BTC", day=day, old="7/QĐ-BTC")
    second = HEAD.format(number="46/QĐ-BTC", day=day, old="8/QĐ-BTC")
    found, warnings = read(registry, first + "\n" + second)
    assert found["self"]["number"] == "45/QĐ-BTC"
    assert "46/QĐ-BTC" in [one["number"] for one in found["references"]]
    replaced = [r["to_number"] for r in found["relations"] if r["relation"] == "replaces"]
    assert replaced == ["7/QĐ-BTC"]
    assert ["45/QĐ-BTC, 46/QĐ-BTC" in one for one in warnings] == [True]
    assert read(registry, first)[1] == ()


def test_no_date_and_an_impossible_one_leave_it_open(registry: Registry) -> None:
    for day in ("ngày    tháng    năm 2021", "ngày 31 tháng 02 năm 2021", "ngày 45/13/2021"):
        found, _ = read(registry, HEAD.format(number="45/QĐ-BTC", day=day, old="7/QĐ-BTC"))
        assert (found["self"]["number"], found["self"]["date"]) == ("45/QĐ-BTC", None)
        assert [r["to_number"] for r in found["relations"] if r["relation"] == "replaces"]


def test_heads_without_end_cost_little(registry: Registry) -> None:
    line = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: \nNơi nhận:\n- Như trên;\nKT. CHỦ TỊCH\n"
    began = time.process_time()
    read(registry, HEAD.format(number="45/QĐ-BTC", day="", old="7/QĐ-BTC") + line * 3000)
    assert time.process_time() - began < 20
