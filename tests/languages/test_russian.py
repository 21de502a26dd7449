"""Forms of Russian phrases: cases and agreement, and names in the number they are listed in."""

from mithaq.languages.russian import forms


def texts(phrase, section="documents"):
    return {form.text for form in forms(phrase, section)}


def test_the_head_and_its_adjectives_agree():
    assert {"дорожной карты", "дорожную карту", "дорожными картами"} <= texts("дорожная карта")


def test_what_follows_the_head_stands():
    assert "министерством юстиции" in texts("министерство юстиции")


def test_a_word_the_dictionary_lacks_is_guessed():
    assert {"Кокшетау"} <= texts("Кокшетау", "places")
    assert "Жезказганом" in texts("Жезказган", "places")


def test_a_name_has_one_number():
    assert "Витебски" not in texts("Витебск", "places")
    assert "Витебске" in texts("Витебск", "places")
    assert "Эмиратами" in texts("Эмираты", "countries")
