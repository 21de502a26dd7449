"""Which drafts are entries: each document once, no total beside its items, no headline beside the text."""

from collections.abc import Iterable

from mithaq.languages.endings import definite
from mithaq.languages.senses import ADJECTIVE, COUNTRY, RELATION
from mithaq.reading.context import Context
from mithaq.reading.dates import years
from mithaq.reading.draft import Draft
from mithaq.reading.mention import DIGITS
from mithaq.reading.states import state_of

_FILED = frozenset(("signed", "planned", "negotiating", "in_force"))
_FORMAL = frozenset(("treaty", "convention", "agreement", "memorandum", "protocol", "letter"))
"""Kinds whose nouns hardly stand for anything but a document that is signed."""
_GENERIC = frozenset(("document", "agreement"))
_AROUND = 64
"""How many documents before and after one are held against it."""
_SOON = 2
_STEM = 4
_NATION = COUNTRY | ADJECTIVE
_SHARE = 0.25
_MOST = 0.6
_SEVERAL = 2
"""The least part of a total that its items must make up for it to be theirs."""


def keep(context: Context, found: list[Draft]) -> list[Draft]:
    """The drafts that are entries."""
    _presume(found)
    again = _told_again(context, found)
    told = [d for d in found if d.status in _FILED and id(d) not in again]
    ledger = _Ledger(told)
    kept: list[Draft] = []
    for index, draft in enumerate(told):
        why = _loses(context, draft, ledger, index)
        if not why:
            kept.append(draft)
            if draft.bulk:
                ledger.totals.append(draft)
        context.note("instrument", f"{draft.kind}, {draft.status}", draft.start, draft.end, why, kept=not why)
    return kept


class _Ledger:
    """What the documents told tell of each other: the kinds of single ones, the totals kept so far."""

    def __init__(self, told: list[Draft]) -> None:
        self.told = told
        self.totals: list[Draft] = []
        self.body = any(not d.headline for d in told)
        items = [d for d in told if not d.headline and not d.bulk]
        self.kinds = {d.kind for d in items}
        self.split = {d.sentence for d in items if d.elided}

    def near(self, index: int) -> list[Draft]:
        """The documents of the text around one, itself apart."""
        around = self.told[max(index - _AROUND, 0) : index + _AROUND]
        return [d for d in around if not d.headline and d is not self.told[index]]


def _presume(found: list[Draft]) -> None:
    """Documents of no told status are signed where the report tells of a signing, statements in any case."""
    scene = any(d.status == "signed" for d in found)
    counted = any(d.status == "signed" and d.counted and d.bulk for d in found)
    for draft in found:
        if draft.status or draft.void or draft.background or draft.headline:
            continue
        if draft.bulk:
            if draft.count and draft.value:
                draft.status = "signed"
        elif draft.kind == "joint_statement" or (scene and _is_told(draft, counted)):
            draft.status = "signed"


def _is_told(draft: Draft, counted: bool) -> bool:
    """Whether a document is told as one of the report's, with its subject or its parties."""
    return (counted or draft.kind in _FORMAL) and (
        (draft.titled and not draft.bare) or (len(draft.bodies) > 1 and draft.kind not in _GENERIC)
    )


def _loses(context: Context, draft: Draft, ledger: _Ledger, index: int) -> str:
    """Why a draft is no entry; empty where it is one."""
    if draft.headline and ledger.body:
        return "the headline's document is told in the text"
    totals = ledger.totals[-_AROUND:]
    if not draft.bulk:
        plural = draft.number == "any" and draft.bare and not draft.titled
        return _summed(draft, totals) if plural else ""
    if any((k.kind, k.count, k.status) == (draft.kind, draft.count, draft.status) for k in totals):
        return "the same total again"
    if draft.count is None:
        return _unnumbered(draft, ledger) or _summed(draft, totals)
    return _total(context, draft, ledger.near(index))


def _unnumbered(draft: Draft, ledger: _Ledger) -> str:
    """An unnumbered plural beside documents told one by one is no entry, unless it is one of their list."""
    if not ledger.kinds or (draft.item and draft.sentence not in ledger.split):
        return ""
    if draft.kind in ledger.kinds or draft.kind in _GENERIC or not (draft.bodies or draft.holders):
        return "an unnumbered plural beside documents told one by one"
    return ""


