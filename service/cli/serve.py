"""``luocdo serve``: answer over HTTP."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from service.cli.options import Database, settings_of
from service.state import opened_store

# Longer than clients keep theirs: a connection that both ends close at once looks like an error.
_KEEP_ALIVE = 75


def serve(
    database: Database = None,
    host: Annotated[str | None, typer.Option(help="Địa chỉ nghe.")] = None,
    port: Annotated[int | None, typer.Option(help="Cổng nghe.", min=0, max=65535)] = None,
) -> None:
    """Chạy dịch vụ HTTP."""
    import uvicorn  # other commands start faster without the server

    from service.app import create_app
    from service.logs import configure, logger
    from service.settings import unknown

    settings = settings_of(database, host=host, port=port)
    configure(settings)
    if strange := unknown(os.environ):
        logger().warning("variables that are no settings", names=strange)
    opened_store(settings.database).close()  # what is wrong with it is said as commands say it
    uvicorn.run(
        create_app(settings, warm=True),
        host=settings.host,
        port=settings.port,
        server_header=False,
        access_log=False,
        timeout_keep_alive=_KEEP_ALIVE,
        log_config=None,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )
