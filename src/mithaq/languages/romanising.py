"""Names in Latin letters: anyascii letter by letter, and for Arabic script a reading of its long vowels.

Short vowels are not written in Arabic, so they are missing here too (where a text does mark them they are
taken): the result serves to find and compare names, not to pronounce them. The consonants are those of the
simplified BGN/PCGN romanisation.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g", "ک": "k",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ع": "a", "ؤ": "u", "ئ": "i"}
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_SHADDA = "\u0651"
_WORD = re.compile("[\u0620-\u065f\u0670-\u06d3]+")
_ARTICLE = "ال"
_LONG = frozenset("اأإآٱىويی")


class _Letters(dict[str, str]):
    """The Latin letters of each letter met; anyascii goes by one letter at a time."""

    def __missing__(self, letter: str) -> str:
        latin = self[letter] = anyascii(letter)
        return latin


_LETTERS = _Letters()


@lru_cache(maxsize=8192)
def latin(name: str) -> str:
    """A name in Latin letters."""
    if name.isascii():
        return name
    if _WORD.search(name):
        name = _WORD.sub(_arabic, name)
    return "".join(map(_LETTERS.__getitem__, name))


def _arabic(word: re.Match[str]) -> str:
    """A word of Arabic script in Latin letters, with a capital."""
    letters = word[0]
    if letters.startswith(_ARTICLE) and len(letters) > 4:
        return "Al-" + _spelled(letters[2:]).capitalize()
    return _spelled(letters).capitalize()


def _spelled(letters: str) -> str:
    """Letter by letter; a glide between consonants is a long vowel, a carrier before one is silent."""
    out: list[str] = []
    for place, letter in enumerate(letters):
        follow = letters[place + 1 : place + 2]
        if letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
        elif letter in _GLIDES:
            out.append(_glide(letter, out, follow))
        elif letter == _SHADDA:
            # In canonical order the mark of the vowel stands before that of the doubling.
            vowel = letters[place - 1] in _MARKS
            out[-1:] = [out[-2], out[-1]] if vowel and len(out) > 1 else [*out[-1:], *out[-1:]]
        elif letter in _VOWELS:
            out.append("" if not out and follow in _GLIDES and len(letters) > place + 2 else _VOWELS[letter])
        else:
            out.append(_MARKS.get(letter, ""))
    return "".join(out)


def _glide(letter: str, before: list[str], follow: str) -> str:
    consonant, vowel = _GLIDES[letter]
    if not before:
        return consonant
    starts = before == [""]
    return consonant if not starts and (follow in _LONG or before[-1][-1:] in "aiu") else vowel
