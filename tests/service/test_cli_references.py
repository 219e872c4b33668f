"""``luocdo references``: order kept, bad lines answered inline, files whole or absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from service.cli.app import make_cli

TEXT = "Thực hiện Chỉ thị số {0}-CT/TW, ngày 18/8/2014 của Bộ Chính trị."


def run(lines: list[str], folder: Path, workers: int) -> list[dict[str, Any]]:
    source, target = folder / "in.ndjson", folder / "out.ndjson"
    source.write_text("\n".join(lines) + "\n")
    arguments = ["references", str(source), str(target), "--workers", str(workers)]
    result = CliRunner().invoke(make_cli(), arguments)
    assert result.exit_code == 0, result.output
    assert [path.name for path in folder.glob("*.part")] == []
    return [json.loads(line) for line in target.read_text().splitlines()]


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_kept(tmp_path: Path, workers: int) -> None:
    lines = [json.dumps({"id": n, "text": TEXT.format(n)}) for n in range(1, 300)]
    answers = run(lines, tmp_path, workers)
    assert [answer["id"] for answer in answers] == list(range(1, 300))
    numbers = [answer["references"][0]["number"] for answer in answers]
    assert numbers == [f"{n}-CT/TW" for n in range(1, 300)]


def test_bad_lines_are_answered_inline(tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": TEXT.format(39), "place": None})
    bad = [
        "{not json",
        json.dumps({"id": "b"}),
        json.dumps({"id": ["c"], "text": 5}),
        json.dumps({"id": "d", "text": TEXT, "published": "hôm qua"}),
        '"\\ud800"',
    ]
    answers = run([good, *bad, "", good], tmp_path, 1)
    assert len(answers) == 7
    assert answers[0] == answers[-1]
    assert answers[0]["references"]
    assert all(answer["error"] and answer["code"] for answer in answers[1:-1])
    assert [answer["id"] for answer in answers[1:-1]] == [None, "b", ["c"], "d", None]
    assert all(answer["references"] == answer["relations"] == [] for answer in answers[1:-1])
    assert "dòng 2" in answers[1]["error"]


@pytest.mark.parametrize("id", [None, True, 1.5, "x", [1, None], {"a": [2]}])
def test_ids_of_any_type_and_texts_of_nothing(tmp_path: Path, id: object) -> None:
    (answer,) = run([json.dumps({"id": id, "text": "", "published": None})], tmp_path, 1)
    assert (answer["id"], type(answer["id"])) == (id, type(id))
    assert "error" not in answer
    assert answer["references"] == []


def test_missing_input_leaves_no_output(tmp_path: Path) -> None:
    target = tmp_path / "out.ndjson"
    result = CliRunner().invoke(make_cli(), ["references", str(tmp_path / "no"), str(target)])
    assert result.exit_code == 1
    assert not target.exists()
