"""What was gained and lost since the last run."""

from __future__ import annotations

import json
from pathlib import Path

from quality.scores import Section

_SHOWN = 25


def compare(sections: list[Section], folder: Path) -> None:
    """Print what differs from the last run in ``folder``, then keep this one as the last."""
    scores = {
        f"{section.name.split(':')[0]} | {score.name}": score
        for section in sections
        for score in section.scores
    }
    now = {measure: score.items for measure, score in scores.items()}
    kept = folder / "quality.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if before:
        for measure in now:
            _print(measure, before.get(measure, {}), now[measure], scores[measure].notes)
    else:
        print("\nno former run to compare with")
    folder.mkdir(exist_ok=True)
    if kept.exists():
        kept.replace(folder / "quality.before.json")
    kept.write_text(json.dumps({**before, **now}, ensure_ascii=False, indent=0), encoding="utf-8")


def _print(
    measure: str, before: dict[str, bool], now: dict[str, bool], notes: dict[str, str]
) -> None:
    """Something claimed without ground is lost when it appears, gained when it disappears."""
    false = {item for item in {*before, *now} if item.startswith("+ ")}
    gained = [i for i in now if i not in false and now[i] and before.get(i) is False]
    gained += sorted(i for i in false if i in before and i not in now)
    lost = [i for i in now if i not in false and not now[i] and before.get(i) is True]
    lost += sorted(i for i in false if i in now and i not in before)
    for word, items in (("gained", gained), ("lost", lost)):
        if items and before:
            print(f"\n{measure}: {len(items)} {word}")
            for item in items[:_SHOWN]:
                print(f"    {item}  {notes.get(item, '')}".rstrip())
            if len(items) > _SHOWN:
                print(f"    and {len(items) - _SHOWN} more")
