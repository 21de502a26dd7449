"""What each sum of money is about, and the year by which it is a target.

Every sum is governed by one cue of its clause. A cue costs the letters between it and the sum, more over
punctuation and where it follows the sum; a cue that says more (loan, exports) may stand further than one that
says little (project, agreements). Sums tied to each other share their cue. Without a cue in its clause a sum
is about what the sum before it in the sentence is about, then what the sentences before and the title tell.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mithaq.languages.senses import AMOUNT, AMOUNT_MARK, DOCUMENT, MODALITY, PERIOD
from mithaq.reading.context import Context
from mithaq.reading.dates import is_year
from mithaq.reading.layout import FURNITURE_LINE, ITEM, TITLE, Sentence
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.money import Sum, tied
from mithaq.reading.spans import Spans

_SAYS = {
    "loan": -60, "grant": -60, "exports": -45, "imports": -45, "trade_turnover": -30, "investment": -25,
    "other": 40,
}  # fmt: skip
"""How much further than a cue of a project a cue may stand, in letters."""
_CUES = AMOUNT | DOCUMENT
_KEPT_UP = ("loan", "grant")
"""What a report that has begun to tell of goes on telling of, where nothing else is said."""
_COMMA, _STOP, _AFTER, _PARTED = 15, 45, 30, 60
_ADJOINED = 26
_CARRIED, _EARLIER, _TITLED, _NONE = 50, 300, 400, 1000
_REACH = 3
_NEAR = 14
_IN_YEAR = 25


@dataclass(slots=True)
class Told:
    """What a sum is about, by which words, and at what cost."""

    about: str = "other"
    cue: Mention | None = None
    cost: int = _NONE


def describe(context: Context, found: list[Sum], taken: Spans) -> list[Sum]:
    """The sums with what they are about and by when; each distinct sum once, where it stands first.

    Words inside the spans ``taken`` (bodies) are no cues: a ministry of investment makes no investment.
    """
    told: dict[tuple[float, str], tuple[Sum, Told]] = {}
    aid = Told()
    for sentence, group in _by_sentence(context, found):
        reasons = _reasons(context, sentence, group, taken)
        for place, reason in enumerate(reasons):
            if reason.about in _KEPT_UP:
                aid = reason
            elif reason.cue is None and aid.cue is not None:
                reasons[place] = Told(aid.about, aid.cue, _TITLED)
        _targets(context, sentence, group)
        for money, reason in zip(group, reasons, strict=True):
            key = (money.value, money.currency)
            first, known = told.setdefault(key, (money, reason))
            first.by = first.by or money.by
            if reason.cost < known.cost:
                told[key] = first, reason
    for money, reason in told.values():
        money.about = reason.about
        money.cues = ((reason.cue.start, reason.cue.end),) if reason.cue is not None else ()
    return [money for money, _ in told.values()]


def _by_sentence(context: Context, found: list[Sum]) -> Iterable[tuple[Sentence, list[Sum]]]:
    """The sums of each sentence that has any."""
    groups: dict[int, list[Sum]] = {}
    for money in found:
        groups.setdefault(context.sentence_at(money.start), []).append(money)
    return ((context.sentences[number], group) for number, group in groups.items())


def _reasons(context: Context, sentence: Sentence, group: list[Sum], taken: Spans) -> list[Told]:
    """What each sum of a sentence is about."""
    cues = [cue for cue in _cues(context.of(sentence)) if not taken.hold(cue.begin)]
    above = _of_list(context, sentence, group[0])
    reasons: list[Told] = []
    for place, money in enumerate(group):
        if place and tied(context, group[place - 1].end, money):
            reasons.append(replace(reasons[-1]))
            continue
        last = place
        while last + 1 < len(group) and tied(context, group[last].end, group[last + 1]):
            last += 1
        floor = group[place - 1].end if place else sentence.start
        ceiling = group[last + 1].start if last + 1 < len(group) else None
        before = reasons[-1] if reasons else Told()
        free = [cue for cue in cues if cue.start >= floor and cue is not before.cue]
        best = _cheapest(context, free, (money.start, group[last].end), ceiling)
        if above.cost < best.cost:
            best = above
        if before.cue is not None and best.cost > _CARRIED:
            best = Told(before.about, before.cue, _CARRIED)
        reasons.append(best if best.cue is not None else _farther(context, sentence, money))
    return reasons


def _cues(mentions: list[Mention]) -> list[Mention]:
    """The words that tell what a sum is about; "on the sum of" only tells that one follows."""
    return [
        m for m in mentions
        if m.bits & _CUES and not (m.has(AMOUNT, "agreements") and m.has(AMOUNT_MARK, "worth"))
    ]  # fmt: skip


def _cheapest(context: Context, cues: list[Mention], span: tuple[int, int], ceiling: int | None) -> Told:
    """The cue that governs the sum (or the tied sums) in a span; ``ceiling`` is where the next sum starts."""
    best = Told()
    for cue in cues:
        cost = _cost(context, cue, span, ceiling)
        for about in _abouts(cue) if cost < _NONE else ():
            weighed = cost + _SAYS.get(about, 0)
            if weighed < best.cost:
                best = Told(about, cue, weighed)
    return best


def _abouts(cue: Mention) -> tuple[str, ...]:
    """What a cue says; a document's name says that the sum is its own."""
    return cue.values[AMOUNT] if cue.bits & AMOUNT else ("agreements",)


