"""Entries → CSV (RFC 4180) that a spreadsheet opens as it is: one table, a line an entry."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from mithaq.exports.tables import Plain, in_words, row
from mithaq.model.entry import Entry
from mithaq.model.sheet import columns

_MARK = "\ufeff"
"""The byte order mark: without it Excel takes UTF-8 for the code page of the machine."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would calculate (OWASP, "CSV Injection")."""


def write(entries: Iterable[Entry], language: str) -> Iterator[bytes]:
    """Entries as lines with CRLF in UTF-8, after a line of column names; empty where there is no value.

    Lists are joined with "; ". A text that a spreadsheet would take for a formula has an apostrophe before.
    """
    names = [column.name for column in columns()]
    yield (_MARK + _line(names)).encode()
    for entry in entries:
        cells = row(entry, language)
        yield _line([_cell(cells.get(name)) for name in names]).encode("utf-8", "replace")


def _line(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: Plain) -> str:
    plain = in_words(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return str(plain).lower()
    if isinstance(plain, str):
        return harmless(plain)
    return str(plain)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
