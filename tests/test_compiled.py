"""What is compiled: told when it is old, and written so that compiled it does the same."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

import compiled

# Compiled, these are worked out anew at each use.
FORGETS = re.compile(r"import cached_property|@(?:functools\.)?cached_property")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of three sources, the oldest first, and nothing compiled."""
    for at, name in enumerate(("model/dates", "extraction/titles", "resolution/works")):
        path = tmp_path / "graph" / f"{name}.py"
        path.parent.mkdir(parents=True)
        path.touch()
        os.utime(path, (1_000 + at, 1_000 + at))
    monkeypatch.setattr(compiled, "ROOT", tmp_path)
    monkeypatch.setattr(compiled, "VALUES", ("dates",))
    return tmp_path


def library(tree: Path, seconds: int) -> Path:
    path = tree / "graph" / f"native{compiled.SUFFIX}"
    path.touch()
    os.utime(path, (seconds, seconds))
    return path


def test_plain_sources_are_never_stale(tree: Path) -> None:
    assert len(compiled.sources()) == 3
    assert compiled.stale() == []


@pytest.mark.parametrize(
    ("seconds", "changed"),
    [(1_010, []), (1_001, ["works.py"]), (900, ["titles.py", "works.py", "dates.py"])],
)
def test_what_changed_after_is_told(tree: Path, seconds: int, changed: list[str]) -> None:
    library(tree, seconds)
    assert [path.name for path in compiled.stale()] == changed


def test_plain_undoes_it(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library(tree, 900)
    monkeypatch.setattr(sys, "argv", ["compiled.py", "--plain"])
    compiled.main()
    assert not path.exists()
    assert compiled.stale() == []


@pytest.mark.parametrize(("seconds", "stays"), [(1_010, True), (1_001, False)])
def test_fresh_takes_away_what_is_old(
    tree: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    path = library(tree, seconds)
    monkeypatch.setattr(sys, "argv", ["compiled.py", "--fresh"])
    compiled.main()
    assert path.exists() is stays


def test_without_a_compiler_it_stays_plain(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(compiled.shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["compiled.py"])
    compiled.main()
    assert "plain Python" in capsys.readouterr().out


@pytest.mark.parametrize("path", compiled.sources(), ids=lambda path: path.stem)
def test_nothing_is_used_that_compiled_forgets(path: Path) -> None:
    assert not FORGETS.search(path.read_text("utf-8"))


@pytest.mark.parametrize("asked", [["--help"], ["--plain", "--fresh"]])
def test_an_argument_that_it_does_not_know_undoes_nothing(
    tree: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    kept = library(tree, 2_000)
    monkeypatch.setattr(sys, "argv", ["compiled.py", *asked])
    with pytest.raises(SystemExit, match="--plain"):
        compiled.main()
    assert kept.exists()
