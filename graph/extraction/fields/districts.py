"""Finding the districts that a text names, where it does not say whose a cited document is.

'Ủy ban Kiểm tra Huyện ủy Krông Pắc tham mưu Ban Thường vụ Huyện ủy ban hành …'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.extraction.text.draft import Draft
from graph.extraction.text.owners import Owners
from graph.extraction.text.patterns import SPACE, alternation
from graph.extraction.text.place_names import PROPER
from graph.model.mentions import District
from graph.model.registry import Registry
from graph.model.spans import Span
from graph.model.text import fold

_KINDS = {
    "huyện": "huyện", "quận": "quận", "thị xã": "thị xã", "thị": "thị xã",
    "thành phố": "thành phố", "thành": "thành phố", "tp": "thành phố", "tp.": "thành phố",
}  # fmt: skip
_NAMED = re.compile(
    rf"(?<![^\W_])(?:(?P<seat>[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|Thị|THỊ|Thành|THÀNH){SPACE}(?P<of>[ủỦ]y|ỦY|uỷ|Uỷ|đoàn|Đoàn)"
    rf"|(?P<kind>[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị{SPACE}xã|THỊ{SPACE}XÃ|[Tt]hành{SPACE}phố|TP\.?)){SPACE}"
    rf"(?P<name>{PROPER}(?:\s{PROPER}){{0,3}})"
)
_BODY_BEFORE = re.compile(
    rf"(?:UBND|HĐND|[Nn]hân{SPACE}dân|[Đđ]ảng{SPACE}bộ|ĐẢNG{SPACE}BỘ|MTTQ|Việt{SPACE}Nam|[Cc]ông{SPACE}an){SPACE}$"
)
# What begins the next phrase and is no part of a place's name.
_NO_NAME = re.compile(r"(?:Ban|Ủy|Uỷ|UBND|HĐND|Hội|Đảng|Bí|Chủ|Phó|Công|Tỉnh|Số)$")


class Districts:
    """Finds districts named in a text, with or without their bodies. Immutable."""

    def __init__(self, registry: Registry, owners: Owners) -> None:
        self._owners = owners
        self._known = {fold(district.name) for district in registry.districts}
        self._surnames = registry.listed("surname")
        heads = alternation({word.lower() for word in registry.listed("head-of")})
        self._headed = re.compile(rf"(?<![^\W_])(?i:{heads}){SPACE}$")

    def find(self, text: str, drafts: Iterable[Draft]) -> tuple[District, ...]:
        """Return the districts that a text names, none where no reference asks for one."""
        if not any(self._asks(draft) for draft in drafts):
            return ()
        return self.named(text)

    def named(self, text: str) -> tuple[District, ...]:
        """Return the districts that a text names, whether or not a reference asks for one."""
        return tuple(self._find(text))

    def _asks(self, draft: Draft) -> bool:
        return draft.number is not None and self._owners.is_below(draft.issuer, draft.number)

    def _find(self, text: str) -> Iterator[District]:
        for found in _NAMED.finditer(text):
            name = found["name"]
            # Of a letterhead each line is another body's.
            words = (name.split("\n")[0] if name.isupper() else name).split()
            near = max(0, found.start() - 24)
            person = found["seat"] and words[0] in self._surnames and len(words) > 1
            if person and self._headed.search(text, near, found.start()):
                continue  # 'Bí thư Huyện ủy Nguyễn Văn A'
            words = self._name(words)
            kind = found["kind"] or ""
            capitals = kind.isupper() and not kind.startswith("TP")
            if not words or (capitals and fold(" ".join(words)) not in self._known):
                continue  # 'CÁC HUYỆN MIỀN NÚI'
            kind = _KINDS[" ".join((found["seat"] or found["kind"]).lower().split())]
            body = bool(found["seat"]) or _BODY_BEFORE.search(text, near, found.start())
            yield District(f"{kind} {' '.join(words)}", Span(*found.span()), body=bool(body))

    def _name(self, words: list[str]) -> list[str]:
        """Return the words that are the name: a known one, else all to where a phrase begins."""
        for count in range(len(words), 0, -1):
            if fold(" ".join(words[:count])) in self._known:
                return words[:count]
        return words[: next((at for at, word in enumerate(words) if _NO_NAME.match(word)), None)]
