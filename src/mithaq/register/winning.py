"""Which of the values that are said gets published, and why; pure.

What a person decided wins over all readings, the newest decision over older ones. Among readings the rule
follows from the form of the property and is told with the value: how many documents say it, whether one
date only makes another more precise, which status comes later in a document's life.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from mithaq.model.entry import PROPERTIES, EntryType, Property, Reason
from mithaq.register.days import VISIT, same_visit
from mithaq.register.saying import Places, Said


@dataclass(frozen=True, slots=True)
class Winner:
    """A value to be published, who says so, and who says otherwise."""

    property: Property
    value: Any
    reason: Reason
    support: tuple[Said, ...]
    rivals: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What people decided on one property: a value that holds, values that do not."""

    value: Any = None
    reason: Reason | None = None
    voice: Said | None = None
    refused: tuple[Any, ...] = ()


def winners(kind: EntryType, voices: Iterable[Said], rulings: Mapping[str, Ruling]) -> tuple[Winner, ...]:
    """The published values of an entry, in the order of its properties."""
    by_property: dict[str, list[Said]] = {}
    for voice in voices:
        by_property.setdefault(voice.property, []).append(voice)
    found = (
        _winner(kind, each, by_property.get(each.name, []), rulings.get(each.name, Ruling()))
        for each in PROPERTIES[kind]
    )
    return tuple(winner for winner in found if winner is not None)


def _winner(kind: EntryType, prop: Property, voices: list[Said], ruling: Ruling) -> Winner | None:
    ordered = sorted(voices, key=_order)
    if ruling.reason is not None and ruling.voice is not None:
        agreed, others = _split(ordered, lambda value: _fits(prop, value, ruling.value))
        return Winner(prop, ruling.value, ruling.reason, (ruling.voice, *agreed), others)
    refused = {_text(value) for value in ruling.refused}
    kept = [voice for voice in ordered if _text(voice.value) not in refused]
    if prop.form in {"codes", "keys"}:
        kept = [voice for voice in map(_without(refused), kept) if voice is not None]
    if not kept:
        return None
    rule = _latin if prop.name == "latin" else _RULES[prop.form]
    return rule(kind, prop, kept)


def _order(voice: Said) -> tuple[str, str, str, Places, float]:
    return voice.document or "", voice.language or "", _text(voice.value), voice.places, -voice.confidence


