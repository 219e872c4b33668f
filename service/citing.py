"""How a work is cited: in the State's form, the Party's, and a short one with its address."""

from __future__ import annotations

from typing import Literal

from graph.model.errors import MalformedNumberError
from graph.model.numbers import DocumentNumber, NumberForm
from service.pages.citing import citations
from service.pages.wording import Wording
from service.schemas.works import WorkAnswer

World = Literal["state", "party"]


def cited(work: WorkAnswer) -> dict[str, str]:
    """Return the citation in each style; state is Nghị định 30/2020/NĐ-CP, party 36-HD/VPTW."""
    return citations(work, Wording("vi", {}))


def own_style(work: WorkAnswer) -> World:
    """Return the style of the world that issued the work: the Party's where its number is one."""
    try:
        form = DocumentNumber.parse(work.number).form if work.number else None
    except MalformedNumberError:
        form = None
    return "party" if form is NumberForm.PARTY else "state"
