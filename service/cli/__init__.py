"""The command line: ``luocdo``."""

from __future__ import annotations

from service.cli.app import make_cli


def main() -> None:
    """Run the command that the arguments name; errors end in a message and an exit code."""
    make_cli()()
