"""Other vocabularies: names out, names in, and what others assert beside what was read."""

from __future__ import annotations

import pytest

from graph.lineage.crosswalk import Crosswalk, exported, foreign, take_in, vocabularies
from graph.model.errors import InputError, UnknownFormatError
from graph.model.registry import Registry
from graph.model.relations import RelationKind as K
from graph.store import Store
from tests.lineage.texts import Reading, of, official

OLD = of("Thông tư", "05/2015/TT-BTC", "2015-03-05", "Bộ trưởng Bộ Tài chính")
OLD_ID = "/eli/vn/tw/btc/thong-tu/2015-03-05/5"
NEW_ID = "/eli/vn/tw/btc/thong-tu/2018-03-01/11"
WHOLE = "Văn bản bị thay thế"


@pytest.fixture
def store(reading: Reading) -> Store:
    return reading(
        [
            official("05/2015/TT-BTC", "2015-03-05", "Về chứng từ"),
            official("11/2018/TT-BTC", "2018-03-01", "Về hóa đơn", clauses=f"Thay thế {OLD}."),
        ]
    )


@pytest.mark.parametrize(
    ("vocabulary", "kind", "part", "name"),
    [
        ("vbpl", K.REPLACES, False, "Văn bản được thay thế"),
        ("vbpl", K.REPEALS, True, "Văn bản bị hết hiệu lực 1 phần"),
        ("thuvienphapluat", K.REPLACES, False, "Văn bản bị thay thế"),
        ("luatvietnam", K.REPEALS, True, "Văn bản hết hiệu lực một phần"),
        ("vnlegaltext", K.BASED_ON, False, "Is pursuant to"),
        ("eli", K.AMENDS, False, "eli:amends"),
        ("eli", K.AMENDS, True, "eli:amends"),
        ("eli", K.REPEALS, True, "eli:amends"),
        ("akoma-ntoso", K.REPEALS, True, "textualMod/repeal"),
        ("akoma-ntoso", K.INTERPRETS, False, "meaningMod/authenticInterpretation"),
    ],
)
def test_names_out(registry: Registry, vocabulary: str, kind: K, part: bool, name: str) -> None:
    written = Crosswalk(registry, vocabulary).write(kind, part=part)
    assert written is not None
    assert written.name == name


@pytest.mark.parametrize(
    ("vocabulary", "name", "kind", "active", "part"),
    [
        ("vbpl", "văn bản được  hướng dẫn", K.GUIDES, True, False),
        ("vbpl", "Văn bản hướng dẫn", K.GUIDES, False, False),
        ("vbpl", "Văn bản quy định hết hiệu lực 1 phần", K.REPEALS, False, True),
        ("thuvienphapluat", "Văn bản thay thế", K.REPLACES, False, False),
        ("vnlegaltext", "Expires", K.REPEALS, True, False),
        ("eli", "eli:amended_by", K.AMENDS, False, False),
        ("akoma-ntoso", "passiveRef", K.CITES, False, False),
    ],
)
def test_names_in(
    registry: Registry, vocabulary: str, name: str, kind: K, active: bool, part: bool
) -> None:
    read = Crosswalk(registry, vocabulary).read(name)
    assert read is not None
    assert (read.relation, read.active, read.part) == (kind, active, part)


def test_a_vague_name_is_known_but_means_nothing(registry: Registry) -> None:
    crosswalk = Crosswalk(registry, "vbpl")
    assert crosswalk.knows("Văn bản liên quan khác")
    assert crosswalk.read("Văn bản liên quan khác") is None
    assert not crosswalk.knows("Văn bản yêu thích")


@pytest.mark.parametrize("vocabulary", ["vbpl", "thuvienphapluat", "eli", "akoma-ntoso"])
def test_every_relation_is_exported(store: Store, registry: Registry, vocabulary: str) -> None:
    rows = list(exported(store, registry, vocabulary))
    stated = [one for one in store.all_relations() if one.kind is not K.ISSUED_BY]
    told = [(row.source, row.relation, row.target) for row in rows]
    assert stated
    assert {(one.source, one.kind, one.target) for one in stated} <= set(told)


def test_unknown_vocabularies_are_refused(store: Store, registry: Registry) -> None:
    with pytest.raises(UnknownFormatError, match="akoma-ntoso"):
        exported(store, registry, "nowhere")
    assert "vbpl" in vocabularies(registry)


def test_assertions_are_kept_beside_and_change_nothing(store: Store, registry: Registry) -> None:
    before = [line for line in store.dump() if '"table": "assertion"' not in line]
    generation = store.generation
    given = [
        ("11/2018/TT-BTC", WHOLE, "05/2015/TT-BTC"),  # by number, as read
        (OLD_ID, "Văn bản sửa đổi bổ sung", NEW_ID),  # from the other side, and nobody else says so
        ("11/2018/TT-BTC", "Văn bản liên quan cùng nội dung", "99/1999/TT-XYZ"),
    ]
    taken = take_in(store, registry, "thuvienphapluat", "TVPL", given)
    assert (taken.new, taken.known, taken.unknown_names) == (3, 0, ())
    assert store.generation > generation
    assert [line for line in store.dump() if '"table": "assertion"' not in line] == before
    edges = store.edges([NEW_ID], outgoing=True, kinds=[K.AMENDS])
    assert edges == []

    found = {one.assertion.name: one for one in foreign(store, registry, work=NEW_ID).items}
    same = found[WHOLE]
    assert (same.relation, same.sources, same.targets) == (K.REPLACES, (NEW_ID,), (OLD_ID,))
    assert same.read
    other = found["Văn bản sửa đổi bổ sung"]
    assert (other.relation, other.sources, other.targets) == (K.AMENDS, (NEW_ID,), (OLD_ID,))
    assert not other.read
    vague = found["Văn bản liên quan cùng nội dung"]
    assert (vague.relation, vague.targets, vague.read) == (None, (), False)


def test_the_same_assertion_twice_is_one(store: Store, registry: Registry) -> None:
    given = [("11/2018/TT-BTC", WHOLE, "05/2015/TT-BTC")] * 2
    assert take_in(store, registry, "thuvienphapluat", "A", given).new == 1
    generation = store.generation
    assert take_in(store, registry, "thuvienphapluat", "A", given).known == 2
    assert store.generation == generation
    assert take_in(store, registry, "thuvienphapluat", "B", given).new == 1
    assert foreign(store, registry).total == 2


@pytest.mark.parametrize(
    ("who", "given"),
    [
        (" ", [("a", WHOLE, "b")]),
        ("A", [("a", WHOLE, "b"), ("a", " ", "b")]),
        ("A", [("a", WHOLE, "b" * 501)]),
    ],
)
def test_bad_assertions_are_refused_whole(
    store: Store, registry: Registry, who: str, given: list[tuple[str, str, str]]
) -> None:
    with pytest.raises(InputError):
        take_in(store, registry, "thuvienphapluat", who, given)
    assert foreign(store, registry).total == 0


def test_names_that_the_vocabulary_lacks_are_kept_and_told(
    store: Store, registry: Registry
) -> None:
    taken = take_in(store, registry, "vbpl", "A", [("a", "Văn bản yêu thích", "b")])
    assert (taken.new, taken.unknown_names) == (1, ("Văn bản yêu thích",))
