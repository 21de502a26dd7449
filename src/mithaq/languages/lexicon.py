"""The compiled lexicon of a language: one automaton for all its phrases, cached by content."""

import os
import struct
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from daachorse import DoubleArrayAhoCorasick

from mithaq.languages import paradigms
from mithaq.languages.compiling import OPEN, Patterns, fronts, patterns, payload
from mithaq.languages.files import LanguageFile, Traits, built_in, load, sources
from mithaq.languages.senses import BIT, NUMBERED
from mithaq.model.errors import UnsupportedLanguage
from mithaq.model.folding import Folding
from mithaq.settings import cache_directory

_FORMAT = b"mithaq-lexicon-2"

Sense = tuple[str, str, str]
"""Name of the sense, code, grammatical number (empty where it says nothing)."""


class Entry:
    """What a form means: ``bits`` of its senses and, for each bit, its values.

    A value is a code; for documents, bodies and offices a pair of code and number. ``lead`` and ``trail``
    count the letters at the front and the end of the form that are no part of the phrase.
    """

    __slots__ = ("bits", "lead", "senses", "trail", "values")

    def __init__(self, lead: int, trail: int, senses: Iterable[Sense]) -> None:
        self.lead, self.trail = lead, trail
        self.senses = tuple(sorted(set(senses)))
        self.bits = 0
        values: dict[int, list[Any]] = {}
        for name, code, number in self.senses:
            bit = BIT[name]
            self.bits |= bit
            values.setdefault(bit, []).append((code, number) if name in NUMBERED else code)
        self.values: dict[int, tuple[Any, ...]] = {bit: tuple(codes) for bit, codes in values.items()}


_MOST_FORMS = 64
"""How many words are remembered for a pattern: more than it has forms; strange words have no end."""


@dataclass(slots=True)
class Lexicon:
    """A language ready to read: its traits, folding, automaton, and what its patterns mean.

    ``payloads`` gives the number of a pattern's groups in ``groups``; ``endings`` are the classes of
    endings; ``fronts`` what may be written on to the front of a word. What a form means is worked out when
    it is first met and kept, for the words of a language are many and those of its reports few:
    ``ready`` holds the patterns that are whole words, ``forms`` those with endings (None: no such form),
    ``words`` what was found in single words.
    """

    traits: Traits
    folding: Folding
    automaton: DoubleArrayAhoCorasick
    payloads: "array[int]"
    groups: list[list[Any]]
    endings: list[dict[bytes, tuple[int, str]]]
    fronts: Mapping[bytes, tuple[int, int]]
    detect: dict[str, Any]
    ready: list[Entry | None] = field(default_factory=list)
    forms: dict[int, dict[bytes, Entry | None]] = field(default_factory=dict)
    last_of_front: frozenset[int] = frozenset()
    words: dict[str, list[Any]] = field(default_factory=dict)
    _fronted: dict[int, dict[tuple[bytes, bytes], Entry | None]] = field(default_factory=dict)
    _merged: dict[tuple[int, int], Entry] = field(default_factory=dict)

    def meaning(self, pattern: int, rest: bytes, word: str) -> Entry | None:
        """What a pattern means with these letters after it in its word; None where it is no such form.

        ``word`` is the phrase as written, for what is a name in capitals only.
        """
        groups = self.groups[self.payloads[pattern]]
        if any(in_capitals for _, _, _, in_capitals in groups):
            return self._work_out(groups, b"", rest, word.isupper())
        entry = self._work_out(groups, b"", rest, False)
        if not rest and len({number for number, *_ in groups}) == 1 and len(self.endings[groups[0][0]]) == 1:
            self.ready[pattern] = entry
        else:
            known = self.forms.setdefault(pattern, {})
            if len(known) < _MOST_FORMS:
                known[rest] = entry
        return entry

    def written_on(self, pattern: int, front: bytes, rest: bytes) -> Entry | None:
        """What a pattern means with letters before and after it in its word; None: it is no such form."""
        known = self._fronted.setdefault(pattern, {})
        try:
            return known[front, rest]
        except KeyError:
            entry = self._work_out(self.groups[self.payloads[pattern]], front, rest, False)
            if len(known) < _MOST_FORMS:
                known[front, rest] = entry
            return entry

    def _work_out(self, groups: list[Any], front: bytes, rest: bytes, capitals: bool) -> Entry | None:
        kind, lead = self.fronts[front]
        senses: list[Sense] = []
        trails: list[int] = []
        for number, allowed, (name, code), only_capitals in groups:
            ending = (0, "sg") if number == OPEN else self.endings[number].get(rest)
            if ending is not None and allowed & kind and (capitals or not only_capitals):
                told = ending[1].split(" ") if name in NUMBERED else ("",)
                senses.extend((name, code, each) for each in told)
                trails.append(ending[0])
        return Entry(lead, min(trails), senses) if senses else None

    def merged(self, one: Entry, other: Entry) -> Entry:
        """Two entries of the same letters as one."""
        key = (id(one), id(other))
        entry = self._merged.get(key)
        if entry is None:
            lead, trail = max(one.lead, other.lead), min(one.trail, other.trail)
            entry = self._merged[key] = Entry(lead, trail, one.senses + other.senses)
        return entry


