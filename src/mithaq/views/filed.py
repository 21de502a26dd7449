"""View objects of the register: entries, lists of them and doubts in words, before anything is drawn."""

from dataclasses import dataclass

from mithaq.views.model import Certainty, Direction
from mithaq.views.values import Words


@dataclass(frozen=True, slots=True)
class Told:
    """A published value. ``texts``: one, or one a language; ``sources``: the numbers of those that say it."""

    property: str
    label: str
    texts: tuple[Words, ...]
    reason: str
    sources: tuple[int, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """A value that somebody holds: sources by their numbers, or a person."""

    text: Words
    sources: tuple[int, ...]
    who: str
    published: bool


@dataclass(frozen=True, slots=True)
class Contest:
    """A property on which sources differ: the published value first."""

    property: str
    label: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source with those around them, and the labels of the values they prove."""

    source: int
    language: str
    prefix: str
    words: str
    suffix: str
    proves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source: its number in this view, the places it came from, and its language and date in words."""

    number: int
    id: str
    places: tuple[str, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry in a list: what it is known by, what comes second, and ``words`` that tell it from others."""

    id: str
    title: Words
    note: str
    words: Words
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one role. ``more``: how many further ones are not shown."""

    heading: str
    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the history, or a decision: ``at`` in words, ``what`` was done, and why."""

    number: int
    at: str
    who: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """An entry with everything behind it."""

    interface: str
    direction: Direction
    id: str
    type_name: str
    title: Words
    note: str
    state: str
    certainty: Certainty
    values: tuple[Told, ...]
    contests: tuple[Contest, ...]
    quotes: tuple[Quote, ...]
    outlets: tuple[Outlet, ...]
    related: tuple[Group, ...]
    decisions: tuple[Happening, ...]
    history: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Entries found: those shown, after ``offset`` others, of ``count``."""

    interface: str
    direction: Direction
    items: tuple[Item, ...]
    offset: int
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """What spoke for (weight above 0) or against two entries being one."""

    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """Something that waits for a person: ``lead`` says what is asked, ``answers`` are commands to type."""

    lead: str
    items: tuple[Item, ...]
    bars: tuple[Bar, ...]
    contests: tuple[Contest, ...]
    outlets: tuple[Outlet, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person, the most doubtful first."""

    interface: str
    direction: Direction
    questions: tuple[Question, ...]
