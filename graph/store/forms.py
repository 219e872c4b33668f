"""Forms: mentions that say the same in like circumstances must mean the same.

A resolution may look at all that a mention states and at the circumstances of its text, but not
at where in which text it stands. So one mention can stand for all of its form, and what a famous
document costs depends on in how many ways it is cited, not on how often.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Dialect, bindparam, delete, func, select, update

from graph.model.mentions import Mention
from graph.model.resolutions import Context, Evidence
from graph.store.coding import packed
from graph.store.prepared import Insertion, Prepared
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
        mention.age,
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


class FormKeeper:
    """Counts the mentions of each form and knows the first of them."""

    def __init__(self, dialect: Dialect) -> None:
        no: Any = bindparam("no_")
        self._find = Prepared(
            select(form.c.no, source.c.id, form.c.idx)
            .join(source, source.c.no == form.c.source_no)
            .where(form.c.digest == bindparam("digest_")),
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

    def add(
        self,
        transaction: Transaction,
        source_no: int,
        context: Context,
        mentions: Sequence[Mention],
        roots: Sequence[int],
    ) -> list[int | None]:
        """Count the mentions of a new source; returns the form of each one's root."""
        own = [
            self._counted(transaction, source_no, index, one, context)
            if roots[index] == index
            else None
            for index, one in enumerate(mentions)
        ]
        return [own[root] for root in roots]

    def _counted(
        self, transaction: Transaction, source_no: int, index: int, one: Mention, context: Context
    ) -> int | None:
        if one.block is None or one.antecedent is not None:
            return None
        digest = digest_of(one, context)
        block, name_block = one.block, one.name_block
        if name_block == block:
            name_block = None
        known = self._find.first(transaction.cursor, digest_=digest)
        if known is None:
            no, stands = self._next(transaction), True
            row = (no, digest, block, name_block, 1, source_no, index)
            self._insert.many(transaction.cursor, [row])
        else:
            no, stands = int(known[0]), (context.source, index) < known[1:]
            self._count.run(transaction.cursor, no_=no, by_=1)
            if stands:
                self._lead.run(transaction.cursor, no_=no, source_no_=source_no, idx_=index)
        added = Added(no, stands, Evidence(context, index, one))
        for each in (block, name_block):
            if each is not None:
                transaction.added.setdefault(each, []).append(added)
        return no

    def _next(self, transaction: Transaction) -> int:
        if transaction.next_form is None:
            last = self._last.first(transaction.cursor)
            transaction.next_form = ((last[0] if last else None) or 0) + 1
        no = transaction.next_form
        transaction.next_form = no + 1
        transaction.new_forms.add(no)
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
