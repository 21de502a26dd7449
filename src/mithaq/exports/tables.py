"""An entry as one flat row: written once, for every format that is a table.

The columns are those of :func:`mithaq.model.sheet.columns`; what each holds is told in docs/exports.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.locale.headings import state_name, type_name
from mithaq.locale.naming import body_name, label, wording
from mithaq.model.entry import PROPERTIES, Entry, Property
from mithaq.model.sheet import BETWEEN, columns

Plain = str | int | float | bool | tuple[str, ...] | None
"""A cell: a list is a tuple, a date a text of ISO 8601."""

Cells = Iterator[tuple[str, Plain]]


def row(entry: Entry, language: str) -> dict[str, Plain]:
    """The cells of an entry by column, in their order; names of codes are in ``language``.

    KeyError where the interface does not speak the language.
    """
    cells = dict(_of_entry(entry, language))
    names = _Names(language, _bodies(entry, language))
    for prop in PROPERTIES[entry.type]:
        cells.update(names.cells(prop, entry.get(prop.name)))
    return {column.name: cells[column.name] for column in columns(entry.type)}


def in_words(cell: Plain) -> str | int | float | bool | None:
    """A cell as one value: a list as a text."""
    return BETWEEN.join(cell) if isinstance(cell, tuple) else cell


def _of_entry(entry: Entry, language: str) -> Cells:
    """The cells that tell of the entry as a whole."""
    yield "id", entry.id
    yield "type", entry.type
    yield "type_name", type_name(entry.type, language)
    yield "state", entry.state
    yield "state_name", state_name(entry.state, language)
    yield "confidence", entry.confidence
    yield "sources", len(entry.sources)
    yield "places", tuple(place for source in entry.sources for place in source.places[:1])
    yield "published", min((source.published for source in entry.sources if source.published), default=None)
    yield "contested", tuple(value.property for value in entry.values if value.contested)
    yield "related", tuple(f"{related.role} {related.id}" for related in entry.related)


def _bodies(entry: Entry, language: str) -> dict[str, str]:
    """The names of the bodies an entry is related to, by their keys."""
    bodies = [related.values for related in entry.related if related.type == "body"]
    named = ((values.get("keys") or (), wording(values.get("name"), language)[0]) for values in bodies)
    return {key: name for keys, name in named if name for key in keys}


@dataclass(frozen=True, slots=True)
class _Names:
    """What codes and keys are called: in a language, and for bodies by their names in the register."""

    language: str
    bodies: Mapping[str, str]

    def cells(self, prop: Property, value: Any) -> Cells:
        """The cells of one property: its value, and what stands beside it."""
        match prop.form:
            case "code":
                yield prop.name, value
                yield f"{prop.name}_name", label(prop.codes, value, self.language)
            case "codes":
                yield prop.name, tuple(value or ())
                yield f"{prop.name}_names", tuple(self._labels(prop, value or ()))
            case "keys":
                keys = (value,) if isinstance(value, str) else tuple(value or ())
                yield prop.name, keys
                yield f"{prop.name}_names", tuple(map(self._body, keys))
            case "wording":
                text, language = wording(value, self.language)
                yield prop.name, text
                yield f"{prop.name}_language", language
            case "actions":
                yield prop.name, tuple(_listed(value, "status", "on"))
            case "offices":
                yield prop.name, tuple(_listed(value, "office", "country", "body", "first", "last"))
            case _:
                yield prop.name, value

    def _labels(self, prop: Property, codes: Iterable[str]) -> Iterator[str]:
        return (label(prop.codes, code, self.language) or code for code in codes)

    def _body(self, key: str) -> str:
        return self.bodies.get(key) or body_name(key, self.language)


def _listed(items: Iterable[Mapping[str, Any]] | None, *names: str) -> Iterator[str]:
    """What some keys of each item say, in one text."""
    return (" ".join(str(item[name]) for name in names if item.get(name)) for item in items or ())
