"""Sources: read a text for keeps; list and return what was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from graph.model.errors import NotFoundError
from service.caching import AnswersDep, conditional
from service.dependencies import GraphDep, Limit, Offset, PresenterDep
from service.errors import documented
from service.formats import source_file
from service.paging import link_header, page, page_links
from service.representations import alternates, documented_forms, wanted
from service.routing import Router
from service.schemas.references import SourceRequest
from service.schemas.sources import IngestAnswer, SourceAnswer, SourceTextAnswer
from service.schemas.works import PageAnswer
from service.uploads import Received, asked, body_schema, file_source, ingest_source, received
from service.writers import may_write

router = Router(tags=["sources"])


@router.post(
    "/sources",
    response_model=IngestAnswer,
    status_code=201,
    openapi_extra={"requestBody": body_schema("SourceRequest")},
    dependencies=[Depends(may_write)],
    responses={
        200: {"model": IngestAnswer, "description": "The same text was known already."},
        **documented(
            "bad-input", "empty-text", "wrong-encoding", "malformed-date", "too-large",
            "not-text", "no-text-layer", "unsupported-media-type", "validation", "store",
            "unauthorized",
        ),
    },
)  # fmt: skip
def ingest(
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    sent: Annotated[Received, Depends(received)],
) -> IngestAnswer:
    """Read a text and keep it as evidence: all of it, or nothing where it cannot be used."""
    request = asked(sent, SourceRequest)
    source = file_source(graph, sent) if request is None else ingest_source(graph, request)
    answer = presenter.ingested(graph.pipeline.ingest(source))
    response.status_code = 201 if answer.new else 200
    response.headers["Location"] = f"/sources/{answer.source}"
    return answer


@router.get(
    "/sources",
    response_model=PageAnswer[SourceAnswer],
    dependencies=[Depends(conditional)],
)
def sources(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    limit: Limit = 20,
    offset: Offset = 0,
) -> PageAnswer[SourceAnswer]:
    """List the texts that were read."""
    found = graph.store.sources(limit, offset)
    response.headers.update(link_header(page_links(request, found)))
    return page(found, [presenter.source(row) for row in found.items])


@router.get(
    "/sources/{id}",
    response_model=SourceTextAnswer,
    responses={**documented_forms("The source."), **documented("not-found")},
    dependencies=[Depends(conditional)],
)
def source(
    request: Request,
    response: Response,
    graph: GraphDep,
    presenter: PresenterDep,
    answers: AnswersDep,
    id: str,
) -> SourceTextAnswer | Response:
    """Return a text as it was read; what is known of it as RDF, by Accept or suffix."""
    asked = wanted(request, id)
    found = graph.store.source(asked.path)
    if found is None:
        raise NotFoundError(f"không có nguồn '{asked.path}'")
    links = alternates(f"/sources/{found.id}")
    if asked.is_rdf:
        return answers.file(lambda: source_file(graph, found.id, asked.form), links)
    response.headers.update(links)
    return presenter.source_text(found)
