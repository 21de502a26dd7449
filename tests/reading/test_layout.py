"""Layout: no sentence is longer than people write, and no word is cut."""

import mithaq
from mithaq.languages.lexicon import lexicon
from mithaq.model.text import Text
from mithaq.reading.reader import prepare


def sentences(body):
    context = prepare(lexicon("en"), Text.of(body))
    return [body[sentence.start : sentence.end] for sentence in context.sentences]


def test_a_line_without_an_end_is_cut_between_words():
    parts = sentences("ministry " * 3000 + ".")
    assert max(map(len, parts)) <= 4000
    assert all(part.split() == ["ministry"] * len(part.split()) for part in parts[:-1])


def test_a_line_without_a_blank_is_cut_too():
    assert max(map(len, sentences("a" * 20_000))) <= 4000


def test_the_function_words_of_russian_tell_it():
    assert mithaq.read("Казахстан и Беларусь подписали меморандум о торговле").document.language == "ru"
