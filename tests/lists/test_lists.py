import dataclasses
import re
import unicodedata

import pytest

from mithaq import lists
from mithaq.model.errors import LanguageFileFault

LABELLED = {**lists.CODE_LISTS, "features": lists.features}
ROWS = [
    pytest.param(name, row, id=f"{name}.{row.code}")
    for name, load in LABELLED.items()
    for row in load().values()
]
SCRIPTS = {"en": "LATIN", "ar": "ARABIC", "ru": "CYRILLIC", "kk": "CYRILLIC"}
KAZAKH_LETTERS = set("әғқңөұүһі")


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_row_has_a_label_in_each_interface_language_and_its_script(name, row):
    assert tuple(row.labels) == lists.LABEL_LANGUAGES
    for language, label in row.labels.items():
        letters = [c for c in label if c.isalpha()]
        assert letters
        assert {unicodedata.name(c).split()[0] for c in letters} == {SCRIPTS[language]}
        assert label == " ".join(label.split())
        assert label == unicodedata.normalize("NFC", label)


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_russian_label_has_no_kazakh_letter(name, row):
    assert not KAZAKH_LETTERS & set(row.label("ru"))


@pytest.mark.parametrize("name", LABELLED)
@pytest.mark.parametrize("language", lists.LABEL_LANGUAGES)
def test_labels_of_a_list_are_distinct(name, language):
    labels = [row.label(language) for row in LABELLED[name]().values()]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_code_is_a_plain_word(name, row):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", row.code)


def test_unknown_interface_language_is_refused():
    with pytest.raises(KeyError):
        lists.sectors()["trade"].label("xx")


def test_rows_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        lists.sectors()["trade"].code = "commerce"  # type: ignore[misc]
    with pytest.raises(TypeError):
        lists.sectors()["commerce"] = lists.sectors()["trade"]  # type: ignore[index]


def test_unknown_key_in_a_row_is_refused():
    with pytest.raises(LanguageFileFault, match="colour"):
        lists._row(lists.Code, "trade", {"en": "trade", "colour": "red"})


def test_portfolios_count_for_sectors_and_are_none():
    sectors = lists.sectors()
    for portfolio in lists.portfolios().values():
        assert portfolio.sector in sectors
        assert portfolio.code not in sectors


def test_offices_and_bodies_name_known_levels():
    assert {office.of for office in lists.offices().values()} == {"state", "portfolio", "region", "body"}
    assert {body.level for body in lists.bodies().values()} == {"state", "region", "city", "none"}


def test_visits_outrank_talks_and_ceremonies_come_last():
    rank = {meeting.code: meeting.rank for meeting in lists.meetings().values()}
    descending = ["state_visit", "official_visit", "working_visit", "visit", "talks", "ceremony"]
    assert sorted(descending, key=rank.__getitem__, reverse=True) == descending
    assert rank["ceremony"] == min(rank.values())


def test_currency_groups():
    groups = lists.currencies()
    assert groups["dollar"].default == "USD"
    assert groups["dollar"].always_default
    assert groups["dinar"].default is None
    for group in groups.values():
        assert group.default is None or group.default in group.codes
        assert all(re.fullmatch(r"[A-Z]{3}", code) for code in group.codes)
        assert len(set(group.codes)) == len(group.codes)


@pytest.mark.parametrize("row", lists.countries().values(), ids=lambda row: row.code)
def test_country_has_a_code_and_a_name_in_each_interface_language(row):
    assert re.fullmatch(r"[A-Z]{2,5}", row.code)
    assert tuple(row.labels) == lists.LABEL_LANGUAGES
    assert all(label == " ".join(label.split()) != "" for label in row.labels.values())


def test_countries_with_two_koreas_and_their_like_are_told_apart():
    countries = lists.countries()
    assert countries["KR"].label("kk").startswith("Оңтүстік")
    assert countries["KP"].label("kk").startswith("Солтүстік")
    assert countries["EG"].label("ar") == "مصر"
    for language in lists.LABEL_LANGUAGES:
        labels = [row.label(language) for row in countries.values()]
        assert sorted(set(labels)) == sorted(labels)


def test_codes_named_in_the_corpus_format_are_here():
    assert set(lists.instruments()) >= {"treaty", "memorandum", "roadmap", "minutes", "document"}
    assert set(lists.statuses()) == {"signed", "planned", "negotiating", "in_force"}
    assert set(lists.qualifiers()) == {"exact", "about", "over", "up_to"}


def test_every_country_has_a_label_in_each_interface_language():
    for row in lists.countries().values():
        assert tuple(row.labels) == lists.LABEL_LANGUAGES
        assert re.fullmatch(r"[A-Z]{2,5}", row.code)


@pytest.mark.parametrize("language", lists.LABEL_LANGUAGES)
def test_no_two_countries_have_the_same_label(language):
    labels = [row.label(language) for row in lists.countries().values()]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("name", [*lists.CODE_LISTS, "countries", "portfolios"])
def test_a_label_means_one_code_in_whatever_language_and_is_no_other_code(name):
    codes: dict[str, set[str]] = {code.casefold(): {code} for code in lists.rows(name)}
    for code, row in lists.rows(name).items():
        for label in row.labels.values():
            codes.setdefault(label.casefold(), set()).add(code)
    assert {label: several for label, several in codes.items() if len(several) > 1} == {}
