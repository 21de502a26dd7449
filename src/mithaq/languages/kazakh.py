"""Kazakh (Cyrillic) suffixes: the forms in which a phrase can stand, and where its ending begins.

Only the last word of a phrase takes suffixes: plural, third-person possessive, case. The case ending is
what is cut off to get the name back; plural and possessive stay, for they belong to it:

    >>> dict(forms("министрлік"))["министрлігінің"]
    3
    >>> dict(forms("жол картасы"))["жол картасына"]
    2
    >>> dict(forms("ресей", derived=True))["ресейліктер"]
    6

Writers disagree about loanwords, so where usage wavers every form in use is given. A form that nobody
writes costs a line in the lexicon; a missing one costs a reading.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

_HARD_VOWELS = frozenset("аоұыяё")
_SOFT_VOWELS = frozenset("әеөүіэ")
_VOWELS = _HARD_VOWELS | _SOFT_VOWELS | frozenset("уюи")
# Letters that the suffixes meet as a full vowel: after у, и, ю they behave as after й.
_OPEN = _HARD_VOWELS | _SOFT_VOWELS
_NASAL = frozenset("мнң")
_BUZZING = frozenset("зж")
# б, в, г, д close loanwords only and are spoken without voice: Мадридке, Бектеновпен.
_VOICELESS = frozenset("кқпстшщчцхфһбвгд")

_VOICED = {"қ": "ғ", "к": "г", "п": "б"}
_UNVOICED = {"ғ": "қ", "г": "к", "б": "п"}
_SYNCOPE = {
    "халық": "халқ",
    "қауіп": "қауп",
    "орын": "орн",
    "мүлік": "мүлк",
    "құлық": "құлқ",
    "ғұрып": "ғұрп",
    "парық": "парқ",
    "ерік": "ерк",
    "дауыс": "даус",
}
# Loanwords ending so may take a helping і before every suffix: актінің, банкіге, Минскіде.
_HELPED = ("кт", "нк", "ск", "нг")
_DOUBLED = ("сс", "лл", "тт", "мм", "пп")
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
_CLOSE = ("ы", "і")

_POSSESSIVE_CASES = (
    ("", "ның", "на", "н", "нда", "нан", "мен", "ндағы"),
    ("", "нің", "не", "н", "нде", "нен", "мен", "ндегі"),
)

# Ends of names that look like a case ending and are none: Тілеуберді, Есенгелді, Дастан.
_NO_ENDING = ("берді", "келді", "гелді", "тұрды", "болды", "қонды", "бенди", "бенде", "стан", "рысты")
_LONGEST_ENDING = 5
# The letters in which a case ending can end: -ның, -ды, -ға, -да, -нан, -мен, -дағы.
_LAST = frozenset("ңыіаен")


def forms(phrase: str, *, derived: bool = False) -> Iterator[tuple[str, int]]:
    """Every inflected form of ``phrase`` with the length of its case ending, the phrase itself first.

    An abbreviation takes its endings after a hyphen (ҚР-ның: 4, млн-ға: 3). With ``derived`` the forms
    in -лық (ресейлік, астаналықтар) are given too, all of the suffix counted as ending.
    """
    head, last = _split(phrase)
    if _is_abbreviation(last):
        endings = _abbreviation(last)
    elif head and _is_possessive(last):
        endings = chain(_possessed(last), _several_possessed(last))
    else:
        endings = _inflected(last)
    seen = {last: 0}
    for form, cut in endings:
        seen.setdefault(form, cut)
    if derived and not _is_abbreviation(last):
        for form, cut in _derived(last):
            seen.setdefault(form, cut)
    for form, cut in seen.items():
        yield head + form, cut


def is_plural(phrase: str, form: str) -> bool:
    """Whether a form of ``phrase`` names several: жол карталарына, министрліктері, but not министрлігі."""
    shared = next(
        (at for at, (one, other) in enumerate(zip(phrase, form, strict=False)) if one != other), len(phrase)
    )
    return form[shared:].startswith(_PLURALS)


def case_forms(phrase: str) -> Iterator[tuple[str, int]]:
    """The case forms of ``phrase`` alone, as names of persons and places take them: Кения Республикасына."""
    head, last = _split(phrase)
    if _is_abbreviation(last):
        endings = _abbreviation(last)
    elif head and _is_possessive(last):
        endings = chain(_possessed(last), _declined(last))
    else:
        endings = _declined(last)
    seen = {last: 0}
    for form, cut in endings:
        seen.setdefault(form, cut)
    for form, cut in seen.items():
        yield head + form, cut


@lru_cache(maxsize=4096)
def case_ending(word: str) -> int:
    """How many letters at the end of an unknown name are a case ending; 0 where it stands bare.

    The longest ending is taken whose stem, at least three letters with a vowel, would take it.
    """
    low = word.lower()
    if low[-1:] not in _LAST or low.endswith(_NO_ENDING):
        return 0
    for length in range(min(_LONGEST_ENDING, len(low) - 3), 1, -1):
        stem = low[:-length]
        if any(letter in _VOWELS for letter in stem) and (low, length) in set(_name_forms(stem)):
            return length
    return 0


def _name_forms(stem: str) -> Iterator[tuple[str, int]]:
    yield from _declined(stem)
    if stem[-1] in "ыі":
        yield from _possessed(stem)


def _split(phrase: str) -> tuple[str, str]:
    head, space, last = phrase.rpartition(" ")
    return head + space, last


def _is_abbreviation(word: str) -> bool:
    """Capitals, or a shortening without a vowel (млн, млрд): both take endings after a hyphen."""
    return len(word) > 1 and (word.isupper() or not any(letter in _VOWELS for letter in word.lower()))


def _is_possessive(word: str) -> bool:
    """Whether the head of a compound already carries -ы, -сы: жоспары, министрлігі, but not хатшы."""
    return word[-1:] in _CLOSE and not word.endswith(("шы", "ші"))


def _abbreviation(word: str) -> Iterator[tuple[str, int]]:
    """The endings of an abbreviation follow its spoken letters, which no rule knows: all are given."""
    for soft in (False, True):
        for last in "анрт":
            for ending in _case_endings(last, soft):
                yield f"{word}-{ending}", len(ending) + 1
    for ending in (*_PLURALS, "сы", "сі", "ы", "і"):
        yield f"{word}-{ending}", len(ending) + 1


def _inflected(word: str) -> Iterator[tuple[str, int]]:
    yield from _declined(word)
    yield from _enlarged(word)
    if word[-1:] in _CLOSE:
        yield from _possessed(word)
        yield from _several_possessed(word)


def _enlarged(word: str) -> Iterator[tuple[str, int]]:
    """Plural, possessive and plural possessive of a bare word, with their cases."""
    for stem in _stems(word):
        for soft in _harmonies(stem):
            plural = stem + _plural(stem, soft)
            yield from _cases(plural, soft)
            yield from _possessive_cases(plural + _close(soft), soft)
            for owned in _owned(stem, soft):
                yield from _possessive_cases(owned, soft)


def _declined(word: str) -> Iterator[tuple[str, int]]:
    town = word.lower().endswith("ск")
    for stem in _stems(word):
        for soft in _harmonies(stem):
            for form, cut in _cases(stem, soft):
                # Минскіде is Минск + іде and Бухаресте Бухарест + е, but банкінің is банкі + нің.
                merged = cut and form.startswith(word) and (town or len(stem) < len(word))
                yield form, (len(form) - len(word) if merged else cut)


def _derived(word: str) -> Iterator[tuple[str, int]]:
    for stem in _stems(word):
        for soft in _harmonies(stem):
            suffix = _derivation(stem, soft)
            for form, cut in _inflected(stem + suffix):
                yield form, max(len(form) - len(word), cut)
            yield stem + suffix, len(suffix)


def _possessed(word: str) -> Iterator[tuple[str, int]]:
    """The cases of a word that already ends in a possessive: картасына, министрлігінің."""
    for soft in _harmonies(word):
        yield from _possessive_cases(word, soft)


def _several_possessed(word: str) -> Iterator[tuple[str, int]]:
    """The plural of a possessive: жол картасы → жол карталары, даму банкі → даму банктері."""
    if word[:-1].endswith(_PLURALS):
        return
    for stem in _unowned(word):
        for soft in _harmonies(stem):
            yield from _possessive_cases(stem + _plural(stem, soft) + _close(soft), soft)


def _cases(stem: str, soft: bool) -> Iterator[tuple[str, int]]:
    yield stem, 0
    for ending in _case_endings(stem, soft):
        yield stem + ending, len(ending)


def _possessive_cases(owned: str, soft: bool) -> Iterator[tuple[str, int]]:
    for ending in _POSSESSIVE_CASES[soft]:
        yield owned + ending, len(ending)


def _case_endings(stem: str, soft: bool) -> Iterator[str]:
    """Genitive, accusative, dative, locative, ablative, instrumental, and -дағы."""
    last = _sounding(stem)
    hiss = last in _VOICELESS
    a, y = ("е", "і") if soft else ("а", "ы")
    yield _onset(last, "н", "н") + y + "ң"
    yield _onset(last, "н", "д") + y
    yield {(False, False): "ғ", (False, True): "г", (True, False): "қ", (True, True): "к"}[hiss, soft] + a
    yield ("т" if hiss else "д") + a
    yield ("н" if last in _NASAL else "т" if hiss else "д") + a + "н"
    yield "пен" if hiss else "бен" if last in _BUZZING else "мен"
    yield ("т" if hiss else "д") + a + ("гі" if soft else "ғы")


def _onset(last: str, after_vowel: str, after_nasal: str) -> str:
    if last in _OPEN:
        return after_vowel
    if last in _NASAL:
        return after_nasal
    return "т" if last in _VOICELESS else "д"


def _plural(stem: str, soft: bool) -> str:
    last = _sounding(stem)
    if last in _VOICELESS:
        onset = "т"
    elif last == "л" or last in _NASAL or last in _BUZZING:
        onset = "д"
    else:
        onset = "л"
    return onset + ("ер" if soft else "ар")


def _derivation(stem: str, soft: bool) -> str:
    last = _sounding(stem)
    if last in _VOICELESS:
        onset = "т"
    elif last == "л" or last in _NASAL or last in _BUZZING:
        onset = "д"
    else:
        onset = "л"
    return onset + ("ік" if soft else "ық")


def _owned(stem: str, soft: bool) -> Iterator[str]:
    """The third-person possessives of ``stem``: министрлігі, бағдарламасы, тарапы and тарабы."""
    low = stem.lower()
    if low[-1] in _OPEN:
        yield stem + "с" + _close(soft)
        return
    if low[-1] == "ь":
        yield stem[:-1] + _close(soft)
        return
    for full, short in _SYNCOPE.items():
        if low.endswith(full):
            yield stem[: -len(full)] + stem[-len(full)] + short[1:] + _close(soft)
    voiced = _VOICED.get(low[-1]) if len(low) > 1 and low[-2] in _VOWELS else None
    if voiced:
        yield stem[:-1] + voiced + _close(soft)
    if not voiced or low[-1] == "п":
        yield stem + _close(soft)


def _unowned(word: str) -> Iterator[str]:
    """The bare stems that a possessive may come from: картасы → карта, кеңесі → кеңе or кеңес."""
    stem = word[:-1]
    if len(stem) < 2 or not any(letter in _VOWELS for letter in stem.lower()):
        return
    if stem[-1] in _UNVOICED:
        yield stem[:-1] + _UNVOICED[stem[-1]]
    if stem[-1] == "с" and stem[-2].lower() in _OPEN:
        yield stem[:-1]
    yield stem


def _stems(word: str) -> Iterator[str]:
    """The stem as it is written, and as loanwords change it before suffixes."""
    low = word.lower()
    if not any(letter in _VOWELS for letter in low):
        return
    yield word
    if low.endswith(_HELPED):
        yield word + "і"
    if low.endswith(_DOUBLED) or low.endswith("ст"):
        yield word[:-1]


def _close(soft: bool) -> str:
    return _CLOSE[soft]


def _sounding(stem: str) -> str:
    low = stem.lower().rstrip("ьъ")
    return low[-1] if low else ""


def _harmonies(word: str) -> tuple[bool, ...]:
    """Whether ``word`` takes soft endings; both where writers differ (Бектеновтің, Тоқаевтың)."""
    low = word.lower()
    if low[-1] in "қғ":
        return (False,)
    if low[-1] == "ь":
        return (True,)
    soft = _last_vowel_is_soft(low)
    if not soft and low[-1] in "кг":
        return (True, False)
    if low.endswith(("ов", "ев", "ёв", "нк", "кт")):
        return (soft, not soft)
    return (soft,)


def _last_vowel_is_soft(low: str) -> bool:
    for place in range(len(low) - 1, -1, -1):
        letter = low[place]
        if letter in _SOFT_VOWELS:
            return True
        if letter in _HARD_VOWELS:
            return False
        if letter == "и":
            # Ғали, Қали are spoken hard; Тәни, Дели soft.
            return not any(back in low[max(0, place - 3) : place] for back in "қғ")
        if letter in "ую" and not _glides(low, place):
            return False
    return False


def _glides(low: str, place: int) -> bool:
    """у and ю at the end or beside a vowel take their colour from the vowel before: Сеул, not симпозиум."""
    if place == len(low) - 1:
        return True
    before = low[place - 1 : place]
    return before != "и" and (before in _VOWELS or low[place + 1] in _VOWELS)


_IN = ("да", "де", "та", "те")
_TO = ("ға", "ге", "қа", "ке", "на", "не")


def place_case(ending: str) -> str:
    """What the case ending of a place's name says: "in", "to" or nothing (Астанада, ҚХР-ға)."""
    bare = ending.lower().lstrip("-").removesuffix("ғы").removesuffix("гі")
    if bare.endswith(_IN):
        return "in"
    return "to" if bare.endswith(_TO) else ""
