"""The consonant skeleton of a name: what is left of it when scripts, vowels and endings are taken away.

Arabic writes no short vowels and has one letter for p and b, for v and f; Russian has no h; Chinese names
reach Russian by one table and English by another. So consonants that one script cannot tell apart share a
class, and vowels go: توكاييف, Токаев, Tokayev and Тоқаев are all ``tkf``. A skeleton finds and compares
names; alone it proves nothing, for many words share one.
"""

import re
import unicodedata
from functools import lru_cache

from mithaq.languages.romanising import latin

_START = "a"
"""Stands for any vowel, glide or ayn that a word begins with."""
_CLASSES = {
    "b": "b p б п ب پ",
    "f": "f v ph ф в ف ڤ",
    "d": "d z dh д з د ذ ز ض ظ",
    "t": "t th т ت ط ث",
    "s": "s sh shch sch ch tch tsh tsch ts tz cz с ш щ ц ч тс س ش ص چ تس تش",
    "g": "g gh h kh j zh dj dzh jh г ғ х һ ж дж цз чж ج غ ح خ ه ژ گ دج",
    "k": "k q c ck kk к қ ق ك ک",
    "l": "l л ل",
    "m": "m м م",
    "n": "n н ң ن",
    "r": "r rh р ر",
    "ks": "x",
}
_LETTERS = {spelling: kind for kind, spellings in _CLASSES.items() for spelling in spellings.split()}
_VOWELS = frozenset("aeiouyаеёиійоөуұүыіэюяәьъєїўاوىيیةعء")
_SPELLING = re.compile("|".join(sorted(_LETTERS, key=lambda spelling: (-len(spelling), spelling))))

_ACCENTED = str.maketrans(
    {"ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "đ": "dj", "ł": "l",
     "ß": "ss", "æ": "e", "œ": "e", "ø": "o", "ı": "i", "'": "", "’": "", "ʼ": "", "‘": "",
     "ʿ": "", "ʾ": "", "`": "", "\u0640": "", "أ": "ءا", "إ": "ءا", "آ": "ءا"}
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_READ = re.compile("[a-z\u0400-\u04ff\u0620-\u06d3]+")

_PARTICLES = frozenset(
    ("al", "el", "аль", "эль", "ال", "ءال", "bin", "ibn", "ben", "bint", "bn", "бин", "ибн", "бен", "бинт",
     "بن", "ابن", "بنت")
)  # fmt: skip
_ARTICLE = re.compile(r"\b(?:a[shrdntz]|ash|e[srdnt]|а[сшрднтз]|э[сшрднт])-(?=\w)")
"""The article as it is spelled before a sun letter."""
_SERVANT = frozenset(
    ("abd", "abdul", "abdel", "abdal", "абд", "абдул", "абдель", "абдал", "абдуль", "عبد")
)  # fmt: skip

# What is spelled by its place in the word, in this order, before letters are looked up.
_BY_PLACE = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        ("^(?:ال|وال|لل)(?=...)", ""),
        ("^abd[aeu]l|^абд[аеу]ль?|^عبدال", "abd"),
        ("^x", "s"),
        ("^у(?=[аеёиоыэюяәі])|^و", "f"),
        ("(?<=.)زه(?=[او])", "j"),
        ("(?<=.)و(?=[اىي])", "f"),
        ("^w|w(?=[aeiouy])", "f"),
        ("w", ""),
        ("c(?=[eiy])", "s"),
        ("(?<=[lnr])z$", "s"),
        # Chinese and Korean names have one sound here; before a vowel there are two: Angela.
        ("(?<=n)g(?![aeiouyh])|(?<=н)г(?![аеёиоуыэюяөүұіә])|(?<=ن)[غج](?![اويى])", ""),
        ("(?<=..)(?:(?<![sctgpzdjb])h|kh|[хһهحخ])$|(?<=...)х[ауе]$", ""),
        (r"([b-df-hj-np-tv-zа-яғқңһ])\1", r"\1"),
    )
)
_CASES = tuple(
    (re.compile(pattern), kept)
    for pattern, kept in (
        # Russian: surnames decline like adjectives, names like nouns.
        ("((?:ов|ев|ёв|ин|ын|ск|цк)(?:а|ой)?)(?:ым|им|ыми|ому|ого)$", r"\1"),
        ("(?<=..[бвгджзклмнпрстфхцчшщ])ом$", ""),
        ("(?<=..[аеиоу])ем$", ""),
        # Kazakh: case endings that cannot be the end of a name, and all of them after a Russian ending.
        ("(?<=..)(?:[тдн]ың|[тдн]ің|[қғ]а)$", ""),
        ("(?<=..)((?:ов|ев|ёв|ин|ын)а?)(?:[кг]е|[тдн][аеыі]|[тдн][ае]н|[мбп]ен)$", r"\1"),
        ("(?<=...[бвгджзклмнпрстфхцчшщқғң])[бп]ен$", ""),
    )
)  # fmt: skip


def skeleton(name: str) -> tuple[str, ...]:
    """The skeleton of each word of a name in any script, in order; empty where there are no letters.

    A skeleton is of the letters ``abdfgklmnrst``, where ``a`` stands only first. Articles (ال, al-, аль)
    and bin, ibn, bint are no words; عبد is one with the word after it. Case endings of Russian and Kazakh
    are dropped. The sounds are those of BGN/PCGN (Arabic, Cyrillic), Palladius (Chinese in Russian) and
    pinyin.
    """
    words = _joined(_WORD.findall(_ARTICLE.sub("", _folded(name))))
    named = [word for word in words if word not in _PARTICLES] or words
    return tuple(filter(None, map(_word, named)))


def _folded(name: str) -> str:
    """Lower case, without marks; letters whose mark changes the sound are spelled out first."""
    plain = name.lower().translate(_ACCENTED)
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


def _joined(words: list[str]) -> list[str]:
    """A servant (عبد, Abdel) and whose servant he is are one word."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in _SERVANT:
            out[-1] += "" if word in _PARTICLES else word
        else:
            out.append(word)
    return out


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    """The skeleton of one folded word."""
    if not _READ.fullmatch(word):
        word = latin(word).lower()
    for pattern, kept in _CASES:
        word = pattern.sub(kept, word)
    for pattern, spelling in _BY_PLACE:
        word = pattern.sub(spelling, word)
    starts = _START if word[:1] in _VOWELS else ""
    return starts + "".join(_LETTERS[part] for part in _SPELLING.findall(word))
