"""Files that are broken anywhere are read or refused, never half-understood with a 500."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from service.app import create_app
from service.uploads import DOCX
from tests.service.conftest import settings_in
from tests.service.problems import assert_problem

TEXT = "Căn cứ Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị;"
ROUTES = ("/references", "/check", "/check?format=html", "/check?format=docx", "/sources")
Splice = tuple[float, int, bytes]


@cache
def whole(media_type: str) -> bytes:
    """Return a good file of a media type."""
    file = io.BytesIO()
    if media_type == DOCX:
        document = Document()
        document.add_paragraph(TEXT)
        document.add_table(1, 1).cell(0, 0).text = TEXT
        document.save(file)
    elif media_type == "application/pdf":
        canvas = Canvas(file)
        canvas.drawString(50, 700, "Chi thi so 39-CT/TW ngay 18/8/2014")
        canvas.save()
    elif media_type == "text/html":
        head = '<html><head><meta charset="utf-8"></head><body><article>'
        file.write(f"{head}<p>{TEXT}</p></article></body></html>".encode())
    else:
        file.write(TEXT.encode())
    return file.getvalue()


MEDIA_TYPES = (DOCX, "application/pdf", "text/html", "text/plain")


def spoilt(data: bytes, splices: list[Splice]) -> bytes:
    """Return the file with pieces cut out and others put in, at fractions of its length."""
    for where, cut, put in splices:
        at = int(where * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_a_whole_file_is_read(client: TestClient, media_type: str) -> None:
    answer = client.post(
        "/references", content=whole(media_type), headers={"Content-Type": media_type}
    )
    assert "39-CT/TW" in [one["number"] for one in answer.json()["references"]]


@given(
    st.sampled_from(MEDIA_TYPES),
    st.sampled_from(MEDIA_TYPES),
    st.sampled_from(ROUTES),
    st.booleans(),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=20)),
        min_size=1, max_size=12,
    ),
)  # fmt: skip
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_spoilt_file_is_read_or_refused(
    built_client: TestClient, real: str, said: str, route: str, form: bool, splices: list[Splice]
) -> None:
    data = spoilt(whole(real), splices)
    sent = {"files": {"file": ("a", data, said)}} if form else {"content": data}
    headers = {} if form else {"Content-Type": said}
    answer = built_client.post(route, headers=headers, **sent)
    assert answer.status_code in (200, 201, 400, 413, 415), answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.fixture(scope="module")
def built_client(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a copy of the demo graph, for all examples."""
    folder = tmp_path_factory.mktemp("fuzzed")
    shutil.copy(built / "luocdo.db", folder / "luocdo.db")
    app = create_app(settings_in(folder))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_a_bomb_is_not_unpacked(client: TestClient) -> None:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(201):
            part.write(b"A" * 1_000_000)
    answer = client.post("/references", content=file.getvalue(), headers={"Content-Type": DOCX})
    assert_problem(answer, 413, "too-large")


def test_entities_from_elsewhere_are_not_read(client: TestClient) -> None:
    page = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; '
    answer = client.post(
        "/check?format=html", content=f"{page}{TEXT}</p></body></html>".encode(),
        headers={"Content-Type": "text/html"},
    )  # fmt: skip
    assert answer.status_code == 200
    assert "root:" not in answer.text
