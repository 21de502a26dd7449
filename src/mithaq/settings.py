"""Every setting once: its name, default, environment variable and help."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.model.errors import InvalidOption


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting read from the environment. ``default`` is told in words."""

    name: str
    variable: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "cache",
        "MITHAQ_CACHE",
        "$XDG_CACHE_HOME/mithaq, or ~/.cache/mithaq",
        "Directory of the compiled lexicons. It may be deleted at any time.",
    ),
    Setting(
        "bidi",
        "MITHAQ_BIDI",
        "auto",
        "Whether the terminal writes Arabic from right to left: on, off, or auto (by the terminal's name).",
    ),
    Setting(
        "database",
        "MITHAQ_DATABASE_URL",
        "sqlite file $XDG_DATA_HOME/mithaq/register.db, or ~/.local/share/mithaq/register.db",
        "Address of the register's database, as SQLAlchemy writes it.",
    ),
    Setting(
        "user",
        "MITHAQ_USER",
        "the login name",
        "Who acts: the name that goes into the history with each change.",
    ),
)

# Terminals known to reorder right-to-left text themselves.
_BIDI_MARKS = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_BIDI_PROGRAMS = frozenset({"Apple_Terminal", "mintty"})


def cache_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """Where compiled lexicons are kept; the directory need not exist yet."""
    given = environment.get("MITHAQ_CACHE")
    if given:
        return Path(given).expanduser()
    home = environment.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path("~/.cache").expanduser()) / "mithaq"


def database_url(given: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Address of the register's database: the one given, that of the environment, or a file of the user."""
    told = given or environment.get("MITHAQ_DATABASE_URL")
    if told:
        return told
    home = environment.get("XDG_DATA_HOME")
    folder = (Path(home) if home else Path("~/.local/share").expanduser()) / "mithaq"
    return f"sqlite:///{folder / 'register.db'}"


def user_name(given: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Who acts: the name given, that of the environment, or the login name. Raises InvalidOption."""
    told = (given if given is not None else environment.get("MITHAQ_USER") or _login_name()).strip()
    if not told:
        raise InvalidOption("nobody acts: say who with --as NAME, or set MITHAQ_USER")
    return told


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        return ""


def terminal_does_bidi(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal puts right-to-left text in order; InvalidOption for an unknown choice."""
    choice = environment.get("MITHAQ_BIDI") or "auto"
    if choice not in {"on", "off", "auto"}:
        raise InvalidOption(f"MITHAQ_BIDI is {choice!r}: set it to on, off or auto")
    if choice != "auto":
        return choice == "on"
    known = any(environment.get(mark) for mark in _BIDI_MARKS)
    # A multiplexer draws the screen itself and does not pass the terminal's reordering on.
    return (known or environment.get("TERM_PROGRAM") in _BIDI_PROGRAMS) and "TMUX" not in environment
