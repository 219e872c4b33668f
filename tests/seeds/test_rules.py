"""Ranks, review rules and the crosswalk: complete, and decided in both directions."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.model.bodies import Body
from graph.model.registry import Registry
from graph.model.relations import RelationKind

# What texts state of two documents; issuing, signing and succession are not such.
STATED = [
    kind
    for kind in RelationKind
    if kind not in (RelationKind.ISSUED_BY, RelationKind.SIGNED_BY, RelationKind.SUCCEEDED_BY)
]
VOCABULARIES = ("vbpl", "thuvienphapluat", "luatvietnam", "vnlegaltext", "eli", "akoma-ntoso")


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_relation_has_one_name_to_export(registry: Registry, vocabulary: str) -> None:
    written = Counter(
        (row.relation, row.part)
        for row in registry.crosswalk
        if row.vocabulary == vocabulary and row.active and row.write
    )
    assert [kind for kind in STATED if written[kind, False] != 1] == []
    assert max(written.values()) == 1


def test_a_name_means_one_relation_on_import(registry: Registry) -> None:
    read = Counter((r.vocabulary, r.name, r.active, r.part) for r in registry.crosswalk if r.read)
    assert [key for key, count in read.items() if count > 1] == []


def test_no_row_of_the_crosswalk_is_idle_or_said_twice(registry: Registry) -> None:
    said = Counter((r.vocabulary, r.name, r.relation, r.active, r.part) for r in registry.crosswalk)
    assert [key for key, count in said.items() if count > 1] == []


def test_what_is_written_for_a_change_is_read_back(registry: Registry) -> None:
    """VNLegalText, say, has one word for repealing a whole and a part; nothing else is lost."""
    kinds = (RelationKind.AMENDS, RelationKind.CITES, RelationKind.BASED_ON, RelationKind.REPEALS)
    back = {(r.vocabulary, r.name, r.active): r.relation for r in registry.crosswalk if r.read}
    for row in registry.crosswalk:
        if row.relation in kinds and row.write and not row.part:
            if row.vocabulary == "thuvienphapluat" and row.relation is RelationKind.REPEALS:
                continue  # 'thay thế' stands for both there
            assert back[row.vocabulary, row.name, row.active] is row.relation, row


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        (("tw/qh", "luat"), ("tw/cp", "nghi-dinh")),
        (("tw/cp", "nghi-dinh"), ("tw/btc", "thong-tu")),
        (("tw/ttg", "quyet-dinh"), ("tw/btc", "thong-tu")),
        (("tw/bchtw", "nghi-quyet"), ("tw/bct", "chi-thi")),
        (("tw/bct", "quy-dinh"), ("tw/bbt", "quy-dinh")),
        ((None, "luat"), ("tw/cp", "nghi-quyet")), ((None, "hien-phap"), (None, "luat")),
    ],
)  # fmt: skip
def test_rank(
    registry: Registry, higher: tuple[str | None, str], lower: tuple[str | None, str]
) -> None:
    bodies = {body.id: body for body in registry.bodies}

    def rank(issuer: str | None, type_id: str) -> int:
        body = bodies[f"/org/vn/{issuer}"] if issuer else None
        return next(rule.rank for rule in registry.ranks if rule.holds(type_id, body))

    assert rank(*higher) < rank(*lower)


def test_a_council_stands_above_the_committee_of_its_province(registry: Registry) -> None:
    def rank(organ: str) -> int:
        body = Body(f"/org/vn/ca-mau/{organ}", organ, "province", "state", "ca-mau")
        return next(rule.rank for rule in registry.ranks if rule.holds("nghi-quyet", body))

    assert rank("hdnd") < rank("ubnd")


def test_rules_name_known_types_and_bodies(registry: Registry) -> None:
    types, bodies = {t.id for t in registry.types}, {b.id for b in registry.bodies}
    for rank in registry.ranks:
        assert rank.type is None or rank.type in types, rank
        assert not rank.issuer or rank.issuer[0] == "*" or rank.issuer in bodies, rank
    for review in registry.review_rules:
        assert set(review.types) <= types, review
