"""What reconciliation clients send."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field, field_validator, model_validator

MOST = 50


class QueryProperty(BaseModel):
    """A further column of the row."""

    pid: str
    v: Any = None


class Query(BaseModel):
    """One row to be matched, by its name or by other columns. ``type`` is an id or several."""

    query: str = Field(default="", max_length=1000)
    type: str | list[str] | None = None
    limit: float = Field(default=5, ge=1)
    properties: list[QueryProperty] = []
    type_strict: Literal["any", "should", "all"] | None = None

    @field_validator("properties", mode="before")
    @classmethod
    def _none(cls, value: Any) -> Any:
        return value or []

    @model_validator(mode="after")
    def _something(self) -> Query:
        if "query" not in self.model_fields_set and not self.properties:
            raise ValueError("a query has 'query' or 'properties'")
        return self

    @property
    def most(self) -> int:
        """How many candidates to return: what is asked for, as far as we go."""
        return int(min(self.limit, MOST))

    @property
    def types(self) -> frozenset[str]:
        """The types asked for; none means any."""
        if isinstance(self.type, str):
            return frozenset({self.type})
        return frozenset(self.type or ())

    def said(self, pid: str) -> str | None:
        """Return what the row has for a property, as text."""
        for one in self.properties:
            if one.pid == pid:
                value = one.v[0] if isinstance(one.v, list) and one.v else one.v
                if isinstance(value, dict):
                    value = value.get("name") or value.get("id")
                return str(value) if value else None
        return None


class ExtendProperty(BaseModel):
    """A column to be filled."""

    id: str


class Extension(BaseModel):
    """Columns to be filled for rows that have been matched."""

    ids: list[str] = Field(max_length=1000)
    properties: list[ExtendProperty] = Field(max_length=50)
