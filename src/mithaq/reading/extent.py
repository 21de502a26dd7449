"""How far a body's name runs where its head noun comes first: words before it, words after it."""

import re
from dataclasses import dataclass

from mithaq.languages.endings import adjectival, definite, goes_on_russian, of_definite
from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    CAPITAL,
    COUNTRY,
    DAY,
    DOCUMENT,
    LEGAL_FORM,
    MEETING,
    MONTH,
    OFFICE,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    SPEECH,
    STATE,
    STATUS,
    WEEKDAY,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.states import state_of
from mithaq.reading.wording import name_before, quoted_end

STOPPERS = DOCUMENT | OFFICE | STATUS | SPEECH
_TIMES = DAY | WEEKDAY | MONTH
_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_TIGHT = frozenset((" ", "-", "–", "'s ", "’s ", "' ", "’ "))
"""What may stand between a body and the word before it that belongs to it."""
_QUOTES = frozenset('«"“„')
_LOOSE = 3
_CLOSE = 3
_INSIDE = ("under", "state", "subnational", "closing")
TAKE, LAST, MAYBE, STOP = "take", "last", "maybe", "stop"
_NAMED_KINDS = frozenset(("company", "bank", "fund", "university", "media", "museum", "institute", "chamber"))
"""Kinds whose head a name of their own follows at once."""
_AND_CLITIC = "و"
_FOR_CLITIC = "ل"


def subjects(mention: Mention) -> list[str]:
    """Portfolio codes of a word, else its sector codes."""
    for bit in (PORTFOLIO, SECTOR):
        if mention.bits & bit:
            return [str(code) for code in mention.values[bit][:1]]
    return []


# --- before the head --------------------------------------------------------------------------------


def left(context: Context, index: int, body: Body) -> None:
    """Words before the head that belong to it: adjectives of a state or city, subjects, capitalised words."""
    at, mentions = index - 1, context.mentions
    while at >= 0 and body.start - mentions[at].end <= _CLOSE and _joins(context, mentions[at], body):
        at -= 1
    traits = context.lexicon.traits
    if traits.inflection == "russian":
        _adjectives(context, body)
    elif traits.capitals:
        _capitalised(context, body)


def _joins(context: Context, before: Mention, body: Body) -> bool:
    """Take the mention right before a body into it, where it belongs to it."""
    clean = context.clean
    gap = clean[before.end : body.start]
    if gap not in _TIGHT:
        return False
    if before.bits & (ADJECTIVE | PLACE | CAPITAL | COUNTRY) and context.lexicon.traits.capitals:
        if not _owner_before(context, before, gap):
            return False
        body.country = body.country or state_of(before)
        body.settle(before)
        body.start = before.begin
        return True
    russian = context.lexicon.traits.inflection == "russian"
    small = clean[body.start].islower() and body.kind == "ministry"
    own = small or clean[before.start].isupper() or (russian and adjectival(clean[before.start : before.end]))
    if before.bits & (SECTOR | PORTFOLIO) and own and not before.bits & (DOCUMENT | OFFICE):
        body.portfolio[:0] = subjects(before)
        body.start = before.begin
        return True
    return False


def _owner_before(context: Context, before: Mention, gap: str) -> bool:
    """Whether a state or place before a head owns it: as an adjective, or (English) as a noun."""
    if context.lexicon.traits.inflection == "russian":
        return bool(before.bits & ADJECTIVE) or adjectival(context.clean[before.start : before.end])
    return not before.bits & COUNTRY or "s" in gap or context.lexicon.traits.inflection == "english"


def _adjectives(context: Context, body: Body) -> None:
    """Adjectives before a head open its name as far back as one has a capital letter."""
    clean = context.clean
    start = body.start
    while True:
        before = clean.rfind(" ", max(start - 40, 0), max(start - 1, 0)) + 1
        before = max(before, clean.rfind("\n", max(start - 40, 0), start) + 1)
        word = clean[before:start].strip()
        if not word.isalpha() or not adjectival(word) or clean[start - 1] != " ":
            return
        if any(m.bits & (STOPPERS | RELATION) for m in context.within(before, start)):
            return
        start = before
        if word[0].isupper():
            body.start = start


def _capitalised(context: Context, body: Body) -> None:
    """Capitalised words before an English head open the name."""
    start = name_before(context.clean, body.start)
    if start >= body.start:
        return
    for mention in reversed(context.within(start, body.start)):
        if mention.bits & (STOPPERS | BODY | BODY_NAME | LEGAL_FORM) or (
            mention.bits & COUNTRY
            and context.clean[mention.end : body.start].lstrip().startswith((",", "and "))
        ):
            start = mention.end
            break
    start = _without_article(context, start, body.start)
    for mention in context.within(start, body.start):
        if mention.bits & (SECTOR | PORTFOLIO):
            body.add(subjects(mention))
        if mention.bits & (ADJECTIVE | COUNTRY | CAPITAL | PLACE):
            body.country = body.country or state_of(mention)
            body.settle(mention)
    body.start = start


