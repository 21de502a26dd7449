"""On which side somebody stands: "on the Kenyan side", "signed for Kenya", "the delegation of Kenya"."""

from mithaq.languages.senses import ADJECTIVE, BODY, COUNTRY, PLACE, RELATION, STATE, STATUS
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of

_SIDES = ("side", "behalf", "suite")
_SIDE_OWNERS = ADJECTIVE | COUNTRY | PLACE
_SIDE_REACH = 4
_SIGNED_REACH = 60


def last_side(mentions: list[Mention], alone: int) -> str | None:
    """The state of the last side told by some mentions; none where "with" parts the person from it.

    What stands before ``alone`` goes with another person.
    """
    for index in range(len(mentions) - 1, -1, -1):
        if mentions[index].start >= alone and mentions[index].has(RELATION, "with"):
            return None
        country = _side(mentions, index)
        if country:
            return country
    return None


def next_side(mentions: list[Mention], end: int) -> str | None:
    """The state of a side told right after a person: "A, on the Kenyan side"."""
    for index, mention in enumerate(mentions[:4]):
        if mention.bits & RELATION and any(mention.has(RELATION, cue) for cue in _SIDES):
            return _side(mentions, index)
        if mention.start - end > _SIDE_REACH:
            return None
    return None


def _side(mentions: list[Mention], index: int) -> str | None:
    """The state of a side: adjective and noun in either order, or the body that someone acts for."""
    side = mentions[index]
    if not (side.bits & RELATION and any(side.has(RELATION, cue) for cue in _SIDES)):
        return None
    behalf = side.has(RELATION, "behalf")
    end = side.end
    for mention in mentions[index + 1 : index + 4]:
        if mention.start - end > 2:
            break
        if mention.bits & _SIDE_OWNERS:
            return state_of(mention)
        if not (behalf and mention.bits & (BODY | RELATION)):
            break
        end = mention.end
    before = mentions[index - 1] if index else None
    if before is not None and before.bits & ADJECTIVE and side.start - before.end <= 2 and not behalf:
        return state_of(before)
    return None


def signed_for(mentions: list[Mention], end: int) -> str | None:
    """The state someone signs for, told after his name: "A signed a plan for Guyana"."""
    signed = -_SIGNED_REACH
    for index, mention in enumerate(mentions[:8]):
        if mention.bits & STATUS:
            signed = mention.end
        if mention.has(RELATION, "behalf") and (
            mention.start - signed < _SIGNED_REACH or mention.start - end <= 3
        ):
            follow = next((m for m in mentions[index + 1 : index + 4] if m.bits & (STATE | PLACE)), None)
            return state_of(follow) if follow is not None else None
    return None
