"""What the whole graph can be had as."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class DumpAnswer(BaseModel):
    """One file. Sizes and checksum are null until it is first asked for; then they are kept."""

    url: str
    media_type: str
    triples: int | None
    bytes: int | None
    sha256: str | None = Field(description="Of the file's bytes, in hex.")


class ExportAnswer(BaseModel):
    """The store's state and the files of it."""

    generation: int
    counts: dict[str, Any]
    files: list[DumpAnswer]
    streams: list[str] = Field(description="NDJSON, a JSON object a line.")
