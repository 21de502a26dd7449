"""Holders told through another one: his counterpart, the next of a list of ministers, the second of two presidents."""  # noqa: E501

from dataclasses import replace

from mithaq.languages.senses import ADJECTIVE, COUNTRY, GIVEN_NAME, PORTFOLIO, RELATION, SECTOR
from mithaq.reading.context import Context
from mithaq.reading.mention import Mention
from mithaq.reading.names import name_after
from mithaq.reading.people import Holder
from mithaq.reading.plain_names import portfolio
from mithaq.reading.states import state_of

_LIST_GAP = 4


def with_companions(context: Context, found: list[Holder]) -> list[Holder]:
    """The holders with those told through them, in order of place."""
    more: list[Holder] = []
    for holder in found:
        if holder.number != "sg" and holder.names:
            more += _listed(context, holder)
            more += _second(holder)
    found = sorted([*found, *more], key=lambda holder: holder.start)
    taken = {name[0] for holder in found for name in holder.names}
    counterparts = [
        held for mention in context.picked(RELATION) if mention.has(RELATION, "counterpart")
        and (held := _counterpart(context, mention, found, taken)) is not None
    ]  # fmt: skip
    return sorted([*found, *counterparts], key=lambda holder: holder.start)


def _second(holder: Holder) -> list[Holder]:
    """The presidents A and B: B on his own, of the other state."""
    if len(holder.names) != 2 or holder.country is not None:
        return []
    last = holder.names.pop()
    return [replace(holder, names=[last], counterpart=True, portfolio=[])]


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
            replace(
                holder,
                start=follow.begin,
                end=end,
                code=code,
                number="sg",
                names=[name],
                portfolio=codes,
                listed=True,
            )
        )
        at = name[1]


def _counterpart(context: Context, mention: Mention, found: list[Holder], taken: set[int]) -> Holder | None:
    """ "His Kenyan counterpart X": the office is that of the one named before."""
    at = context.index(mention.end)
    country, end = None, mention.end
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
    return replace(
        model, start=mention.begin, end=end, number="sg", country=country, names=[name], counterpart=True,
        sure=country is not None, body=None, former=False,
    )  # fmt: skip


def _model(context: Context, mention: Mention, found: list[Holder]) -> Holder | None:
    """Whose counterpart is meant: the person whose name ends right before, else the last office."""
    before = context.clean[max(mention.start - 40, 0) : mention.begin].rstrip(" و،,").split()
    if before:
        for holder in found:
            if any(context.clean[start:end].split()[-1] == before[-1] for start, end in holder.names):
                return holder
    earlier = [holder for holder in found if holder.start < mention.start]
    return earlier[-1] if earlier and mention.start - earlier[-1].end < 400 else None
