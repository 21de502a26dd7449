"""Holders told through another one: his counterpart, the next of a list, the second of two presidents."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from mithaq.languages.senses import ADJECTIVE, COUNTRY, GIVEN_NAME, PORTFOLIO, SECTOR
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.mention import Mention
from mithaq.reading.names import name_after, without_ending
from mithaq.reading.plain_names import portfolio
from mithaq.reading.states import state_of

_LIST_GAP = 4
_ROW_MARKS = frozenset((",", "،", "–", "-", "و", "/"))
_NAME_REACH = 40
_MODEL_REACH = 400
_MODELS = 20


def with_companions(context: Context, found: list[Holder]) -> list[Holder]:
    """The holders, each with one name, and those told through them, in order of place."""
    alone: list[Holder] = []
    for holder in found:
        more = _listed(context, holder) if holder.number != "sg" and holder.names else []
        if holder.number != "sg" and len(holder.names) == 1 and not more:
            more = _of_states(context, holder)
        alone += [*_apart(holder), *more]
    alone.sort(key=lambda holder: holder.start)
    _rows(context, alone)
    _models(alone)
    taken = {name[0] for holder in alone for name in holder.names}
    counterparts = [
        held for place in context.ties("counterpart")
        if (held := _counterpart(context, context.mentions[place], alone, taken)) is not None
    ]  # fmt: skip
    return sorted([*alone, *counterparts], key=lambda holder: holder.start) if counterparts else alone


def _apart(holder: Holder) -> list[Holder]:
    """The presidents of C and D, A and B: each on his own, of the state told at the same place.

    Where no state is told, two are each other's counterparts.
    """
    count = len(holder.names)
    if count < 2:
        return [holder]
    states: Sequence[str | None] = holder.name_states
    if len(holder.states) == count and not any(states):
        states = holder.states
    apart = [holder.another(name) for name in holder.names]
    for one, code in zip(apart, states, strict=False):
        if code:
            one.country, one.sure = code, True
    if count == 2 and holder.country is None and not any(states):
        apart[1].model = apart[0]
    return apart


def _rows(context: Context, found: list[Holder]) -> None:
    """Give the further offices of somebody named before them ("A, deputy premier, mayor of B") his name."""
    for one, other in pairwise(found):
        named_first = one.names and one.names[0][1] <= one.start and one.number == "sg"
        if named_first and not other.names and other.number == "sg" and not other.former:
            between = context.clean[one.end : other.start].strip()
            if between in _ROW_MARKS and (not other.sure or other.country == one.country):
                other.names = [one.names[0]]
        elif _also_minister(context, one, other):
            one.names = [other.names[0]]


def _also_minister(context: Context, one: Holder, other: Holder) -> bool:
    """Whether a deputy premier is the minister named right after him: "deputy premier, trade minister A"."""
    if one.code != "deputy_head_of_government" or one.names or one.number != "sg" or one.former:
        return False
    if other.code not in ("minister", "foreign_minister") or not other.names or other.names[0][0] < other.end:
        return False
    return context.clean[one.end : other.start].strip() == "," and not (one.country and other.country)


def _models(found: list[Holder]) -> None:
    """Give each counterpart the person before him as the one he is a counterpart of."""
    last: Holder | None = None
    for holder in found:
        if holder.counterpart and holder.model is None and last is not None:
            holder.model = last
        if holder.names:
            last = holder


def _listed(context: Context, holder: Holder) -> list[Holder]:
    """The ministers of A B, of C D and of E F: each portfolio with its name after the first."""
    found: list[Holder] = []
    at = holder.names[-1][1]
    while True:
        index = context.index(at)
        follow = context.mentions[index] if index < len(context.mentions) else None
        if (
            follow is None
            or follow.start - at > _LIST_GAP
            or not follow.bits & (SECTOR | PORTFOLIO)
            or "\n" in context.clean[at : follow.start]
        ):
            return found
        end = portfolio(context, follow.start, construct=False)
        name = name_after(context, end)
        if name is None:
            return found
        codes = [
            str(c)
            for m in context.within(follow.start, end)
            for b in (PORTFOLIO, SECTOR)
            if m.bits & b
            for c in m.values[b][:1]
        ]
        code = "minister" if holder.code == "foreign_minister" else holder.code
        found.append(
            holder.another(
                name, start=follow.begin, end=end, code=code, portfolio=codes, listed=True, model=holder
            )
        )
        at = name[1]


def _of_states(context: Context, holder: Holder) -> list[Holder]:
    """The presidents Egyptian A and Cypriot B: each state with its name after the first."""
    found: list[Holder] = []
    at = holder.names[-1][1]
    while True:
        index = context.index(at)
        follow = context.mentions[index] if index < len(context.mentions) else None
        if follow is None or not follow.bits & (ADJECTIVE | COUNTRY) or follow.begin == follow.start:
            return found
        if context.clean[at : follow.start].strip(" ،,") or follow.start - at > _LIST_GAP:
            return found
        name = name_after(context, follow.end)
        if name is None or " " not in context.clean[name[0] : name[1]]:
            return found
        state = state_of(follow)
        found.append(
            holder.another(
                (name[0], without_ending(context, *name)), start=follow.begin, end=follow.end, country=state,
                sure=True, body=None, host=None, model=None,
            )
        )  # fmt: skip
        at = name[1]


def _counterpart(context: Context, mention: Mention, found: list[Holder], taken: set[int]) -> Holder | None:
    """ "His Kenyan counterpart X": the office is that of the one named before."""
    at = context.index(mention.end)
    country, end = _marked_before(context, at - 2, mention), mention.end
    for follow in context.mentions[at : at + 2]:
        if follow.bits & (ADJECTIVE | COUNTRY) and follow.start - end <= 2 and not follow.bits & GIVEN_NAME:
            country, end = state_of(follow), follow.end
        else:
            break
    name = name_after(context, end)
    if name is None:
        comma = context.clean[end : end + 2]
        name = name_after(context, end + 1) if comma[:1] in ("،", ",") else None
    if name is None or name[0] in taken or " " not in context.clean[name[0] : name[1]]:
        return None
    model = _model(context, mention, found)
    if model is None:
        return None
    taken.add(name[0])
    return model.another(
        (name[0], without_ending(context, *name)), start=mention.begin, end=end, country=country,
        sure=country is not None, body=None, host=None, former=False, counterpart=True, listed=False,
        model=model,
    )  # fmt: skip


def _marked_before(context: Context, at: int, counterpart: Mention) -> str | None:
    """The state before a counterpart: "his Kenyan counterpart"."""
    before = context.mentions[at] if at >= 0 else None
    if before is not None and before.bits & ADJECTIVE and 0 <= counterpart.start - before.end <= 2:
        return state_of(before)
    return None


def _model(context: Context, mention: Mention, found: list[Holder]) -> Holder | None:
    """Whose counterpart is meant: the person whose name ends right before, else the last office."""
    earlier = found[: bisect_left(found, mention.start, key=lambda holder: holder.start)]
    low = max(mention.start - _NAME_REACH, 0)
    before = context.clean[low : mention.begin]
    near = [
        (before.rfind(name), holder)
        for holder in earlier[-_MODELS:]
        for start, end in holder.names
        if (name := context.clean[start:end].split()[-1]) in before
    ]
    if near:
        return max(near, key=lambda pair: pair[0])[1]
    return earlier[-1] if earlier and mention.start - earlier[-1].end < _MODEL_REACH else None
