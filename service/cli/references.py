"""``luocdo references``: NDJSON in, NDJSON out, many processes, no store."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn
from rich.progress import TransferSpeedColumn as SpeedColumn

from graph.model.errors import LuocdoError
from service.cli.lines import Answering, Chunk, make_answering
from service.cli.remote import remote_of, remote_references

LINES_PER_CHUNK = 64
CHUNKS_AHEAD = 4  # per worker: enough to keep it busy, little enough to keep memory flat
# A fork server loads the program once; a fork of this process would copy its threads' locks.
_START = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


def references(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="IN.ndjson", help="'-' là đầu vào chuẩn.")],
    target: Annotated[Path, typer.Argument(metavar="OUT.ndjson", help="'-' là đầu ra chuẩn.")],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Số tiến trình.")] = 1,
) -> None:
    """Tìm các văn bản được nhắc đến trong từng dòng {"id", "text", "published", "place"}.

    Thứ tự giữ nguyên; dòng hỏng được trả lời bằng {"id", "error"} và việc vẫn tiếp tục.
    """
    failed = total = 0
    with _input(source) as lines, _output(target) as out:
        if (remote := remote_of(context)) is not None:
            total, failed = remote_references(remote, lines, out)
        else:
            for answer in _answers(lines, workers):
                out.write(answer.body)
                total += answer.lines
                failed += answer.failed
    note = f"{total} dòng" + (f", {failed} dòng hỏng" if failed else "")
    typer.echo(note, err=True)


def _answers(lines: Iterable[bytes], workers: int) -> Iterator[Chunk]:
    """Yield the answers to chunks of lines, in order."""
    chunks = _chunks(lines)
    if workers == 1:
        yield from (_answer(*chunk) for chunk in chunks)
        return
    waiting: deque[Future[Chunk]] = deque()
    with ProcessPoolExecutor(workers, get_context(_START)) as pool:
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_answer, *chunk))
                if len(waiting) >= workers * CHUNKS_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise LuocdoError("một tiến trình con đã bị dừng; thử lại với ít --workers") from error
        finally:
            pool.shutdown(cancel_futures=True)


@cache
def _answering() -> Answering:
    """Return what answers lines in this process, made once in each."""
    return make_answering()


def _answer(first: int, lines: list[bytes]) -> Chunk:
    return _answering()(first, lines)


def _chunks(lines: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the number of the first line, counted from 1, and the lines."""
    rest = iter(lines)
    first = 1
    while chunk := list(islice(rest, LINES_PER_CHUNK)):
        yield first, chunk
        first += len(chunk)


@contextmanager
def _input(path: Path) -> Iterator[Iterable[bytes]]:
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    columns = (BarColumn(), DownloadColumn(), SpeedColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True))
    with progress, progress.open(path, "rb") as lines:
        yield lines


@contextmanager
def _output(path: Path) -> Iterator[BinaryIO]:
    """Open what is written to; a file gets its name when all is written."""
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
