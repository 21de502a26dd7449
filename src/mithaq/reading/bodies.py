"""Bodies: ministries, agencies, administrations, companies, with their state, subjects and key."""

import re

from mithaq.languages.endings import definite
from mithaq.languages.senses import (
    BODY,
    BODY_NAME,
    COUNTRY,
    LEGAL_FORM,
    PORTFOLIO,
    SECTOR,
    STATE,
)  # fmt: skip
from mithaq.reading.body import Body, administration, key
from mithaq.reading.context import Context
from mithaq.reading.extent import STOPPERS, left, plural_owners, right
from mithaq.reading.final_extent import back
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of
from mithaq.reading.wording import name_after, name_before

__all__ = ["Body", "bodies", "key"]

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_BRACKET = re.compile(r"\s?\((?=[^)]*[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2})[^()\s]{2,14}\)")
_ALONE = frozenset(("government", "central_bank"))
_TERRITORIES = frozenset(("region", "city"))
_HEADS = BODY | BODY_NAME | LEGAL_FORM
_WORDS = 2
_FORM = 30


def bodies(context: Context) -> list[Body]:
    """The bodies of a text in order, none inside another (two of a plural head share its words)."""
    found: list[Body] = []
    final = context.head_final
    for index in context.places(_HEADS):
        mention = context.mentions[index]
        if found and mention.start < found[-1].end and not final:
            continue
        body = _read(context, index, mention)
        if body is None:
            continue
        while final and found and found[-1].start >= body.start:
            found.pop()
        if not found or found[-1].end <= body.start:
            found.append(body)
            if body.number != "sg":
                found.extend(plural_owners(context, body))
    return found


def _read(context: Context, index: int, mention: Mention) -> Body | None:
    if mention.bits & BODY_NAME:
        return _by_name(context, mention)
    if mention.bits & BODY and not mention.bits & STOPPERS:
        return _final(context, index) if context.head_final else _initial(context, index)
    return _by_form(context, mention) if mention.bits & LEGAL_FORM else None


def _by_name(context: Context, mention: Mention) -> Body:
    """A well-known body: its entry tells state or subdivision, kind, and portfolio or city."""
    parts = str(mention.get(BODY_NAME)).split("/")
    where = parts.pop(0) if parts[0][:2].isupper() else ""
    country = where.partition("-")[0] or None
    body = Body(
        mention.begin, mention.end, parts[0] if parts else "organisation", "sg", country=country, named=True
    )
    body.stem = mention.stem
    body.subdivision = where if "-" in where else None
    if body.kind in ("city_administration", "city"):
        body.city = parts[1] if len(parts) > 1 else None
    else:
        body.portfolio = parts[1].split("+") if len(parts) > 1 else []
    _form_and_state(context, body)
    _bracket(context, body)
    if context.head_final and body.country is None:
        _state_before(context, body)
    return body


def _state_before(context: Context, body: Body) -> None:
    """The state right before a well-known body where owners come first: "ҚР ТЖМ"."""
    at = context.index(body.start) - 1
    if at >= 0 and context.mentions[at].bits & COUNTRY and body.start - context.mentions[at].end == 1:
        body.country, body.start = state_of(context.mentions[at]), context.mentions[at].begin


def _form_and_state(context: Context, body: Body) -> None:
    """What goes on with a well-known name: its legal form (up to a word before it) and its state."""
    at = context.index(body.end)
    for passed, follow in enumerate(context.mentions[at : at + _WORDS + 1]):
        gap = context.clean[body.end : follow.start].strip(' ,»”"')
        company = follow.has(LEGAL_FORM, "after") or (
            follow.bits & BODY and follow.get(BODY)[0] == "company" and context.lexicon.traits.capitals
        )
        if (gap and not gap[0].isupper()) or len(gap) > _FORM:
            return
        if company and follow.start - body.end < _FORM and "," not in context.clean[body.end : follow.start]:
            body.end, body.stem = follow.end, follow.stem
        elif (
            not gap
            and not passed
            and follow.bits & STATE
            and state_of(follow) == (body.country or state_of(follow))
        ):
            body.country = state_of(follow)
            body.end = body.stem = follow.end
            return
        elif not follow.bits & (SECTOR | PORTFOLIO):
            return


def _by_form(context: Context, mention: Mention) -> Body | None:
    """A company told by its legal form: the quoted or capitalised name beside it."""
    clean = context.clean
    if mention.has(LEGAL_FORM, "before"):
        end = name_after(clean, mention.end, context.lexicon.traits.capitals)
        if end > mention.end:
            return Body(mention.begin, end, "company", "sg", named=True)
    if mention.has(LEGAL_FORM, "after"):
        start = name_before(clean, mention.start)
        if start < mention.start:
            return Body(start, mention.end, "company", "sg", named=True, stem=mention.stem)
    return None


def _bracket(context: Context, body: Body) -> None:
    """An abbreviation in brackets right after a body is part of its name; a state there is its own."""
    short = _BRACKET.match(context.clean, body.end) if "(" in context.clean[body.end : body.end + 2] else None
    if short:
        body.end = short.end()
        body.stem = 0
    elif body.country is None and context.clean.startswith(" (", body.end):
        at = context.index(body.end)
        if at < len(context.mentions) and context.mentions[at].start == body.end + 2:
            body.country = state_of(context.mentions[at])


# --- languages in which the head noun comes first -------------------------------------------------


def _initial(context: Context, index: int) -> Body | None:
    """A body that begins with its head noun and runs on over subjects, names and its state."""
    head = context.mentions[index]
    kind, number = head.get(BODY)
    if number == "du" and _nisba(context, head):
        return None
    body = Body(head.begin, head.end, kind, number)
    administration(head.values[BODY], body)
    left(context, index, body)
    right(context, index + 1, body)
    _bracket(context, body)
    owned = body.country or body.subdivision or body.city
    if not owned and ((body.start == head.begin and body.end == head.end) or body.kind in _TERRITORIES):
        return _bare(body)
    return body


def _nisba(context: Context, head: Mention) -> bool:
    """Whether what looks like an Arabic dual in construct is an adjective: it has the article."""
    return definite(context.clean[head.begin : head.end]) and context.clean[head.end - 1] == "ي"


def _bare(body: Body) -> Body | None:
    """A head noun with nothing beside it is a body only where one word can name it."""
    return body if body.kind in _ALONE and (body.number == "sg" or body.kind == "central_bank") else None


# --- languages in which the head noun comes last --------------------------------------------------


def _final(context: Context, index: int) -> Body | None:
    """A body that ends with its head noun: its state and subjects stand before it."""
    head = context.mentions[index]
    kind, number = head.get(BODY)
    body = Body(head.begin, head.end, kind, number, stem=head.stem)
    administration(head.values[BODY], body)
    back(context, index - 1, body)
    if body.start == head.begin:
        return body if body.kind in _ALONE or number != "sg" else None
    return body
