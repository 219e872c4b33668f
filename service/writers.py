"""Who may write: anybody, or those who hold one of the keys whose hashes are in the settings."""

from __future__ import annotations

from fastapi import Request

from graph.model.errors import LuocdoError
from service.dependencies import GraphDep
from service.keys import holds


class UnauthorizedError(LuocdoError):
    """Writing asks for a key that was not given, or is wrong."""

    code = "unauthorized"


def may_write(request: Request, graph: GraphDep) -> None:
    """Let the request through if writing is open or its bearer key is known.

    Raises UnauthorizedError.
    """
    hashes = graph.settings.key_hashes
    if not hashes:
        return
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise UnauthorizedError("ghi vào đồ thị cần khóa: Authorization: Bearer …")
    if not holds(key.strip(), hashes):
        raise UnauthorizedError("khóa không đúng")
