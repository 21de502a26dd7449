"""Reports between a few states over a few days, so alike that they meet, differ and repeat each other."""

from collections.abc import Iterable, Sequence
from datetime import date

from hypothesis import Phase, settings
from hypothesis import strategies as st

from bench.reports import LANGUAGES, Paper, Story, report
from mithaq.model.record import Record
from mithaq.register import filing
from mithaq.register.database import Database
from mithaq.register.history import Act, Journal
from mithaq.register.records import Filed

ACT = Act("ada", "2026-03-04T05:06:07Z")
Report = tuple[bytes, str, Record]
"""The bytes of a document, its text and its record."""


def examples(kind: str, most: int = 8) -> settings:
    """How many examples are tried; each makes registers, and a server is slower than a file.

    Making a failing example smaller would take minutes.
    """
    return settings(max_examples=most if kind == "sqlite" else 2, phases=(Phase.explicit, Phase.generate))


_PEOPLE = (
    ("head_of_state", "KZ", (0, 2, 9, 7)), ("head_of_government", "BY", (1, 2, 3, 4)),
    ("minister", "BY", (1, 2, 3, 4)), ("minister", "KZ", (5, 6, 7, 8, 9)),
)  # fmt: skip
_PAPERS = st.builds(
    Paper,
    kind=st.sampled_from(("memorandum", "roadmap", "agreement")),
    portfolio=st.sampled_from(("trade", "industry")),
    years=st.sampled_from((None, ("2025", "2027"), ("2026", "2028"))),
    value=st.sampled_from((None, 5_000_000, 7_000_000)),
    status=st.sampled_from(("signed", "planned")),
)
_STORIES = st.builds(
    Story,
    sides=st.sampled_from((("KZ", "BY"), ("BY", "KZ"), ("KZ", "UZ"))),
    day=st.sampled_from((date(2025, 11, 5), date(2025, 11, 6), date(2026, 2, 1))),
    meeting=st.sampled_from(("official_visit", "talks", "visit")),
    papers=st.lists(_PAPERS, max_size=3).map(tuple),
    people=st.lists(st.sampled_from(_PEOPLE), max_size=3, unique=True).map(tuple),
    sector=st.sampled_from(("trade", "industry")),
    sum=st.sampled_from((None, 160_000_000, 161_000_000)),
)


@st.composite
def reports(draw: st.DrawFn, least: int = 2, most: int = 10) -> list[Report]:
    """Some reports, all different."""
    told = draw(st.lists(st.tuples(_STORIES, st.sampled_from(LANGUAGES)), min_size=least, max_size=most))
    return [made(each, language, f"outlet {place}") for place, (each, language) in enumerate(told)]


def made(story: Story, language: str = "en", outlet: str = "outlet") -> Report:
    """One report of a story, published on its day."""
    data, text, record = report(story, language, outlet, story.day.isoformat())
    return data, text.body, record


def file(
    database: Database, told: Iterable[Report], reader: str = "first", together: int = 3
) -> list[filing.Outcome]:
    """File reports, some in each transaction."""
    waiting = list(told)
    outcomes: list[filing.Outcome] = []
    for start in range(0, len(waiting), together):
        journal = Journal(ACT)
        with database.writing() as connection:
            outcomes += [
                filing.file(connection, Filed(*each, reader), each[2].document.sha256[:8], journal)
                for each in waiting[start : start + together]
            ]
            journal.write(connection)
    return outcomes


def entries_of(database: Database, kind: str) -> Sequence[str]:
    """The ids of the entries of a type, sorted."""
    with database.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT id FROM entry WHERE type = '{kind}' ORDER BY id")
        return [row[0] for row in rows]
