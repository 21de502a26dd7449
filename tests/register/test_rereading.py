"""A new reader reads a document again: what people decided stays, what it does not find any more goes."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.reports import Paper, Story
from mithaq import adding
from mithaq.adding import Added
from mithaq.model.record import Record
from mithaq.model.text import Text
from mithaq.pipeline import Failure
from mithaq.register import deciding, showing
from mithaq.register.database import Database
from mithaq.register.decisions import Draft
from mithaq.register.history import Journal
from tests.register.conftest import Registers
from tests.register.dumping import dump, history_length
from tests.register.filing_made_up import ACT, Report, entries_of, examples, file, made, reports
from tests.register.wholeness import faults

PAPERS = (Paper("memorandum", "trade"), Paper("roadmap", "industry", ("2026", "2028")))
STORY = Story(
    ("KZ", "BY"),
    date(2025, 11, 5),
    "talks",
    PAPERS,
    (("head_of_state", "KZ", (0, 2, 9, 7)),),
    "trade",
    163_470_000,
)


def _again(report: Report, **changes: object) -> Report:
    """The same document as another reader reads it."""
    data, body, record = report
    return data, body, replace(record, **changes)  # type: ignore[arg-type]


def _decide(database: Database, draft: Draft) -> None:
    journal = Journal(ACT)
    with database.writing() as connection:
        deciding.decide(connection, draft, journal)
        journal.write(connection)


def _values(database: Database, entry_id: str) -> dict[str, object]:
    with database.reading() as connection:
        (entry,) = showing.entries(connection, [entry_id], lambda _: "x" * 5000)
        return {value.property: value.value for value in entry.values} | {"state": entry.state}


def _of_kind(database: Database, kind: str) -> str:
    found = [each for each in entries_of(database, "instrument") if _values(database, each)["kind"] == kind]
    assert len(found) == 1
    return found[0]


def _without_memorandum(record: Record) -> tuple[object, ...]:
    return tuple(each for each in record.instruments if each.kind != "memorandum")


def test_a_correction_survives(database: Database):
    report = made(STORY)
    file(database, [report])
    (event,) = entries_of(database, "event")
    _decide(database, Draft("correct", (event,), property="city", value="Astana"))
    _decide(database, Draft("correct", (event,), property="kind", value="visit"))
    # The new reader finds the meeting in other words, that only overlap, and calls it otherwise.
    meeting = report[2].meeting
    assert meeting is not None
    (place,) = meeting.evidence
    text = report[1]
    shorter = place._replace(start=place.start + 2, quote=text[place.start + 2 : place.end])
    told = replace(meeting, kind="summit", evidence=(shorter,))
    (outcome,) = file(database, [_again(report, meeting=told)], reader="second")
    assert outcome.status == "read_again"
    assert entries_of(database, "event") == [event]
    values = _values(database, event)
    assert (values["city"], values["kind"]) == ("Astana", "visit")


def test_all_is_read_again_though_the_new_reader_fails_on_one(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    reports = {
        sha: report
        for report in (made(STORY, "en"), made(STORY, "ru"))
        for sha in [report[2].document.sha256]
    }
    for sha, report in reports.items():
        (tmp_path / f"{sha[:8]}.txt").write_bytes(report[0])
    monkeypatch.setattr(adding, "_record", lambda text: reports[text.sha256][2])
    assert all(isinstance(each, Added) for each in adding.add(database, [str(tmp_path)], lambda: ACT))
    before = entries_of(database, "event")
    _decide(database, Draft("correct", (before[0],), property="city", value="Astana"))
    bad = min(reports)

    def read(text: Text) -> Record:
        if text.sha256 == bad:
            raise ValueError("a fault")
        return reports[text.sha256][2]

    monkeypatch.setattr(adding, "_record", read)
    monkeypatch.setattr(adding, "reader_version", lambda: "newer")
    outcomes = list(adding.read_again(database, lambda: ACT))
    assert [type(each) for each in outcomes] == [Failure, Added]
    assert entries_of(database, "event") == before
    assert _values(database, before[0])["city"] == "Astana"
    monkeypatch.setattr(adding, "_record", lambda text: reports[text.sha256][2])
    assert [type(each) for each in adding.read_again(database, lambda: ACT)] == [Added]
    assert list(adding.read_again(database, lambda: ACT)) == []
    assert faults(database) == []


def test_a_rejection_survives(database: Database):
    report = made(STORY)
    file(database, [report])
    paper = _of_kind(database, "memorandum")
    _decide(database, Draft("reject", (paper,)))
    _decide(database, Draft("reject", (_of_kind(database, "roadmap"),), property="kind", value="roadmap"))
    file(database, [_again(report)], reader="second")
    assert _values(database, paper)["state"] == "rejected"
    roadmaps = [each for each in entries_of(database, "instrument") if each != paper]
    assert "kind" not in _values(database, *roadmaps)


@pytest.mark.parametrize("together", [True, False])
def test_what_was_put_together_or_kept_apart_survives(database: Database, together: bool):
    other = replace(STORY, day=date(2026, 2, 1), papers=(), people=(), sum=None)
    one, two = made(STORY, "en"), made(other if together else STORY, "ru")
    file(database, [one, two])
    journal = Journal(ACT)
    with database.writing() as connection:
        nodes = [row[0] for row in connection.exec_driver_sql("SELECT id FROM node WHERE type = 'event'")]
        homes = sorted({showing.resolve(connection, node) for node in nodes})
        if together:
            deciding.merge(connection, tuple(homes), journal)
        elif len(homes) == 1:
            deciding.split(connection, homes[0], (one[2].document.sha256,), journal)
        else:
            deciding.keep_apart(connection, homes[0], homes[1], journal)
        journal.write(connection)
    before = entries_of(database, "event")
    assert len(before) == (1 if together else 2)
    file(database, [_again(one), _again(two)], reader="second")
    assert entries_of(database, "event") == before


def test_an_accepted_entry_that_the_new_reader_does_not_find_stays(database: Database):
    report = made(STORY)
    file(database, [report])
    paper = _of_kind(database, "memorandum")
    _decide(database, Draft("accept", (paper,)))
    before = _values(database, paper)
    file(database, [_again(report, instruments=_without_memorandum(report[2]))], reader="second")
    assert _values(database, paper) == before
    file(database, [_again(report)], reader="third")
    assert _values(database, paper) == before


def test_what_nobody_decided_on_and_the_new_reader_does_not_find_goes(database: Database):
    report = made(STORY)
    file(database, [report])
    paper = _of_kind(database, "memorandum")
    file(database, [_again(report, instruments=_without_memorandum(report[2]))], reader="second")
    assert paper not in entries_of(database, "instrument")
    # The id was shown to people, so it comes back with the thing.
    file(database, [_again(report)], reader="third")
    assert _of_kind(database, "memorandum") == paper


def test_a_reader_that_finds_nothing_leaves_nothing(database: Database):
    report = made(STORY)
    file(database, [report])
    empty = Record(report[2].document)
    file(database, [(report[0], report[1], empty)], reader="second")
    assert dump(database)["entry"] == []
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM naming").scalar() == 0


def test_a_sum_told_again_is_the_first_when_the_first_is_not_read_any_more(database: Database):
    first, second = made(STORY), made(replace(STORY, day=date(2026, 2, 1), papers=()), "ru")
    file(database, [first, second])
    claims = {
        _values(database, each)["date"]: _values(database, each) for each in entries_of(database, "claim")
    }
    assert (claims["2026-02-01"]["same_as"], claims["2026-02-01"]["counted"]) == (
        _dated(database, "2025"),
        False,
    )
    file(database, [_again(first, amounts=())], reader="second")
    (left,) = entries_of(database, "claim")
    assert "same_as" not in _values(database, left)
    assert _values(database, left)["counted"] is True


def _dated(database: Database, year: str) -> str:
    found = [
        each
        for each in entries_of(database, "claim")
        if str(_values(database, each)["date"]).startswith(year)
    ]
    assert len(found) == 1
    return found[0]


def test_reading_all_again_gives_what_the_new_reader_alone_gives(new_register: Registers):
    """Where nobody decided anything, the old reader leaves no trace but the history and its readings."""

    @given(reports(most=6), st.randoms(use_true_random=False))
    @examples(new_register.kind, most=12)
    def holds(told: list[Report], chance: Random) -> None:
        old, new = ([_in_part(each, chance) for each in told] for _ in range(2))
        one, two = new_register(), new_register()
        file(one, old)
        file(one, new, reader="second")
        file(two, new, reader="second")
        first, second = dump(one), dump(two)
        for name in (
            "entry",
            "facet",
            "words",
            "link",
            "naming",
            "block",
            "node",
            "node_block",
            "occurrence",
        ):
            assert first[name] == second[name], name
        assert history_length(one) > history_length(two)

    holds()


def _in_part(report: Report, chance: Random) -> Report:
    """A report as a reader reads it that overlooks something."""
    record = report[2]
    changes: dict[str, object] = {
        "instruments": record.instruments[:1], "people": (), "amounts": (), "commitments": (),
        "meeting": None,
    }  # fmt: skip
    name = chance.choice((None, *changes))
    return _again(report, **{name: changes[name]}) if name else report
