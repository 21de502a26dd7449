"""Text cut at the boundaries of evidence, and short quotes."""

from hypothesis import given
from hypothesis import strategies as st

from mithaq.model.span import Evidence, Span
from mithaq.views import marks


def pieces(body, owned):
    return [(piece.words, piece.owners) for line in marks.lines(body, owned, None) for piece in line.pieces]


def test_overlapping_and_nested_spans_are_cut_at_every_boundary():
    owned = [("a", (Span(0, 6),)), ("b", (Span(4, 9),)), ("c", (Span(5, 6),))]
    assert pieces("0123456789", owned) == [
        ("0123", ("a",)),
        ("4", ("a", "b")),
        ("5", ("a", "b", "c")),
        ("678", ("b",)),
        ("9", ()),
    ]


def test_spans_that_touch_or_repeat():
    assert pieces("abcd", [("x", (Span(0, 2), Span(2, 4), Span(0, 2)))]) == [("ab", ("x",)), ("cd", ("x",))]


def test_evidence_across_lines_is_marked_on_each():
    lines = marks.lines("ab\r\ncd\n\nef", [("x", (Span(1, 5),))], "ef")
    assert [[(p.words, p.owners) for p in line.pieces] for line in lines] == [
        [("a", ()), ("b", ("x",))],
        [("c", ("x",)), ("d", ())],
        [],
        [("ef", ())],
    ]
    assert [line.heading for line in lines] == [False, False, False, True]


@st.composite
def bodies_with_spans(draw):
    body = draw(st.text(alphabet="ab\n\r\u2028é ", min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(body) - 1), st.integers(1, 12)).map(
        lambda given: Span(given[0], min(len(body), given[0] + given[1]))
    )
    return body, draw(st.lists(st.tuples(st.sampled_from("abc"), st.tuples(spans)), max_size=6))


@given(bodies_with_spans())
def test_pieces_are_the_text_and_know_their_owners(case):
    body, owned = case
    at = 0
    for words, owners in pieces(body, owned):
        at = body.index(words, at)
        assert set(owners) == {name for name, (span,) in owned if span.start <= at < span.end}
        assert set(owners) == {name for name, (span,) in owned if span.start < at + len(words) <= span.end}
        at += len(words)
    kept = "".join(words for words, _ in pieces(body, owned))
    assert kept == "".join(body.splitlines())


def test_quotes_leave_out_what_lies_far_between():
    body = "Ada Bern, 50, who came yesterday from afar, is prime minister"
    assert marks.quote(body, (Span(0, 8), Span(10, 12))) == "Ada Bern, 50"
    assert marks.quote(body, (Span(0, 8), Span(47, 61))) == "Ada Bern … prime minister"
    assert marks.quote(body, (Span(0, 8), Span(4, 6))) == "Ada Bern"
    assert marks.quote("x" * 500, (Span(0, 400),)) == "x" * 160 + "…"
    assert marks.quote("a\n\n  b", (Span(0, 6),)) == "a b"


def test_a_value_that_is_part_of_its_evidence_has_its_own_place():
    evidence = (Evidence(10, 20, "0123456789"),)
    assert marks.within(evidence, "345") == (Span(13, 16),)
    assert marks.within(evidence, "x") == (Span(10, 20),)
    assert marks.within(evidence, "") == (Span(10, 20),)
