"""The closed lists of codes: what a record may say, with a label in each interface language.

Each list is a TOML file in this folder; a table is a row, its name the code. A function per list
returns its rows by code, in the order of the file:

    >>> sectors()["digital"].label("ru")
    'цифровые технологии и связь'
    >>> offices()["mayor"].of
    'region'
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from mithaq.model.errors import LanguageFileFault

LABEL_LANGUAGES = ("en", "ar", "ru", "kk")


@dataclass(frozen=True, slots=True)
class Code:
    """A row of a closed list: its code and its label by interface language."""

    code: str
    labels: Mapping[str, str]

    def label(self, language: str = "en") -> str:
        """Label in an interface language; KeyError where the interface does not speak it."""
        return self.labels[language]


@dataclass(frozen=True, slots=True)
class Office(Code):
    """An office, and what it is the office of."""

    of: Literal["state", "portfolio", "region", "body"]


@dataclass(frozen=True, slots=True)
class Body(Code):
    """A kind of body, and the level of the state it belongs to."""

    level: Literal["state", "region", "city", "none"]


@dataclass(frozen=True, slots=True)
class Portfolio(Code):
    """A portfolio that is no sector of its own, and the sector it counts for."""

    sector: str


@dataclass(frozen=True, slots=True)
class Meeting(Code):
    """A kind of meeting; of several in one report the highest rank names the meeting."""

    rank: int


@dataclass(frozen=True, slots=True)
class CurrencyGroup:
    """A bare currency name: the ISO 4217 codes it may mean, and the one it means where no state decides."""

    name: str
    codes: tuple[str, ...]
    default: str | None
    always_default: bool


Row = TypeVar("Row", bound=Code)


def _table(name: str) -> dict[str, dict[str, Any]]:
    """The rows of a list's file as written, by code."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _rows(name: str, kind: type[Row]) -> Mapping[str, Row]:
    """The rows of a list as values."""
    return MappingProxyType({code: _row(kind, code, written) for code, written in _table(name).items()})


def _row(kind: type[Row], code: str, written: dict[str, Any]) -> Row:
    """A row as a value; LanguageFileFault where it lacks a key or has an unknown one."""
    labels = {language: written.pop(language) for language in LABEL_LANGUAGES if language in written}
    try:
        return kind(code=code, labels=MappingProxyType(labels), **written)
    except TypeError as fault:
        raise LanguageFileFault(f"the row [{code}] of a code list: {fault}") from fault


@cache
def instruments() -> Mapping[str, Code]:
    """Kinds of instruments."""
    return _rows("instruments", Code)


@cache
def statuses() -> Mapping[str, Code]:
    """What became of an instrument."""
    return _rows("statuses", Code)


@cache
def sectors() -> Mapping[str, Code]:
    """Fields of cooperation."""
    return _rows("sectors", Code)


@cache
def offices() -> Mapping[str, Office]:
    """Offices of the people named."""
    return _rows("offices", Office)


@cache
def portfolios() -> Mapping[str, Portfolio]:
    """Portfolios of ministries and agencies that are no sector of their own."""
    return _rows("portfolios", Portfolio)


@cache
def bodies() -> Mapping[str, Body]:
    """Kinds of bodies."""
    return _rows("bodies", Body)


@cache
def meetings() -> Mapping[str, Meeting]:
    """Kinds of meetings."""
    return _rows("meetings", Meeting)


@cache
def modalities() -> Mapping[str, Code]:
    """How firm a commitment is."""
    return _rows("modalities", Code)


@cache
def qualifiers() -> Mapping[str, Code]:
    """How exact a sum is."""
    return _rows("qualifiers", Code)


@cache
def amounts() -> Mapping[str, Code]:
    """What a sum of money is."""
    return _rows("amounts", Code)


@cache
def stages() -> Mapping[str, Code]:
    """How far the money of a claim has come, from an announcement to a payment."""
    return _rows("stages", Code)


@cache
def features() -> Mapping[str, Code]:
    """What merging compares, as said beside a weight (mithaq.merging.weights). No codes of a record."""
    return _rows("features", Code)


