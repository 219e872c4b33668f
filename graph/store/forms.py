"""Forms: mentions that say the same in like circumstances must mean the same.

A resolution may look at all that a mention states and at the circumstances of its text, but not
at where in which text it stands. So one mention can stand for all of its form, and what a famous
document costs depends on in how many ways it is cited, not on how often.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Dialect, bindparam, delete, func, select, update

from graph.model.mentions import Mention
from graph.model.resolutions import Context, Evidence
from graph.store.coding import packed
from graph.store.prepared import Insertion, LookUp, Prepared
from graph.store.schema import form, mention, source
from graph.store.transaction import Added, Transaction


def digest_of(mention: Mention, context: Context) -> str:
    """Return what is the same for mentions of one form, and only for them."""
    number = mention.number
    stated = (
        mention.kind.value, mention.type, str(number) if number else mention.surface,
        mention.name, str(mention.date), mention.issuer, mention.title, mention.term,
        mention.within is not None, mention.quoted, context.place, _written(mention, context),
        str(mention.effective), str(mention.expires), str(mention.by), mention.jurisdiction,
        mention.age, *((mention.told,) if mention.told else ()),
        *((True,) if mention.contested else ()),
    )  # fmt: skip
    return hashlib.blake2b((packed(stated) or "").encode(), digest_size=12).hexdigest()


def _written(mention: Mention, context: Context) -> str:
    """Return when the citing text was written, as far as that can matter.

    To a document with its full date stated, only whether that was before or after it.
    """
    published, date = context.published, mention.date
    if published is None or date is None or not date.is_full:
        return str(published)
    return "after" if date.earliest() <= published.latest() else "before"


class Text(NamedTuple):
    """A new source's number, circumstances and mentions, each with the index of its root."""

    no: int
    context: Context
    mentions: Sequence[Mention]
    roots: Sequence[int]


@dataclass(slots=True)
class _Form:
    """A form, and what the texts at hand bring to it.

    ``blocks`` are those of a new one: its own and, where it is another, that of its name.
    ``leader`` is the source id and index of the mention that stands for it; ``lead`` is that
    mention and ``at`` the number of its source, where it is one of these texts.
    """

    no: int
    blocks: tuple[str, ...] = ()
    leader: tuple[str, int] | None = None
    lead: Evidence | None = None
    at: int | None = None
    came: int = 0

    def take(self, source_no: int, each: Evidence) -> bool:
        """Count a mention; tell whether it now stands for the form."""
        self.came += 1
        place = each.context.source, each.index
        stands = self.leader is None or place < self.leader
        if stands:
            self.leader, self.lead, self.at = place, each, source_no
        return stands


