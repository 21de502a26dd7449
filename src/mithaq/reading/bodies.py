"""Bodies: ministries, agencies, administrations, companies, with their state, subjects and key."""

import re

from mithaq.languages.senses import (
    ADJECTIVE,
    BODY,
    BODY_NAME,
    COUNTRY,
    LEGAL_FORM,
    PLACE,
    PORTFOLIO,
    RELATION,
    SECTOR,
    STATE,
)  # fmt: skip
from mithaq.reading.body import Body, key
from mithaq.reading.context import Context
from mithaq.reading.extent import STOPPERS, left, plural_owners, right, subjects
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of
from mithaq.reading.wording import name_after, name_before

__all__ = ["Body", "bodies", "key"]

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_BRACKET = re.compile(r"\s?\((?=[^)]*[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2})[^()\s]{2,14}\)")
_ALONE = frozenset(("government", "central_bank"))
_BY_SUBJECT = frozenset(
    ("ministry", "committee", "agency", "government", "parliament", "central_bank", "prosecution")
)
_BACK = 160


def bodies(context: Context) -> list[Body]:
    """The bodies of a text in order, none inside another (two of a plural head share its words)."""
    found: list[Body] = []
    for index, mention in enumerate(context.mentions):
        if not mention.bits & (BODY | BODY_NAME | LEGAL_FORM):
            continue
        if found and mention.start < found[-1].end and not context.head_final:
            continue
        body = _read(context, index, mention)
        if body is None:
            continue
        while context.head_final and found and found[-1].start >= body.start:
            found.pop()
        if not found or found[-1].end <= body.start:
            found.append(body)
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
    _bracket(context, body)
    at = context.index(mention.end)
    if at < len(context.mentions):
        follow = context.mentions[at]
        if follow.bits & STATE and follow.start - mention.end <= 1 and country in (None, state_of(follow)):
            body.country = state_of(follow)
            body.end = body.stem = follow.end
    return body


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
    """An abbreviation in brackets right after a body is part of its name."""
    short = _BRACKET.match(context.clean, body.end)
    if short:
        body.end = short.end()
        body.stem = 0


# --- languages in which the head noun comes first -------------------------------------------------


def _initial(context: Context, index: int) -> Body | None:
    """A body that begins with its head noun and runs on over subjects, names and its state."""
    head = context.mentions[index]
    kind, number = head.get(BODY)
    body = Body(head.begin, head.end, kind, number)
    left(context, index, body)
    right(context, index + 1, body)
    _bracket(context, body)
    owned = body.country or body.subdivision or body.city
    if not owned and body.start == head.begin and body.end == head.end:
        return _bare(context, head, body)
    body.proper = bool(owned) or _proper(context, body, head)
    return body


def _proper(context: Context, body: Body, head: Mention) -> bool:  # noqa: ARG001
    """Whether a body without a state is named all the same: by capitals, by a quotation, or by its subject."""  # noqa: E501
    words = context.clean[body.start : body.end]
    named = not context.lexicon.traits.capitals or words[1:] != words[1:].lower() or words[0].isupper()
    return named or bool(body.portfolio and body.kind in _BY_SUBJECT)


def _bare(context: Context, head: Mention, body: Body) -> Body | None:  # noqa: ARG001
    """A head noun with nothing beside it is a body only where one word can name it."""
    return body if body.kind in _ALONE and body.number == "sg" else None


# --- languages in which the head noun comes last --------------------------------------------------


def _final(context: Context, index: int) -> Body | None:
    """A body that ends with its head noun: its state and subjects stand before it."""
    head = context.mentions[index]
    kind, number = head.get(BODY)
    body = Body(head.begin, head.end, kind, number, stem=head.stem)
    _back(context, index - 1, body)
    if body.start == head.begin:
        return body if body.kind in _ALONE or number != "sg" else None
    return body


def _back(context: Context, at: int, body: Body) -> None:
    """Run back over subjects and names to the state, or to a capitalised word that begins the name."""
    clean, mentions = context.clean, context.mentions
    floor = context.sentences[context.sentence_at(body.start)].start if context.sentences else 0
    words = list(_WORD.finditer(clean, max(floor, body.start - _BACK), body.start))
    pending = body.start
    for word in reversed(words):
        gap = clean[word.end() : pending]
        if gap.strip() not in ("", ",", "-", "»", '"'):
            break
        while at >= 0 and mentions[at].start > word.start():
            at -= 1
        mention = mentions[at] if at >= 0 and mentions[at].end > word.start() else None
        pending = word.start()
        if mention is not None and mention.bits & STOPPERS:
            break
        if mention is not None and mention.bits & (SECTOR | PORTFOLIO):
            body.portfolio[:0] = [c for c in subjects(mention) if c not in body.portfolio]
            body.start = min(mention.begin, word.start())
        elif mention is not None and mention.bits & (STATE | PLACE):
            body.country = body.country or state_of(mention)
            body.settle(mention)
            body.start = mention.begin
            if mention.bits & (COUNTRY | ADJECTIVE):
                break
        elif mention is not None and mention.has(RELATION, "and"):
            continue
        elif word[0][0].isupper() or (gap.strip() in ("»", '"')):
            body.start = word.start()
        elif mention is not None and mention.bits & BODY:
            body.start = mention.begin
        elif body.start - word.start() > 40:
            break
