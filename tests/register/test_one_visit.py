"""The visit of November 2025 as four reports, and the one the project began with, tell of it."""

import pytest

from mithaq import adding
from mithaq.adding import Added
from mithaq.register import finding, showing
from mithaq.register.database import Database
from mithaq.register.finding import Query
from mithaq.register.history import Act, verify
from tests.conftest import ROOT

REPORTS = [str(ROOT / "tests" / "corpus" / f"{language}-101.txt") for language in ("ar", "ru", "en", "kk")]


def act():
    return Act("a desk officer", "2025-11-06T08:00:00Z")


def register(folder, sources):
    database = Database(f"sqlite:///{folder}/register.db")
    assert statuses(database, sources) == ["filed"] * len(sources)
    return database


def statuses(database, sources):
    outcomes = list(adding.add(database, sources, act))
    return [outcome.status if isinstance(outcome, Added) else str(outcome.error) for outcome in outcomes]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    return register(tmp_path_factory.mktemp("visit"), REPORTS)


def entries(database, **wanted):
    with database.reading() as connection:
        hits = finding.find(connection, Query(**wanted))
        return list(showing.entries(connection, [hit.id for hit in hits], adding.texts(connection)))


def test_four_reports_tell_of_one_visit(database):
    (visit,) = entries(database, type="event")
    assert (visit.get("kind"), visit.get("host"), visit.get("guests")) == ("official_visit", "KZ", ["BY"])
    assert visit.get("date") == "2025-11-04"
    assert {source.language for source in visit.sources} == {"ar", "en", "kk", "ru"}


def test_its_three_documents_are_there_once_each_with_every_source(database):
    documents = entries(database, type="instrument")
    assert sorted(document.get("kind") for document in documents) == ["memorandum", "roadmap", "roadmap"]
    for document in documents:
        assert document.get("status") == "signed"
        (action,) = document.get("actions")
        assert (action["status"], action["on"], len(action["documents"])) == ("signed", "2025-11-04", 4)
        assert len(document.sources) == 4
        assert len(document.get("signatories")) == 2
        assert set(document.get("title")) == {"ar", "ru", "en", "kk"}
    (memorandum,) = (document for document in documents if document.get("kind") == "memorandum")
    assert memorandum.get("signatories") == ["BY-VI/region_administration", "KZ-19/region_administration"]
    assert {(d.get("period_from"), d.get("period_to")) for d in documents if d.get("kind") == "roadmap"} == {
        ("2026", "2028")
    }


def test_its_sum_is_one_claim_and_counts_once(database):
    (claim,) = (claim for claim in entries(database, type="claim") if claim.get("about") == "agreements")
    assert (claim.get("value"), claim.get("currency"), claim.get("stage")) == (
        160_000_000,
        "USD",
        "announced",
    )
    assert claim.get("counted") is True
    assert len(claim.sources) == 4


@pytest.mark.parametrize(
    ("office", "country", "latin"),
    [
        ("head_of_government", "KZ", "Olzhas Bektenov"),
        ("head_of_government", "BY", "Alexander Turchin"),
        ("head_of_state", "KZ", "Kassym-Jomart Tokayev"),
        ("head_of_state", "BY", "Alexander Lukashenko"),
    ],
)
def test_a_person_is_one_in_four_spellings(database, office, country, latin):
    (person,) = (p for p in entries(database, type="person", kind=office) if p.get("country") == country)
    assert person.get("latin") == latin
    assert set(person.get("name")) == {"ar", "ru", "en", "kk"}


def test_a_ministry_is_one_in_four_languages(database):
    (ministry,) = entries(database, type="body", body="KZ/ministry/construction+industry")
    assert set(ministry.get("name")) == {"ar", "ru", "en", "kk"}


def test_an_arabic_word_finds_what_a_russian_report_told(tmp_path):
    database = register(tmp_path, [REPORTS[1]])
    assert {entry.get("kind") for entry in entries(database, words="خارطة طريق", type="instrument")} == {
        "roadmap"
    }


def test_a_name_is_found_in_every_script(database):
    found = [
        {entry.id for entry in entries(database, words=name, type="person")}
        for name in ("Tokayev", "Токаев", "Тоқаев", "توكاييف")
    ]
    assert len(found[0]) == 1
    assert found == [found[0]] * 4


def test_every_value_points_to_words_of_its_source(database):
    with database.reading() as connection:
        texts = adding.texts(connection)
        hits = finding.find(connection, Query(), limit=1000)
        for entry in showing.entries(connection, [hit.id for hit in hits], texts):
            for value in entry.values:
                for assertion in (*value.support, *value.rivals):
                    body = texts(assertion.document) if assertion.document else ""
                    for words in assertion.evidence:
                        assert words.quote == body[words.start : words.end]
                        assert words.prefix + words.quote + words.suffix in body
                if entry.type in {"event", "instrument", "claim", "commitment"} and value.reason != "derived":
                    assert value.property == "actions" or any(each.evidence for each in value.support)


def test_adding_the_reports_again_changes_nothing(database):
    with database.reading() as connection:
        before = verify(connection)
    assert statuses(database, REPORTS) == ["known"] * 4
    with database.reading() as connection:
        assert verify(connection) == before


@pytest.mark.seed
def test_the_first_report_of_all_is_of_the_same_visit(tmp_path, seed):
    report = tmp_path / "seed.txt"
    report.write_text(seed, encoding="utf-8")
    database = register(tmp_path, [*REPORTS, str(report)])
    (visit,) = entries(database, type="event")
    documents = entries(database, type="instrument")
    assert len(visit.sources) == 5
    assert [len(document.sources) for document in documents] == [5, 5, 5]


TOLD = (
    "ASTANA, 12 May 2025. Kazakhstan and Turkmenistan signed {count} documents during the state visit of the "
    "President of Turkmenistan to Kazakhstan. The agreements are worth {sum} billion US dollars."
)


def test_reports_that_contradict_each_other_stand_side_by_side(tmp_path):
    told = [("16", "1"), ("15", "1.2"), ("16", "1")]
    reports = []
    for number, (count, total) in enumerate(told):
        report = tmp_path / f"{number}.txt"
        report.write_text(f"{TOLD.format(count=count, sum=total)} Report {number}.", encoding="utf-8")
        reports.append(str(report))
    database = register(tmp_path, reports)
    (documents,) = entries(database, type="instrument")
    (claim,) = entries(database, type="claim")
    for entry, name, published, other in ((documents, "count", 16, 15), (claim, "value", 1e9, 1.2e9)):
        (value,) = (each for each in entry.values if each.property == name)
        assert (value.value, value.reason, len(value.support)) == (published, "most_sources", 2)
        assert [rival.value for rival in value.rivals] == [other]
        assert all(rival.evidence and rival.document for rival in value.rivals)
