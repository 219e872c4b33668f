"""Problems and choices shown to people: what went wrong, or which documents may be meant."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from service.pages.routing import wants_page
from service.pages.view import View
from service.schemas.references import ResolveAnswer


def problem_page(
    request: Request, status: int, title: str, detail: str, code: str, headers: dict[str, str]
) -> Response | None:
    """Return a problem as a page; None where the client would rather have data."""
    if not wants_page(request):
        return None
    return View(request, request.app.state.site, None).page(
        "problem", status=status, headers=headers, title=title, detail=detail, code=code
    )


def choice_page(request: Request, answer: ResolveAnswer) -> Response | None:
    """Return candidates side by side (300); None where the client would rather have data."""
    if not wants_page(request):
        return None
    works = [candidate.work for candidate in answer.candidates]
    return View(request, request.app.state.site, None).page(
        "choice", status=300, candidates=works, why=answer.why
    )
