"""The OpenAPI document, completed with what no signature says."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI

from service.errors import documented
from service.schemas.check import CheckRequest
from service.schemas.problems import Problem
from service.schemas.references import ReferencesRequest, SourceRequest

_FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")
Operation = dict[str, Any]


def install(app: FastAPI) -> None:
    """Document refused parameters as the problems they are, bodies read by hand, and examples."""
    built = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is not None:
            return app.openapi_schema
        document = built()
        shapes = document["components"]["schemas"]
        for model in (Problem, ReferencesRequest, CheckRequest, SourceRequest):
            shape = model.model_json_schema(ref_template="#/components/schemas/{model}")
            shapes.update(shape.pop("$defs", {}))
            shapes[model.__name__] = shape
        for name in _FRAMEWORKS_OWN:
            shapes.pop(name, None)
        examples = _examples()
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                if "422" in operation["responses"]:
                    operation["responses"]["422"] = documented("validation")[422]
                for example in reversed(examples.get(f"{method.upper()} {path}", ())):
                    _show(operation, example)  # the first example is put in last, and stays
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _examples() -> dict[str, list[dict[str, Any]]]:
    """Return what tests/record_examples.py recorded; nothing where it was not run yet."""
    file = files(__package__) / "examples.json"
    found: dict[str, list[dict[str, Any]]] = json.loads(file.read_text("utf-8"))
    return found


def _show(operation: Operation, example: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", ()):
        if (value := example["parameters"].get(parameter["name"])) is not None:
            many = parameter["schema"].get("type") == "array" or any(
                one.get("type") == "array" for one in parameter["schema"].get("anyOf", ())
            )
            parameter["example"] = [value] if many else value
    if "request" in example:
        sent = example["request"]
        content = operation["requestBody"]["content"].get(sent["media_type"])
        if content is not None:
            content["example"] = sent["value"]
    answer = operation["responses"].get(example["status"])
    content = (answer or {}).get("content", {}).get(example.get("media_type"))
    if content is not None:  # a route that names no media type may answer in others too
        content["example"] = example["value"]
