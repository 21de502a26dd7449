"""The page of a report in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mithaq.views import html
from mithaq.views.report import report
from tests import samples

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt-get install chromium)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        # Root, as in a container, has no sandbox to offer.
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visit:
    """A page that is open, with the requests and complaints it made."""

    def __init__(self, browser, file: Path, **context) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 600}, **context})
        self.page = self.context.new_page()
        self.page.route("**/*", self._intercept)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())

    def _intercept(self, route) -> None:
        self.requests.append(route.request.url)
        route.continue_()

    def lit(self) -> str:
        """The words that are lit, joined."""
        return "".join(self.page.locator("mark.lit").all_text_contents())


@pytest.fixture
def visit(browser, tmp_path):
    opened: list[Visit] = []

    def open_page(sample, interface="en", **context) -> Visit:
        text, record = sample()
        file = tmp_path / "page.html"
        file.write_text(html.page(report(record, text, interface)), encoding="utf-8")
        opened.append(Visit(browser, file, **context))
        return opened[-1]

    yield open_page
    for one in opened:
        one.context.close()


def test_hovering_a_value_lights_its_words(visit):
    seen = visit(samples.arabic)
    assert seen.lit() == ""
    seen.page.hover("#v-people-0")
    assert seen.lit() == "رئيس وزراء جمهورية كازاخستان أولزهاس بيكتينوف"
    seen.page.hover("#v-people-0-written")
    assert seen.lit() == "رئيس وزراء"
    seen.page.hover("h1")
    assert seen.lit() == ""


def test_focusing_a_value_lights_its_words_and_brings_them_into_view(visit):
    seen = visit(samples.arabic, reduced_motion="reduce")
    mark = seen.page.locator("mark", has_text="ستوقّعان").first
    assert not in_pane(seen, mark)
    seen.page.focus("#v-amounts-0")
    assert seen.lit() == "ستوقّعان اتفاقيات بقيمة 160 مليون دولار"
    assert in_pane(seen, mark)


def in_pane(seen, mark) -> bool:
    inside: bool = mark.evaluate(
        """mark => { const pane = document.getElementById("report").getBoundingClientRect();
        const box = mark.getBoundingClientRect();
        return box.top >= pane.top && box.bottom <= Math.min(pane.bottom, innerHeight); }"""
    )
    return inside


def test_hovering_marked_words_lights_their_values(visit):
    seen = visit(samples.english)
    seen.page.locator("mark", has_text="about $12.5 million").hover()
    lit = seen.page.locator(".value.lit").evaluate_all("values => values.map(value => value.id)")
    assert {"v-instruments-0", "v-amounts-0"} <= set(lit)
    assert "v-people-0" not in lit


def test_the_keyboard_reaches_everything(visit):
    seen = visit(samples.english)
    seen.page.locator("mark").first.focus()
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.evaluate("document.activeElement.id") == "w1"
    seen.page.keyboard.press("ArrowLeft")
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "v-countries-KZ"
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.className") == "value lit" or seen.lit()


def test_arrows_follow_the_direction_of_the_report(visit):
    seen = visit(samples.arabic)
    seen.page.locator("mark").first.focus()
    seen.page.keyboard.press("ArrowLeft")
    assert seen.page.evaluate("document.activeElement.id") == "w1"


@pytest.mark.parametrize(
    ("interface", "scheme", "width"),
    [
        ("en", "light", 1280),
        ("ar", "dark", 1280),
        ("ru", "dark", 400),
        ("kk", "light", 400),
        ("ar", "light", 400),
    ],
)
def test_pages_are_quiet_and_fit_in_every_interface(visit, tmp_path, interface, scheme, width):
    seen = visit(samples.arabic, interface, color_scheme=scheme, viewport={"width": width, "height": 800})
    seen.page.screenshot(path=tmp_path / "page.png")
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    assert len(seen.requests) == 1
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.evaluate("getComputedStyle(document.getElementById('report')).direction") == "rtl"
    assert seen.page.evaluate("getComputedStyle(document.body).direction") == (
        "rtl" if interface == "ar" else "ltr"
    )


def test_words_can_be_told_from_paper_when_lit(visit):
    for scheme in ("light", "dark"):
        seen = visit(samples.english, color_scheme=scheme)
        seen.page.hover("#v-people-0")
        seen.page.wait_for_timeout(300)
        ink, paper = seen.page.locator("mark.lit").first.evaluate(
            "mark => [getComputedStyle(mark).color, getComputedStyle(mark).backgroundColor]"
        )
        assert contrast(ink, paper) >= 4.5
        ink = seen.page.locator("dt").first.evaluate("term => getComputedStyle(term).color")
        paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert contrast(ink, paper) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast of two CSS colours as WCAG counts it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[4:-1].split(",")]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_phone_shows_the_record_first_and_leads_to_the_words(visit):
    seen = visit(samples.arabic, viewport={"width": 400, "height": 700})
    record, text = (seen.page.locator(name).bounding_box() for name in ("#record", "#report"))
    assert record["y"] < text["y"]
    seen.page.click("#v-amounts-0")
    seen.page.wait_for_function(
        "() => { const box = document.querySelector('mark.lit').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; }"
    )


def test_paper_has_the_report_and_the_record(visit):
    seen = visit(samples.arabic)
    assert seen.page.pdf()[:5] == b"%PDF-"
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate("getComputedStyle(document.getElementById('report')).overflowY") == "visible"


def test_without_script_the_links_still_lead_to_the_words(visit):
    seen = visit(samples.english, java_script_enabled=False)
    seen.page.click("#v-people-0")
    assert seen.page.url.endswith("#w2") or "#w" in seen.page.url
