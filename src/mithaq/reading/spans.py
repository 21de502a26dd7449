"""Stretches of a text that are taken: whether a place lies in one of them, in the time of a bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Half-open spans, which may overlap."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, position: int) -> bool:
        """Whether a position lies in one of the spans."""
        at = bisect_right(self._starts, position)
        return at > 0 and self._reach[at - 1] > position

    def meet(self, start: int, end: int) -> bool:
        """Whether one of the spans begins in ``[start, end)`` or holds its start."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end) or self.hold(start)
