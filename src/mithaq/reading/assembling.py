"""From findings to a record: evidence is cut, names are romanised, confidence is given."""

from mithaq.languages.romanising import latin
from mithaq.model.record import (
    Amount,
    Coded,
    Commitment,
    Document,
    Instrument,
    Meeting,
    Period,
    Person,
    Record,
    Signatory,
    Statement,
)  # fmt: skip
from mithaq.model.span import Evidence
from mithaq.reading.body import Body, key
from mithaq.reading.commitments import Promise
from mithaq.reading.confidence import confidence
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.findings import Findings
from mithaq.reading.individuals import fullest
from mithaq.reading.meetings import Met
from mithaq.reading.mention import Mention
from mithaq.reading.money import Sum
from mithaq.reading.people import Holder
from mithaq.reading.statements import Said
from mithaq.reading.states import Weighed

_MOST_EVIDENCE = 5


def record(context: Context, document: Document, found: Findings) -> Record:
    """The record; a text that records no cooperation between states gives empty lists."""
    if not found.cooperation:
        return Record(document)
    people, holder_index = _people(context, found.people)
    return Record(
        document,
        countries=tuple(_country(context, party) for party in sorted(found.parties, key=lambda p: p.code)),
        sectors=tuple(
            _sector(context, code, mentions) for code, mentions in sorted(found.fields.items())
        ),
        meeting=_meeting(context, found) if found.met else None,
        people=people,
        instruments=tuple(_instrument(context, draft) for draft in found.drafts),
        amounts=tuple(_amount(context, money) for money in found.sums),
        commitments=tuple(
            _commitment(context, promise) for promise in found.promises
        ),
        statements=tuple(_statement(context, said, holder_index) for said in found.said),
    )  # fmt: skip


def _proof(context: Context, spans: list[tuple[int, int]]) -> tuple[Evidence, ...]:
    """The first few spans as evidence, each once, in order."""
    if len(spans) > 1:
        spans = sorted(set(spans))[:_MOST_EVIDENCE]
    return context.quotes(spans)


def _sector(context: Context, code: str, mentions: list[Mention]) -> Coded:
    spans = [(mention.begin, mention.end) for mention in mentions[:_MOST_EVIDENCE]]
    return Coded(code, context.quotes(spans), confidence("sector", len(mentions)))


def _country(context: Context, party: Weighed) -> Coded:
    spans = [(mention.begin, mention.stem) for mention in party.mentions[:_MOST_EVIDENCE]]
    return Coded(party.code, context.quotes(spans), confidence("country", party.firm))


def _commitment(context: Context, promise: Promise) -> Commitment:
    proof = context.quote(promise.start, promise.end)
    return Commitment(
        promise.modality, tuple(promise.actors), tuple(promise.sectors), proof.quote, promise.due, (proof,),
        confidence("commitment"),
    )  # fmt: skip


def _statement(context: Context, said: Said, places: dict[int, int]) -> Statement:
    proof = context.quote(said.start, said.end)
    return Statement(places.get(said.speaker) if said.speaker is not None else None, proof.quote, (proof,))


def _meeting(context: Context, found: Findings) -> Meeting:
    met = found.met
    assert met is not None
    codes = found.codes
    host = met.country if met.country in codes else None
    guests = tuple(sorted(code for code in codes if code != host)) if host else ()
    spans = met.cues or _first_signing(found)
    return Meeting(
        met.kind, met.date, met.city, met.country, host, guests, _proof(context, spans), _sure(met)
    )


def _first_signing(found: Findings) -> list[tuple[int, int]]:
    draft = found.drafts[0]
    return [draft.status_at or (draft.start, draft.end)]


def _sure(met: Met) -> float:
    return confidence("meeting", len(met.cues))


def _people(context: Context, found: list[Holder]) -> tuple[tuple[Person, ...], dict[int, int]]:
    """Everyone named with an office, each once by the fullest name, and where each holder went."""
    mentions: dict[int, list[Holder]] = {}
    order: dict[int, int] = {}
    place: dict[int, int] = {}
    for index, holder in enumerate(found):
        if holder.person >= 0:
            kept = holder.person not in mentions
            mentions.setdefault(holder.person, []).append(holder)
            place[index] = order.setdefault(holder.person, len(order))
            context.note("people", holder.code, *holder.names[0], "" if kept else "already named", kept=kept)
    return tuple(_person(context, holders) for holders in mentions.values()), place


