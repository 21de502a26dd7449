import json

import pytest

from bench import accuracy
from mithaq.model.errors import UnsupportedLanguage
from mithaq.model.record import Coded, Document, Record
from tests.corpus import score

FLOORS = accuracy.Floors("old", {"people": 0.88}, {"ar": {"people": 0.8, "amounts": 0.9}})


def test_a_figure_below_its_floor_is_a_fall():
    measured = {"ar": {"people": 0.9, "amounts": 0.899}}
    assert accuracy.falls(FLOORS.floors, measured) == [accuracy.Fall("ar", "amounts", 0.899, 0.9)]


def test_a_language_no_longer_read_has_fallen():
    assert [fall.figure for fall in accuracy.falls(FLOORS.floors, {})] == [0.0, 0.0]


def test_raising_writes_higher_floors_and_the_new_digest():
    measured = {"ar": dict.fromkeys(score.FIELDS, 0.95)}
    raised = accuracy.repinned(FLOORS, measured, "new", lower=False)
    assert isinstance(raised, accuracy.Floors)
    assert raised.corpus == "new"
    assert raised.floors == measured


def test_raising_refuses_to_lower():
    measured = {"ar": dict.fromkeys(score.FIELDS, 0.85)}
    fall = accuracy.Fall("ar", "amounts", 0.85, 0.9)
    assert accuracy.repinned(FLOORS, measured, "new", lower=False) == [fall]


def test_lowering_takes_its_flag():
    measured = {"ar": dict.fromkeys(score.FIELDS, 0.85)}
    lowered = accuracy.repinned(FLOORS, measured, "new", lower=True)
    assert isinstance(lowered, accuracy.Floors)
    assert lowered.floors["ar"]["amounts"] == 0.85


def test_lowering_alone_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as stop:
        accuracy.main(["--lower-floor"])
    assert stop.value.code == 2
    assert "--raise" in capsys.readouterr().err


def test_figures_are_cut_so_that_they_reach_their_own_floor():
    totals = {"ar": {field: score.Cell(2, 3, 3) for field in score.FIELDS}}
    assert accuracy.figures(totals, ["ar"])["ar"]["people"] == 0.666


def test_floors_survive_writing_and_reading(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text(accuracy.render(FLOORS), encoding="utf-8")
    assert accuracy.load(path) == FLOORS


def test_the_digest_tells_changed_moved_and_renamed_reports_apart(tmp_path):
    report = tmp_path / "ar-001.txt"
    report.write_text("a", encoding="utf-8")
    first = accuracy.digest(tmp_path)
    assert accuracy.digest(tmp_path) == first
    report.write_text("b", encoding="utf-8")
    second = accuracy.digest(tmp_path)
    report.rename(tmp_path / "ar-002.txt")
    assert len({first, second, accuracy.digest(tmp_path)}) == 3


def test_floors_are_pinned_to_the_corpus_as_it_is():
    assert accuracy.load(accuracy.FLOORS).corpus == accuracy.digest(accuracy.CORPUS)


def test_floors_hold_every_field_of_the_four_languages():
    floors = accuracy.load(accuracy.FLOORS)
    assert set(floors.floors) >= {"ar", "ru", "en", "kk"}
    assert all(list(row) == list(score.FIELDS) for row in floors.floors.values())


def test_goals_not_reached_are_named():
    measured = {"ar": dict.fromkeys(score.FIELDS, 0.5), "ru": dict.fromkeys(score.FIELDS, 0.9)}
    assert list(accuracy.below_goals({"people": 0.88}, measured)) == ["goal people 0.88: ar 0.500"]


def corpus_of_one(folder):
    (folder / "ar-001.txt").write_text("نص", encoding="utf-8")
    gold = {"id": "ar-001", "lang": "ar", "sectors": ["trade"]}
    (folder / "ar-001.json").write_text(json.dumps(gold), encoding="utf-8")


def record_of(sectors):
    document = Document("-", "", "text/plain", "ar", None, None, 2)
    return Record(document, sectors=tuple(Coded(sector, (), 1.0) for sector in sectors))


def test_a_fall_names_the_reports_at_fault(tmp_path):
    corpus_of_one(tmp_path)
    reading = accuracy.read_corpus(tmp_path, lambda text: record_of(["industry"]))
    explained = accuracy.explain(accuracy.Fall("ar", "sectors", 0.0, 0.8), reading)
    assert explained == "ar sectors: 0.000 is below its floor 0.800; see ar-001"


def test_a_report_that_cannot_be_read_counts_as_empty_and_is_named(tmp_path):
    def refuse(text):
        raise UnsupportedLanguage("no such language")

    corpus_of_one(tmp_path)
    reading = accuracy.read_corpus(tmp_path, refuse)
    assert accuracy.narrowed(reading, {}).golds == []
    kept = accuracy.narrowed(reading, {"ar": {}})
    totals = score.total(kept.golds, kept.records)
    assert totals["ar"]["sectors"].f1 == 0.0
    assert list(accuracy.report(kept, totals, []))[-1] == "ar-001 was not read: no such language"
