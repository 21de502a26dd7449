"""What the properties, types and states of entries are called in the interface languages."""

from collections.abc import Mapping

from mithaq.locale import words as words_of
from mithaq.model.entry import EntryType, State
from mithaq.model.sheet import Column

_WORDS: Mapping[str, str] = {
    "id": "Id", "type": "Type", "state": "Review", "confidence": "Confidence",
    "sources": "Number of sources", "places": "Sources", "published": "First published",
    "contested": "Contested", "related": "Related entries", "kind": "Kind", "title": "Title",
    "date": "Date", "city": "City", "country": "Country", "host": "Host", "guests": "Guests",
    "countries": "Countries", "sectors": "Fields", "status": "Status", "count": "Count",
    "signatories": "Signed by", "period_from": "Valid from", "period_to": "Valid until", "value": "Value",
    "currency": "Currency", "actions": "What became of it", "name": "Name", "portfolio": "Portfolio",
    "subdivision": "Region", "parent": "Part of", "keys": "Keys", "latin": "Name in Latin letters",
    "office": "Office", "body": "Body", "offices": "Offices over time", "about": "About",
    "qualifier": "Exactness", "by": "By", "stage": "Stage", "same_as": "Repeats",
    "counted": "Counted in totals", "text": "Wording", "modality": "Firmness", "actors": "Actors",
    "due": "Due",
}  # fmt: skip
_TYPES: Mapping[EntryType, tuple[str, str]] = {
    "event": ("Meeting", "Meetings"), "instrument": ("Document", "Documents"), "body": ("Body", "Bodies"),
    "person": ("Person", "People"), "claim": ("Sum of money", "Amounts"),
    "commitment": ("Commitment", "Commitments"),
}  # fmt: skip
_STATES: Mapping[State, str] = {"proposed": "Proposed", "accepted": "Accepted", "rejected": "Rejected"}


def heading(name: str, language: str) -> str:
    """What a property of an entry is called. KeyError for what is none, or a language not spoken."""
    return words_of(language)[_WORDS[name]]


def column_heading(column: Column, language: str) -> str:
    """What a column of a table of entries is called: names as the property, codes are marked."""
    words = words_of(language)
    named, _, beside = column.name.rpartition("_")
    if named in _WORDS and beside in {"name", "names"}:
        return words[_WORDS[named]]
    if named in _WORDS and beside == "language":
        return words["{heading} (language)"].format(heading=words[_WORDS[named]])
    if column.coded:
        return words["{heading} (code)"].format(heading=words[_WORDS[column.name]])
    return words[_WORDS[column.name]]


def type_name(kind: EntryType, language: str, *, several: bool = False) -> str:
    """What a type of entry is called, one of it or several."""
    return words_of(language)[_TYPES[kind][several]]


def state_name(state: State, language: str) -> str:
    """What the state of an entry is called."""
    return words_of(language)[_STATES[state]]
