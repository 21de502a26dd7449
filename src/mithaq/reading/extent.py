"""How far a body's name runs where its head noun comes first: words before it, words after it."""

import re

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    LEGAL_FORM,
    MEETING,
    OFFICE,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    SPEECH,
    STATE,
    STATUS,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.states import state_of
from mithaq.reading.wording import name_before, quoted_end

STOPPERS = DOCUMENT | OFFICE | STATUS | SPEECH
_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_QUOTES = frozenset('«"“„')
_SMALL = frozenset(
    [
        "of",
        "for",
        "and",
        "the",
        "in",
        "on",
        "to",
        "de",
        "des",
        "du",
        "la",
        "le",
        "d",
        "la",
        "el",
        "van",
        "und",
        "al",
        "és",
        "y",
        "e",
    ]
)
_TIES = frozenset(("по", "и", "при", "для", "в", "имени", "им"))
_GENITIVE = re.compile(r"(?:а|я|ы|и|ой|ей|ого|его|ых|их|ов|ев)$")
_VERB = re.compile(r"(?:ла|ли|лась|лись|ся|сь|вши|вшая|вшие|вший)$")
_ADJECTIVAL = re.compile(r"(?:ск|цк|н|в|к)(?:ий|ый|ой|ая|ое|ого|ому|ым|им|ом|ую|ые|ие|ых|их|ыми|ими)$")
_LOOSE = 3
_INSIDE = ("under", "state", "subnational", "closing")
_LOOSELY = ("of", "article", "at")
"""Small words that belong to a body's name only where more of it follows."""
TAKE, LAST, MAYBE, STOP = "take", "last", "maybe", "stop"


def subjects(mention: Mention) -> list[str]:
    """Portfolio codes of a word, else its sector codes."""
    for bit in (PORTFOLIO, SECTOR):
        if mention.bits & bit:
            return [str(code) for code in mention.values[bit][:1]]
    return []


# --- before the head --------------------------------------------------------------------------------


def left(context: Context, index: int, body: Body) -> None:
    """Words before the head that belong to it: adjectives of a state or city, subjects, capitalised words."""
    at = index - 1
    while at >= 0 and _joins(context, context.mentions[at], body):
        at -= 1
    if context.lexicon.traits.inflection == "russian":
        _adjective(context, body)
    elif context.lexicon.traits.capitals:
        _capitalised(context, body)


def _joins(context: Context, before: Mention, body: Body) -> bool:
    """Take the mention right before a body into it, where it belongs to it."""
    clean = context.clean
    gap = clean[before.end : body.start]
    if len(gap) > 3 or gap.strip("-–' s’"):
        return False
    if before.bits & (ADJECTIVE | PLACE | CAPITAL | COUNTRY) and context.lexicon.traits.capitals:
        if not _owner_before(context, before, gap):
            return False
        body.country = body.country or state_of(before)
        body.by_adjective = True
        body.settle(before)
        if not gap.strip():
            body.start = before.begin
        return True
    russian = context.lexicon.traits.inflection == "russian"
    own = clean[before.start].isupper() or (russian and _ADJECTIVAL.search(clean[before.start : before.end]))
    if before.bits & (SECTOR | PORTFOLIO) and own:
        body.portfolio[:0] = subjects(before)
        body.start = before.begin
        return True
    return False


def _owner_before(context: Context, before: Mention, gap: str) -> bool:
    """Whether a state or place before a head owns it: as an adjective, or (English) as a noun."""
    if context.lexicon.traits.inflection == "russian":
        return bool(before.bits & ADJECTIVE) or bool(
            _ADJECTIVAL.search(context.clean[before.start : before.end])
        )
    return not before.bits & COUNTRY or "s" in gap or context.lexicon.traits.inflection == "english"


def _adjective(context: Context, body: Body) -> None:
    """A capitalised adjective right before the head opens the name, but not one that only opens a sentence."""  # noqa: E501
    clean = context.clean
    start = clean.rfind(" ", 0, max(body.start - 1, 0)) + 1
    word = clean[start : body.start].strip()
    opens = start == context.sentences[context.sentence_at(start)].start if context.sentences else True
    if word[:1].isupper() and not opens and _ADJECTIVAL.search(word) and word.isalpha():  # noqa: SIM102
        if not any(m.bits & (STOPPERS | RELATION) for m in context.within(start, body.start)):
            body.start = start


def _capitalised(context: Context, body: Body) -> None:
    """Capitalised words before an English head open the name."""
    start = name_before(context.clean, body.start)
    if start < body.start and not any(m.bits & STOPPERS for m in context.within(start, body.start)):
        first = context.clean[start : body.start].split(" ", 1)[0]
        body.start = start if first.lower() not in ("the", "a", "an") else start + len(first) + 1


# --- after the head ---------------------------------------------------------------------------------


