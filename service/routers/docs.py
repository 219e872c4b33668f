"""The HTTP service described for people, from the same OpenAPI document that programs read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response

from service.dependencies import ViewDep
from service.routing import Router

router = Router(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Described:
    """One operation, as the page shows it."""

    method: str
    path: str
    what: str
    parameters: tuple[dict[str, Any], ...]
    takes: tuple[str, ...]
    example: str | None
    answer: str | None
    answers: tuple[tuple[str, str, str], ...]


@router.get("/docs")
def docs(request: Request, view: ViewDep) -> Response:
    """Return a page with every route, what it takes, and what it answers."""
    document = request.app.openapi()
    groups: dict[str, list[Described]] = {}
    for tag, one in _described(document):
        groups.setdefault(tag, []).append(one)
    return view.page("docs", description=document["info"]["description"], groups=groups)


def _described(document: dict[str, Any]) -> Iterator[tuple[str, Described]]:
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            content = said.get("requestBody", {}).get("content", {})
            yield (
                said["tags"][0],
                Described(
                    method.upper(),
                    path,
                    said.get("description", ""),
                    tuple(_parameter(one) for one in said.get("parameters", ())),
                    tuple(content),
                    _example(content),
                    next(
                        (
                            _example(answer.get("content", {}))
                            for status, answer in sorted(said["responses"].items())
                            if status < "400"
                        ),
                        None,
                    ),
                    tuple(
                        (status, answer["description"], ", ".join(answer.get("content", {})))
                        for status, answer in sorted(said["responses"].items())
                    ),
                ),
            )


def _parameter(said: dict[str, Any]) -> dict[str, Any]:
    schema = said["schema"]
    kinds = [one.get("type") or one.get("$ref", "") for one in schema.get("anyOf", [schema])]
    return {
        "name": said["name"],
        "kind": ", ".join(kind.rpartition("/")[2] for kind in kinds if kind != "null"),
        "required": said.get("required", False),
        "default": schema.get("default"),
        "what": said.get("description", ""),
    }


def _example(content: dict[str, Any]) -> str | None:
    """Return the first example of a request or an answer, as text."""
    for media in content.values():
        if (value := media.get("example")) is not None:
            return value if isinstance(value, str) else _pretty(value)
    return None


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
