"""The measure itself: what it calls right, wrong, gained and lost."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from quality.graded import Nodes
from quality.history import compare
from quality.matching import same_issuer, same_number, verdict
from quality.scores import Choice, Score, Section
from quality.statutes import Sentence, filtered

PLAN = {"type": "Kế hoạch", "number": "65-KH/TU", "date": "2015-01-06",
        "issuer": "Ban Thường vụ Tỉnh ủy Sóc Trăng"}  # fmt: skip
LAND = {"type": "Luật", "number": "31/2024/QH15", "name": "Luật Đất đai", "date": "2024-01-18",
        "issuer": "Quốc hội"}  # fmt: skip


@pytest.mark.parametrize(
    ("work", "key", "said"),
    [
        ("/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65", PLAN, "right"),
        ("/eli/vn/soc-trang/btv-tu/ke-hoach/-/65", PLAN, "provisional"),
        ("/eli/vn/-/-/ke-hoach/2015-01-06/65", PLAN, "provisional"),
        ("/eli/vn/soc-trang/btv-tu/ke-hoach/2016-01-06/65", PLAN, "wrong"),
        ("/eli/vn/can-tho/btv-tu/ke-hoach/2015-01-06/65", PLAN, "wrong"),
        ("/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/66", PLAN, "wrong"),
        ("/eli/vn/soc-trang/btv-tu/chi-thi/2015-01-06/65", PLAN, "wrong"),
        (None, PLAN, "abstained"),
        (None, "ambiguous", "rightly abstained"),
        ("/eli/vn/tw/qh/luat/2024-01-18/31", "unknowable", "unfounded"),
        ("/eli/vn/tw/qh/luat/2024-01-18/31", LAND, "right"),
        ("/eli/vn/tw/qh/luat/2024/luat-dat-dai", LAND, "provisional"),
        ("/eli/vn/tw/qh/luat/2013-11-29/45", LAND, "wrong"),
        ("/eli/vn/tw/qh/luat/-/nay", LAND, "wrong"),
    ],
)
def test_verdicts(work: str | None, key: dict[str, str] | str, said: str) -> None:
    assert verdict(work, key) == said


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("05-CT/TW", "5-CT/TW", True),
        ("45/2014", "45/2014/NĐ-CP", True),
        ("57", "57-NQ/TW", True),
        ("57-NQ/TW", "58-NQ/TW", False),
        ("45/2014/NĐ-CP", "45/2015/NĐ-CP", False),
        ("18-NQ/TW", "18-CT/TW", False),
        (None, "18-CT/TW", False),
    ],
)
def test_numbers(one: str | None, other: str, same: bool) -> None:
    assert same_number(one, other) is same


def test_issuers_may_lack_an_end_but_not_take_in_more() -> None:
    assert same_issuer("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương khóa XII")
    assert not same_issuer("CHÍNH PHỦ CHÍNH PHỦ", "Chính phủ")
    assert not same_issuer(None, "Chính phủ")


def test_ends_of_relations_have_one_form() -> None:
    nodes = Nodes({"mentions": [
        {"kind": "self", "number": "12/2025/NĐ-CP", "resolution": "unknowable"},
        {"kind": "named", "name": "Luật Đất đai", "resolution": LAND},
    ]})  # fmt: skip
    assert nodes.said("Luật Đất đai") == nodes.said("31/2024/QH15")
    assert nodes.said("12/2025/NĐ-CP") == "self"
    assert nodes.said("Bộ Chính trị") == "/org/vn/tw/bct"
    found = {"from": "/org/vn/tw/bct", "from_number": None, "from_name": "Bộ Chính trị"}
    assert nodes.found(found, "from") == "/org/vn/tw/bct"


def test_precision_and_recall() -> None:
    score = Score("spans")
    for found in (True, True, False):
        score.meet("a", found)
    score.false("b")
    assert (score.precision, score.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    choice = Choice("works")
    for said in ("right", "right", "right", "wrong", "abstained", "provisional"):
        choice.add("a", said, None)
    assert (choice.precision, choice.abstention) == (0.75, pytest.approx(1 / 6))


def test_filters_of_the_statute_sentences() -> None:
    defined = "Nghị định số 1/2010/NĐ-CP ( sau đây gọi tắt là Nghị định số 1/2010/NĐ-CP ) ."
    first, again = (0, 25), (defined.rindex("Nghị"), defined.rindex(" )"))
    dated = "Căn cứ Nghị định số 1/2010/NĐ-CP ngày 3 tháng 4 năm 2010 của Chính phủ"
    counts: Counter[str] = Counter()
    kept = filtered(Sentence(defined, {first: "NĐ"}), {first: "NĐ", again: "NĐ"}, counts)
    assert kept == ({first: "NĐ"}, {first: "NĐ"})
    gold, _ = filtered(Sentence(dated, {(7, 32): "NĐ"}), {}, counts)
    assert dated[slice(*next(iter(gold)))].endswith("2010")
    assert sum(counts.values()) == 2


def test_gained_and_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(found: dict[str, bool], false: str | None) -> str:
        score = Score("spans")
        for item, right in found.items():
            score.meet(item, right)
        if false:
            score.false(false)
        compare([Section("Gold", [score])], tmp_path)
        return capsys.readouterr().out

    assert "no former run" in run({"a": True, "b": False}, "c")
    told = run({"a": False, "b": True}, "d")
    gained, lost = told.split("lost")
    assert "2 gained" in gained
    assert "    b" in gained
    assert "    + c" in gained
    assert "    a" in lost
    assert "    + d" in lost
    assert json.loads((tmp_path / "quality.json").read_text("utf-8"))["Gold | spans"]["b"] is True
