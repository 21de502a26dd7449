"""Sums, dates and codes in the words of each interface language."""

import pytest

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.record import Period
from mithaq.views.wording import Wording


@pytest.mark.parametrize(
    ("language", "value", "told"),
    [
        ("en", 160_000_000, "USD 160 million"),
        ("ru", 12_500_000, "12,5 млн USD"),
        ("kk", 3_000_000_000, "3 млрд USD"),
        ("ar", 1_250_000_000, "1.25 مليار USD"),
        ("en", 1_234_567, "USD 1,234,567"),
        ("ru", 1_234_567, "1 234 567 USD"),
        ("en", 0.5, "USD 0.5"),
        ("en", 1_000_000_000_000, "USD 1 trillion"),
        ("en", 999, "USD 999"),
    ],
)
def test_sums(language, value, told):
    assert Wording.of(language).money(value, "USD").replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["2025", "November 2025", "5 November 2025"]),
        ("ru", ["2025", "11.2025", "5 ноября 2025 г."]),
        ("kk", ["2025", "2025 ж. қараша", "2025 ж. 5 қараша"]),
        ("ar", ["2025", "نوفمبر 2025م", "5 نوفمبر 2025م"]),
    ],
)
def test_dates_are_told_as_far_as_known(language, told):
    wording = Wording.of(language)
    assert [wording.date(iso) for iso in ("2025", "2025-11", "2025-11-05")] == told


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_month_has_its_name(language):
    wording = Wording.of(language)
    assert len({wording.date(f"2025-{month:02}-01") for month in range(1, 13)}) == 12


def test_periods():
    wording = Wording.of("en")
    told = [
        wording.period(period)
        for period in (Period("2026", "2028"), Period("2026", None), Period(None, "2028"))
    ]
    assert told == ["2026–2028", "from 2026", "until 2028"]
    assert wording.period(Period("2026", "2026")) == "2026"
    assert wording.period(Period(None, None)) == wording.period(None) == ""


def test_unknown_codes_stand_for_themselves():
    wording = Wording.of("en")
    assert wording.country("ZZ") == "ZZ"
    assert wording.language("fr") == "fr"


def test_unknown_interface_language_is_refused():
    with pytest.raises(KeyError):
        Wording.of("xx")
