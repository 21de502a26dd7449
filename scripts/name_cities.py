"""Choose the cities, and for each the forms of its name in our languages."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymorphy3
from name_rules import ascii_form, bare, fold, is_clean, likeness
from name_sources import LANGUAGES, RawCity, capitals_and_codes, gazetteer, subdivision_names, zone_cities
from name_tables import Place, lines, split

NEAR = frozenset(split("KZ; BY; RU; UZ; KG; TJ; TM; AZ; AM; GE; UA; MD; MN; TR; IR"))
ARAB = frozenset(
    split("AE; BH; DJ; DZ; EG; IQ; JO; KM; KW; LB; LY; MA; MR; OM; PS; QA; SA; SD; SO; SY; TN; YE")
)
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
# A form less like the Latin name than this is taken for another name of the place.
ENOUGH = {"ru": 0.62, "kk": 0.55, "ar": 0.67}
# First-level units of the gazetteer that are one city.
CITY_UNITS = frozenset(
    {
        ("RU", "48"),
        ("RU", "66"),
        ("AM", "11"),
        ("AZ", "09"),
        ("UZ", "13"),
        ("UA", "12"),
        ("BY", "04"),
        ("GE", "51"),
        ("MN", "20"),
        ("KG", "01"),
        ("MD", "57"),
    }
)
# Countries whose list by hand is complete: the rest of the gazetteer are quarters of cities.
COMPLETE = frozenset({"AE", "QA", "BH", "KW"})
Index = dict[tuple[str, str], list[RawCity]]
_HEADED = frozenset(
    split("منطقة; محافظة; ولاية; إمارة; امارة; مقاطعة; إقليم")
    + split("أوبلاست; كراي; جمهورية; أوبليس; إدارة; مدينة")
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Names whose language the source tells: of time-zone cities and of subdivisions."""

    zones: dict[str, dict[str, str]]
    regions: dict[str, dict[str, list[str]]]


def tagged_names(npm: Path) -> Tagged:
    """Names with a language tag, by English name; regions by country and English name."""
    english = subdivision_names(npm, "en")
    regions: dict[str, dict[str, list[str]]] = {}
    for lang in ("ar", "ru", "kk"):
        table: dict[str, list[str]] = {}
        for code, name in subdivision_names(npm, lang).items():
            if code in english and is_clean(name, lang) and not _is_headed(name):
                table.setdefault(f"{code[:2]}/{english[code]}", []).append(name)
        regions[lang] = table
    return Tagged({lang: zone_cities(npm, lang) for lang in ("ar", "ru", "kk")}, regions)


def _is_headed(name: str) -> bool:
    parts = name.split()
    marks = ("облысы", "область", "край", "провинция", "район", "округ", "өлкесі", "ауданы", "ил")
    return parts[0] in _HEADED or any(p.casefold() in marks for p in parts) or parts[-1] in _HEADED


def _wanted(city: RawCity) -> bool:
    if city.country in NEAR:
        return city.population >= 50_000
    if city.country in ARAB:
        return city.population >= 100_000
    return city.population >= (500_000 if city.country == "CN" else 250_000)


def _district(city: RawCity) -> bool:
    # Boroughs of a capital are listed as places of their own: the unit it stands in says so.
    inside = (city.country, city.admin) in CITY_UNITS
    return (
        inside
        or city.name.startswith(("Sector ", "Section ", "gorod "))
        or any(c.isdigit() for c in city.name)
    )


def cities(npm: Path) -> list[Place]:
    """All chosen cities, those kept by hand first; ids are unique."""
    tagged = tagged_names(npm)
    raw = gazetteer()
    capital_names = capitals_and_codes()
    table = _index(raw)
    by_hand = [_by_hand(row, table, tagged) for row in lines("cities.txt")]
    taken = {key for place, keys in by_hand for key in keys}
    found = [place for place, _ in by_hand]
    ids = {place.id for place in found}
    for city in sorted(raw, key=lambda c: (-c.population, c.country, c.name)):
        capital = capital_names.get(city.country) == city.name
        key = (city.country, city.name)
        id_ = f"{city.country}/{city.name}"
        if key in taken or id_ in ids or city.country in COMPLETE:
            continue
        if capital or (_wanted(city) and not _district(city)):
            taken.add(key)
            ids.add(f"{city.country}/{city.name}")
            found.append(_from_data(city, tagged))
    return found


