"""Stems of words for full-text search: what the forms of one word have in common.

English, French, Russian, Spanish and Turkish go by Snowball. Arabic and Kazakh have light stemmers here:
Snowball knows no Kazakh, and its Arabic takes a bare تعاون and a definite التعاون for two words. Ours for
Arabic is "light10" (Larkey, Ballesteros and Connell 2007, "Light stemming for Arabic information retrieval")
with endings taken until none is left, so that all forms of a word end at one stem, and with the broken
plurals of the trade. The Kazakh one takes plural, possessive and case endings where the letter before lets
them stand (:mod:`mithaq.languages.kazakh` writes the same endings on).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

import snowballstemmer

_ARTICLES = (*(clitics + "ال" for clitics in ("", "و", "ف", "ب", "ك", "وب", "فب", "وك")), "لل", "ولل", "فلل")
_CLITICS = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_ARABIC_ENDINGS = (
    "تين",
    "تان",
    "هما",
    "ها",
    "هم",
    "نا",
    "ان",
    "ات",
    "ون",
    "ين",
    "وا",
    "يه",
    "ه",
    "ي",
    "ت",
    "ا",
)
# Folded: رؤساء is روساء. Behind each plural stands what is left of its singular without endings.
_BROKEN_PLURALS = dict(
    pair.split()
    for pair in (
        "وزراء وزير", "روساء رييس", "سفراء سفير", "خبراء خبير", "اعضاء عضو", "وكلاء وكيل", "نواب نايب",
        "ملوك ملك", "وفود وفد", "دول دول", "لجان لجن", "مجالس مجلس", "اجهزه جهاز", "مراكز مركز", "معاهد معهد",
        "بنوك بنك", "مصارف مصرف", "صناديق صندوق", "متاحف متحف", "محاكم محكم", "وثايق وثيق", "مواثيق ميثاق",
        "عقود عقد", "خطط خطه", "خرايط خريط", "برامج برنامج", "مشاريع مشروع", "محاضر محضر", "رسايل رسال",
        "بنود بند", "قروض قرض", "اسواق سوق", "مواني ميناء", "جلسات جلس", "شركاء شريك", "مناطق منطق",
    )
)  # fmt: skip
_ARABIC_STEM = 3
"""Letters that are left at least when an ending goes."""

_OPEN = "аеёоыэяі"
_GLIDING = "йиую"
_NASAL = "мн"
_LIQUID = "лр"
_BUZZING = "зж"
_VOICELESS = "кпстшщчцхфбвгд"
_VOWELS = frozenset(_OPEN + _GLIDING)
_VOICED = _OPEN + _GLIDING + _NASAL + _LIQUID + _BUZZING
# What may stand before each ending; қ ғ ң ә ө ү ұ are folded, і is not: тілін has an ending, Путин none.
_ENDINGS_AFTER = {
    _VOICELESS: "тагы тегі тын тін тан тен пен тар тер та те ты ті ка ке кы кі",
    _VOICED: "дагы дегі да де га ге",
    _NASAL + _LIQUID + _BUZZING: "гы гі",
    _GLIDING + _LIQUID + _BUZZING: "дын дін",
    _OPEN + _GLIDING + _LIQUID + _BUZZING: "дан ден",
    _NASAL + _GLIDING + _LIQUID + _BUZZING: "ды ді",
    _OPEN + _GLIDING + _NASAL + _LIQUID: "мен",
    _BUZZING: "бен",
    _OPEN + _NASAL: "нын нін",
    _NASAL + "ыі": "нан нен",
    "ыі": "ндагы ндегі нда нде на не н",
    # кеңесі is кеңес + і and картасы карта + сы, so a last с goes from both.
    _OPEN: "ны ні мыз міз сы сі с",
    _OPEN + _GLIDING + "р": "лар лер",
    _NASAL + _BUZZING + "л": "дар дер",
    _NASAL + _BUZZING + _LIQUID + _VOICELESS + "йую": "ымыз іміз ы і",
}
_KAZAKH_ENDINGS = sorted(
    ((ending, before) for before, endings in _ENDINGS_AFTER.items() for ending in endings.split()),
    key=lambda row: -len(row[0]),
)
_SPOKEN_WITHOUT_VOICE = {"г": "к", "б": "п"}
_NO_ENDING = "стан"


def arabic(word: str) -> str:
    """The stem of an Arabic word in its folded spelling, without article and endings."""
    stem = without_article(word)
    while stem not in _BROKEN_PLURALS:
        shorter = _without_arabic_ending(stem)
        if shorter == stem:
            return stem
        stem = shorter
    return _BROKEN_PLURALS[stem]


def behind_clitics(word: str) -> Iterator[str]:
    """The stems of an Arabic word without the "and", "so", "by", "for", "like" that may be written on to it.

    Such a letter may as well belong to the word (وزير, بنك), so these stems stand beside that of the whole.
    """
    if without_article(word) != word:
        return
    for clitics in _CLITICS:
        if word.startswith(clitics) and len(word) - len(clitics) >= _ARABIC_STEM:
            yield arabic(word[len(clitics) :])


def without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    return word


def _without_arabic_ending(word: str) -> str:
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ARABIC_STEM:
            return word[: -len(ending)]
    return word


def kazakh(word: str) -> str:
    """The stem of a Kazakh word whose letters are folded but for і: without plural, possessive and case."""
    stem = word
    while (shorter := _without_kazakh_ending(stem)) != stem:
        stem = shorter
    bare = stem.rstrip("ьъ")
    return bare[:-1] + _SPOKEN_WITHOUT_VOICE.get(bare[-1:], bare[-1:])


def _without_kazakh_ending(word: str) -> str:
    if word.endswith(_NO_ENDING):
        return word
    for ending, before in _KAZAKH_ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 1 and _sounding(rest) in before and not _VOWELS.isdisjoint(rest):
            return rest
    return word


def _sounding(stem: str) -> str:
    return stem.rstrip("ьъ")[-1:]


def _snowball(algorithm: str, word: str) -> str:
    # A stemmer keeps the word it works on, so threads may not share one; making one costs half a microsecond.
    return str(snowballstemmer.stemmer(algorithm).stemWord(word))


STEMMERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "ar": arabic,
        "en": partial(_snowball, "english"),
        "es": partial(_snowball, "spanish"),
        "fr": partial(_snowball, "french"),
        "kk": kazakh,
        "ru": partial(_snowball, "russian"),
        "tr": partial(_snowball, "turkish"),
    }
)
"""The stemmer of each language, of words in small letters."""
