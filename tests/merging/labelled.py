"""The labelled pairs of tests/merging/pairs, with what merging makes of them."""

import tomllib
from collections.abc import Container, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from mithaq.languages.romanising import latin
from mithaq.merging import bodies, people
from mithaq.merging.bodies import BodyForm, compare_bodies
from mithaq.merging.comparing import compare
from mithaq.merging.digest import Digest, PersonForm, digest
from mithaq.merging.keys import parsed
from mithaq.merging.people import compare_people
from mithaq.pipeline import read_source
from tests.merging import made

TESTS = Path(__file__).parent.parent
PAIRS = Path(__file__).parent / "pairs"
_LISTS = ("instruments", "claims", "commitments")


class Judged(NamedTuple):
    """A labelled pair. ``same`` is None where a person must decide; ``score`` what merging gives it."""

    kind: str
    same: bool | None
    score: float
    what: str


class Told(NamedTuple):
    """A report: its digest, which thing each part tells of, and which earlier thing a sum repeats."""

    digest: Digest
    things: dict[tuple[str, int], str]
    repeats: dict[int, str]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((PAIRS / name).read_text(encoding="utf-8"))


@cache
def scenes() -> dict[str, list[Told]]:
    """The reports of each scene: read from files, and made up."""
    read = {
        scene["name"]: [_read(given) for given in scene["report"]]
        for name in ("told.toml", "unseen.toml")
        for scene in _load(name)["scene"]
    }
    for scene in _load("made.toml")["scene"]:
        name = scene["name"]
        read[name] = [_made(f"{name} {place}", given) for place, given in enumerate(scene["report"])]
    return read


def _read(given: dict[str, Any]) -> Told:
    got = digest(read_source(str(TESTS / given["file"])))
    things = {("event", 0): given["event"]}
    for kind in _LISTS:
        told = [_words(kind, part) for part in getattr(got, kind)]
        for words, thing in given.get(kind, {}).items():
            places = [place for place, text in enumerate(told) if words in text]
            assert len(places) == 1, f"{given['file']}: {len(places)} {kind} have {words!r}: label it anew"
            things[kind[:-1], places[0]] = thing
    return Told(got, things, {})


def _words(kind: str, part: Any) -> str:
    if kind == "claims":
        return f"{part.value} {part.currency} {part.about}"
    return (part.title if kind == "instruments" else part.text) or ""


def _made(name: str, given: dict[str, Any]) -> Told:
    things, repeats = {}, {}
    parts: dict[str, Any] = {}
    for kind in ("event", *_LISTS):
        rows = given.get(kind, [])
        built = []
        for place, row in enumerate([rows] if isinstance(rows, dict) else rows):
            fields = {key: _plain(value) for key, value in row.items()}
            things[kind.removesuffix("s"), place] = fields.pop("thing")
            if "repeats" in fields:
                repeats[place] = fields.pop("repeats")
            built.append(getattr(made, kind.removesuffix("s"))(**fields))
        parts[kind] = built[0] if kind == "event" else tuple(built)
    language = given.get("language", "en")
    parts["people"] = tuple(_person([*form, language]) for form in given.get("people", ()))
    if "countries" in given:
        parts["countries"] = tuple(given["countries"])
    return Told(
        made.report(name, language=language, published=given.get("published"), **parts), things, repeats
    )


def _plain(value: Any) -> Any:
    """Lists as tuples; TOML has no null, so an empty string stands for it."""
    return tuple(value) if isinstance(value, list) else None if value == "" else value


def unseen() -> frozenset[str]:
    """The scenes on which no weight was set."""
    return frozenset(scene["name"] for scene in _load("unseen.toml")["scene"])


def of_reports(names: Container[str] | None = None) -> Iterator[Judged]:
    """All pairs of labelled parts of two reports of one scene, of all scenes or of those named."""
    for name, reports in scenes().items():
        if names is not None and name not in names:
            continue
        for left, right in combinations(reports, 2):
            yield from _of_two(name, left, right)


def _of_two(scene: str, left: Told, right: Told) -> Iterator[Judged]:
    scores: dict[tuple[str, int, int], float] = {
        (link.left.kind, link.left.place, link.right.place): link.score
        for link in compare(left.digest, right.digest)
    }
    for (kind, i), one in left.things.items():
        for (other_kind, j), other in right.things.items():
            if kind == other_kind:
                what = f"{scene}: {kind} {one} / {other} ({left.digest.language}, {right.digest.language})"
                yield Judged(kind, one == other, scores.get((kind, i, j), 0.0), what)
            if kind == other_kind == "claim" and (left.repeats or right.repeats):
                again = left.repeats.get(i, one) == right.repeats.get(j, other) and one != other
                yield Judged(
                    "repeat", again, scores.get(("repeat", i, j), 0.0), f"{scene}: {one} / {other} again"
                )


def _person(given: list[str]) -> PersonForm:
    name, office, country, language = given
    return PersonForm(name, latin(name), office, country, language)


def of_people() -> Iterator[Judged]:
    """All pairs of forms of people; a pair without a common block key is told apart unseen."""
    forms = [(row["id"], _person(form)) for row in _load("people.toml")["person"] for form in row["forms"]]
    for (one, left), (other, right) in combinations(forms, 2):
        met = set(people.block_keys(left)) & set(people.block_keys(right))
        score = compare_people(left, right)[0] if met else 0.0
        yield Judged(
            "person", one == other, score, f"{left.name} {left.office} / {right.name} {right.office}"
        )


def _body(given: list[str]) -> BodyForm:
    key, name, language = given
    of = parsed(key)
    return BodyForm(key, of.kind, tuple(sorted(of.portfolio)), of.state, of.subdivision, name, language)


def of_bodies() -> Iterator[Judged]:
    """All pairs of forms of bodies; those of near bodies are for a person to decide."""
    rows = _load("bodies.toml")["body"]
    forms = [(row["id"], row.get("near", ()), _body(form)) for row in rows for form in row["forms"]]
    for (one, near, left), (other, _, right) in combinations(forms, 2):
        met = set(bodies.block_keys(left)) & set(bodies.block_keys(right))
        score = compare_bodies(left, right)[0] if met else 0.0
        yield Judged("body", None if other in near else one == other, score, f"{left.key} / {right.key}")
