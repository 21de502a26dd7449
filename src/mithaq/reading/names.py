"""Personal names: where one begins and ends, told without a model."""

import re
from bisect import bisect_right

from mithaq.languages.kazakh import case_ending
from mithaq.languages.senses import (
    ADJECTIVE,
    AMOUNT,
    BODY,
    BODY_NAME,
    CAPITAL,
    COUNTRY,
    DATE,
    DAY,
    DOCUMENT,
    GIVEN_NAME,
    HONORIFIC,
    MEETING,
    MEETING_MARK,
    MODALITY,
    MONTH,
    NOT_NAME,
    OFFICE,
    OFFICE_MARK,
    PARTICLE,
    PERIOD,
    PLACE,
    RELATION,
    SPEECH,
    STATUS,
    WEEKDAY,
)  # fmt: skip
from mithaq.reading import plain_names
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, FIGURES, Mention

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+|(?<=\b[^\W\d_])\.(?=\s?[^\W\d_]))*\.?(?:[-‑–][^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)*"
)
_NEXT_TOKEN = re.compile(r"[ \u00a0]*(" + _TOKEN.pattern + ")")
_BAR = (
    COUNTRY | ADJECTIVE | BODY | BODY_NAME | DOCUMENT | OFFICE | OFFICE_MARK | MONTH | WEEKDAY | DAY
    | NOT_NAME | RELATION | STATUS | SPEECH | MEETING | MEETING_MARK | HONORIFIC | AMOUNT | DATE | PERIOD
    | MODALITY | DIGITS | FIGURES
)  # fmt: skip
_KEEP = GIVEN_NAME | PARTICLE
_MOST = 10
_APART = 2
_REACH = 90
_NEAR = 36
_POSSESSIVE = ("'s", "’s")
_OPENING = frozenset(' \u00a0/«“"')
_AFTER_HONORIFIC = _OPENING | {"."}
_LOWER_PARTICLE = re.compile(r"[^\W\d_]{1,3}[-‑]\w")
_ORDINAL = re.compile(r"[IVXІ]+$")
_SURNAMES = ("ев", "ов", "ин", "ева", "ова", "ина", "ий", "ұлы", "қызы")
"""Ends of family names after which two letters are surely a case ending."""


def name_after(context: Context, position: int) -> tuple[int, int] | None:
    """The span of a name that begins at a position (blanks and honorifics passed over), or None."""
    position = _pass_honorifics(context, position)
    if context.lexicon.traits.capitals:
        span = _run(context, position)
        return None if span and context.head_final and _of_body(context, span) else span
    return plain_names.after(context, position)


def _of_body(context: Context, span: tuple[int, int]) -> bool:
    """Whether what looks like a name is that of a body: in foreign letters, its noun right behind it."""
    at = context.index(span[1])
    if at >= len(context.mentions) or not context.clean[span[0] : span[1]].isascii():
        return False
    follow = context.mentions[at]
    return bool(follow.bits & BODY) and follow.start - span[1] <= _APART


def _pass_honorifics(context: Context, position: int) -> int:
    """Go on past honorifics, and a bracket or quotation mark that opens."""
    at = context.index(position)
    last = context.mentions[at - 1] if at else None
    titled = last is not None and last.end == position and last.bits & HONORIFIC
    marks = _AFTER_HONORIFIC if titled else _OPENING
    while at < len(context.mentions):
        mention = context.mentions[at]
        if (
            not mention.bits & HONORIFIC
            or mention.bits & GIVEN_NAME
            or context.clean[position : mention.start].strip(' .,/«"“(')
        ):
            break
        position = mention.end
        marks = _AFTER_HONORIFIC
        at += 1
    while position < len(context.clean) and context.clean[position] in marks:
        position += 1
    return position


def _run(context: Context, position: int) -> tuple[int, int] | None:
    """The longest run of name tokens from a position."""
    clean = context.clean
    begin, end, count, held = position, position, 0, 0
    while count < _MOST:
        token = _NEXT_TOKEN.match(clean, held or end)
        if token is None:
            break
        start, stop = token.span(1)
        word = token[1]
        mention = _mention_at(context, start)
        verdict = _capitalised(context, word, mention, count)
        if verdict == "stop" and not (held > end and word[0].isupper()):
            break
        if mention is not None and mention.bits & _KEEP and mention.end > stop:
            stop = mention.end
        if verdict == "hold":
            held = stop
            count += 1
            continue
        if count == 0:
            begin = start
        end, held = stop, 0
        count += 1
        if word[-1] == "." and len(word) > (2 if count > 1 else 3):
            end -= 1
            break
    return (begin, end) if end > begin else None


