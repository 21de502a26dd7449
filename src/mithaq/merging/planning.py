"""Rows of a spreadsheet that came back, and the register as it is now → what is to be done, cell by cell.

Three are compared: the cell as it was exported (its imprint in the mark of the row), the cell as it came
back, and the value the register has now. What only the spreadsheet changed is an update; what only the
register changed is left alone; what both changed, to different values, is a conflict that a person decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.merging.written import clean, state_of, value_of
from mithaq.model.entry import PROPERTIES, Entry, Property
from mithaq.model.sheet import Cell, Outcome, Row, RowPlan, Unread, columns, imprint, marked

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LOST = "the row has lost its mark, so nobody can tell whether the register changed since: export again"
_BOTH = "changed in the register too since the export"


def plan(rows: Iterable[Row], entries: Mapping[str, Entry]) -> tuple[RowPlan, ...]:
    """What to do for each row, in their order; a row in which nothing changed gives one ``skip``.

    ``entries`` are those that :func:`named` asks for, by the ids asked for (an entry that was merged into
    another is that other).
    """
    plans: list[RowPlan] = []
    seen: dict[str, Row] = {}
    for row in rows:
        if row.id and row.id in seen:
            why = f"the id {row.id} stands in row {seen[row.id].number} too: clear it to make a new entry"
            plans.append(RowPlan("reject", row.where("id"), row.type, row.id, why=why))
            continue
        seen[row.id] = row
        plans += _changed(row, entries) if row.id else _new(row, entries)
    return tuple(plans)


def named(rows: Iterable[Row]) -> frozenset[str]:
    """The ids of all entries that rows are of, or name in a cell."""
    ids: set[str] = set()
    for row in rows:
        fields = (prop.name for prop in PROPERTIES[row.type] if prop.form == "entry")
        ids |= {
            row.id,
            *(clean(cell) for name in fields if not isinstance(cell := row.cells.get(name), Unread)),
        }
    return frozenset(ids - {""})


def _changed(row: Row, entries: Mapping[str, Entry]) -> list[RowPlan]:
    """What a row says of an entry that is there."""
    entry = entries.get(row.id)
    if entry is None:
        why = f"the register has no entry {row.id}: clear the id to make a new one"
        return [RowPlan("reject", row.where("id"), row.type, row.id, why=why)]
    if entry.type != row.type:
        why = f"{row.id} is of type {entry.type}: rows stay on the sheet of their type"
        return [RowPlan("reject", row.where("id"), row.type, row.id, why=why)]
    plans = list(_Comparison(row, entry, entries).plans())
    return plans or [RowPlan("skip", row.where(), row.type, entry.id, why="unchanged")]


def _new(row: Row, entries: Mapping[str, Entry]) -> list[RowPlan]:
    """What a row without an id makes: an entry, or nothing where a cell of it cannot be taken."""
    values: dict[str, Any] = {}
    rejected: list[RowPlan] = []
    for prop in PROPERTIES[row.type]:
        if not prop.editable or prop.name not in row.cells:
            continue
        try:
            value = _value(row, prop, None, entries)
        except ValueError as fault:
            rejected.append(
                RowPlan("reject", row.where(prop.name), row.type, None, prop.name, why=str(fault))
            )
            continue
        if value is not None:
            values[prop.name] = value
    if rejected or not values:
        return rejected
    return [RowPlan("create", row.where(), row.type, None, new=values)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A change that a row asks for: of a property, or the state, at a cell."""

    property: str
    column: str
    old: Any
    new: Any


