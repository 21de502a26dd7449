"""Two readings compared: which of their parts are one thing, with what spoke for and against.

The parts are compared by what is said of them alone; the meeting is then weighed with the documents and sums
both reports tell of, and each document, sum and commitment with the meeting, its own share taken out, so that
nothing speaks for itself. Last, a part for which another part of the same report fits better is marked down.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from mithaq.merging import claims, commitments, events, instruments, weights
from mithaq.merging.digest import ClaimPart, CommitmentPart, Digest, InstrumentPart
from mithaq.merging.link import Feature, Kind, Link, Part
from mithaq.merging.odds import log_odds, probability
from mithaq.merging.times import days, gap

FLOOR = 0.1
"""Links less likely are not kept, unless much spoke for them and something clear against."""
_NEARLY = 3.0
"""A pair below the floor whose content has more than this for it is a contradiction clustering must know."""
_REPEAT_DAYS = 548
"""Money told again within eighteen months can be the same money."""
_OTHER_EVENT = -1.0
_SURE, _LIKELY, _MAYBE = 1.0, -0.6, -1.6
"""Log odds of two documents by their content from which they speak for the meeting."""


class _Pair(NamedTuple):
    """Two parts, by their places, and what their content says; ``more`` is what the meeting adds."""

    left: int
    right: int
    features: list[Feature]
    odds: float
    more: tuple[Feature, ...] = ()


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
    met = _Meeting(a, b, documents, sums)
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
) -> list[_Pair]:
    """All pairs of parts that can be one."""
    out = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            features = content(one, other)
            if features is not None:
                out.append(_Pair(i, j, features, log_odds(features)))
    return out


class _Meeting:
    """The meetings of two readings, weighed with and without each document and sum.

    ``odds`` are the log odds that they are one; 0 where a reading tells of none, ``known`` is False then.
    """

    def __init__(self, a: Digest, b: Digest, documents: list[_Pair], sums: list[_Pair]) -> None:
        self._left, self._right = a, b
        self._documents, self._sums = documents, sums
        features = events.content(a, b)
        self.known = features is not None
        self._features = features or []
        self._alone = log_odds(self._features)
        self._of_document = self._shares(documents, self._document) if self.known else {}
        self._of_sum = self._shares(sums, self._sum) if self.known else {}
        self._told = sum(self._of_document.values())
        self._paid = sum(self._of_sum.values())
        self.odds = self._weigh(0.0, 0.0)

    def link(self) -> list[Link]:
        """The link between the meetings, also where it is clearly none: clustering must know."""
        if not self.known:
            return []
        features = list(self._features)
        documents = self._documents_weight(self._told)
        if documents:
            features.append(Feature("documents", round(documents, 2)))
        if self._paid:
            features.append(Feature("sums", round(min(weights.SUMS_MOST, self._paid), 2)))
        part = Part("event", 0)
        return [Link(part, part, probability(self.odds), tuple(features))]

    def with_document(self, pair: _Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of documents; those in force are told of at any meeting."""
        left, right = self._left.instruments[pair.left], self._right.instruments[pair.right]
        if not self.known or instruments.background(left) or instruments.background(right):
            return ()
        odds = self._weigh(self._of_document.get((pair.left, pair.right), 0.0), 0.0)
        if odds < 0 and left.status != right.status:
            # What one meeting announced another may have signed.
            odds /= 3
        return _share(odds)

    def with_sum(self, pair: _Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of sums."""
        return _share(self._weigh(0.0, self._of_sum.get((pair.left, pair.right), 0.0))) if self.known else ()

    def with_commitment(self, _: _Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of commitments."""
        return _share(self.odds) if self.known else ()

    def _weigh(self, document: float, paid: float) -> float:
        """The log odds without what one document and one sum said."""
        if not self.known:
            return 0.0
        documents = self._documents_weight(self._told - document)
        return self._alone + documents + min(weights.SUMS_MOST, self._paid - paid)

    def _documents_weight(self, told: float) -> float:
        if told > 1e-9:
            return min(weights.DOCUMENTS_MOST, told)
        enough = min(len(self._left.instruments), len(self._right.instruments)) > 1
        return weights.DOCUMENTS_NONE if enough and not self._of_document else 0.0

    @staticmethod
    def _shares(pairs: list[_Pair], share: Callable[[_Pair], float]) -> dict[tuple[int, int], float]:
        """What each pair says for the meeting, no part being counted twice."""
        out: dict[tuple[int, int], float] = {}
        left: set[int] = set()
        right: set[int] = set()
        for pair in sorted(pairs, key=lambda pair: (-pair.odds, pair.left, pair.right)):
            if pair.left in left or pair.right in right:
                continue
            weight = share(pair)
            if weight:
                out[pair.left, pair.right] = weight
                left.add(pair.left)
                right.add(pair.right)
        return out

    def _document(self, pair: _Pair) -> float:
        one, other = self._left.instruments[pair.left], self._right.instruments[pair.right]
        if instruments.background(one) or instruments.background(other):
            return 0.0
        for limit, weight in (
            (_SURE, weights.DOCUMENT_SURE),
            (_LIKELY, weights.DOCUMENT_LIKELY),
            (_MAYBE, weights.DOCUMENT_MAYBE),
        ):
            if pair.odds >= limit:
                return weight
        return 0.0

    def _sum(self, pair: _Pair) -> float:
        claim = self._left.claims[pair.left]
        if pair.odds <= 0 or claims.digits(claim.value) < 2:
            return 0.0
        return weights.SUM_OF_TRADE if claims.of_trade(claim) else weights.SUM_OF_DEAL


def _share(odds: float) -> tuple[Feature, ...]:
    """The part of the meeting's log odds that its documents, sums and commitments get."""
    weight = max(-weights.EVENT_MOST, min(weights.EVENT_MOST, weights.EVENT_SHARE * odds))
    return (Feature("event", round(weight, 2)),)


def _links(kind: Kind, pairs: list[_Pair], of_event: Callable[[_Pair], tuple[Feature, ...]]) -> list[Link]:
    """The links of one kind, rivals weighed."""
    weighed = []
    for pair in pairs:
        more = of_event(pair)
        weighed.append(_Pair(pair.left, pair.right, pair.features, pair.odds + log_odds(more), more))
    out = []
    for pair, rival in zip(weighed, _rivals(weighed), strict=True):
        score = probability(pair.odds + (rival.weight if rival else 0.0))
        if score >= FLOOR or _nearly(pair.features):
            features = (*pair.features, *pair.more, *((rival,) if rival else ()))
            out.append(Link(Part(kind, pair.left), Part(kind, pair.right), score, features))
    return out


def _nearly(features: list[Feature]) -> bool:
    """Whether much of the content speaks for a pair."""
    return sum([feature.weight for feature in features if feature.weight > 0]) > _NEARLY


def _rivals(pairs: list[_Pair]) -> list[Feature | None]:
    """For each pair, whether one of its parts fits another part of the other report as well or better."""
    best: dict[tuple[str, int], list[float]] = {}
    for pair in pairs:
        for side in (("left", pair.left), ("right", pair.right)):
            best.setdefault(side, []).append(pair.odds)
    for odds in best.values():
        odds.sort(reverse=True)
    return [_rival(pair, best["left", pair.left], best["right", pair.right]) for pair in pairs]


def _rival(pair: _Pair, left: list[float], right: list[float]) -> Feature | None:
    other = max((odds[odds[0] == pair.odds] for odds in (left, right) if len(odds) > 1), default=None)
    if other is None:
        return None
    if other > pair.odds + 1.0:
        return weights.RIVAL_BETTER
    return weights.RIVAL_EQUAL if other >= pair.odds - 0.5 else None


def _repeats(a: Digest, b: Digest, sums: list[_Pair], met: _Meeting) -> list[Link]:
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
