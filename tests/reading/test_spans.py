"""Spans hold what lies in one of them."""

from hypothesis import given
from hypothesis import strategies as st

from mithaq.reading.spans import Spans

PLACES = st.integers(0, 60)


@given(st.lists(st.tuples(PLACES, PLACES)), PLACES)
def test_hold(spans, position):
    assert Spans(spans).hold(position) == any(start <= position < end for start, end in spans)
