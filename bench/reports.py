"""Made-up reports of made-up meetings, each with the record that reads it: load for the register.

Nothing in them happened. States, offices and portfolios are those of the code lists, people are made of
syllables. What one story tells is told by several reports in several languages, not always alike. The same
number gives the same story each time.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate

from mithaq import lists
from mithaq.model.record import (
    Amount,
    Coded,
    Commitment,
    Document,
    Instrument,
    Meeting,
    Period,
    Person,
    Proof,
    Record,
    Signatory,
)
from mithaq.model.span import Span
from mithaq.model.text import Text

LANGUAGES = ("ar", "ru", "en", "kk")
FIRST_DAY = date(2016, 1, 1)
DAYS = 3650
STATES = (
    "KZ", "RU", "CN", "AE", "TR", "UZ", "BY", "SA", "KG", "AZ", "IR", "TM", "QA", "EG", "TJ", "IN", "KR",
    "DE",
    "US", "JP", "IT", "FR", "GB", "PK", "MN", "GE", "AM", "OM", "JO", "KW", "BH", "MA", "MY", "ID", "VN",
    "HU", "RS", "SG", "AF", "PL",
)  # fmt: skip
"""States from the one most often told of to the rarest."""
_SYLLABLES = (
    ("ba", "ба", "با"), ("do", "до", "دو"), ("ri", "ри", "ري"), ("san", "сан", "سان"), ("mur", "мур", "مور"),
    ("la", "ла", "لا"), ("tem", "тем", "تيم"), ("kar", "кар", "كار"), ("ni", "ни", "ني"),
    ("bek", "бек", "بيك"), ("zha", "жа", "جا"), ("lin", "лин", "لين"), ("os", "ос", "وس"),
    ("dar", "дар", "دار"), ("yu", "ю", "يو"),
)  # fmt: skip
_PORTFOLIOS = (
    "foreign_affairs",
    "economy",
    "interior",
    "trade",
    "industry",
    "energy",
    "transport",
    "agriculture",
)
_KINDS = ("memorandum", "agreement", "roadmap", "protocol", "plan", "joint_statement", "contract")
_MEETINGS = ("official_visit", "talks", "commission_session", "state_visit", "visit", "consultations")
_OFFICES = ("head_of_state", "head_of_government", "minister", "deputy_minister", "ambassador")
_VERB = {"en": "signed by", "ru": "подписали", "ar": "وقّعها", "kk": "қол қойған"}
_WORTH = {"en": "worth", "ru": "на сумму", "ar": "بقيمة", "kk": "сомасы"}
_AGREED = {
    "en": "The sides agreed to widen cooperation in", "ru": "Стороны договорились расширить сотрудничество:",
    "ar": "واتفق الجانبان على توسيع التعاون في", "kk": "Тараптар ынтымақтастықты кеңейтуге келісті:",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a story: two ministries of one portfolio sign it."""

    kind: str
    portfolio: str
    years: tuple[str, str] | None = None
    value: int | None = None
    status: str = "signed"


@dataclass(frozen=True, slots=True)
class Story:
    """What happened: ``sides`` are two states, the first the host; ``people`` an office and a name each."""

    sides: tuple[str, str]
    day: date
    meeting: str
    papers: tuple[Paper, ...]
    people: tuple[tuple[str, str, tuple[int, ...]], ...]
    sector: str
    sum: int | None = None


