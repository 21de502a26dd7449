"""What a report is about: whether states act in it, and which words only look like a state."""

from mithaq.languages.senses import ADJECTIVE, CAPITAL, COUNTRY, ELSEWHERE, PLACE
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE
from mithaq.reading.people import Holder

_OF_STATE = frozenset(
    ("head_of_state", "monarch", "crown_prince", "head_of_government", "deputy_head_of_government",
     "foreign_minister",
     "minister", "deputy_minister", "ambassador", "speaker", "governor", "mayor", "envoy")
)  # fmt: skip
_LEAST = 3


def elsewhere(context: Context, people: list[Holder]) -> bool:
    """Whether the text tells of courts, clubs, films or shares, and nobody in it acts for a state."""
    if any(holder.names and holder.code in _OF_STATE for holder in people):
        return False
    cues = {
        context.clean[mention.begin : mention.stem]
        for mention in context.picked(ELSEWHERE)
        if context.sentences[context.sentence_at(mention.start)].kind != FURNITURE_LINE
    }
    return len(cues) >= _LEAST


def forget_names(context: Context, people: list[Holder]) -> None:
    """Take from words of personal names the states they look like; family names also where they stand alone.

    Only for scripts without capitals: elsewhere a name does not look like an adjective.
    """
    if context.lexicon.traits.capitals:
        return
    stated = {code for mention in context.picked(COUNTRY) for code in mention.values[COUNTRY]}
    family: set[str] = set()
    for holder in people:
        for start, end in holder.names:
            for mention in context.within(start, end):
                if mention.bits & ADJECTIVE and mention.get(ADJECTIVE) not in stated:
                    family.add(context.clean[mention.begin : mention.end])
                context.forget(mention, COUNTRY | ADJECTIVE | CAPITAL | PLACE)
    if family:
        for mention in context.picked(ADJECTIVE):
            if context.clean[mention.begin : mention.end] in family:
                context.forget(mention, ADJECTIVE)
