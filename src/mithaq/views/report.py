"""A record and its text → the view of a report beside its record."""

from mithaq.locale import direction
from mithaq.model.record import Record
from mithaq.model.text import Text
from mithaq.views import marks
from mithaq.views.answer import answer
from mithaq.views.entries import sections
from mithaq.views.model import Report, Section, Spans
from mithaq.views.wording import Wording, direction_of


def report(record: Record, text: Text, interface: str = "en") -> Report:
    """Everything that is shown of a document.

    ``interface`` is one of ``mithaq.locale.INTERFACE_LANGUAGES``; KeyError for another.
    """
    wording = Wording.of(interface)
    parts = sections(record, text.body, wording)
    document = record.document
    return Report(
        interface=interface,
        direction=direction(interface),
        language=document.language,
        text_direction=direction_of(document.language),
        name=document.source,
        answer=answer(record, wording),
        sections=parts,
        facts=_facts(record, wording),
        lines=marks.lines(text.body, _owned(parts), document.title),
    )


def _facts(record: Record, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Where the report is from, as label and value."""
    words = wording.words
    document = record.document
    facts = [
        (words["Source"], document.source),
        (words["Language"], wording.language(document.language)),
        (words["Published"], wording.date(document.published) if document.published else ""),
        ("SHA-256", document.sha256[:16]),
    ]
    return tuple((label, value) for label, value in facts if value)


def _owned(parts: tuple[Section, ...]) -> list[tuple[str, Spans]]:
    """Ids of entries and fields with the spans they own, in the order of the record."""
    owned: list[tuple[str, Spans]] = []
    for part in parts:
        for entry in part.entries:
            fields = (*entry.fields, *(field for side in entry.sides for field in side.fields))
            owned.append((entry.id, entry.proof))
            owned += [(field.id, field.proof) for field in fields if field.proof != entry.proof]
    return owned
