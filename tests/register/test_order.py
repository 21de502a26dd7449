"""The order in which documents come does not show in the register, and adding them again changes nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.reports import Story
from mithaq.register import deciding
from mithaq.register.database import Database
from mithaq.register.decisions import Draft
from mithaq.register.history import Journal
from mithaq.register.showing import resolve
from tests.register.conftest import Registers
from tests.register.dumping import dump, history_length
from tests.register.filing_made_up import ACT, Report, entries_of, examples, file, made, reports


def test_reports_in_any_order_give_the_same_register(new_register: Registers):
    @given(st.data())
    @examples(new_register.kind)
    def holds(data: st.DataObject) -> None:
        told = data.draw(reports(least=3))
        other_order = data.draw(st.permutations(told))
        again = data.draw(st.lists(st.sampled_from(told), max_size=3))
        one, two = new_register(), new_register()
        file(one, told)
        # Some come more than once, and others lie between.
        file(two, [*other_order[:2], *again, *other_order[2:], *again], together=data.draw(st.integers(1, 5)))
        assert dump(one) == dump(two)

    holds()


def test_adding_again_changes_nothing(new_register: Registers):
    @given(reports())
    @examples(new_register.kind)
    def holds(told: list[Report]) -> None:
        database = new_register()
        file(database, told)
        before, lines = dump(database), history_length(database)
        outcomes = file(database, told, together=2)
        assert {each.status for each in outcomes} == {"known"}
        assert (dump(database), history_length(database)) == (before, lines)

    holds()


def test_decisions_between_documents_hold_in_any_order(new_register: Registers):
    @given(st.data())
    @examples(new_register.kind)
    def holds(data: st.DataObject) -> None:
        told = data.draw(reports(least=4, most=8))
        half = len(told) // 2
        decisions = data.draw(st.lists(_DECISIONS, min_size=1, max_size=4))
        dumps = []
        for _ in range(2):
            database = new_register()
            file(database, data.draw(st.permutations(told[:half])))
            for each in decisions:
                _decide(database, *each)
            file(database, data.draw(st.permutations(told[half:])))
            dumps.append(dump(database))
        assert dumps[0] == dumps[1]

    holds()


_DECISIONS = st.tuples(
    st.sampled_from(("correct", "reject", "merge", "apart")),
    st.sampled_from(("event", "instrument", "claim", "person", "body", "commitment")),
    st.integers(0, 9),
    st.integers(0, 9),
)
_CORRECTIONS = {
    "event": ("city", "Astana"), "instrument": ("date", "2025-11-07"), "claim": ("value", 1),
    "person": ("latin", "X"), "body": ("country", "KZ"), "commitment": ("due", "2027"),
}  # fmt: skip


def _decide(database: Database, what: str, kind: str, one: int, two: int) -> None:
    """A decision on the entries of a type at two places among their nodes, where it makes sense."""
    journal = Journal(ACT)
    with database.writing() as connection:
        rows = connection.exec_driver_sql(f"SELECT id FROM node WHERE type = '{kind}' ORDER BY id")
        nodes = [row[0] for row in rows]
        if not nodes:
            return
        first, second = (resolve(connection, nodes[place % len(nodes)]) for place in (one, two))
        if what == "correct":
            name, value = _CORRECTIONS[kind]
            deciding.decide(connection, Draft("correct", (first,), property=name, value=value), journal)
        elif what == "reject":
            deciding.decide(connection, Draft("reject", (first,)), journal)
        elif first != second and what == "merge":
            deciding.merge(connection, (first, second), journal)
        elif first != second:
            deciding.keep_apart(connection, first, second, journal)
        journal.write(connection)


@pytest.mark.parametrize("what", ["correct", "reject"])
def test_a_made_decision_shows(database: Database, what: str):
    """The decisions above are really made: without this, the test of them could compare nothing."""
    file(database, [made(Story(("KZ", "BY"), date(2025, 11, 5), "talks", (), (), "trade"))])
    before = dump(database)
    _decide(database, what, "event", 0, 0)
    assert dump(database)["entry"] != before["entry"]
    assert len(entries_of(database, "event")) == 1