def _cost(context: Context, cue: Mention, span: tuple[int, int], ceiling: int | None) -> int:
    """How far a cue is from a sum; one behind it that is nearer to the next sum is that sum's."""
    if cue.start < span[1]:
        return _between(context.clean[cue.end : span[0]])
    gap = context.clean[span[1] : cue.start]
    cost = _between(gap)
    if ceiling is not None and (cue.start >= ceiling or _between(context.clean[cue.end : ceiling]) < cost):
        return _NONE
    if cost > len(gap):
        cost += _PARTED
    return cost + (0 if context.head_final or len(gap) < _ADJOINED else _AFTER)


def _between(gap: str) -> int:
    """What it costs to cross the words between a cue and a sum."""
    commas = gap.count(",") + gap.count("،")
    stops = gap.count(";") + gap.count("؛") + gap.count(":")
    return len(gap) + _COMMA * commas + _STOP * stops


def _of_list(context: Context, sentence: Sentence, money: Sum) -> Told:
    """What the sentence above a list says the sums of its items are about."""
    if sentence.kind != ITEM:
        return Told()
    opener = _before(context, context.sentence_at(money.start), 1)
    cue = _strongest(context.of(opener)) if opener is not None else None
    if cue is None:
        return Told()
    return Told(_abouts(cue)[0], cue, _CARRIED + _SAYS.get(_abouts(cue)[0], 0))


def _farther(context: Context, sentence: Sentence, money: Sum) -> Told:
    """What a sum without a cue in its sentence is about: what the sentences before tell, then the title."""
    number = context.sentence_at(money.start)
    for step in range(1, _REACH + 1):
        earlier = _before(context, number, step)
        if earlier is None or (earlier.line != sentence.line and sentence.kind != ITEM):
            break
        cue = _strongest(context.of(earlier))
        if cue is not None:
            return Told(_abouts(cue)[0], cue, _EARLIER + step)
    title = next((s for s in context.sentences[:_REACH] if s.kind == TITLE and s is not sentence), None)
    cue = _strongest(context.of(title)) if title is not None else None
    return Told(_abouts(cue)[0], cue, _TITLED) if cue is not None else Told()


def _before(context: Context, number: int, step: int) -> Sentence | None:
    """The sentence some steps before one; of an item of a list, before the whole list."""
    at = number - 1
    if context.sentences[number].kind == ITEM:
        while at >= 0 and context.sentences[at].kind == ITEM:
            at -= 1
    at -= step - 1
    return context.sentences[at] if at >= 0 and context.sentences[at].kind != FURNITURE_LINE else None


def _strongest(mentions: list[Mention]) -> Mention | None:
    """The first cue of a sentence that says much, else the first."""
    cues = _cues(mentions)
    return next((cue for cue in cues if _SAYS.get(_abouts(cue)[0], 0) < 0), cues[0] if cues else None)


def _targets(context: Context, sentence: Sentence, group: list[Sum]) -> None:
    """Give the sums of a sentence their target year: one said behind a sum, else one said before all."""
    if not sentence.bits & DIGITS:
        return
    mentions = context.of(sentence)
    years = [index for index, mention in enumerate(mentions) if mention.bits & DIGITS and is_year(mention)]
    if not years:
        return
    aimed = any(m.has(AMOUNT_MARK, "target") for m in mentions)
    told = any(m.has(AMOUNT_MARK, "actual") for m in mentions)
    if not aimed and (told or not any(m.bits & MODALITY for m in mentions)):
        return
    goals = [index for index in years if _is_goal(mentions, index)]
    past = max((mentions[index].value for index in years if index not in goals), default=0)
    if aimed and not told and not goals:
        goals, past = [index for index in years if mentions[index].value == past], 0
        goals = [index for index in goals if _right_behind(group, mentions[index])]
    for index in goals:
        money = _aimed_at(context, group, mentions[index])
        if money is not None and mentions[index].value >= past:
            money.by = money.by or str(int(mentions[index].value))


def _right_behind(group: list[Sum], year: Mention) -> bool:
    """Whether a year stands right behind a sum: "aim for $3 billion in trade in 2026"."""
    return any(0 <= year.start - money.end < _IN_YEAR for money in group)


def _is_goal(mentions: list[Mention], index: int) -> bool:
    """Whether a year is said as the end of a time: "by 2030", "2030 жылға дейін"."""
    year = mentions[index]
    for cue in mentions[max(index - 2, 0) : index + 3]:
        near = 0 <= year.start - cue.end < _NEAR or 0 <= cue.start - year.end < _NEAR
        if near and (cue.has(AMOUNT_MARK, "by") or cue.has(PERIOD, "until")):
            return True
    return False


def _aimed_at(context: Context, group: list[Sum], year: Mention) -> Sum | None:
    """The sum a target year belongs to: the last before it, else the first after it and those tied to it."""
    before = [money for money in group if money.end <= year.start]
    if before and not context.head_final:
        return before[-1]
    after = [money for money in group if money.start >= year.end]
    if not after:
        return before[-1] if before else None
    money = after[0]
    for follow in after[1:]:
        if not tied(context, money.end, follow):
            break
        money = follow
    return money
