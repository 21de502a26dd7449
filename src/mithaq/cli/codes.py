"""What people type for codes and values: a code, or what it is called in any language of the interface."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from mithaq import lists
from mithaq.model.entry import Property
from mithaq.model.errors import InvalidOption

_LISTED = {
    "countries": "give its name, or its code of ISO 3166-1 such as KZ",
    "currencies": "give its code of ISO 4217 such as USD",
}
_YES, _NO = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0"})


def code(names: Sequence[str], typed: str, option: str) -> str:
    """The code of one of the lists that is typed or called so.

    Raises InvalidOption, with what comes near, where there is none.
    """
    wanted = typed.strip()
    for name in names:
        rows = lists.rows(name)
        for spelling in (wanted, wanted.upper(), wanted.lower()):
            if spelling in rows:
                return spelling
    called = _called(names)
    if (found := called.get(wanted.casefold())) is not None:
        return found
    near = [f"{called[each]} ({each})" for each in get_close_matches(wanted.casefold(), called, 3)]
    listed = _LISTED.get(names[0], "docs/codes.md lists them")
    advice = f"did you mean {' or '.join(near)}?" if near else listed
    raise InvalidOption(f"{option}: {typed!r} is neither a code nor a name of one: {advice}")


def _called(names: Iterable[str]) -> dict[str, str]:
    return {
        label.casefold(): row.code
        for name in names
        for row in lists.rows(name).values()
        for label in row.labels.values()
    }


def value(prop: Property, typed: Sequence[str], published: Any) -> Any:
    """The value of a property from the words typed for it; ``published`` is the value it has now, or None.

    Lists take several words, or commas between codes; a wording takes ``xx=words``, the others stay. Raises
    InvalidOption where the words are none of its values; the register checks the rest.
    """
    if prop.form in {"codes", "keys"}:
        parts = [part.strip() for word in typed for part in word.split(",") if part.strip()]
        return sorted({code([prop.codes], part, prop.name) if prop.codes else part for part in parts})
    if prop.form == "wording":
        return dict(published or {}) | dict(_worded(prop, word) for word in typed)
    written = " ".join(typed).strip()
    if prop.form == "code":
        return code([prop.codes or ""], written, prop.name)
    if prop.form in {"number", "integer"}:
        return number(written, prop.name)
    return _flag(prop, written) if prop.form == "flag" else written


def _worded(prop: Property, typed: str) -> tuple[str, str]:
    language, sign, words = typed.partition("=")
    if not sign or language not in lists.LABEL_LANGUAGES or not words.strip():
        raise InvalidOption(f"{prop.name}: {typed!r} says no language: write it as en=words, ru=words …")
    return language, words.strip()


def _flag(prop: Property, typed: str) -> bool:
    if typed.casefold() not in _YES | _NO:
        raise InvalidOption(f"{prop.name}: {typed!r} is neither yes nor no")
    return typed.casefold() in _YES


def number(typed: str, option: str) -> int | float:
    """A number as typed: 160000000, 160e6, 160_000_000, in digits of any script. Raises InvalidOption."""
    plain = typed.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    try:
        found = float(plain)
    except ValueError as fault:
        raise InvalidOption(f"{option}: {typed!r} is no number: write it as 160000000 or 160e6") from fault
    if found != found or found in (float("inf"), float("-inf")):  # noqa: PLR0124
        raise InvalidOption(f"{option}: {typed!r} is no number: write it as 160000000 or 160e6")
    return int(found) if found.is_integer() else found
