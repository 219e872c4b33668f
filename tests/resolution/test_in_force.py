"""A law cited by name is the one in force then; while two may be meant, neither is taken."""

from __future__ import annotations

import pytest

from graph.model.dates import PartialDate
from graph.model.seeding import load_registry
from graph.pipeline import Reader, make_reader
from graph.reading import make_source


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_registry())


# Luật Hợp tác xã: 20/11/2012, in force 1/7/2013; 20/6/2023, in force 1/7/2024.
DAYS = [
    ((2023, 5, 1), "luat/2012-11-20/23"),
    ((2024, 5, 1), None),
    ((2024, 8, 1), "luat/2023-06-20/17"),
]


@pytest.mark.parametrize(("day", "law"), DAYS)
def test_the_law_of_a_day(reader: Reader, day: tuple[int, int, int], law: str | None) -> None:
    source = make_source("theo Luật Hợp tác xã.", "bai.txt", published=PartialDate(*day))
    (row,) = reader.references(source).to_dict()["references"]
    found = row["resolution"]
    assert found["work"] == law if law is None else found["work"].endswith(law)
    assert found["status"] == ("resolved" if law else "ambiguous")


# Luật Đầu tư công passed on 13/6/2019; when it began the registry does not say.
UNKNOWN_BEGINNING = [
    ("theo Luật Đầu tư công.", PartialDate(2019, 5, 1), "luat/2014-06-18/49"),
    ("theo Luật Đầu tư công.", PartialDate(2019, 9, 1), None),
    ("theo Luật Đầu tư công.", PartialDate(2019), None),
    ("theo Luật Đầu tư công.", PartialDate(2021, 5, 1), "luat/2019-06-13/39"),
    # Luật Tổ chức Tòa án nhân dân: 2/4/2002, 24/11/2014
    ("theo Nghị quyết số 81/2014/QH13 ngày 21/11/2014 về thi hành Luật Tổ chức Tòa án nhân dân.",
     PartialDate(2016, 5, 1), None),
    ("theo Nghị quyết số 81/2014/QH13 ngày 24/11/2014 về thi hành Luật Tổ chức Tòa án nhân dân.",
     PartialDate(2016, 5, 1), "luat/2014-11-24/62"),
    # what details a law is of the new one
    ("theo Nghị định số 77/2019/NĐ-CP ngày 20/8/2019 quy định chi tiết Luật Đầu tư công.",
     PartialDate(2019, 9, 1), "luat/2019-06-13/39"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "law"), UNKNOWN_BEGINNING)
def test_a_law_that_may_have_begun(
    reader: Reader, text: str, day: PartialDate, law: str | None
) -> None:
    source = make_source(text, "bai.txt", published=day)
    found = reader.references(source).to_dict()["references"][-1]["resolution"]
    assert found["work"] == law if law is None else found["work"].endswith(law)


# Luật Đất đai: 2003, 2013. Luật Bảo hiểm xã hội: 2006, 2014.
PAST = [
    ("Từ 7/2006 đến năm 2011, ông A đã vi phạm Luật Bảo hiểm xã hội.", "2006-06-29/71"),
    ("Từ 7/2006 đến nay, ông A đã vi phạm Luật Bảo hiểm xã hội.", "2014-11-20/58"),
    ("Từ năm 2006, ông A làm theo Luật Bảo hiểm xã hội.", "2014-11-20/58"),
    # broken at a time that nobody tells
    ("Ông A giao đất không qua đấu giá, vi phạm Luật Đất đai.", None),
    ("Các quyết định vi phạm quy định. Cụ thể: Nghị định số 69/2009/NĐ-CP và Luật Đất đai.", None),
    ("Người có hành vi vi phạm Luật Đất đai thì bị phạt.", "2013-11-29/45"),
    ("Có Văn bản số 5/UBND-NC ngày 23/4/2012 của UBND tỉnh Hà Tĩnh. Theo đó, tỉnh giao các sở "
     "làm đúng Luật Đất đai.", "2003-11-26/13"),
    ("Có Văn bản số 5/UBND-NC ngày 23/4/2012 của UBND tỉnh Hà Tĩnh. Nay các sở làm "
     "đúng Luật Đất đai.", "2013-11-29/45"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "law"), PAST)
def test_a_law_as_it_was_then(reader: Reader, text: str, law: str | None) -> None:
    source = make_source(text, "bai.txt", published=PartialDate(2017, 5, 1))
    found = reader.references(source).to_dict()["references"][-1]["resolution"]
    assert found["work"] == law if law is None else found["work"].endswith(law)


