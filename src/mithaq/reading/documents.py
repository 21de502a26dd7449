"""Documents: which words of a report stand for a document, in which region, and what became of it."""

from mithaq.languages.senses import SECTOR
from mithaq.languages.senses import STATUS as _STATUS
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.fate import decide, marks_of, tells
from mithaq.reading.heads import Bodies, heads
from mithaq.reading.layout import FURNITURE_LINE, HEADING, ITEM, TITLE, Sentence
from mithaq.reading.listing import Listing

__all__ = ["Draft", "drafts"]


def drafts(context: Context, inside: list[tuple[int, int]]) -> list[Draft]:
    """The documents of a report in order, with regions, counts and status; ``inside`` are spans of bodies."""
    found: list[Draft] = []
    bodies, listing = Bodies(inside), Listing()
    for number, sentence in enumerate(context.sentences):
        if sentence.kind == FURNITURE_LINE:
            continue
        begins = number == 0 or context.sentences[number - 1].line != sentence.line
        here = heads(context, sentence, bodies, found)
        if not here and begins:
            here = _unnamed(context, sentence, listing)
        for index, draft in enumerate(here):
            draft.sentence = number
            draft.headline = sentence.kind in (TITLE, HEADING)
            draft.item = sentence.kind == ITEM and begins and (index == 0 or draft.titled)
            draft.opener = listing.opener if listing.holds(sentence) else None
        _regions(context, sentence, here)
        marks = marks_of(context, sentence)
        decide(context, sentence, here, marks, listing, found)
        listing.update(context, number, [m for m in marks if not m.has(_STATUS, "void")], here, found)
        found.extend(here)
    _as_announced(context, found)
    return found


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
            draft.region = (floor, draft.end)
        else:
            draft.region = (draft.start, stop)
        draft.clause = (floor, max(draft.region[1], draft.end))


def _as_announced(context: Context, found: list[Draft]) -> None:
    """Documents of the text without a status of their own, where the headline counts what was signed."""
    title = next(
        (d for d in found if d.headline and d.count and d.count > 1 and d.status in ("signed", "planned")),
        None,
    )
    if title is None:
        return
    open_ones = [
        d
        for d in found
        if not (d.status or d.void or d.headline or d.background or d.bulk) and tells(context, d)
    ]
    if not open_ones or len(open_ones) > (title.count or 0):
        return
    if any(d.status and not d.headline and not d.bulk and d.start < open_ones[0].start for d in found):
        return
    for draft in open_ones:
        draft.status, draft.status_at = title.status, title.status_at
