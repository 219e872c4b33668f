"""Checking drafts: verdicts, and the marked-up drafts that come back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from fastapi.testclient import TestClient
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from graph.lineage import status_on
from service.cli.app import make_cli
from service.uploads import DOCX
from tests.service.problems import assert_problem

DIRECTIVE = "/eli/vn/tw/bct/chi-thi/2014-08-18/39"
RIGHT = "Căn cứ Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị;"


def checked(client: TestClient, text: str, **more: str) -> dict[str, Any]:
    answer = client.post("/check", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["references"][0]
    assert text[found["start"] : found["end"]] == found["text"]
    return found


def test_right(client: TestClient) -> None:
    found = checked(client, RIGHT)
    assert (found["verdict"], found["faults"]) == ("right", [])
    assert found["work"]["id"] == DIRECTIVE
    assert found["style"] == "party"
    assert found["suggestion"].startswith("Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị")


@pytest.mark.parametrize(
    ("text", "field", "stated", "known"),
    [
        (RIGHT.replace("18/8", "19/8"), "date", "2014-08-19", "2014-08-18"),
        (RIGHT.replace("Bộ Chính trị", "Ban Bí thư"), "issuer", "Ban Bí thư", "Bộ Chính trị"),
        (
            "Căn cứ Nghị quyết số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị;",
            "type", "Nghị quyết", "Chỉ thị",
        ),
    ],
)  # fmt: skip
def test_wrong(client: TestClient, text: str, field: str, stated: str, known: str) -> None:
    found = checked(client, text)
    assert found["verdict"] == "wrong", found
    assert {"field": field, "stated": stated, "known": known} in found["faults"]
    assert "18/8/2014" in found["suggestion"]


def test_wrong_number_is_guessed_by_the_rest(client: TestClient) -> None:
    found = checked(client, RIGHT.replace("39-CT", "93-CT"))
    assert found["verdict"] == "wrong"
    assert found["faults"][0]["field"] == "number"
    assert found["candidates"][0]["work"]["id"] == DIRECTIVE
    assert "39-CT/TW" in found["suggestion"]


def test_ambiguous_and_unknown(client: TestClient) -> None:
    ambiguous = checked(client, "Căn cứ Chỉ thị số 39-CT/TW;")
    assert ambiguous["verdict"] == "ambiguous"
    assert len(ambiguous["candidates"]) > 1
    assert checked(client, "theo Nghị định số 9999/2011/NĐ-CP;")["verdict"] == "unknown"


def test_reasons_name_bodies(client: TestClient) -> None:
    text = "Quán triệt Nghị quyết số 10-NQ/TW về nhiệm vụ mới."
    found = client.post("/check", json={"text": text}).json()["references"][0]
    told = " ".join(one["why"] for one in found["candidates"])
    assert "Bộ Chính trị" in told
    assert "/org/" not in told
    offered = client.get("/resolve", params={"text": "Chỉ thị 39-CT/TW"}).json()
    assert "Ban Bí thư" in " ".join(one["why"] for one in offered["candidates"])


def test_dead_when_cited_and_what_replaced_it(writable: TestClient) -> None:
    text = (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ thay thế Nghị định số "
        "110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ."
    )
    assert writable.post("/sources", json={"text": text}).status_code == 201
    draft = "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ;"
    found = checked(writable, draft, published="2022-01-01")
    assert found["verdict"] == "dead"
    assert found["force"]["state"] == "replaced"
    assert [work["number"] for work in found["replaced_by"]] == ["30/2020/NĐ-CP"]
    assert checked(writable, draft, published="2015-01-01")["verdict"] == "right"


def test_subdivisions_make_one_row(client: TestClient) -> None:
    text = "theo khoản 1 và khoản 3 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"
    answer = client.post("/check", json={"text": text}).json()
    spans = [(one["start"], one["end"]) for one in answer["references"]]
    assert len(spans) == len(set(spans)) == 1
    assert len(answer["references"][0]["subdivisions"]) == 2


def test_page_marks_and_escapes(client: TestClient) -> None:
    text = f"<script>alert(1)</script> {RIGHT}"
    for answer in (
        client.post("/check?format=html", json={"text": text}),
        client.post("/check", json={"text": text}, headers={"Accept": "text/html"}),
    ):
        assert answer.headers["content-type"].startswith("text/html")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "<script>" not in answer.text
        assert '<mark id="m1" class="right">' in answer.text
        assert "&lt;script&gt;" in answer.text


def word_draft() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("Căn cứ Chỉ thị ")
    paragraph.add_run("số 39-CT/TW").bold = True
    paragraph.add_run(" ngày 19/8/2014 của Bộ Chính trị; các cơ quan thi hành.")
    document.add_table(1, 1).cell(0, 0).text = "theo Nghị định số 9999/2011/NĐ-CP"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def marked_words(document: Any, number: int) -> str:
    """Return the text between the marks of one comment."""
    inside, words = False, []
    for element in document.element.body.iter():
        tag = element.tag.rpartition("}")[2]
        identifier = element.get(element.tag.rpartition("}")[0] + "}id")
        if tag == "commentRangeStart" and identifier == str(number):
            inside = True
        elif tag == "commentRangeEnd" and identifier == str(number):
            break
        elif inside and tag == "t":
            words.append(element.text)
    return "".join(words)


def test_word_draft_comes_back_with_comments_on_the_words(client: TestClient) -> None:
    draft = word_draft()
    answer = client.post("/check?format=docx", content=draft, headers={"Content-Type": DOCX})
    assert answer.headers["content-type"] == DOCX
    before, after = Document(BytesIO(draft)), Document(BytesIO(answer.content))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert [run.text for run in after.paragraphs[0].runs if run.bold] == ["số 39-CT/TW"]
    first, second = after.comments
    assert "18/8/2014" in first.text
    assert marked_words(after, first.comment_id) == "Chỉ thị số 39-CT/TW ngày 19/8/2014"
    assert marked_words(after, second.comment_id) == "Nghị định số 9999/2011/NĐ-CP"


_WORDS = "Chỉ thị số 39-CT/TW ngày 19/8/2014"
_RUN = f"<w:r><w:t>{_WORDS}</w:t></w:r>"
_DELETED = "<w:del><w:r><w:delText>18/8/2014</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:ins>{_RUN}</w:ins>",
        f"<w:moveTo>{_RUN}</w:moveTo>",
        f"<w:r><w:t>Chỉ thị số 39-CT/TW ngày </w:t></w:r>{_DELETED}"
        "<w:ins><w:r><w:t>19/8/2014</w:t></w:r></w:ins>",
        f"<w:sdt><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="x">{_RUN}</w:smartTag>',
        f'<w:fldSimple w:instr="REF x">{_RUN}</w:fldSimple>',
        f'<w:hyperlink w:anchor="x">{_RUN}</w:hyperlink>',
        f"<w:r><w:pict><w:txbxContent><w:p>{_RUN}</w:p></w:txbxContent></w:pict></w:r>",
        f"<w:r><w:t>Căn cứ {_WORDS}; thi hành.</w:t><w:fldChar/></w:r>",
    ],
)
def test_comments_wherever_word_keeps_text(client: TestClient, inner: str) -> None:
    document = Document()
    document.add_paragraph("Căn cứ ")._p.append(parse_xml(f"<w:x {nsdecls('w')}>{inner}</w:x>"))
    holder = document.paragraphs[0]._p[-1]
    for child in list(holder):
        holder.addprevious(child)
    holder.getparent().remove(holder)
    out = BytesIO()
    document.save(out)
    answer = client.post(
        "/check?format=docx", content=out.getvalue(), headers={"Content-Type": DOCX}
    )
    after = Document(BytesIO(answer.content))
    (comment,) = after.comments
    assert marked_words(after, comment.comment_id) == _WORDS
    assert len(list(after.element.iter(qn("w:fldChar")))) == inner.count("fldChar")


def test_comment_on_a_note_stands_where_the_note_is_referred_to(client: TestClient) -> None:
    draft = with_footnote("Theo quy định", f"Xem {_WORDS}")
    answer = client.post("/check?format=docx", content=draft, headers={"Content-Type": DOCX})
    after = Document(BytesIO(answer.content))
    (comment,) = after.comments
    start = next(after.element.iter(qn("w:commentRangeStart")))
    assert comment.text.startswith("Cần sửa")
    assert start.getnext()[-1].tag == qn("w:footnoteReference")


def with_footnote(text: str, note: str) -> bytes:
    document = Document()
    run = document.add_paragraph(text).add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    xml = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>{note}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    main = document.part
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), main.package)
    main.relate_to(part, RT.FOOTNOTES)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_draft_with_macros_comes_back_as_its_text(client: TestClient) -> None:
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    old, out = ZipFile(BytesIO(word_draft())), BytesIO()
    with ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(CT.WML_DOCUMENT_MAIN.encode(), macros.encode())
            )
    answer = client.post(
        "/check?format=docx", content=out.getvalue(), headers={"Content-Type": DOCX}
    )
    assert answer.status_code == 200
    assert len(list(Document(BytesIO(answer.content)).comments)) == 2


def test_plain_draft_as_word(client: TestClient) -> None:
    answer = client.post("/check", json={"text": f"Dòng một\n{RIGHT}"}, headers={"Accept": DOCX})
    document = Document(BytesIO(answer.content))
    assert [p.text for p in document.paragraphs] == ["Dòng một", RIGHT]
    assert [comment.text.splitlines()[0] for comment in document.comments] == ["Đúng"]


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_other_files(client: TestClient, media_type: str) -> None:
    body = RIGHT if media_type == "text/plain" else f"<html><body><p>{RIGHT}</p></body></html>"
    answer = client.post("/check", content=body.encode(), headers={"Content-Type": media_type})
    assert answer.json()["counts"] == {"right": 1}


def test_asks_once_for_what_a_draft_cites_often(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(*arguments: Any) -> Any:
        asked.append(arguments[2])
        return status_on(*arguments)

    monkeypatch.setattr("service.checking.known.status_on", counted)
    answer = client.post("/check", json={"text": f"{RIGHT}\n" * 50}).json()
    assert answer["counts"] == {"right": 50}
    assert asked == [DIRECTIVE]


def scanned(*pages: str) -> bytes:
    """A PDF whose empty pages hold a picture only."""
    out = BytesIO()
    canvas = Canvas(out)
    for page in pages:
        canvas.drawString(50, 700, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("route", ["/check", "/references"])
def test_pages_that_could_not_be_read_are_told(client: TestClient, route: str) -> None:
    half, none = scanned("39-CT/TW", ""), scanned("", "")
    pdf = {"Content-Type": "application/pdf"}
    (warning,) = client.post(route, content=half, headers=pdf).json()["warnings"]
    assert "without a text layer: 2" in warning
    answer = client.post(route, content=none, headers=pdf)
    assert_problem(answer, 415, "no-text-layer")
    if route == "/check":
        page = client.post("/check?format=html", content=half, headers=pdf).text
        assert warning in page


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (scanned(""), "là ảnh chụp"),
        (b"MZ\0\1\2\3\4\5", "Tệp hỏng, có mật khẩu"),
        ("cña ®­îc §¶ng ViÖt".encode("latin-1"), "không ở Unicode"),
    ],
)
def test_page_says_in_the_readers_words_why_a_file_is_refused(
    client: TestClient, data: bytes, says: str
) -> None:
    page = client.post("/read", files={"file": ("a", data)}, headers={"Accept": "text/html"})
    lead = page.text.partition('class="lead">')[2].partition("</p>")[0]
    assert says in lead


def test_limits(narrow: TestClient) -> None:
    big = narrow.post("/check", content=b"x" * 200_000, headers={"Content-Type": "text/plain"})
    assert_problem(big, 413, "too-large")
    assert_problem(narrow.post("/check?format=pdf", json={"text": RIGHT}), 422, "validation")
    assert_problem(narrow.post("/check", json={"text": ""}), 400, "empty-text")


def test_cite(client: TestClient) -> None:
    answer = client.get(f"/works{DIRECTIVE}/cite").json()
    assert answer["style"] == "party"
    assert answer["citation"] == answer["citations"]["party"]
    state = client.get(f"/works{DIRECTIVE}/cite?style=state").json()["citation"]
    assert state.startswith("Chỉ thị số 39-CT/TW ngày 18 tháng 8 năm 2014 của Bộ Chính trị")
    assert_problem(client.get(f"/works{DIRECTIVE}/cite?style=x"), 422, "validation")


@pytest.mark.parametrize("format", ["json", "html", "docx"])
def test_on_the_command_line(folder: Path, format: str) -> None:
    (folder / "draft.docx").write_bytes(word_draft())
    out = folder / "out"
    arguments = [
        "check",
        folder / "draft.docx",
        "-d",
        folder / "luocdo.db",
        "-f",
        format,
        "-o",
        out,
    ]
    result = CliRunner().invoke(make_cli(), [str(argument) for argument in arguments])
    assert result.exit_code == 1
    if format == "docx":
        assert len(list(Document(BytesIO(out.read_bytes())).comments)) == 2
    else:
        assert "39-CT/TW" in out.read_text()
