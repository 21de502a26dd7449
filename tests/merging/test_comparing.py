"""Two readings compared: what is linked, what is not, and that no side counts more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.merging.blocking import block_keys
from mithaq.merging.comparing import compare
from mithaq.merging.digest import Digest, digest
from mithaq.merging.link import Link
from mithaq.merging.odds import log_odds, outcome, probability
from tests.merging.made import claim, commitment, event, instrument, person, report
from tests.samples import english

ROADMAP = instrument(
    kind="roadmap",
    keys=("OS/ministry/trade", "VA/ministry/industry"),
    sectors=("industry",),
    start="2026",
    end="2028",
)


def scores(left: Digest, right: Digest) -> dict[tuple[str, int, int], float]:
    """The scores of all links, by kind and places."""
    return {(link.left.kind, link.left.place, link.right.place): link.score for link in compare(left, right)}


def test_the_digest_keeps_the_order_of_the_record():
    text, record = english()
    got = digest(record)
    assert got.document == text.sha256
    assert got.countries == ("KZ", "BY")
    assert [part.keys for part in got.instruments] == [("BY/ministry/trade",)]
    assert (got.instruments[0].start, got.instruments[0].end) == ("2025", "2027")
    assert [part.value for part in got.claims] == [12_500_000]
    assert [form.language for form in got.people] == ["en"]
    assert [part.due for part in got.commitments] == ["2026"]


def test_features_add_up_to_the_score():
    left = report("a", instruments=(ROADMAP,), claims=(claim(),), commitments=(commitment(),))
    right = report("b", instruments=(ROADMAP,), claims=(claim(),), commitments=(commitment(),))
    links = compare(left, right)
    assert [link.left.kind for link in links] == ["event", "instrument", "claim", "commitment"]
    for link in links:
        assert link.score == pytest.approx(probability(log_odds(link.features)), abs=0.002)
        assert link.features[0].name == "prior"
        assert outcome(link.score) == "merged", link


def test_an_undated_report_meets_a_dated_one_by_a_document():
    dated = report("a", instruments=(ROADMAP,))
    undated = report("b", event=event(date=None), language="ru", instruments=(ROADMAP,))
    assert set(block_keys(dated)) & set(block_keys(undated))
    assert outcome(scores(dated, undated)["event", 0, 0]) == "merged"


def test_days_apart_meet_in_a_week_and_months_do_not():
    keys = [
        set(block_keys(report("a", event=event(date=day))))
        for day in ("2025-03-02", "2025-03-05", "2025-04-20")
    ]
    assert keys[0] & keys[1]
    assert not keys[0] & keys[2]
    month = set(block_keys(report("a", event=event(date="2025-03"))))
    assert month & keys[0]
    assert not month & keys[2]
    printed = set(block_keys(report("a", event=event(date=None), published="2025-03-08")))
    assert printed & keys[1]


def test_two_visits_of_a_month_are_two():
    other = report("b", event=event(date="2025-03-20"))
    assert outcome(scores(report("a"), other)["event", 0, 0]) == "apart"


def test_a_later_roadmap_is_another():
    later = report(
        "b", event=event(date="2028-03-05"), instruments=(instrument(
            kind="roadmap", keys=ROADMAP.keys, sectors=("industry",), start="2029", end="2031"),)
    )  # fmt: skip
    found = scores(report("a", instruments=(ROADMAP,)), later)
    assert outcome(found["instrument", 0, 0]) == "apart"


def test_money_told_again_at_another_meeting_is_a_repeat():
    later = report("b", event=event(date="2025-09-20"), claims=(claim(),))
    found = scores(report("a", claims=(claim(),)), later)
    assert outcome(found["repeat", 0, 0]) == "merged"
    assert outcome(found.get(("claim", 0, 0), 0.0)) == "apart"
    years = report("b", event=event(date="2028-09-20"), claims=(claim(),))
    assert outcome(scores(report("a", claims=(claim(),)), years).get(("repeat", 0, 0), 0.0)) == "apart"


def test_the_better_match_of_one_report_wins():
    left = report("a", claims=(claim(value=900_000_000), claim(value=1_000_000_000)))
    right = report("b", claims=(claim(value=1_000_000_000), claim(value=900_000_000)))
    found = {pair for pair, score in scores(left, right).items() if outcome(score) == "merged"}
    assert found == {("event", 0, 0), ("claim", 0, 1), ("claim", 1, 0)}


def test_parts_nothing_tells_apart_ask_nobody():
    bare = tuple(instrument() for _ in range(8))
    links = compare(report("a", instruments=bare), report("b", language="ru", instruments=bare))
    assert [link.left.kind for link in links if outcome(link.score) != "apart"] == ["event"]


def test_very_long_lists_are_compared_by_what_they_share():
    sums = tuple(claim(value=1_000_000 + place) for place in range(400))
    left, right = report("a", claims=sums), report("b", language="ru", claims=tuple(reversed(sums)))
    links = [link for link in compare(left, right) if link.left.kind == "claim"]
    assert {(link.left.place, link.right.place) for link in links} == {(i, 399 - i) for i in range(400)}
    assert all(outcome(link.score) == "merged" for link in links)


def test_no_common_state_no_link():
    assert (
        compare(report("a"), report("b", countries=("GR", "XA"), event=event(host="GR", guests=("XA",))))
        == ()
    )
    assert compare(report("a"), report("a")) == ()


_STATES = st.sampled_from(("VA", "OS", "GR"))
_INSTRUMENTS = st.lists(
    st.builds(
        instrument,
        kind=st.sampled_from(("roadmap", "memorandum", "agreement", "document")),
        status=st.sampled_from(("signed", "planned", "in_force")),
        count=st.sampled_from((1, 1, 8, None)),
        title=st.sampled_from((None, "a memorandum on grain", "plan of works")),
        keys=st.sampled_from(((), ROADMAP.keys, ("OS/government", "VA/ministry/industry+trade"))),
        sectors=st.sampled_from(((), ("trade",), ("industry", "trade"))),
        start=st.sampled_from((None, "2026")),
        date=st.sampled_from((None, "2025-03-04", "2025")),
    ),
    max_size=3,
).map(tuple)  # fmt: skip
_DIGESTS = st.builds(
    report,
    st.sampled_from("abcdef"),
    language=st.sampled_from(("en", "ru")),
    published=st.sampled_from((None, "2025-03-05")),
    event=st.none()
    | st.builds(
        event,
        kind=st.sampled_from(("talks", "call", "official_visit")),
        date=st.sampled_from((None, "2025-03-04", "2025-03", "2025-09-01")),
        host=_STATES,
        country=_STATES,
    ),
    people=st.sampled_from(
        ((), (person("Ada Bern"),), (person("Ivo Lenk", "head_of_state"), person("Bern")))
    ),
    instruments=_INSTRUMENTS,
    claims=st.lists(
        st.builds(claim, value=st.sampled_from((12_500_000, 1_000_000_000, 1_200_000_000))), max_size=2
    ).map(tuple),
    commitments=st.lists(
        st.builds(commitment, text=st.sampled_from(("open a joint office", "buy 500 lorries"))), max_size=2
    ).map(tuple),
)


@given(_DIGESTS, _DIGESTS)
def test_swapped_readings_give_mirrored_links(left, right):
    def key(link: Link) -> tuple[str, int, int]:
        return link.left.kind, link.left.place, link.right.place

    there, back = compare(left, right), compare(right, left)
    assert sorted(there, key=key) == sorted((link.mirrored() for link in back), key=key)
    assert all(0 <= link.score <= 1 for link in there)
    assert len({key(link) for link in there}) == len(there)
