"""One line of NDJSON in, one line out: a text and the references found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from graph.model.dates import PartialDate
from graph.model.errors import LuocdoError
from graph.model.registry import load_registry
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
        asked = None
        try:
            asked = ReferencesRequest.model_validate_json(line)
            published = PartialDate.parse(asked.published) if asked.published else None
            source = reading.read_text(
                asked.text, f"dòng {number}", published=published, place=asked.place or None
            )
            return {"id": asked.id, **reader.references(source).to_dict()}
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, f['loc']))} {f['msg']}" for f in error.errors())
            return _fault(None, "validation", f"dòng {number}: {'; '.join(faults).strip()}")
        except LuocdoError as error:
            return _fault(asked.id if asked else None, error.code, error.detail)

    def answer_all(first: int, lines: list[bytes]) -> Chunk:
        answers = [
            answer(number, line) for number, line in enumerate(lines, start=first) if line.strip()
        ]
        failed = sum("error" in found for found in answers)
        return Chunk(b"".join(to_json(found) + b"\n" for found in answers), len(answers), failed)

    return answer_all


def _fault(identifier: str | int | None, code: str, detail: str) -> dict[str, Any]:
    return {"id": identifier, "error": detail, "code": code}
