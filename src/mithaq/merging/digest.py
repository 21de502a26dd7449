"""The digest of a reading: what of it is compared with other readings, and nothing else."""

from dataclasses import dataclass

from mithaq.model.record import Instrument, Meeting, Record


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person as one report names them. Reports that name them alike share a form.

    ``latin`` is the romanised name, ``office`` and ``country`` codes, ``name`` as written, in ``language``.
    """

    name: str
    latin: str
    office: str
    country: str | None
    language: str


@dataclass(frozen=True, slots=True)
class EventPart:
    """The meeting that is reported; ``date`` is ISO 8601, cut to what the text says."""

    kind: str
    date: str | None
    city: str | None
    country: str | None
    host: str | None
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentPart:
    """A document told of. ``keys`` are of the signing bodies, ``start`` and ``end`` years of validity."""

    kind: str
    status: str
    count: int | None
    title: str | None
    countries: tuple[str, ...]
    keys: tuple[str, ...]
    sectors: tuple[str, ...]
    start: str | None
    end: str | None
    date: str | None
    value: int | float | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A sum of money told of."""

    value: int | float
    currency: str
    about: str
    qualifier: str
    by: str | None


@dataclass(frozen=True, slots=True)
class CommitmentPart:
    """Something agreed, intended, proposed, under way or done."""

    modality: str
    actors: tuple[str, ...]
    sectors: tuple[str, ...]
    text: str
    due: str | None


@dataclass(frozen=True, slots=True)
class Digest:
    """A reading as merging sees it; parts keep the order of the record.

    ``document`` is the SHA-256 of its bytes.
    """

    document: str
    language: str
    published: str | None
    countries: tuple[str, ...]
    event: EventPart | None
    people: tuple[PersonForm, ...]
    instruments: tuple[InstrumentPart, ...]
    claims: tuple[ClaimPart, ...]
    commitments: tuple[CommitmentPart, ...]


def digest(record: Record) -> Digest:
    """The digest of a record; its lists have the record's order and length."""
    document = record.document
    return Digest(
        document=document.sha256,
        language=document.language,
        published=document.published,
        countries=tuple(country.code for country in record.countries),
        event=_event(record.meeting),
        people=tuple(
            PersonForm(person.name, person.latin, person.office, person.country, document.language)
            for person in record.people
        ),
        instruments=tuple(map(_instrument, record.instruments)),
        claims=tuple(
            ClaimPart(amount.value, amount.currency, amount.about, amount.qualifier, amount.by)
            for amount in record.amounts
        ),
        commitments=tuple(
            CommitmentPart(given.modality, given.actors, given.sectors, given.text, given.due)
            for given in record.commitments
        ),
    )


def _event(meeting: Meeting | None) -> EventPart | None:
    if meeting is None:
        return None
    return EventPart(meeting.kind, meeting.date, meeting.city, meeting.country, meeting.host, meeting.guests)


def _instrument(given: Instrument) -> InstrumentPart:
    period = given.period
    return InstrumentPart(
        kind=given.kind,
        status=given.status,
        count=given.count,
        title=given.title,
        countries=given.countries,
        keys=tuple(signatory.key for signatory in given.signatories),
        sectors=given.sectors,
        start=period.start if period else None,
        end=period.end if period else None,
        date=given.date,
        value=given.value,
        currency=given.currency,
    )
