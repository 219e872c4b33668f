"""Linked data: every name that the RDF uses can be looked up."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Path, Request, Response

from graph.export.rdf.void import void_bytes
from graph.export.rdf.writing import RDF_FORMATS
from graph.model.errors import NotFoundError
from graph.model.identifiers import BODY_PREFIX, WORK_PREFIX
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep, LinkedDep, PresenterDep, ViewDep
from service.errors import documented
from service.formats import File, relation_file, vocabulary_file
from service.redirects import identifier
from service.representations import Wanted, documented_forms, wanted
from service.routing import Router
from service.schemas.linked import RelationAnswer, TermAnswer

router = Router(tags=["linked data"], dependencies=[Depends(conditional)])
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{32}(\.[a-z]{2,6})?$")]
SEE_OTHER: dict[int | str, dict[str, Any]] = {303: {"description": "The document about it."}}


@router.get(
    "/id/{path:path}",
    response_class=Response,
    status_code=303,
    responses={**SEE_OTHER, **documented("not-found")},
)
def named(request: Request, path: str) -> Response:
    """Lead from the name of a thing (/id/eli/…, /id/org/…) to the document about it."""
    sought = identifier(path)
    if sought.startswith(WORK_PREFIX):
        return _see(f"/works{sought}", request)
    if sought.startswith(BODY_PREFIX):
        return _see(f"/bodies{sought}", request)
    raise NotFoundError(f"'{sought}' không phải định danh của văn bản hay cơ quan")


@router.get(
    "/eli/{path:path}",
    response_class=Response,
    status_code=303,
    responses={**SEE_OTHER, **documented("not-found")},
)
def work_named(request: Request, path: str) -> Response:
    """Lead from a work's identifier to the document about it."""
    return named(request, f"eli/{path}")


@router.get(
    "/org/{path:path}",
    response_class=Response,
    status_code=303,
    responses={**SEE_OTHER, **documented("not-found")},
)
def body_named(request: Request, path: str) -> Response:
    """Lead from a body's identifier to the document about it."""
    return named(request, f"org/{path}")


@router.get(
    "/relations/{digest}",
    response_model=RelationAnswer,
    responses={
        **documented_forms("The relation."),
        **documented("not-found", "validation", "query-timeout"),
    },
)
def relation(
    request: Request,
    graph: GraphDep,
    linked: LinkedDep,
    presenter: PresenterDep,
    view: ViewDep,
    answers: AnswersDep,
    digest: Digest,
) -> RelationAnswer | Response:
    """Return one relation with the passages that state it."""
    asked = wanted(request, digest)
    link = linked.relation(asked.path)
    if asked.is_rdf:
        return answers.file(lambda: relation_file(graph, link, asked.form))
    path = f"/relations/{asked.path}"
    answer = presenter.relation(path, link)
    if asked.form == "html":
        title = f"{link[0]} {answer.label} {link[2]}"
        shown = answer.model_dump(by_alias=True)
        return view.page("resource", title=title, path=path, answer=shown)
    return answer


@router.get(
    "/citations/{digest}",
    response_class=Response,
    status_code=303,
    responses={**SEE_OTHER, **documented("not-found", "validation", "query-timeout")},
)
def citation(request: Request, linked: LinkedDep, digest: Digest) -> Response:
    """Lead from one citation to the relation that it states, which tells all of it."""
    stem, dot, suffix = digest.partition(".")
    return _see(linked.stated_by(stem) + dot + suffix, request)


@router.get(
    "/types/{id}",
    response_model=TermAnswer,
    responses={**documented_forms("The type."), **documented("not-found")},
)
def document_type(
    request: Request, graph: GraphDep, view: ViewDep, answers: AnswersDep, id: str
) -> TermAnswer | Response:
    """Return a type of document."""
    asked = wanted(request, id)
    row = next((row for row in graph.registry.types if row.id == asked.path), None)
    if row is None:
        raise NotFoundError(f"không có loại văn bản '{asked.path}'")
    answer = TermAnswer(
        id=row.id, url=f"{graph.settings.base_uri}/types/{row.id}", name=row.name, kind=row.kind,
        aliases=list(row.aliases), codes=list(row.codes), successors=[],
    )  # fmt: skip
    return _term(answer, asked, f"types/{row.id}", graph, view, answers)


@router.get(
    "/places/{id}",
    response_model=TermAnswer,
    responses={**documented_forms("The place."), **documented("not-found")},
)
def place(
    request: Request, graph: GraphDep, view: ViewDep, answers: AnswersDep, id: str
) -> TermAnswer | Response:
    """Return a place."""
    asked = wanted(request, id)
    row = next((row for row in graph.registry.places if row.id == asked.path), None)
    if row is None:
        raise NotFoundError(f"không có địa phương '{asked.path}'")
    answer = TermAnswer(
        id=row.id, url=f"{graph.settings.base_uri}/places/{row.id}", name=row.name, kind=row.kind,
        aliases=list(row.aliases), codes=[], successors=list(row.successors),
    )  # fmt: skip
    return _term(answer, asked, f"places/{row.id}", graph, view, answers)


@router.get("/ontology", response_class=Response, responses=documented_forms("The ontology."))
def ontology(request: Request, graph: GraphDep, answers: AnswersDep) -> Response:
    """Return the ontology; Turtle where nothing else is asked for."""
    return answers.file(lambda: vocabulary_file(graph, _rdf(wanted(request, "", "ttl"))))


@router.get(
    "/ontology.{suffix}",
    response_class=Response,
    responses={**documented_forms("The ontology."), **documented("unknown-format")},
)
def ontology_as(graph: GraphDep, answers: AnswersDep, suffix: str) -> Response:
    """Return the ontology by suffix: ttl, nt, jsonld, rdf."""
    return answers.file(lambda: vocabulary_file(graph, suffix))


@router.get(
    "/.well-known/void",
    response_class=Response,
    responses=documented_forms("The VoID description of the dataset."),
)
def void(request: Request, graph: GraphDep, linked: LinkedDep, answers: AnswersDep) -> Response:
    """Describe the dataset: sizes, vocabularies, dumps, the SPARQL endpoint."""
    form = _rdf(wanted(request, "", "ttl"))

    def described() -> File:
        body = void_bytes(graph.settings.base_uri, linked.figures(), form)
        return File(body, RDF_FORMATS[form].media_type)

    return answers.file(described)


def _term(
    answer: TermAnswer,
    asked: Wanted,
    about: str,
    graph: GraphDep,
    view: ViewDep,
    answers: AnswersDep,
) -> TermAnswer | Response:
    if asked.is_rdf:
        return answers.file(lambda: vocabulary_file(graph, asked.form, about))
    if asked.form == "html":
        shown = answer.model_dump()
        return view.page("resource", title=answer.name, path=f"/{about}", answer=shown)
    return answer


def _rdf(asked: Wanted) -> str:
    """Return the serialisation for what there is in RDF only: JSON is JSON-LD, a page Turtle."""
    return {"json": "jsonld", "html": "ttl"}.get(asked.form, asked.form)


def _see(path: str, request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    location = quote(path, safe="/:-._~") + query
    return Response(status_code=303, headers={"Location": location, "Vary": "Accept"})
