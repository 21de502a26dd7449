import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

import mithaq
from mithaq import locale
from mithaq.model.errors import LanguageFileFault

VIEWS = Path(mithaq.__file__).parent / "views"


@pytest.mark.parametrize("language", locale.INTERFACE_LANGUAGES)
def test_languages_have_the_same_words_in_the_same_order(language):
    assert list(locale.words(language)) == list(locale.words("en"))


def test_english_words_are_their_own_keys():
    assert all(key == word for key, word in locale.words("en").items())


@pytest.mark.parametrize("language", ["ar", "ru", "kk"])
def test_every_word_is_translated(language):
    assert all(key != word for key, word in locale.words(language).items())


def looked_up(source: str) -> set[str]:
    """String keys looked up in a mapping called ``words``."""
    return {
        node.slice.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "words"
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
    }


def test_lookups_are_found_in_source():
    assert looked_up('label = words["Signed by"] + other["x"]') == {"Signed by"}


def test_views_look_up_known_words():
    keys = set().union(*(looked_up(path.read_text(encoding="utf-8")) for path in VIEWS.rglob("*.py")))
    assert keys <= set(locale.words("en"))


def test_every_word_a_page_looks_up_is_there():
    pages = VIEWS.parent / "web" / "templates"
    asked = {
        key
        for page in pages.rglob("*.html")
        for key in re.findall(r'words\["([^"]+)"\]', page.read_text("utf-8"))
    }
    assert len(asked) > 30
    assert asked <= set(locale.words("en"))


def test_unknown_language_is_refused():
    with pytest.raises(KeyError):
        locale.words("xx")


def test_direction():
    directions = {language: locale.direction(language) for language in locale.INTERFACE_LANGUAGES}
    assert directions == {"en": "ltr", "ar": "rtl", "ru": "ltr", "kk": "ltr"}


def test_continued_and_escaped_strings_are_joined():
    written = '# a comment\nmsgid "a "\n"\\"b\\""\nmsgstr ""\n"c\\n"\n"d"\n'
    assert locale.read_po(written) == {'a "b"': "c\nd"}


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('msgid "a"\nmsgstr ""\n', "no translation"),
        ('msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', "twice"),
        ('msgid "a"\nmsgid_plural "as"\n', "line 2"),
        ("msgid a\n", "line 1"),
    ],
)
def test_faults_are_named(written, fault):
    with pytest.raises(LanguageFileFault, match=fault):
        locale.read_po(written)


def test_files_and_languages_agree():
    names = {entry.name for entry in files(locale).iterdir() if entry.name.endswith(".po")}
    assert names == {f"{language}.po" for language in locale.INTERFACE_LANGUAGES}
