"""Sums of money: value, currency and how exact they are."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mithaq.languages.senses import (
    AMOUNT,
    AMOUNT_MARK,
    CURRENCY,
    CURRENCY_GROUP,
    FRACTION,
    NOT_NAME,
    NUMBER,
    PERIOD,
    QUALIFIER,
    RELATION,
    SCALE,
    STATE,
)  # fmt: skip
from mithaq.lists import currencies, currency_signs, state_currencies
from mithaq.reading.context import Context
from mithaq.reading.dates import is_year
from mithaq.reading.layout import FURNITURE_LINE, ITEM
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.numbers import Quantity, quantity

_STARTS = DIGITS | NUMBER | FRACTION | SCALE
_JOINS = PERIOD | QUALIFIER | CURRENCY | CURRENCY_GROUP
_GRAMMAR = NOT_NAME | RELATION | AMOUNT | AMOUNT_MARK | PERIOD | QUALIFIER
_PRICED = CURRENCY | CURRENCY_GROUP
_HINTS = _PRICED | SCALE
_NEAR = 7
_MARKS = "$" + "".join(currency_signs().signs)
_DASHES = " \u00a0-–—−‒,"
# Below this a sum is a price or a fee, and a bare number that small is seldom money at all.
_LEAST = 1000


@dataclass(slots=True)
class Sum:
    """A sum of money in the clean text."""

    start: int
    end: int
    value: float
    currency: str
    qualifier: str = "exact"
    about: str = "other"
    by: str | None = None
    cues: tuple[tuple[int, int], ...] = ()


def sums(context: Context, states: list[str]) -> list[Sum]:
    """The sums of a text in order; conversions, rates and prices are left out."""
    found: list[Sum] = []
    measures = list(_quantities(context))
    home = _home_dollar(context, states)
    for place, measure in enumerate(measures):
        follow = measures[place + 1] if place + 1 < len(measures) else None
        money = _priced(context, measure, follow, states)
        if money is None:
            money = _elided(context, measure, found)
        if money is not None:
            if home and _bare_dollar(context.clean[money.start : measure.start]):
                money.currency = home
            found.append(money)
    return _worth_telling(context, found)


def _home_dollar(context: Context, states: list[str]) -> str:
    """What a bare "$" is where the press of one of the states writes its own dollar so; empty elsewhere."""
    home = currency_signs().home.get(context.lexicon.traits.code, ())
    own = next((code for state in states[:2] if (code := state_currencies().get(state)) in home), None)
    if own is None or any(m.has(CURRENCY, "USD") for m in context.picked(CURRENCY)):
        return ""
    return "" if "US$" in context.clean else own


def _bare_dollar(before: str) -> bool:
    """Whether the words of a sum before its number end in a dollar sign without letters."""
    sign = before.rstrip()
    return sign.endswith("$") and not sign[-2:-1].isalpha()


def _quantities(context: Context) -> Iterator[Quantity]:
    """The numbers, with their scale, that may be money; page furniture is left out."""
    behind = 0
    for index in context.places(_STARTS):
        if index >= behind and _hinted(context, index) and _in_text(context, index):
            measure = quantity(context.clean, context.mentions, index, context.lexicon)
            if measure is not None:
                yield measure
                behind = max(measure.after, index + 1)


def _in_text(context: Context, index: int) -> bool:
    """Whether a mention stands in a sentence, not in page furniture or the number of a line."""
    sentence = context.sentences[context.sentence_at(context.starts[index])]
    return sentence.first <= index < sentence.last and sentence.kind != FURNITURE_LINE


def _hinted(context: Context, index: int) -> bool:
    """Whether a currency or a scale is named near a number, or a sign or letters stand beside it."""
    clean, items, hints = context.clean, context.mentions, context.places(_HINTS)
    follow = bisect_left(hints, index)
    if follow < len(hints) and hints[follow] < index + _NEAR:
        return True
    if index and items[index - 1].bits & CURRENCY:
        return True
    start, end = items[index].start, items[index].end
    before = clean[max(start - 2, 0) : start].rstrip(" \u00a0(.")[-1:]
    if before and ((before.isascii() and before.isalpha()) or before in _MARKS):
        return True
    after = clean[end : end + 2]
    sign = after.lstrip(" \u00a0")[:1]
    return after[:1].isalpha() or (sign != "" and sign in _MARKS)


def _priced(context: Context, measure: Quantity, follow: Quantity | None, states: list[str]) -> Sum | None:
    """The quantity as a sum, where a currency stands beside it, or beside the next one tied to it."""
    currency, start, end = _currency(context, measure, states)
    if not currency and follow is not None and _shares(context, measure, follow):
        shared = _scaled_like(measure, follow)
        currency = _currency(context, follow, states)[0] if shared else ""
        measure = shared or measure
    if not currency:
        return None
    qualifier, start = _qualifier(context, start, end)
    return Sum(start, end, measure.value, currency, qualifier)


def _shares(context: Context, measure: Quantity, follow: Quantity) -> bool:
    """Whether a number leaves its unit to the next one; "between the two, $5 bn" does not."""
    clean = context.clean
    figures = clean[measure.start].isdigit()
    return (figures or "," not in clean[measure.end : follow.start]) and tied(context, measure.end, follow)


def _scaled_like(measure: Quantity, follow: Quantity) -> Quantity | None:
    """The first of two tied quantities with the unit it leaves to the second: "57 and 50 million"."""
    if measure.scaled:
        return measure
    if follow.scale == 1 or measure.value >= _LEAST:
        return None
    value = round(measure.value * follow.scale, 2)
    return replace(measure, value=int(value) if value == int(value) else value, scale=follow.scale)


def tied(context: Context, end: int, follow: Quantity | Sum) -> bool:
    """Whether a quantity goes on in the next one: with a dash, or words that only tie ("to", "and")."""
    if not 0 <= follow.start - end < 26:
        return False
    at = end
    for mention in context.within(end, follow.start):
        joins = mention.bits & _JOINS or mention.has(RELATION, "and")
        if not joins or context.clean[at : mention.begin].strip(_DASHES):
            return False
        at = mention.end
    # Arabic writes "and" on to the number, Kazakh its case ending behind a hyphen
    return len(context.clean[at : follow.start].strip(_DASHES)) <= (3 if context.head_final else 1)


_BEFORE_FIGURES = frozenset(("", " ", "\u00a0", ") "))
"""What stands between a currency and its figures: "EUR 5", "the riyal (SR) 75"."""


def _currency(context: Context, measure: Quantity, states: list[str]) -> tuple[str, int, int]:
    """The currency of a quantity and the bounds of the sum with it."""
    code, start = _sign_before(context.clean, measure.start)
    if code:
        return code, start, measure.end
    code, end = _sign_after(context.clean, measure.end)
    if code:
        return code, measure.start, end
    if measure.scale == 1 and is_year(context.mentions[measure.after - 1]):
        return "", measure.start, measure.end
    code, end = _name_after(context, measure, states)
    if code:
        return code, measure.start, end
    at = context.index(measure.start) - 1
    before = context.mentions[at] if at >= 0 else None
    gap = context.clean[before.end : measure.start] if before is not None else ""
    if before is not None and before.bits & CURRENCY and gap in _BEFORE_FIGURES:
        return before.get(CURRENCY), before.start, measure.end
    return "", measure.start, measure.end


def _sign_before(clean: str, start: int) -> tuple[str, int]:
    """The currency written before a number: "$", "A$", "€", "Rs", "R50bn"."""
    at = start - 1
    while at >= 0 and clean[at] in " \u00a0()" and start - at < 3:
        at -= 1
    if at < 0:
        return "", start
    table = currency_signs()
    if clean[at] in table.signs:
        return table.signs[clean[at]], at
    dollar = clean[at] == "$"
    if not dollar and not (clean[at].isascii() and clean[at].isalpha()):
        return "", start
    first = at if dollar else at + 1
    while first > 0 and at - first < 3 and clean[first - 1].isascii() and clean[first - 1].isalpha():
        first -= 1
    if first > 0 and clean[first - 1].isalnum():
        return ("USD", at) if dollar else ("", start)
    if dollar:
        return table.dollars.get(clean[first:at], "USD"), first
    code = table.letters.get(clean[first : at + 1], "")
    return code, first if code else start


def _sign_after(clean: str, end: int) -> tuple[str, int]:
    """The currency sign written behind a number."""
    at = end
    while at < len(clean) and clean[at] in " \u00a0" and at - end < 2:
        at += 1
    sign = clean[at : at + 1]
    if sign == "$":
        return "USD", at + 1
    code = currency_signs().signs.get(sign, "")
    return code, at + 1 if code else end


def _name_after(context: Context, measure: Quantity, states: list[str]) -> tuple[str, int]:
    """The currency named behind a quantity, over "US", "with more" and the like."""
    end = measure.end
    at = context.index(end)
    for mention in context.mentions[at : at + 3]:
        gap = context.clean[end : mention.begin]
        if len(gap.strip(" .()\u00a0-")) > 3 or "\n" in gap or "," in gap:
            break
        if mention.bits & _PRICED:
            return _named(mention, states), mention.end
        if not mention.bits & (STATE | SCALE | QUALIFIER):
            break
    return "", end


def _named(mention: Mention, states: list[str]) -> str:
    """The ISO code of a currency name; a bare one is that of the first state of the text that has it."""
    if mention.bits & CURRENCY:
        return str(mention.get(CURRENCY))
    group = currencies()[mention.get(CURRENCY_GROUP)]
    if not group.always_default:
        own = state_currencies()
        for state in states:
            if own.get(state) in group.codes:
                return own[state]
    return group.default or ""


def _elided(context: Context, measure: Quantity, before: list[Sum]) -> Sum | None:
    """A sum that leaves its currency to the one before it: "of which 6.4 bn was last year's"."""
    if measure.scale < _LEAST**2 or not before or is_year(context.mentions[measure.after - 1]):
        return None
    last = before[-1]
    here, there = context.sentence_at(measure.start), context.sentence_at(last.start)
    both = context.sentences[here], context.sentences[there]
    listed = both[0].kind == both[1].kind == ITEM and here - there == 1
    near = both[0].line == both[1].line and here - there <= 1
    if not (listed or near) or not _nothing_counted(context, measure):
        return None
    qualifier, start = _qualifier(context, measure.start, measure.end)
    return Sum(start, measure.end, measure.value, last.currency, qualifier)


def _nothing_counted(context: Context, measure: Quantity) -> bool:
    """Whether no noun stands where a number's unit would: only punctuation or a word of grammar."""
    clean, at = context.clean, measure.end
    while at < len(clean) and clean[at] in " \u00a0)":
        at += 1
    if at >= len(clean) or not clean[at].isalnum():
        return clean[at : at + 1] != "%"
    follow = context.mentions[measure.after] if measure.after < len(context.mentions) else None
    return follow is not None and follow.start == at and bool(follow.bits & _GRAMMAR)


