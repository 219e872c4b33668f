"""What is known of works and bodies, as properties that a table can be filled from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from service.schemas.works import BodyAnswer, WorkAnswer

WORK, BODY = "work", "body"
Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Property:
    """One column; ``read`` gives its values of a work or body."""

    name: str
    read: Callable[[Any], list[Value]]


def _text(field: str) -> Callable[[Any], list[Value]]:
    def read(one: WorkAnswer | BodyAnswer) -> list[Value]:
        value = getattr(one, field)
        return [{"str": str(value)}] if value else []

    return read


def _texts(field: str) -> Callable[[Any], list[Value]]:
    def read(one: BodyAnswer) -> list[Value]:
        return [{"str": value} for value in getattr(one, field)]

    return read


def _date(field: str) -> Callable[[Any], list[Value]]:
    def read(one: WorkAnswer | BodyAnswer) -> list[Value]:
        value = str(getattr(one, field) or "")
        # The API's dates have a time; what is known by year or month only stays text.
        whole = len(value) == len("2014-08-18")
        return [{"date": f"{value}T00:00:00Z"}] if whole else _text(field)(one)

    return read


def _issuer(one: WorkAnswer) -> list[Value]:
    if not one.issuer_id:
        return []
    return [{"id": one.issuer_id.lstrip("/"), "name": one.issuer or one.issuer_id}]


PROPERTIES: Mapping[str, Mapping[str, Property]] = MappingProxyType(
    {
        WORK: {
            "type": Property("Loại văn bản", _text("type")),
            "number": Property("Số, ký hiệu", _text("number")),
            "date": Property("Ngày ký", _date("date")),
            "issuer": Property("Cơ quan ban hành", _issuer),
            "title": Property("Trích yếu", _text("title")),
            "term": Property("Khóa", _text("term")),
            "place": Property("Địa phương", _text("place")),
            "effective": Property("Ngày có hiệu lực", _date("effective")),
            "status": Property("Cách biết", _text("status")),
            "url": Property("Địa chỉ", _text("url")),
        },
        BODY: {
            "name": Property("Tên", _text("name")),
            "level": Property("Cấp", _text("level")),
            "place": Property("Địa phương", _text("place")),
            "codes": Property("Ký hiệu", _texts("codes")),
            "valid_from": Property("Có từ", _date("valid_from")),
            "valid_to": Property("Đến", _date("valid_to")),
            "url": Property("Địa chỉ", _text("url")),
        },
    }
)


def described(kind: str) -> list[dict[str, str]]:
    """Return the properties of works or bodies: id and name."""
    return [{"id": pid, "name": one.name} for pid, one in PROPERTIES[kind].items()]
