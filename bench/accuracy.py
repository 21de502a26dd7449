"""Read the annotated reports and hold the accuracy of each language and field to its floor.

    make score                               figures, and what fell below its floor (exit status 1)
    make score ARGS=--errors                 … and what each report missed (-) and invented (+)
    make score ARGS=--raise                  write the figures of today where they are above the floors
    make score ARGS='--raise --lower-floor'  … and where they are below: say why in CHANGELOG.md

Floors are pinned to the annotated reports by a digest: where those change, the figures do, and the
floors must be written again.
"""

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import mithaq
from mithaq.model.errors import MithaqError
from mithaq.model.record import Record
from tests.corpus import score

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
FLOORS = Path(__file__).with_name("floors.toml")
HEAD = """\
# The lowest F1 that `make score` accepts, per language and field, and the goals on the way.
# `make score ARGS=--raise` raises floors; lowering one takes --lower-floor and a line in CHANGELOG.md.
"""

Figures = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Floors:
    """What is accepted: floors by language and field, pinned to one state of the corpus."""

    corpus: str
    goals: Mapping[str, float]
    floors: Figures


@dataclass(frozen=True, slots=True)
class Reading:
    """The annotations, the record of each that was read and the error of each that was not, by id."""

    golds: Sequence[score.Json]
    records: Mapping[str, score.Json]
    refused: Mapping[str, MithaqError]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor."""

    language: str
    field: str
    figure: float
    floor: float


def digest(folder: Path) -> str:
    """One digest of all reports and annotations, names included."""
    whole = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.json")]):
        whole.update(f"{path.name}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def load(path: Path) -> Floors:
    """The floors as written."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(written["corpus"], written["goals"], written["floors"])


def render(floors: Floors) -> str:
    """The floors as TOML, fields in the order of the scorer."""
    lines = [HEAD, f'corpus = "{floors.corpus}"', ""]
    tables = {"goals": floors.goals} | {f"floors.{name}": row for name, row in sorted(floors.floors.items())}
    for name, row in tables.items():
        lines += [f"[{name}]", *(f"{field} = {row[field]:.3f}" for field in score.FIELDS if field in row), ""]
    return "\n".join(lines)


def figures(totals: score.Totals, languages: Iterable[str]) -> dict[str, dict[str, float]]:
    """F1 by language and field, cut (not rounded) to three places so that a floor is always reachable."""
    return {
        name: {field: int(totals[name][field].f1 * 1000) / 1000 for field in score.FIELDS}
        for name in sorted(languages)
    }


def falls(floors: Figures, measured: Figures) -> list[Fall]:
    """Every figure below its floor; a language that is no longer read has fallen to nothing."""
    return [
        Fall(language, field, figure, floor)
        for language, row in floors.items()
        for field, floor in row.items()
        if (figure := measured.get(language, {}).get(field, 0.0)) < floor
    ]


def highest(floors: Figures, measured: Figures) -> dict[str, dict[str, float]]:
    """For each language and field the higher of floor and figure."""
    return {
        language: {
            field: max(floors.get(language, {}).get(field, 0.0), measured.get(language, {}).get(field, 0.0))
            for field in score.FIELDS
        }
        for language in sorted({*floors, *measured})
    }


def repinned(floors: Floors, measured: Figures, corpus: str, *, lower: bool) -> Floors | list[Fall]:
    """Floors for the figures of today, or the falls that only ``lower`` accepts."""
    fallen = falls(floors.floors, measured)
    if fallen and not lower:
        return fallen
    return replace(floors, corpus=corpus, floors=measured if lower else highest(floors.floors, measured))


def read_corpus(folder: Path, read: Callable[[str], Record]) -> Reading:
    """Read every report of the corpus."""
    records: dict[str, score.Json] = {}
    refused: dict[str, MithaqError] = {}
    golds = score.read_golds(folder)
    for gold in golds:
        name = gold["id"]
        try:
            records[name] = read((folder / f"{name}.txt").read_text(encoding="utf-8")).to_dict()
        except MithaqError as error:
            refused[name] = error
    return Reading(golds, records, refused)


def narrowed(reading: Reading, floors: Figures) -> Reading:
    """Only the languages that are read or have a floor."""
    languages = {gold["lang"] for gold in reading.golds if gold["id"] in reading.records} | set(floors)
    return replace(reading, golds=[gold for gold in reading.golds if gold["lang"] in languages])


def explain(fall: Fall, reading: Reading) -> str:
    """A fall with the reports to look at."""
    at_fault = [
        gold["id"]
        for gold in reading.golds
        if gold["lang"] == fall.language
        for comparison in score.compare(gold, reading.records.get(gold["id"], {}))
        if comparison.field == fall.field and (comparison.misses or comparison.extras)
    ]
    return (
        f"{fall.language} {fall.field}: {fall.figure:.3f} is below its floor {fall.floor:.3f}; "
        f"see {', '.join(at_fault)}"
    )


def below_goals(goals: Mapping[str, float], measured: Figures) -> Iterator[str]:
    """A line per field with the languages that have not reached its goal."""
    for field, goal in goals.items():
        short = [f"{name} {row[field]:.3f}" for name, row in measured.items() if row[field] < goal]
        if short:
            yield f"goal {field} {goal:.2f}: {', '.join(short)}"


def report(reading: Reading, totals: score.Totals, goals: Iterable[str]) -> Iterator[str]:
    """What is printed of a reading."""
    yield from score.table(totals)
    yield from goals
    for gold in reading.golds:
        if gold["id"] in reading.refused:
            yield f"{gold['id']} was not read: {reading.refused[gold['id']]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit status."""
    options = _options(arguments)
    floors, pinned = load(FLOORS), digest(CORPUS)
    reading = narrowed(read_corpus(CORPUS, mithaq.read), floors.floors)
    totals = score.total(reading.golds, reading.records)
    measured = figures(totals, {gold["lang"] for gold in reading.golds})
    if options.errors:
        print("\n".join(score.errors(reading.golds, reading.records)))
    print("\n".join(report(reading, totals, below_goals(floors.goals, measured))))
    if options.raise_floors:
        return _write(repinned(floors, measured, pinned, lower=options.lower_floor), reading)
    if pinned != floors.corpus:
        print("The annotated reports have changed: pin the floors again with --raise.", file=sys.stderr)
        return 1
    fallen = falls(floors.floors, measured)
    for fall in fallen:
        print(explain(fall, reading), file=sys.stderr)
    return 1 if fallen else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make score", description="Accuracy per language and field.")
    parser.add_argument("--errors", action="store_true", help="name what each report missed and invented")
    parser.add_argument("--raise", action="store_true", dest="raise_floors", help="write higher floors")
    parser.add_argument("--lower-floor", action="store_true", help="with --raise: write lower floors too")
    options = parser.parse_args(arguments)
    if options.lower_floor and not options.raise_floors:
        parser.error("--lower-floor goes with --raise")
    return options


def _write(floors: Floors | list[Fall], reading: Reading) -> int:
    if isinstance(floors, list):
        for fall in floors:
            print(explain(fall, reading), file=sys.stderr)
        print("No floor is written; --lower-floor accepts the fall.", file=sys.stderr)
        return 1
    FLOORS.write_text(render(floors), encoding="utf-8")
    print(f"floors written to {FLOORS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
