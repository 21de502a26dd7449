"""Clusters of parts: one for each thing reported, whatever order the reports came in.

Average linkage over the scores known: two clusters become one when the mean score of their pairs is high and
at least one pair would be merged by itself; a pair nobody compared counts as even odds. So a report that fits
two visits cannot chain them. What people decided comes first and is never undone by a score.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from mithaq.merging.odds import MERGED

JOINED = 0.75
"""The mean score of all pairs of two clusters from which they become one."""
_DIGITS, _ALIKE = 9, 1e-8
"""Means that agree to so many digits are alike: the order of sums must not matter."""
_UNKNOWN = 0.5
"""What a pair counts that was not compared."""


class Judgement(NamedTuple):
    """What a person decided of two nodes: that they are one thing, or two."""

    left: str
    right: str
    together: bool


class _Known:
    """The scores known between two clusters."""

    __slots__ = ("best", "number", "total")

    def __init__(self, score: float) -> None:
        self.total = self.best = score
        self.number = 1


def cluster(
    nodes: Iterable[str],
    scores: Mapping[tuple[str, str], float],
    judgements: Sequence[Judgement] = (),
    separate: Mapping[str, str] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The nodes in clusters; clusters and the nodes in them sorted.

    ``scores`` are probabilities of pairs ``(a, b)`` with ``a < b``. ``judgements`` always hold; of those that
    contradict each other the later one does. ``separate`` gives the group of a node (its document): two nodes
    of one group share no cluster unless judged together. A pair or judgement of a node that is not among
    ``nodes`` is passed over. The result depends on no order but that of the judgements.
    """
    names = sorted(set(nodes))
    decided = _Decided(names, judgements)
    linkage = _Linkage(decided, names, separate or {})
    for a, b in sorted(scores):
        if a in decided.roots and b in decided.roots:
            linkage.note(decided.root(a), decided.root(b), scores[a, b])
    linkage.join()
    return tuple(sorted(tuple(sorted(members)) for members in linkage.members.values()))


class _Decided:
    """What people decided: a root for the nodes judged together, and the roots judged apart.

    Judgements are taken from the last to the first, and one that contradicts those taken is passed over.
    """

    def __init__(self, names: Iterable[str], judgements: Sequence[Judgement]) -> None:
        self.roots = {name: name for name in names}
        self.apart: dict[str, set[str]] = {}
        for left, right, together in reversed(judgements):
            if left in self.roots and right in self.roots:
                one, other = sorted((self.root(left), self.root(right)))
                self._take(one, other, together)

    def root(self, name: str) -> str:
        """The smallest node that a node is judged together with."""
        root = name
        while self.roots[root] != root:
            root = self.roots[root]
        while name != root:
            self.roots[name], name = root, self.roots[name]
        return root

    def _take(self, one: str, other: str, together: bool) -> None:
        if one == other:
            return
        if not together:
            self.apart.setdefault(one, set()).add(other)
            self.apart.setdefault(other, set()).add(one)
        elif other not in self.apart.get(one, ()):
            self.roots[other] = one
            _rename(self.apart, one, other)


def _rename(apart: dict[str, set[str]], one: str, other: str) -> None:
    """What was apart from a cluster is apart from the one it has become part of."""
    for against in apart.pop(other, set()):
        apart[against].discard(other)
        apart[against].add(one)
        apart.setdefault(one, set()).add(against)


class _Linkage:
    """Clusters by their smallest node, with the scores known between them."""

    def __init__(self, decided: _Decided, names: Iterable[str], groups: Mapping[str, str]) -> None:
        self.members: dict[str, list[str]] = {}
        self._groups: dict[str, set[str]] = {}
        self._near: dict[str, dict[str, _Known]] = {}
        self._apart = decided.apart
        for name in names:
            root = decided.root(name)
            self.members.setdefault(root, []).append(name)
            self._groups.setdefault(root, set())
            if name in groups:
                self._groups[root].add(groups[name])

    def note(self, one: str, other: str, score: float) -> None:
        """Take a score; of nodes judged together it says nothing more."""
        if one != other:
            self._add(one, other, _Known(score))

    def join(self) -> None:
        """Make one of two clusters as long as any two belong together, the closest first.

        The queue has the closest neighbour of each cluster. A mean of means is no higher than the highest, so
        what stands there is never too low but for clusters just made, whose neighbour is sought anew.
        """
        queue = [entry for name in self._near if (entry := self._closest(name))]
        heapify(queue)
        while queue:
            distance, one, other, of = heappop(queue)
            if of not in self.members:
                continue
            fresh = self._closest(of)
            if fresh == (distance, one, other, of):
                self._merge(one, other)
                fresh = self._closest(one)
            if fresh:
                heappush(queue, fresh)

    def _add(self, one: str, other: str, known: _Known) -> None:
        """Take what is known between two clusters into account, in both directions at once."""
        had = self._near.setdefault(one, {}).get(other)
        if had is None:
            self._near[one][other] = known
            self._near.setdefault(other, {})[one] = known
        else:
            had.total += known.total
            had.number += known.number
            had.best = max(had.best, known.best)

    def _closest(self, name: str) -> tuple[float, str, str, str] | None:
        """The neighbour a cluster belongs with most: less the mean score, the two by name, whose it is."""
        size, groups, apart = len(self.members[name]), self._groups[name], self._apart.get(name, ())
        closest, least = None, JOINED
        for other, known in self._near.get(name, {}).items():
            if known.best < MERGED:
                continue
            pairs = size * len(self.members[other])
            mean = (known.total + _UNKNOWN * (pairs - known.number)) / pairs
            if mean < least - _ALIKE or other in apart or not groups.isdisjoint(self._groups[other]):
                continue
            far = -round(mean, _DIGITS)
            entry = (far, name, other, name) if name < other else (far, other, name, name)
            if -far >= JOINED and (closest is None or entry < closest):
                closest, least = entry, mean
        return closest

    def _merge(self, one: str, other: str) -> None:
        """Put a cluster into the one with the smaller first node."""
        self.members[one] += self.members.pop(other)
        self._groups[one] |= self._groups.pop(other)
        _rename(self._apart, one, other)
        for against, known in self._near.pop(other).items():
            del self._near[against][other]
            if against != one:
                self._add(one, against, known)