# A number that begins anew each year is of the year of writing where the text says that it is new.
GUESSED = [
    ("Năm 2016, Thông báo số 363/TB-VPCP đã nêu rõ việc đó.", None),
    ("Tỉnh làm theo Thông báo số 363/TB-VPCP của Văn phòng Chính phủ.", None),
    ("Văn phòng Chính phủ đã có Thông báo số 363/TB-VPCP về việc đó.", None),
    ("Năm 2016 chưa có, đến năm 2018 mới có Thông báo số 363/TB-VPCP.", None),
    ("Văn phòng Chính phủ vừa có Thông báo số 363/TB-VPCP về việc đó.", "c2019/363"),
    ("Mới đây, Văn phòng Chính phủ tiếp tục có Thông báo số 363/TB-VPCP.", "c2019/363"),
    ("Thông báo số 363/TB-VPCP về việc đó vừa được ban hành.", "c2019/363"),
    ("Văn phòng Chính phủ ngày 9/2 có Thông báo số 363/TB-VPCP.", "2019-02-09/363"),
    ("Chiều nay, Văn phòng Chính phủ đã phát đi Thông báo số 363/TB-VPCP.", "c2019/363"),
]


@pytest.mark.parametrize(("text", "work"), GUESSED)
def test_the_year_of_what_is_new(reader: Reader, text: str, work: str | None) -> None:
    source = make_source(text, "bai.txt", published=PartialDate(2019, 3))
    (row,) = reader.references(source).to_dict()["references"]
    found = row["resolution"]["work"]
    assert found == work if work is None else found.endswith(f"thong-bao/{work}")


def test_a_short_number_of_another_term_is_left_open(reader: Reader) -> None:
    # 16-NQ/TW of 2012 is all that is known of its number, but this may be of the year.
    source = make_source("theo Nghị quyết 16 thì khác.", "bai.txt", published=PartialDate(2018, 5))
    (row,) = reader.references(source).to_dict()["references"]
    assert row["resolution"]["work"] is None


# Of the penal codes of 1999 and 2015 and the civil codes of 2005 and 2015.
ARTICLES = [
    ("Ông A bị khởi tố tội nhận hối lộ theo Điều 279 Bộ luật Hình sự.", "1999-12-21/15"),
    ("Ông A bị khởi tố tội nhận hối lộ theo Điều 354 Bộ luật Hình sự.", "2015-11-27/100"),
    ("Lãi suất vay không được quá mức ở Điều 476 Bộ luật Dân sự.", "2005-06-14/33"),
    # the subject is of no article of that number
    ("Ông A nói về cái ao nhà mình, nhắc Điều 279 Bộ luật Hình sự.", None),
    ("Bộ luật Hình sự 2015 đã có. Tội tham ô ở Điều 278 Bộ luật Hình sự.", "1999-12-21/15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "law"), ARTICLES)
def test_the_code_of_an_article(reader: Reader, text: str, law: str | None) -> None:
    source = make_source(text, "bai.txt", published=PartialDate(2018, 5, 1))
    found = reader.references(source).to_dict()["references"][-1]["resolution"]
    assert found["work"] == law if law is None else found["work"].endswith(law)


def test_a_title_s_formulae_are_no_likeness(reader: Reader) -> None:
    text = ("Bàn về tiêu dùng. Tại Chỉ thị 30 về việc tăng cường quản lý nhà nước đối với hoạt "
            "động bán hàng đa cấp, các bộ nhận việc.")  # fmt: skip
    source = make_source(text, "bai.txt", published=PartialDate(2019, 3, 1))
    (row,) = reader.references(source).to_dict()["references"]
    assert row["resolution"]["status"] == "unresolved"


CONSOLIDATED = """LUẬT
THÚ Y

Luật Thú y số 79/2015/QH13 ngày 19 tháng 6 năm 2015 của Quốc hội, được sửa đổi, bổ sung bởi:
Luật số 35/2018/QH14 ngày 20 tháng 11 năm 2018 của Quốc hội.
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Thú y1.
Điều 1. Luật này quy định về thú y.
1 Luật số 35/2018/QH14 có căn cứ ban hành như sau:
“Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch của Luật Thú y \
số 79/2015/QH13.”.
"""


def test_what_others_rest_on_is_of_their_day(reader: Reader) -> None:
    """No day of writing is known: the constitution is that of the law, the law the footnote's."""
    rows = reader.references(make_source(CONSOLIDATED, "vbhn.txt")).to_dict()["references"]
    works = {row["text"][:10]: row["resolution"]["work"] or "" for row in rows}
    assert works["Hiến pháp "].endswith("hien-phap/2013-11-28/hien-phap")
    assert works["Luật sửa đ"].endswith("luat/2018-11-20/35")
    both = [r for r in rows if r["text"].startswith("Hiến pháp")]
    assert {r["resolution"]["work"] for r in both} == {works["Hiến pháp "]}


def test_an_old_decree_rests_on_the_law_of_its_day(reader: Reader) -> None:
    text = "Nghị định số 13/2008/NĐ-CP ngày 04/02/2008 căn cứ Luật Tổ chức Chính phủ."
    rows = reader.references(make_source(text, "bai.txt")).to_dict()["references"]
    assert rows[1]["resolution"]["work"].endswith("luat/2001-12-25/32")
