"""Sectors: the fields the sides discussed or agreed on."""

from mithaq.languages.senses import SECTOR
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE
from mithaq.reading.mention import Mention
from mithaq.reading.spans import Spans


def fields(context: Context, taken: Spans) -> dict[str, list[Mention]]:
    """The sectors of a report with the words that name them; words inside bodies and offices do not count."""
    found: dict[str, list[Mention]] = {}
    outside = [(s.start, s.end) for s in context.sentences if s.kind == FURNITURE_LINE]
    furniture = Spans(outside) if outside else None
    for mention in context.picked(SECTOR):
        if not taken.hold(mention.begin) and not (furniture and furniture.hold(mention.start)):
            for code in mention.values[SECTOR]:
                found.setdefault(code, []).append(mention)
    return found
