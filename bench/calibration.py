"""How often items with a given confidence are right on the annotated reports.

    .venv/bin/python -m bench.calibration [FOLDER]

``mithaq.reading.confidence`` holds the shares; where the reader gets better or worse they are written again
by what this prints. A report annotated elsewhere, in the same format, can be measured by its folder.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import mithaq
from bench.accuracy import CORPUS, read_corpus
from tests.corpus import score

Level = tuple[str, float]
"""A field of the record and a confidence."""


def judged(gold: score.Json, record: score.Json) -> Iterator[tuple[str, float, bool]]:
    """Each item of a record that the annotation can judge: its field, its confidence, whether it is right."""
    scores = {
        "people": partial(score.person_score, strict=True),
        "amounts": partial(score.amount_score, strict=False),
    }
    for field, agree in scores.items():
        yield from _paired(field, gold.get(field) or [], record.get(field) or [], agree)
    yield from _instruments(gold, record)
    for field in ("countries", "sectors"):
        wanted = score.codes(gold.get(field))
        yield from ((field, item["confidence"], item["code"] in wanted) for item in record.get(field) or [])
    if record.get("meeting"):
        kind = (gold.get("meeting") or {}).get("kind")
        yield "meeting", record["meeting"]["confidence"], record["meeting"]["kind"] == kind


def _instruments(gold: score.Json, record: score.Json) -> Iterator[tuple[str, float, bool]]:
    wanted = [score.instrument(item) for item in gold.get("instruments") or []]
    items = record.get("instruments") or []
    found = [{**score.instrument(item), "confidence": item["confidence"]} for item in items]
    yield from _paired("instruments", wanted, found, partial(score.instrument_score, strict=False))


def _paired(
    field: str, wanted: Sequence[score.Json], found: Sequence[score.Json], agree: score.Score
) -> Iterator[tuple[str, float, bool]]:
    right = {place for _, place in score.pair(wanted, found, agree)}
    return ((field, item["confidence"], place in right) for place, item in enumerate(found))


def shares(folder: Path) -> dict[Level, tuple[int, int]]:
    """For each field and confidence: how many items, how many of them right."""
    reading = read_corpus(folder, mithaq.read)
    found: dict[Level, Counter[bool]] = defaultdict(Counter)
    for gold in reading.golds:
        for field, level, right in judged(gold, reading.records.get(gold["id"], {})):
            found[field, level][right] += 1
    return {level: (told.total(), told[True]) for level, told in found.items()}


def main() -> None:
    """Print a line for each field and confidence."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    for (field, level), (count, right) in sorted(shares(folder).items()):
        print(f"{field:<12} {level:.2f} given, {right / count:.2f} right of {count}")


if __name__ == "__main__":
    main()
