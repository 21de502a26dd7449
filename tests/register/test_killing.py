"""A process that adds is killed at any moment: what was acknowledged is there, nothing is half there."""

import json
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.reports import Paper, Story, report
from mithaq import adding
from mithaq.register.database import Database
from tests.conftest import ROOT
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


class Adder:
    """The script that adds a folder to a register in processes of its own."""

    def __init__(self, folder: Path, database: Database) -> None:
        address = database.engine.url.render_as_string(hide_password=False)
        command = [sys.executable, str(Path(__file__).with_name("killing.py")), str(folder), address]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, **pipes
        )
        self._heard()

    def add(self, **when: float) -> dict[str, Any]:
        """Add until the moment or second that is given, or to the end."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(when) + "\n")
        self.process.stdin.flush()
        return self._heard()

    def _heard(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        return dict(json.loads(self.process.stdout.readline()))


def _finish(database: Database, folder: Path) -> None:
    assert all(isinstance(each, adding.Added) for each in adding.add(database, [str(folder)], lambda: ACT))


def test_what_was_acknowledged_is_there_and_nothing_is_half_there(new_register: Registers, folder: Path):
    database = new_register()
    adder = Adder(folder, database)
    with adder.process:
        _kill_again_and_again(adder, database, new_register, folder)
        adder.process.kill()


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
