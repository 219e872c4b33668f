"""The commands put together, and how their errors end."""

from __future__ import annotations

from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console
from typer.core import TyperGroup

from graph.model.errors import LuocdoError
from service.cli import (
    build,
    check,
    export,
    findings,
    ingest,
    lineage,
    mcp,
    operate,
    questions,
    references,
    remote,
    serve,
    stats,
)
from service.cli.exits import FAILED, USAGE, exit_code

HELP = "Lược đồ quan hệ giữa các văn bản của Đảng và Nhà nước, rút ra từ các bài viết."


class Reporting(TyperGroup):
    """Ends every foreseen error with a message on stderr and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except LuocdoError as error:
            _say(f"Lỗi ({error.code}): {error.detail}")
            raise typer.Exit(exit_code(error)) from error
        except ValidationError as error:
            faults = (f"LUOCDO_{fault['loc'][0]}: {fault['msg']}" for fault in error.errors())
            _say("Cấu hình sai: " + "; ".join(faults))
            raise typer.Exit(USAGE) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            _say(f"Lỗi: {error.filename or ''}: {error.strerror or error}")
            raise typer.Exit(FAILED) from error


def make_cli() -> typer.Typer:
    """Return the command line application."""
    cli = typer.Typer(
        cls=Reporting,
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    cli.callback()(remote.server)
    cli.command("search")(remote.search)
    cli.command("resolve")(remote.resolve)
    cli.command("ingest")(ingest.ingest)
    cli.command("serve")(serve.serve)
    cli.command("lineage")(lineage.lineage)
    cli.command("status")(questions.status)
    cli.command("current")(questions.current)
    cli.command("impact")(questions.impact)
    cli.command("coverage")(questions.coverage)
    cli.command("wanted")(findings.wanted)
    cli.command("audit")(findings.audit)
    cli.command("reviews")(findings.reviews)
    cli.command("export")(export.export)
    cli.command("stats")(stats.stats)
    cli.command("check")(check.check)
    cli.command("references")(references.references)
    cli.command("demo")(build.demo)
    cli.command("mcp")(mcp.mcp)
    for command in (operate.settings, operate.key, operate.backup, operate.restore, operate.doctor):
        cli.command(command.__name__)(command)
    return cli


def _say(message: str) -> None:
    Console(stderr=True, soft_wrap=True).print(message, markup=False, highlight=False)
