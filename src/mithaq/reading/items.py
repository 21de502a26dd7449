"""Items: a plural whose small word is said again for every document it stands for."""

from mithaq.languages.senses import (
    BODY,
    BODY_NAME,
    COUNTRY,
    DOCUMENT,
    LEGAL_FORM,
    PORTFOLIO,
    RELATION,
    SECTOR,
    SPEECH,
    STATUS,
)
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.layout import Sentence

_PAIRS_APART = frozenset((",", ";", ", and", "; and"))
_LEAST, _FURTHEST, _TINY, _SMALL = 2, 700, 3, 3


def itemise(context: Context, sentence: Sentence, bulk: Draft, found: list[Draft]) -> None:
    """Split a plural whose small word is said again for every item: "agreements on a, on b and on c"."""
    if context.head_final or not context.lexicon.traits.capitals:
        return
    ties = _repeated(context, sentence, bulk)
    if len(ties) < _LEAST or bulk.count not in (None, len(ties)):
        return
    bulk.count, bulk.number, bulk.titled, bulk.counted = 1, "sg", True, False
    at = found.index(bulk) + 1
    found[at:at] = [
        Draft(context.mentions[i].start, context.mentions[i].end, bulk.kind, elided=True, at=i)
        for i in ties[1:]
    ]


def _repeated(context: Context, sentence: Sentence, bulk: Draft) -> list[int]:
    """The small words (their indices) that each bring in another item of a plural."""
    mentions = context.mentions
    ties: dict[str, list[int]] = {"between": [], "on": []}
    for index in range(bulk.at + 1, sentence.last):
        mention = mentions[index]
        if mention.bits & (DOCUMENT | STATUS | SPEECH) or mention.start - bulk.end > _FURTHEST:
            break
        code = next((tie for tie in ties if mention.has(RELATION, tie)), "")
        if code and (not ties[code] or _again(context, sentence, index, code, ties[code][0])):
            ties[code].append(index)
    return max(ties.values(), key=len)


def _again(context: Context, sentence: Sentence, index: int, code: str, first: int) -> bool:
    """Whether a small word is the first one said again, after a comma or "and", with another item."""
    mentions, clean = context.mentions, context.clean
    mention, before = mentions[index], mentions[index - 1]
    word, once = clean[mention.start : mention.end], clean[mentions[first].start : mentions[first].end]
    if code == "on" and (len(word) > _TINY or word.split()[-1][0] != once.split()[-1][0]):
        return False
    tied = before.has(RELATION, "and") and mention.start - before.end <= _SMALL
    tied = tied or " " in word or clean[mention.start - 2 : mention.start] == ", "
    return tied and _items(context, sentence, index, code)


def _items(context: Context, sentence: Sentence, index: int, code: str) -> bool:
    """Whether what follows a small word can be what a document is about, or who made it."""
    after = context.mentions[index + 1 : min(index + 5, sentence.last)]
    wanted = SECTOR | PORTFOLIO if code == "on" else BODY | BODY_NAME | LEGAL_FORM | COUNTRY
    if not after or after[0].has(RELATION, "this") or after[0].has(RELATION, "relative"):
        return False
    return any(m.bits & wanted for m in after)


def next_pair(context: Context, index: int, before: Draft) -> bool:
    """Whether a "between" tells the parties of a further document: "memoranda between A and B, between C …".

    The first pair is that of the noun; Arabic says "between A and between B" of one pair.
    """
    mention = context.mentions[index]
    if not (context.lexicon.traits.capitals and (before.bulk or before.elided)):
        return False
    earlier = [m for m in context.mentions[before.at : index] if m.has(RELATION, "between")]
    if not earlier:
        return False
    lead = context.clean[max(mention.start - 6, earlier[-1].end) : mention.start].rstrip()
    return any(lead.endswith(mark) for mark in _PAIRS_APART)
