"""How well merging decides, measured on the labelled pairs: precision and recall a kind, with floors.

``python -m tests.merging.test_labelled`` prints the table; with ``-v`` the pairs decided wrongly as well.
"""

import sys
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

import pytest

from mithaq.merging.blocking import block_keys
from mithaq.merging.odds import outcome
from tests.merging.labelled import Judged, of_bodies, of_people, of_reports, scenes


class Figures(NamedTuple):
    """Of the pairs of one kind: how many are one thing, two, for a person; and what was made of them."""

    one: int
    two: int
    asked: int
    precision: float
    recall: float
    missed: float
    open_wrongly: float
    open_rightly: float


def measured(pairs: Iterable[Judged]) -> dict[str, Figures]:
    """The figures of each kind."""
    kinds: dict[str, list[Judged]] = {}
    for pair in pairs:
        kinds.setdefault(pair.kind, []).append(pair)
    return {kind: _figures(rows) for kind, rows in sorted(kinds.items())}


def _figures(pairs: list[Judged]) -> Figures:
    by = {same: [outcome(pair.score) for pair in pairs if pair.same is same] for same in (True, False, None)}
    one, two, asked = by[True], by[False], by[None]
    merged = one.count("merged")
    return Figures(
        len(one),
        len(two),
        len(asked),
        _share(merged, merged + two.count("merged") + asked.count("merged")),
        _share(merged, len(one)),
        _share(one.count("apart"), len(one)),
        _share(two.count("open"), len(two), empty=0.0),
        _share(asked.count("open"), len(asked)),
    )


def _share(part: int, whole: int, empty: float = 1.0) -> float:
    return part / whole if whole else empty


FLOORS = {
    # kind: precision of what is merged, recall, and at most so many shares missed and asked in vain
    "body": (1.0, 1.0, 0.0, 0.0),
    "claim": (1.0, 0.93, 0.01, 0.03),
    "commitment": (1.0, 0.76, 0.01, 0.05),
    "event": (1.0, 0.91, 0.01, 0.07),
    "instrument": (0.97, 0.74, 0.1, 0.02),
    "person": (1.0, 0.94, 0.03, 0.01),
    "repeat": (1.0, 1.0, 0.0, 0.0),
}


def everything() -> list[Judged]:
    """All labelled pairs."""
    return [*of_reports(), *of_people(), *of_bodies()]


def table(figures: dict[str, Figures]) -> str:
    """The figures as a table of Markdown."""
    rows = ["| kind | one | two | asked | precision | recall | missed | asked in vain | asked rightly |"]
    rows.append("|---|---|---|---|---|---|---|---|---|")
    for kind, of in figures.items():
        shares = " | ".join(f"{share:.3f}" for share in of[3:])
        rows.append(f"| {kind} | {of.one} | {of.two} | {of.asked} | {shares} |")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def pairs() -> list[Judged]:
    """All labelled pairs, judged."""
    return everything()


def test_there_are_enough_pairs(pairs):
    near = [pair for pair in pairs if pair.kind != "person"]
    assert len([pair for pair in near if pair.same]) >= 200
    assert len([pair for pair in near if pair.same is False]) >= 200


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_no_figure_falls(pairs, kind):
    figures = measured(pair for pair in pairs if pair.kind == kind)[kind]
    precision, recall, missed, vain = FLOORS[kind]
    assert figures.precision >= precision
    assert figures.recall >= recall
    assert figures.missed <= missed
    assert figures.open_wrongly <= vain
    assert figures.open_rightly == 1.0


def test_reports_of_one_event_meet():
    """Two reports of one meeting share a block key, but for those of different guests of one host."""
    missed = []
    for name, reports in scenes().items():
        for left, right in combinations(reports, 2):
            met = set(block_keys(left.digest)) & set(block_keys(right.digest))
            if left.things["event", 0] == right.things["event", 0] and not met:
                missed.append(name)
    assert missed == ["the same ministry, another state"]


def main() -> None:
    """Print the table, and what went wrong."""
    pairs = everything()
    if "-v" in sys.argv:
        for pair in pairs:
            made = outcome(pair.score)
            right = {True: "merged", False: "apart", None: "open"}[pair.same]
            if made != right:
                sys.stdout.write(f"{made:6} not {right:6} {pair.score:.2f} {pair.what}\n")
    sys.stdout.write(table(measured(pairs)) + "\n")


if __name__ == "__main__":
    main()
