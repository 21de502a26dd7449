"""From a language file to patterns: the stem of every phrase, with its endings and what it can mean.

A phrase whose last word is inflected is kept as one pattern, the letters its forms have in common, and a
class of endings (their length in letters that are no part of the phrase, and their number). Measured:
a quarter of the patterns of written-out forms, and a lexicon that is made in a third of the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from mithaq.languages import arabic, english, kazakh, russian
from mithaq.languages.files import LanguageFile
from mithaq.languages.form import BARE, OPEN, Form
from mithaq.languages.senses import ALSO_INFLECTED, NOUN_LIKE, NUMBERED, SECTIONS
from mithaq.lists import capital_ids, city_ids, place_codes

Endings = tuple[tuple[bytes, int, str], ...]
"""A class of endings: the folded letters, how many are no part of the phrase, the grammatical numbers."""

Group = tuple[int, int, tuple[str, str], bool]
"""What a pattern can mean: class of endings, what may stand in front, sense and code, capitals only."""

_NAME_SECTIONS = {
    "country": "countries", "official": "countries", "adjective": "adjectives", "capital": "capitals",
    "city": "places", "region": "places",
}  # fmt: skip
_CASES_ONLY = frozenset(("places", "countries", "capitals", "body_names", "months", "weekdays"))
_SHORTEST_STEM = 3
_FEWEST_FORMS = 4
_BATCH = 1000


@dataclass(slots=True)
class Patterns:
    """The patterns of a language by their letters (a blank ends a whole word), and the endings they share."""

    groups: dict[bytes, list[Group]] = field(default_factory=dict)
    endings: dict[Endings, int] = field(default_factory=lambda: {(): OPEN})

    def add(
        self, letters: bytes, endings: Endings, front: int, sense: tuple[str, str], capitals: bool
    ) -> None:
        """File what a pattern means."""
        number = self.endings.setdefault(endings, len(self.endings))
        group = (number, front, sense, capitals)
        known = self.groups.setdefault(letters, [])
        if group not in known:
            known.append(group)


def patterns(language: LanguageFile) -> Patterns:
    """All patterns of a language."""
    folding = language.folding()
    found = Patterns()
    entries = _entries(language)
    while batch := list(islice(entries, _BATCH)):
        rows = [(entry, list(_forms(language.traits.inflection, entry[0], entry[2]))) for entry in batch]
        folded = folding.phrases(form.text for _, forms in rows for form in forms)
        at = 0
        for (section, code, entry), forms in rows:
            _add(found, (section, code, entry), list(zip(folded[at : at + len(forms)], forms, strict=True)))
            at += len(forms)
    return found


def _add(found: Patterns, entry: tuple[str, str, str], written: list[tuple[bytes, Form]]) -> None:
    """File the patterns of one entry: section, code and phrase, and its forms."""
    section, code, phrase = entry
    name = SECTIONS[section]
    number = _number(section, name)
    capitals = _in_capitals(phrase)
    for letters, endings, front in _stems(written, phrase.endswith("*"), number):
        found.add(letters, endings, front, (name, code), capitals)


def _stems(
    written: list[tuple[bytes, Form]], open_ended: bool, number: str | None
) -> Iterator[tuple[bytes, Endings, int]]:
    """The patterns of one entry's forms; those that differ in their last letters alone share one."""
    alike: dict[tuple[bytes, int], list[tuple[bytes, Form]]] = {}
    for letters, form in written:
        if letters:
            alike.setdefault((letters[: letters.rfind(b" ") + 1], form[3]), []).append((letters, form))
    for (head, front), forms in alike.items():
        if open_ended:
            yield from ((letters, (), front) for letters, _ in forms)
            continue
        stem = _stem(forms) if len(forms) >= _FEWEST_FORMS else b""
        if len(stem) >= len(head) + _SHORTEST_STEM:
            yield stem, _endings([(letters[len(stem) :], form) for letters, form in forms], number), front
            continue
        whole: dict[bytes, list[Form]] = {}
        for letters, form in forms:
            whole.setdefault(letters, []).append(form)
        for letters, same in whole.items():
            yield letters + b" ", _endings([(b"", form) for form in same], number), front


