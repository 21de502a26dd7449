"""Entries found → a list of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mithaq.locale import direction
from mithaq.model.entry import EntryType
from mithaq.views.card import Names, item
from mithaq.views.filed import Found, Item
from mithaq.views.values import Speaker, Values
from mithaq.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Row:
    """An entry that was found: its values, how many sources speak of it, on how many values they differ."""

    id: str
    type: EntryType
    values: Values
    sources: int
    contested: int
    confidence: float
    state: str = "proposed"


def found(
    rows: Iterable[Row], count: int, offset: int, names: Names, interface: str = "en"
) -> Found:  # fmt: skip
    """The entries of one page of a search that found ``count``, ``offset`` of them before this page."""
    speaker = Speaker(Wording.of(interface), names)
    items = tuple(_item(row, speaker) for row in rows)
    return Found(interface, direction(interface), items, offset, count)


def _item(row: Row, speaker: Speaker) -> Item:
    wording = speaker.wording
    made = item(row.type, row.id, row.values, speaker)
    parts = [_told("sources: {number}", row.sources, wording)]
    if row.contested:
        parts.append(_told("contested: {number}", row.contested, wording))
    parts.append(made.note)
    certainty = wording.certainty(row.confidence)
    return replace(made, note=" · ".join(part for part in parts if part), certainty=certainty)


def _told(key: str, number: int, wording: Wording) -> str:
    words: Mapping[str, str] = wording.words
    # A number is not parted from what it counts.
    return words[key].format(number=wording.number(number)).replace(" ", "\N{NO-BREAK SPACE}")
