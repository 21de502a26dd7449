"""What goes wrong with a database is told with what to do next, and the register stays whole."""

import os
import resource
import sqlite3
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from bench.reports import Paper, Story, report
from mithaq import adding
from mithaq.model.errors import RegisterUnavailable
from mithaq.register import database as room
from mithaq.register.database import Database
from tests.register.dumping import dump
from tests.register.filing_made_up import ACT
from tests.register.wholeness import documents, faults


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports enough to fill more than a few pages."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(24):
        story = Story(
            ("KZ", "BY"), date(2025, 11, 5), "talks", (Paper("plan", "trade"),), (), "trade", number
        )
        (folder / f"{number:02}.txt").write_bytes(report(story, "en", f"outlet {number}" * 200, None)[0])
    return folder


@pytest.fixture
def path(sqlite_template: Path, tmp_path: Path) -> Path:
    """An empty register in a file."""
    return Path(tmp_path, "register.db")


def _add(database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setattr(adding, "_TOGETHER", 4)
    told: set[str] = set()
    with pytest.raises(RegisterUnavailable, match="free some space and run the command again"):
        _add_all(database, folder, told)
    return told


def _add_all(database: Database, folder: Path, told: set[str]) -> None:
    for outcome in adding.add(database, [str(folder)], lambda: ACT):
        assert isinstance(outcome, adding.Added)
        told.add(outcome.sha256)


def _is_whole_and_can_go_on(path: Path, folder: Path, told: set[str]) -> None:
    database = Database(f"sqlite:///{path}")
    assert faults(database) == []
    assert told <= documents(database)
    assert all(isinstance(each, adding.Added) for each in adding.add(database, [str(folder)], lambda: ACT))
    assert len(documents(database)) == 24
    assert faults(database) == []
    database.close()


@pytest.fixture(scope="module")
def filled(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """The pages of a register that has all of the reports."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('filled')}/register.db")
    list(adding.add(database, [str(folder)], lambda: ACT))
    with database.reading() as connection:
        return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_no_room_left_in_the_file(
    path: Path, folder: Path, filled: int, share: float, monkeypatch: pytest.MonkeyPatch
):
    database = Database(f"sqlite:///{path}")
    with database.reading() as connection:
        empty = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    pages = empty + int((filled - empty) * share)
    event.listen(database.engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count = {pages}"))
    told = _add(database, folder, monkeypatch)
    assert (len(told) > 0) == (share > 0)
    _is_whole_and_can_go_on(path, folder, told)


@pytest.mark.parametrize("more", [0, 50_000, 150_000])
def test_the_disk_is_full(path: Path, folder: Path, more: int, monkeypatch: pytest.MonkeyPatch):
    """A limit on the size of files makes writing fail where a full disk would: in the midst of a write."""
    database = Database(f"sqlite:///{path}")
    with _files_no_larger_than(more + 30_000):
        told = _add(database, folder, monkeypatch)
    _is_whole_and_can_go_on(path, folder, told)


@contextmanager
def _files_no_larger_than(size: int):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_register_that_may_only_be_read(path: Path, folder: Path):
    database = Database(f"sqlite:///{path}")
    event.listen(database.engine, "connect", lambda c, _: c.execute("PRAGMA query_only = ON"))
    with pytest.raises(RegisterUnavailable, match="ask for the right to write to it"):
        list(adding.add(database, [str(folder)], lambda: ACT))
    assert dump(database)["document"] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_register_of_somebody_else(path: Path):
    Database(f"sqlite:///{path}").close()
    path.chmod(0o600)
    path.parent.chmod(0o700)
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        try:
            Database(f"sqlite:///{path}")
        except RegisterUnavailable as fault:
            os._exit(0 if "Permission denied" in str(fault) else 3)
        os._exit(4)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_file_that_is_no_register(tmp_path: Path):
    (tmp_path / "report.txt").write_text("Kazakhstan and Belarus signed a memorandum. " * 100)
    with pytest.raises(
        RegisterUnavailable, match="file is not a database: name another file with --database"
    ):
        Database(f"sqlite:///{tmp_path}/report.txt")


def test_a_database_of_something_else_is_left_alone(tmp_path: Path):
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE document (id)")
    other.close()
    with pytest.raises(RegisterUnavailable):
        Database(f"sqlite:///{tmp_path}/other.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("document",)]
    other.close()


def test_a_register_that_is_damaged(path: Path, folder: Path):
    database = Database(f"sqlite:///{path}")
    list(adding.add(database, [str(folder)], lambda: ACT))
    database.close()
    data = bytearray(path.read_bytes())
    data[8192 : len(data) // 2] = b"\xff" * (len(data) // 2 - 8192)
    path.write_bytes(data)
    with pytest.raises(RegisterUnavailable, match=r"malformed.*restore it from a backup"):
        dump(Database(f"sqlite:///{path}"))


def test_a_folder_that_cannot_be_made(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(RegisterUnavailable, match="its folder cannot be made"):
        Database(f"sqlite:///{tmp_path}/file/register.db")


def test_a_folder_is_no_register(tmp_path: Path):
    with pytest.raises(RegisterUnavailable, match="unable to open database file: check that the address"):
        Database(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("address", ["register.db", "mysql://x/y", ""])
def test_an_address_that_is_none(address: str):
    with pytest.raises(RegisterUnavailable):
        Database(address)


def test_a_server_that_is_not_there():
    with pytest.raises(RegisterUnavailable) as fault:
        Database("postgresql://ada:secret@127.0.0.1:1/register")
    assert "check that the address is right" in str(fault.value)
    assert "secret" not in str(fault.value)


def test_a_register_that_another_program_keeps_busy(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    Database(f"sqlite:///{path}").close()
    monkeypatch.setattr(room, "_WAIT_SECONDS", 0.1)
    database = Database(f"sqlite:///{path}")
    with (
        Database(f"sqlite:///{path}").writing(),
        pytest.raises(RegisterUnavailable, match="another program is writing"),
    ):
        list(adding.add(database, [str(folder)], lambda: ACT))
