"""The office phrase: the states, subjects, bodies and other words that belong to an office noun."""

import re
from bisect import bisect_right

from mithaq.languages.endings import goes_on_russian
from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    COUNTRY,
    GIVEN_NAME,
    HONORIFIC,
    OFFICE,
    OFFICE_MARK,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    STATE,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.mention import Mention
from mithaq.reading.names import named_before
from mithaq.reading.plain_names import portfolio
from mithaq.reading.states import state_of

_OF_PORTFOLIO = frozenset(("minister", "deputy_minister", "foreign_minister"))
"""Offices whose subjects follow them."""
_LEADING = frozenset(("head", "deputy", "head_of_organisation"))
_AROUND_NAMES = frozenset(' \u00a0.»"”')
_MARKS_MOST = 4
_OPENING = frozenset('«"“„')
_ENVOYS = frozenset(("ambassador", "envoy"))
_TIES = ("of", "and", "state", "on", "subnational", "under", "two_states", "behalf", "closing")
_POSSESSIVE = frozenset(("", "s", "'s", "’s", "'", "’", "-", "–"))
_BETWEEN = frozenset(("", "–", "-", "—", "s", "’s", "'s", "’", "'", "/"))
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_QUOTED = re.compile(r"[«\"“„][^«»\"“”\n]{1,80}[»\"”]?[»\"”]")
_BRACKET = re.compile(r"\([^()\n]{1,60}\)")
_SHORT = re.compile(r"[A-Z]{2,8}$")
_BEFORE_MOST = 7
_WORDS_MOST = 8
_SHARED = 2
_GENITIVE = frozenset(("'s ", "’s "))
_LOOSE_MOST = 2


class Bodies:
    """The bodies of a report by where they begin and end."""

    __slots__ = ("_by_end", "_found", "_starts", "at")

    def __init__(self, found: list[Body]) -> None:
        self._found = found
        self._starts = [body.start for body in found]
        self.at = {body.start: body for body in found}
        self._by_end: dict[int, Body] = {}
        for body in found:
            self._by_end.setdefault(body.end, body)

    def over(self, position: int) -> Body | None:
        """The last body a position lies in."""
        last = bisect_right(self._starts, position) - 1
        for body in self._found[max(last - _SHARED, 0) : last + 1][::-1]:
            if position < body.end:
                return body
        return None

    def ending(self, end: int, start: int) -> Body | None:
        """The body that ends at a position and begins at another one or before."""
        body = self._by_end.get(end)
        return body if body is not None and body.start <= start else None


# --- before the office --------------------------------------------------------------------------------


def before(context: Context, holder: Holder, bodies: Bodies) -> None:
    """States, subjects and bodies before an office: "Egypt's foreign minister", "министрлік басшысы"."""
    mentions, clean = context.mentions, context.clean
    position = holder.start
    at = context.index(position) - 1
    for _ in range(_BEFORE_MOST):
        if at < 0:
            break
        mention = mentions[at]
        gap = clean[mention.end : position].strip()
        if gap not in _POSSESSIVE and not (context.head_final and gap == ","):
            break
        if not _prepend(context, holder, mention, gap, bodies):
            break
        position = mention.start
        at -= 1
    if context.lexicon.traits.inflection == "english":
        _short_name(context, holder, bodies)
    elif context.head_final and holder.body is None and holder.code in _LEADING:
        _company(context, holder, bodies)


def _company(context: Context, holder: Holder, bodies: Bodies) -> None:
    """A body in quotation marks or with its legal form before an office: "«Volta» АҚ төрағасы"."""
    end = holder.start
    while end > holder.start - _MARKS_MOST and context.clean[end - 1 : end] in _AROUND_NAMES:
        end -= 1
    at = context.index(end) - 1
    if 0 < end < holder.start and at >= 0:
        body = bodies.ending(end, context.mentions[at].start)
        if body is not None and not _astray(context, body):
            holder.of_body(body)
            holder.start = body.start - (context.clean[body.start - 1 : body.start] in _OPENING)


def _prepend(context: Context, holder: Holder, mention: Mention, gap: str, bodies: Bodies) -> bool:
    """Take the mention before an office into it; False where the office begins after it."""
    traits = context.lexicon.traits
    if mention.has(RELATION, "counterpart"):
        holder.counterpart = True
    elif mention.bits & STATE and traits.capitals:
        return _state_before(context, holder, mention, gap)
    elif mention.bits & (SECTOR | PORTFOLIO) and not (context.head_final and mention.bits & BODY):
        holder.portfolio += [
            str(c) for c in mention.values[PORTFOLIO if mention.bits & PORTFOLIO else SECTOR][:1]
        ]
        holder.start = mention.begin
    elif context.head_final and mention.bits & (BODY | BODY_NAME | PLACE):
        body = bodies.over(mention.start)
        if body is not None and not _astray(context, body):
            holder.of_body(body)
            holder.start = body.start
        elif mention.bits & BODY and body is not None:
            holder.kind = str(mention.get(BODY)[0])
            holder.start = mention.begin
        elif mention.bits & PLACE:
            _of_place(holder, mention)
            holder.start = mention.begin
        return False
    else:
        return mention.has(RELATION, "and") and (context.head_final or _joins_subjects(context, mention))
    return True


