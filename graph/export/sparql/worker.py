"""One process that runs queries, ended when a query outlives its time."""

from __future__ import annotations

import asyncio
import socket
import time

from graph.export.sparql.child import READY
from graph.export.sparql.forker import Forker
from graph.export.sparql.lines import Request, heard, packed
from graph.model.errors import QueryError, QueryTimeoutError

Answer = tuple[str, bytes]  # how it went, as graph.export.sparql.child says, and the body
_PIECE = 1 << 16  # bytes read at a time, until it is known how many there are
_LARGE = 1 << 20  # and then; a buffer of that size takes longer to get than a small query
_START = 20.0  # seconds that a new process may take before its first query's time begins
_MARGIN = 1.0  # seconds that a thread waits for the loop beyond the time of the query


class _Frame:
    """Gathers what a worker says: a line with a word and a length, then as many bytes."""

    def __init__(self) -> None:
        self._word = ""
        self._lacking = 0  # bytes of the body, known once the line is whole
        self._parts: list[bytes] = []

    @property
    def piece(self) -> int:
        """How many bytes to read next."""
        return min(max(_PIECE, self._lacking), _LARGE)

    def whole(self, part: bytes) -> Answer | None:
        """Take the next piece; return word and body once both are complete."""
        if not part:
            raise QueryError("the query ended its process: it needs too much memory or depth")
        if not self._word:
            line, ended, part = b"".join([*self._parts, part]).partition(b"\n")
            if not ended:
                self._parts = [line]
                return None
            word, length = line.split(b" ")
            self._word, self._lacking, self._parts = word.decode(), int(length), []
        self._parts.append(part)
        self._lacking -= len(part)
        return None if self._lacking > 0 else (self._word, b"".join(self._parts))


class Worker:
    """One process. Asked one thing at a time, from a thread or from an event loop.

    Once asked from a loop it is that loop's, which hears at once when the process speaks: to begin
    and to end listening takes as long as a small query. QueryTimeoutError after ``seconds``,
    QueryError where the process died; in both cases, and where the asking is cancelled, the worker
    is of no use any more.
    """

    def __init__(self, forker: Forker, seconds: float) -> None:
        self._seconds = seconds
        self._forker = forker
        self._socket, self._state = forker.fork()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._frame = _Frame()
        self._answer: asyncio.Future[Answer] | None = None
        self.number: int | None = None  # of the process; known once it is ready

    @property
    def ready(self) -> bool:
        """Tell whether the process has said that it is there."""
        return self.number is not None

    @property
    def is_alive(self) -> bool:
        """Tell whether the process has not ended. To be asked while it is asked nothing."""
        if self._is_tied:  # its loop hears of its end, and lets go of it
            return True
        try:
            self._socket.setblocking(False)
            return self._socket.recv(1, socket.MSG_PEEK) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def sees(self, forker: Forker) -> bool:
        """Tell whether it asks the dataset as ``forker`` has it now."""
        return self._forker is forker and self._state == forker.state

    def serves(self, loop: asyncio.AbstractEventLoop) -> bool:
        """Tell whether the loop may ask without waiting for the process to be there."""
        return self.ready and (self._loop is loop or not self._is_tied)

    @property
    def _is_tied(self) -> bool:
        return self._loop is not None and self._loop.is_running()

    def ask(self, request: Request) -> Answer:
        """Return the answer; wait for the process to be there, too. Not for a loop's own thread."""
        if self._is_tied:
            assert self._loop is not None
            asked = asyncio.run_coroutine_threadsafe(self.ask_from_loop(request), self._loop)
            try:
                return asked.result(self._seconds + _MARGIN)
            except TimeoutError as error:
                raise self._over() from error
        try:
            return self._ask(request)
        except TimeoutError as error:
            raise self._over() from error
        except (OSError, ValueError) as error:  # ValueError: closed while it was read
            raise QueryError("the query process has died") from error

    def _ask(self, request: Request) -> Answer:
        if not self.ready:
            self._socket.settimeout(_START)
            self.number = int(heard(self._socket).removeprefix(READY))
        deadline = time.monotonic() + self._seconds
        self._socket.settimeout(self._seconds)
        self._socket.sendall(packed(request))
        frame = _Frame()
        while (answer := frame.whole(self._socket.recv(frame.piece))) is None:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
        return answer

    async def ask_from_loop(self, request: Request) -> Answer:
        """Ask a worker that serves the running loop, without a thread that waits for it."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._socket.setblocking(False)
            loop.add_reader(self._socket, self._heard)
            self._loop = loop
        self._frame, self._answer = _Frame(), loop.create_future()
        timer = loop.call_later(self._seconds, self._failed, self._over())
        try:
            said = packed(request)
            sent = self._socket.send(said)
            if sent < len(said):
                await loop.sock_sendall(self._socket, said[sent:])
            return await self._answer
        except BaseException as error:
            self._untie()
            if isinstance(error, OSError):
                raise QueryError("the query process has died") from error
            raise
        finally:
            timer.cancel()
            self._answer = None

    def _heard(self) -> None:
        """Take what the process says; the loop calls this when there is something to read."""
        try:
            answer = self._frame.whole(self._socket.recv(self._frame.piece))
        except BlockingIOError:
            return
        except (OSError, ValueError, QueryError) as error:
            self._untie()
            self._failed(error)
            return
        if answer is not None and self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    def _failed(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)

    def _untie(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
        self._loop = None

    def end(self) -> None:
        """Kill the process; one that is not ready ends as its socket is closed."""
        if self.number is not None:
            self._forker.kill(self.number)
        if self._is_tied:  # who still waits hears of the end first
            assert self._loop is not None
            self._loop.call_soon_threadsafe(self._close)
        else:
            self._close()

    def _close(self) -> None:
        self._untie()
        self._failed(QueryError("the query process has been ended"))
        self._socket.close()

    def _over(self) -> QueryTimeoutError:
        return QueryTimeoutError(f"the query ran over {self._seconds:g} s and was stopped")
