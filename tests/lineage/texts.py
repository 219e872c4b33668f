"""Short official texts and news of our own, read by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.model.dates import PartialDate
from graph.model.sources import SourceText
from graph.reading import make_source
from graph.store import Store

Reading = Callable[[Iterable[SourceText]], Store]
_ISSUERS = {
    "NĐ-CP": ("CHÍNH PHỦ", "NGHỊ ĐỊNH"),
    "QĐ-TTg": ("THỦ TƯỚNG CHÍNH PHỦ", "QUYẾT ĐỊNH"),
    "TT-BTC": ("BỘ TÀI CHÍNH", "THÔNG TƯ"),
    "TT-BNV": ("BỘ NỘI VỤ", "THÔNG TƯ"),
    "TT-BXD": ("BỘ XÂY DỰNG", "THÔNG TƯ"),
}


def official(
    number: str, day: str, title: str, *, bases: str = "", clauses: str = "", since: str = ""
) -> SourceText:
    """A document of the State: '05/2020/TT-BTC' of '2020-03-05'; ``since`` its effective day."""
    issuer, type_ = _ISSUERS[number.split("/")[-1]]
    force = f"Thông tư này có hiệu lực thi hành kể từ {spelt(since)}." if since else ""
    force = force.replace("Thông tư", type_.capitalize())
    text = f"""{issuer}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}
Hà Nội, {spelt(day)}

{type_}
{title}

{bases}

Điều 1. Phạm vi điều chỉnh
Những việc nêu trong tên gọi.
Điều 2. Hiệu lực thi hành
{force}
{clauses}
Điều 3. Tổ chức thực hiện
Các cơ quan liên quan chịu trách nhiệm thi hành.
"""
    return make_source(text, f"{number}.txt", title=title, published=PartialDate.parse(day))


def news(text: str, day: str, place: str | None = None) -> SourceText:
    """An article of that day."""
    return make_source(text, "news.txt", title="Tin", published=PartialDate.parse(day), place=place)


def spelt(day: str) -> str:
    year, month, date = day.split("-")
    return f"ngày {date} tháng {month} năm {year}"


def of(type_: str, number: str, day: str, issuer: str) -> str:
    """'Thông tư số 05/2020/TT-BTC ngày 05 tháng 3 năm 2020 của Bộ trưởng Bộ Tài chính'."""
    return f"{type_} số {number} {spelt(day)} của {issuer}"
