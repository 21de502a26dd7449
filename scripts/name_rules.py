"""Small rules of spelling: folding, romanising, Kazakh adjectives, and what may not be a name."""

import re
import unicodedata
from difflib import SequenceMatcher

ALPHABETS = {
    "ru": re.compile(r"[А-Яа-яЁё]+(?:[ \-–—’'][А-Яа-яЁё]+)*\Z"),
    "kk": re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+(?:[ \-–—’'][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+)*\Z"),
    "ar": re.compile(r"[ء-غف-ي]+(?:[ \-][ء-غف-ي]+)*\Z"),
    "en": re.compile(r"[A-Za-zÀ-žƏəʻ]+(?:(?:[ \-–’'&.,]|\. )+[A-Za-zÀ-žƏəʻ]+)*\.?\Z"),
}
_BULGARIAN = re.compile("ъ(?![еёюя])")
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_SAME = str.maketrans("أإآٱىة", "اااايه")
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        re.split(" ", "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"),
        strict=True,
    )
)
_AR = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءؤئأإآ",
        re.split(" ", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a  w y a i a"),
        strict=True,
    )
)
_ASCII = str.maketrans({"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "ss"})
_BACK, _FRONT = "аоұыуёюя", "әеөүіиэ"


def fold(form: str) -> str:
    """The form as the lexicon compares it: no case, no silent marks, letter variants as one."""
    text = _ARABIC_MARKS.sub("", unicodedata.normalize("NFC", form).casefold()).translate(_SAME)
    return text.replace("ё", "е").replace("’", "'").replace("–", "-").replace("—", "-").replace(" - ", "-")


def ascii_form(name: str) -> str:
    """Latin letters alone, without accents, in lower case."""
    plain = unicodedata.normalize("NFD", name.casefold()).translate(_ASCII)
    return re.sub(r"[^a-z ]", "", plain.replace("-", " ")).strip()


def romanise(form: str) -> str:
    """A rough Latin spelling, only good for comparing a name with its Latin form."""
    return "".join(_RU.get(c, _AR.get(c, c)) for c in form.casefold())


def likeness(form: str, latin: str, lang: str) -> float:
    """0 … 1: how far a form can be a spelling of the Latin name (vowels do not count in Arabic)."""
    one, two = ascii_form(romanise(form)), ascii_form(latin)
    if lang == "ar":
        one, two = (re.sub(r"[aeiouwy ]", "", re.sub(r"^a?l ", "", part)) for part in (one, two))
    return SequenceMatcher(None, one, two).ratio() if one and two else 0.0


def kazakh_adjective(name: str) -> str:
    """қазақстандық from Қазақстан: the suffix that vowel and last letter ask for."""
    word = name.casefold()
    vowels = [c for c in word if c in _BACK + _FRONT]
    front = bool(vowels) and vowels[-1] in _FRONT and not word.endswith(("ия", "ий"))
    last = word.rstrip("ь")[-1]
    after_consonant = "д" if last in "лмнңзж" else "т"
    first = "л" if last in _BACK + _FRONT + "йру" else after_consonant
    return word + first + ("ік" if front else "ық")


def is_clean(form: str, lang: str) -> bool:
    """Whether a form is written in the letters of its language and holds no brackets."""
    if _BULGARIAN.search(form.casefold()):
        return False
    return bool(ALPHABETS[lang].match(_ARABIC_MARKS.sub("", form)))


def bare(form: str) -> str:
    """The form without the vowel marks some sources write."""
    return _ARABIC_MARKS.sub("", form)
