"""Fate: what became of a document, told by its clause, its list, or the documents before it."""

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    DOCUMENT,
    GIVEN_NAME,
    NOT_NAME,
    OFFICE,
    ORDINAL,
    RELATION,
    SECTOR,
    STATE,
    STATUS,
)
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.layout import Sentence
from mithaq.reading.listing import Listing
from mithaq.reading.mention import Mention

_WEAK = frozenset(("planned", "negotiating", "void"))
_BARRIERS = ";؛"
_FAR = 25
_BESIDE = 12
"""How near a verb stands that signs even what is called a draft."""
_CLOSE = 30
_REACH = 60
_SUBJECTS = STATE | BODY | OFFICE
_ACTORS = ADJECTIVE | STATE | OFFICE | GIVEN_NAME
_MODIFIERS = ADJECTIVE | SECTOR | RELATION | ORDINAL
"""What may stand between "within" and the document it makes background."""


def marks_of(context: Context, sentence: Sentence) -> list[Mention]:
    """The verbs of signing of a sentence; of two that stand together the first tells ("plan to sign")."""
    found: list[Mention] = []
    for index in context.among(STATUS, sentence):
        mention = context.mentions[index]
        weak = found and not context.head_final and found[-1].get(STATUS) in _WEAK
        if weak and (mention.start - found[-1].end <= 3 or _object_of(context, found[-1], mention)):
            continue
        found.append(mention)
    return found


def _object_of(context: Context, verb: Mention, noun: Mention) -> bool:
    """Whether only the subject stands between a verb and what it plans: "تعتزم مصر والسودان توقيع …"."""
    if context.lexicon.traits.capitals or noun.begin > noun.start or noun.start - verb.end > _REACH:
        return False
    if verb.get(STATUS) == "void" or any(mark in context.clean[verb.end : noun.start] for mark in ",،:;؛.\n"):
        return False
    between = context.within(verb.end, noun.start)
    return all(
        m.bits & _ACTORS or not m.bits & ~NOT_NAME or m.has(RELATION, "parties") or m.has(RELATION, "with")
        for m in between
    )


def decide(
    context: Context,
    sentence: Sentence,
    heads: list[Draft],
    marks: list[Mention],
    listing: Listing,
    told: list[Draft],
) -> None:
    """Give every document of a sentence its status where something tells it."""
    for index, draft in enumerate(heads):
        limit = heads[index + 1].start if index + 1 < len(heads) else sentence.end
        draft.background = _is_background(context, draft)
        listed = listing.holds(sentence) and listing.status is not None
        if draft.background or listed:
            own = _modifier(context, draft, marks, limit)
        else:
            own = _own(context, draft, marks, limit)
        if own is not None:
            _take(draft, str(own.get(STATUS)), (own.start, own.end))
        elif draft.background:
            continue
        elif listed:
            draft.status, draft.status_at = listing.status, listing.status_at
        elif index and heads[index - 1].status:
            draft.status, draft.status_at = heads[index - 1].status, heads[index - 1].status_at
        elif told:
            _carry_over(context, draft, told[-1])


def _modifier(context: Context, draft: Draft, marks: list[Mention], limit: int) -> Mention | None:
    """The verb close by that says what a document is: "under the agreement signed in 2019"."""
    found = next((m for m in marks if draft.end <= m.start < min(limit, draft.end + _CLOSE)), None)
    if found is None or ":" in context.clean[draft.end : found.start]:
        return None
    turns = any(m.bits & _SUBJECTS for m in context.within(draft.end, found.start))
    return None if turns and draft.background else found


def _take(draft: Draft, status: str, where: tuple[int, int]) -> None:
    draft.void = status == "void"
    draft.status = None if draft.void else status
    draft.status_at = where
    draft.own = True


def _is_background(context: Context, draft: Draft) -> bool:
    """Whether a document is only what something else is done under: "within the framework of the treaty"."""
    mentions = context.mentions
    if context.head_final:
        after = context.within(draft.end, draft.end + 3)[:1]
        return bool(after) and after[0].has(RELATION, "within")
    at = draft.at - 1
    while at >= 0 and mentions[at].start >= draft.start:
        at -= 1
    while at >= 0 and draft.start - mentions[at].start <= _FAR + 30:
        mention = mentions[at]
        if mention.bits & RELATION and "within" in mention.values[RELATION]:
            return draft.start - mention.end < _FAR
        if not mention.bits & _MODIFIERS:
            return False
        at -= 1
    return False


def _carry_over(context: Context, draft: Draft, last: Draft) -> None:
    """The status of the document before holds on in the next sentences where more documents are told."""
    if not last.status:
        return
    near = draft.sentence - last.sentence <= 2
    if draft.elided or (near and (draft.titled or draft.item) and draft.count and tells(context, draft)):
        draft.status, draft.status_at = last.status, last.status_at


def tells(context: Context, draft: Draft) -> bool:
    """Whether the region says what the document is about or between whom it is."""
    return any(
        m.bits & (SECTOR | STATE) or m.has(RELATION, "between")
        for m in context.within(*draft.region)
        if m.start != draft.start
    )


def _own(context: Context, draft: Draft, marks: list[Mention], limit: int) -> Mention | None:
    """What the noun says itself ("draft treaty"), else the verb of its clause, as a language orders them."""
    own = before = after = None
    for mark in marks:
        if draft.start <= mark.start < draft.end:
            own = mark
        elif mark.start < draft.start:
            before = mark
        elif mark.start >= draft.end and (after is None or (mark.start < limit and _stands(after, mark))):
            after = mark
    if own is not None and (before is None or draft.start - before.end >= _BESIDE):
        return own
    if before is None or after is None:
        return before or after or next(iter(marks), None)
    if context.head_final:
        return after
    if any(barrier in context.clean[before.end : draft.start] for barrier in _BARRIERS):
        return after
    if limit - after.end <= 2 and any(m.bits & DOCUMENT for m in context.within(limit, limit + 1)):
        return before
    near = after.start - draft.end
    valid = before.get(STATUS) == "signed" and after.get(STATUS) == "in_force" and near < _REACH
    close = near < _CLOSE and near < draft.start - before.end
    return after if (close or valid) and after.start < limit else before


def _stands(signed: Mention, later: Mention) -> bool:
    """Whether a document that was signed is said to be valid later on."""
    return bool(signed.get(STATUS) == "signed" and later.get(STATUS) == "in_force")
