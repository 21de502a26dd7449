"""The view of a report: the answer, the sections, what owns which words."""

import pytest

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.text import Text
from mithaq.views.report import report
from tests import samples


def told(view) -> str:
    return "".join(phrase.words for phrase in view.answer).replace("\u00a0", " ")


def test_the_answer_says_who_met_what_was_signed_for_how_much():
    text, record = samples.arabic()
    assert told(report(record, text)) == (
        "Kazakhstan – Belarus: official visit, Kazakhstan, November 2025. "
        "Signed: 2 × roadmap, memorandum. Amounts: USD 160 million (value of agreements)."
    )


def test_the_answer_leads_to_the_lists_behind_it():
    text, record = samples.arabic()
    view = report(record, text)
    leads = {phrase.section for phrase in view.answer if phrase.section}
    assert leads == {"countries", "meeting", "instruments", "amounts"}
    assert leads <= {section.id for section in view.sections}


@pytest.mark.parametrize("interface", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("sample", [samples.english, samples.arabic])
def test_every_interface_speaks_of_every_record(sample, interface):
    text, record = sample()
    view = report(record, text, interface)
    assert ".." not in told(view)
    assert [section.id for section in view.sections] == [
        "meeting", "people", "instruments", "amounts", "countries", "sectors", "commitments", "statements",
    ]  # fmt: skip


def test_a_report_of_no_cooperation_says_so():
    text = Text.of("A match was played.")
    view = report(samples.nothing(text), text)
    assert told(view) == "The report records no cooperation between states."
    assert view.sections == ()
    assert [piece.words for line in view.lines for piece in line.pieces] == ["A match was played."]


def test_ids_are_unique_and_every_one_that_owns_words_is_shown():
    text, record = samples.arabic()
    view = report(record, text)
    shown = [
        name
        for section in view.sections
        for entry in section.entries
        for name in (
            entry.id,
            *(field.id for field in entry.fields),
            *(field.id for side in entry.sides for field in side.fields),
        )
    ]
    assert len(shown) == len(set(shown))
    owners = {owner for line in view.lines for piece in line.pieces for owner in piece.owners}
    assert owners <= set(shown)


def test_signing_bodies_stand_on_the_side_of_their_party_in_one_order():
    text, record = samples.arabic()
    (documents,) = (section for section in report(record, text).sections if section.id == "instruments")
    assert [[side.label for side in entry.sides] for entry in documents.entries] == [
        ["Kazakhstan", "Belarus"]
    ] * 3


def test_doubt_has_three_steps():
    text, record = samples.english()
    steps = [
        entry.certainty.step
        for section in report(record, text).sections
        for entry in section.entries
        if entry.certainty and section.id in {"meeting", "countries"}
    ]
    assert steps == ["doubtful", "sure", "likely"]


def test_directions_are_those_of_interface_and_report():
    text, record = samples.arabic()
    assert (report(record, text, "ru").direction, report(record, text, "ru").text_direction) == ("ltr", "rtl")
    text, record = samples.english()
    assert (report(record, text, "ar").direction, report(record, text, "ar").text_direction) == ("rtl", "ltr")
