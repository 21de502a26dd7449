"""Clusters: people's judgements hold, bridges do not chain, and no order of the arguments matters."""

import random
import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.merging.clustering import Judgement, cluster

NODES = [f"n{place}" for place in range(8)]
PAIRS = list(combinations(NODES, 2))
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1))
JUDGEMENTS = st.lists(
    st.builds(
        lambda pair, together: Judgement(pair[0], pair[1], together), st.sampled_from(PAIRS), st.booleans()
    ),
    max_size=8,
)
GROUPS = st.dictionaries(st.sampled_from(NODES), st.sampled_from("xyz"))


def test_a_pair_that_scores_high_is_one():
    assert cluster("abc", {("a", "b"): 0.95, ("b", "c"): 0.5}) == (("a", "b"), ("c",))


def test_a_bridge_does_not_chain():
    bridge = {("a", "b"): 0.96, ("b", "c"): 0.95}
    assert cluster("abc", bridge) == (("a", "b"), ("c",))
    assert cluster("abc", {**bridge, ("a", "c"): 0.9}) == (("a", "b", "c"),)
    assert cluster("abc", {**bridge, ("a", "c"): 0.01}) == (("a", "b"), ("c",))


def test_one_document_is_not_told_twice():
    scores = {("a1", "b1"): 0.99, ("a2", "b1"): 0.95, ("a1", "a2"): 0.99}
    assert cluster(["a1", "a2", "b1"], scores, (), {"a1": "a", "a2": "a", "b1": "b"}) == (
        ("a1", "b1"),
        ("a2",),
    )


def test_people_decide():
    scores = {("a", "b"): 0.99, ("b", "c"): 0.01}
    assert cluster("abc", scores, [Judgement("b", "a", False)]) == (("a",), ("b",), ("c",))
    assert cluster("abc", scores, [Judgement("b", "c", True)]) == (("a",), ("b", "c"))
    same = {"a": "x", "b": "x"}
    assert cluster("ab", {}, [Judgement("a", "b", True)], same) == (("a", "b"),)


def test_the_later_judgement_wins():
    decided = [Judgement("a", "b", True), Judgement("a", "b", False)]
    assert cluster("ab", {}, decided) == (("a",), ("b",))
    assert cluster("ab", {}, decided[::-1]) == (("a", "b"),)
    chain = [Judgement("a", "c", False), Judgement("a", "b", True), Judgement("b", "c", True)]
    assert cluster("abc", {}, chain) == (("a", "b", "c"),)
    assert cluster("abc", {}, chain[1:] + chain[:1]) == (("a",), ("b", "c"))


def test_apart_holds_for_whole_clusters():
    scores = {("a", "b"): 0.99, ("a", "c"): 0.99, ("b", "c"): 0.99, ("c", "d"): 0.99}
    assert cluster("abcd", scores, [Judgement("a", "c", False)]) == (("a", "b"), ("c", "d"))


def test_unknown_nodes_are_passed_over():
    assert cluster("a", {("a", "z"): 1.0}, [Judgement("a", "z", True)]) == (("a",),)


@given(SCORES, JUDGEMENTS, GROUPS, st.randoms(use_true_random=False))
def test_no_order_matters(scores, judgements, groups, chance):
    shuffled = list(scores.items())
    chance.shuffle(shuffled)
    names = NODES[:]
    chance.shuffle(names)
    once = cluster(NODES, scores, judgements, groups)
    assert cluster(names, dict(shuffled), judgements, dict(reversed(groups.items()))) == once


@given(SCORES, JUDGEMENTS, GROUPS)
def test_a_partition_in_which_judgements_hold(scores, judgements, groups):
    clusters = cluster(NODES, scores, judgements, groups)
    assert sorted(name for members in clusters for name in members) == sorted(NODES)
    assert clusters == tuple(sorted(tuple(sorted(members)) for members in clusters))
    of = {name: members for members in clusters for name in members}
    if judgements:
        last = judgements[-1]
        assert (of[last.left] is of[last.right]) == last.together
    if not any(given.together for given in judgements):
        for members in clusters:
            told = [groups[name] for name in members if name in groups]
            assert len(told) == len(set(told))
        for judged in judgements[-1:]:
            assert of[judged.left] is not of[judged.right]


@given(SCORES)
def test_nothing_is_one_without_a_pair_that_is(scores):
    for members in cluster(NODES, scores):
        assert len(members) == 1 or any(scores.get(pair, 0) >= 0.85 for pair in combinations(members, 2))


def test_many_reports_of_one_event_take_no_time():
    chance = random.Random(7)
    names = [f"r{place:03}" for place in range(500)]
    scores = {pair: chance.uniform(0.7, 1.0) for pair in combinations(names, 2)}
    start = time.perf_counter()
    assert len(cluster(names, scores)) == 1
    assert time.perf_counter() - start < 5


def test_a_register_of_many_small_events():
    names = [f"r{place:05}" for place in range(20_000)]
    scores = {(names[place], names[place + 1]): 0.95 for place in range(0, 20_000, 2)}
    assert len(cluster(names, scores)) == 10_000
