"""What identifiers are called, for lists that hold works and bodies alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.model.sources import SourceText
from service.present import Presenter
from service.schemas.sources import SourceAnswer
from service.schemas.works import WorkAnswer
from service.state import Graph


@dataclass(frozen=True, slots=True)
class Named:
    """A node as it is linked to."""

    href: str
    name: str
    date: str | None = None
    issuer: str | None = None
    about: str | None = None


def names(graph: Graph, presenter: Presenter, ids: Collection[str]) -> dict[str, Named]:
    """Return what each known id is called; unknown ones are left out."""
    found = {
        work.id: Named(f"/works{work.id}", work_name(work), work.date, work.issuer, subject(work))
        for work in presenter.works(graph.store.works(ids))
    }
    for body in graph.store.bodies_of([one for one in ids if one not in found]):
        found[body.id] = Named(f"/bodies{body.id}", body.name)
    return found


def subject(work: WorkAnswer) -> str | None:
    """Return what a work is about, where its name above does not say so already.

    That is its title, or the name under which it is cited: 'Luật Đất đai' tells more than a number,
    and than the 'ĐẤT ĐAI' below its letterhead.
    """
    shouted = work.title is not None and work.title.isupper()
    about = work.name if work.name and (shouted or not work.title) else work.title
    return about if about != work_name(work) else None


def work_name(work: WorkAnswer) -> str:
    """Return 'Chỉ thị 39-CT/TW', or the name or subject of what has no number."""
    if work.number:
        return f"{work.type or 'Văn bản'} {work.number}"
    return work.name or work.title or work.type or work.id


def source_name(source: SourceAnswer | SourceText) -> str:
    """Return the title of a text, or the last part of where it came from."""
    return source.title or source.origin.rstrip("/").rpartition("/")[2] or source.id
