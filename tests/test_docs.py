"""Whatever can be listed is checked against the docs."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mithaq import cli, lists
from mithaq.model.errors import MithaqError
from mithaq.settings import SETTINGS
from tests.conftest import ROOT

DOCS = ROOT / "docs"
NOTES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")]
PAGES = [*NOTES, *sorted(DOCS.rglob("*.md"))]
ROOT_COMMAND = next(value for value in vars(cli).values() if isinstance(value, click.Group))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sections(page: Path) -> dict[str, str]:
    """Text of a page by the heading it stands under."""
    parts = re.split(r"^#+ (.+)$", text(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def targets() -> list[str]:
    """Commands of the Makefile."""
    return re.findall(r"^([a-z]+):.*## ", text(ROOT / "Makefile"), flags=re.MULTILINE)


def commands(
    command: click.Command = ROOT_COMMAND, typed: str = "mithaq"
) -> Iterator[tuple[str, click.Command]]:
    """Commands that do something, by what is typed."""
    if not isinstance(command, click.Group):
        yield typed, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        narrower = command.get_command(context, name)
        assert narrower is not None
        yield from commands(narrower, f"{typed} {name}")


def options(command: click.Command) -> Iterator[click.Option]:
    return (parameter for parameter in command.params if isinstance(parameter, click.Option))


def errors(kind: type[MithaqError] = MithaqError) -> Iterator[type[MithaqError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from errors(narrower)


def slug(heading: str) -> str:
    """The anchor a heading gets where the pages are shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("target", targets())
def test_make_target_is_documented(target):
    assert f"`make {target}`" in text(ROOT / "CONTRIBUTING.md")


def test_documented_make_targets_exist():
    assert {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", text(page))} <= set(targets())


def undocumented(typed: str, command: click.Command, section: str) -> list[str]:
    """Options of a command, and choices of its options, that its section does not name."""
    named = [max(option.opts, key=len) for option in options(command)]
    choices = [
        choice
        for option in options(command)
        if isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    return [f"{typed} {word}" for word in [*named, *choices] if f"`{word}`" not in section]


def test_documented_commands_exist_and_existing_ones_are_documented():
    documented = [heading for heading in sections(DOCS / "commands.md") if heading.startswith("`mithaq ")]
    assert sorted(documented) == sorted(f"`{typed}`" for typed, _ in commands())


def test_options_and_choices_are_documented():
    page = sections(DOCS / "commands.md")
    assert [
        w for typed, command in commands() for w in undocumented(typed, command, page[f"`{typed}`"])
    ] == []


def test_commands_and_options_say_what_they_do():
    for typed, command in commands():
        assert command.help, typed
        assert [option.name for option in options(command) if not option.help] == [], typed


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.variable)
def test_setting_is_documented(setting):
    assert f"| `{setting.variable}` |" in text(DOCS / "commands.md")


@pytest.mark.parametrize("error", list(errors()), ids=lambda error: error.code)
def test_error_is_documented(error):
    assert f"| `{error.code}` | {error.exit_status} |" in text(DOCS / "commands.md")


@pytest.mark.parametrize("name", lists.CODE_LISTS)
def test_codes_are_documented_with_their_labels(name):
    rows = lists.CODE_LISTS[name]().values()
    lines = [f"| `{row.code}` | {' | '.join(row.labels.values())} |" for row in rows]
    written = sections(DOCS / "codes.md")[name.capitalize()].strip().splitlines()
    assert [line for line in written if line.startswith("| `")] == lines


def test_bare_currency_names_are_documented():
    written = sections(DOCS / "codes.md")["Currencies"]
    for group in lists.currencies().values():
        assert f"| {group.name} | {group.default or '–'} | {', '.join(group.codes)} |" in written


def test_every_page_is_reached_from_the_index():
    linked = set(re.findall(r"\]\(([\w./-]+\.md)\)", text(DOCS / "index.md")))
    pages = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")} - {"index.md"}
    assert pages <= linked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for path, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)", text(page)):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if anchor:
            assert anchor in {slug(heading) for heading in sections(target)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_lines_fit(page):
    prose = [line for line in text(page).splitlines() if not line.startswith("|")]
    assert [line for line in prose if len(line) > 120] == []
