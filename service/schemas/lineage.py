"""Lineages and paths: nodes and edges."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.model.relations import RelationKind

_SOC_TRANG = "/eli/vn/soc-trang/tu/ke-hoach/2014-11-18/65"
_CENTRAL = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"


class NodeAnswer(BaseModel):
    """A work or a body in a lineage."""

    id: str
    kind: Literal["work", "body"]
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    status: str | None


class EdgeAnswer(BaseModel):
    """A relation, from the acting node to the one acted on."""

    model_config = ConfigDict(populate_by_name=True)

    source: str = Field(alias="from")
    relation: RelationKind
    target: str = Field(alias="to")
    evidence: int = Field(description="How many passages state it.")


class LineageAnswer(BaseModel):
    """What a node goes back to (up) and what goes back to it (down)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "root": _SOC_TRANG,
                    "direction": "both",
                    "depth": 3,
                    "truncated": False,
                    "nodes": [
                        {
                            "id": _CENTRAL, "kind": "work", "type": "Chỉ thị",
                            "number": "39-CT/TW", "date": "2014-08-18",
                            "issuer": "Bộ Chính trị", "title": None, "status": "cited-only",
                        }
                    ],
                    "edges": [
                        {
                            "from": _SOC_TRANG, "relation": "implements", "to": _CENTRAL,
                            "evidence": 1,
                        }
                    ],
                }
            ]
        }
    )  # fmt: skip

    root: str
    direction: Literal["up", "down", "both"]
    depth: int
    truncated: bool = Field(description="Whether nodes were left out for their number.")
    nodes: list[NodeAnswer]
    edges: list[EdgeAnswer]


class SentenceAnswer(BaseModel):
    """A sentence that states a relation, and where it stands."""

    source: str
    title: str | None
    published: str | None
    text: str


class StepAnswer(EdgeAnswer):
    """A relation on a path, with a few of the sentences that state it."""

    sentences: list[SentenceAnswer]


class PathAnswer(BaseModel):
    """One way from a node to another; edges may be walked against their direction."""

    nodes: list[NodeAnswer]
    edges: list[StepAnswer]


class PathsAnswer(BaseModel):
    """The shortest ways between two nodes, shortest first."""

    source: str
    target: str
    paths: list[PathAnswer]