def _mention_at(context: Context, position: int) -> Mention | None:
    """The mention a position lies in."""
    at = bisect_right(context.starts, position) - 1
    if at < 0:
        return None
    mention = context.mentions[at]
    return mention if mention.end > position or mention.start == position else None


def _capitalised(context: Context, token: str, mention: Mention | None, count: int) -> str:
    """Whether a token of a language with capitals takes part in a name."""
    if not token[0].isupper():
        glued = _LOWER_PARTICLE.match(token)
        if count and glued and token[glued.end() - 1].isupper():
            return "take"
        return "hold" if count and mention is not None and mention.bits & PARTICLE else "stop"
    if mention is None or mention.bits & _KEEP or (count and _short_word(context, mention)):
        return "take"
    if mention.bits & _BAR:
        return "take" if _family_name(context, mention, count) else "stop"
    place = mention.bits & (PLACE | CAPITAL) and count and (count > 1 or mention.stem < mention.end)
    shouted = len(token) > 4 and token.isupper() and not count
    return "stop" if place or shouted else "take"


def _short_word(context: Context, mention: Mention) -> bool:
    """Whether what looks like a title ("Eng") stands inside a name as a short word of it."""
    return (
        mention.end - mention.start <= 3
        and mention.bits & ~NOT_NAME == HONORIFIC
        and not (context.clean.startswith(".", mention.end))
    )


def _family_name(context: Context, mention: Mention, count: int) -> bool:
    """Whether a word that mostly means something else is a name: Marta (March), Mali after one given name."""
    if mention.bits & MONTH:
        return context.lexicon.traits.inflection != "english"
    ends = context.clean[mention.end : mention.end + 1] in (",", ".", ";", ")", "")
    return bool(mention.bits & COUNTRY) and count == 1 and ends


def name_before(context: Context, position: int) -> tuple[int, int] | None:
    """The span of a name that ends right before a position, or None."""
    if not context.lexicon.traits.capitals:
        return plain_names.before(context, position)
    clean = context.clean
    line = clean.rfind("\n", max(position - _REACH, 0), position) + 1
    for reach in (_NEAR, _REACH):
        low = max(position - reach, line)
        span, whole = _back(context, low, position)
        if whole or low == line:
            break
    return span


def _back(context: Context, low: int, position: int) -> tuple[tuple[int, int] | None, bool]:
    """The span of the name that ends at a position, and whether it surely begins above ``low``."""
    clean = context.clean
    begin = end = 0
    at = position
    whole = False
    for count, token in enumerate(reversed(list(_TOKEN.finditer(clean, low, position)))):
        start, stop = token.span()
        whole = start > low + 1
        if clean[stop:at].strip() or count >= _MOST:
            break
        word = token[0]
        verdict = _capitalised(context, word, _mention_at(context, start), 1)
        if verdict == "stop" or (word[-1] == "." and len(word) > 2):
            break
        if verdict == "take":
            begin = start
            end = end or stop
        at = start
        whole = False
    return ((begin, end) if end > begin and clean[begin:end].strip() else None), whole


def named_before(context: Context, position: int) -> bool:
    """Whether a name of several words stands before a position, with or without a comma between."""
    edge = len(context.clean[max(position - 4, 0) : position].rstrip(" \u00a0,،")) + max(position - 4, 0)
    span = name_before(context, edge)
    return span is not None and " " in context.clean[span[0] : span[1]]


def without_ending(context: Context, start: int, end: int) -> int:
    """Where a name ends without what its last word ends in: a case ending (Kazakh), 's (English)."""
    if context.lexicon.traits.inflection == "english" and context.clean[start:end].endswith(_POSSESSIVE):
        return end - 2
    if context.lexicon.traits.inflection != "kazakh":
        return end
    clean = context.clean
    word = max(clean.rfind(" ", start, end), clean.rfind("-", start, end), start - 1) + 1
    cut = case_ending(clean[word:end])
    return end - cut if cut > 2 or clean[word : end - cut].endswith(_SURNAMES) else end
