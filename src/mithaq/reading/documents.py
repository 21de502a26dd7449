"""Documents: which nouns of a report are instruments, how many, and what became of them."""

from dataclasses import dataclass, field

from mithaq.languages.senses import (
    BODY,
    BODY_NAME,
    COUNT,
    DOCUMENT,
    NUMBER,
    ORDINAL,
    PORTFOLIO,
    RELATION,
    SECTOR,
    STATE,
    STATUS,
)  # fmt: skip
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE, HEADING, ITEM, TITLE, Sentence
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.people import Holder


@dataclass(slots=True)
class Draft:
    """A document under way. ``region`` bounds the words that tell what it is about and who signed."""

    start: int
    end: int
    kind: str
    number: str
    sentence: int
    region: tuple[int, int]
    count: int | None = 1
    status: str | None = None
    status_at: tuple[int, int] | None = None
    elided: bool = False
    background: bool = False
    headline: bool = False
    item: bool = False
    bodies: list[Body] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)
    period: tuple[str | None, str | None, int, int] | None = None
    value: float | None = None
    currency: str | None = None

    @property
    def bulk(self) -> bool:
        """Several documents told by one noun."""
        return self.count is None or self.count > 1

    @property
    def bare(self) -> bool:
        """Nothing is said of it but its kind."""
        return not (self.bodies or self.holders or self.sectors or self.period)


def drafts(context: Context, inside: list[tuple[int, int]]) -> list[Draft]:
    """The documents of a report in order, with regions, counts and status; ``inside`` are spans of bodies."""
    found: list[Draft] = []
    list_of: _ListContext = _ListContext()
    for number, sentence in enumerate(context.sentences):
        if sentence.kind == FURNITURE_LINE:
            continue
        heads = _heads(context, sentence, inside, found)
        if not heads and sentence.kind == ITEM and list_of.kind and _has(context, sentence, SECTOR):
            heads = [
                Draft(
                    sentence.start,
                    sentence.end,
                    list_of.kind,
                    "sg",
                    number,
                    (sentence.start, sentence.end),
                    elided=True,
                )
            ]
        for draft in heads:
            draft.sentence = number
            draft.headline = sentence.kind in (TITLE, HEADING)
            draft.item = sentence.kind == ITEM
        _regions(context, sentence, heads)
        for index, draft in enumerate(heads):
            _status(context, sentence, draft, heads[index - 1] if index else None, list_of, found)
        list_of.update(context, sentence, heads)
        found.extend(heads)
    _as_announced(context, found)
    return found


def _as_announced(context: Context, found: list[Draft]) -> None:
    """Documents of the text without a status of their own, where the headline counts what was signed."""
    title = next(
        (d for d in found if d.headline and d.count and d.count > 1 and d.status in ("signed", "planned")),
        None,
    )
    open_ones = [
        d for d in found if not (d.status or d.headline or d.background or d.bulk) and _tells(context, d)
    ]
    if (
        title is not None
        and len(open_ones) <= (title.count or 0)
        and not any(
            d.status and not d.headline
            for d in found[:-1]
            if not d.bulk and d.start < (open_ones[0].start if open_ones else 0)
        )
    ):
        for draft in open_ones:
            draft.status, draft.status_at = title.status, title.status_at


def _has(context: Context, sentence: Sentence, bits: int) -> bool:
    return any(mention.bits & bits for mention in context.of(sentence))


@dataclass(slots=True)
class _ListContext:
    """What a heading says of the items under it: their kind and status."""

    kind: str | None = None
    status: str | None = None
    status_at: tuple[int, int] | None = None
    line: int = -1

    def update(self, context: Context, sentence: Sentence, heads: list[Draft]) -> None:
        """Open a list at a colon (or a heading that tells a status), close it at prose after it."""
        if sentence.kind == ITEM or (
            self.status and not sentence.opens_list and context.clean[sentence.end - 1] in ";؛,،"
        ):
            return
        marks = [m for m in context.of(sentence) if m.bits & STATUS and not m.has(STATUS, "void")]
        if sentence.opens_list or (sentence.kind == HEADING and marks):
            last = marks[-1] if marks else None
            if last is not None:
                self.status, self.status_at = str(last.get(STATUS)), (last.start, last.end)
            elif heads and heads[-1].status:
                self.status, self.status_at = heads[-1].status, heads[-1].status_at
            kinds = [draft.kind for draft in heads if draft.bulk and draft.kind != "document"]
            self.kind = kinds[-1] if kinds else None
            self.line = sentence.line
        elif sentence.kind not in (TITLE, HEADING) and sentence.line != self.line:
            self.kind = self.status = self.status_at = None


