"""What kind of query a text is, and what in it is refused, told from its tokens alone.

Strings, IRIs and comments are set aside first, so that a title with the word SERVICE in it is no
federated query, and none can hide behind escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from graph.model.errors import QueryError

LONGEST_QUERY = 100_000  # characters
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
# Where none of these stands anywhere, not even in a name or a string, no second look is needed.
_MAYBE_REFUSED = ("SERVICE", "FROM", "\\U")
_MAYBE_CHANGING = ("NOW", "RAND", "UUID", "\\U")
_PLAIN = re.compile(
    r"""
    (?: \s++ | \#[^\r\n]*+ | PREFIX\s++[^\s<>\#:]*+:\s*+<[^<>"{}|^`\\\x00-\x20]*+>
      | BASE\s*+<[^<>"{}|^`\\\x00-\x20]*+> )*+
    (?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID)\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
        | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<name>[?$@]\w[\w-]* | _:[\w.-]+ | (?:[^\W\d_][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<other>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class QueryShape:
    """The form of a query, and whether it names its own dataset with FROM."""

    form: str
    has_dataset: bool


def inspect(query: str, base: str) -> QueryShape:
    """Return the shape of a query that may be run.

    QueryError for updates, SERVICE, graphs from elsewhere (FROM not below ``base``), and what is
    no query or too long.
    """
    if len(query) > LONGEST_QUERY:
        raise QueryError(f"a query has at most {LONGEST_QUERY} characters, this has {len(query)}")
    if (plain := _PLAIN.match(query)) and not _has_any(_MAYBE_REFUSED, query):
        return QueryShape(plain["form"].upper(), has_dataset=False)
    shape = _inspected(list(_tokens(query)), base)
    unescaped = _ESCAPE.sub(_character, query)
    if unescaped != query:
        _inspected(list(_tokens(unescaped)), base)
    return shape


def repeatable(query: str) -> bool:
    """Tell whether the same data give the same answer again; False where in doubt."""
    if not _has_any(_MAYBE_CHANGING, query):
        return True
    return not _CHANGING.search(query) and "\\u" not in query.lower()


def _has_any(words: tuple[str, ...], query: str) -> bool:
    capitals = query.upper()
    return any(word in capitals for word in words)


def _inspected(tokens: list[tuple[str, str]], base: str) -> QueryShape:
    words = [text.upper() for kind, text in tokens if kind == "word"]
    if "SERVICE" in words:
        raise QueryError("SERVICE is not allowed: only the graph kept here is asked")
    form = next((word for word in words if word in _FORMS | _UPDATES), None)
    if form is None:
        raise QueryError("this is no SPARQL query: no SELECT, ASK, CONSTRUCT or DESCRIBE in it")
    if form in _UPDATES:
        raise QueryError(f"{form} is an update: the graph is read-only here")
    return QueryShape(form, _has_dataset(tokens, base))


def _has_dataset(tokens: list[tuple[str, str]], base: str) -> bool:
    """Tell whether FROM names graphs; QueryError for one from elsewhere, however it is written."""
    if not any(kind == "word" and text.upper() == "FROM" for kind, text in tokens):
        return False
    declared, relative_to = dict[str, str](), base
    for index, (kind, text) in enumerate(tokens):
        following = tokens[index + 1 : index + 3]
        if kind != "word" or not following:
            continue
        if text.upper() == "BASE" and following[0][0] == "iri":
            relative_to = _joined(relative_to, following[0][1])
        elif text.upper() == "PREFIX" and [one[0] for one in following] == ["name", "iri"]:
            declared[following[0][1]] = _joined(relative_to, following[1][1])
        elif text.upper() == "FROM":
            named = next((one for one in following if one[0] in ("iri", "name")), None)
            if named is not None and not _meant(named, declared, relative_to).startswith(base):
                said = f"FROM {named[1]} is not allowed: only graphs below {base} are here"
                raise QueryError(said)
    return True


def _meant(token: tuple[str, str], declared: dict[str, str], relative_to: str) -> str:
    """Return the IRI of an IRI or a prefixed name; of a prefix not declared here, the name."""
    kind, text = token
    if kind == "iri":
        return _joined(relative_to, text)
    prefix, _, local = text.partition(":")
    return declared.get(f"{prefix}:", text) + local


def _joined(base: str, iri: str) -> str:
    try:
        return urljoin(base, iri[1:-1])
    except ValueError:  # no such address can be ours
        return iri


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup
        if kind is not None and kind != "comment":
            yield kind, match.group()


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]
