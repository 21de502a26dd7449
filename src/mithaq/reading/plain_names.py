"""Personal names in a script without capitals, bounded by known words, carried by given names."""

import re
from bisect import bisect_right

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
    NUMBER,
    OFFICE,
    OFFICE_MARK,
    ORDINAL,
    PARTICLE,
    PERIOD,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    SPEECH,
    STATUS,
    WEEKDAY,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, FIGURES, Mention

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*(?:[-‑–][^\W\d_]+)*")
_NEXT_WORD = re.compile(r"[ \u00a0]*(" + _WORD.pattern + ")")
_BAR = (
    COUNTRY | BODY | BODY_NAME | DOCUMENT | OFFICE | OFFICE_MARK | MONTH | WEEKDAY | DAY | NOT_NAME
    | RELATION | STATUS | SPEECH | MEETING | MEETING_MARK | HONORIFIC | AMOUNT | DATE | PERIOD
    | MODALITY | DIGITS | FIGURES | SECTOR | PORTFOLIO | PLACE | CAPITAL | NUMBER
)  # fmt: skip
_KEEP = GIVEN_NAME | PARTICLE
_UNKNOWN_MOST = 4
_MOST = 10
_REACH = 110
_NEAR = 36
_GLUED = ("لل", "بال", "وال", "كال", "فال", "ولل", "وبال")

TAKE, HOLD, STOP = "take", "hold", "stop"


class _Word:
    """A word that may be part of a name: its bounds, the phrase it stands in, and what that says of it.

    ``known``: it is known as a name. ``joined``: it begins with "and" or another small word written on to it.
    """

    __slots__ = ("bits", "demonym", "end", "joined", "known", "mention", "particle", "start", "text")

    def __init__(self, start: int, end: int, text: str, mention: Mention | None) -> None:
        self.start, self.end, self.text, self.mention = start, end, text, mention
        if mention is None:
            self.bits = 0
            self.known = self.particle = self.demonym = False
            self.joined = text.startswith("و")
            return
        self.bits = bits = mention.bits
        self.known = bits & GIVEN_NAME != 0
        self.particle = bits & PARTICLE != 0 and not self.known
        self.demonym = bits & ADJECTIVE != 0 and not self.known
        if mention.start == start and not bits & ADJECTIVE:
            self.joined = mention.begin > start
        else:
            self.joined = text.startswith("و")


def _word(context: Context, position: int) -> _Word | None:
    """The word (or known name of several words) at a position, blanks passed over."""
    found = _NEXT_WORD.match(context.clean, position)
    if found is None:
        return None
    start, end = found.span(1)
    mention = _phrase(context, start)
    if mention is not None and mention.bits & _KEEP and mention.end > end:
        end = mention.end
    return _Word(start, end, found[1], mention)


def _phrase(context: Context, position: int) -> Mention | None:
    """The phrase a position lies in."""
    at = bisect_right(context.starts, position) - 1
    if at < 0:
        return None
    mention = context.mentions[at]
    return mention if mention.end > position or mention.start == position else None


def _barred(word: _Word) -> bool:
    return word.bits & _BAR != 0 and not word.bits & _KEEP


def after(context: Context, position: int) -> tuple[int, int] | None:
    """The span of the name that begins at a position, or None."""
    taken: list[_Word] = []
    held: list[_Word] = []
    unknown = 0
    at = position
    while len(taken) < _MOST:
        word = _word(context, at)
        if word is None or (verdict := _goes_on(context, word, taken, bool(held))) == STOP:
            break
        at = word.end
        if verdict == HOLD:
            held.append(word)
            continue
        bound = bool(held) or word.known
        unknown += 0 if bound else 1
        if unknown > _UNKNOWN_MOST:
            break
        taken += [*held, word]
        held = []
    if not taken:
        return None
    start = taken[0].start
    if taken[0].mention is not None and taken[0].mention.begin > start >= taken[0].mention.start:
        start = taken[0].mention.begin
    return start, taken[-1].end


def _goes_on(context: Context, word: _Word, taken: list[_Word], bound: bool) -> str:
    """Whether a name that has some words goes on with another: take, hold (a particle) or stop."""
    if bound and (word.known or not _WORD_OF_TITLE & word.bits):
        return TAKE
    if word.particle:
        return STOP if taken and word.joined and not _particle_itself(word) else HOLD
    if taken and (word.demonym or word.bits & ORDINAL):
        return STOP if word.joined else TAKE
    if taken and word.joined and not _surname_with_and(context, word, taken):
        return STOP
    if word.demonym or _barred(word) or len(word.text) < 2 or word.text.startswith(_GLUED):
        return STOP
    return TAKE