def _summed(draft: Draft, totals: list[Draft]) -> str:
    """An unnumbered plural takes a total up again, and may say what it is about."""
    for total in totals:
        if not total.item and total.status == draft.status and _one_kind(total, draft):
            if not total.sectors:
                total.sectors = draft.sectors
            return "the same total again"
    return ""


def _one_kind(total: Draft, draft: Draft) -> bool:
    return total.kind == draft.kind or total.kind in _GENERIC or draft.kind in _GENERIC


def _total(context: Context, draft: Draft, parts: list[Draft]) -> str:
    """A total beside its items is no entry: enough of them follow it, or precede it and are not too many."""
    if _elsewhen(context, draft):
        return ""
    count = draft.count or 0
    least = max(min(2, count - 1), _SHARE * count)
    alike = [d for d in parts if d.status == draft.status and _is_part(d, count)]
    same = [d for d in alike if draft.kind == "document" or draft.mixed or d.kind == draft.kind]
    later = [d for d in alike if d.start > draft.start]
    if _lists(context, draft) and any(d.sentence == draft.sentence for d in same if d.start > draft.start):
        least = 1
    if _sum(d for d in same if d.start > draft.start) >= least or _few(draft, later) or _most(draft, same):
        return "a total beside its items"
    return ""


def _lists(context: Context, draft: Draft) -> bool:
    """Whether a total goes on to name what it is made of: "ten documents, among them"."""
    return any(m.has(RELATION, "list") or m.has(RELATION, "including") for m in context.within(*draft.region))


def _is_part(draft: Draft, count: int) -> bool:
    """Whether a document can be an item of a total."""
    if draft.bulk:
        return 0 < (draft.count or 0) < count
    return draft.titled or draft.item or draft.elided or draft.fresh or not draft.bare


def _few(draft: Draft, later: list[Draft]) -> bool:
    """Whether what follows a total are its items though they are not of its kind, or only some of it."""
    if any(d.opener == draft.sentence for d in later):
        return True
    listed = sum(d.item for d in later)
    single = sum(not d.bulk for d in later)
    return draft.kind in _GENERIC and (listed > 1 or single > _SEVERAL)


def _most(draft: Draft, same: list[Draft]) -> bool:
    """Whether a total sums up what the text told before it."""
    count = draft.count or 0
    return _MOST * count <= _sum(d for d in same if d.start < draft.start) <= count


def _sum(drafts: Iterable[Draft]) -> int:
    return sum(draft.count or 1 for draft in drafts)


def _elsewhen(context: Context, draft: Draft) -> bool:
    """Whether a total is of another time than the report's own: it has a year of its own or is valid."""
    if draft.status == "in_force":
        return True
    sentence = context.sentences[draft.sentence]
    return draft.sentence > 1 and bool(years(context, sentence.start, sentence.end))


def _told_again(context: Context, found: list[Draft]) -> set[int]:
    """The single documents that take an earlier one up, which gets what they add."""
    known: tuple[list[Draft], list[Draft]] = ([], [])
    again: set[int] = set()
    for draft in found:
        if draft.bulk:
            continue
        kept = known[draft.headline]
        earlier = _earlier(context, kept[-_AROUND:], draft)
        if earlier is None:
            kept.append(draft)
            continue
        _merge(earlier, draft)
        again.add(id(draft))
        context.note("instrument", draft.kind, draft.start, draft.end, "the same document again", kept=False)
    return again


def _earlier(context: Context, kept: list[Draft], draft: Draft) -> Draft | None:
    """The first of the documents before that a later one takes up again."""
    if draft.ordinal or not kept:
        return None
    this = _is_this(context, draft)
    if draft.kind == "document":
        return kept[0] if this or draft.bare or not draft.titled else None
    loose = not draft.titled and not draft.item
    loose = loose and (this or (draft.kind in _GENERIC and _is_known(context, draft)))
    for earlier in kept:
        if earlier.kind != draft.kind:
            if loose and draft.sentence - earlier.sentence <= _SOON:
                return earlier
        elif this or (
            not draft.item and not _differ(context, earlier, draft) and _alike(context, earlier, draft)
        ):
            return earlier
    return None