def right(context: Context, at: int, body: Body) -> None:
    """Run on over what belongs to a body, word by word, to the end of its state or to a boundary."""
    clean, mentions = context.clean, context.mentions
    position, loose = body.end, 0
    while position < len(clean):
        found = _WORD.search(clean, position, position + 40)
        if found is None:
            return
        start, end = found.span()
        gap = clean[position:start]
        if gap.strip() in _QUOTES and not body.country and clean[body.end : start].strip() in _QUOTES:
            position = body.end = quoted_end(clean, start - len(gap.lstrip()) if gap.strip() else start)
            body.named, body.stem, loose = True, 0, 0
            if position <= start:
                return
            continue
        while at < len(mentions) and mentions[at].start < start:
            at += 1
        mention = mentions[at] if at < len(mentions) and mentions[at].start == start else None
        verdict = _step(context, body, mention, clean[start:end], gap.strip())
        if verdict == STOP:
            return
        position = end if mention is None else mention.end
        loose = loose + 1 if verdict == MAYBE else 0
        if verdict != MAYBE:
            body.end, body.stem = position, 0
        if verdict == LAST or loose > _LOOSE:
            return


def _step(context: Context, body: Body, mention: Mention | None, word: str, mark: str) -> str:  # noqa: PLR0911
    """Whether the next word is taken, ends the body (last), is passed over for now (maybe) or stops it."""
    if mark and mark != ",":
        return STOP
    if mention is None:
        return _unknown(context, body, word, mark)
    bits = mention.bits
    if bits & (STOPPERS | DIGITS):
        return STOP
    if bits & (BODY | BODY_NAME | LEGAL_FORM) and not bits & (SECTOR | PORTFOLIO):
        apart = mark or body.country or _after_and(context, mention)
        return STOP if apart else MAYBE
    if bits & (SECTOR | PORTFOLIO) and not bits & RELATION:
        if body.country or (bits & MEETING and mark):
            return STOP
        body.add(subjects(mention))
        return TAKE
    if bits & (STATE | PLACE):
        return _owner(body, mention, mark)
    if bits & RELATION:
        return _relation(body, mention, mark)
    return _unknown(context, body, word, mark)


def _after_and(context: Context, mention: Mention) -> bool:
    """Whether "and" or "with" stands right before a mention, as a word or as a clitic."""
    if mention.begin > mention.start:
        return True
    at = context.index(mention.start) - 1
    while at >= 0 and mention.start - context.mentions[at].end < 8:
        before = context.mentions[at]
        if before.bits & RELATION and ("and" in before.values[RELATION] or "with" in before.values[RELATION]):
            return True
        at -= 1
    return context.clean[max(mention.start - 5, 0) : mention.start].strip().endswith(("and", "the", "و"))


def _owner(body: Body, mention: Mention, mark: str) -> str:
    """A state, region or city after a body: the one it belongs to."""
    code = state_of(mention)
    if mark or (body.country and (code != body.country or not mention.bits & (COUNTRY | ADJECTIVE))):
        return STOP
    body.country = code
    body.settle(mention)
    return LAST if mention.bits & (COUNTRY | ADJECTIVE) else TAKE


def _relation(body: Body, mention: Mention, mark: str) -> str:
    """Small words inside a body's name: of, and, under, the state's own noun."""
    values = mention.values[RELATION]
    if any(tie in values for tie in _LOOSELY):
        return MAYBE
    if any(tie in values for tie in _INSIDE):
        return TAKE
    return MAYBE if "and" in values and not mark and not body.country else STOP


def _unknown(context: Context, body: Body, word: str, mark: str) -> str:
    """A word the lexicon does not know (or knows for something else)."""
    traits = context.lexicon.traits
    if mark or body.country:
        return STOP if mark or not _small(word) else MAYBE
    if traits.inflection == "arabic":
        return TAKE if word.startswith(("ال", "لل", "وال")) else MAYBE
    if word[0].isupper():
        return TAKE
    if traits.inflection == "russian":
        if word in _TIES:
            return MAYBE
        return TAKE if _GENITIVE.search(word) and not _VERB.search(word) else STOP
    return MAYBE if _small(word) else STOP


def _small(word: str) -> bool:
    return word in _SMALL


def plural_owners(context: Context, body: Body) -> list[Body]:
    """The further bodies of a plural head: "the ministries of sport of A and B" are two."""
    if body.number == "sg" or not body.country:
        return []
    at = context.index(body.end)
    mentions = context.mentions
    if at + 1 >= len(mentions) or not mentions[at].has(RELATION, "and"):
        return []
    owner = mentions[at + 1]
    if owner.begin - mentions[at].end > 2 or not owner.bits & (STATE | PLACE) or state_of(owner) is None:
        return []
    second = Body(body.start, owner.end, body.kind, body.number, list(body.portfolio), state_of(owner))
    second.settle(owner)
    return [second]
