"""Whatever the OpenAPI document allows or forbids is answered as it says (schemathesis)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.python.asgi import ASGIClient, get_client
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from service.app import create_app
from service.settings import Settings
from tests.service.conftest import settings_in

schemathesis.serializer.alias("application/x-ndjson", "text/plain")

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


def operations() -> Iterator[tuple[str, str, GenerationMode]]:
    """Yield each operation with what it can be sent: what is allowed, and what is not."""
    for path, methods in create_app(Settings()).openapi()["paths"].items():
        for method, operation in methods.items():
            yield path, method, GenerationMode.POSITIVE
            places = {parameter["in"] for parameter in operation.get("parameters", ())}
            bodies = operation.get("requestBody", {}).get("content", {})
            # A form or plain text cannot be of a wrong type: all that is sent in it is text.
            if "query" in places or "application/json" in bodies:
                yield path, method, GenerationMode.NEGATIVE


@pytest.fixture(scope="module")
def api(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BaseSchema, ASGIClient]]:
    folder = tmp_path_factory.mktemp("openapi")
    shutil.copy(built / "luocdo.db", folder / "luocdo.db")
    app = create_app(settings_in(folder))
    with TestClient(app), get_client(app) as session:  # one session for all cases: ten times faster
        yield schemathesis.openapi.from_asgi("/openapi.json", app), session


@pytest.mark.parametrize(("path", "method", "mode"), list(operations()))
def test_answers_as_documented(
    api: tuple[BaseSchema, ASGIClient], path: str, method: str, mode: GenerationMode
) -> None:
    schema, session = api

    @settings(
        max_examples=4,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def answers(case: Case) -> None:
        case.call_and_validate(checks=CHECKS, session=session)

    answers()
