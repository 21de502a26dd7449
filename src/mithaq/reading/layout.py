"""How a page is laid out: lines, and in them sentences; headings, list items and furniture told apart."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter, or_
from typing import NamedTuple

from mithaq.languages.senses import ABBREVIATION, DOCUMENT, FURNITURE, HONORIFIC, MONTH
from mithaq.reading.mention import FIGURES, Mention

TITLE, HEADING, ITEM, PROSE, FURNITURE_LINE = "title", "heading", "item", "prose", "furniture"

_ITEM = re.compile(
    r"\s*(?:[-–—•●▪■►*·‣◦✓]+\s*|\(?\d{1,2}(?:[–-]\d{1,2})?\s?[.)\-]+(?!\d)\s*|[a-zа-яأ-ي]\)\s+)"
)
# One set of letters in front lets the search run to the next mark without trying each place.
_STOP = re.compile(
    r"[.!?؟。…][.!?؟。…]*(?:[»\"”’)\]]*(?=\s|$)|(?<=[.!?])(?=[А-ЯA-ZӘҒҚҢӨҰҮҺІ«\"“][а-яa-zәғқңөұүһі]))"
)
_END = frozenset('.!?؟:;؛。…»"”')
_BITS = attrgetter("bits")
_GOES_ON = frozenset(";؛,،")
_TITLE_LENGTH = 220
_LONGEST = 4000
_WRAPPED = 50
"""The length from which a line may have been broken where the page ended."""
_HEAD = 4
"""How many sentences may stand before the title of a page."""
_EARLY = 30
"""How near its beginning a line of a list that is a whole sentence names its document."""


@dataclass(slots=True)
class Sentence:
    """A sentence ``[start, end)`` of the clean text.

    ``first`` and ``last`` bound its mentions, ``bits`` are the senses that stand in it: what a rule looks for
    and is not among them need not be looked for.
    """

    start: int
    end: int
    kind: str
    line: int
    first: int = 0
    last: int = 0
    opens_list: bool = False
    bits: int = 0


def joined(clean: str) -> str:
    """The text with lines that were broken inside a sentence made one; no position changes.

    A long line that ends in a letter goes on in the next one where that begins with a small letter; what
    follows a colon is a list.
    """
    lines = clean.split("\n")
    if not any(line[:1].islower() for line in lines):
        return clean
    pieces: list[str] = []
    last, listing = "", False
    for line in lines:
        goes_on = line[:1].islower() and len(last) > _WRAPPED and last.rstrip(" ")[-1:].isalnum()
        pieces.append(" " if goes_on and not listing else "\n")
        pieces.append(line)
        listing = line.endswith(":") or (listing and line[:1].islower())
        last = line
    return "".join(pieces[1:])


def sentences(clean: str, mentions: list[Mention], starts: list[int]) -> list[Sentence]:
    """The sentences of a text in order, with the mentions that lie in each (``starts`` are theirs)."""
    found: list[Sentence] = []
    at = 0
    titled = listing = False
    for number, line in enumerate(clean.split("\n")):
        begin, at = at, at + len(line) + 1
        bare = line.strip()
        if not bare:
            continue
        kind, body = _kind(line, begin, mentions, starts, titled or len(found) > _HEAD)
        if kind == TITLE:
            titled = True
        elif listing and kind in (HEADING, PROSE):
            last = clean[found[-1].end - 1] in _GOES_ON and bare[-1] not in _GOES_ON
            if last or _is_line(bare, kind, begin + body, mentions, starts):
                kind = ITEM
            if last:
                listing = False
        listing = bare[-1] == ":" or (listing and kind == ITEM)
        whole = _Line(begin + body, begin + len(line.rstrip()), kind, number)
        found.extend(_cut(clean, whole, mentions, starts))
    edge = 0
    for sentence in found:
        sentence.first = bisect_left(starts, sentence.start, edge)
        sentence.last = edge = bisect_left(starts, sentence.end, sentence.first)
        sentence.bits = reduce(or_, map(_BITS, mentions[sentence.first : edge]), 0)
    return found


def _kind(line: str, begin: int, mentions: list[Mention], starts: list[int], titled: bool) -> tuple[str, int]:
    """The kind of a line and where its words begin."""
    item = _ITEM.match(line)
    if item and item.end() < len(line.rstrip()):
        return ITEM, item.end()
    bare = line.strip()
    lead = len(line) - len(line.lstrip())
    if _is_furniture(bare, begin, begin + len(line), mentions, starts):
        return FURNITURE_LINE, lead
    if bare[-1] in _END or len(bare) > _TITLE_LENGTH:
        return PROSE, lead
    if bare[-1] != "," and len(bare) > 12 and not titled:
        return TITLE, lead
    return (HEADING if len(bare) < 120 else PROSE), lead


def _is_line(bare: str, kind: str, start: int, mentions: list[Mention], starts: list[int]) -> bool:
    """Whether a line after a colon, or after such a line, is one of a list though no mark opens it."""
    if kind == HEADING or bare[-1] in _GOES_ON:
        return True
    first = bisect_left(starts, start)
    return any(m.bits & DOCUMENT and m.start - start < _EARLY for m in mentions[first : first + 3])


def _is_furniture(bare: str, start: int, end: int, mentions: list[Mention], starts: list[int]) -> bool:
    """Menus, counters, credits, teasers: what a page has beside its report."""
    if bare.count("|") > 1 or bare.count("»") - bare.count("«") > 1:
        return True
    first = bisect_left(starts, start)
    if first == len(mentions) or not mentions[first].bits & (FIGURES | FURNITURE):
        return False
    if mentions[first].bits & FIGURES and mentions[first].end < end:
        start = mentions[first].end
        first += 1
    if first < len(mentions) and mentions[first].start < end and mentions[first].bits & FURNITURE:
        return mentions[first].start - start <= 3 or len(bare) < 40
    return False


class _Line(NamedTuple):
    """The words of a line, its kind and its number."""

    start: int
    end: int
    kind: str
    number: int


def _cut(clean: str, line: _Line, mentions: list[Mention], starts: list[int]) -> list[Sentence]:
    """The sentences of a line; a full stop after an abbreviation, an initial or a number cuts nothing."""
    found: list[Sentence] = []
    begin, end = line.start, line.end
    for stop in _STOP.finditer(clean, begin, end):
        dot, after = stop.span()
        if clean[dot] == "." and (
            _runs_on(clean, after, end) or _abbreviated(clean, dot, begin, mentions, starts)
        ):
            continue
        begin = _file(found, clean, begin, after, line)
        while begin < end and clean[begin].isspace():
            begin += 1
    if begin < end:
        _file(found, clean, begin, end, line)
    if found and clean[found[-1].end - 1] in ":؛":
        found[-1].opens_list = True
    return found


def _runs_on(clean: str, at: int, end: int) -> bool:
    """Whether a small letter follows: no sentence begins with one ("X Co. Ltd. signed")."""
    while at < end and clean[at] in " \u00a0":
        at += 1
    return at < end and clean[at].islower()


def _file(found: list[Sentence], clean: str, start: int, end: int, line: _Line) -> int:
    """A sentence of a length people write in one piece, else cut at blanks: rules look at whole ones."""
    while end - start > _LONGEST:
        cut = clean.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        found.append(Sentence(start, cut, line.kind, line.number))
        start = cut
    found.append(Sentence(start, end, line.kind, line.number))
    return end


def _abbreviated(clean: str, dot: int, begin: int, mentions: list[Mention], starts: list[int]) -> bool:
    """Whether a full stop ends an abbreviation, an initial or the number of a list within a sentence."""
    word = max(clean.rfind(" ", begin, dot) + 1, begin)
    if not clean[word:dot].isalpha():
        floor, word = word, dot
        while word > floor and (clean[word - 1].isalpha() or clean[word - 1] == "."):
            word -= 1
    length = dot - word
    if length == 0:
        return dot == begin or (clean[dot - 1].isdigit() and clean[dot + 1 : dot + 4].lstrip()[:1].islower())
    if length == 1:
        return clean[word].isupper() or clean[word] in "гвдс"
    at = bisect_left(starts, word)
    if at and mentions[at - 1].end >= dot and mentions[at - 1].bits & HONORIFIC:
        return True
    if at == len(mentions) or mentions[at].start != word:
        return False
    mention = mentions[at]
    title = mention.bits & HONORIFIC and mention.end > dot
    month = mention.bits & MONTH and length <= 4 and mention.end <= dot
    return mention.end > dot + 1 or bool(mention.bits & ABBREVIATION or title or month)
