"""Sums of money: value, currency, how exact, what for, and the year by which they are a target."""

import re
from dataclasses import dataclass

from mithaq.languages.senses import (
    AMOUNT,
    AMOUNT_MARK,
    CURRENCY,
    CURRENCY_GROUP,
    DOCUMENT,
    FRACTION,
    NUMBER,
    PERIOD,
    QUALIFIER,
    SCALE,
    STATE,
)  # fmt: skip
from mithaq.lists import currencies, state_currencies
from mithaq.reading.context import Context
from mithaq.reading.dates import is_year
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.numbers import Quantity, quantity

_SIGN = re.compile(
    r"(US|A|AU|C|CA|NZ|S|SG|HK|NT|R|J|G|TT|Z|N|EC|FJ|B)?\$\s?$|(€|£|¥|₽|₸|₹|₩|₦|₺|₴|₼|₾)\s?$|"
    r"\b(USD|EUR|GBP|CNY|RMB|JPY|RUB|KZT|AED|SAR|QAR|INR|Rs\.?|TRY|UZS|KGS|BYN|CHF|AUD|CAD|ZAR|R|K|Rp|RM|PKR|KES|Ksh|NGN|EGP|MAD|DZD)\s?$"
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW", "₦": "NGN", "₺": "TRY",  # noqa: E501
    "₴": "UAH", "₼": "AZN", "₾": "GEL", "RMB": "CNY", "Rs": "INR", "Rs.": "INR", "R": "ZAR", "K": "PGK", "Rp": "IDR",  # noqa: E501
    "RM": "MYR", "Ksh": "KES",
}  # fmt: skip
_DOLLARS = {
    "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "S": "SGD", "SG": "SGD", "HK": "HKD", "NT": "TWD",  # noqa: E501
    "R": "BRL", "J": "JMD", "G": "GYD", "TT": "TTD", "Z": "ZWL", "N": "NAD", "EC": "XCD", "FJ": "FJD", "B": "BBD",  # noqa: E501
}  # fmt: skip
_AFTER = re.compile(r"\s?(?:(€|£|¥|₽|₸|₹|₩|₺)|(US|A|C)?\$)")


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
    """The sums of a text in order; a conversion in brackets and a repeated sum are left out."""
    found: list[Sum] = []
    items = context.mentions
    index = 0
    while index < len(items):
        item = items[index]
        if not item.bits & (DIGITS | NUMBER | FRACTION | SCALE):
            index += 1
            continue
        measure = quantity(context.clean, items, index, context.lexicon)
        if measure is None:
            index += 1
            continue
        index = max(measure.after, index + 1)
        money = _priced(context, measure, states, found)
        if money is not None:
            found.append(money)
    return _once([money for money in found if not _conversion(context, money, found)])


def _priced(context: Context, measure: Quantity, states: list[str], before: list[Sum]) -> Sum | None:  # noqa: ARG001
    """The quantity as a sum, where a currency stands before or after it."""
    start, end = measure.start, measure.end
    currency, start, end = _currency(context, measure, states)
    if not currency:
        currency, end = _shared(context, measure, states)
        if not currency:
            return None
    if (
        measure.value < 1000
        and not measure.scaled
        and measure.value == int(measure.value)
        and measure.value < 100
    ):
        return None
    qualifier, start = _qualifier(context, start)
    return Sum(start, end, measure.value, currency, qualifier)


def _currency(context: Context, measure: Quantity, states: list[str]) -> tuple[str, int, int]:  # noqa: PLR0911
    """The currency of a quantity and the bounds of the sum with it."""
    clean = context.clean
    start, end = measure.start, measure.end
    sign = _SIGN.search(clean, max(start - 5, 0), start)
    if sign:
        if sign[2]:
            return _SIGNS[sign[2]], sign.start(), end
        if sign[3]:
            return _SIGNS.get(sign[3], sign[3]), sign.start(), end
        return _DOLLARS.get(sign[1] or "", "USD"), sign.start(), end
    after = _AFTER.match(clean, end)
    if after:
        return (_SIGNS[after[1]] if after[1] else _DOLLARS.get(after[2] or "", "USD")), start, after.end()
    at = context.index(end)
    for mention in context.mentions[at : at + 3]:
        gap = clean[end : mention.begin]
        if len(gap.strip(" .()\u00a0-")) > 3 or "\n" in gap or "," in gap:
            break
        if mention.bits & (CURRENCY | CURRENCY_GROUP):
            return _named(mention, states), start, mention.end
        if not mention.bits & (STATE | SCALE):
            break
    at = context.index(start) - 1
    if at >= 0 and context.mentions[at].bits & CURRENCY and start - context.mentions[at].end <= 1:
        return context.mentions[at].get(CURRENCY), context.mentions[at].start, end
    return "", start, end


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


