"""Cue phrases as patterns that find the cue right before, between or after references."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.cues.passive_cues import PassiveCues
from graph.extraction.text.patterns import (
    ANY_SPACE,
    LOWER,
    MAYBE_SPACE,
    SPACE,
    UPPER,
    alternation,
    any_case,
    flat,
    tone_variants,
)
from graph.extraction.text.runs import Run
from graph.model.registry import Registry
from graph.model.relations import RelationKind
from graph.model.spans import Span

_REACH = 170
_LONG_NAME = 300  # characters, of a scheme
_COUNT = rf"(?:hai{SPACE}mươi|(?:mười{SPACE})?(?:một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín)|mười)"
_REVIEWED = (
    rf"(?:,?{SPACE}(?:giữa{SPACE}(?:nhiệm{SPACE})?kỳ|bước{SPACE}đầu|chuyên{SPACE}đề|tối{SPACE}cao|thường{SPACE}xuyên|toàn{SPACE}diện|kết{SPACE}quả|tình{SPACE}hình|công{SPACE}tác|việc|sau|"
    rf"(?:(?:hơn|gần){SPACE})?(?:\d{{1,2}}|{_COUNT}){SPACE}(?:năm|tháng(?:{SPACE}(?:đầu|cuối){SPACE}năm(?:{SPACE}\d{{4}})?)?|quý)|năm{SPACE}\d{{4}}|quá{SPACE}trình)){{0,4}}"
    rf"(?:{MAYBE_SPACE},?{SPACE}(?:lãnh{SPACE}đạo|chỉ{SPACE}đạo|triển{SPACE}khai|tổ{SPACE}chức|quán{SPACE}triệt|thực{SPACE}hiện|thi{SPACE}hành|và|chấp{SPACE}hành)){{1,6}}"
)
_YEARS_OF = (
    rf"(?:[Ss]au|[Qq]ua|[Tt]rong)?{MAYBE_SPACE}(?:hơn{SPACE}|gần{SPACE})?(?:\d{{1,2}}|(?i:{_COUNT})){SPACE}(?:năm|tháng){SPACE}"
    rf"(?:triển{SPACE}khai{SPACE}|tổ{SPACE}chức{SPACE})?(?:thực{SPACE}hiện|thi{SPACE}hành|triển{SPACE}khai)"
)


_LOOKS_BACK = rf"(?:[Nn]hìn{SPACE}lại|[Bb]áo{SPACE}cáo(?:{SPACE}kết{SPACE}quả)?){SPACE}{_YEARS_OF}"
_REVIEWED_LAST = ("triển khai", "tổ chức", "quán triệt", "thực hiện", "thi hành", "và", "chấp hành")
_PART_NUMBER = r"[ivx\d]+(?![^\W_])"
# What the patterns of reviews may hold, as words.
_REVIEW_WORDS = re.sub(r"\\.", " ", _REVIEWED + _LOOKS_BACK)
# 'quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành' is one act.
_DETAILS = re.compile(
    rf"định{SPACE}chi{SPACE}tiết{SPACE}[^.;:“”\"]{{0,80}}?"
    rf"(?:và|,){SPACE}(?:biện{SPACE}pháp{SPACE})?(?:để{SPACE})?(?:tổ{SPACE}chức,?{SPACE})?$"
)
# 'hướng dẫn một số điều về hợp đồng lao động của Nghị định …'
_ON_A_TOPIC = re.compile(
    rf"(?:điều|định|dung|khoản)(?P<topic>{SPACE}(?:về{SPACE}[^.;:()“”\n]{{2,130}}|(?:đã{SPACE})?(?:trả{SPACE}lời|hướng{SPACE}dẫn|nêu)(?:{SPACE}[^.;:()“”\n]{{2,130}})?){SPACE}(?:của|tại){SPACE})$"
)
# 'bãi bỏ 12 nghị quyết của HĐND tỉnh, trong đó có …', 'bãi bỏ các nghị quyết sau: …'
_AMONG = re.compile(
    rf"(?P<rest>{SPACE}(?:các|\d{{1,3}}|một{SPACE}số|{_COUNT}|nhiều){SPACE}(?P<what>[^.;:()“”\n]{{4,130}}?)"
    rf"(?:,?{SPACE}(?:trong{SPACE}đó|cụ{SPACE}thể|gồm|bao{SPACE}gồm)(?:{SPACE}(?:có|là|gồm))?:?|{SPACE}là"
    rf"|(?:{SPACE}sau(?:{SPACE}đây)?)?{MAYBE_SPACE}:){SPACE})$"
)
# 'bổ sung nhiệm vụ cho X', 'sửa đổi mức chi tại X', but 'bổ sung kinh phí cho X'
_SOMETHING = re.compile(
    rf"(?<![^\W_])(?:sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?|bổ{SPACE}sung|điều{SPACE}chỉnh|thay{SPACE}đổi)"
    rf"(?P<topic>{SPACE}(?!kinh|vốn|ngân|nguồn|nhân|cán|lực|biên|tiền|cho|vào|tại)[^.;:,()“”\d\n]{{2,60}}?{SPACE}(?:tại|cho|vào){SPACE})$"
)
_INTO = ("cho ", "vào ", "tại ")
_DOCUMENTS = re.compile(rf"(?i:văn{SPACE}bản)")
_AMONG_ENDS = ("có ", "đó ", "thể ", "gồm ", "là ", ": ")
# 'thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy tại Công văn …'
_DIRECTED = re.compile(
    rf"(?P<topic>{SPACE}(?:(?:các|nội{SPACE}dung|ý{SPACE}kiến|sự|tinh{SPACE}thần|nghiêm|nghiêm{SPACE}túc|tốt){SPACE}){{0,3}}"
    rf"(?:chủ{SPACE}trương|quan{SPACE}điểm|định{SPACE}hướng|đường{SPACE}lối|chỉ{SPACE}đạo|kết{SPACE}luận|yêu{SPACE}cầu|ý{SPACE}kiến|nhiệm{SPACE}vụ){SPACE}(?:của|do)"
    rf"{SPACE}[^.;:()“”\n]{{2,90}}?{SPACE}(?:nêu{SPACE}|giao{SPACE})?(?:tại|trong){SPACE}(?:các{SPACE})?)$"
)
# 'bổ sung khoản 3a vào sau khoản 3 Điều 12 X'
_NEW_PART = re.compile(
    rf"(?<![^\W_])[Bb]ổ{SPACE}sung(?P<topic>{SPACE}(?:các{SPACE}|thêm{SPACE})?(?i:khoản|điểm|điều|mục|chương|phần|đoạn|cụm{SPACE}từ|phụ{SPACE}lục)(?![^\W_])"
    rf"[^.;:“”()\n]{{1,80}}?{SPACE}(?:vào{SPACE})?(?:(?:ngay{SPACE})?(?:sau|trước|cuối|đầu)|vào|tại){SPACE})$"
)
# 'sơ kết 5 năm thực hiện Đề án “…” (Quyết định số 939/QĐ-TTg)': by a decision a scheme is issued.
_QUOTED = (
    rf"(?i:đề{SPACE}án|dự{SPACE}án|chương{SPACE}trình|chiến{SPACE}lược|kế{SPACE}hoạch|cuộc{SPACE}vận{SPACE}động|phong{SPACE}trào)"
    rf"(?:{SPACE}[^.;:,()“”\d\n]{{2,40}})?:?{SPACE}?[“\"][^“”\"\n]{{3,220}}[”\"]"
)
_PLAIN = (
    rf"(?:Đề{SPACE}án|Chương{SPACE}trình|Chiến{SPACE}lược|Kế{SPACE}hoạch|Quy{SPACE}hoạch)"
    rf"(?:{SPACE}[^.;:()“”\d\n]{{2,120}}?)??"
)
_SCHEME = re.compile(
    rf"(?P<topic>{SPACE}(?:(?:các|hai|ba){SPACE})?(?:{_QUOTED}|{_PLAIN})(?:,?{SPACE}(?:giai{SPACE}đoạn|năm|đến{SPACE}năm){SPACE}\d{{4}}(?:{MAYBE_SPACE}[-–]{MAYBE_SPACE}\d{{4}})?)?"
    rf",?{SPACE}(?:\((?:(?:ban{SPACE}hành{SPACE})?(?:kèm{SPACE})?theo{SPACE})?|(?:(?:được{SPACE})?(?:ban{SPACE}hành|phê{SPACE}duyệt){SPACE})?(?:(?:kèm{SPACE})?theo|tại){SPACE}))$"
)
_DECIDES = re.compile(
    rf"(?:[Qq]uyết{SPACE}định|QĐ)(?![^\W_])|(?:Đề{SPACE}án|Dự{SPACE}án){SPACE}\d{{2,4}}(?=\))"
)
_AT = ("tại", "trong", "nêu tại")
_CHANGES = (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS)
_CARRIES_OUT = (RelationKind.IMPLEMENTS, RelationKind.CONTINUES)
# 'thay thế một số cụm từ của Thông tư A': the circular stays
_WORDS = re.compile(rf"(?<![^\W_])(?:cụm|số){SPACE}từ(?![^\W_])")
# 'Trên cơ sở tổng kết 5 năm thực hiện X, Tỉnh ủy ban hành Y'
_BASIS = re.compile(rf"[Tt]rên{SPACE}cơ{SPACE}sở{SPACE}(?:kết{SPACE}quả{SPACE}|việc{SPACE})?$")
_AND = ("và ", "và\n")
_ANOTHER = re.compile(rf"{SPACE}[{UPPER}][^.;:“”]{{3,100}}{SPACE}và{SPACE}$")
# 'Thực hiện Nghị quyết và Kế hoạch số 5': the first is known from before
# 'sơ kết 6 tháng thực hiện chuyển đổi số và X'
_TOPIC_TOO = re.compile(rf"(?<=thực\shiện)(?:{SPACE}[{LOWER}]{{1,8}}){{2,8}}{SPACE}và{SPACE}$")
_ANOTHER_TYPE = re.compile(
    rf"{SPACE}(?:(?:hai|ba|bốn|các){SPACE})?(?i:nghị{SPACE}(?:quyết|định)|chỉ{SPACE}thị|kết{SPACE}luận|quy(?:ết)?{SPACE}định|kế{SPACE}hoạch|chương{SPACE}trình|luật|hướng{SPACE}dẫn|văn{SPACE}bản)"
    rf"(?:{SPACE}(?:này|(?:(?:nêu|nói){SPACE})?trên))?{SPACE}và{SPACE}$"
)
_BY = ("(", "theo ", "theo\n", "tại ", "tại\n")
_BESIDE = ("vào ", "sau ", "trước ", "cuối ", "đầu ", "tại ")
_OF = ("của ", "tại ", "của\n", "tại\n")
_ACCORDING = re.compile(
    rf"(?<![^\W_])(?:theo(?![^\W_])|(?:nhiệm{SPACE}vụ|giải{SPACE}pháp|yêu{SPACE}cầu|chương{SPACE}trình){SPACE}quy{SPACE}định)"
)


class Cues:
    """All cues, ready to be looked for around a reference."""

    def __init__(self, registry: Registry) -> None:
        by_position: dict[str, dict[str, RelationKind]] = {}
        for cue in registry.cues:
            for tone in tone_variants(cue.phrase):
                by_position.setdefault(cue.position, {})[" ".join(tone.split())] = cue.relation
        self._kinds = by_position
        before = any_case(by_position.get("before", {}))
        review = any_case(by_position.get("review", {}))
        preamble = any_case(by_position.get("preamble", {}))
        parted = alternation(registry.listed("among-other"))
        self._parts = re.compile(rf"(?<![^\W_])(?:{parted})(?![^\W_])")
        names = alternation({"văn bản", *(type_.name for type_ in registry.types)})
        self._type = re.compile(rf"(?i:{names})(?![^\W_])")
        links = registry.listed("cue-link")
        words = alternation(links)
        part = rf"(?:Mục|Phần){SPACE}[IVX\d]+"
        link = rf"(?:(?:{MAYBE_SPACE},)?{SPACE}(?:{words}|{part})){{0,14}}"
        self._before = re.compile(
            rf"(?<![^\W_])(?<!được )(?<!được\n)(?<!bị )(?!(?<=kèm )theo,)(?!(?<=lực[ \n])thi)"
            rf"(?:(?P<review>{review}{_REVIEWED}|{_LOOKS_BACK})|(?P<years>{_YEARS_OF})|(?P<preamble>{preamble})"
            rf"|(?P<before>{before})){link}{MAYBE_SPACE}$"
        )
        halves = [phrase.split(" … ") for phrase in by_position.get("around", ())]
        self._head = re.compile(
            rf"(?<![^\W_])(?P<cue>{any_case(h for h, _ in halves)}){link}{MAYBE_SPACE}$"
        )
        self._tail = re.compile(
            rf"{MAYBE_SPACE},?(?:{SPACE}(?:đi|sớm|thực{SPACE}sự|nhanh{SPACE}chóng|từng{SPACE}bước)){{0,2}}"
            rf"{SPACE}(?P<cue>{any_case(t for _, t in halves)})(?![^\W_])"
        )
        phrases = (*by_position.get("before", ()), *by_position.get("preamble", ()), *links)
        phrases += tuple(head for head, _ in halves)
        reviews = (*by_position.get("review", ()), _REVIEW_WORDS, "mục", "phần")
        self._run = Run((*phrases, *reviews), (*phrases, *_REVIEWED_LAST), _PART_NUMBER)
        self.passives = PassiveCues(registry)
        self._leading = re.compile(rf"(?:[Vv]ề{SPACE}(?:việc{SPACE})?)?(?P<cue>{before})(?![^\W_])")
        self._after = re.compile(
            rf"{ANY_SPACE}[,:]?{ANY_SPACE}(?:(?:(?:này|đã|sẽ|đều|cũng|chính{SPACE}thức){SPACE}){{1,3}}"
            rf"|và{SPACE}các{SPACE}văn{SPACE}bản[^.;\n]{{0,120}}{SPACE})?"
            rf"(?P<cue>{any_case(by_position.get('after', {}))})(?![^\W_])"
        )

    def before(self, text: str, floor: int, at: int) -> tuple[RelationKind, Span, str] | None:
        """Find the cue that governs what begins at ``at``: its kind, span and position name."""
        found = self._found(text, floor, at)
        if found is None and text.endswith(_OF, floor, at):
            found = self._past(_ON_A_TOPIC, text, floor, at)
        if found is None and text.endswith(_INTO, floor, at):
            found = self._added(text, floor, at)
        if found is None and text.endswith(_AMONG_ENDS, floor, at):
            found = self._among(text, floor, at)
        if (
            found is not None
            and found["before"]
            and _ACCORDING.search(text, found.end("before"), at)
        ):
            # 'thực hiện theo quy định tại X' says what is followed, not what is implemented.
            found = self._before.search(text, found.end("before"), at) or found
        if found is None and text.endswith(_BESIDE, floor, at):
            found = self._past(_NEW_PART, text, floor, at)
        if text.endswith(_BY, floor, at):
            found = self._schemed(text, floor, at) or found
        if found is None and text.endswith(_AND, floor, at):
            found = self._led_with_another(text, floor, at)
        if found is None:
            return None
        if found["before"] and found["before"].lower() in _AT:
            found = (
                self._directed(text, floor, at)
                or self._changed(text, floor, at)
                or self._added(text, floor, at)
                or found
            )
        position = str(found.lastgroup)
        span = Span(*found.span(position))
        if position == "review":
            basis = _BASIS.search(text, max(0, span.start - 40), span.start)
            if basis is not None:
                return RelationKind.BASED_ON, Span(basis.start(), span.end), "preamble"
            return RelationKind.REVIEWS, span, position
        if position == "years":
            return RelationKind.REVIEWS, span, position
        kind = self._kinds[position].get(flat(found[position]))
        if kind is RelationKind.GUIDES and _DETAILS.search(
            text, max(floor, span.start - 120), span.start
        ):
            kind = RelationKind.DETAILS
        if kind in _CHANGES and _WORDS.search(text, span.end, at):
            kind = RelationKind.AMENDS
        return (kind, span, position) if kind else None

    def around(
        self, text: str, floor: int, at: int, ends: Iterable[int]
    ) -> tuple[RelationKind, Span, str] | None:
        """Find the cue whose halves stand before ``at`` and at one of ``ends``: 'đưa … vào'."""
        start = self._run.start(text, max(floor, at - _REACH), at)
        head = self._head.search(text, start, at) if start is not None else None
        for end in ends if head else ():
            tail = self._tail.match(text, end)
            phrase = f"{flat(head['cue'])} … {flat(tail['cue'])}" if head and tail else ""
            if head and phrase in self._kinds["around"]:
                return self._kinds["around"][phrase], Span(*head.span("cue")), "before"
        return None

    def _found(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        start = self._run.start(text, max(floor, at - _REACH), at)
        return self._before.search(text, start, at) if start is not None else None

    def _past(
        self, pattern: re.Pattern[str], text: str, floor: int, at: int
    ) -> re.Match[str] | None:
        """Find the cue before the topic that a pattern finds before ``at``."""
        topic = pattern.search(text, max(floor, at - _REACH), at)
        return self._found(text, floor, topic.start("topic")) if topic else None

    def _among(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find what leads in 'bãi bỏ 12 nghị quyết, trong đó có X': X is of what is counted."""
        among = _AMONG.search(text, max(floor, at - _REACH), at)
        if among is None or self._parts.search(among["what"]):
            return None
        counted, item = self._type.match(among["what"]), self._type.match(text, at)
        if counted is None:
            return None
        if item and not (_DOCUMENTS.match(counted[0]) or item[0].lower() in flat(among["what"])):
            return None
        return self._found(text, floor, among.start("rest"))

    def _schemed(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find the verb in 'thực hiện Đề án “…” (Quyết định số 5)'."""
        if _DECIDES.match(text, at) is None:
            return None
        scheme = _SCHEME.search(text, max(floor, at - _LONG_NAME), at)
        found = self._found(text, floor, scheme.start("topic")) if scheme else None
        if found is None or found["preamble"]:
            return None
        if found["before"] and self._kinds["before"].get(flat(found["before"])) not in _CARRIES_OUT:
            return None
        return found

    def _directed(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find the verb in 'thực hiện ý kiến chỉ đạo của Tỉnh ủy tại X'."""
        for topic in _DIRECTED.finditer(text, max(floor, at - _REACH), at):
            found = self._found(text, floor, topic.start())
            if found is None:
                continue
            if found["preamble"] or self._kinds["before"].get(flat(found[0])) in _CARRIES_OUT:
                return found
        return None

    def _changed(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find the verb in 'thay thế các quy định về học phí tại X'."""
        found = self._past(_ON_A_TOPIC, text, floor, at)
        if found is None or not found["before"]:
            return None
        return found if self._kinds["before"].get(flat(found["before"])) in _CHANGES else None

    def _added(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find the verb in 'bổ sung nhiệm vụ cho X', 'sửa đổi mức chi tại X'."""
        found = self._past(_SOMETHING, text, floor, at)
        return found if found is not None and found["before"] else None

    def _led_with_another(self, text: str, floor: int, at: int) -> re.Match[str] | None:
        """Find what leads in 'căn cứ Quy chế làm việc của Tỉnh ủy và X', the first unnumbered."""
        for other in _ANOTHER.finditer(text, max(floor, at - _REACH), at):
            found = self._found(text, floor, other.start())
            if found is not None and found["preamble"]:
                return found
        topic = _TOPIC_TOO.search(text, max(floor, at - _REACH), at)
        reviewed = self._found(text, floor, topic.start()) if topic is not None else None
        if reviewed is not None and reviewed["review"]:
            return reviewed
        other_type = _ANOTHER_TYPE.search(text, max(floor, at - 40), at)
        if other_type is None:
            return None
        found = self._found(text, floor, other_type.start())
        carries_out = found and self._kinds["before"].get(flat(found[0])) in _CARRIES_OUT
        return found if carries_out else None

    def leading(self, text: str, start: int, end: int) -> tuple[RelationKind, Span] | None:
        """Find the cue that a title begins with, perhaps after 'về việc'."""
        found = self._leading.match(text, start, end)
        kind = self._kinds["before"].get(flat(found["cue"])) if found else None
        return (kind, Span(*found.span("cue"))) if found and kind else None

    def after(self, text: str, at: int, limit: int) -> tuple[RelationKind, Span] | None:
        """Find 'hết hiệu lực' right after a reference."""
        found = self._after.match(text, at, limit)
        if found is None:
            return None
        kind = self._kinds["after"].get(flat(found["cue"]))
        return (kind, Span(*found.span("cue"))) if kind else None
