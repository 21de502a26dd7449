"""Many documents through one pipeline."""

import sys
import types

import pytest

import mithaq
from mithaq.model.errors import InvalidOption, UnreadableSource, UnsupportedLanguage
from mithaq.pipeline import Failure, Reading, read_source, read_sources
from tests import samples


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """A reader in place of the real one: an empty record, or a failure where the text asks for one."""

    def read(text):
        if "unsupported" in text.body:
            raise UnsupportedLanguage("the text is in Greek: read ar, en, kk or ru")
        if "fault" in text.body:
            raise RecursionError("too deep")
        return samples.nothing(text)

    stand_in = types.ModuleType("mithaq.reading")
    vars(stand_in)["read"] = read
    monkeypatch.setitem(sys.modules, "mithaq.reading", stand_in)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, words in {"a": "Ministers met.", "b": "unsupported", "c": "fault", "d": "More."}.items():
        (tmp_path / name).write_text(words)


def test_readings_and_failures_come_in_order(folder):
    outcomes = list(read_sources(["a", "b", "none", "c", "d"]))
    assert [type(outcome) for outcome in outcomes] == [Reading, Failure, Failure, Failure, Reading]
    told = [str(outcome.error) for outcome in outcomes if isinstance(outcome, Failure)]
    assert told == [
        "b: the text is in Greek: read ar, en, kk or ru",
        "none: there is no such file: check the path",
        "c: the reader failed (RecursionError: too deep): please report it with the document",
    ]


def test_failures_keep_their_class_and_cause(folder):
    (failure,) = read_sources(["b"])
    assert isinstance(failure, Failure)
    assert type(failure.error) is UnsupportedLanguage
    assert isinstance(failure.error.__cause__, UnsupportedLanguage)


def test_documents_are_read_one_at_a_time(folder):
    outcomes = read_sources(["a", "none"])
    assert isinstance(next(outcomes), Reading)


def test_one_document(folder):
    assert read_source("a", "en", "2025-11").document.published == "2025-11"
    with pytest.raises(UnreadableSource):
        read_source("none")


def test_a_wrong_date_is_told_before_anything_is_read(folder):
    with pytest.raises(InvalidOption):
        read_sources(["a"], published="soon")


def test_the_library_reads_a_string():
    record = mithaq.read("Ministers met.", "en", published="2025")
    assert (record.document.source, record.document.published, record.document.length) == ("-", "2025", 14)
    assert record == mithaq.read("Ministers met.", "en", published="2025")
    with pytest.raises(mithaq.InvalidOption):
        mithaq.read("x", published="soon")


@pytest.mark.parametrize("name", mithaq.__all__)
def test_every_public_name_is_there(name):
    assert getattr(mithaq, name)
    assert name in dir(mithaq)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="no attribute 'parse'"):
        _ = mithaq.parse
