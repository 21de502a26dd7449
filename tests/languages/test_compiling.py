"""What a compiled lexicon makes of letters written on to a phrase; the same files give the same lexicon."""

import pytest

from mithaq.languages.files import built_in, load
from mithaq.languages.freezing import freeze
from mithaq.languages.lexicon import lexicon
from mithaq.languages.senses import COUNTRY
from mithaq.reading.mention import scan


def found(language, text):
    words = lexicon(language)
    folded = words.folding.fold(text)
    return [(folded.clean[m.begin : m.stem], m) for m in scan(folded, words)]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("ومذكرة", "مذكرة"), ("بالمذكرة", "المذكرة"), ("للمذكرة", "مذكرة"), ("فالمذكرة", "المذكرة")],
)
def test_clitics_are_no_part_of_a_phrase(text, bare):
    assert [words for words, _ in found("ar", text)] == [bare]


def test_letters_that_are_no_clitic_make_another_word():
    assert not [m for words, m in found("ar", "تمذكرة") if "مذكرة" in words]


def test_a_case_ending_is_no_part_of_a_name_and_a_strange_ending_another_word():
    assert [words for words, _ in found("kk", "Қазақстанмен")] == ["Қазақстан"]
    assert not found("kk", "Қазақстанмұқ")


def test_entries_of_the_same_letters_are_one():
    (_, mention), *_ = found("ru", "торговли")
    assert {"trade"} <= {code for values in mention.values.values() for code in values}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_files_give_the_same_lexicon(language):
    content = load(built_in()[language])
    assert freeze(content) == freeze(content)


@pytest.mark.parametrize(("text", "countries"), [("US", ["US"]), ("us", []), ("of US origin", ["US"])])
def test_what_is_a_name_in_capitals_is_none_in_small_letters(text, countries):
    assert [code for _, m in found("en", text) for code in m.values.get(COUNTRY, ())] == countries


def test_a_phrase_of_several_words_goes_before_its_words():
    assert [words for words, _ in found("ru", "министр иностранных дел")] == ["министр иностранных дел"]


def test_strange_words_are_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr("mithaq.languages.lexicon._MOST_WORDS", 0)
    words = lexicon("kk").words
    before = len(words)
    assert not found("kk", "Ъъъъ жжжж")
    assert len(words) == before
