"""Chains: bodies and office holders of a sentence that are told together ("A, B and C"), and their cue."""

import re
from dataclasses import dataclass, field

from mithaq.languages.senses import (
    ADJECTIVE,
    CAPITAL,
    COUNT,
    COUNTRY,
    DATE,
    DAY,
    DOCUMENT,
    HONORIFIC,
    PLACE,
    RELATION,
    STATUS,
    WEEKDAY,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.layout import Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.people import Holder
from mithaq.reading.states import ORGANISATIONS, place, state_of
from mithaq.reading.wording import proper_name, skip_bracket

_FAR = 60
_SMALL_WORD = 3
_MARKS = r"«»\"“”„'’(),،.–—/\-"
_HEAVY = re.compile(rf"[;؛\n:]|[^\s{_MARKS}]\S{{2,}}[^\s{_MARKS}]")
"""A mark that parts clauses, or a word of more than three letters."""
_JOINERS = frozenset(",،/–—-")
_AND_CLITIC = "و"
_AT_CLITIC = "ب"
_WITH_ENDINGS = ("мен", "пен", "бен")
_PASSED = HONORIFIC | COUNT | DAY | DATE | WEEKDAY | ADJECTIVE | COUNTRY
_PLACED = COUNTRY | PLACE
_CUES = ("between", "by", "with", "behalf", "side", "of", "on", "and", "within")


@dataclass(slots=True)
class Actor:
    """One that may sign. ``start`` and ``end`` bound it with the names that belong to it.

    ``body`` is what signs; where there is none, ``holder`` stands for it; a state is neither. A ``weak``
    body is a place without a head noun: it signs only beside its like.
    """

    start: int
    end: int
    body: Body | None = None
    holder: Holder | None = None
    weak: bool = False


@dataclass(slots=True)
class Chain:
    """Actors told together, and the cue before them: a relation, ``verb``, ``document`` or nothing.

    ``silent`` chains tell states alone; their cue is looked for when it is asked (``find_cue``).
    """

    actors: list[Actor] = field(default_factory=list)
    cue: str = ""
    cue_at: int = 0
    silent: bool = False
    cued: bool = False

    @property
    def start(self) -> int:
        return self.actors[0].start

    @property
    def end(self) -> int:
        return self.actors[-1].end


RELEVANT = STATUS | COUNTRY | PLACE | RELATION
"""The senses that tell parties besides bodies and offices."""


def chains(
    context: Context, sentence: Sentence, near: list[Mention], bodies: list[Body], holders: list[Holder]
) -> list[Chain]:
    """The chains of a sentence in order; ``near`` are its mentions with a relevant sense."""
    found: list[Chain] = []
    for actor in _actors(context, near, bodies, holders):
        if found and _joined(context, found[-1].actors[-1], actor):
            found[-1].actors.append(actor)
        else:
            found.append(Chain([actor]))
    if context.lexicon.traits.capitals and not context.head_final:
        found = _with_unlisted(context, sentence, near, found, holders)
    for chain in found:
        chain.silent = all(actor.body is None and actor.holder is None for actor in chain.actors)
        if not chain.silent:
            find_cue(context, sentence, chain)
    return found


def somebody(context: Context, near: list[Mention]) -> bool:
    """Whether a sentence without bodies and offices can tell parties: unions, places, names."""
    named = context.lexicon.traits.capitals and not context.head_final
    places = 0
    for mention in near:
        bits = mention.bits
        if bits & PLACE:
            places += 1
        elif bits & COUNTRY and not bits & ADJECTIVE and state_of(mention) in ORGANISATIONS:
            return True
        if named and bits & RELATION and "between" in mention.values[RELATION]:
            return True
    return places > 1


def _actors(context: Context, near: list[Mention], bodies: list[Body], holders: list[Holder]) -> list[Actor]:
    """Bodies, office holders, states, places and "the parties" of a sentence, none inside another."""
    _part_offices(context, bodies, holders)
    found = [_of_office(holder) for holder in holders]
    taken = _Taken([(actor.start, actor.end) for actor in found])
    own = [Actor(body.start, body.end, body) for body in bodies if not taken.has(body.start)]
    found += own
    if own:
        taken = _Taken([(actor.start, actor.end) for actor in found])
    clean = context.clean
    for mention in near:
        bits = mention.bits
        if bits & _PLACED and not bits & ADJECTIVE:
            if clean[mention.begin - 1 : mention.begin] != "(" and not taken.has(mention.begin):
                found.append(_of_place(mention))
        elif bits & RELATION and "parties" in mention.values[RELATION] and not taken.has(mention.begin):
            found.append(Actor(mention.begin, mention.end))
    found.sort(key=lambda actor: (actor.start, actor.end))
    return found


class _Taken:
    """Spans, asked in order whether a position lies in one."""

    __slots__ = ("at", "far", "spans")

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.at = self.far = 0

    def has(self, position: int) -> bool:
        """Whether a position, not before the last one asked, lies in a span."""
        while self.at < len(self.spans) and self.spans[self.at][0] <= position:
            self.far = max(self.far, self.spans[self.at][1])
            self.at += 1
        return position < self.far


def _part_offices(context: Context, bodies: list[Body], holders: list[Holder]) -> None:
    """End an office before a body that "and" brings in: they are two parties (Arabic)."""
    if context.lexicon.traits.capitals:
        return
    for holder in holders:
        for body in bodies:
            if holder.start < body.start < holder.end and _behind_clitic(context, body.start, _AND_CLITIC):
                holder.end = body.start - len(_AND_CLITIC)
                while holder.end > holder.start and context.clean[holder.end - 1].isspace():
                    holder.end -= 1
                holder.body = None if holder.body is body else holder.body
                break


def _of_office(holder: Holder) -> Actor:
    start, end = holder.start, holder.end
    for first, last in holder.names:
        start, end = min(start, first), max(end, last)
    return Actor(start, end, holder.body, holder)


def _of_place(mention: Mention) -> Actor:
    """An organisation of states signs as a body, and so may a city or region; a state is none."""
    code = state_of(mention)
    actor = Actor(mention.begin, mention.end)
    if mention.bits & COUNTRY:
        if code in ORGANISATIONS:
            actor.body = Body(*_span(mention), "union", "sg", country=code, named=True, stem=mention.stem)
        return actor
    kind = "region" if place(mention).kind == "region" else "city"
    actor.body = Body(*_span(mention), kind, "sg", country=code, named=True, stem=mention.stem)
    actor.body.settle(mention)
    actor.weak = True
    return actor


def _span(mention: Mention) -> tuple[int, int]:
    return mention.begin, mention.end


# --- what joins two actors ---------------------------------------------------------------------------


def _joined(context: Context, one: Actor, other: Actor) -> bool:
    """Whether only "and", "with", a comma, a dash or courtesies stand between two actors."""
    if other.start <= one.end:
        return other.start < one.end
    start = skip_bracket(context.clean, one.end)
    if other.start - start > _FAR:
        return False
    return (
        joined(context, start, other.start)
        or (
            context.head_final
            and context.clean[one.end : other.start].isspace()
            and context.clean[other.start : other.end].endswith(_WITH_ENDINGS)
        )
        or (
            one.body is not None
            and context.clean[one.end : other.start] == " " + _AT_CLITIC
            and _behind_clitic(context, other.start, _AT_CLITIC)
        )
    )


def joined(context: Context, start: int, end: int) -> bool:
    """Whether the words between two positions join what stands at both sides."""
    at, joins = start, False
    for mention in context.within(start, end):
        if mention.begin >= end:
            break
        if mention.has(RELATION, "and") or mention.has(RELATION, "with"):
            joins = True
        elif not _passed(mention, HONORIFIC | COUNT):
            return False
        if _HEAVY.search(context.clean, at, mention.start):
            return False
        at = min(mention.end, end)
    return not _HEAVY.search(context.clean, at, end) and (
        joins
        or any(c in _JOINERS for c in context.clean[start:end])
        or _behind_clitic(context, end, _AND_CLITIC)
    )


def _tells(mention: Mention) -> bool:
    """Whether a mention before an actor can be its cue."""
    return bool(mention.bits & (RELATION | STATUS | DOCUMENT)) and not mention.has(RELATION, "article")


def _passed(mention: Mention, bits: int) -> bool:
    """Whether a mention between an actor and what stands before it says nothing: a courtesy, an article."""
    small = mention.end - mention.start <= _SMALL_WORD and not mention.bits & (STATUS | DOCUMENT)
    return small or bool(mention.bits & bits)


def _behind_clitic(context: Context, position: int, clitic: str) -> bool:
    """Whether a word stands behind a clitic (Arabic)."""
    at = context.index(position - 2)
    return any(
        mention.start < mention.begin == position and context.clean[mention.start] == clitic
        for mention in context.mentions[at : at + 2]
    )


def light(words: str) -> bool:
    """Whether nothing but articles and marks is left of some words."""
    return _HEAVY.search(words) is None


# --- actors the lexicon does not know -----------------------------------------------------------------


def _with_unlisted(
    context: Context, sentence: Sentence, near: list[Mention], found: list[Chain], holders: list[Holder]
) -> list[Chain]:
    """The chains with the names that have no head noun: "the Ministry of Energy and Acwa Power"."""
    for index, chain in enumerate(found):
        last = chain.actors[-1]
        ceiling = found[index + 1].start if index + 1 < len(found) else sentence.end
        if last.body is not None and last.holder is None:
            name = _after_joiner(context, chain.end, ceiling)
            if name is not None:
                chain.actors.append(name)
    cues = [m for m in near if m.bits & RELATION and "between" in m.values[RELATION]]
    if cues:
        starts = [chain.start for chain in found]
        people = {word for h in holders for s, e in h.names for word in context.clean[s:e].split()[-1:]}
        for cue in cues:
            _open_between(context, sentence, cue, found, starts, people)
        found.sort(key=lambda chain: chain.start)
    return found


def _open_between(
    context: Context,
    sentence: Sentence,
    cue: Mention,
    found: list[Chain],
    starts: list[int],
    people: set[str],
) -> None:
    """A name right after "between" that no chain has: it heads the chain after it, or one of its own."""
    ceiling = min((s for s in starts if s >= cue.end), default=sentence.end)
    name = named(context, cue.end, ceiling)
    if name is None or context.clean[name.start : name.end].split()[-1] in people:
        return
    follow = next((c for c in found if c.start == ceiling), None)
    if follow is not None and joined(context, skip_bracket(context.clean, name.end), follow.start):
        follow.actors.insert(0, name)
        return
    second = _after_joiner(context, name.end, ceiling)
    if second is not None:
        found.append(Chain([name, second]))


def _after_joiner(context: Context, position: int, ceiling: int) -> Actor | None:
    """The name right after "and" or "with" at a position."""
    start = skip_bracket(context.clean, position)
    at = context.index(start)
    if at >= len(context.mentions):
        return None
    mention = context.mentions[at]
    if mention.start - start > 2 or not (mention.has(RELATION, "and") or mention.has(RELATION, "with")):
        return None
    return named(context, mention.end, ceiling)


def named(context: Context, position: int, ceiling: int) -> Actor | None:
    """A body told by its proper name alone at a position: quoted, in Latin letters, or in capitals."""
    span = proper_name(context.clean, position, ceiling, context.lexicon.traits.script)
    other = STATUS | DOCUMENT | COUNTRY | CAPITAL | PLACE
    if span is None or any(m.bits & other for m in context.within(*span)):
        return None
    return Actor(*span, Body(*span, "company", "sg", named=True))


# --- the cue before a chain ---------------------------------------------------------------------------


def find_cue(context: Context, sentence: Sentence, chain: Chain) -> str:
    """The cue of a chain: what stands right before it; where heads come last, right after it."""
    if not chain.cued:
        chain.cued = True
        _set_cue(context, sentence, chain)
    return chain.cue


def _set_cue(context: Context, sentence: Sentence, chain: Chain) -> None:
    if context.head_final:
        _set_cue_after(context, sentence, chain)
        return
    edge = chain.start
    clean, mentions = context.clean, context.mentions
    if not context.lexicon.traits.capitals and _behind_clitic(context, edge, _AT_CLITIC):
        chain.cue, chain.cue_at = "at", edge
        return
    for at in range(context.index(edge) - 1, sentence.first - 1, -1):
        mention = mentions[at]
        if _HEAVY.search(clean, mention.end, edge):
            _set_far_between(context, chain, edge)
            return
        edge = mention.start
        if _tells(mention) or not _passed(mention, _PASSED):
            chain.cue, chain.cue_at = _cue(mention), mention.start
            return


def _set_far_between(context: Context, chain: Chain, edge: int) -> None:
    """Let "between" reach two parties over a few words: "between his department, A, and B"."""
    near = context.within(max(edge - _FAR // 2, 0), edge)
    cue = next((m for m in reversed(near) if m.has(RELATION, "between")), None)
    if cue is not None and len(chain.actors) > 1 and not {*";:"} & {*context.clean[cue.end : edge]}:
        chain.cue, chain.cue_at = "between", cue.start


def _set_cue_after(context: Context, sentence: Sentence, chain: Chain) -> None:
    at = context.index(chain.end)
    if at < sentence.last and context.mentions[at].start - chain.end <= 2:
        mention = context.mentions[at]
        for code in ("between", "behalf", "by"):
            if mention.has(RELATION, code):
                chain.cue, chain.cue_at = code, mention.start


def _cue(mention: Mention) -> str:
    """The name of a cue: its relation, else what it is."""
    if mention.bits & STATUS:
        return "verb"
    if mention.bits & DOCUMENT:
        return "document"
    if mention.bits & RELATION:
        return next((code for code in _CUES if mention.has(RELATION, code)), "")
    return ""
