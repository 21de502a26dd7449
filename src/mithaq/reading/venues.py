"""Where a meeting was held: every word that tells of its place is weighed, the weightiest decides.

A city counts where it stands as the place of something ("in Minsk", "بالقاهرة", "Астанада") beside words of
meeting or signing; a state, where a visit goes to it, where its office holder receives, or where the guest is
the other's. The dateline's city alone is not the place: it only tells the city of a state known otherwise.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mithaq.languages import arabic, kazakh
from mithaq.languages.senses import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    LOCATIVE,
    MEETING,
    MEETING_MARK,
    MODALITY,
    OFFICE,
    PLACE,
    RELATION,
    SPEECH,
    STATUS,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE, TITLE, Sentence
from mithaq.reading.mention import FIGURES, Mention, scan_word
from mithaq.reading.people import Holder
from mithaq.reading.states import ORGANISATIONS, capital_city, place, state_of

_CUES = MEETING | MEETING_MARK | STATUS | MODALITY
_PLACES = CAPITAL | PLACE | COUNTRY
_TELLING = _PLACES | MEETING_MARK | MEETING
_VISITS = frozenset(("state_visit", "official_visit", "working_visit", "visit"))
_TRAVELS = frozenset(("guest", "coming"))
_ABROAD_BY_OFFICE = frozenset(("ambassador", "envoy"))
_NOUNS = 3
_BESIDE, _OBJECT = 40, 4
_APOSTROPHES = ("'", "’")
_VISIT_REACH, _VISITOR_REACH, _HOST_REACH, _TOLD = 90, 60, 80, 30
_DESTINATION, _CITY, _HOST, _VISITOR, _STATE = 10.0, 8.0, 7.0, 5.0, 4.0
_HEAD, _BELOW = 5, 12
_BEFORE_CITY = " \u00a0–—-/:|."
_AFTER_CITY = frozenset(",،.–—-/(:")
_OWN, _ABROAD, _PER_SENTENCE, _LEAST = 2.0, 3.0, 1.0, 2.5


@dataclass(slots=True)
class Venue:
    """A place where the meeting may have been held, and how much speaks for it."""

    city: str | None
    country: str
    weight: float
    start: int
    end: int


def venue(
    context: Context, position: int, visit: bool, principal: Sequence[str], people: Sequence[Holder],
    bygone: Callable[[Sentence], bool],
) -> Venue | None:  # fmt: skip
    """The place of the meeting told at a position; sentences of earlier times (``bygone``) are not heard."""
    number = context.sentence_at(position)
    votes: list[Venue] = []
    own = [holder for holder in people if holder.country in principal]
    own.sort(key=_start)
    starts = [holder.start for holder in own]
    two = visit and len(principal) == 2 and ORGANISATIONS.isdisjoint(principal)
    for other, sentence in enumerate(context.sentences[: number + _BELOW]):
        if not sentence.bits & _TELLING or sentence.kind == FURNITURE_LINE:
            continue
        less = _PER_SENTENCE * min(abs(other - number), other) - (_OWN if other == number else 0)
        if _DESTINATION - less < _LEAST:
            continue
        here = own[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found = list(_votes(context, sentence, two, principal, here))
        if not found or (other != number and bygone(sentence)):
            continue
        for vote in found:
            vote.weight -= less
            votes.append(vote)
    votes = [vote for vote in votes if vote.weight >= _LEAST]
    if not votes:
        head = dateline(context)
        return head if head is not None and head.country in principal else None
    best = _strongest(votes)
    if best.city is None:
        head = dateline(context)
        votes += [head] if head is not None else []
        cities = [vote for vote in votes if vote.city and vote.country == best.country]
        return max(cities, key=_rank, default=best)
    return best


def _strongest(votes: list[Venue]) -> Venue:
    """The weightiest vote of the state most is said for: its best vote whole, each further one by half."""
    sums: dict[str, float] = {}
    best: dict[str, Venue] = {}
    for vote in sorted(votes, key=_rank, reverse=True):
        sums[vote.country] = sums.get(vote.country, vote.weight / 2) + vote.weight / 2
        best.setdefault(vote.country, vote)
    return best[max(sums, key=lambda code: (sums[code], code))]


def _start(holder: Holder) -> int:
    return holder.start


def _rank(vote: Venue) -> tuple[float, int]:
    return vote.weight, -vote.start


def dateline(context: Context) -> Venue | None:
    """The city a report is dated from: alone at the head of a line, before a date, an agency or a dash."""
    for sentence in context.sentences[:_HEAD]:
        found = None
        at = sentence.start
        for mention in context.of(sentence):
            if context.clean[at : mention.start].strip(_BEFORE_CITY):
                break
            if mention.bits & FIGURES:
                at = mention.end
                continue
            city = _city(mention) if mention.bits & (CAPITAL | PLACE) else None
            code = state_of(mention)
            after = context.clean[mention.end : mention.end + 4].lstrip(" \u00a0")
            if not city or not code or not (after[:1].isdigit() or after[:1] in _AFTER_CITY):
                break
            found = Venue(city, code, 0.0, mention.begin, mention.end)
            at = mention.end
        if found is not None:
            return found
    return None


def _votes(
    context: Context, sentence: Sentence, two: bool, principal: Sequence[str], here: Sequence[Holder]
) -> Iterator[Venue]:
    """What a sentence says of the place; ``two``: of a visit between two states, one of them the guest."""
    if not sentence.bits & _CUES and sentence.kind != TITLE and sentence is not context.sentences[0]:
        return
    places = context.among(_PLACES, sentence)
    if places:
        heard = [context.mentions[index] for index in context.among(_CUES, sentence)]
        case = case_reader(context)
        for index in places:
            vote = _place(context, index, case, heard, principal)
            if vote is not None:
                yield vote
    if here and sentence.bits & MEETING_MARK:
        yield from _hosts(context, sentence, here)
    if two and here and sentence.bits & MEETING:
        yield from _visitors(context, sentence, here, principal)


def _place(
    context: Context, index: int, cases: Callable[[int], str], heard: list[Mention], principal: Sequence[str]
) -> Venue | None:
    """The vote of a city or state with a word of place before it (or such an ending)."""
    mention = context.mentions[index]
    code = state_of(mention)
    name = _city(mention)
    if name is None and not (mention.bits & COUNTRY and code in principal):
        return None
    case = cases(index)
    going = _goes(context, mention, case, heard)
    if code is None or not (case or going):
        return None
    noun = case == "noun" or bool(index and context.mentions[index - 1].bits & LOCATIVE)
    city = name if noun or not mention.bits & COUNTRY else None
    if city is None and not (mention.bits & COUNTRY and code in principal):
        return None
    if not going and (case == "to" or not _held_there(context, mention, case, heard, city is not None)):
        return None
    weight = _DESTINATION if going else _CITY if city else _STATE
    against = (0 if code in principal else _ABROAD) + (0 if heard else _ABROAD)
    return Venue(city, code, weight - against, mention.begin, mention.end)


def _goes(context: Context, mention: Mention, case: str, heard: list[Mention]) -> bool:
    """Whether a visit or a guest goes to a place: the word of it stands before, in Kazakh behind."""
    for cue in heard:
        gap = cue.start - mention.end if context.head_final else mention.start - cue.end
        if cue.bits & MEETING and not _VISITS.isdisjoint(cue.values[MEETING]):
            reach = _VISIT_REACH
        elif cue.bits & MEETING_MARK and not _TRAVELS.isdisjoint(cue.values[MEETING_MARK]):
            reach = _VISIT_REACH if case else _OBJECT
        else:
            continue
        if 0 <= gap < (reach if case else _OBJECT) and not _envoy(context, cue, mention):
            return True
    return False


def _envoy(context: Context, cue: Mention, mention: Mention) -> bool:
    """Whether an ambassador stands between: he is "in" a state by his office."""
    between = context.within(min(cue.end, mention.end), max(cue.start, mention.start))
    return any(m.bits & OFFICE and m.get(OFFICE)[0] in _ABROAD_BY_OFFICE for m in between)


def _held_there(context: Context, mention: Mention, case: str, heard: list[Mention], city: bool) -> bool:
    """Whether something was held in a place, not an office, a body or a speaker seated there."""
    beside = [
        m for m in heard if m.bits & MEETING or m.has(MEETING_MARK, "held") or m.has(MEETING_MARK, "host")
    ]
    if case == "noun" and not any(m.bits & MEETING_MARK for m in beside):
        return False
    if not city and not any(abs(cue.start - mention.start) < _BESIDE for cue in beside):
        return False
    at = mention.start
    for near in reversed(context.within(max(mention.start - _BESIDE, 0), mention.start)):
        if near.bits & _CUES or at - near.end > _OBJECT:
            break
        if near.bits & OFFICE and (
            context.lexicon.traits.capitals or near.get(OFFICE)[0] in _ABROAD_BY_OFFICE
        ):
            return False
        at = near.start
    return not _told_there(context, mention, heard)


def _told_there(context: Context, mention: Mention, heard: list[Mention]) -> bool:
    """Whether somebody only spoke in a place: a verb of speech is nearer to it than any meeting."""
    near = min((_between(cue, mention) for cue in heard), default=_TOLD)
    sentence = context.sentences[context.sentence_at(mention.start)]
    low, high = max(mention.start - _TOLD, sentence.start), min(mention.end + _TOLD, sentence.end)
    return any(m.bits & SPEECH and _between(m, mention) < near for m in context.within(low, high))


def _between(one: Mention, other: Mention) -> int:
    """How many letters stand between two mentions."""
    return max(one.start - other.end, other.start - one.end, 0)


def _city(mention: Mention) -> str | None:
    """The English name of a city; None for a region."""
    if mention.bits & PLACE:
        where = place(mention)
        return where.name if where.kind == "city" else None
    return (capital_city(mention) or None) if mention.bits & CAPITAL else None


def _hosts(context: Context, sentence: Sentence, here: Sequence[Holder]) -> Iterator[Venue]:
    """Who receives is at home: the office holder before the verb, in a verb-first language behind it."""
    verb_first = not context.lexicon.traits.capitals
    for index in context.among(MEETING_MARK, sentence):
        verb = context.mentions[index]
        if "host" not in verb.values[MEETING_MARK] or context.clean[verb.end : verb.end + 1] in _APOSTROPHES:
            continue
        if verb_first:
            near = [h for h in here if 0 <= h.start - verb.end < _HOST_REACH]
        elif context.head_final:
            near = [h for h in here if h.start < verb.start]
        else:
            near = [h for h in reversed(here) if 0 <= verb.start - h.end < _HOST_REACH]
        if near and near[0].country:
            yield Venue(None, near[0].country, _HOST, verb.start, verb.end)


def _visitors(
    context: Context, sentence: Sentence, here: Sequence[Holder], principal: Sequence[str]
) -> Iterator[Venue]:
    """Who pays a visit is abroad: the office holder beside the word of it comes from the other state."""
    for index in context.among(MEETING, sentence):
        visit = context.mentions[index]
        if _VISITS.isdisjoint(visit.values[MEETING]):
            continue
        beside = [h for h in here if 0 <= h.start - visit.end < _VISITOR_REACH]
        parted = beside and any(mark in context.clean[visit.end : beside[0].start] for mark in ",،;")
        if beside and not parted and beside[0].country in principal:
            other = next(code for code in principal if code != beside[0].country)
            yield Venue(None, other, _VISITOR, visit.start, visit.end)


def case_reader(context: Context) -> Callable[[int], str]:
    """How the name of a place at an index stands: "in", "to" or neither, by the language's own means."""
    inflection = context.lexicon.traits.inflection
    if inflection == "kazakh":
        return lambda index: _by_ending(context, index)
    if inflection == "arabic":
        return lambda index: _by_clitic(context, index) or _by_word(context, index)
    return lambda index: _by_word(context, index)


