"""Documents: which words of a report stand for a document, in which region, and what became of it."""

from itertools import pairwise

from mithaq.languages.senses import ADJECTIVE, COUNTRY, RELATION, SECTOR
from mithaq.languages.senses import STATUS as _STATUS
from mithaq.reading.context import Context
from mithaq.reading.dates import years
from mithaq.reading.draft import Draft
from mithaq.reading.fate import decide, marks_of
from mithaq.reading.heads import Bodies, heads
from mithaq.reading.layout import FURNITURE_LINE, HEADING, ITEM, TITLE, Sentence
from mithaq.reading.listing import Listing
from mithaq.reading.states import state_of

__all__ = ["Draft", "drafts"]

_JOINED = 6


def drafts(context: Context, inside: list[tuple[int, int]]) -> list[Draft]:
    """The documents of a report in order, with regions, counts and status; ``inside`` are spans of bodies."""
    found: list[Draft] = []
    bodies, listing = Bodies(inside), Listing()
    for number, sentence in enumerate(context.sentences):
        if sentence.kind == FURNITURE_LINE:
            continue
        begins = number == 0 or context.sentences[number - 1].line != sentence.line
        here = heads(context, sentence, bodies, found)
        if begins and all(draft.count is None and not draft.titled for draft in here):
            here = _unnamed(context, sentence, listing) or here
        for index, draft in enumerate(here):
            draft.sentence = number
            draft.headline = sentence.kind in (TITLE, HEADING)
            draft.item = sentence.kind == ITEM and begins and (index == 0 or draft.titled)
            draft.opener = listing.opener if listing.holds(sentence) else None
        _regions(context, sentence, here)
        if not context.head_final:
            _share(context, here)
        for draft in here:
            _frame(context, sentence, draft)
        marks = marks_of(context, sentence)
        decide(context, sentence, here, marks, listing, found)
        listing.update(context, number, [m for m in marks if not m.has(_STATUS, "void")], here, found)
        found.extend(here)
    return found


def _share(context: Context, found: list[Draft]) -> None:
    """Totals told side by side share what follows the last: "3 agreements and 2 memoranda on a and b"."""
    for draft, follow in reversed(list(pairwise(found))):
        if draft.bulk:
            gap = context.clean[draft.end : follow.start].strip()
            ties = [m for m in context.within(draft.end, follow.start) if m.begin < follow.start]
            if (
                len(gap) < _JOINED
                and (not ties or ties[-1].has(RELATION, "and"))
                and not {*gap} & {*",;:.،؛"}
            ):
                draft.region = (draft.region[0], follow.region[1])


def _frame(context: Context, sentence: Sentence, draft: Draft) -> None:
    """Note which states and years the clause of a document names."""
    clause = context.within(*draft.clause)
    codes = (state_of(mention) for mention in clause if mention.bits & (COUNTRY | ADJECTIVE))
    draft.nations = frozenset(code for code in codes if code)
    draft.years = frozenset(int(year.value) for year in years(context, sentence.start, sentence.end))


def _unnamed(context: Context, sentence: Sentence, listing: Listing) -> list[Draft]:
    """The document of a line that names only its subject, where the list says of what kind its lines are."""
    if not (listing.holds(sentence) and listing.kind):
        return []
    if not any(mention.bits & SECTOR for mention in context.of(sentence)):
        return []
    return [Draft(sentence.start, sentence.end, listing.kind, elided=True)]


def _regions(context: Context, sentence: Sentence, found: list[Draft]) -> None:
    """The words of a sentence each document can draw on."""
    alone = len(found) == 1
    for index, draft in enumerate(found):
        floor = found[index - 1].end if index else sentence.start
        stop = found[index + 1].start if index + 1 < len(found) else sentence.end
        if alone and sentence.kind == ITEM:
            draft.region = (sentence.start, sentence.end)
        elif context.head_final and not draft.elided:
            draft.region = (floor, sentence.end if alone and not draft.bulk else draft.end)
        else:
            draft.region = (draft.start, stop)
        draft.clause = (floor, max(draft.region[1], draft.end))
