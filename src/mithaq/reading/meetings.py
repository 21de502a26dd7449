"""The meeting a report tells of: its kind, when and where it was held, host and guests."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from mithaq.languages.senses import (
    CAPITAL,
    COUNTRY,
    DAY,
    DOCUMENT,
    MEETING,
    MEETING_MARK,
    PLACE,
    RELATION,
    STATUS,
    WEEKDAY,
)
from mithaq.lists import meetings as kinds
from mithaq.reading.context import Context
from mithaq.reading.dates import Dated, is_year, relative
from mithaq.reading.layout import FURNITURE_LINE, TITLE, Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.states import place, state_of

_VISITS = frozenset(("state_visit", "official_visit", "working_visit", "visit"))
_PAST = 4.0
"""What a meeting of another time loses in rank."""
_WEEKS = 21
"""After how many days a visit that is dated is no longer the one a report tells of."""
_REACH = 60
_ARTICLE = 5
"""How far a state may stand from its preposition, an article between them."""
_CITY_OF = 9
"""Room for "the city of" between a preposition and a city."""


@dataclass(slots=True)
class Met:
    """The meeting under way."""

    kind: str
    mention: Mention | None
    date: str | None = None
    city: str | None = None
    country: str | None = None
    cues: list[tuple[int, int]] = field(default_factory=list)


def meeting(
    context: Context, found: list[Dated], base: Dated | None, principal: list[str], signed: bool
) -> Met | None:
    """The meeting of the report, or None where it tells of none."""
    best = _kind(context, found, base)
    if best is None:
        if not signed:
            return None
        met = Met("ceremony", None)
        _when(context, met, found, base, _signing(context))
        _where(context, met, _signing(context), principal)
        return met
    kind, mention = best
    met = Met(kind, mention, cues=[(mention.begin, mention.end)])
    _when(context, met, found, base, mention.start)
    _where(context, met, mention.start, principal)
    return met


def _signing(context: Context) -> int:
    """Where the first signing stands."""
    return next((m.start for m in context.picked(STATUS | DOCUMENT)), 0)


def _kind(context: Context, found: list[Dated], base: Dated | None) -> tuple[str, Mention] | None:
    """The meeting that names the report: rank of its kind, lessened by distance from the top and by pastness."""  # noqa: E501
    ranks = kinds()
    starts = [dated.start for dated in found]
    best: tuple[float, str, Mention] | None = None
    for mention in context.picked(MEETING):
        number = context.sentence_at(mention.start)
        sentence = context.sentences[number]
        if sentence.kind == FURNITURE_LINE:
            continue
        score = 0.0
        for code in mention.values[MEETING]:
            score = ranks[code].rank - 0.25 * number
            if sentence.kind == TITLE:
                score += 0.3
            around = context.of(sentence)
            marks = sum(m.has(MEETING_MARK, "past") and abs(m.start - mention.start) < _REACH for m in around)
            if code in _VISITS and (
                _of_another_year(context, around, mention, base) or _long_ago(found, starts, mention, base)
            ):
                marks += 1
            score -= _PAST * min(marks, 2)
            if best is None or score > best[0]:
                best = (score, code, mention)
    return (best[1], best[2]) if best else None


def _of_another_year(context: Context, around: list[Mention], mention: Mention, base: Dated | None) -> bool:
    """Whether a year before that of the page stands right after a visit (before it, head-final)."""
    if base is None or base.year is None:
        return False
    last = base.year - (1 if (base.month or 12) > 2 else 2)
    side = -1 if context.head_final else 1
    return any(is_year(m) and 0 < side * (m.start - mention.end) < _REACH and m.value <= last for m in around)


def _long_ago(found: list[Dated], starts: list[int], mention: Mention, base: Dated | None) -> bool:
    """Whether a date weeks before that of the page stands right after a visit."""
    if base is None or not (base.year and base.month and base.day):
        return False
    for dated in found[bisect_left(starts, mention.end) : bisect_left(starts, mention.end + _REACH)]:
        if dated.year and dated.month and dated.day:
            days = (base.year - dated.year) * 365 + (base.month - dated.month) * 30 + base.day - dated.day
            return days > _WEEKS
    return False


def _when(context: Context, met: Met, found: list[Dated], base: Dated | None, position: int) -> None:
    """The date: in the meeting's sentence, a day counted from the page's date, the page's, else a month."""
    number = context.sentence_at(position)
    order = [number, *(n for n in range(min(len(context.sentences), number + 3)) if n != number)]
    for candidate in order:
        sentence = context.sentences[candidate]
        near = [d for d in found if sentence.start <= d.start < sentence.end and d.day]
        told = (
            _first_date([d for d in near if d != base], base)
            or _first_day(context, sentence, near, base)
            or (_first_date(near, base) if candidate == number else None)
        )
        if told is not None:
            met.date, start, end = told
            met.cues.append((start, end))
            return
    if base is not None and base.iso and base.end:
        met.date = base.iso
        met.cues.append((base.start, base.end))
        return
    own = context.sentences[number]
    month = next(
        (d for d in found if own.start <= d.start < own.end and d.year and d.month and not d.day), None
    )
    if month is not None and base is None:
        met.date = month.iso
        met.cues.append((month.start, month.end))


