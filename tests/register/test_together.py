"""Several add at once: nothing is lost, nobody waits for ever, and it is as if one had added all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bench.reports import LANGUAGES, Paper, Story, report
from mithaq import adding
from mithaq.register.database import Database
from tests.register.adder import Adder
from tests.register.conftest import Registers
from tests.register.dumping import dump
from tests.register.filing_made_up import ACT
from tests.register.wholeness import faults


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders: reports of the same meetings, some of the reports the same."""
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    papers = (Paper("memorandum", "trade"), Paper("roadmap", "industry", ("2026", "2028")))
    for number in range(12):
        day = date(2025, 11, 5 + number // 6)
        people = (("head_of_state", "KZ", (0, 2, 9, 7)),)
        story = Story(("KZ", "BY"), day, "talks", papers[: number % 3], people, "trade", 163_470_000)
        data = report(story, LANGUAGES[number % 4], f"outlet {number}", None)[0]
        for place, folder in enumerate(folders):
            if number % 3 == 2 or number % 2 == place:
                (folder / f"{number:02}.txt").write_bytes(data)
    return folders


def test_two_processes(new_register: Registers, folders: list[Path]):
    database, alone = new_register(), new_register()
    for folder in folders:
        list(adding.add(alone, [str(folder)], lambda: ACT))
    adders = [Adder(folder, database) for folder in folders]
    try:
        _add_at_once(adders, database, alone, new_register, folders)
    finally:
        for each in adders:
            each.close()


def _add_at_once(
    adders: list[Adder], database: Database, alone: Database, new_register: Registers, folders: list[Path]
) -> None:
    for _ in range(3):
        new_register.empty(database)
        for each in adders:
            each.ask()
        for each, folder in zip(adders, folders, strict=True):
            assert len(each.heard()["acknowledged"]) == len(list(folder.iterdir()))
        assert faults(database) == []
        assert dump(database) == dump(alone)


def test_threads_of_one_process(new_register: Registers, folders: list[Path]):
    database, alone = new_register(), new_register()
    for folder in folders:
        list(adding.add(alone, [str(folder)], lambda: ACT))

    def add(place: int) -> int:
        mine: Database = database
        return len(list(adding.add(mine, [str(folders[place % 2])], lambda: ACT)))

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(add, range(4))) == 2 * sum(len(list(folder.iterdir())) for folder in folders)
    assert faults(database) == []
    assert dump(database) == dump(alone)
