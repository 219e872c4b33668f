"""The whole graph as files: made once for each state of the store, counted and hashed as made."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import IO, Any

from graph.export.rdf.writing import RDF_FORMATS, stream_graph
from service.formats import GRAPH_SUFFIXES, graph_suffix
from service.state import VERSION, Graph

_KEPT_STATES = 2  # the state before is still being read by those who began with it


@dataclass(frozen=True, slots=True)
class Dump:
    """One file of the whole graph. ``sha256`` is that of its bytes, in hex."""

    suffix: str
    media_type: str
    generation: int
    triples: int
    bytes: int
    sha256: str


class Dumps:
    """Keeps dumps in a folder of the data directory."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._folder = graph.settings.data_dir / "dumps"
        self._locks = {suffix: Lock() for suffix in GRAPH_SUFFIXES}

    def made(self, suffix: str) -> tuple[Dump, Path]:
        """Return the dump in that format and where it lies, made now where it is not at hand."""
        with self._locks[graph_suffix(suffix)]:  # two that ask for the same wait for one making
            generation, folder = self._state()
            known = _known(folder, suffix)
            if known is None:
                folder.mkdir(parents=True, exist_ok=True)
                known = self._make(folder, suffix, generation)
                self._forget()
            return known, folder / f"luocdo.{suffix}"

    def at_hand(self) -> dict[str, Dump]:
        """Return the dumps of the store's present state that have been made, by suffix."""
        _, folder = self._state()
        found = {suffix: _known(folder, suffix) for suffix in GRAPH_SUFFIXES}
        return {suffix: dump for suffix, dump in found.items() if dump is not None}

    def _state(self) -> tuple[int, Path]:
        generation = self._graph.store.generation
        settings, registry = self._graph.settings, self._graph.registry
        told = json.dumps([VERSION, registry.version, settings.base_uri, settings.database])
        digest = hashlib.sha256(told.encode()).hexdigest()[:12]
        return generation, self._folder / f"{generation:012d}-{digest}"

    def _make(self, folder: Path, suffix: str, generation: int) -> Dump:
        target = folder / f"luocdo.{suffix}"
        part = target.with_name(target.name + ".part")
        graph = self._graph
        try:
            with part.open("wb") as file:
                out = _Hashing(file)
                base = graph.settings.base_uri
                triples = stream_graph(graph.store, graph.registry, suffix, out, base)  # type: ignore[arg-type]
            media_type = RDF_FORMATS[suffix].media_type
            digest = out.digest.hexdigest()
            dump = Dump(suffix, media_type, generation, triples, out.size, digest)
            part.replace(target)
            _note(folder, suffix).write_text(json.dumps(asdict(dump)))
        finally:
            part.unlink(missing_ok=True)
        return dump

    def _forget(self) -> None:
        states = sorted(path for path in self._folder.iterdir() if path.is_dir())
        for old in states[:-_KEPT_STATES]:
            shutil.rmtree(old, ignore_errors=True)


class _Hashing:
    """A file that is hashed as it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def _note(folder: Path, suffix: str) -> Path:
    return folder / f"luocdo.{suffix}.about"


def _known(folder: Path, suffix: str) -> Dump | None:
    try:
        said: dict[str, Any] = json.loads(_note(folder, suffix).read_text())
    except (FileNotFoundError, ValueError):
        return None
    return Dump(**said)
