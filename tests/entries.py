"""Entries built by hand, one of each type, about an invented meeting of two real states."""

from dataclasses import replace
from typing import Any

from mithaq.model.entry import Assertion, Entry, EntryType, Excerpt, Related, Source, Value
from mithaq.model.text import Text

WORDS = "Министерства энергетики подписали дорожную карту; =SUM(A1) и «160 млн»."
TEXT = Text.of(WORDS, language="ru", published="2026-03-06")
SOURCE = Source(
    TEXT.sha256, ("ru/a.txt", "ru/copy.txt"), "text/plain", "ru", "Карта", "2026-03-06", len(WORDS)
)
OTHER = Source("b" * 64, ("https://example.org/ar",), "text/html", "ar", None, None, 40)


def said(name: str, value: Any, *, language: str = "ru", document: str | None = TEXT.sha256) -> Assertion:
    """What the Russian report says, with words of it as evidence."""
    evidence = (Excerpt(0, 12, WORDS[:12], "", WORDS[12:40]),) if document == TEXT.sha256 else ()
    return Assertion(name, value, language, document, evidence, "deterministic", 0.9)


def values(**by_property: Any) -> tuple[Value, ...]:
    """Published values that one report says."""
    return tuple(Value(name, value, "only", (said(name, value),)) for name, value in by_property.items())


def entry(name: str, of: EntryType, /, *, related: tuple[Related, ...] = (), **by_property: Any) -> Entry:
    """An entry read from two reports, ``name`` its id; its digest is the id turned round."""
    return Entry(name, of, "proposed", values(**by_property), (SOURCE, OTHER), related, 0.93, name[::-1])


def one_of_each() -> tuple[Entry, ...]:
    """An event, an instrument, a body, a person, a claim and a commitment."""
    return (event(), instrument(), body(), person(), claim(), commitment())


def event() -> Entry:
    """A meeting whose day is known, told in two languages."""
    return entry(
        "ev-1", "event", kind="official_visit", title={"ru": "Визит в Астану", "ar": "زيارة إلى أستانا"},
        date="2026-03-05", city="Astana", country="KZ", host="KZ", guests=["BY"], countries=["BY", "KZ"],
        sectors=["energy", "transport"], related=(Related("instrument", "in-1", "instrument", {}),),
    )  # fmt: skip


def instrument() -> Entry:
    """A roadmap whose title begins like a formula and whose count is contested."""
    names = {"ru": "Минэнерго Казахстана", "en": "Ministry of Energy"}
    signatory = Related("signatory", "bo-1", "body", {"name": names, "keys": ["KZ/ministry/energy"]})
    made = entry(
        "in-1", "instrument", kind="roadmap", status="signed", title={"ru": "=SUM(A1)"},
        countries=["BY", "KZ"], signatories=["BY/ministry/energy", "KZ/ministry/energy"], sectors=["energy"],
        period_from="2026", period_to="2028-06", date="2026-03-05", value=160_000_000, currency="USD",
        actions=[{"status": "planned", "on": "2026-02"}, {"status": "signed", "on": "2026-03-05"}],
        related=(Related("event", "ev-1", "event", {}), signatory),
    )  # fmt: skip
    told, otherwise = said("count", 16), said("count", 15, document=OTHER.sha256)
    count = Value("count", 16, "most_sources", (told,), (otherwise,))
    return replace(made, state="accepted", values=(*made.values, count))


def body() -> Entry:
    """A ministry with names in three languages."""
    return entry(
        "bo-1", "body", kind="ministry", portfolio=["energy"], country="KZ", keys=["KZ/ministry/energy"],
        name={"ru": "Минэнерго Казахстана", "kk": "Энергетика министрлігі", "en": "Ministry of Energy"},
    )  # fmt: skip


def person() -> Entry:
    """A minister with an office that was held for some months."""
    held = {"office": "minister", "country": "KZ", "first": "2025-11", "last": "2026-03"}
    return entry(
        "pe-1", "person", name={"ru": "Алма Серикова", "ar": "ألما سيريكوفا"}, latin="Alma Serikova",
        office="minister", country="KZ", body=["KZ/ministry/energy"], offices=[held],
    )  # fmt: skip


def claim() -> Entry:
    """A sum that is counted in totals."""
    return entry(
        "cl-1", "claim", value=12.5, currency="KZT", about="investment", qualifier="over", by="2030",
        date="2026-03", countries=["KZ"], stage="announced", counted=True,
    )  # fmt: skip


def commitment() -> Entry:
    """A clause with characters that trouble tables."""
    text = {"ru": 'построить "мост";\nс перилами, до 2027 года'}
    return entry(
        "co-1", "commitment", text=text, modality="agreed", actors=["BY", "KZ"], sectors=["transport"],
        due="2027",
    )  # fmt: skip
