"""A script that adds a folder to a register in processes of its own, as the tests ask it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from mithaq.register.database import Database
from tests.conftest import ROOT


class Adder:
    """The script of killing.py, at work on a folder and a register."""

    def __init__(self, folder: Path, database: Database) -> None:
        address = database.engine.url.render_as_string(hide_password=False)
        command = [sys.executable, str(Path(__file__).with_name("killing.py")), str(folder), address]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"}, **pipes
        )
        self.heard()

    def add(self, **when: float) -> dict[str, Any]:
        """Add until the moment or second that is given, or to the end."""
        self.ask(**when)
        return self.heard()

    def ask(self, **when: float) -> None:
        """Begin to add, without waiting for the end."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(when) + "\n")
        self.process.stdin.flush()

    def heard(self) -> dict[str, Any]:
        """What was acknowledged, once the adding has ended."""
        assert self.process.stdout is not None
        return dict(json.loads(self.process.stdout.readline()))

    def close(self) -> None:
        """End the script."""
        self.process.communicate()
