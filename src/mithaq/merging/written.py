"""What a person wrote in a cell of a spreadsheet → a value of a property.

People write names for codes, 5.3.2026 for a day, ١٦٠ for 160 and blanks at the end; spreadsheets make days of
months and numbers of years. What can be read in one way only is read, the rest is refused in words.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from mithaq import lists
from mithaq.locale.headings import state_name
from mithaq.model.entry import STATES, Form, Property
from mithaq.model.sheet import Cell, written

_FLAGS = {
    **dict.fromkeys(("true", "yes", "1", "да", "истина", "иә", "نعم"), True),
    **dict.fromkeys(("false", "no", "0", "нет", "ложь", "жоқ", "لا"), False),
}
_BLANKS = " \t\r\n\u00a0\u200e\u200f\u202a\u202b\u202c\ufeff"
_SEMICOLON = re.compile(r"[;؛\n]")
_COMMA = re.compile(r"[,،]")
_KEY = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]+)?(?:/[a-z0-9_+-]+)+")
_DATES = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.(?P<year>\d{4})"),
)
"""ISO 8601, or the day first with full stops; 3/5/2026 is the third of May here and March the fifth there."""
_TIME = re.compile(r"(?<=\d)T\d{2}:.*")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_GROUPS = re.compile(r"(?<=\d)[ \u00a0\u202f'’٬](?=\d{3}(?!\d))")
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|[+-]?\d{1,3},\d{3}\.\d+")
_ONE_COMMA = re.compile(r"[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)")


def value_of(prop: Property, cell: Cell) -> Any:
    """The value a cell gives a property, None where it is empty. ValueError says what is wrong with it."""
    text = clean(cell)
    if not text:
        return None
    if prop.codes:
        return _codes(prop.codes, text) if prop.form == "codes" else _code(prop.codes, text)
    if prop.form in {"actions", "offices"}:
        raise ValueError(f"{prop.name} follows from what is filed and cannot be written")
    return _READ.get(prop.form, str)(text)


def state_of(cell: Cell) -> str:
    """The state of an entry that a cell tells of. ValueError where it is none."""
    said = clean(cell).casefold()
    for state in STATES:
        if said in {state, *(state_name(state, each).casefold() for each in lists.LABEL_LANGUAGES)}:
            return state
    raise ValueError(f"{said!r} is no state of an entry: it is one of {', '.join(STATES)}")


def clean(cell: Cell) -> str:
    """What a cell says, in composed letters, without blanks and invisible marks around it."""
    return unicodedata.normalize("NFC", written(cell)).strip(_BLANKS)


def _code(name: str, text: str) -> str:
    code = _codes_by_name(name).get(text.casefold())
    if code is None:
        raise ValueError(f"{text!r} is no code of {name}: the sheet of codes has them all")
    return code


def _codes(name: str, text: str) -> list[str]:
    known = _codes_by_name(name)
    parts = [part.strip(_BLANKS) for part in _SEMICOLON.split(text)]
    # A name may have a comma in it, so a part is cut at commas only where it is no name as it stands.
    cut = [one for part in parts for one in ((part,) if part.casefold() in known else _COMMA.split(part))]
    return sorted({_code(name, one.strip(_BLANKS)) for one in cut if one.strip(_BLANKS)})


def _keys(text: str) -> list[str]:
    keys = sorted({part.strip(_BLANKS) for part in _SEMICOLON.split(text) if part.strip(_BLANKS)})
    for key in keys:
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is no key of a body: it looks like KZ/ministry/energy")
    return keys


def _number(text: str) -> int | float:
    plain = _GROUPS.sub("", _european(text).replace("٫", "."))
    if _COMMA_GROUPS.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _ONE_COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise ValueError(f"{text!r} is no number, or can be read in two ways: write 1500 or 1.5")
    number = float(plain)
    return int(plain) if "." not in plain else int(number) if number.is_integer() else number


def _integer(text: str) -> int:
    number = _number(text)
    if not isinstance(number, int):
        raise ValueError(f"{text!r} is no whole number")
    return number


def _date(text: str) -> str:
    # A cell of a day may have a time of day as well.
    plain = _TIME.sub("", _european(text))
    for pattern in _DATES:
        if found := pattern.fullmatch(plain):
            year, month, day = found["year"], found["month"], found["day"]
            if _exists(int(year), int(month or 1), int(day or 1)):
                return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    raise ValueError(f"{text!r} is no date: write 2026, 2026-03 or 2026-03-05")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _flag(text: str) -> bool:
    flag = _FLAGS.get(_european(text).casefold())
    if flag is None:
        raise ValueError(f"{text!r} is neither true nor false")
    return flag


def _european(text: str) -> str:
    """A text with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


@cache
def _codes_by_name(name: str) -> Mapping[str, str]:
    """The codes of a list by themselves and by their labels in every language: no two share one."""
    rows = lists.rows(name)
    labels = {label.casefold(): code for code, row in rows.items() for label in row.labels.values()}
    return {**labels, **{code.casefold(): code for code in rows}}


_READ: Mapping[Form, Callable[[str], Any]] = {
    "keys": _keys, "number": _number, "integer": _integer, "date": _date, "flag": _flag,
}  # fmt: skip
