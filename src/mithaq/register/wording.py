"""The words an entry is found by: what its sources call it in their languages, and its codes in all four."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from mithaq import lists
from mithaq.languages.searching import index_terms, name_terms
from mithaq.register.saying import items

if TYPE_CHECKING:
    from mithaq.register.entries import Made

_MOST = 2000
"""Words of one entry at most: what an event with hundreds of reports is called is said in the first of them.

"""


def terms(made: "Made") -> str:
    """The terms of an entry, each once, separated by blanks."""
    found = dict.fromkeys(_terms(made))
    return " ".join(list(found)[:_MOST])


def _terms(made: "Made") -> Iterator[str]:
    for winner in made.winners:
        prop, value = winner.property, winner.value
        if prop.codes:
            for code in value if isinstance(value, list) else [value]:
                yield from _label(prop.codes, code)
        elif prop.form == "wording":
            for language, words in value.items():
                yield from index_terms(words, language)
                if prop.name == "name":
                    yield from name_terms(words)
        elif prop.form == "text":
            yield from index_terms(str(value), None)
            yield from name_terms(str(value))
    yield from _named_in(made)


@cache
def _label(name: str, code: str) -> tuple[str, ...]:
    """A code in the languages of the interface; a currency by its letters alone."""
    row = _rows(name).get(code)
    if row is None:
        return (code.casefold(),)
    return tuple(term for language, label in row.labels.items() for term in index_terms(label, language))


def _rows(name: str) -> dict[str, Any]:
    if name == "currencies":
        return {}
    if name == "countries":
        return dict(lists.countries())
    if name == "portfolios":
        return {**lists.sectors(), **lists.portfolios()}
    return dict(lists.CODE_LISTS[name]())


def _named_in(made: "Made") -> Iterator[str]:
    """The bodies that sign, and for a meeting the people and documents told of with it."""
    for mention in made.mentions:
        language = mention.record["document"]["language"]
        if made.type == "instrument":
            for body in mention.item["signatories"]:
                yield from index_terms(body["name"], language)
        elif made.type == "event":
            for person in items(mention.record, "person"):
                yield from name_terms(person["name"])
            for instrument in items(mention.record, "instrument"):
                yield from index_terms(instrument["title"] or "", language)
