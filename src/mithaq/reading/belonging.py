"""To which state an office holder belongs where the office does not say it.

Every cue is a function of a holder that gives a state or nothing. They are asked in the order of ``_CUES``,
strongest first; whenever one has told somebody's state the strongest are asked again, for what is known of
one person tells of another. Who is left acts for the state that the report leaves unsaid: its own.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from mithaq.languages.senses import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    MEETING,
    MEETING_MARK,
    OFFICE,
    PLACE,
    RELATION,
)  # fmt: skip
from mithaq.reading.beside import SEATS, relate
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.individuals import Individual, individuals
from mithaq.reading.mention import Mention
from mithaq.reading.sides import Sides
from mithaq.reading.states import ORGANISATIONS, state_of

_OF_STATE = frozenset(
    ("head_of_state", "monarch", "crown_prince", "head_of_government", "deputy_head_of_government",
     "foreign_minister", "minister", "deputy_minister", "ambassador", "speaker", "governor", "mayor")
)  # fmt: skip
"""Offices that no international organisation has."""

_OF_STATES = frozenset(("ministry", "government", "parliament"))
_ROUNDS = 12
_ONE_BY_ONE = 12
_LONG = 4
_MOST_KNOWN = 80
_BODIES_BACK = 8
_BODIES_REACH = 400
_GUEST_REACH = 25
_NAMING = ADJECTIVE | CAPITAL | COUNTRY | PLACE
_UNNAMED = 3
"""Votes for a state that a report never names: it is told by a body alone, for it is the report's own."""
_OBJECT_REACH, _ENDING = 4, 2


@dataclass(slots=True)
class _Settling:
    """What is known of the states while they are being settled."""

    context: Context
    codes: list[str]
    found: list[Body]
    everyone: list[Individual]
    sides: Sides
    bodies: dict[tuple[str, str], str]
    places: list[int]
    visits: list[int]
    others: dict[str, str]
    words: dict[int, list[str]] = field(default_factory=dict)
    seats: dict[str, dict[str, int]] = field(default_factory=dict)
    unmarked: Counter[str] = field(default_factory=Counter)

    def other(self, one: str | None) -> str | None:
        """The other of the two states the report is about; None where there are not two or it is neither."""
        return self.others.get(one or "")

    def tell(self, individual: Individual, country: str) -> None:
        """Note somebody's state, with all of his offices and the seats they are."""
        individual.country = country
        for holder in individual.holders:
            holder.country = holder.country or country
            if holder.seat and holder.person >= 0:
                self.seats.setdefault(holder.seat, {}).setdefault(country, holder.person)


def settle(context: Context, people: list[Holder], codes: list[str], found_bodies: list[Body]) -> None:
    """Give office holders without a state one."""
    everyone = individuals(context, people)
    everyone += [Individual([], [holder]) for holder in people if holder.person < 0]
    relate(context, people)
    for holder in people:
        holder.seat = _seat(holder)
    state = _begin(context, codes, found_bodies, everyone)
    unsaid: list[Individual] = []
    for individual in everyone:
        country = _said(individual)
        if country:
            state.tell(individual, country)
        else:
            unsaid.append(individual)
    left = _ask(state, [individual for individual in unsaid if not _told(state, individual)])
    home = _home(state, people)
    _leave(state, left, home)


def _begin(context: Context, codes: list[str], found: list[Body], everyone: list[Individual]) -> _Settling:
    """What the cues ask of a report, looked up once."""
    visits = [m.start for m in context.picked(MEETING) if not _VISITS.isdisjoint(m.values[MEETING])]
    others = {codes[0]: codes[1], codes[1]: codes[0]} if len(codes) > 1 else {}
    places = [body.start for body in found]
    return _Settling(
        context, codes, found, everyone, Sides(context), _by_subject(found), places, visits, others
    )


