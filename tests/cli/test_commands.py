"""The command line: what goes where, and how it ends."""

import io
import json
import os
import subprocess
import sys
import types
from typing import NamedTuple

import pytest
from click.testing import CliRunner

import mithaq
from mithaq.cli import group
from mithaq.model.errors import UnsupportedLanguage
from tests import samples


def reads(text):
    """Stands for the reader: an empty record, or a failure where the text asks for one."""
    if "Ελλάδα" in text.body:
        raise UnsupportedLanguage("the text is in Greek, which is not read: read ar, en, kk or ru")
    if "divide" in text.body:
        raise ZeroDivisionError("a fault")
    return samples.nothing(text, text.language or "en")


class Row(NamedTuple):
    field: str
    value: str
    rule: str
    start: int
    end: int
    kept: bool
    why: str


ROWS = (
    Row("people[0].office", "minister", "office-before-name", 0, 9, True, "stands before a name"),
    Row("meeting.kind", "talks", "verb", 10, 13, False, "lost to a visit"),
)


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """A reader in place of the real one, so that these tests are of the doors alone."""
    stand_in = types.ModuleType("mithaq.reading")
    vars(stand_in).update(read=reads, explain=lambda text: types.SimpleNamespace(rows=ROWS))
    monkeypatch.setitem(sys.modules, "mithaq.reading", stand_in)
    monkeypatch.setattr(mithaq, "reading", stand_in, raising=False)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Ministers met in Minsk.", encoding="utf-8")
    return str(path)


def run(*arguments, **options):
    return CliRunner().invoke(group, arguments, standalone_mode=False, catch_exceptions=False, **options)


def test_text_is_the_default_format(report):
    done = run("read", report)
    assert done.return_value == 0
    assert "The report records no cooperation between states." in done.stdout
    assert done.stderr == ""


def test_lines_come_in_the_order_given(report, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another.")
    done = run("read", "--format", "jsonl", str(other), report, report)
    sources = [json.loads(line)["document"]["source"] for line in done.stdout.splitlines()]
    assert sources == [str(other), report, report]


def test_several_reports_as_text_are_parted_by_a_line(report):
    assert run("read", report, report).stdout.count("─" * 100) == 1


def test_a_page(report):
    done = run("read", "--format", "html", "--interface", "kk", report)
    assert done.stdout.startswith('<!doctype html>\n<html lang="kk"')


def test_one_page_is_for_one_report(report):
    done = CliRunner().invoke(group, ["read", "--format", "html", report, report])
    assert done.exit_code == 2
    assert "jsonl" in done.stderr


def test_standard_input(monkeypatch):
    done = run(
        "read", "--format", "jsonl", "--language", "ru", "--published", "2025-11", "-", input="Встреча."
    )
    document = json.loads(done.stdout)["document"]
    assert (document["source"], document["language"], document["published"]) == ("-", "ru", "2025-11")


def test_standard_input_is_read_once():
    assert CliRunner().invoke(group, ["read", "-", "-"], input="x").exit_code == 2


def test_documents_that_cannot_be_read_do_not_stop_the_others(report, tmp_path):
    greek, faulty, empty = tmp_path / "greek.txt", tmp_path / "faulty.txt", tmp_path / "empty.txt"
    greek.write_text("Ελλάδα", encoding="utf-8")
    faulty.write_text("divide")
    empty.write_text("")
    done = run("read", "--format", "jsonl", str(greek), str(faulty), str(empty), "none.txt", report)
    assert done.return_value == 1
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == [str(greek), str(faulty), str(empty), "none.txt"]
    assert "which is not read" in told[0]
    assert "please report it" in told[1]


def test_output_goes_to_a_file(report, tmp_path):
    out = tmp_path / "record.jsonl"
    done = run("read", "--format", "jsonl", "-o", str(out), report)
    assert done.stdout == ""
    assert json.loads(out.read_bytes())["document"]["source"] == report


def test_an_output_that_cannot_be_written(report, tmp_path):
    done = CliRunner().invoke(group, ["read", "-o", str(tmp_path / "none" / "x"), report])
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--format", "xml", "x"],
        ["read", "--interface", "fr", "x"],
        ["read", "--published", "yesterday", "x"],
        ["explain"],
        ["explain", "--published", "5.11.2025", "x"],
        ["translate"],
        ["read", "--verbose", "x"],
    ],
)
def test_wrong_usage_is_2(arguments):
    done = CliRunner().invoke(group, arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr


def test_explain_shows_which_rule_took_which_words(report):
    done = run("explain", report)
    assert "✓ people[0].office minister  office-before-name" in done.stdout
    assert "    0–9 «Ministers»" in done.stdout
    assert "✗ meeting.kind talks  verb" in done.stdout
    assert "lost to a visit" in done.stdout


def test_explain_of_one_field(report):
    assert "meeting" not in run("explain", report, "people").stdout
    assert "people" not in run("explain", report, "meeting.kind").stdout
    done = run("explain", report, "amounts")
    assert (done.stdout, done.return_value) == ("", 0)
    assert "nothing was read for amounts" in done.stderr


def test_version_and_help():
    assert run("--version").stdout.strip() == f"mithaq, version {mithaq.__version__}"
    told = run("--help").stdout
    assert all(verb in told for verb in ("read", "explain", "check"))


def test_check_languages_tells_faults(monkeypatch):
    stand_in = types.ModuleType("mithaq.languages.check")
    vars(stand_in)["check"] = lambda codes: [f"{code}: lacks words for tourism" for code in codes]
    monkeypatch.setitem(sys.modules, "mithaq.languages.check", stand_in)
    done = run("check", "languages", "kk")
    assert (done.stdout, done.return_value) == ("kk: lacks words for tourism\n", 1)
    assert run("check", "languages").return_value == 0


MITHAQ = [sys.executable, "-m", "mithaq"]


def test_errors_of_a_process_end_with_their_status():
    done = subprocess.run([*MITHAQ, "explain", "none.txt"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"mithaq: none.txt: there is no such file: check the path\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"]])
def test_a_broken_pipe_ends_quietly(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*MITHAQ, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""


def test_a_pipe_that_breaks_while_records_are_written_ends_quietly(report):
    code = (
        "import sys, types; from tests import samples; reader = types.ModuleType('mithaq.reading');"
        "reader.read = samples.nothing; sys.modules['mithaq.reading'] = reader;"
        f"sys.argv = ['mithaq', 'read', '--format', 'jsonl'] + [{report!r}] * 2000;"
        "from mithaq.cli import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_terminal_that_reorders_gets_isolates(monkeypatch, report):
    from rich.text import Text

    from mithaq.cli.terminal import Terminal

    class Screen(io.BytesIO):
        def isatty(self):
            return True

    monkeypatch.setenv("MITHAQ_BIDI", "on")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Screen()
    terminal = Terminal(screen)
    assert terminal.bidi
    terminal.write([Text("sure", "bold")])
    assert screen.getvalue() == b"\x1b[1msure\x1b[0m\n"


def test_importing_brings_nothing_heavy():
    heavy = {"rich", "orjson", "numpy", "mithaq.reading"}
    code = f"import sys, mithaq, mithaq.cli; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == "[]\n"
