"""Forms of Russian phrases: every case and number of the head and of the adjectives that agree with it."""

from collections.abc import Iterator
from functools import lru_cache

from mithaq.languages.form import Form
from mithaq.languages.paradigms import ADJECTIVE, NOUN, NUMERAL, Paradigm, paradigm


def _head(words: list[str]) -> int | None:
    """Index of the head noun: the first word that is no adjective, if it is a noun."""
    for index, word in enumerate(words):
        adjective = paradigm(word.lower(), ADJECTIVE) is not None
        if (index == len(words) - 1 or not adjective) and paradigm(word.lower(), NOUN) is not None:
            return index
        if not adjective:
            return None
    return None


def _with_case_of(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


_NAMES = frozenset(("places", "countries", "capitals", "body_names"))
"""Sections of names: one of a kind, so they stand in the number they are listed in."""


def forms(phrase: str, section: str) -> Iterator[Form]:
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
    known = paradigm(noun.lower(), NOUN)
    assert known is not None
    only = _listed(noun.lower(), known) if section in _NAMES else ""
    capital = noun[:1].isupper()
    for text, case, number, _ in known.forms:
        if only and number != only:
            continue
        whole = text.capitalize() if capital else text
        if len(words) > 1:
            before = [_agree(word, case, number, known.gender) for word in words[:head]]
            whole = " ".join([*before, whole, *tail])
        yield Form(whole, 0, "sg" if number == "sing" else "pl")


def _listed(noun: str, known: Paradigm) -> str:
    """The number a name is listed in."""
    return next((f.number for f in known.forms if f.text == noun and f.case == "nomn"), "")


def _loose(words: list[str]) -> Iterator[Form]:
    """Forms of a phrase without a noun: adjectives and numerals in every form."""
    tail = words[1:]
    for kind in (ADJECTIVE, NUMERAL):
        known = paradigm(words[0].lower(), kind)
        for text, _, _, _ in known.forms if known else ():
            yield Form(" ".join([_with_case_of(words[0], text), *tail]))


@lru_cache(maxsize=4096)
def _agree(word: str, case: str, number: str, gender: str) -> str:
    """An adjective in the case, number and gender of its noun."""
    known = paradigm(word.lower(), ADJECTIVE)
    for form in known.forms if known else ():
        if form.case == case and form.number == number and (number == "plur" or form.gender in ("", gender)):
            return _with_case_of(word, form.text)
    return word
