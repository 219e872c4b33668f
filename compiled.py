"""Compile what reads and decides, in place: ``python compiled.py``; ``--plain`` undoes it.

mypyc makes C of the typed modules, which then read texts 1.5 times as fast. They are the same
modules: where there is no C compiler, they run as they are. A compiled module goes before its
source, so compile again after a change (``make`` does).
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
_LIBRARY = "graph.native"  # what the compiled modules share


def sources() -> list[Path]:
    """Return the modules that are compiled."""
    found = [path for package in PACKAGES for path in sorted((ROOT / package).glob("[a-z]*.py"))]
    return [*found, *(ROOT / f"graph/model/{name}.py" for name in VALUES)]


def libraries() -> list[Path]:
    """Return what was compiled in place."""
    suffix = str(sysconfig.get_config_var("EXT_SUFFIX"))
    return sorted((ROOT / "graph").rglob(f"*{suffix}"))


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
    """Do what the arguments say."""
    undo()
    if sys.argv[1:] == ["--plain"]:
        return
    compiler = shlex.split(str(sysconfig.get_config_var("CC") or "cc"))[0]
    if shutil.which(compiler) is None:
        print(f"no C compiler ({compiler}): plain Python reads texts, at two thirds of the speed")
        return
    compile_all()


if __name__ == "__main__":
    main()
