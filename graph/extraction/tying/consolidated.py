"""Reading consolidated texts (văn bản hợp nhất): another document's words, with footnotes.

Such a text speaks with the voice of the document that it consolidates; its footnotes say by what
that was amended, and on what the amending documents are based.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.cues.saying import Reading, said
from graph.extraction.heads.letterhead import CONSOLIDATION
from graph.extraction.text.draft import FULL, Draft
from graph.extraction.text.leads import Lead
from graph.extraction.text.patterns import SPACE
from graph.extraction.text.sentences import Sentences
from graph.model.mentions import MentionKind
from graph.model.relations import RelationKind, Statement
from graph.model.spans import Span

K = RelationKind
_MERGES = re.compile(rf"ợ(?<=hợ)p{SPACE}nhất{SPACE}từ")
# A footnote's lead: 'Nghị định số … có căn cứ ban hành như sau: “Căn cứ …'
_HAS_BASIS = re.compile(
    rf"có{SPACE}căn{SPACE}cứ{SPACE}(?:để{SPACE})?ban{SPACE}hành{SPACE}như{SPACE}sau\s{{0,4}}:?\s{{0,12}}\"?\s?$"
)
_BASIS_REACH = 4000
_ENACTED = re.compile(rf"(?<![^\W_])ban{SPACE}hành{SPACE}$")
_UNMARKED_REACH = 1500
_BASIS_ONLY = re.compile(rf"[.“”]\s|{SPACE}ban{SPACE}hành{SPACE}|^[ \t]*(?:Điều|Chương)\s", re.M)
# '…, được sửa đổi, bổ sung bởi:' and then one amending document a line.
_AMENDED_BY = re.compile(
    rf"ợ(?<=đượ)c{SPACE}(?P<cue>sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?(?:{SPACE}một{SPACE}số{SPACE}điều)?"
    rf"{SPACE}(?:bởi|theo|tại))(?:{SPACE}các{SPACE}văn{SPACE}bản)?(?:{SPACE}sau(?:{SPACE}đây)?)?"
    r"\s{0,4}:\s{0,8}\n"
)
_AMENDED_LEAD = Lead(_AMENDED_BY, ("được",))
_AMENDED_REACH = 6000
_JOINED = (" và", ",", " của", " tại", " bởi")
_HEAD = 5000
_LEAD_REACH = 2500
_LINE_BEGIN_LONGEST = 40
_LINE_BEGIN = re.compile(r"\s{0,20}(?:(?:[a-zđ]\)|\d{1,2}[.)]|[-–+•*])\s{0,8})?")
_PARAGRAPH_END = re.compile(r"^\s{0,8}(?:Căn cứ|Điều\s\d|Chương\s|Theo đề nghị)", re.M)


def base_of(text: str, drafts: Sequence[Draft]) -> int | None:
    """Return the index of the document that a consolidated text consolidates: the first named.

    A text is consolidated if its own number says so or, where only a part of it is at hand, if it
    begins by saying by what it was amended.
    """
    own = drafts[0] if drafts[0].kind is MentionKind.SELF else None
    if own is None and not (_AMENDED_BY.search(text, 0, _HEAD) or _MERGES.search(text, 0, _HEAD)):
        return None
    if own is not None and own.type != CONSOLIDATION:
        return None
    lead = _AMENDED_BY.search(text, 0, _HEAD)
    if lead is not None and (named := _leading(text, drafts, lead.start())) is not None:
        return named
    for index, draft in enumerate(drafts[:20]):
        if lead is not None and draft.start > lead.start():
            return None  # the page before names what these amend
        if draft.within is None and draft.kind in FULL and not draft.quoted:
            # Of a part of such a text the first one named may stand in a footnote.
            begins = text.rfind("\n", max(0, draft.start - 60), draft.start) + 1
            begins_line = _LINE_BEGIN.fullmatch(text, begins, draft.start) is not None
            return index if begins_line and text[draft.start].isalpha() else None
    return None


def consolidation(reading: Reading) -> Statement | None:
    """Return what the text itself does: it consolidates its base."""
    if reading.base is None or reading.drafts[0].kind is not MentionKind.SELF:
        return None
    found = _MERGES.search(reading.text)
    base = reading.drafts[reading.base]
    cue = Span(found.start() - 1, found.end()) if found else Span(base.start, base.end)
    sentence = reading.sentences.around(cue)
    return said(K.CONSOLIDATES, 0, reading.base, cue, sentence, "consolidated", 0.9)


def footnote_basis(reading: Reading, index: int, listed_with: Statement | None) -> Statement | None:
    """Read a quoted 'Căn cứ …' of a footnote: the basis of the document that the footnote names.

    ``listed_with`` is what the list says that the reference stands in. A page may end before the
    quotation does.
    """
    draft, text = reading.drafts[index], reading.text
    if listed_with is not None and listed_with.rule == "footnote":
        return listed_with
    opens = _basis_opens(text, draft.start)
    if opens is None:
        return None
    start = draft.begins
    found = reading.cues.before(text, max(opens, start - 200), start)
    cue = found[1] if found and found[2] == "preamble" else None
    subject = _named_by_footnote(text, reading.drafts, reading.sentences, index, opens)
    if subject is None or draft.within is not None or cue is None:
        return None
    sentence = Span(cue.start, draft.end)
    return said(K.BASED_ON, subject, index, cue, sentence, "footnote", 0.9, draft.targets)


def tie_what_was_enacted(text: str, drafts: Sequence[Draft], sentences: Sentences) -> None:
    """Tie the law that a footnote's basis ends with to the one that the footnote names.

    'Luật số 46/2014/QH13 … có căn cứ ban hành như sau: “… Quốc hội ban hành Luật sửa đổi …”'
    """
    for index, draft in enumerate(drafts):
        if draft.kind is not MentionKind.NAMED or draft.within is not None or not draft.quoted:
            continue
        if draft.date is not None or draft.number is not None:
            continue
        if not _ENACTED.search(text, max(0, draft.start - 16), draft.start):
            continue
        opens = _basis_opens(text, draft.start)
        if opens is not None:
            draft.antecedent = _named_by_footnote(text, drafts, sentences, index, opens)


def in_a_basis(text: str, at: int) -> bool:
    """Tell whether what was quoted last before ``at`` is a footnote's basis.

    It may go on below the next page's text, which the consolidated document speaks.
    """
    opens = text.rfind("“", max(0, at - _BASIS_REACH), at)
    return opens >= 0 and _HAS_BASIS.search(text, max(0, opens - 80), opens) is not None


def _basis_opens(text: str, at: int) -> int | None:
    """Return where the quoted basis begins that ``at`` is in; some leave the marks out."""
    opens = text.rfind("“", max(0, at - _BASIS_REACH), at)
    if opens >= 0 and "”" not in text[opens:at] and in_a_basis(text, at):
        return opens
    lead = text.rfind("như sau", max(0, at - _UNMARKED_REACH), at)
    opens = text.find("Căn", lead, at) if lead >= 0 else -1
    if opens < 0 or not _HAS_BASIS.search(text, max(0, opens - 80), opens):
        return None
    return opens if _BASIS_ONLY.search(text, opens, at) is None else None


def listed_amender(reading: Reading, index: int, start: int) -> Statement | None:
    """Read a line of the list that '…, được sửa đổi, bổ sung bởi:' leads in."""
    draft, text = reading.drafts[index], reading.text
    begins = text.rfind("\n", max(0, start - 200), start) + 1
    if start - begins > _LINE_BEGIN_LONGEST or draft.within is not None:
        return None
    if not _LINE_BEGIN.fullmatch(text, begins, start):
        return None
    lead = reading.leads(_AMENDED_LEAD, _PARAGRAPH_END, _AMENDED_REACH).over(begins)
    if lead is None:
        return None
    patient = _leading(text, reading.drafts, lead.start(), index)
    if patient is None or patient == index:
        return None
    span = Span(*lead.span("cue"))
    # Among the amending ones a decision may only correct.
    about = draft.title_span
    verb = reading.cues.leading(text, about.start, about.end) if about is not None else None
    if verb is not None and verb[0] is K.CORRECTS:
        return said(
            K.CORRECTS, index, patient, verb[1], Span(begins, draft.end), "passive-list", 0.9
        )
    return said(K.AMENDS, index, patient, span, Span(begins, draft.end), "passive-list", 0.9)


def _named_by_footnote(
    text: str, drafts: Sequence[Draft], sentences: Sentences, index: int, opens: int
) -> int | None:
    """Return the first full reference of the sentence that leads in the basis at ``opens``."""
    start, first = sentences.around(Span(opens - 2, opens - 1)).start, None
    for back in range(index - 1, max(-1, index - 60), -1):
        draft = drafts[back]
        if draft.start < start:
            break
        if draft.end <= opens and draft.kind in FULL and not draft.quoted:
            first = back
    if first is None:
        return None
    # The lead may begin on the page before: what is joined to another did not begin it.
    start = drafts[first].start
    return None if text[max(0, start - 24) : start].rstrip().endswith(_JOINED) else first


def _leading(text: str, drafts: Sequence[Draft], at: int, before: int | None = None) -> int | None:
    """Return the last full reference before ``at`` that begins its line: the subject.

    Of the drafts only those up to ``before`` are looked at.
    """
    for index in range(len(drafts) - 1 if before is None else before, -1, -1):
        draft = drafts[index]
        if at - draft.start > _LEAD_REACH:
            return None
        if draft.end > at or draft.within is not None or draft.kind not in FULL or draft.quoted:
            continue
        begins = text.rfind("\n", max(0, draft.start - 60), draft.start) + 1
        if _LINE_BEGIN.fullmatch(text, begins, draft.start):
            return index
    return None
