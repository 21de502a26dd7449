"""Score records against annotations, field by field and language by language.

    python tests/corpus/score.py GOLD_DIR RECORDS.jsonl [--errors] [--json OUT]

GOLD_DIR holds one JSON file per document in the format of FORMAT.md. RECORDS.jsonl holds one record
per line as `mithaq read --format jsonl` prints them; a record belongs to the annotation whose id is
the stem of the record's document.source (…/ar-101.txt -> ar-101). An annotation without a record
counts as an empty record. Standard library only.

Every figure is micro-averaged: precision, recall and F1 over all documents of a language.

  instruments         kind, status and countries agree (countries: Jaccard >= 0.5)
  instruments-strict  … and sectors agree (Jaccard >= 0.5) and the period is the same
  signatories         signing bodies of instruments, matched by name (similarity >= 0.8)
  people              name and office and country
  people-name         the name alone
  amounts             value (within 0.5 %) and currency
  amounts-strict      … and what it is about and the year it is a target for
  meeting             one slot each for kind, date, city and country
  countries, sectors  sets of codes
"""

import argparse
import collections
import difflib
import functools
import json
import pathlib
import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

FIELDS = (
    "instruments",
    "instruments-strict",
    "signatories",
    "people",
    "people-name",
    "amounts",
    "amounts-strict",
    "meeting",
    "countries",
    "sectors",
)
ALL = "all"
LETTER_VARIANTS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")

Json = Mapping[str, Any]
Item = TypeVar("Item")
Score = Callable[[Any, Any], float | None]


class Comparison(NamedTuple):
    """One field of one document: how many agree, what was missed and what was invented."""

    field: str
    true: int
    found: int
    wanted: int
    misses: list[Any]
    extras: list[Any]


