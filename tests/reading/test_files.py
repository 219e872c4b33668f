"""PDF and DOCX, sound and unsound, made here byte by byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from graph.model.errors import InputError
from graph.reading import SourceReader, word


def make_pdf(pages: Sequence[str], trailer: str = "") -> bytes:
    """Build a PDF whose pages show one line of ASCII each; an empty string shows none."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        show = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET" if text else ""
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font "
            f"<< /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(show)} >>\nstream\n{show}\nendstream",
        ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}"
    return body + f"{table}{end}\n%%EOF\n".encode()


LOCKED = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >> "
    f"/ID [<{'00' * 16}> <{'00' * 16}>]"
)


def test_pdf_text_layer_by_page(reader: SourceReader) -> None:
    source = reader.read_bytes(make_pdf(["Chi thi 39-CT/TW", "", "Ke hoach 65-KH/TU"]), "a.bin")
    assert source.media_type == "application/pdf"
    assert source.text.split() == ["Chi", "thi", "39-CT/TW", "Ke", "hoach", "65-KH/TU"]
    assert "\r" not in source.text
    assert source.warnings == ("a.bin: 1 page(s) without a text layer: 2",)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (make_pdf(["", ""]), "no-text-layer", "ocrmypdf"),
        (make_pdf(["39-CT/TW"], LOCKED), "not-text", "password"),
        (make_pdf(["39-CT/TW"])[:60], "not-text", "broken"),
        (b"%PDF-1.7\n", "not-text", "broken"),
    ],
)
def test_pdf_refused(reader: SourceReader, data: bytes, code: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        reader.read_bytes(data, "a.pdf")
    assert caught.value.code == code


def make_docx() -> bytes:
    document = docx.Document()
    letterhead = document.add_table(rows=1, cols=2)
    letterhead.cell(0, 0).text = "TỈNH ỦY SÓC TRĂNG\n*\nSố 65-KH/TU"
    right = "ĐẢNG CỘNG SẢN VIỆT NAM\nSóc Trăng, ngày 12 tháng 11 năm 2014"
    letterhead.cell(0, 1).text = right
    document.add_paragraph("KẾ HOẠCH")
    paragraph = document.add_paragraph("thực hiện Chỉ thị số 39")
    paragraph.runs[0]._r.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run("CT/TW")
    for tag, inner, text in (("w:ins", "w:t", " mới"), ("w:del", "w:delText", " cũ")):
        change, run, piece = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        piece.text = text
        piece.set(qn("xml:space"), "preserve")
        run.append(piece)
        change.append(run)
        paragraph._p.append(change)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(
    data: bytes, replace: dict[str, tuple[bytes, bytes]], packing: int = zipfile.ZIP_STORED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", packing) as new:
        for name in old.namelist():
            before, after = replace.get(name, (b"", b""))
            new.writestr(name, old.read(name).replace(before, after) if before else old.read(name))
    return out.getvalue()


def test_docx_in_reading_order(reader: SourceReader) -> None:
    source = reader.read_bytes(make_docx(), "van-ban")
    lines = source.text.split("\n")
    assert lines[:3] == ["TỈNH ỦY SÓC TRĂNG", "*", "Số 65-KH/TU"]
    assert lines[5:] == ["KẾ HOẠCH", "thực hiện Chỉ thị số 39-CT/TW mới"]
    assert (source.place, str(source.published)) == ("Sóc Trăng", "2014-11-12")
    assert source.title == "KẾ HOẠCH thực hiện Chỉ thị số 39-CT/TW mới"


def test_docx_footnotes(reader: SourceReader) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p>'
        "<w:r><w:t>Khoản này được sửa theo Nghị định số 30/2020/NĐ-CP</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    reltype = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = repacked(
        make_docx(),
        {
            "[Content_Types].xml": (
                b"</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
            ),
            "word/_rels/document.xml.rels": (
                b"</Relationships>",
                f'<Relationship Id="rId99" Type="{reltype}" Target="footnotes.xml"/>'
                "</Relationships>".encode(),
            ),
        },
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    text = reader.read_bytes(out.getvalue(), "x").text
    assert text.endswith("\n[2] Khoản này được sửa theo Nghị định số 30/2020/NĐ-CP")


def test_docx_with_macros_is_read_without_them(reader: SourceReader) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    data = repacked(make_docx(), {"[Content_Types].xml": (plain, macros)})
    assert macros not in make_docx()
    assert "39-CT/TW" in reader.read_bytes(data, "x.docm").text


def test_zip_bomb_is_refused_unpacked(reader: SourceReader) -> None:
    out = io.BytesIO(make_docx())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/media/bomb.xml", "w") as part,
    ):
        for _ in range(word.MAX_UNPACKED // 10_000_000):
            part.write(bytes(10_000_000))
    assert len(out.getvalue()) < 2_000_000
    with pytest.raises(InputError, match="unpacks to") as caught:
        reader.read_bytes(out.getvalue(), "bomb.docx")
    assert caught.value.code == "too-large"


def test_small_file_of_many_elements_is_refused(reader: SourceReader) -> None:
    many = b"<w:body>" + b"<w:p/>" * (word.MAX_TAGS + 1)
    data = repacked(make_docx(), {"word/document.xml": (b"<w:body>", many)}, zipfile.ZIP_DEFLATED)
    assert len(data) < 200_000
    with pytest.raises(InputError, match="tags") as caught:
        reader.read_bytes(data, "bomb.docx")
    assert caught.value.code == "too-large"


def test_docx_with_entities_is_refused(reader: SourceReader) -> None:
    bomb = b'<!DOCTYPE w:document [<!ENTITY a "bomb"><!ENTITY b "&a;&a;&a;&a;">]><w:document'
    data = repacked(make_docx(), {"word/document.xml": (b"<w:document", bomb)})
    data = repacked(data, {"word/document.xml": ("KẾ HOẠCH".encode(), b"39-CT/TW &b;")})
    with pytest.raises(InputError, match="entities") as caught:
        reader.read_bytes(data, "x.docx")
    assert caught.value.code == "not-text"


@pytest.mark.parametrize("cut", [100, 2_000, 10_000])
def test_broken_docx(reader: SourceReader, cut: int) -> None:
    with pytest.raises(InputError) as caught:
        reader.read_bytes(make_docx()[:cut], "x.docx")
    assert caught.value.code == "not-text"


def test_zip_that_is_no_docx(reader: SourceReader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(InputError, match="no DOCX"):
        reader.read_bytes(out.getvalue(), "x.zip")
