"""Bodies: those of one key are one; near keys of one state wait for a person.

A ministry of industry and one of industry and construction can be one ministry told of in part, the same
ministry before and after a reform, or two. No report says which, so nothing but its key merges a body.
"""

from dataclasses import dataclass

from mithaq.languages.skeleton import skeleton
from mithaq.merging.keys import UNKNOWN, Key, kinds_near, named_alike, parsed
from mithaq.merging.link import Feature
from mithaq.merging.odds import MERGED, log_odds, probability
from mithaq.merging.weights import BODY
from mithaq.merging.words import alike, stems

_LIKELY = round(MERGED - 0.01, 2)
"""What two different keys reach at most: the highest score at which a person is still asked."""


@dataclass(frozen=True, slots=True)
class BodyForm:
    """A body as one report names it.

    ``key`` is its language-independent identity, ``kind`` and ``portfolio`` codes, ``country`` and
    ``subdivision`` ISO 3166, ``name`` as written, in ``language``; both empty where only the key is known.
    """

    key: str
    kind: str
    portfolio: tuple[str, ...]
    country: str | None
    subdivision: str | None
    name: str
    language: str


def block_keys(form: BodyForm) -> tuple[str, ...]:
    """Keys of which two forms share one when they may be one body, sorted."""
    key = parsed(form.key)
    found = {form.key}
    found.update(f"{key.state}|{code}" for code in key.portfolio)
    found.update(f"{key.state}|{key.kind}|{word[:3]}" for word in _named(form, key) | key.words)
    return tuple(sorted(found))


def compare_bodies(a: BodyForm, b: BodyForm) -> tuple[float, tuple[Feature, ...]]:
    """The probability in [0, 1] that two forms are one body, and what spoke for and against.

    Only one key makes one body: other pairs score below the threshold for merging, however alike. Bodies
    whose state is not told are never compared with those of a state.
    """
    if a.key == b.key:
        features = [BODY["prior"], BODY["key_same"]]
        return probability(log_odds(features)), tuple(features)
    left, right = parsed(a.key), parsed(b.key)
    if left.state != right.state or left.state == UNKNOWN:
        return 0.0, (BODY["prior"],)
    if left.subdivision and right.subdivision and left.subdivision != right.subdivision:
        return 0.0, (BODY["prior"],)
    features = [BODY["prior"], _kinds(left.kind, right.kind)]
    if left.subdivision != right.subdivision:
        features.append(BODY["place_one_sided"])
    features += _portfolios(left, right)
    features += _names(a, b)
    return min(_LIKELY, probability(log_odds(features))), tuple(features)


def _kinds(left: str, right: str) -> Feature:
    if left == right:
        return BODY["kind_same"]
    return BODY["kind_near" if kinds_near(left, right) else "kind_other"]


def _portfolios(left: Key, right: Key) -> list[Feature]:
    one, other = left.portfolio, right.portfolio
    if not (one and other):
        return []
    if one == other:
        return [BODY["portfolio_same"]]
    if one <= other or other <= one:
        return [BODY["portfolio_part"]]
    return [BODY["portfolio_overlap" if one & other else "portfolio_other"]]


def _names(a: BodyForm, b: BodyForm) -> list[Feature]:
    """What the names say: in one language their words, across languages the skeletons of a proper name."""
    if a.name and b.name and a.language == b.language:
        share = alike(stems(a.name), stems(b.name))
    else:
        left, right = parsed(a.key).words, parsed(b.key).words
        if not (left and right):
            return []
        share = 0.5 if named_alike(left, right) else 0.0
    if share >= 0.75:
        return [BODY["name_same"]]
    if share >= 0.5:
        return [BODY["name_near"]]
    return [BODY["name_some" if share >= 0.25 else "name_other"]]


def _named(form: BodyForm, key: Key) -> frozenset[str]:
    """The skeletons of the name as written, where the key has no portfolio."""
    return frozenset() if key.portfolio else frozenset(word for word in skeleton(form.name) if len(word) > 2)
