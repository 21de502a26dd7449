"""Two documents told of: what of their kind, bodies, subject, period and words agrees."""

from functools import lru_cache

from mithaq.merging.digest import InstrumentPart
from mithaq.merging.keys import contrary, near, parsed
from mithaq.merging.link import Feature
from mithaq.merging.times import days, gap
from mithaq.merging.weights import INSTRUMENT, KINDS
from mithaq.merging.words import alike, stems

_FAMILIES = {
    "treaty": "treaty", "convention": "treaty", "agreement": "treaty", "roadmap": "plan", "plan": "plan",
    "programme": "plan", "memorandum": "memorandum", "protocol": "protocol", "minutes": "protocol",
    "joint_statement": "statement", "contract": "contract", "letter": "letter", "document": "document",
}  # fmt: skip
_LOOSE = frozenset(
    frozenset(pair)
    for pair in (
        ("treaty", "memorandum"), ("treaty", "contract"), ("treaty", "letter"), ("treaty", "protocol"),
        ("memorandum", "protocol"), ("memorandum", "letter"), ("memorandum", "plan"), ("treaty", "plan"),
        ("statement", "memorandum"),
    )
)  # fmt: skip
_BARE = 2
"""Features of two documents of which nothing but the kind was compared."""
_TELLING = 1.0
"""A kind that says so much needs no subject: a meeting has one joint statement."""
_BULK = 1
_LARGE = 10
"""A number of documents that two meetings hardly share."""
_BACKGROUND_DAYS = 10
_SAME_KIND = {kind: Feature("kind_same", weight) for kind, weight in KINDS.items()}
_PRIOR = INSTRUMENT["prior"]


@lru_cache(maxsize=4096)
def kinds(left: str, right: str) -> Feature | None:
    """What two kinds say; None where one document cannot be called by both."""
    if left == right:
        return _SAME_KIND.get(left, INSTRUMENT["kind_near"])
    one, other = family(left), family(right)
    if one == other:
        return INSTRUMENT["kind_near"]
    if "document" in (one, other) or frozenset((one, other)) in _LOOSE:
        return INSTRUMENT["kind_loose"]
    return None


def family(kind: str) -> str:
    """The kinds that reports and languages take for one another share a family."""
    return _FAMILIES.get(kind, kind)


def content(left: InstrumentPart, right: InstrumentPart, same_language: bool) -> list[Feature] | None:
    """What speaks for two documents being one, the meetings aside; None where nothing can make them one."""
    kind = kinds(left.kind, right.kind)
    if kind is None:
        return None
    out = [_PRIOR, kind]
    if left.countries != right.countries and not _states(left, right, out):
        return None
    if left.count != right.count or left.count != _BULK:
        _count(left.count, right.count, out)
    if left.keys and right.keys:
        out += bodies(left.keys, right.keys)
    if left.sectors and right.sectors:
        out.append(_sectors(left.sectors, right.sectors))
    if (left.start or left.end) and (right.start or right.end):
        out.append(_period(left, right))
    if left.value is not None and right.value is not None and left.currency == right.currency:
        out.append(_value(left.value, right.value))
    if left.date and right.date:
        _date(left.date, right.date, out)
    if len(out) == _BARE and kind.weight < _TELLING:
        out.append(INSTRUMENT["subject_unknown"])
    out.append(_status(left.status, right.status))
    if same_language and left.title and right.title:
        _title(left.title, right.title, out)
    return out


def marks(part: InstrumentPart) -> list[str]:
    """What two documents of very long lists must share one of to be compared."""
    kind = family(part.kind)
    told = (*part.keys, *part.sectors, part.start, part.end, part.date, part.value, part.count, part.title)
    return [f"{kind}|{mark}" for mark in told if mark not in {None, _BULK}]


def background(part: InstrumentPart, met: str | None) -> bool:
    """Whether a document is told of as one of earlier days: it and the meeting say nothing of each other."""
    if part.status == "in_force":
        return True
    own, meeting = days(part.date), days(met)
    return own is not None and meeting is not None and gap(own, meeting) > _BACKGROUND_DAYS


def steps(left: str, right: str) -> bool:
    """Whether two statuses are stages of one document: announced, negotiated, signed."""
    return left != right and left in _STEPS and right in _STEPS


