"""Whose a bare body is that acts: 'Huyện ủy' of a text that names its district."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor

TEXTS = [
    ("Huyện ủy Mai Sơn vừa họp. Huyện ủy đã tổng kết Nghị quyết số 15-NQ/TW.", ["Huyện ủy Mai Sơn"]),
    ("UBND huyện Mai Sơn vừa họp. UBND huyện đã thực hiện Nghị quyết số 15-NQ/TW.", ["UBND huyện Mai Sơn"]),
    ("Mai Sơn (Sơn La), tháng 12/2018. Ban Dân vận Huyện ủy tổng kết 5 năm thực hiện Chỉ thị số 30-CT/TW.",
     ["Ban Dân vận Huyện ủy Mai Sơn"]),
    ("Xã Hát Lót là xã vùng cao. Đảng ủy xã đã tổng kết Nghị quyết số 15-NQ/TW.", ["Đảng ủy xã Hát Lót"]),
    # of two districts nothing tells which is meant
    ("Huyện ủy Mai Sơn và Huyện ủy Bắc Hà vừa họp. Huyện ủy đã tổng kết Nghị quyết số 15-NQ/TW.", ["Huyện ủy"]),
    ("Huyện ủy đã tổng kết Nghị quyết số 15-NQ/TW.", ["Huyện ủy"]),
    ("Tỉnh ủy Sơn La họp ở huyện Mai Sơn. Tỉnh ủy đã tổng kết Nghị quyết số 15-NQ/TW.", ["Tỉnh ủy"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), TEXTS)
def test_bare_bodies(extractor: Extractor, text: str, bodies: list[str]) -> None:
    assert [one.subject_body for one in extractor.extract(text).statements] == bodies
