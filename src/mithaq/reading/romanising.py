"""Names in Latin letters."""

from anyascii import anyascii


class _Letters(dict[str, str]):
    """The Latin letters of each letter met; anyascii goes by one letter at a time."""

    def __missing__(self, letter: str) -> str:
        latin = self[letter] = anyascii(letter)
        return latin


_LETTERS = _Letters()


def latin(name: str) -> str:
    """A name in Latin letters, letter by letter (anyascii); Arabic comes out without its short vowels."""
    return "".join(map(_LETTERS.__getitem__, name))
