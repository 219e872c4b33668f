"""The Reconciliation Service API 0.2 (OpenRefine and others)."""

from __future__ import annotations

from html import escape
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter, ValidationError

from graph.model.errors import InputError, NotFoundError
from service.dependencies import GraphDep, PresenterDep
from service.errors import documented
from service.present import Presenter
from service.reconciling.matching import Matcher, known
from service.reconciling.properties import BODY, PROPERTIES, WORK, described
from service.reconciling.telling import JSON, OPEN, shown, types_of
from service.routers.sparql import FORM
from service.routing import Router
from service.schemas.reconcile import Extension
from service.schemas.reconcile import Query as Asked
from service.state import VERSION, Graph

router = Router(tags=["reconcile"])
BATCH = 50
_LONGEST = 6000  # characters of an address; what is longer is posted
_QUERIES = TypeAdapter(dict[str, Asked])


@router.get("/reconcile", responses={**JSON, **documented("bad-input", "validation")})
def by_get(
    graph: GraphDep,
    presenter: PresenterDep,
    queries: Annotated[str | None, Query(max_length=_LONGEST)] = None,
    extend: Annotated[str | None, Query(max_length=_LONGEST)] = None,
) -> JSONResponse:
    """Describe the service; or match the rows in ``queries``, or fill those in ``extend``."""
    return _answered(graph, presenter, queries, extend)


async def _fields(request: Request) -> tuple[str | None, str | None]:
    async with request.form(max_files=0, max_fields=10) as form:
        queries, extend = form.get("queries"), form.get("extend")
    return (
        queries if isinstance(queries, str) else None,
        extend if isinstance(extend, str) else None,
    )


@router.post(
    "/reconcile",
    responses={**JSON, **documented("bad-input", "too-large")},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                FORM: {
                    "schema": {
                        "type": "object",
                        "anyOf": [{"required": ["queries"]}, {"required": ["extend"]}],
                        "properties": {
                            "queries": {"type": "string"},
                            "extend": {"type": "string"},
                        },
                    }
                }
            },
        }
    },
)
def by_post(
    graph: GraphDep,
    presenter: PresenterDep,
    fields: Annotated[tuple[str | None, str | None], Depends(_fields)],
) -> JSONResponse:
    """Match or fill rows that are sent as form fields ``queries`` or ``extend``."""
    if fields == (None, None):
        raise InputError("cần trường 'queries' hoặc 'extend' trong biểu mẫu")
    return _answered(graph, presenter, *fields)


@router.get("/reconcile/properties", responses={**JSON, **documented("validation")})
def propose_properties(
    type: Annotated[str, Query(max_length=100)] = WORK,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> JSONResponse:
    """Propose columns that rows of a type can be filled with."""
    rows = described(BODY if type == BODY else WORK)[:limit]
    return JSONResponse({"type": type, "limit": limit, "properties": rows}, headers=OPEN)


@router.get(
    "/reconcile/preview",
    response_class=Response,
    responses={
        200: {"description": "A small page.", "content": {"text/html": {}}},
        **documented("not-found", "validation"),
    },
)
def preview(
    graph: GraphDep, presenter: PresenterDep, id: Annotated[str, Query(max_length=500)]
) -> Response:
    """Show a work or body in a few lines, to be laid over a table."""
    found = known(graph, presenter, id)
    if found is None:
        raise NotFoundError(f"không có '{id}'")
    title, said, url = shown(*found)
    html = (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>"
        f'<p><a href="{escape(url)}" target="_blank" rel="noopener">{escape(title)}</a></p>'
        f"<p>{escape(said)}</p></body></html>"
    )
    policy = "default-src 'none'; frame-ancestors *"
    headers = {"Content-Security-Policy": policy, **OPEN}
    return Response(html, media_type="text/html", headers=headers)


def _answered(
    graph: Graph, presenter: Presenter, queries: str | None, extend: str | None
) -> JSONResponse:
    try:
        if queries is not None:
            asked = _QUERIES.validate_json(queries)
            if len(asked) > BATCH:
                raise InputError(f"{len(asked)} dòng một lần, quá giới hạn {BATCH}")
            matcher = Matcher(graph, presenter)
            found = {key: {"result": matcher.match(query)} for key, query in asked.items()}
            return JSONResponse(found, headers=OPEN)
        if extend is not None:
            extension = Extension.model_validate_json(extend)
            return JSONResponse(_extended(graph, presenter, extension), headers=OPEN)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, f['loc']))}: {f['msg']}" for f in error.errors())
        raise InputError("; ".join(faults)) from error
    return JSONResponse(_manifest(graph), headers=OPEN)


def _extended(graph: Graph, presenter: Presenter, asked: Extension) -> dict[str, Any]:
    names = {row["id"]: row["name"] for kind in (BODY, WORK) for row in described(kind)}
    unknown = [one.id for one in asked.properties if one.id not in names]
    if unknown:
        raise InputError(f"không có thuộc tính {', '.join(unknown)}; có: {', '.join(names)}")
    rows: dict[str, Any] = {}
    for identifier in asked.ids:
        found = known(graph, presenter, identifier)
        columns = PROPERTIES[found[0]] if found else {}
        rows[identifier] = {
            one.id: columns[one.id].read(found[1]) if found and one.id in columns else []
            for one in asked.properties
        }
    meta: list[dict[str, Any]] = [{"id": one.id, "name": names[one.id]} for one in asked.properties]
    for column in meta:
        if column["id"] == "issuer":
            column["type"] = {"id": BODY, "name": "Cơ quan, tổ chức"}
    return {"meta": meta, "rows": rows}


def _manifest(graph: Graph) -> dict[str, Any]:
    base = graph.settings.base_uri
    suggest = {
        kind: {
            "service_url": base,
            "service_path": f"/reconcile/suggest/{kind}",
            "flyout_service_url": base,
            "flyout_service_path": f"/reconcile/flyout/{kind}?id=${{id}}",
        }
        for kind in ("entity", "type", "property")
    }
    return {
        "versions": ["0.2"],
        "name": "Luocdo: văn bản của Đảng và Nhà nước",
        "identifierSpace": f"{base}/id/",
        "schemaSpace": f"{base}/types/",
        "documentation": f"{base}/docs",
        "serviceVersion": VERSION,
        "defaultTypes": types_of(graph.registry)[:2],
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": 420, "height": 120},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
        "batchSize": BATCH,
    }