def _person(context: Context, holders: list[Holder]) -> Person:
    """A person with the office he is first named by, under his fullest name."""
    holder = next((h for h in holders if h.code != "other"), holders[0])
    start, end = fullest(context, [name for holder in holders for name in holder.names])
    name = context.words(start, end)
    spans = [holder.names[0], (holder.start, holder.end), (start, end)]
    return Person(
        name, latin(name), holder.code, context.words(holder.start, holder.end), holder.country,
        key(holder.body, _name(context, holder.body)) if holder.body else None, _proof(context, spans),
        confidence("person", int(holder.sure)),
    )  # fmt: skip


def _name(context: Context, body: Body) -> str:
    return context.words(body.start, body.name_end)


def _signatory(context: Context, body: Body) -> Signatory:
    proof = context.quote(body.start, body.name_end)
    return Signatory(
        proof.quote, body.kind, tuple(sorted(set(body.portfolio))), body.country, body.subdivision,
        key(body, proof.quote), (proof,),
    )  # fmt: skip


def _signing_office(context: Context, holder: Holder) -> Signatory:
    """Where only a minister or governor is named, the office stands for the body."""
    if holder.body is not None:
        return _signatory(context, holder.body)
    kind = {"governor": "region_administration", "mayor": "city_administration"}.get(holder.code, "ministry")
    portfolio = tuple(sorted(set(holder.portfolio)))
    where = _seat(context, holder, kind)
    return Signatory(
        context.words(holder.start, holder.end), kind, portfolio, holder.country, where.subdivision,
        _identity(where, portfolio), (context.quote(holder.start, holder.end),),
    )  # fmt: skip


def _seat(context: Context, holder: Holder, kind: str) -> Body:
    """The body an office is of, with the place that its words name."""
    body = Body(holder.start, holder.end, kind, "sg", country=holder.country)
    if kind != "ministry":
        for mention in context.within(holder.start, holder.end):
            body.settle(mention)
    return body


def _identity(body: Body, portfolio: tuple[str, ...]) -> str:
    """The key of a body that is told by an office alone: it has no name of its own."""
    if body.city and body.kind == "city_administration":
        return key(body, body.city)
    where = body.subdivision or body.country or "XX"
    return f"{where}/{body.kind}/{'+'.join(portfolio)}" if portfolio else f"{where}/{body.kind}"


def _instrument(context: Context, draft: Draft) -> Instrument:
    signers: list[Body | Holder] = [*draft.bodies, *draft.holders]
    signatories = tuple(
        _signatory(context, signer) if isinstance(signer, Body) else _signing_office(context, signer)
        for signer in sorted(signers, key=lambda signer: signer.start)
    )
    period = Period(draft.period[0], draft.period[1]) if draft.period else None
    spans = [(draft.start, draft.end)]
    if draft.status_at:
        spans.append(draft.status_at)
    if draft.period:
        spans.append((draft.period[2], draft.period[3]))
    spans += draft.cues[:2]
    return Instrument(
        draft.kind, draft.status or "", draft.count, _title(context, draft), tuple(draft.countries),
        signatories,
        tuple(draft.sectors), period, None, draft.value, draft.currency, _proof(context, spans),
        confidence("instrument", len(signatories)),
    )  # fmt: skip


def _title(context: Context, draft: Draft) -> str | None:
    """The document's title: its region without the mark at its end."""
    start, end = draft.region
    while end > start and context.clean[end - 1] in " \u00a0.;,:؛،!—–-\n":
        end -= 1
    return context.words(start, end) if end > start else None


def _amount(context: Context, money: Sum) -> Amount:
    spans = [(money.start, money.end), *money.cues]
    return Amount(
        money.value, money.currency, money.about, money.qualifier, money.by, None, _proof(context, spans),
        confidence("amount", len(money.cues)),
    )  # fmt: skip
