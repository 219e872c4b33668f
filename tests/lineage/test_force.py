"""Timeline and force: whole and part, since when, in whose words."""

from __future__ import annotations

from datetime import date

import pytest

from graph.lineage import status_on, timeline
from graph.model.errors import NotFoundError
from graph.model.registry import Registry
from graph.store import Store
from tests.lineage.texts import Reading, news, of, official

OLD = of("Thông tư", "05/2015/TT-BTC", "2015-03-05", "Bộ trưởng Bộ Tài chính")
OLD_ID = "/eli/vn/tw/btc/thong-tu/2015-03-05/5"
PART = "/eli/vn/tw/btc/thong-tu/2018-06-01/20"
NEW = "/eli/vn/tw/btc/thong-tu/2020-11-10/90"


@pytest.fixture
def replaced(reading: Reading) -> Store:
    """05/2015 holds from 2015-04-20, loses Điều 4 in 2018 and goes on 2021-01-01."""
    return reading(
        [
            official("05/2015/TT-BTC", "2015-03-05", "Quy định về biểu mẫu", since="2015-04-20"),
            official(
                "20/2018/TT-BTC", "2018-06-01", "Quy định về chứng từ", since="2018-08-01",
                clauses=f"Bãi bỏ Điều 4 {OLD} quy định về biểu mẫu.",
            ),
            official(
                "90/2020/TT-BTC", "2020-11-10", "Quy định về hóa đơn",
                clauses="Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2021 và thay "
                f"thế {OLD} quy định về biểu mẫu.",
            ),
        ]
    )  # fmt: skip


def test_timeline_tells_everything_in_order(replaced: Store, registry: Registry) -> None:
    found = timeline(replaced, registry, OLD_ID)
    told = [(one.what, str(one.when.date), one.when.basis, one.by) for one in found if one.when]
    assert told == [
        ("issued", "2015-03-05", "signed", None),
        ("in-force", "2015-04-20", "effective", None),
        ("partly-repealed", "2018-08-01", "effective", PART),
        ("replaced", "2021-01-01", "effective", NEW),
    ]
    assert found[2].subdivisions == ("Điều 4",)
    assert "Bãi bỏ Điều 4" in found[2].quotes[0].text
    assert "2015" in found[1].quotes[0].text
    assert "hiệu lực" in found[1].quotes[0].text


@pytest.mark.parametrize(
    ("day", "state", "by", "says"),
    [
        ("2015-03-01", "not-yet", (), None),
        ("2015-04-19", "not-yet", (), "20 tháng 04 năm 2015"),
        ("2015-04-20", "in-force", (), "20 tháng 04 năm 2015"),
        ("2018-07-31", "in-force", (), "20 tháng 04 năm 2015"),
        ("2018-08-01", "partly", (PART,), "Điều 4"),
        ("2020-12-31", "partly", (PART,), "Điều 4"),
        ("2021-01-01", "replaced", (NEW,), "thay thế"),
        ("2030-01-01", "replaced", (NEW,), "thay thế"),
    ],
)  # fmt: skip
def test_status(
    replaced: Store, registry: Registry, day: str, state: str, by: tuple[str, ...], says: str | None
) -> None:
    found = status_on(replaced, registry, OLD_ID, date.fromisoformat(day))
    assert (found.state, found.by) == (state, by)
    if says:
        assert says in " ".join(found.quotes[0].text.split())


def test_as_of_knows_nothing_later(replaced: Store, registry: Registry) -> None:
    found = timeline(replaced, registry, OLD_ID, as_of=date(2019, 1, 1))
    assert [one.what for one in found] == ["issued", "in-force", "partly-repealed"]


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        (f"Bãi bỏ {OLD}.", "repealed"),
        (f"{OLD} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", "repealed"),
        (f"Bãi bỏ khoản 2 Điều 3 {OLD}.", "partly"),
        (f"Bãi bỏ một số điều của {OLD}.", "partly"),
        (f"Bãi bỏ một phần {OLD}.", "partly"),
        (f"Thay thế các quy định về lệ phí thi tại {OLD}.", "partly"),
        (
            "Kể từ ngày Thông tư này có hiệu lực thi hành, Thông tư số 05/2015/TT-BTC hết hiệu lực "
            "thi hành, trừ nội dung quy định tại khoản 3 Điều này.",
            "partly",
        ),
        (f"Thay thế {OLD}.", "replaced"),
        (f"Sửa đổi, bổ sung khoản 1 Điều 2 {OLD} như sau:", "in-force"),
        (f"Ngưng hiệu lực {OLD}.", "suspended"),
        (f"Ngưng hiệu lực Điều 2 {OLD}.", "partly"),
    ],
)  # fmt: skip
def test_extent(reading: Reading, registry: Registry, clause: str, state: str) -> None:
    store = reading(
        [
            official("05/2015/TT-BTC", "2015-03-05", "Quy định về biểu mẫu", since="2015-04-20"),
            official(
                "20/2018/TT-BTC", "2018-06-01", "Quy định khác", since="2018-08-01", clauses=clause
            ),
        ]
    )
    assert status_on(store, registry, OLD_ID, date(2019, 1, 1)).state == state


def test_without_an_effective_day_the_signing_counts_and_is_said(
    reading: Reading, registry: Registry
) -> None:
    store = reading([official("05/2015/TT-BTC", "2015-03-05", "Quy định về biểu mẫu")])
    found = status_on(store, registry, OLD_ID, date(2015, 3, 5))
    assert found.state == "in-force"
    assert found.since is not None
    assert found.since.basis == "signed"
    assert "tính từ ngày ký" in found.why


