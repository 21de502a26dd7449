"""Forms of Russian phrases: every case and number of the head and of the adjectives that agree with it.

The morphology is pymorphy3's; it is asked when a lexicon is compiled, never when a text is read.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from mithaq.languages.form import Form

_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}


@cache
def _analyzer() -> Any:
    import pymorphy3  # noqa: PLC0415 - a second of start-up that only compiling needs

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _parse(word: str, parts: tuple[str, ...]) -> Any:
    """The nominative reading of a word as one of the parts of speech, or None."""
    readings = _analyzer().parse(word)
    for reading in readings:
        if reading.tag.POS in parts and "nomn" in reading.tag:
            return reading
    return None


@cache
def _paradigm(word: str, parts: tuple[str, ...]) -> tuple[tuple[str, str, str, str], ...]:
    """The forms of a word: text, case, number, gender."""
    reading = _parse(word, parts)
    if reading is None:
        return ()
    rows = []
    for form in reading.lexeme:
        tag = form.tag
        if tag.case is None or tag.POS not in parts:
            continue
        case = _CASES.get(str(tag.case), str(tag.case))
        rows.append((form.word, case, str(tag.number or "sing"), str(tag.gender or "")))
    return tuple(dict.fromkeys(rows))


_NOUN = ("NOUN",)
_ADJECTIVE = ("ADJF", "PRTF")
_NUMERAL = ("NUMR", "NPRO")


def _head(words: list[str]) -> int | None:
    """Index of the head noun: the first word that is no adjective, if it is a noun."""
    for index, word in enumerate(words):
        if _parse(word.lower(), _NOUN) is not None and (
            index == len(words) - 1 or _parse(word.lower(), _ADJECTIVE) is None
        ):
            return index
        if _parse(word.lower(), _ADJECTIVE) is None:
            return None
    return None


def _with_case_of(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


def forms(phrase: str, section: str) -> Iterator[Form]:  # noqa: ARG001
    """Every form of a phrase whose head can be told; the phrase alone where it cannot."""
    yield Form(phrase)
    words = phrase.split(" ")
    if any(word.isupper() and len(word) > 1 for word in words[:1]):
        return
    head = _head(words)
    if head is None:
        yield from _loose(words)
        return
    noun = words[head]
    tail = words[head + 1 :]
    gender = str(_parse(noun.lower(), _NOUN).tag.gender or "")
    for text, case, number, _ in _paradigm(noun.lower(), _NOUN):
        before = [_agree(word, case, number, gender) for word in words[:head]]
        whole = " ".join([*before, _with_case_of(noun, text), *tail])
        yield Form(whole, number="sg" if number == "sing" else "pl")


def _loose(words: list[str]) -> Iterator[Form]:
    """Forms of a phrase without a noun: adjectives and numerals in every form."""
    tail = words[1:]
    for parts in (_ADJECTIVE, _NUMERAL):
        for text, _, _, _ in _paradigm(words[0].lower(), parts):
            yield Form(" ".join([_with_case_of(words[0], text), *tail]))


@cache
def _agree(word: str, case: str, number: str, gender: str) -> str:
    """An adjective in the case, number and gender of its noun."""
    for text, its_case, its_number, its_gender in _paradigm(word.lower(), _ADJECTIVE):
        if its_case == case and its_number == number and (number == "plur" or its_gender in ("", gender)):
            return _with_case_of(word, text)
    return word
