"""The meeting a report tells of: its kind, when and where it was held."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mithaq.languages.senses import (
    DAY,
    DOCUMENT,
    MEETING,
    MEETING_MARK,
    ORDINAL,
    RELATION,
    SPEECH,
    STATUS,
    WEEKDAY,
)
from mithaq.lists import meetings as kinds
from mithaq.reading.context import Context
from mithaq.reading.dates import Dated, is_year, relative
from mithaq.reading.layout import FURNITURE_LINE, TITLE, Sentence
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.people import Holder
from mithaq.reading.venues import venue

_VISITS = frozenset(("state_visit", "official_visit", "working_visit", "visit"))
_PER_SENTENCE, _AT_MOST = 0.3, 4.0
"""What a meeting loses for every sentence it stands below the top."""
_TITLED, _PAST, _MARGIN, _COMING, _IDLE, _SAID = 0.3, 4.0, 3.0, 2.0, 1.5, 2.0
_SESSION = 70
_TITLE, _QUOTE = 45, 600
_GATHERINGS = frozenset(("summit", "forum"))
"""Meetings of many, on whose margins others are held."""
_YEAR_REACH = 70
_WEEKS = 21
"""After how many days a dated meeting is no longer the one a report tells of."""
_DATELINE = 60
"""How far behind the page's date the dateline may say it again."""


@dataclass(slots=True)
class Met:
    """The meeting under way."""

    kind: str
    mention: Mention | None
    date: str | None = None
    city: str | None = None
    country: str | None = None
    cues: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class Told:
    """What the rest of the reading knows when it looks for the meeting."""

    dated: Sequence[Dated]
    base: Dated | None
    principal: Sequence[str]
    people: Sequence[Holder]
    signed: bool
    starts: Sequence[int] = field(init=False)
    """Where the dates start."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [dated.start for dated in self.dated])


def meeting(context: Context, told: Told) -> Met | None:
    """The meeting of the report, or None where it tells of none."""
    best = _kind(context, told)
    if best is None and not told.signed:
        return None
    kind, mention = best or ("ceremony", None)
    position = mention.start if mention is not None else _signing(context)
    met = Met(kind, mention)
    if mention is not None:
        met.cues.append((mention.begin, mention.end))
    _when(context, met, told, position)

    def bygone(sentence: Sentence) -> bool:
        return past(context, sentence, told.base)

    place = venue(context, position, kind in _VISITS, told.principal, told.people, bygone)
    if place is not None:
        met.city, met.country = place.city, place.country
        met.cues.append((place.start, place.end))
    return met


def _signing(context: Context) -> int:
    """Where the first signing stands."""
    return next((m.start for m in context.picked(STATUS | DOCUMENT)), 0)


def _kind(context: Context, told: Told) -> tuple[str, Mention] | None:
    """The meeting that names the report: the rank of its kind, lessened by what speaks against it."""
    ranks = kinds()
    best: tuple[float, str, Mention] | None = None
    for mention in context.picked(MEETING):
        number = context.sentence_at(mention.start)
        sentence = context.sentences[number]
        if sentence.kind == FURNITURE_LINE:
            continue
        against = _against(context, sentence, number, mention, told.base)
        if _long_ago(told, mention.end, min(mention.end + _YEAR_REACH, sentence.end)):
            against += _PAST
        for code in mention.values[MEETING]:
            score = ranks[code].rank - against
            if best is None or score > best[0]:
                best = (score, code, mention)
    return (best[1], best[2]) if best else None


def _against(
    context: Context, sentence: Sentence, number: int, mention: Mention, base: Dated | None
) -> float:
    """What speaks against a meeting as the report's own: its place, its time, another held beside it."""
    against = min(_PER_SENTENCE * number, _AT_MOST)
    if sentence.kind == TITLE:
        against -= _TITLED
    gathering = not _GATHERINGS.isdisjoint(mention.values[MEETING])
    bygone = int(_of_another_year(context, sentence, mention, base))
    for place in context.among(MEETING_MARK, sentence):
        near = context.mentions[place]
        codes = near.values[MEETING_MARK]
        if "past" in codes and abs(near.start - mention.start) < 60:
            bygone += 1
        if gathering and "margins" in codes and 0 <= mention.start - near.end < 16:
            against += _MARGIN
        if "coming" in codes and abs(near.start - mention.start) < 60:
            against += _COMING
    kinds_told = mention.values[MEETING]
    if "commission_session" in kinds_told and not _in_session(context, mention):
        against += _IDLE
    if "consultations" in kinds_told and _in_title(context, mention):
        against += _PAST
    if not _VISITS.isdisjoint(kinds_told) and _quoted(context, mention.start):
        against += _SAID
    return against + _PAST * min(bygone, 2)


def _in_session(context: Context, commission: Mention) -> bool:
    """Whether a commission meets: words of holding, or the number of its session, stand beside it."""
    if context.head_final:
        return True  # "отырысы" is part of its name
    low, high = max(commission.start - _SESSION, 0), commission.end + _SESSION
    near = context.within(low, high)
    return any(m.has(MEETING_MARK, "held") or m.bits & (ORDINAL | DIGITS) for m in near)


def _in_title(context: Context, mention: Mention) -> bool:
    """Whether a meeting is only what a document is about: "a memorandum on political consultations"."""
    at = context.index(mention.start)
    near = context.mentions[at + 1 : at + 3] if context.head_final else context.mentions[max(at - 3, 0) : at]
    first, last = (
        (mention.start, mention.start + _TITLE) if context.head_final else (mention.start - _TITLE, 0)
    )
    on = [m for m in near if m.has(RELATION, "on") and (not last or m.end < last) and m.start >= first]
    return bool(on) and any(m.bits & DOCUMENT for m in near)