def _heads(
    context: Context, sentence: Sentence, inside: list[tuple[int, int]], before: list[Draft]
) -> list[Draft]:
    """The nouns of a sentence that stand for a document of their own."""
    mentions = context.of(sentence)
    found: list[Draft] = []
    for index, mention in enumerate(mentions):
        if mention.bits & DOCUMENT:
            if any(start < mention.begin < end for start, end in inside):
                continue
            draft = _draft(context, mentions, index)
            if found and _absorbed(context, found[-1], mention):
                found[-1].end = mention.end
                context.note(
                    "instrument", "second name of the document before", mention.start, mention.end, kept=False
                )
            elif _nested(context, mentions, index, found):
                context.note(
                    "instrument", "part of another document's title", mention.start, mention.end, kept=False
                )
            elif context.head_final and _nested_final(context, mentions, index):
                context.note(
                    "instrument", "part of the title that follows", mention.start, mention.end, kept=False
                )
            else:
                found.append(draft)
        elif mention.bits & (RELATION | ORDINAL) and _is_elided(context, mentions, index, found, before):
            last = found[-1] if found else before[-1]
            found.append(Draft(mention.start, mention.end, last.kind, "sg", 0, (0, 0), elided=True))
    return found


def _draft(context: Context, mentions: list[Mention], index: int) -> Draft:
    mention = mentions[index]
    kind, number = mention.get(DOCUMENT)
    draft = Draft(mention.begin, mention.end, kind, number, 0, (0, 0))
    draft.count = _count(context, mentions, index, number, draft)
    return draft


def _count(context: Context, mentions: list[Mention], index: int, number: str, draft: Draft) -> int | None:
    """How many documents a noun stands for: the number before it, two for a dual, None for a bare plural."""
    mention = mentions[index]
    edge = mention.start
    for before in reversed(mentions[max(index - 3, 0) : index]):
        gap = context.clean[before.end : edge]
        if (
            len(gap) > 24
            or any(mark in gap for mark in ",;:.،؛\n")
            or (gap.strip(" و") not in (")", "") and {*"()"} & {*gap})
        ):
            break
        if before.bits & DIGITS or before.bits & NUMBER:
            value = before.value if before.bits & DIGITS else float(before.get(NUMBER))
            if (
                value == int(value)
                and 1 <= value < 1000
                and not (before.end - before.start == 4 and value > 1900)
            ):
                draft.start = before.begin
                return int(value)
            break
        if before.bits & COUNT:
            draft.start = before.begin
            return 2 if before.has(COUNT, "pair") else None
        if before.bits & (DOCUMENT | STATUS | ORDINAL):
            break
        edge = before.start
    if number == "du":
        return 2
    return None if number == "pl" else 1


def _absorbed(context: Context, last: Draft, mention: Mention) -> bool:
    """A second name of the same document ("plan (road map)"), or the second noun of a mixed bulk."""
    gap = context.clean[last.end : mention.begin].strip()
    if gap in ("(", "(«", '("', "(“", "«", "–", "-", "/"):
        return True
    second = mention.get(DOCUMENT)[1]
    between = context.within(last.end, mention.start + 1)
    joined = gap in ("", "and", "и", "و", "мен", "пен", "бен", "және") or (
        len(between) == 1 and between[0].has(RELATION, "and")
    )
    return joined and last.bulk and second != "sg" and len(gap) < 8


def _nested(context: Context, mentions: list[Mention], index: int, found: list[Draft]) -> bool:  # noqa: PLR0911
    """A document inside the title of the one before it: "protocol amending the agreement"."""
    if not found or context.head_final:
        return False
    mention = mentions[index]
    last = found[-1]
    gap = context.clean[last.end : mention.begin]
    if len(gap) > 90 or any(mark in gap for mark in ";؛.\n"):
        return False
    before = context.within(last.end, mention.start)
    if any(m.bits & STATUS for m in before):
        return False
    tie = before[-1] if before and mention.begin - before[-1].end <= 12 else None
    clitic = context.clean[mention.start : mention.begin]
    if clitic.endswith(("ل", "لل")) and len(gap) < 40:
        return True
    if any(m.has(RELATION, "nesting") and mention.begin - m.end <= 16 for m in before[-3:]):
        return True
    if tie is None or not tie.bits & RELATION:
        return False
    return tie.has(RELATION, "nesting") or (
        "," not in gap
        and "،" not in gap
        and (tie.has(RELATION, "on") or tie.has(RELATION, "of") or tie.has(RELATION, "within"))
        and len(gap) < 60
    )


