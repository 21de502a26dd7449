"""Which value wins, and what it is told to have won by."""

from hypothesis import given
from hypothesis import strategies as st

from mithaq.register.saying import Said
from mithaq.register.winning import Ruling, winners


def said(prop, value, document="a", confidence=0.9, language="en"):
    return Said(prop, value, language, document, ((0, 1),), confidence)


def won(kind, voices, rulings=None):
    return {winner.property.name: winner for winner in winners(kind, voices, rulings or {})}


def test_a_value_of_one_report_is_told_so():
    found = won("instrument", [said("kind", "roadmap")])
    assert (found["kind"].value, found["kind"].reason) == ("roadmap", "only")


def test_reports_that_agree_are_told_so():
    found = won("instrument", [said("kind", "roadmap"), said("kind", "roadmap", "b")])
    assert found["kind"].reason == "agreed"
    assert len(found["kind"].support) == 2


def test_of_two_numbers_that_most_sources_give_wins_and_the_other_stays():
    voices = [said("count", 16), said("count", 15, "b"), said("count", 16, "c")]
    found = won("instrument", voices)["count"]
    assert (found.value, found.reason) == (16, "most_sources")
    assert [rival.value for rival in found.rivals] == [15]


def test_one_document_counts_once_however_often_it_says_a_thing():
    voices = [said("count", 16), said("count", 16), said("count", 15, "b", 0.95), said("count", 15, "c", 0.5)]
    assert won("instrument", voices)["count"].value == 15


def test_a_month_makes_the_day_no_contradiction():
    found = won("event", [said("date", "2025-11"), said("date", "2025-11-04", "b")])["date"]
    assert (found.value, found.reason, found.rivals) == ("2025-11-04", "more_precise", ())


def test_another_day_is_a_contradiction():
    voices = [said("date", "2025-11-04"), said("date", "2025-11-04", "b"), said("date", "2025-11-05", "c")]
    found = won("instrument", voices)["date"]
    assert found.value == "2025-11-04"
    assert [rival.document for rival in found.rivals] == ["c"]


def test_the_second_day_of_a_visit_is_none():
    voices = [said("date", "2025-11-04"), said("date", "2025-11-05", "b"), said("date", "2025-12-05", "c")]
    found = won("event", voices)["date"]
    assert (found.value, found.reason) == ("2025-11-04", "most_sources")
    assert [rival.document for rival in found.rivals] == ["c"]


def test_of_the_days_of_one_visit_the_first_is_published():
    found = won("event", [said("date", "2025-11-05"), said("date", "2025-11-04", "b")])["date"]
    assert (found.value, found.reason, found.rivals) == ("2025-11-04", "first_day", ())


def test_of_two_days_told_alike_the_earlier_one_is_taken():
    assert (
        won("event", [said("date", "2025-11-05"), said("date", "2025-11-04", "b")])["date"].value
        == "2025-11-04"
    )


def test_talks_do_not_contradict_an_official_visit():
    voices = [said("kind", "talks"), said("kind", "talks", "b"), said("kind", "official_visit", "c")]
    found = won("event", voices)["kind"]
    assert (found.value, found.reason, found.rivals) == ("official_visit", "more_specific", ())


def test_a_state_visit_contradicts_an_official_one():
    voices = [
        said("kind", "state_visit"),
        said("kind", "official_visit", "b"),
        said("kind", "state_visit", "c"),
    ]
    found = won("event", voices)["kind"]
    assert found.value == "state_visit"
    assert [rival.value for rival in found.rivals] == ["official_visit"]


def test_the_later_status_wins_without_contradiction():
    found = won(
        "instrument",
        [said("status", "planned"), said("status", "planned", "b"), said("status", "signed", "c")],
    )
    assert (found["status"].value, found["status"].reason, found["status"].rivals) == (
        "signed",
        "later_stage",
        (),
    )


def test_sectors_are_those_of_all_and_states_those_of_most():
    voices = [
        said("sectors", ["trade"]), said("sectors", ["energy"], "b"), said("countries", ["BY", "KZ"]),
        said("countries", ["BY", "KZ"], "b"), said("countries", ["BY", "KZ", "RU"], "c"),
    ]  # fmt: skip
    found = won("event", voices)
    assert found["sectors"].value == ["energy", "trade"]
    assert found["countries"].value == ["BY", "KZ"]
    assert [rival.document for rival in found["countries"].rivals] == ["c"]


def test_each_language_has_its_wording():
    voices = [said("title", "Roadmap"), said("title", "Дорожная карта", "b", language="ru")]
    assert won("instrument", voices)["title"].value == {"en": "Roadmap", "ru": "Дорожная карта"}


def test_what_a_person_corrected_wins_over_any_number_of_reports():
    voice = Said("count", 15, None, None, (), 1.0, "manual", accepted=True, who="an officer", decision=7)
    voices = [said("count", 16, document) for document in "abcdef"]
    found = won("instrument", voices, {"count": Ruling(15, "corrected", voice)})["count"]
    assert (found.value, found.reason, found.support[0].decision) == (15, "corrected", 7)
    assert len(found.rivals) == 6


def test_a_refused_value_is_not_taken_again():
    voices = [said("count", 16), said("count", 16, "b"), said("count", 15, "c")]
    assert won("instrument", voices, {"count": Ruling(refused=(16,))})["count"].value == 15
    assert "count" not in won("instrument", voices, {"count": Ruling(refused=(16, 15))})


def test_one_refused_sector_leaves_the_others():
    found = won("event", [said("sectors", ["sport", "trade"])], {"sectors": Ruling(refused=("sport",))})
    assert found["sectors"].value == ["trade"]


DATES = st.sampled_from(["2025", "2025-11", "2025-11-04", "2025-12", "2024"])
VOICES = st.lists(
    st.builds(
        said, st.just("date"), DATES,
        st.sampled_from("abcd"), st.sampled_from([0.5, 0.75, 0.9]),
    ), min_size=1,
)  # fmt: skip


@given(VOICES, st.randoms(use_true_random=False))
def test_the_order_of_voices_does_not_matter(voices, random):
    shuffled = list(voices)
    random.shuffle(shuffled)
    assert winners("event", voices, {}) == winners("event", shuffled, {})


@given(VOICES)
def test_every_voice_is_for_or_against_the_date_published(voices):
    (winner,) = winners("instrument", voices, {})
    told = {voice.value for voice in (*winner.support, *winner.rivals)}
    assert told == {voice.value for voice in voices}
