"""Every column has a heading of its own in every interface language."""

import pytest

from mithaq import locale
from mithaq.locale.headings import column_heading, heading, state_name, type_name
from mithaq.model.entry import ENTRY_TYPES, PROPERTIES
from mithaq.model.sheet import columns

each_language = pytest.mark.parametrize("language", locale.INTERFACE_LANGUAGES)


@each_language
@pytest.mark.parametrize("kind", [None, *ENTRY_TYPES])
def test_no_two_columns_share_a_heading(language, kind):
    headings = [column_heading(column, language).casefold() for column in columns(kind)]
    assert sorted(set(headings)) == sorted(headings)


def test_a_heading_means_one_column_whatever_the_language():
    named: dict[str, set[str]] = {}
    for language in locale.INTERFACE_LANGUAGES:
        for column in columns():
            named.setdefault(column_heading(column, language).casefold(), set()).add(column.name)
    assert [(words, names) for words, names in named.items() if len(names) > 1] == []


@each_language
def test_properties_types_and_states_have_names(language):
    for kind in ENTRY_TYPES:
        assert type_name(kind, language) != type_name(kind, language, several=True)
        assert all(heading(prop.name, language) for prop in PROPERTIES[kind])
    states = [state_name(state, language) for state in ("proposed", "accepted", "rejected")]
    assert len(set(states)) == 3
    sheets = [type_name(kind, language, several=True) for kind in ENTRY_TYPES]
    assert len(set(sheets)) == len(ENTRY_TYPES)


def test_codes_and_names_are_told_apart():
    headings = {column.name: column_heading(column, "en") for column in columns("instrument")}
    assert headings["kind"] == "Kind (code)"
    assert headings["kind_name"] == "Kind"
    assert headings["title_language"] == "Title (language)"
