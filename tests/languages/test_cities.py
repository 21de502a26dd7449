"""Cities in the words of each language."""

import pytest

from mithaq.languages.cities import city_name


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Astana"), ("ar", "أستانا"), ("ru", "Астана"), ("kk", "Астана")]
)
def test_a_city_is_called_as_the_language_calls_it(language, told):
    assert city_name("Astana", language) == city_name("Astana", language, "KZ") == told


def test_a_city_without_a_name_there_stays_as_it_is():
    assert city_name("Varlund-on-Sea", "ru", "KZ") == "Varlund-on-Sea"


def test_the_state_tells_cities_of_one_name_apart():
    assert city_name("Tripoli", "ar", "LY") == city_name("Tripoli", "ar")


def test_a_language_without_names_is_refused():
    with pytest.raises(KeyError):
        city_name("Astana", "xx")
