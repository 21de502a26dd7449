"""A process that adds is killed at any moment: what was acknowledged is there, nothing is half there."""

import random
from datetime import date
from pathlib import Path

import pytest

from bench.reports import Paper, Story, report
from mithaq import adding
from mithaq.register.database import Database
from tests.register.adder import Adder
from tests.register.conftest import Registers
from tests.register.dumping import dump
from tests.register.filing_made_up import ACT
from tests.register.wholeness import documents, faults

_POINTS = {"sqlite": 200, "postgresql": 24}
_DOCUMENTS = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few reports of one visit."""
    folder = tmp_path_factory.mktemp("reports")
    papers = (Paper("memorandum", "trade"), Paper("roadmap", "industry", ("2026", "2028")))
    people = (("head_of_state", "KZ", (0, 2, 9, 7)),)
    for number in range(_DOCUMENTS):
        story = Story(
            ("KZ", "BY"), date(2025, 11, 5), "talks", papers[: number % 3], people, "trade", 5_000_000
        )
        (folder / f"{number}.txt").write_bytes(report(story, "en", f"outlet {number}", None)[0])
    return folder


def _finish(database: Database, folder: Path) -> None:
    assert all(isinstance(each, adding.Added) for each in adding.add(database, [str(folder)], lambda: ACT))


def test_what_was_acknowledged_is_there_and_nothing_is_half_there(new_register: Registers, folder: Path):
    database = new_register()
    adder = Adder(folder, database)
    try:
        _kill_again_and_again(adder, database, new_register, folder)
    finally:
        adder.close()


def _kill_again_and_again(adder: Adder, database: Database, registers: Registers, folder: Path) -> None:
    registers.empty(database)
    outcome = adder.add()
    assert len(outcome["acknowledged"]) == _DOCUMENTS
    expected = dump(database)
    chance = random.Random(7)
    stopped = set()
    for point in range(_POINTS[registers.kind]):
        registers.empty(database)
        when = (
            {"seconds": chance.uniform(0, outcome["seconds"])} if point % 3 == 0
            else {"moments": chance.randrange(outcome["moments"])}
        )  # fmt: skip
        acknowledged = set(adder.add(**when)["acknowledged"])
        with database.writing():
            pass  # what the server still does for the one that is gone, is over when this is
        assert faults(database) == [], when
        assert acknowledged <= documents(database), when
        stopped.add(len(acknowledged))
        if point % 20 == 0:
            _finish(database, folder)
            assert dump(database) == expected, when
    # It was killed before, between and after.
    assert stopped >= {0, 1, 2, 3}