def _nested_final(context: Context, mentions: list[Mention], index: int) -> bool:
    """In a head-final language: a document that another one, after "about" or "within", follows."""
    mention = mentions[index]
    for follow in mentions[index + 1 : index + 6]:
        gap = context.clean[mention.end : follow.start]
        if any(mark in gap for mark in ";.\n") or len(gap) > 60 or follow.bits & STATUS:
            return False
        if follow.bits & DOCUMENT:
            between = context.within(mention.end, follow.start)
            return any(
                m.has(RELATION, "on") or m.has(RELATION, "nesting") or m.has(RELATION, "within")
                for m in between
            )
    return False


def _is_elided(
    context: Context, mentions: list[Mention], index: int, found: list[Draft], before: list[Draft]
) -> bool:
    """ "another on customs", "the third concerns …": a document whose noun is left out."""
    mention = mentions[index]
    if not (mention.has(RELATION, "another") or mention.bits & ORDINAL):
        return False
    if not found and not (before and before[-1].sentence >= context.sentence_at(mention.start) - 1):
        return False
    follow = mentions[index + 1] if index + 1 < len(mentions) else None
    if follow is None or follow.start - mention.end > 12:
        return False
    if follow.bits & RELATION and (follow.has(RELATION, "on") or follow.has(RELATION, "between")):
        return True
    announced = next((draft for draft in reversed(found or before) if not draft.elided), None)
    return (
        announced is not None
        and announced.bulk
        and not context.lexicon.traits.capitals
        and bool(follow.bits & (SECTOR | PORTFOLIO | BODY | BODY_NAME))
        and follow.start - mention.end <= 2
    )


def _regions(context: Context, sentence: Sentence, heads: list[Draft]) -> None:
    """The words of a sentence each document can draw on."""
    for index, draft in enumerate(heads):
        if len(heads) == 1 and sentence.kind == ITEM:
            draft.region = (sentence.start, sentence.end)
        elif context.head_final and not draft.elided:
            draft.region = (heads[index - 1].end if index else sentence.start, draft.end)
        else:
            draft.region = (draft.start, heads[index + 1].start if index + 1 < len(heads) else sentence.end)


def _status(
    context: Context,
    sentence: Sentence,
    draft: Draft,
    last: Draft | None,
    list_of: _ListContext,
    found: list[Draft],
) -> None:
    """What became of a document: its own verb, else the list's, else that of the document before."""
    mentions = context.of(sentence)
    marks = [m for m in mentions if m.bits & STATUS]
    own = _own_status(context, draft, marks)
    if own is not None:
        draft.status, draft.status_at = str(own.get(STATUS)), (own.start, own.end)
        if draft.status == "void":
            draft.status = None
        return
    if (sentence.kind == ITEM and list_of.status) or (list_of.status and sentence.line > list_of.line >= 0):
        draft.status, draft.status_at = list_of.status, list_of.status_at
        return
    if any(m.has(RELATION, "within") and 0 <= draft.start - m.end < 25 for m in mentions):
        draft.background = True
        return
    if last is not None and last.status:
        draft.status, draft.status_at = last.status, last.status_at
    elif (draft.elided and found and found[-1].status) or (
        found
        and found[-1].status
        and found[-1].sentence >= context.sentence_at(draft.start) - 2
        and _tells(context, draft)
    ):
        draft.status, draft.status_at = found[-1].status, found[-1].status_at


def _tells(context: Context, draft: Draft) -> bool:
    """Whether the region says what the document is about or between whom it is."""
    return any(
        m.bits & (SECTOR | STATE) or m.has(RELATION, "between")
        for m in context.within(*draft.region)
        if m.start != draft.start
    )


def _own_status(context: Context, draft: Draft, marks: list[Mention]) -> Mention | None:
    """The nearest verb of signing: before the noun where heads come first, after it where they come last."""
    if not marks:
        return None
    before = [m for m in marks if m.start < draft.start]
    after = [m for m in marks if m.start >= draft.end]
    if not before and not after:
        return marks[0]
    if context.head_final:
        return after[0] if after else before[-1]
    if after and before:
        near_after = after[0].start - draft.end
        near_before = draft.start - before[-1].end
        blocked = (
            ";" in context.clean[before[-1].end : draft.start]
            or "؛" in context.clean[before[-1].end : draft.start]
        )
        return after[0] if blocked or (near_after < 30 and near_after < near_before) else before[-1]
    return before[-1] if before else after[0]
