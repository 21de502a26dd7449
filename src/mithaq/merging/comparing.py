"""Two readings compared: which of their parts are one thing, with what spoke for and against.

The parts are compared by what is said of them alone; the meeting is then weighed with the documents and sums
both reports tell of, and each document, sum and commitment with the meeting, its own share taken out, so that
nothing speaks for itself. Last, a part for which another part of the same report fits better is marked down.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import log
from typing import TypeVar

from mithaq.merging import claims, commitments, instruments, weights
from mithaq.merging.digest import ClaimPart, CommitmentPart, Digest, InstrumentPart
from mithaq.merging.link import Feature, Kind, Link, Part
from mithaq.merging.meeting import Meeting, Pair
from mithaq.merging.odds import log_odds, probability
from mithaq.merging.times import days, gap

FLOOR = 0.1
"""Links less likely are not kept, unless much spoke for them and something clear against."""
_LEAST = -2.2
"""The floor as log odds."""
_HOPELESS = _LEAST - weights.EVENT_MOST
"""Log odds that no meeting can lift above the floor."""
_NEARLY = 3.0
"""A pair below the floor whose content has more than this for it is a contradiction clustering must know."""
_REPEAT_DAYS = 548
"""Money told again within eighteen months can be the same money."""
_OTHER_EVENT = -1.0
_MOST_PAIRS = 4096
"""With more pairs than these (two lists of 64), only parts that share a mark are compared."""
_ALIKE = 0.6
"""Log odds within which two parts fit as well as each other."""


_P = TypeVar("_P", InstrumentPart, ClaimPart, CommitmentPart)


def compare(a: Digest, b: Digest) -> tuple[Link, ...]:
    """The links between the parts of two readings that are worth keeping.

    The links of swapped readings are the same, mirrored. Event first, then documents, sums, sums repeated and
    commitments, each by their places. Readings of one document (the same bytes) are not compared.
    """
    if a.document > b.document:
        return tuple(sorted((link.mirrored() for link in compare(b, a)), key=_place))
    if a.document == b.document or not set(a.countries) & set(b.countries):
        return ()
    return tuple(_compared(a, b))


_ORDER = {"event": 0, "instrument": 1, "claim": 2, "repeat": 3, "commitment": 4}


def _place(link: Link) -> tuple[int, int, int]:
    return _ORDER[link.left.kind], link.left.place, link.right.place


def _compared(a: Digest, b: Digest) -> list[Link]:
    same_language = a.language == b.language
    documents = _pairs(
        a.instruments,
        b.instruments,
        lambda one, other: instruments.content(one, other, same_language),
        instruments.marks,
    )
    sums = _pairs(a.claims, b.claims, claims.content, claims.marks)
    met = Meeting(a, b, documents, sums)
    links = met.link()
    links += _links("instrument", documents, met.with_document)
    links += _links("claim", sums, met.with_sum)
    links += _repeats(a, b, sums, met)
    if met.odds > -2.0 and (met.known or same_language):
        given = _pairs(
            a.commitments,
            b.commitments,
            lambda one, other: commitments.content(one, other, same_language),
            commitments.marks,
        )
        links += _links("commitment", given, met.with_commitment)
    return links


def _pairs(
    left: Sequence[_P],
    right: Sequence[_P],
    content: Callable[[_P, _P], list[Feature] | None],
    marks: Callable[[_P], Iterable[str]],
) -> list[Pair]:
    """All pairs of parts that can be one."""
    out = []
    for i, j in _candidates(left, right, marks):
        features = content(left[i], right[j])
        if features is not None:
            odds = log_odds(features)
            if odds > _HOPELESS or _nearly(features):
                out.append(Pair(i, j, features, odds))
    return out


def _candidates(
    left: Sequence[_P], right: Sequence[_P], marks: Callable[[_P], Iterable[str]]
) -> Iterable[tuple[int, int]]:
    """Places to compare: all, or where that is too many those that share a mark that is not too common."""
    if len(left) * len(right) <= _MOST_PAIRS:
        return product(range(len(left)), range(len(right)))
    one, other = _marked(left, marks), _marked(right, marks)
    shared = [(one[mark], other[mark]) for mark in one if mark in other]
    return sorted({pair for i, j in shared if len(i) * len(j) <= _MOST_PAIRS for pair in product(i, j)})


def _marked(parts: Sequence[_P], marks: Callable[[_P], Iterable[str]]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        for mark in sorted(set(marks(part))):
            out.setdefault(mark, []).append(place)
    return out


def _links(kind: Kind, pairs: list[Pair], of_event: Callable[[Pair], tuple[Feature, ...]]) -> list[Link]:
    """The links of one kind, rivals weighed."""
    if not pairs:
        return []
    weighed = []
    for pair in pairs:
        more = of_event(pair)
        weighed.append(Pair(pair.left, pair.right, pair.features, pair.odds + log_odds(more), more))
    left, right = _ranked(weighed, 0), _ranked(weighed, 1)
    out = []
    for pair in weighed:
        nearly = kind != "commitment" and _nearly(pair.features)
        if pair.odds < _LEAST and not nearly:
            continue
        rival = _rival(pair.odds, left[pair.left], right[pair.right])
        score = probability(pair.odds + (rival.weight if rival else 0.0))
        if score >= FLOOR or nearly:
            features = (*pair.features, *pair.more, *((rival,) if rival else ()))
            out.append(Link(Part(kind, pair.left), Part(kind, pair.right), score, features))
    return out


def _nearly(features: list[Feature]) -> bool:
    """Whether much of the content speaks for a pair."""
    return sum([feature.weight for feature in features if feature.weight > 0]) > _NEARLY


def _ranked(pairs: list[Pair], side: int) -> dict[int, list[float]]:
    """The log odds of all pairs of each part of one side, the lowest first."""
    out: dict[int, list[float]] = {}
    for pair in pairs:
        out.setdefault(pair.right if side else pair.left, []).append(pair.odds)
    for odds in out.values():
        odds.sort()
    return out


def _rival(odds: float, *ranked: list[float]) -> Feature | None:
    """Whether one of a pair's parts fits another part of the other report as well or better."""
    alike = 1
    for others in ranked:
        if others[-1] > odds + _ALIKE:
            weight = min(weights.RIVAL_BETTER, weights.RIVAL_BETTER_MOST - odds)
            return Feature("rival_better", round(weight, 2))
        alike = max(alike, len(others) - bisect_left(others, odds - _ALIKE))
    if alike == 1:
        return None
    # One of so many that fit alike: no more likely than one in that many.
    most = weights.RIVAL_MOST - log(alike - 1)
    return Feature("rival_equal", round(min(weights.RIVAL_LEAST, most - odds), 2))


def _repeats(a: Digest, b: Digest, sums: list[Pair], met: Meeting) -> list[Link]:
    """Sums that one meeting told and another tells again."""
    if not met.known or met.odds > _OTHER_EVENT:
        return []
    when = _between(a, b)
    out = []
    for pair in sums:
        claim, other = a.claims[pair.left], b.claims[pair.right]
        if (claim.value, claim.about) != (other.value, other.about):
            continue
        features = [weights.REPEAT["prior"], *pair.features[1:], weights.REPEAT["event_other"], when]
        if claims.of_trade(claim):
            features.append(weights.REPEAT["turnover"])
        score = probability(log_odds(features))
        if score >= FLOOR:
            out.append(Link(Part("repeat", pair.left), Part("repeat", pair.right), score, tuple(features)))
    return out


def _between(a: Digest, b: Digest) -> Feature:
    """How long after one another two meetings were, by their dates or those of the reports."""
    stretches = [days(of.event.date if of.event else None) or days(of.published) for of in (a, b)]
    if stretches[0] is None or stretches[1] is None:
        return weights.REPEAT["time_unknown"]
    return weights.REPEAT["time_near" if gap(stretches[0], stretches[1]) <= _REPEAT_DAYS else "time_far"]
