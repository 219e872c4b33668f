"""Bodies below the province, which no registry lists: made from a template, a name and a place."""

from __future__ import annotations

from datetime import date

from graph.model.bodies import Body, Place
from graph.model.identifiers import body_id
from graph.model.registry import OrganTemplate
from graph.model.text import slug
from graph.resolution.places import CENTRE, lived

_DISTRICTS_END = date(2025, 6, 30)
_TOWNS = frozenset(("thành phố", "thị xã"))


def is_seat(template: OrganTemplate, phrase: str, place: Place, day: date | None) -> bool:
    """Tell whether a town is named that bears its province's name: 'Thành ủy Lạng Sơn'.

    A rural district of such a name lies anywhere (Hòa Bình in Bạc Liêu), or but for its tones
    is called otherwise (Phù Yên in Sơn La).
    """
    if _TOWNS.isdisjoint(template.place_kinds) or (day is not None and not lived(place, day)):
        return False
    return phrase.casefold().endswith(place.name.casefold())


def made_below(template: OrganTemplate, phrase: str, name: str, place: str | None) -> Body:
    """Build the body of a district or commune, which no registry lists."""
    district, where = template.level == "district", (place or CENTRE + "-", slug(name))
    return Body(
        id=body_id(*where, template.organ),
        name=" ".join(phrase.split()),
        level=template.level,
        world=template.world,
        place=place,
        codes=template.codes,
        parent=body_id(*where, template.parent) if template.parent else None,
        valid_to=_DISTRICTS_END if district else None,
    )
