"""The compiled lexicon of a language: one automaton for all its phrases, cached by content."""

import os
import struct
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np
import orjson
from daachorse import DoubleArrayAhoCorasick

from mithaq.languages.files import Traits, built_in, load, sources
from mithaq.languages.form import OPEN
from mithaq.languages.senses import BIT, IGNORE, NOT_NAME, NUMBERED, PLACE
from mithaq.model.errors import UnsupportedLanguage
from mithaq.model.folding import Folding
from mithaq.settings import cache_directory

FORMAT = b"mithaq-lexicon-3"

Sense = tuple[str, str, str]
"""Name of the sense, code, grammatical number (empty where it says nothing)."""


class Entry:
    """What a form means: ``bits`` of its senses and, for each bit, its values.

    A value is a code; for documents, bodies and offices a pair of code and number. ``lead`` and ``trail``
    count the letters at the front and the end of the form that are no part of the phrase. ``shouted`` is what
    it means in capitals, where that is something else; ``doubtful``: the writing tells whether it counts.
    """

    __slots__ = ("bits", "doubtful", "lead", "senses", "shouted", "trail", "values")

    def __init__(
        self, lead: int, trail: int, senses: Iterable[Sense], shouted: "Entry | None" = None
    ) -> None:
        self.lead, self.trail, self.shouted = lead, trail, shouted
        self.senses = tuple(sorted(set(senses)))
        self.bits = 0
        values: dict[int, list[Any]] = {}
        for name, code, number in self.senses:
            bit = BIT[name]
            self.bits |= bit
            told = intern(code)
            values.setdefault(bit, []).append((told, number) if name in NUMBERED else told)
        self.values: dict[int, tuple[Any, ...]] = {bit: tuple(codes) for bit, codes in values.items()}
        self.doubtful = bool(shouted) or self.bits in (0, NOT_NAME) or bool(self.bits & (IGNORE | PLACE))

    def joined(self, other: "Entry") -> "Entry":
        """Two meanings of the same letters as one."""
        lead, trail = max(self.lead, other.lead), min(self.trail, other.trail)
        shouted = None
        if self.shouted or other.shouted:
            shouted = (self.shouted or self).joined(other.shouted or other)
        if not self.bits:
            lead, trail = other.lead, other.trail
        elif not other.bits:
            lead, trail = self.lead, self.trail
        return Entry(lead, trail, self.senses + other.senses, shouted)


_MOST_WORDS = 32768
"""How many words, and how many phrases of several, a lexicon remembers."""


@dataclass(slots=True)
class Matcher:
    """Patterns and the numbers of their meanings."""

    automaton: DoubleArrayAhoCorasick
    payloads: "array[int]"


