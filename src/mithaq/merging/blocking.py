"""Block keys of a reading: readings that share one are compared.

Every key is selective by nature: two states and a week, two signing bodies, a sum, a period. A limit on how
many readings a key may have would make the register depend on the order in which they came.
"""

from collections.abc import Iterator
from itertools import combinations

from mithaq.merging.claims import digits, of_trade
from mithaq.merging.digest import Digest, InstrumentPart
from mithaq.merging.events import parties
from mithaq.merging.instruments import family
from mithaq.merging.keys import UNKNOWN, Key, parsed
from mithaq.merging.times import days, week

_PAIRS_OF = 4
"""With more states than these, only the host is paired with each: a summit of twelve has 66 pairs."""
_AROUND = 3
"""Days around a date in whose weeks the same meeting may be dated by another report."""
_LATE = 6
"""Days after a meeting within which it is reported."""
_MONTH = 31
_COUNT = 5
"""Bulks of fewer documents are told too often to be looked up by their number."""
_OF_A_PLACE = frozenset(("region", "region_administration", "city", "city_administration"))
_GENERAL = frozenset(("government", "parliament", "union", "organisation"))


def block_keys(digest: Digest) -> tuple[str, ...]:
    """The block keys of a reading, sorted; empty where it tells of no two states."""
    found: set[str] = set()
    pairs = _pairs(digest)
    for pair in pairs:
        found.update(f"{pair}|week|{name}" for name in _weeks(digest))
        found.update(f"{pair}|sum|{name}" for name in _sums(digest))
    for part in digest.instruments:
        for pair in _of_states(part.countries, None) or pairs:
            found.update(f"{pair}|{name}" for name in _document(part))
    return tuple(sorted(found))


def _pairs(digest: Digest) -> list[str]:
    host = digest.event.host if digest.event else None
    return _of_states(tuple(parties(digest)), host) or _of_states(digest.countries, host)


def _of_states(states: tuple[str, ...], host: str | None) -> list[str]:
    """The pairs of states, as ``BY+KZ``."""
    names = sorted(set(states))
    pairs = combinations(names, 2)
    return [f"{one}+{other}" for one, other in pairs if len(names) <= _PAIRS_OF or host in (None, one, other)]


def _weeks(digest: Digest) -> set[str]:
    """The weeks in which the meeting may be dated by others: of its date, or else before its publication."""
    told = days(digest.event.date) if digest.event else None
    if told and told[1] - told[0] <= _MONTH:
        around = _AROUND if told[0] == told[1] else 0
        return {week(day) for day in (*range(told[0] - around, told[1] + around, 7), told[1] + around)}
    published = days(digest.published)
    if published is None or published[0] != published[1]:
        return set()
    return {week(published[0] - _LATE), week(published[0])}


def _sums(digest: Digest) -> Iterator[str]:
    """Sums that are not round: a billion is told of any pair of states, 1.2 billion of the trade of many."""
    for claim in digest.claims:
        if digits(claim.value) > (2 if of_trade(claim) else 1):
            yield f"{claim.value:.15g}|{claim.currency}"


def _document(part: InstrumentPart) -> Iterator[str]:
    kind = family(part.kind)
    yield from (f"{kind}|{bodies}" for bodies in _signers(part.keys))
    if part.start and part.end:
        yield f"{kind}|period|{part.start[:4]}-{part.end[:4]}"
    told = days(part.date)
    if told and told[0] == told[1]:
        yield f"{kind}|date|{part.date}"
    if part.count and part.count >= _COUNT:
        yield f"{kind}|count|{part.count}"
    if part.value is not None and digits(part.value) > 1:
        yield f"sum|{part.value:.15g}|{part.currency}"


def _signers(keys: tuple[str, ...]) -> Iterator[str]:
    """Two bodies of two states that signed; a body alone where its name or place says which it is.

    A ministry alone is none: over the years two states have hundreds of agreements of one ministry.
    """
    named = [(parsed(key).state, name) for key in keys for name in _body(parsed(key))]
    for (one, left), (other, right) in combinations(sorted(set(named)), 2):
        if one != other:
            yield f"{left}+{right}"
    for key in keys:
        body = parsed(key)
        if body.kind in _OF_A_PLACE or (body.words and not body.portfolio):
            yield from _body(body)


def _body(body: Key) -> Iterator[str]:
    """A signing body by each of its portfolios, so that near keys meet; general ones are no key."""
    if body.state == UNKNOWN or body.kind in _GENERAL:
        return
    if body.portfolio:
        yield from (f"{body.state}/{body.kind}/{code}" for code in sorted(body.portfolio))
    elif body.words:
        yield f"{body.state}/{body.kind}/{'-'.join(sorted(body.words))}"
    elif body.kind in _OF_A_PLACE:
        yield f"{body.state}/{body.kind}"
