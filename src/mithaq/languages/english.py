"""Forms of English phrases: the plural of the head noun."""

from collections.abc import Iterator

from mithaq.languages.form import Form

_LINKS = (" of ", " for ", " on ", " under ", " to ", " in ", " with ", " d'")


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    low = noun.lower()
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def forms(phrase: str, section: str) -> Iterator[Form]:
    """A phrase as it is and its plural."""
    yield Form(phrase)
    if section in ("countries", "capitals", "places", "numbers", "months", "weekdays", "ordinals"):
        return
    cut = min((at for link in _LINKS if (at := phrase.lower().find(link)) > 0), default=len(phrase))
    head, tail = phrase[:cut], phrase[cut:]
    if not head[-1:].isalnum():
        return  # a sign ("₸") has no plural; with an s it would be that letter alone
    if head.isupper():
        yield Form(head + "s" + tail, number="pl")
    else:
        yield Form(plural(head) + tail, number="pl")
