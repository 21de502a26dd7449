"""Text and evidence → lines of pieces, and short quotes of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from mithaq.model.span import Evidence, Span
from mithaq.views.model import Line, Piece, Spans

_NEAR = 12
_QUOTE = 160


def spans(evidence: Iterable[Evidence]) -> Spans:
    """Positions of evidence, in the order of the text."""
    return tuple(sorted({Span(item.start, item.end) for item in evidence}))


def within(evidence: tuple[Evidence, ...], written: str) -> Spans:
    """Where a value that is a slice of its evidence stands; all of the evidence where it does not."""
    for item in evidence:
        place = item.quote.find(written)
        if written and place >= 0:
            return (Span(item.start + place, item.start + place + len(written)),)
    return spans(evidence)


def quote(body: str, places: Spans, limit: int = _QUOTE) -> str:
    """The words of evidence on one line; what lies between two spans is left out unless it is short."""
    parts: list[str] = []
    end = -1
    for place in places:
        if place.end <= end:
            continue
        if end >= 0:
            parts.append(body[end : place.start] if place.start - end <= _NEAR else " … ")
        parts.append(body[max(place.start, end) : place.end][: limit + 1])
        end = place.end
    words = " ".join("".join(parts).split())
    return words if len(words) <= limit else words[:limit].rstrip() + "…"


def lines(body: str, owned: list[tuple[str, Spans]], title: str | None) -> tuple[Line, ...]:
    """The whole text in lines, cut wherever evidence begins or ends.

    ``owned`` are ids with the spans they own. Line ends are left out, empty lines kept.
    """
    cuts, owners = _cuts(owned)
    return tuple(_lines(body, cuts, owners, title))


def _cuts(owned: list[tuple[str, Spans]]) -> tuple[list[int], list[tuple[str, ...]]]:
    """Boundaries in order, and after each one who owns the words up to the next."""
    events: dict[int, tuple[list[str], list[str]]] = {}
    for name, places in owned:
        for place in places:
            events.setdefault(place.start, ([], []))[0].append(name)
            events.setdefault(place.end, ([], []))[1].append(name)
    open_now: dict[str, int] = {}
    cuts: list[int] = [0]
    owners: list[tuple[str, ...]] = [()]
    for at in sorted(events):
        for name in events[at][1]:
            open_now[name] = open_now.get(name, 0) - 1
        for name in events[at][0]:
            open_now[name] = open_now.get(name, 0) + 1
        open_now = {name: depth for name, depth in open_now.items() if depth > 0}
        cuts.append(at)
        owners.append(tuple(open_now))
    return cuts, owners


def _lines(body: str, cuts: list[int], owners: list[tuple[str, ...]], title: str | None) -> Iterator[Line]:
    start = 0
    for written in body.splitlines(keepends=True):
        words = written.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        yield Line(tuple(_pieces(body, start, start + len(words), cuts, owners)), words.strip() == title)
        start += len(written)


def _pieces(
    body: str, start: int, end: int, cuts: list[int], owners: list[tuple[str, ...]]
) -> Iterator[Piece]:
    at = bisect_left(cuts, start + 1) - 1
    while start < end:
        following = cuts[at + 1] if at + 1 < len(cuts) else end
        stop = min(following, end)
        if stop > start:
            yield Piece(body[start:stop], owners[at])
        start, at = stop, at + 1
