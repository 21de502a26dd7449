"""How much a text looks like one in a language that is read, by its letters outside ASCII."""

import re
from math import log

# Letters from frequent to rare, of each script; capitals are the same letters, but rarer.
_ALPHABETS = (
    "аоеинтырслкдмвпуібқгзяғңйьбшчхжүөцұыәфющэёъһ",
    "اليومرنتةبدعسقفكأهجحشىزطإصثخئذضءغظآؤـ",
)
_LATIN = "éćáčéíóöüäñçèàâêëîïôûãõžšåøæßğışÉÇÖÜÁ"
_MARKS = "«»“”‘’„–—…№°§·،؛؟٪\u00a0\u00ad\u200c\u200d\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652•€™"
_RARE, _STRANGE = -7.5, -10.0
_CAPITAL, _MIXED_SCRIPTS, _CAPITAL_INSIDE = -2.0, -4.0, -3.0

_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_SCRIPTS_MEET = re.compile(r"[A-Za-zÀ-ž](?=[Ѐ-ۿ])|[Ѐ-ۿ](?=[A-Za-zÀ-ž])|[Ѐ-ӿ](?=[؀-ۿ])|[؀-ۿ](?=[Ѐ-ӿ])")
_CAPITAL_AFTER_SMALL = re.compile(r"[а-яёәіңғүұқөһà-ÿ](?=[А-ЯЁӘІҢҒҮҰҚӨҺÀ-ß])")


def _shares() -> dict[str, float]:
    """Logarithm of each letter's share: the share falls geometrically with the rank, as alphabets do."""
    shares = dict.fromkeys(_MARKS, -3.5) | dict.fromkeys(_LATIN, -5.0)
    for alphabet in _ALPHABETS:
        for rank, letter in enumerate(dict.fromkeys(alphabet)):
            shares[letter] = log(0.1) - rank * 0.11
            shares.setdefault(letter.upper(), shares[letter] + _CAPITAL)
    return shares


_SHARES = _shares()


def plausibility(text: str) -> float:
    """Mean logarithm of the share of the letters outside ASCII, with a penalty where scripts mix in a word.

    0.0 for a text that has none.
    """
    outside = _OUTSIDE_ASCII.findall(text)
    if not outside:
        return 0.0
    total = sum(_SHARES.get(letter, _RARE if letter.isalpha() else _STRANGE) for letter in outside)
    total += _MIXED_SCRIPTS * len(_SCRIPTS_MEET.findall(text))
    total += _CAPITAL_INSIDE * len(_CAPITAL_AFTER_SMALL.findall(text))
    return total / len(outside)
