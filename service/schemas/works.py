"""Works and bodies, and pages of them."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from graph.model.documents import Standing

T = TypeVar("T")

_WORK: JsonDict = {
    "id": "/eli/vn/tw/bct/chi-thi/2014-08-18/39",
    "url": "http://127.0.0.1:8000/works/eli/vn/tw/bct/chi-thi/2014-08-18/39",
    "type": "Chỉ thị",
    "type_id": "chi-thi",
    "number": "39-CT/TW",
    "name": None,
    "date": "2014-08-18",
    "issuer": "Bộ Chính trị",
    "issuer_id": "/org/vn/tw/bct",
    "term": "XI",
    "place": None,
    "place_id": "tw",
    "title": None,
    "status": "cited-only",
    "effective": None,
    "expires": None,
    "aliases": [],
}


class WorkAnswer(BaseModel):
    """A document. ``date`` may be a year or a month only; null where nothing is known."""

    model_config = ConfigDict(json_schema_extra={"examples": [_WORK]})

    id: str
    url: str
    type: str | None
    type_id: str | None
    number: str | None
    name: str | None
    date: str | None
    issuer: str | None
    issuer_id: str | None
    term: str | None
    place: str | None
    place_id: str | None
    title: str | None
    status: Standing = Field(description="How the work is known.")
    effective: str | None
    expires: str | None = Field(description="The last day on which it is in force.")
    aliases: list[str] = Field(description="Other identifiers that lead here.")


class BodyAnswer(BaseModel):
    """An organisation and the time in which it existed."""

    id: str = Field(examples=["/org/vn/tw/bct"])
    url: str
    name: str = Field(examples=["Bộ Chính trị"])
    level: str = Field(examples=["central"])
    world: str = Field(examples=["party"])
    place: str | None
    place_id: str | None
    codes: list[str] = Field(examples=[["TW"]])
    aliases: list[str]
    parent: str | None
    valid_from: date | None
    valid_to: date | None
    successors: list[str]


class PageAnswer(BaseModel, Generic[T]):
    """A stretch of a list. The Link header leads to the next and previous stretch."""

    total: int
    limit: int
    offset: int
    items: list[T]


class IssuingBodyAnswer(BodyAnswer):
    """A body with what it issued."""

    issued: PageAnswer[WorkAnswer]
