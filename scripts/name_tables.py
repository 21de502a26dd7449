"""Read the tables kept by hand in scripts/names/ and write the generated ones."""

from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent / "names"
KIND_ORDER = ("country", "official", "adjective", "capital", "city", "region")


@dataclass(frozen=True, slots=True)
class CountryWords:
    """What one language says of one state, beside the names in the open data."""

    names: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One city or region with its forms per language, the best first."""

    id: str
    country: str
    kind: str
    name: str
    code: str = ""
    capital: bool = False
    population: int = 0
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of languages/names/xx.tsv."""

    kind: str
    code: str
    form: str


def split(cell: str) -> tuple[str, ...]:
    """The forms of a cell, in order, without doubles."""
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def lines(name: str) -> list[list[str]]:
    """The cells of a table kept by hand, comments left out."""
    text = (HERE / name).read_text("utf-8")
    return [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]


def country_words(lang: str) -> dict[str, CountryWords]:
    """ISO code → hand-written words of `lang`."""
    return {
        row[0]: CountryWords(split(row[1]), split(row[2]), split(row[3]))
        for row in lines(f"countries-{lang}.txt")
    }


def words(name: str) -> frozenset[str]:
    """A list of forms, one per line."""
    return frozenset(row[0] for row in lines(name))


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write one language's table, sorted by kind, code and the order given."""
    order = {kind: n for n, kind in enumerate(KIND_ORDER)}
    kept = sorted(dict.fromkeys(rows), key=lambda row: (order[row.kind], row.code))
    body = "".join(f"{row.kind}\t{row.code}\t{row.form}\n" for row in kept)
    path.write_text("kind\tcode\tform\n" + body, "utf-8", newline="\n")


def write_places(path: Path, places: list[Place]) -> None:
    """Write lists/places.tsv, sorted by id."""
    head = "id\tcountry\tkind\tname\tcode\tcapital\tpopulation\n"
    body = "".join(_place_line(place) for place in sorted(places, key=lambda p: (p.id, p.kind)))
    path.write_text(head + body, "utf-8", newline="\n")


def _place_line(place: Place) -> str:
    cells = (place.id, place.country, place.kind, place.name, place.code)
    return "\t".join((*cells, "1" if place.capital else "", str(place.population or ""))) + "\n"