def _states(left: InstrumentPart, right: InstrumentPart, out: list[Feature]) -> bool:
    """Whether the states can be those of one document; an overlap is noted."""
    one, other = frozenset(left.countries), frozenset(right.countries)
    if one == other:
        return True
    if one and other and len(one & other) < min(2, len(one), len(other)):
        return False
    out.append(INSTRUMENT["states_overlap"])
    return True


def _count(left: int | None, right: int | None, out: list[Feature]) -> None:
    if left is None or right is None:
        if left != right:
            out.append(INSTRUMENT["count_one_of_many" if _BULK in {left, right} else "count_one_sided"])
    elif left == right:
        out.append(INSTRUMENT["count_large_same" if left >= _LARGE else "count_same"])
    elif _BULK in (left, right):
        out.append(INSTRUMENT["count_one_of_many"])
    else:
        close = abs(left - right) <= max(1, 0.1 * max(left, right))
        out.append(INSTRUMENT["count_near" if close else "count_other"])


@lru_cache(maxsize=1 << 16)
def bodies(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Feature, ...]:
    """What the keys of the signing bodies say."""
    same = set(left) & set(right)
    general = sum(1 for key in same if key.endswith("/government") or key.startswith("XX/"))
    telling = len(same) - general
    out = []
    if telling:
        out.append(INSTRUMENT["bodies_same" if telling > 1 else "bodies_one_same"])
    if general:
        out.append(INSTRUMENT["governments_both" if general > 1 else "body_government"])
    rest = [(one, other) for one in left if one not in same for other in right if other not in same]
    if any(near(one, other) for one, other in rest):
        out.append(INSTRUMENT["bodies_near"])
    elif telling < 2:
        out += _others(rest)
    return tuple(out)


def _others(pairs: list[tuple[str, str]]) -> list[Feature]:
    """What bodies say of which none are one: nothing where their names alone differ, in two scripts."""
    against = [parsed(one).kind == parsed(other).kind for one, other in pairs if contrary(one, other)]
    if not against:
        return []
    return [INSTRUMENT["bodies_other" if any(against) else "bodies_of_other_kinds"]]


@lru_cache(maxsize=1 << 16)
def _sectors(left: tuple[str, ...], right: tuple[str, ...]) -> Feature:
    one, other = set(left), set(right)
    if one == other:
        return INSTRUMENT["sectors_same"]
    return INSTRUMENT["sectors_overlap" if one & other else "sectors_other"]


def _period(left: InstrumentPart, right: InstrumentPart) -> Feature:
    if (left.start, left.end) == (right.start, right.end):
        return INSTRUMENT["period_same"]
    starts = not (left.start and right.start) or _agree(left.start, right.start)
    ends = not (left.end and right.end) or _agree(left.end, right.end)
    return INSTRUMENT["period_overlap" if starts and ends else "period_other"]


def _agree(left: str, right: str) -> bool:
    """Whether two dates can be one, told with different precision."""
    return left.startswith(right) or right.startswith(left)


def _value(left: float, right: float) -> Feature:
    if left == right:
        return INSTRUMENT["value_same"]
    close = abs(left - right) <= 0.25 * max(abs(left), abs(right))
    return INSTRUMENT["value_near" if close else "value_other"]


def _date(left: str, right: str, out: list[Feature]) -> None:
    one, other = days(left), days(right)
    if one and other:
        apart = gap(one, other)
        if not apart:
            out.append(INSTRUMENT["date_same" if one == other and one[0] == one[1] else "date_within"])
        elif apart > 3:
            out.append(INSTRUMENT["date_other"])


_STEPS = frozenset(("signed", "planned", "negotiating"))


def _status(left: str, right: str) -> Feature:
    if left == right:
        return INSTRUMENT["status_same"]
    return INSTRUMENT["status_later" if steps(left, right) else "status_background"]


def _title(left: str, right: str, out: list[Feature]) -> None:
    share = alike(stems(left), stems(right))
    if share >= 0.6:
        out.append(INSTRUMENT["title_same"])
    elif share >= 0.35:
        out.append(INSTRUMENT["title_near"])
    elif share < 0.1:
        out.append(INSTRUMENT["title_other"])
