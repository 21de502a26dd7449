"""From a text to its record: the stages of a reading in their order. No files, network or clock."""

from bisect import bisect_right
from operator import attrgetter

from mithaq.languages.lexicon import Lexicon, lexicon
from mithaq.languages.senses import ADJECTIVE, COUNTRY
from mithaq.model.record import Document, Record
from mithaq.model.text import Text
from mithaq.reading import assembling
from mithaq.reading.belonging import settle
from mithaq.reading.bodies import bodies
from mithaq.reading.commitments import commitments
from mithaq.reading.companions import with_companions
from mithaq.reading.context import Context
from mithaq.reading.dates import dates, reference
from mithaq.reading.documents import drafts
from mithaq.reading.draft import Draft
from mithaq.reading.findings import Findings
from mithaq.reading.instruments import complete
from mithaq.reading.keeping import keep
from mithaq.reading.layout import TITLE, joined, sentences
from mithaq.reading.meetings import Told, meeting
from mithaq.reading.mention import Mention, scan
from mithaq.reading.money import sums
from mithaq.reading.numbers import digits
from mithaq.reading.pairing import pair
from mithaq.reading.people import Holder, holders
from mithaq.reading.purposes import describe
from mithaq.reading.scope import elsewhere, forget_names
from mithaq.reading.sectors import fields
from mithaq.reading.spans import Spans
from mithaq.reading.statements import statements
from mithaq.reading.states import (
    ORGANISATIONS,
    Weighed,
    listed,
    principal,
    state_of,
    tell_apart,
    weigh,
)
from mithaq.reading.telling import tell
from mithaq.reading.trace import Trace

_START = attrgetter("start")


def read(text: Text) -> Record:
    """The record of a text; raises UnsupportedLanguage where its language is not read."""
    return _read(text, None)


def explain(text: Text) -> Trace:
    """The decisions that lead to the record of a text, those that lost among them."""
    trace = Trace()
    trace.add_record(_read(text, trace))
    return trace


def _read(text: Text, trace: Trace | None) -> Record:
    words = lexicon(text.language or tell(text.body))
    return read_with(words, text, trace)


def read_with(words: Lexicon, text: Text, trace: Trace | None = None) -> Record:
    """The record of a text read with a given lexicon."""
    context = prepare(words, text, trace)
    document = Document(
        text.source,
        text.sha256,
        text.media_type,
        words.traits.code,
        _title(context),
        text.published,
        len(text.body),
    )
    if not context.sentences:
        return Record(document)
    return assembling.record(context, document, _find(context))


def prepare(words: Lexicon, text: Text, trace: Trace | None = None) -> Context:
    """Fold, scan and lay out a text."""
    folded = words.folding.fold(joined(text.body))
    mentions, starts = _with_numbers(scan(folded, words), digits(folded, words.traits.decimal_comma))
    laid = sentences(folded.clean, mentions, starts)
    return Context(text, words, folded, mentions, starts, laid, trace, [sentence.start for sentence in laid])


def _with_numbers(mentions: list[Mention], numbers: list[Mention]) -> tuple[list[Mention], list[int]]:
    """Phrases and numbers in one order, and where they start; a number inside a phrase belongs to it."""
    starts = list(map(_START, mentions))
    apart = []
    for number in numbers:
        at = bisect_right(starts, number.start)
        if not at or mentions[at - 1].end <= number.start:
            apart.append(number)
    if apart:
        mentions = sorted(mentions + apart, key=_START)
        starts = sorted(starts + [number.start for number in apart])
    return mentions, starts


def _title(context: Context) -> str | None:
    for sentence in context.sentences:
        if sentence.kind == TITLE:
            return context.words(sentence.start, sentence.end)
    return None


def _find(context: Context) -> Findings:
    """What the grammar finds, each stage building on those before it."""
    tell_apart(context)
    found_bodies = bodies(context)
    people = with_companions(context, holders(context, found_bodies))
    forget_names(context, people)
    weighed = weigh(context)
    order = [item.code for item in weighed]
    inside = [(body.start, body.end) for body in found_bodies]
    ministries = Spans((body.start, body.end) for body in found_bodies if body.country and body.portfolio)
    money = describe(context, sums(context, order), ministries)
    dated = dates(context)
    found = drafts(context, inside)
    complete(context, found, found_bodies, people, dated, money)
    kept = keep(context, found)
    pairs = [_between(context, draft) for draft in kept]
    parties = principal(weighed, _acting(people, kept), pairs, listed(context))
    codes = [item.code for item in parties]
    settle(context, people, codes, found_bodies)
    pair(context, kept, codes)
    parties += _parties_of(kept, weighed, codes)
    base = reference(context, dated)
    signed = any(draft.status == "signed" for draft in kept)
    met = meeting(context, Told(dated, base, codes, people, signed))
    taken = Spans([*inside, *((holder.start, holder.end) for holder in people)])
    promised = commitments(context, codes, [(draft.start, draft.end) for draft in kept], taken)
    told = fields(context, taken)
    for draft in kept:
        near = context.within(draft.start, draft.end)[:1]
        for code in draft.sectors:
            if near:
                told.setdefault(code, near)
    return Findings(
        parties,
        told,
        met,
        people,
        kept,
        money,
        promised,
        statements(context, people),
        elsewhere(context, people),
    )


def _between(context: Context, draft: Draft) -> frozenset[str]:
    """The states that a document of the report's own time names as its own."""
    if draft.status == "in_force":
        return frozenset()
    named = {state_of(m) for m in context.within(*draft.region) if m.bits & (COUNTRY | ADJECTIVE)}
    return frozenset(code for code in (*named, *(body.country for body in draft.bodies)) if code)


def _parties_of(kept: list[Draft], weighed: list[Weighed], codes: list[str]) -> list[Weighed]:
    """The further states, named by more than a city, that some document is between."""
    told = {code for draft in kept for code in draft.countries}.difference(codes, ORGANISATIONS)
    return [item for item in weighed if item.code in told and item.firm]


def _acting(people: list[Holder], found: list[Draft]) -> dict[str, float]:
    """How much each state acts in the report: its office holders and signing bodies."""
    acting: dict[str, float] = {}
    for holder in people:
        if holder.country and holder.names:
            acting[holder.country] = acting.get(holder.country, 0.0) + 0.8
    for draft in found:
        if draft.status:
            for body in draft.bodies:
                if body.country and body.kind != "region":
                    acting[body.country] = acting.get(body.country, 0.0) + 1.0
    return acting