def _without_article(context: Context, start: int, end: int) -> int:
    """Where the name begins behind small words and marks."""
    at = start
    for word in _WORD.finditer(context.clean, start, end):
        at = word.start()
        if word[0][0].isupper() and word[0] not in ("The", "A", "An"):
            return at
    return end


# --- after the head ---------------------------------------------------------------------------------


@dataclass(slots=True)
class _Run:
    """A name under way: ``after`` is the small word passed since its last word; its state closes it.

    ``aim``: the last word told what the body is for ("по содействию"), and "and" may bring another such.
    """

    context: Context
    body: Body
    head_end: int
    language: str
    upper: bool
    after: str = ""
    aim: bool = False
    closed: bool = False
    goes_on: bool = False

    def first(self) -> bool:
        """Whether nothing has been taken behind the head yet."""
        return self.body.end == self.head_end


def right(context: Context, at: int, body: Body) -> None:
    """Run on over what belongs to a body, word by word, to the end of its state or to a boundary."""
    clean, mentions = context.clean, context.mentions
    position, loose = body.end, 0
    language = context.lexicon.traits.inflection
    upper = language == "english" and clean[body.end - 1].islower() and clean[body.start].isupper()
    run = _Run(context, body, body.end, language, upper)
    size, count = len(clean), len(mentions)
    while position < size:
        found = _WORD.search(clean, position, position + 40)
        if found is None:
            return
        start, end = found.span()
        gap = clean[position:start]
        if "\n" in gap:
            return
        mark = gap.strip()
        if (
            mark in _QUOTES
            and clean[body.end : start].strip() in _QUOTES
            and (not run.closed or body.kind in _NAMED_KINDS)
        ):
            position = body.end = quoted_end(clean, start - len(gap.lstrip()))
            body.named, body.stem, loose = True, 0, 0
            if position <= start:
                return
            continue
        while at < count and mentions[at].start < start:
            at += 1
        mention = mentions[at] if at < count and mentions[at].start == start else None
        verdict = _step(run, mention, clean[start:end], mark)
        if verdict == STOP:
            return
        position = end if mention is None else mention.end
        loose = loose + 1 if verdict == MAYBE else 0
        if verdict != MAYBE:
            body.end, body.stem, run.after = position, 0, ""
        if verdict == LAST or loose > _LOOSE:
            return


def _step(run: _Run, mention: Mention | None, word: str, mark: str) -> str:  # noqa: PLR0911
    """Whether the next word is taken, ends the body (last), is passed over for now (maybe) or stops it."""
    if mark:
        if mark != "," or run.closed:
            return STOP
        run.after = ","
    if mention is None:
        return _unknown(run, word)
    bits = mention.bits
    if bits & (STOPPERS | DIGITS | _TIMES):
        return STOP
    if bits & (BODY | BODY_NAME | LEGAL_FORM) and not bits & (SECTOR | PORTFOLIO):
        return _nested(run, mention)
    if bits & (SECTOR | PORTFOLIO) and not bits & RELATION:
        return _subject(run, mention, word)
    if bits & (STATE | PLACE):
        return _owner(run, mention)
    if bits & RELATION:
        return _relation(run, mention)
    return _unknown(run, word)


def _clitic(run: _Run, mention: Mention) -> str:
    """The clitic in front of an Arabic word."""
    return run.context.clean[mention.start : mention.begin] if mention.begin > mention.start else ""


def _nested(run: _Run, mention: Mention) -> str:
    """A body inside a body: a well-known name behind its head, or the body it belongs to."""
    if run.closed or run.after in ("and", ",") or _clitic(run, mention).strip(_FOR_CLITIC):
        return STOP
    if mention.bits & BODY_NAME and run.first():
        code = str(mention.get(BODY_NAME)).split("/", maxsplit=1)[0]
        run.body.country = code.partition("-")[0] if code.isupper() else None
        run.body.named = True
        return LAST
    plural = bool(mention.bits & BODY) and mention.get(BODY)[1] != "sg"
    if run.language == "english" and run.after not in ("of", "for") and not plural:
        return STOP
    return TAKE if mention.bits & BODY else STOP


