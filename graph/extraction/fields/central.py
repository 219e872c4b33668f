"""Leaving the numbers of the Party's centre to the centre, whoever is named behind them."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.fields.issuers import IssuerReader
from graph.extraction.text.draft import Draft

_CENTRE = "/TW"


def drop_local_issuers(text: str, drafts: Sequence[Draft], issuers: IssuerReader) -> None:
    """Take from '45-CT/TW' who is no body of the centre.

    'kế hoạch thực hiện Chỉ thị 45-CT/TW của Đảng bộ tỉnh' is the province's plan.
    """
    for draft in drafts:
        number, issuer = draft.number, draft.issuer
        if number is None or issuer is None or not number.symbol.endswith(_CENTRE):
            continue
        written = draft.number_span.of(text) if draft.number_span is not None else ""
        if "TƯ" not in written and issuers.is_local(issuer):
            draft.issuer = draft.issuer_span = None