def _joins_subjects(context: Context, mention: Mention) -> bool:
    """Whether "and" stands between two subjects of an office after them: "Trade and Industry Minister"."""
    at = context.index(mention.start) - 1
    first = context.mentions[at] if at >= 0 else mention
    if not first.bits & (SECTOR | PORTFOLIO) or mention.start - first.end != 1:
        return False
    return context.lexicon.traits.inflection == "english" and context.clean[first.start].isupper()


def _astray(context: Context, body: Body) -> bool:
    """Whether a body runs over somebody's office or name, and so is none of an office's."""
    return any(m.bits & (OFFICE | GIVEN_NAME) for m in context.within(body.start, body.end))


def _of_place(holder: Holder, mention: Mention) -> None:
    """Note the region or city an office is of, and its state."""
    holder.country = holder.country or state_of(mention)
    holder.region = str(mention.get(PLACE)).split(":")[0]


def _state_before(context: Context, holder: Holder, mention: Mention, gap: str) -> bool:
    """A state before an office: its own as an adjective or owner, or (in Kazakh) where an envoy is sent."""
    traits = context.lexicon.traits
    if traits.inflection == "russian" and not mention.bits & ADJECTIVE and not gap:
        return False
    if holder.code in _ENVOYS and context.clean[mention.start : mention.end].endswith(traits.at_endings):
        holder.host = state_of(mention)
        holder.start = mention.begin
        return True
    holder.of_state(state_of(mention))
    holder.start = mention.begin
    return not (context.head_final or mention.bits & COUNTRY)


def _short_name(context: Context, holder: Holder, bodies: Bodies) -> None:
    """A body right before an English office: "SOCAR President", "FWO Director General"."""
    clean = context.clean
    end = holder.start
    while end and clean[end - 1] == " ":
        end -= 1
    if not end or end == holder.start:
        return
    at = context.index(holder.start) - 1
    near = context.mentions[at] if at >= 0 else None
    if near is not None and near.end >= end and near.bits & (BODY | BODY_NAME):
        body = bodies.ending(end, near.start)
        if body is not None:
            holder.of_body(body)
            holder.start = body.start
        return
    short = _SHORT.search(clean, max(end - 9, 0), end)
    if (
        short
        and (near is None or near.end <= short.start())
        and not clean[short.start() - 1 : short.start()].strip()
    ):
        holder.organised = True
        holder.start = short.start()


# --- after the office ---------------------------------------------------------------------------------


def after(context: Context, at: int, holder: Holder, bodies: Bodies) -> int:
    """Take what follows an office into it; where the name may begin."""
    mentions, clean = context.mentions, context.clean
    plain = not context.lexicon.traits.capitals
    construct = plain and not clean[holder.start : holder.end].startswith("ال")
    position = first = holder.end
    loose = 0
    while at < len(mentions) or not plain:
        mention = mentions[at] if at < len(mentions) else None
        if plain and holder.code in _OF_PORTFOLIO and mention and position <= mention.begin:
            further = portfolio(context, position, construct and position == first)
            if further > position:
                holder.portfolio += _codes(context, position, further)
                position = holder.end = further
                at = context.index(further)
                continue
        gap = clean[position : mention.start].strip() if mention and mention.start - position < 90 else "…"
        if gap not in _BETWEEN and not (mention and _goes_on_after_comma(holder, mention, gap)):
            further = (
                _pass_quotation(context, holder, position)
                if plain
                else -1
                if context.head_final or loose >= _WORDS_MOST
                else _pass_word(context, holder, position, bodies)
            )
            if further < 0:
                break
            position, loose = further, loose + 1
            at = context.index(position)
            continue
        assert mention is not None
        body = bodies.at.get(mention.begin)
        if mention.bits & RELATION and "article" in mention.values[RELATION]:
            position, at = mention.end, at + 1
            continue
        if body is not None and not (context.head_final and _astray(context, body)):
            holder.of_body(body)
            position = holder.end = body.end
            at = max(context.index(body.end), at + 1)
            continue
        if _ends(context, holder, at, loose) or not _attach(context, at, holder):
            break
        position = mention.end
        if not mention.bits & HONORIFIC:
            holder.end = max(holder.end, mention.end)
        at += 1
    return position


