"""Two sums told of: whether they are one, and whether one repeats the other at a later meeting."""

from functools import lru_cache

from mithaq.merging.digest import ClaimPart
from mithaq.merging.link import Feature
from mithaq.merging.weights import CLAIM

_NEAR = (
    frozenset(("agreements", "investment", "project", "other")),
    frozenset(("loan", "grant", "project", "other")),
    frozenset(("trade_turnover", "other")),
    frozenset(("exports", "other")),
    frozenset(("imports", "other")),
)
_TRADE = frozenset(("trade_turnover", "exports", "imports"))
_CLOSE = 0.25
"""Sums further from each other than this share of the larger are two."""
_ROUNDED = 0.03
"""What "about" and "over" may leave out."""


def content(left: ClaimPart, right: ClaimPart) -> list[Feature] | None:
    """What speaks for two sums being one, the meetings aside; None where nothing can make them one."""
    if left.currency != right.currency:
        return None
    value = _value(left, right)
    if value is None:
        return None
    return [CLAIM["prior"], value, _about(left.about, right.about), *_target(left.by, right.by)]


def marks(claim: ClaimPart) -> list[str]:
    """What two sums of very long lists must share to be compared."""
    return [f"{claim.value:.15g}|{claim.currency}"]


def of_trade(claim: ClaimPart) -> bool:
    """Whether a sum is a figure of trade, which every report of a year tells."""
    return claim.about in _TRADE


@lru_cache(maxsize=1 << 14)
def digits(value: float) -> int:
    """Significant digits of a sum: 1 for a round billion, 3 for 352 million."""
    return len(str(round(abs(value) * 100)).strip("0")) or 1


def _value(left: ClaimPart, right: ClaimPart) -> Feature | None:
    one, other = left.value, right.value
    if one == other:
        told = digits(one)
        return CLAIM["value_exact" if told > 2 else "value_same" if told == 2 else "value_round"]
    apart = abs(one - other) / max(abs(one), abs(other), 1)
    if apart > _CLOSE:
        return None
    if apart <= _ROUNDED and (left.qualifier != "exact" or right.qualifier != "exact"):
        return CLAIM["value_round"]
    larger, smaller = (left, right) if one > other else (right, left)
    open_end = smaller.qualifier == "over" or larger.qualifier == "up_to"
    if open_end:
        return CLAIM["value_over"]
    # Of one meeting there is one total: two that are close are one, told differently.
    total = left.about == right.about == "agreements"
    return CLAIM["value_total_near" if total else "value_near"]


@lru_cache(maxsize=1024)
def _about(left: str, right: str) -> Feature:
    if left == right:
        return CLAIM["about_same"]
    return CLAIM["about_near" if any(left in near and right in near for near in _NEAR) else "about_other"]


def _target(left: str | None, right: str | None) -> tuple[Feature, ...]:
    if left is None and right is None:
        return ()
    if left is None or right is None:
        return (CLAIM["target_one_sided"],)
    return (CLAIM["target_same" if left[:4] == right[:4] else "target_other"],)
