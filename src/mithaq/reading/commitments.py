"""Commitments: clauses in which the sides agree, intend, propose, discuss, carry out or have done something."""  # noqa: E501

from dataclasses import dataclass, field

from mithaq.languages.senses import MODALITY, PERIOD, SECTOR, STATE
from mithaq.reading.context import Context
from mithaq.reading.dates import is_year
from mithaq.reading.layout import FURNITURE_LINE, HEADING, TITLE
from mithaq.reading.mention import Mention
from mithaq.reading.states import state_of

_STRENGTH = ("agreed", "intends", "proposes", "under_way", "done", "discussed")


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


def commitments(context: Context, principal: list[str], signed: set[int]) -> list[Promise]:
    """The commitments of a report; sentences in ``signed`` tell of documents and are left out."""
    found: list[Promise] = []
    for number, sentence in enumerate(context.sentences):
        if sentence.kind in (FURNITURE_LINE, TITLE, HEADING) or number in signed:
            continue
        mentions = context.of(sentence)
        cues = [m for m in mentions if m.bits & MODALITY]
        sectors = [m for m in mentions if m.bits & SECTOR]
        if not cues or not sectors:
            continue
        cue = min(cues, key=lambda m: (_STRENGTH.index(m.get(MODALITY)), m.start))
        end = sentence.end
        while end > sentence.start and context.clean[end - 1] in ".!?؟;؛ ":
            end -= 1
        promise = Promise(sentence.start, end, cue.get(MODALITY), (cue.begin, cue.end))
        promise.actors = _actors(mentions, principal)
        for mention in sectors:
            promise.sectors += [c for c in mention.values[SECTOR] if c not in promise.sectors]
        promise.due = _due(mentions)
        found.append(promise)
    return found


def _actors(mentions: list[Mention], principal: list[str]) -> list[str]:
    """The states that act: those the clause names, else all of the report."""
    named = [code for m in mentions if m.bits & STATE and (code := state_of(m)) in principal]
    return list(dict.fromkeys(code for code in named if code)) or list(principal)


def _due(mentions: list[Mention]) -> str | None:
    """The year by which, where the clause gives one."""
    for index, mention in enumerate(mentions):
        if is_year(mention):
            for cue in mentions[max(index - 2, 0) : index + 3]:
                if cue.has(PERIOD, "until") and abs(cue.start - mention.start) < 20:
                    return str(int(mention.value))
    return None
