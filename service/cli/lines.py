"""One line of NDJSON in, one line out: a text and the references found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue, ValidationError
from pydantic_core import from_json, to_json

from graph.model.dates import PartialDate
from graph.model.errors import EmptyTextError, LuocdoError
from graph.model.references import NOTHING
from graph.model.seeding import load_registry
from graph.pipeline import make_reader
from graph.reading import SourceReader
from service.schemas.references import ReferencesRequest


@dataclass(frozen=True, slots=True)
class Chunk:
    """The answers to some lines, as NDJSON; ``failed`` of them are errors."""

    body: bytes
    lines: int
    failed: int


Answering = Callable[[int, list[bytes]], Chunk]


def make_answering() -> Answering:
    """Return what answers chunks of lines, with the registries loaded once.

    Empty lines are passed over.
    """
    registry = load_registry()
    reading, reader = SourceReader(registry), make_reader(registry)

    def answer(number: int, line: bytes) -> dict[str, Any]:
        try:
            asked = asked_of(number, line)
        except BadLineError as error:
            return error.answer
        try:
            published = PartialDate.parse(asked.published) if asked.published else None
            source = reading.read_text(
                asked.text, f"dòng {number}", published=published, place=asked.place or None
            )
            return {"id": asked.id, **reader.references(source).to_dict()}
        except EmptyTextError:
            return {"id": asked.id, **NOTHING.to_dict()}
        except LuocdoError as error:
            return fault(asked.id, error.code, error.detail)

    def answer_all(first: int, lines: list[bytes]) -> Chunk:
        answers = [
            answer(number, line) for number, line in enumerate(lines, start=first) if line.strip()
        ]
        failed = sum("error" in found for found in answers)
        return Chunk(b"".join(map(written, answers)), len(answers), failed)

    return answer_all


class BadLineError(Exception):
    """A line cannot be used; ``answer`` says why."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["error"])
        self.answer = answer


def asked_of(number: int, line: bytes) -> ReferencesRequest:
    """Return what a line asks; BadLineError where it is not such a request."""
    try:
        return ReferencesRequest.model_validate_json(line)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, f['loc']))} {f['msg']}" for f in error.errors())
        detail = f"dòng {number}: {'; '.join(faults).strip()}"
        raise BadLineError(fault(_id_of(line), "validation", detail)) from error


def fault(identifier: JsonValue, code: str, detail: str) -> dict[str, Any]:
    """Return the answer to a line that cannot be used: nothing found, and why."""
    return {"id": identifier, "error": detail, "code": code, **NOTHING.to_dict()}


def written(answer: dict[str, Any]) -> bytes:
    """Return an answer as a line."""
    return to_json(answer, inf_nan_mode="null") + b"\n"


def _id_of(line: bytes) -> JsonValue:
    """Return the id of a line that is JSON, however wrong the rest."""
    try:
        said: JsonValue = from_json(line)
    except ValueError:
        return None
    return said.get("id") if isinstance(said, dict) else None
