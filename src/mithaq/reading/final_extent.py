"""How far a body's name runs where its head noun comes last: the words before it."""

import re
from dataclasses import dataclass

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    COUNTRY,
    DOCUMENT,
    LEGAL_FORM,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    STATE,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.extent import STOPPERS, subjects
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_REACH = 160
_UNKNOWN = 40
_MARKS = frozenset(("", ",", "-", "»", '"', "”"))
_CLOSING = frozenset(("»", '"', "”"))
_OPENING = frozenset(("«", "“", "„", '"'))
_TERRITORIES = frozenset(("city", "region", "city_administration", "region_administration"))
_NAMED_AFTER = ("атындағы", "жанындағы")
TAKE, PASS, LAST, STOP = "take", "pass", "last", "stop"


@dataclass(slots=True)
class _Way:
    """The way back from a head: where it stands, and whether the name's owner or namesake was met."""

    context: Context
    body: Body
    at: int
    pending: int
    floor: int = 0
    start: int = 0
    mark: str = ""
    after_and: bool = False
    namesake: bool = False
    quoted: bool = False
    opened: bool = False


def back(context: Context, at: int, body: Body) -> None:
    """Run back over subjects and names to the state, or to a capitalised word that begins the name."""
    clean, mentions = context.clean, context.mentions
    floor = context.sentences[context.sentence_at(body.start)].start if context.sentences else 0
    words = list(_WORD.finditer(clean, max(floor, body.start - _REACH), body.start))
    way = _Way(context, body, at, body.start, floor)
    for word in reversed(words):
        start, end = word.span()
        if start >= way.pending:
            continue
        way.start = start
        way.mark = clean[end : way.pending].strip()
        if way.mark in _OPENING and way.quoted:
            way.opened = True
        elif way.mark not in _MARKS:
            return
        while way.at >= 0 and mentions[way.at].start > start:
            way.at -= 1
        way.quoted = way.quoted or way.mark in _CLOSING
        mention = mentions[way.at] if way.at >= 0 and mentions[way.at].end > start else None
        verdict = _step(way, mention, word[0])
        if way.opened:
            if verdict == LAST:
                body.start = min(mention.begin, start) if mention is not None else start
            return
        if verdict == STOP:
            return
        way.pending = start if mention is None else min(mention.begin, start)
        if verdict != PASS:
            body.start = way.pending
        if verdict == LAST:
            return


def _step(way: _Way, mention: Mention | None, word: str) -> str:  # noqa: PLR0911
    """What the next word back does to the name."""
    body = way.body
    if word in _NAMED_AFTER:
        way.namesake = True
        return TAKE
    if mention is None:
        return _unknown(way, word)
    if mention.bits & DOCUMENT and way.pending == body.start and mention.stem == mention.end:
        return PASS
    if mention.bits & STOPPERS:
        return STOP
    if mention.bits & (BODY | BODY_NAME | LEGAL_FORM) and not mention.bits & (SECTOR | PORTFOLIO):
        owns = way.namesake or not mention.bits & BODY or _owns(way, mention)
        return TAKE if owns and not way.after_and and not way.mark else STOP
    if mention.bits & (SECTOR | PORTFOLIO):
        if mention.bits & BODY and (way.after_and or not _owns(way, mention)):
            return STOP
        body.portfolio[:0] = [code for code in subjects(mention) if code not in body.portfolio]
        way.after_and = False
        return TAKE
    if mention.bits & (STATE | PLACE):
        return _owner(way, mention)
    if mention.has(RELATION, "and"):
        way.after_and = True
        return PASS
    return _unknown(way, word)


def _owns(way: _Way, mention: Mention) -> bool:
    """Whether a body before another is what it is part of: in the genitive, or before a small letter."""
    return mention.end > mention.stem or way.context.clean[way.pending].islower()


def _owner(way: _Way, mention: Mention) -> str:
    """A state, region or city before a body: the one it belongs to."""
    body = way.body
    code = state_of(mention)
    if way.after_and or way.mark == "," or (body.country and code != body.country):
        return STOP
    body.country = code
    body.settle(mention)
    if mention.bits & COUNTRY and not mention.bits & ADJECTIVE:
        return LAST
    return TAKE


def _unknown(way: _Way, word: str) -> str:
    """A word the lexicon does not know: part of the name where it has a capital or closes a quotation."""
    if way.after_and or way.mark == ",":
        return STOP
    if word[0].isupper():
        if way.body.kind in _TERRITORIES and (way.body.city or way.body.subdivision):
            return STOP
        return TAKE if way.pending == way.body.start or way.start > way.floor else STOP
    if way.mark in _CLOSING:
        return TAKE
    if way.body.country or way.namesake:
        return STOP
    return STOP if way.body.start - way.pending > _UNKNOWN else PASS
