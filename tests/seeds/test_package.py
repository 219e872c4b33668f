"""The registries keep the schema of seeds/datapackage.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package, Resource, validate


def test_the_data_package_is_valid(seeds: Path) -> None:
    report = validate(str(seeds / "datapackage.json"))
    errors = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid, errors[:10]


def test_every_table_is_described_and_has_sources(seeds: Path) -> None:
    package = json.loads((seeds / "datapackage.json").read_text("utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    assert described == {path.name for path in seeds.glob("*.tsv")}
    assert all(resource["sources"] for resource in package["resources"])


def test_a_wrong_row_is_found(seeds: Path, tmp_path: Path) -> None:
    package = Package(str(seeds / "datapackage.json"))
    schema = package.get_resource("types").schema
    text = (seeds / "types.tsv").read_text("utf-8")
    (tmp_path / "types.tsv").write_text(text + "Sai Chữ\tSai\t\t\tmars\tlaw\t\n", "utf-8")
    report = validate(Resource(path="types.tsv", basepath=str(tmp_path), schema=schema))
    notes = {error.type for task in report.tasks for error in task.errors}
    assert "constraint-error" in notes


@pytest.mark.parametrize("line_end", ["\r", "\ufeff"])
def test_tables_are_plain_utf8_with_line_feeds(seeds: Path, line_end: str) -> None:
    for path in seeds.glob("*.tsv"):
        text = path.read_bytes().decode("utf-8")
        assert line_end not in text, path.name
        assert text.endswith("\n"), path.name


def test_cells_have_no_quotes_and_no_stray_spaces(seeds: Path) -> None:
    # A '"' would make the TSV mean different things to different readers.
    for path in seeds.glob("*.tsv"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert '"' not in line, f"{path.name}:{number}"
            assert all(c == c.strip() for c in line.split("\t")), f"{path.name}:{number}"