def _subject(run: _Run, mention: Mention, word: str) -> str:
    """A subject of a body: taken unless its state closed the name."""
    for_it = of_definite(word) or _clitic(run, mention).endswith(_FOR_CLITIC)
    if run.closed and not for_it and not (run.goes_on and word.startswith(_AND_CLITIC)):
        return STOP
    if run.after == "," and mention.bits & MEETING:
        return STOP
    if run.upper and not run.context.clean[mention.begin].isupper():
        return STOP
    if run.language == "english" and run.after == "the":
        return STOP
    run.body.add(subjects(mention))
    run.goes_on = run.closed
    return TAKE


def _owner(run: _Run, mention: Mention) -> str:
    """A state, region or city after a body: the one it belongs to."""
    body = run.body
    code = state_of(mention)
    if run.after in (",", "and", "the") or _AND_CLITIC in _clitic(run, mention):
        return STOP
    if body.country and (code != body.country or not mention.bits & (COUNTRY | ADJECTIVE)):
        return STOP
    body.country = code
    body.settle(mention)
    if mention.bits & COUNTRY:
        return LAST
    run.closed = run.language == "arabic" and bool(mention.bits & ADJECTIVE)
    return TAKE


def _relation(run: _Run, mention: Mention) -> str:  # noqa: PLR0911
    """Small words inside a body's name: of, and, for, under, the state's own noun."""
    values, body = mention.values[RELATION], run.body
    if "article" in values:
        if run.after in ("and", ","):
            run.after = "the"
        return MAYBE
    if "of" in values or "at" in values:
        run.after = run.after or "of"
        return MAYBE
    if any(tie in values for tie in _INSIDE):
        if _AND_CLITIC in _clitic(run, mention) or run.after in ("and", ",", "the"):
            return STOP
        if "under" in values:
            body.country = None
        return TAKE
    if "on" in values and run.first() and not run.after:
        run.after = "for"
        return MAYBE
    if "and" in values and not run.after and not run.closed:
        run.after = "and"
        return MAYBE
    return STOP


def _unknown(run: _Run, word: str) -> str:
    """A word the lexicon does not know (or knows for something else)."""
    inflection = run.language
    if inflection == "arabic":
        return _unknown_arabic(run, word)
    if run.after == "the":
        return STOP
    if word[0].isupper():
        if inflection == "russian":
            own = run.body.kind in _NAMED_KINDS and run.after not in ("and", ",")
            return TAKE if own or run.after == "under" else STOP
        return STOP if run.after == "," else TAKE
    if inflection == "russian":
        run.aim = run.after == "for" or (run.aim and run.after == "and")
        return (
            TAKE
            if goes_on_russian(word, "for" if run.aim else run.after)
            else MAYBE
            if word in ("имени", "им", "при")
            else STOP
        )
    return STOP


def _unknown_arabic(run: _Run, word: str) -> str:
    if run.closed and not run.goes_on:
        run.goes_on = of_definite(word)
        return TAKE if run.goes_on else STOP
    if definite(word):
        return TAKE
    start = run.context.clean[run.body.start : run.body.end]
    return TAKE if run.first() and run.body.kind in _NAMED_KINDS and not definite(start) else MAYBE


# --- the second owner of a plural head --------------------------------------------------------------


def plural_owners(context: Context, body: Body) -> list[Body]:
    """The further bodies of a plural head: "the ministries of sport of A and B" are two."""
    if body.number == "sg" or not body.country:
        return []
    at = context.index(body.end)
    mentions = context.mentions
    if at + 1 >= len(mentions) or not mentions[at].has(RELATION, "and"):
        return _second_subjects(context, body, at)
    owner = mentions[at + 1]
    if owner.begin - mentions[at].end > 2 or not owner.bits & (STATE | PLACE) or state_of(owner) is None:
        return []
    second = Body(body.start, owner.end, body.kind, body.number, list(body.portfolio), state_of(owner))
    second.settle(owner)
    return [second]


def _second_subjects(context: Context, body: Body, at: int) -> list[Body]:
    """The second complement of a dual head (Arabic): "وزارتي المياه الكينية والري الغانية"."""
    mentions = context.mentions
    second: Body | None = None
    for mention in mentions[at : at + 6]:
        if second is None:
            clitic = context.clean[mention.start : mention.begin]
            if mention.start - body.end > 2 or not clitic.startswith(_AND_CLITIC):
                return []
            second = Body(mention.begin, mention.end, body.kind, "sg")
        elif mention.start - second.end > 2:
            return []
        if mention.bits & (SECTOR | PORTFOLIO):
            second.add(subjects(mention))
        elif mention.bits & (ADJECTIVE | COUNTRY):
            second.country = state_of(mention)
            second.end = mention.end
            return [second]
        else:
            return []
        second.end = mention.end
    return []
