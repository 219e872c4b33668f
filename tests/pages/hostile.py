"""A text whose title, publisher and words try to become markup, and what is known from it."""

from __future__ import annotations

from graph.model.dates import PartialDate

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE_SOURCE = {
    "text": (
        f"Kế hoạch số 901/KH-UBND ngày 5/3/2024 của Ủy ban nhân dân tỉnh Nghệ An về {ATTACK} "
        f"thực hiện Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị {ATTACK}. "
        '"><svg onload=alert(3)> {{ 7*7 }} </textarea><script>alert(4)</script>'
    ),
    "origin": f"javascript:alert(5)//{ATTACK}",
    "title": f"Tựa {ATTACK}",
    "publisher": f'Báo "{ATTACK}',
    "published": PartialDate.parse("2024-03-06"),
    "place": "Nghệ An",
}