class _Meanings:
    """What patterns mean: lines of JSON, read when they are asked for, for a report asks for few."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: bytes) -> None:
        self._text = text
        breaks = np.frombuffer(text + b"\n", np.uint8) == ord("\n")
        self._ends = array("I", np.flatnonzero(breaks).astype("I").tobytes())

    def __getitem__(self, number: int) -> list[Any]:
        start = self._ends[number - 1] + 1 if number else 0
        groups: list[Any] = orjson.loads(self._text[start : self._ends[number]])
        return groups


class _Words(dict[bytes, Entry | None]):
    """What single words mean, each worked out when it is first met: a report mostly has words of others."""

    def __init__(self, lexicon: "Lexicon") -> None:
        self._lexicon = lexicon

    def __missing__(self, word: bytes) -> Entry | None:
        entry = self._lexicon.work_out(word)
        if len(self) < _MOST_WORDS:
            self[word] = entry
        return entry


@dataclass(slots=True)
class Lexicon:
    """A language ready to read: its traits, folding, patterns, and what they mean.

    ``single`` are the patterns of one word, ``several`` those of more; their payloads lead to ``groups``.
    ``endings`` are the classes of endings; ``fronts`` what may be written on to the front of a word. What a
    form means is worked out when it is first met and kept, for the words of a language are many and those of
    its reports few: ``words`` holds single words as folded, ``phrases`` those of several by their pattern and
    what is written around it, ``looked_up`` the mentions of single words.
    """

    traits: Traits
    folding: Folding
    single: Matcher
    several: Matcher
    groups: "_Meanings"
    endings: list[dict[bytes, tuple[int, str]]]
    fronts: Mapping[bytes, tuple[int, int]]
    detect: dict[str, Any]
    words: _Words = field(init=False)
    looked_up: dict[str, list[Any]] = field(default_factory=dict)
    phrases: dict[tuple[int, bytes, bytes], Entry | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = _Words(self)

    @property
    def glues(self) -> bool:
        """Whether small words are written on to the front of others; where none are, a pattern begins one."""
        return len(self.fronts) > 1

    def work_out(self, word: bytes) -> Entry | None:
        """What a folded word means; None where it means nothing."""
        codes = b" " + word + b" "
        entry: Entry | None = None
        for begin, end, pattern in self.single.automaton.find_overlapping(codes):
            told = self._meaning(self.groups[self.single.payloads[pattern]], codes[1:begin], codes[end:-1])
            if told is not None:
                entry = told if entry is None else entry.joined(told)
        return entry

    def phrase(self, pattern: int, front: bytes, rest: bytes) -> Entry | None:
        """What a pattern of several words means with letters around it; None where it is no such form."""
        entry = self._meaning(self.groups[self.several.payloads[pattern]], front, rest)
        if len(self.phrases) < _MOST_WORDS:
            self.phrases[pattern, front, rest] = entry
        return entry

    def _meaning(self, groups: list[Any], front: bytes, rest: bytes) -> Entry | None:
        if front not in self.fronts:
            return None
        kind, lead = self.fronts[front]
        senses: list[Sense] = []
        only_shouted: list[Sense] = []
        trails: dict[bool, list[int]] = {False: [], True: []}
        for number, allowed, (name, code), in_capitals in groups:
            ending = (0, "sg") if number == OPEN else self.endings[number].get(rest)
            if ending is not None and allowed & kind:
                told = ending[1].split(" ") if name in NUMBERED else ("",)
                (only_shouted if in_capitals else senses).extend((name, code, each) for each in told)
                trails[in_capitals].append(ending[0])
        shouted = None
        if only_shouted and not front:
            shouted = Entry(lead, min(trails[True] + trails[False]), senses + only_shouted)
        if not senses and shouted is None:
            return None
        return Entry(lead, min(trails[False], default=0), senses, shouted)


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
        from mithaq.languages.freezing import freeze  # noqa: PLC0415 - reading needs it only the first time

        frozen = freeze(load(path))
        store(kept, frozen)
        return _thaw(frozen)


def _digest(path: Path) -> str:
    """The content a compiled lexicon depends on: the language's files and the code that expands them."""
    digest = sha256(FORMAT)
    code = [Path(__file__).parent / f"{name}.py" for name in _CODE]
    folding = Path(__file__).parent.parent / "model" / "folding.py"
    for file in [*sources(path), *code, folding]:
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


_CODE = (
    "files",
    "lexicon",
    "compiling",
    "freezing",
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


def _thaw(frozen: bytes) -> Lexicon:
    """A compiled lexicon ready to read; raises ValueError when the bytes are not whole."""
    head = len(FORMAT)
    body = memoryview(frozen)[head + 32 :]
    if frozen[:head] != FORMAT or sha256(body).digest() != frozen[head : head + 32]:
        raise ValueError("not a compiled lexicon")
    parts, at = [], 0
    while at < len(body):
        (size,) = struct.unpack_from("<Q", body, at)
        parts.append(body[at + 8 : at + 8 + size])
        at += 8 + size
    traits, detect, front, endings = orjson.loads(parts[0])
    fronted = {letters.encode("latin-1"): (kind, lead) for letters, (kind, lead) in front.items()}
    folding = Folding.from_table(np.frombuffer(parts[1][:-1], np.uint8), bytes(parts[1][-1:]) == b"\x01")
    single, several = (
        Matcher(DoubleArrayAhoCorasick.deserialize(bytes(automaton)), array("I", bytes(numbers)))
        for automaton, numbers in zip(parts[2:4], parts[4:6], strict=True)
    )
    return Lexicon(
        Traits(**traits), folding, single, several, _Meanings(bytes(parts[6])),
        [{rest.encode("latin-1"): (trail, number) for rest, trail, number in row} for row in endings],
        fronted, detect,
    )  # fmt: skip