class FormKeeper:
    """Counts the mentions of each form and knows the first of them."""

    def __init__(self, dialect: Dialect) -> None:
        no: Any = bindparam("no_")
        self._find = LookUp(
            lambda asked: (
                select(form.c.digest, form.c.no, source.c.id, form.c.idx)
                .join(source, source.c.no == form.c.source_no)
                .where(form.c.digest == asked.c.value)
            ),
            dialect,
        )
        self._last = Prepared(select(func.max(form.c.no)), dialect)
        self._insert = Insertion(form, dialect)
        self._count = Prepared(
            update(form).where(form.c.no == no).values(count=form.c.count + bindparam("by_")),
            dialect,
        )
        self._lead = Prepared(
            update(form)
            .where(form.c.no == no)
            .values(source_no=bindparam("source_no_"), idx=bindparam("idx_")),
            dialect,
        )
        self._own = Prepared(
            select(form.c.no, form.c.count, form.c.source_no, func.count())
            .join(mention, mention.c.form_no == form.c.no)
            .where(mention.c.source_no == no, mention.c.idx == mention.c.root_idx)
            .group_by(form.c.no, form.c.count, form.c.source_no),
            dialect,
        )
        self._first = Prepared(
            select(mention.c.source_no, mention.c.idx)
            .join(source, source.c.no == mention.c.source_no)
            .where(mention.c.form_no == no, mention.c.idx == mention.c.root_idx)
            .order_by(source.c.id, mention.c.idx)
            .limit(1),
            dialect,
        )
        self._drop = Prepared(delete(form).where(form.c.no == no), dialect)

    def add(self, transaction: Transaction, texts: Sequence[Text]) -> list[list[int | None]]:
        """Count the mentions of new sources; returns the form of each one's root, text by text."""
        standing = [_standing(text) for text in texts]
        digests = {digest for own in standing for _, digest, _ in own}
        rows = self._find.of(transaction.cursor, sorted(digests))
        forms = {row[0]: _Form(row[1], leader=row[2:]) for row in rows}
        fresh: dict[str, _Form] = {}
        found = []
        for text, own in zip(texts, standing, strict=True):
            numbers: list[int | None] = [None] * len(text.mentions)
            for each, digest, blocks in own:
                one = forms.get(digest)
                if one is None:
                    one = forms[digest] = fresh[digest] = _Form(self._next(transaction), blocks)
                stands = one.take(text.no, each)
                numbers[each.index] = one.no
                added = Added(one.no, stands, each)
                for block in blocks:
                    transaction.added.setdefault(block, []).append(added)
            found.append([numbers[root] for root in text.roots])
        self._insert_new(transaction, fresh)
        known = [one for digest, one in forms.items() if digest not in fresh]
        self._count_known(transaction, known)
        return found

    def _insert_new(self, transaction: Transaction, fresh: Mapping[str, _Form]) -> None:
        rows = []
        for digest, one in fresh.items():
            assert one.lead is not None
            block, name_block = one.blocks if len(one.blocks) == 2 else (one.blocks[0], None)
            rows.append((one.no, digest, block, name_block, one.came, one.at, one.lead.index))
            transaction.new_forms.add(one.no, one.blocks, one.lead, one.came)
        self._insert.many(transaction.cursor, rows)

    def _count_known(self, transaction: Transaction, known: Sequence[_Form]) -> None:
        counted = [{"no_": one.no, "by_": one.came} for one in known]
        led = [
            {"no_": one.no, "source_no_": one.at, "idx_": one.lead.index}
            for one in known
            if one.lead is not None
        ]
        self._count.many(transaction.cursor, counted)
        self._lead.many(transaction.cursor, led)
        for one in known:
            transaction.new_forms.more(one.no, one.lead, one.came)

    def _next(self, transaction: Transaction) -> int:
        new = transaction.new_forms
        if new.following is None:
            last = self._last.first(transaction.cursor)
            new.first = new.following = ((last[0] if last else None) or 0) + 1
        no = new.following
        new.following = no + 1
        return no

    def discount(self, transaction: Transaction, source_no: int) -> tuple[list[int], list[int]]:
        """Take a source's mentions off the counts, while they are still there.

        Returns the forms that nobody else has, and those that need another first mention.
        """
        gone, headless = [], []
        for no, count, leader, own in self._own.all(transaction.cursor, no_=source_no):
            if count == own:
                gone.append(no)
                continue
            self._count.run(transaction.cursor, no_=no, by_=-own)
            if leader == source_no:
                headless.append(no)
        return gone, headless

    def settle(
        self, transaction: Transaction, gone: Sequence[int], headless: Sequence[int]
    ) -> None:
        """Finish what ``discount`` began, once the mentions are deleted."""
        cursor = transaction.cursor
        for no in gone:
            self._drop.run(cursor, no_=no)
        for no in headless:
            first = self._first.first(cursor, no_=no)
            assert first is not None
            self._lead.run(cursor, no_=no, source_no_=first[0], idx_=first[1])


def _standing(text: Text) -> list[tuple[Evidence, str, tuple[str, ...]]]:
    """Return the mentions that are evidence by themselves, with digest and blocks of the form."""
    found = []
    for index, one in enumerate(text.mentions):
        blocks = one.blocks if text.roots[index] == index and one.antecedent is None else ()
        if blocks:
            each = Evidence(text.context, index, one)
            found.append((each, digest_of(one, text.context), blocks))
    return found
