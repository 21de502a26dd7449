"""Records as lines, their schema, and the way back."""

import json

import jsonschema
import pytest

from mithaq import lists
from mithaq.exports import jsonl
from mithaq.exports.load import load
from mithaq.model.errors import InvalidOption
from mithaq.model.record import Coded, Record
from mithaq.model.text import Text
from tests import samples

SAMPLES = pytest.mark.parametrize("sample", [samples.english, samples.arabic])


@SAMPLES
def test_a_record_is_one_line_with_the_keys_of_the_format(sample):
    _, record = sample()
    line = jsonl.line(record)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    plain = json.loads(line)
    assert plain == json.loads(json.dumps(record.to_dict()))
    assert list(plain) == jsonl.schema()["required"]


@SAMPLES
def test_the_same_record_gives_the_same_bytes(sample):
    assert jsonl.line(sample()[1]) == jsonl.line(sample()[1])


@SAMPLES
def test_records_are_valid_against_the_schema(sample):
    jsonschema.validate(json.loads(jsonl.line(sample()[1])), jsonl.schema())


def test_an_empty_record_is_valid():
    text = Text.of("Nothing.")
    jsonschema.validate(samples.nothing(text).to_dict(), jsonl.schema())


def test_the_schema_is_a_schema_of_2020_12():
    jsonschema.Draft202012Validator.check_schema(jsonl.schema())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("sector", lists.sectors),
        ("body", lists.bodies),
        ("office", lists.offices),
        ("instrument_kind", lists.instruments),
        ("status", lists.statuses),
        ("meeting_kind", lists.meetings),
        ("about", lists.amounts),
        ("qualifier", lists.qualifiers),
        ("modality", lists.modalities),
    ],
)
def test_the_codes_of_the_schema_are_those_of_the_lists(name, codes):
    assert jsonl.schema()["$defs"][name]["enum"] == list(codes())


def test_portfolios_are_sectors_and_portfolios():
    assert jsonl.schema()["$defs"]["portfolio"]["enum"] == [*lists.sectors(), *lists.portfolios()]


def test_organisations_of_the_schema_are_those_with_a_label():
    named = {code for code in lists.countries() if len(code) > 2} | {"EU", "UN", "AU", "WB"}
    assert set(jsonl.schema()["$defs"]["organisation"]["enum"]) == named


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sectors", 0, "code"), "finances"),
        (("countries", 0, "code"), "Kazakhstan"),
        (("countries", 0, "evidence"), []),
        (("meeting", "date"), "5.11.2025"),
        (("people", 0, "name"), ""),
        (("instruments", 0, "status"), "done"),
        (("amounts", 0, "value"), "12 million"),
        (("document", "sha256"), ""),
        (("people", 0, "confidence"), 1.5),
    ],
)
def test_wrong_values_are_not_valid(path, value):
    plain = samples.english()[1].to_dict()
    place = plain
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, jsonl.schema())


@SAMPLES
def test_a_line_leads_back_to_the_record(sample):
    text, record = sample()
    assert load(jsonl.line(record), text) == record


def test_a_line_of_another_text_is_refused():
    _, record = samples.english()
    with pytest.raises(InvalidOption, match="read the document again"):
        load(jsonl.line(record), Text.of("short"))


@pytest.mark.parametrize("line", [b"", b"[]", b"{}", b"not json", b'{"schema": "mithaq/record/2"}'])
def test_a_line_that_is_no_record_is_refused(line):
    with pytest.raises(InvalidOption):
        load(line, Text.of("text"))


def test_a_lone_surrogate_is_written_as_a_replacement_character():
    text = Text.of("a \ud800 b", language="en")
    record = Record(samples.nothing(text).document, countries=(Coded("KZ", (), 0.5),))
    titled = Record(type(record.document)("-", "0" * 64, "text/plain", "en", "a \ud800 b", None, 5))
    assert json.loads(jsonl.line(titled))["document"]["title"] == "a \ufffd b"


def test_lines_keep_the_order():
    records = [samples.english()[1], samples.arabic()[1]]
    assert [json.loads(line)["document"]["language"] for line in jsonl.lines(records)] == ["en", "ar"]
