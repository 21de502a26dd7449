"""Sectors: the fields the sides discussed or agreed on."""

from collections.abc import Sequence

from mithaq.languages.senses import SECTOR
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE
from mithaq.reading.mention import Mention


def outside(mention: Mention, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention lies in none of the spans."""
    return not any(start <= mention.begin < end for start, end in taken)


def fields(context: Context, taken: Sequence[tuple[int, int]]) -> dict[str, list[Mention]]:
    """The sectors of a report with the words that name them; words inside bodies and offices do not count."""
    found: dict[str, list[Mention]] = {}
    for sentence in context.sentences:
        if sentence.kind == FURNITURE_LINE:
            continue
        for mention in context.of(sentence):
            if mention.bits & SECTOR and outside(mention, taken):
                for code in mention.values[SECTOR]:
                    found.setdefault(code, []).append(mention)
    return found
