"""Every page in every language, and what is done on it."""

import re

import pytest

from mithaq.locale import INTERFACE_LANGUAGES, words
from mithaq.register import finding
from mithaq.register.finding import Query

each_language = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)


def first(client, **wanted):
    with client.app.state.database.reading() as connection:
        return finding.find(connection, Query(**wanted))[0].id


def a_source(client):
    page = client.get(f"/en/entry/{first(client, type='event')}").text
    return taken(r"/en/source/([0-9a-f]+)", page)


def taken(pattern, page):
    found = re.search(pattern, page)
    assert found, pattern
    return found[1]


def addresses(client):
    ids = [
        first(client, type=kind) for kind in ("event", "instrument", "claim", "commitment", "person", "body")
    ]
    entries = [f"entry/{each}" for each in ids]
    return [
        "",
        "register",
        "register?words=Tokayev&country=KZ",
        "review",
        "paste",
        f"source/{a_source(client)}",
        *entries,
    ]


@each_language
def test_every_page_speaks_every_language(looked_at, language):
    for address in addresses(looked_at):
        page = looked_at.get(f"/{language}/{address}")
        assert page.status_code == 200, address
        direction = "rtl" if language == "ar" else "ltr"
        assert f'<html lang="{language}" dir="{direction}">' in page.text
        assert words(language)["Overview"] in page.text
        assert page.text.count("<main") == 1
        assert page.text.count("<h1") == 1


def test_the_front_goes_to_the_language_the_browser_asks_for(looked_at):
    def front(asked):
        return looked_at.get("/", headers={"accept-language": asked}).headers["location"]

    assert front("kk-KZ,ru;q=0.8") == "/kk/"
    assert front("de, ar;q=0.5") == "/ar/"
    assert front("") == "/en/"


@each_language
def test_an_empty_register_says_what_to_do(empty, language):
    assert words(language)["The register is empty."] in empty.get(f"/{language}/").text
    assert words(language)["Nothing was found."] in empty.get(f"/{language}/register").text
    assert words(language)["Nothing waits for a decision."] in empty.get(f"/{language}/review").text


def test_a_page_that_is_not_there(looked_at):
    page = looked_at.get("/ru/entry/in-aaaaaaaaaaaa")
    assert page.status_code == 404
    assert "in-aaaaaaaaaaaa" in page.text
    assert looked_at.get("/ru/nothing").status_code == 404
    assert looked_at.get("/xx/register").status_code == 404
    assert looked_at.get("/en/register?since=yesterday").status_code == 400


def test_a_list_is_narrowed_by_what_stands_in_its_address(looked_at):
    page = looked_at.get("/en/register?type=instrument&kind=roadmap").text
    assert "Entries found: 2" in page
    assert 'aria-current="true"><span>roadmap</span> <span class="count">2</span>' in page
    assert "Entries found: 0" not in looked_at.get("/en/register?words=خارطة").text


def test_what_is_accepted_is_sealed_and_can_be_taken_back(client):
    entry = first(client, type="instrument")
    done = client.post(f"/en/entry/{entry}", data={"verdict": "accept"})
    assert (done.status_code, done.headers["location"]) == (303, f"/en/entry/{entry}")
    assert '<span class="seal">Accepted</span>' in client.get(f"/en/entry/{entry}").text
    client.post("/en/undo/1", data={"back": entry})
    assert '<span class="seal">' not in client.get(f"/en/entry/{entry}").text


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(client):
    entry = first(client, type="instrument")
    seen = taken(r'name="seen" value="(\w+)"', client.get(f"/en/entry/{entry}").text)
    client.post(f"/en/entry/{entry}", data={"verdict": "reject", "property": "sectors", "seen": seen})
    late = client.post(f"/en/entry/{entry}", data={"verdict": "accept", "seen": seen})
    assert late.status_code == 400
    assert "changed by somebody else" in late.text


def test_two_entries_become_one_in_review(client):
    one, other = (hit.id for hit in all_of(client, "commitment")[:2])
    assert client.post("/en/review", data={"verdict": "merge", "one": one, "other": other}).status_code == 303
    homes = {where(client, each) for each in (one, other)}
    assert len(homes) == 1


def where(client, entry):
    """Where an entry is shown now."""
    return client.get(f"/en/entry/{entry}").headers.get("location", f"/en/entry/{entry}")


def all_of(client, kind):
    with client.app.state.database.reading() as connection:
        return finding.find(connection, Query(type=kind), 500)


def test_a_report_that_is_pasted_is_read_and_then_filed(empty, example):
    page = empty.post("/en/paste", data={"body": example})
    assert page.status_code == 200
    assert page.text.count("<mark") > 20
    assert all_of(empty, "instrument") == []
    done = empty.post("/en/paste", data={"body": example, "file": "yes", "published": "2025-11-05"})
    assert done.status_code == 303
    assert empty.get(done.headers["location"]).status_code == 200
    assert len(all_of(empty, "instrument")) == 3


def test_what_cannot_be_read_is_said_beside_what_was_typed(empty):
    page = empty.post("/en/paste", data={"body": "Le président a signé un accord avec la ministre."})
    assert 'role="alert"' in page.text
    assert "Le président a signé" in page.text