@cache
def countries() -> Mapping[str, Code]:
    """States, territories and organisations; AU is Australia, the African Union has no label of its own."""
    return _rows("countries", Code)


@cache
def currencies() -> Mapping[str, CurrencyGroup]:
    """Bare currency names and the currencies they may be."""
    return MappingProxyType(
        {name: _currency(name, written) for name, written in _table("currencies").items()}
    )


@dataclass(frozen=True, slots=True)
class CurrencySigns:
    """How figures carry their currency: signs, letters before a dollar sign, letters before a number."""

    signs: Mapping[str, str]
    dollars: Mapping[str, str]
    letters: Mapping[str, str]
    home: Mapping[str, list[str]]


@cache
def currency_signs() -> CurrencySigns:
    """Signs and letters beside figures; every ISO code of a state's currency is among the letters."""
    table = _table("currency_signs")
    own = {code: code for code in state_currencies().values()}
    letters = MappingProxyType({**own, **table["letters"]})
    return CurrencySigns(table["signs"], table["dollars"], letters, table["home"])


def _currency(name: str, written: dict[str, Any]) -> CurrencyGroup:
    codes = tuple(written.pop("codes"))
    default = written.pop("default") or None
    return CurrencyGroup(
        name=name,
        codes=codes,
        default=default,
        always_default=written.pop("always_default", False),
        **written,
    )


# The lists that Mithaq makes up itself; countries and currencies follow ISO.
CODE_LISTS = MappingProxyType(
    {
        "instruments": instruments,
        "statuses": statuses,
        "sectors": sectors,
        "offices": offices,
        "portfolios": portfolios,
        "bodies": bodies,
        "meetings": meetings,
        "modalities": modalities,
        "qualifiers": qualifiers,
        "amounts": amounts,
        "stages": stages,
    }
)


@cache
def rows(name: str) -> Mapping[str, Code]:
    """The codes a property may take: of a list of CODE_LISTS, of countries, or ISO 4217 codes of currencies.

    A body's portfolio may be a sector too. A currency has no label. KeyError for an unknown list.
    """
    if name == "countries":
        return countries()
    if name == "currencies":
        codes = sorted(set(state_currencies().values()))
        return MappingProxyType({code: Code(code, MappingProxyType({})) for code in codes})
    if name == "portfolios":
        return MappingProxyType({**sectors(), **portfolios()})
    return MappingProxyType(dict(CODE_LISTS[name]()))


@cache
def allowed(name: str) -> frozenset[str]:
    """The codes a property may take, as a set. KeyError for an unknown list."""
    return frozenset(rows(name))


@cache
def state_currencies() -> Mapping[str, str]:
    """The ISO 4217 code of each state's own currency, by ISO 3166-1 code."""
    rows = _table("states")
    return MappingProxyType({code: row["currency"] for code, row in rows.items() if row.get("currency")})


def _places() -> list[list[str]]:
    """The rows of the table of places: id, country, kind, name, ISO 3166-2 code, capital, population."""
    lines = files(__name__).joinpath("places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def place_codes() -> Mapping[str, str]:
    """The ISO 3166-2 code of each place of the table of places that has one, by its id."""
    return MappingProxyType({cells[0]: cells[4] for cells in _places() if cells[4]})


@cache
def namesakes() -> Mapping[str, str]:
    """The ISO 3166-2 code of the region that has the name of a city, by ``CC/City``."""
    regions = [cells for cells in _places() if cells[2] == "region" and cells[4]]
    named = {f"{cells[1]}/{cells[3].removesuffix(' Region')}": cells[4] for cells in regions}
    return MappingProxyType(named)


@cache
def city_ids() -> Mapping[str, str]:
    """The id of the most populous city of each name."""
    cities = [cells for cells in _places() if cells[2] == "city"]
    return MappingProxyType({cells[3]: cells[0] for cells in sorted(cities, key=lambda c: int(c[6] or 0))})


@cache
def capital_ids() -> Mapping[str, str]:
    """The id of the capital of each state, by its ISO 3166-1 code."""
    rows = [cells for cells in _places() if cells[2] == "city" and cells[5]]
    return MappingProxyType({cells[1]: cells[0] for cells in sorted(rows, key=lambda c: int(c[6] or 0))})