@lru_cache(maxsize=16)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language of the package; raises UnsupportedLanguage."""
    path = built_in().get(code)
    if path is None:
        known = ", ".join(built_in())
        raise UnsupportedLanguage(f"No language file for {code!r}; languages read: {known}.")
    return open_lexicon(path)


def open_lexicon(path: Path) -> Lexicon:
    """The lexicon of a language file: from the cache where its content is known, else compiled."""
    kept = cache_directory() / f"{path.stem}-{_digest(path)[:32]}.lexicon"
    try:
        return _thaw(kept.read_bytes())
    except (OSError, ValueError):
        frozen = freeze(load(path))
        store(kept, frozen)
        return _thaw(frozen)


def _digest(path: Path) -> str:
    """The content a compiled lexicon depends on: the language's files and the code that expands them."""
    digest = sha256(_FORMAT)
    code = [Path(__file__).parent / f"{name}.py" for name in _CODE]
    folding = Path(__file__).parent.parent / "model" / "folding.py"
    for file in [*sources(path), *code, folding]:
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


_CODE = (
    "files",
    "lexicon",
    "compiling",
    "form",
    "arabic",
    "english",
    "kazakh",
    "russian",
    "paradigms",
    "senses",
)


def store(path: Path, content: bytes) -> None:
    """Write a file of the cache at once, in place of its older versions.

    A cache that cannot be written is done without.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.stem.split('-', maxsplit=1)[0]}-*{path.suffix}"):
            old.unlink(missing_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        return


def freeze(language: LanguageFile) -> bytes:
    """Compile a language: traits and endings, fold table, automaton, numbers of payloads, payloads."""
    found = patterns(language)
    paradigms.forget()
    front = fronts(language)
    traits = {name: getattr(language.traits, name) for name in Traits.__slots__}
    endings = [[_told(row) for row in endings] for endings in found.endings]
    fronted = {letters.decode("latin-1"): row for letters, row in front.items()}
    mixed = b"\x01" if language.traits.script == "Cyrl" else b"\x00"
    order = sorted(found.groups)
    # In a language without fronts a pattern begins a word; in the others it is looked for inside words too.
    # The automaton takes the most memory while it is made, so it is made before the payloads.
    pad = b" " if len(front) == 1 else b""
    automaton = DoubleArrayAhoCorasick([pad + letters for letters in order]).serialize()
    numbers, payloads = _payloads(order, found)
    head = orjson.dumps([traits, language.detect, fronted, endings])
    parts = (head, language.folding().table.tobytes() + mixed, automaton, numbers, payloads)
    body = b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return _FORMAT + sha256(body).digest() + body


def _payloads(order: list[bytes], found: Patterns) -> tuple[bytes, bytes]:
    """What patterns mean, each meaning once: the number of each pattern's, and the meanings as JSON."""
    known: dict[bytes, int] = {}
    numbers = array(
        "I", (known.setdefault(orjson.dumps(payload(found.groups[key])), len(known)) for key in order)
    )
    return numbers.tobytes(), b"[" + b",".join(known) + b"]"


def _told(row: tuple[bytes, int, str]) -> tuple[str, int, str]:
    """An ending with its folded letters as text, one code point a byte."""
    return row[0].decode("latin-1"), row[1], row[2]


def _thaw(frozen: bytes) -> Lexicon:
    """A compiled lexicon ready to read; raises ValueError when the bytes are not whole."""
    head = len(_FORMAT)
    body = memoryview(frozen)[head + 32 :]
    if frozen[:head] != _FORMAT or sha256(body).digest() != frozen[head : head + 32]:
        raise ValueError("not a compiled lexicon")
    parts, at = [], 0
    while at < len(body):
        (size,) = struct.unpack_from("<Q", body, at)
        parts.append(body[at + 8 : at + 8 + size])
        at += 8 + size
    traits, detect, front, endings = orjson.loads(parts[0])
    fronted = {letters.encode("latin-1"): (kind, lead) for letters, (kind, lead) in front.items()}
    folding = Folding.from_table(np.frombuffer(parts[1][:-1], np.uint8), bytes(parts[1][-1:]) == b"\x01")
    return Lexicon(
        Traits(**traits), folding, DoubleArrayAhoCorasick.deserialize(bytes(parts[2])),
        array("I", bytes(parts[3])), orjson.loads(parts[4]),
        [{rest.encode("latin-1"): (trail, number) for rest, trail, number in row} for row in endings],
        fronted, detect, [None] * (len(parts[3]) // 4),
        last_of_front=frozenset(key[-1] for key in fronted if key),
    )  # fmt: skip
