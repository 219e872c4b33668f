"""Solutions in the standard result formats, row by row, so that they can be cut at a limit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple | None
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class RowWriter:
    """How one format begins, writes a row, joins rows and ends; all as text."""

    def __init__(
        self, head: str, row: Callable[[Sequence[Term]], str], joint: str, tail: str
    ) -> None:
        self.head, self.row, self.joint, self.tail = head, row, joint, tail


def row_writer(fmt: str, names: Sequence[str]) -> RowWriter:
    """Return the writer of json, xml, csv or tsv for the variables ``names``."""
    return {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}[fmt](names)


def _json(names: Sequence[str]) -> RowWriter:
    def row(terms: Sequence[Term]) -> str:
        bound = {n: _json_term(t) for n, t in zip(names, terms, strict=True) if t is not None}
        return json.dumps(bound, ensure_ascii=False)

    head = json.dumps({"vars": list(names)}, ensure_ascii=False)
    return RowWriter(f'{{"head":{head},"results":{{"bindings":[', row, ",\n", "]}}")


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    assert term is not None
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _XSD_STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _xml(names: Sequence[str]) -> RowWriter:
    def row(terms: Sequence[Term]) -> str:
        bound = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(names, terms, strict=True)
            if term is not None
        )
        return f"<result>{''.join(bound)}</result>"

    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{variables}</head><results>"
    )
    return RowWriter(head, row, "\n", "</results></sparql>")


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        inner = "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts)
        return f"<triple>{inner}</triple>"
    assert term is not None
    mark = ""
    if term.language:
        mark = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != _XSD_STRING:
        mark = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{mark}>{escape(term.value)}</literal>"


def _csv(names: Sequence[str]) -> RowWriter:
    def line(cells: Sequence[str]) -> str:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\r\n").writerow(cells)
        return buffer.getvalue()

    def row(terms: Sequence[Term]) -> str:
        return line([_plain(term) for term in terms])

    return RowWriter(line(names), row, "", "")


def _plain(term: Term) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return str(term)


def _tsv(names: Sequence[str]) -> RowWriter:
    def row(terms: Sequence[Term]) -> str:
        return "\t".join("" if term is None else _in_one_line(str(term)) for term in terms) + "\n"

    return RowWriter("\t".join(f"?{name}" for name in names) + "\n", row, "", "")


def _in_one_line(text: str) -> str:
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
