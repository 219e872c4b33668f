from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.text import fold

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold"
FILES = sorted(GOLD.glob("*-*.json"))
ABBREVIATED = ("blds", "blhs", "bltths", "qcvn")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def annotations() -> dict[str, Row]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FILES}


@pytest.fixture(scope="module")
def texts(annotations: dict[str, Row], shared: Path) -> dict[str, str]:
    """The annotated texts by the name of the annotation."""
    data = shared / "data"
    with (data / "news" / "articles.jsonl").open(encoding="utf-8") as lines:
        news = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (data / "vnlegaltext" / "dev.jsonl").open(encoding="utf-8") as lines:
        statutes = [row["data"]["value"].replace("_", " ") for row in map(json.loads, lines)]
    found = {}
    for name, gold in annotations.items():
        source = gold["source"]
        if "id" in source:
            found[name] = news[source["id"]]
        elif "line" in source:
            found[name] = statutes[source["line"] - 1]
        else:
            whole = (data / source["file"]).read_text("utf-8")
            found[name] = whole[source.get("start", 0) : source.get("end")]
    return found


def test_there_is_enough(annotations: dict[str, Row]) -> None:
    assert len(annotations) >= 60
    assert sum(len(gold["mentions"]) for gold in annotations.values()) >= 800


def test_files_keep_to_the_schema(annotations: dict[str, Row]) -> None:
    validator = Draft202012Validator(json.loads((GOLD / "schema.json").read_text(encoding="utf-8")))
    wrong = {
        f"{name}: {error.json_path} {error.message[:120]}"
        for name, gold in annotations.items()
        for error in validator.iter_errors(gold)
    }
    assert not wrong


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "numbered"},
        {"kind": "named", "number": "1-CT/TW"},
        {"kind": "numbered", "number": "CT/TW"},
        {"kind": "numbered", "number": "1-CT/TW", "text": "Chỉ thị số 1-CT/TW"},
        {"kind": "numbered", "number": "1-CT/TW", "resolution": "perhaps"},
        {"kind": "numbered", "number": "1-CT/TW", "resolution": {"type": "Chỉ thị"}},
    ],
)
def test_the_schema_refuses(change: Row) -> None:
    schema = json.loads((GOLD / "schema.json").read_text(encoding="utf-8"))
    mention = {"start": 0, "end": 9, "type": "Chỉ thị", "resolution": "unknowable", **change}
    gold = {"source": {"file": "news/a.txt"}, "sha256": "0" * 64, "mentions": [mention],
            "relations": []}  # fmt: skip
    assert not Draft202012Validator(schema).is_valid(gold)


def test_words_are_known(annotations: dict[str, Row], registry: Registry) -> None:
    types = {t.name for t in registry.types}
    kinds = {kind.value for kind in RelationKind}
    for name, gold in annotations.items():
        for mention in gold["mentions"]:
            assert mention["type"] in types or mention.get("ignore"), (name, mention)
        for relation in gold["relations"]:
            assert relation["relation"] in kinds, (name, relation)


def test_relations_join_what_is_mentioned(annotations: dict[str, Row]) -> None:
    for name, gold in annotations.items():
        known = {fold(word) for m in gold["mentions"] for word in _words(m)} | {"self"}
        for relation in gold["relations"]:
            assert fold(relation["to"]) in known, (name, relation)
            if relation["from"][:1].isdigit() or relation["from"].startswith("Luật "):
                assert fold(relation["from"]) in known, (name, relation)


def test_a_number_is_always_the_same_in_a_text(annotations: dict[str, Row]) -> None:
    """What one text calls by one full number, year in it, means one document."""
    for name, gold in annotations.items():
        meant: dict[tuple[str, str], Any] = {}
        for mention in gold["mentions"]:
            number = mention.get("number", "")
            if mention["kind"] == "numbered" and re.match(r"\d+/\d{4}/", number):
                key = mention["resolution"]
                first = meant.setdefault((mention["type"], number), key)
                assert first == key, (name, number)


def test_texts_are_those_annotated(annotations: dict[str, Row], texts: dict[str, str]) -> None:
    for name, gold in annotations.items():
        digest = hashlib.sha256(texts[name].encode("utf-8")).hexdigest()
        assert digest == gold["sha256"], name


def test_spans_show_what_they_say(annotations: dict[str, Row], texts: dict[str, str]) -> None:
    for name, gold in annotations.items():
        for m in gold["mentions"]:
            surface = texts[name][m["start"] : m["end"]]
            assert surface == surface.strip(), (name, m, surface)
            digits = re.findall(r"\d+", f"{surface} {surface.replace(' ', '')}")
            if m["kind"] in ("numbered", "short", "self"):
                ordinal = re.match(r"\d+", m["number"])
                assert ordinal is not None, (name, m)
                assert ordinal[0] in digits, (name, m, surface)
            if m["kind"] == "anaphor":
                pointing = ("nay", "tren", "do", "ay", "hien hanh")
                assert fold(surface).endswith(pointing), (name, surface)
            if m["kind"] == "named":
                first = fold(surface).split(" ")[0]
                in_a_list = re.fullmatch(r"\d+|[ivx]+", first)
                words = (fold(m["type"]).split(" ")[0], *ABBREVIATED)
                assert in_a_list or first in words, (name, m, surface)
            assert m["kind"] in ("self", "short") or _begins(m, surface), (name, m, surface)


def test_cues_are_words(annotations: dict[str, Row], texts: dict[str, str]) -> None:
    for name, gold in annotations.items():
        for relation in gold["relations"]:
            if "cue" in relation:
                start, end = relation["cue"]
                cue = texts[name][start:end]
                assert cue == cue.strip(), (name, relation)
                assert re.fullmatch(r"[^\d/]{3,90}|sơ kết 05 năm thực hiện", cue), (name, cue)


def _words(mention: Row) -> list[str]:
    return [mention[key] for key in ("number", "name") if key in mention]


def _begins(mention: Row, surface: str) -> bool:
    """Tell whether a span begins with a type word, 'số' or the number itself."""
    head = fold(surface)
    other = (
        "so",
        "qd",
        "qui dinh",
        "van ban",
        "bao cao",
        "thong tu",
        "luat",
        "dao luat",
        "phieu",
        "nd",
        *ABBREVIATED,
    )
    types = (fold(mention["type"]).split(" ")[0], *other)
    return head.startswith((*types, *"0123456789"))
