"""What people type for codes and values: a code, or what it is called in any language of the interface."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from mithaq import lists
from mithaq.merging.written import value_of
from mithaq.model.entry import Property
from mithaq.model.errors import InvalidOption

_LISTED = {
    "countries": "give its name, or its code of ISO 3166-1 such as KZ",
    "currencies": "give its code of ISO 4217 such as USD",
}


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

    Lists take several words; a wording takes ``xx=words``, the other languages stay. Raises InvalidOption
    where the words are none of its values; the register checks the rest.
    """
    if prop.form == "wording":
        return dict(published or {}) | dict(_worded(prop, word) for word in typed)
    if prop.form in {"number", "integer"}:
        return number(" ".join(typed), prop.name)
    if prop.form == "code":
        return code([prop.codes or ""], " ".join(typed), prop.name)
    if prop.form == "codes":
        parts = re.split("[,،;؛]", ", ".join(typed))
        return sorted({code([prop.codes or ""], part, prop.name) for part in parts if part.strip()})
    try:
        return value_of(prop, ("; " if prop.form == "keys" else " ").join(typed))
    except ValueError as fault:
        raise InvalidOption(f"{prop.name}: {fault}") from fault


def _worded(prop: Property, typed: str) -> tuple[str, str]:
    language, sign, words = typed.partition("=")
    if not sign or language not in lists.LABEL_LANGUAGES or not words.strip():
        raise InvalidOption(f"{prop.name}: {typed!r} says no language: write it as en=words, ru=words …")
    return language, words.strip()


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
