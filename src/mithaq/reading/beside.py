"""Who stands beside whom in a sentence: in one list, as partners, or the one with the other."""

from itertools import pairwise

from mithaq.languages.senses import DOCUMENT, HONORIFIC, MEETING, MEETING_MARK, RELATION, STATUS
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.mention import Mention

SEATS = {
    "head_of_state": "head", "monarch": "head", "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister", "crown_prince": "crown_prince", "speaker": "speaker",
}  # fmt: skip
"""Offices of which a state has one: two people who hold one are of two states."""

_TERRITORIAL = frozenset(("governor", "mayor"))
_DEALINGS = STATUS | MEETING | DOCUMENT | MEETING_MARK
_NEAR = 40
_WITH_REACH = 12
_MARKS = " ,،;–—-()"
_COMMAS = frozenset(",،;؛")


def relate(context: Context, people: list[Holder]) -> None:
    """Tie the holders of each sentence to one another."""
    sentence: list[Holder] = []
    number = -1
    for holder in people:
        at = context.sentence_at(holder.start)
        if at != number:
            _tie(context, sentence)
            sentence, number = [], at
        if holder.names:
            sentence.append(holder)
        if holder.model is not None:
            _link(holder, holder.model, same=holder.listed)
    _tie(context, sentence)


def _tie(context: Context, sentence: list[Holder]) -> None:
    """Tie each holder of a sentence to the one before it: of the same state in a list, of two states else."""
    two_sided = len(sentence) == 2 and _two_sided(context, sentence[0])
    guests = False
    for one, next_one in pairwise(sentence):
        kind = _joint(context, one, next_one)
        if (guests and kind in ("and", "comma")) or (kind == "comma" and context.lexicon.traits.capitals):
            _link(one, next_one, same=True)
        elif kind in ("and", "comma") and (two_sided or _same_rank(one, next_one)):
            _link(one, next_one, same=False)
        elif kind == "with":
            _link(sentence[0], next_one, same=False)
        guests = kind == "with" or (guests and kind != "")
        one.next, next_one.last = next_one, one
    for holder in sentence:
        holder.leader = sentence[0]


def _same_rank(one: Holder, other: Holder) -> bool:
    """Whether two hold like offices, as the partners of a document or of talks do."""
    if one.code != other.code:
        return False
    return one.code in SEATS or one.code in _TERRITORIAL or not set(one.portfolio).isdisjoint(other.portfolio)


def _link(one: Holder, other: Holder, *, same: bool) -> None:
    one.links.append((other, same))
    other.links.append((one, same))


def _two_sided(context: Context, holder: Holder) -> bool:
    """Whether the sentence of a holder tells of a document, a meeting or talks."""
    sentence = context.sentences[context.sentence_at(holder.start)]
    for mention in context.of(sentence):
        if mention.bits & _DEALINGS or (mention.bits & RELATION and "between" in mention.values[RELATION]):
            return True
    return False


def _joint(context: Context, one: Holder, other: Holder) -> str:
    """What stands between two holders: "comma", "and", "with", or other words (empty)."""
    start, end = one.bounds[1], other.bounds[0]
    between = context.within(start, end)
    if _accompanied(context, between, other):
        return "with"
    if end <= start or end - start > _NEAR:
        return ""
    words = context.clean[start:end].strip(_MARKS)
    joined = [m for m in between if m.has(RELATION, "and")]
    small = sum(m.end - m.start + 1 for m in between if m.has(RELATION, "article") or m.bits & HONORIFIC)
    if words == "و" or (joined and len(words) <= joined[-1].end - joined[0].start + small):
        return "and"
    if len(words) > small:
        return ""
    return "comma" if set(context.clean[start:end]) & _COMMAS else ""


def _accompanied(context: Context, between: list[Mention], other: Holder) -> bool:
    """Whether "with" stands right before a holder, or is the ending of his name."""
    endings = context.lexicon.traits.with_endings
    if endings and other.names and context.clean.startswith(endings, other.names[0][1]):
        return True
    last = [m for m in between[-2:] if m.has(RELATION, "with")]
    return bool(last) and other.bounds[0] - last[-1].end <= _WITH_REACH
