"""Russian paradigms: pymorphy3's dictionary, read directly, and its guesses for words it lacks.

Asked when a lexicon is compiled, never when a text is read. The dictionary gives a word in a tenth of the
time of ``MorphAnalyzer.parse``, which also weighs readings that nobody asks for here.
"""

from functools import cache, lru_cache
from typing import Any, NamedTuple

NOUN, ADJECTIVE, NUMERAL = "N", "A", "M"
_PARTS = {NOUN: ("NOUN",), ADJECTIVE: ("ADJF", "PRTF"), NUMERAL: ("NUMR", "NPRO")}
_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}


class Inflected(NamedTuple):
    """A form of a word: its letters, case, number (sing, plur) and gender (of adjectives)."""

    text: str
    case: str
    number: str
    gender: str


class Paradigm(NamedTuple):
    """A word's gender and forms."""

    gender: str
    forms: tuple[Inflected, ...]


class _Tag(NamedTuple):
    part: str
    case: str
    number: str
    gender: str


_NO_TAG = _Tag("", "", "", "")


@lru_cache(maxsize=2048)
def paradigm(word: str, kind: str) -> Paradigm | None:
    """The paradigm of a word in the nominative as a word of that kind; None where it is none."""
    known = _analyzer().dictionary.words.get(word)
    if known is None:
        return _guessed(word, _PARTS[kind])
    for number, place in known:
        rows = _rows(number, _PARTS[kind])
        tag = rows[place][2]
        if tag.case == "nomn":
            return Paradigm(tag.gender, _forms(word, rows, place))
    return None


def forget() -> None:
    """Let go of the dictionary, which takes more memory than a lexicon."""
    for kept in (_analyzer, _rows, _plain, _readings, paradigm):
        kept.cache_clear()


@cache
def _analyzer() -> Any:
    import pymorphy3  # noqa: PLC0415 - only compiling needs it

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _rows(number: int, parts: tuple[str, ...]) -> tuple[tuple[str, str, _Tag], ...]:
    """The rows of a paradigm: prefix, ending and tag, which is empty where the form is no such word.

    A paradigm is stored as three arrays in one: numbers of endings, of tags and of prefixes.
    """
    dictionary = _analyzer().dictionary
    row = dictionary.paradigms[number]
    size = len(row) // 3
    tags = (_plain(dictionary.gramtab[row[size + i]]) for i in range(size))
    return tuple(
        (
            dictionary.paradigm_prefixes[row[2 * size + i]],
            dictionary.suffixes[row[i]],
            tag if tag.case and tag.part in parts else _NO_TAG,
        )
        for i, tag in enumerate(tags)
    )


@cache
def _plain(tag: Any) -> _Tag:
    case = str(tag.case or "")
    return _Tag(str(tag.POS or ""), _CASES.get(case, case), str(tag.number or "sing"), str(tag.gender or ""))


def _forms(word: str, rows: tuple[tuple[str, str, _Tag], ...], place: int) -> tuple[Inflected, ...]:
    prefix, ending, _ = rows[place]
    stem = word[len(prefix) : len(word) - len(ending)]
    forms = [(front + stem + end, tag[1], tag[2], tag[3]) for front, end, tag in rows if tag is not _NO_TAG]
    return tuple(map(Inflected._make, dict.fromkeys(forms)))


def _guessed(word: str, parts: tuple[str, ...]) -> Paradigm | None:
    """The paradigm of a word the dictionary lacks: that of the first nominative reading of the kind."""
    for reading in _readings(word):
        tag = _plain(reading.tag)
        if tag.part in parts and tag.case == "nomn":
            known = _known_paradigm(reading, parts)
            if known:
                return Paradigm(tag.gender, known)
            told = ((form.word, _plain(form.tag)) for form in reading.lexeme)
            forms = (
                Inflected(text, t.case, t.number, t.gender) for text, t in told if t.case and t.part in parts
            )
            return Paradigm(tag.gender, tuple(dict.fromkeys(forms)))
    return None


def _known_paradigm(reading: Any, parts: tuple[str, ...]) -> tuple[Inflected, ...]:
    """The forms of a word that is guessed to go like one of the dictionary; empty where it is put together.

    Ten times as quick as ``reading.lexeme``.
    """
    source = reading.methods_stack[0]
    if len(source) != _DICTIONARY_SOURCE:
        return ()
    _, _, number, place = source
    rows = _rows(number, parts)
    return () if any(prefix for prefix, _, _ in rows) else _forms(reading.word, rows, place)


_DICTIONARY_SOURCE = 4
"""What pymorphy3 tells of a reading by the dictionary: itself, the word, number of paradigm and of form."""


@lru_cache(maxsize=64)
def _readings(word: str) -> Any:
    return _analyzer().parse(word)
