"""Entries → a workbook that a ministry opens, filters, corrects and sends back.

A sheet for each type of entry and one of codes. Every row carries its mark (:func:`mithaq.model.sheet.mark`)
in a hidden column: by it the way back sees what was changed in the workbook and what in the register.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from mithaq import lists
from mithaq.exports.archive import timeless
from mithaq.exports.tables import in_words, row
from mithaq.lists import LABEL_LANGUAGES
from mithaq.locale import RIGHT_TO_LEFT
from mithaq.locale import words as words_of
from mithaq.locale.headings import column_heading, state_name, type_name
from mithaq.model.entry import ENTRY_TYPES, PROPERTIES, STATES, Entry, EntryType
from mithaq.model.errors import InvalidOption
from mithaq.model.sheet import MARK, Cell, Column, Content, columns, mark

_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_FIRST_YEAR = 1901
"""Excel takes 1900 for a leap year, so earlier days are texts."""
_HEAD = Font(bold=True)
_OPEN = PatternFill("solid", fgColor="FFDDEBF7")
_CLOSED = PatternFill("solid", fgColor="FFE7E6E6")
_WIDTHS: dict[Content, int] = {
    "text": 18, "number": 16, "integer": 10, "date": 13, "flag": 10, "list": 28,
}  # fmt: skip
_WIDE = {"title": 60, "text": 80, "name": 44, "city": 18, "id": 16}
_HIDDEN = frozenset(("type", "type_name"))
"""Columns that say what the sheet is called."""
_LANGUAGES = dict(zip(LABEL_LANGUAGES, ("English", "Arabic", "Russian", "Kazakh"), strict=True))


def write(entries: Iterable[Entry], language: str) -> Iterator[bytes]:
    """Entries as the bytes of one workbook. InvalidOption where a type has more than a sheet can hold."""
    book = _Book(language)
    for entry in entries:
        book.add(entry)
    yield timeless(book.saved())


class _Book:
    """A workbook that is being written row by row."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words = words_of(language)
        self._book = Workbook(write_only=True)
        self._sheets: dict[EntryType, Any] = {}
        self._rows: dict[EntryType, int] = {}

    def add(self, entry: Entry) -> None:
        """Write an entry under the others of its type."""
        sheet = self._sheets.get(entry.type) or self._begun(entry.type)
        self._rows[entry.type] += 1
        if self._rows[entry.type] > _MOST_ROWS:
            raise InvalidOption(
                f"a sheet holds {_MOST_ROWS - 1} entries and there are more of type {entry.type}: "
                "export fewer with a filter, or export csv"
            )
        cells = row(entry, self._language)
        shown = {each.name: _shown(each, in_words(cells[each.name])) for each in columns(entry.type)}
        written = [_cell(sheet, each, shown[each.name]) for each in columns(entry.type)]
        sheet.append([*written, _text(sheet, mark(entry.digest, shown))])

    def saved(self) -> bytes:
        """The workbook as bytes: sheets in the order of the types, codes last."""
        for kind in ENTRY_TYPES:
            if kind in self._sheets:
                self._closed(kind)
        self._codes()
        self._book._sheets.sort(key=self._place)
        out = BytesIO()
        self._book.save(out)
        return out.getvalue()

    def _sheet(self, title: str, widths: Iterable[float]) -> Any:
        sheet = self._book.create_sheet(title)
        sheet.sheet_view.rightToLeft = self._language in RIGHT_TO_LEFT
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        return sheet

    def _begun(self, kind: EntryType) -> Any:
        """The sheet of a type, with its head."""
        these = columns(kind)
        title = type_name(kind, self._language, several=True)
        sheet = self._sheet(title, (_WIDE.get(each.name, _WIDTHS[each.content]) for each in these))
        sheet.freeze_panes = "B2"
        for place, each in enumerate((*these, None), start=1):
            hidden = each is None or each.name in _HIDDEN
            sheet.column_dimensions[get_column_letter(place)].hidden = hidden
        heads = [_head(sheet, column_heading(each, self._language), each.editable) for each in these]
        sheet.append([*heads, _text(sheet, MARK)])
        self._sheets[kind], self._rows[kind] = sheet, 1
        return sheet

    def _closed(self, kind: EntryType) -> None:
        """Filter and lists of codes, which reach over all rows."""
        sheet, these = self._sheets[kind], columns(kind)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(these))}{self._rows[kind]}"
        ranges = self._ranges()
        codes = {prop.name: prop.codes for prop in PROPERTIES[kind] if prop.form == "code"}
        for place, each in enumerate(these, start=1):
            name = "states" if each.name == "state" else codes.get(each.name)
            if name and each.coded:
                rule = DataValidation("list", formula1=ranges[name], allow_blank=True, showErrorMessage=True)
                letter = get_column_letter(place)
                rule.add(f"{letter}2:{letter}{_MOST_ROWS}")
                sheet.data_validations.append(rule)

    def _ranges(self) -> dict[str, str]:
        """Where on the sheet of codes each list stands."""
        title = quote_sheetname(self._words["Codes"])
        ranges: dict[str, str] = {}
        first = 2
        for name, codes in _lists():
            ranges[name] = f"{title}!$B${first}:$B${first + len(codes) - 1}"
            first += len(codes)
        return ranges

    def _codes(self) -> None:
        sheet = self._sheet(self._words["Codes"], (16, 24, 44, 44, 44, 44))
        sheet.freeze_panes = "C2"
        heads = ("List", "Code", *_LANGUAGES.values())
        sheet.append([_head(sheet, self._words[word], editable=False) for word in heads])
        for name, codes in _lists():
            for code, labels in codes.items():
                sheet.append([_text(sheet, text) for text in (name, code, *labels)])
        sheet.auto_filter.ref = f"A1:F{1 + sum(len(codes) for _, codes in _lists())}"

    def _place(self, sheet: Any) -> int:
        return next((ENTRY_TYPES.index(kind) for kind, each in self._sheets.items() if each is sheet), 99)


