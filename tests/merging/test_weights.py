"""Every feature has a label a person reads, and stands with its weight in the docs."""

import pytest

from mithaq.lists import LABEL_LANGUAGES, features
from mithaq.merging import weights
from mithaq.merging.comparing import compare
from tests.conftest import ROOT
from tests.merging.labelled import scenes

TABLES = {
    "Meetings": weights.EVENT,
    "Documents": weights.INSTRUMENT,
    "Sums": weights.CLAIM,
    "Sums told again": weights.REPEAT,
    "Commitments": weights.COMMITMENT,
    "People": weights.PERSON,
    "Bodies": weights.BODY,
}
ADDED = {"people", "documents", "sums", "event", "event_later", "rival_better", "rival_equal"}


def test_every_feature_has_a_label_and_no_label_is_left_over():
    named = {name for table in TABLES.values() for name in table} | ADDED
    assert set(features()) == named


def test_features_that_are_given_are_known():
    given = {
        feature.name
        for reports in scenes().values()
        for link in compare(reports[0].digest, reports[1].digest)
        for feature in link.features
    }
    assert given <= set(features())
    assert {"prior", "event", "documents", "people"} <= given


@pytest.mark.parametrize("heading", TABLES)
def test_weights_stand_in_the_docs(heading):
    page = (ROOT / "docs" / "merging.md").read_text(encoding="utf-8")
    section = page.split(f"### {heading}\n")[1].split("\n### ")[0]
    told = [line.split(" | ")[:2] for line in section.splitlines() if line.startswith("| `")]
    for name, feature in TABLES[heading].items():
        assert [f"| `{name}`", f"{feature.weight:+g}"] in told


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_labels_are_short_enough_for_a_line(language):
    assert max(len(row.label(language)) for row in features().values()) <= 60
