"""Who signed: the part a chain of bodies has in a sentence; the cases stand in ``parties.toml``."""

import tomllib
from pathlib import Path

import pytest

import mithaq

CASES = tomllib.loads((Path(__file__).parent / "parties.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['text'][-30:]}")
def test_the_parties_of_a_document(case):
    record = mithaq.read(case["text"], case["language"]).to_dict()
    assert record["instruments"]
    found = [body["name"] for item in record["instruments"] for body in item["signatories"]]
    assert found == case["signatories"]
