"""Front-end files: built by web/ into service/static, named by their content."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).resolve().parents[1] / "static"
_MANIFEST = "manifest.json"
_TEXT = (".js", ".css")


@dataclass(frozen=True, slots=True)
class Needed:
    """Addresses of the style sheets and the script of one entry."""

    styles: tuple[str, ...] = ()
    script: str | None = None


class Assets:
    """Knows the built files by entry ('site', 'lineage', …); nothing where none were built."""

    def __init__(self, folder: Path = STATIC) -> None:
        self.folder = folder

    @cached_property
    def _chunks(self) -> dict[str, Any]:
        manifest = self.folder / _MANIFEST
        chunks: dict[str, Any] = json.loads(manifest.read_text()) if manifest.is_file() else {}
        return chunks

    @cached_property
    def version(self) -> str:
        """Changes with any built file."""
        return ",".join(sorted(chunk["file"] for chunk in self._chunks.values()))

    def needed(self, entry: str) -> Needed:
        """Return what a page with this entry loads."""
        chunk = self._chunks.get(f"src/{entry}.ts")
        if chunk is None:
            return Needed()
        styles = dict.fromkeys(_styles(self._chunks, f"src/{entry}.ts"))
        return Needed(tuple(_address(name) for name in styles), _address(chunk["file"]))

    @cached_property
    def fonts(self) -> tuple[str, ...]:
        """Addresses of the font files that every page shows text in: worth asking for early."""
        wanted = ("vietnam-pro-latin-400-normal.woff2", "vietnam-pro-vietnamese-400-normal.woff2")
        chunks = (self._chunks[name] for name in sorted(self._chunks) if name.endswith(wanted))
        return tuple(_address(chunk["file"]) for chunk in chunks)


class Immutable(StaticFiles):
    """Serves files whose name changes with their content: a browser asks once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file, to be kept for a year; what is text is compressed once."""
        answer = await super().get_response(path, scope)
        if isinstance(answer, FileResponse) and answer.status_code == 200:
            if path.endswith(_TEXT) and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
                body = await run_in_threadpool(_packed, str(answer.path))
                answer = Response(body, headers=_kept_headers(answer))
                answer.headers["Content-Encoding"] = "gzip"
            answer.headers["Vary"] = "Accept-Encoding"
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def _kept_headers(answer: Response) -> dict[str, str]:
    gone = ("content-length", "etag", "accept-ranges")  # those of the file as it lies there
    return {name: value for name, value in answer.headers.items() if name not in gone}


@lru_cache(maxsize=64)
def _packed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), mtime=0)


def _styles(chunks: dict[str, Any], name: str) -> list[str]:
    chunk = chunks.get(name, {})
    below = [style for part in chunk.get("imports", ()) for style in _styles(chunks, part)]
    return [*below, *chunk.get("css", ())]


def _address(name: str) -> str:
    return f"/static/{name}"
