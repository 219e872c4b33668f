"""Structured logs: one JSON object a line, or text for people at a terminal."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

from service.settings import Settings

LOGGER = "luocdo"


_SHARED: tuple[Any, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
)
_OURS = (*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter)


def configure(settings: Settings) -> None:
    """Send our logs, and those of the libraries, to stderr in the form that is set."""
    as_json = settings.log_format == "json" or (
        settings.log_format == "auto" and not sys.stderr.isatty()
    )
    last: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        last += [
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    else:
        last += [structlog.dev.ConsoleRenderer()]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_SHARED, structlog.stdlib.ExtraAdder()], processors=last
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = name != "uvicorn.access"  # we log requests ourselves
    for name in ("httpx", "httpx2"):  # they log addresses with all that is asked in them
        logging.getLogger(name).setLevel(logging.WARNING)


def logger() -> Any:
    """Return the service's logger; as quiet as logging is until ``configure`` was called."""
    return structlog.wrap_logger(
        logging.getLogger(LOGGER), processors=_OURS, wrapper_class=structlog.stdlib.BoundLogger
    )
