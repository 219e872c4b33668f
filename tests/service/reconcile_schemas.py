"""JSON schemas of the Reconciliation Service API 0.2, as its specification states the shapes."""

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
SERVICE = shape({"service_url": {"type": "string", "format": "uri"}, "service_path": STRING},
                flyout_service_url=STRING, flyout_service_path=STRING)  # fmt: skip
TEMPLATE = {"type": "string", "pattern": r"\{\{id\}\}"}
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
        "defaultTypes": many(NAMED),
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
CELL = {
    "oneOf": [
        shape({"id": STRING}, name=STRING, description=STRING),
        shape({"str": STRING}),
        shape({"float": {"type": "number"}}),
        shape({"int": {"type": "integer"}}),
        shape({"bool": {"type": "boolean"}}),
        shape({"date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}}),
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
