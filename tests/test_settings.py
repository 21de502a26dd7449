"""Settings come from the environment."""

from pathlib import Path

import pytest

from mithaq.model.errors import InvalidOption
from mithaq.settings import SETTINGS, cache_directory, database_url, terminal_does_bidi, user_name


def test_the_cache_is_where_the_environment_says():
    assert cache_directory({"MITHAQ_CACHE": "/x", "XDG_CACHE_HOME": "/y"}) == Path("/x")
    assert cache_directory({"XDG_CACHE_HOME": "/y"}) == Path("/y/mithaq")
    assert cache_directory({}) == Path.home() / ".cache" / "mithaq"


def test_the_register_is_where_it_is_said_to_be():
    assert database_url("postgresql://x/y", {"MITHAQ_DATABASE_URL": "sqlite:///z"}) == "postgresql://x/y"
    assert database_url(None, {"MITHAQ_DATABASE_URL": "sqlite:///z"}) == "sqlite:///z"
    assert database_url(None, {"XDG_DATA_HOME": "/x"}) == "sqlite:////x/mithaq/register.db"
    home = Path.home() / ".local" / "share" / "mithaq" / "register.db"
    assert database_url(None, {}) == f"sqlite:///{home}"


def test_who_acts_is_said_or_told_by_the_environment(monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert user_name("Aigul", {"MITHAQ_USER": "Boris"}) == "Aigul"
    assert user_name(None, {"MITHAQ_USER": "Boris"}) == "Boris"
    assert user_name(None, {}) == "login"
    with pytest.raises(InvalidOption, match="--as NAME"):
        user_name(" ", {})


def test_a_login_without_a_name_acts_for_nobody(monkeypatch):
    def nobody():
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(InvalidOption, match="MITHAQ_USER"):
        user_name(None, {})


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
