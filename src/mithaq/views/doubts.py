"""What waits for a person → questions, with what speaks for and against, and commands that answer them."""

from collections.abc import Iterable, Mapping, Sequence

from mithaq.lists import features
from mithaq.locale import direction
from mithaq.model.entry import Doubt, Entry, Source
from mithaq.views.card import Names, contest, item, outlet
from mithaq.views.filed import Bar, Contest, Item, Outlet, Question, Waiting
from mithaq.views.values import Speaker
from mithaq.views.wording import Wording

LEADS = {
    "merge": "Are these one?", "contested": "Sources differ: which is right?",
    "unsure": "The reader is not sure: is this right?",
}  # fmt: skip


def waiting(
    doubts: Iterable[Doubt], entries: Mapping[str, Entry], names: Names, interface: str = "en"
) -> Waiting:  # fmt: skip
    """Doubts, in their order, as questions. ``entries``: those that they are about, by id."""
    speaker = Speaker(Wording.of(interface), names)
    questions = tuple(
        _question(doubt, [entries[each] for each in doubt.entries if each in entries], speaker)
        for doubt in doubts
    )
    return Waiting(interface, direction(interface), questions)


def _question(doubt: Doubt, entries: Sequence[Entry], speaker: Speaker) -> Question:
    wording = speaker.wording
    sources = {source.sha256: source for entry in entries for source in entry.sources}
    numbers = {sha256: number for number, sha256 in enumerate(sources, 1)}
    return Question(
        lead=wording.words[LEADS[doubt.kind]],
        items=tuple(_item(entry, speaker) for entry in entries),
        bars=tuple(
            Bar(feature(name, wording.interface), weight) for name, weight in _by_weight(doubt.features)
        ),
        contests=tuple(_contests(doubt, entries, speaker, numbers)),
        outlets=_outlets(sources.values(), wording),
        answers=tuple(_answers(doubt)),
    )


def _by_weight(features: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """What spoke for first, the strongest first; then what spoke against, the strongest last."""
    return sorted(((name, weight) for name, weight in features if weight), key=lambda each: -each[1])


def _item(entry: Entry, speaker: Speaker) -> Item:
    values = {value.property: value.value for value in entry.values}
    made = item(entry.type, entry.id, values, speaker)
    return Item(made.id, made.title, made.note, made.words, speaker.wording.certainty(entry.confidence))


def _contests(
    doubt: Doubt, entries: Sequence[Entry], speaker: Speaker, numbers: Mapping[str, int]
) -> Iterable[Contest]:
    for entry in entries:
        currency = entry.get("currency") or ""
        for value in entry.values:
            if value.property in doubt.properties:
                yield contest(entry.type, value, speaker, numbers, currency)


def _outlets(sources: Iterable[Source], wording: Wording) -> tuple[Outlet, ...]:
    return tuple(outlet(number, source, wording) for number, source in enumerate(sources, 1))


def feature(name: str, interface: str) -> str:
    """A named feature of merging in words; one that has none stands for itself."""
    row = features().get(name)
    return row.label(interface) if row else name.replace("_", " ")


def _answers(doubt: Doubt) -> Iterable[str]:
    """What to type; the words of commands are the same in all languages."""
    ids = " ".join(doubt.entries)
    if doubt.kind == "merge":
        yield from (f"mithaq merge {ids}", f"mithaq apart {ids}")
    elif doubt.kind == "unsure":
        yield from (f"mithaq decide {ids} accept", f"mithaq decide {ids} reject")
    else:
        for name in doubt.properties:
            yield from (f"mithaq decide {ids} accept {name}", f"mithaq decide {ids} correct {name} …")
