"""Which body a phrase means, given where and when it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from graph.model.bodies import Body, Place
from graph.model.identifiers import body_id
from graph.model.registry import OrganTemplate, Registry
from graph.model.text import fold
from graph.resolution.codes import Codes, index
from graph.resolution.made import is_seat, made_below
from graph.resolution.places import Places, bare

_TERM = re.compile(r" (?:nhiem ky )?(?:khoa|lan thu) \w+(?: cua dang)?$")
_PLENUM = re.compile(
    r"hoi nghi (?:lan thu \w+ )?(?:ban chap hanh|bch|bchtw|bchtu|trung uong|tw|tu)\b.*"
    r"|(?:(?:ban chap hanh |bch )?trung uong|bchtw|tw)(?: dang)? (?:lan thu \w+|\d+)"
)
_ABBREVIATED = re.compile(r"\btp\b")
# 'Huyện ủy Quế Sơn, tỉnh Quảng Nam': a letterhead's lines, as extraction gives them.
_WITHIN = re.compile(
    r"(?P<body>[^,]+),"
    r"(?P<places>(?: (?i:huyện |quận |thị xã |thành phố |tp\.? ?|tỉnh )[^,]+(?:,|$)){1,3})"
)
_SOON = timedelta(days=366)
_KIND = re.compile(r"\s*(?i:huyện|quận|thị xã|thành phố) ")
_COMMUNES = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
_JOINED = re.compile(r"\s*(?:,|;|\s-\s|\bvà\b)\s*")


class Bodies:
    """Finds bodies in the registry, and builds those of its templates for a place."""

    def __init__(self, registry: Registry, places: Places) -> None:
        self.codes = Codes(registry)
        self._places = places
        self._heads = tuple(f"{fold(word)} " for word in sorted(registry.listed("head-office")))
        self._by_id = {body.id: body for body in registry.bodies}
        self._by_name = index((fold(n), b) for b in registry.bodies for n in b.spoken)
        self._templates = index((fold(g), t) for t in registry.templates for g in t.generic)

    def get(self, identifier: str) -> Body | None:
        """Return the registered body with this id."""
        return self._by_id.get(identifier)

    def levels_below(self, code: str, phrase: str | None, home: Place | None) -> frozenset[str]:
        """Return the levels of the bodies that a code ('HU') or phrase ('UBND huyện') may mean.

        Empty where a body of the province that is spoken of may be meant too: 'UBND thành phố' is
        one in Hà Nội, not in Hải Dương.
        """
        if phrase is None:
            templates = self.codes.templates(code)
        else:
            templates = self._templates.get(fold(phrase), ())
        levels = {
            t.level
            for t in templates
            if t.level != "province" or home is None or home.kind in t.place_kinds
        }
        return frozenset() if "province" in levels else frozenset(levels)

    def is_local(self, phrase: str) -> bool:
        """Tell whether a phrase begins with what bodies of many places are called."""
        return any(" ".join(words) in self._templates for words in _prefixes(fold(phrase)))

    def local(self, code: str, place: Place) -> tuple[Body, ...]:
        """Return the bodies of a province for which ``code`` stands."""
        templates = self.codes.templates(code)
        return tuple(
            self.of(template, place)
            for template in templates
            if template.level == "province" and place.kind in template.place_kinds
        )

    def named(self, phrase: str, place: str | None, day: date | None) -> Body | None:
        """Return the body that ``phrase`` means in a text that speaks of ``place`` on ``day``."""
        if (within := _WITHIN.fullmatch(phrase)) is not None:
            return self._within(within["body"], within["places"], day)
        folded = _TERM.sub("", _ABBREVIATED.sub("thanh pho", fold(phrase)))
        if _PLENUM.fullmatch(folded):
            folded = "ban chap hanh trung uong"
        found = self._registered(folded, day) or self._local(folded, phrase, place, day)
        if found is not None or not folded:
            return found
        for head in self._heads:
            if folded.startswith(head):
                return self.named(" ".join(phrase.split()[head.count(" ") :]), place, day)
        # Of several issuers the first; its own name may hold what parts them ('… binh và Xã hội').
        local = any(" ".join(words) in self._templates for words in _prefixes(folded))
        beginning = None if local else self._beginning(folded, day)
        if beginning is not None:
            return beginning
        first = _JOINED.split(phrase, maxsplit=1)[0]
        return self.named(first, place, day) if first and first != phrase else None

    def seated(self, phrase: str, unit: str) -> Body | None:
        """Return the body of a unit below the province that its bare name means there.

        'Ban Thường vụ Huyện ủy' in 'phu-tho/cam-khe'; None of what no such unit has.
        """
        place, *below = unit.split("/")
        template = self._below(phrase)
        if template is None or len(below) != 1:
            return None
        if _COMMUNES.isdisjoint(template.place_kinds) and template.level == "commune":
            # 'Đảng ủy' of any office is, where a commune is named, the commune's.
            of_communes = (self._below(f"{phrase} {kind}") for kind in sorted(_COMMUNES))
            template = next((each for each in of_communes if each is not None), template)
        name = self._places.district(place, below[0])
        whole = f"{phrase} {name}" if name else phrase
        return made_below(template, whole, below[0], place)

    def _below(self, phrase: str) -> OrganTemplate | None:
        templates = self._templates.get(fold(phrase), ())
        return next((each for each in templates if each.level != "province"), None)

    def _within(self, phrase: str, places: str, day: date | None) -> Body | None:
        """Return the body below the province that the places are in, from the widest on."""
        for place in reversed(places.split(",")):
            province = self._places.named(place, day)
            found = province.id if province else self._places.around(_KIND.sub("", place))
            if found is not None:
                return self.named(phrase, found, day)
        return self.named(phrase, None, day)

    def of(self, template: OrganTemplate, place: Place) -> Body:
        """Build the body that a template describes for a province."""
        return Body(
            id=body_id(place.id, template.organ),
            name=template.name.format(place=place.name, kind=place.kind),
            level=template.level,
            world=template.world,
            place=place.id,
            codes=template.codes,
            parent=body_id(place.id, template.parent) if template.parent else None,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            successors=tuple(body_id(other, template.organ) for other in place.successors),
        )

    def _registered(self, folded: str, day: date | None) -> Body | None:
        found = self._by_name.get(folded, ())
        living = [body for body in found if day is None or body.existed_on(day)]
        # A name outlives its body; 'Cục Thuế' of 2018 is not the one made in 2025.
        living = living or [body for body in found if not _came_later(body, day)]
        return living[0] if living else None

    def _local(self, folded: str, phrase: str, place: str | None, day: date | None) -> Body | None:
        """Match a template's phrase, alone (the text's own place) or with a place after it."""
        words = folded.split()
        for cut in range(len(words), 0, -1):
            templates = self._templates.get(" ".join(words[:cut]))
            if templates is not None:
                rest = " ".join(words[cut:])
                return self._placed(templates, rest, phrase, place, day)
        return None

    def _placed(
        self,
        templates: tuple[OrganTemplate, ...],
        rest: str,
        phrase: str,
        place: str | None,
        day: date | None,
    ) -> Body | None:
        home = self._places.get(place)
        named = self._places.named(rest, day) if rest else None
        within = self._places.around_then(named, day)
        if within is not None:
            named = None  # a town of its province in those days: Huế before 2025
        province = named or (self._places.on(home, day) if home and not rest else None)
        if province is not None:
            for template in templates:
                if template.level == "province" and province.kind in template.place_kinds:
                    return self.of(template, province)
        below = [template for template in templates if template.level != "province"]
        if not rest or not below or self._is_no_place(rest):
            return None
        if named is not None and is_seat(below[0], phrase, named, day):
            place = named.id
        elif within is not None:
            place = within
        elif below[0].level == "district":
            named_so = " ".join(phrase.split()[-len(rest.split()) :])
            place = self._places.of_district(_KIND.sub("", named_so), home, day)
        return made_below(below[0], phrase, bare(rest), place)

    def _is_no_place(self, rest: str) -> bool:
        """Tell whether another body below the province is named: 'Đảng ủy | UBND xã', of which."""
        named = self._templates.get(rest, ())
        return bool(named) and all(template.level != "province" for template in named)

    def _beginning(self, folded: str, day: date | None) -> Body | None:
        """Take the longest registered name with which the phrase begins."""
        words = folded.split()
        for cut in range(len(words) - 1, 1, -1):
            found = self._registered(" ".join(words[:cut]), day)
            if found is not None and (day is None or found.existed_on(day)):
                return found
        return None


def _came_later(body: Body, day: date | None) -> bool:
    """Tell whether a body was made years after a day."""
    return day is not None and body.valid_from is not None and body.valid_from - day > _SOON


def _prefixes(folded: str) -> Iterator[list[str]]:
    words = folded.split()
    return (words[:cut] for cut in range(len(words), 1, -1))


def is_part_of(part: Body, whole: Body) -> bool:
    """Tell whether a local body is the standing part of another: Ban Thường vụ of a Tỉnh ủy.

    They share a series of numbers, and texts name either for the other.
    """
    shared = set(part.codes) & set(whole.codes)
    return part.level != "central" and part.parent == whole.id and bool(shared)
