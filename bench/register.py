r"""What a register stands: how fast it fills, how large it is, how soon it answers, as it grows.

    make bench-register                                     ten thousand made-up reports, in a file
    make bench-register ARGS='--documents 100000 --write'   into bench/register.md
    make bench-register ARGS='--database postgresql://…'    on a server (the database must be empty)

The reports are those of bench/reports.py, filed with records that need no reading; how fast documents are
added with their reading is measured apart. Times are of a clock on the wall unless they are said to be of the
processor, so nothing else should run.
"""

import argparse
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import text as sql

from bench.reports import name, reports
from mithaq import __version__, adding
from mithaq.model.record import Record
from mithaq.model.text import Text
from mithaq.register import filing, finding, linking, showing
from mithaq.register.database import Database
from mithaq.register.finding import Query
from mithaq.register.history import Act, Journal, verify
from mithaq.register.records import Filed

RESULT = Path(__file__).with_suffix(".md")
TOGETHER = 32
PARTS = 10
QUESTIONS = 400
READ = 500
"""Documents that are added with their reading."""
ACT = Act("bench", "2026-01-01T00:00:00Z")

Report = tuple[bytes, Text, Record]


@dataclass(slots=True)
class Clock:
    """Seconds spent in some functions."""

    seconds: float = 0.0

    def timed(self, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            start = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += time.perf_counter() - start

        return call


@dataclass(slots=True)
class Part:
    """A tenth of the documents: seconds, of the processor and of those merging; memory in MB after it."""

    documents: int
    seconds: float
    processor: float
    merging: float
    memory: float


@dataclass(slots=True)
class Result:
    """What was measured; ``answers`` are seconds by what was asked."""

    parts: list[Part] = field(default_factory=list)
    answers: dict[str, list[float]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    size: int = 0
    read: float = 0.0
    verified: float = 0.0


def main(arguments: list[str] | None = None) -> None:
    """Measure and print; with ``--write`` into bench/register.md."""
    parser = argparse.ArgumentParser(prog="make bench-register")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument(
        "--database", help="an SQLAlchemy address; a file that is removed afterwards otherwise"
    )
    parser.add_argument("--write", action="store_true", help=f"write {RESULT.name}")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(asked.database or f"sqlite:///{folder}/register.db")
        result = Result(read=_adding(folder))
        _fill(database, asked.documents, result)
        _measure(database, result)
        told = _told(database, asked.documents, result)
        database.close()
    print(told)
    if asked.write:
        RESULT.write_text(told, encoding="utf-8")


def _fill(database: Database, documents: int, result: Result) -> None:
    merging = Clock()
    for room, names in ((linking, ("link_documents", "link_forms")), (filing, ("regroup",))):
        for each in names:
            setattr(room, each, merging.timed(getattr(room, each)))
    made = reports(documents)
    while some := list(islice(made, documents // PARTS)):
        merging.seconds, start, used = 0.0, time.perf_counter(), time.process_time()
        for at in range(0, len(some), TOGETHER):
            _file(database, some[at : at + TOGETHER])
        seconds = time.perf_counter() - start
        used = time.process_time() - used
        result.parts.append(Part(len(some), seconds, used, merging.seconds, _memory()))
        print(f"{sum(part.documents for part in result.parts)} documents, {seconds:.0f} s", file=sys.stderr)


def _file(database: Database, some: list[Report]) -> None:
    journal = Journal(ACT)
    with database.writing() as connection:
        for data, text, record in some:
            filing.file(connection, Filed(data, text.body, record, "made up"), text.sha256[:12], journal)
        journal.write(connection)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _adding(folder: str) -> float:
    """Documents a second that are read and filed, into an empty register."""
    reports_folder = Path(folder, "reports")
    reports_folder.mkdir()
    for number, (data, _, _) in enumerate(islice(reports(READ * 2), READ)):
        (reports_folder / f"{number:05}.txt").write_bytes(data)
    first = next(reports_folder.iterdir())
    database = Database(f"sqlite:///{folder}/read.db")
    list(adding.add(database, [str(first)], lambda: ACT))
    start = time.perf_counter()
    for outcome in adding.add(database, [str(reports_folder)], lambda: ACT):
        if not isinstance(outcome, adding.Added):
            raise outcome.error
    seconds = time.perf_counter() - start
    database.close()
    return READ / seconds


def _measure(database: Database, result: Result) -> None:
    chance = random.Random(3)
    with database.reading() as connection:
        rows = connection.execute(sql("SELECT type, count(*) FROM entry GROUP BY type"))
        result.counts = {row[0]: row[1] for row in rows}
        told = "SELECT count(*) FROM occurrence WHERE type = 'instrument'"
        result.counts["told"] = connection.execute(sql(told)).scalar_one()
        for named in ("document", "link", "history"):
            result.counts[named] = connection.execute(sql(f"SELECT count(*) FROM {named}")).scalar_one()
        ids = [row[0] for row in connection.execute(sql("SELECT id FROM entry ORDER BY id"))]
        often = "SELECT id FROM entry WHERE type IN ('person', 'body') ORDER BY sources DESC, id LIMIT 20"
        hot = [row[0] for row in connection.execute(sql(often))]
        start = time.perf_counter()
        verify(connection)
        result.verified = time.perf_counter() - start
    for told, query in islice(_questions(chance), QUESTIONS):
        _ask(database, result, f"find {told}", lambda c, query=query: finding.find(c, query))
    for told, some in (("an entry", chance.choices(ids, k=QUESTIONS)), ("a busy person or body", hot * 3)):
        for each in some:
            _ask(
                database, result, f"show {told}",
                lambda c, each=each: list(showing.entries(c, [each], adding.texts(c))),
            )  # fmt: skip
    result.size = _size(database)


def _ask(database: Database, result: Result, told: str, question: Callable[..., object]) -> None:
    start = time.perf_counter()
    with database.reading() as connection:
        question(connection)
    result.answers.setdefault(told, []).append(time.perf_counter() - start)


def _questions(chance: random.Random) -> Iterator[tuple[str, Query]]:
    """What people look for, some of it told of everywhere and some of it once."""
    while True:
        person = name(tuple(chance.randrange(15) for _ in range(4)), chance.choice(("en", "ar", "ru")))
        year = str(chance.randrange(2016, 2026))
        state = chance.choice(("KZ", "RU", "AE", "OM", "PL"))
        yield "a common word", Query(words=chance.choice(("memorandum", "торговля", "التعاون", "келісім")))
        yield (
            "two words",
            Query(words=chance.choice(("memorandum energy", "план транспорт", "وزارة الزراعة"))),
        )
        yield "a name", Query(words=person)
        yield "the beginning of a word", Query(words=chance.choice(("agri*", "торг*", "сау*", "energ*")))
        yield "a state", Query(countries=(state,))
        yield (
            "two states in a year",
            Query(countries=("KZ", chance.choice(("RU", "CN", "OM"))), since=year, until=year),
        )
        yield "documents of a state and sector", Query(type="instrument", countries=(state,), sector="energy")
        yield "what is planned", Query(type="instrument", status="planned", since="2024")
        yield "a body", Query(body=f"{state}/ministry/{chance.choice(('energy', 'trade'))}")
        yield "sums", Query(type="claim", least=500_000_000, currency="USD", since=year)
        yield "a word and a state", Query(words="roadmap", countries=(state,), type="instrument")


def _size(database: Database) -> int:
    if not database.is_sqlite:
        with database.reading() as connection:
            return int(connection.execute(sql("SELECT pg_database_size(current_database())")).scalar_one())
    path = Path(str(database.engine.url.database))
    return sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*"))


_MANY = {
    "event": "meetings", "instrument": "documents", "body": "bodies", "person": "persons", "claim": "sums",
    "commitment": "commitments",
}  # fmt: skip


def _told(database: Database, documents: int, result: Result) -> str:
    counts, filed = result.counts, result.counts["document"]
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    machine = f"{_processor()}, Python {platform.python_version()}"
    lines = [
        "# What a register stands", "",
        f"Measured by `make bench-register ARGS='--documents {documents} --write'`:",
        f"{datetime.now(UTC):%Y-%m-%d}, Mithaq {__version__}, {kind}, {machine}.", "",
        f"- {filed:,} made-up reports tell of documents {counts['told']:,} times. They make "
        + ", ".join(f"{counts[kind]:,} {many}" for kind, many in _MANY.items())
        + f", with {counts['link']:,} links and {counts['history']:,} lines of history.",
        f"- On disk: {result.size / 2**20:,.0f} MB, {result.size / filed / 1024:.1f} kB a report.",
        f"- Filed: {filed / sum(part.seconds for part in result.parts):.0f} reports a second.",
        f"- Added with their reading, into a small register: {result.read:.0f} reports a second.",
        f"- The history is verified in {result.verified:.1f} s.", "",
        "| reports so far | filed a second | ms a report | merging, ms | of the processor, ms | memory, MB |",
        "|---:|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    so_far = 0
    for part in result.parts:
        so_far += part.documents
        each = 1000 / part.documents
        lines.append(
            f"| {so_far:,} | {part.documents / part.seconds:.0f} | {part.seconds * each:.1f} "
            f"| {part.merging * each:.1f} | {part.processor * each:.1f} | {part.memory:.0f} |"
        )
    lines += ["", "| asked | times | median, ms | 95th percentile, ms |", "|---|---:|---:|---:|"]
    lines += [_row(told, seconds) for told, seconds in result.answers.items()]
    for verb in ("find", "show"):
        lines.append(
            _row(
                f"all of {verb}",
                [s for t, all_ in result.answers.items() if t.startswith(verb) for s in all_],
            )
        )
    return "\n".join(lines) + "\n"


def _row(told: str, seconds: list[float]) -> str:
    high = statistics.quantiles(seconds, n=20)[-1]
    return f"| {told} | {len(seconds)} | {statistics.median(seconds) * 1000:.1f} | {high * 1000:.1f} |"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(models)} processors ({models[0]})" if models else platform.machine()


if __name__ == "__main__":
    main()
