"""From a language file to patterns: every form of every phrase with what it can mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mithaq.languages import arabic, english, kazakh, russian
from mithaq.languages.files import LanguageFile
from mithaq.languages.form import Form
from mithaq.languages.senses import NOUN_LIKE, NUMBERED, SECTIONS
from mithaq.lists import place_codes

STAR = b"\x00"
"""Ends the key of a pattern that goes on to the end of its last word."""

Sense = tuple[str, str, str]
"""Name of the sense, code, grammatical number (empty where it says nothing)."""

_NAME_SECTIONS = {
    "country": "countries", "official": "countries", "adjective": "adjectives", "capital": "capitals",
    "city": "places", "region": "places",
}  # fmt: skip
_CASES_ONLY = frozenset(("places", "countries", "capitals", "body_names", "months", "weekdays"))
_PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер")


@dataclass(slots=True)
class Pattern:
    """One folded form. ``capital`` senses hold only where the text writes capitals."""

    lead: int = 0
    trail: int = 0
    star: bool = False
    senses: set[Sense] = field(default_factory=set)
    capital: set[Sense] = field(default_factory=set)


def patterns(language: LanguageFile) -> dict[bytes, Pattern]:
    """All patterns of a language, by folded form."""
    fold = language.folding().phrase
    found: dict[bytes, Pattern] = {}
    for section, code, entry in _entries(language):
        name = SECTIONS[section]
        star = entry.endswith("*")
        for form in _forms(language.traits.inflection, section, entry):
            folded = fold(form.text)
            if not folded:
                continue
            key = folded + STAR if star else folded
            pattern = found.get(key)
            if pattern is None:
                pattern = found[key] = Pattern(form.lead, form.trail, star)
            number = _number(section, form) if name in NUMBERED else ""
            into = pattern.capital if _in_capitals(entry) else pattern.senses
            into.add((name, code, number))
            if form.trail < pattern.trail:
                pattern.lead, pattern.trail = form.lead, form.trail
    return found


def _entries(language: LanguageFile) -> Iterator[tuple[str, str, str]]:
    """Section, code and phrase of every entry, those of the table of names last."""
    for section, table in language.sections.items():
        if section not in SECTIONS:
            continue
        for code, phrases in table.items():
            for phrase in phrases:
                yield section, f"city:{code}:" if section == "places" else code, phrase
    subdivisions = place_codes()
    for kind, code, form in language.names:
        if kind in ("city", "region"):
            yield "places", f"{kind}:{code}:{subdivisions.get(code, '')}", form
        else:
            yield _NAME_SECTIONS[kind], code, form


def _number(section: str, form: Form) -> str:
    if section.endswith("_plural"):
        return "pl"
    return "du" if section.endswith("_dual") else form.number


def _in_capitals(entry: str) -> bool:
    bare = entry.lstrip("=").rstrip("*")
    return bare.isupper() and len(bare) > 1 and bare.lower() != bare


def _forms(inflection: str, section: str, entry: str) -> Iterator[Form]:
    """The forms of an entry, by the markup of docs/language-files.md."""
    bare = entry.removeprefix("=").removesuffix("*")
    noun = section in NOUN_LIKE
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
            ending = text[len(text) - trail :] if trail else ""
            yield Form(text, 0, trail, "pl" if ending.startswith(_PLURAL) else "sg")
    else:
        yield Form(bare)


def payload(pattern: Pattern) -> list[Any]:
    """A pattern's meaning as plain, ordered values: what the compiled lexicon stores."""
    return [
        pattern.lead, pattern.trail, int(pattern.star), sorted(pattern.senses), sorted(pattern.capital),
    ]  # fmt: skip
