"""Adds a folder to a register in processes that are killed: a script of test_killing.py.

It takes the folder and the address of the register, and adds it once, so that all is warm. Each line of
standard input is a plan, when a process is to die: after so many seconds, or after so many moments; a moment
is before and after each statement, and before each commit. Each line of standard output tells what was
acknowledged.
"""

import json
import os
import signal
import sys
import time
from typing import Any

from sqlalchemy import event

from mithaq import adding
from mithaq.adding import Added
from mithaq.register.database import Database
from mithaq.register.history import Act
from mithaq.sources import bytes_of, reports, text_of


def main(folder: str, address: str) -> None:
    _read_before(folder)
    database = Database(address)
    list(adding.add(database, [folder], _act))
    database.close()
    print("{}", flush=True)  # noqa: T201
    for line in sys.stdin:
        print(json.dumps(_try(database, folder, json.loads(line))), flush=True)  # noqa: T201


def _act() -> Act:
    return Act("ada", "2026-03-04T05:06:07Z")


def _read_before(folder: str) -> None:
    """What is tried is filing, so the reading is done once for all."""
    # One at a time, so that there is much to acknowledge.
    adding._TOGETHER = 1
    adding.reader_version()
    records = {}
    for path in reports([folder]):
        text = text_of(bytes_of(str(path)), str(path))
        records[text.sha256] = adding._record(text)
    adding._record = lambda text: records[text.sha256]


def _try(database: Database, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    told, heard = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(told)
        _add(database, folder, plan, heard)
    os.close(heard)
    if "seconds" in plan:
        time.sleep(plan["seconds"])
        os.kill(child, signal.SIGKILL)
    with os.fdopen(told) as pipe:
        heard_of = pipe.read().split()
    os.waitpid(child, 0)
    return {
        "acknowledged": [each for each in heard_of if len(each) == 64],
        "moments": next((int(each) for each in heard_of if len(each) < 64), None),
        "seconds": time.monotonic() - started,
    }


def _add(database: Database, folder: str, plan: dict[str, Any], heard: int) -> None:
    """Add the folder, say what was acknowledged and how many moments there were; never returns."""
    moments = 0

    def count(*_: object) -> None:
        nonlocal moments
        if moments == plan.get("moments"):
            os.kill(os.getpid(), signal.SIGKILL)
        moments += 1

    try:
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(database.engine, name, count)
        for outcome in adding.add(database, [folder], _act):
            if not isinstance(outcome, Added):
                raise outcome.error
            os.write(heard, f"{outcome.sha256}\n".encode())
        os.write(heard, f"{moments}\n".encode())
    except BaseException as fault:
        os.write(2, repr(fault).encode())
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
