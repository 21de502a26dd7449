"""Whose an office is: the names beside it, and the states told beside the names."""

from collections.abc import Callable

from mithaq.languages.senses import (
    ADJECTIVE,
    CAPITAL,
    COUNTRY,
    GIVEN_NAME,
    HONORIFIC,
    MEETING_MARK,
    OFFICE,
    PLACE,
    RELATION,
    SPEECH,
    STATUS,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.names import name_after, name_before, without_ending
from mithaq.reading.states import state_of

Span = tuple[int, int]

_COMMAS = (",", "،")
_TO_OWNER = ("", " ", ", ")
_OPENING = (",", "،", ":", "(", ";", "؛")
_CLOSING = (",", "،", "(", "–", "—", " -")
_NAMES_MOST = 12
_CLAUSE = 70
_HEADS = ("head", "deputy", "head_of_organisation")
"""Offices of a body or place that mostly follows them."""
_SHORT = 6
_CLAUSE_ENDS = STATUS | SPEECH | MEETING_MARK | OFFICE
_SENTENCE_MARKS = frozenset(",،;؛:()\n")


def find_names(context: Context, holder: Holder, position: int, used: dict[int, Holder]) -> None:
    """The names of an office's holders: right after it, before a comma and it, or after a comma.

    ``used`` are the starts of the names that have a holder, who loses his where he is but titled so.
    """
    ways = _WAYS if context.lexicon.traits.capitals else _WAYS_PLAIN
    if context.head_final and holder.inflected and holder.number == "sg":
        ways = (_before,)
    for way in ways:
        if way(context, holder, position, used):
            return


def _take(
    context: Context, holder: Holder, span: Span, used: dict[int, Holder], state: str | None = None
) -> None:
    used[span[0]] = holder
    holder.names.append((span[0], without_ending(context, *span)))
    holder.name_states.append(state)


def _after(context: Context, holder: Holder, position: int, used: dict[int, Holder]) -> bool:
    """The name right after an office; of an office of several people the names, each with its state."""
    while len(holder.names) < _NAMES_MOST:
        state, begin = _owner(context, holder, position)
        if holder.number == "sg" and not context.lexicon.traits.capitals and _joined(context, begin):
            break
        span = name_after(context, begin)
        if span is not None and _of_something(context, holder, begin) and not _two_words(context.clean, span):
            break
        if span is not None and _definite(context, holder, span):
            break
        if span is None or span[0] in used or not _is_name(context, span):
            break
        _take(context, holder, span, used)
        behind, end = _state_behind(context, span[1])
        holder.name_states[-1] = state or behind
        if holder.number == "sg":
            break
        position = _next_of_list(context, end)
        if position < 0:
            break
    if holder.number == "sg" and holder.names and not holder.sure:
        holder.of_state(holder.name_states[0])
    return bool(holder.names)


def _of_something(context: Context, holder: Holder, position: int) -> bool:
    """Whether what follows is what the office is of: after "of" or "in", and after a bare "head of"."""
    if holder.code in ("head", "deputy") and position == holder.end and context.lexicon.traits.capitals:
        return True
    at = context.index(position) - 1
    last = context.mentions[at] if at >= 0 else None
    return (
        last is not None and last.end == position and (last.has(RELATION, "of") or last.has(RELATION, "at"))
    )


def _definite(context: Context, holder: Holder, span: Span) -> bool:
    """Whether an unknown word with the article tells what the Arabic office right before it is of."""
    clean = context.clean
    if (
        context.lexicon.traits.capitals
        or clean[holder.end : span[0]].strip()
        or not clean.startswith("ال", span[0])
    ):
        return False
    at = context.index(span[0])
    mention = context.mentions[at] if at < len(context.mentions) else None
    if mention is not None and mention.start == span[0] and mention.bits & GIVEN_NAME:
        return False
    last = context.mentions[at - 1] if at else None
    noun = last is not None and last.end == holder.end and bool(last.bits & OFFICE)
    return holder.code in _HEADS or (
        noun and not clean[holder.start : holder.end].rpartition(" ")[2].startswith("ال")
    )


def _owner(context: Context, holder: Holder, position: int) -> tuple[str | None, int]:
    """The state before one of several names ("Chile's A", "and Mongolia B") and where the name begins."""
    if holder.number == "sg":
        return None, position
    at = context.index(position)
    mentions = context.mentions
    if at < len(mentions) and mentions[at].has(RELATION, "article") and mentions[at].start - position <= 3:
        at += 1
    if (
        at >= len(mentions)
        or mentions[at].start - position > 6
        or not mentions[at].bits & (COUNTRY | ADJECTIVE)
    ):
        return None, position
    end = mentions[at].end
    for mark in ("'s", "’s", "'", "’"):
        if context.clean.startswith(mark, end):
            return state_of(mentions[at]), end + len(mark)
    return state_of(mentions[at]), end


def _state_behind(context: Context, end: int) -> tuple[str | None, int]:
    """The state told right after a name ("A of Ghana", "A, of Ghana,", "A (Ghana)") and where it ends."""
    clean = context.clean
    at = context.index(end)
    near = context.mentions[at : at + 2]
    if near and near[0].bits & COUNTRY and clean[end : near[0].start] == " (":
        return state_of(near[0]), near[0].end + 1
    if (
        len(near) == 2
        and near[0].has(RELATION, "of")
        and near[1].bits & COUNTRY
        and clean[end : near[0].start] in _TO_OWNER
        and near[1].start - near[0].end <= 1
    ):
        return state_of(near[1]), near[1].end
    return None, end


def _before(context: Context, holder: Holder, _position: int, used: dict[int, Holder]) -> bool:
    """A name that a comma, a dash or a bracket parts from the office after it."""
    clean = context.clean
    start = _without_article(context, holder.start)
    low = max(start - 3, 0)
    head = clean[low:start].rstrip(" \u00a0")
    if holder.number != "sg":
        return False
    if head.endswith(_CLOSING):
        span = name_before(context, low + len(head) - 1)
    else:
        span = _of_caption(context, holder)
    if not span or not _two_words(clean, span) or not _is_name(context, span):
        return False
    earlier = used.get(span[0])
    if earlier is not None:
        if not earlier.title or earlier.sure:
            return False
        earlier.names = [name for name in earlier.names if name[0] != span[0]]
    _take(context, holder, span, used)
    return True


def _of_caption(context: Context, holder: Holder) -> Span | None:
    """The name in a caption, a line that holds nothing but somebody's name and his office."""
    sentence = context.sentences[context.sentence_at(holder.start)]
    if not context.head_final or holder.end < sentence.end - 1:
        return None
    span = name_before(context, holder.start)
    return span if span and span[0] <= sentence.start + 1 else None


def _without_article(context: Context, start: int) -> int:
    """Where an office begins with the article before it: "Kofi Mensah, the minister of trade"."""
    at = context.index(start) - 1
    before = context.mentions[at] if at >= 0 else None
    return before.start if before and before.has(RELATION, "article") and start - before.end <= 1 else start


def _directly_before(context: Context, holder: Holder, _position: int, used: dict[int, Holder]) -> bool:
    """A name with nothing between it and the office after it, as scripts without capitals have it."""
    if holder.number != "sg":
        return False
    span = name_before(context, holder.start)
    if not span or not _two_words(context.clean, span):
        return False
    earlier = next((used[start] for start in range(*span) if start in used), None)
    if earlier is None:
        _take(context, holder, span, used)
        return True
    if earlier.sure or earlier.number != "sg":
        return False
    if earlier.title and holder.code != earlier.code:
        earlier.names = [name for name in earlier.names if not span[0] <= name[0] < span[1]]
        _take(context, holder, span, used)
        return True
    _repeat(context, earlier, holder)
    return False


def _repeat(context: Context, earlier: Holder, holder: Holder) -> None:
    """An office that only repeats the one before the name, with its state: "President A, president of B"."""
    definite = context.clean[holder.start : holder.end].startswith("ال")
    if holder.sure and holder.code == earlier.code and not definite:
        earlier.of_state(holder.country)


def _after_mark(context: Context, holder: Holder, position: int, used: dict[int, Holder]) -> bool:
    """A name after a comma, colon or bracket, unless another office after it claims it."""
    clean = context.clean
    while clean[position : position + 1] in (" ", "\u00a0"):
        position += 1
    if clean[position : position + 1] not in _OPENING:
        return False
    if holder.number != "sg":
        return _after(context, holder, position + 1, used)
    span = name_after(context, position + 1)
    if (
        span is None
        or span[0] in used
        or _joined(context, position + 1)
        or not _two_words(clean, span)
        or not _is_name(context, span)
    ):
        return False
    at = context.index(span[1])
    claimed = (
        at < len(context.mentions)
        and context.mentions[at].bits & OFFICE
        and clean[span[1] : context.mentions[at].begin].strip() in _COMMAS
    )
    if claimed:
        return False
    _take(context, holder, span, used)
    return True


def _joined(context: Context, position: int) -> bool:
    """Whether the words at a position begin with an "and" written on to them."""
    at = context.index(position)
    mention = context.mentions[at] if at < len(context.mentions) else None
    return mention is not None and mention.start - position <= 1 and mention.begin > mention.start


def _after_honorific(context: Context, holder: Holder, position: int, used: dict[int, Holder]) -> bool:
    """A name after an honorific that other words of the office's clause part from it."""
    if holder.number != "sg":
        return False
    clean, mentions = context.clean, context.mentions
    for at in range(context.index(position), len(mentions)):
        mention = mentions[at]
        if mention.start >= position + _CLAUSE or mention.bits & _CLAUSE_ENDS:
            return False
        if mention.bits & HONORIFIC and not mention.bits & (OFFICE | GIVEN_NAME):
            span = None
            apart = clean[position : mention.start].rstrip(" ،,") if mention.begin == mention.start else ""
            if apart and _SENTENCE_MARKS.isdisjoint(apart):
                span = name_after(context, mention.end)
            if span is None or span[0] in used or not _two_words(clean, span):
                return False
            _take(context, holder, span, used)
            return True
    return False


def _next_of_list(context: Context, end: int) -> int:
    """Where the next name of "the presidents A and B" begins; -1 where none follows."""
    at = context.index(end)
    if at < len(context.mentions):
        mention = context.mentions[at]
        if mention.has(RELATION, "and") and mention.start - end <= 2:
            return mention.end
        if mention.bits & HONORIFIC and mention.begin > mention.start and mention.start - end <= 2:
            return mention.start
    gap = context.clean[end : end + 3]
    if gap.startswith((" و", "، و")):
        return end + gap.index("و") + 1
    if gap.startswith(_COMMAS):
        return end + 1
    return -1


def _two_words(clean: str, span: Span) -> bool:
    return " " in clean[span[0] : span[1]].strip() or "-" in clean[span[0] : span[1]]


def _is_name(context: Context, span: Span) -> bool:
    """Whether a name is more than the name of a place or an abbreviation."""
    words = context.clean[span[0] : span[1]]
    if words.isupper() and len(words) <= _SHORT and " " not in words:
        return False
    at = context.index(span[0])
    mention = context.mentions[at] if at < len(context.mentions) else None
    if mention is None or mention.start != span[0] or mention.bits & GIVEN_NAME:
        return True
    return not (mention.bits & (PLACE | CAPITAL) and mention.end >= span[1])


_Way = Callable[[Context, Holder, int, dict[int, Holder]], bool]
_WAYS: tuple[_Way, ...] = (_after, _before, _after_mark, _after_honorific)
_WAYS_PLAIN: tuple[_Way, ...] = (_before, _after, _after_mark, _directly_before, _after_honorific)
