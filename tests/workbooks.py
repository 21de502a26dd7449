"""Workbooks as people and other programs leave them."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import openpyxl

from mithaq.exports.entry_xlsx import write
from mithaq.model.entry import Entry
from tests.entries import one_of_each

Change = Callable[[openpyxl.Workbook], Any]


def exported(language: str = "en", made: tuple[Entry, ...] | None = None) -> bytes:
    """A workbook as it leaves the register."""
    return _of_each(language) if made is None else b"".join(write(made, language))


@cache
def _of_each(language: str) -> bytes:
    return b"".join(write(one_of_each(), language))


def edited(change: Change, language: str = "en", made: tuple[Entry, ...] | None = None) -> bytes:
    """A workbook that somebody changed and saved with openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(_light(language) if made is None else exported(language, made)))
    change(book)
    return _saved(book)


@cache
def _light(language: str) -> bytes:
    """A workbook without the sheet of codes, which no way back reads and which takes most of the time."""
    book = openpyxl.load_workbook(io.BytesIO(_of_each(language)))
    book.remove(book.worksheets[-1])
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet: Any, heading: str, number: int = 2) -> Any:
    """The cell under a heading."""
    (head,) = (one for one in sheet[1] if one.value == heading)
    return sheet.cell(number, head.column)


def column(sheet: Any, heading: str) -> int:
    """The number of the column under a heading."""
    return int(cell(sheet, heading).column)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _related(*parts: tuple[str, str]) -> str:
    """Relations of a part: the kind of each other part and its place."""
    each = (
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{place}"/>'
        for number, (kind, place) in enumerate(parts, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _types(*parts: tuple[str, str]) -> str:
    """The content types of parts, each by its place and kind."""
    each = (f'<Override PartName="/xl/{place}" ContentType="{_KIND}.{kind}+xml"/>' for place, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(each)}</Types>"
    )


def by_hand(title: str, lines: list[list[str | float | None]]) -> bytes:
    """A workbook as other programs write it: names with a prefix, no styles, wrong dimensions.

    Numbers stay numbers, texts are shared strings of two runs.
    """
    texts: list[str] = []
    rows = "".join(
        "<x:row>" + "".join(_by_hand(value, texts) for value in line) + "</x:row>" for line in lines
    )
    parts = {
        "[Content_Types].xml": _types(
            ("workbook.xml", "sheet.main"),
            ("sheet1.xml", "worksheet"),
            ("sharedStrings.xml", "sharedStrings"),
        ),
        "_rels/.rels": _related(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _related(
            ("worksheet", "sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
    }
    parts["xl/workbook.xml"] = (
        f'<x:workbook xmlns:x="{_MAIN}" xmlns:r="{_OFFICE}"><x:sheets>'
        f'<x:sheet name="{escape(title)}" sheetId="1" r:id="r1"/></x:sheets></x:workbook>'
    )
    parts["xl/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{_MAIN}"><x:dimension ref="A1:B1"/>'
        f"<x:sheetData>{rows}</x:sheetData></x:worksheet>"
    )
    runs = "".join(
        f'<x:si><x:r><x:t xml:space="preserve">{escape(text[:1])}</x:t></x:r><x:r><x:rPr><x:b/></x:rPr>'
        f'<x:t xml:space="preserve">{escape(text[1:])}</x:t></x:r></x:si>'
        for text in texts
    )
    parts["xl/sharedStrings.xml"] = f'<x:sst xmlns:x="{_MAIN}">{runs}</x:sst>'
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, written in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + written)
    return out.getvalue()


def _by_hand(value: str | float | None, texts: list[str]) -> str:
    if value is None:
        return "<x:c/>"
    if isinstance(value, str):
        texts.append(value)
        return f'<x:c t="s"><x:v>{len(texts) - 1}</x:v></x:c>'
    return f"<x:c><x:v>{value}</x:v></x:c>"
