"""Heads: the nouns of a sentence that stand for a document, and the places where one is left out."""

from bisect import bisect_right

from mithaq.languages.endings import definite
from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    CAPITAL,
    COUNT,
    COUNTRY,
    CURRENCY,
    DATE,
    DOCUMENT,
    MEETING,
    MONTH,
    NUMBER,
    OFFICE,
    ORDINAL,
    PERIOD,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    STATUS,
    WEEKDAY,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.items import itemise, next_pair
from mithaq.reading.layout import Sentence
from mithaq.reading.mention import DIGITS, FIGURES, Mention

_SURE = DOCUMENT | ORDINAL
_CUES = _SURE | RELATION | NUMBER
_UNCOUNTED = (
    DOCUMENT
    | STATUS
    | ORDINAL
    | MONTH
    | CAPITAL
    | PLACE
    | COUNTRY
    | BODY
    | OFFICE
    | MEETING
    | CURRENCY
    | PERIOD
    | DATE
)
"""What cannot stand between a number and the documents it counts."""
_FIGURES = DIGITS | NUMBER
_COUNTING = _FIGURES | COUNT
_SUBJECT = SECTOR | PORTFOLIO | BODY | BODY_NAME
_OPENING = ("", "(", "«", '"', "“", "(«", '("', "(“", "–", "—", "-", "/")
_JOINED = _OPENING[:5]
_QUOTES = frozenset('«"“')
_HYPHENS = frozenset("-‑–")
"""What ties a number to a word (longer than an ending) of another measure: "a 12-point roadmap"."""
_TIES = ("on", "between", "nesting")
_COMPLEMENT = ("on", "of", "nesting")
_STOPS = frozenset(";؛.\n")
_MARKS = _STOPS | frozenset(",:،")
_COMMAS = frozenset(";.,\n")
_PARTING = frozenset(",:(–—")
_INSIDE, _FOLLOWS = "part of another document's title", "part of the title that follows"
_PARTS = (_INSIDE, _FOLLOWS)
_DASHES = frozenset(":–—")
_BREAKS = frozenset(",;:،؛(–—-…")
_NEAR = 30
_FIRST = 4
_WIDE = 24
_SMALL = 3
_LATER = 400
"""How far behind the documents before it one with its noun left out may stand."""
_REACH = 90
_GENITIVE = ("ого", "его")
"""How the participles of one document in the genitive end: "подписанного соглашения"."""


