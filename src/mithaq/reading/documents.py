"""Documents: which words of a report stand for a document, in which region, and what became of it."""

from itertools import pairwise

from mithaq.languages.senses import RELATION, SECTOR, STATUS
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.fate import decide, marks_of
from mithaq.reading.heads import Bodies, heads, spots
from mithaq.reading.layout import FURNITURE_LINE, HEADING, ITEM, TITLE, Sentence
from mithaq.reading.listing import Listing

__all__ = ["Draft", "drafts"]

_JOINED = 6


def drafts(context: Context, inside: list[tuple[int, int]]) -> list[Draft]:
    """The documents of a report in order, with regions, counts and status; ``inside`` are spans of bodies."""
    found: list[Draft] = []
    bodies, listing, places = Bodies(inside), Listing(), spots(context)
    lists = any(sentence.kind == ITEM for sentence in context.sentences)
    sentences = context.sentences
    for number in range(len(sentences)) if lists else sorted(places):
        sentence = sentences[number]
        if sentence.kind == FURNITURE_LINE:
            continue
        here = heads(context, sentence, places.get(number, []), bodies, found)
        begins = not number or sentences[number - 1].line != sentence.line
        if begins and listing.holds(sentence) and all(_is_loose(draft) for draft in here):
            here = _unnamed(sentence, listing) or here
        marks = marks_of(context, sentence) if sentence.bits & STATUS and (here or lists) else []
        if here:
            _place(context, number, here, begins, listing)
            decide(context, sentence, here, marks, listing, found)
        if lists:
            listing.update(context, number, marks, here, found)
        found.extend(here)
    return found


def _is_loose(draft: Draft) -> bool:
    """Whether a noun is an unnumbered plural of no subject: a line of a list may hold one by the way."""
    return draft.count is None and not draft.titled


def _place(context: Context, number: int, here: list[Draft], begins: bool, listing: Listing) -> None:
    """Note where the documents of a sentence stand and the words they can draw on."""
    sentence = context.sentences[number]
    headline, item = sentence.kind in (TITLE, HEADING), sentence.kind == ITEM
    for index, draft in enumerate(here):
        draft.sentence, draft.headline = number, headline
        draft.item = item and begins and (index == 0 or draft.titled)
        draft.opener = listing.opener if item and listing.opener >= 0 else None
    _regions(context, sentence, here)
    if len(here) > 1 and not context.head_final:
        _share(context, here)


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


def _unnamed(sentence: Sentence, listing: Listing) -> list[Draft]:
    """The document of a line that names only its subject, where the list says of what kind its lines are."""
    if listing.kind and sentence.bits & SECTOR:
        return [Draft(sentence.start, sentence.end, listing.kind, elided=True)]
    return []


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
