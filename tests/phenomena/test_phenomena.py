"""Every phenomenon of the reading notes: a sentence that must be read and one that must be refused.

A case of ``xx.toml`` gives a text of our own and what its record must hold (``finds``): for each field a
list of partial items, each of which must be matched by an item of the record, or a plain value. ``refused``
is a text in which the same must not be read: none of ``finds`` (or of ``absent``, where it is given)
may match. ``lacks`` lists partial items that the record of ``text`` must not hold.
"""

import tomllib
from pathlib import Path

import pytest

import mithaq

HERE = Path(__file__).parent
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{case['phenomenon']}")
    for path in sorted(HERE.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def matches(wanted, found):
    """Whether a found value holds all that is wanted of it."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            matches(value, found.get(key)) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(found, list) and all(
            any(matches(item, other) for other in found) for item in wanted
        )
    return wanted == found or (wanted == "null" and found is None)


def record(language, text, case):
    return mithaq.read(text, language, published=case.get("published")).to_dict()


@pytest.mark.parametrize(("language", "case"), CASES)
def test_read(language, case):
    found = record(language, case["text"], case)
    for field, wanted in case["finds"].items():
        assert matches(wanted, found[field]), (field, wanted, found[field])
    for field, unwanted in case.get("lacks", {}).items():
        for item in unwanted:
            assert not any(matches(item, other) for other in found[field]), (field, item)
    for field, length in case.get("lengths", {}).items():
        assert len(found[field]) == length, (field, found[field])


@pytest.mark.parametrize(("language", "case"), CASES)
def test_refused(language, case):
    found = record(language, case["refused"], case)
    for field, unwanted in case.get("absent", case["finds"]).items():
        items = unwanted if isinstance(unwanted, list) else [unwanted]
        others = found[field] if isinstance(found[field], list) else [found[field]]
        for item in items:
            assert not any(matches(item, other) for other in others), (field, item, others)
