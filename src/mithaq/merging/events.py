"""Two meetings: when, where, between whom, and who is named in both reports."""

from functools import lru_cache

from mithaq.languages.skeleton import skeleton
from mithaq.merging.digest import Digest, EventPart, PersonForm
from mithaq.merging.link import Feature
from mithaq.merging.times import days, gap
from mithaq.merging.weights import EVENT, LEADER, MEMBER, PEOPLE_MOST

_VISITS = frozenset(("state_visit", "official_visit", "working_visit", "visit", "talks", "consultations"))
_NEAR = (
    _VISITS,
    frozenset(("summit", "forum", "consultations", "talks", "visit")),
    frozenset(("commission_session", "consultations", "talks")),
    # The signing alone is told of in one report, the visit it was part of in another.
    frozenset(("ceremony", "talks", "visit", "forum", "working_visit", "official_visit")),
)
_OF_MANY = frozenset(("summit", "forum"))
_LEADERS = frozenset(("head_of_state", "head_of_government", "monarch", "crown_prince"))
_SINGLE = frozenset((*_LEADERS, "foreign_minister"))
"""Offices that one person of a state holds at a time."""
_WEEK, _MONTH = 7, 31


def parties(digest: Digest) -> frozenset[str]:
    """Who met: host and guests, or the states of the report where it does not tell them."""
    event = digest.event
    met = {event.host, *event.guests} - {None} if event else set()
    return frozenset(state for state in met if state) if len(met) > 1 else frozenset(digest.countries)


def content(left: Digest, right: Digest) -> list[Feature] | None:
    """What speaks for two reports telling of one meeting, its documents and sums aside; None without two."""
    one, other = left.event, right.event
    if one is None or other is None:
        return None
    states = _states(parties(left), parties(right))
    if states is None:
        return None
    out = [EVENT["prior"], states]
    out += _time(left, right)
    out.append(_kinds(one.kind, other.kind, states.weight < 0))
    out += _place(one, other)
    out += _people(left.people, right.people)
    return out


@lru_cache(maxsize=1 << 14)
def _states(left: frozenset[str], right: frozenset[str]) -> Feature | None:
    if left == right:
        return EVENT["states_same"]
    both = len(left & right)
    if not both:
        return None
    return EVENT["states_overlap" if both > 1 else "states_one_shared"]


def _time(left: Digest, right: Digest) -> list[Feature]:
    one, other = days(_date(left)), days(_date(right))
    if one and other:
        return [_dates(one, other)]
    if one or other:
        return _published(one or other, left.published if other else right.published)
    return _published(days(left.published), right.published)


def _date(digest: Digest) -> str | None:
    return digest.event.date if digest.event else None


def _dates(one: tuple[int, int], other: tuple[int, int]) -> Feature:
    apart = gap(one, other)
    if not apart:
        width = max(one[1] - one[0], other[1] - other[0])
        return EVENT["day_same" if not width else "month_same" if width < _MONTH else "year_same"]
    if apart == 1:
        return EVENT["day_next"]
    for limit, name in ((2, "days_two"), (3, "days_few"), (_WEEK, "days_week"), (_MONTH, "days_month")):
        if apart <= limit:
            return EVENT[name]
    return EVENT["date_far"]


def _published(day: tuple[int, int] | None, published: str | None) -> list[Feature]:
    """What the day of publication says where one report gives no date: most are told within days."""
    told = days(published)
    if not (day and told):
        return [EVENT["time_unknown"]]
    if day[0] - 3 <= told[0] and told[0] - day[1] <= _WEEK:
        return [EVENT["published_near"]]
    return [EVENT["published_far" if gap(day, told) > _MONTH else "time_unknown"]]


@lru_cache(maxsize=1024)
def _kinds(left: str, right: str, of_many: bool) -> Feature:
    """What two kinds say; talks beside a meeting of many states are not that meeting."""
    if left == right:
        return EVENT["kind_same"]
    if "call" in (left, right):
        return EVENT["kind_contrary"]
    many = of_many and bool({left, right} & _OF_MANY)
    near = any(left in near and right in near for near in _NEAR)
    return EVENT["kind_near" if near and not many else "kind_other"]


def _place(left: EventPart, right: EventPart) -> list[Feature]:
    out = []
    if left.country and right.country:
        out.append(EVENT["country_same" if left.country == right.country else "country_other"])
    elif left.host and right.host and left.host != right.host:
        out.append(EVENT["host_other"])
    if left.city and right.city:
        out.append(EVENT["city_same" if left.city == right.city else "city_other"])
    return out


@lru_cache(maxsize=1 << 16)
def _holder(form: PersonForm) -> tuple[str, str, frozenset[str]]:
    """Office, country, and the skeleton words of the name."""
    return form.office, form.country or "", frozenset(skeleton(form.name))


def _people(left: tuple[PersonForm, ...], right: tuple[PersonForm, ...]) -> list[Feature]:
    """People named in both; a single office held by two persons."""
    held: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for form in right:
        office, country, name = _holder(form)
        held.setdefault(office, []).append((country, name))
    weight, contrary = 0.0, False
    for form in left:
        office, country, name = _holder(form)
        others = held.get(office, ())
        if any(name & other for _, other in others):
            weight += LEADER if office in _LEADERS else MEMBER
        elif office in _SINGLE and country and any(country == state for state, _ in others):
            contrary = True
    out = [Feature("people", round(min(PEOPLE_MOST, weight), 2))] if weight else []
    if left and right and not weight:
        out.append(EVENT["people_other"])
    return [*out, EVENT["office_other_person"]] if contrary else out
