"""Words for full-text search: what a text is found by, and what a query asks for.

A word becomes a term by folding (compatibility forms, case, marks and invisible characters, variant letters,
digits) and stemming. The same terms serve every index that matches whole words: they hold nothing but
letters, digits and ``~``, so neither SQLite nor PostgreSQL has anything left to cut or fold.

    >>> index_terms("Подписаны соглашения", "ru")
    ('подписа', 'соглашен')
    >>> query_terms("соглашений")
    (('соглашен', 'соглашений', '~sglsn'),)

A query does not say its language, so each of its words is asked for under every stem it may be filed under.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

from mithaq.languages.skeleton import skeleton
from mithaq.languages.stemming import STEMMERS, behind_clitics, kazakh, without_article

_LONGEST_WORD = 256
"""Characters of a word as written; a longer one is searched in pieces."""
_LONGEST_TERM = 64
_SHORTEST_SKELETON = 3
_TATWEEL = "\u0640"
_SILENT = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Unicode categories of marks and of invisible characters."""


def _mapping(pairs: str) -> dict[str, str]:
    """Letters by letter, from pairs written together."""
    return {pair[0]: pair[1:] for pair in pairs.split()}


# і stays until a Kazakh word is stemmed, and Latin letters keep their accents for their stemmers.
_SAME = _mapping("أا إا آا ٱا ىي ئي ؤو ةه ۃه ۀه ەه کك یي ڤف پب қк ғг ңн әа өо ұу үу һх ёе ўу ґг єе їі")
_LOOKALIKE = str.maketrans(_mapping("aа cс eе oо pр xх yу kк mм tт bв hн iі"))
"""Latin letters in a Cyrillic word, as the letters they look like."""
_LAST = str.maketrans(_mapping("іи ıi łl øo đd ðd æae œoe əa þth"))
"""Letters that the stemmers tell apart and a search does not."""

# Scripts written without blanks (Thai, Lao, Burmese, Khmer, kana, Han), and Hangul, whose words are long.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(f"([{_UNSPACED}]+)|((?:(?![{_UNSPACED}])[^\\W_])+)")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LANGUAGES = (
    (_CYRILLIC, ("ru", "kk")),
    (re.compile("[\u0600-\u08ff]"), ("ar",)),
    (re.compile("[a-z]"), ("en", "es", "fr", "tr")),
)
"""The languages of each script that have a stemmer; the first takes words of any other language."""


def index_terms(text: str, language: str | None) -> tuple[str, ...]:
    """The terms a text is filed under, in its order, with repetitions.

    ``language`` (ISO 639-1) is that of the text; words of another script in it go by the first language of
    theirs. An Arabic word that may begin with a clitic is filed with it and without.
    """
    return tuple(chain.from_iterable(_filed(piece, language) for piece in _pieces(text)))


def query_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query the terms it may be filed under: a match has one of each.

    A word before ``*`` asks for every word that begins so, and its terms may end in ``*``. Quotation marks
    and all that is no word are passed over; a word that is repeated counts once.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_sought, _pieces(query)))))


def name_terms(name: str) -> tuple[str, ...]:
    """The terms under which a name is found from every script: توكاييف, Токаев and Tokayev are all ``~tkf``.

    Words with fewer than three consonants have none: too many share them.
    """
    return tuple(dict.fromkeys(_sounding(name)))


def _sounding(words: str) -> Iterator[str]:
    return (f"~{part}"[:_LONGEST_TERM] for part in skeleton(words) if len(part) >= _SHORTEST_SKELETON)


def _pieces(text: str) -> Iterator[str]:
    """What stands between blanks, short enough to be remembered whole."""
    for piece in text.split():
        if len(piece) <= _LONGEST_WORD:
            yield piece
        else:
            yield from (match[0] for match in _word_pattern().finditer(piece))


@cache
def _word_pattern() -> re.Pattern[str]:
    """Letters and digits with the marks and invisible characters among them, and a star behind them.

    ``re`` has no ``\\p{M}``, so the marks are listed.
    """
    planes = chain(range(0x20000), range(0xE0000, 0xE0200))
    marks = "".join(chr(code) for code in planes if unicodedata.category(chr(code)) in _SILENT)
    return re.compile(f"(?:[^\\W_]|[{marks}]){{1,{_LONGEST_WORD}}}\\*?")


