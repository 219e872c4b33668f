"""What a mention says of itself that cannot be, or tells of no place that is known."""

from __future__ import annotations

import re

from graph.model.mentions import Mention, MentionKind

_BELOW = re.compile(
    r"(?i)\b(?:(?:huyện|quận|thị xã|thị ủy|phường|xã|thị trấn|đặc khu|chi bộ|tx)\b|[qhp]\.)"
)


def is_below(mention: Mention) -> bool:
    """Tell whether a body below the province is named, though not one that is known."""
    said = mention.issuer or ""
    return _BELOW.search(said) is not None or (mention.kind is MentionKind.SELF and ", " in said)


def contradicted(mention: Mention) -> bool:
    """Tell whether the date is of another year than the number is: the number has it right."""
    if mention.kind is MentionKind.SELF or mention.number is None:
        return False
    year = mention.number.year
    return year is not None and mention.date is not None and mention.date.year != year
