"""The OpenAPI document, completed with what no signature says."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from service.errors import documented
from service.schemas.check import CheckRequest
from service.schemas.problems import Problem
from service.schemas.references import ReferencesRequest, SourceRequest

_FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")


def install(app: FastAPI) -> None:
    """Document refused parameters as the problems they are, and bodies read by hand."""
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
        for operation in _operations(document):
            if "422" in operation["responses"]:
                operation["responses"]["422"] = documented("validation")[422]
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]
