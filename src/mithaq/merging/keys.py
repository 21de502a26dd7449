"""The keys of bodies, taken apart: state, kind, and portfolio or name (record format, ``key``)."""

from dataclasses import dataclass
from functools import cache, lru_cache

from mithaq.languages.skeleton import skeleton
from mithaq.lists import portfolios, sectors

UNKNOWN = "XX"
"""The state of a body whose state the text does not give."""
_KINDS_NEAR = (
    frozenset(("ministry", "agency", "committee", "commission", "council")),
    frozenset(("company", "bank", "fund", "agency", "organisation")),
    frozenset(("university", "institute", "museum", "organisation", "agency")),
    frozenset(("region", "region_administration")),
    frozenset(("city", "city_administration")),
    frozenset(("company", "chamber", "organisation", "media")),
)
_VAGUE = frozenset(("ministry", "government"))
"""Kinds that are told without what they are of."""


@dataclass(frozen=True, slots=True)
class Key:
    """A body key: ``portfolio`` codes, or ``words``, the skeletons of the proper name; both may be empty."""

    state: str
    subdivision: str | None
    kind: str
    portfolio: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1 << 16)
def parsed(key: str) -> Key:
    """A body key taken apart."""
    where, kind, rest = (*key.split("/", 2), "", "")[:3]
    state, _, subdivision = where.partition("-")
    codes = frozenset(rest.split("+")) if rest else frozenset[str]()
    if codes <= _codes():
        return Key(state, subdivision or None, kind, codes, frozenset())
    words = frozenset(word for word in skeleton(rest) if len(word) > 1)
    return Key(state, subdivision or None, kind, frozenset(), words)


@cache
def _codes() -> frozenset[str]:
    return frozenset(portfolios()) | frozenset(sectors())


def kinds_near(left: str, right: str) -> bool:
    """Whether reports call one body by either kind."""
    return any(left in family and right in family for family in _KINDS_NEAR)


@lru_cache(maxsize=1 << 16)
def near(left: str, right: str) -> bool:
    """Whether two different keys can be of one body: a portfolio told in part, a region left out."""
    one, other = parsed(left), parsed(right)
    if one.state != other.state and UNKNOWN not in (one.state, other.state):
        return False
    if one.subdivision and other.subdivision and one.subdivision != other.subdivision:
        return False
    if one.kind != other.kind and not kinds_near(one.kind, other.kind):
        return False
    if one.portfolio and other.portfolio:
        return one.portfolio <= other.portfolio or other.portfolio <= one.portfolio
    if one.words and other.words:
        return bool(one.words & other.words)
    return one.kind == other.kind and (one.kind in _VAGUE or not (one.words or other.words))


@lru_cache(maxsize=1 << 16)
def contrary(left: str, right: str) -> bool:
    """Whether two keys are of two bodies for sure: one state, and portfolios or places that share nothing.

    Proper names say nothing here: two scripts spell one company in two ways.
    """
    one, other = parsed(left), parsed(right)
    if near(left, right) or one.state != other.state:
        return False
    if one.portfolio and other.portfolio:
        return not one.portfolio & other.portfolio
    return one.kind == other.kind and one.kind.endswith("_administration")