def _qualifier(context: Context, start: int, end: int) -> tuple[str, int]:
    """How exact a sum is, by the word before it or inside it, and where the sum begins with that word."""
    at = context.index(start) - 1
    for mention in reversed(context.mentions[max(at - 1, 0) : at + 1]):
        if mention.bits & QUALIFIER and start - mention.end <= 3:
            return mention.get(QUALIFIER), mention.start
    for mention in context.within(start, end + 12):
        if mention.bits & QUALIFIER and (mention.start < end or mention.start - end <= 1):
            return mention.get(QUALIFIER), start
    return "exact", start


def _worth_telling(context: Context, found: list[Sum]) -> list[Sum]:
    """The sums without conversions of the one before, without prices, and without rates ("for each 100")."""
    kept: list[Sum] = []
    for money in found:
        before = kept[-1] if kept else None
        if before is not None and _conversion(context, before, money):
            continue
        if money.value >= _LEAST:
            kept.append(money)
        elif before is not None and money.start - before.end < 12:
            kept.pop()
    return kept


def _conversion(context: Context, before: Sum, money: Sum) -> bool:
    """Whether a sum restates the one before it in another currency: in brackets, or as its equal."""
    if before.currency == money.currency or money.start - before.end > 60:
        return False
    gap = context.clean[before.end : money.start]
    if "(" in gap and ")" not in gap:
        return True
    return any(m.has(AMOUNT_MARK, "equal") for m in context.within(before.end, money.end))
