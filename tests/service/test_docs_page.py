"""The page about the API shows what the OpenAPI document says."""

from __future__ import annotations

from html import unescape

from fastapi.testclient import TestClient


def test_every_operation_is_shown(client: TestClient) -> None:
    page = client.get("/docs")
    shown = unescape(page.text)
    assert page.headers["content-type"].startswith("text/html")
    manifest = client.get("/reconcile").json()
    assert client.get(manifest["documentation"].removeprefix("http://127.0.0.1:8000")).is_success
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method, said in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in page.text
            assert said["description"][:40] in shown
