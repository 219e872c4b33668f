"""Problem documents (RFC 9457)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Fault(BaseModel):
    """One parameter or field that is not as documented."""

    where: str
    message: str


class Problem(BaseModel):
    """What went wrong, for people (``title``, ``detail``) and for programs (``code``)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "/problems/not-found",
                    "title": "Nothing is known by that identifier",
                    "status": 404,
                    "detail": "không có văn bản '/eli/vn/tw/bct/chi-thi/1900-01-01/1'",
                    "instance": "/works/eli/vn/tw/bct/chi-thi/1900-01-01/1",
                    "code": "not-found",
                }
            ]
        }
    )

    type: str = Field(description="A stable path that documents the type of problem.")
    title: str
    status: int
    detail: str
    instance: str
    code: str = Field(description="Stable and machine-readable.")
    errors: list[Fault] | None = None
    candidates: list[str] | None = Field(
        default=None, description="Works that come near to what was asked for."
    )
