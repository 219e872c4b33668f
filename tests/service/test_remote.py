"""The command line against a server, and the same questions as tools of a language model."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
import uvicorn
from typer.testing import CliRunner, Result

from service.app import create_app
from service.cli.app import make_cli
from service.cli.mcp import make_server
from service.keys import hashed
from service.state import open_graph
from tests.service.conftest import settings_in

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
DRAFT = "Căn cứ Chỉ thị số 39-CT/TW ngày 19/8/2014 của Bộ Chính trị;"


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own that asks for a key to write."""
    folder = tmp_path_factory.mktemp("remote")
    shutil.copy(built / "luocdo.db", folder / "luocdo.db")
    app = create_app(settings_in(folder, write_keys=hashed("k")))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def luocdo(address: str, *arguments: object, key: str | None = "k") -> Result:
    said = ["--server", address, *(["--key", key] if key else [])]
    result = CliRunner().invoke(make_cli(), [*said, *(str(one) for one in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_search_and_resolve(address: str, built: Path) -> None:
    here = ["-d", str(built / "luocdo.db")]
    for command in (["search", "chi thi 39", "--json"], ["resolve", DRAFT, "--json"]):
        theirs = json.loads(luocdo(address, *command).stdout)
        ours = json.loads(CliRunner().invoke(make_cli(), [*command, *here]).stdout)
        assert {name: theirs[name] for name in ours} == ours
    assert DIRECTIVE in luocdo(address, "search", "39-CT/TW").stdout
    ambiguous = luocdo(address, "resolve", "Chỉ thị số 39-CT/TW")
    assert ambiguous.exit_code == 3
    assert DIRECTIVE in ambiguous.stdout


def test_lineage(address: str, built: Path, tmp_path: Path) -> None:
    here = CliRunner().invoke(make_cli(), ["lineage", DIRECTIVE, "-d", str(built / "luocdo.db")])
    assert here.stdout.count("\n") > 3
    assert luocdo(address, "lineage", DIRECTIVE).stdout == here.stdout
    assert "flowchart" in luocdo(address, "lineage", "65-KH/TU", "-f", "mmd").stdout
    svg = tmp_path / "x.svg"
    assert luocdo(address, "lineage", DIRECTIVE, "-f", "svg", "-o", svg).exit_code == 0
    assert "39-CT/TW" in svg.read_text()
    assert luocdo(address, "lineage", "/eli/vn/none").exit_code == 4


def test_references(address: str, tmp_path: Path) -> None:
    source, target = tmp_path / "in.ndjson", tmp_path / "out.ndjson"
    bad = json.dumps({"id": [3], "text": "\0\0"})
    source.write_text(json.dumps({"id": 1, "text": DRAFT}) + f"\n{{bad\n{bad}\n")
    assert luocdo(address, "references", source, target).exit_code == 0
    first, second, third = map(json.loads, target.read_text().splitlines())
    assert (first["id"], first["references"][0]["number"]) == (1, "39-CT/TW")
    assert second["code"] == "validation"
    assert third["id"] == [3]
    assert third["error"]
    assert third["references"] == []


def test_ingest_files_and_lines(address: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chỉ thị số 771-CT/TW, ngày 1/2/2024 của Ban Bí thư.")
    (tmp_path / "b.txt").write_bytes(b"")
    lines = tmp_path / "c.ndjson"
    texts = [f"Chỉ thị số {n}-CT/TW, ngày 1/2/2024 của Ban Bí thư." for n in (772, 773)]
    lines.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    refused = luocdo(address, "ingest", tmp_path / "a.txt", key=None)
    assert refused.exit_code == 1
    assert "khóa" in refused.output
    done = luocdo(address, "ingest", tmp_path / "a.txt", tmp_path / "b.txt", lines)
    assert done.exit_code == 1
    assert "3 bài mới, 0 bài đã có, 1 bài không nhận" in done.stdout
    assert "0 bài mới, 2 bài đã có" in luocdo(address, "ingest", lines).stdout


@pytest.mark.parametrize("command", ["check", "status", "stats"])
def test_what_asks_no_server_does_not_answer_for_one(command: str) -> None:
    done = CliRunner().invoke(make_cli(), ["--server", "http://127.0.0.1:9", command, "x"])
    assert done.exit_code == 2
    assert "không hỏi dịch vụ" in " ".join(done.output.replace("│", " ").split())


def test_nobody_there() -> None:
    result = luocdo("http://127.0.0.1:9", "search", "x")
    assert result.exit_code == 1
    assert "127.0.0.1:9" in result.output


# ---- Model Context Protocol ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def tools(built: Path) -> Iterator[Any]:
    """Calls a tool over the protocol and returns what it answers."""
    mcp = pytest.importorskip("mcp", reason="needs the extra 'mcp'")
    with open_graph(settings_in(built)) as graph:
        server = make_server(graph)

        def call(name: str | None, **arguments: Any) -> Any:
            async def asked() -> Any:
                async with mcp.Client(server) as client:
                    if name is None:
                        return await client.list_tools()
                    answer = await client.call_tool(name, arguments)
                    assert not answer.is_error, answer
                    return json.loads(answer.content[0].text)

            # In its own thread: the browser tests keep a loop running in this one.
            with ThreadPoolExecutor(1) as aside:
                return aside.submit(anyio.run, asked).result()

        yield call


def test_tools_are_described(tools: Any) -> None:
    listed = {tool.name: tool for tool in tools(None).tools}
    assert set(listed) == {"search", "resolve", "lineage", "check"}
    assert all(tool.description for tool in listed.values())
    assert listed["resolve"].input_schema["required"] == ["citation"]


def test_tools_answer(tools: Any) -> None:
    assert DIRECTIVE in [work["id"] for work in tools("search", q="39-CT/TW")["items"]]
    meant = tools("resolve", citation="Chỉ thị 39-CT/TW ngày 18/8/2014")
    assert (meant["status"], meant["work"]["id"]) == ("resolved", DIRECTIVE)
    assert tools("resolve", citation="Chỉ thị số 39-CT/TW")["status"] == "ambiguous"
    assert tools("resolve", citation="không có gì")["status"] == "unknown"
    found = tools("lineage", id=DIRECTIVE, direction="down")
    edge = next(edge for edge in found["edges"] if edge["relation"] == "implements")
    assert edge["sentences"]
    assert tools("lineage", id="/eli/vn/none")["code"] == "not-found"
    checked = tools("check", text=DRAFT)["references"][0]
    assert (checked["verdict"], checked["faults"][0]["field"]) == ("wrong", "date")


def test_a_client_by_standard_input_and_output(built: Path) -> None:
    """As language models' programs start it: a process of its own, nothing but protocol on it."""
    mcp = pytest.importorskip("mcp", reason="needs the extra 'mcp'")
    stdio = pytest.importorskip("mcp.client.stdio")
    command = mcp.StdioServerParameters(
        command=str(Path(sys.executable).parent / "luocdo"),
        args=["mcp", "--database", str(built / "luocdo.db")],
        env={**os.environ, "LUOCDO_DATA_DIR": str(built)},
    )

    async def asked() -> tuple[set[str], str]:
        async with mcp.Client(stdio.stdio_client(command)) as client:
            names = {tool.name for tool in (await client.list_tools()).tools}
            answer = await client.call_tool("lineage", {"id": DIRECTIVE})
            return names, answer.content[0].text

    with ThreadPoolExecutor(1) as aside:
        names, told = aside.submit(anyio.run, asked).result(timeout=60)
    assert names == {"search", "resolve", "lineage", "check"}
    assert json.loads(told)["root"] == DIRECTIVE


def test_mcp_without_its_library_says_what_to_install(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    refused = CliRunner().invoke(make_cli(), ["mcp", "--database", str(built / "luocdo.db")])
    assert refused.exit_code == 1
    assert "missing-library" in refused.stderr
    assert "luocdo[mcp]" in refused.stderr
