"""Texts without references: any numbered document found in them is false."""

from __future__ import annotations

import re
import unicodedata

from quality.scores import Score, Section
from quality.texts import news, read, registry

_CODED = re.compile(r"\d\s*[/-]\s*[A-ZĐ]{2,}|\d\s*/\s*\d{4}\s*/")
_WITHIN = 40


def silence() -> Section:
    """Take each line of the news that may hold a number of a document out, and read the rest.

    A line is taken out where a type word is followed by a digit within 40 characters, or a digit
    by the code of a document. This is coarser than the tool, and knows nothing of it.
    """
    words = {name.lower() for t in registry().types for name in (t.name, *t.aliases)}
    typed = re.compile(
        rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\D{{0,{_WITHIN}}}\d",
        re.I,
    )  # fmt: skip
    score = Score("texts without a false document")
    taken = 0
    for name, text in news().items():
        lines = text.split("\n")
        plain = [unicodedata.normalize("NFC", line) for line in lines]
        rest = [a for a, b in zip(lines, plain, strict=True)
                if not typed.search(b) and not _CODED.search(b)]  # fmt: skip
        taken += len(lines) - len(rest)
        found = [r for r in read("\n".join(rest) or " .", name)["references"]
                 if r["kind"] != "named"]  # fmt: skip
        told = "; ".join(f"{r['text']} ({r['kind']})" for r in found)
        score.meet(f"{name} {told}".strip(), not found)
    false = score.expected - score.hits
    rate = 1_000 * false / score.expected
    remarks = [f"{taken} lines taken out of {score.expected} news texts",
               f"{rate:.2f} texts with a false document in 1,000"]  # fmt: skip
    return Section("Reference-free texts", [score], remarks)
