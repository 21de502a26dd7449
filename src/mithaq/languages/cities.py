"""What cities are called in each language that is read: the first form of their table of names."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mithaq.lists import city_ids


def city_name(name: str, language: str, country: str | None = None) -> str:
    """A city, named in English as records do, in a language; as it is where there is no other name for it.

    ``country`` tells cities of one name apart; without it the most populous is meant. KeyError for a language
    that has no table of names.
    """
    names = _names(language)
    found = names.get(f"{country}/{name}")
    return found if found is not None else names.get(city_ids().get(name, ""), name)


@cache
def _names(language: str) -> Mapping[str, str]:
    """The first form of each city, by its id."""
    table = files(__package__).joinpath("names").joinpath(f"{language}.tsv")
    if not table.is_file():
        raise KeyError(language)
    found: dict[str, str] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        kind, code, form = line.split("\t")
        if kind in {"capital", "city"}:
            found.setdefault(code, form)
    return MappingProxyType(found)
