"""What pages say of works and bodies before any page is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model.bodies import MapTile
from graph.model.registry import Registry
from service.pages.citing import citations
from service.pages.mapping import tiles_of
from service.pages.naming import source_name, subject
from service.pages.succession import succession
from service.pages.wording import Wording
from service.schemas.questions import CoverageAnswer, CoveredAnswer
from service.schemas.sources import SourceAnswer
from service.schemas.works import WorkAnswer
from service.settings import Settings
from service.state import open_graph

BLANK = {
    "id": "/eli/vn/tw/qh/luat/2024-01-18/31", "url": "http://x/works/eli/vn/tw/qh/luat/2024-01-18/31",
    "type": "Luật", "type_id": "luat", "number": "31/2024/QH15", "name": None, "date": "2024-01-18",
    "issuer": "Quốc hội", "issuer_id": "/org/vn/tw/qh", "term": None, "place": None,
    "place_id": "tw", "title": None, "status": "read", "effective": None, "aliases": [],
}  # fmt: skip


def work(**known: str | None) -> WorkAnswer:
    unknown = dict.fromkeys(WorkAnswer.model_fields)
    return WorkAnswer.model_validate({**unknown, **BLANK, **known})


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("Luật Đất đai", None, "Luật Đất đai"),
        ("Luật Đất đai", "ĐẤT ĐAI", "Luật Đất đai"),
        (None, "ĐẤT ĐAI", "ĐẤT ĐAI"),
        (None, "quy định chi tiết Luật Đất đai", "quy định chi tiết Luật Đất đai"),
        (None, None, None),
    ],
)
def test_subject(name: str | None, title: str | None, said: str | None) -> None:
    assert subject(work(name=name, title=title)) == said


def test_subject_is_not_the_name_above_it() -> None:
    assert subject(work(number=None, name="Hiến pháp", title=None)) is None


@pytest.mark.parametrize(
    ("known", "cited"),
    [
        (
            {"name": "Luật Đất đai", "title": "ĐẤT ĐAI"},
            "Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024 của Quốc hội",
        ),
        (
            {"title": "ĐẤT ĐAI"},
            "Luật số 31/2024/QH15 ngày 18 tháng 01 năm 2024 của Quốc hội về ĐẤT ĐAI",
        ),
        (
            {
                "type": "Nghị định",
                "number": "102/2024/NĐ-CP",
                "title": "Quy định chi tiết một luật",
            },
            "Nghị định số 102/2024/NĐ-CP ngày 18 tháng 01 năm 2024 của Quốc hội"
            " quy định chi tiết một luật",
        ),
    ],
)
def test_citation_of_what_has_a_name(known: dict[str, str], cited: str) -> None:
    assert citations(work(**known), Wording("vi", {}))["state"] == cited


@pytest.mark.parametrize(
    ("title", "origin", "name"),
    [("Tin", "/a/b.txt", "Tin"), (None, "/a/b.txt", "b.txt"), (None, "http://x.vn/", "x.vn")],
)
def test_source_is_called_by_title_or_file(title: str | None, origin: str, name: str) -> None:
    source = SourceAnswer(
        id="sha256:0", url="http://x/sources/sha256:0", title=title, publisher=None,
        published=None, place=None, author=None, origin=origin, media_type="text/plain",
    )  # fmt: skip
    assert source_name(source) == name


def covered(unit: str) -> CoveredAnswer:
    return CoveredAnswer(unit=unit, name=unit, status="not in the store", documents=[], bodies=[])


def answer(day: date, *units: str) -> CoverageAnswer:
    rows = [covered(unit) for unit in units]
    return CoverageAnswer(
        work="/eli/x", level="province", day=day, as_of=None, total=len(rows), found=0, rows=rows
    )


def test_the_map_is_that_of_the_day() -> None:
    tiles = [
        MapTile(2004, "a", 1, 2, None), MapTile(2025, "a", 3, 4, None),
        MapTile(2004, "a", 7, 2, "islands"),
    ]  # fmt: skip
    old = tiles_of(answer(date(2025, 6, 30), "a"), tiles)
    assert [(one.column, one.row, one.part) for one in old] == [(1, 2, None), (7, 2, "islands")]
    assert [one.row for one in tiles_of(answer(date(2025, 7, 1), "a"), tiles)] == [4]
    assert [one.row for one in tiles_of(answer(date(1990, 1, 1), "a"), tiles)] == [2, 2]


def test_units_without_a_spot_of_their_own_are_not_lost() -> None:
    tiles = [MapTile(2004, "a", 1, 2, None), MapTile(2004, "b", 1, 2, None)]
    shown = tiles_of(answer(date(2010, 1, 1), "a", "b", "c"), tiles)
    assert [(one.unit, one.row) for one in shown] == [("a", 2), ("b", None), ("c", None)]


def test_bodies_follow_their_provinces(tmp_path, registry: Registry) -> None:
    settings = Settings(database=str(tmp_path / "luocdo.db"), data_dir=tmp_path)
    with open_graph(settings) as graph:
        ministry = next(one for one in registry.bodies if one.successors)
        before, after = succession(graph, ministry)
        assert {one.id for one in after} == set(ministry.successors)
        heir = next(one for one in registry.bodies if one.id == ministry.successors[0])
        assert ministry.id in {one.id for one in succession(graph, heir)[0]}
        committee = replace(
            ministry, id="/org/vn/can-tho-2025/btv-tu", place="can-tho-2025", successors=()
        )
        before, after = succession(graph, committee)
        assert [one.name for one in before] == [
            "Ban Thường vụ Thành ủy Cần Thơ", "Ban Thường vụ Tỉnh ủy Hậu Giang",
            "Ban Thường vụ Tỉnh ủy Sóc Trăng",
        ]  # fmt: skip
        assert after == []
        assert not any(one.known for one in before)
