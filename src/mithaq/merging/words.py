"""Words of two texts in one language, compared without a grammar."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|لل|ال)(?=...)")
_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)*")
_STEM = 5
"""Letters of a word that are kept: long enough to tell words, short enough to lose their endings."""


@lru_cache(maxsize=1 << 15)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text, those of one or two letters left out."""
    words = (_ARTICLE.sub("", word)[:_STEM] for word in _WORD.findall(text.lower()))
    return frozenset(word for word in words if len(word) > 2)


@lru_cache(maxsize=1 << 15)
def numbers(text: str) -> frozenset[str]:
    """The numbers of two digits and more in a text, in European digits, separators left out."""
    found = ("".join(str(int(sign)) for sign in number if sign.isdigit()) for number in _NUMBER.findall(text))
    return frozenset(number for number in found if len(number) > 1)


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of words both have, from 0 to 1 (Jaccard)."""
    both = len(left & right)
    return both / (len(left) + len(right) - both) if both else 0.0
