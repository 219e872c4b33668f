"""What every problem document must be."""

from __future__ import annotations

from httpx import Response


def assert_problem(response: Response, status: int, code: str, *said: str) -> None:
    """Check status, media type, code and that the detail names ``said``."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["code"] == code
    assert problem["status"] == status
    assert problem["type"] == f"/problems/{code}"
    assert problem["title"]
    assert problem["instance"].startswith("/")
    for part in said:
        assert part in problem["detail"]
