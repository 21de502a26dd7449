"""A workbook goes out, is edited, and comes back: what is planned for each row and cell."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from mithaq.merging.planning import named, plan
from mithaq.model.entry import Entry, Value
from mithaq.model.sheet import RowPlan
from mithaq.sources.workbook import rows_of
from tests.entries import entry, one_of_each, said
from tests.workbooks import Change, by_hand, cell, column, edited, exported

NOW = {each.id: each for each in one_of_each()}


def planned(change: Change, now: Mapping[str, Entry] = NOW, language: str = "en") -> list[RowPlan]:
    """Plans for a workbook that was changed, but for what did not change."""
    plans = plan(rows_of(edited(change, language), "book.xlsx"), now)
    return [each for each in plans if each.why != "unchanged"]


def with_value(name: str, of: str, value: Any) -> dict[str, Entry]:
    """The register after somebody else changed a value."""
    changed = Value(name, value, "corrected", (said(name, value),))
    kept = tuple(each for each in NOW[of].values if each.property != name)
    return NOW | {of: replace(NOW[of], values=(*kept, changed), digest="changed")}


@pytest.mark.parametrize("language", ["en", "ar", "ru", "kk"])
def test_what_was_not_edited_is_left_alone(language):
    plans = plan(rows_of(exported(language), "book.xlsx"), NOW)
    assert [(each.outcome, each.entry, each.why) for each in plans] == [
        ("skip", each.id, "unchanged") for each in one_of_each()
    ]


def test_what_another_program_saved_again_is_left_alone():
    assert planned(lambda book: None) == []


EDITS = {
    "a code": ("Documents", "Kind (code)", "plan", "kind", "roadmap", "plan"),
    "a code by its name": ("Documents", "Kind (code)", "меморандум", "kind", "roadmap", "memorandum"),
    "codes": ("Documents", "Countries (code)", "KZ; BY; RU", "countries", ["BY", "KZ"], ["BY", "KZ", "RU"]),
    "a day": ("Documents", "Date", "2026-04", "date", "2026-03-05", "2026-04"),
    "a number as text": ("Documents", "Value", "170 000 000", "value", 160_000_000, 170_000_000),
    "a year as a number": ("Documents", "Valid from", 2027, "period_from", "2026", "2027"),
    "a flag": ("Amounts", "Counted in totals", False, "counted", True, False),
    "nothing": ("Documents", "Valid until", None, "period_to", "2028-06", None),
    "words": ("Meetings", "Title", "Visit", "title", NOW["ev-1"].get("title"),
              {"ar": "Visit", "ru": "Визит в Астану"}),
    "no words": ("Meetings", "Title", None, "title", NOW["ev-1"].get("title"), {"ru": "Визит в Астану"}),
    "the state": ("Documents", "Review (code)", "rejected", "state", "accepted", "rejected"),
    "keys": ("Documents", "Signed by (code)", "KZ/parliament", "signatories",
             ["BY/ministry/energy", "KZ/ministry/energy"], ["KZ/parliament"]),
    "what was empty": ("Bodies", "Region", "KZ-10", "subdivision", None, "KZ-10"),
    "another entry": ("Bodies", "Part of", "pe-1", "parent", None, "pe-1"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_cell_is_an_update(edit):
    sheet, heading, written, name, old, new = edit

    def change(book):
        cell(book[sheet], heading).value = written
        if heading == "Title":
            # Exported in English, the words are the Russian ones; now they are said to be Arabic.
            cell(book[sheet], "Title (language)").value = "ar"

    (made,) = planned(change)
    assert (made.outcome, made.property, made.old, made.new, made.why) == ("update", name, old, new, "")
    letter = made.where.removeprefix(f"{sheet}!").removesuffix("2")
    assert letter.isalpha()


def test_a_language_alone_moves_the_words_to_it():
    (made,) = planned(lambda book: setattr(cell(book["Commitments"], "Wording (language)"), "value", "kk"))
    assert made.new == {"kk": NOW["co-1"].get("text")["ru"]}
    assert made.where.startswith("Commitments!")


def test_words_that_are_the_same_in_two_languages_stay_in_both():
    twice = NOW | {"pe-1": entry("pe-1", "person", name={"kk": "Алма", "ru": "Алма Серикова"})}

    def change(book):
        cell(book["People"], "Name").value = "Алма"
        cell(book["People"], "Name (language)").value = "ru"

    (made,) = planned(change, twice)
    assert made.new == {"kk": "Алма", "ru": "Алма"}


def test_a_translation_is_added_beside_the_words_there_are():
    def change(book):
        cell(book["Commitments"], "Wording (language)").value = "en"
        cell(book["Commitments"], "Wording").value = "build a bridge"

    (made,) = planned(change)
    assert made.new == {"en": "build a bridge", "ru": NOW["co-1"].get("text")["ru"]}


def test_a_cell_that_says_the_same_in_another_way_is_no_change():
    def change(book):
        cell(book["Documents"], "Kind (code)").value = "Дорожная карта"
        cell(book["Documents"], "Countries (code)").value = "KZ,BY "
        cell(book["Documents"], "Date").value = "٢٠٢٦-٠٣-٠٥"
        cell(book["Documents"], "Value").value = "160,000,000"

    assert planned(change) == []


def test_what_the_register_alone_changed_is_left_alone():
    assert planned(lambda book: None, with_value("kind", "in-1", "plan")) == []


def test_what_both_changed_is_a_conflict():
    (made,) = planned(
        lambda book: setattr(cell(book["Documents"], "Kind (code)"), "value", "memorandum"),
        with_value("kind", "in-1", "plan"),
    )
    assert (made.outcome, made.old, made.new) == ("conflict", "plan", "memorandum")
    assert "changed in the register too" in made.why


def test_what_both_changed_to_the_same_is_no_conflict():
    change = lambda book: setattr(cell(book["Documents"], "Kind (code)"), "value", "plan")  # noqa: E731
    assert planned(change, with_value("kind", "in-1", "plan")) == []


def test_a_change_of_another_property_is_no_conflict():
    (made,) = planned(
        lambda book: setattr(cell(book["Documents"], "Kind (code)"), "value", "memorandum"),
        with_value("count", "in-1", 4),
    )
    assert (made.outcome, made.old, made.new) == ("update", "roadmap", "memorandum")


def test_words_that_both_changed_are_a_conflict():
    (made,) = planned(
        lambda book: setattr(cell(book["Commitments"], "Wording"), "value", "иначе"),
        with_value("text", "co-1", {"ru": "по-другому"}),
    )
    assert made.outcome == "conflict"
    (made,) = planned(
        lambda book: setattr(cell(book["Commitments"], "Wording"), "value", "иначе"),
        with_value("text", "co-1", {"kk": "басқаша"} | NOW["co-1"].get("text")),
    )
    assert (made.outcome, made.new) == ("update", {"kk": "басқаша", "ru": "иначе"})


def test_a_row_without_its_mark_is_not_trusted():
    def change(book):
        sheet = book["Documents"]
        cell(sheet, "Kind (code)").value = "plan"
        sheet.delete_cols(column(sheet, "mithaq"))

    (made,) = planned(change)
    assert made.outcome == "conflict"
    assert "lost its mark" in made.why


BAD = {
    "a code": ("Documents", "Kind (code)", "treatise", "no code of instruments"),
    "a date": ("Documents", "Date", "next spring", "no date"),
    "a number": ("Documents", "Value", "1,500", "two ways"),
    "a formula": ("Documents", "Count", "=2+2", "formula"),
    "a formula for the state": ("Documents", "Review (code)", "=2+2", "formula"),
    "a state": ("Documents", "Review (code)", "fine", "no state"),
    "a decision taken back": ("Documents", "Review (code)", "proposed", "undo"),
    "a language": ("Meetings", "Title (language)", "Русский", "no code of a language"),
    "an unknown entry": ("Amounts", "Repeats", "cl-404", "no entry cl-404"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_cell_that_cannot_be_taken_is_named(bad):
    sheet, heading, written, why = bad
    places = []

    def change(book):
        there = cell(book[sheet], heading)
        there.value = written
        places.append(f"{sheet}!{there.coordinate}")

    (made,) = planned(change)
    assert (made.outcome, made.where) == ("reject", places[0])
    assert why in made.why


def test_a_good_cell_beside_a_bad_one_is_taken():
    def change(book):
        cell(book["Documents"], "Kind (code)").value = "treatise"
        cell(book["Documents"], "Count").value = 3

    assert [(each.outcome, each.property) for each in planned(change)] == [
        ("reject", "kind"), ("update", "count"),
    ]  # fmt: skip


def test_names_and_other_columns_that_follow_are_not_taken_and_that_is_said():
    def change(book):
        cell(book["Documents"], "Kind").value = "plan"
        cell(book["Documents"], "Confidence").value = 1

    assert [(each.outcome, each.property, each.why) for each in planned(change)] == [
        ("skip", "kind", "kind_name follows from kind: change that"),
        ("skip", "confidence", "confidence follows from what is filed: change that"),
    ]


def test_a_row_without_an_id_is_a_new_entry():
    def change(book):
        sheet = book["Documents"]
        for heading, written in {
            "Kind (code)": "договор",
            "Date": "2026",
            "Title": "Pact",
            "Confidence": 1,
        }.items():
            cell(sheet, heading, 3).value = written
        cell(sheet, "Title (language)", 3).value = "en"

    (made,) = planned(change)
    assert (made.outcome, made.where, made.type, made.entry) == ("create", "Documents!3", "instrument", None)
    assert made.new == {"kind": "treaty", "title": {"en": "Pact"}, "date": "2026"}


def test_a_new_row_with_a_bad_cell_makes_nothing():
    def change(book):
        cell(book["Documents"], "Kind (code)", 3).value = "treatise"
        cell(book["Documents"], "Title", 3).value = "Pact"
        cell(book["Documents"], "Count", 3).value = 2

    assert [(each.outcome, each.property) for each in planned(change)] == [
        ("reject", "kind"), ("reject", "title"),
    ]  # fmt: skip


def copied(book, *, keep_id: bool) -> None:
    sheet = book["Meetings"]
    for head in sheet[1]:
        sheet.cell(3, head.column).value = sheet.cell(2, head.column).value
    if not keep_id:
        cell(sheet, "Id", 3).value = None


def test_a_copied_row_is_new_once_its_id_is_cleared():
    (made,) = planned(lambda book: copied(book, keep_id=True))
    assert (made.outcome, made.where) == ("reject", "Meetings!A3")
    assert "stands in row 2 too" in made.why
    (made,) = planned(lambda book: copied(book, keep_id=False))
    assert (made.outcome, made.where, made.new["host"]) == ("create", "Meetings!3", "KZ")


def test_an_id_the_register_does_not_have_is_named():
    (made,) = planned(lambda book: setattr(cell(book["Documents"], "Id"), "value", "in-404"))
    assert (made.outcome, made.where) == ("reject", "Documents!A2")
    assert "no entry in-404" in made.why


def test_a_row_on_the_sheet_of_another_type_is_refused():
    def change(book):
        cell(book["Documents"], "Id").value = "ev-1"
        book["Meetings"].delete_rows(2)

    (made,) = planned(change)
    assert made.outcome == "reject"
    assert "of type event" in made.why


def test_an_entry_that_was_merged_is_compared_with_what_it_became():
    one = entry("in-2", "instrument", kind="roadmap", title={"ru": "=SUM(A1)"})
    (made,) = planned(
        lambda book: setattr(cell(book["Documents"], "Kind (code)"), "value", "plan"), NOW | {"in-1": one}
    )
    assert (made.outcome, made.entry) == ("update", "in-2")


def test_rows_that_are_sorted_or_removed_are_still_themselves():
    twice = (*one_of_each(), entry("in-2", "instrument", kind="treaty", date="2025"))

    def change(book):
        sheet = book["Documents"]
        below = [one.value for one in sheet[3]]
        sheet.delete_rows(3)
        sheet.insert_rows(2)
        for place, value in enumerate(below, start=1):
            sheet.cell(2, place).value = value
        book["Meetings"].delete_rows(2)

    plans = plan(rows_of(edited(change, "en", twice), "book.xlsx"), {each.id: each for each in twice})
    assert {each.why for each in plans} == {"unchanged"}
    assert [each.entry for each in plans] == ["in-2", "in-1", "bo-1", "pe-1", "cl-1", "co-1"]


def test_the_ids_that_rows_name_are_asked_for():
    def change(book):
        cell(book["Amounts"], "Repeats").value = " cl-9 "
        cell(book["Bodies"], "Part of").value = "=A1"

    asked = named(rows_of(edited(change), "book.xlsx"))
    assert asked == {each.id for each in one_of_each()} | {"cl-9"}


def test_a_workbook_of_another_program_is_planned_for():
    lines: list[list[str | float | None]] = [
        ["id", "type", "kind", "Value", "Date"],
        [None, None, "протокол заседания", 2.0, 2026],
    ]
    (made,) = plan(rows_of(by_hand("Документы", lines), "book.xlsx"), {})
    assert made.new == {"kind": "minutes", "value": 2, "date": "2026"}
