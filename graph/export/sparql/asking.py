"""What a query is asked with and answered by, whoever runs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from graph.model.errors import QueryError

_NO_IRI = re.compile(r'[<>"{}|^`\\\x00-\x20]')


@dataclass(frozen=True, slots=True)
class SparqlAnswer:
    """A serialised answer; ``truncated`` says that rows were left out at a limit."""

    media_type: str
    body: bytes
    truncated: bool


@dataclass(frozen=True, slots=True)
class Graphs:
    """The dataset that a request names, by graph IRIs; it goes before that of the query."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Tell whether the request names a dataset at all."""
        return bool(self.default or self.named)

    def check(self, base: str) -> None:
        """QueryError for graphs that are not below ``base``, and what is no IRI."""
        for iri in (*self.default, *self.named):
            if not iri.startswith(base) or _NO_IRI.search(iri):
                raise QueryError(f"graph '{iri}' is not here: only graphs below {base} are")


UNION = Graphs()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, rows (or triples), bytes out, bytes of memory."""

    seconds: float
    rows: int
    size: int
    memory: int


class Sparql(Protocol):
    """Answers SPARQL queries over the derived graph: in our own processes, or elsewhere."""

    @property
    def follows(self) -> bool:
        """Tell whether answers change with the store alone."""

    def refresh(self, patience: float = -1) -> None:
        """Catch up with the store; QueryTimeoutError where that is done by somebody else and
        takes more than ``patience`` seconds."""

    def answer(self, query: str, accept: str = "", graphs: Graphs = UNION) -> SparqlAnswer:
        """Answer one query; see SparqlView."""

    async def at_once(
        self, generation: int, query: str, accept: str = "", graphs: Graphs = UNION
    ) -> SparqlAnswer | None:
        """Answer one query over the store's ``generation``, without a thread.

        None where ``answer`` must be asked in one.
        """

    def close(self) -> None:
        """Let go of everything."""
