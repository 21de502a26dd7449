import json
from typing import Any

import pytest

from tests.corpus import score
from tests.corpus.test_corpus import CORPUS

MEMORANDUM: dict[str, Any] = {
    "kind": "memorandum",
    "status": "signed",
    "count": 1,
    "countries": ["BY", "KZ"],
    "signatories": ["Ministry of Industry"],
    "sectors": ["industry"],
    "from": 2026,
    "to": 2028,
}
GOLD: dict[str, Any] = {
    "id": "en-001",
    "lang": "en",
    "countries": ["BY", "KZ"],
    "meeting": {"kind": "talks", "date": None, "city": "Astana", "country": "KZ"},
    "people": [{"name": "Olzhas Bektenov", "office": "head_of_government", "country": "KZ"}],
    "instruments": [MEMORANDUM],
    "amounts": [{"value": 160_000_000, "currency": "USD", "about": "agreements", "by": None}],
    "sectors": ["industry"],
}


def f1(record: dict[str, Any]) -> dict[str, float]:
    totals = score.total([GOLD], {"en-001": record})
    return {field: round(totals["en"][field].f1, 3) for field in score.FIELDS}


def recorded(**changes: object) -> dict[str, Any]:
    instrument = {
        **{key: MEMORANDUM[key] for key in ("kind", "status", "count", "countries", "sectors")},
        "signatories": [{"name": "the Ministry of Industry"}],
        "period": {"from": "2026", "to": "2028-12"},
    }
    record = {key: value for key, value in GOLD.items() if key not in {"id", "lang"}}
    record |= {"instruments": [instrument], "sectors": [{"code": "industry"}]}
    return record | changes


def test_annotations_agree_with_themselves():
    golds = score.read_golds(CORPUS)
    totals = score.total(golds, {gold["id"]: gold for gold in golds})
    assert {cell.f1 for row in totals.values() for cell in row.values()} == {1.0}


def test_a_right_record_is_right_in_every_field():
    assert set(f1(recorded()).values()) == {1.0}


def test_no_record_finds_nothing():
    assert set(f1({}).values()) == {0.0}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"meeting": {"kind": "visit", "date": None, "city": "Astana", "country": "KZ"}}, {"meeting"}),
        ({"countries": ["KZ"]}, {"countries"}),
        ({"sectors": []}, {"sectors"}),
        ({"people": [GOLD["people"][0] | {"office": "minister"}]}, {"people"}),
        ({"people": [GOLD["people"][0] | {"name": "Someone Else"}]}, {"people", "people-name"}),
        ({"amounts": [GOLD["amounts"][0] | {"about": "loan"}]}, {"amounts-strict"}),
        ({"amounts": [GOLD["amounts"][0] | {"currency": "EUR"}]}, {"amounts", "amounts-strict"}),
        ({"instruments": []}, {"instruments", "instruments-strict", "signatories"}),
        (
            {"instruments": [MEMORANDUM | {"to": 2030}]},
            {"instruments-strict"},
        ),
        ({"instruments": [MEMORANDUM | {"status": "planned"}]}, {"instruments", "instruments-strict"}),
    ],
)
def test_a_fault_costs_its_own_fields_alone(changes, wrong):
    assert {field for field, value in f1(recorded(**changes)).items() if value < 1} == wrong


def test_names_are_compared_without_marks_case_and_letter_variants():
    assert score.similar("أُسَامة", "اسامه") == 1.0
    assert score.similar("Нұрлан", "нұрлан") == 1.0
    assert score.similar("Olzhas Bektenov", "Bektenov") == 0.9
    assert score.similar("", "Bektenov") == 0.0


def test_records_find_their_annotation_by_the_stem_of_their_source(tmp_path):
    records = tmp_path / "records.jsonl"
    record = {"document": {"source": "some/where/en-001.txt"}}
    records.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    assert list(score.read_records(records)) == ["en-001"]


def test_errors_name_what_was_missed_and_invented():
    lines = list(score.errors([GOLD], {"en-001": recorded(sectors=[{"code": "trade"}])}))
    assert lines == ["== en-001", "  - sectors: industry", "  + sectors: trade"]
    assert next(score.errors([GOLD], {})) == "== en-001  NO RECORD"