def _ends(context: Context, holder: Holder, at: int, loose: int) -> bool:
    """Whether an office ends before a mention: an office of somebody else, a state of what follows."""
    mention = context.mentions[at]
    if mention.bits & (OFFICE | OFFICE_MARK):
        return loose > _LOOSE_MOST or _next_person(context, holder, at)
    return bool(mention.bits & (PLACE | STATE)) and not _of_the_place(context, at)


def _next_person(context: Context, holder: Holder, at: int) -> bool:
    """Whether an office after another is somebody else's: "A, minister of trade, and deputy minister B"."""
    if context.head_final:
        return holder.inflected
    mention, last = context.mentions[at], context.mentions[at - 1]
    if context.clean[last.end : mention.start] in _GENITIVE:
        return True
    if _also_minister(holder, mention) and mention.start - last.end == 1:
        return False
    joined = mention.begin > mention.start or last.has(RELATION, "and")
    return joined and named_before(context, holder.start)


def _of_the_place(context: Context, at: int) -> bool:
    """Whether a state or place belongs to the office before it: in Kazakh never, in English after "of"."""
    mentions = context.mentions
    if context.head_final:
        return False
    if context.lexicon.traits.inflection != "english" or mentions[at].bits & STATE:
        return True
    return bool(at and mentions[at - 1].bits & RELATION and mentions[at].start - mentions[at - 1].end <= 1)


def _goes_on_after_comma(holder: Holder, mention: Mention, gap: str) -> bool:
    """Whether a comma ends no office: before another subject or the state of its body.

    A deputy premier is a minister too: "deputy prime minister, minister of trade of Ghana" is one office.
    """
    if gap not in (",", "،"):
        return False
    if _also_minister(holder, mention):
        return True
    if mention.bits & (SECTOR | PORTFOLIO):
        return bool(holder.portfolio)
    return bool(mention.bits & COUNTRY and holder.body is not None and not holder.states)


def _also_minister(holder: Holder, mention: Mention) -> bool:
    """Whether an office is that of a minister after that of a deputy premier."""
    return (
        holder.code == "deputy_head_of_government"
        and bool(mention.bits & OFFICE)
        and mention.values[OFFICE][0][0] in _OF_PORTFOLIO
    )


def _pass_word(context: Context, holder: Holder, position: int, bodies: Bodies) -> int:
    """The end of an unknown word or quotation of an office; -1 where the office ends before it."""
    clean = context.clean
    while clean[position : position + 1] in (" ", "\u00a0"):
        position += 1
    named = bodies.at.get(position)
    if named is not None and not context.head_final:
        holder.of_body(named)
        holder.end = named.end
        return named.end
    quoted = _QUOTED.match(clean, position)
    if quoted:
        body = bodies.at.get(position + 1)
        if body is not None:
            holder.of_body(body)
        holder.organised = True
        holder.end = quoted.end()
        return quoted.end()
    word = _WORD.match(clean, position)
    if word is None or not word[0][0].islower() or word[0].endswith(context.lexicon.traits.verb_endings):
        return -1
    at = context.index(position)
    if at < len(context.mentions) and context.mentions[at].start == position:
        return -1
    return word.end()


def _pass_quotation(context: Context, holder: Holder, position: int) -> int:
    """The end of the quotation that names what an Arabic office right before it is of; -1 where none does.

    Behind a definite noun the quotation is the holder's own name.
    """
    clean = context.clean
    quoted = _QUOTED.match(clean, position + 1) if clean.startswith(" ", position) else None
    of_it = quoted and position == holder.end and holder.code in ("head", "deputy", "head_of_organisation")
    if not quoted or not of_it or clean[holder.start : position].rpartition(" ")[2].startswith(("ال", "لل")):
        return -1
    holder.organised = True
    holder.end = quoted.end()
    return holder.end


def _attach(context: Context, at: int, holder: Holder) -> bool:
    """Take a state, place, subject or small word into an office; False where the office ends before it.

    An honorific with "and" written on to it brings in the next person.
    """
    mentions = context.mentions
    mention = mentions[at]
    bits = mention.bits
    if bits & RELATION and not bits & (STATE | SECTOR | PORTFOLIO):
        return _tie(context, at, holder)
    if bits & STATE:
        return _state_after(mentions, at, holder)
    if bits & PLACE:
        if not _sent_to(mentions, at, holder):
            _of_place(holder, mention)
    elif bits & (SECTOR | PORTFOLIO):
        holder.portfolio.append(str(mention.get(PORTFOLIO if bits & PORTFOLIO else SECTOR)))
    elif bits & (OFFICE | OFFICE_MARK):
        holder.former = holder.former or _former(mentions, at)
        return not bits & GIVEN_NAME
    elif bits & BODY:
        holder.kind = holder.kind or str(mention.get(BODY)[0])
    else:
        return bool(bits & HONORIFIC) and mention.begin == mention.start
    return True