def _shared(context: Context, measure: Quantity, states: list[str]) -> tuple[str, int]:
    """The currency of the next sum, where this one leaves it to it: "57 and 50 million dollars"."""
    items = context.mentions
    if measure.after >= len(items):
        return "", 0
    gap = context.clean[measure.end : items[measure.after].begin]
    if len(gap) > 6 or not re.fullmatch(r"\s*(?:[-–—−,]|to|and|or|и|или|до|إلى|و|أو|мен|пен|бен)?\s*", gap):
        return "", 0
    follow = (
        quantity(context.clean, items, measure.after, context.lexicon)
        if items[measure.after].bits & (DIGITS | NUMBER)
        else None
    )
    if follow is None or not (measure.scaled or follow.scaled):
        return "", 0
    return _currency(context, follow, states)[0], measure.end


def _qualifier(context: Context, start: int) -> tuple[str, int]:
    """How exact a sum is, by the word before it, and where the sum begins with that word."""
    at = context.index(start) - 1
    for mention in reversed(context.mentions[max(at - 1, 0) : at + 1]):
        if mention.bits & QUALIFIER and start - mention.end <= 3:
            return mention.get(QUALIFIER), mention.start
    return "exact", start


def _conversion(context: Context, money: Sum, found: list[Sum]) -> bool:
    """Whether a sum in brackets restates the one right before it in another currency."""
    place = found.index(money)
    if place == 0:
        return False
    before = found[place - 1]
    gap = context.clean[before.end : money.start]
    return len(gap) < 40 and "(" in gap and ")" not in gap and before.currency != money.currency


def _once(found: list[Sum]) -> list[Sum]:
    """Each distinct sum once, where it stands first."""
    seen: set[tuple[float, str]] = set()
    kept = []
    for money in found:
        key = (money.value, money.currency)
        if key not in seen:
            seen.add(key)
            kept.append(money)
    return kept


def describe(context: Context, found: list[Sum]) -> None:
    """What each sum is about and by when, told by the cues of its sentence."""
    for index, money in enumerate(found):
        sentence = context.sentences[context.sentence_at(money.start)]
        mentions = context.of(sentence)
        lower = found[index - 1].end if index and found[index - 1].start >= sentence.start else sentence.start
        upper = (
            found[index + 1].start
            if index + 1 < len(found) and found[index + 1].start < sentence.end
            else sentence.end
        )
        cue = _nearest(mentions, money, lower, upper, AMOUNT) or _nearest(
            mentions, money, sentence.start, sentence.end, AMOUNT
        )
        if cue is not None:
            money.about = cue.get(AMOUNT)
            money.cues = ((cue.start, cue.end),)
        elif any(mention.bits & DOCUMENT for mention in mentions):
            money.about = "agreements"
        if money.about == "trade_turnover" or any(m.has(AMOUNT_MARK, "target") for m in mentions):
            money.by = _target_year(context, mentions, money, upper)


def _nearest(mentions: list[Mention], money: Sum, lower: int, upper: int, bits: int) -> Mention | None:
    """The cue nearest to a sum between two bounds; one before it counts as nearer than one after."""
    best, best_distance = None, 10_000
    for mention in mentions:
        if not mention.bits & bits or not lower <= mention.start < upper:
            continue
        distance = (
            money.start - mention.end if mention.end <= money.start else 2 * (mention.start - money.end)
        )
        if distance < best_distance and distance > -5:
            best, best_distance = mention, distance
    return best


def _target_year(context: Context, mentions: list[Mention], money: Sum, upper: int) -> str | None:  # noqa: ARG001
    """The year after "by" (or, in Kazakh, before its postposition) in the sentence of a target."""
    for index, mention in enumerate(mentions):
        if not is_year(mention):
            continue
        around = mentions[max(index - 2, 0) : index + 3]
        for cue in around:
            near = abs(cue.start - mention.end) < 14 or abs(mention.start - cue.end) < 14
            if near and (cue.has(AMOUNT_MARK, "by") or cue.has(PERIOD, "until")):
                return str(int(mention.value))
    return None
