"""The folded form of a text: one byte a letter, with a way home to the untouched positions.

Matching runs over bytes, so every letter of the supported scripts has a code of its own and a code
point of the text is one byte of the folded form; marks that are silent in a language and repeated
blanks are left out and their places remembered. Measured: a table look-up in numpy costs a twentieth of
``str.translate``.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

SILENT = 0
"""Code of what is dropped before matching."""
LINE = 30
"""Code of a line break: a blank for matching, a boundary for structure."""
BLANK = 32
"""Code of a blank and, after folding, of punctuation."""
_MARK = 31
_HYPHEN = 29

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһієїґў"
_ARABIC = "ءابتثجحخدذرزسشصضطظعغفقكلمنهويةپچژگڤ"
_SYMBOLS = "$€£¥₽₸%"
_SILENT_RANGES = (
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06ED), (0x08D3, 0x08FF), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ۀ": "ه", "ک": "ك", "ی": "ي",
    "ە": "ه", "ۃ": "ة", "ı": "i", "ß": "s", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
    "þ": "t", "ѣ": "е", "ѝ": "и", "ђ": "д", "ј": "и", "љ": "л", "њ": "н", "ћ": "т", "џ": "д",
}  # fmt: skip
_LOOKALIKE = dict(zip("aceoprxyhkmtbi", "асеоррхуһкмтві", strict=False))
LOOKALIKES = frozenset(_LOOKALIKE)
"""Latin letters that look like a Cyrillic one."""


def _codes() -> dict[str, int]:
    """A byte for every letter, avoiding the codes Python takes for blanks."""
    free = (c for c in range(33, 256) if c not in (0x85, 0xA0))
    letters = "0123456789" + _LATIN + _CYRILLIC + _ARABIC + _SYMBOLS
    table = {c: ord(c) for c in "0123456789" + _LATIN + "$%"}
    used = set(table.values())
    rest = (c for c in free if c not in used)
    for letter in letters:
        if letter not in table:
            table[letter] = next(rest)
    return table


CODES = _codes()
"""The byte of each letter."""


def _base_letter(char: str) -> str | None:
    """The letter a character is read as: lower case, without accents; None where it is no letter."""
    lower = char.lower()[:1]
    if lower in CODES:
        return lower
    if lower in _SAME:
        return _SAME[lower]
    for form in ("NFC", "NFKD"):
        for part in unicodedata.normalize(form, lower).lower():
            base = _SAME.get(part, part)
            if base in CODES:
                return base
    return None


def _default_table() -> NDArray[np.uint8]:
    table = np.full(65536, _MARK, dtype=np.uint8)
    table[0x2E80:0xFB00] = 255
    for code in (*range(0x2E80), *range(0x3000, 0x3040), *range(0xFB00, 65536)):
        char = chr(code)
        if char.isspace() or char == "\x00":
            table[code] = BLANK
        elif char.isalnum() or char in _SYMBOLS:
            digit = unicodedata.decimal(char, None)
            base = str(digit) if digit is not None else _base_letter(char)
            table[code] = CODES[base] if base else 255
    for start, end in _SILENT_RANGES:
        table[start : end + 1] = SILENT
    for mark in "\n\u2028\u2029\x0b\x0c\x85":
        table[ord(mark)] = LINE
    for hyphen in "-‐‑":
        table[ord(hyphen)] = _HYPHEN
    return table


_SILENT_BYTE = bytes([SILENT])
_TO_BLANK = bytes(BLANK if c in (LINE, _MARK, _HYPHEN) else c for c in range(256))
_TO_BLANK_BUT_LINES = bytes(BLANK if c in (_MARK, _HYPHEN) else c for c in range(256))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    ``clean`` is the text without what was left out, ``codes`` its bytes (same length), ``marks`` the
    same bytes with line breaks and punctuation still apart; ``removed`` the places left out, each
    less its rank, so that one bisection leads home.
    """

    clean: str
    codes: bytes
    marks: bytes
    removed: list[int] = field(default_factory=list)

    def home(self, position: int) -> int:
        """Where a code point of ``clean`` stands in the untouched text."""
        return position + _rank(self.removed, position) if self.removed else position

    def home_span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the untouched text; silent marks inside a word stay inside."""
        removed = self.removed
        if not removed:
            return start, end
        return start + bisect_left(removed, start + 1), end + bisect_left(removed, end)


def _rank(removed: list[int], position: int) -> int:
    """How many places before (and at) a position were left out."""
    return bisect_left(removed, position + 1)


class Folding:
    """How one language folds: its silent marks and the letters it takes for one."""

    __slots__ = ("_mixed", "table")

    def __init__(self, silent: str = "", same: dict[str, str] | None = None, cyrillic: bool = False) -> None:
        self.table = _base_table().copy()
        for mark in silent:
            self.table[ord(mark)] = SILENT
        for letter, read_as in (same or {}).items():
            for variant in {letter, letter.upper()}:
                if len(variant) == 1:
                    self.table[ord(variant)] = CODES.get(read_as, _MARK)
        self._mixed = _lookalikes() if cyrillic else None

    @classmethod
    def from_table(cls, table: NDArray[np.uint8], cyrillic: bool) -> "Folding":
        """A folding whose table was kept."""
        folding = cls.__new__(cls)
        folding.table = table
        folding._mixed = _lookalikes() if cyrillic else None
        return folding

    def fold(self, text: str) -> Folded:
        """The folded form of a text."""
        units, encoding = _units(text)
        if encoding == "utf-32-le":
            codes = np.where(units < 65536, self.table[np.minimum(units, 65535)], _MARK).astype(np.uint8)
        else:
            codes = self.table[units]
        if self._mixed is not None:
            codes = _one_alphabet(codes, self._mixed)
        marks = _hyphens(codes.tobytes())
        clean, removed = text, []
        if _SILENT_BYTE in marks or b"  " in marks:
            keep = _kept(np.frombuffer(marks, np.uint8))
            places = np.flatnonzero(~keep)
            removed = (places - np.arange(len(places))).tolist()
            marks = np.frombuffer(marks, np.uint8)[keep].tobytes()
            clean = units[keep].tobytes().decode(encoding, "surrogatepass")
        return Folded(clean, marks.translate(_TO_BLANK), marks, removed)

    def phrase(self, text: str) -> bytes:
        """The folded form of a lexicon phrase, without blanks at its ends."""
        return self.fold(text).codes.strip(b" ")

    def phrases(self, texts: Iterable[str]) -> list[bytes]:
        """The folded forms of many phrases, folded in one piece: a lexicon has a hundred thousand."""
        marks = self.fold("\n".join(texts)).marks.translate(_TO_BLANK_BUT_LINES)
        return [phrase.strip(b" ") for phrase in marks.split(bytes([LINE]))]


def _kept(codes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """What is no silent mark and no blank after another one."""
    keep: NDArray[np.bool_] = codes != SILENT
    blank = codes == BLANK
    keep[1:] &= ~(blank[1:] & blank[:-1])
    return keep


def _hyphens(codes: bytes) -> bytes:
    """A hyphen inside a word or number is a blank, any other a mark."""
    at = codes.find(_HYPHEN)
    if at < 0:
        return codes
    told, last = bytearray(codes), len(codes) - 1
    while at >= 0:
        inside = 0 < at < last and told[at - 1] > BLANK and told[at + 1] > BLANK
        told[at] = BLANK if inside else _MARK
        at = told.find(_HYPHEN, at + 1)
    return bytes(told)


def _units(text: str) -> tuple[NDArray[np.uint16] | NDArray[np.uint32], str]:
    """One number a code point, and the encoding it came by."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, "<u2"), "utf-16-le"
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"), "utf-32-le"


