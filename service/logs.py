"""Structured logs: one JSON object a line, or text for people at a terminal."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from typing import Any

import structlog

from service.settings import Settings

LOGGER = "luocdo"
_LEVELS = {"info": logging.INFO, "error": logging.ERROR}

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
    handler = (_JsonHandler if as_json else logging.StreamHandler)(sys.stderr)
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


class _JsonHandler(logging.StreamHandler[Any]):
    """Writes JSON lines; also those that are lines already."""

    def write(self, line: str) -> None:
        """Write one line as it is; a log that is closed stops nobody, as in ``emit``."""
        with self.lock or nullcontext(), suppress(OSError, ValueError):
            self.stream.write(f"{line}\n")
            self.flush()


class RequestLog:
    """Tells of requests, which are many: as JSON past the libraries, in a quarter of their time."""

    def __init__(self) -> None:
        self._logger = logging.getLogger(LOGGER)
        self._other = logger()

    def told(self, level: str, **fields: Any) -> None:
        """Write a line with the fields, as ``configure`` has set it; nothing below its level."""
        number = _LEVELS[level]
        if not self._logger.isEnabledFor(number):
            return
        (handler, *others) = logging.getLogger().handlers or (None,)
        if others or self._logger.handlers or not isinstance(handler, _JsonHandler):
            self._other.log(number, "request", **fields)
            return
        time = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        said = {**fields, "event": "request", "level": level, "logger": LOGGER, "time": time}
        handler.write(json.dumps(said, ensure_ascii=False))


def logger() -> Any:
    """Return the service's logger; as quiet as logging is until ``configure`` was called."""
    return structlog.wrap_logger(
        logging.getLogger(LOGGER), processors=_OURS, wrapper_class=structlog.stdlib.BoundLogger
    )
