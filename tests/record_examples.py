"""Record what the examples of docs/api.md are answered, for the OpenAPI document.

``python -m tests.record_examples`` writes service/examples.json; lists and long texts are cut.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests import test_api_docs as docs

TARGET = docs.ROOT / "service" / "examples.json"
_ITEMS, _CHARACTERS = 2, 400


def routes() -> list[tuple[str, str]]:
    """Return (method, path) of all operations, the most particular first."""
    document = create_app(Settings()).openapi()
    found = [(m.upper(), path) for path, methods in document["paths"].items() for m in methods]
    return sorted(found, key=lambda route: -len(re.sub(r"\{\w+\}", "", route[1])))


def route_of(method: str, path: str, known: list[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """Return the template that an address fits, and its parameters."""
    for verb, template in known:
        shape = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(template))
        if verb == method and (match := re.fullmatch(shape, path)):
            return template, match.groupdict()
    raise LookupError(f"{method} {path}")


def cut(value: Any) -> Any:
    """Shorten lists and texts at any depth."""
    if isinstance(value, list):
        return [cut(one) for one in value[:_ITEMS]]
    if isinstance(value, dict):
        return {name: cut(one) for name, one in value.items()}
    if isinstance(value, str) and len(value) > _CHARACTERS:
        return value[:_CHARACTERS] + "…"
    return value


def recorded(client: TestClient) -> dict[str, list[dict[str, Any]]]:
    """Run all examples; return them by 'METHOD /path/{id}'."""
    known = routes()
    found: dict[str, list[dict[str, Any]]] = {}
    for example in docs.REQUESTS:
        method, _, url = example.call.partition(" ")
        path, _, query = url.partition("?")
        sent = docs._media_type(path, example.body) if example.body else None
        answer = client.request(
            method, quote(url, safe="/?=&:-%"), content=example.body.encode(),
            headers={"content-type": sent} if sent else {}, follow_redirects=False,
        )  # fmt: skip
        assert answer.status_code == example.status, (url, answer.text)
        template, parameters = route_of(method, unquote(path), known)
        row: dict[str, Any] = {
            "parameters": {**parameters, **{name: values[0] for name, values in
                                            parse_qs(query, keep_blank_values=True).items()}},
            "status": str(answer.status_code),
            **_shown(answer.headers.get("content-type", ""), answer.content),
        }  # fmt: skip
        if sent:
            as_json = sent == "application/json"
            body = json.loads(example.body) if as_json else example.body
            row["request"] = {"media_type": sent, "value": _fields(body, sent)}
        found.setdefault(f"{method} {template}", []).append(row)
    return found


def _fields(body: Any, media_type: str) -> Any:
    if media_type != docs.FORM:
        return body
    return {name: values[0] for name, values in parse_qs(body).items()}


def _shown(content_type: str, body: bytes) -> dict[str, Any]:
    media_type = content_type.partition(";")[0]
    if media_type.endswith(("/json", "+json")) and body:
        return {"media_type": media_type, "value": cut(json.loads(body))}
    if body and (media_type.startswith("text/") or media_type.endswith(("xml", "ndjson"))):
        return {"media_type": media_type, "value": cut(body.decode())}
    return {}


def main() -> None:
    """Write the file."""
    with TemporaryDirectory() as folder, docs.demo_client(Path(folder)) as client:
        text = json.dumps(recorded(client), ensure_ascii=False, indent=1, sort_keys=True)
    TARGET.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
