"""The words of the interface, a gettext file per language.

A word that a view shows is written there in English and looked up by it:

    >>> words("ru")["Signed by"]
    'Подписали'
    >>> direction("ar")
    'rtl'
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from mithaq.lists import LABEL_LANGUAGES
from mithaq.model.errors import LanguageFileFault

INTERFACE_LANGUAGES = LABEL_LANGUAGES
RIGHT_TO_LEFT = frozenset({"ar"})


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Writing direction of an interface language."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@cache
def words(language: str) -> Mapping[str, str]:
    """Words of an interface language by their English; KeyError where the interface does not speak it."""
    if language not in INTERFACE_LANGUAGES:
        raise KeyError(language)
    return MappingProxyType(read_po(files(__name__).joinpath(f"{language}.po").read_text(encoding="utf-8")))


def read_po(written: str) -> dict[str, str]:
    """Translations in a gettext file without its head; LanguageFileFault where a line is of no known form.

    Plural forms and contexts are not read: no word of the interface has them.
    """
    entries: dict[str, str] = {}
    key = ""
    for keyword, text in _strings(written):
        if keyword == "msgid":
            key = text
            if key in entries:
                raise LanguageFileFault(f"the word {key!r} is translated twice; keep one")
        elif not text:
            raise LanguageFileFault(f"the word {key!r} has no translation; write its msgstr")
        else:
            entries[key] = text
    entries.pop("", None)
    return entries


def _strings(written: str) -> Iterator[tuple[str, str]]:
    """Keyword and text of each entry's parts; strings continued over lines are joined."""
    keyword, text = "", ""
    for number, line in enumerate(written.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        head, _, rest = line.partition(" ") if line.startswith("msg") else ("", "", line)
        if head not in {"", "msgid", "msgstr"} or not rest.startswith('"') or not rest.endswith('"'):
            raise LanguageFileFault(f'line {number}: {line!r} is neither msgid "…", msgstr "…" nor a comment')
        if head:
            if keyword:
                yield keyword, text
            keyword, text = head, ""
        text += ast.literal_eval(rest)
    if keyword:
        yield keyword, text
