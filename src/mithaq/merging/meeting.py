"""The meetings of two readings, weighed with the documents and sums both tell of."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mithaq.merging import claims, events, instruments, weights
from mithaq.merging.digest import Digest
from mithaq.merging.link import Feature, Link, Part
from mithaq.merging.odds import log_odds, probability

_SPEAKS = (
    (3.0, weights.DOCUMENT_CERTAIN),
    (1.0, weights.DOCUMENT_SURE),
    (-0.6, weights.DOCUMENT_LIKELY),
    (-1.6, weights.DOCUMENT_MAYBE),
)
"""Log odds of two documents by their content from which they say so much for the meeting."""


class Pair(NamedTuple):
    """Two parts, by their places, and what their content says; ``more`` is what the meeting adds."""

    left: int
    right: int
    features: list[Feature]
    odds: float
    more: tuple[Feature, ...] = ()


class Meeting:
    """The meetings of two readings, weighed with and without each document and sum.

    ``odds`` are the log odds that they are one; 0 where a reading tells of none, ``known`` is False then.
    """

    def __init__(self, a: Digest, b: Digest, documents: Sequence[Pair], sums: Sequence[Pair]) -> None:
        self._left, self._right = a, b
        features = events.content(a, b)
        self.known = features is not None
        self.odds = 0.0
        if features is None:
            return
        self._features = features
        self._alone = log_odds(features)
        self._earlier = (_earlier(a), _earlier(b))
        self._of_document = _shares(documents, self._document)
        self._of_sum = _shares(sums, self._sum)
        self._told = sum(self._of_document.values())
        self._paid = sum(self._of_sum.values())
        self.odds = self._without(0.0, 0.0)
        self._whole = _share(self.odds, weights.EVENT_LEAST)

    def link(self) -> list[Link]:
        """The link between the meetings, also where it is clearly none: clustering must know."""
        if not self.known:
            return []
        features = list(self._features)
        documents = self._documents(self._told)
        if documents:
            features.append(Feature("documents", round(documents, 2)))
        if self._paid:
            features.append(Feature("sums", round(min(weights.SUMS_MOST, self._paid), 2)))
        part = Part("event", 0)
        return [Link(part, part, probability(self.odds), tuple(features))]

    def with_document(self, pair: Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of documents; those of earlier days are told of at any meeting."""
        if not self.known or self._background(pair):
            return ()
        own = self._of_document.get((pair.left, pair.right))
        odds = self._without(own, 0.0) if own else self.odds
        if odds < 0:
            left, right = self._left.instruments[pair.left], self._right.instruments[pair.right]
            if instruments.steps(left.status, right.status):
                return (weights.EVENT_LATER,)
        return _share(odds, weights.EVENT_LEAST) if own else self._whole

    def with_sum(self, pair: Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of sums."""
        if not self.known:
            return ()
        return _share(self._without(0.0, self._of_sum.get((pair.left, pair.right), 0.0)), -weights.EVENT_MOST)

    def with_commitment(self, _: Pair) -> tuple[Feature, ...]:
        """What the meeting says of a pair of commitments."""
        return self._whole if self.known else ()

    def _without(self, document: float, paid: float) -> float:
        """The log odds without what one document and one sum said."""
        return (
            self._alone + self._documents(self._told - document) + min(weights.SUMS_MOST, self._paid - paid)
        )

    def _documents(self, told: float) -> float:
        if told > 1e-9:
            return min(weights.DOCUMENTS_MOST, told)
        both = self._left.instruments and self._right.instruments
        return weights.DOCUMENTS_NONE if both and not self._of_document else 0.0

    def _background(self, pair: Pair) -> bool:
        """Whether either report tells of the document as one of earlier days."""
        return self._earlier[0][pair.left] or self._earlier[1][pair.right]

    def _document(self, pair: Pair) -> float:
        if pair.odds < _SPEAKS[-1][0] or self._background(pair):
            return 0.0
        return next(weight for limit, weight in _SPEAKS if pair.odds >= limit)

    def _sum(self, pair: Pair) -> float:
        claim = self._left.claims[pair.left]
        if pair.odds <= 0 or claims.digits(claim.value) < 2:
            return 0.0
        return weights.SUM_OF_TRADE if claims.of_trade(claim) else weights.SUM_OF_DEAL


def _earlier(digest: Digest) -> list[bool]:
    """Of each document, whether it is told of as one of earlier days."""
    met = digest.event.date if digest.event else None
    return [instruments.background(part, met) for part in digest.instruments]


def _shares(pairs: Sequence[Pair], share: Callable[[Pair], float]) -> dict[tuple[int, int], float]:
    """What each pair says for the meeting, no part being counted twice."""
    out: dict[tuple[int, int], float] = {}
    left: set[int] = set()
    right: set[int] = set()
    for pair in sorted(pairs, key=_best_first):
        if pair.left not in left and pair.right not in right and (weight := share(pair)):
            out[pair.left, pair.right] = weight
            left.add(pair.left)
            right.add(pair.right)
    return out


def _best_first(pair: Pair) -> tuple[float, int, int]:
    return -pair.odds, pair.left, pair.right


def _share(odds: float, least: float) -> tuple[Feature, ...]:
    """The part of the meeting's log odds that its documents, sums and commitments get."""
    return (Feature("event", round(max(least, min(weights.EVENT_MOST, weights.EVENT_SHARE * odds)), 2)),)
