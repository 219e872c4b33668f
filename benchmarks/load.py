"""Many clients at once; lineage against a bare handler: ``python -m benchmarks.load [CLIENTS]``.

500 clients (default) ask the demo graph over loopback at the same time, each several things. No
answer may be an error but 429 and 503 that say so (problem documents with Retry-After). Then the
lineage of a work is asked for as fast as one client of 32 connections can, and so is a handler
that does nothing, in the same process and run.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx
import uvicorn

from benchmarks.serving import demo, free_port, served

WORK = "/works/eli/vn/tw/bct/chi-thi/2014-08-18/39"
PATHS = (
    WORK, f"{WORK}/lineage", f"{WORK}/evidence", "/works?q=chi+thi+39", "/bodies?q=tinh+uy",
    "/resolve?number=39-CT/TW&date=2014-08-18", f"{WORK}.ttl", "/health",
    "/sparql?query=ASK%7B%3Fs+a+luocdo:Work%7D",
)  # fmt: skip
ROUNDS = 4
SECONDS = 4.0


async def one_client(client: httpx.AsyncClient, number: int, said: Counter[str]) -> list[float]:
    taken = []
    for turn in range(ROUNDS):
        path = PATHS[(number + turn) % len(PATHS)]
        begun = time.perf_counter()
        try:
            answer = await client.get(path)
        except httpx.HTTPError as error:
            said[type(error).__name__] += 1
            continue
        taken.append(time.perf_counter() - begun)
        problem = answer.headers.get("content-type") == "application/problem+json"
        stated = answer.status_code in (429, 503) and problem and "retry-after" in answer.headers
        said[f"{answer.status_code}" + (" stated" if stated else "")] += 1
    return taken


async def crowd(base: str, clients: int) -> tuple[Counter[str], list[float]]:
    said: Counter[str] = Counter()
    limits = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
    async with httpx.AsyncClient(base_url=base, limits=limits, timeout=60) as client:
        taken = await asyncio.gather(*(one_client(client, n, said) for n in range(clients)))
    return said, sorted(second for each in taken for second in each)


async def rate(base: str, path: str) -> float:
    """Return answers a second to 32 connections."""
    count = 0
    end = time.monotonic() + SECONDS
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:

        async def ask() -> None:
            nonlocal count
            while time.monotonic() < end:
                (await client.get(path)).raise_for_status()
                count += 1

        await asyncio.gather(*(ask() for _ in range(32)))
    return count / SECONDS


async def against_bare(folder: Path, database: Path) -> tuple[float, float]:
    """Return lineages and bare answers a second, from one server process, by turns."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.load", "--bare", str(database), str(folder),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    base = (await process.stdout.readline()).decode().strip()
    try:
        while True:
            try:
                httpx.get(f"{base}/bare")
                break
            except httpx.TransportError:
                await asyncio.sleep(0.1)
        lineages, bare = [], []
        for _ in range(3):
            lineages.append(await rate(base, f"{WORK}/lineage"))
            bare.append(await rate(base, "/bare"))
        return statistics.median(lineages), statistics.median(bare)
    finally:
        process.terminate()
        await process.wait()


def serve_with_bare(database: str, folder: str) -> None:
    from service.app import create_app
    from service.settings import Settings

    app = create_app(Settings(database=database, data_dir=Path(folder)))
    app.add_api_route("/bare", lambda: {"status": "ok"})
    app.router.routes.insert(0, app.router.routes.pop())
    port = free_port()
    print(f"http://127.0.0.1:{port}", flush=True)
    uvicorn.run(app, port=port, access_log=False, log_level="warning", timeout_keep_alive=75)


def main(clients: int) -> Counter[str]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        database = demo(folder)
        with served(folder, database) as base:
            begun = time.monotonic()
            said, taken = asyncio.run(crowd(base, clients))
            whole = time.monotonic() - begun
        told = ", ".join(f"{count} × {status}" for status, count in said.most_common())
        print(f"{clients} clients at once, {sum(said.values())} requests in {whole:.1f} s: {told}")
        print(f"median {statistics.median(taken) * 1000:.0f} ms, "
              f"p99 {taken[int(len(taken) * 0.99)] * 1000:.0f} ms")  # fmt: skip
        lineages, bare = asyncio.run(against_bare(folder, database))
        print(f"lineage {lineages:.0f} a second, a bare handler {bare:.0f}: {lineages / bare:.2f}")
    return said


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bare"]:
        serve_with_bare(*sys.argv[2:4])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
