"""Instruments: who signed each document, what it is about, for which years; and which drafts stay."""

from mithaq.languages.senses import ADJECTIVE, CAPITAL, COUNTRY, PERIOD, PLACE, RELATION, SECTOR
from mithaq.lists import portfolios
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.dates import Dated, period, years
from mithaq.reading.documents import Draft
from mithaq.reading.money import Sum
from mithaq.reading.parties import parties
from mithaq.reading.people import Holder
from mithaq.reading.sectors import outside
from mithaq.reading.states import state_of

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


def keep(context: Context, found: list[Draft]) -> list[Draft]:
    """The drafts that are entries: those with a status, each document once, no total beside its items."""
    told = [draft for draft in found if draft.status in ("signed", "planned", "negotiating", "in_force")]
    kept: list[Draft] = []
    body_text = [draft for draft in told if not draft.headline]
    singles = [draft for draft in body_text if not draft.bulk]
    for draft in told:
        why = _loses(context, draft, kept, body_text, singles)
        if why:
            context.note(
                "instrument", f"{draft.kind}, {draft.status}", draft.start, draft.end, why, kept=False
            )
            continue
        kept.append(draft)
        context.note("instrument", f"{draft.kind}, {draft.status}", draft.start, draft.end)
    return kept


def _loses(  # noqa: PLR0911
    context: Context, draft: Draft, kept: list[Draft], body_text: list[Draft], singles: list[Draft]
) -> str:
    """Why a draft is no entry; empty where it is one."""
    if draft.headline and body_text:
        return "the headline's document is told in the text"
    if draft.bulk:
        same = [s for s in singles if s.status == draft.status and s is not draft]
        if draft.count is None and singles and not (draft.bodies or draft.holders):
            return "an unnumbered plural beside documents told one by one"
        if same and (draft.count is None or not _elsewhen(context, draft)):
            return "a total beside its items"
        if any(
            k.bulk and k.kind == draft.kind and k.count == draft.count and k.status == draft.status
            for k in kept
        ):
            return "the same total again"
        return ""
    for earlier in kept:
        if _same(context, earlier, draft):
            _merge(earlier, draft)
            return "the same document again"
    return ""


def _elsewhen(context: Context, draft: Draft) -> bool:
    """Whether a total is of another time than the report's own documents: it has a year of its own or is valid."""  # noqa: E501
    if draft.status == "in_force":
        return True
    sentence = context.sentences[draft.sentence]

    return bool(years(context, sentence.start, sentence.end)) and draft.sentence > 1


def _same(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether a later draft takes an earlier document up again."""
    if earlier.bulk:
        return False
    this = any(
        m.has(RELATION, "this") and (0 <= draft.start - m.end < 14 or 0 <= m.start - draft.end < 4)
        for m in context.within(max(draft.start - 20, 0), draft.end + 6)
    )
    if draft.kind == "document":
        return this or draft.bare
    if earlier.kind != draft.kind or draft.item:
        return this and draft.bare and draft.sentence - earlier.sentence <= 2 and not draft.item
    if this or draft.bare:
        return True
    if earlier.bare and not earlier.item:
        return True
    same_signers = {b.kind for b in draft.bodies} <= {b.kind for b in earlier.bodies}
    overlap = set(draft.sectors) & set(earlier.sectors)
    return (
        bool(overlap)
        and not draft.bodies
        and same_signers
        and draft.sentence != earlier.sentence
        and set(draft.sectors) <= set(earlier.sectors)
    )


def _merge(earlier: Draft, draft: Draft) -> None:
    """What a second telling adds."""
    earlier.bodies = earlier.bodies or draft.bodies
    earlier.holders = earlier.holders or draft.holders
    earlier.sectors = earlier.sectors or draft.sectors
    earlier.period = earlier.period or draft.period
    if earlier.value is None:
        earlier.value, earlier.currency = draft.value, draft.currency


def countries(context: Context, draft: Draft, principal: list[str]) -> list[str]:
    """Between which states a document is: its bodies' and those of its region, filled up with the report's."""  # noqa: E501
    codes = [b.country for b in draft.bodies] + [h.country for h in draft.holders]
    between = any(m.has(RELATION, "between") for m in context.within(*draft.region))
    for mention in context.within(*draft.region):
        if mention.bits & (COUNTRY | ADJECTIVE) or (between and mention.bits & (CAPITAL | PLACE)):
            codes.append(state_of(mention))  # noqa: PERF401
    named = list(dict.fromkeys(code for code in codes if code))
    own = [code for code in named if code in principal]
    if len(own) >= 2:
        return sorted(own)
    if between and len(named) >= 2:
        return sorted(named[:3])
    rest = [code for code in principal if code not in own]
    return sorted((own + rest)[:2])