def test_a_work_known_to_the_year_is_unknown_within_it(
    reading: Reading, registry: Registry
) -> None:
    store = reading([news("Theo Luật Thủ đô năm 2012, thành phố có cơ chế riêng.", "2019-05-01")])
    laws = [one for one in store.works_by_name("Luật Thủ đô") if str(one.signed_on)[:4] == "2012"]
    assert laws
    assert status_on(store, registry, laws[0].id, date(2011, 12, 31)).state == "not-yet"


def test_an_older_document_cannot_end_a_younger_one(reading: Reading, registry: Registry) -> None:
    text = "Thông tư số 20/2015/TT-BTC thay thế Thông tư số 05/2015/TT-BTC."
    dated = "Thông tư số 20/2015/TT-BTC ngày 02 tháng 01 năm 2015 của Bộ trưởng Bộ Tài chính."
    own = official("05/2015/TT-BTC", "2015-03-05", "Quy định về biểu mẫu", since="2015-04-20")
    store = reading([own, news(text, "2019-01-01"), news(dated, "2019-01-02")])
    found = [one for one in timeline(store, registry, OLD_ID) if one.what == "replaced"]
    assert [one.doubt is not None for one in found] == [True]
    assert status_on(store, registry, OLD_ID, date(2019, 1, 1)).state == "in-force"


def test_a_body_is_no_work(reading: Reading, registry: Registry) -> None:
    store = reading([])
    with pytest.raises(NotFoundError):
        status_on(store, registry, "/org/vn/tw/bct", date(2020, 1, 1))
    with pytest.raises(NotFoundError):
        timeline(store, registry, "/eli/vn/nothing")


def _paused(reading: Reading, clause: str) -> Store:
    old = official("05/2015/TT-BTC", "2015-03-05", "Quy định về biểu mẫu", since="2015-04-20")
    return reading([old, official("20/2018/TT-BTC", "2018-06-01", "Khác", clauses=clause)])


@pytest.mark.parametrize(
    ("day", "state", "why"),
    [
        ("2018-07-31", "in-force", ""),
        ("2018-08-01", "suspended", "2018-12-31"),
        ("2018-12-31", "suspended", "2018-12-31"),
        ("2019-01-01", "in-force", ""),
    ],
)
def test_a_suspension_begins_and_ends_on_its_days(
    reading: Reading, registry: Registry, day: str, state: str, why: str
) -> None:
    clause = f"Ngưng hiệu lực {OLD} từ ngày 01/8/2018 đến hết ngày 31/12/2018."
    store = _paused(reading, clause)
    found = status_on(store, registry, OLD_ID, date.fromisoformat(day))
    assert (found.state, why in found.why) == (state, True)
    if state == "suspended":
        assert found.since is not None
        assert (str(found.since.date), found.since.basis) == ("2018-08-01", "stated")
        assert "Ngưng hiệu lực" in found.quotes[0].text
    event = next(one for one in timeline(store, registry, OLD_ID) if one.what == "suspended")
    assert (str(event.when and event.when.date), str(event.until)) == ("2018-08-01", "2018-12-31")


PILOT = "/eli/vn/tw/cp/nghi-dinh/2026-04-29/117"
WHOLE = of("Nghị định", "117/2026/NĐ-CP", "2026-04-29", "Chính phủ")


def _pilot(reading: Reading, *ends: str) -> Store:
    """A decree that holds until 28/02/2027, and one that extends it to each of ``ends``."""
    clause = "Nghị định này có hiệu lực từ ngày 01/5/2026 đến hết ngày 28/02/2027."
    first = official("117/2026/NĐ-CP", "2026-04-29", "Quy định thí điểm kho", clauses=clause)
    longer = [
        official(
            "03/2027/NĐ-CP", "2027-02-15", "Quy định về kho",
            clauses=f"Kéo dài thời hạn áp dụng {WHOLE}{end}.",
        )
        for end in ends
    ]  # fmt: skip
    return reading([first, *longer])


LONGER = " đến hết ngày 31/12/2027"


@pytest.mark.parametrize(
    ("day", "others", "state"),
    [
        ("2026-04-30", (), "not-yet"),
        ("2027-02-28", (), "in-force"),
        ("2027-03-01", (), "expired"),
        ("2027-03-01", (LONGER,), "in-force"),
        ("2028-01-01", (LONGER,), "expired"),
        ("2027-03-01", ("",), "unknown"),
    ],
)
def test_what_is_for_a_time_expires_unless_it_is_extended(
    reading: Reading, registry: Registry, day: str, others: tuple[str, ...], state: str
) -> None:
    store = _pilot(reading, *others)
    found = status_on(store, registry, PILOT, date.fromisoformat(day))
    assert found.state == state
    if state == "expired" and not others:
        assert "28/02/2027" in found.quotes[0].text
        assert str(found.since and found.since.date) == "2027-02-28"


def test_an_extension_ends_what_had_no_end_known(reading: Reading, registry: Registry) -> None:
    longer = official(
        "20/2018/TT-BTC", "2018-06-01", "Khác",
        clauses=f"Kéo dài thời hạn áp dụng của {OLD} đến hết ngày 31/12/2018.",
    )  # fmt: skip
    store = reading([longer])
    states = [status_on(store, registry, OLD_ID, date(year, 1, 1)) for year in (2018, 2019)]
    assert [one.state for one in states] == ["in-force", "expired"]
    assert "Kéo dài" in states[1].quotes[0].text


def test_the_timeline_tells_the_end(reading: Reading, registry: Registry) -> None:
    found = timeline(_pilot(reading, LONGER), registry, PILOT)
    told = [(one.what, str(one.when.date), str(one.until)) for one in found if one.when]
    assert told == [
        ("issued", "2026-04-29", "None"),
        ("in-force", "2026-05-01", "None"),
        ("extended", "2027-02-15", "2027-12-31"),
        ("expires", "2027-02-28", "None"),
    ]
