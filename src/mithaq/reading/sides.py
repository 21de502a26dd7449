"""On which side somebody stands: "on the Kenyan side", "signed for Kenya", "the delegation of Kenya"."""

from bisect import bisect_left

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    COUNTRY,
    HONORIFIC,
    OUTLET,
    PLACE,
    RELATION,
    STATE,
    STATUS,
)
from mithaq.reading.context import Context
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of

_SIDES = ("side", "behalf", "suite")
_SIDE_OWNERS = ADJECTIVE | COUNTRY | PLACE
_SIDE_REACH = 4
_TITLE_REACH = 2
_SIGNED_REACH = 60
_AHEAD = 8


class Sides:
    """Where the sides of a report (and its first outlet) are told, found once and asked for by spans."""

    __slots__ = ("_carried", "_mentions", "_places", "_starts", "_withs", "outlet", "suites")

    def __init__(self, context: Context) -> None:
        self._mentions, self._starts = context.mentions, context.starts
        starts = context.starts
        self._places = sorted({starts[place] for code in _SIDES for place in context.ties(code)})
        self._withs = [starts[place] for place in context.ties("with")]
        self.suites = [starts[place] for place in context.ties("suite")]
        self.outlet = next((str(mention.get(OUTLET)) for mention in context.picked(OUTLET)), "")
        self._carried: dict[int, str] = {}
        delegation = ""
        for place in context.ties("suite"):
            delegation = self._delegation(place, delegation)

    def _delegation(self, index: int, last: str) -> str:
        """The state of the delegation told last; "the delegation" is that of the one before."""
        mention = self._mentions[index]
        before = self._mentions[index - 1] if index else mention
        if before.end + 1 != mention.start:
            return last
        if before.has(RELATION, "article") and last:
            self._carried[mention.start] = last
        return state_of(before) or last if before.bits & ADJECTIVE else last

    def last(self, start: int, end: int, alone: int) -> str | None:
        """The state of the last side told in a span; none where "with" parts what follows it from it.

        What stands before ``alone`` goes with another person.
        """
        for at in range(bisect_left(self._places, end) - 1, bisect_left(self._places, start) - 1, -1):
            place = self._places[at]
            country = self._state(bisect_left(self._starts, place), start, end)
            if country:
                parted = bisect_left(self._withs, max(place, alone)) < bisect_left(self._withs, end)
                return None if parted else country
        return None

    def before(self, start: int, end: int) -> str | None:
        """The state of a side told right before a person, with nothing but titles between."""
        at = bisect_left(self._places, end) - 1
        if at < 0 or self._places[at] < start:
            return None
        index = bisect_left(self._starts, self._places[at])
        reached = self._mentions[index].end
        for mention in self._mentions[index + 1 : index + _AHEAD]:
            if mention.start >= end:
                break
            joined = mention.begin > mention.start
            if (
                mention.start - reached > _TITLE_REACH
                or joined
                or not mention.bits & (_SIDE_OWNERS | HONORIFIC)
            ):
                return None
            reached = mention.end
        return self._state(index, start, end) if 0 < end - reached <= _TITLE_REACH else None

    def next(self, start: int, end: int) -> str | None:
        """The state of a side told right after a person, where a span starts: "A, on the Kenyan side"."""
        first = bisect_left(self._places, start)
        if first == len(self._places) or self._places[first] >= end:
            return None
        for index, mention in enumerate(self._span(start, end, 4), bisect_left(self._starts, start)):
            if mention.start == self._places[first]:
                return self._state(index, start, end)
            if mention.start - start > _SIDE_REACH:
                return None
        return None

    def signed_for(self, start: int, end: int) -> str | None:
        """The state someone signs for, told after his name: "A signed a plan for Guyana"."""
        first = bisect_left(self._places, start)
        if first == len(self._places) or self._places[first] >= end:
            return None
        mentions = self._span(start, end, _AHEAD + 4)
        signed = -_SIGNED_REACH
        for index, mention in enumerate(mentions[:_AHEAD]):
            if mention.bits & STATUS:
                signed = mention.end
            near = mention.start - signed < _SIGNED_REACH or mention.start - start <= 3
            if near and mention.has(RELATION, "behalf"):
                follow = next((m for m in mentions[index + 1 : index + 4] if m.bits & (STATE | PLACE)), None)
                return state_of(follow) if follow is not None else None
        return None

    def _span(self, start: int, end: int, most: int) -> list[Mention]:
        """The first mentions that start in a span."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : min(bisect_left(self._starts, end), first + most)]

    def _state(self, index: int, start: int, stop: int) -> str | None:
        """The state of a side: adjective and noun in either order, or the body that someone acts for."""
        side = self._mentions[index]
        behalf = "behalf" in side.values[RELATION]
        end = side.end
        for mention in self._mentions[index + 1 : index + 4]:
            if mention.start - end > 2 or mention.start >= stop:
                break
            if mention.bits & _SIDE_OWNERS:
                return state_of(mention)
            if not (behalf and mention.bits & (BODY | RELATION)):
                break
            end = mention.end
        before = self._mentions[index - 1] if index else None
        if behalf or before is None or before.start < start:
            return None
        if before.bits & ADJECTIVE and side.start - before.end <= 2:
            return state_of(before)
        return self._carried.get(side.start)
