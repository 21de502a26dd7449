"""The view of a report as one page that needs nothing else: the report beside its record.

The page asks nothing of any address; its policy (CSP) allows the style and the script in it and nothing more.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from mithaq import __version__
from mithaq.locale import words as words_of
from mithaq.views.markup import Markup, element, join
from mithaq.views.model import Certainty, Entry, Field, Line, Piece, Report, Section, Side, Spans
from mithaq.views.safe import one_line


def page(report: Report) -> str:
    """The whole page; the same report gives the same characters."""
    body = element(
        "body", None, _header(report), element("main", None, panes(report)), _footer(report), _script()
    )
    root = {"lang": report.interface, "dir": report.direction}
    return "<!doctype html>\n" + element("html", root, _head(report), body) + "\n"


def _head(report: Report) -> Markup:
    style, script = asset("page.css"), asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", None, one_line("".join(phrase.words for phrase in report.answer))),
        element("style", None, Markup(style)),
    )


def _header(report: Report) -> Markup:
    words = words_of(report.interface)
    phrases = [
        element("a", {"href": f"#{phrase.section}"}, one_line(phrase.words))
        if phrase.section
        else phrase.words
        for phrase in report.answer
    ]
    return element(
        "header",
        None,
        element("a", {"class": "skip", "href": "#record"}, words["Go to the record"]),
        element(
            "p",
            {"class": "brand"},
            element("b", None, "Mithaq"),
            " ",
            element("bdi", None, one_line(report.name)),
        ),
        element("h1", None, *phrases),
    )


def panes(report: Report) -> Markup:
    """The report beside its record: the two panes of the page, without what is around them."""
    words = words_of(report.interface)
    places = {name: f"w{number}" for number, name in _first_places(report)}
    text = element(
        "article",
        {
            "id": "report", "class": "text", "lang": report.language, "dir": report.text_direction,
            "tabindex": "0", "aria-label": words["Report"],
        },
        *_lines(report.lines),
    )  # fmt: skip
    record = element(
        "section",
        {"id": "record", "class": "record", "aria-label": words["Record"]},
        *[_section(section, report, places) for section in report.sections],
        element("p", {"class": "hint"}, words[
            "Point at a value to see its words; point at underlined words to see their value."
        ]) if report.sections else "",
    )  # fmt: skip
    return join((text, record))


def _first_places(report: Report) -> list[tuple[int, str]]:
    """For each id, the number of the first marked piece that it owns."""
    seen: dict[str, int] = {}
    number = 0
    for line in report.lines:
        for piece in line.pieces:
            if piece.owners:
                for owner in piece.owners:
                    seen.setdefault(owner, number)
                number += 1
    return [(place, name) for name, place in seen.items()]


def _lines(lines: tuple[Line, ...]) -> list[Markup]:
    drawn = []
    number = 0
    for line in lines:
        parts: list[Markup | str] = []
        for piece in line.pieces:
            if piece.owners:
                parts.append(_mark(piece, number))
                number += 1
            else:
                parts.append(piece.words)
        kind = "title" if line.heading else None
        drawn.append(element("p", {"class": kind}, *parts) if parts else element("p", {"class": "gap"}))
    return drawn


def _mark(piece: Piece, number: int) -> Markup:
    return element("mark", {"id": f"w{number}", "data-of": " ".join(piece.owners)}, piece.words)


def _section(section: Section, report: Report, places: dict[str, str]) -> Markup:
    count = element("span", {"class": "count"}, str(len(section.entries)))
    heading = element("h2", None, section.heading, " ", count if section.id != "meeting" else "")
    if section.compact:
        items = [_code(entry, places) for entry in section.entries]
        return element("section", {"id": section.id}, heading, element("ul", {"class": "codes"}, *items))
    items = [element("li", None, _entry(entry, report, places)) for entry in section.entries]
    return element("section", {"id": section.id}, heading, element("ol", {"class": "entries"}, *items))


def _code(entry: Entry, places: dict[str, str]) -> Markup:
    value = _value(entry.id, entry.title, places, entry.proof)
    return element("li", None, _certainty(entry.certainty), value)


def _entry(entry: Entry, report: Report, places: dict[str, str]) -> Markup:
    native = report if entry.written else None
    title = _value(entry.id, entry.title, places, entry.proof, native)
    note = (
        element("span", {"class": "note"}, element("bdi", None, one_line(entry.note))) if entry.note else ""
    )
    head = element("div", {"class": "head"}, _certainty(entry.certainty), title, note)
    rows = [row for field in entry.fields for row in _row(field, report, places)]
    details = element("dl", None, *rows) if rows else ""
    sides = element("div", {"class": "sides"}, *[_side(side, report, places) for side in entry.sides])
    return element("div", {"class": "entry"}, head, details, sides if entry.sides else "")


def _row(field: Field, report: Report, places: dict[str, str]) -> tuple[Markup, Markup]:
    native = report if field.written else None
    value = _value(field.id, field.value, places, field.proof, native)
    return element("dt", None, field.label), element("dd", None, value)


def _side(side: Side, report: Report, places: dict[str, str]) -> Markup:
    bodies = [
        element("li", None, _value(field.id, field.value, places, field.proof, report))
        for field in side.fields
    ]
    return element("div", {"class": "side"}, element("h3", None, side.label), element("ul", None, *bodies))


def _value(
    name: str, words: str, places: dict[str, str], proof: Spans, native: Report | None = None
) -> Markup:
    """A value that leads to its words. Fields proved by the words of their entry light those."""
    owner = name if name in places else name.rpartition("-")[0]
    attributes = {
        "class": "value",
        "id": f"v-{name}",
        "data-for": owner if proof else None,
        "href": f"#{places[owner]}" if owner in places else None,
        "lang": native.language if native else None,
        "dir": native.text_direction if native else None,
    }
    return element("a", attributes, element("bdi", None, one_line(words)))


def _certainty(certainty: Certainty | None) -> Markup | str:
    if certainty is None:
        return ""
    told = f"{certainty.word}, {certainty.percent} %"
    attributes = {"class": f"sure {certainty.step}", "role": "img", "aria-label": told, "title": told}
    return element("span", attributes)


def _footer(report: Report) -> Markup:
    words = words_of(report.interface)
    facts = [*report.facts, (words["Read by Mithaq"], __version__)]
    rows = [
        element("span", None, f"{label} ", element("bdi", None, one_line(value))) for label, value in facts
    ]
    return element("footer", None, *rows)


def _script() -> Markup:
    return element("script", None, Markup(asset("page.js")))


@cache
def asset(name: str) -> str:
    """A style or script of the page."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