def _by_hand(row: list[str], table: Index, tagged: Tagged) -> tuple[Place, set[tuple[str, str]]]:
    country, names, code, *cells = row
    name, _, source = names.partition("=")
    forms = {lang: split(cell) for lang, cell in zip(("en", "ru", "ar", "kk"), cells, strict=True)}
    entry = _find(table, country, (source or name, name, *forms["en"]))
    forms["en"] = tuple(f for f in dict.fromkeys((name, *forms["en"])) if is_clean(f, "en"))
    if entry:
        guessed = _from_data(entry, tagged).forms
        forms = {lang: forms[lang] or guessed[lang] for lang in LANGUAGES}
    population = entry.population if entry else 0
    place = Place(f"{country}/{name}", country, "city", name, code, False, population, forms)
    return place, {(country, name), (country, entry.name if entry else name)}


def _find(table: Index, country: str, names: tuple[str, ...]) -> RawCity | None:
    found = [city for name in names for city in table.get((country, ascii_form(name)), ())]
    return max(found, key=lambda c: c.population, default=None)


def _index(raw: list[RawCity]) -> Index:
    table: Index = {}
    for city in raw:
        latin = (n for n in (city.name, *city.alternates) if is_clean(n, "en"))
        for name in {ascii_form(n) for n in latin}:
            table.setdefault((city.country, name), []).append(city)
    return table


def _from_data(city: RawCity, tagged: Tagged) -> Place:
    forms = {lang: _forms(city, lang, tagged) for lang in ("ar", "ru")}
    forms["kk"] = _kazakh(city, tagged) or forms["ru"][:1]
    forms["en"] = _plain_english(city.name, city.country)
    return Place(
        f"{city.country}/{city.name}", city.country, "city", city.name, "", False, city.population, forms
    )


def _plain_english(name: str, country: str) -> tuple[str, ...]:
    """The name as published and as newspapers spell it: no accents, no soft signs."""
    plain = name.replace("'", "") if country in NEAR else name
    letters = unicodedata.normalize("NFD", plain.replace("ë", "yo").replace("ı", "i").replace("ə", "a"))
    ascii_ = "".join(c for c in letters if not unicodedata.combining(c))
    return tuple(dict.fromkeys((ascii_, plain, name)))


def _forms(city: RawCity, lang: str, tagged: Tagged) -> tuple[str, ...]:
    told = _told(city, lang, tagged)
    names = [bare(n) for n in city.alternates if is_clean(n, lang) and not _is_headed(n)]
    ranked = sorted(((_score(n, city, lang), n) for n in names), key=lambda pair: (-pair[0], pair[1]))
    good = [name for score, name in ranked if score >= ENOUGH[lang]]
    return _distinct([*told, *good])[: 2 if lang == "ar" else 1]


def _told(city: RawCity, lang: str, tagged: Tagged) -> list[str]:
    zone = tagged.zones[lang].get(city.name) if city.population >= 250_000 else None
    region = tagged.regions[lang].get(f"{city.country}/{city.name}", [])
    names = [*([zone] if zone else []), *region]
    return [n for n in names if is_clean(n, lang) and likeness(n, city.name, lang) >= 0.5]


def _score(form: str, city: RawCity, lang: str) -> float:
    bonus = 0.2 if lang == "ru" and _known_place(form) else 0.0
    if lang == "ar" and form.startswith("ال") and re.match("A[dlnrstz]h?[ -]", city.name):
        bonus = 0.1
    return likeness(form, city.name, lang) + bonus


@cache
def _known_place(form: str) -> bool:
    return any("Geox" in p.tag and p.tag.case == "nomn" for p in _analyser().parse(form) if p.is_known)


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def ordinary_russian(form: str) -> bool:
    """Whether a one-word form is a common Russian word rather than a place."""
    known = [p for p in _analyser().parse(form.casefold()) if p.is_known]
    return bool(known) and not any({"Geox", "Name", "Surn"} & p.tag.grammemes for p in known)


def _kazakh(city: RawCity, tagged: Tagged) -> tuple[str, ...]:
    told = _told(city, "kk", tagged)
    if city.country != "KZ":
        return _distinct(told)[:1]
    names = [n for n in city.alternates if is_clean(n, "kk") and KAZAKH_LETTERS & set(n.casefold())]
    ranked = sorted(names, key=lambda n: (-likeness(n, city.name, "kk"), n))
    return _distinct([*told, *ranked])[:1]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return tuple(seen.values())
