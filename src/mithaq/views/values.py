"""Values of the register in the words of an interface language, and the titles that entries are known by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mithaq import lists
from mithaq.languages.cities import city_name
from mithaq.locale.naming import body_name, wording
from mithaq.model.entry import PROPERTIES, EntryType, Property
from mithaq.model.record import Period
from mithaq.views.wording import Wording, capital

Values = Mapping[str, Any]
_MOST_PARTIES = 6
_MOST_SECTORS = 3

_READABLE = {"en": {"en"}, "ar": {"ar"}, "ru": {"ru", "kk"}, "kk": {"kk", "ru"}}
"""The languages whose names are in the letters of an interface language."""


class Words(NamedTuple):
    """Words and the language they are in; None for words of the interface."""

    text: str
    language: str | None = None


def property_of(kind: EntryType, name: str) -> Property:
    """A property of a type of entry by its name; KeyError for what is none."""
    return next(each for each in PROPERTIES[kind] if each.name == name)


def chosen(texts: Mapping[str, str] | None, language: str) -> Words:
    """Of words in several languages those in the one asked for, or else in another."""
    text, found = wording(texts, language)
    return Words(text or "", None if found == language else found)


def keys(kind: EntryType, values: Values) -> Iterator[str]:
    """The keys of bodies that values mention."""
    for prop in PROPERTIES[kind]:
        value = values.get(prop.name)
        if prop.form == "keys":
            yield from [value] if isinstance(value, str) else value or ()
        elif prop.form == "offices":
            yield from (held["body"] for held in value or () if held.get("body"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says values in an interface language. ``bodies``: names of bodies by language, by their keys."""

    wording: Wording
    bodies: Mapping[str, Mapping[str, str]]

    @property
    def interface(self) -> str:
        """The language spoken."""
        return self.wording.interface

    def say(self, prop: Property, value: Any, currency: str = "") -> str:
        """A value of a property in words; ``currency`` is that of a sum."""
        if prop.name == "keys":
            return "; ".join(value)
        if prop.name == "city":
            return city_name(value, self.interface)
        if prop.name == "value" and currency:
            return self.wording.money(value, currency)
        if prop.form in {"code", "codes"}:
            codes = [value] if prop.form == "code" else value
            return self.wording.comma.join(self.code(prop.codes or "", code) for code in codes)
        return _FORMS[prop.form](self, value)

    def code(self, name: str, code: str) -> str:
        """What a code of a list is called."""
        return self.wording.label(lists.rows(name), code)

    def body(self, key: str) -> str:
        """What a body is called: by its name where that is known, or else by what its key says."""
        names = self.bodies.get(key)
        return chosen(names, self.interface).text if names else body_name(key, self.interface)

    def parties(self, codes: Iterable[str]) -> str:
        """The states of an entry, the first few of many."""
        several = tuple(codes)
        more = " …" if len(several) > _MOST_PARTIES else ""
        return self.wording.countries(several[:_MOST_PARTIES]) + more

    def listed(self, *parts: str) -> str:
        """Parts that are not empty, as a list."""
        return self.wording.comma.join(part for part in parts if part)

    def period(self, values: Values) -> str:
        """From when to when an entry is valid."""
        return self.wording.period(Period(values.get("period_from"), values.get("period_to")))

    def date(self, iso: str | None) -> str:
        """A date, or nothing."""
        return self.wording.date(iso) if iso else ""

    def action(self, done: Values) -> str:
        """What became of a document, and when."""
        told = self.code("statuses", done["status"])
        return f"{told} ({self.date(done['on'])})" if done.get("on") else told

    def office(self, held: Values) -> str:
        """An office somebody was seen in, of what, and when."""
        body = held.get("body")
        of = self.body(body) if body else self.code("countries", held.get("country") or "")
        ends = dict.fromkeys(self.date(held[end]) for end in ("first", "last") if held.get(end))
        told = self.code("offices", held["office"]) if held.get("office") else ""
        return self.listed(told, of, "–".join(ends))


def _texts(speaker: Speaker, value: Mapping[str, str]) -> str:
    return chosen(value, speaker.interface).text if isinstance(value, dict) else str(value)


def _flag(speaker: Speaker, value: bool) -> str:
    words = speaker.wording.words
    return words["yes"] if value else words["no"]


