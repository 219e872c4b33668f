"""Documents and build files that must agree with the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model.seeding import load_registry

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-compile.lock")


def test_glossary_has_every_type_and_relation() -> None:
    rows = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    registry = load_registry()
    assert [t.id for t in registry.types if f"| `{t.id}` |" not in rows] == []
    assert [r.relation for r in registry.relations if f"| `{r.relation}` |" not in rows] == []


@pytest.mark.parametrize("name", ["README", "ARCHITECTURE", "CONTRIBUTING"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / f"{name}.md").read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_architecture_names_packages_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = re.findall(r"^\| `([\w/.]+)` \|", text, re.MULTILINE)
    assert len(named) >= 9
    assert [name for name in named if not (ROOT / name).exists()] == []


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_locks_are_hashed_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[\w.-]+==\S+", block)
        assert "--hash=sha256:" in block
    assert re.search(r"://|index|find-links|/", text) is None


def test_locks_hold_every_direct_dependency() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    runtime, everything = _pins(LOCKS[0]), _pins(LOCKS[1])
    direct = re.findall(r'^    "([\w-]+)>=', pyproject, re.MULTILINE)
    assert [name for name in direct if name not in everything] == []
    for some in (runtime, _pins(LOCKS[2])):
        assert {name: pin for name, pin in some.items() if everything.get(name) != pin} == {}
