"""Forms of Arabic phrases: clitics, the article, duals, sound plurals and pronouns.

The written form is expanded before folding, so hamza seats and marks need no care here.
"""

from collections.abc import Iterator

from mithaq.languages.form import Form

# ف and ك before a noun are rare in reports and would double the lexicon; measured on the corpus: no loss.
_BEFORE = ("", "و", "ب", "ل", "وب", "ول")
_BEFORE_ARTICLE = ("", "و", "ب", "وب")
_BEFORE_LAM = ("ل", "ول")
_NAMES = frozenset(
    ("places", "countries", "capitals", "body_names", "currencies", "months", "hijri_months", "weekdays")
)
"""Sections of names: they stand as they are, behind a clitic."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_OBJECTS = ("ه", "ها", "هما", "هم")


def _prefixed(phrase: str, trail: int = 0, number: str = "sg") -> Iterator[Form]:
    """A phrase behind every clitic that can stand before it."""
    if not phrase.startswith("ال"):
        for clitic in _BEFORE:
            yield Form(clitic + phrase, len(clitic), trail, number)
        return
    for clitic in _BEFORE_ARTICLE:
        yield Form(clitic + phrase, len(clitic), trail, number)
    for clitic in _BEFORE_LAM:
        yield Form(clitic + "ل" + phrase[2:], len(clitic) + 1, trail, number)


def _definite(words: list[str]) -> Iterator[str]:
    """The phrase as written, wholly definite, and definite by its last word."""
    plain = [word for word in words if not word.startswith("ال")]
    yield " ".join(words)
    if len(plain) == len(words):
        yield " ".join("ال" + word for word in words)
        if len(words) > 1:
            yield " ".join([*words[:-1], "ال" + words[-1]])


def _numbers(word: str, section: str) -> Iterator[tuple[str, str]]:
    """A noun with its regular dual and plural, free and in construct."""
    yield word, "sg"
    if section not in (
        "documents",
        "document_names",
        "bodies",
        "offices",
        "adjectives",
        "sectors",
        "meetings",
    ):
        return
    if word.endswith("ة"):
        stem = word[:-1] + "ت"
        plural: tuple[str, ...] = (word[:-1] + "ات",)
    else:
        stem = word
        plural = (word + "ون", word + "ين", word + "ي") if section == "offices" else (word + "ات",)
    if word.endswith("ي") and section in ("adjectives", "sectors"):
        for ending in ("ة", "ين", "ون", "ات", "تين", "تان", "ان"):
            yield word + ending, "sg" if ending == "ة" else "pl"
        return
    if section in ("adjectives", "sectors"):
        return
    for ending in ("ان", "ين", "ا", "ي"):
        # بروتوكولا is the accusative far more often than a dual in construct
        yield stem + ending, "sg" if ending == "ا" and stem == word else "du"
    for form in plural:
        yield form, "pl"


def _feminine(words: list[str], section: str) -> Iterator[list[str]]:
    """A phrase of adjectives agrees as a whole: masculine as listed, and feminine."""
    yield words
    if section in ("adjectives", "sectors") and len(words) > 1 and all(w.endswith("ي") for w in words):
        yield [word + "ة" for word in words]


def forms(phrase: str, section: str) -> Iterator[Form]:
    """Every form of a noun phrase."""
    if section in _NAMES:
        yield from _prefixed(phrase)
        return
    for words in _feminine(phrase.split(" "), section):
        for first, number in _numbers(words[0], section):
            for text in _definite([first, *words[1:]]):
                yield from _prefixed(text, 0, number)
    if " " not in phrase and section in ("documents", "offices", "amounts"):
        stem = phrase[:-1] + "ت" if phrase.endswith("ة") else phrase
        for pronoun in _PRONOUNS:
            yield from _prefixed(stem + pronoun, len(pronoun))


def verb_forms(phrase: str, section: str) -> Iterator[Form]:
    """A verb or particle behind a conjunction; a bare verb of signing also with its object."""
    for clitic in ("", "و", "ف"):
        yield Form(clitic + phrase, len(clitic))
        if section == "status" and " " not in phrase:
            for pronoun in _OBJECTS:
                yield Form(clitic + phrase + pronoun, len(clitic))
