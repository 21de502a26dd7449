"""The report the project began with: what the reader must find in it."""

import pytest

import mithaq


@pytest.fixture(scope="module")
def record(seed):
    return mithaq.read(seed).to_dict()


@pytest.mark.seed
def test_two_premiers_and_two_presidents(record):
    offices = sorted((person["office"], person["country"]) for person in record["people"])
    assert offices == [
        ("head_of_government", "BY"),
        ("head_of_government", "KZ"),
        ("head_of_state", "BY"),
        ("head_of_state", "KZ"),
    ]


@pytest.mark.seed
def test_an_official_visit_held_in_kazakhstan(record):
    assert (record["meeting"]["kind"], record["meeting"]["country"]) == ("official_visit", "KZ")


@pytest.mark.seed
def test_three_documents_signed(record):
    signed = [item for item in record["instruments"] if item["status"] == "signed"]
    assert [item["kind"] for item in signed] == ["roadmap", "roadmap", "memorandum"]
    assert [item["period"] for item in signed] == [{"from": "2026", "to": "2028"}] * 2 + [None]
    assert [item["countries"] for item in signed] == [["BY", "KZ"]] * 3
    keys = [signatory["key"] for signatory in signed[0]["signatories"]]
    assert keys == ["KZ/ministry/construction+industry", "BY/ministry/industry"]


@pytest.mark.seed
def test_each_document_has_both_signing_bodies(record):
    signed = [item for item in record["instruments"] if item["status"] == "signed"]
    assert [len(item["signatories"]) for item in signed] == [2, 2, 2]
    assert [[body["country"] for body in item["signatories"]] for item in signed] == [["KZ", "BY"]] * 3
    # ministries, then cities, then regions
    levels = [{body["body"] for body in item["signatories"]} for item in signed]
    assert levels == [{"ministry"}, {"city_administration"}, {"region_administration"}]


@pytest.mark.seed
def test_what_the_documents_are_about(record):
    subjects = [set(item["sectors"]) for item in record["instruments"] if item["status"] == "signed"]
    assert subjects[0] == {"industry"}
    assert all(found >= {"trade", "science", "culture", "regional"} for found in subjects[1:])


@pytest.mark.seed
def test_the_sum_of_the_agreements(record):
    sums = [(item["value"], item["currency"], item["about"]) for item in record["amounts"]]
    assert sums == [(160_000_000, "USD", "agreements")]


@pytest.mark.seed
def test_the_fields(record):
    fields = {item["code"] for item in record["sectors"]}
    assert fields >= {
        "trade", "investment", "industry", "agriculture", "digital", "transport", "health", "tourism",
        "science", "culture", "regional",
    }  # fmt: skip


@pytest.mark.seed
def test_two_quotations_with_their_speakers(record):
    speakers = [record["people"][said["speaker"]] for said in record["statements"]]
    assert [(person["office"], person["country"]) for person in speakers] == [
        ("head_of_government", "KZ"),
        ("head_of_government", "BY"),
    ]
    first = record["statements"][0]["text"]
    # the whole paragraph, without the words that tell who said it
    assert first.startswith("بفضل")
    assert first.endswith("الطرفين")


@pytest.mark.seed
def test_at_least_eight_commitments(record):
    told = [(item["modality"], tuple(item["sectors"])) for item in record["commitments"]]
    assert len(told) >= 8
    fields = [set(sectors) for _, sectors in told]
    # industrial projects, artificial intelligence, farm science, rail and road, new corridors
    for wanted in (
        {"industry"},
        {"digital"},
        {"agriculture", "science"},
        {"transport"},
        {"transport", "trade"},
    ):
        assert wanted in fields
    assert {modality for modality, _ in told} >= {"discussed", "intends", "proposes", "under_way"}
    assert all(item["actors"] and len(item["text"]) < 300 for item in record["commitments"])