def _leave(state: _Settling, left: list[Individual], home: str | None) -> None:
    """Give who is left the report's own state, the first ones one by one: each may tell of the next."""
    at = asked = 0
    while at < len(left):
        individual = left[at]
        at += 1
        country = _at_home(state, individual, home)
        if not country:
            continue
        state.tell(individual, country)
        if asked < _ONE_BY_ONE and individual.words:
            left, at = _ask(state, left[at:]), 0
        asked += 1


def _said(individual: Individual) -> str | None:
    """The state one of somebody's offices tells, rather in so many words than by a body."""
    told = None
    for holder in individual.holders:
        if holder.country and holder.sure:
            return holder.country
        told = told or holder.country
    return told


def _told(state: _Settling, individual: Individual) -> bool:
    """Ask the cues that need nobody else's state, once."""
    for cue in _CUES_ALONE:
        for holder in individual.holders:
            country = cue(state, holder)
            if country:
                state.tell(individual, country)
                return True
    return False


def _ask(state: _Settling, unsaid: list[Individual]) -> list[Individual]:
    """Ask the cues for those without a state until none tells more; who is left."""
    left = unsaid
    for _ in range(_ROUNDS):
        if not left or not any(_tells(state, left, cue) for cue in _CUES):
            return left
        left = [individual for individual in left if individual.country is None]
    return left


def _tells(state: _Settling, left: list[Individual], cue: Callable[[_Settling, Holder], str | None]) -> bool:
    """Whether a cue tells the state of some of those who are left."""
    told = False
    for individual in left:
        for holder in individual.holders:
            country = cue(state, holder)
            if country:
                if cue in _BY_OTHERS and individual.words:
                    state.unmarked[country] += 1
                state.tell(individual, country)
                told = True
                break
    return told


def _seat(holder: Holder) -> str:
    """The one seat of its state that an office is, empty where there are many such."""
    single = SEATS.get(holder.code)
    if single:
        return single
    if holder.code == "minister" and holder.portfolio:
        return "minister:" + "+".join(sorted(set(holder.portfolio)))
    return ""


# --- cues ---------------------------------------------------------------------------------------------


def _by_side(state: _Settling, holder: Holder) -> str | None:
    """Of the side it is named for: "on the … side", "signed for …", before or after the person.

    Where a sentence begins with a person, the sides follow their people; else they come before them.
    """
    sides, context = state.sides, state.context
    sentence = context.sentences[context.sentence_at(holder.start)]
    start, end = holder.bounds
    stop = holder.next.bounds[0] if holder.next else sentence.end
    follows = sides.next(end, stop) or sides.signed_for(end, stop)
    low = alone = sentence.start
    if follows and holder.last is not None:
        told = sides.before(holder.last.bounds[1], start)
        if told:
            return told
    if follows and holder.leader and not sides.last(low, holder.leader.bounds[0], low):
        return follows
    if holder.last is not None:
        alone = holder.last.bounds[1]
        low = alone if sides.next(alone, start) else low
    return sides.last(low, start, alone) or follows


def _by_body(state: _Settling, holder: Holder) -> str | None:
    """Of the body with the same subject whose state the report tells."""
    if holder.code in ("minister", "deputy_minister", "foreign_minister") and holder.portfolio:
        return state.bodies.get(("ministry", "+".join(sorted(set(holder.portfolio)))))
    return None


def _by_subject(found: list[Body]) -> dict[tuple[str, str], str]:
    """The states of ministries by their subject, where the report names one of that subject."""
    states: dict[tuple[str, str], set[str]] = {}
    for body in found:
        if body.country and body.portfolio:
            states.setdefault((body.kind, "+".join(sorted(set(body.portfolio)))), set()).add(body.country)
    return {name: next(iter(codes)) for name, codes in states.items() if len(codes) == 1}


def _by_seat(state: _Settling, holder: Holder) -> str | None:
    """Of the other state, where somebody else holds the same office of the first."""
    sitting = state.seats.get(holder.seat) if holder.person >= 0 else None
    if not sitting or len(sitting) != 1:
        return None
    ((country, person),) = sitting.items()
    return state.other(country) if person != holder.person else None


