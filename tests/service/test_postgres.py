"""PostgreSQL answers as SQLite does: the demo graph in both, the same questions over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, text

from graph.model.seeding import default_seeds
from graph.reading import walk
from graph.store import open_store
from graph.store.fulltext import matching
from graph.store.schema import work_text
from service.app import create_app
from service.cli.ingest import read_all
from service.settings import Settings
from service.state import open_graph
from tests.postgres import Postgres, running_postgres

WORK = "/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
ASKED = (
    "/works?limit=200", "/works?q=chi thi 39",
    "/works?q=100%25_", "/works?type=Luật&year=2024",
    "/works?standing=cited-only&offset=5&limit=5",
    "/works?issuer=Bộ Chính trị", WORK, f"{WORK}/lineage", f"{WORK}/evidence", f"{WORK}/timeline",
    f"{WORK}/current", f"{WORK}/status", f"{WORK}/impact", f"{WORK}/coverage", f"{WORK}/cite",
    "/works/eli/vn/tw/-/chi-thi/-/39", "/bodies?limit=200", "/bodies?q=tinh uy",
    "/bodies/org/vn/tw/bct", "/resolve?number=39-CT/TW", "/resolve?text=Luật Đất đai năm 2024",
    "/sources", "/wanted", "/audit", "/reviews", "/stats", "/changes?since=1", "/crosswalk",
    f"/paths?from=/eli/vn/soc-trang/btv-tu/ke-hoach/2015-01-06/65&to={WORK.removeprefix('/works')}",
)  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with running_postgres() as running:
        yield running


@pytest.fixture(scope="module")
def both(
    server: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TestClient, TestClient]]:
    folder = tmp_path_factory.mktemp("both")
    databases = (str(folder / "luocdo.db"), server.fresh())
    with ExitStack() as opened:
        clients = []
        for name, database in zip(("sqlite", "postgresql"), databases, strict=True):
            settings = Settings(database=database, data_dir=folder / name)
            with as_file(default_seeds()) as seeds, open_graph(settings, prepare=True) as graph:
                assert not read_all(graph, walk([seeds / "corpus"])).failed
            clients.append(opened.enter_context(TestClient(create_app(settings))))
        yield clients[0], clients[1]


def found(client: TestClient, q: str) -> set[str] | int:
    """Return all works found, or the status where that is none of 200."""
    ids: set[str] = set()
    for offset in range(0, 100_000, 200):
        answer = client.get("/works", params={"q": q, "limit": 200, "offset": offset})
        if answer.status_code != 200:
            return answer.status_code
        ids.update(one["id"] for one in answer.json()["items"])
        if offset + 200 >= answer.json()["total"]:
            break
    assert len(ids) == answer.json()["total"]
    return ids


def without_times(answer: Any) -> Any:
    """Drop what tells when, not what."""
    if isinstance(answer, dict):
        return {k: without_times(v) for k, v in answer.items() if k not in ("at", "time")}
    return [without_times(one) for one in answer] if isinstance(answer, list) else answer


@pytest.mark.parametrize("path", ASKED)
def test_the_same_answer(both: tuple[TestClient, TestClient], path: str) -> None:
    ours, theirs = (client.get(path) for client in both)
    assert ours.status_code == theirs.status_code
    assert without_times(theirs.json()) == without_times(ours.json())


@pytest.mark.parametrize(
    "q",
    [
        "bao ve chinh tri", "tang cuong c", "luật đất", "the", "n", "viet nam va", "39 ct tw",
        "nq", "ve viec to chuc", "Đảng viên", "quyết định 1719/QĐ-TTg", "2024",
    ],
)  # fmt: skip
def test_words_find_the_same_works(both: tuple[TestClient, TestClient], q: str) -> None:
    """In another order: FTS5 ranks by how rare the words are, here the shortest comes first."""
    ours, theirs = (found(client, q) for client in both)
    assert ours == theirs
    assert ours


@pytest.mark.parametrize(
    "q",
    ["'", "''", "\\", "a' | 'b", "chi' & !'thi", "chi:*", "%", "_", "& | ! ( )", "\x01", "中文",
     "chi <-> thi", "thi chi", "chi chi", "tri chin", "b" * 400],
)  # fmt: skip
def test_odd_words_find_the_same(both: tuple[TestClient, TestClient], q: str) -> None:
    ours, theirs = (found(client, q) for client in both)
    assert ours == theirs


def test_words_are_looked_up_in_the_index(server: Postgres) -> None:
    """Also where a run of letters is longer than an entry may be; that is found by its start."""
    with open_store(server.fresh()) as store:
        with store._engine.begin() as connection:
            for row in (
                "node (no, id) SELECT i, '/eli/' || i",
                "work (no, block, shadowed, standing) SELECT i, 'n:' || i, 0, 'cited-only'",
                "work_text (no, words) SELECT i, 'quyet dinh so ' || i || CASE i WHEN 7 "
                "THEN ' ' || repeat('dai', 2000) ELSE '' END",
            ):
                connection.execute(text(f"INSERT INTO {row} FROM generate_series(1, 20000) i"))
        with store._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        assert store.search("quyet dinh 777", limit=50).total == 11
        assert store.search("quyet dinh so 19999").total == 1
        assert store.search("dinh daidaidai").items[0].id == "/eli/7"
        with store._engine.connect() as connection:
            condition, _ = matching(store._engine.dialect, ["quyet", "19999"])
            query = select(work_text.c.no).where(condition)
            said = query.compile(store._engine, compile_kwargs={"literal_binds": True})
            plan = "\n".join(connection.exec_driver_sql(f"EXPLAIN {said}").scalars())
        assert "ix_work_text_words" in plan


def test_sparql_and_entity_tags(both: tuple[TestClient, TestClient]) -> None:
    query = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    ours, theirs = (client.get("/sparql", params=query) for client in both)
    assert theirs.json() == ours.json()
    assert theirs.headers["etag"] == ours.headers["etag"]
    known = {"If-None-Match": theirs.headers["etag"]}
    assert both[1].get("/sparql", params=query, headers=known).status_code == 304


def test_writing(both: tuple[TestClient, TestClient]) -> None:
    said = "Chỉ thị số 778-CT/TW, ngày 1/2/2024 của Ban Bí thư thay thế Chỉ thị số 39-CT/TW."
    ours, theirs = (client.post("/sources", json={"text": said}) for client in both)
    assert theirs.status_code == 201
    assert theirs.json() == ours.json()
    assert both[1].post("/sources", json={"text": said}).json()["new"] is False


def test_opened_by_many_at_once(server: Postgres) -> None:
    """Each finds an empty database and wants to lay out the tables."""
    url = server.bare()
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(open_store, [url] * 6))
    assert {store.generation for store in stores} == {0}
    for store in stores:
        store.close()


def test_no_server_is_an_error(tmp_path: Path) -> None:
    from graph.model.errors import StoreError

    with pytest.raises(StoreError):
        open_store(f"postgresql://luocdo@/none?host={tmp_path}")
