"""The lint of language files finds what it promises to find, and nothing in the files we ship."""

import pytest

from mithaq.languages.check import check
from mithaq.languages.files import paths
from mithaq.model.errors import UnsupportedLanguage

HEAD = """
[language]
code = "xx"
name = "Xish"
english = "Xish"
script = "Latn"
direction = "ltr"
order = "head_initial"
capitals = true
inflection = "none"
"""


def faults(tmp_path, text):
    (tmp_path / "xx.toml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in check((), paths(tmp_path))]


def test_the_shipped_files_break_no_rule():
    assert [str(fault) for fault in check()] == []


def test_what_a_language_lacks_is_said(tmp_path):
    assert "xx.toml: [documents]: lacks words: see docs/language-files.md" in faults(tmp_path, HEAD)


@pytest.mark.parametrize(
    ("section", "word"),
    [
        ('[doccuments]\nmemorandum = ["memo"]', "no such section"),
        ('[documents]\nmemorandumm = ["memo"]', "no such code"),
        ('[documents]\nmemorandum = ["memo", "memo"]', "stands twice"),
        ('[documents]\nmemorandum = ["«»"]', "has no letters"),
        ('[furniture]\nwords = ["12+"]', "read as a bare number"),
        ('[documents]\nmemorandum = ["мемoрандум"]', "two alphabets"),
        ('[currencies]\nAZN = ["manat"]\nTMT = ["manat"]', "stands under AZN too"),
    ],
)
def test_faults_are_found(tmp_path, section, word):
    assert any(word in fault for fault in faults(tmp_path, HEAD + section))


def test_a_broken_file_is_one_fault(tmp_path):
    assert len(faults(tmp_path, "[language")) == 1


def test_an_unknown_language():
    with pytest.raises(UnsupportedLanguage):
        check(("zz",))
