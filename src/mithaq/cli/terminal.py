"""The terminal that text is written to: its width, colours and handling of direction."""

import shutil
from io import StringIO
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from mithaq.settings import terminal_does_bidi

_WIDTH_OF_A_FILE = 100


class Terminal:
    """Writes styled lines to a stream: with colours and isolates only where it is a terminal."""

    def __init__(self, stream: BinaryIO) -> None:
        is_terminal = stream.isatty()
        self._stream = stream
        self.width = shutil.get_terminal_size().columns if is_terminal else _WIDTH_OF_A_FILE
        self.bidi = is_terminal and terminal_does_bidi()
        self._console = Console(file=StringIO(), force_terminal=is_terminal, highlight=False, soft_wrap=True)

    def write(self, lines: list[Text]) -> None:
        """Write lines, each with its line end."""
        with self._console.capture() as captured:
            for line in lines:
                self._console.print(line, markup=False, emoji=False)
        self._stream.write(captured.get().encode("utf-8", "replace"))
        self._stream.flush()

    def rule(self) -> Text:
        """A line between two reports."""
        return Text("\n" + "─" * min(self.width, _WIDTH_OF_A_FILE) + "\n", "dim")
