"""Texts made to be slow: ``python benchmarks/adversarial.py [CHARACTERS] [NAME ...]``.

For each, the processor time of reading it and the ratio to that of reading half of it: 2 is linear
time, 4 is quadratic. 10,000,000 characters each is what is asked for; the default is 1,000,000.
"""

from __future__ import annotations

import sys
import time

from graph.extraction import Extractor, make_extractor
from graph.model.seeding import load_registry

# What is repeated, by name. Each begins or nearly makes something that the extractor looks for.
PIECES = {
    "letter": "a",
    "letters with a mark": "a\u0301",
    "marks": "\u0301",
    "invisible": "\u200b",
    "spaces": " ",
    "newlines": "\n",
    "spaces and newlines": " \n",
    "stops": ".",
    "stops in a row, then a letter": "....a",
    "digits": "1",
    "digits and slashes": "1/",
    "fractions": "1/2 ",
    "dates": "ngày 01/02/2020 ",
    "dates in words": "ngày 01 tháng 02 năm 2020, ",
    "số": "số ",
    "số and digits": "số 1 ",
    "type word": "Nghị định ",
    "type word and số": "Nghị quyết số ",
    "short numbers": "Nghị quyết 57, ",
    "shared ordinals": "các Nghị quyết số 18, 19, 20-NQ/TW và ",
    "ordinals without end": "Nghị quyết số " + "18, " * 60,
    "numbers": "Nghị định số 30/2020/NĐ-CP, ",
    "numbers without space": "30/2020/NĐ-CP",
    "codes": "12/QĐ-",
    "Điều": "Điều ",
    "articles": "Điều 5, ",
    "khoản": "khoản 1, 2 và ",
    "units of a law": "điểm a khoản 1 Điều 5 Luật Đất đai; ",
    "Luật": "Luật ",
    "pháp luật": "pháp luật ",
    "capitals after Luật": "Luật Aa ",
    "laws": "Luật Đất đai, ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của ",
    "constitutions": "Hiến pháp nước Cộng hòa ",
    "plenums": "Nghị quyết Trung ương ",
    "congresses": "Nghị quyết Đại hội ",
    "statutes": "Điều lệ Đảng ",
    "pointers": "Nghị định này ",
    "bodies": "Ban Thường vụ Tỉnh ủy ",
    "issuers": "Nghị quyết 57 của Bộ Chính trị, Ban Bí thư, ",
    "places": "UBND tỉnh Sóc Trăng ",
    "opening quotes": "như sau: “",
    "closing quotes": "”",
    "straight quotes": "\"",
    "quotes around": "“Luật Đất đai” ",
    "brackets": "(",
    "bracketed dates": "(ngày ",
    "titles": "Nghị định 30/2020/NĐ-CP về việc ",
    "cues": "thực hiện Chỉ thị 05-CT/TW, thay thế ",
    "reviews": "sơ kết 5 năm thực hiện Chỉ thị 05-CT/TW, ",
    "passive": "Luật Đất đai được sửa đổi bởi Luật Nhà ở, ",
    "preamble": "Căn cứ Luật Đất đai;\n",
    "repeals": "Bãi bỏ các văn bản sau đây:\n",
    "labels": "Số hiệu: ",
    "properties": "Số hiệu: 5/KH-UBND Ngày ban hành: 3/4/2024\n",
    "listed rows": "Số ký hiệu | Ngày ban hành\n5/KH-UBND | 3/4/2024\n",
    "items": "a) Nghị định 30/2020/NĐ-CP;\n",
    "amended by": "được sửa đổi, bổ sung bởi:\n",
    "parts": "1. Sửa đổi khoản 2 Điều 5 như sau:\n",
    "force": "Nghị định này có hiệu lực ",
    "tags": "<a ",
    "page heads": "\nCÔNG BÁO/Số 1 + 2/Ngày 1-1-2020\n",
    "signatures": "\nBỘ TRƯỞNG\n",
    "recipients": "\nNơi nhận:\n- ",
}  # fmt: skip
# A letterhead makes the text speak: more is read of one that does.
LETTERHEAD = (
    "CHÍNH PHỦ\nSố: 1/2021/NĐ-CP\nHà Nội, ngày 5 tháng 1 năm 2021\nNGHỊ ĐỊNH\n"
    "Sửa đổi, bổ sung Nghị định số 9/2015/NĐ-CP\nĐiều 1. Sửa đổi Nghị định số 9/2015/NĐ-CP\n"
)


def text_of(piece: str, characters: int, *, official: bool) -> str:
    """Return ``piece`` repeated, as it stands or under a letterhead."""
    head = LETTERHEAD if official else ""
    return head + piece * (characters // len(piece))


def spent(extractor: Extractor, text: str) -> float:
    """Return the processor time of one extraction, in seconds."""
    start = time.process_time()
    extractor.extract(text)
    return time.process_time() - start


def main(characters: int, names: list[str]) -> None:
    extractor = make_extractor(load_registry())
    print(f"{characters:,} characters: seconds, and how many times those of half the text")
    worst = 0.0
    for name in names or PIECES:
        row = []
        for official in (False, True):
            half, whole = (
                spent(extractor, text_of(PIECES[name], size, official=official))
                for size in (characters // 2, characters)
            )
            worst = max(worst, whole / half)
            row.append(f"{whole:8.2f} s {whole / half:5.2f}")
        print(f"  {name:32} {row[0]}   under a letterhead {row[1]}", flush=True)
    print(f"worst ratio: {worst:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, sys.argv[2:])
