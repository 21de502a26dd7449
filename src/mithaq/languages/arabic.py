"""Forms of Arabic phrases: the article, duals, sound plurals and pronouns.

Clitics and the article on the first word are not written out here: each form says which it may take
(``front``) and the scan reads them off the text, by :data:`FRONTS`. The written form is expanded before
folding, so hamza seats and marks need no care.
"""

from collections.abc import Iterator

from mithaq.languages.form import BARE, DEFINITE, JOINED, TIED, Form

FRONTS: dict[str, tuple[int, int]] = {
    "و": (JOINED, 1), "ف": (JOINED, 1), "ب": (TIED, 1), "ل": (TIED, 1), "ك": (TIED, 1),
    "وب": (TIED, 2), "ول": (TIED, 2), "فب": (TIED, 2), "فل": (TIED, 2),
    "ال": (DEFINITE, 0), "وال": (DEFINITE, 1), "فال": (DEFINITE, 1), "بال": (DEFINITE, 1),
    "كال": (DEFINITE, 1), "وبال": (DEFINITE, 2), "لل": (DEFINITE, 2), "ولل": (DEFINITE, 3),
}  # fmt: skip
"""What can be written on to a word: its class, and how many letters of it are no part of the phrase."""

_NOUN = BARE | JOINED | TIED
_VERB = BARE | JOINED
_NAMES = frozenset(
    ("places", "countries", "capitals", "body_names", "currencies", "months", "hijri_months", "weekdays")
)
"""Sections of names: they stand as they are, behind a clitic."""
_COUNTED = frozenset(
    ("documents", "document_names", "bodies", "offices", "adjectives", "sectors", "meetings")
)
_DESCRIBING = frozenset(("adjectives", "sectors"))
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_OBJECTS = ("ه", "ها", "هما", "هم")
_CONSTRUCT = ("ا", "ي")
"""Endings of a dual that another noun follows: it never has the article."""
_NISBA = ("ة", "ين", "ون", "ات", "تين", "تان", "ان")


def _definite(words: list[str], construct: bool) -> Iterator[tuple[str, int]]:
    """The phrase as written, wholly definite, and definite by its last word."""
    first, rest = words[0], words[1:]
    if first.startswith("ال"):
        yield " ".join([first[2:], *rest]), DEFINITE
        return
    yield " ".join(words), _NOUN
    if any(word.startswith("ال") for word in rest):
        return
    if not construct:
        yield " ".join([first, *("ال" + word for word in rest)]), DEFINITE
    if rest:
        yield " ".join([*words[:-1], "ال" + words[-1]]), _NOUN


def _numbers(word: str, section: str) -> Iterator[tuple[str, str]]:
    """A noun with its regular dual and plural, free and in construct."""
    yield word, "sg"
    if section not in _COUNTED:
        return
    if section in _DESCRIBING:
        if word.endswith("ي"):
            for ending in _NISBA:
                yield word + ending, "sg" if ending == "ة" else "pl"
        return
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    # مصرفي and إقليمي are adjectives far more often than two banks or two regions: those are listed
    for ending in ("ان", "ين") if section == "bodies" and stem == word else ("ان", "ين", *_CONSTRUCT):
        # بروتوكولا is the accusative far more often than a dual in construct
        yield stem + ending, "sg" if ending == "ا" and stem == word else "du"
    if stem != word:
        yield word[:-1] + "ات", "pl"
    elif section == "offices":
        yield from ((word + ending, "pl") for ending in ("ون", "ين", "ي"))
    else:
        yield word + "ات", "pl"


def _feminine(words: list[str], section: str) -> Iterator[list[str]]:
    """A phrase of adjectives agrees as a whole: masculine as listed, and feminine."""
    yield words
    if section in _DESCRIBING and len(words) > 1 and all(w.endswith("ي") for w in words):
        yield [word + "ة" for word in words]


def forms(phrase: str, section: str) -> Iterator[Form]:
    """Every form of a noun phrase; a hamza on waw is also written on ya (شؤون, شئون)."""
    yield from _forms(phrase, section)
    if "ؤو" in phrase:
        yield from _forms(phrase.replace("ؤو", "ئو"), section)


def _forms(phrase: str, section: str) -> Iterator[Form]:
    if section in _NAMES:
        bare = phrase.removeprefix("ال")
        yield Form(bare, front=_NOUN if bare == phrase else DEFINITE)
        return
    for words in _feminine(phrase.split(" "), section):
        for first, number in _numbers(words[0], section):
            construct = number == "du" and first.endswith(_CONSTRUCT)
            for text, front in _definite([first, *words[1:]], construct):
                yield Form(text, 0, number, front)
    if " " not in phrase and section in ("documents", "offices", "amounts"):
        stem = phrase[:-1] + "ت" if phrase.endswith("ة") else phrase
        for pronoun in _PRONOUNS:
            yield Form(stem + pronoun, len(pronoun), front=_NOUN)


def verb_forms(phrase: str, section: str) -> Iterator[Form]:
    """A verb or particle behind a conjunction; a bare verb of signing also with its object."""
    yield Form(phrase, front=_VERB)
    if section == "status" and " " not in phrase:
        for pronoun in _OBJECTS:
            yield Form(phrase + pronoun, front=_VERB)


_IN = frozenset(("ب", "وب"))
_TO = frozenset(("ل", "ول", "لل", "ولل"))


def place_case(clitic: str) -> str:
    """What the clitic before a place's name says: "in", "to" or nothing (بالقاهرة, للسلطنة)."""
    if clitic in _IN:
        return "in"
    return "to" if clitic in _TO else ""
