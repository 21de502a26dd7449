"""The annotations themselves are checked: a fault in them would be learnt."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mithaq import lists

CORPUS = Path(__file__).parent
REPORTS = sorted(path.stem for path in CORPUS.glob("*.txt"))
FORMAT = (CORPUS / "FORMAT.md").read_text(encoding="utf-8")
ORGANISATIONS = frozenset(re.findall(r"[A-Z]+", re.findall(r"by these codes: ([A-Z,\s]+)", FORMAT)[0]))
KEYS = ["id", "lang", "countries", "meeting", "people", "instruments", "amounts", "sectors", "notes"]


def read(report: str) -> tuple[str, dict[str, Any]]:
    text = (CORPUS / f"{report}.txt").read_text(encoding="utf-8")
    return text, json.loads((CORPUS / f"{report}.json").read_text(encoding="utf-8"))


def is_party(code: str) -> bool:
    return code in lists.countries()


def test_format_names_the_organisations():
    assert {"EU", "UN", "ISDB"} < ORGANISATIONS <= set(lists.countries())


def test_every_report_has_an_annotation_and_every_annotation_a_report():
    assert sorted(path.stem for path in CORPUS.glob("*.json")) == REPORTS
    assert REPORTS


@pytest.mark.parametrize("report", REPORTS)
def test_annotation_is_of_the_format(report):
    _, gold = read(report)
    assert list(gold) == KEYS
    assert (gold["id"], gold["lang"]) == (report, report.split("-")[0])
    assert gold["countries"] == sorted(set(gold["countries"]))
    assert all(map(is_party, gold["countries"]))
    assert set(gold["sectors"]) <= set(lists.sectors())


@pytest.mark.parametrize("report", REPORTS)
def test_meeting_uses_the_codes(report):
    meeting = read(report)[1]["meeting"]
    if meeting:
        assert set(meeting) == {"kind", "date", "city", "country"}
        assert meeting["kind"] in lists.meetings()
        assert meeting["date"] is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", meeting["date"])
        assert meeting["country"] is None or is_party(meeting["country"])


@pytest.mark.parametrize("report", REPORTS)
def test_people_are_named_as_written(report):
    text, gold = read(report)
    for person in gold["people"]:
        assert person["name"] in text
        assert person["office"] in lists.offices()
        assert person["country"] is None or is_party(person["country"])


@pytest.mark.parametrize("report", REPORTS)
def test_instruments_use_the_codes(report):
    for instrument in read(report)[1]["instruments"]:
        assert instrument["kind"] in lists.instruments()
        assert instrument["status"] in lists.statuses()
        assert set(instrument["sectors"]) <= set(lists.sectors())
        assert all(map(is_party, instrument["countries"]))
        assert instrument["count"] is None or instrument["count"] >= 1
        assert (instrument["value"] is None) == (instrument["currency"] is None)


@pytest.mark.parametrize("report", REPORTS)
def test_amounts_use_the_codes(report):
    for amount in read(report)[1]["amounts"]:
        assert amount["about"] in lists.amounts()
        assert amount["value"] > 0
        assert re.fullmatch(r"[A-Z]{3}", amount["currency"])
        assert amount["by"] is None or 1990 < int(str(amount["by"])[:4]) < 2100
