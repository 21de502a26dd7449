"""Two commitments: in one language by their words, across languages by what they are about."""

from mithaq.merging.digest import CommitmentPart
from mithaq.merging.link import Feature
from mithaq.merging.weights import COMMITMENT
from mithaq.merging.words import alike, numbers, stems

_SOME, _MANY = 3, 5
"""So many sectors in the same list are hardly chance."""


def content(left: CommitmentPart, right: CommitmentPart, same_language: bool) -> list[Feature] | None:
    """What speaks for two commitments being one, the meetings aside; None where they cannot be one."""
    sectors = _sectors(set(left.sectors), set(right.sectors))
    if same_language:
        words = _words(left.text, right.text)
        if words is None and sectors.weight <= 0:
            return None
    else:
        words = None
        if sectors.weight < 0:
            return None
    out = [COMMITMENT["prior"], sectors, _modality(left.modality, right.modality)]
    if words:
        out.append(words)
    out.append(COMMITMENT["actors_same" if set(left.actors) == set(right.actors) else "actors_other"])
    if left.due and right.due:
        agree = left.due.startswith(right.due) or right.due.startswith(left.due)
        out.append(COMMITMENT["due_same" if agree else "due_other"])
    one, other = numbers(left.text), numbers(right.text)
    if one and other:
        out.append(COMMITMENT["numbers_same" if one & other else "numbers_other"])
    return out


def marks(part: CommitmentPart) -> list[str]:
    """What two commitments of very long lists must share one of to be compared."""
    return [part.text, "+".join(sorted(part.sectors)), *numbers(part.text)]


def _words(left: str, right: str) -> Feature | None:
    share = alike(stems(left), stems(right))
    if share >= 0.7:
        return COMMITMENT["words_same"]
    if share >= 0.4:
        return COMMITMENT["words_near"]
    if share >= 0.2:
        return COMMITMENT["words_some"]
    return COMMITMENT["words_other"] if share < 0.08 else None


def _sectors(left: set[str], right: set[str]) -> Feature:
    both = left & right
    if left == right:
        if len(left) < _SOME:
            return COMMITMENT["sectors_same"]
        return COMMITMENT["sectors_many_same" if len(left) >= _MANY else "sectors_some_same"]
    if not both:
        return COMMITMENT["sectors_other"]
    if 2 * len(both) <= len(left | right):
        return COMMITMENT["sectors_overlap"]
    return COMMITMENT["sectors_some_same" if len(both) > _SOME else "sectors_same"]


def _modality(left: str, right: str) -> Feature:
    return COMMITMENT["modality_same" if left == right else "modality_other"]
