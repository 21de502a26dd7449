"""Lint of the language files: what breaks their format, and what a language lacks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mithaq import lists
from mithaq.languages.files import LanguageFile, built_in, load
from mithaq.languages.senses import SECTIONS
from mithaq.model.errors import LanguageFileFault, UnsupportedLanguage
from mithaq.model.folding import LOOKALIKES

_CODES = {
    "documents": lists.instruments,
    "documents_plural": lists.instruments,
    "documents_dual": lists.instruments,
    "document_names": lists.instruments,
    "sectors": lists.sectors,
    "portfolios": lists.portfolios,
    "bodies": lists.bodies,
    "bodies_plural": lists.bodies,
    "meetings": lists.meetings,
    "modality": lists.modalities,
    "amounts": lists.amounts,
    "currencies_by_state": lists.currencies,
}
_MORE = {"bodies": {"head"}, "portfolios": set(lists.sectors())}
_NEEDED = (
    "documents", "status", "relations", "sectors", "portfolios", "bodies", "offices", "meetings", "months",
    "numbers",
    "scales", "currencies", "amounts", "qualifiers", "modality", "speech",
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a language file, where, and what to do."""

    file: str
    place: str
    fault: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.fault}"


def check(codes: Iterable[str] = (), files: dict[str, Path] | None = None) -> list[Fault]:
    """The faults of the languages with the given codes (of all, where none is given).

    Raises UnsupportedLanguage for a code without a file.
    """
    known = built_in() if files is None else files
    wanted = list(codes) or list(known)
    for code in wanted:
        if code not in known:
            raise UnsupportedLanguage(f"No language file for {code!r}; there are: {', '.join(known)}.")
    return [fault for code in wanted for fault in _faults(known[code])]


def _faults(path: Path) -> Iterator[Fault]:
    try:
        language = load(path)
    except LanguageFileFault as fault:
        yield Fault(path.name, "file", str(fault))
        return
    for section in _NEEDED:
        if not language.sections.get(section):
            yield Fault(path.name, f"[{section}]", "lacks words: see docs/language-files.md")
    for section, table in language.sections.items():
        if section not in SECTIONS:
            yield Fault(path.name, f"[{section}]", "no such section: see docs/language-files.md")
            continue
        yield from _unknown_keys(path.name, section, table)
        yield from _bad_entries(path.name, section, table, language)


def _unknown_keys(file: str, section: str, table: dict[str, list[str]]) -> Iterator[Fault]:
    codes = _CODES.get(section)
    if codes is None:
        return
    known = set(codes()) | _MORE.get(section, set())
    for key in table:
        if key not in known:
            yield Fault(file, f"[{section}] {key}", "no such code: take one of the list or add a row to it")


def _bad_entries(
    file: str, section: str, table: dict[str, list[str]], language: LanguageFile
) -> Iterator[Fault]:
    fold = language.folding().phrase
    meanings: dict[bytes, str] = {}
    for key, entries in table.items():
        seen: set[str] = set()
        for entry in entries:
            folded = fold(entry.removeprefix("=").removesuffix("*"))
            place = f"[{section}] {key}"
            if not folded and len(entry.strip("=*")) > 1:
                yield Fault(file, place, f"{entry!r} has no letters")
            elif entry in seen:
                yield Fault(file, place, f"{entry!r} stands twice: take one away")
            elif folded.replace(b" ", b"").isdigit():
                yield Fault(file, place, f"{entry!r} is read as a bare number: numbers would be taken for it")
            elif _two_alphabets(entry):
                yield Fault(file, place, f"{entry!r} has letters of two alphabets in one word")
            elif section in _ONE_MEANING and meanings.setdefault(folded, key) != key:
                yield Fault(file, place, f"{entry!r} stands under {meanings[folded]} too: choose one")
            seen.add(entry)


_ONE_MEANING = frozenset(("months", "hijri_months", "weekdays", "scales", "currencies", "numbers"))
"""Sections in which a phrase can mean one thing only."""


def _two_alphabets(entry: str) -> bool:
    """Whether a word mixes Cyrillic letters with Latin ones that look the same, as typing slips do."""
    return any(
        word & _CYRILLIC and word & LOOKALIKES and word <= _CYRILLIC | LOOKALIKES
        for word in map(frozenset, _WORD.findall(entry.lower()))
    )


_CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))
