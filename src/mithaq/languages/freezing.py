"""A lexicon compiled into bytes: patterns and endings, fold table, automata, and what the patterns mean."""

import gc
import struct
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

import orjson
from daachorse import DoubleArrayAhoCorasick

from mithaq.languages import paradigms
from mithaq.languages.compiling import Patterns, fronts, patterns, payload
from mithaq.languages.files import LanguageFile, Traits
from mithaq.languages.lexicon import FORMAT


def freeze(language: LanguageFile) -> bytes:
    """Compile a language: traits and endings, fold table, automaton, numbers of payloads, payloads."""
    with _no_search_for_cycles():
        found = patterns(language)
    paradigms.forget()
    front = fronts(language)
    traits = {name: getattr(language.traits, name) for name in Traits.__slots__}
    endings = [[_told(row) for row in endings] for endings in found.endings]
    fronted = {letters.decode("latin-1"): row for letters, row in front.items()}
    mixed = b"\x01" if language.traits.script == "Cyrl" else b"\x00"
    # In a language without fronts a pattern begins a word; in the others it is looked for inside words too.
    # The automata take the most memory while they are made, so they are made before the payloads.
    pad = b" " if len(front) == 1 else b""
    order = sorted(found.groups)
    orders = [[key for key in order if (b" " in key.strip()) == several] for several in (False, True)]
    automata = [DoubleArrayAhoCorasick([pad + letters for letters in own]).serialize() for own in orders]
    numbers, payloads = _payloads(orders, found)
    head = orjson.dumps([traits, language.detect, fronted, endings])
    parts = (head, language.folding().table.tobytes() + mixed, *automata, *numbers, payloads)
    body = b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return FORMAT + sha256(body).digest() + body


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Leave Python's collector off: it would look again and again through a million things without cycles."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _payloads(orders: list[list[bytes]], found: Patterns) -> tuple[list[bytes], bytes]:
    """What patterns mean, each once: the number of each pattern, and the meanings as lines of JSON."""
    known: dict[bytes, int] = {}
    numbers = [
        array("I", (known.setdefault(orjson.dumps(payload(found.groups[key])), len(known)) for key in order))
        for order in orders
    ]
    return [own.tobytes() for own in numbers], b"\n".join(known)


def _told(row: tuple[bytes, int, str]) -> tuple[str, int, str]:
    """An ending with its folded letters as text, one code point a byte."""
    return row[0].decode("latin-1"), row[1], row[2]
