"""Statute sentences with span labels by others (vnlegaltext), raw and with their holes filtered."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quality.matching import number_parts
from quality.scores import Score, Section
from quality.texts import DATA, read

Spans = dict[tuple[int, int], str]
# The nine kinds that are labelled; other documents in the same sentences are not.
LABELS = {
    "Hiến pháp": "HP", "Bộ luật": "BL", "Luật": "L", "Pháp lệnh": "PL", "Nghị quyết": "NQ",
    "Nghị định": "NĐ", "Quyết định": "QĐ", "Thông tư": "TT", "Thông tư liên tịch": "TTLT",
}  # fmt: skip
_NUMBER = re.compile(r"\d+[a-zđ]?\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐa-z]{2,}")
_DEFINED = re.compile(
    r"(?:sau đây|sau)?\s*(?:được\s+)?(?:viết|gọi)\s+(?:tắt|chung|gọn)?\s*(?:là|:)\s*$"
    r"|viết tắt\s*:?\s*$"
)
_GLUED = re.compile(r"^(?:Thông tư(?: liên tịch)?|Nghị định|Quyết định|Nghị quyết|Luật)\b(?!\s+số)")
_DATE = re.compile(r"\s*,?\s*ngày\s+\d{1,2}\s*(?:/\s*\d{1,2}\s*/|tháng\s+\d{1,2}\s+năm)\s*\d{4}")


@dataclass
class Sentence:
    text: str
    gold: Spans = field(default_factory=dict)


def statutes() -> Section:
    """Score spans on vnlegaltext/dev.jsonl twice: as it is, and without its known holes."""
    raw = [Score(f"raw: {name}") for name in ("spans, exact", "numbers")]
    kept = [Score(f"filtered: {name}") for name in
            ("spans, exact: all", "spans, exact: numbered", "numbers")]  # fmt: skip
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for sentence in sentences():
        found = _found(sentence.text, counts)
        counts["sentences"] += 1
        _exact(raw[0], sentence.text, sentence.gold, found)
        _numbers(raw[1], sentence.text, sentence.gold, found)
        if sentence.text in seen:
            counts["sentences dropped: repeated"] += 1
            continue
        seen.add(sentence.text)
        if "<" in sentence.text:
            counts["sentences dropped: nested <L rel> mark-up"] += 1
            continue
        gold, found = filtered(sentence, found, counts)
        _exact(kept[0], sentence.text, gold, found)
        numbered = {s: k for s, k in gold.items() if _NUMBER.search(sentence.text[slice(*s)])}
        told = {s: k for s, k in found.items() if _NUMBER.search(sentence.text[slice(*s)])}
        _exact(kept[1], sentence.text, numbered, told)
        _numbers(kept[2], sentence.text, gold, found)
    remarks = [f"{count} {what}" for what, count in sorted(counts.items())]
    return Section("Statute sentences (vnlegaltext)", [*raw, *kept], remarks)


def sentences() -> Iterator[Sentence]:
    with (DATA / "vnlegaltext" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            sentence = Sentence(row["data"]["value"].replace("_", " "))
            for result in (r for a in row["annotations"] for r in a["result"]):
                value = result["value"]
                sentence.gold[(value["start"], value["end"])] = value["labels"][0]
            yield sentence


def _found(text: str, counts: Counter[str]) -> Spans:
    """Return the tool's references of the labelled kinds; of nested ones the outer."""
    spans: Spans = {}
    for row in read(text)["references"]:
        label = LABELS.get(row["type"])
        span = (row["start"], row["end"])
        if label is None:
            counts["references ignored: of a kind that is not labelled"] += 1
        elif not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in spans):
            spans[span] = label
    return spans


def filtered(sentence: Sentence, found: Spans, counts: Counter[str]) -> tuple[Spans, Spans]:
    """Return labels and references without the known holes of the data; count what is changed."""
    text, gold = sentence.text, {}
    noise = []
    for (start, end), label in sentence.gold.items():
        if label in ("NQ", "NĐ", "QĐ", "TT", "TTLT") and not re.search(r"\d", text[start:end]):
            counts["labels dropped: unnumbered descriptions of decrees"] += 1
            noise.append((start, end))
            continue
        date = _DATE.match(text, end)
        if date and not _DATE.search(text, start, end):
            counts["labels extended: over the date next to them"] += 1
            end = date.end()
        gold[(start, end)] = label
    kept = {}
    glued = re.search(r"Căn cứ|Theo đề nghị", text)
    title = (glued.start() if glued else len(text)) if _GLUED.match(text) else 0
    for span, label in found.items():
        if any(_touch(span, other) for other in gold):
            kept[span] = label
        elif any(_touch(span, other) for other in noise):
            counts["references ignored: on a dropped label"] += 1
        elif _DEFINED.search(text, 0, span[0]):
            counts["references ignored: unlabelled after 'gọi/viết tắt là'"] += 1
        elif span[1] <= title:
            counts["references ignored: unlabelled in a title glued to the sentence"] += 1
        else:
            kept[span] = label
    return gold, kept


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _exact(score: Score, text: str, gold: Spans, found: Spans) -> None:
    for span in gold:
        score.meet(f"{text[max(0, span[0] - 30) : span[0]]}[{text[slice(*span)]}]", span in found)
    for span in found:
        if span not in gold:
            score.false(f"{text[max(0, span[0] - 30) : span[0]]}[{text[slice(*span)]}]")


def _numbers(score: Score, text: str, gold: Spans, found: Spans) -> None:
    """Count labels that hold a number, and references that hold the same one."""
    used = set()
    for span in gold:
        number = _NUMBER.search(text, *span)
        if number is None:
            continue
        digits = number[0].split("/")[0].split("-")[0].strip().lstrip("0")
        same = [s for s in found if _touch(s, span) and _ordinal(text, s) == digits]
        used.update(same)
        score.meet(f"{text[max(0, span[0] - 30) : span[0]]}[{text[slice(*span)]}]", bool(same))
    for span in found:
        if span not in used and _NUMBER.search(text, *span):
            score.false(f"{text[max(0, span[0] - 30) : span[0]]}[{text[slice(*span)]}]")


def _ordinal(text: str, span: tuple[int, int]) -> str | None:
    number = _NUMBER.search(text, *span)
    parts = number_parts("".join(number[0].split())) if number else None
    return parts[0] if parts else None