_WORD_OF_TITLE = OFFICE | HONORIFIC | DIGITS


def _particle_itself(word: _Word) -> bool:
    """A particle that only looks as if "and" stood before it: ولد."""
    return word.mention is not None and word.mention.begin == word.mention.start


def _surname_with_and(context: Context, word: _Word, taken: list[_Word]) -> bool:
    """A family name that begins with the letter of "and", right after a given name and before a mark."""
    if word.known:
        return word.mention is not None and word.mention.begin == word.mention.start
    follow = context.clean[word.end : word.end + 1]
    return len(taken) == 1 and taken[0].known and word.mention is None and follow in ("،", ",", ".", "")


def before(context: Context, position: int) -> tuple[int, int] | None:
    """The span of the name that ends right before a position, or None."""
    clean = context.clean
    line = clean.rfind("\n", max(position - _REACH, 0), position) + 1
    for reach in (_NEAR, _REACH):
        low = max(position - reach, line)
        words, edge, whole = _back(context, low, position)
        if whole or reach == _REACH or low == line:
            break
    return _front(words, listed=clean[max(edge - 9, 0) : edge].rstrip()[-1:] in ("،", ",", ""))


def _back(context: Context, low: int, position: int) -> tuple[list[_Word], int, bool]:
    """The words before a position that may be a name, where they begin, and whether that is above ``low``."""
    clean = context.clean
    words: list[_Word] = []
    edge = position
    for found in reversed(list(_WORD.finditer(clean, low, position))):
        start, end = found.span()
        if clean[end:edge].strip() or len(words) >= _MOST:
            return words[::-1], edge, True
        word = _Word(start, end, found[0], _phrase(context, start))
        if (
            not (word.demonym or word.particle or word.known)
            and (_barred(word) or word.text.startswith(_GLUED))
            and not _bound(context, word)
        ):
            return words[::-1], edge, start > low + 1
        words.append(word)
        edge = start
        if word.joined and not word.particle and word.mention is not None:
            return words[::-1], edge, start > low + 1
    return words[::-1], edge, False


def _bound(context: Context, word: _Word) -> bool:
    """Whether a word that mostly means something else is bound to a particle before it: "ولد العربي"."""
    if word.bits & _WORD_OF_TITLE or word.mention is None:
        return False
    at = context.index(word.mention.start) - 1
    before = context.mentions[at] if at >= 0 else None
    return before is not None and bool(before.bits & PARTICLE) and word.start - before.end == 1


def _front(words: list[_Word], listed: bool) -> tuple[int, int] | None:
    """Drop what cannot begin a name: adjectives of states, words too many before the first given name."""
    while words and words[0].demonym:
        words = words[1:]
    first = next((index for index, word in enumerate(words) if word.known), None)
    if first is not None and first > 0 and not any(word.particle for word in words[:first]):
        words = words[first:] if len(words) - first > 1 else words
    loose = [word for word in words if not (word.known or word.particle)]
    if not words or len(loose) > _UNKNOWN_MOST:
        return None
    start = words[0].start
    mention = words[0].mention
    if mention is not None and mention.start == start and words[0].joined:
        start = mention.begin
    elif (
        mention is None
        and listed
        and len(words) > 1
        and words[0].text.startswith("و")
        and len(words[0].text) > 4
    ):
        start += 1
    return (start, words[-1].end) if len(words) > 1 or words[0].known else None


def portfolio(context: Context, position: int, construct: bool) -> int:
    """Where the unknown words of a portfolio end: definite ones, "and" with one, in construct the first."""
    end = position
    first = construct
    while True:
        word = _word(context, end)
        if word is None or word.known or word.particle or "\n" in context.clean[end : word.start]:
            return end
        mention = word.mention
        if mention is not None and mention.bits & (
            OFFICE | HONORIFIC | STATUS | SPEECH | DOCUMENT | ADJECTIVE | COUNTRY
        ):
            return end
        definite = word.text.startswith(("ال", "وال", "لل", "ولل"))
        known = mention is not None and bool(mention.bits & (SECTOR | PORTFOLIO | BODY))
        if not (definite or known or first or (word.text.startswith("و") and mention is None)):
            return end
        if (
            mention is not None
            and mention.bits & (NOT_NAME | RELATION | MEETING | MEETING_MARK)
            and not known
        ):
            return end
        end = max(word.end, mention.end if known and mention is not None else 0)
        first = False