class Cell(NamedTuple):
    """Counts of one field over the documents of a language."""

    true: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: Comparison) -> "Cell":
        return Cell(self.true + other.true, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.true / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.true / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.true / (self.found + self.wanted) if self.found + self.wanted else 1.0


Totals = dict[str, dict[str, Cell]]


@functools.lru_cache(maxsize=4096)
def fold(text: str | None) -> str:
    """Fold case, diacritics, Arabic letter variants and punctuation away."""
    text = unicodedata.normalize("NFKD", (text or "").casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "\u0640")
    return " ".join(re.findall(r"\w+", text.translate(LETTER_VARIANTS)))


def similar(a: str | None, b: str | None) -> float:
    """Similarity of two names in [0, 1]; one name within the other counts as 0.9."""
    a, b = fold(a), fold(b)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return 0.9
    return difflib.SequenceMatcher(None, a, b).ratio()


def jaccard(a: Collection[str], b: Collection[str]) -> float:
    """Overlap of two sets in [0, 1]; two empty sets agree."""
    a, b = set(a), set(b)
    return 1.0 if not a and not b else len(a & b) / len(a | b)


def codes(items: Iterable[Any] | None) -> set[str]:
    """Codes of items that are codes or carry one."""
    return {i["code"] if isinstance(i, dict) else i for i in items or ()}


def year(value: object) -> int | None:
    """The year a date begins with."""
    match = re.match(r"\d{4}", str(value or ""))
    return int(match.group()) if match else None


def instrument(item: Json) -> Json:
    """One shape for an annotated and a recorded instrument."""
    period = item.get("period") or {}
    return {
        "kind": item.get("kind"),
        "status": item.get("status"),
        "count": item.get("count") or 1,
        "countries": codes(item.get("countries", item.get("parties"))),
        "sectors": codes(item.get("sectors")),
        "period": (year(item.get("from", period.get("from"))), year(item.get("to", period.get("to")))),
        "signatories": [s["name"] if isinstance(s, dict) else s for s in item.get("signatories") or ()],
    }


def amount(item: Json) -> Json:
    """One shape for an annotated and a recorded sum."""
    return {
        "value": float(item.get("value") or 0),
        "currency": item.get("currency"),
        "about": item.get("about"),
        "by": year(item.get("by")),
    }


def pair(wanted: Sequence[Item], found: Sequence[Item], score: Score) -> list[tuple[int, int]]:
    """Positions of a greedy one-to-one matching, best score first; a score of None forbids a pair."""
    scored = [
        (-value, i, j)
        for i, g in enumerate(wanted)
        for j, f in enumerate(found)
        if (value := score(g, f)) is not None
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def instrument_score(g: Json, f: Json, *, strict: bool) -> float | None:
    """How well two instruments agree."""
    if g["kind"] != f["kind"] or g["status"] != f["status"]:
        return None
    overlap = jaccard(g["countries"], f["countries"])
    if overlap < 0.5:
        return None
    sectors = jaccard(g["sectors"], f["sectors"])
    same_period, same_count = bool(g["period"] == f["period"]), bool(g["count"] == f["count"])
    if strict and (sectors < 0.5 or not same_period):
        return None
    signing = max((similar(a, b) for a in g["signatories"] for b in f["signatories"]), default=0.0)
    return overlap + sectors + same_period + same_count + signing


def person_score(g: Json, f: Json, *, strict: bool) -> float | None:
    """How well two people agree."""
    likeness = name_score(g.get("name"), f.get("name"))
    if strict and (g.get("office") != f.get("office") or g.get("country") != f.get("country")):
        return None
    return likeness


def name_score(g: str | None, f: str | None) -> float | None:
    """How well two names agree."""
    likeness = similar(g, f)
    return likeness if likeness >= 0.8 else None


def amount_score(g: Json, f: Json, *, strict: bool) -> float | None:
    """How well two sums agree."""
    if g["currency"] != f["currency"] or not g["value"]:
        return None
    error: float = abs(g["value"] - f["value"]) / g["value"]
    if error > 0.005:
        return None
    if strict and (g["about"] != f["about"] or g["by"] != f["by"]):
        return None
    return 1 - error + bool(g["about"] == f["about"])


def meeting_slots(meeting: Json | None) -> set[tuple[str, str]]:
    """The slots of a meeting that are filled."""
    meeting = meeting or {}
    return {(k, fold(str(meeting[k]))) for k in ("kind", "date", "city", "country") if meeting.get(k)}


def compare(gold: Json, record: Json) -> Iterator[Comparison]:
    """One document, field by field."""
    g_instruments = [instrument(i) for i in gold.get("instruments") or ()]
    r_instruments = [instrument(i) for i in record.get("instruments") or ()]
    instruments = (g_instruments, r_instruments)
    signing = [[s for i in side for s in i["signatories"]] for side in instruments]
    people = (list(gold.get("people") or ()), list(record.get("people") or ()))
    sums = ([amount(a) for a in gold.get("amounts") or ()], [amount(a) for a in record.get("amounts") or ()])
    yield _compare_lists("instruments", *instruments, functools.partial(instrument_score, strict=False))
    yield _compare_lists("instruments-strict", *instruments, functools.partial(instrument_score, strict=True))
    yield _compare_lists("signatories", signing[0], signing[1], name_score)
    yield _compare_lists("people", *people, functools.partial(person_score, strict=True))
    yield _compare_lists("people-name", *people, functools.partial(person_score, strict=False))
    yield _compare_lists("amounts", *sums, functools.partial(amount_score, strict=False))
    yield _compare_lists("amounts-strict", *sums, functools.partial(amount_score, strict=True))
    yield _compare_sets("meeting", meeting_slots(gold.get("meeting")), meeting_slots(record.get("meeting")))
    for field in ("countries", "sectors"):
        yield _compare_sets(field, codes(gold.get(field)), codes(record.get(field)))


def _compare_lists(field: str, wanted: Sequence[Any], found: Sequence[Any], score: Score) -> Comparison:
    pairs = pair(wanted, found, score)
    matched_wanted = {i for i, _ in pairs}
    matched_found = {j for _, j in pairs}
    misses = [w for i, w in enumerate(wanted) if i not in matched_wanted]
    extras = [f for j, f in enumerate(found) if j not in matched_found]
    return Comparison(field, len(pairs), len(found), len(wanted), misses, extras)


def _compare_sets(field: str, wanted: set[Any], found: set[Any]) -> Comparison:
    return Comparison(
        field, len(wanted & found), len(found), len(wanted), sorted(wanted - found), sorted(found - wanted)
    )


def total(golds: Iterable[Json], records: Mapping[str, Json]) -> Totals:
    """Counts by language (and over all of them) and field; ``records`` are by annotation id."""
    totals: Totals = collections.defaultdict(lambda: collections.defaultdict(Cell))
    for gold in golds:
        for comparison in compare(gold, records.get(gold["id"], {})):
            for language in (gold["lang"], ALL):
                totals[language][comparison.field] = totals[language][comparison.field].plus(comparison)
    return totals


def errors(golds: Iterable[Json], records: Mapping[str, Json]) -> Iterator[str]:
    """Lines that name what each document missed (-) and invented (+)."""
    for gold in golds:
        record = records.get(gold["id"])
        yield f"== {gold['id']}" + ("" if record else "  NO RECORD")
        for comparison in compare(gold, record or {}):
            for mark, items in (("-", comparison.misses), ("+", comparison.extras)):
                yield from (f"  {mark} {comparison.field}: {item}" for item in items)


def table(totals: Totals) -> Iterator[str]:
    """The figures as lines of a table."""
    languages = sorted(totals, key=lambda name: (name == ALL, name))
    yield f"{'F1 (P/R)':<19}" + "".join(f"{name:>18}" for name in languages)
    for field in FIELDS:
        cells = [totals[name][field] for name in languages]
        row = "".join(f"{c.f1:.3f} ({c.precision:.2f}/{c.recall:.2f})".rjust(18) for c in cells)
        yield f"{field:<19}{row}"


def read_golds(folder: pathlib.Path) -> list[Json]:
    """The annotations in a folder, by name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def read_records(path: pathlib.Path) -> dict[str, Json]:
    """Records of a file of JSON lines by the annotation they belong to."""
    records = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                records[pathlib.PurePath(record["document"]["source"]).stem] = record
    return records


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Score records against annotations.")
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("records", type=pathlib.Path)
    parser.add_argument("--errors", action="store_true", help="list what was missed (-) and invented (+)")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures there")
    args = parser.parse_args()
    golds, records = read_golds(args.gold), read_records(args.records)
    if not golds:
        sys.exit(f"no annotations in {args.gold}")
    if args.errors:
        print("\n".join(errors(golds, records)))
    totals = total(golds, records)
    print("\n".join(table(totals)))
    counts = collections.Counter(gold["lang"] for gold in golds)
    print(f"documents: {dict(counts)}; with a record: {sum(gold['id'] in records for gold in golds)}")
    if args.json:
        figures = {name: {field: round(row[field].f1, 4) for field in FIELDS} for name, row in totals.items()}
        args.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
