"""SPARQL over HTTP against raw Oxigraph: ``python -m benchmarks.sparql [DATABASE]``.

Ours, `oxigraph serve` and a bare handler (benchmarks/bare.py: Oxigraph in the server's own process,
behind the same HTTP stack as ours) run as processes of their own over the same triples and answer
the same queries by turns, asked over one kept connection each by a client that costs next to
nothing. Ours decides on limits, asks a process that can be ended, and follows the store besides.
'first' is a query that was not asked before, 'again' one whose answer is kept; 'engine' is the same
dataset asked in this process, without HTTP. After the times that a client waits come those that the
processor takes, server and its query processes together: they do not depend on what else runs on
the machine. Then a cartesian product runs on ours, and other
requests are timed beside it.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
from pyoxigraph import Store

from benchmarks.bare import asked
from benchmarks.serving import BIN, demo, free_port, processor_seconds, running, watched
from benchmarks.wire import Wire

ROUNDS = 60
COLUMNS = ("first", "again", "oxigraph", "bare", "engine")
PREFIXES = "PREFIX luocdo: <{base}/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
QUERIES = {
    "one work by number": 'SELECT ?w { ?w luocdo:number "39-CT/TW" }',
    "who implements what": "SELECT ?a ?l { ?a luocdo:implements ?b . ?b rdfs:label ?l }",
    "counts by property": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "paths upwards": "SELECT ?a ?b { ?a (luocdo:implements|luocdo:based_on)+ ?b } LIMIT 2000",
    "5,000 rows": "SELECT * { ?s ?p ?o } LIMIT 5000",
    "1,000 triples": "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o } LIMIT 1000",
}
BOMB = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"


@dataclass(frozen=True)
class Server:
    """One server that is compared: a connection, the path to ask at, the process."""

    wire: Wire
    path: str
    pid: int


@dataclass(frozen=True)
class Servers:
    """Who is compared; ``engine`` is the dataset itself."""

    ours: Server
    oxigraph: Server
    bare: Server
    engine: Store


def timed(server: Server, query: str) -> float:
    begun = time.perf_counter()
    status, body = server.wire.post(server.path, query.encode(), "application/sparql-query")
    taken = time.perf_counter() - begun
    assert status == 200, body[:500]
    return taken


def in_process(engine: Store, query: str) -> float:
    begun = time.perf_counter()
    asked(engine, query)
    return time.perf_counter() - begun


def compare(servers: Servers, base: str) -> None:
    """Print medians of each query, in ms, and the geometric means of the speeds."""
    against: dict[str, list[float]] = {}
    print(f"{'ms':20}" + "".join(f"{name:>10}" for name in COLUMNS), "  first/oxigraph first/bare")
    for name, query in QUERIES.items():
        question = PREFIXES.format(base=base) + query
        for server in (servers.ours, servers.oxigraph, servers.bare):
            timed(server, question)
        rows = [
            (
                timed(servers.ours, f"{question} # {turn}"),
                timed(servers.ours, question),
                timed(servers.oxigraph, f"{question} # {turn}"),
                timed(servers.bare, f"{question} # {turn}"),
                in_process(servers.engine, question),
            )
            for turn in range(ROUNDS)
        ]
        medians = [statistics.median(column) * 1000 for column in zip(*rows, strict=True)]
        first, again, oxigraph, bare, engine = medians
        print(
            f"{name:20}" + "".join(f"{one:10.2f}" for one in medians),
            f"{oxigraph / first:12.2f}{bare / first:12.2f}",
        )
        for told, ratio in (
            ("first against oxigraph serve", oxigraph / first),
            ("first against a bare handler", bare / first),
            ("first against no HTTP at all", engine / first),
            ("again against oxigraph serve", oxigraph / again),
        ):
            against.setdefault(told, []).append(ratio)
    for told, ratios in against.items():
        print(f"speed {told}, geometric mean: {statistics.geometric_mean(ratios):.2f}")


def compare_work(servers: Servers, base: str) -> None:
    """Print the processor's milliseconds of a query that was not asked before, each server's."""
    against: dict[str, list[float]] = {"oxigraph serve": [], "a bare handler": []}
    print(f"\n{'ms of the processor':20}{'ours':>10}{'oxigraph':>10}{'bare':>10}")
    for name, query in QUERIES.items():
        question = PREFIXES.format(base=base) + query
        turns = max(15, min(1000, int(2 / (timed(servers.bare, question) + 0.001))))
        taken = []
        for server in (servers.ours, servers.oxigraph, servers.bare):
            before = processor_seconds(server.pid)
            for turn in range(turns):
                timed(server, f"{question} # {turn} of {turns}")
            taken.append((processor_seconds(server.pid) - before) / turns * 1000)
        ours, oxigraph, bare = taken
        print(f"{name:20}" + "".join(f"{one:10.2f}" for one in taken))
        against["oxigraph serve"].append(oxigraph / ours)
        against["a bare handler"].append(bare / ours)
    for told, ratios in against.items():
        print(f"work saved against {told}, geometric mean: {statistics.geometric_mean(ratios):.2f}")


def latencies(base: str, seconds: float) -> list[float]:
    taken = []
    with httpx.Client(timeout=60) as client:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            begun = time.perf_counter()
            client.get(f"{base}/works", params={"q": "chi thi 39"}).raise_for_status()
            taken.append((time.perf_counter() - begun) * 1000)
    return taken


def beside_a_bomb(base: str) -> None:
    quiet = statistics.median(latencies(base, 3))
    told: list[int] = []

    def explode() -> None:
        told.append(httpx.get(f"{base}/sparql", params={"query": BOMB}, timeout=60).status_code)

    bomb = threading.Thread(target=explode)
    bomb.start()
    begun = time.monotonic()
    time.sleep(0.2)
    loud = statistics.median(latencies(base, 1.5))
    bomb.join()
    took = time.monotonic() - begun
    times = f"{loud:.1f} ms, without {quiet:.1f} ms, {loud / quiet:.2f} times"
    print(f"search beside a cartesian product: {times}")
    print(f"the product was ended after {took:.1f} s with {told[0]}")


def main(given: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as opened:
        folder = Path(temporary)
        database = given or demo(folder)
        base, ours = opened.enter_context(watched(folder, database, sparql_seconds=2))
        dump = folder / "graph.trig"
        dump.write_bytes(httpx.get(f"{base}/export/graph.trig", timeout=600).content)
        raw, copy = folder / "raw", folder / "copy"
        load = [str(BIN / "oxigraph"), "load", "--location", str(raw), "--file", str(dump)]
        subprocess.run(load, check=True, capture_output=True)
        shutil.copytree(raw, copy)

        oxigraph, bare = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
        serve = [str(BIN / "oxigraph"), "serve", "--location", str(raw), "--union-default-graph"]
        serve += ["--bind", oxigraph.removeprefix("http://")]
        theirs = opened.enter_context(running(serve, f"{oxigraph}/query?query=ASK%7B%7D"))
        handler = [sys.executable, "-m", "benchmarks.bare", str(copy), bare.rpartition(":")[2]]
        least = opened.enter_context(running(handler, f"{bare}/query"))
        servers = Servers(
            Server(opened.enter_context(Wire(base)), "/sparql", ours.pid),
            Server(opened.enter_context(Wire(oxigraph)), "/query", theirs.pid),
            Server(opened.enter_context(Wire(bare)), "/query", least.pid),
            Store.read_only(str(copy)),
        )
        compare(servers, base)
        compare_work(servers, base)
        beside_a_bomb(base)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
