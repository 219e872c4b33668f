"""The gold set, and the article that the project was started from."""

from __future__ import annotations

import json
from typing import Any

from graph.model.identifiers import BODY_PREFIX
from graph.model.relations import RelationKind
from graph.model.text import fold
from quality.matching import body_id, number_parts, plain_name, same_issuer, same_number, verdict
from quality.scores import Choice, Score, Section
from quality.texts import SHARED, gold_files, gold_text, read

Row = dict[str, Any]
_POINTING = ("anaphor", "self")
_KINDS = frozenset(RelationKind)


def gold_set() -> Section:
    """Score spans, fields, resolutions and relations on benchmarks/gold."""
    names = ("spans, exact: all", "spans, exact: numbered", "numbers, wherever the span ends",
             "spans, exact: pointers", "dates", "issuers")  # fmt: skip
    scores = {name: Score(name) for name in names}
    kinds = Score("type words")
    choices = [Choice("resolution: references"), Choice("resolution: pointers")]
    related = [Score("relations without cites"), Score("cites")]
    count = 0
    for path in gold_files():
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = read(gold_text(gold["source"]), path.stem, published=gold.get("published"))
        count += len(gold["mentions"])
        _spans(path.stem, gold, found, scores)
        _fields(path.stem, gold, found, scores, kinds)
        _resolutions(path.stem, gold, found, choices)
        _relations(path.stem, gold, found, related)
    texts = len(gold_files())
    remarks = [f"relations by kind, with false ones: {by_kind(related[0])}"]
    return Section(f"Gold set: {texts} texts, {count} mentions",
                   [*scores.values(), kinds, *choices, *related], remarks)  # fmt: skip


def _distinct(rows: list[Row]) -> dict[tuple[int, int], Row]:
    return {(row["start"], row["end"]): row for row in rows}


def _spans(name: str, gold: Row, found: Row, scores: dict[str, Score]) -> None:
    mentions = [m for m in gold["mentions"] if m["kind"] != "self"]
    listed, pointing = _distinct(found["references"]), _distinct(found["pointers"])
    for measure, rows, wanted in (
        ("spans, exact: all", listed, lambda m: m["kind"] not in _POINTING),
        ("spans, exact: numbered", listed, lambda m: m["kind"] == "numbered"),
        ("spans, exact: pointers", pointing, lambda m: m["kind"] in _POINTING),
    ):
        score = scores[measure]
        for m in mentions:
            if wanted(m) and not m.get("ignore"):
                span = (m["start"], m["end"])
                score.meet(f"{name} {m['start']}-{m['end']} {_label(m)}", span in rows)
        expected = {(m["start"], m["end"]) for m in mentions if wanted(m)}
        for span, row in rows.items():
            right_kind = measure != "spans, exact: numbered" or row["kind"] == "numbered"
            if right_kind and span not in expected and not _ignored(span, mentions):
                score.false(f"{name} {span[0]}-{span[1]} {_label(row)}")
    _numbers(name, mentions, listed, scores["numbers, wherever the span ends"])


def _numbers(
    name: str, mentions: list[Row], rows: dict[tuple[int, int], Row], score: Score
) -> None:
    used = set()
    for m in mentions:
        if m["kind"] != "numbered" or m.get("ignore"):
            continue
        hit = _overlapping(m, rows, lambda row, m=m: same_number(row["number"], m["number"]))
        used |= {hit} if hit else set()
        score.meet(f"{name} {m['start']} {m['number']}", hit is not None)
    for span, row in rows.items():
        if row["kind"] == "numbered" and span not in used and not _ignored(span, mentions):
            same = [m for m in mentions if m["kind"] != "numbered" and _touch(span, m)
                    and same_number(m.get("number"), row["number"])]  # fmt: skip
            if not same:
                score.false(f"{name} {span[0]} {row['number']}")


def _touch(span: tuple[int, int], m: Row) -> bool:
    return span[0] < m["end"] and m["start"] < span[1]


def _ignored(span: tuple[int, int], mentions: list[Row]) -> bool:
    return any(m.get("ignore") and _touch(span, m) for m in mentions)


def _overlapping(m: Row, rows: dict[tuple[int, int], Row], fits: Any) -> tuple[int, int] | None:
    """Return the row nearest in extent to ``m`` that overlaps it and fits."""
    near = [span for span, row in rows.items() if _touch(span, m) and fits(row)]
    return min(near, key=lambda s: abs(s[0] - m["start"]) + abs(s[1] - m["end"]), default=None)


def _label(row: Row) -> str:
    return str(row.get("number") or row.get("name") or row.get("type"))


def _all_rows(found: Row) -> dict[tuple[int, int], Row]:
    own = [found["self"]] if found["self"] else []
    return _distinct([*found["references"], *found["pointers"], *own])


def _fields(name: str, gold: Row, found: Row, scores: dict[str, Score], kinds: Score) -> None:
    rows = _all_rows(found)
    for m in gold["mentions"]:
        span = _overlapping(m, rows, lambda row: True)
        if span is None or m.get("ignore"):
            continue
        row, item = rows[span], f"{name} {m['start']} {_label(m)}"
        for field, same in (("date", str.__eq__), ("issuer", same_issuer)):
            score, said, got = scores[f"{field}s"], m.get(field), row.get(field)
            if said is not None:
                score.meet(f"{item}: {said}", got is not None and bool(same(got, said)))
            if got is not None and not (said and same(got, said)):
                score.false(f"{item}: {got}")
        kinds.meet(f"{item}: {m['type']}", row["type"] == m["type"])


