"""Signers: which bodies can be a party, and which offices stand for their body."""

from mithaq.reading.body import Body
from mithaq.reading.chains import Actor
from mithaq.reading.context import Context
from mithaq.reading.people import Holder

_SIGNERS = frozenset(
    ("minister", "foreign_minister", "deputy_minister", "governor", "mayor", "head_of_organisation")
)
ENVOYS = frozenset(("ambassador", "envoy", "deputy_head_of_government", "other"))
"""Offices that sign beside a minister; beside a body they only stand by."""
_NEVER = frozenset(("commission", "embassy", "party"))
_MANY = frozenset(
    ("government", "company", "university", "institute", "bank", "organisation", "fund", "museum", "chamber",
     "region", "city")
)  # fmt: skip
"""Kinds of which a bare plural says nothing: "companies of the two countries"."""


def can_sign(actor: Actor, regional: bool) -> bool:
    """Whether a body can be a party: one of its own, no bare plural, no commission."""
    body = actor.body
    if body is None or body.kind in _NEVER:
        return False
    if actor.weak:
        return regional
    if body.number != "sg" and body.kind == "government":
        return False
    if body.number != "sg" and body.country is None:
        return body.kind not in _MANY and (bool(body.portfolio) or body.kind != "agency")
    return True


def in_place(context: Context, body: Body) -> bool:
    """Whether the case of a body makes it a place: signed in the city, at the ministry."""
    ending = context.clean[body.name_end : body.end]
    return bool(ending) and ending in context.lexicon.traits.place_endings


def stands(holder: Holder) -> bool:
    """Whether an office stands for its body."""
    if holder.counterpart or holder.former:
        return False
    if holder.code == "other":
        return bool(holder.country or holder.portfolio)
    return holder.code in _SIGNERS | ENVOYS
