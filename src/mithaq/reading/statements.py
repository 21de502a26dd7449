"""Statements: quotations with their speakers.

A quotation stands in quotation marks, behind the dash of a dialogue, or bare before the words that tell who
said it ("…, said X", "…, كما أشار X"). Who says "we" and "our" has said the whole paragraph, else its last
sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mithaq.languages.senses import BODY, BODY_NAME, DOCUMENT, FIRST_PERSON, OFFICE, SPEECH
from mithaq.reading.context import Context
from mithaq.reading.layout import FURNITURE_LINE, HEADING, TITLE, Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.people import Holder

_CLOSING = {"«": "»", "“": "”", "„": "“", "‟": "”", "〝": "〞", '"': '"', "‹": "›"}
_ALSO_CLOSING = {"“": '"', "„": "”", '"': "”"}
"""Marks that writers mix."""
_OPENED_BY = {
    closing: tuple(mark for mark in _CLOSING if closing in _CLOSING[mark] + _ALSO_CLOSING.get(mark, ""))
    for closing in "".join([*_CLOSING.values(), *_ALSO_CLOSING.values()])
}
# begins with one set, a line break in it, for a search to pass quickly over all else
_MARKS = re.compile("[\n" + "".join(sorted({*_CLOSING, *_OPENED_BY})) + r"](?:(?<!\n)|\n)")
_LEAST, _MOST = 25, 1500
_TELLING = 130
"""How long the words that tell who said it may be."""
_NEAR = 160
_BESIDE = 24
"""How far a verb of speech may stand from the edge of the words that tell who said it."""
_EDGES = " \u00a0\n,،;؛:–—-"


@dataclass(slots=True)
class Said:
    """A quotation in the clean text and its speaker: the index of a person, if told."""

    start: int
    end: int
    speaker: int | None


class Speakers:
    """The people of a report by the words they are told with: family names, offices."""

    def __init__(self, context: Context, people: Sequence[Holder]) -> None:
        self._context = context
        self._people = people
        self._by_name: dict[str, int] = {}
        self._places: list[tuple[int, int]] = []
        for index, holder in enumerate(people):
            for start, end in holder.names:
                words = context.clean[start:end].split()
                if words:
                    self._by_name.setdefault(words[-1].casefold(), index)
                self._places.append((start, index))
        self._places.sort()
        self._offices: dict[int, Holder] = {holder.start: holder for holder in people}

    def within(self, start: int, end: int, *, last: bool = False, offices: bool = True) -> int | None:
        """The person told in a span: the first by name (or the last), else by office."""
        words = self._context.clean[start:end].split()
        for word in reversed(words) if last else words:
            index = self._named(word.strip('()«»"“”.,،:;!?…–—-').casefold())
            if index is not None:
                return index
        told = [m for m in self._context.within(start, end) if m.bits & OFFICE] if offices else []
        return self._holding(told[-1 if last else 0]) if told else None

    def _named(self, word: str) -> int | None:
        """The person of a family name in any case: Токаева is Токаев, Тоқаевтың is Тоқаев."""
        index = self._by_name.get(word)
        cut = len(word) - 1
        while index is None and cut >= max(4, len(word) - 4):
            index = self._by_name.get(word[:cut])
            cut -= 1
        return index

    def _holding(self, office: Mention) -> int | None:
        """The named person who holds an office that is told without a name."""
        told = self._offices.get(office.start)
        if told is None:
            return None
        holders = [
            index for index, holder in enumerate(self._people)
            if holder.names and holder.code == told.code and told.country in (None, holder.country)
        ]  # fmt: skip
        return holders[0] if len(holders) == 1 else None

    def before(self, position: int) -> int | None:
        """The person named last before a position, for "he said"."""
        at = bisect_left(self._places, (position, -1)) - 1
        return self._places[at][1] if at >= 0 else None


def statements(context: Context, people: Sequence[Holder]) -> list[Said]:
    """The quotations of a report in order."""
    speakers = Speakers(context, people)
    found = list(_marked(context, speakers))
    ends = [said.end for said in found]
    for said in _told(context, speakers):
        at = bisect_left(ends, said.start)
        if at == len(found) or found[at].start >= said.end:
            found.append(said)
    return sorted(found, key=lambda said: said.start)


def _marked(context: Context, speakers: Speakers) -> Iterator[Said]:
    """The quotations in quotation marks beside words of speech."""
    floor = 0
    for start, end in quotations(context.clean):
        speaker = _speaker(context, speakers, (start, end), floor)
        floor = end
        if speaker is not None:
            yield Said(start, end, speaker[0])


def quotations(clean: str) -> Iterator[tuple[int, int]]:
    """The inside of every quotation long enough to be speech; quotations in quotations belong to them."""
    reach = 0
    for start, end in sorted(_pairs(clean)):
        if start < reach or end - start >= _MOST:
            continue
        reach = end
        if end - start > _LEAST and clean.count(" ", start, end) > 2:
            yield start + 1, end - (clean[end - 1] in ",،")


def _pairs(clean: str) -> Iterator[tuple[int, int]]:
    """Marks that open and close a quotation, in one pass; an empty line closes none of what stands open."""
    still_open: dict[str, list[int]] = {mark: [] for mark in _CLOSING}
    for found in _MARKS.finditer(clean):
        mark, at = found[0], found.start()
        if mark[0] == "\n":
            for places in still_open.values():
                places.clear()
            continue
        opened = [kind for kind in _OPENED_BY.get(mark, ()) if still_open[kind]]
        if opened and not (mark == '"' and clean[at + 1 : at + 2].isalnum()):
            start = still_open[max(opened, key=lambda kind: still_open[kind][-1])].pop()
            for places in still_open.values():
                while places and places[-1] > start:
                    places.pop()
            yield start, at
        elif mark in _CLOSING:
            still_open[mark].append(at)


def _speaker(
    context: Context, speakers: Speakers, span: tuple[int, int], floor: int
) -> tuple[int | None] | None:
    """Who said a quotation, in a tuple; None where nothing tells that anybody said it."""
    start, end = span
    if _is_title(context, start, end):
        return None
    stop = min(_line_end(context.clean, end), end + _NEAR)
    verb = next((m for m in context.within(end, stop) if m.bits & SPEECH), None)
    if verb is not None and verb.start - end < _NEAR // 2 and _goes_on(context.clean, end, verb.start):
        high = min(verb.end + _NEAR, _sentence_end(context, verb.start))
        return (_who(context, speakers, verb, (end, high), start),)
    low = max(floor, context.sentences[context.sentence_at(start)].start, start - 2 * _NEAR)
    verbs = [m for m in context.within(low, start) if m.bits & SPEECH]
    if verbs:
        return (_who(context, speakers, verbs[-1], (low, start), start),)
    if context.clean[low:start].rstrip(' «“„"').endswith(":"):
        return (speakers.within(low, start, last=True),)
    return None


def _is_title(context: Context, start: int, end: int) -> bool:
    """Whether quotation marks hold the name of a document."""
    first = context.within(start, start + 3)
    return end - start < _NEAR // 2 and bool(first) and bool(first[0].bits & DOCUMENT)


def _goes_on(clean: str, end: int, verb: int) -> bool:
    """Whether the sentence of a quotation goes on behind it: no new sentence begins before its verb."""
    return not any(mark in clean[end + 1 : verb] for mark in ".!?؟")


def _who(
    context: Context, speakers: Speakers, verb: Mention, within: tuple[int, int], start: int
) -> int | None:
    """The speaker told beside a verb of speech; nobody where a report or a stranger speaks, else the last."""
    low, high = within
    who = speakers.within(low, high, last=high <= start)
    if who is not None:
        return who
    around = context.within(low, high)
    if any(m.bits & (BODY | BODY_NAME | DOCUMENT) or m.has(SPEECH, "reported") for m in around):
        return None
    follow = context.clean[verb.end : verb.end + 2].strip()
    if context.lexicon.traits.capitals and follow[:1].isupper():
        return None
    return speakers.before(start)


def _line_end(clean: str, position: int) -> int:
    end = clean.find("\n", position)
    return end if end >= 0 else len(clean)


def _sentence_end(context: Context, position: int) -> int:
    return context.sentences[context.sentence_at(position)].end


def _told(context: Context, speakers: Speakers) -> Iterator[Said]:
    """The quotations without marks: paragraphs whose last words tell who said them."""
    sentences = context.sentences
    for number, sentence in enumerate(sentences):
        if not sentence.bits & SPEECH or sentence.kind in (FURNITURE_LINE, TITLE, HEADING):
            continue
        if number + 1 == len(sentences) or sentences[number + 1].line != sentence.line:
            first = number
            while first and sentences[first - 1].line == sentence.line:
                first -= 1
            said = _attributed(context, speakers, sentences[first : number + 1])
            if said is not None:
                yield said


def _attributed(context: Context, speakers: Speakers, paragraph: list[Sentence]) -> Said | None:
    """The quotation of a paragraph that ends in "…, said X"."""
    closing = paragraph[-1]
    cut = _last_cut(context.clean, closing)
    verb = next((m for m in context.within(cut, closing.end) if m.bits & SPEECH), None) if cut > 0 else None
    if verb is None or min(verb.start - cut, closing.end - verb.end) > _BESIDE:
        return None
    whole = paragraph[0].start
    own = any(m.bits & FIRST_PERSON for m in context.within(whole, cut))
    who = speakers.within(cut, closing.end, offices=own)
    if who is None or verb.has(SPEECH, "reported"):
        return None
    speech = [m for m in context.within(whole, cut) if m.bits & SPEECH]
    start = whole if own and not speech else closing.start
    if any(m.start >= start for m in speech):
        return None
    while start < cut and context.clean[start] in _EDGES:
        start += 1
    while cut > start and context.clean[cut - 1] in _EDGES:
        cut -= 1
    return Said(start, cut, who) if cut - start >= _LEAST else None


def _last_cut(clean: str, sentence: Sentence) -> int:
    """Where the last words after a comma or dash begin, if they are few enough to tell only who spoke."""
    low = max(sentence.start, sentence.end - _TELLING)
    return max(clean.rfind(mark, low, sentence.end) for mark in (",", "،", " –", " —", " - "))
