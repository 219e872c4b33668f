"""A client of another Luocdo: what the command line asks a server with --server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import httpx

from graph.model.errors import InputError, LuocdoError, NotFoundError

_BULK = {"Content-Type": "application/x-ndjson"}


class ServerError(LuocdoError):
    """The server cannot be reached, or refused."""

    code = "server"


class Remote:
    """Asks the service at ``server``; ``key`` is needed where writing asks for one.

    Problems of the server become errors here: 404 NotFoundError, other 4xx InputError, the rest
    ServerError.
    """

    def __init__(
        self, server: str, key: str | None = None, *, client: httpx.Client | None = None
    ) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx.Client(timeout=120, follow_redirects=True)
        self._client.headers.update({"Accept": "application/json", **headers})
        self._server = server.rstrip("/")

    def __enter__(self) -> Remote:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def search(self, q: str, limit: int = 20, **filters: str | None) -> dict[str, Any]:
        """Return a page of works."""
        return self._get("/works", q=q, limit=limit, **filters)

    def resolve(
        self, text: str | None = None, published: str | None = None, number: str | None = None
    ) -> dict[str, Any]:
        """Return the work that a citation, or a number, means; 'status' may be 'ambiguous'."""
        return self._get("/resolve", text=text, published=published, number=number)

    def lineage(self, work: str, **scope: Any) -> dict[str, Any]:
        """Return the lineage of a work or body id."""
        return self._get(self._node(work) + "/lineage", **scope)

    def lineage_file(self, work: str, suffix: str, **scope: Any) -> bytes:
        """Return the lineage in a format."""
        return self._ask(
            "GET", f"{self._node(work)}/lineage.{suffix}", params=_known(scope)
        ).content

    def references(self, text: str, **about: str | None) -> dict[str, Any]:
        """Return the references of a text."""
        answer: dict[str, Any] = self._ask(
            "POST", "/references", json={"text": text, **_known(about)}
        ).json()
        return answer

    def check(self, text: str, **about: str | None) -> dict[str, Any]:
        """Return what is to be said of the references of a draft."""
        answer: dict[str, Any] = self._ask(
            "POST", "/check", json={"text": text, **_known(about)}
        ).json()
        return answer

    def ingest(self, data: bytes, name: str, media_type: str) -> dict[str, Any]:
        """Send a file to be read for keeps."""
        file = {"file": (name, data, media_type)}
        answer: dict[str, Any] = self._ask("POST", "/sources", files=file).json()
        return answer

    def ingest_lines(self, lines: Iterable[bytes]) -> Iterator[str]:
        """Send NDJSON sources; yield the server's line on each."""
        answer = self._ask(
            "POST", "/sources/bulk", content=iter(lines), headers=_BULK, timeout=None
        )
        yield from answer.text.splitlines()

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask("GET", path, params=_known(params)).json()
        return answer

    def _node(self, identifier: str) -> str:
        kind = "bodies" if identifier.startswith("/org/") else "works"
        return f"/{kind}{quote(identifier, safe='/:-._~')}"

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        try:
            answer = self._client.request(method, self._server + path, **more)
        except httpx.HTTPError as error:
            raise ServerError(f"{self._server}: {error}") from error
        if answer.status_code < 400:
            return answer
        detail = _detail(answer)
        if answer.status_code == 404:
            raise NotFoundError(detail)
        if answer.status_code < 500 and answer.status_code not in (401, 429):
            raise InputError(detail)
        raise ServerError(detail)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _detail(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"{answer.status_code} {answer.reason_phrase}"
