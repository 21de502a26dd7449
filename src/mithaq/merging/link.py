"""Links: what two parts of two readings have in common, and how much that says."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["event", "instrument", "claim", "commitment", "repeat"]
"""What is linked. ``repeat`` is money told again at another event: two claims, one sum to be counted once."""
Outcome = Literal["merged", "apart", "open"]


class Part(NamedTuple):
    """A part of a reading: its kind, and its place in the digest's list of that kind (0 for the event).

    The place of a ``repeat`` is that of the claim.
    """

    kind: Kind
    place: int


class Feature(NamedTuple):
    """What spoke for (weight above 0) or against (below 0), in log odds; weights add up with the prior."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two parts of two readings compared. ``score`` is the probability in [0, 1] that they are one thing."""

    left: Part
    right: Part
    score: float
    features: tuple[Feature, ...]

    def mirrored(self) -> "Link":
        """The same link, seen from the other side."""
        return Link(self.right, self.left, self.score, self.features)
