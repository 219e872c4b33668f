"""A SPARQL 1.1 server of somebody else's in place of our own processes.

It must take the union of its named graphs as default graph (``oxigraph serve
--union-default-graph``). With an update address the dataset is written there and follows the
store; without one, whoever runs the server fills it. Our limits and refusals hold here too.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

import httpx
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from graph.export.rdf.dataset import Dataset, NamedGraph
from graph.export.rdf.names import DEFAULT_BASE
from graph.export.rdf.records import Records
from graph.export.sparql.asking import UNION, Graphs, Limits, SparqlAnswer
from graph.export.sparql.grammar import inspect
from graph.export.sparql.limiting import Cut, marked, rows
from graph.export.sparql.negotiation import chosen
from graph.export.sparql.progress import Progress
from graph.model.errors import QueryError, QueryTimeoutError
from graph.model.registry import Registry

_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"
_JSON = "application/sparql-results+json"
_BATCH = 1_000_000  # characters of one update
_REBUILD_SECONDS = 600.0


def make_remote_sparql(
    store: Records,
    registry: Registry,
    endpoint: str,
    update: str | None = None,
    base: str = DEFAULT_BASE,
    *,
    seconds: float = 10.0,
    rows: int = 10_000,
    size: int = 16_000_000,
) -> RemoteSparql:
    """Return a view that asks the server at ``endpoint`` and, by ``update``, keeps it filled."""
    limits = Limits(seconds, rows, size, memory=0)
    return RemoteSparql(store, Dataset(store, registry, base), endpoint, update, limits)


class RemoteSparql:
    """Answers by asking ``endpoint``; safe to use from several threads."""

    follows = False  # others may write there too

    def __init__(
        self, store: Records, dataset: Dataset, endpoint: str, update: str | None, limits: Limits
    ) -> None:
        self._records = store
        self._dataset = dataset
        self._endpoint = endpoint
        self._update = update
        self._limits = limits
        self._client = httpx.Client(timeout=limits.seconds)
        self._following = Lock()
        self._state = f"{dataset.names.base}sparql#progress"
        self._shown: int | None = None

    def refresh(self, patience: float = -1) -> None:
        """Catch up with the store, where this server is ours to write; see SparqlView."""
        if self._update is None:
            return
        if not self._following.acquire(timeout=patience):
            raise QueryTimeoutError("the dataset is being prepared: try again later")
        try:
            generation, landmark = self._records.generation, self._records.landmark
            if self._shown is None:
                self._shown = self._told()
            if self._shown == generation:
                return
            changed = None if self._shown is None else self._records.changed_since(self._shown)
            self._shown = None
            if changed is None:
                self._rebuild()
            else:
                self._replace(changed)
            self._run(self._noted(generation, landmark))
            self._shown = generation
        finally:
            self._following.release()

    def answer(self, query: str, accept: str = "", graphs: Graphs = UNION) -> SparqlAnswer:
        """Answer as SparqlView does; the errors are the same."""
        names = self._dataset.names
        shape = inspect(query, names.base)
        graphs.check(names.base)
        fmt, media_type = chosen(accept, shape.form)
        self.refresh(self._limits.seconds)
        declared = "".join(f"PREFIX {name}: <{iri}> " for name, iri in names.prefixes.items())
        if shape.form != "SELECT":
            with self._asked(declared + query, media_type, graphs) as body:
                return SparqlAnswer(media_type, body.all(), False)
        with self._asked(declared + query, _JSON, graphs) as body:
            found = parse_query_results(body, format=QueryResultsFormat.JSON)  # type: ignore[arg-type]
            assert isinstance(found, QuerySolutions)
            said, truncated = rows(found, fmt, Cut(self._limits.rows, self._limits.size))
        return SparqlAnswer(media_type, bytes(marked(said, fmt, truncated=truncated)), truncated)

    async def at_once(
        self, generation: int, query: str, accept: str = "", graphs: Graphs = UNION
    ) -> None:
        """Tell that another server must be waited for."""

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @contextmanager
    def _asked(self, query: str, accept: str, graphs: Graphs) -> Iterator[_Body]:
        """Ask, and give the answer's body to be read for as long as a query may run."""
        parameters = {"default-graph-uri": graphs.default, "named-graph-uri": graphs.named}
        headers = {"Content-Type": _QUERY, "Accept": accept}
        late = f"the query ran over {self._limits.seconds:g} s"
        deadline = time.monotonic() + self._limits.seconds
        try:
            with self._client.stream(
                "POST", self._endpoint, params=parameters, content=query.encode(), headers=headers
            ) as answer:
                body = _Body(answer.iter_bytes(), deadline, late, self._limits.size)
                if answer.status_code >= 500:
                    raise QueryTimeoutError(f"the SPARQL server answered {answer.status_code}")
                if answer.status_code >= 400:
                    raise QueryError(body.all().decode("utf-8", "replace")[:500])
                yield body
        except httpx.TimeoutException as error:
            raise QueryTimeoutError(late) from error
        except httpx.HTTPError as error:
            raise QueryTimeoutError("the SPARQL server cannot be reached") from error

    def _run(self, update: str) -> None:
        assert self._update is not None
        try:
            answer = self._client.post(
                self._update, content=update.encode(), headers={"Content-Type": _UPDATE},
                timeout=_REBUILD_SECONDS,
            )  # fmt: skip
        except httpx.HTTPError as error:
            raise QueryTimeoutError("the SPARQL server cannot be reached") from error
        if answer.status_code >= 400:
            detail = f"the SPARQL server refused an update: {answer.status_code}"
            raise QueryTimeoutError(detail)

    def _told(self) -> int | None:
        """Return the generation that the server's data shows; None where it is not ours."""
        found = self._cells(f"SELECT ?x {{ GRAPH <{self._state}> {{ ?s ?p ?x }} }}")
        try:
            generation, landmark, registry = found[0].split("|", 2)
            told = Progress(int(generation), landmark, registry, self._dataset.names.base, "")
        except (IndexError, ValueError):
            return None
        version, base = self._dataset.registry_version, self._dataset.names.base
        return told.generation if told.belongs_to(self._records, version, base) else None

    def _noted(self, generation: int, landmark: str) -> str:
        said = f"{generation}|{landmark}|{self._dataset.registry_version}"
        about = f"<{self._state}> <{self._dataset.names.base}ontology#generation>"
        return f'INSERT DATA {{ GRAPH <{self._state}> {{ {about} "{said}" }} }}'

    def _unnoted(self) -> str:
        return f"DROP SILENT GRAPH <{self._state}>"

    def _rebuild(self) -> None:
        """Write all graphs anew and drop what else is below our base; others' data stays."""
        base = self._dataset.names.base
        below = f'FILTER(STRSTARTS(STR(?g), "{base}"))'
        old = set(self._cells(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ }} {below} }}"))
        self._run(self._unnoted())
        old.discard(self._state)
        self._write(self._dataset.graphs(), old)

    def _replace(self, changed: set[str]) -> None:
        names = self._dataset.names
        graphs = list(self._dataset.nodes(changed))
        quoted = sorted({source for graph in graphs for source in graph.sources})
        sources = [found for one in quoted if (found := self._dataset.source(one))]
        self._run(self._unnoted())
        self._write([*graphs, *sources], {names.node(node).value for node in changed})
        sources_below = f"{names.base}sources/"
        unquoted = self._cells(
            f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g ?p ?o }} FILTER(STRSTARTS(STR(?g), "
            f'"{sources_below}")) FILTER NOT EXISTS {{ ?c prov:wasQuotedFrom ?g }} }}'
        )
        self._write((), set(unquoted))

    def _write(self, graphs: Iterable[NamedGraph], dropped: set[str]) -> None:
        """Replace these graphs and drop those, some at a time."""
        parts: list[str] = []
        size = 0
        for graph in graphs:
            dropped.discard(graph.name.value)
            triples = " .\n".join(map(str, graph.triples))
            parts.append(f"DROP SILENT GRAPH {graph.name}")
            parts.append(f"INSERT DATA {{ GRAPH {graph.name} {{ {triples} }} }}")
            size += len(triples)
            if size > _BATCH:
                self._run(" ;\n".join(parts))
                parts, size = [], 0
        parts += [f"DROP SILENT GRAPH <{iri}>" for iri in sorted(dropped)]
        if parts:
            self._run(" ;\n".join(parts))

    def _cells(self, query: str) -> list[str]:
        declared = "".join(f"PREFIX {n}: <{i}> " for n, i in self._dataset.names.prefixes.items())
        with self._asked(declared + query, _JSON, UNION) as body:
            found = parse_query_results(body, format=QueryResultsFormat.JSON)  # type: ignore[arg-type]
            assert isinstance(found, QuerySolutions)
            return [getattr(term, "value", "") for solution in found for term in solution]


class _Body:
    """A response's body as a file, for as long as its time lasts."""

    def __init__(self, parts: Iterator[bytes], deadline: float, late: str, size: int) -> None:
        self._parts = parts
        self._deadline = deadline
        self._late = late
        self._size = size
        self._held = b""

    def read(self, size: int = 65_536) -> bytes:
        """Return at most ``size`` bytes, none at the end."""
        if not self._held:
            self._held = next(self._parts, b"")
        if time.monotonic() > self._deadline:
            raise QueryTimeoutError(self._late)
        part, self._held = self._held[:size], self._held[size:]
        return part

    def all(self) -> bytes:
        """Return everything; QueryError where that is over the limit."""
        body = bytearray()
        while part := self.read():
            body += part
            if len(body) > self._size:
                raise QueryError("the answer is too large: ask for less with LIMIT")
        return bytes(body)
