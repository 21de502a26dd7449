"""To which state an office holder belongs where the office does not say it."""

from collections import Counter

from mithaq.languages.senses import ADJECTIVE, CAPITAL, COUNTRY, OUTLET, PLACE, RELATION
from mithaq.reading.context import Context
from mithaq.reading.mention import Mention
from mithaq.reading.people import Holder
from mithaq.reading.states import state_of

_SINGLE = {
    "head_of_state": "head", "monarch": "head", "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister", "crown_prince": "crown_prince",
}  # fmt: skip
"""Offices of which a state has one: two people who hold one are of two states."""


def settle(context: Context, people: list[Holder], codes: list[str]) -> None:
    """Give office holders without a state one: their side's, their delegation's, else the state that goes unsaid."""  # noqa: E501
    by_name = _told_elsewhere(context, people)
    home = _outlet(context, codes) or _unsaid(context, people, codes)
    seats: dict[tuple[str, str], str] = {}
    for index, holder in enumerate(people):
        if holder.country is None:
            holder.country = by_name.get(_name(context, holder))
        if holder.country is None:
            holder.country = _by_place(context, people, index, codes) or home
            _one_each(context, holder, codes, seats)
        seat = _SINGLE.get(holder.code)
        if seat and holder.country and holder.names and not holder.former:
            seats.setdefault((holder.country, seat), _name(context, holder))


def _name(context: Context, holder: Holder) -> str:
    """The last word of a holder's name, empty where there is none."""
    if not holder.names:
        return ""
    start, end = holder.names[0]
    return context.clean[start:end].split()[-1]


def _told_elsewhere(context: Context, people: list[Holder]) -> dict[str, str]:
    """The states of those whose office says it somewhere in the text, by name."""
    found: dict[str, str] = {}
    for holder in people:
        if holder.country and holder.names:
            found.setdefault(_name(context, holder), holder.country)
    return found


def _outlet(context: Context, codes: list[str]) -> str | None:
    """The state whose news agency the report names as its source."""
    for mention in context.picked(OUTLET):
        if mention.get(OUTLET) in codes:
            return str(mention.get(OUTLET))
    return None


def _unsaid(context: Context, people: list[Holder], codes: list[str]) -> str | None:
    """The state a report leaves unsaid, its own: the principal one whose offices are marked least often."""
    if len(codes) < 2:
        return codes[0] if codes else None
    marked = Counter(
        holder.country
        for holder in people
        if holder.sure and holder.code != "ambassador" and holder.country in codes[:2]
    )
    first, second = marked[codes[0]], marked[codes[1]]
    if first == second:
        dateline = _dateline(context)
        return dateline if dateline in codes else codes[0]
    return codes[1] if second < first else codes[0]


def _dateline(context: Context) -> str | None:
    """The state of the city that begins one of the first lines."""
    for sentence in context.sentences[:6]:
        for mention in context.of(sentence)[:1]:
            if (
                mention.start == sentence.start
                and mention.bits & (CAPITAL | PLACE)
                and mention.end - mention.start < 20
            ):
                return state_of(mention)
    return None


def _by_place(context: Context, people: list[Holder], index: int, codes: list[str]) -> str | None:  # noqa: PLR0911
    """The state told by where the office stands: after its side, in a delegation, as a counterpart."""
    holder = people[index]
    sentence = context.sentences[context.sentence_at(holder.start)]
    earlier = [p for p in people[:index] if p.start >= sentence.start and p.country]
    side = _side(context, sentence.start, holder.start)
    if side is not None:
        return side
    last = earlier[-1] if earlier else None
    if holder.listed and last is not None:
        return last.country
    if holder.counterpart:
        known = last or next((p for p in reversed(people[:index]) if p.country in codes), None)
        return _other(codes, known.country if known else None)
    leader = _leader(context, people[:index], sentence.start, holder.start)
    if leader is not None:
        return leader
    if _with(context, holder) and last is not None:
        return _other(codes, earlier[0].country) if not _with(context, last) else last.country
    partner = next((p for p in people[index + 1 :] if p.counterpart), None)
    if (
        partner is not None
        and partner.country in codes
        and context.sentence_at(partner.start) == context.sentence_at(holder.start)
    ):
        return _other(codes, partner.country)
    return None


def _other(codes: list[str], one: str | None) -> str | None:
    """The other of two states; the second where the first is not told."""
    if len(codes) != 2:
        return None
    return codes[0] if one == codes[1] else codes[1]


def _side(context: Context, start: int, end: int) -> str | None:
    """The state of the last "on the … side" before a position."""
    mentions = context.within(start, end)
    for index in range(len(mentions) - 2, -1, -1):
        mention, follow = mentions[index], mentions[index + 1]
        if _is_side(mention) and follow.bits & (ADJECTIVE | COUNTRY) and follow.start - mention.end < 3:
            return state_of(follow)
    return None


def _is_side(mention: Mention) -> bool:
    return mention.has(RELATION, "side") or mention.has(RELATION, "behalf")


def _leader(context: Context, people: list[Holder], start: int, end: int) -> str | None:
    """The state of the person whose company or delegation an office is named in, within a sentence."""
    cue = next((m for m in reversed(context.within(start, end)) if m.has(RELATION, "suite")), None)
    if cue is None:
        return None
    named = [(context.clean.rfind(_name(context, p), start, end), p) for p in people if p.country and p.names]
    near = [(abs(at - cue.start), p.country) for at, p in named if at >= 0]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _with(context: Context, holder: Holder) -> bool:
    """Whether "with" brings in an office (or the name before it)."""
    edge = min([holder.start, *(start for start, _ in holder.names)])
    return any(m.has(RELATION, "with") and m.end <= edge for m in context.within(max(edge - 30, 0), edge))


def _one_each(context: Context, holder: Holder, codes: list[str], seats: dict[tuple[str, str], str]) -> None:
    """An office of which a state has one, held there by someone else, belongs to the other state."""
    seat = _SINGLE.get(holder.code)
    if seat is None or not holder.names or holder.country is None:
        return
    sitting = seats.get((holder.country, seat))
    if sitting is not None and sitting != _name(context, holder):
        holder.country = _other(codes, holder.country) or holder.country
