"""Examples in Markdown: fenced blocks marked `console` and `http`, with what their output holds.

console: `$ ` starts a command, `> ` continues it; the lines that follow must occur in its output,
in this order. http: a request line, perhaps a JSON body, a blank line, the status, and lines that
must occur in the answer. A line `…` stands for any output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCK = re.compile(r"^```(console|http)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANYTHING = "…"


@dataclass
class Example:
    """A command or request (``body`` its JSON) and the pieces that its output must hold."""

    line: int
    call: str
    body: str = ""
    status: int = 0
    expected: list[str] = field(default_factory=list)

    def missing(self, output: str) -> str | None:
        """Return the first piece that ``output`` lacks, in order; None if it has them all."""
        at = 0
        for piece in self.expected:
            found = output.find(piece, at)
            if found < 0:
                return piece
            at = found + len(piece)
        return None


def commands(text: str) -> list[Example]:
    """Return the commands of all console blocks, in order."""
    return [example for line, body in _blocks(text, "console") for example in _commands(line, body)]


def requests(text: str) -> list[Example]:
    """Return the requests of all http blocks, in order."""
    return [_request(line, body) for line, body in _blocks(text, "http")]


def _blocks(text: str, language: str) -> Iterator[tuple[int, str]]:
    for block in _BLOCK.finditer(text):
        if block[1] == language:
            yield text.count("\n", 0, block.start()) + 2, block[2]


def _commands(first: int, body: str) -> Iterator[Example]:
    current: Example | None = None
    for number, line in enumerate(body.splitlines(), start=first):
        if line.startswith("$ "):
            if current:
                yield current
            current = Example(number, line[2:])
        elif current is None:
            raise ValueError(f"line {number}: output before any command")
        elif line == ">" or line.startswith("> "):
            current.call += "\n" + line[2:]
        elif line.strip() and line.strip() != _ANYTHING:
            current.expected.append(line.strip())
    if current:
        yield current


def _request(first: int, body: str) -> Example:
    head, _, answer = body.partition("\n\n")
    call, _, content = head.partition("\n")
    status, *expected = answer.splitlines()
    return Example(first, call, content, int(status), expected)
