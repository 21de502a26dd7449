"""A workbook of entries that comes back, whichever program wrote it → rows (:mod:`mithaq.model.sheet`).

Columns are known by their headings, in any interface language or by name, so they may be moved, removed and
added; rows by their id, so they may be sorted, removed and added. Filtered rows are read like all others.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from mithaq.lists import LABEL_LANGUAGES
from mithaq.locale.headings import column_heading, type_name
from mithaq.model.entry import ENTRY_TYPES, EntryType
from mithaq.model.errors import UnreadableSource
from mithaq.model.sheet import MARK, Cell, Row, Unread, columns, written
from mithaq.sources.files import shown

_MOST_BYTES = 1024**3
"""A workbook that unpacks to more is a trap; one of a hundred thousand entries unpacks to a quarter of it."""
_HEAD_WITHIN = 20
"""The line of headings is one of the first: people write titles above it."""
_FEWEST_HEADINGS = 3


def rows_of(data: bytes, source: str) -> tuple[Row, ...]:
    """The rows of all sheets of entries in a workbook, as bytes that came from a source.

    Raises UnreadableSource, whose message names the source, and where they are known sheet, row and column.
    """
    try:
        _refuse_traps(data)
        with warnings.catch_warnings():
            # What openpyxl cannot keep (pictures, rules of other programs) is no loss to a reader of cells.
            warnings.simplefilter("ignore")
            return _rows(data)
    except UnreadableSource as fault:
        raise UnreadableSource(f"{shown(source)}: {fault}") from fault


def _refuse_traps(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except BadZipFile as fault:
        raise UnreadableSource("is no workbook (.xlsx): save it as one, without a password") from fault
    if size > _MOST_BYTES:
        raise UnreadableSource("unpacks to more than a gigabyte: that is no workbook of entries")


def _rows(data: bytes) -> tuple[Row, ...]:
    try:
        book = load_workbook(BytesIO(data), read_only=True)
        grids = [_grid(sheet) for sheet in book.worksheets]
        book.close()
    except Exception as fault:
        # openpyxl has no error of its own for a broken part: KeyError, ValueError, TypeError, ParseError …
        raise UnreadableSource(f"is a broken workbook ({fault}): open it and save it again") from fault
    tables = [table for grid in grids if (table := _table(grid))]
    if not tables:
        raise UnreadableSource(
            "has no sheet of entries: it needs the headings that mithaq export xlsx writes, and the ids"
        )
    return tuple(row for table in tables for row in table.rows())


@dataclass(frozen=True, slots=True)
class _Grid:
    """What stands on a sheet: its lines that are not empty, with their numbers."""

    title: str
    lines: tuple[tuple[int, tuple[Cell | Unread, ...]], ...]


def _grid(sheet: Any) -> _Grid:
    """The cells of a sheet; what a workbook says of its size is not believed."""
    sheet.reset_dimensions()
    lines = ((number, tuple(map(_cell, line))) for number, line in enumerate(sheet.iter_rows(), start=1))
    filled = tuple((number, line) for number, line in lines if any(cell is not None for cell in line))
    return _Grid(sheet.title, filled)


def _cell(cell: Any) -> Cell | Unread:
    """The value of a cell; blanks alone are nothing."""
    value, kind = cell.value, cell.data_type
    if kind == "f":
        return Unread("holds a formula: write its value")
    if kind == "e":
        return Unread(f"holds the error {value}")
    if isinstance(value, str):
        return value if value.strip() else None
    if value is None or isinstance(value, (bool, int, float, date)):
        return value
    return Unread(f"holds {value}, which is no value of an entry")


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet whose headings are known: ``places`` says in which place of a line each column stands."""

    title: str
    places: Mapping[str, int]
    lines: tuple[tuple[int, tuple[Cell | Unread, ...]], ...]

    def rows(self) -> Iterator[Row]:
        """The lines that say something, as rows."""
        kind = self._type()
        letters = {name: get_column_letter(place + 1) for name, place in self.places.items()}
        for number, line in self.lines:
            cells = {name: line[place] if place < len(line) else None for name, place in self.places.items()}
            mark, key = cells.pop(MARK, None), cells.pop("id", None)
            if key is None and all(cells[name] is None for name in cells if name not in _FROM_SHEET):
                continue
            told = _told(cells.get("type"))
            yield Row(
                self.title, number, told or kind, _plain(key), _plain(mark), cells, MappingProxyType(letters)
            )

    def _type(self) -> EntryType:
        """The type of the rows that do not say theirs: what the sheet is called, or what most rows are."""
        if named := _types_by_title().get(self.title.strip().casefold()):
            return named
        told = Counter(kind for _, line in self.lines if (kind := _told(self._at(line, "type"))))
        if not told:
            raise UnreadableSource(
                f"sheet {self.title!r}: nobody can tell the type of its entries: call it {_titles()}"
            )
        return told.most_common(1)[0][0]

    def _at(self, line: tuple[Cell | Unread, ...], column: str) -> Cell | Unread:
        place = self.places.get(column)
        return line[place] if place is not None and place < len(line) else None


_FROM_SHEET = frozenset(("type", "type_name"))


def _table(grid: _Grid) -> _Table | None:
    """A sheet by its headings; None where they are not those of an export: that of codes, a person's own."""
    for place, (number, line) in enumerate(grid.lines[:_HEAD_WITHIN]):
        places = _places(grid.title, number, line)
        if len(places) < _FEWEST_HEADINGS:
            continue
        if "id" in places:
            return _Table(grid.title, MappingProxyType(places), grid.lines[place + 1 :])
        if grid.title.strip().casefold() in _types_by_title():
            raise UnreadableSource(f"sheet {grid.title!r}, row {number}: the column of the ids is missing")
    return None


def _places(title: str, number: int, line: Iterable[Cell | Unread]) -> dict[str, int]:
    """The places of the columns whose headings stand in a line."""
    places: dict[str, int] = {}
    for place, cell in enumerate(line):
        name = _column(cell) if isinstance(cell, str) else None
        if name is None:
            continue
        if name in places:
            letter, other = get_column_letter(places[name] + 1), get_column_letter(place + 1)
            raise UnreadableSource(
                f"sheet {title!r}, row {number}: columns {letter} and {other} have the same heading {cell!r}"
            )
        places[name] = place
    return places


def _plain(cell: Cell | Unread) -> str:
    return "" if isinstance(cell, Unread) else written(cell)


def _told(cell: Cell | Unread) -> EntryType | None:
    said = _plain(cell).casefold()
    return next((kind for kind in ENTRY_TYPES if kind == said), None)


def _column(heading: str) -> str | None:
    """The column of a heading, or of a name as it is written: kind is one of codes, Kind one of names."""
    plain = heading.strip()
    return plain if plain in _names() else _columns_by_heading().get(plain.casefold())


@cache
def _names() -> frozenset[str]:
    return frozenset((MARK, *(column.name for column in columns())))


@cache
def _columns_by_heading() -> Mapping[str, str]:
    """The names of all columns by their headings in every language."""
    return MappingProxyType(
        {
            column_heading(column, language).casefold(): column.name
            for column in columns()
            for language in LABEL_LANGUAGES
        }
    )


@cache
def _types_by_title() -> Mapping[str, EntryType]:
    titles = {
        type_name(kind, language, several=True).casefold(): kind
        for kind in ENTRY_TYPES
        for language in LABEL_LANGUAGES
    }
    return MappingProxyType(titles)


def _titles() -> str:
    return ", ".join(type_name(kind, "en", several=True) for kind in ENTRY_TYPES)
