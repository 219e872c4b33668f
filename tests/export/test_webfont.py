"""Pictures bring their letters along: every letter of Vietnamese, in both cuts, small."""

from __future__ import annotations

import base64
import io
import re
import unicodedata

import networkx as nx
import pytest
from fontTools.ttLib import TTFont

from graph.export import render
from graph.export.pictures.webfont import font_faces
from graph.model.registry import Registry

LETTERS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def fonts(text: str) -> list[TTFont]:
    found = re.findall(r"data:font/woff;base64,([A-Za-z0-9+/=]+)", text)
    return [TTFont(io.BytesIO(base64.b64decode(one))) for one in found]


def test_both_cuts_have_every_letter() -> None:
    composed = {unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in TONES}
    wanted = composed | {letter.upper() for letter in composed} | set("đĐ…–“”·→×")
    cuts = fonts(font_faces())
    assert [cut["OS/2"].usWeightClass for cut in cuts] == [400, 700]
    for cut in cuts:
        assert {letter for letter in wanted if ord(letter) not in cut.getBestCmap()} == set()
    assert len(font_faces()) < 80_000


@pytest.mark.parametrize("fmt", ["svg", "html"])
def test_the_file_asks_for_no_font(small: nx.MultiDiGraph, registry: Registry, fmt: str) -> None:
    text = render(small, fmt, registry).decode()
    assert len(fonts(text)) == 2
    assert not re.search(r"url\((?!data:)", text)
