"""People: everyone named with an office, with the state they hold it for."""

from dataclasses import dataclass, field

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
from mithaq.reading.mention import Mention
from mithaq.reading.names import name_after, name_before, without_ending
from mithaq.reading.plain_names import portfolio
from mithaq.reading.states import state_of

_ORGANISED = frozenset(
    ("agency", "committee", "council", "commission", "central_bank", "bank", "fund", "company", "chamber",
     "university", "institute", "museum", "media", "union", "organisation", "party", "court", "prosecution", "embassy")  # noqa: E501
)  # fmt: skip


_OF_PORTFOLIO = frozenset(("minister", "deputy_minister", "foreign_minister"))
"""Offices whose subjects follow them."""


@dataclass(slots=True)
class Holder:
    """An office in the clean text, with its holder's name where one is given."""

    start: int
    end: int
    code: str
    number: str
    country: str | None = None
    body: Body | None = None
    portfolio: list[str] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)
    counterpart: bool = False
    former: bool = False
    region: str | None = None
    sure: bool = False
    listed: bool = False


def holders(context: Context, found_bodies: list[Body]) -> list[Holder]:
    """The offices of a text in order, each with the state, body and names that go with it."""
    by_start = {body.start: body for body in found_bodies}
    found: list[Holder] = []
    mentions = context.mentions
    taken = 0
    used: set[int] = set()
    for index, mention in enumerate(mentions):
        if mention.start < taken or not mention.bits & OFFICE or mention.bits & GIVEN_NAME:
            continue
        holder = _office(context, index)
        _before(context, index, holder, found_bodies)
        at, position = _after(context, index + 1, holder, by_start)  # noqa: RUF059
        _name(context, holder, position, used)
        _resolve(holder)
        taken = max(position, mention.end)
        found.append(holder)
    return found


def _office(context: Context, index: int) -> Holder:
    """The bare office: its code with the marks before it (deputy, former)."""
    mention = context.mentions[index]
    codes = mention.values[OFFICE]
    code, number = codes[0]
    for other, its_number in codes:
        if other not in ("head", "deputy"):
            code, number = other, its_number
            break
    holder = Holder(mention.begin, mention.end, code, number)
    if (
        index
        and context.mentions[index - 1].bits & OFFICE_MARK
        and mention.start - context.mentions[index - 1].end <= 2
    ):
        mark = context.mentions[index - 1]
        holder.start = mark.begin
        if mark.has(OFFICE_MARK, "deputy"):
            holder.code = {"minister": "deputy_minister", "foreign_minister": "deputy_minister",
                           "head_of_government": "deputy_head_of_government"}.get(code, "other")  # fmt: skip
        holder.former = mark.has(OFFICE_MARK, "former")
    return holder


def _before(context: Context, index: int, holder: Holder, found_bodies: list[Body]) -> None:  # noqa: ARG001
    """States, subjects and bodies written before an office: "Egypt's foreign minister", "министрлік басшысы"."""  # noqa: E501
    mentions = context.mentions
    position = holder.start
    at = context.index(holder.start) - 1
    passed = 0
    while at >= 0 and passed < 7:
        mention = mentions[at]
        gap = context.clean[mention.end : position].strip()
        if gap not in ("", "s", "'s", "’s", "'", "’", "-", "–") and not (
            context.head_final and gap in (",",)
        ):
            break
        if (
            mention.bits & COUNTRY
            and not context.head_final
            and gap in ("",)
            and context.lexicon.traits.code in ("ru", "ar")
        ):
            break
        if mention.bits & RELATION and mention.has(RELATION, "counterpart"):
            holder.counterpart = True
        elif mention.bits & STATE and (context.lexicon.traits.capitals or mention.bits & ADJECTIVE):
            holder.country = holder.country or state_of(mention)
            holder.sure = True
            holder.start = mention.begin
            if context.head_final or mention.bits & COUNTRY:
                break
        elif mention.bits & (SECTOR | PORTFOLIO):
            holder.portfolio += [
                str(c) for c in mention.values[PORTFOLIO if mention.bits & PORTFOLIO else SECTOR][:1]
            ]
            holder.start = mention.begin
        elif context.head_final and mention.bits & (BODY | BODY_NAME | PLACE):
            body = next((b for b in reversed(found_bodies) if b.start <= mention.start < b.end), None)
            if body is None:
                break
            holder.body = body
            holder.country = holder.country or body.country
            holder.start = body.start
            break
        elif not (context.head_final and mention.has(RELATION, "and")):
            break
        position = mention.start
        at -= 1
        passed += 1


