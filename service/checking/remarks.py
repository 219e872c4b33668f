"""Verdicts in words, for the margins of a draft."""

from __future__ import annotations

from service.pages.wording import Wording
from service.schemas.check import CheckedReference

_VIETNAMESE = Wording("vi", {})
TITLES = {
    "right": "Đúng",
    "wrong": "Cần sửa",
    "dead": "Không còn hiệu lực",
    "ambiguous": "Mơ hồ",
    "unknown": "Không rõ",
}
_FIELDS = {
    "date": "ngày", "issuer": "cơ quan ban hành", "number": "số", "title": "trích yếu",
    "type": "loại văn bản", "time": "thời điểm",
}  # fmt: skip


def remark(found: CheckedReference) -> str:
    """Return what is to be said of a reference, a line for each point."""
    lines = [TITLES[found.verdict]]
    for fault in found.faults:
        known = f", của văn bản là {fault.known}" if fault.known else ""
        lines.append(f"- {_FIELDS[fault.field]}: nêu là {fault.stated}{known}")
    if found.verdict == "dead" and found.force:
        since = f" từ {found.force.since}" if found.force.since else ""
        lines.append(f"- {found.force.why}{since}")
        lines += [
            f"- thay bằng: {_name(one.type, one.number, one.name)}" for one in found.replaced_by
        ]
    if found.verdict == "ambiguous":
        lines.append(f"- {found.why}")
        lines += [
            f"- có thể là: {_name(one.work.type, one.work.number, one.work.name)}, {one.why}"
            for one in found.candidates
        ]
    if found.verdict == "unknown":
        lines.append(f"- {found.why}")
    if found.suggestion and found.verdict != "right":
        lines.append(f"Viện dẫn đúng: {found.suggestion}")
    return _VIETNAMESE.dated("\n".join(lines))


def _name(type_: str | None, number: str | None, name: str | None) -> str:
    return " ".join(part for part in (type_, number) if part) if number else name or type_ or "?"
