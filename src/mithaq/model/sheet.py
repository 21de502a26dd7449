"""Entries as the rows of a table: which columns there are, and a row as it comes back from a spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, Literal

from mithaq.model.entry import ENTRY_TYPES, PROPERTIES, EntryType, Form, Property

Content = Literal["text", "number", "integer", "date", "flag", "list"]
MARK = "mithaq"
"""The heading of the column in which rows carry their mark."""
BETWEEN = "; "
"""What stands between the items of a list where a cell is one text."""
Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``property`` is the one it tells of, or None; ``editable`` whether a new value is taken back,
    ``coded`` whether codes stand in it and their names in the column behind.

    A column ``kind_name`` or ``guests_names`` holds the names of the codes in ``kind`` or ``guests``, and
    ``title_language`` the language of the words in ``title``.
    """

    name: str
    content: Content
    property: str | None = None
    editable: bool = False
    coded: bool = False


_CONTENT: Mapping[Form, Content] = {
    "code": "text", "codes": "list", "keys": "list", "wording": "text", "text": "text", "number": "number",
    "integer": "integer", "date": "date", "entry": "text", "flag": "flag", "actions": "list",
    "offices": "list",
}  # fmt: skip
_BESIDE: Mapping[Form, tuple[str, Content, bool]] = {
    "code": ("name", "text", False),
    "codes": ("names", "list", False),
    "keys": ("names", "list", False),
    "wording": ("language", "text", True),
}
"""What stands beside a property in a column of its own."""

_FIRST = (
    Column("id", "text"),
    Column("type", "text", coded=True),
    Column("type_name", "text"),
    Column("state", "text", "state", editable=True, coded=True),
    Column("state_name", "text"),
)
_LAST = (
    Column("confidence", "number"),
    Column("sources", "integer"),
    Column("places", "list"),
    Column("published", "date"),
    Column("contested", "list"),
    Column("related", "list"),
)


@cache
def columns(kind: EntryType | None = None) -> tuple[Column, ...]:
    """The columns of a table of entries of one type, or of all types, in their order."""
    kinds = (kind,) if kind else ENTRY_TYPES
    named = {column.name: column for each in kinds for prop in PROPERTIES[each] for column in _of(prop)}
    return (*_FIRST, *named.values(), *_LAST)


def _of(prop: Property) -> Iterable[Column]:
    beside = _BESIDE.get(prop.form)
    coded = beside is not None and beside[0] != "language"
    yield Column(prop.name, _CONTENT[prop.form], prop.name, prop.editable, coded)
    if beside:
        suffix, content, editable = beside
        yield Column(f"{prop.name}_{suffix}", content, prop.name, editable and prop.editable)


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that says nothing, and why: a formula, an error of the spreadsheet."""

    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a spreadsheet. ``mark`` is what :func:`mark` made when it was written, empty for a new row.

    ``cells`` are what stands in the columns known by name, ``letters`` the letters of those columns.
    """

    sheet: str
    number: int
    type: EntryType
    id: str
    mark: str
    cells: Mapping[str, Cell | Unread]
    letters: Mapping[str, str]

    def where(self, column: str = "") -> str:
        """The place of a cell, as a spreadsheet names it, or of the row."""
        return f"{self.sheet}!{self.letters.get(column, '')}{self.number}"


Outcome = Literal["create", "update", "skip", "conflict", "reject"]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What is to be done for a row, or for one of its cells.

    ``create`` makes an entry of the values ``new``, by property; ``update`` gives a property (or ``state``)
    the value ``new``; ``skip`` does nothing; ``conflict`` is a cell that was changed both in the spreadsheet
    and in the register; ``reject`` one that cannot be taken. ``where`` is the cell, or the row.
    """

    outcome: Outcome
    where: str
    type: EntryType
    entry: str | None
    property: str | None = None
    old: Any = None
    new: Any = None
    why: str = ""


def mark(digest: str, cells: Mapping[str, Cell]) -> str:
    """What a row of an entry carries along: the entry's digest, and of each cell what tells a changed one."""
    return " ".join((digest, *(f"{name}={imprint(cell)}" for name, cell in cells.items())))


def marked(mark: str) -> tuple[str, Mapping[str, str]]:
    """The digest and the imprints in a mark; both empty where it is none."""
    digest, *pairs = mark.split() or [""]
    return digest, dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def imprint(cell: Cell) -> str:
    """Six hexadecimal digits of what a cell says, the same however a spreadsheet keeps it.

    A number may come back as text, a whole number as a fraction, a day as a time of day.
    """
    return sha256(written(cell).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def written(cell: Any) -> str:
    """What a cell says, as text: numbers without a fraction of nothing, days as ISO 8601, lists joined."""
    match cell:
        case None:
            text = ""
        case bool():
            text = str(cell).lower()
        case float() if cell.is_integer():
            text = str(int(cell))
        case datetime() if not (cell.hour or cell.minute or cell.second):
            text = cell.date().isoformat()
        case date():
            text = cell.isoformat()
        case list() | tuple():
            text = BETWEEN.join(map(written, cell))
        case _:
            text = str(cell).strip()
    return text
