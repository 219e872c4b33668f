"""Compile what reads and decides, in place: ``python compiled.py``; ``--plain`` undoes it.

mypyc makes C of the typed modules, which then read texts 1.3 times as fast. They are the same
modules: where there is no C compiler, they run as they are. A compiled module goes before its
source: after a change compile again, or ``--fresh`` takes away what is older than a source.
"""

from __future__ import annotations

import shlex
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PACKAGES = ("graph/extraction", "graph/resolution")
# Of the model what extraction makes by the thousand; the rest is made once, or pickled.
VALUES = ("dates", "mentions", "numbers", "relations", "spans", "text")
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))
_LIBRARY = "graph.native"  # what the compiled modules share


def sources() -> list[Path]:
    """Return the modules that are compiled."""
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("[a-z]*.py"))]
    return [*found, *(ROOT / f"graph/model/{name}.py" for name in VALUES)]


def libraries() -> list[Path]:
    """Return what was compiled in place."""
    return sorted((ROOT / "graph").rglob(f"*{SUFFIX}"))


def stale() -> list[Path]:
    """Return the modules that were changed, or came, after the last compilation; none if plain."""
    made = libraries()
    if not made:
        return []
    since = min(path.stat().st_mtime for path in made)
    return [path for path in sources() if path.stat().st_mtime > since]


def undo() -> None:
    """Take away what was compiled."""
    for path in libraries():
        path.unlink()


def compile_all() -> None:
    """Compile the modules as one library."""
    from mypyc.build import mypycify
    from setuptools import setup

    with tempfile.TemporaryDirectory() as built:
        modules = mypycify(
            ["--config-file=pyproject.toml", *(str(path.relative_to(ROOT)) for path in sources())],
            opt_level="2",
            debug_level="0",
            multi_file=True,
            group_name=_LIBRARY,
            target_dir=built,
        )
        for module in modules:  # mypyc's headers lie in the folder of the library's package
            module.include_dirs.append(f"{built}/graph")
        where = ["--build-temp", built, "--build-lib", built]
        setup(name="luocdo", packages=[], py_modules=[], ext_modules=modules,
              script_args=["-q", "build_ext", "--inplace", *where])  # fmt: skip


def main() -> None:
    """Do what the argument says."""
    asked = sys.argv[1:]
    if asked not in ([], ["--fresh"], ["--plain"]):
        sys.exit(f"compiled.py takes --fresh or --plain, or nothing; not {' '.join(asked)}")
    if asked == ["--fresh"] and not stale():
        return
    undo()
    if asked:
        return
    compiler = shlex.split(str(sysconfig.get_config_var("CC") or "cc"))[0]
    header = Path(sysconfig.get_path("include")) / "Python.h"
    if shutil.which(compiler) is None or not header.exists():
        lacking = compiler if header.exists() else header
        print(f"{lacking} is not here: plain Python reads texts, at three quarters of the speed")
        return
    print("compiling what reads and decides: a minute or two")
    compile_all()


if __name__ == "__main__":
    main()
