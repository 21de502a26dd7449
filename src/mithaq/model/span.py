"""Positions: half-open ranges of code points in the untouched text of a document."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int


class Evidence(NamedTuple):
    """The words that prove a value. Made by :meth:`mithaq.model.text.Text.quote` alone."""

    start: int
    end: int
    quote: str