@lru_cache(maxsize=1 << 16)
def _filed(piece: str, language: str | None) -> tuple[str, ...]:
    """The terms one piece of a text is filed under."""
    stems: list[str] = []
    for unspaced, letters in chain.from_iterable(map(_runs, _word_pattern().findall(piece))):
        if unspaced:
            # The last letter also stands alone, so that every single letter begins a term.
            stems += (*_pairs(unspaced), unspaced[-1])
        else:
            stems += _stems(letters, _languages(letters, language)[:1])
    return tuple(map(_term, stems))


@lru_cache(maxsize=1 << 10)
def _sought(piece: str) -> tuple[tuple[str, ...], ...]:
    """What one piece of a query asks for."""
    words = _word_pattern().findall(piece)
    return tuple(chain.from_iterable(_begun(w) if w.endswith("*") else _asked(w) for w in words))


def _asked(word: str) -> Iterator[tuple[str, ...]]:
    """What one word of a query asks for; a run without blanks asks for each pair of its letters."""
    for unspaced, letters in _runs(word):
        if len(unspaced) == 1:
            yield (_term(unspaced) + "*",)
        elif unspaced:
            yield from ((_term(pair),) for pair in _pairs(unspaced))
        else:
            yield _alternatives(letters)


def _begun(word: str) -> Iterable[tuple[str, ...]]:
    """What the beginning of a word asks for: terms that begin so, and its own stems, which may be shorter."""
    asked = list(_asked(word))
    letters = _runs(word)[-1][1] if asked else ""
    if letters:
        prefixes = (f"{_term(prefix)}*" for prefix in (letters, without_article(letters)))
        asked[-1] = tuple(dict.fromkeys((*prefixes, *asked[-1])))
    return asked


def _alternatives(letters: str) -> tuple[str, ...]:
    """Every term a folded word may be filed under, in whichever language it is."""
    languages = _languages(letters, None)
    stems = list(_stems(letters, languages))
    named = letters
    if "kk" in languages:
        stems += _typed_in_russian(letters)
        named = " ".join((letters, *stems))
    return tuple(dict.fromkeys((*map(_term, stems), *_sounding(named))))


def _typed_in_russian(letters: str) -> Iterator[str]:
    """The stem of a Kazakh word typed without the letter і; a bare -ин mostly belongs to a name (Путин)."""
    stem = kazakh(letters.replace("и", "і"))
    if not letters.endswith("ин") or len(letters) - len(stem) > 2:
        yield stem


def _pairs(run: str) -> Iterator[str]:
    return map("".join, pairwise(run))


def _runs(word: str) -> list[tuple[str, str]]:
    """A word as written, folded and cut: each run without blanks first in its pair, anything else second."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    letters = "".join(map(_letter, folded))
    if _CYRILLIC.search(letters):
        letters = letters.translate(_LOOKALIKE)
    return _RUN.findall(letters)


@lru_cache(maxsize=1 << 12)
def _letter(letter: str) -> str:
    """A letter as it is searched: nothing for a mark, the same digit whatever its script."""
    category = unicodedata.category(letter)
    if category in _SILENT or letter == _TATWEEL:
        return ""
    return str(unicodedata.decimal(letter)) if category == "Nd" else _SAME.get(letter, letter)


def _languages(letters: str, language: str | None) -> tuple[str, ...]:
    """The languages a folded word may be in: the given one if it has such letters, or else all that have."""
    for script, languages in _LANGUAGES:
        if script.search(letters):
            return tuple(one for one in languages if one == language) or languages
    return ()


def _stems(letters: str, languages: tuple[str, ...]) -> Iterator[str]:
    """The stems of a folded word in some languages; without a language the word itself."""
    for language in languages:
        yield STEMMERS[language](letters if language == "kk" else letters.replace("і", "и"))
    if "ar" in languages:
        yield from behind_clitics(letters)
    if not languages:
        yield letters


def _term(stem: str) -> str:
    """A stem as it is put into an index: without accents, and not too long."""
    decomposed = unicodedata.normalize("NFD", stem) if not stem.isascii() else stem
    kept = stem if _CYRILLIC.search(stem) else "".join(map(_letter, decomposed))
    return "".join(map(_indexed, kept.translate(_LAST)))[:_LONGEST_TERM]


@lru_cache(maxsize=1 << 12)
def _indexed(letter: str) -> str:
    """A letter, or its number where it may be too new: SQLite knows Unicode 6.1, and 3.2 is at hand here."""
    known = unicodedata.ucd_3_2_0.category(letter)[0] in "LN"
    return letter if known else f"u{ord(letter):x}"
