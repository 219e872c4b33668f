"""``luocdo mcp``: the graph as tools of a language model (Model Context Protocol), over stdio."""

from __future__ import annotations

from typing import Any, Literal

from graph.lineage import lineage as lineage_of
from graph.lineage.tracing import located
from graph.model.dates import PartialDate
from graph.model.errors import LuocdoError, MissingLibraryError
from graph.reading import make_source
from service.checking import Checker
from service.cli.options import Database, settings_of
from service.present import Presenter
from service.resolving import Resolving, Several
from service.state import Graph, open_graph

INSTRUCTIONS = """Vietnamese Party and State documents and how they relate, each relation with the
sentences that state it. Numbers recur: call resolve before anything else, and where it answers
'ambiguous', ask which of the candidates is meant rather than choose. What is not in the store is
unknown, not inexistent."""


def mcp(database: Database = None) -> None:
    """Chạy máy chủ MCP trên đầu vào và đầu ra chuẩn: search, resolve, lineage, check."""
    with open_graph(settings_of(database)) as graph:
        make_server(graph).run("stdio")


def make_server(graph: Graph) -> Any:
    """Return an MCP server over an open graph; MissingLibraryError without the library."""
    try:
        from mcp.server.mcpserver import MCPServer
    except ImportError as error:
        raise MissingLibraryError("cần phần mở rộng 'mcp': pip install 'luocdo[mcp]'") from error
    server = MCPServer("luocdo", instructions=INSTRUCTIONS)
    tools = Tools(graph)
    for tool in (tools.search, tools.resolve, tools.lineage, tools.check):
        server.add_tool(tool)
    return server


class Tools:
    """What a model can call. Answers are the JSON shapes of the HTTP service."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def search(self, q: str, limit: int = 10) -> dict[str, Any]:
        """Search documents by words (Vietnamese, with or without diacritics) or number."""
        found = self._graph.store.search(q, limit=max(1, min(limit, 50)))
        works = self._presenter().works(found.items)
        return {"total": found.total, "items": [work.model_dump(mode="json") for work in works]}

    def resolve(
        self, citation: str, published: str | None = None, place: str | None = None
    ) -> dict[str, Any]:
        """Tell which document a citation means, e.g. 'Chỉ thị 39-CT/TW ngày 18/8/2014'.

        published (YYYY-MM-DD) and place (a province) are those of the text that cites it. The
        status is resolved, ambiguous (with candidates and what tells them apart) or unknown.
        """
        try:
            day = PartialDate.parse(published) if published else None
            answer = Resolving(self._graph, self._presenter()).text(citation, day, place)
        except Several as several:
            answer = several.answer
        except LuocdoError as error:
            return {"status": "unknown", "why": error.detail, "code": error.code}
        return answer.model_dump(mode="json")

    def lineage(
        self, id: str, direction: Literal["up", "down", "both"] = "both", depth: int = 2
    ) -> dict[str, Any]:
        """Return what a document goes back to (up) and what goes back to it (down).

        id is an identifier from search or resolve, such as /eli/vn/tw/bct/chi-thi/2014-08-18/39.
        Each edge has up to three sentences that state it.
        """
        try:
            found = lineage_of(
                self._graph.store,
                id if id.startswith("/org/") else located(self._graph.store, id),
                direction=direction,
                depth=max(1, min(depth, 5)),
                limit=200,
                registry=self._graph.registry,
            )
        except LuocdoError as error:
            return {"error": error.detail, "code": error.code}
        nodes = [{"id": node, **said} for node, said in found.nodes(data=True)]
        edges = [
            {"from": source, "relation": kind, "to": target, "sentences": said.get("sentences", [])}
            for source, target, kind, said in found.edges(keys=True, data=True)
        ]
        about = found.graph
        return {"root": about["root"], "truncated": about["truncated"], "nodes": nodes,
                "edges": edges}  # fmt: skip

    def check(self, text: str, published: str | None = None) -> dict[str, Any]:
        """Check the references of a draft: wrong date, issuer, number, title or type, or dead.

        Each has a verdict (right, wrong, dead, ambiguous, unknown), what is wrong, what replaced
        it, and the citation as it should be. published is the day of the draft (YYYY-MM-DD).
        """
        try:
            day = PartialDate.parse(published) if published else None
            source = make_source(text, "mcp", published=day)
            return Checker(self._graph, self._presenter()).check(source).model_dump(mode="json")
        except LuocdoError as error:
            return {"error": error.detail, "code": error.code}

    def _presenter(self) -> Presenter:
        return Presenter(self._graph.store, self._graph.labels, self._graph.settings.base_uri)
