"""Mentions that say the same in like circumstances are judged once, and counted."""

from __future__ import annotations

import pytest

from graph.model.resolutions import Resolved


def item(world, published, opening="Bài. ", **stated):
    text = world.Text(opening, published)
    text.mention("39-CT/TW", **stated)
    return text.item()


def counts(store) -> list[int]:
    return [one.count for one in store.evidence_of("n:39-ct-tw")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # the document's date is stated: the day of the citing text tells nothing
        (("2024-02-11", {"date": "2014-08-18"}), ("2024-02-12", {"date": "2014-08-18"}), [2]),
        # but a text older than the document is another matter
        (("2024-02-11", {"date": "2014-08-18"}), ("2013-01-01", {"date": "2014-08-18"}), [1, 1]),
        # without a date, the day of the text may decide which one is meant
        (("2024-02-11", {}), ("2024-02-12", {}), [1, 1]),
        (("2024-02-11", {}), ("2024-02-11", {}), [2]),
        (("2024-02-11", {}), ("2024-02-11", {"issuer": "Ban Bí thư"}), [1, 1]),
        (("2024-02-11", {"date": "2014"}), ("2024-02-12", {"date": "2014"}), [1, 1]),
    ],
)
def test_what_makes_a_form(world, store, first, second, expected):
    world.ingest(store, item(world, first[0], "Một. ", **first[1]))
    world.ingest(store, item(world, second[0], "Hai. ", **second[1]))
    assert counts(store) == expected


def test_the_first_by_source_id_stands_for_all_whatever_came_first(world, store):
    items = [item(world, "2024-02-11", f"{n}. ", date="2014-08-18") for n in range(4)]
    for one in sorted(items, key=lambda one: one.source.id, reverse=True):
        world.ingest(store, one)
        (evidence,) = store.evidence_of("n:39-ct-tw")
        assert evidence.context.source == one.source.id
    first, second = sorted(items, key=lambda one: one.source.id)[:2]
    world.remove(store, first)
    (evidence,) = store.evidence_of("n:39-ct-tw")
    assert (evidence.context.source, evidence.count) == (second.source.id, 3)


def test_every_member_has_the_resolution_of_its_form(world, store):
    items = [item(world, "2024-02-11", f"{n}. ", date="2014-08-18") for n in range(3)]
    for one in items:
        world.ingest(store, one)
    for one in items:
        (row,) = store.mentions_of(one.source.id)
        assert isinstance(row.resolution, Resolved)
        with store.writing() as writer:
            found = writer.resolutions_of(one.source.id)
        assert found == {(one.source.id, 0): row.resolution}
    assert store.evidence("/eli/vn/tw/-/chi-thi/2014-08-18/39").total == 3
    assert store.counts()["resolutions"] == {"resolved": 3}


def test_two_mentions_of_one_form_in_one_text(world, store):
    text = world.Text()
    text.mention("39-CT/TW", date="2014-08-18")
    text.mention("39-CT/TW", date="2014-08-18")
    one = text.item()
    empty = list(store.dump())
    world.ingest(store, one)
    assert counts(store) == [2]
    world.remove(store, one)
    assert list(store.dump()) == empty
