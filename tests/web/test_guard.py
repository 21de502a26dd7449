"""What keeps others out of the pages."""

import pytest

STORED = (
    "ASTANA, 5 November 2025. Kazakhstan and Belarus signed a memorandum on <script>alert(1)</script> trade "
    'and "onload=alert(2)" industry during the visit of Belarus\u2019s prime minister \u202eevil\u202c.'
)


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_written_into_a_page(looked_at):
    for address in ("/en/", "/static/app.css", "/en/nothing", "/"):
        policy = looked_at.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


@pytest.mark.parametrize("address", ["", "register", "review", "paste"])
def test_no_page_needs_what_the_policy_forbids(looked_at, address):
    page = looked_at.get(f"/en/{address}").text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert "http://" not in page.replace("http://127.0.0.1:8000", "")
    assert "https://" not in page
    assert page.count("<script") == page.count('<script src="/')


def test_only_what_pages_need_is_served(looked_at):
    assert looked_at.get("/views/page.css").headers["content-type"].startswith("text/css")
    assert looked_at.get("/views/page.js").status_code == 200
    for address in ("/views/html.py", "/static/%2e%2e/app.py"):
        assert looked_at.get(address).status_code in {404, 422}


def test_another_name_for_this_server_is_refused(looked_at):
    assert looked_at.get("/en/", headers={"host": "evil.example"}).status_code == 403
    assert looked_at.get("/en/", headers={"host": "localhost:8000"}).status_code == 200
    assert looked_at.get("/en/", headers={"host": "[::1]:8000"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_a_form_from_another_site_does_nothing(client, headers):
    refused = client.post("/en/undo/1", headers=headers)
    assert refused.status_code == 403
    assert client.post("/en/undo/1", headers={"origin": "http://127.0.0.1:8000"}).status_code == 404


def test_what_a_report_smuggles_in_is_shown_and_does_nothing(empty):
    page = empty.post("/en/paste", data={"body": STORED}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    done = empty.post("/en/paste", data={"body": STORED, "file": "yes"})
    for address in (done.headers["location"], "/en/register", "/en/", "/en/review"):
        assert "<script>alert" not in empty.get(address).text
