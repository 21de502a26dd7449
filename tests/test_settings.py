"""Settings come from the environment."""

from pathlib import Path

import pytest

from mithaq.model.errors import InvalidOption
from mithaq.settings import SETTINGS, cache_directory, terminal_does_bidi


def test_the_cache_is_where_the_environment_says():
    assert cache_directory({"MITHAQ_CACHE": "/x", "XDG_CACHE_HOME": "/y"}) == Path("/x")
    assert cache_directory({"XDG_CACHE_HOME": "/y"}) == Path("/y/mithaq")
    assert cache_directory({}) == Path.home() / ".cache" / "mithaq"


@pytest.mark.parametrize(
    ("environment", "does"),
    [
        ({}, False),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "7200", "TMUX": "x"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM_PROGRAM": "vscode"}, False),
        ({"MITHAQ_BIDI": "on"}, True),
        ({"MITHAQ_BIDI": "off", "VTE_VERSION": "7200"}, False),
    ],
)
def test_terminals_that_reorder_are_known(environment, does):
    assert terminal_does_bidi(environment) is does


def test_an_unknown_choice_is_refused():
    with pytest.raises(InvalidOption, match="on, off or auto"):
        terminal_does_bidi({"MITHAQ_BIDI": "yes"})


def test_variables_begin_alike_and_are_told():
    assert all(setting.variable.startswith("MITHAQ_") and setting.help for setting in SETTINGS)