def _differ(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether two documents of a kind cannot be one: by what became of them, years, periods or subjects."""
    if draft.titled and draft.status and earlier.status not in (None, draft.status):
        return True
    if draft.own and draft.status == earlier.status:
        told = _years(context, draft)
        if told and told != _years(context, earlier):
            return True
    if draft.period and earlier.period and draft.period[:2] != earlier.period[:2]:
        return True
    if (
        draft.own
        and draft.bodies
        and draft.sectors
        and earlier.sectors
        and not set(draft.sectors) & set(earlier.sectors)
    ):
        return True
    return draft.sentence == earlier.sentence and not draft.bare


def _alike(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether two documents of a kind can be one: one of them is told alone, or they are about the same."""
    again = not draft.titled and (draft.bare or not draft.fresh)
    plain = again or not (earlier.titled or earlier.item)
    if plain and not draft.elided and not earlier.elided:
        return not _apart(context, earlier, draft)
    told = bool(draft.sectors) and not draft.bodies and draft.sentence != earlier.sentence
    return told and set(draft.sectors) <= set(earlier.sectors) and _same_words(context, earlier, draft)


def _same_words(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether a word that tells the subject of one document also tells that of the other."""
    one, other = _stems(context, earlier), _stems(context, draft)
    return not one or not other or bool(one & other)


def _stems(context: Context, draft: Draft) -> set[str]:
    """How the words begin that tell what a document is about."""
    return {
        word[:_STEM]
        for start, end in draft.cues
        for word in context.clean[start:end].casefold().split()
        if len(word) >= _STEM
    }


def _signers(context: Context, draft: Draft) -> set[tuple[str | None, ...]]:
    """The bodies of a document, those without a subject by their names."""
    return {
        (b.kind, b.country, *(b.portfolio or [context.clean[b.start : b.end]]))
        for b in draft.bodies
        if b.country or b.portfolio or b.named
    }


def _apart(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether two documents have parties of their own."""
    one, other = _signers(context, earlier), _signers(context, draft)
    if one and other and not one & other and not _known_of(context, earlier, draft):
        return True
    first, second = _nations(context, earlier), _nations(context, draft)
    return bool(first and second) and not (first <= second or second <= first)


def _known_of(context: Context, earlier: Draft, draft: Draft) -> bool:
    """Whether "the agreement", with its article, is told as of the same states as the one before."""
    if draft.titled or not definite(context.clean[draft.start : draft.end]):
        return False
    return {b.country for b in draft.bodies if b.country} <= {b.country for b in earlier.bodies}


def _nations(context: Context, draft: Draft) -> set[str | None]:
    """The states the clause of a document names."""
    return {state_of(m) for m in context.within(*draft.clause) if m.bits & _NATION} - {None}


def _years(context: Context, draft: Draft) -> set[float]:
    """The years the sentence of a document names."""
    sentence = context.sentences[draft.sentence]
    if not sentence.bits & DIGITS:
        return set()
    return {year.value for year in years(context, sentence.start, sentence.end)}


def _is_this(context: Context, draft: Draft) -> bool:
    """Whether the noun is pointed at: "this memorandum", "the said agreement"."""
    for mention in context.within(max(draft.start - 20, 0), draft.end + 6):
        if not mention.bits & RELATION or "this" not in mention.values[RELATION]:
            continue
        if 0 <= draft.start - mention.end < 14 or -20 <= mention.start - draft.end < 4:
            return True
    return False


def _is_known(context: Context, draft: Draft) -> bool:
    """Whether the noun has the article of a document that was told before: "the agreement"."""
    at = context.index(draft.start) - 1
    before = context.mentions[at] if at >= 0 else None
    return before is not None and before.has(RELATION, "article") and draft.start - before.end <= 1


def _merge(earlier: Draft, draft: Draft) -> None:
    """What a second telling adds."""
    if earlier.status is None and not earlier.void:
        earlier.status, earlier.status_at = draft.status, draft.status_at
    earlier.bodies = earlier.bodies or draft.bodies
    if not earlier.bodies:
        earlier.holders = earlier.holders or draft.holders
    if not set(earlier.sectors) - {"regional"} or not (earlier.titled or draft.titled):
        earlier.sectors += [code for code in draft.sectors if code not in earlier.sectors]
    earlier.period = earlier.period or draft.period
    if earlier.value is None:
        earlier.value, earlier.currency = draft.value, draft.currency