def _after(context: Context, at: int, holder: Holder, by_start: dict[int, Body]) -> tuple[int, int]:
    """What follows an office before the name: portfolio, state, body, another office. Returns where the name may be."""  # noqa: E501
    mentions = context.mentions
    position = first = holder.end
    plain = not context.lexicon.traits.capitals
    construct = plain and not context.clean[holder.start : holder.end].startswith("ال")
    while at < len(mentions):
        mention = mentions[at]
        if plain and holder.code in _OF_PORTFOLIO and position <= mention.begin:
            further = portfolio(context, position, construct and position == first)
            if further > position:
                holder.portfolio += _codes(context, position, further)
                position = holder.end = further
                at = context.index(further)
                continue
        gap = context.clean[position : mention.start].strip()
        if (
            gap
            and gap not in ("–", "-", "—", "s", "’s", "'s")
            and not (gap == "," and mention.bits & (SECTOR | PORTFOLIO) and holder.portfolio)
        ):
            break
        if mention.has(RELATION, "article"):
            position, at = mention.end, at + 1
            continue
        body = by_start.get(mention.begin)
        if body is not None and not (context.head_final and mention.bits & OFFICE):
            if holder.body is None:
                holder.body = body
                holder.country = holder.country or body.country
            position = holder.end = body.end
            at = max(context.index(body.end), at + 1)
            continue
        if not _attach(mentions, at, holder):
            break
        position = mention.end
        holder.end = max(holder.end, mention.end) if not mention.bits & HONORIFIC else holder.end
        at += 1
    return at, position


def _attach(mentions: list[Mention], at: int, holder: Holder) -> bool:  # noqa: PLR0911
    """Take a state, place, subject or small word into an office; False where the office ends before it."""
    mention = mentions[at]
    if mention.bits & RELATION:
        if mention.has(RELATION, "counterpart"):
            holder.counterpart = True
        elif not any(mention.has(RELATION, tie) for tie in _TIES):
            return False
        return not mention.has(RELATION, "and") or _goes_on(mentions, at + 1, mention.end)
    if mention.bits & STATE:
        if _accredited(mentions, at, holder):
            return True
        code = state_of(mention)
        if holder.country is not None and holder.country != code:
            return False
        holder.country = code
        holder.sure = True
    elif mention.bits & PLACE:
        holder.country = holder.country or state_of(mention)
        holder.region = str(mention.get(PLACE)).split(":")[0]
    elif mention.bits & (SECTOR | PORTFOLIO):
        bit = PORTFOLIO if mention.bits & PORTFOLIO else SECTOR
        holder.portfolio.append(str(mention.get(bit)))
    elif mention.bits & (OFFICE | OFFICE_MARK):
        return not mention.bits & GIVEN_NAME
    else:
        return bool(mention.bits & (HONORIFIC | BODY))
    return True


def _accredited(mentions: list[Mention], at: int, holder: Holder) -> bool:
    """Whether a state is where an envoy is sent, not where he comes from: after "to" or "in"."""
    if holder.code not in ("ambassador", "envoy") or mentions[at].bits & ADJECTIVE:
        return False
    return mentions[at - 1].has(RELATION, "at") and mentions[at].start - mentions[at - 1].end <= 2


_TIES = ("of", "and", "state", "on", "subnational", "under")


def _codes(context: Context, start: int, end: int) -> list[str]:
    """The portfolio or sector codes told in a span."""
    return [
        str(c)
        for m in context.within(start, end)
        for bit in (PORTFOLIO, SECTOR)
        if m.bits & bit
        for c in m.values[bit][:1]
    ]


def _goes_on(mentions: list[Mention], at: int, end: int) -> bool:
    """Whether another subject or office follows "and" (and an article) at once."""
    if at < len(mentions) and mentions[at].has(RELATION, "article") and mentions[at].begin - end <= 2:
        at, end = at + 1, mentions[at].end
    return (
        at < len(mentions)
        and mentions[at].begin - end <= 2
        and bool(mentions[at].bits & (SECTOR | PORTFOLIO | OFFICE | OFFICE_MARK))
    )


