"""The service as people meet it: a real server over the demo graph, a real browser before it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from importlib.resources import as_file
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from graph.model.seeding import default_seeds
from graph.reading import make_source, walk
from service.app import create_app
from service.cli.ingest import read_all
from service.pages.assets import STATIC
from service.settings import Settings
from service.state import open_graph
from tests.pages.hostile import HOSTILE_SOURCE

CHROMIUM = os.environ.get("LUOCDO_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESKTOP = (390, 844), (1280, 860)
PATIENCE = 60_000  # milliseconds: a busy machine is slow, not wrong
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running service; its graph holds a text that tries to break pages."""
    folder = tmp_path_factory.mktemp("site")
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    settings = Settings(
        database=str(folder / "luocdo.db"), data_dir=folder, base_uri=base, host="127.0.0.1"
    )
    with as_file(default_seeds()) as seeds, open_graph(settings) as graph:
        read_all(graph, walk([seeds / "corpus"]))
        graph.pipeline.ingest(make_source(**HOSTILE_SOURCE))
    config = uvicorn.Config(create_app(settings), port=port, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            pytest.fail("the service did not start")
        time.sleep(0.02)
    yield base
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).is_file():
        pytest.skip(f"needs Chromium, which is not at {CHROMIUM}")
    if not (STATIC / "manifest.json").is_file():
        pytest.skip("needs the front end: make front")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Open a path; at the end, nothing may have gone wrong or been asked from elsewhere.

    ``refused`` says that the service is to refuse something, which browsers report too.
    """
    faults: list[str] = []
    contexts = []

    def opened(
        path: str, size: tuple[int, int] = DESKTOP, *, refused: bool = False, **options: object
    ) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, base_url=site, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: _said(message, faults, refused))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("request", lambda request: _asked(request, site, faults))
        page.on("dialog", lambda dialog: (faults.append("a dialog"), dialog.dismiss()))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


def _said(message: ConsoleMessage, faults: list[str], refused: bool) -> None:
    if refused and "responded with a status of 4" in message.text:
        return
    if message.type in ("error", "warning"):
        faults.append(f"console: {message.text}")


def _asked(request: Request, site: str, faults: list[str]) -> None:
    if not request.url.startswith((site + "/", "data:", f"blob:{site}")):
        faults.append(f"asked elsewhere: {request.url}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