class _Comparison:
    """A row and the entry it is of."""

    def __init__(self, row: Row, entry: Entry, entries: Mapping[str, Entry]) -> None:
        self._row, self._entry, self._entries = row, entry, entries
        self._digest, self._imprints = marked(row.mark)

    def plans(self) -> Iterator[RowPlan]:
        """A plan for each cell that asks for something."""
        yield from self._of_state()
        for prop in PROPERTIES[self._row.type]:
            if prop.editable and (column := self._touched(prop)):
                yield from self._of_property(prop, column)
        for each in columns(self._row.type):
            if not each.editable and each.name != "id" and self._imprints and self._is_touched(each.name):
                why = f"{each.name} follows from {each.property or 'what is filed'}: change that"
                yield self._plan("skip", _Told(each.property or each.name, each.name, None, None), why)

    def _touched(self, prop: Property) -> str | None:
        """The column of a property that is not as it was exported."""
        names = (prop.name, f"{prop.name}_language") if prop.form == "wording" else (prop.name,)
        return next((name for name in names if self._is_touched(name)), None)

    def _is_touched(self, column: str) -> bool:
        if column not in self._row.cells:
            return False
        cell = self._row.cells[column]
        return isinstance(cell, Unread) or imprint(cell) != self._imprints.get(column)

    def _of_state(self) -> Iterator[RowPlan]:
        if not self._is_touched("state"):
            return
        told = _Told("state", "state", self._entry.state, None)
        try:
            new = state_of(_readable(self._row.cells["state"]))
        except ValueError as fault:
            yield self._plan("reject", told, str(fault))
            return
        if new == "proposed" != self._entry.state:
            yield self._plan("reject", told, "a decision is taken back with mithaq undo")
        elif new != self._entry.state:
            yield self._decided(_Told("state", "state", self._entry.state, new), self._entry.state)

    def _of_property(self, prop: Property, column: str) -> Iterator[RowPlan]:
        old = self._entry.get(prop.name)
        try:
            new = _value(self._row, prop, old, self._entries)
        except ValueError as fault:
            yield self._plan("reject", _Told(prop.name, column, old, None), str(fault))
            return
        if new != old:
            yield self._decided(_Told(prop.name, column, old, new), self._shown(prop, old))

    def _shown(self, prop: Property, value: Any) -> Any:
        """What of a value stood, or would stand, in its cell: of words those in the language of the row."""
        if prop.form != "wording":
            return value
        return (value or {}).get(_language(self._row, prop, value))

    def _decided(self, told: _Told, shown: Any) -> RowPlan:
        """An update, unless the register says something else by now."""
        if not self._imprints:
            return self._plan("conflict", told, _LOST)
        moved = self._digest != self._entry.digest and imprint(shown) != self._imprints.get(told.column)
        return self._plan("conflict", told, _BOTH) if moved else self._plan("update", told, "")

    def _plan(self, outcome: Outcome, told: _Told, why: str) -> RowPlan:
        where = self._row.where(told.column)
        return RowPlan(outcome, where, self._row.type, self._entry.id, told.property, told.old, told.new, why)


def _value(row: Row, prop: Property, old: Any, entries: Mapping[str, Entry]) -> Any:
    """The value that a row gives a property. ValueError says what is wrong with its cell."""
    value = value_of(prop, _readable(row.cells.get(prop.name)))
    if prop.form == "wording":
        return _words(row, prop, old, value)
    if prop.form == "entry" and value is not None and value not in entries:
        raise ValueError(f"the register has no entry {value}")
    return value


Words = Mapping[str, str] | None


def _words(row: Row, prop: Property, old: Words, text: str | None) -> dict[str, str] | None:
    """Words in several languages, of which a row gives one; with a new language alone it moves them there."""
    language = _language(row, prop, old)
    if text and not _LANGUAGE.fullmatch(language):
        raise ValueError(f"{language!r} is no code of a language: write en, ar, ru, kk …")
    left = {language, _former(row, prop, old)}
    kept = {each: words for each, words in (old or {}).items() if each not in left}
    return dict(sorted({**kept, language: text}.items())) if text else kept or None


def _former(row: Row, prop: Property, old: Words) -> str | None:
    """The language in which words were exported that came back as they were."""
    _, imprints = marked(row.mark)
    if imprint(_readable(row.cells.get(prop.name))) != imprints.get(prop.name):
        return None
    return next((each for each in old or {} if imprint(each) == imprints.get(f"{prop.name}_language")), None)


def _language(row: Row, prop: Property, old: Words) -> str:
    """The language a row gives for words, or else that of the only words there are."""
    told = clean(_readable(row.cells.get(f"{prop.name}_language"))).lower()
    return told or (next(iter(old)) if old and len(old) == 1 else "")


def _readable(cell: Cell | Unread) -> Cell:
    if isinstance(cell, Unread):
        raise ValueError(cell.why)
    return cell
