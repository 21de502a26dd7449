"""Workbooks are read whatever people did to them, or refused with the place that is wrong."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from mithaq.model.errors import UnreadableSource
from mithaq.model.sheet import Row, Unread, written
from mithaq.sources.workbook import rows_of
from tests.workbooks import by_hand, cell, column, edited, exported


def read(data: bytes) -> dict[str, Row]:
    return {row.id: row for row in rows_of(data, "book.xlsx")}


@pytest.mark.parametrize("language", ["en", "ar", "ru", "kk"])
def test_rows_come_back_as_they_left_whatever_the_language(language):
    rows = rows_of(exported(language), "book.xlsx")
    assert [(row.type, row.id) for row in rows] == [
        ("event", "ev-1"), ("instrument", "in-1"), ("body", "bo-1"), ("person", "pe-1"), ("claim", "cl-1"),
        ("commitment", "co-1"),
    ]  # fmt: skip
    assert rows[1].cells["title"] == "=SUM(A1)"
    assert written(rows[1].cells["date"]) == "2026-03-05"
    assert rows[1].cells["count"] == 16
    assert rows[4].cells["counted"] is True
    assert rows[1].mark.startswith("1-ni id=")
    assert "mithaq" not in rows[1].cells


def test_columns_may_be_moved_removed_and_added_and_rows_too():
    def change(book):
        sheet = book["Documents"]
        sheet.move_range(f"A1:F{sheet.max_row}", cols=sheet.max_column + 2)
        sheet.delete_cols(column(sheet, "Currency (code)"))
        sheet.cell(1, 2).value = "Our own notes"
        sheet.insert_rows(1, 3)
        sheet["B2"].value = "Documents of the first quarter"
        book.move_sheet("Documents", 3)

    row = read(edited(change))["in-1"]
    assert row.cells["kind"] == "roadmap"
    assert "currency" not in row.cells
    assert row.number == 5
    letter = row.letters["kind"]
    assert row.where("kind") == f"Documents!{letter}5"


def test_hidden_and_filtered_rows_are_read():
    def change(book):
        book["Documents"].row_dimensions[2].hidden = True
        book["Documents"].auto_filter.add_filter_column(5, ["treaty"])

    assert "in-1" in read(edited(change))


def test_empty_lines_are_passed_over_and_new_rows_take_the_type_of_their_sheet():
    def change(book):
        sheet = book["Amounts"]
        cell(sheet, "Value", 7).value = 5
        cell(sheet, "Currency", 9).value = "   "

    rows = rows_of(edited(change), "book.xlsx")
    assert [(row.id, row.number, row.type) for row in rows if row.sheet == "Amounts"] == [
        ("cl-1", 2, "claim"), ("", 7, "claim"),
    ]  # fmt: skip


def test_a_renamed_sheet_is_known_by_what_its_rows_say():
    def change(book):
        book["Documents"].title = "Q1"
        cell(book["Q1"], "Kind (code)", 3).value = "treaty"

    rows = [row for row in rows_of(edited(change), "book.xlsx") if row.sheet == "Q1"]
    assert [row.type for row in rows] == ["instrument", "instrument"]


def test_formulas_and_errors_are_cells_that_say_nothing():
    def change(book):
        cell(book["Documents"], "Count").value = "=1+1"
        error = cell(book["Documents"], "Value")
        error.value, error.data_type = "#N/A", "e"

    cells = read(edited(change))["in-1"].cells
    assert cells["count"] == Unread("holds a formula: write its value")
    assert cells["value"] == Unread("holds the error #N/A")


def test_a_workbook_of_another_program_is_read():
    lines: list[list[str | float | None]] = [
        ["kind", "Value", "ID ", "Notes", "Дата"],
        ["roadmap", 1.5, "in-1", "x", 46086],
        [None, None, None, "only a note"],
        ["treaty", 2, None, None, "2026"],
    ]
    first, second = rows_of(by_hand("Документы", lines), "book.xlsx")
    assert dict(first.cells) == {"kind": "roadmap", "value": 1.5, "date": 46086}
    assert (first.id, first.mark, first.type) == ("in-1", "", "instrument")
    assert (second.id, second.number, second.cells["date"]) == ("", 4, "2026")


def test_sheets_of_ones_own_are_passed_over():
    def change(book):
        own = book.create_sheet("Summary")
        own.append(["Country", "Date", "Value", "Title"])
        own.append(["KZ", "2026", 1, "x"])

    assert len(rows_of(edited(change), "book.xlsx")) == 6


def test_ids_that_were_removed_are_missed():
    def change(book):
        book["Documents"].delete_cols(1)

    with pytest.raises(
        UnreadableSource, match=r"book\.xlsx: sheet 'Documents', row 1: the column of the ids"
    ):
        rows_of(edited(change), "book.xlsx")


def test_two_columns_of_one_heading_are_refused():
    def change(book):
        book["Documents"]["ZZ1"].value = "Kind (code)"

    with pytest.raises(
        UnreadableSource, match=r"row 1: columns F and ZZ have the same heading 'Kind .code.'"
    ):
        rows_of(edited(change), "book.xlsx")


def test_a_sheet_whose_type_nobody_tells_is_refused():
    with pytest.raises(UnreadableSource, match="'Sheet': nobody can tell the type"):
        rows_of(by_hand("Sheet", [["id", "kind", "value"], ["x", "treaty", 1]]), "book.xlsx")


def test_what_openpyxl_warns_of_is_no_matter():
    with ZipFile(io.BytesIO(exported())) as archive:
        styles = archive.read("xl/styles.xml").decode()
    bare = re.sub("<cellStyles.*</cellStyles>", "", styles).encode()
    assert len(bare) < len(styles)
    with pytest.warns(UserWarning, match="no default style"):
        openpyxl.load_workbook(io.BytesIO(with_part("xl/styles.xml", bare)))
    assert len(rows_of(with_part("xl/styles.xml", bare), "book.xlsx")) == 6


def emptied() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(exported())) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, data if part == name else before.read(part))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no workbook"),
        (b"id,type\r\n", "is no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is no workbook .* without a password"),
        (exported()[:-300], "is no workbook"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"), "is a broken workbook"),
        (with_part("xl/workbook.xml", b"<workbook/>"), "broken workbook|no sheet of entries"),
        (emptied(), "has no sheet of entries"),
    ],
    ids=["empty", "csv", "encrypted", "cut", "half a sheet", "no sheets", "another workbook"],
)
def test_what_is_no_workbook_of_entries_is_refused(data, why):
    with pytest.raises(UnreadableSource, match=why):
        rows_of(data, "book.xlsx")


def test_a_workbook_that_unpacks_to_more_than_a_gigabyte_is_refused(monkeypatch):
    monkeypatch.setattr("mithaq.sources.workbook._MOST_BYTES", 10_000)
    with pytest.raises(UnreadableSource, match="unpacks to more than"):
        rows_of(exported(), "book.xlsx")
