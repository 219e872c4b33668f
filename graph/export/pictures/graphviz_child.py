"""Run as a process of its own: DOT on standard input, Graphviz's json0 on standard output.

Graphviz is not thread-safe and cannot be interrupted, so it is kept out of the caller's process.
"""

import sys

import pygraphviz


def main() -> None:
    """Lay out the graph that standard input holds."""
    graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
    sys.stdout.buffer.write(graph.draw(format="json0", prog="dot"))


if __name__ == "__main__":
    main()
