"""Two readings compared: which of their parts are one thing, with what spoke for and against.

The parts are compared by what is said of them alone; the meeting is then weighed with the documents and sums
both reports tell of, and each document, sum and commitment with the meeting, its own share taken out, so that
nothing speaks for itself. Last, a part for which another part of the same report fits better is marked down.
"""

from collections.abc import Callable, Sequence
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
        a.instruments, b.instruments, lambda one, other: instruments.content(one, other, same_language)
    )
    sums = _pairs(a.claims, b.claims, claims.content)
    met = Meeting(a, b, documents, sums)
    links = met.link()
    links += _links("instrument", documents, met.with_document)
    links += _links("claim", sums, met.with_sum)
    links += _repeats(a, b, sums, met)
    if met.odds > -2.0 and (met.known or same_language):
        given = _pairs(
            a.commitments, b.commitments, lambda one, other: commitments.content(one, other, same_language)
        )
        links += _links("commitment", given, met.with_commitment)
    return links


def _pairs(
    left: Sequence[_P], right: Sequence[_P], content: Callable[[_P, _P], list[Feature] | None]
) -> list[Pair]:
    """All pairs of parts that can be one."""
    out = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            features = content(one, other)
            if features is not None:
                odds = log_odds(features)
                if odds > _HOPELESS or _nearly(features):
                    out.append(Pair(i, j, features, odds))
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
        nearly = _nearly(pair.features)
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
    """The log odds of all pairs of each part of one side, the highest first."""
    out: dict[int, list[float]] = {}
    for pair in pairs:
        out.setdefault(pair.right if side else pair.left, []).append(pair.odds)
    for odds in out.values():
        odds.sort(reverse=True)
    return out


def _rival(odds: float, *ranked: list[float]) -> Feature | None:
    """Whether one of a pair's parts fits another part of the other report as well or better."""
    others = [best[best[0] == odds] for best in ranked if len(best) > 1]
    other = max(others) if others else None
    if other is None or other < odds - _ALIKE:
        return None
    if other > odds + _ALIKE:
        return weights.RIVAL_BETTER
    return Feature("rival_equal", round(min(weights.RIVAL_LEAST, weights.RIVAL_MOST - odds), 2))


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
