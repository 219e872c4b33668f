"""What the registries say agrees with itself."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from graph.model.identifiers import BODY_PREFIX
from graph.model.numbers import DocumentNumber, NumberForm
from graph.model.registry import LAWS, KnownWork, Registry
from graph.model.relations import RelationKind
from graph.model.text import slug

PARTY_ORGANS = ("/TW", "/HNTW", "/VPTW", "/BTCTW", "/UBKTTW")


def test_type_ids_are_slugs_of_their_names(registry: Registry) -> None:
    assert [t.id for t in registry.types] == [slug(t.name) for t in registry.types]


def test_laws_are_the_types_of_that_kind(registry: Registry) -> None:
    assert {t.id for t in registry.types if t.kind == "law"} == LAWS


def test_a_longer_name_begins_with_the_shorter_and_shares_its_code(registry: Registry) -> None:
    types = {t.id: t for t in registry.types}
    pairs = [(t, types[t.longer]) for t in registry.types if t.longer]
    assert ("chuong-trinh", "chuong-trinh-hanh-dong") in {(s.id, long.id) for s, long in pairs}
    for short, long in pairs:
        assert long.name.startswith(f"{short.name} "), short.id
        assert long.longer is None, short.id
        assert set(short.codes) & set(long.codes), short.id


@pytest.mark.parametrize(
    ("code", "type_id"),
    [
        ("NQ", "nghi-quyet"), ("CT", "chi-thi"), ("KL", "ket-luan"), ("QĐi", "quy-dinh"),
        ("QyĐ", "quy-dinh"), ("HD", "huong-dan"), ("KH", "ke-hoach"), ("CTr", "chuong-trinh"),
        ("NĐ", "nghi-dinh"), ("TTLT", "thong-tu-lien-tich"), ("VBHN", "van-ban-hop-nhat"),
        ("CĐ", "cong-dien"), ("TTr", "to-trinh"), ("PL", "phap-lenh"),
    ],
)  # fmt: skip
def test_codes_stand_for_types(registry: Registry, code: str, type_id: str) -> None:
    assert type_id in {t.id for t in registry.types if code in t.codes}


def test_qd_is_a_decision_and_a_regulation(registry: Registry) -> None:
    assert {"quyet-dinh", "quy-dinh"} <= {t.id for t in registry.types if "QĐ" in t.codes}


def test_places_count_63_before_and_34_after_the_mergers(registry: Registry) -> None:
    def existing(day: date) -> int:
        return sum(
            (p.valid_from is None or p.valid_from <= day)
            and (p.valid_to is None or day <= p.valid_to)
            for p in registry.places
        )

    assert existing(date(2024, 12, 31)) == existing(date(2025, 6, 30)) == 63
    assert existing(date(2025, 7, 1)) == 34
    assert existing(date(2008, 7, 31)) == 64
    assert existing(date(1997, 1, 1)) == 61


@pytest.mark.parametrize(
    "day",
    [
        "1992-01-01",
        "1998-01-01",
        "2005-01-01",
        "2024-12-31",
        "2025-06-30",
        "2025-07-01",
    ],
)
def test_each_province_of_a_day_has_its_own_tile(registry: Registry, day: str) -> None:
    when = date.fromisoformat(day)
    maps = sorted({tile.map for tile in registry.map_tiles})
    year = 2025 if when >= date(2025, 7, 1) else 2004
    assert maps == [2004, 2025]
    tiles = [tile for tile in registry.map_tiles if tile.map == year]
    living = {
        p.id
        for p in registry.places
        if (p.valid_from is None or p.valid_from <= when)
        and (p.valid_to is None or when <= p.valid_to)
    }
    shown = [tile for tile in tiles if tile.place in living]
    assert {tile.place for tile in shown if tile.part is None} == living
    spots = Counter((tile.column, tile.row) for tile in shown)
    assert max(spots.values()) == 1


@pytest.mark.parametrize(
    ("west", "east"),
    [("dien-bien", "quang-ninh"), ("an-giang", "ho-chi-minh"), ("ha-noi", "hai-phong")],
)
def test_the_map_keeps_west_and_east(registry: Registry, west: str, east: str) -> None:
    column = {tile.place: tile.column for tile in registry.map_tiles if tile.part is None}
    assert column[west] < column[east]


def test_the_map_keeps_north_and_south(registry: Registry) -> None:
    coast = (
        "cao-bang", "ha-noi", "thanh-hoa", "nghe-an", "quang-binh", "thua-thien-hue", "quang-nam",
        "quang-ngai", "binh-dinh", "phu-yen", "khanh-hoa", "ninh-thuan", "binh-thuan", "ca-mau",
    )  # fmt: skip
    row = {tile.place: tile.row for tile in registry.map_tiles if tile.part is None}
    assert [row[place] for place in coast] == sorted(row[place] for place in coast)
    assert {tile.part for tile in registry.map_tiles if tile.part} == {"Hoàng Sa", "Trường Sa"}


def test_ended_places_and_bodies_point_to_known_successors(registry: Registry) -> None:
    places = {p.id: p for p in registry.places}
    for place in registry.places:
        assert all(s in places for s in place.successors), place.id
        assert (place.valid_to is not None) == bool(place.successors), place.id
        for successor in place.successors:
            started = places[successor].valid_from
            assert place.valid_to is not None
            assert started is None or started <= place.valid_to + timedelta(1), place.id
    bodies = {b.id for b in registry.bodies}
    for body in registry.bodies:
        assert all(s in bodies for s in body.successors), body.id
        assert body.parent is None or body.parent in bodies, body.id
        assert body.valid_from is None or body.valid_to is None or body.valid_from <= body.valid_to


def test_soc_trang_becomes_the_new_can_tho(registry: Registry) -> None:
    places = {p.id: p for p in registry.places}
    assert places["soc-trang"].successors == ("can-tho-2025",)
    assert places["can-tho-2025"].name == places["can-tho"].name == "Cần Thơ"
    assert places["ha-noi"].valid_to is None


def test_ids_of_bodies_are_unique_and_below_the_prefix(registry: Registry) -> None:
    ids = [b.id for b in registry.bodies]
    assert len(ids) == len(set(ids))
    assert all(i.startswith(BODY_PREFIX + "tw/") for i in ids)


def test_tw_stands_for_three_issuers(registry: Registry) -> None:
    tw = {b.name for b in registry.bodies if "TW" in b.codes}
    assert {"Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"} <= tw


def test_one_phrase_names_one_living_body(registry: Registry) -> None:
    for day in (date(2020, 6, 1), date(2026, 6, 1)):
        names = Counter(
            name
            for body in registry.bodies
            if body.existed_on(day)
            for name in {n.casefold() for n in (body.name, *body.aliases)}
        )
        assert not [name for name, count in names.items() if count > 1]


def test_templates_have_parents_of_their_own_kind(registry: Registry) -> None:
    known = {(t.organ, t.level, kind) for t in registry.templates for kind in t.place_kinds}
    for template in registry.templates:
        if template.parent:
            for kind in template.place_kinds:
                assert (template.parent, template.level, kind) in known, template.organ


def test_terms_follow_each_other_without_gap(registry: Registry) -> None:
    for series in ("party", "national-assembly", "province-party"):
        terms = [t for t in registry.terms if t.series == series]
        for before, after in pairwise(terms):
            assert before.end == after.start - timedelta(1), after
        assert terms[-1].end is None


@pytest.mark.parametrize(
    ("series", "day", "number"),
    [
        ("party", date(2014, 8, 18), "XI"), ("party", date(2019, 11, 1), "XII"),
        ("party", date(2026, 1, 22), "XIII"), ("party", date(2026, 1, 23), "XIV"),
        ("national-assembly", date(2013, 11, 29), "XIII"),
        ("province-party", date(2015, 1, 6), "2010-2015"),
    ],
)  # fmt: skip
def test_term_of_a_day(registry: Registry, series: str, day: date, number: str) -> None:
    assert [t.number for t in registry.terms if t.series == series and t.holds(day)] == [number]


def test_every_relation_kind_has_labels(registry: Registry) -> None:
    assert [r.relation for r in registry.relations] == list(RelationKind)
    assert all(r.label and r.inverse and r.label_en for r in registry.relations)


def test_no_work_is_registered_twice(registry: Registry) -> None:
    numbered = Counter((w.type, w.number, w.date, w.place) for w in registry.works if w.number)
    named = Counter((w.type, w.name, w.date) for w in registry.works if w.number is None)
    assert not [key for key, count in (numbered | named).items() if count > 1]


def test_works_say_what_they_are(registry: Registry) -> None:
    types, bodies = {t.id for t in registry.types}, {b.id for b in registry.bodies}
    for work in registry.works:
        assert work.number or work.name, work
        assert work.type in types, work
        assert work.issuer is None or work.issuer in bodies, work
        if work.number:
            assert str(DocumentNumber.parse(work.number)) == work.number
        if work.date and work.effective:
            assert work.date.earliest() <= work.effective.latest(), work


def _series(work: KnownWork) -> str:
    party = work.number is None or work.number.endswith(PARTY_ORGANS)
    return "party" if party else "national-assembly"


def test_works_were_signed_in_their_term(registry: Registry) -> None:
    terms = {(t.series, t.number): t for t in registry.terms}
    for work in registry.works:
        if work.term and work.date:
            term = terms[_series(work), work.term]
            assert term.holds(work.date.earliest()) or term.holds(work.date.latest()), work


def test_party_numbers_are_one_per_type_and_term(registry: Registry) -> None:
    keys = Counter(
        (w.type, DocumentNumber.parse(w.number).key, w.term)
        for w in registry.works
        if w.number and w.number.endswith(PARTY_ORGANS)
    )
    assert not [key for key, count in keys.items() if count > 1]


def test_subjects_are_of_works_that_have_namesakes(registry: Registry) -> None:
    works = [(work.type, work.number) for work in registry.works]
    dated = {(work.type, work.number, work.date) for work in registry.works}
    for subject in registry.subjects:
        assert (subject.type, subject.number, subject.date) in dated
        party = DocumentNumber.parse(subject.number).form is NumberForm.PARTY
        assert not party or works.count((subject.type, subject.number)) > 1, subject


def test_articles_are_of_registered_codes_that_have_namesakes(registry: Registry) -> None:
    names = Counter(work.name for work in registry.works if work.type == "bo-luat")
    codes = {work.number: names[work.name] for work in registry.works if work.type == "bo-luat"}
    for article in registry.articles:
        assert codes[article.work] > 1, article
        assert article.number.isdigit(), article
        assert article.phrases, article


def test_law_names_begin_with_their_type_and_are_many(registry: Registry) -> None:
    words = {t.id: t.name for t in registry.types}
    for law in registry.law_names:
        assert law.name.startswith(words[law.type]) or law.name.isupper(), law
    assert len(registry.law_names) >= 600
    names = {law.name for law in registry.law_names}
    assert {law.of for law in registry.law_names if law.of} <= names
    amending = (" sửa đổi",)
    missing = [
        w.name
        for w in registry.works
        if w.type in {"luat", "bo-luat", "phap-lenh"}
        and w.name
        and not any(a in w.name for a in amending)
        and w.name not in names
    ]
    assert not missing
