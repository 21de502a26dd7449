"""What codes, keys and words in several languages are called in one interface language."""

from collections.abc import Mapping

from mithaq import lists

_ORDER = ("en", "ru", "ar", "kk")
"""Which words are shown where an entry has none in the language asked for."""


def wording(texts: Mapping[str, str] | None, language: str) -> tuple[str | None, str | None]:
    """Of words in several languages those in the one asked for, or else in another, and their language."""
    if not texts:
        return None, None
    chosen = next(each for each in (language, *_ORDER, *sorted(texts)) if each in texts)
    return texts[chosen], chosen


def label(codes: str | None, code: str | None, language: str) -> str | None:
    """What a code of a list is called; a code that has no name stands for itself."""
    coded = lists.rows(codes).get(code) if codes and code else None
    return coded.labels.get(language, coded.code) if coded else code


def body_name(key: str, language: str) -> str:
    """What the key of a body says in words: ``KZ/ministry/energy`` is "ministry: energy (Kazakhstan)"."""
    where, _, rest = key.partition("/")
    kind, _, fields = rest.partition("/")
    named = [label("portfolios", code, language) or code for code in fields.split("+") if code]
    told = ": ".join(filter(None, (label("bodies", kind, language), ", ".join(named))))
    state = label("countries", where, language) or where
    return f"{told} ({state})" if told else state