def _name(context: Context, holder: Holder, position: int, used: set[int]) -> None:
    """The holder's name: before a comma and the office, right after the office, after a comma, or right before."""  # noqa: E501
    if _named_before(context, holder, used):
        return
    while True:
        span = name_after(context, position)
        if span is None and not holder.names:
            span = _after_mark(context, holder, position)
        if span is None or span[0] in used:
            break
        used.add(span[0])
        holder.names.append((span[0], without_ending(context, *span)))
        if holder.number == "sg":
            return
        position = _next_of_list(context, span[1])
        if position < 0:
            return
    if not holder.names and not context.lexicon.traits.capitals and holder.number == "sg":
        _directly_before(context, holder, used)


def _named_before(context: Context, holder: Holder, used: set[int]) -> bool:
    """A name that a comma, a dash or a bracket parts from the office after it."""
    head = context.clean[max(holder.start - 3, 0) : holder.start]
    if not head.rstrip().endswith((",", "،", "(", "–", "—")):
        return False
    edge = max(holder.start - 3, 0) + len(head.rstrip()) - 1
    span = name_before(context, edge)
    if not span or span[0] in used or not _two_words(context.clean, span):
        return False
    used.add(span[0])
    holder.names.append(span)
    return True


def _directly_before(context: Context, holder: Holder, used: set[int]) -> None:
    """A name with nothing between it and the office after it, as scripts without capitals have it."""
    span = name_before(context, holder.start)
    if (
        span
        and span[0] not in used
        and _two_words(context.clean, span)
        and not any(span[0] <= start < span[1] for start in used)
    ):
        used.add(span[0])
        holder.names.append(span)


def _after_mark(context: Context, holder: Holder, position: int) -> tuple[int, int] | None:  # noqa: ARG001
    """A name after a comma, colon or bracket, unless another office after it claims it."""
    comma = context.clean[position : position + 3].strip()
    if not comma or comma[0] not in (",", "،", ":", "("):
        return None
    span = name_after(context, position + context.clean[position : position + 3].index(comma[0]) + 1)
    if span is None or not _two_words(context.clean, span):
        return None
    at = context.index(span[1])
    claimed = (
        at < len(context.mentions)
        and context.mentions[at].bits & OFFICE
        and context.clean[span[1] : context.mentions[at].begin].strip() in (",", "،")
    )
    return None if claimed and not context.lexicon.traits.capitals else span


def _next_of_list(context: Context, end: int) -> int:
    """Where the next name of "the presidents A and B" begins; -1 where none follows."""
    at = context.index(end)
    if at < len(context.mentions):
        mention = context.mentions[at]
        if mention.has(RELATION, "and") and mention.start - end <= 2:
            return mention.end
    gap = context.clean[end : end + 3]
    if gap.startswith((" و", "، و")):
        return end + gap.index("و") + 1
    if gap.startswith((",", "،")):
        return end + 1
    return -1


def _two_words(clean: str, span: tuple[int, int]) -> bool:
    return " " in clean[span[0] : span[1]].strip() or "-" in clean[span[0] : span[1]]


def _resolve(holder: Holder) -> None:
    """The code of an open office ("head of …"), told by what it is the head of."""
    kind = holder.body.kind if holder.body else ""
    portfolio = holder.portfolio + (holder.body.portfolio if holder.body else [])
    code = holder.code
    if code in ("head", "deputy"):
        holder.code = _head_of(kind, portfolio, holder, code == "deputy")
    elif code in ("head_of_state", "head_of_government") and kind in _ORGANISED:
        holder.code = "head_of_organisation"
    elif code == "minister" and ("foreign_affairs" in portfolio or portfolio == ["diplomacy"]):
        holder.code = "foreign_minister"


def _head_of(kind: str, portfolio: list[str], holder: Holder, deputy: bool) -> str:  # noqa: PLR0911
    if kind == "ministry":
        if deputy:
            return "deputy_minister"
        return "foreign_minister" if "foreign_affairs" in portfolio else "minister"
    if kind == "government":
        return "deputy_head_of_government" if deputy else "head_of_government"
    if deputy:
        return "other"
    if kind in ("region_administration", "region"):
        return "governor"
    if kind in ("city_administration", "city"):
        return "mayor"
    if kind == "parliament":
        return "speaker"
    if not kind and holder.region:
        return "governor" if holder.region == "region" else "mayor"
    return "head_of_organisation" if kind else "other"