def _lists() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The lists of codes that properties are of: the code and its label in each interface language."""
    yield "states", {state: [state_name(state, each) for each in LABEL_LANGUAGES] for state in STATES}
    names = dict.fromkeys(prop.codes for kind in ENTRY_TYPES for prop in PROPERTIES[kind] if prop.codes)
    for name in names:
        rows = lists.rows(name).items()
        yield name, {code: [row.labels.get(each, "") for each in LABEL_LANGUAGES] for code, row in rows}


def _shown(column: Column, value: str | float | bool | None) -> Cell:
    """A cell as a workbook can hold it: days as days, texts not too long and without control characters."""
    if not isinstance(value, str):
        return value
    if column.content == "date" and (day := _day(value)):
        return day
    plain: str = ILLEGAL_CHARACTERS_RE.sub("", value).encode("utf-8", "replace").decode()
    return plain if len(plain) <= _LONGEST_CELL else plain[: _LONGEST_CELL - 1] + "…"


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _cell(sheet: Any, column: Column, value: Cell) -> Any:
    """A cell with its format, None for an empty one; an empty date has one, for what will be typed there."""
    if value is None and column.content != "date":
        return None
    if isinstance(value, date):
        return _formatted(sheet, value, "yyyy-mm-dd")
    if column.content == "date" or isinstance(value, str):
        # As text, so that 2026-03 typed here stays what it is, and "=" begins no formula.
        return _text(sheet, value)
    if column.name == "confidence":
        return _formatted(sheet, value, "0.00")
    if column.content == "number":
        return _formatted(sheet, value, "#,##0" if isinstance(value, int) else "#,##0.00")
    return WriteOnlyCell(sheet, value)


def _formatted(sheet: Any, value: Cell, shape: str) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = shape
    return cell


def _text(sheet: Any, value: Cell) -> Any:
    cell = _formatted(sheet, value, "@")
    if value is not None:
        cell.data_type = "s"
    return cell


def _head(sheet: Any, words: str, editable: bool) -> Any:
    cell = WriteOnlyCell(sheet, words)
    cell.font = _HEAD
    cell.fill = _OPEN if editable else _CLOSED
    return cell
