"""What the public JSON schemas of the Reconciliation Service API 0.2 ask for, in our words.

Stricter in one thing: where those let unknown members pass, these do not.
"""

from __future__ import annotations

from typing import Any

STRING: dict[str, Any] = {"type": "string"}


def shape(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


NAMED = shape({"id": STRING, "name": STRING}, description=STRING, broader=many({}))
FLYOUT = {"type": "string", "pattern": r".*\$\{id\}.*"}
SERVICE = shape({"service_url": {"type": "string", "format": "uri"}, "service_path": STRING},
                flyout_service_url=STRING, flyout_service_path=FLYOUT)  # fmt: skip
TEMPLATE = {"type": "string", "pattern": r".*\{\{id\}\}.*"}
MANIFEST = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "items": STRING, "contains": {"const": "0.2"}},
        "name": STRING,
        "identifierSpace": {"type": "string", "format": "uri"},
        "schemaSpace": {"type": "string", "format": "uri"},
        "documentation": STRING,
        "logo": STRING,
        "serviceVersion": STRING,
        "defaultTypes": {**many(NAMED), "uniqueItems": True},
        "view": shape({"url": TEMPLATE}),
        "feature_view": shape({"url": TEMPLATE}),
        "preview": shape(
            {"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}}
        ),
        "suggest": shape({}, entity=SERVICE, type=SERVICE, property=SERVICE),
        "extend": shape({}, propose_properties=SERVICE, property_settings=many({})),
        "batchSize": {"type": "integer", "minimum": 1},
        "authentication": {},
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "additionalProperties": False,
}
CANDIDATE = shape(
    {"id": STRING, "name": STRING, "score": {"type": "number"}},
    description=STRING,
    type=many({"oneOf": [STRING, NAMED]}),
    match={"type": "boolean"},
    features=many(shape({"id": STRING, "value": {"type": ["number", "boolean"]}})),
)
RESULTS = {"type": "object", "additionalProperties": shape({"result": many(CANDIDATE)})}
SUGGESTED = shape(
    {
        "result": many(
            shape(
                {"id": STRING, "name": STRING},
                description=STRING,
                notable=many({"oneOf": [STRING, NAMED]}),
                broader=many({}),
            )
        )
    }
)
PROPOSED = shape({"properties": many(NAMED)}, type=STRING, limit={"type": "integer"})
# Day and time, both whole; a zone may be missing.
MOMENT = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$"
CELL = {
    "oneOf": [
        shape({"id": STRING, "name": STRING}, description=STRING),
        shape({"str": STRING}),
        shape({"float": {"type": "number"}}),
        shape({"int": {"type": "integer"}}),
        shape({"date": {"type": "string", "pattern": MOMENT}}),
        shape({}),
    ]
}
EXTENDED = shape(
    {
        "meta": many(shape({"id": STRING, "name": STRING}, type=NAMED, service=STRING)),
        "rows": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": many(CELL)},
        },
    }
)
FLOWN = shape({"id": STRING, "html": STRING})