def _by_word(context: Context, index: int) -> str:
    """The word of place before a name, over nouns like "the city of" and adjectives of states."""
    at = context.mentions[index].start
    noun = False
    for step in range(1, _NOUNS + 2):
        before = context.mentions[index - step] if index >= step else None
        if before is None or context.clean[before.end : at].strip(" \u00a0–—-"):
            break
        if before.has(LOCATIVE, "in"):
            return "in"
        if before.has(LOCATIVE, "to"):
            return "to"
        if before.has(LOCATIVE, "noun"):
            noun = True
            case = (
                arabic.place_case(context.clean[before.start : before.begin])
                if before.begin > before.start
                else ""
            )
            if case:
                return case
        elif not before.bits & (COUNTRY | ADJECTIVE) and not (
            before.has(RELATION, "article") or before.has(RELATION, "state")
        ):
            return _in_phrase(context, before) if step == 1 else ""
        at = before.start
    return "noun" if noun else ""


def _in_phrase(context: Context, before: Mention) -> str:
    """The word of place a longer phrase ends in: "was held in", "عقدت في"."""
    phrase = context.clean[before.start : before.end]
    if not before.bits & _CUES or " " not in phrase:
        return ""
    last = scan_word(phrase.rpartition(" ")[2], context.lexicon)
    return next(
        (code for m in last if m.bits & LOCATIVE for code in ("in", "to") if m.has(LOCATIVE, code)), ""
    )