def _lookalikes() -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.bool_]]:
    """Latin letters that are typed for Cyrillic ones, and which codes are of which alphabet."""
    swap = np.arange(256, dtype=np.uint8)
    latin = np.zeros(256, dtype=np.bool_)
    cyrillic = np.zeros(256, dtype=np.bool_)
    for wrong, right in _LOOKALIKE.items():
        swap[CODES[wrong]] = CODES[right]
        latin[CODES[wrong]] = True
    for letter in _CYRILLIC:
        cyrillic[CODES[letter]] = True
    return swap, latin, cyrillic


def _one_alphabet(
    codes: NDArray[np.uint8], mixed: tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.bool_]]
) -> NDArray[np.uint8]:
    """Latin letters next to a Cyrillic one are read as the Cyrillic letters they look like."""
    swap, latin, cyrillic = mixed
    suspects = latin[codes]
    if not suspects.any():
        return codes
    native = cyrillic[codes]
    beside = np.zeros(len(codes), dtype=np.bool_)
    beside[1:] |= native[:-1]
    beside[:-1] |= native[1:]
    wrong = suspects & beside
    return np.where(wrong, swap[codes], codes) if wrong.any() else codes


_TABLE: list[NDArray[np.uint8]] = []


def _base_table() -> NDArray[np.uint8]:
    """The table all languages start from, made once."""
    if not _TABLE:
        _TABLE.append(_default_table())
    return _TABLE[0]