class Bodies:
    """Where the bodies of a text stand: a document's noun inside one is part of its name."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def hold(self, position: int) -> bool:
        """Whether a position lies inside a body, its first letter apart."""
        at = bisect_right(self.starts, position - 1)
        spans = self.spans
        return at > 0 and (position < spans[at - 1][1] or (at > 1 and position < spans[at - 2][1]))


def heads(
    context: Context, sentence: Sentence, places: list[int], bodies: Bodies, before: list[Draft]
) -> list[Draft]:
    """The documents told in a sentence, by its ``spots`` (places) and the documents before it."""
    found: list[Draft] = []
    if not places:
        return found
    last = _reached(context, sentence, before)
    if not sentence.bits & (DOCUMENT if last is None else _CUES):
        return found
    elides = not sentence.opens_list
    for index in places:
        mention = context.mentions[index]
        if mention.bits & DOCUMENT:
            if not bodies.hold(mention.begin):
                _noun(context, sentence, index, found)
                last = found[-1] if found else last
        elif mention.bits & RELATION and "between" in mention.values[RELATION]:
            if found and next_pair(context, index, found[-1]):
                found[-1].count = 1
                found.append(Draft(mention.start, mention.end, found[-1].kind, elided=True, at=index))
        elif elides and last is not None and _is_elided(context, sentence, index, last):
            last = Draft(mention.start, mention.end, last.kind, elided=True, at=index)
            found.append(last)
    for draft in [d for d in found if d.bulk]:
        itemise(context, sentence, draft, found)
    return found


def spots(context: Context) -> dict[int, list[int]]:
    """The words (their indices) of each sentence that can stand for a document.

    These are its nouns, "another", "the third", "one".
    """
    one = [index for index in context.places(NUMBER) if "1" in context.mentions[index].values[NUMBER]]
    places: dict[int, list[int]] = {}
    for index in sorted({*context.places(_SURE), *context.ties("another"), *context.ties("between"), *one}):
        number = context.sentence_at(context.starts[index])
        if index < context.sentences[number].last:
            places.setdefault(number, []).append(index)
    return places


def _reached(context: Context, sentence: Sentence, before: list[Draft]) -> Draft | None:
    """The last of the documents before a sentence, where they are near enough to be meant in it."""
    if not before or sentence.start - context.sentences[before[-1].sentence].end > _LATER:
        return None
    return before[-1]


def _noun(context: Context, sentence: Sentence, index: int, found: list[Draft]) -> None:
    """File the noun at an index as a document of its own, or as part of the one before it."""
    mention = context.mentions[index]
    draft = _draft(context, index, sentence.first)
    last = found[-1] if found else None
    why = _joined(context, last, draft, mention) if last is not None else ""
    if not why and context.head_final and _nested_final(context, sentence, index):
        why = _FOLLOWS
    if not why:
        found.append(draft)
        return
    if last is not None and why in _PARTS:
        last.reach = mention.end
    elif last is not None:
        last.end = max(last.end, mention.end)
    context.note("instrument", why, mention.start, mention.end, kept=False)


def _joined(context: Context, last: Draft, draft: Draft, mention: Mention) -> str:
    """Why a noun is no document beside the one before it; empty where it is one."""
    gap = context.clean[last.end : draft.start]
    if len(gap) > _REACH:
        return ""
    if _renamed(context, last, draft, gap.strip()):
        return "second name of the document before"
    if _mixed(context, last, draft, gap.strip()):
        last.mixed = True
        return "second noun of a mixed total"
    return _INSIDE if not context.head_final and _nested(context, last, draft, mention) else ""


def _draft(context: Context, index: int, first: int) -> Draft:
    mention = context.mentions[index]
    values = mention.values[DOCUMENT]
    kind, number = values[0]
    if len(values) > 1 and len({n for k, n in values if k == kind}) > 1:
        number = "pl" if _accusative(context, index, first) else "any"
    draft = Draft(mention.begin, mention.end, kind, number, at=index)
    counted = _count(context, index, first)
    if counted is not None:
        draft.count, draft.start = counted
        draft.counted = True
        draft.ordinal = draft.count == 1 and number == "pl"
    elif number == "du":
        draft.count = 2
    elif number == "pl" and kind != "letter":
        draft.count = 1 if _first_of(context, index, first) else None
    at = index
    if context.lexicon.traits.capitals and not context.head_final:
        at, draft.start = _lead(context, index, first, draft.start)
    before = context.mentions[at - 1] if at > first else None
    if before is not None and context.mentions[at].start - before.end <= 2:
        draft.ordinal = draft.ordinal or bool(before.bits & ORDINAL) or before.has(RELATION, "another")
    draft.titled = _is_titled(context, index, first, draft) or draft.ordinal
    if context.lexicon.traits.inflection == "english":
        draft.fresh = before is None or not _points_back(before)
    return draft


def _accusative(context: Context, index: int, first: int) -> bool:
    """Whether a form that is also a genitive is the plural a verb signs: "подписали соглашения"."""
    before = context.mentions[index - 1] if index > first else None
    if before is None or not before.has(STATUS, "signed") or context.mentions[index].start - before.end != 1:
        return False
    verb = context.clean[before.start : before.end].lower()
    return not verb.endswith(_GENITIVE) and not any(n in verb for n in context.lexicon.traits.signing_nouns)


def _points_back(before: Mention) -> bool:
    """Whether a small word tells a document that is known: "the agreement", "this memorandum"."""
    return before.has(RELATION, "article") or before.has(RELATION, "this")


def _lead(context: Context, index: int, first: int, start: int) -> tuple[int, int]:
    """The words before a noun that say what it is about, "a free trade agreement": first index, start."""
    at = index
    while at > first:
        before = context.mentions[at - 1]
        if context.mentions[at].start - before.end > 1 or before.bits & (DOCUMENT | STATUS):
            break
        if not before.bits & (SECTOR | ADJECTIVE | DIGITS):
            break
        at -= 1
        start = min(start, before.begin)
    return at, start


def _is_titled(context: Context, index: int, first: int, draft: Draft) -> bool:
    """Whether the noun stands with its subject or its parties, and not alone as one that is known."""
    mentions, clean = context.mentions, context.clean
    mention = mentions[index]
    before = mentions[index - 1] if index > first else None
    if before is not None and mention.start - before.end <= 2 and _subject(context, before):
        return True
    if context.head_final:
        return False
    if not context.lexicon.traits.capitals:
        draft.fresh = not _definite(clean[mention.start : mention.end])
    if index + 1 >= len(mentions):
        return False
    if (
        draft.number == "sg"
        and mentions[index + 1].bits & ORDINAL
        and mentions[index + 1].start - mention.end <= 2
    ):
        draft.ordinal = True
    lead = clean[mention.end : mention.end + 3]
    if draft.fresh:
        draft.fresh = lead != " ال"
        if lead[:2] == " ل" or not draft.fresh:
            return True
    return lead.strip()[:1] in _QUOTES or _followed(context, index)


def _followed(context: Context, index: int) -> bool:
    """Whether a subject or a tie follows a noun, right after it or after one small word."""
    edge = context.mentions[index].end
    for follow in context.mentions[index + 1 : index + 3]:
        if follow.start - edge > _SMALL + 1:
            return False
        gap = context.clean[edge : follow.start].strip()
        joined = gap in _JOINED
        if not joined and not (len(gap) < _SMALL and gap.isalpha()):
            return False
        if follow.bits & (SECTOR | PORTFOLIO):
            return True
        if _ties(follow):
            return not _dated(context, index, follow)
        if not joined or follow.end - follow.start >= _SMALL:
            return False
        edge = follow.end
    return False


def _dated(context: Context, index: int, tie: Mention) -> bool:
    """Whether a small word only brings a date: "signed the agreement on 2 March"."""
    after = next((m for m in context.mentions[index + 1 : index + 5] if m.start >= tie.end), None)
    return (
        after is not None
        and after.start - tie.end <= 1
        and bool(after.bits & (DIGITS | FIGURES | MONTH | WEEKDAY))
    )


def _subject(context: Context, before: Mention) -> bool:
    """Whether the word before a noun says what it is about."""
    return bool(before.bits & (SECTOR | PORTFOLIO)) or (context.head_final and _ties(before))


def _definite(noun: str) -> bool:
    """Whether an Arabic noun has the article."""
    return "ال" in noun[:4] or "لل" in noun[:3]


def _ties(mention: Mention) -> bool:
    if not mention.bits & RELATION:
        return False
    codes = mention.values[RELATION]
    return ("on" in codes or "between" in codes or "nesting" in codes) and "behalf" not in codes


def _first_of(context: Context, index: int, first: int) -> bool:
    """Whether a plural is only whose member an ordinal names: "the first of the agreements"."""
    before = context.mentions[index - 1] if index > first else None
    gap = context.mentions[index].start - before.end if before else _NEAR
    return before is not None and bool(before.bits & ORDINAL) and gap <= 1


def _count(context: Context, index: int, first: int) -> tuple[int | None, int] | None:
    """The number before a noun and where it begins; None where there is none."""
    mentions = context.mentions
    edge = mentions[index].start
    for at in range(index - 1, max(index - 4, first - 1), -1):
        before = mentions[at]
        bits = before.bits
        if bits & _COUNTING:
            gap = context.clean[before.end : edge]
            if edge - before.end > _WIDE or not _MARKS.isdisjoint(gap) or _opens_bracket(gap):
                return None
            if bits & COUNT and not bits & _FIGURES:
                return (2 if before.has(COUNT, "pair") else None), before.begin
            one = at + 1 == index or not mentions[at + 1].has(RELATION, "of")
            return _number(before, gap, one)
        if bits & _UNCOUNTED or edge - before.end > _WIDE or (bits & RELATION and not _counts_over(before)):
            return None
        gap = context.clean[before.end : edge]
        if not _MARKS.isdisjoint(gap) or _opens_bracket(gap):
            return None
        edge = before.start
    return None


def _number(mention: Mention, gap: str, beside: bool) -> tuple[int, int] | None:
    """How many documents a number before them tells, where it counts: no year, no measure, not "3 of"."""
    value = mention.value if mention.bits & DIGITS else float(mention.get(NUMBER))
    if value != int(value) or not 1 <= value < 1000 or (mention.end - mention.start == 4 and value > 1900):
        return None
    if (gap[:1] in _HYPHENS and gap[1:5].isalpha()) or not (beside or value == 1):
        return None
    return int(value), mention.begin


def _opens_bracket(gap: str) -> bool:
    """Whether a number stands outside the brackets of what follows."""
    return "(" in gap and gap.strip(" و)") != gap.strip(" و()")


def _counts_over(tie: Mention) -> bool:
    """Whether a number before a small word counts what follows: "two old and new", "one of the"."""
    return tie.has(RELATION, "and") or tie.has(RELATION, "of")


def _renamed(context: Context, last: Draft, draft: Draft, gap: str) -> bool:
    """A second name of the same document: "plan (road map)", "memoranda (MoU)", "a paper, that is a plan"."""
    alike = last.bulk == draft.bulk or (gap == "(" and last.kind == draft.kind)
    if gap and gap in _OPENING and alike and not draft.counted:
        if last.kind == "document" or draft.kind == "roadmap":
            last.kind = draft.kind
        return True
    if draft.bulk or last.bulk or len(gap) >= 60:
        return False
    dash = last.kind == "document" and (gap[-1:] in ("–", "—") or gap[-2:] == " -")
    between = context.within(last.end, draft.start)
    told = last.elided and len(gap) < 4 and not between
    if told or ((dash or (between and between[-1].has(RELATION, "is"))) and ";" not in gap):
        last.kind, last.elided, last.titled = draft.kind, False, draft.titled
        return True
    return False


def _mixed(context: Context, last: Draft, draft: Draft, gap: str) -> bool:
    """The second noun of a mixed total: "47 agreements and memoranda"."""
    if len(gap) >= 12 or not last.bulk or draft.counted or draft.number == "du":
        return False
    if draft.number not in (last.number, "any"):
        return False
    if gap in ("", "و", ",", "،"):
        return True
    between = context.within(last.end, draft.start + 1)
    return bool(between) and between[0].has(RELATION, "and")


def _nested(context: Context, last: Draft, draft: Draft, mention: Mention) -> bool:
    """A document inside the title of the one before it: "protocol amending the agreement"."""
    clean = context.clean
    gap = clean[last.end : draft.start]
    between = [m for m in context.within(last.end, draft.start) if not m.has(RELATION, "article")]
    if not _STOPS.isdisjoint(gap) or any(m.bits & STATUS for m in between):
        return False
    if _written_on(clean, last, draft, mention):
        return True
    if any(m.has(RELATION, "nesting") and draft.start - m.end <= _NEAR for m in between[-3:]):
        return not between[-1].has(RELATION, "and")
    if len(gap) <= 40 and not draft.counted and context.lexicon.traits.capitals and not _parted(gap, between):
        return True
    tie = between[-1] if between else None
    if tie is None or draft.start - tie.end > 12 or "," in gap or "،" in gap or len(gap) >= 60:
        return False
    return tie.has(RELATION, "on") or tie.has(RELATION, "of")


def _written_on(clean: str, last: Draft, draft: Draft, mention: Mention) -> bool:
    """A document tied by a letter before it ("a programme for agreements"), and others joined to that."""
    if clean[mention.start : mention.begin].endswith("ل") and draft.start - last.end < 40:
        return True
    return draft.number == "pl" and not draft.counted and clean[last.reach : draft.start].strip() == "و"


def _parted(gap: str, between: list[Mention]) -> bool:
    """Whether something between two nouns keeps the second from being the complement of the first."""
    if not _PARTING.isdisjoint(gap) or any(m.bits & (OFFICE | MEETING) for m in between):
        return True
    return any(m.bits & RELATION and not any(m.has(RELATION, c) for c in _COMPLEMENT) for m in between)


def _nested_final(context: Context, sentence: Sentence, index: int) -> bool:
    """In a head-final language: a document that another one follows, right after it or after "about"."""
    mentions, clean = context.mentions, context.clean
    mention = mentions[index]
    tied = False
    for at in range(index + 1, min(index + 6, sentence.last)):
        follow = mentions[at]
        gap = clean[mention.end : follow.start]
        if len(gap) > 60 or follow.bits & STATUS or not _COMMAS.isdisjoint(gap):
            return False
        if follow.bits & DOCUMENT:
            return tied or not gap.strip()
        if follow.bits & RELATION:
            if follow.has(RELATION, "and"):
                return False
            tied = tied or any(follow.has(RELATION, code) for code in ("on", "nesting", "within"))
    return False


def _is_elided(context: Context, sentence: Sentence, index: int, before: Draft) -> bool:
    """ "another on customs", "the third concerns …", "one with …": a document whose noun is left out."""
    if index + 1 >= sentence.last:
        return False
    here = not before.region[1]
    mention, follow = context.mentions[index], context.mentions[index + 1]
    gap, several = follow.start - mention.end, before.bulk or before.elided
    beside = not context.lexicon.traits.capitals and _stands_beside(context, sentence, index, here, several)
    if beside and here:
        return True
    if not _begins(context, sentence, index):
        return False
    if gap <= 12 and _leads(context, mention, follow) and any(follow.has(RELATION, tie) for tie in _TIES):
        return True
    starts = mention.start - sentence.start <= _FIRST or (here and before.elided)
    first = several and starts and not follow.bits & _UNCOUNTED
    return beside or (first and _has_subject(context, sentence, index))


def _has_subject(context: Context, sentence: Sentence, index: int) -> bool:
    stop = context.mentions[index].end + _REACH
    return any(
        m.bits & SECTOR and m.start < stop
        for m in context.mentions[index + 1 : min(index + 6, sentence.last)]
    )


def _stands_beside(context: Context, sentence: Sentence, index: int, here: bool, several: bool) -> bool:
    """Whether a subject or a body follows with no verb between, where words have no capitals to tell by."""
    mention, follow = context.mentions[index], context.mentions[index + 1]
    if mention.begin > mention.start and here:
        if follow.bits & RELATION and follow.end - follow.start < _SMALL and index + 2 < sentence.last:
            follow = context.mentions[index + 2]
        return follow.start - mention.end <= 2 * _SMALL and bool(follow.bits & _SUBJECT)
    if not several or follow.start - mention.end > 2 or not follow.bits & _SUBJECT:
        return False
    lead = context.clean[max(mention.start - _REACH, sentence.start) : mention.start]
    return not (lead.endswith(" ") and definite(lead.rstrip().rpartition(" ")[2]))


def _leads(context: Context, mention: Mention, follow: Mention) -> bool:
    """Whether nothing but a mark stands between, or a tie that is a word of some length follows."""
    between = context.clean[mention.end : follow.start].strip()
    return not between or between[-1] in _DASHES or follow.end - follow.start > 3


def _begins(context: Context, sentence: Sentence, index: int) -> bool:
    """Whether a word begins a phrase: after a mark, after "and", after a verb of signing."""
    mention = context.mentions[index]
    if mention.begin > mention.start or mention.start - sentence.start <= _FIRST:
        return True
    lead = context.clean[max(mention.start - 3, sentence.start) : mention.start].rstrip()
    if not lead or lead[-1] in _BREAKS:
        return True
    before = context.mentions[index - 1] if index > sentence.first else None
    if before is None or mention.start - before.end > 2:
        return False
    return bool(before.bits & STATUS) or before.has(RELATION, "and")
