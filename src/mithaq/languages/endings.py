"""What the ending (or the beginning) of an unknown word tells of its part in a name."""

import re

_GENITIVE = re.compile(r"(?:а|я|ы|и|ой|ей|ого|его|ых|их|ов|ев|ий|ий|ств)$")
_DATIVE = re.compile(r"(?:у|ю|ам|ям|ой|ей|ому|ему|ым|им|ии|ости|е|ых|их)$")
_VERB = re.compile(r"(?:ла|ли|лась|лись|ся|сь|вши|вшая|вшие|вший|или|али|ует|ают|ают|ит|ут)$")
_ADJECTIVE = re.compile(r"(?:ск|цк|н|в|к)(?:ий|ый|ой|ая|ое|ого|ому|ым|им|ом|ую|ые|ие|ых|их|ыми|ими)$")
_OF_ADJECTIVE = re.compile(r"(?:ого|его|ой|ей|ых|их)$")
_LEADS = ("ال", "لل", "وال", "ولل")


def adjectival(word: str) -> bool:
    """Whether a Russian word looks like an adjective, in any case."""
    return _ADJECTIVE.search(word) is not None


def goes_on_russian(word: str, after: str) -> bool:
    """Whether a Russian word in small letters can go on a name: a genitive, after "for" also a dative.

    After a comma only an adjective can: "министерство науки, высшего образования".
    """
    if after == ",":
        return _OF_ADJECTIVE.search(word) is not None
    if _VERB.search(word):
        return False
    return bool(_GENITIVE.search(word) or (after == "for" and _DATIVE.search(word)))


def definite(word: str) -> bool:
    """Whether an Arabic word has the article, behind a clitic or not."""
    return word.startswith(_LEADS)


def of_definite(word: str) -> bool:
    """Whether an Arabic word goes on a name after its state: "for" with the article."""
    return word.startswith("لل")
