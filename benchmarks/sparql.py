"""SPARQL over HTTP against raw Oxigraph: ``python -m benchmarks.sparql [DATABASE]``.

``oxigraph serve`` and ours run as processes of their own over the same triples and answer the same
queries by turns, in the same run; ours decides on limits, isolates the query and follows the store
besides. 'first' is a query that was not asked before, 'again' one whose answer is kept; 'engine' is
pyoxigraph in this process, without HTTP. Then a cartesian product runs on ours, and other requests
are timed beside it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store

from benchmarks.serving import BIN, demo, free_port, running, served

ROUNDS = 30
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


def timed(client: httpx.Client, url: str, query: str) -> float:
    begun = time.perf_counter()
    answer = client.post(url, content=query, headers={"Content-Type": "application/sparql-query"})
    taken = time.perf_counter() - begun
    answer.raise_for_status()
    return taken


def compare(ours: str, theirs: str, engine: Store, base: str) -> dict[str, float]:
    """Print medians of each query; return the geometric means of the speeds against theirs."""
    ratios: dict[str, list[float]] = {"first": [], "again": []}
    print(f"{'ms':22} {'first':>8} {'again':>8} {'oxigraph':>8} {'engine':>8}   speed first again")
    with httpx.Client(timeout=60) as client:
        for name, query in QUERIES.items():
            asked = PREFIXES.format(base=base) + query
            timed(client, ours, asked), timed(client, theirs, asked)
            rows = [
                (
                    timed(client, ours, f"{asked} # {turn}"),
                    timed(client, ours, asked),
                    timed(client, theirs, f"{asked} # {turn}"),
                    in_process(engine, asked),
                )
                for turn in range(ROUNDS)
            ]
            first, again, raw, bare = (
                statistics.median(column) * 1000 for column in zip(*rows, strict=True)
            )
            ratios["first"].append(raw / first)
            ratios["again"].append(raw / again)
            print(
                f"{name:22} {first:8.2f} {again:8.2f} {raw:8.2f} {bare:8.2f}"
                f"         {raw / first:5.2f} {raw / again:5.2f}"
            )
    return {name: statistics.geometric_mean(found) for name, found in ratios.items()}


def in_process(engine: Store, query: str) -> float:
    begun = time.perf_counter()
    found = engine.query(query, use_default_graph_as_union=True)
    if isinstance(found, QueryTriples):
        found.serialize(format=RdfFormat.TURTLE)
    else:
        found.serialize(format=QueryResultsFormat.JSON)
    return time.perf_counter() - begun


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
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        database = given or demo(folder)
        with served(folder, database, sparql_seconds=2) as base:
            dump = folder / "graph.trig"
            dump.write_bytes(httpx.get(f"{base}/export/graph.trig", timeout=600).content)
            where = ["--location", str(folder / "raw")]
            port = free_port()
            load = [str(BIN / "oxigraph"), "load", *where, "--file", str(dump)]
            serve = [str(BIN / "oxigraph"), "serve", *where, "--bind", f"127.0.0.1:{port}"]

            subprocess.run(load, check=True, capture_output=True)
            raw = f"http://127.0.0.1:{port}/query"
            with running([*serve, "--union-default-graph"], f"{raw}?query=ASK%7B%7D"):
                engine = Store()
                engine.bulk_load(path=str(dump), format=RdfFormat.TRIG)
                means = compare(f"{base}/sparql", raw, engine, base)
            told = ", ".join(f"{name} {mean:.2f}" for name, mean in means.items())
            print(f"speed against `oxigraph serve`, geometric means: {told}")
            beside_a_bomb(base)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
