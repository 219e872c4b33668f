"""A tiny world for the store: a resolver that is a pure function of evidence, and its ingest."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.model.bodies import Body
from graph.model.dates import PartialDate
from graph.model.documents import Standing, Work
from graph.model.identifiers import body_id, work_id
from graph.model.mentions import Extraction, Mention, MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.relations import RelationKind, Statement
from graph.model.resolutions import (
    Ambiguous,
    Candidate,
    Conclusion,
    Context,
    Evidence,
    Resolution,
    Resolved,
    Unresolved,
)
from graph.model.sources import SourceText
from graph.model.spans import Span
from graph.model.text import slug
from graph.store import Store, Writer, open_store
from tests.postgres import Postgres, running_postgres

TYPES = {"CT": "chi-thi", "KH": "ke-hoach", "NQ": "nghi-quyet", "QH15": "luat"}


@dataclass(frozen=True)
class Item:
    """A text as the extractor would hand it over."""

    source: SourceText
    extraction: Extraction
    actors: Mapping[int, Body]

    @property
    def context(self) -> Context:
        return Context(self.source.id, self.source.published, None)


def body(name: str) -> Body:
    return Body(body_id("tw", slug(name)), name, "central", "party", "tw", aliases=(name.upper(),))


class Text:
    """Builds an Item: a text of sentences, with mentions and what is said of them."""

    def __init__(self, opening: str = "", published: str | None = "2024-02-11") -> None:
        self.text = opening
        self.published = PartialDate.parse(published) if published else None
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []
        self.actors: dict[int, Body] = {}

    def mention(
        self,
        number: str | None = None,
        *,
        name: str | None = None,
        date: str | None = None,
        issuer: str | None = None,
        title: str | None = None,
        antecedent: int | None = None,
    ) -> int:
        surface = number or name or "văn bản này"
        start = len(self.text)
        self.text += surface + ". "
        parsed = DocumentNumber.parse(number) if number else None
        kind = MentionKind.NUMBERED if number else MentionKind.NAMED if name else None
        self.mentions.append(
            Mention(
                span=Span(start, start + len(surface)),
                surface=surface,
                kind=kind or MentionKind.ANAPHOR,
                type=TYPES.get(parsed.type_code or parsed.organ) if parsed else None,
                number=parsed,
                name=name,
                date=PartialDate.parse(date) if date else None,
                issuer=issuer,
                title=title,
                antecedent=antecedent,
            )
        )
        return len(self.mentions) - 1

    def says(
        self,
        subject: int | Body,
        relation: RelationKind,
        target: int,
        to: Sequence[str] = (),
    ) -> None:
        start = len(self.text)
        self.text += f"Nay {relation.value} điều ấy. "
        acting = subject if isinstance(subject, int) else None
        if isinstance(subject, Body):
            self.actors[len(self.statements)] = subject
        self.statements.append(
            Statement(
                relation=relation,
                subject=acting,
                object=target,
                cue=Span(start + 4, start + 4 + len(relation.value)),
                sentence=Span(start, len(self.text) - 1),
                rule="test",
                confidence=0.9,
                subject_body=subject.name if isinstance(subject, Body) else None,
                to_subdivisions=tuple(to),
            )
        )

    def item(self) -> Item:
        said = f"{self.text}|{self.mentions}|{self.statements}|{self.published}"
        digest = hashlib.sha256(said.encode()).hexdigest()
        source = SourceText(
            id=f"sha256:{digest}",
            text=self.text,
            origin="test.txt",
            title="Bài báo",
            publisher="Báo Thử",
            published=self.published,
            warnings=("một điều lạ",),
        )
        return Item(source, Extraction(tuple(self.mentions), tuple(self.statements)), self.actors)


def resolve(
    block: str, evidence: Sequence[Evidence], linked: Mapping[str, tuple[Work, ...]]
) -> Conclusion:
    """Decide what a block's mentions mean: by date where numbered, by number where named."""
    own = [one for one in evidence if one.mention.block == block]
    return _numbered(block, own) if block.startswith("n:") else _named(block, own, linked)


