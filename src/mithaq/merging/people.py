"""People: one person under names of four scripts, in one office or, later, in another."""

import re
from functools import lru_cache
from itertools import combinations

from mithaq.languages.skeleton import skeleton
from mithaq.merging.digest import PersonForm
from mithaq.merging.link import Feature
from mithaq.merging.odds import log_odds, probability
from mithaq.merging.weights import PERSON

_SINGLE = frozenset(
    ("head_of_state", "head_of_government", "foreign_minister", "monarch", "crown_prince", "speaker")
)
"""Offices that one person of a state holds at a time."""
_NOWHERE = "XX"
_SHORT = 3
"""Words with fewer consonants are not taken for one another when they differ."""
_SON_OF = re.compile(r"\s(?:bin|ibn|ben|бин|ибн|бен|بن|bint)\s", re.IGNORECASE)


def block_keys(form: PersonForm) -> tuple[str, ...]:
    """Keys of which two forms share one when they may be one person, sorted.

    Two words of the name and the state; or one word, the state and the office.
    """
    words = [word for word in skeleton(form.name) if len(word) > 1]
    country = form.country or _NOWHERE
    found = {f"{country}|{form.office}|{word}" for word in words}
    found.update(f"{country}|{'+'.join(sorted(two))}" for two in combinations(words, 2))
    found.add(f"{country}|{''.join(skeleton(form.name))}")
    if form.country:
        found.update(f"{_NOWHERE}|{'+'.join(sorted(two))}" for two in combinations(words, 2))
    return tuple(sorted(found))


def compare_people(a: PersonForm, b: PersonForm) -> tuple[float, tuple[Feature, ...]]:
    """The probability in [0, 1] that two forms are one person, and what spoke for and against."""
    name = _names(a.name, b.name)
    features = [PERSON["prior"], name]
    if a.language == b.language and name.weight > 0 and not _spelled_alike(a.latin, b.latin):
        features.append(PERSON["spelling_other"])
    if a.country and b.country:
        features.append(PERSON["country_same" if a.country == b.country else "country_other"])
    features.append(_offices(a, b, name))
    return probability(log_odds(features)), tuple(features)


def _offices(a: PersonForm, b: PersonForm, name: Feature) -> Feature:
    if a.office == b.office:
        return PERSON["office_single" if a.office in _SINGLE else "office_same"]
    return PERSON["office_other_surname" if name is PERSON["name_surname"] else "office_other"]


@lru_cache(maxsize=1 << 16)
def _names(left: str, right: str) -> Feature:
    """What two names say."""
    one, other = skeleton(left), skeleton(right)
    if not one or not other:
        return PERSON["name_other"]
    if "".join(one) == "".join(other):
        return PERSON["name_same" if len("".join(one)) > _SHORT else "name_surname"]
    given, against = _given(left), _given(right)
    if _of_father(given, against, other) or _of_father(against, given, one):
        return PERSON["name_other_first"]
    return _in_part(one, other)


def _in_part(one: tuple[str, ...], other: tuple[str, ...]) -> Feature:
    """What two names say of which one has words the other lacks, or spells them otherwise."""
    shared = _shared(one, other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        rest = 0 if shared else _near(one, other)
        return PERSON["name_surname" if shared or rest else "name_other"]
    if shared == len(shorter):
        return PERSON["name_part" if longer[0] in shorter else "name_later"]
    if shared and shared + _near(one, other) >= len(shorter):
        return PERSON["name_near"]
    return PERSON["name_other_first" if shared else "name_other"]


def _of_father(given: tuple[str, ...], against: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is X bin Y and the other Y: father and son share all but the first word."""
    return bool(given) and len(other) > 1 and not set(given) & set(against or other)


def _given(name: str) -> tuple[str, ...]:
    """The words before the first bin, ibn, bint; empty where there is none."""
    parts = _SON_OF.split(name, maxsplit=1)
    return skeleton(parts[0]) if len(parts) > 1 else ()


def _shared(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    rest = list(right)
    for word in left:
        if word in rest:
            rest.remove(word)
    return len(right) - len(rest)


def _near(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """How many of the words not shared are one letter from a word of the other name."""
    one = [word for word in left if word not in right]
    other = [word for word in right if word not in left]
    return sum(1 for word in one if any(_one_letter_off(word, against) for against in other))


def _one_letter_off(left: str, right: str) -> bool:
    """Whether one letter more, less or another makes one word of the other; words short words never."""
    if min(len(left), len(right)) < _SHORT or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    one, other = left[start:], right[start:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _spelled_alike(left: str, right: str) -> bool:
    """Whether two names of one language share the beginning of their longest words, vowels and all."""
    words = [word for word in left.lower().split() if len(word) > 2]
    others = [word for word in right.lower().split() if len(word) > 2]
    return not words or not others or any(_begins(word, other) for word in words for other in others)


def _begins(left: str, right: str) -> bool:
    """Whether two words agree up to their endings."""
    same = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same += 1
    return same >= min(5, len(left), len(right)) - (len(left) > 4)
