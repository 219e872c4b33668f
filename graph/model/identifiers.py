"""Identifiers: readable, stable paths for works and bodies.

Works follow the ELI template ``/eli/vn/{place}/{organ}/{type}/{date}/{number}``; what is not yet
known is '-', and a work known to the year or term has it in place of the date. Such provisional
identifiers stay valid as aliases after the work is dated.
"""

from __future__ import annotations

from graph.model.dates import PartialDate
from graph.model.text import slug

WORK_PREFIX = "/eli/vn/"
BODY_PREFIX = "/org/vn/"
UNKNOWN = "-"


def work_id(
    place: str | None,
    organ: str | None,
    type_id: str | None,
    when: PartialDate | str | None,
    designation: str,
) -> str:
    """Return the identifier of a work.

    ``when`` is a date, or a period such as 'khoa-xi'; ``designation`` the number's ordinal
    ('39', '39a') or a name, both as people write them.
    """
    of_whom = f"{place or UNKNOWN}/{organ or UNKNOWN}/{type_id or UNKNOWN}"
    return f"{WORK_PREFIX}{of_whom}/{when or UNKNOWN}/{slug(designation) or UNKNOWN}"


def is_undated(identifier: str) -> bool:
    """Tell whether a work is known by a number alone, of which no year or term is known.

    Numbers come again each year or term, so that such an identifier may stand for several works.
    """
    *_, when, designation = identifier.split("/")
    return when == UNKNOWN and designation[:1].isdigit()


def is_law(identifier: str) -> bool:
    """Tell whether a work is a law, code or ordinance: of those all names are known."""
    return identifier.split("/")[-3:-2] in (["luat"], ["bo-luat"], ["phap-lenh"])


def stem_of(identifier: str) -> str:
    """Return what all identifiers of one work share: 'soc-trang/ke-hoach/65'.

    Issuer and date may be learned later; place, type and number or name do not change.
    """
    parts = identifier.removeprefix(WORK_PREFIX).split("/")
    return "/".join(parts[0:1] + parts[2:3] + parts[4:])


def body_id(place: str, *path: str) -> str:
    """Return the identifier of a body: body_id('soc-trang', 'ubnd') -> /org/vn/soc-trang/ubnd."""
    return BODY_PREFIX + "/".join((place, *path))


def is_work_id(identifier: str) -> bool:
    """Tell whether the identifier is a work's."""
    return identifier.startswith(WORK_PREFIX)
