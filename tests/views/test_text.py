"""The view for a terminal."""

import dataclasses

import pytest

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.text import Text
from mithaq.views import text as terminal
from mithaq.views.report import report
from tests import samples


def shown(sample, interface="en", width=80, bidi=False) -> list[str]:
    text, record = sample()
    return [line.plain for line in terminal.lines(report(record, text, interface), width, bidi=bidi)]


def test_values_are_followed_by_the_words_that_prove_them():
    lines = shown(samples.english)
    assert "  ● Ada Bern" in lines
    assert "    Office head of government   Country Kazakhstan" in lines
    assert "    «Prime Minister of Varlund Ada Bern»" in lines
    assert any("signed · " not in line and "Memorandum  signed" in line for line in lines)


def test_doubt_is_told_by_mark_and_words():
    assert any("○ Talks" in line and "doubtful 60 %" in line for line in shown(samples.english))


@pytest.mark.parametrize("interface", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("sample", [samples.english, samples.arabic])
@pytest.mark.parametrize("width", [20, 40, 80, 300])
def test_lines_fit_the_width(sample, interface, width):
    text, record = sample()
    lines = terminal.lines(report(record, text, interface), width)
    assert max(line.cell_len for line in lines) <= min(width, 100)


def test_arabic_words_stand_at_the_right_edge_on_lines_of_their_own():
    line = next(line for line in shown(samples.arabic) if "«رئيس وزراء جمهورية كازاخستان" in line)
    assert line.startswith("    ")
    assert len(line) == 80
    assert not any(char.isascii() and char.isalpha() for char in line)


def test_isolates_are_written_where_the_terminal_reorders():
    plain, isolated = shown(samples.arabic), shown(samples.arabic, bidi=True)
    assert not any("\u2067" in line or "\u2069" in line for line in plain)
    arabic = [line for line in isolated if any("\u0600" <= char <= "\u06ff" for char in line)]
    assert arabic
    assert all(line.count("\u2067") == line.count("\u2069") >= 1 for line in arabic)


def test_nothing_in_a_report_steers_the_terminal():
    body = "Ada\x1b[31m \x07Bern\u202e\u2066 \x00 signed\x9b2J"
    text = Text.of(body)
    record = samples.nothing(text)
    person = samples.english()[1].people[0]
    hostile = dataclasses.replace(
        person, name=body, latin=body, office_text=body, evidence=samples.find(text, body)
    )
    record = dataclasses.replace(
        record,
        people=(hostile,),
        document=dataclasses.replace(record.document, source="evil\x1b]0;x\x07.txt"),
    )
    lines = terminal.lines(report(record, text), 80)
    told = "".join(line.plain for line in lines)
    assert "Bern" in told
    assert all(char.isprintable() for char in told)
    assert not set("\u202e\u2066\u2069") & set(told)


def test_a_pile_of_accents_is_cut():
    text = Text.of("a" + "\u0301" * 100_000)
    person = dataclasses.replace(
        samples.english()[1].people[0], name=text.body, latin="", evidence=samples.find(text, text.body)
    )
    record = dataclasses.replace(samples.nothing(text), people=(person,))
    assert sum(len(line.plain) for line in terminal.lines(report(record, text), 80)) < 1000
