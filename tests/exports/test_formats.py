"""Entries in every format: the formats are documented and pinned, and other programs read what they hold."""

import csv
import io
import json

import openpyxl
import pyarrow.parquet as pq
import pytest

from mithaq import lists
from mithaq.exports.entry_csv import harmless
from mithaq.exports.formats import FORMATS
from mithaq.exports.tables import row
from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.locale.naming import body_name, wording
from mithaq.model.entry import ENTRY_TYPES, Entry
from mithaq.model.sheet import columns
from tests import entries
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
NAMES = [each.name for each in FORMATS]
each_format = pytest.mark.parametrize("name", NAMES)


def exported(name: str, language: str = "ru", made: tuple[Entry, ...] | None = None) -> bytes:
    one = next(each for each in FORMATS if each.name == name)
    return b"".join(one.write(entries.one_of_each() if made is None else made, language))


def table(language: str = "ru", made: tuple[Entry, ...] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", language, made).decode("utf-8-sig"), newline="")))


def book(language: str = "ru", made: tuple[Entry, ...] | None = None):
    return openpyxl.load_workbook(io.BytesIO(exported("xlsx", language, made)))


# All formats


@each_format
def test_format_is_documented(name):
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("column", columns(), ids=lambda column: column.name)
def test_column_is_documented(column):
    assert f"`{column.name}`" in PAGE


@each_format
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_same_entries_give_the_same_bytes(name, language):
    assert exported(name, language) == exported(name, language) != b""


@each_format
def test_no_entries_give_a_file_that_opens(name):
    data = exported(name, made=())
    opened = {
        "csv": lambda: len(data.decode("utf-8-sig").splitlines()) == 1,
        "jsonl": lambda: data == b"",
        "xlsx": lambda: book(made=()).sheetnames == ["Коды"],
        "parquet": lambda: pq.read_table(io.BytesIO(data)).num_rows == 0,
    }
    assert opened[name]()


@each_format
def test_unknown_interface_language_is_refused(name):
    if name != "jsonl":
        with pytest.raises(KeyError):
            exported(name, "xx")


@each_format
def test_halves_of_surrogate_pairs_and_control_characters_do_no_harm(name):
    odd = entries.entry("x", "commitment", text={"en": "a\ud800b\x00c\x07"}, modality="agreed")
    assert exported(name, "en", (odd,))


@pytest.mark.parametrize(("name", "ending"), [("csv", ".csv"), ("jsonl", ".jsonl")])
def test_bytes_are_those_of_the_golden_file(name, ending):
    """Written again by: python -m tests.exports.test_formats."""
    assert exported(name) == (GOLDEN / f"entries{ending}").read_bytes()


# The row


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_a_row_has_the_columns_of_its_type_in_their_order(kind):
    (entry,) = (each for each in entries.one_of_each() if each.type == kind)
    assert list(row(entry, "en")) == [column.name for column in columns(kind)]


def test_names_stand_beside_codes_in_the_language_asked_for():
    cells = row(entries.instrument(), "kk")
    assert (cells["kind"], cells["kind_name"]) == ("roadmap", "жол картасы")
    assert (cells["countries"], cells["countries_names"]) == (("BY", "KZ"), ("Беларусь", "Қазақстан"))


def test_a_body_is_called_by_its_name_in_the_register_or_else_by_its_key():
    assert row(entries.instrument(), "ru")["signatories_names"] == (
        "министерство: энергетика (Беларусь)",
        "Минэнерго Казахстана",
    )
    assert body_name("KZ/parliament", "en") == "parliament (Kazakhstan)"
    assert body_name("KZ-10/region", "en").endswith("(KZ-10)")
    assert body_name("XX", "en") == "XX"


def test_words_are_in_the_language_asked_for_or_else_in_another():
    words = {"kk": "к", "ru": "р", "fr": "f"}
    assert [wording(words, each) for each in ("kk", "ar", "en")] == [("к", "kk"), ("р", "ru"), ("р", "ru")]
    assert wording({"fr": "f"}, "en") == ("f", "fr")
    assert wording(None, "en") == wording({}, "en") == (None, None)


def test_an_entry_without_values_is_a_row():
    bare = entries.entry("x", "claim")
    assert {name for name, cell in row(bare, "en").items() if cell not in (None, ())} == {
        "id", "type", "type_name", "state", "state_name", "confidence", "sources", "places", "published",
    }  # fmt: skip


# CSV


def test_csv_begins_with_a_byte_order_mark_and_its_lines_end_as_rfc_4180_says():
    data = exported("csv")
    assert data.startswith(b"\xef\xbb\xbfid,type,")
    assert data.count(b"\r\n") == 7


def test_csv_holds_what_the_rows_hold():
    lines = table()
    assert [line["type"] for line in lines] == list(ENTRY_TYPES)
    assert lines[5]["text"] == 'построить "мост";\nс перилами, до 2027 года'
    assert lines[4]["value"] == "12.5"
    assert lines[4]["counted"] == "true"
    assert lines[0]["guests_names"] == "Беларусь"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_begins_as_a_formula(start):
    odd = entries.entry("x", "person", name={"en": start + "1+1"}, latin=start)
    cells = [cell for line in table("en", (odd,)) for cell in line.values()]
    assert not [cell for cell in cells if cell.startswith(start)]


def test_numbers_below_zero_and_plain_texts_stay():
    loss = entries.entry("x", "claim", value=-5, currency="USD")
    assert table("en", (loss,))[0]["value"] == "-5"
    assert harmless("a=b") == "a=b"


# JSON lines


def test_a_line_holds_everything_that_is_known_of_an_entry():
    lines = [json.loads(line) for line in exported("jsonl").splitlines()]
    assert [line["type"] for line in lines] == list(ENTRY_TYPES)
    count = lines[1]["values"]["count"]
    assert (count["value"], count["reason"], count["contested"]) == (16, "most_sources", True)
    assert [rival["value"] for rival in count["rivals"]] == [15]
    proof = count["support"][0]["evidence"][0]
    assert (proof["start"], proof["end"], proof["quote"]) == (0, 12, "Министерства")
    assert lines[1]["sources"][0]["places"] == ["ru/a.txt", "ru/copy.txt"]
    assert lines[1]["related"][0] == {"role": "event", "id": "ev-1", "type": "event", "values": {}}
    assert lines[1]["digest"] == "1-ni"


# Parquet


def test_parquet_has_types_and_lists():
    held = pq.read_table(io.BytesIO(exported("parquet")))
    types = {field.name: str(field.type) for field in held.schema}
    assert types["value"] == "double"
    assert types["count"] == "int64"
    assert types["counted"] == "bool"
    assert types["countries"].startswith("list<")
    lines = held.to_pylist()
    assert lines[0]["sectors"] == ["energy", "transport"]
    assert lines[1]["value"] == 160_000_000
    assert lines[1]["city"] is None
    assert lines[0]["contested"] is None
    assert held.schema.metadata[b"mithaq.language"] == b"ru"


# Excel


def test_a_workbook_has_a_sheet_for_each_type_and_one_of_codes():
    assert book("en").sheetnames == [
        "Meetings", "Documents", "Bodies", "People", "Amounts", "Commitments", "Codes",
    ]  # fmt: skip


def test_a_sheet_is_frozen_filtered_and_sized():
    sheet = book("en")["Documents"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith("2")
    assert sheet.column_dimensions["A"].width > 10
    assert sheet.row_dimensions[1]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_only_arabic_sheets_run_from_right_to_left(language):
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in book(language)} == {language == "ar"}


def cells_of(sheet, number: int = 2) -> dict[str, openpyxl.cell.Cell]:
    return {head.value: sheet.cell(number, head.column) for head in sheet[1]}


def test_days_are_days_numbers_are_numbers_and_nothing_is_a_formula():
    cells = cells_of(book("en")["Documents"])
    assert cells["Date"].value.isoformat() == "2026-03-05T00:00:00"
    assert cells["Date"].is_date
    assert (cells["Valid until"].value, cells["Valid until"].number_format) == ("2028-06", "@")
    assert cells["Value"].value == 160_000_000
    assert cells["Value"].number_format == "#,##0"
    assert cells["Title"].value == "=SUM(A1)"
    assert {cell.data_type for cell in cells.values()} <= {"s", "n", "d"}


def test_a_date_before_the_calendar_of_excel_is_a_text():
    old = entries.entry("x", "event", kind="talks", date="1899-12-30")
    assert cells_of(book("en", (old,))["Meetings"])["Date"].value == "1899-12-30"


def test_a_text_longer_than_a_cell_is_cut_with_a_sign_of_it():
    long = entries.entry("x", "commitment", text={"en": "word " * 9000})
    held = cells_of(book("en", (long,))["Commitments"])["Wording"].value
    assert len(held) == 32_767
    assert held.endswith("…")


def test_marks_are_hidden_and_hold_the_digest():
    sheet = book("en")["Documents"]
    mark = cells_of(sheet)["mithaq"]
    assert str(mark.value).startswith("1-ni id=")
    assert sheet.column_dimensions[mark.column_letter].hidden


def test_codes_are_chosen_from_lists_that_hold_them():
    opened = book("en")
    sheet, codes = opened["Documents"], opened["Codes"]
    letters = {head.value: head.column_letter for head in sheet[1]}
    choices = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    lists_of = {"Kind (code)": "instruments", "Currency (code)": "currencies", "Status (code)": "statuses"}
    for heading, name in lists_of.items():
        first, last = choices[letters[heading]].split("!")[1].replace("$", "").split(":")
        assert [cell.value for (cell,) in codes[f"{first}:{last}"]] == list(lists.rows(name))


def test_the_codebook_has_every_code_in_four_languages():
    held = {
        (line[0], line[1]): line[2:] for line in book("en")["Codes"].iter_rows(min_row=2, values_only=True)
    }
    assert held["instruments", "roadmap"] == ("roadmap", "خارطة طريق", "дорожная карта", "жол картасы")
    assert held["states", "rejected"][0] == "Rejected"
    assert ("countries", "KZ") in held


if __name__ == "__main__":
    for one in ("csv", "jsonl"):
        (GOLDEN / f"entries.{one}").write_bytes(exported(one))