def _resolutions(name: str, gold: Row, found: Row, choices: list[Choice]) -> None:
    rows = _all_rows(found)
    for m in gold["mentions"]:
        if m.get("ignore"):
            continue
        fits = lambda row, m=m: (row["kind"] == "anaphor") == (m["kind"] == "anaphor")  # noqa: E731
        span = _overlapping(m, rows, fits)
        work = rows[span]["resolution"]["work"] if span else None
        said = verdict(work, m["resolution"], gold.get("published"))
        choice = choices[m["kind"] in _POINTING]
        choice.add(f"{name} {m['start']} {_label(m)}", said if span else "not found", work)


def _relations(name: str, gold: Row, found: Row, scores: list[Score]) -> None:
    nodes = Nodes(gold)
    wanted: dict[tuple[str, str, str], bool] = {}
    for r in gold["relations"]:
        edge = (nodes.said(r["from"]), r["relation"], nodes.said(r["to"]))
        wanted[edge] = wanted.get(edge, True) and bool(r.get("optional"))
    claimed = {
        (nodes.found(r, "from"), r["relation"], nodes.found(r, "to"))
        for r in found["relations"]
        if r["relation"] != "issued_by"
    }
    for score, cites in zip(scores, (False, True), strict=True):
        if cites and gold.get("uncited"):
            continue
        for edge, optional in wanted.items():
            if (edge[1] == "cites") is cites and not optional:
                score.meet(f"{name}: {' '.join(edge)}", edge in claimed)
        for edge in sorted(claimed - set(wanted)):
            if (edge[1] == "cites") is cites:
                score.false(f"{name}: {' '.join(edge)}")


class Nodes:
    """Brings the two ends of a relation to one form: 'self', a number, a name or a body id."""

    def __init__(self, gold: Row) -> None:
        self._on = gold.get("published")
        self._names = {fold(m["name"]) for m in gold["mentions"] if m.get("name")}
        self._alias: dict[str, str] = {}
        for m in gold["mentions"]:
            key = m["resolution"]
            if isinstance(key, dict) and "number" in key:
                for word in filter(None, (m.get("name"), m.get("number"))):
                    self._alias.setdefault(_plain(word), _plain(key["number"]))
        own = [m for m in gold["mentions"] if m["kind"] == "self"]
        self._own = _plain(own[0]["number"]) if own else None

    def said(self, word: str) -> str:
        """Return the form of what an annotation names."""
        known = word[:1].isdigit() or word == "self" or fold(word) in self._names
        return self._form(word) if known else body_id(word, self._on) or self._form(word)

    def found(self, r: Row, end: str) -> str:
        """Return the form of one end of a relation that the tool gives."""
        if (r[end] or "").startswith(BODY_PREFIX):
            return str(r[end])
        word = str(r[f"{end}_number"] or r[f"{end}_name"] or "?")
        # 'Nghị định này' of a lone sentence, 'NGHỊ ĐỊNH' at a head without number
        head = word.isupper() and word.replace(" ", "").isalpha()
        pointer = r[end] is None and (head or word.casefold().endswith(" này"))
        return "self" if pointer else self._form(word)

    def _form(self, word: str) -> str:
        plain = _plain(word)
        plain = self._alias.get(plain, plain)
        return "self" if plain == self._own else plain


def _plain(word: str) -> str:
    parts = number_parts(word) if word[:1].isdigit() else None
    return "-".join(part or "" for part in parts) if parts else fold(plain_name(word))


def by_kind(score: Score) -> str:
    """Return how many relations of each kind were found, of how many, and how many falsely."""
    told: dict[str, list[int]] = {}
    for item, right in score.items.items():
        kind = next(word for word in item.split(" ") if word in _KINDS)
        counts = told.setdefault(kind, [0, 0, 0])
        false = item.startswith("+ ")
        counts[0] += right
        counts[1] += not false
        counts[2] += false
    return ", ".join(f"{kind} {a} of {b} (+{c})" for kind, (a, b, c) in sorted(told.items()))


def article() -> Section:
    """Score what the first article must yield."""
    gold = json.loads((SHARED / "seeds" / "bao-soc-trang-2024-02-11.gold.json").read_text("utf-8"))
    text = (SHARED / "seeds" / "bao-soc-trang-2024-02-11.txt").read_text(encoding="utf-8")
    source = gold["source"]
    found = read(text, "article", published=source["published"], place=source["place"])
    fields, related = Score("numbered: number, date, issuer"), Score("relations")
    rows = found["references"]
    for m in gold["numbered"]:
        same = [row for row in rows if same_number(row["number"], m["number"])]
        issued = [row for row in same if row["date"] == m["date"] and row["issuer"]]
        right = any(body_id(f"{r['issuer']} Sóc Trăng") == body_id(m["issuer"])
                    or same_issuer(r["issuer"], m["issuer"]) for r in issued)  # fmt: skip
        fields.meet(m["number"], right)
    named = Score("by name")
    for m in gold["by_name"]:
        key = fold(m["name"].replace("tỉnh Sóc Trăng", "tỉnh"))
        named.meet(m["name"], any(fold(row["name"] or "") == key for row in rows))
    claimed = {(r["from_number"] or r["from"], r["relation"], r["to_number"])
               for r in found["relations"]}  # fmt: skip
    for r in gold["relations"]:
        acting = r.get("from") or body_id(r["from_body"])
        related.meet(f"{acting} {r['relation']} {r['to']}",
                     (acting, r["relation"], r["to"]) in claimed)  # fmt: skip
    return Section("The first article", [fields, named, related])
