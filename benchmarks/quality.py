"""Quality of references, resolutions and relations: ``python benchmarks/quality.py [PART …]``.

Parts: gold article statutes gazette codification recurring silence speed; all without an argument.
``--missed N`` lists N missed or false items of each measure. Results are kept in
benchmarks/results, and each run says what was gained and lost since the last.
"""

from __future__ import annotations

import argparse
import sys
import time

from extraction_speed import measure
from quality import history
from quality.codification import codification
from quality.gazette import gazette
from quality.graded import article, gold_set
from quality.recurring import recurring
from quality.scores import Section
from quality.silence import silence
from quality.statutes import statutes
from quality.texts import DATA, RESULTS

PARTS = {
    "gold": gold_set, "article": article, "statutes": statutes, "gazette": gazette,
    "codification": codification, "recurring": recurring, "silence": silence,
}  # fmt: skip
SPEED, _SECONDS = "speed", 1.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join((*PARTS, SPEED)))
    parser.add_argument("--missed", type=int, default=0, help="items to list of each measure")
    given = parser.parse_args()
    if unknown := set(given.parts) - {*PARTS, SPEED}:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if not DATA.exists():
        sys.exit(f"no data: {DATA} is not here")
    begun = time.perf_counter()
    sections: list[Section] = []
    for name in PARTS:
        if given.parts and name not in given.parts:
            continue
        section = PARTS[name]()
        section.print()
        _missed(section, given.missed)
        sections.append(section)
    history.compare(sections, RESULTS)
    if not given.parts or SPEED in given.parts:
        print("\nSpeed")
        measure(_SECONDS)
    print(f"\n{time.perf_counter() - begun:.0f} s")


def _missed(section: Section, count: int) -> None:
    for score in section.scores:
        missed = [item for item, right in score.items.items() if not right]
        for item in missed[:count]:
            print(f"    {score.name}: {item}  {score.notes.get(item, '')}".rstrip())


if __name__ == "__main__":
    main()
