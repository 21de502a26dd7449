"""Which states the report is about, and which state a word or a place belongs to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    MEETING,
    OFFICE,
    OUTLET,
    PLACE,
    RELATION,
    STATE,
    STATUS,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE, HEADING, TITLE
from mithaq.reading.mention import Mention

ORGANISATIONS = frozenset(
    (
        "EU",
        "UN",
        "EAEU",
        "CIS",
        "SCO",
        "GCC",
        "ASEAN",
        "AU",
        "OTS",
        "WB",
        "IMF",
        "AIIB",
        "ADB",
        "EBRD",
        "EDB",
        "ISDB",
    )
)


_LEAD = 4
"""How many sentences of a report may name those that it is about in a list."""
_LINK = 10
"""How much stands between the states of a list: a comma, "and"."""
_COMMAS = (",", "،")
_STOPS = frozenset(".;:\n()–—")
_CODED = COUNTRY | ADJECTIVE | OUTLET


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region of the table of places."""

    kind: str
    country: str
    name: str
    iso: str


def place(mention: Mention) -> Place:
    """The place a mention names; its code is ``kind:CC/Name:ISO``."""
    return _read_place(mention.values[PLACE][0])


@lru_cache(maxsize=65536)
def _read_place(code: str) -> Place:
    kind, identity, iso = code.split(":")
    country, _, name = identity.partition("/")
    return Place(kind, country, name, iso)


def capital_city(mention: Mention) -> str:
    """The English name of a capital: its code is ``CC/Name``."""
    return str(mention.get(CAPITAL)).partition("/")[2]


@lru_cache(maxsize=4096)
def _state_of_capital(code: str) -> str:
    return code.partition("/")[0]


def state_of(mention: Mention) -> str | None:
    """The state or organisation a mention stands for, if any."""
    bits = mention.bits
    if bits & _CODED:
        bit = COUNTRY if bits & COUNTRY else ADJECTIVE if bits & ADJECTIVE else OUTLET
        return str(mention.values[bit][0])
    if bits & CAPITAL:
        return _state_of_capital(mention.values[CAPITAL][0])
    return place(mention).country if bits & PLACE else None


def _named_body(mention: Mention) -> str | None:
    """The state a well-known body is of; news agencies only report."""
    if not mention.bits & BODY_NAME:
        return None
    code, _, kind = str(mention.get(BODY_NAME)).partition("/")
    code = code.partition("-")[0]
    return None if kind == "media" or not code.isupper() else code


def tell_apart(context: Context) -> None:
    """Give every phrase that names one of several states ("the Kingdom") the one the text names otherwise.

    A place that lies in several states is the one of the state the text names most.
    """
    doubtful = [m for m in context.picked(COUNTRY) if len(m.values[COUNTRY]) > 1]
    places = [m for m in context.picked(PLACE) if len(m.values[PLACE]) > 1]
    if not doubtful and not places:
        return
    named = Counter(
        state_of(m) for m in context.picked(STATE | OUTLET)
        if not (m.bits & COUNTRY and len(m.values[COUNTRY]) > 1)
    )  # fmt: skip
    for mention in doubtful:
        code = max(mention.values[COUNTRY], key=lambda c: (named[c], c))
        mention.values = {**mention.values, COUNTRY: (code,)}
        if not named[code]:
            context.forget(mention, COUNTRY)
    for mention in places:
        here = max(mention.values[PLACE], key=lambda value: named[_read_place(value).country])
        mention.values = {**mention.values, PLACE: (here,)}


@dataclass(slots=True)
class Weighed:
    """A state and how much of the report speaks of it."""

    code: str
    weight: float = 0.0
    firm: int = 0
    mentions: list[Mention] = field(default_factory=list)


def weigh(context: Context) -> list[Weighed]:
    """The states of a report, weightiest first."""
    found: dict[str, Weighed] = {}
    last_in: dict[str, int] = {}
    number, after, share = -1, 0, 0.0
    for mention in context.picked(STATE | PLACE | BODY_NAME):
        code = state_of(mention) or _named_body(mention)
        if code is None:
            continue
        if mention.start >= after:
            number = context.sentence_at(mention.start)
            after, share = context.sentences[number].end, _share(context, number)
        if not share:
            continue
        weighed = found.get(code)
        if weighed is None:
            weighed = found[code] = Weighed(code)
        weighed.mentions.append(mention)
        if mention.bits & (COUNTRY | ADJECTIVE):
            weighed.firm += 1
            weight = share
        else:
            weight = 0.4 * share
        weighed.weight += weight * 0.3 if last_in.get(code) == number else weight
        last_in[code] = number
    return sorted(found.values(), key=lambda w: (-w.weight, w.mentions[0].start))


def _share(context: Context, number: int) -> float:
    """How much a state counts in a sentence: more in titles, in the lead, beside cues; not in furniture."""
    sentence = context.sentences[number]
    share = 0.0 if sentence.kind == FURNITURE_LINE else 1.0
    if sentence.kind in (TITLE, HEADING):
        share *= 1.6
    elif number < 5:
        share *= 1.5
    if sentence.bits & (DOCUMENT | STATUS):
        share *= 1.6
    if sentence.bits & (OFFICE | BODY | MEETING | RELATION):
        share *= 1.2
    return share


def listed(context: Context) -> list[frozenset[str]]:
    """The states that a sentence of the lead names in one list: "the leaders of A, B and C"."""
    lists: list[frozenset[str]] = []
    lead = context.sentences[:_LEAD][-1].end
    chain: set[str] = set()
    edge, open_ = -1, False
    for mention in context.picked(COUNTRY):
        if mention.start >= lead:
            break
        gap = context.clean[edge : mention.start] if 0 <= mention.start - edge <= _LINK else "."
        parted = gap.lstrip()[:1] in _COMMAS and open_
        if not parted and not (open_ and len(chain) > 1 and _STOPS.isdisjoint(gap)):
            chain = set()
        open_ = parted or not chain
        chain.add(str(mention.get(COUNTRY)))
        edge = mention.end
        if len(chain) > 2 and not parted:
            lists.append(frozenset(chain))
    return lists


def principal(
    weighed: list[Weighed],
    acting: dict[str, float],
    pairs: Sequence[frozenset[str]],
    lists: Sequence[frozenset[str]],
) -> list[Weighed]:
    """The states between which the cooperation happens.

    ``acting`` adds weight to states whose office holders, bodies or signatures the report names. The two
    weightiest are kept, those nearly as weighty that act, the partners that a document of their own
    (``pairs``: the states of each) ties to one of those kept, and all of a list (``lists``) they stand in.
    """
    if not weighed:
        return []
    for item in weighed:
        item.weight += acting.get(item.code, 0.0)
    ranked = sorted(weighed, key=lambda w: (-w.weight, w.mentions[0].start))
    kept = ranked[:2]
    if len(ranked) > 2:
        least = kept[1].weight
        kept += [item for item in ranked[2:] if _equal(item, least, acting.get(item.code, 0.0))]
    codes = {item.code for item in kept}
    for pair in pairs:
        if len(pair) == 2 and len(pair & codes) == 1:
            codes |= pair
    for states in lists:
        if codes <= states:
            codes |= states
    return [item for item in ranked if item.code in codes]


def _equal(item: Weighed, least: float, acts: float) -> bool:
    """Whether a state is as weighty as the second one, and acts."""
    return (item.weight >= 0.55 * least and acts >= 2.0) or (item.weight >= 0.85 * least and acts >= 1.0)