def _first_date(near: list[Dated], base: Dated | None) -> tuple[str, int, int] | None:
    """The first date that is not far from the page's."""
    for dated in near:
        iso = _with_year(dated, base)
        if iso and (base is None or _close(iso, base)):
            return iso, dated.start, dated.end
    return None


def _first_day(
    context: Context, sentence: Sentence, near: list[Dated], base: Dated | None
) -> tuple[str, int, int] | None:
    """The first "today" or weekday of a sentence that is no part of a date, counted from the page's date."""
    for mention in context.of(sentence):
        if not mention.bits & (DAY | WEEKDAY) or mention.bits & MEETING:
            continue
        if any(-12 < d.start - mention.end <= 3 or -1 <= mention.start - d.end <= 3 for d in near):
            continue
        iso = relative(context, mention, base)
        if iso:
            return iso, mention.start, mention.end
    return None


def _with_year(dated: Dated, base: Dated | None) -> str | None:
    """A date's ISO form, its year taken from the page's date where it has none."""
    if dated.year is not None:
        return dated.iso
    if base is None or base.year is None or dated.month is None:
        return None
    year = base.year - 1 if base.month and dated.month > base.month + 6 else base.year
    return f"{year:04d}-{dated.month:02d}-{dated.day:02d}" if dated.day else f"{year:04d}-{dated.month:02d}"


def _close(iso: str, base: Dated) -> bool:
    """Whether a date is within some two months of the page's date."""
    if base.year is None or base.month is None:
        return True
    months = (int(iso[:4]) - base.year) * 12 + int(iso[5:7]) - base.month
    return -2 <= months <= 3


def _where(context: Context, met: Met, position: int, principal: list[str]) -> None:
    """The place: a city in or near the meeting's sentence, in the state the visit goes to."""
    number = context.sentence_at(position)
    goal = _goal(context, number, principal)
    if goal is not None:
        met.country = state_of(goal)
        met.cues.append((goal.begin, goal.end))
    cities = [m for m in _cities(context, number, position) if state_of(m) in principal]
    cities = [m for m in cities if met.country in (None, state_of(m))]
    if not context.head_final:
        cities.sort(key=lambda m: not _located(context, m))
    if cities:
        met.city, met.country = _city(cities[0]), state_of(cities[0])
        met.cues.append((cities[0].begin, cities[0].end))
    if met.country is None and not context.head_final:
        _after(context, met, position, principal)


def _cities(context: Context, number: int, position: int) -> Iterator[Mention]:
    """The cities of a sentence and of those around it, the nearest first."""
    for candidate in sorted(range(len(context.sentences)), key=lambda n: (abs(n - number), n))[:7]:
        sentence = context.sentences[candidate]
        if sentence.kind != FURNITURE_LINE:
            here = [m for m in context.of(sentence) if m.bits & (CAPITAL | PLACE) and not m.bits & COUNTRY]
            here.sort(key=lambda m: abs(m.start - position))
            yield from (mention for mention in here if _is_city(mention) and _city(mention))


def _located(context: Context, city: Mention) -> bool:
    """Whether a city is told as a place: after "in", or first in its line as a dateline."""
    at = context.index(city.start)
    before = context.mentions[at - 1] if at else None
    if before is not None and before.has(RELATION, "at") and city.begin - before.end <= _CITY_OF:
        return True
    return not context.clean[context.clean.rfind("\n", 0, city.start) + 1 : city.start].strip()


def _after(context: Context, met: Met, position: int, principal: list[str]) -> None:
    """The first state after the meeting in its sentence; after "received" that is the guest's."""
    received = met.mention is not None and met.mention.has(MEETING_MARK, "host")
    for mention in context.of(context.sentences[context.sentence_at(position)]):
        if mention.bits & COUNTRY and mention.start > position and state_of(mention) in principal:
            other = [code for code in principal if code != state_of(mention)]
            if received and len(other) != 1:
                return
            met.country = other[0] if received else state_of(mention)
            met.cues.append((mention.begin, mention.end))
            return


def _goal(context: Context, number: int, principal: list[str]) -> Mention | None:
    """The state a meeting's sentence goes to: after "to" or "in" or "visited", in Kazakh by its case."""
    cue: Mention | None = None
    edge = 0
    for mention in context.of(context.sentences[number]):
        near = cue is not None and mention.begin - edge <= _ARTICLE
        leads = _in_place_case(context, mention) if context.head_final else near
        if leads and mention.bits & COUNTRY and state_of(mention) in principal:
            return mention
        if near and (mention.has(RELATION, "state") or mention.has(RELATION, "article")):
            edge = mention.end
        else:
            opens = mention.has(RELATION, "at") or mention.has(MEETING_MARK, "guest")
            cue, edge = (mention if opens else None), mention.end
    return None


def _in_place_case(context: Context, mention: Mention) -> bool:
    """Whether a state stands in a case of place, its ending after a hyphen where it is abbreviated."""
    clean, end = context.clean, mention.end
    while end < len(clean) and (clean[end].isalpha() or clean[end] == "-"):
        end += 1
    return clean[mention.stem : end].lstrip("-") in context.lexicon.traits.place_endings


def _is_city(mention: Mention) -> bool:
    return bool(mention.bits & CAPITAL) or place(mention).kind == "city"


def _city(mention: Mention) -> str | None:
    if mention.bits & PLACE:
        return place(mention).name
    return str(mention.get(CAPITAL)).partition("/")[2] or None