def _numbered(block: str, own: Sequence[Evidence]) -> Conclusion:
    days = sorted({one.mention.date for one in own if one.mention.date}) or [None]
    works = [_work(block, own, day, len(days) == 1) for day in days] if own else []
    given: dict[tuple[str, int], Resolution] = {}
    for one in own:
        agree = [w for w in works if one.mention.date in (None, w.signed_on)]
        given[one.context.source, one.index] = _decided(agree)
    issuers = {one.mention.issuer for one in own if one.mention.issuer}
    return Conclusion(tuple(works), tuple(map(body, sorted(issuers)[:1])), given)


def _decided(agree: Sequence[Work]) -> Resolution:
    if len(agree) == 1:
        return Resolved(agree[0].id, "one agrees", 0.9)
    candidates = tuple(Candidate(one.id, 0.5, "same number") for one in agree)
    return Ambiguous(candidates, "several dates")


def _work(block: str, own: Sequence[Evidence], day: PartialDate | None, only: bool) -> Work:
    number = own[0].mention.number
    assert number is not None
    type_ = TYPES.get(number.type_code or number.organ)
    issuers = sorted({one.mention.issuer for one in own if one.mention.issuer})
    titles = sorted({one.mention.title for one in own if one.mention.title})
    names = sorted({one.mention.name for one in own if one.mention.name})
    provisional = work_id("tw", None, type_, None, number.ordinal)
    return Work(
        id=work_id("tw", None, type_, day, number.ordinal),
        type=type_,
        number=str(number),
        name=names[0] if names else None,
        issuer=body(issuers[0]).id if issuers else None,
        signed_on=day,
        term=None,
        place="tw",
        title=titles[0] if titles else None,
        standing=Standing.CITED,
        block=block,
        aliases=(provisional,) if day else (),
    )


def _named(
    block: str, own: Sequence[Evidence], linked: Mapping[str, tuple[Work, ...]]
) -> Conclusion:
    known = sorted({one.id for works in linked.values() for one in works})
    works: tuple[Work, ...] = ()
    if not known and own:
        name = sorted(str(one.mention.name) for one in own)[0]
        identifier = work_id("tw", None, None, None, name)
        works = (
            Work(identifier, None, None, name, None, None, None, "tw", None, Standing.CITED, block),
        )
        known = [identifier]
    means = Resolved(known[0], "named so", 0.7) if len(known) == 1 else Unresolved("several")
    return Conclusion(works, (), {(one.context.source, one.index): means for one in own})


def conclude(writer: Writer, blocks: Iterable[str]) -> None:
    blocks = tuple(blocks)
    for block in blocks:
        evidence = writer.evidence(block)
        numbers = sorted({e.mention.block for e in evidence if e.mention.number} - {block, None})
        linked = writer.works_of(numbers)
        writer.conclude({block: resolve(block, evidence, linked)})
    writer.relate(blocks)


def ingest(store: Store, item: Item) -> bool:
    with store.writing() as writer:
        new = writer.add_source(item.source, item.extraction, item.context, item.actors)
        if new:
            conclude(writer, writer.touched_blocks(item.source.id))
        return new


def remove(store: Store, item: Item) -> None:
    with store.writing() as writer:
        conclude(writer, writer.remove_source(item.source.id))


class World:
    """What tests need of this module, handed over as a fixture."""

    Text = Text
    body = staticmethod(body)
    ingest = staticmethod(ingest)
    remove = staticmethod(remove)
    conclude = staticmethod(conclude)


@pytest.fixture(scope="session")
def world() -> type[World]:
    return World


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.db"
    open_store(path).close()
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "store.db"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of our own, where Debian's is installed."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store, on each database that there is."""
    if request.param == "sqlite":
        url = str(request.getfixturevalue("database"))
    else:
        url = request.getfixturevalue("postgres").fresh()
    with open_store(url) as opened:
        yield opened