def _by_post(state: _Settling, holder: Holder) -> str | None:
    """Of the other state than the one an envoy is sent to."""
    return state.other(holder.host)


def _by_link(state: _Settling, holder: Holder) -> str | None:
    """Of the same state as the one beside it in a list, of the other than his counterpart or partner.

    After an envoy it is the state he is sent to: there its officials go without saying.
    """
    for other, same in holder.links:
        host = other.host if other.start < holder.start else None
        country = host or other.country if same else state.other(other.country)
        if country:
            return country
    return None


def _by_visit(state: _Settling, holder: Holder) -> str | None:
    """Of the other state than the one the holder visits: "the visit of President A to Nairobi"."""
    if not holder.names or holder.code not in _VISITORS:
        return None
    context, visits = state.context, state.visits
    start, end = holder.bounds
    at = bisect_left(visits, start - _VISIT_REACH)
    if at == len(visits) or visits[at] >= end + _VISIT_REACH:
        return None
    sentence = context.sentences[context.sentence_at(holder.start)]
    visited = any(_is_visit(m) for m in context.within(max(start - _VISIT_REACH, sentence.start), start))
    goes = False
    for mention in context.within(end, min(end + _VISIT_REACH, sentence.end)):
        if mention.bits & OFFICE:
            return None
        reached = mention.bits & (COUNTRY | CAPITAL) and (goes or _is_goal(context, mention))
        if reached and visited:
            return state.other(state_of(mention))
        visited = visited or _is_visit(mention)
        goes = mention.has(RELATION, "at")
    return None


def _is_visit(mention: Mention) -> bool:
    return bool(mention.bits & MEETING) and not _VISITS.isdisjoint(mention.values[MEETING])


def _is_goal(context: Context, mention: Mention) -> bool:
    """Whether a place has an ending that says where to."""
    ending = context.clean[mention.stem : mention.end]
    return bool(ending) and ending in context.lexicon.traits.place_endings


_VISITS = frozenset(("state_visit", "official_visit", "working_visit", "visit"))
_VISITORS = frozenset(
    ("head_of_state", "monarch", "crown_prince", "head_of_government", "foreign_minister", "speaker")
)
_VISIT_REACH = 70


def _by_near_body(state: _Settling, holder: Holder) -> str | None:
    """Of the body just named that the office takes up: "Chile's Customs Agency …, the agency's head"."""
    if holder.states or holder.portfolio or holder.code in SEATS:
        return None
    at = bisect_left(state.places, holder.start)
    words: list[str] | None = None
    for number in range(at - 1, max(at - _BODIES_BACK, 0) - 1, -1):
        body = state.found[number]
        if holder.start - body.end > _BODIES_REACH:
            return None
        if not body.country or body.kind in _OF_STATES:
            continue
        if words is None:
            words = _words(state.context, holder.start, holder.end)
        others = state.words.get(number)
        if others is None:
            others = state.words[number] = _words(state.context, body.start, body.end)
        if any(_alike(one, other) for other in others for one in words):
            return body.country
    return None


def _words(context: Context, start: int, end: int) -> list[str]:
    """The longer words of a span, without the Arabic article, in small letters."""
    return [
        word.removeprefix("ال") for word in context.clean[start:end].casefold().split() if len(word) >= _LONG
    ]


def _alike(one: str, other: str) -> bool:
    """Whether two words share all but their endings."""
    short = min(len(one), len(other))
    least = max(_LONG, short - 2)
    return short >= _LONG and one[:least] == other[:least]


def _by_suite(state: _Settling, holder: Holder) -> str | None:
    """Of the state of the person whose company or delegation the office is named in."""
    context, suites = state.context, state.sides.suites
    sentence = context.sentences[context.sentence_at(holder.start)]
    last = bisect_left(suites, holder.start) - 1
    if last < 0 or suites[last] < sentence.start:
        return None
    near: list[tuple[int, str]] = []
    for individual in state.everyone[:_MOST_KNOWN]:
        if individual.country and individual.words:
            start, end = individual.holders[0].names[0]
            at = context.clean.find(context.clean[start:end].split()[-1], sentence.start, sentence.end)
            if at >= 0:
                near.append((abs(at - suites[last]), individual.country))
    return min(near)[1] if near else None


