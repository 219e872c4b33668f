from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from graph.model.bodies import Body, Place
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.registry import DocumentType, OrganTemplate, Registry, RelationLabel
from graph.model.relations import Provenance, Relation, RelationKind
from graph.model.sources import SourceText
from graph.model.spans import Span
from graph.model.text import slug
from graph.store.answers import EdgeRow

_TYPES = {
    "Chỉ thị": "both", "Kế hoạch": "both", "Luật": "state", "Nghị định": "state",
    "Hướng dẫn": "both", "Kết luận": "party",
}  # fmt: skip
_LABELS = {
    "implements": ("thực hiện", ("eli:ensures_implementation_of", "eli:implements")),
    "cites": ("dẫn chiếu", ("eli:cites",)),
    "based_on": ("căn cứ", ("eli:based_on",)),
    "issued_by": ("do … ban hành", ("eli:passed_by",)),
    "amends": ("sửa đổi, bổ sung", ("eli:amends",)),
}


@pytest.fixture(scope="session")
def registry() -> Registry:
    """A registry small enough to see whole, so that these tests need no seeds."""
    relations = []
    for kind in RelationKind:
        label, eli = _LABELS.get(kind.value, (kind.value, ("eli:refers_to",)))
        relations.append(RelationLabel(kind, label, f"inverse {label}", kind.value, eli))
    return Registry(
        types=tuple(DocumentType(slug(k), k, (), (), w, "party") for k, w in _TYPES.items()),
        bodies=(
            Body(
                "/org/vn/tw/bbt", "Ban Bí thư", "central", "party", "tw",
                valid_from=date(1930, 2, 3),
            ),
        ),
        templates=(OrganTemplate("tu", "Tỉnh ủy {place}", (), "province", "party", (), None, ()),),
        places=(
            Place("soc-trang", "Sóc Trăng", "tỉnh", None, date(2025, 6, 30), ("can-tho-2025",), ()),
        ),
        terms=(), works=(), cues=(), relations=tuple(relations), version="test",
    )  # fmt: skip


ROOT = "/eli/vn/tw/bbt/chi-thi/2014-08-18/39"
PLAN = "/eli/vn/soc-trang/tu/ke-hoach/2015-01-06/65"
LAW = "/eli/vn/tw/qh/luat/2024-01-18/31"
DECREE = "/eli/vn/tw/cp/nghi-dinh/2024-07-30/102"
CITED = "/eli/vn/tw/btctw/huong-dan/-/1"
BODY = "/org/vn/soc-trang/tu"
SENTENCE = "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 65-KH/TU thực hiện Chỉ thị 39-CT/TW."


def said(text: str = SENTENCE) -> dict[str, str]:
    return {
        "source": "sha256:0f",
        "title": "Báo Sóc Trăng: ba năm thực hiện",
        "published": "2024-02-11",
        "text": text,
    }


def _small() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(root=ROOT, direction="both", depth=3, truncated=False)
    graph.add_node(
        ROOT, kind="work", type="Chỉ thị", number="39-CT/TW", date="2014-08-18",
        issuer="Ban Bí thư", title="Về tăng cường sự lãnh đạo của Đảng đối với công tác bảo vệ, "
        "chăm sóc và nâng cao sức khỏe nhân dân trong tình hình mới ở các địa phương",
        status="registered", level=0,
    )  # fmt: skip
    graph.add_node(
        PLAN, kind="work", type="Kế hoạch", number="65-KH/TU", date="2015-01-06",
        issuer="Tỉnh ủy Sóc Trăng", title=None, status="read", level=1,
    )  # fmt: skip
    graph.add_node(
        DECREE, kind="work", type="Nghị định", number="102/2024/NĐ-CP", date="2024-07-30",
        issuer="Chính phủ", title="Quy định chi tiết thi hành một số điều của Luật Đất đai",
        status="read", level=1,
    )  # fmt: skip
    graph.add_node(
        LAW, kind="work", type="Luật", number="31/2024/QH15", date="2024-01-18",
        issuer="Quốc hội", title="Đất đai", status="registered", level=-1,
    )  # fmt: skip
    graph.add_node(
        CITED, kind="work", type="Hướng dẫn", number="01-HD/BTCTW", date=None, issuer=None,
        title=None, status="cited-only", level=1,
    )  # fmt: skip
    graph.add_node(
        BODY, kind="body", type=None, number=None, date=None, issuer=None,
        title="Tỉnh ủy Sóc Trăng", status=None, level=2,
    )  # fmt: skip
    for source, relation, target, texts in (
        (PLAN, "implements", ROOT, [SENTENCE]),
        (PLAN, "cites", ROOT, []),
        (DECREE, "details", LAW, ["Nghị định quy định chi tiết Luật Đất đai."]),
        (ROOT, "based_on", LAW, []),
        (CITED, "guides", ROOT, ["Hướng dẫn số 01 hướng dẫn thực hiện Chỉ thị."]),
        (PLAN, "issued_by", BODY, []),
    ):
        graph.add_edge(
            source, target, key=relation, relation=relation, evidence=max(1, len(texts)),
            sentences=[said(text) for text in texts],
        )  # fmt: skip
    return graph


