"""Whether a value that a person writes is one its property can have."""

from collections.abc import Callable, Mapping
from typing import Any

from mithaq import lists
from mithaq.model.entry import Property
from mithaq.register.days import is_date


def checked_value(prop: Property, value: Any) -> str | None:
    """What is wrong with a value for a property, in words, or None."""
    allowed = lists.allowed(prop.codes) if prop.codes else None
    return _CHECKS[prop.form](value, allowed)


def _check_code(value: Any, allowed: frozenset[str] | None) -> str | None:
    if value not in (allowed or ()):
        return f"{value!r} is not a code of the list"
    return None


def _check_codes(value: Any, allowed: frozenset[str] | None) -> str | None:
    if not isinstance(value, list):
        return "a list of codes is needed"
    return next((wrong for code in value if (wrong := _check_code(code, allowed))), None)


def _check_texts(value: Any, _: frozenset[str] | None) -> str | None:
    good = isinstance(value, list) and all(isinstance(text, str) for text in value)
    return None if good else "a list of keys is needed"


def _check_wording(value: Any, _: frozenset[str] | None) -> str | None:
    good = isinstance(value, dict) and all(isinstance(text, str) and text for text in value.values())
    return None if good else "a text for each language is needed"


def _check_text(value: Any, _: frozenset[str] | None) -> str | None:
    return None if isinstance(value, str) and value.strip() else "a text is needed"


def _check_number(value: Any, _: frozenset[str] | None) -> str | None:
    return None if isinstance(value, (int, float)) and not isinstance(value, bool) else "a number is needed"


def _check_integer(value: Any, _: frozenset[str] | None) -> str | None:
    return None if isinstance(value, int) and not isinstance(value, bool) else "a whole number is needed"


def _check_date(value: Any, _: frozenset[str] | None) -> str | None:
    good = isinstance(value, str) and is_date(value)
    return None if good else "a date such as 2026, 2026-03 or 2026-03-05 is needed"


def _check_flag(value: Any, _: frozenset[str] | None) -> str | None:
    return None if isinstance(value, bool) else "true or false is needed"


def _refuse(*_: Any) -> str | None:
    return "this follows from what is filed and cannot be written"


_CHECKS: Mapping[str, Callable[[Any, frozenset[str] | None], str | None]] = {
    "code": _check_code, "codes": _check_codes, "keys": _check_texts, "wording": _check_wording,
    "text": _check_text, "number": _check_number, "integer": _check_integer, "date": _check_date,
    "entry": _check_text, "flag": _check_flag, "actions": _refuse, "offices": _refuse,
}  # fmt: skip
