"""Parties: which bodies of a sentence signed each of its documents."""

from mithaq.languages.senses import RELATION
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.people import Holder

_SIGNERS = frozenset(
    ("minister", "foreign_minister", "deputy_minister", "governor", "mayor", "head_of_organisation")
)


def parties(context: Context, group: list[Draft], here: list[Body], holders: list[Holder]) -> None:
    """Share the bodies of a sentence among its documents: those in a region, else those before all."""
    for index, draft in enumerate(group):
        floor = group[index - 1].end if index else 0
        before = [b for b in here if floor <= b.start and b.end <= draft.start and not context.head_final]
        if not before and index and draft.status_at == group[0].status_at:
            before = [b for b in here if b.end <= group[0].start and not context.head_final]
        draft.bodies = [b for b in here if draft.region[0] <= b.start < draft.region[1]]
        draft.bodies = _after_between(context, draft)
        if len(draft.bodies) < 2 and not draft.item:
            own = [b for b in before if b not in draft.bodies]
            if _signing_subject(context, own, draft):
                draft.bodies = own + draft.bodies
        if len(draft.bodies) == 1 and any(m.has(RELATION, "between") for m in context.within(*draft.region)):
            draft.holders = [
                h
                for h in holders
                if h.code in ("governor", "mayor")
                and not h.names
                and h.body is None
                and draft.region[0] <= h.start < draft.region[1]
            ]
        if not draft.bodies and draft.status == "signed":
            draft.holders = [
                h
                for h in holders
                if h.code in _SIGNERS
                and (h.end <= draft.start or draft.region[0] <= h.start < draft.region[1])
            ]
            draft.holders = list({h.start: h for h in reversed(draft.holders)}.values())[::-1]
            if len(draft.holders) < 2 and not context.head_final:
                draft.holders = (
                    draft.holders if draft.holders and draft.region[0] <= draft.holders[0].start else []
                )


def _after_between(context: Context, draft: Draft) -> list[Body]:
    """Where "between" stands in the region, the parties are the bodies after it (before it, head-final)."""
    cue = next((m for m in context.within(*draft.region) if m.has(RELATION, "between")), None)
    if cue is None:
        return draft.bodies
    if context.head_final:
        return [b for b in draft.bodies if b.start < cue.start] or draft.bodies
    return [b for b in draft.bodies if b.start >= cue.end] or draft.bodies


def _signing_subject(context: Context, own: list[Body], draft: Draft) -> bool:
    """Whether bodies before a document are the subject of its signing."""
    if not own or draft.status_at is None:
        return False
    if draft.status != "signed" or draft.status_at[0] >= draft.start:
        return False
    verb_first = not context.lexicon.traits.capitals
    return own[-1].end <= draft.status_at[0] + 2 or (verb_first and own[-1].end <= draft.start)