def _large(nodes: int = 300, edges: int = 600) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(root="/eli/w0", direction="down", depth=9, truncated=True)
    for i in range(nodes):
        graph.add_node(
            f"/eli/w{i}", kind="work", type="Kế hoạch", number=f"{i}-KH/TU", date="2020-01-01",
            issuer="Ban Thường vụ Tỉnh ủy Sóc Trăng", status="read", level=min(i, 5),
            title="Về việc tiếp tục đẩy mạnh thực hiện các nhiệm vụ trọng tâm " * 4,
        )  # fmt: skip
    for k in range(edges):
        a = k % (nodes - 1) + 1
        b = (a * 7 + k // nodes * 13) % a
        relation = "implements" if k < nodes else "cites"
        graph.add_edge(
            f"/eli/w{a}", f"/eli/w{b}", key=relation, relation=relation, evidence=1,
            sentences=[said()],
        )  # fmt: skip
    return graph


@pytest.fixture
def small() -> nx.MultiDiGraph:
    return _small()


@pytest.fixture
def large() -> nx.MultiDiGraph:
    return _large()


class FakeStore:
    """The store's reading side over dictionaries; every change names the nodes it touched."""

    def __init__(self) -> None:
        self.works: dict[str, Work] = {}
        self.organs: dict[str, Body] = {}
        self.texts: dict[str, SourceText] = {}
        self.relations: dict[Relation, list[Provenance]] = {}
        self.log: list[set[str] | None] = []

    is_near = True

    @property
    def generation(self) -> int:
        return len(self.log)

    @property
    def landmark(self) -> str:
        return ""

    def passed(self, landmark: str) -> bool:
        return not landmark

    def changed_since(self, generation: int) -> set[str] | None:
        later = self.log[generation:]
        return None if None in later else set().union(*later)

    def work(self, id: str) -> Work | None:
        return self.works.get(id)

    def body(self, id: str) -> Body | None:
        return self.organs.get(id)

    def source(self, id: str) -> SourceText | None:
        return self.texts.get(id)

    def all_works(self):
        return iter([self.works[key] for key in sorted(self.works)])

    def all_bodies(self):
        return iter([self.organs[key] for key in sorted(self.organs)])

    def edges(self, node_ids, *, outgoing, kinds=None):
        return [
            EdgeRow(
                one.source, one.kind, one.target, one.from_subdivisions, one.to_subdivisions,
                len(self.relations[one]),
            )
            for one in sorted(self.relations, key=repr)
            if (one.source if outgoing else one.target) in set(node_ids)
        ]  # fmt: skip

    def provenances(self, node_ids):
        found: dict = {}
        for one, said in self.relations.items():
            if one.source in set(node_ids):
                found.setdefault((one.source, one.kind, one.target), []).extend(said)
        return found

    def put(self, *values: Work | Body) -> None:
        for value in values:
            (self.works if isinstance(value, Work) else self.organs)[value.id] = value
        self.log.append({value.id for value in values})

    def relate(self, relation: Relation, *said: Provenance) -> None:
        self.relations[relation] = list(said)
        self.log.append({relation.source, relation.target})


def _work(id: str, type: str, number: str, title: str | None = None, **known) -> Work:
    when = PartialDate.parse(id.split("/")[6]) if id.split("/")[6] != "-" else None
    return Work(
        id=id, type=type, number=number, name=None, issuer=known.get("issuer"), signed_on=when,
        term=known.get("term"), place="tw", title=title,
        standing=known.get("standing", Standing.READ), block="n:x",
    )  # fmt: skip


def said_in(source: str, text: str, start: int = 0, confidence: float = 0.9) -> Provenance:
    return Provenance(
        source, Span(start, start + len(text)), text, "thực hiện", "cue-between", confidence,
        "luocdo",
    )  # fmt: skip


@pytest.fixture
def records() -> FakeStore:
    """A small graph: a plan implements a directive, as two sources say; a committee succeeds."""
    store = FakeStore()
    store.texts = {
        "sha256:aa": SourceText(
            "sha256:aa", SENTENCE, "a.txt", title='Báo "Sóc Trăng"', publisher="Báo Sóc Trăng",
            published=PartialDate.parse("2024-02-11"),
        ),
        "sha256:bb": SourceText("sha256:bb", "x" * 9 + SENTENCE, "b.txt"),
    }  # fmt: skip
    store.put(
        _work(ROOT, "chi-thi", "39-CT/TW", "Về sức khỏe", issuer="/org/vn/tw/bbt", term="XI"),
        _work(PLAN, "ke-hoach", "65-KH/TU", issuer=BODY),
        _work(CITED, "huong-dan", "01-HD/BTCTW", standing=Standing.CITED),
        Body("/org/vn/tw/bbt", "Ban Bí thư", "central", "party", "tw", codes=("TW",)),
        Body(
            BODY, "Tỉnh ủy Sóc Trăng", "province", "party", "soc-trang", codes=("TU",),
            valid_from=date(1992, 4, 1), valid_to=date(2025, 6, 30),
            successors=("/org/vn/can-tho-2025/tu",),
        ),
        Body("/org/vn/can-tho-2025/tu", "Thành ủy Cần Thơ", "province", "party", "can-tho-2025"),
    )  # fmt: skip
    store.relate(
        Relation(PLAN, RelationKind.IMPLEMENTS, ROOT, ("mục II",), ()),
        said_in("sha256:aa", SENTENCE), said_in("sha256:bb", SENTENCE, 9),
    )  # fmt: skip
    store.relate(Relation(PLAN, RelationKind.ISSUED_BY, BODY))
    store.relate(
        Relation(BODY, RelationKind.IMPLEMENTS, ROOT), said_in("sha256:aa", SENTENCE, 0, 0.7)
    )
    return store