def _text(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode("utf-8")


def _without(refused: set[str]) -> Callable[[Said], Said | None]:
    """What is left of a list of codes when some of them are refused."""

    def left(voice: Said) -> Said | None:
        value = [code for code in voice.value if _text(code) not in refused]
        return replace(voice, value=value) if value else None

    return left if refused else lambda voice: voice


def _split(
    voices: Iterable[Said], agrees: Callable[[Any], bool]
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    with_it: list[Said] = []
    against: list[Said] = []
    for voice in voices:
        (with_it if agrees(voice.value) else against).append(voice)
    return tuple(with_it), tuple(against)


def _fits(prop: Property, value: Any, published: Any) -> bool:
    """Whether a value can be true together with the published one."""
    if prop.form == "date":
        return bool(published.startswith(value) or value.startswith(published))
    if prop.form in {"codes", "keys"}:
        return set(value) <= set(published)
    return bool(value == published)


Groups = list[tuple[Any, list[Said]]]


def _groups(voices: Sequence[Said]) -> Groups:
    groups: dict[str, tuple[Any, list[Said]]] = {}
    for voice in voices:
        groups.setdefault(_text(voice.value), (voice.value, []))[1].append(voice)
    return list(groups.values())


def _weight(voices: Iterable[Said]) -> float:
    """How much stands behind a value: the surest voice of each document, added up."""
    best: dict[str | None, float] = {}
    for voice in voices:
        best[voice.document] = max(best.get(voice.document, 0.0), voice.confidence)
    return round(sum(best.values()), 6)


def _reason(groups: Groups, chosen: list[Said], otherwise: Reason) -> Reason:
    if len(groups) > 1:
        return otherwise
    return "only" if len({voice.document for voice in chosen}) == 1 else "agreed"


def _most(kind: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """The value behind which most stands; a generic kind of meeting yields to a specific one."""
    groups = _groups(voices)
    rank = _RANKS.get((kind, prop.name), _flat)
    value, behind = max(groups, key=lambda g: (rank(g[0]), _weight(g[1]), len(_text(g[0])), _text(g[0])))
    rivals = tuple(voice for voice in voices if voice.value != value and rank(voice.value) >= rank(value))
    more = any(rank(other) < rank(value) for other, _ in groups)
    told: Reason = "more_specific" if more and not rivals else "most_sources"
    return Winner(prop, value, _reason(groups, behind, told), tuple(behind), rivals)


def _flat(_: Any) -> int:
    return 0


# Any report may call a state visit a visit, or speak of its talks alone.
_GENERIC = frozenset({"visit", "talks", "ceremony"})


def _meeting_rank(value: Any) -> int:
    return 0 if value in _GENERIC else 1


def _document_rank(value: Any) -> int:
    return 0 if value == "document" else 1


_RANKS: Mapping[tuple[EntryType, str], Callable[[Any], int]] = {
    ("event", "kind"): _meeting_rank,
    ("instrument", "kind"): _document_rank,
}
_LIFE = {
    "negotiating": 0, "planned": 1, "signed": 2, "in_force": 3,
    "announced": 0, "memorandum": 1, "contracted": 2, "financed": 3, "paid": 4,
}  # fmt: skip
"""Statuses of documents, and stages of money, in the order of a life."""


def _code(kind: EntryType, prop: Property, voices: list[Said]) -> Winner:
    return _latest(prop, voices) if prop.codes in {"statuses", "stages"} else _most(kind, prop, voices)


def _latest(prop: Property, voices: list[Said]) -> Winner:
    """The status furthest along: what is announced in one report and signed in the next is signed."""
    groups = _groups(voices)
    value, behind = max(groups, key=lambda group: _LIFE.get(group[0], -1))
    return Winner(prop, value, _reason(groups, behind, "later_stage"), tuple(behind))


def _date(kind: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """The date behind which most stands, where a month also stands behind each of its days.

    The days of one visit do not contradict each other, nor do those on which a sum was told of.
    """
    groups = _groups(voices)

    def behind(day: str) -> list[Said]:
        return [voice for voice in voices if day.startswith(voice.value)]

    value = max((group[0] for group in groups), key=lambda d: (_weight(behind(d)), len(d), _reversed(d)))
    support = behind(value)
    allowed = _DAYS_APART.get((kind, prop.name), 0)
    rivals = tuple(voice for voice in voices if not same_visit(voice.value, value, allowed))
    told: Reason = "most_sources"
    if not rivals:
        told = "more_precise" if all(_fits(prop, voice.value, value) for voice in voices) else "first_day"
    return Winner(prop, value, _reason(groups, support, told), tuple(support), rivals)


_DAYS_APART: Mapping[tuple[EntryType, str], int] = {("event", "date"): VISIT, ("claim", "date"): 400}


def _reversed(day: str) -> tuple[int, ...]:
    """Of two dates alike in weight the earlier: a visit is reported on its second day too."""
    return tuple(-ord(letter) for letter in day)


def _union(_: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """Every code that is named; of states only those that at least half of the documents name."""
    documents = {voice.document for voice in voices}
    naming: dict[str, set[str | None]] = {}
    for voice in voices:
        for code in voice.value:
            naming.setdefault(code, set()).add(voice.document)
    needed = len(documents) / 2 if prop.codes == "countries" else 0
    value = sorted(code for code, where in naming.items() if len(where) >= needed)
    support, rivals = _split(voices, lambda said: set(said) <= set(value))
    groups = _groups(voices)
    return Winner(prop, value, _reason(groups, list(support), "all_named"), support, rivals)


def _keys(_: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """The list of bodies behind which most stands; of two alike, the longer."""
    groups = _groups(voices)
    value, behind = max(groups, key=lambda g: (_weight(g[1]), len(g[0]), _text(g[0])))
    support, rivals = _split(voices, lambda said: set(said) <= set(value))
    return Winner(prop, value, _reason(groups, behind, "most_sources"), support, rivals)


def _wording(_: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """A text for each language: the one most documents have, then the surest, then the fullest."""
    by_language: dict[str, list[Said]] = {}
    for voice in voices:
        for language, words in (
            voice.value.items() if isinstance(voice.value, dict) else ((voice.language, voice.value),)
        ):
            by_language.setdefault(language or "und", []).append(_worded(voice, words))
    fullest = _name_fullness if prop.name == "name" else len
    value = {language: _best_words(by_language[language], fullest) for language in sorted(by_language)}
    return Winner(prop, value, "only" if len(voices) == 1 else "surer", tuple(voices))


def _worded(voice: Said, words: str) -> Said:
    return (
        voice
        if voice.value == words
        else Said(voice.property, words, voice.language, voice.document, (), 1.0)
    )


def _name_fullness(name: str) -> int:
    """A name of more words is fuller; of two alike in words the shorter has no ending of case."""
    return 1000 * len(name.split()) - len(name)


def _best_words(voices: list[Said], fullness: Callable[[str], int]) -> str:
    groups = _groups(voices)
    best: str = max(
        groups,
        key=lambda g: (
            len({v.document for v in g[1]}),
            max(v.confidence for v in g[1]),
            fullness(g[0]),
            g[0],
        ),
    )[0]
    return best


def _latin(_: EntryType, prop: Property, voices: list[Said]) -> Winner:
    """The spelling of sources in Latin letters, or else the best romanisation; none contradicts another."""
    groups = _groups(voices)
    value, behind = max(groups, key=_spelling)
    return Winner(prop, value, _reason(groups, behind, "most_sources"), tuple(behind))


def _spelling(group: tuple[str, list[Said]]) -> tuple[bool, bool, int, int, str]:
    """How good a spelling is: as written, from a script with vowels, in how many forms, how full."""
    name, behind = group
    written = any(voice.accepted for voice in behind)
    vowels = any(voice.language != "ar" for voice in behind)
    return written, vowels, len(behind), _name_fullness(name), name


_RULES: Mapping[str, Callable[[EntryType, Property, list[Said]], Winner]] = {
    "code": _code, "codes": _union, "keys": _keys, "wording": _wording, "text": _most, "number": _most,
    "integer": _most, "date": _date, "entry": _most, "flag": _most, "actions": _most, "offices": _most,
}  # fmt: skip
