"""Which files to read below the paths that were named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.model.errors import NotFoundError

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".docm"})


def walk(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield files: one named is taken whatever its suffix, a folder gives its known suffixes.

    Folders are walked recursively in sorted order, without hidden files and without following
    links to folders; no file comes twice. NotFoundError names a path that does not exist.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise NotFoundError(f"{path}: no such file or folder")
        for file in _files(path) if path.is_dir() else (path,):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if file.suffix.lower() in SUFFIXES and not name.startswith(".") and file.is_file():
                yield file
