"""The page for a first hour with the register: its commands run as they stand."""

import os
import re
import shlex
import subprocess
import sys

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "register.md").read_text(encoding="utf-8")
# Each command leaves its status and itself in a file.
LEAD = f"""
mithaq() {{ {shlex.quote(sys.executable)} -m mithaq "$@"; echo "$? $*" >> statuses; }}
"""


def test_the_commands_of_the_page_run(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "corpus").symlink_to(ROOT / "tests" / "corpus")
    script = LEAD + "\n".join(re.findall(r"^```sh\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL))
    done = subprocess.run(
        ["bash", "-u", "-c", script], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    statuses = [line.split(" ", 1) for line in (tmp_path / "statuses").read_text().splitlines()]
    assert len(statuses) > 10
    assert [line for line in statuses if line[0] != "0"] == [["1", "add tests/corpus"]], done.stderr
    assert "corrected by newcomer" in done.stdout
    assert (tmp_path / "first-backup.db").is_file()
    assert (tmp_path / "instruments.csv").stat().st_size > 1000
