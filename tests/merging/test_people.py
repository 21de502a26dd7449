"""People and bodies: one under many names, two under one surname."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.languages.romanising import latin
from mithaq.merging import bodies, people
from mithaq.merging.bodies import BodyForm, compare_bodies
from mithaq.merging.digest import PersonForm
from mithaq.merging.keys import contrary, near, parsed
from mithaq.merging.odds import log_odds, outcome, probability
from mithaq.merging.people import compare_people


def form(name: str, office: str = "minister", country: str | None = "VA", language: str = "en") -> PersonForm:
    return PersonForm(name, latin(name), office, country, language)


def body(key: str, name: str = "a body", language: str = "en") -> BodyForm:
    of = parsed(key)
    return BodyForm(key, of.kind, tuple(sorted(of.portfolio)), of.state, of.subdivision, name, language)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (form("Ada Bern"), form("Ада Берн", language="ru"), "merged"),
        (form("Ada Bern"), form("Ada Bern", "governor"), "merged"),
        (form("Bern", "head_of_state"), form("Ада Берн", "head_of_state", language="ru"), "merged"),
        (form("Bern"), form("Ada Bern", "deputy_minister"), "apart"),
        (form("Ada Bern"), form("Tom Bern"), "apart"),
        (form("Ada Bern"), form("Ада Берн", country="OS", language="ru"), "open"),
        (form("Omar bin Salim Al Varl"), form("Salim Al Varl"), "apart"),
        (form("Omar bin Salim Al Varl"), form("Omar Al Varl"), "merged"),
        (form("Lena Maria Bern da Silva"), form("Bern da Silva"), "open"),
        (form("Omar bin Salim Al Varl"), form("Salim bin Rashid Al Varl"), "apart"),
        (form("Ada Bern"), form("Uwe Kohl"), "apart"),
        (form("..."), form("..."), "apart"),
    ],
)
def test_people(left, right, expected):
    score, features = compare_people(left, right)
    assert outcome(score) == expected
    assert score == pytest.approx(probability(log_odds(features)))
    assert compare_people(right, left)[0] == score


def test_forms_that_may_be_one_share_a_key():
    forms = [form("Ada Bern"), form("Ада Берн", "governor"), form("Bern")]
    keys = [set(people.block_keys(one)) for one in forms]
    assert keys[0] & keys[1]
    assert keys[0] & keys[2]
    assert not keys[1] & keys[2]
    assert people.block_keys(forms[0]) == tuple(sorted(keys[0]))


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names(left, right):
    score, _ = compare_people(form(left), form(right))
    assert 0 <= score <= 1
    assert compare_people(form(right), form(left))[0] == score


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("VA/ministry/industry", "VA/ministry/industry", "merged"),
        ("VA/ministry/industry", "VA/ministry/construction+industry", "open"),
        ("VA/ministry/industry", "OS/ministry/industry", "apart"),
        ("VA/ministry/industry", "VA/ministry/health", "apart"),
        ("VA-N/region_administration", "VA-S/region_administration", "apart"),
        ("XX/ministry/health", "VA/ministry/health", "apart"),
        ("VA/company/varloil", "VA/company/varlund-railways", "apart"),
        ("EG/museum/national-museum-of-egyptian-varl", "EG/museum/egyptian-film-centre", "apart"),
    ],
)
def test_bodies(left, right, expected):
    one, other = body(left, left), body(right, right)
    score, features = compare_bodies(one, other)
    assert outcome(score) == expected
    assert features[0].name == "prior"
    assert compare_bodies(other, one)[0] == score


def test_bodies_known_by_their_keys_alone():
    nameless = [body(f"VA/ministry/{of}", "", "") for of in ("industry", "construction+industry", "health")]
    assert outcome(compare_bodies(nameless[0], nameless[1])[0]) == "open"
    assert outcome(compare_bodies(nameless[0], nameless[2])[0]) == "apart"


def test_near_bodies_share_a_key():
    one, other = body("VA/ministry/industry"), body("VA/ministry/construction+industry")
    assert set(bodies.block_keys(one)) & set(bodies.block_keys(other))


@pytest.mark.parametrize(
    ("left", "right", "is_near", "is_contrary"),
    [
        ("VA/ministry/industry", "VA/ministry/construction+industry", True, False),
        ("VA/ministry/industry", "VA/ministry/health", False, True),
        ("VA/ministry/industry", "VA/city_administration/varl", False, True),
        ("VA/ministry/industry", "OS/ministry/industry", False, False),
        ("VA/region_administration", "VA-N/region_administration", True, False),
        ("VA-S/region_administration", "VA-N/region_administration", False, True),
        ("XX/ministry/health", "VA/ministry/health", True, False),
        ("VA/university/varl-university", "VA/university/varlskiy-universitet", True, False),
        ("VA/university/varl-university", "VA/university/nordhaven-university", False, False),
        ("VA/ministry", "VA/ministry/health", True, False),
        ("VA/government", "VA/ministry/health", False, False),
    ],
)
def test_keys(left, right, is_near, is_contrary):
    assert (near(left, right), contrary(left, right)) == (is_near, is_contrary)
    assert (near(right, left), contrary(right, left)) == (is_near, is_contrary)
