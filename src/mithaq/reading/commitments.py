"""Commitments: clauses in which the sides agree, intend, propose, discuss, carry out or have done something.

A sentence is cut at its commas, semicolons and dashes; a part that has a cue of its own begins a clause,
the parts without one belong to the clause before (or, at the head, behind) them. A relative clause ("who is
paying a visit") is part of what it describes, so its cues are not heard.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mithaq.languages.senses import MODALITY, PERIOD, RELATION, SECTOR, SPEECH, STATE
from mithaq.reading.context import Context
from mithaq.reading.dates import is_year
from mithaq.reading.layout import FURNITURE_LINE, HEADING, TITLE, Sentence
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.spans import Spans
from mithaq.reading.states import state_of

_CUT = re.compile("[,،;؛:–—-]")
_DASHES = "–—-"
_STRENGTH = ("agreed", "intends", "proposes", "discussed", "under_way", "done")
_MUTUAL = frozenset(("agreed", "discussed", "under_way"))
_EDGES = ' \u00a0\n.!?؟;؛,،:–—-«»"“”'
_LEAST = 25


@dataclass(slots=True)
class Promise:
    """A commitment in the clean text."""

    start: int
    end: int
    modality: str
    cue: tuple[int, int]
    actors: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    due: str | None = None


@dataclass(slots=True)
class _Clause:
    """A stretch of a sentence with the cues heard in it."""

    start: int
    end: int
    cues: list[Mention]


def commitments(
    context: Context,
    principal: list[str],
    documents: Sequence[tuple[int, int]],
    taken: Spans,
) -> list[Promise]:
    """The commitments of a report; clauses that tell of ``documents`` are left out, and the words of bodies
    and offices (``taken``) name no sector."""
    found: list[Promise] = []
    named = Spans(documents)
    for sentence in context.sentences:
        if not sentence.bits & MODALITY or not sentence.bits & SECTOR:
            continue
        if sentence.kind in (FURNITURE_LINE, TITLE, HEADING):
            continue
        if not sentence.bits & MODALITY:
            continue
        for clause in _clauses(context, sentence):
            if not named.meet(clause.start, clause.end):
                promise = _promise(context, clause, principal, taken)
                if promise is not None:
                    found.append(promise)
    return found


def _clauses(context: Context, sentence: Sentence) -> list[_Clause]:
    """The clauses of a sentence."""
    bounds = [sentence.start, *_cuts(context.clean, sentence.start, sentence.end)]
    found: list[_Clause] = []
    at, open_relative, speech = sentence.first, False, sentence.bits & SPEECH
    for place, start in enumerate(bounds):
        end = bounds[place + 1] if place + 1 < len(bounds) else sentence.end
        first = at
        at = bisect_left(context.starts, end, first, sentence.last)
        part = _Clause(start, end, [m for m in context.mentions[first:at] if m.bits & MODALITY])
        relative = at > first and context.mentions[first].has(RELATION, "relative")
        aside = speech and not part.cues and any(m.bits & SPEECH for m in context.mentions[first:at])
        if found and (relative or open_relative or not part.cues or not found[-1].cues) and not aside:
            found[-1].end = end
            found[-1].cues += [] if relative else part.cues
        else:
            found.append(part)
        open_relative = relative
    return [clause for clause in found if clause.cues]


def _cuts(clean: str, start: int, end: int) -> Iterator[int]:
    """Where the parts of a sentence begin: behind a comma before a blank, and a dash between blanks."""
    for found in _CUT.finditer(clean, start, end):
        at = found.end()
        if at < end and clean[at].isspace():
            if clean[at - 1] not in _DASHES:
                yield at
            elif at - 1 > start and clean[at - 2].isspace():
                yield at + 1


def _promise(context: Context, clause: _Clause, principal: list[str], offices: Spans) -> Promise | None:
    """The commitment of a clause that names a field; a verb-final language says the main verb last."""
    start, end = clause.start, clause.end
    while end > start and context.clean[end - 1] in _EDGES:
        end -= 1
    while start < end and context.clean[start] in _EDGES:
        start += 1
    mentions = context.within(start, end)
    sectors = [m for m in mentions if m.bits & SECTOR and not offices.meet(m.start, m.end)]
    if not sectors or end - start < _LEAST:
        return None
    cue = clause.cues[-1 if context.head_final else 0]
    modality = min(cue.values[MODALITY], key=_STRENGTH.index)
    promise = Promise(start, end, modality, (cue.begin, cue.end))
    promise.actors = _actors(mentions, cue, modality, principal)
    promise.sectors = list(dict.fromkeys(code for m in sectors for code in m.values[SECTOR]))
    promise.due = _due(mentions)
    return promise


def _actors(mentions: list[Mention], cue: Mention, modality: str, principal: list[str]) -> list[str]:
    """The states that act: one agrees or discusses with the others; who intends may stand alone."""
    named = [(m.start, code) for m in mentions if m.bits & STATE and (code := state_of(m)) in principal]
    before = list(dict.fromkeys(code for start, code in named if start < cue.start and code))
    own = before or list(dict.fromkeys(code for _, code in named if code))
    if modality in _MUTUAL and len(own) < 2:
        return list(principal)
    return own or list(principal)


def _due(mentions: list[Mention]) -> str | None:
    """The year by which, where the clause gives one."""
    for index, mention in enumerate(mentions):
        if mention.bits & DIGITS and is_year(mention):
            for cue in mentions[max(index - 2, 0) : index + 3]:
                if cue.has(PERIOD, "until") and abs(cue.start - mention.start) < 20:
                    return str(int(mention.value))
    return None
