"""An inflected form of a phrase."""

from typing import NamedTuple


class Form(NamedTuple):
    """A form; ``lead`` and ``trail`` count the letters before and after the bare phrase in it."""

    text: str
    lead: int = 0
    trail: int = 0
    number: str = "sg"
