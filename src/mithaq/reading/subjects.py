"""What a document is about: the subject words that stand with its noun, outside bodies and offices."""

from collections.abc import Iterable

from mithaq.languages.senses import PORTFOLIO, RELATION, SECTOR, SPEECH, STATUS
from mithaq.lists import portfolios
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.mention import Mention
from mithaq.reading.people import Holder

_SUBNATIONAL = frozenset(("region_administration", "city_administration", "region", "city"))
_OF_KIND = {
    "university": ("education",), "museum": ("culture",), "media": ("media",),
    "central_bank": ("finance",), "prosecution": ("justice",), "court": ("justice",),
}  # fmt: skip
"""The sector of bodies that need no subject beside their noun."""
_LOCAL = frozenset(("governor", "mayor"))
_STEP = 70
"""How far a subject word may stand from the noun, or from the subject word before it."""
_STEP_BACK = 60
_LINKS = SECTOR | RELATION | STATUS
"""Words that lead from a noun to its subjects."""
_HEARD = _LINKS | SPEECH
_OPENS = 24
_TIE = 5


class Taken:
    """Where bodies and people stand in a sentence: subject words inside are parts of names."""

    def __init__(self, bodies: list[Body], holders: list[Holder]) -> None:
        self.bodies = [(b.start, b.end) for b in bodies]
        self.spans = self.bodies + [(h.start, h.end) for h in holders]

    def hold(self, position: int) -> bool:
        """Whether a position lies in one of the spans."""
        return any(start <= position < end for start, end in self.spans)

    def names(self, position: int) -> bool:
        """Whether a position lies in the name of a body."""
        return any(start <= position < end for start, end in self.bodies)

    def skip(self, start: int, end: int) -> int:
        """How much of a stretch is names."""
        return sum(
            min(stop, end) - max(begin, start) for begin, stop in self.spans if begin < end and stop > start
        )


def subjects(context: Context, draft: Draft, taken: Taken) -> None:
    """Give a document its sectors: those of its words, else of the bodies that sign it."""
    found = _back(context, draft, taken) if context.head_final and not draft.elided else []
    for mention in found or _on(context, draft, taken):
        draft.cues.append((mention.begin, mention.end))
        _add(draft, mention.values[SECTOR])
    if not draft.sectors:
        for body in draft.bodies:
            _add(draft, map(sector_of, body.portfolio))
            _add(draft, _OF_KIND.get(body.kind, ()))
        if not draft.bodies:
            _in_names(context, draft, taken)
    kinds, offices = [body.kind for body in draft.bodies], [holder.code for holder in draft.holders]
    if not (_SUBNATIONAL.isdisjoint(kinds) and _LOCAL.isdisjoint(offices)):
        _add(draft, ("regional",))


def _in_names(context: Context, draft: Draft, taken: Taken) -> None:
    """Subjects of what a document sets up, or of ministries named only in common."""
    bits = context.sentences[draft.sentence].bits
    if not bits & (PORTFOLIO | SECTOR):
        return
    mentions = context.within(*draft.region)
    for mention in mentions:
        if mention.bits & SECTOR and 0 <= mention.start - draft.end < _STEP and taken.names(mention.begin):
            _add(draft, mention.values[SECTOR])
    if draft.sectors:
        return
    if any(m.has(RELATION, "between") for m in mentions):
        for mention in mentions:
            if mention.bits & PORTFOLIO and not taken.hold(mention.begin):
                _add(draft, map(sector_of, mention.values[PORTFOLIO]))


def _add(draft: Draft, codes: Iterable[str]) -> None:
    for code in codes:
        if code not in draft.sectors:
            draft.sectors.append(code)


def sector_of(portfolio: str) -> str:
    """The sector a portfolio counts for."""
    row = portfolios().get(portfolio)
    return row.sector if row else portfolio


def _on(context: Context, draft: Draft, taken: Taken) -> list[Mention]:
    """The subject words after a noun, up to where the sentence turns to something else."""
    found: list[Mention] = []
    if not context.sentences[draft.sentence].bits & SECTOR:
        return found
    edge, item = draft.end, draft.item
    for mention in context.within(*draft.region):
        bits = mention.bits
        if not bits & _HEARD:
            continue
        start = mention.start
        if bits & SPEECH and start > draft.end:
            break
        if not bits & _LINKS:
            continue
        if start - edge > _STEP and not item and start - edge - taken.skip(edge, start) > _STEP:
            break
        if bits & SECTOR and not taken.hold(mention.begin):
            found.append(mention)
        edge = mention.end if mention.end > edge else edge
    return found


def _back(context: Context, draft: Draft, taken: Taken) -> list[Mention]:
    """The subject words before a noun that comes last, back to where its title begins."""
    found: list[Mention] = []
    edge = draft.start
    for mention in reversed(context.within(draft.region[0], draft.start)):
        if mention.bits & (SPEECH | STATUS) or (found and mention.has(RELATION, "between")):
            break
        if not mention.bits & (SECTOR | RELATION):
            continue
        if edge - mention.end - taken.skip(mention.end, edge) > _STEP_BACK:
            break
        if mention.bits & SECTOR and not taken.hold(mention.begin):
            found.insert(0, mention)
        edge = min(edge, mention.start)
    return found


def _takes_up(mention: Mention, start: int) -> bool:
    """Whether a word early in a sentence goes on telling of what was told: "they cover", "among them"."""
    if mention.has(RELATION, "list"):
        return True
    return mention.has(RELATION, "on") and mention.start - start > 1 and mention.end - mention.start > _TIE


def told_on(context: Context, draft: Draft, taken: Taken) -> None:
    """A document of no subject takes it from the next sentence where that begins with what it is on."""
    number = draft.sentence + 1
    if draft.sectors or number >= len(context.sentences) or not context.lexicon.traits.capitals:
        return
    sentence = context.sentences[number]
    if sentence.line != context.sentences[draft.sentence].line:
        return
    mentions = context.of(sentence)
    ties = [m for m in mentions[:4] if m.start - sentence.start < _OPENS and _takes_up(m, sentence.start)]
    if not ties:
        return
    for mention in mentions:
        if mention.bits & SECTOR and mention.start >= ties[0].end and not taken.hold(mention.begin):
            draft.cues.append((mention.begin, mention.end))
            _add(draft, mention.values[SECTOR])
