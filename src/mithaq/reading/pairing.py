"""Between which states a document is: those its words or its bodies name, filled up with the report's."""

from collections.abc import Iterable

from mithaq.languages.senses import ADJECTIVE, COUNTRY, PLACE, RELATION, STATE
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of

_NATION = COUNTRY | ADJECTIVE
_PLACED = STATE | PLACE
_MOST = 6
_TIES = ("with", "side", "behalf", "between", "by")
_NEXT = 25
_STEP = 60
"""How far apart two states of one "between" may stand."""


def pair(context: Context, drafts: list[Draft], principal: list[str]) -> None:
    """Give every document its states: where it names none, those of the one before in its paragraph."""
    last: list[str] = []
    line = -1
    for draft in drafts:
        here = context.sentences[draft.sentence].line
        named = _named(context, draft, principal)
        if not named and last and line == here:
            named = last
        draft.countries = sorted(named or principal[:2])
        last, line = draft.countries, here


def _named(context: Context, draft: Draft, principal: list[str]) -> list[str]:
    """The states a document names; empty where it names none."""
    between: list[str] = []
    named: list[str | None] = []
    if context.sentences[draft.sentence].bits & _PLACED:
        mentions = context.within(*draft.region)
        between = _between(context, mentions)
        if len(between) >= 2:
            return between[:_MOST]
        named = [state_of(m) for m in mentions if m.bits & _NATION]
    signing = _distinct([*(b.country for b in draft.bodies), *(h.country for h in draft.holders)])
    if len(signing) >= 2:
        return signing[:_MOST]
    told = _distinct([*between, *signing, *named])
    own = [code for code in told if code in principal]
    if len(own) >= 2:
        return own
    return _with_stranger(context, draft, own, principal) or (_filled(own, principal) if told else [])


def _filled(own: list[str], principal: list[str]) -> list[str]:
    return (own + [code for code in principal if code not in own])[:2]


def _with_stranger(context: Context, draft: Draft, own: list[str], principal: list[str]) -> list[str]:
    """One of the report's states and another, where the clause names both or ties the other to it."""
    if not context.sentences[draft.sentence].bits & _NATION:
        return []
    clause = context.within(*draft.clause)
    named = _distinct([*own, *(state_of(m) for m in clause if m.bits & _NATION)])
    strangers = [code for code in named if code not in principal]
    known = [code for code in named if code in principal]
    if len(strangers) != 1 or len(known) > 1 or not principal:
        return []
    if known or _tied(context, clause, strangers[0]):
        return [*strangers, *(known or principal[:1])]
    return []


def _tied(context: Context, clause: list[Mention], code: str) -> bool:
    """Whether a state is named as a party: after "with", beside "side", or in the case that means "with"."""
    for index, mention in enumerate(clause):
        if not mention.bits & _NATION or state_of(mention) != code:
            continue
        near = (*clause[max(index - 2, 0) : index + 1], *clause[index + 1 : index + 2])
        if context.clean[mention.stem : mention.end] in context.lexicon.traits.with_endings:
            return True
        if any(other.has(RELATION, tie) for other in near for tie in _TIES):
            return True
    return False


def _between(context: Context, mentions: list[Mention]) -> list[str]:
    """The states that "between" joins: those after it, or before it in a head-final language."""
    at = next(
        (i for i, m in enumerate(mentions) if m.bits & RELATION and "between" in m.values[RELATION]), None
    )
    if at is None:
        return []
    run = reversed(mentions[:at]) if context.head_final else iter(mentions[at + 1 :])
    edge = mentions[at].start if context.head_final else mentions[at].end
    codes: list[str | None] = []
    for mention in run:
        if not mention.bits & (STATE | PLACE):
            continue
        gap = edge - mention.end if context.head_final else mention.start - edge
        if gap > _STEP or (gap > _NEXT and len(set(codes)) > 1):
            break
        edge = mention.start if context.head_final else mention.end
        codes.append(state_of(mention))
    return _distinct(codes)


def _distinct(codes: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(code for code in codes if code))
