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
