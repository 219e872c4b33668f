"""Reading who looks into what others do: teams that meet a body, committees that watch one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.statements.intended import is_intended, only_launches
from graph.extraction.text.patterns import MAYBE_SPACE, SPACE
from graph.model.spans import Span

_WATCHES = re.compile(
    rf"(?P<cue>giám{SPACE}sát|kiểm{SPACE}tra(?:,{SPACE}giám{SPACE}sát)?)"
    rf"(?:{SPACE}(?:chuyên{SPACE}đề|thường{SPACE}xuyên|đối{SPACE}với)){{0,2}}{SPACE}$"
)
# 'A giám sát đối với B về việc thực hiện X'
_WATCHES_OVER = re.compile(
    rf"[^.;:]{{0,80}}?{SPACE}(?P<cue>giám{SPACE}sát|kiểm{SPACE}tra(?:,{SPACE}giám{SPACE}sát)?)(?:{SPACE}(?:chuyên{SPACE}đề|thường{SPACE}xuyên))?"
    rf"{SPACE}(?:(?:đối{SPACE}với|tại|với){SPACE})?[^.;:]{{3,120}}?{SPACE}(?:về|trong)(?:{SPACE}việc)?{SPACE}(?:lãnh{SPACE}đạo,?{SPACE})?(?:chỉ{SPACE}đạo{SPACE})?(?:(?:quán{SPACE}triệt,|và|tổ{SPACE}chức|triển{SPACE}khai){SPACE}){{0,3}}"
)
# 'A hướng dẫn các chi bộ thực hiện X': A guides, others carry it out.
_LEADS = re.compile(
    rf"(?:{MAYBE_SPACE}\([^()]{{2,20}}\))?(?:{SPACE}(?:đã|sẽ|vừa|đang|ban{SPACE}hành|có|văn{SPACE}bản)){{0,3}}{SPACE}(?P<cue>hướng{SPACE}dẫn){SPACE}[^.;:,]{{2,100}}?{SPACE}"
)
# 'Đoàn giám sát của A làm việc với B về việc thực hiện X': A looks into it.
_SENT_TO_SEE = re.compile(
    rf"[Đđ]oàn{SPACE}(?:kiểm{SPACE}tra(?:,{SPACE}giám{SPACE}sát)?|giám{SPACE}sát|khảo{SPACE}sát|thanh{SPACE}tra)(?:{SPACE}[^\W_]+){{0,4}}{SPACE}(?:của|do){SPACE}$"
)
# 'Đoàn công tác của A làm việc với B, kiểm tra việc thực hiện X'
_TEAM_MET = re.compile(
    rf"[Đđ]oàn(?:{SPACE}[^\W_]+){{0,4}}{SPACE}(?:của|do){SPACE}[^,;.:]{{3,120}}{SPACE}làm{SPACE}việc{SPACE}với{SPACE}[^,;.:]{{3,120}},{SPACE}(?:và{SPACE})?$"
)
_LOOKS = ("kiểm tra", "giám sát", "khảo sát", "đánh giá", "rà soát", "thanh tra")
# 'A làm việc với B về việc thực hiện X': it is B that carries it out.
_MEETS = re.compile(rf"(?<![^\W_])làm{SPACE}việc{SPACE}với(?![^\W_])")
# 'Đoàn giám sát của A do ông B làm trưởng đoàn đã giám sát C trong việc thực hiện X'
_SAW = re.compile(
    rf"(?<![^\W_])(?:đã|vừa|đến|về|tiến{SPACE}hành|trực{SPACE}tiếp|kết{SPACE}quả){SPACE}(?:giám{SPACE}sát|kiểm{SPACE}tra|thanh{SPACE}tra)(?![^\W_])"
)
# 'Đoàn kiểm tra đã kiểm tra B về việc chỉ đạo thực hiện X', in a paper of who sent it
_OWN_TEAM = re.compile(
    rf"(?<![^\W_])[Đđ]oàn{SPACE}(?:kiểm{SPACE}tra|giám{SPACE}sát|khảo{SPACE}sát)(?:{SPACE}số{SPACE}\d{{1,4}})?(?:{SPACE}(?:đã|vừa))?"
    rf"(?:{SPACE}tiến{SPACE}hành)?{SPACE}(?P<cue>kiểm{SPACE}tra|giám{SPACE}sát|khảo{SPACE}sát){SPACE}[^.;:]{{3,160}}?{SPACE}(?:về|trong){SPACE}việc{SPACE}[^.;:]{{0,60}}$"
)


def sees_itself(text: str, cue: Span, sentence: Span) -> Span | None:
    """Return the cue in 'Đoàn kiểm tra đã kiểm tra B về việc chỉ đạo thực hiện X'."""
    return _cue(_OWN_TEAM.search(text, sentence.start, cue.start))


def sent_to_see(text: str, bodies: Sequence[Span], cue: Span, sentence: Span) -> Span | None:
    """Return the body whose team met others: 'Đoàn giám sát của A làm việc với B về việc …'."""
    for team in bodies:
        sent = _SENT_TO_SEE.search(text, max(sentence.start, team.start - 60), team.start)
        if sent is None:
            near = max(sentence.start, team.start - 60), cue.start
            if cue.of(text).lower().startswith(_LOOKS) and _TEAM_MET.search(text, *near):
                return team
            continue
        met = _MEETS.search(text, team.end, cue.start) or _SAW.search(text, team.end, cue.start)
        if met is None or only_launches(text, met.end(), cue.start):
            continue
        if not is_intended(text, met.end(), cue.start):
            return team
    return None


def meets(text: str, start: int, end: int) -> bool:
    """Tell whether a body that ends at ``start`` meets another, whose doing it is."""
    return _MEETS.search(text, start, end) is not None


def led_by(text: str, body: Span, cue: Span) -> Span | None:
    """Return the cue in 'A hướng dẫn các chi bộ thực hiện X'."""
    return _cue(_LEADS.fullmatch(text, body.end, cue.start))


def watched(text: str, body: Span, sentence: Span) -> Span | None:
    """Return the cue before a body that is watched: 'A giám sát B việc thực hiện X'."""
    return _cue(_WATCHES.search(text, sentence.start, body.start))


def watched_over(text: str, body: Span, cue: Span) -> Span | None:
    """Return the cue in 'A giám sát đối với những ai khác về việc thực hiện X'."""
    return _cue(_WATCHES_OVER.fullmatch(text, body.end, cue.start))


def _cue(found: re.Match[str] | None) -> Span | None:
    return Span(*found.span("cue")) if found is not None else None
