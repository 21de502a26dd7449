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
    CAPITAL,
    COUNTRY,
    MEETING,
    MEETING_MARK,
    OFFICE,
    OUTLET,
    PLACE,
    RELATION,
)  # fmt: skip
from mithaq.reading.beside import SEATS, relate
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.individuals import Individual, individuals
from mithaq.reading.mention import Mention
from mithaq.reading.sides import last_side, next_side, signed_for
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
_BODIES_BACK = 8
_BODIES_REACH = 400
_GUEST_REACH = 25


@dataclass(slots=True)
class _Settling:
    """What is known of the states while they are being settled."""

    context: Context
    codes: list[str]
    found: list[Body]
    everyone: list[Individual]
    bodies: dict[tuple[str, str], str] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    seats: dict[str, dict[str, int]] = field(default_factory=dict)
    unmarked: Counter[str] = field(default_factory=Counter)

    def other(self, one: str | None) -> str | None:
        """The other of the two states the report is about; None where there are not two or it is neither."""
        first, second = self.codes[:2] if len(self.codes) > 1 else ("", "")
        return {first: second, second: first}.get(one or "") or None

    def tell(self, individual: Individual, country: str) -> None:
        """Note somebody's state, with all of his offices and the seats they are."""
        individual.country = country
        for holder in individual.holders:
            holder.country = holder.country or country
            seat = _seat(holder)
            if seat and holder.person >= 0:
                self.seats.setdefault(seat, {}).setdefault(country, holder.person)


def settle(context: Context, people: list[Holder], codes: list[str], found_bodies: list[Body]) -> None:
    """Give office holders without a state one."""
    everyone = individuals(context, people)
    everyone += [Individual([], [holder]) for holder in people if holder.person < 0]
    state = _Settling(context, codes, found_bodies, everyone, _by_subject(found_bodies))
    state.places = [body.start for body in found_bodies]
    relate(context, people)
    for individual in everyone:
        country = _said(individual)
        if country:
            state.tell(individual, country)
    unsaid = [individual for individual in everyone if individual.country is None]
    left = _ask(state, unsaid)
    home = _home(state, people)
    for asked in range(len(left)):
        if not left:
            return
        individual, left = left[0], left[1:]
        country = _at_home(state, individual, home)
        if country:
            state.tell(individual, country)
            left = _ask(state, left) if asked < _ONE_BY_ONE and individual.words else left


def _said(individual: Individual) -> str | None:
    """The state one of somebody's offices tells, rather in so many words than by a body."""
    told = [holder for holder in individual.holders if holder.country]
    return min(told, key=lambda holder: not holder.sure).country if told else None


def _ask(state: _Settling, unsaid: list[Individual]) -> list[Individual]:
    """Ask the cues for those without a state until none tells more; who is left."""
    left = unsaid
    for _ in range(_ROUNDS):
        for cue in _CUES:
            told = False
            for individual in left:
                country = next((c for holder in individual.holders if (c := cue(state, holder))), None)
                if country:
                    if cue in _BY_OTHERS and individual.words:
                        state.unmarked[country] += 1
                    state.tell(individual, country)
                    told = True
            if told:
                left = [individual for individual in left if individual.country is None]
                break
        else:
            return left
    return left


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
    context = state.context
    sentence = context.sentences[context.sentence_at(holder.start)]
    neighbours = holder.beside
    start, end = holder.bounds
    later = next((h for h in neighbours if h.start > holder.start), None)
    behind = context.within(end, later.bounds[0] if later else sentence.end)
    follows = next_side(behind, end) or signed_for(behind, end)
    low = sentence.start
    if follows and neighbours and not last_side(context.within(low, neighbours[0].bounds[0]), low):
        return follows
    last = next((h for h in reversed(neighbours) if h.start < holder.start), None)
    if last is not None and next_side(context.within(last.bounds[1], start), last.bounds[1]):
        low = last.bounds[1]
    return last_side(context.within(low, start), last.bounds[1] if last else low) or follows


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
    sitting = state.seats.get(_seat(holder), {})
    if holder.person < 0 or len(sitting) != 1:
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
    context = state.context
    start, end = holder.bounds
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
    words = _words(state.context, holder.start, holder.end)
    if holder.states or not words or holder.code in SEATS or holder.portfolio:
        return None
    at = bisect_left(state.places, holder.start)
    for body in reversed(state.found[max(at - _BODIES_BACK, 0) : at]):
        if holder.start - body.end > _BODIES_REACH:
            return None
        if (
            body.country
            and body.kind not in _OF_STATES
            and any(
                _alike(one, other) for other in _words(state.context, body.start, body.end) for one in words
            )
        ):
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
    context = state.context
    sentence = context.sentences[context.sentence_at(holder.start)]
    cues = [m for m in context.within(sentence.start, holder.start) if m.has(RELATION, "suite")]
    if not cues:
        return None
    near: list[tuple[int, str]] = []
    for individual in state.everyone:
        if individual.country and individual.words:
            start, end = individual.holders[0].names[0]
            at = context.clean.find(context.clean[start:end].split()[-1], sentence.start, sentence.end)
            if at >= 0:
                near.append((abs(at - cues[-1].start), individual.country))
    return min(near)[1] if near else None


_BY_OTHERS = frozenset((_by_seat, _by_link))
"""Cues that tell the state of an office left unmarked, as those of the report's own state are."""
_CUES: tuple[Callable[[_Settling, Holder], str | None], ...] = (
    _by_side, _by_body, _by_post, _by_visit, _by_seat, _by_link, _by_near_body, _by_suite,
)  # fmt: skip


# --- the state that goes unsaid -----------------------------------------------------------------------


def _home(state: _Settling, people: list[Holder]) -> str | None:
    """The report's own state: told by its outlet, by whose offices go unmarked, by the dateline."""
    codes = state.codes[:2]
    if len(codes) < 2:
        return codes[0] if codes else None
    votes: Counter[str] = Counter({state.context.lexicon.traits.home: 2})
    for mention in state.context.picked(OUTLET):
        votes[str(mention.get(OUTLET))] += 4
        break
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
    return max(codes, key=lambda code: (votes[code], code == codes[0]))


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
        sitting = state.seats.get(_seat(holder), {}).get(home or "")
        taken = sitting is not None and sitting != holder.person and holder.person >= 0
        stateless = home in ORGANISATIONS and holder.code in _OF_STATE
        if taken or stateless or (individual.words and _guest(state.context, holder)):
            return other
    return home


def _guest(context: Context, holder: Holder) -> bool:
    """Whether an office is that of a visitor: "the visiting prime minister"."""
    start = holder.bounds[0]
    return any(
        m.has(MEETING_MARK, "guest") and not context.clean[m.end : start].strip(" ")
        for m in context.within(start - _GUEST_REACH, start)
    )
