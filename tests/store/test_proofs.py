"""Every relation shows its sentences, and every work where it is spoken of."""

from __future__ import annotations

from graph.model.relations import Relation, RelationKind
from graph.model.spans import Span
from graph.store.surroundings import surroundings

KH65 = "/eli/vn/tw/-/ke-hoach/2015-01-06/65"
CT39 = "/eli/vn/tw/-/chi-thi/2014-08-18/39"
BCT = "/org/vn/tw/bo-chinh-tri"


def fill(world, store, texts=2):
    for n in range(texts):
        text = world.Text(f"Bài {n}. ")
        own = text.mention("65-KH/TU", date="2015-01-06")
        other = text.mention("39-CT/TW", date="2014-08-18", issuer="Bộ Chính trị")
        text.says(own, RelationKind.IMPLEMENTS, other, to=("Điều 5",))
        text.says(world.body("Tỉnh ủy"), RelationKind.REVIEWS, own)
        text.says(own, RelationKind.CITES, own)
        world.ingest(store, text.item())


def test_the_same_statement_from_two_texts_is_one_relation(world, store):
    fill(world, store)
    assert set(store.all_relations()) == {
        Relation(KH65, RelationKind.IMPLEMENTS, CT39, (), ("Điều 5",)),
        Relation("/org/vn/tw/tinh-uy", RelationKind.REVIEWS, KH65),
        Relation(CT39, RelationKind.ISSUED_BY, BCT),
    }
    (edge,) = store.edges([KH65], outgoing=True)
    assert (edge.target, edge.evidence, edge.to_subdivisions) == (CT39, 2, ("Điều 5",))
    proofs = store.provenance(KH65, RelationKind.IMPLEMENTS, CT39)
    assert len(proofs) == 2
    assert {proof.text for proof in proofs} == {"Nay implements điều ấy."}
    assert {(proof.cue, proof.asserted_by) for proof in proofs} == {("implements", "Báo Thử")}
    assert store.provenance(KH65, RelationKind.IMPLEMENTS, CT39, limit=1) == proofs[:1]
    assert store.provenance(KH65, RelationKind.REPEALS, CT39) == ()
    quoted = store.quotes([(KH65, RelationKind.IMPLEMENTS, CT39)], each=1)
    assert [one.text for one in quoted[KH65, RelationKind.IMPLEMENTS, CT39]] == [proofs[0].text]


def test_issuers_are_edges_with_the_mentions_that_name_them(world, store):
    fill(world, store)
    (edge,) = store.edges([BCT], outgoing=False)
    assert (edge.source, edge.kind, edge.evidence) == (CT39, RelationKind.ISSUED_BY, 2)
    (proof, _) = store.provenance(CT39, RelationKind.ISSUED_BY, BCT)
    assert (proof.text, proof.cue) == ("39-CT/TW.", "Bộ Chính trị")
    quoted = store.quotes([(CT39, RelationKind.ISSUED_BY, BCT)], each=3)
    assert len(quoted[CT39, RelationKind.ISSUED_BY, BCT]) == 1  # both say it alike


def test_kinds_and_limits_of_edges(world, store):
    fill(world, store)
    assert store.edges([CT39], outgoing=True, kinds=[RelationKind.IMPLEMENTS]) == []
    assert store.edges([KH65, CT39], outgoing=True, kinds=[]) == []
    assert len(store.edges([KH65, CT39], outgoing=True)) == 2
    assert len(store.edges([KH65, CT39], outgoing=True, limit=1)) == 1
    assert store.edges([], outgoing=True) == []
    many = [f"/eli/vn/{n}" for n in range(2500)] + [KH65]
    assert len(store.edges(many, outgoing=True)) == 1


def test_evidence_of_a_work(world, store):
    fill(world, store)
    page = store.evidence(KH65, limit=50)
    related = [(row.relation, row.outgoing, row.other) for row in page.items if row.relation]
    assert sorted(related) == [
        (RelationKind.IMPLEMENTS, True, CT39),
        (RelationKind.IMPLEMENTS, True, CT39),
        (RelationKind.REVIEWS, False, "/org/vn/tw/tinh-uy"),
        (RelationKind.REVIEWS, False, "/org/vn/tw/tinh-uy"),
    ]
    plain = [row for row in page.items if row.relation is None]
    assert [row.text for row in plain] == ["65-KH/TU.", "65-KH/TU."]
    assert page.total == len(page.items) == 6
    halves = [store.evidence(KH65, limit=3, offset=at).items for at in (0, 3)]
    assert halves[0] + halves[1] == page.items
    assert store.evidence("/eli/vn/none").total == 0


def test_counts(world, store):
    fill(world, store)
    assert store.counts() == {
        "sources": 2, "mentions": 4, "statements": 6, "bodies": 2, "works": {"cited-only": 2},
        "relations": {"implements": 1, "reviews": 1, "issued_by": 1},
        "resolutions": {"resolved": 4},
    }  # fmt: skip


def test_surroundings_stay_within_the_text_and_hold_the_span():
    text = "Câu đầu. Theo Chỉ thị 39-CT/TW, " + "rất " * 200 + "dài.\nCâu sau."
    span = Span(14, 31)
    found = surroundings(text, span)
    assert found.of(text).startswith("Theo Chỉ thị 39-CT/TW")
    assert found.contains(span)
    assert len(found.of(text)) < 250
    assert surroundings("39-CT/TW", Span(0, 8)) == Span(0, 8)