class _Page:
    """A report being written: its words so far, and where they stand."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._length = 0

    def put(self, words: str, after: str = " ") -> Span:
        span = Span(self._length, self._length + len(words))
        self._words += (words, after)
        self._length += len(words) + len(after)
        return span

    def body(self) -> str:
        return "".join(self._words)


def report(story: Story, language: str, outlet: str, published: str | None) -> tuple[bytes, Text, Record]:
    """The bytes, the text and the record of a report; of two outlets the words differ, not what is told."""
    page = _Page()
    title = page.put(
        " – ".join(map(_state(language), story.sides)) + f": {_label('meetings', story.meeting, language)}",
        "\n",
    )
    sides = [page.put(_state(language)(code)) for code in story.sides]
    met = page.put(f"{_label('meetings', story.meeting, language)} {story.day.isoformat()}", ".\n")
    people = [(who, _person(page, who, language)) for who in story.people]
    papers = [(paper, _paper(page, story, paper, language)) for paper in story.papers]
    total = page.put(f"{_WORTH[language]} {story.sum} USD", ".\n") if story.sum else None
    agreed = page.put(f"{_AGREED[language]} {_label('sectors', story.sector, language)}", ".\n")
    page.put(outlet, "\n")
    data = page.body().encode()
    text = Text(page.body(), sha256=sha256(data).hexdigest(), published=published)

    def proof(*spans: Span) -> Proof:
        return tuple(text.quote(span) for span in spans)

    def cut(span: Span) -> str:
        return text.body[slice(*span)]

    return data, text, Record(
        Document("-", text.sha256, "text/plain", language, cut(title), published, len(text.body)),
        countries=tuple(
            Coded(code, proof(span), 0.99) for code, span in sorted(zip(story.sides, sides, strict=True))
        ),
        sectors=(Coded(story.sector, proof(agreed), 0.95),),
        meeting=Meeting(
            story.meeting, story.day.isoformat(), None, story.sides[0], story.sides[0], (story.sides[1],),
            proof(met), 0.9,
        ),
        people=tuple(
            Person(cut(at[1]), name(parts, "en"), office, cut(at[0]), state, None, proof(*at), 0.97)
            for (office, state, parts), at in people
        ),
        instruments=tuple(_instrument(story, paper, at, text) for paper, at in papers),
        amounts=(Amount(story.sum, "USD", "agreements", "exact", None, None, proof(total), 0.95),)
        if story.sum and total else (),
        commitments=(
            Commitment("agreed", _pair(story), (story.sector,), cut(agreed), None, proof(agreed), 0.8),
        ),
    )  # fmt: skip


def name(parts: tuple[int, ...], language: str) -> str:
    """A name made of syllables, in the letters of a language."""
    column = {"en": 0, "ar": 2}.get(language, 1)
    half = len(parts) // 2
    words = ("".join(_SYLLABLES[each][column] for each in part) for part in (parts[:half], parts[half:]))
    return " ".join(word.capitalize() for word in words)


def _state(language: str) -> Callable[[str], str]:
    return lambda code: _label("countries", code, language)


@cache
def _label(rows: str, code: str, language: str) -> str:
    table = {**lists.sectors(), **lists.portfolios()} if rows == "portfolios" else getattr(lists, rows)()
    return str(table[code].label(language))


def _person(page: _Page, who: tuple[str, str, tuple[int, ...]], language: str) -> tuple[Span, Span]:
    office, state, parts = who
    told = page.put(f"{_label('offices', office, language)} ({_state(language)(state)})")
    return told, page.put(name(parts, language), ".\n")


def _paper(page: _Page, story: Story, paper: Paper, language: str) -> tuple[Span, list[Span], Span | None]:
    field = _label("portfolios", paper.portfolio, language)
    years = f", {paper.years[0]}-{paper.years[1]}" if paper.years else ""
    title = page.put(f"{_label('instruments', paper.kind, language)}: {field}{years}")
    page.put(_VERB[language])
    ministry = _label("bodies", "ministry", language)
    signers = [page.put(f"{ministry}: {field} ({_state(language)(state)})") for state in story.sides]
    worth = page.put(f"{_WORTH[language]} {paper.value} USD") if paper.value else None
    page.put(".", "\n")
    return title, signers, worth


def _instrument(
    story: Story, paper: Paper, at: tuple[Span, list[Span], Span | None], text: Text
) -> Instrument:
    title, signers, worth = at
    bodies = tuple(
        Signatory(
            text.body[slice(*span)], "ministry", (paper.portfolio,), state, None,
            f"{state}/ministry/{paper.portfolio}", (text.quote(span),),
        )
        for state, span in zip(story.sides, signers, strict=True)
    )  # fmt: skip
    proof = tuple(text.quote(span) for span in (title, worth) if span)
    return Instrument(
        paper.kind, paper.status, 1, text.body[slice(*title)], _pair(story), bodies, (story.sector,),
        Period(*paper.years) if paper.years else None, None, paper.value, "USD" if paper.value else None,
        proof, 0.95,
    )  # fmt: skip


def _pair(story: Story) -> tuple[str, ...]:
    return tuple(sorted(story.sides))


def story(number: int, of: int) -> Story:
    """One of ``of`` stories of ten years, in the order of their days."""
    chance = random.Random(f"story {number} of {of}")
    host, guest = _two(chance)
    day = FIRST_DAY + timedelta(days=number * DAYS // of)
    papers = tuple(_some_paper(chance, day) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 3, 5))))
    people = tuple(
        _holder(state, office, day) for state in (host, guest) for office in chance.sample(_OFFICES, 2)
    )
    total = chance.choice((None, None, chance.randrange(1, 900) * 1_000_000))
    return Story(
        (host, guest),
        day,
        chance.choice(_MEETINGS),
        papers,
        people,
        chance.choice(list(lists.sectors())),
        total,
    )


def _two(chance: random.Random) -> tuple[str, str]:
    weights = list(accumulate(1 / rank for rank in range(1, len(STATES) + 1)))
    host = chance.choices(STATES, cum_weights=weights)[0]
    guest = host
    while guest == host:
        guest = chance.choices(STATES, cum_weights=weights)[0]
    return host, guest


def _some_paper(chance: random.Random, day: date) -> Paper:
    years = (str(day.year), str(day.year + chance.choice((2, 3, 5)))) if chance.random() < 0.4 else None
    value = chance.randrange(1, 500) * 1_000_000 if chance.random() < 0.15 else None
    status = chance.choices(("signed", "planned", "negotiating", "in_force"), (80, 10, 5, 5))[0]
    return Paper(chance.choice(_KINDS), chance.choice(_PORTFOLIOS), years, value, status)


def _holder(state: str, office: str, day: date) -> tuple[str, str, tuple[int, ...]]:
    """Who holds an office on a day: somebody else every four years, of lesser offices one of ten."""
    term = f"{state} {office} {day.year // 4}"
    if office in {"minister", "deputy_minister", "ambassador"}:
        term += f" {day.toordinal() % 10}"
    chance = random.Random(term)
    return office, state, tuple(chance.randrange(len(_SYLLABLES)) for _ in range(chance.choice((4, 5, 6))))


def reports(documents: int) -> Iterator[tuple[bytes, Text, Record]]:
    """About so many reports of ten years, as they would come: one to six of a story, three on average."""
    stories = documents // 3
    for number in range(stories):
        told = story(number, stories)
        chance = random.Random(f"reports of {number}")
        for outlet in range(chance.choice((1, 2, 2, 3, 3, 4, 6))):
            language = chance.choice(LANGUAGES)
            published = told.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 3)))
            yield report(_as_told(told, chance), language, f"outlet {outlet}", published.isoformat())


def _as_told(told: Story, chance: random.Random) -> Story:
    """A story as one report has it: a document left out, a sum rounded, a meeting called otherwise."""
    papers = told.papers
    if len(papers) > 1 and chance.random() < 0.3:
        papers = papers[:-1]
    meeting = "talks" if chance.random() < 0.2 else told.meeting
    total = told.sum + 1_000_000 if told.sum and chance.random() < 0.1 else told.sum
    return replace(told, papers=papers, meeting=meeting, sum=total)