def _stem(forms: list[tuple[bytes, Form]]) -> bytes:
    """The letters forms have in common at their front; none where too few of them differ."""
    letters = {letters for letters, _ in forms}
    return _common(min(letters), max(letters)) if len(letters) >= _FEWEST_FORMS else b""


def _common(first: bytes, last: bytes) -> bytes:
    """The letters two words have in common at their front."""
    for place, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:place]
    return first


def _endings(forms: Sequence[tuple[bytes, Form]], number: str | None) -> Endings:
    """The endings of forms, each once: with the least that is no part of the phrase, and all its numbers."""
    if len(forms) == 1:
        rest, form = forms[0]
        return ((rest, form.trail, form.number if number is None else number),)
    found: dict[bytes, tuple[int, str]] = {}
    for rest, (_, trail, told, _) in forms:
        numbers = told if number is None else number
        if rest in found:
            other, known = found[rest]
            found[rest] = min(trail, other), " ".join(sorted({*known.split(" "), numbers}))
        else:
            found[rest] = trail, numbers
    return tuple((rest, *found[rest]) for rest in sorted(found))


def _number(section: str, name: str) -> str | None:
    """The number of a section's phrases: told by it, or (None) by each form; empty where none counts."""
    if name not in NUMBERED:
        return ""
    if section.endswith("_plural"):
        return "pl"
    return "du" if section.endswith("_dual") else None


def _identity(section: str, code: str) -> str:
    """What an entry stands for: a city by its name, a capital by its state, else its code."""
    if section == "places":
        city = city_ids().get(code, code)
        return f"city:{city}:{place_codes().get(city, '')}"
    return capital_ids().get(code, code) if section == "capitals" else code


def _entries(language: LanguageFile) -> Iterator[tuple[str, str, str]]:
    """Section, code and phrase of every entry, those of the table of names last."""
    for section, table in language.sections.items():
        if section not in SECTIONS:
            continue
        for code, phrases in table.items():
            for phrase in phrases:
                yield section, _identity(section, code), phrase
    subdivisions = place_codes()
    for kind, code, form in language.names:
        if kind in ("city", "region"):
            yield "places", f"{kind}:{code}:{subdivisions.get(code, '')}", form
        else:
            yield _NAME_SECTIONS[kind], code, form


def _in_capitals(entry: str) -> bool:
    bare = entry.lstrip("=").rstrip("*")
    return bare.isupper() and len(bare) > 1 and bare.lower() != bare


def _forms(inflection: str, section: str, entry: str) -> Iterator[Form]:
    """The forms of an entry, by the markup of docs/language-files.md."""
    bare = entry.removeprefix("=").removesuffix("*")
    noun = section in NOUN_LIKE or section in ALSO_INFLECTED.get(inflection, ())
    if inflection == "arabic":
        verb = entry.startswith("=") or entry.endswith("*") or not noun
        yield from arabic.verb_forms(bare, section) if verb else arabic.forms(bare, section)
    elif not noun or entry != bare:
        yield Form(bare)
    elif inflection == "russian":
        yield from russian.forms(bare, section)
    elif inflection == "english":
        yield from english.forms(bare, section)
    elif inflection == "kazakh":
        inflected = kazakh.case_forms(bare) if section in _CASES_ONLY else kazakh.forms(bare)
        for text, trail in inflected:
            yield Form(text, trail, "pl" if kazakh.is_plural(bare, text) else "sg")
    else:
        yield Form(bare)


def fronts(language: LanguageFile) -> dict[bytes, tuple[int, int]]:
    """What can be written on to the front of a language's words, folded: its class and its length."""
    found = {b"": (BARE, 0)}
    if language.traits.inflection == "arabic":
        fold = language.folding().phrase
        found.update((fold(text), front) for text, front in arabic.FRONTS.items())
    return found


def payload(groups: list[Group]) -> list[Any]:
    """A pattern's meaning as plain, ordered values: what the compiled lexicon stores."""
    return sorted(groups)
