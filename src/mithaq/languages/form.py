"""An inflected form of a phrase."""

from typing import NamedTuple

BARE, JOINED, TIED, DEFINITE = 1, 2, 4, 8
"""What may be written on to the front of a form: nothing, "and", a preposition, the article after either."""

OPEN = 0
"""The class of endings of a pattern that goes on to the end of its last word."""


class Form(NamedTuple):
    """A form; ``trail`` counts the letters after the bare phrase in it, ``front`` what may be before it."""

    text: str
    trail: int = 0
    number: str = "sg"
    front: int = BARE