_Cue = Callable[[_Settling, Holder], str | None]
_CUES_ALONE: tuple[_Cue, ...] = (_by_side, _by_body, _by_post, _by_visit)
"""Cues that stand in the text whatever is known of others, strongest first."""
_CUES: tuple[_Cue, ...] = (_by_seat, _by_link, _by_near_body, _by_suite)
"""The cues asked next, and again whenever somebody's state is told."""
_BY_OTHERS = frozenset((_by_seat, _by_link))
"""Cues that tell the state of an office left unmarked, as those of the report's own state are."""
_NOBODY: dict[str, int] = {}


# --- the state that goes unsaid -----------------------------------------------------------------------


def _home(state: _Settling, people: list[Holder]) -> str | None:
    """The report's own state: told by its outlet, by whose offices go unmarked, by the dateline."""
    codes = state.codes[:2]
    if len(codes) < 2:
        return codes[0] if codes else None
    votes: Counter[str] = Counter({state.context.lexicon.traits.home: 2})
    votes[state.sides.outlet] += 4
    for unmarked, count in state.unmarked.items():
        votes[unmarked] += 2 * count
    marked = {
        (holder.country, holder.person)
        for holder in people
        if holder.person >= 0 and holder.code != "ambassador" and _marked(holder)
    }
    for country, _ in marked:
        votes[state.other(country) or ""] += 1
    votes[_dateline(state.context) or ""] += 1
    for code in _unnamed(state.context, codes):
        votes[code] += _UNNAMED
    return max(codes, key=lambda code: (votes[code], code == codes[0]))


def _unnamed(context: Context, codes: list[str]) -> set[str]:
    """Those of some states that a report never names."""
    unnamed = {*codes}
    for mention in context.picked(_NAMING):
        unnamed.discard(state_of(mention) or "")
        if not unnamed:
            break
    return unnamed


def _marked(holder: Holder) -> bool:
    """Whether an office tells its state, in so many words or by a body that only a state has."""
    return holder.sure or (holder.body is not None and holder.body.kind in _OF_STATES)


def _dateline(context: Context) -> str | None:
    """The state of the city that begins one of the first lines."""
    for sentence in context.sentences[:6]:
        for mention in context.of(sentence)[:1]:
            if (
                mention.start == sentence.start
                and mention.bits & (CAPITAL | PLACE)
                and mention.end - mention.start < 20
            ):
                return state_of(mention)
    return None


def _at_home(state: _Settling, individual: Individual, home: str | None) -> str | None:
    """The report's own state, or the other one where it cannot be: a guest, a seat taken, no state at all."""
    other = state.other(home)
    if other is None:
        return home
    for holder in individual.holders:
        sitting = state.seats.get(holder.seat, _NOBODY).get(home or "")
        taken = sitting is not None and sitting != holder.person and holder.person >= 0
        stateless = home in ORGANISATIONS and holder.code in _OF_STATE
        if taken or stateless or (individual.words and _guest(state.context, holder)):
            return other
    return home


def _guest(context: Context, holder: Holder) -> bool:
    """Whether an office is that of a visitor: "the visiting prime minister", "received A"."""
    start, end = holder.bounds
    return _received(context, end) or any(
        m.has(MEETING_MARK, "guest") and not context.clean[m.end : start].strip(" ")
        for m in context.within(start - _GUEST_REACH, start)
    )


def _received(context: Context, end: int) -> bool:
    """Whether a verb of receiving follows somebody named as its object, where endings tell objects."""
    endings = context.lexicon.traits.object_endings
    if not endings:
        return False
    at = context.index(end)
    follow = context.mentions[at] if at < len(context.mentions) else None
    if follow is None or follow.start - end > _OBJECT_REACH or not follow.has(MEETING_MARK, "host"):
        return False
    return context.clean[end - _ENDING : follow.start].rstrip().endswith(endings)