def _by_clitic(context: Context, index: int) -> str:
    mention = context.mentions[index]
    return arabic.place_case(context.clean[mention.start : mention.begin])


def _by_ending(context: Context, index: int) -> str:
    """The case of a Kazakh name, or of the noun behind it: Астанада, Астана қаласында."""
    mention = context.mentions[index]
    clean, at = context.clean, mention.end
    # an abbreviation takes its ending behind a hyphen, outside the mention
    if clean[at : at + 1] == "-":
        at += 1
        while at < len(clean) and clean[at].isalpha():
            at += 1
    found = kazakh.place_case(clean[mention.stem : at])
    if not found and mention.stem == mention.end and _exact_locative(mention, clean[mention.start : at]):
        return "in"
    if found or index + 1 == len(context.mentions):
        return found
    noun = context.mentions[index + 1]
    if noun.has(LOCATIVE, "noun") and noun.start - mention.end <= 1:
        return kazakh.place_case(context.clean[noun.stem : noun.end])
    return ""


def _exact_locative(mention: Mention, word: str) -> bool:
    """Whether a name listed in one form only is in the locative (Ақордада), unlike Джакарта."""
    city = None if mention.bits & COUNTRY else _city(mention)
    return city is not None and kazakh.place_case(word) == "in" and not city.lower().endswith(("ta", "da"))
