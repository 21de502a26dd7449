"""Parts of a record → sections of entries, in the words of the interface."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import starmap

from mithaq import lists
from mithaq.model.record import (
    Amount,
    Coded,
    Commitment,
    Instrument,
    Meeting,
    Person,
    Record,
    Signatory,
    Statement,
)
from mithaq.views import marks
from mithaq.views.model import Entry, Field, Section, Side, Spans
from mithaq.views.wording import Wording, capital


def sections(record: Record, body: str, wording: Wording) -> tuple[Section, ...]:
    """The sections of a record that have entries."""
    return _Builder(record, body, wording).sections()


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds entries of one record, whose text and wording every part needs."""

    record: Record
    body: str
    wording: Wording

    def sections(self) -> tuple[Section, ...]:
        record, words = self.record, self.wording.words
        meeting = [record.meeting] if record.meeting else []
        parts = (
            self._section("meeting", words["Meeting"], map(self._meeting, meeting)),
            self._section("people", words["People"], starmap(self._person, enumerate(record.people))),
            self._section(
                "instruments", words["Documents"], starmap(self._instrument, enumerate(record.instruments))
            ),
            self._section("amounts", words["Amounts"], starmap(self._amount, enumerate(record.amounts))),
            self._section(
                "countries", words["Countries"], map(self._country, record.countries), compact=True
            ),
            self._section("sectors", words["Fields"], map(self._sector, record.sectors), compact=True),
            self._section(
                "commitments", words["Commitments"], starmap(self._commitment, enumerate(record.commitments))
            ),
            self._section(
                "statements", words["Statements"], starmap(self._statement, enumerate(record.statements))
            ),
        )
        return tuple(part for part in parts if part.entries)

    def _section(
        self, name: str, heading: str, entries: Iterable[Entry], *, compact: bool = False
    ) -> Section:
        return Section(name, heading, tuple(entries), compact)

    def _meeting(self, item: Meeting) -> Entry:
        wording, words = self.wording, self.wording.words
        proof = marks.spans(item.evidence)
        fields = (
            ("date", words["Date"], wording.date(item.date) if item.date else ""),
            ("city", words["City"], item.city or ""),
            ("country", words["Country"], wording.country(item.country) if item.country else ""),
            ("host", words["Host"], wording.country(item.host) if item.host else ""),
            ("guests", words["Guests"], wording.countries(item.guests)),
        )
        return Entry(
            id="meeting-0",
            title=capital(wording.label(lists.meetings(), item.kind)),
            written=False,
            note="",
            certainty=self.wording.certainty(item.confidence),
            fields=_fields("meeting-0", fields, proof),
            sides=(),
            proof=proof,
            quote=marks.quote(self.body, proof),
        )

    def _person(self, number: int, item: Person) -> Entry:
        wording, words = self.wording, self.wording.words
        name = f"people-{number}"
        proof = marks.spans(item.evidence)
        office = wording.label(lists.offices(), item.office)
        fields = [
            *_fields(
                name, (("office", words["Office"], office),), marks.within(item.evidence, item.office_text)
            ),
            *_fields(name, (("country", words["Country"], self._country_name(item.country)),), proof),
        ]
        if item.office_text:
            place = marks.within(item.evidence, item.office_text)
            fields.insert(1, Field(f"{name}-written", words["As written"], item.office_text, True, place))
        return Entry(
            id=name,
            title=item.name,
            written=True,
            note=item.latin if item.latin != item.name else "",
            certainty=self.wording.certainty(item.confidence),
            fields=tuple(fields),
            sides=(),
            proof=proof,
            quote=marks.quote(self.body, proof),
        )

    def _instrument(self, number: int, item: Instrument) -> Entry:
        wording, words = self.wording, self.wording.words
        name = f"instruments-{number}"
        proof = marks.spans(item.evidence)
        kind = wording.label(lists.instruments(), item.kind)
        money = wording.money(item.value, item.currency or "") if item.value is not None else ""
        fields = [
            *_fields(name, (
                ("sectors", words["Fields"], wording.sectors(item.sectors)),
                ("period", words["Period"], wording.period(item.period)),
                ("date", words["Date"], wording.date(item.date) if item.date else ""),
                ("value", words["Value"], money.strip()),
            ), proof),
        ]  # fmt: skip
        if item.title:
            place = marks.within(item.evidence, item.title)
            fields.insert(0, Field(f"{name}-title", words["Title"], item.title, True, place))
        return Entry(
            id=name,
            title=capital(kind) if item.count == 1 else f"{self._count(item.count)} × {kind}",
            written=False,
            note=wording.label(lists.statuses(), item.status),
            certainty=self.wording.certainty(item.confidence),
            fields=tuple(fields),
            sides=self._sides(name, item),
            proof=proof,
            quote=marks.quote(self.body, proof),
        )

    def _count(self, count: int | None) -> str:
        return "?" if count is None else self.wording.number(count)

    def _sides(self, name: str, item: Instrument) -> tuple[Side, ...]:
        """Signing bodies by party, parties in the order in which the record has them everywhere."""
        order = [country.code for country in self.record.countries]
        parties: dict[str | None, list[Field]] = {code: [] for code in order if code in item.countries}
        for number, signatory in enumerate(item.signatories):
            field = self._signatory(f"{name}-by-{number}", signatory)
            parties.setdefault(signatory.country, []).append(field)
        return tuple(Side(self._country_name(code), tuple(found)) for code, found in parties.items() if found)

    def _signatory(self, name: str, item: Signatory) -> Field:
        label = self.wording.label(lists.bodies(), item.body)
        return Field(name, capital(label), item.name, True, marks.spans(item.evidence))

    def _amount(self, number: int, item: Amount) -> Entry:
        wording, words = self.wording, self.wording.words
        name = f"amounts-{number}"
        proof = marks.spans(item.evidence)
        qualifier = (
            "" if item.qualifier == "exact" else wording.label(lists.qualifiers(), item.qualifier) + " "
        )
        fields = (
            ("by", words["By"], wording.date(item.by) if item.by else ""),
            ("period", words["Period"], wording.period(item.period)),
        )
        return Entry(
            id=name,
            title=qualifier + wording.money(item.value, item.currency),
            written=False,
            note=wording.label(lists.amounts(), item.about),
            certainty=self.wording.certainty(item.confidence),
            fields=_fields(name, fields, proof),
            sides=(),
            proof=proof,
            quote=marks.quote(self.body, proof),
        )

    def _country(self, item: Coded) -> Entry:
        return self._coded(f"countries-{item.code}", self.wording.country(item.code), item)

    def _sector(self, item: Coded) -> Entry:
        return self._coded(f"sectors-{item.code}", self.wording.label(lists.sectors(), item.code), item)

    def _coded(self, name: str, title: str, item: Coded) -> Entry:
        proof = marks.spans(item.evidence)
        quote = marks.quote(self.body, proof)
        return Entry(name, title, False, "", self.wording.certainty(item.confidence), (), (), proof, quote)

    def _commitment(self, number: int, item: Commitment) -> Entry:
        wording, words = self.wording, self.wording.words
        name = f"commitments-{number}"
        proof = marks.spans(item.evidence)
        fields = (
            ("actors", words["Actors"], wording.countries(item.actors)),
            ("sectors", words["Fields"], wording.sectors(item.sectors)),
            ("due", words["Due"], wording.date(item.due) if item.due else ""),
        )
        return Entry(
            id=name,
            title=item.text,
            written=True,
            note=wording.label(lists.modalities(), item.modality),
            certainty=self.wording.certainty(item.confidence),
            fields=_fields(name, fields, proof),
            sides=(),
            proof=proof,
            quote="",
        )

    def _statement(self, number: int, item: Statement) -> Entry:
        name = f"statements-{number}"
        proof = marks.spans(item.evidence)
        speaker = self.record.people[item.speaker].name if item.speaker is not None else ""
        fields = (
            [Field(f"{name}-speaker", self.wording.words["Speaker"], speaker, True, proof)] if speaker else []
        )
        return Entry(name, item.text, True, "", None, tuple(fields), (), proof, "")

    def _country_name(self, code: str | None) -> str:
        return self.wording.country(code) if code else ""


def _fields(name: str, told: Iterable[tuple[str, str, str]], proof: Spans) -> tuple[Field, ...]:
    """Fields in the words of the interface; those without a value are left out."""
    return tuple(Field(f"{name}-{key}", label, value, False, proof) for key, label, value in told if value)
