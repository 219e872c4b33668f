"""How far a derived dataset has come, written beside it: what a crash leaves is told by it.

The note is taken away before the dataset is touched and written again when it is whole, so that a
dataset without one is built anew.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.export.rdf.records import Records

SHAPE = 1  # grows when the same store is said in other triples


@dataclass(frozen=True, slots=True)
class Progress:
    """What a dataset shows. ``landmark`` is the store's last source: another store lacks it."""

    generation: int
    landmark: str
    registry: str
    base: str
    folder: str
    shape: int = SHAPE

    def belongs_to(self, records: Records, registry: str, base: str) -> bool:
        """Tell whether this dataset can go on following that store."""
        same = (self.registry, self.base, self.shape) == (registry, base, SHAPE)
        return same and records.passed(self.landmark) and self.generation <= records.generation


class Note:
    """The file that says how far."""

    def __init__(self, home: Path) -> None:
        self._path = home / "progress.json"

    def read(self) -> Progress | None:
        """Return what it says; None where it is absent or not whole."""
        try:
            return Progress(**json.loads(self._path.read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def take(self) -> None:
        """Take it away: from here on the dataset is not to be trusted."""
        self._path.unlink(missing_ok=True)

    def leave(self, progress: Progress) -> None:
        """Write it, whole or not at all."""
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps(asdict(progress)))
        part.replace(self._path)
