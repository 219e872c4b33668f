"""One tree of errors. Each carries a stable code that the CLI and HTTP show unchanged."""

from __future__ import annotations


class LuocdoError(Exception):
    """Base of every error that Luocdo raises on purpose.

    ``code`` is stable and machine-readable; ``detail`` says what is wrong and where.
    """

    code = "internal"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class InputError(LuocdoError):
    """What was handed in cannot be used."""

    code = "bad-input"


class MalformedNumberError(InputError):
    """A string is not a document number."""

    code = "malformed-number"


class MalformedDateError(InputError):
    """A string is not a (partial) date."""

    code = "malformed-date"


class EmptyTextError(InputError):
    """There is nothing to read."""

    code = "empty-text"


class NotTextError(InputError):
    """The bytes are not a text that Luocdo can read."""

    code = "not-text"


class NoTextLayerError(NotTextError):
    """The file holds pictures of text only (a scan)."""

    code = "no-text-layer"


class EncodingError(InputError):
    """The bytes are text, but in an encoding that cannot be told or decoded."""

    code = "wrong-encoding"


class TooLargeError(InputError):
    """The input is over the stated limit."""

    code = "too-large"


class UnknownFormatError(InputError):
    """A format is not one of those offered."""

    code = "unknown-format"


class UnknownVocabularyError(UnknownFormatError):
    """A vocabulary is not one of those in seeds/crosswalk.tsv."""


class NotFoundError(LuocdoError):
    """Nothing is known by that identifier."""

    code = "not-found"


class SeedError(LuocdoError):
    """A registry in seeds/ breaks its schema; the detail names file and row."""

    code = "bad-seed"


class QueryError(InputError):
    """A SPARQL query cannot be run: malformed or not allowed."""

    code = "bad-query"


class NotAcceptableError(InputError):
    """The answer cannot be had in any form that the client takes."""

    code = "not-acceptable"


class QueryTimeoutError(LuocdoError):
    """A query ran past its time."""

    code = "query-timeout"


class PictureError(LuocdoError):
    """A picture cannot be drawn: the layout failed or ran past its time."""

    code = "no-picture"


class MissingLibraryError(LuocdoError):
    """What was asked for needs a library that is not installed: an extra."""

    code = "missing-library"


class StoreError(LuocdoError):
    """The store cannot be opened or is of another version."""

    code = "store"
