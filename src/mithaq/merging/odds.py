"""From what spoke for and against to a probability, and from a probability to what is done."""

from collections.abc import Iterable
from math import exp

from mithaq.merging.link import Feature, Outcome

MERGED = 0.85
"""From here on two things are one without anybody being asked."""
APART = 0.3
"""Below, they are two; from here to :data:`MERGED` a person decides."""


def outcome(score: float) -> Outcome:
    """What is done about a score. Both thresholds were chosen on the pairs of tests/merging."""
    if score >= MERGED:
        return "merged"
    return "apart" if score < APART else "open"


def log_odds(features: Iterable[Feature]) -> float:
    """The sum of the weights, the prior among them."""
    return sum([feature.weight for feature in features])


def probability(odds: float) -> float:
    """The probability of log odds, rounded so that no machine writes another last digit."""
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds)))), 6)
