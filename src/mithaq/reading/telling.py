"""Which language a text is in: script first, then letters only one language has, then function words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mithaq.languages.detection import Profile, profiles
from mithaq.model.errors import UnsupportedLanguage

_SAMPLE = 1600
_SCRIPTS = ("Latn", "Cyrl", "Arab", "Hans")
_RANGES = (
    ((0x41, 0x7B), (0xC0, 0x250), (0x1E00, 0x1F00)), ((0x400, 0x530),),
    ((0x600, 0x700), (0xFB50, 0xFE00), (0xFE70, 0xFF00)), ((0x4E00, 0xA000),),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rivals:
    """The languages of a script: which letters (by their number) speak for each of them and which against.

    ``words`` are the function words of all of them.
    """

    profiles: tuple[Profile, ...]
    words: frozenset[str]
    own: NDArray[np.float64]
    foreign: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The number of a letter by its unit of UTF-16, and which numbers are of which script.

    Letters that tell languages have a number of their own, the others of a script one together.
    """

    numbers: NDArray[np.uint8]
    scripts: NDArray[np.float64]
    rivals: dict[str, _Rivals]


def tell(body: str) -> str:
    """The code of a text's language; raises UnsupportedLanguage, naming the language where it is known."""
    letters = _letters()
    sample = body[:_SAMPLE].lower()
    units = np.frombuffer(sample.encode("utf-16-le", "surrogatepass"), "<u2")
    counts = np.bincount(letters.numbers[units], minlength=256).astype(np.float64)
    script = _script(letters, counts)
    rivals = letters.rivals.get(script)
    if rivals is None:
        raise UnsupportedLanguage(
            f"The text is in the {script} script, which no language file reads. Give --language."
        )
    scores = _scores(rivals, counts / len(units), sample)
    best = max(range(len(scores)), key=scores.__getitem__)
    if scores[best] <= 0:
        raise UnsupportedLanguage("The language of the text cannot be told. Give --language.")
    found = rivals.profiles[best]
    if not found.supported:
        raise UnsupportedLanguage(f"The text is in {found.english} ({found.code}), which is not read yet.")
    return found.code


def _scores(rivals: _Rivals, shares: NDArray[np.float64], sample: str) -> list[float]:
    """How well each language fits: its own letters and words speak for it, letters it never uses against."""
    words = set(sample.split())
    telling = words & rivals.words
    return [
        len(telling & profile.words) / len(words) + 6 * min(own, 0.05) - 12 * foreign
        for profile, own, foreign in zip(
            rivals.profiles, (rivals.own @ shares).tolist(), (rivals.foreign @ shares).tolist(), strict=True
        )
    ]


def _script(letters: _Letters, counts: NDArray[np.float64]) -> str:
    """The script most letters are of."""
    scripts = (letters.scripts @ counts).tolist()
    most = max(scripts)
    if not most:
        raise UnsupportedLanguage("The text has no letters of a script that is read.")
    return _SCRIPTS[scripts.index(most)]


@lru_cache(maxsize=1)
def _letters() -> _Letters:
    known = profiles()
    alphabet = {c: n for n, c in enumerate(sorted({c for p in known for c in p.letters + p.foreign}), 1)}
    numbers = np.zeros(0x10000, dtype=np.uint8)
    scripts = np.zeros((len(_SCRIPTS), 256), dtype=np.float64)
    for row, ranges in enumerate(_RANGES):
        other = 255 - row
        scripts[row, other] = 1
        for first, last in ranges:
            numbers[first:last] = other
            for letter, number in alphabet.items():
                if first <= ord(letter) < last:
                    scripts[row, number] = 1
    for letter, number in alphabet.items():
        numbers[ord(letter)] = number
    rivals = {}
    for script in _SCRIPTS:
        group = tuple(profile for profile in known if profile.script == script)
        if group:
            own = _marks((profile.letters for profile in group), alphabet)
            words = frozenset[str]().union(*(profile.words for profile in group))
            rivals[script] = _Rivals(group, words, own, _marks((p.foreign for p in group), alphabet))
    return _Letters(numbers, scripts, rivals)


def _marks(rows: Iterable[str], alphabet: Mapping[str, int]) -> NDArray[np.float64]:
    """A row of ones and zeros for each alphabet, by the numbers of its letters."""
    marks = [np.bincount([alphabet[c] for c in letters], minlength=256) for letters in rows]
    return np.array(marks, dtype=np.float64)
