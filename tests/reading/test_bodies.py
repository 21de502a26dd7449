"""How far the name of a body runs, and its key; the sentences stand in ``bodies.toml``."""

import tomllib
from pathlib import Path

import pytest

import mithaq
from mithaq.languages.lexicon import lexicon
from mithaq.model.text import Text
from mithaq.reading.bodies import bodies
from mithaq.reading.reader import prepare

SENTENCES = tomllib.loads((Path(__file__).parent / "bodies.toml").read_text(encoding="utf-8"))
LANGUAGES = tuple(SENTENCES["ministries"])
CASES = [
    pytest.param(language, line, id=f"{language}-{number}")
    for language, lines in SENTENCES["names"].items()
    for number, line in enumerate(lines)
]


def marked(line):
    """A sentence without its square brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


def keys(language, text):
    record = mithaq.read(text, language).to_dict()
    return [body["key"] for item in record["instruments"] for body in item["signatories"]]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_the_name_of_a_body(language, line):
    text, wanted = marked(line)
    context = prepare(lexicon(language), Text.of(text, language=language))
    found = [context.clean[body.start : body.end] for body in bodies(context)]
    assert found == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_ministry_has_one_key_in_every_language(language):
    wanted = ["KZ/ministry/construction+industry", "KE/ministry/foreign_affairs"]
    assert keys(language, SENTENCES["ministries"][language]) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_administration_is_that_of_the_region_or_city_it_names(language):
    wanted = ["BY-VI/region_administration", "KZ/city_administration/astana"]
    assert keys(language, SENTENCES["administrations"][language]) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_that_signs_stands_for_its_region_or_city(language):
    found = keys(language, SENTENCES["seats"][language])
    assert found == ["KZ-19/region_administration", "BY/city_administration/minsk"]