def _quoted(context: Context, position: int) -> bool:
    """Whether a quotation that its paragraph opened still runs at a position."""
    low = max(context.clean.rfind("\n", 0, position), position - _QUOTE)
    words = context.clean[low + 1 : position]
    return (
        words.count("«") > words.count("»")
        or words.count("“") > words.count("”")
        or words.count('"') % 2 == 1
    )


def _of_another_year(context: Context, sentence: Sentence, mention: Mention, base: Dated | None) -> bool:
    """Whether the year said with a meeting is not the report's."""
    if base is None or base.year is None or not sentence.bits & DIGITS:
        return False
    # a page of January or February tells of December
    least = base.year - (1 if base.month is not None and base.month < 3 else 0)
    low, high = mention.start - _YEAR_REACH, mention.start + _YEAR_REACH
    figures = [context.mentions[place] for place in context.among(DIGITS, sentence)]
    years = [m for m in figures if low < m.start < high and is_year(m)]
    return bool(years) and all(m.value < least for m in years)


def _long_ago(told: Told, low: int, high: int) -> bool:
    """Whether a date weeks before that of the page stands between two places behind a meeting."""
    base = told.base
    if base is None or not (base.year and base.month and base.day):
        return False
    near = told.dated[bisect_left(told.starts, low) : bisect_left(told.starts, high)]
    for dated in near:
        if dated.year and dated.month and dated.day:
            days = (base.year - dated.year) * 365 + (base.month - dated.month) * 30 + base.day - dated.day
            return days > _WEEKS
    return False


def past(context: Context, sentence: Sentence, base: Dated | None) -> bool:
    """Whether a sentence tells of earlier times: by its words, or by a year before the report's."""
    mentions = context.mentions
    if any("past" in mentions[at].values[MEETING_MARK] for at in context.among(MEETING_MARK, sentence)):
        return True
    if base is None or base.year is None or not sentence.bits & DIGITS:
        return False
    years = [mentions[at].value for at in context.among(DIGITS, sentence) if is_year(mentions[at])]
    return bool(years) and max(years) < base.year


def _when(context: Context, met: Met, told: Told, position: int) -> None:
    """The date: in the meeting's sentence, else beside a signing, else the page's date."""
    own = context.sentences[context.sentence_at(position)]
    for sentence in _sentences_of_date(context, position):
        for iso, start, end in _days(context, sentence, told, sentence is own):
            if told.base is None or _close(iso, told.base):
                met.date = iso
                met.cues.append((start, end))
                return
    base = told.base
    if base is None:
        _month(met, told.dated, own)
    elif base.iso and (base.end or context.text.published) and not _coming(context, position):
        met.date = base.iso
        if base.end:
            met.cues.append((base.start, base.end))


def _month(met: Met, dated: Sequence[Dated], own: Sentence) -> None:
    """The month the meeting's own sentence names, where no day is told anywhere."""
    for date in dated:
        if own.start <= date.start < own.end and date.year and date.month and not date.day:
            met.date = date.iso
            met.cues.append((date.start, date.end))
            return


def _coming(context: Context, position: int) -> bool:
    """Whether the meeting is still to come, so that the page's date is not its date."""
    sentence = context.sentences[context.sentence_at(position)]
    return any(m.has(MEETING_MARK, "coming") and abs(m.start - position) < 60 for m in context.of(sentence))


def _sentences_of_date(context: Context, position: int) -> Iterator[Sentence]:
    """Where the date of a meeting may be said: its sentence, then the first ones, nearest first."""
    number = context.sentence_at(position)
    yield context.sentences[number]
    for other in range(min(len(context.sentences), number + 3)):
        sentence = context.sentences[other]
        held = sentence.bits & (MEETING | STATUS | MEETING_MARK)
        if other != number and held and sentence.kind != FURNITURE_LINE:
            yield sentence


def _days(context: Context, sentence: Sentence, told: Told, own: bool) -> Iterator[tuple[str, int, int]]:
    """The days a sentence names: full dates, weekdays; in the meeting's own sentence the page's date."""
    base = told.base
    low, high = bisect_left(told.starts, sentence.start), bisect_left(told.starts, sentence.end)
    near = [d for d in told.dated[low:high] if d.day]
    for dated in near:
        iso = _with_year(dated, base)
        again = base is not None and iso == base.iso and dated.start < base.end + _DATELINE
        if iso and not again:
            yield iso, dated.start, dated.end
    for mention in context.of(sentence) if sentence.bits & (DAY | WEEKDAY) else ():
        if mention.bits & (DAY | WEEKDAY) and not mention.bits & MEETING:
            if any(-12 < d.start - mention.end <= 3 or -1 <= mention.start - d.end <= 3 for d in near):
                continue
            counted = None if _told_on(context, mention) else relative(mention, base)
            if counted:
                yield counted, mention.start, mention.end
    if own and base is not None and base.iso and base in near:
        yield base.iso, base.start, base.end


def _told_on(context: Context, day: Mention) -> bool:
    """Whether a day is that of telling only: "said on Wednesday", "в среду сообщил"."""
    for verb in context.within(max(day.start - 30, 0), day.end + 20):
        if verb.bits & SPEECH:
            first, last = min(verb.end, day.end), max(verb.start, day.start)
            if last - first < 16 and not any(mark in context.clean[first:last] for mark in ",،"):
                return True
    return False


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