_FORMS: Mapping[str, Callable[[Speaker, Any], str]] = {
    "keys": lambda speaker, value: "; ".join(map(speaker.body, [value] if isinstance(value, str) else value)),
    "wording": _texts,
    "text": lambda _, value: str(value),
    "number": lambda speaker, value: speaker.wording.number(value),
    "integer": lambda speaker, value: speaker.wording.number(value),
    "date": lambda speaker, value: speaker.date(value),
    "entry": lambda _, value: str(value),
    "flag": _flag,
    "actions": lambda speaker, value: "; ".join(map(speaker.action, value)),
    "offices": lambda speaker, value: "; ".join(map(speaker.office, value)),
}


def title(kind: EntryType, values: Values, speaker: Speaker) -> Words:
    """What an entry is known by: a name where it has one, or else what it is, whose and when."""
    if kind == "person":
        return _person(values, speaker.interface)
    if kind == "body":
        named = chosen(values.get("name"), speaker.interface)
        return named if named.text else Words("; ".join(map(speaker.body, values.get("keys") or ())) or "?")
    if kind == "commitment":
        return chosen(values.get("text"), speaker.interface)
    return Words(capital(_TITLES[kind](values, speaker)))


def _person(values: Values, interface: str) -> Words:
    """A name in the letters of the interface if there is one, or else in Latin ones."""
    names, latin = values.get("name") or {}, values.get("latin")
    readable = {each: name for each, name in names.items() if each in _READABLE[interface]}
    return (
        chosen(readable, interface)
        if readable or not latin
        else Words(latin, None if interface == "en" else "en")
    )


def _meeting(values: Values, speaker: Speaker) -> str:
    city, country = values.get("city"), values.get("country") or ""
    place = city_name(city, speaker.interface, country) if city else speaker.code("countries", country)
    return speaker.listed(
        speaker.code("meetings", values.get("kind") or ""), speaker.parties(values.get("countries") or ()),
        place, speaker.date(values.get("date")),
    )  # fmt: skip


def _document(values: Values, speaker: Speaker) -> str:
    kind, count = speaker.code("instruments", values.get("kind") or "document"), values.get("count")
    several = f"{speaker.wording.number(count)} × {kind}" if count and count > 1 else kind
    when = speaker.period(values) or speaker.date(values.get("date"))
    return speaker.listed(several, speaker.parties(values.get("countries") or ()), when)


def _claim(values: Values, speaker: Speaker) -> str:
    qualifier = values.get("qualifier") or "exact"
    exact = "" if qualifier == "exact" else f"{speaker.code('qualifiers', qualifier)} "
    money = speaker.wording.money(values["value"], values.get("currency") or "") if "value" in values else "?"
    about = speaker.code("amounts", values.get("about") or "")
    parties = speaker.parties(values.get("countries") or ())
    return speaker.listed(f"{exact}{money.strip()}", about, parties, speaker.date(values.get("date")))


_TITLES: Mapping[str, Callable[[Values, Speaker], str]] = {
    "event": _meeting, "instrument": _document, "claim": _claim,
}  # fmt: skip


def note(kind: EntryType, values: Values, speaker: Speaker) -> str:
    """What comes second of an entry, in a few words of the interface."""
    return _NOTES[kind](values, speaker)


def _sectors(values: Values, speaker: Speaker) -> str:
    codes = tuple(values.get("sectors") or ())
    return speaker.wording.sectors(codes[:_MOST_SECTORS]) + (" …" if len(codes) > _MOST_SECTORS else "")


def _code_of(values: Values, speaker: Speaker, name: str, codes: str) -> str:
    code = values.get(name)
    return speaker.code(codes, code) if code else ""


_NOTES: Mapping[EntryType, Callable[[Values, Speaker], str]] = {
    "event": _sectors,
    "instrument": lambda values, speaker: speaker.listed(
        _code_of(values, speaker, "status", "statuses"), _sectors(values, speaker)
    ),
    "body": lambda values, speaker: speaker.listed(
        _code_of(values, speaker, "kind", "bodies"), _code_of(values, speaker, "country", "countries")
    ),
    "person": lambda values, speaker: speaker.listed(
        _code_of(values, speaker, "office", "offices"), _code_of(values, speaker, "country", "countries")
    ),
    "claim": lambda values, speaker: _code_of(values, speaker, "stage", "stages"),
    "commitment": lambda values, speaker: speaker.listed(
        _code_of(values, speaker, "modality", "modalities"), speaker.parties(values.get("actors") or ()),
        speaker.date(values.get("due")),
    ),
}  # fmt: skip
