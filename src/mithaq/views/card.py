"""An entry of the register → its card: what it is, where sources differ, the words that prove it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mithaq.locale import direction
from mithaq.locale.headings import heading, state_name, type_name
from mithaq.model.entry import Assertion, Change, Decision, Entry, EntryType, Related, Source, Value
from mithaq.views.filed import Card, Contest, Group, Item, Outlet, Saying, Told
from mithaq.views.happenings import changes, decided
from mithaq.views.quotes import quotes
from mithaq.views.values import Speaker, Values, Words, note, property_of, title
from mithaq.views.wording import Wording

Names = Mapping[str, Mapping[str, str]]
"""Names of bodies in each language, by the keys of the bodies."""

REASONS = {
    "corrected": "corrected by {who}", "accepted": "accepted by {who}", "only": "one source says so",
    "agreed": "all sources agree", "most_sources": "most sources say so",
    "first_day": "the first of the days told", "more_precise": "the most precise",
    "more_specific": "the most specific", "later_stage": "the furthest stage reported",
    "all_named": "all that sources name", "surer": "the surest wording",
    "derived": "follows from other entries",
}  # fmt: skip
ROLES = {"signatory": "Signing bodies", "repeat": "The same money told again"}
_COUNTED = frozenset({"only", "agreed", "most_sources"})
_MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Past:
    """What was done to an entry: changes and decisions, oldest first."""

    history: Sequence[Change] = ()
    decisions: Sequence[Decision] = ()


def card(
    entry: Entry, names: Names, past: Past = Past(), interface: str = "en", only: str | None = None
) -> Card:
    """Everything the register says of an entry; of the values ``only`` one, if given.

    KeyError for a language the interface does not speak.
    """
    return _Builder(entry, Speaker(Wording.of(interface), names), past).card(only)


def item(kind: EntryType, id: str, values: Values, speaker: Speaker) -> Item:  # noqa: A002
    """An entry in a list."""
    words = Words("")
    if kind == "instrument" and values.get("title"):
        words = Words(speaker.say(property_of(kind, "title"), values["title"]), _language(values, speaker))
    return Item(id, title(kind, values, speaker), note(kind, values, speaker), words)


def _language(values: Values, speaker: Speaker) -> str | None:
    texts = values["title"]
    return None if speaker.interface in texts else next(iter(sorted(texts)))


def outlet(number: int, source: Source, wording: Wording) -> Outlet:
    """A source under a number."""
    told = (wording.language(source.language), wording.date(source.published) if source.published else "")
    return Outlet(number, source.sha256[:12], source.places, " · ".join(part for part in told if part))


def contest(
    kind: EntryType, value: Value, speaker: Speaker, numbers: Mapping[str, int], currency: str = ""
) -> Contest:
    """A value and what is said against it, each with those who say it."""
    prop = property_of(kind, value.property)
    held: dict[str, list[Assertion]] = {}
    for voice in (*value.support, *value.rivals):
        held.setdefault(repr(voice.value), []).append(voice)
    published = repr(value.value)
    order = sorted(held, key=lambda key: key != published)
    sayings = [
        Saying(
            Words(speaker.say(prop, held[key][0].value, currency)), _numbers(held[key], numbers),
            _people(held[key]), key == published,
        )
        for key in order
    ]  # fmt: skip
    if published not in held:
        sayings.insert(0, Saying(Words(speaker.say(prop, value.value, currency)), (), "", published=True))
    return Contest(value.property, heading(value.property, speaker.interface), tuple(sayings))


def _numbers(voices: Iterable[Assertion], numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[voice.document or ""] for voice in voices if voice.document in numbers}))


def _people(voices: Iterable[Assertion]) -> str:
    return next((voice.who for voice in voices if voice.who), "")


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the card of one entry."""

    entry: Entry
    speaker: Speaker
    past: Past

    def card(self, only: str | None) -> Card:
        entry, speaker, interface = self.entry, self.speaker, self.speaker.interface
        values = {value.property: value.value for value in entry.values}
        shown = [value for value in entry.values if only in {None, value.property}]
        contested = [value for value in shown if value.contested]
        numbers, currency = self._sources(), values.get("currency") or ""
        return Card(
            interface=interface,
            direction=direction(interface),
            id=entry.id,
            type_name=type_name(entry.type, interface),
            title=title(entry.type, values, speaker),
            # Of a meeting the title says it all; its fields are told among its values.
            note=note(entry.type, values, speaker) if entry.type != "event" else "",
            state=state_name(entry.state, interface) if entry.state != "proposed" else "",
            certainty=speaker.wording.certainty(entry.confidence),
            values=tuple(self._told(value, currency) for value in shown if not _said_with(value, values)),
            contests=tuple(contest(entry.type, each, speaker, numbers, currency) for each in contested),
            quotes=quotes(entry, shown, interface),
            outlets=tuple(outlet(n, each, speaker.wording) for n, each in enumerate(entry.sources, 1)),
            related=() if only else tuple(self._related()),
            decisions=tuple(decided(self.past.decisions, entry.type, speaker)),
            history=() if only else tuple(changes(self.past.history, entry, speaker)),
        )

    def _sources(self) -> dict[str, int]:
        return {source.sha256: number for number, source in enumerate(self.entry.sources, 1)}

    def _told(self, value: Value, currency: str) -> Told:
        prop = property_of(self.entry.type, value.property)
        if prop.form == "wording" and isinstance(value.value, dict):
            own = self.speaker.interface
            ordered = sorted(value.value, key=lambda language: (language != own, language))
            texts = tuple(Words(value.value[each], None if each == own else each) for each in ordered)
        else:
            texts = (Words(self.speaker.say(prop, value.value, currency)),)
        label = heading(value.property, self.speaker.interface)
        numbers = _numbers(value.support, self._sources())
        reason = self.speaker.wording.words[REASONS[value.reason]].format(who=_people(value.support))
        if value.reason in _COUNTED and not numbers:
            reason = ""  # of what a name or key says by itself there are no sources to count
        return Told(value.property, label, texts, reason, numbers, value.reason in {"corrected", "accepted"})

    def _related(self) -> Iterable[Group]:
        roles: dict[str, list[Related]] = {}
        for each in self.entry.related:
            roles.setdefault(each.role, []).append(each)
        for role, found in roles.items():
            shown = found[:_MOST_RELATED]
            items = tuple(item(each.type, each.id, each.values, self.speaker) for each in shown)
            yield Group(self._role(role, found), items, len(found) - len(items))

    def _role(self, role: str, found: Sequence[Related]) -> str:
        words = self.speaker.wording.words
        if role in ROLES:
            return words[ROLES[role]]
        return type_name(found[0].type, self.speaker.interface, several=True)


def _said_with(value: Value, values: Values) -> bool:
    """Whether a value is told together with another: a currency with its sum."""
    return value.property == "currency" and "value" in values and not value.contested