def _former(mentions: list[Mention], at: int) -> bool:
    """Whether a mark after an office says that it is held no longer; no mark of another office or state."""
    mention, follow = mentions[at], mentions[at + 1 : at + 2]
    if mention.bits & OFFICE or not mention.has(OFFICE_MARK, "former"):
        return False
    return not (follow and follow[0].bits & (OFFICE | STATE | PLACE) and follow[0].start - mention.end <= 2)


def _tie(context: Context, at: int, holder: Holder) -> bool:
    """Whether a small word ties what follows to the office."""
    mentions = context.mentions
    mention = mentions[at]
    if mention.has(RELATION, "counterpart"):
        holder.counterpart = True
        return True
    if mention.has(RELATION, "at"):
        follow = mentions[at + 1 : at + 3]
        if follow and follow[0].has(RELATION, "article"):
            follow = follow[1:]
        if (
            follow
            and follow[0].start - mention.end <= 5
            and (follow[0].bits & (STATE | PLACE) or follow[0].has(RELATION, "state"))
        ):
            return True
    if not any(mention.has(RELATION, tie) for tie in _TIES):
        return False
    if not mention.has(RELATION, "and"):
        return True
    return _goes_on(mentions, at + 1, mention.end, holder) or _qualified(context, at + 1, mention.end)


def _qualified(context: Context, at: int, end: int) -> bool:
    """Whether an adjective and another subject follow "and": "иностранных дел и международной торговли"."""
    if context.lexicon.traits.inflection != "russian" or at >= len(context.mentions):
        return False
    mention = context.mentions[at]
    word = context.clean[end : mention.start].strip()
    return bool(mention.bits & (SECTOR | PORTFOLIO)) and word.islower() and goes_on_russian(word, ",")


def _goes_on(mentions: list[Mention], at: int, end: int, holder: Holder) -> bool:
    """Whether another subject or office (or, in the plural, state) follows "and" at once.

    An article may stand before a subject ("and the environment"); "and the minister" is somebody else.
    """
    wanted = SECTOR | PORTFOLIO | OFFICE | OFFICE_MARK
    if at < len(mentions) and mentions[at].has(RELATION, "article") and mentions[at].begin - end <= 2:
        at, end = at + 1, mentions[at].end
        wanted = SECTOR | PORTFOLIO
    if holder.number != "sg" and len(holder.states) == 1:
        wanted |= COUNTRY
    if at >= len(mentions) or mentions[at].begin - end > 2:
        return False
    if mentions[at].has(RELATION, "closing"):
        return True
    return bool(mentions[at].bits & wanted) and not _titles(mentions[at])


def _titles(mention: Mention) -> bool:
    """Whether an office is a title that brings in the next person: "and General John Otieno"."""
    return bool(mention.bits & OFFICE and mention.bits & HONORIFIC)


def _state_after(mentions: list[Mention], at: int, holder: Holder) -> bool:
    """A state in an office: its own, or the one an envoy is sent to; a second one ends the office."""
    mention = mentions[at]
    if _sent_to(mentions, at, holder) or _bilateral(mentions, at):
        return True
    code = state_of(mention)
    if holder.country is not None and holder.country != code and holder.number == "sg":
        return False
    holder.of_state(code)
    return True


def _bilateral(mentions: list[Mention], at: int) -> bool:
    """Whether an adjective is one of two written as one: "the Kazakh-Turkish council"."""
    mention = mentions[at]
    pairs = (mentions[at : at + 2], mentions[max(at - 1, 0) : at + 1])
    return bool(mention.bits & ADJECTIVE) and any(
        len(pair) == 2 and all(m.bits & ADJECTIVE for m in pair) and pair[1].start - pair[0].end == 1
        for pair in pairs
    )


def _sent_to(mentions: list[Mention], at: int, holder: Holder) -> bool:
    """Whether a state or city is where an envoy is sent, not where he comes from: after "to" or "in"."""
    mention = mentions[at]
    if holder.code not in _ENVOYS or mention.bits & ADJECTIVE:
        return False
    apart = at and mentions[at - 1].has(RELATION, "at") and mention.start - mentions[at - 1].end <= 2
    if not (apart or (mention.begin > mention.start and holder.country)):
        return False
    holder.host = state_of(mention)
    return True


def _codes(context: Context, start: int, end: int) -> list[str]:
    """The portfolio or sector codes told in a span."""
    return [
        str(c)
        for m in context.within(start, end)
        for bit in (PORTFOLIO, SECTOR)
        if m.bits & bit
        for c in m.values[bit][:1]
    ]
