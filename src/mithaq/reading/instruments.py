"""Instruments: who signed each document, what it is about, for which years."""

from mithaq.languages.senses import PERIOD, SECTOR
from mithaq.lists import portfolios
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.dates import Dated, period
from mithaq.reading.draft import Draft
from mithaq.reading.money import Sum
from mithaq.reading.parties import parties
from mithaq.reading.people import Holder
from mithaq.reading.sectors import outside

_SUBNATIONAL = frozenset(("region_administration", "city_administration", "region", "city"))


def complete(
    context: Context,
    found: list[Draft],
    found_bodies: list[Body],
    people: list[Holder],
    dated: list[Dated],
    sums: list[Sum],
) -> None:
    """Give every draft its parties, subjects, years and value."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in found:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    skip = _years_of_dates(context, dated)
    for number, group in by_sentence.items():
        sentence = context.sentences[number]
        here = [b for b in found_bodies if sentence.start <= b.start < sentence.end]
        holders = [h for h in people if sentence.start <= h.start < sentence.end]
        parties(context, group, here, holders)
        for draft in group:
            _subjects(context, draft, here, holders)
            draft.period = period(context, *draft.region, skip)
            _value(draft, sums)
    _same_period(context, found)


def _years_of_dates(context: Context, dated: list[Dated]) -> set[int]:
    """Where the years stand that belong to a full date."""
    places: set[int] = set()
    for date in dated:
        places.update(m.start for m in context.within(date.start, date.end))
    return places


def _subjects(context: Context, draft: Draft, here: list[Body], holders: list[Holder]) -> None:
    """The sectors a document is about: words of its region outside bodies and offices, else the bodies' own."""  # noqa: E501
    taken = [(b.start, b.end) for b in here] + [(h.start, h.end) for h in holders]
    for mention in context.within(*draft.region):
        if mention.bits & SECTOR and outside(mention, taken):
            draft.cues.append((mention.begin, mention.end))
            draft.sectors += [c for c in mention.values[SECTOR] if c not in draft.sectors]
    if not draft.sectors:
        for body in draft.bodies:
            draft.sectors += [s for s in map(sector_of, body.portfolio) if s not in draft.sectors]
    if any(body.kind in _SUBNATIONAL for body in draft.bodies) or any(  # noqa: SIM102
        h.code in ("governor", "mayor") for h in draft.holders
    ):
        if "regional" not in draft.sectors:
            draft.sectors.append("regional")


def sector_of(portfolio: str) -> str:
    """The sector a portfolio counts for."""

    row = portfolios().get(portfolio)
    return row.sector if row else portfolio


def _value(draft: Draft, sums: list[Sum]) -> None:
    """The document's own sum: one in its region that is about agreements, a loan or a grant."""
    for money in sums:
        if draft.region[0] <= money.start < draft.region[1] and money.about in (
            "agreements",
            "loan",
            "grant",
        ):
            draft.value, draft.currency = money.value, money.currency
            return


def _same_period(context: Context, found: list[Draft]) -> None:
    """ "For the same period": the years of the document before."""

    last = None
    for draft in found:
        if draft.period is not None:
            last = draft.period
        elif last is not None and any(m.has(PERIOD, "same") for m in context.within(*draft.region)):
            draft.period = last
