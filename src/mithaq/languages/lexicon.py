"""The compiled lexicon of a language: one automaton for all its phrases, cached by content."""

import os
import struct
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from daachorse import DoubleArrayAhoCorasick

from mithaq.languages.compiling import STAR, patterns, payload
from mithaq.languages.files import LanguageFile, Traits, built_in, load, sources
from mithaq.languages.senses import BIT, NUMBERED
from mithaq.model.errors import UnsupportedLanguage
from mithaq.model.folding import Folding

_FORMAT = b"mithaq-lexicon-1"


class Entry:
    """What a pattern means: ``bits`` of its senses and, for each bit, its values.

    A value is a code; for documents, bodies and offices a pair of code and number.
    """

    __slots__ = ("bits", "lead", "star", "trail", "values")

    def __init__(self, lead: int, trail: int, star: bool, senses: Iterable[Any]) -> None:
        self.lead, self.trail, self.star = lead, trail, star
        self.bits = 0
        values: dict[int, list[Any]] = {}
        for name, code, number in senses:
            bit = BIT[name]
            self.bits |= bit
            values.setdefault(bit, []).append((code, number) if name in NUMBERED else code)
        self.values: dict[int, tuple[Any, ...]] = {bit: tuple(codes) for bit, codes in values.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language ready to read: its traits, folding, automaton, and the entries of its patterns.

    ``payloads`` gives the number of a pattern's entry; ``plain`` and ``capital`` give that entry in ordinary
    letters and in capitals.
    """

    traits: Traits
    folding: Folding
    automaton: DoubleArrayAhoCorasick
    payloads: "array[int]"
    plain: list[Entry | None]
    capital: list[Entry | None]
    detect: dict[str, Any]


def cache_folder() -> Path:
    """Where compiled lexicons are kept: ``MITHAQ_CACHE``, else the user's cache folder."""
    given = os.environ.get("MITHAQ_CACHE")
    if given:
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mithaq"


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
    digest = _digest(path)
    kept = cache_folder() / f"{path.stem}-{digest[:32]}.lexicon"
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


_CODE = ("compiling", "arabic", "english", "kazakh", "russian", "senses")


def store(path: Path, frozen: bytes) -> None:
    """Write a file of the cache at once, in place of its older versions; a cache that cannot be written is done without."""  # noqa: E501
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.stem.split('-', maxsplit=1)[0]}-*{path.suffix}"):
            old.unlink(missing_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(frozen)
        part.replace(path)
    except OSError:
        return


def freeze(language: LanguageFile) -> bytes:
    """Compile a language: length-prefixed traits, fold table, automaton, payload numbers and payloads."""
    found = patterns(language)
    order = sorted(found)
    automaton = DoubleArrayAhoCorasick([_padded(key) for key in order])
    payloads: dict[bytes, int] = {}
    numbers = np.empty(len(order), dtype="<u4")
    for index, key in enumerate(order):
        numbers[index] = payloads.setdefault(orjson.dumps(payload(found[key])), len(payloads))
    traits = language.traits
    head = {name: getattr(traits, name) for name in Traits.__slots__}
    mixed = b"\x01" if traits.script == "Cyrl" else b"\x00"
    parts = [
        orjson.dumps([head, language.detect]), language.folding().table.tobytes() + mixed,
        automaton.serialize(), numbers.tobytes(), b"[" + b",".join(payloads) + b"]",
    ]  # fmt: skip
    body = b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return _FORMAT + sha256(body).digest() + body


def _padded(key: bytes) -> bytes:
    """A pattern is bounded by blanks on both sides; one that ends in a star on the left only."""
    return b" " + key[:-1] if key.endswith(STAR) else b" " + key + b" "


def _thaw(frozen: bytes) -> Lexicon:
    """A compiled lexicon ready to read; raises ValueError when the bytes are not whole."""
    head = len(_FORMAT)
    body = frozen[head + 32 :]
    if frozen[:head] != _FORMAT or sha256(body).digest() != frozen[head : head + 32]:
        raise ValueError("not a compiled lexicon")
    parts, at = [], 0
    while at < len(body):
        (size,) = struct.unpack_from("<Q", body, at)
        parts.append(body[at + 8 : at + 8 + size])
        at += 8 + size
    traits, detect = orjson.loads(parts[0])
    rows = orjson.loads(parts[4])
    plain = [
        Entry(lead, trail, bool(star), senses) if senses else None for lead, trail, star, senses, _ in rows
    ]
    capital = [
        Entry(lead, trail, bool(star), [*senses, *extra]) if extra else None
        for lead, trail, star, senses, extra in rows
    ]
    numbers = array("I", parts[3])
    folding = Folding.from_table(np.frombuffer(parts[1][:-1], np.uint8), parts[1][-1:] == b"\x01")
    return Lexicon(
        Traits(**traits), folding, DoubleArrayAhoCorasick.deserialize(parts[2]),
        numbers, plain, capital, detect,
    )  # fmt: skip
