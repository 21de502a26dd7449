"""Instruments: who signed each document, what it is about, for which years."""

from bisect import bisect_left

from mithaq.languages.senses import PERIOD
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.dates import Dated, period
from mithaq.reading.draft import Draft
from mithaq.reading.mention import DIGITS
from mithaq.reading.money import Sum
from mithaq.reading.parties import share
from mithaq.reading.people import Holder
from mithaq.reading.subjects import Taken, subjects, told_on

_OWN = frozenset(("agreements", "loan", "grant"))
"""What a sum is that can be a document's own."""


def complete(
    context: Context,
    found: list[Draft],
    found_bodies: list[Body],
    people: list[Holder],
    dated: list[Dated],
    sums: list[Sum],
) -> None:
    """Give every draft its parties, subjects, years and value."""
    share(context, found, found_bodies, people)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in found:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    skip = _years_of_dates(context, dated)
    own = [money for money in sums if money.about in _OWN]
    body_starts = [body.start for body in found_bodies]
    holder_starts = [holder.start for holder in people]
    for number, group in by_sentence.items():
        sentence = context.sentences[number]
        start, end = sentence.start, sentence.end
        here = found_bodies[bisect_left(body_starts, start) : bisect_left(body_starts, end)]
        holders = people[bisect_left(holder_starts, start) : bisect_left(holder_starts, end)]
        taken = Taken(here, holders)
        for draft in group:
            subjects(context, draft, taken)
            if sentence.bits & DIGITS:
                draft.period = period(context, *draft.region, skip)
            _value(draft, own)
        if number + 1 not in by_sentence:
            told_on(context, group[-1], taken)
    _same_period(context, found)


def _years_of_dates(context: Context, dated: list[Dated]) -> set[int]:
    """Where the years stand that belong to a full date."""
    places: set[int] = set()
    for date in dated:
        places.update(m.start for m in context.within(date.start, date.end))
    return places


def _value(draft: Draft, sums: list[Sum]) -> None:
    """The document's own sum: the first in its region."""
    at = bisect_left(sums, draft.region[0], key=_start)
    if at < len(sums) and sums[at].start < draft.region[1]:
        draft.value, draft.currency = sums[at].value, sums[at].currency


def _start(money: Sum) -> int:
    return money.start


def _same_period(context: Context, found: list[Draft]) -> None:
    """ "For the same period", or one of several that a total with years is split into: the years before."""
    last, shared = None, -1
    for draft in found:
        if draft.period is not None:
            last, shared = draft.period, draft.sentence if draft.bulk else -1
        elif last is None:
            continue
        elif (draft.elided and shared == draft.sentence) or (
            context.sentences[draft.sentence].bits & PERIOD
            and any(m.bits & PERIOD and m.has(PERIOD, "same") for m in context.within(*draft.clause))
        ):
            draft.period = last
