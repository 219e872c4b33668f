"""Speed of extraction, on one core: ``python benchmarks/extraction_speed.py [SECONDS]``.

All of ``Extractor.extract`` is timed, normalising included, on whole texts that are in memory; the
registries and the extractor are made before. Characters are Unicode code points of the texts as
given, spaces and line breaks too. Time is that of the processor, of the best round over all texts
that fits into SECONDS: what else runs on the machine takes from its caches, and is told.

Compared in the same run: one flat regular expression over the same texts (what merely looking at
every character for a number costs), and eyecite with its default and its Hyperscan tokenizer on
generated English text of its own kind (install the extra 'bench' for it). The English text names
about as many references in 1,000 characters as the Vietnamese texts do.
"""

from __future__ import annotations

import importlib
import logging
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from quality.texts import DATA, gazette, news, registry

from graph.extraction import extractor, make_extractor
from service.heap import keep_loaded

Read = Callable[[str], object]
PLAIN = str(extractor.__file__).endswith(".py")
FLAT = re.compile(
    r"\b\d{1,6}[a-zđ]?\s?[/–-]\s?(?:\d{4}\s?/\s?)?"
    r"[A-ZĐƯ][A-ZĐƯa-zđ0-9]*(?:[-/&][A-ZĐƯa-zđ0-9]+)*"
)
SENTENCES = (
    "The motion for summary judgment was denied because the record left facts in dispute. ",
    "Counsel for the appellant renewed the objection and asked that the instruction be withdrawn. ",
    "We review the findings of the trial court for clear error and its conclusions anew. ",
    "The statute was enacted to protect tenants, and it is to be read in that light. ",
)
CITED = (
    "See {a} v. {b}, {v} U.S. {p}, {q} ({y}). ",
    "The rule was stated in {a} v. {b}, {v} F.2d {p} (9th Cir. {y}), and has been followed since. ",
    "{a}, {v} U.S. at {q}. ",
    "Id. at {q}. ",
    "It follows from {v} U.S.C. § {p} that notice was due. ",
)
NAMES = ("Adams", "Baker", "Carver", "Dalton", "Ellis", "Foster", "Grant", "Harlow", "Irving")


def english(characters: int, between: float) -> str:
    """Return opinion-like text with a citation after every ``between`` sentences on average."""
    chance = random.Random(11)
    parts: list[str] = []
    size = 0
    while size < characters:
        parts.append(chance.choice(SENTENCES))
        if chance.random() < 1 / between:
            a, b = chance.sample(NAMES, 2)
            parts.append(chance.choice(CITED).format(
                a=a, b=b, v=chance.randint(2, 560), p=chance.randint(1, 900),
                q=chance.randint(1, 900), y=chance.randint(1920, 2012)))  # fmt: skip
        size += len(parts[-1]) + (len(parts[-2]) if len(parts) > 1 else 0)
    return "".join(parts)


def speed(read: Read, texts: list[str], seconds: float) -> float:
    """Return characters a second of processor time: the best of as many rounds as fit."""
    characters = sum(map(len, texts))
    best, begun = 0.0, time.process_time()
    while not best or time.process_time() - begun < seconds:
        start = time.process_time()
        for text in texts:
            read(text)
        best = max(best, characters / (time.process_time() - start))
    return best


def eyecite_readers() -> dict[str, Read]:
    """Return eyecite's readers by name, as far as they are installed; say what is not."""
    try:
        get_citations = importlib.import_module("eyecite").get_citations
    except ImportError as error:
        print(f"eyecite is skipped ({error}): install the extra 'bench' to compare with it")
        return {}
    logging.getLogger("eyecite").setLevel(logging.ERROR)  # it warns of every odd overlap
    found: dict[str, Read] = {"eyecite, default tokenizer": get_citations}
    try:
        importlib.import_module("hyperscan")
        tokenizers: Any = importlib.import_module("eyecite.tokenizers")
        scanner = tokenizers.HyperscanTokenizer(cache_dir=tempfile.mkdtemp(prefix="hyperscan-"))
        get_citations("1 U.S. 1", tokenizer=scanner)  # compiles its patterns, once
    except (ImportError, OSError) as error:
        print(f"eyecite's Hyperscan tokenizer is skipped: {error}")
    else:
        found["eyecite, Hyperscan tokenizer"] = lambda text: get_citations(text, tokenizer=scanner)
    return found


def measure(seconds: float) -> None:
    """Print the table and the ratios; each reader is given that many seconds."""
    if not DATA.exists():
        sys.exit(f"no data: {DATA} is not here")
    extract = make_extractor(registry()).extract
    keep_loaded()  # as the commands and the service do
    bodies = {"news": list(news().values()), "gazette": [text for _, text in gazette()]}
    rates: dict[str, float] = {}
    print("characters a second of processor time, best round; references in 1,000 characters")
    print(f"the modules are {'plain Python' if PLAIN else 'compiled (make compiled)'}")
    print(f"running beside this: load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, texts in bodies.items():
        size = sum(map(len, texts))
        print(f"{name}: {len(texts):,} texts, {size:,} characters")
        count = sum(len(extract(text).mentions) for text in texts)
        numbers = sum(len(FLAT.findall(text)) for text in texts)
        rates[name] = speed(extract, texts, seconds)
        rates[f"flat, {name}"] = speed(FLAT.findall, texts, seconds)
        show(f"extractor, {name}", rates[name], count / size)
        show(f"one flat regular expression, {name}", rates[f"flat, {name}"], numbers / size)
    text = english(200_000, between=8)
    chunks = [text[i : i + 5_000] for i in range(0, len(text), 5_000)]
    for name, read in eyecite_readers().items():
        count = sum(len(read(chunk)) for chunk in chunks)  # type: ignore[arg-type]
        rates[name] = speed(read, chunks, seconds)
        show(name, rates[name], count / len(text))
    for name in bodies:
        ratios = [f"{rates[name] / rates[other]:.1f} x {other}"
                  for other in rates if other.startswith("eyecite")]  # fmt: skip
        ratios.append(f"{rates[name] / rates[f'flat, {name}']:.2f} x the flat expression")
        print(f"ratio, {name}: {', '.join(ratios)}")


def show(name: str, rate: float, density: float) -> None:
    print(f"  {name:42} {rate:14,.0f}   {density * 1000:6.2f}")


if __name__ == "__main__":
    measure(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
