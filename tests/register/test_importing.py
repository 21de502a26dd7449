"""What a workbook asks for, done in the register; entries that a person alone speaks of."""

from typing import Any

import pytest

from mithaq import adding
from mithaq.model.entry import ENTRY_TYPES, EntryType
from mithaq.model.errors import InvalidDecision
from mithaq.model.sheet import RowPlan
from mithaq.register import deciding, finding, importing, showing
from mithaq.register.database import Database
from mithaq.register.decisions import Draft
from mithaq.register.finding import Query
from mithaq.register.history import Act, Journal

VALUES: dict[EntryType, dict[str, Any]] = {
    "event": {
        "kind": "forum",
        "countries": ["KZ", "QA"],
        "date": "2026-04",
        "title": {"en": "A forum of ours"},
    },
    "instrument": {"kind": "treaty", "status": "planned", "signatories": ["KZ/ministry/energy"]},
    "body": {"name": {"ru": "Министерство воды"}, "kind": "ministry", "country": "KZ"},
    "person": {"name": {"kk": "Алма Серікова"}, "office": "minister", "country": "KZ"},
    "claim": {"value": 5_000_000, "currency": "USD", "about": "loan", "countries": ["KZ"], "date": "2026"},
    "commitment": {"text": {"en": "to build a bridge"}, "actors": ["KZ"], "modality": "agreed"},
}


@pytest.fixture
def database(tmp_path):
    return Database(f"sqlite:///{tmp_path}/register.db")


def done(database, doing):
    """Do something in one transaction."""
    with database.writing() as connection:
        journal = Journal(Act("Aigul", "2026-03-01T08:00:00Z"))
        result = doing(connection, journal)
        journal.write(connection)
    return result


def entries(database, **wanted):
    with database.reading() as connection:
        ids = [hit.id for hit in finding.find(connection, Query(**wanted))]
        return list(showing.entries(connection, ids, adding.texts(connection)))


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_an_entry_of_each_type_is_made_of_what_a_person_says(database, kind):
    made = done(database, lambda *to: importing.create(to[0], kind, VALUES[kind], to[1], "by hand"))
    (entry,) = entries(database, type=kind)
    assert (entry.id, entry.type, entry.sources) == (made, kind, ())
    assert {value.property: value.value for value in entry.values if value.reason != "derived"} == VALUES[
        kind
    ]
    assert {value.support[0].origin for value in entry.values if value.support} == {"import"}


def test_such_an_entry_is_found_corrected_and_taken_back(database):
    made = done(database, lambda *to: importing.create(to[0], "event", {"kind": "forum"}, to[1], None))
    draft = Draft("correct", (made,), property="city", value="Doha")
    number = done(database, lambda *to: deciding.decide(to[0], draft, to[1]))
    assert [entry.get("city") for entry in entries(database, words="forum")] == ["Doha"]
    for each in (number, 1):
        done(database, lambda *to, each=each: deciding.undo(to[0], each, to[1]))
    assert entries(database) == []
    done(database, lambda *to: deciding.undo(to[0], number + 2, to[1]))
    assert [entry.id for entry in entries(database)] == [made]


def test_the_same_row_makes_one_entry(database):
    plan = RowPlan("create", "Sheet!9", "event", None, new={"kind": "forum"})
    assert done(database, lambda *to: importing.carry_out(to[0], [plan, plan], to[1])) == 1
    with database.reading() as connection:
        (skipped,) = importing.without_made(connection, [plan])
    assert (skipped.outcome, skipped.entry) == ("skip", entries(database)[0].id)


@pytest.mark.parametrize("values", [{}, {"kind": "picnic"}, {"colour": "red"}, {"actions": []}])
def test_what_no_entry_can_be_is_refused(database, values):
    with pytest.raises(InvalidDecision):
        done(database, lambda *to: importing.create(to[0], "instrument", values, to[1], None))
    assert entries(database) == []


def test_a_value_is_taken_away_with_those_that_come_up_in_its_place(database):
    made = done(database, lambda *to: importing.create(to[0], "event", VALUES["event"], to[1], None))
    plan = RowPlan("update", "Sheet!B2", "event", made, "date", "2026-04", None)
    done(database, lambda *to: importing.carry_out(to[0], [plan], to[1]))
    assert entries(database)[0].get("date") is None


def test_only_updates_and_new_entries_are_carried_out(database):
    plans = [RowPlan(each, "Sheet!B2", "event", "ev-x", "date") for each in ("skip", "conflict", "reject")]
    assert done(database, lambda *to: importing.carry_out(to[0], plans, to[1])) == 0
