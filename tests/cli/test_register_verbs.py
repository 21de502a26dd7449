"""The verbs over the register: what goes where, how each ends, and how each can fail."""

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys

import click
import openpyxl
import pytest
from click.testing import CliRunner

from mithaq import adding
from mithaq.cli import group
from mithaq.model.errors import (
    BrokenHistory,
    InvalidDecision,
    InvalidOption,
    RegisterUnavailable,
    UnknownEntry,
    UnreadableSource,
)
from tests.conftest import ROOT

REPORTS = [str(ROOT / "tests" / "corpus" / f"{language}-101.txt") for language in ("ar", "ru", "en", "kk")]
TRADE = """Kazakhstan and Qatar held talks in Doha on 3 March 2025. The ministries of energy of Kazakhstan and
Qatar signed a memorandum on 3 March 2025. Trade between Kazakhstan and Qatar reached $120 million.
"""


def invoke(arguments, url, **options):
    environment = {"MITHAQ_DATABASE_URL": url, "MITHAQ_USER": "desk", **options.pop("env", {})}
    return CliRunner().invoke(
        group, arguments, standalone_mode=False, catch_exceptions=False, env=environment, **options
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A register in which the visit and another meeting are filed; not to be changed."""
    folder = tmp_path_factory.mktemp("filled")
    other = folder / "doha.txt"
    other.write_text(TRADE, encoding="utf-8")
    done = invoke(["add", *REPORTS, str(other)], f"sqlite:///{folder}/register.db")
    assert done.return_value == 0, done.stderr
    return folder / "register.db"


@pytest.fixture
def run(filled, tmp_path):
    """Runs the command line on a register of its own, filled."""
    for part in filled.parent.glob("register.db*"):
        shutil.copy(part, tmp_path / part.name)
    return lambda *arguments, **options: invoke(arguments, f"sqlite:///{tmp_path}/register.db", **options)


@pytest.fixture
def empty(tmp_path):
    """Runs the command line on an empty register."""
    return lambda *arguments, **options: invoke(arguments, f"sqlite:///{tmp_path}/new.db", **options)


def lines(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def found(run, *arguments):
    """Entries found, by id."""
    hits = lines(run("find", "--format", "jsonl", "--limit", "500", *arguments))
    return {hit["id"]: hit for hit in hits}


def only(run, *arguments):
    (entry,) = found(run, *arguments).values()
    return entry


def visit(run):
    return only(run, "--type", "event", "--country", "BY")["id"]


def shown(run, entry):
    (told,) = lines(run("show", entry, "--format", "jsonl"))
    return told


def test_adding_says_what_was_filed(empty):
    done = empty("add", *REPORTS[:2])
    assert done.stdout.startswith("documents filed: 2 · entries new: ")
    assert (done.return_value, done.stderr) == (0, "")


def test_adding_goes_on_past_what_cannot_be_read(empty, tmp_path):
    greek = tmp_path / "greek.txt"
    greek.write_text("Η Ελλάδα και η Κύπρος υπέγραψαν μνημόνιο συνεργασίας.", encoding="utf-8")
    done = empty("add", "missing.txt", str(greek), REPORTS[2])
    assert done.return_value == 1
    assert "documents filed: 1 · failed: 2 · " in done.stdout
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["missing.txt", str(greek)]


def test_adding_again_changes_nothing(run):
    before = run("check", "history").stdout
    told = run("add", *REPORTS).stdout
    assert told == "documents filed: 0 · known already: 4 · entries new: 0 · entries changed: 0\n"
    assert run("check", "history").stdout == before


def test_each_document_is_acknowledged_as_a_line(empty):
    done = empty("add", "--format", "jsonl", *REPORTS[:2])
    told = [(each["source"], each["status"]) for each in lines(done)]
    assert told == [(each, "filed") for each in REPORTS[:2]]
    assert done.stderr.startswith("documents filed: 2")


def test_a_folder_is_gone_through_and_the_summary_speaks_the_interface(empty, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    shutil.copy(REPORTS[1], tmp_path / "in" / "deep")
    assert "занесено сообщений: 1" in empty("add", str(tmp_path / "in"), "--interface", "ru").stdout


def test_standard_input_is_filed(empty):
    assert "documents filed: 1" in empty("add", "-", input=TRADE).stdout


def test_a_bar_is_shown_where_somebody_watches(empty, monkeypatch):
    monkeypatch.setattr("mithaq.cli.add._is_watched", lambda: True)
    done = empty("add", "missing.txt", REPORTS[2])
    assert "documents filed: 1 · failed: 1" in done.stdout
    assert "missing.txt" in done.stderr


def test_what_was_filed_is_told_where_the_register_fails_meanwhile(empty, monkeypatch):
    def outcomes(*_):
        yield adding.Added("a.txt", "filed", "0" * 64, 3, 1)
        raise RegisterUnavailable("the disk is full: free some space")

    monkeypatch.setattr(adding, "add", outcomes)
    done = CliRunner().invoke(group, ["add", "a.txt", "--database", "sqlite://"], standalone_mode=False)
    assert isinstance(done.exception, RegisterUnavailable)
    assert done.stdout == "documents filed: 1 · entries new: 3 · entries changed: 1\n"


def test_what_an_older_reader_read_is_read_again(run, monkeypatch):
    assert "read again" not in run("add", "--read-again").stdout
    monkeypatch.setattr(adding, "reader_version", lambda: "9.9+newer")
    assert "documents filed: 0 · read again: 5 · " in run("add", "--read-again").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a FILE or FOLDER"),
        (("--read-again", "x.txt"), "--read-again alone"),
        (("-", "-"), "only once"),
        (("x.txt", "--published", "soon"), "soon"),
    ],
)
def test_wrong_usage_of_add_is_told(empty, arguments, told):
    with pytest.raises(click.UsageError, match=told):
        empty("add", *arguments)


def test_somebody_must_act(empty):
    with pytest.raises(InvalidOption, match="--as NAME"):
        empty("add", "--as", " ", REPORTS[0])


def test_a_register_that_cannot_be_opened_is_told(tmp_path):
    bad = tmp_path / "bad.db"
    bad.write_text("no database at all, but long enough to be taken for a page of one" * 50)
    with pytest.raises(RegisterUnavailable, match="name another file with --database"):
        invoke(["find"], f"sqlite:///{bad}")
    with pytest.raises(RegisterUnavailable, match="no address"):
        invoke(["find", "--database", "register"], "")


@pytest.mark.parametrize("word", ["خارطة", "дорожная карта", "roadmap", "жол картасы"])
def test_words_of_any_language_find_the_roadmaps(run, word):
    kinds = [entry["values"]["kind"] for entry in found(run, "--type", "instrument", *word.split()).values()]
    assert kinds == ["roadmap", "roadmap"]


def test_filters_must_all_hold(run):
    assert visit(run) in found(run, "--country", "Казахстан", "--country", "بيلاروسيا", "--since", "2025-11")
    assert found(run, "--country", "KZ", "--country", "QA", "--type", "instrument", "--country", "BY") == {}
    claim = only(run, "--min", "100e6", "--max", "130000000", "--currency", "usd")
    assert claim["values"]["value"] == 120000000
    memorandum = only(run, "--kind", "memorandum", "--until", "2025-03", "--status", "signed")
    assert memorandum["type"] == "instrument"
    assert (
        found(run, "--sector", "industry", "--kind", "roadmap").keys()
        < found(run, "--kind", "roadmap").keys()
    )


def test_a_body_is_found_by_key_and_by_id(run):
    body = only(run, "--type", "body", "--kind", "ministry", "--country", "BY")
    by_id = found(run, "--body", body["id"], "--type", "instrument")
    assert len(by_id) == 1
    assert by_id == found(run, "--body", body["values"]["keys"][0], "--type", "instrument")


def test_pages_of_what_is_found(run):
    whole = list(found(run))
    done = run("find", "--limit", "2", "--offset", "1")
    heads = [line.split() for line in done.stdout.splitlines() if line.startswith(("●", "◐", "○"))]
    assert [head[-1] for head in heads] == whole[1:3]
    assert done.stdout.rstrip().endswith(f"2–3 of {len(whole)}")


def test_nothing_found_says_what_to_loosen(run, empty):
    assert "use fewer words" in run("find", "Atlantis").stderr
    assert "leave out a filter" in run("find", "--status", "negotiating").stderr
    assert "mithaq add" in empty("find").stderr
    assert "smaller one" in run("find", "--offset", "9999").stderr
    assert run("find", "Atlantis").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--country", "Kazakstan"), r"did you mean KZ \(kazakhstan\)"),
        (("--kind", "zzzz"), "docs/codes.md"),
        (("--since", "soon"), "--since"),
        (("--min", "much"), "--min.*160e6"),
        (("--max", "nan"), "--max"),
        (("--currency", "gold"), "--currency.*ISO 4217"),
        (("--country", "zzzz"), "--country.*ISO 3166-1"),
    ],
)
def test_filters_that_are_none_are_told(run, arguments, told):
    with pytest.raises(InvalidOption, match=told):
        run("find", *arguments)


def test_an_entry_is_shown_with_proof_and_sources(run):
    done = run("show", visit(run)[:8])
    assert "Official visit, Belarus – Kazakhstan, Astana" in done.stdout
    assert "«official visit»" in done.stdout
    assert "«زيارةً رسمية»" in done.stdout
    assert all(report.rpartition("/")[2] in done.stdout for report in REPORTS)


def test_an_entry_is_shown_in_the_interface(run):
    entry = visit(run)
    assert "Официальный визит, Беларусь – Казахстан" in run("show", entry, "--interface", "ru").stdout
    assert "زيارة رسمية، بيلاروسيا – كازاخستان" in run("show", entry, "--interface", "ar").stdout
    assert "Ресми сапар" in run("show", entry, "--interface", "kk").stdout


def test_the_lines_of_an_entry_have_everything(run):
    told = shown(run, visit(run))
    assert {"values", "sources", "related", "decisions", "history", "digest"} <= told.keys()
    assert told["history"][0]["action"] == "create"
    assert told["values"]["kind"]["support"][0]["evidence"][0]["quote"]


def test_one_value_is_shown_alone(run):
    entry = visit(run)
    text = run("show", entry, "--value", "city").stdout
    assert "Astana" in text
    assert "History" not in text
    (value,) = lines(run("show", entry, "--value", "city", "--format", "jsonl"))
    assert (value["property"], value["value"], value["reason"]) == ("city", "Astana", "agreed")
    with pytest.raises(InvalidOption, match="it has kind"):
        run("show", entry, "--value", "colour")


def test_ids_that_name_none_or_several_are_told(run):
    with pytest.raises(UnknownEntry, match="mithaq find"):
        run("show", "ev-zzzz")
    with pytest.raises(UnknownEntry, match="more letters"):
        run("show", "in-")


def test_what_waits_is_shown_with_the_commands_that_decide_it(run):
    asked = lines(run("review", "--format", "jsonl"))
    assert [each["weight"] for each in asked] == sorted((each["weight"] for each in asked), reverse=True)
    claim = only(run, "--min", "1e9", "--max", "1e9", "--country", "BY")["id"]
    done = run("review", "--type", "claim")
    assert "Sources differ: which is right?" in done.stdout
    assert f"→ mithaq decide {claim} accept qualifier" in done.stdout
    assert "المصادر مختلفة" in run("review", "--type", "claim", "--interface", "ar").stdout


def test_nothing_that_waits_is_told(empty):
    done = empty("review")
    assert (done.stdout, done.stderr) == ("", "mithaq: nothing waits for a decision\n")


def test_a_correction_holds_and_says_who_and_why(run):
    entry = visit(run)
    why = ("--why", "the programme says so", "--as", "Aigul")
    done = run("decide", entry, "correct", "date", "2025-11-05", *why)
    assert done.stdout == f"decision 1: correct {entry} date\n"
    assert "mithaq undo 1" in done.stderr
    told = shown(run, entry)
    assert (told["values"]["date"]["value"], told["values"]["date"]["reason"]) == ("2025-11-05", "corrected")
    assert "corrected by Aigul" in run("show", entry).stdout
    assert "the programme says so" in run("show", entry).stdout


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("kind", ["State visit"], "state_visit"),
        ("guests", ["BY,", "Россия"], ["BY", "RU"]),
        ("city", ["Nur-Sultan"], "Nur-Sultan"),
    ],
)
def test_values_are_typed_as_they_are_called(run, name, typed, value):
    entry = visit(run)
    run("decide", entry, "correct", name, *typed)
    assert shown(run, entry)["values"][name]["value"] == value


def test_a_wording_is_corrected_in_one_language_alone(run):
    entry = next(iter(found(run, "--type", "instrument", "roadmap", "Akimat")))
    before = shown(run, entry)["values"]["title"]["value"]
    run("decide", entry, "correct", "title", "ru=Дорожная карта Астаны и Минска")
    assert shown(run, entry)["values"]["title"]["value"] == before | {"ru": "Дорожная карта Астаны и Минска"}


def test_sums_and_flags_are_typed(run):
    claim = only(run, "--min", "100e6", "--max", "130000000", "--type", "claim")["id"]
    run("decide", claim, "correct", "value", "1.2e8")
    run("decide", claim, "correct", "counted", "yes")
    assert shown(run, claim)["values"]["value"]["value"] == 120000000
    assert shown(run, claim)["values"]["counted"]["value"] is True


@pytest.mark.parametrize(
    ("arguments", "kind", "told"),
    [
        (("correct",), InvalidDecision, "PROPERTY VALUE"),
        (("correct", "date"), InvalidDecision, "PROPERTY VALUE"),
        (("correct", "colour", "red"), InvalidDecision, "it has kind"),
        (("correct", "kind", "picnic"), InvalidOption, "neither a code"),
        (("correct", "date", "soon"), InvalidOption, "2026-03-05"),
        (("correct", "title", "no language"), InvalidOption, "en=words"),
        (("accept", "date", "2025-11-05"), InvalidDecision, "correct date VALUE"),
        (("accept", "subdivision"), InvalidDecision, "it has kind"),
    ],
)
def test_decisions_that_cannot_be_are_told_and_change_nothing(run, arguments, kind, told):
    entry, before = visit(run), run("check", "history").stdout
    with pytest.raises(kind, match=told):
        run("decide", entry, *arguments)
    assert run("check", "history").stdout == before


def test_rejected_entries_are_found_only_when_asked_for(run):
    entry = visit(run)
    run("decide", entry, "reject")
    assert entry not in found(run)
    assert entry in found(run, "--state", "rejected")
    run("undo", "1")
    assert entry in found(run)


def test_entries_are_merged_and_the_merging_taken_back(run):
    one, other = sorted(found(run, "--type", "instrument", "roadmap"))
    done = run("merge", one, other, "--why", "a trial")
    assert done.stdout == f"decision 1: merge {one} {other} into {one}\n"
    after = run("show", other)
    assert f"{other} was merged into {one}" in after.stderr
    assert other not in found(run)
    run("undo", "1")
    assert {one, other} <= found(run).keys()


def test_entries_of_two_types_are_not_merged(run):
    with pytest.raises(InvalidDecision, match="different types"):
        run("merge", visit(run), next(iter(found(run, "--type", "person"))))
    with pytest.raises(InvalidDecision, match="two entries"):
        run("merge", visit(run))


def test_entries_are_kept_apart(run):
    one, other = sorted(found(run, "--type", "instrument", "roadmap"))
    assert run("apart", one, other).stdout == f"decision 1: keep {one} and {other} apart\n"
    with pytest.raises(InvalidDecision, match="one entry"):
        run("apart", one, one)


def test_a_document_is_taken_out_of_an_entry(run):
    entry = visit(run)
    russian = next(source for source in shown(run, entry)["sources"] if source["language"] == "ru")
    run("split", entry, russian["sha256"][:12])
    events = found(run, "--type", "event", "--country", "BY")
    assert sorted(event["sources"] for event in events.values()) == [1, 3]
    with pytest.raises(UnknownEntry, match="document"):
        run("split", entry, "ffffffffff")


def test_decisions_that_are_none_are_not_taken_back(run):
    with pytest.raises(UnknownEntry, match="no decision 7"):
        run("undo", "7")


def test_a_backup_is_restored_whole(run, tmp_path):
    run("decide", visit(run), "accept")
    file = str(tmp_path / "backup.db")
    assert run("backup", file).return_value == 0
    target = f"sqlite:///{tmp_path}/second.db"
    assert invoke(["restore", file], target).return_value == 0
    for verb in (("check", "history"), ("find", "--format", "jsonl", "--limit", "500")):
        assert invoke(verb, target).stdout == run(*verb).stdout
    with pytest.raises(InvalidOption, match="is there already"):
        run("backup", file)
    with pytest.raises(InvalidOption, match="not empty"):
        run("restore", file)
    with pytest.raises(InvalidOption, match="no such backup"):
        invoke(["restore", str(tmp_path / "none.db")], f"sqlite:///{tmp_path}/third.db")


def test_the_chain_is_verified_and_a_tampered_line_named(run, tmp_path):
    number, last = run("check", "history").stdout.split()
    assert int(number) > 10
    assert len(last) == 64
    with sqlite3.connect(tmp_path / "register.db") as connection:
        connection.execute("DROP TRIGGER history_kept_update")
        connection.execute("UPDATE history SET who = 'somebody else' WHERE number = 7")
    connection.close()
    with pytest.raises(BrokenHistory, match="line 7 "):
        run("check", "history")


def test_entries_leave_in_every_format(run, tmp_path):
    whole = found(run)
    rows = list(csv.DictReader(io.StringIO(run("export", "csv").stdout.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == list(whole)
    documents = lines(run("export", "jsonl", "--type", "instrument"))
    assert [each["id"] for each in documents] == list(found(run, "--type", "instrument"))
    for name, start in (("xlsx", b"PK"), ("parquet", b"PAR1")):
        file = tmp_path / f"out.{name}"
        assert run("export", name, "--out", str(file), "--interface", "ar").return_value == 0
        assert file.read_bytes().startswith(start)
    with pytest.raises(click.UsageError, match="name another file"):
        run("export", "csv", "--out", str(tmp_path / "none" / "out.csv"))


def edited(run, tmp_path, **cells):
    """A workbook of the documents, the first of them changed, by heading."""
    file = tmp_path / "edited.xlsx"
    run("export", "xlsx", "--type", "instrument", "--out", str(file))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in cells.items():
        sheet.cell(2, columns[heading.replace("_", " ")]).value = value
    row = sheet.max_row + 1
    for heading, value in {"Kind (code)": "treaty", "Countries (code)": "KZ; QA", "Count": 2}.items():
        sheet.cell(row, columns[heading]).value = value
    book.save(file)
    return str(file), sheet.cell(2, columns["Id"]).value


def test_an_edited_workbook_is_shown_then_applied_once(run, tmp_path):
    file, entry = edited(run, tmp_path, Valid_until="2031", Title=None)
    before = run("check", "history").stdout
    shown_only = run("import", file)
    assert "to make: 1 · to change: 2" in shown_only.stdout
    assert "→ 2031" in shown_only.stdout
    assert "--apply does it" in shown_only.stderr
    assert run("check", "history").stdout == before
    done = run("import", file, "--apply", "--why", "by hand", "--as", "Aigul")
    assert (done.return_value, done.stderr) == (0, "mithaq: 3 applied\n")
    told = shown(run, entry)
    assert told["values"]["period_to"]["value"] == "2031"
    assert set(told["values"]["title"]["value"]) == {"ar", "kk", "ru"}
    assert {(each["who"], each["why"], each["origin"]) for each in told["decisions"]} == {
        ("Aigul", "by hand", "import")
    }
    treaty = only(run, "--kind", "treaty")
    assert treaty["values"] == {"kind": "treaty", "countries": ["KZ", "QA"], "count": 2}
    after = run("check", "history").stdout
    assert run("import", file, "--apply").stderr == "mithaq: 0 applied\n"
    assert run("check", "history").stdout == after


def test_what_both_changed_is_never_applied(run, tmp_path):
    file, entry = edited(run, tmp_path, **{"Status_(code)": "in_force"})
    run("decide", entry, "correct", "status", "negotiating")
    done = run("import", file, "--apply")
    assert done.return_value == 1
    assert "conflicts: 1" in done.stdout
    assert shown(run, entry)["values"]["status"]["value"] == "negotiating"


def test_cells_that_cannot_be_taken_are_named(run, tmp_path):
    file, entry = edited(run, tmp_path, **{"Status_(code)": "picnic"})
    done = run("import", file, "--format", "jsonl")
    assert done.return_value == 1
    (plan,) = (each for each in lines(done) if each["outcome"] == "reject")
    assert (plan["entry"], plan["property"]) == (entry, "status")
    assert "تعذّر قبولها: 1" in run("import", file, "--interface", "ar").stdout


def test_a_decision_by_workbook_accepts_rejects_and_is_taken_back(run, tmp_path):
    file, entry = edited(run, tmp_path, **{"Review_(code)": "rejected"})
    run("import", file, "--apply")
    assert entry in found(run, "--state", "rejected")
    number = shown(run, entry)["decisions"][0]["number"]
    run("undo", str(number))
    assert entry in found(run)


def test_what_is_no_workbook_is_told(run, tmp_path):
    (tmp_path / "notes.xlsx").write_text("no workbook")
    with pytest.raises(UnreadableSource, match=r"notes\.xlsx"):
        run("import", str(tmp_path / "notes.xlsx"))
    with pytest.raises(UnreadableSource, match=r"none\.xlsx"):
        run("import", str(tmp_path / "none.xlsx"))


def mithaq(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "mithaq", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | environment,
    )  # fmt: skip


def test_a_process_ends_with_the_status_of_its_error(filled):
    url = f"sqlite:///{filled}"
    done = mithaq("show", "ev-zzzz", MITHAQ_DATABASE_URL=url)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("mithaq: the register has no entry")
    assert mithaq("find", "--country", "Kazakstan", MITHAQ_DATABASE_URL=url).returncode == 2


def test_help_needs_no_database():
    told = "import sys; from mithaq.cli import group; group(['find', '--help'], standalone_mode=False)"
    check = f"{told}; sys.exit('sqlalchemy' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=False).returncode == 0


def test_the_default_register_is_in_the_data_folder(tmp_path):
    done = mithaq("check", "history", MITHAQ_DATABASE_URL="", XDG_DATA_HOME=str(tmp_path))
    assert done.stdout.startswith("0 ")
    assert (tmp_path / "mithaq" / "register.db").is_file()
