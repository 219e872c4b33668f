"""A mention while it is being put together, in offsets of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.extraction.text.normalise import Normalised
from graph.model.dates import PartialDate
from graph.model.mentions import Mention, MentionKind
from graph.model.numbers import DocumentNumber
from graph.model.spans import Span

# What names a document by itself, as what points back does not.
FULL = (MentionKind.NUMBERED, MentionKind.NAMED)
NAMING = (*FULL, MentionKind.SHORT)


@dataclass(slots=True)
class Draft:
    """A mention in the making; finders set what they know, readers of fields add to it."""

    start: int
    end: int
    kind: MentionKind
    type: str | None = None
    number: DocumentNumber | None = None
    number_span: Span | None = None
    name: str | None = None
    date: PartialDate | None = None
    date_span: Span | None = None
    day: tuple[int, int] | None = None  # month and day, where no year is said
    issuer: str | None = None
    issuer_span: Span | None = None
    place_span: Span | None = None
    title_span: Span | None = None
    term: str | None = None
    targets: tuple[tuple[str, ...], ...] = ()
    target_span: Span | None = None
    antecedent: int | None = None
    within: int | None = None
    quoted: bool = False
    effective: PartialDate | None = None
    effective_span: Span | None = None
    expires: PartialDate | None = None
    expires_span: Span | None = None
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    capacity: str | None = None
    age: int | None = None
    by: PartialDate | None = None
    contested: bool = False  # the text cites several documents that it may be
    said: str | None = None  # the type of its word, where its number tells another
    uncoded: bool = False  # 'Nghị định 1/2020': type and year tell the code that is not written
    doubtful: bool = False  # only another reference makes it one
    decides: bool = False  # its issuer does in it what follows: 'Tại X, UBND tỉnh phê duyệt …'
    shares: bool = False  # has its type word from the item before it in a list
    topic_end: int | None = None  # of a law: past what it is cited about
    after: int = field(default=0)  # where reading goes on: past date and issuer
    resumes: int | None = None  # past the bracket that stands there, and who issued it

    @property
    def begins(self) -> int:
        """Where it begins with its subdivisions: 'khoản 2 Điều 5 Luật …'."""
        return self.target_span.start if self.target_span else self.start

    @property
    def past_title(self) -> int:
        """Where reading goes on behind its title or topic, else behind its fields."""
        return self.title_span.end if self.title_span else self.topic_end or self.after

    @property
    def ends(self) -> set[int]:
        """Where reading may go on: behind its fields, and behind its title."""
        return {self.after, self.past_title}

    def issued_by(self, body: Span, text: str) -> None:
        """Take a body that the text names for the issuer."""
        self.issuer, self.issuer_span = body.phrase(text), body

    def mention(self, original: str, normalised: Normalised) -> Mention:
        """Return the finished mention, its spans in the original text."""
        # A text's own mention stands before all others, wherever its number is printed.
        own = self.number_span if self.kind is MentionKind.SELF else None
        span = normalised.original(own or Span(self.start, self.end))
        number, date, issuer, place, title, target, effective, expires = normalised.originals(
            (self.number_span, self.date_span, self.issuer_span, self.place_span, self.title_span,
             self.target_span, self.effective_span, self.expires_span)
        )  # fmt: skip
        return Mention(
            span=span,
            surface=span.of(original),
            kind=MentionKind.SHORT if self.uncoded else self.kind,
            type=self.type,
            number=self.number,
            name=None if self.kind is MentionKind.ANAPHOR else self.name,
            date=self.date,
            day=self.day,
            issuer=self.issuer,
            place=self.place_span.phrase(normalised.text) if self.place_span else None,
            title=" ".join(self.title_span.of(normalised.text).split())
            if self.title_span
            else None,
            term=self.term,
            targets=self.targets,
            antecedent=self.antecedent,
            within=self.within,
            quoted=self.quoted,
            number_span=number,
            date_span=date,
            issuer_span=issuer,
            place_span=place,
            title_span=title,
            target_span=target,
            effective=self.effective,
            effective_span=effective,
            expires=self.expires,
            expires_span=expires,
            recipients=self.recipients,
            signer=self.signer,
            capacity=self.capacity,
            age=self.age,
            by=self.by,
            contested=self.contested,
        )


def start_of(draft: Draft) -> int:
    """Return where a reference begins: they are kept, and looked for, in this order."""
    return draft.start
