"""Opening files and standard input, with errors that name file, cause and next step."""

import errno
import io
import os
import sys
from hashlib import sha256

import pytest

from mithaq.model.errors import UnreadableSource
from mithaq.sources import files, open_source

REPORT = "Ministers met in Minsk.\n"


def refusal(source) -> str:
    with pytest.raises(UnreadableSource) as caught:
        open_source(str(source))
    return str(caught.value)


def test_a_file_becomes_a_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbf" + REPORT.encode())
    text = open_source(str(path), language="en", published="2025")
    assert text.body == REPORT
    assert text.source == str(path)
    assert text.sha256 == sha256(path.read_bytes()).hexdigest()
    assert (text.language, text.published, text.media_type) == ("en", "2025", "text/plain")


def test_standard_input_is_read_for_a_dash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    text = open_source("-")
    assert (text.source, text.body) == ("-", REPORT)


def test_empty_standard_input_is_called_by_its_name(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert refusal("-") == "standard input: is empty: there is nothing to read"


def test_a_missing_file(tmp_path):
    assert refusal(tmp_path / "none.txt") == f"{tmp_path}/none.txt: there is no such file: check the path"


def test_a_directory(tmp_path):
    assert refusal(tmp_path).endswith("is a directory: name the files in it")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "closed.txt"
    path.write_text(REPORT)
    path.chmod(0)
    if os.geteuid() == 0:  # root may read everything, so the system's refusal is played to it

        def refuse(*_args, **_kwargs):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

        for place in ("builtins.open", "io.open", "os.open", "pathlib.Path.open"):
            monkeypatch.setattr(place, refuse)
    assert "may not be read" in refusal(path)


def test_paths_that_cannot_exist():
    assert "NUL" in refusal("a\0b")
    assert "too long" in refusal("x" * 5000)


def test_names_of_files_cannot_steer_a_terminal():
    assert "\x1b" not in refusal("evil\x1b[31m\n.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<!DOCTYPE html><p>text", "HTML"),
        (b"\xef\xbb\xbf <html lang='ar'>", "HTML"),
        (b'<?xml version="1.0"?>\n<html>', "HTML"),
    ],
)
def test_other_kinds_are_named_with_the_next_step(tmp_path, data, kind):
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    told = refusal(path)
    assert kind in told
    assert ".txt (UTF-8)" in told


def test_a_page_is_known_by_its_name_too(tmp_path):
    path = tmp_path / "report.HTML"
    path.write_text("<p>Ministers met.")
    assert "HTML page" in refusal(path)


def test_a_text_about_tags_is_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("The <html> tag was discussed by ministers.")
    assert open_source(str(path)).body.startswith("The <html>")


def test_too_large_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 2**20)
    path = tmp_path / "report.txt"
    path.write_bytes(b"x" * (2**20 + 1))
    assert "is larger than 1 MB" in refusal(path)
