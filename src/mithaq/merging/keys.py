"""The keys of bodies, taken apart: state, kind, and portfolio or name (record format, ``key``)."""

from dataclasses import dataclass
from functools import cache, lru_cache

from mithaq.languages.skeleton import skeleton
from mithaq.lists import countries, portfolios, sectors

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
_GENERAL = frozenset(("government", "parliament", "organisation", "union"))
_PLACES = frozenset(("region", "region_administration", "city", "city_administration"))
_BEGINNING, _ENDING = 3, 2
_GENERIC = (
    "university universitet universitesi institute institut academy akademiya center centre tsentr markaz",
    "company companies kompaniya kompanii shrka sharika bank fund fond snduq national natsionalnyy al-watani",
    "state gosudarstvennyy gosudarstvennaya public international mezhdunarodnyy agency agentstvo corporation",
    "ministry joint stock limited co llc jsc ao ooo of the and for wtni wtnia museum muzey theatre library",
)
"""Words of proper names that say what a body is, not which."""
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
    words = frozenset(word for word in skeleton(rest) if len(word) > 1 and not _of_state(word, state))
    return Key(state, subdivision or None, kind, frozenset(), words - _generic())


def named_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two proper names share a word, or the beginning of one that another language makes longer."""
    return any(
        one == other
        or (min(len(one), len(other)) >= _BEGINNING and (one.startswith(other) or other.startswith(one)))
        for one in left
        for other in right
    )


def _of_state(word: str, state: str) -> bool:
    """Whether a word names the state or is made of its name: Egyptian, al-tunsia."""
    return any(word.startswith(name) and len(word) <= len(name) + _ENDING for name in _state_names(state))


@cache
def _state_names(state: str) -> tuple[str, ...]:
    """The skeletons of a state's name in the languages of the interface, where it is one word."""
    row = countries().get(state)
    names = [skeleton(label) for label in row.labels.values()] if row else []
    return tuple(sorted({name[0] for name in names if len(name) == 1 and len(name[0]) > 1}))


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for name in _GENERIC for word in skeleton(name))


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
        return named_alike(one.words, other.words)
    return one.kind == other.kind and (one.kind in _VAGUE or not (one.words or other.words))


@lru_cache(maxsize=1 << 16)
def contrary(left: str, right: str) -> bool:
    """Whether two keys of one state are of two bodies for sure: kinds, portfolios or places share nothing.

    Proper names say nothing here: two scripts spell one company in two ways.
    """
    one, other = parsed(left), parsed(right)
    if near(left, right) or one.state != other.state or {one.kind, other.kind} & _GENERAL:
        return False
    if one.portfolio and other.portfolio:
        return not one.portfolio & other.portfolio
    if one.kind == other.kind:
        return one.kind in _PLACES
    return not kinds_near(one.kind, other.kind)
