"""The page of a report, without a browser."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.text import Text
from mithaq.views import html
from mithaq.views.markup import Markup, element
from mithaq.views.report import report
from tests import samples

VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Elements of a page with their attributes, and whether they are well nested."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.marked: list[str] = []
        self.feed(written)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "mark" in self.open:
            self.marked.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(sample, interface="en") -> str:
    text, record = sample()
    return html.page(report(record, text, interface))


EVERY = pytest.mark.parametrize("interface", INTERFACE_LANGUAGES)
BOTH = pytest.mark.parametrize("sample", [samples.english, samples.arabic])


@EVERY
@BOTH
def test_pages_are_well_formed_and_their_links_lead_somewhere(sample, interface):
    drawn = Page(page(sample, interface))
    ids = [attributes["id"] for _, attributes in drawn.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] or "" for attributes in drawn.of("a") if "href" in attributes]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)


@EVERY
@BOTH
def test_directions_and_languages(sample, interface):
    _, record = sample()
    drawn = Page(page(sample, interface))
    (root,), (article,) = drawn.of("html"), drawn.of("article")
    assert root == {"lang": interface, "dir": "rtl" if interface == "ar" else "ltr"}
    assert article["lang"] == record.document.language
    assert article["dir"] == ("rtl" if record.document.language == "ar" else "ltr")


@BOTH
def test_every_evidence_is_marked(sample):
    text, record = sample()
    marked = "".join(Page(page(sample)).marked)
    for part in (*record.countries, *record.people, *record.instruments, *record.amounts, *record.statements):
        for evidence in part.evidence:
            assert evidence.quote in marked or evidence.quote in text.body


@BOTH
def test_every_value_lights_words(sample):
    drawn = Page(page(sample))
    owners = {name for mark in drawn.of("mark") for name in (mark["data-of"] or "").split()}
    values = [attributes for attributes in drawn.of("a") if attributes.get("class") == "value"]
    assert values
    assert all(value["data-for"] in owners for value in values)


def test_the_page_asks_nothing_of_any_address():
    written = page(samples.arabic)
    drawn = Page(written)
    (policy,) = [meta["content"] or "" for meta in drawn.of("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not re.search(r"unsafe|https?:|//|@import|url\(", policy + html.asset("page.css"))
    assert not {"link", "img", "iframe", "form", "object"} & {tag for tag, _ in drawn.elements}
    assert not any("style" in attributes or "src" in attributes for _, attributes in drawn.elements)


def test_style_uses_logical_properties_only():
    style = html.asset("page.css")
    assert not re.search(r"[\s{;](?:(?:margin|padding|border)-)?(?:left|right|top|bottom)\s*:", style)
    assert not re.search(r"text-align:\s*(?:left|right)|float:", style)
    assert not re.search(r"[\s{;](?:(?:min|max)-)?(?:width|height)\s*:", style)


def test_everything_of_the_document_is_escaped():
    body = '<script>alert(1)</script> & "Ada" \'><img src=x onerror=1> \x00\x1b'
    text = Text.of(body)
    person = dataclasses.replace(
        samples.english()[1].people[0],
        name=body,
        latin=body,
        office_text=body,
        evidence=samples.find(text, body),
    )
    record = samples.nothing(text)
    document = dataclasses.replace(
        record.document, source='"><script>alert(2)</script>', title=body, language="en"
    )
    record = dataclasses.replace(record, people=(person,), document=document)
    drawn = Page(html.page(report(record, text)))
    assert len(drawn.of("script")) == 1
    assert not drawn.of("img")
    assert "\x1b" not in html.page(report(record, text))


def test_the_same_report_gives_the_same_page():
    assert page(samples.arabic) == page(samples.arabic)


def test_a_report_of_no_cooperation_has_a_page():
    text = Text.of("Nothing.\n\nAt all.")
    drawn = Page(html.page(report(samples.nothing(text), text)))
    assert drawn.of("mark") == []


def test_elements_escape_what_is_no_markup():
    assert (
        element("p", {"title": 'a"b', "lang": None}, "<", Markup("<br>"))
        == '<p title="a&quot;b">&lt;<br></p>'
    )
    assert element("br") == "<br>"
