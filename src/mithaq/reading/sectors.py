"""Sectors: the fields the sides discussed or agreed on."""

from mithaq.languages.senses import SECTOR
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE
from mithaq.reading.mention import Mention
from mithaq.reading.spans import Spans


def fields(context: Context, taken: Spans) -> dict[str, list[Mention]]:
    """The sectors of a report with the words that name them; words inside bodies and offices do not count."""
    found: dict[str, list[Mention]] = {}
    for sentence in context.sentences:
        if sentence.kind == FURNITURE_LINE or not sentence.bits & SECTOR:
            continue
        for mention in context.of(sentence):
            if mention.bits & SECTOR and not taken.hold(mention.begin):
                for code in mention.values[SECTOR]:
                    found.setdefault(code, []).append(mention)
    return found
