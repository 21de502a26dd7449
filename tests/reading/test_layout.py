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


def test_a_line_broken_inside_a_sentence_goes_on():
    broken = f"Kenya and Ghana signed a memorandum {'of long standing ' * 3}on\nwater in an official visit."
    assert sentences(broken) == [broken]


def test_lines_that_begin_anew_are_not_joined():
    long = "Kenya and Ghana signed many documents of many kinds in the capital this week"
    assert len(sentences(f"{long}:\na memorandum on water;\na protocol on salt")) == 3
    assert len(sentences(f"{long}\n\nand another paragraph begins here")) == 2
    assert len(sentences(f"{long}\nTheir ministers met")) == 2
