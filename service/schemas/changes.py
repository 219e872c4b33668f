"""What changed."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class ChangedNode(BaseModel):
    """A node that was touched. Fetch its URL: 404 says that it is no more."""

    id: str
    kind: Literal["work", "body"]
    url: str


class ChangesAnswer(BaseModel):
    """Nodes touched after ``since``. Ask again with ``since`` set to ``generation``."""

    since: int
    generation: int = Field(description="The state that this answer leads up to.")
    nodes: list[ChangedNode]
