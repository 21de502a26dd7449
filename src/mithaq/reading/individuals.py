"""Who is who among the office holders: one individual under full name, surname or another case."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import normalize

from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.names import name_after

_SONS = frozenset(("بن", "ابن", "bin", "ibn", "ben", "бен", "бин", "ибн"))
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]+")
_LEAST = 3
_TRIED = 12


@dataclass(slots=True)
class Individual:
    """Somebody with all the offices a report names him by; ``country`` is the state he acts for."""

    words: list[str]
    holders: list[Holder] = field(default_factory=list)
    country: str | None = None


class Roll:
    """Individuals by the beginnings of their names' words, so that each name is compared with few."""

    def __init__(self, endings: dict[str, int]) -> None:
        self._endings = endings
        self._by_word: defaultdict[str, list[Individual]] = defaultdict(list)
        self._seen: dict[str, Individual] = {}
        self.individuals: list[Individual] = []

    def enter(self, name: str, holder: Holder) -> None:
        """File a holder with the individual of that name, or as a new one."""
        individual = self._seen.get(name)
        if individual is not None:
            individual.holders.append(holder)
            return
        words = _words_of(name)
        individual = self._seen[name] = self._known(words) or self._new(words)
        if len(words) > len(individual.words):
            self._index(individual, [word for word in words if word not in individual.words])
            individual.words = words
        individual.holders.append(holder)

    def _new(self, words: list[str]) -> Individual:
        individual = Individual(words)
        self.individuals.append(individual)
        self._index(individual, words)
        return individual

    def _index(self, individual: Individual, words: list[str]) -> None:
        for beginning in {word[:_LEAST] for word in words}:
            self._by_word[beginning].append(individual)

    def _known(self, words: list[str]) -> Individual | None:
        for word in (words[-1], words[0]):
            for individual in self._by_word[word[:_LEAST]][-_TRIED:]:
                known = individual.words
                if self._within(*((words, known) if len(words) <= len(known) else (known, words))):
                    return individual
        return None

    def _within(self, short: list[str], long: list[str]) -> bool:
        """Whether a short name is part of a long one, and not the name of the father in it."""
        if len(short) == 1:
            return any(self._same(short[0], word) for word in long)
        end = len(long) - len(short)
        if all(map(self._same, short, long[end:])):
            return end == 0 or long[end - 1] not in _SONS
        rest = iter(long[1:])
        return self._same(short[0], long[0]) and all(
            any(self._same(word, other) for other in rest) for word in short[1:]
        )

    def _same(self, one: str, other: str) -> bool:
        return one == other or _same(one, other, self._endings)


def _same(one: str, other: str, endings: dict[str, int]) -> bool:
    """Whether two words are one name, in the same case or another, or one its initial."""
    if one.endswith(".") or other.endswith("."):
        return one[:1] == other[:1]
    if one[:2] != other[:2]:
        return False
    stem = _shared(one, other)
    least = _LEAST if max(len(one), len(other)) > _LEAST + 1 else _LEAST - 1
    return stem >= least and one[stem:] in endings and other[stem:] in endings


@lru_cache(maxsize=16)
def _ranks(endings: tuple[str, ...]) -> dict[str, int]:
    """How unlike a nominative's each ending of names is: none at all first."""
    return {ending: rank for rank, ending in enumerate(("", *endings))}


def _words_of(name: str) -> list[str]:
    """The words of a name in small letters without accents: Vučić and Vucic are one."""
    low = name.casefold().replace("ё", "е").replace("-", " ").replace("‑", " ")
    if not (low.isascii() or "а" <= max(low) <= "ӿ"):
        low = _ACCENTS.sub("", normalize("NFD", low))
    return low.split()


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    for at, (letter, other_letter) in enumerate(zip(one, other, strict=False)):
        if letter != other_letter:
            return at
    return min(len(one), len(other))


def individuals(context: Context, people: list[Holder]) -> list[Individual]:
    """The individuals of a report in order of their first mention; former holders count for nothing."""
    roll = Roll(_ranks(context.lexicon.traits.name_endings))
    for holder in people:
        if holder.former:
            continue
        for start, end in holder.names:
            roll.enter(context.clean[start:end], holder)
    for number, individual in enumerate(roll.individuals):
        for holder in individual.holders:
            holder.person = number
    return roll.individuals


def fullest(context: Context, names: list[tuple[int, int]]) -> tuple[int, int]:
    """Of several mentions of one person that of most words; of these the nominative, then the first.

    Where all of them are inflected, the text may name him elsewhere in the nominative.
    """
    endings = _ranks(context.lexicon.traits.name_endings)
    russian = context.lexicon.traits.inflection == "russian"
    if len(names) == 1 and not (russian and _oblique(context, names[0], endings)):
        return names[0]

    def order(span: tuple[int, int]) -> tuple[int, int, int]:
        return -_words(context, span), _oblique(context, span, endings), span[0]

    best = min(names, key=order)
    if not russian or not _oblique(context, best, endings):
        return best
    return min([best, *_elsewhere(context, best, endings)], key=order)


def _elsewhere(context: Context, best: tuple[int, int], endings: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Other places of a text that have the same full name, in whatever case."""
    clean = context.clean
    words = clean[best[0] : best[1]].split()
    beginning = words[0][: max(_LEAST, len(words[0]) - 3)]
    wanted = _words_of(clean[best[0] : best[1]])
    at = clean.find(beginning)
    for _ in range(_TRIED):
        if at < 0:
            return
        span = name_after(context, at) if at != best[0] else None
        if span is not None:
            found = _words_of(clean[span[0] : span[1]])
            if len(found) == len(wanted) and all(
                one == other or _same(one, other, endings) for one, other in zip(found, wanted, strict=True)
            ):
                yield span
        at = clean.find(beginning, at + 1)


def _words(context: Context, span: tuple[int, int]) -> int:
    return len([word for word in context.clean[span[0] : span[1]].split() if not word.endswith(".")])


def _oblique(context: Context, span: tuple[int, int], endings: dict[str, int]) -> int:
    """How inflected a name looks: endings stand in the order in which a nominative has them."""
    return sum(_rank(word, endings) for word in context.clean[span[0] : span[1]].split())


def _rank(word: str, endings: dict[str, int]) -> int:
    for length in (3, 2, 1):
        rank = endings.get(word[-length:])
        if rank is not None:
            return rank
    return 0
