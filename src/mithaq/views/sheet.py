"""Lines of text as a terminal shows them: broken at a width, each at the edge its direction begins at."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

_ISOLATE, _POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MOST_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lays out words at one width, in cells.

    ``right_to_left``: the interface runs so; ``bidi``: the terminal reorders right-to-left text, so such
    lines are isolated for it.
    """

    width: int
    right_to_left: bool
    bidi: bool

    @classmethod
    def of(cls, width: int, direction: str, *, bidi: bool) -> "Sheet":
        """A sheet for a terminal: no line is longer than 100 cells, or so narrow that nothing fits."""
        return cls(max(20, min(width, _MOST_WIDTH)), direction == "rtl", bidi)

    def facing(
        self, label: Text, words: str, indent: int, style: str = "", *, right_to_left: bool | None = None
    ) -> Iterator[Text]:
        """A label, and at the other end words; on lines of their own where both do not fit on one.

        ``right_to_left``: the words run so; against the interface where not given.
        """
        value, other = Text(words, style), not self.right_to_left if right_to_left is None else right_to_left
        gap = self.width - indent - label.cell_len - value.cell_len
        if gap < 2:
            yield from self.wrap(label, indent)
            yield from self.wrap(value, indent, other)
        elif self.right_to_left:
            yield Text.assemble(value, " " * gap, self.isolated(label))
        else:
            yield Text.assemble(" " * indent, label, " " * gap, self.isolated(value) if other else value)

    def wrap(self, text: Text, indent: int, right_to_left: bool | None = None) -> Iterator[Text]:
        """Break words into lines; right-to-left lines stand at the right edge.

        ``right_to_left``: the words run so; as the interface does where not given.
        """
        if right_to_left is None:
            right_to_left = self.right_to_left
        room = max(10, self.width - indent)
        for line in text.wrap(_MEASURE, room, no_wrap=False):
            line.rstrip()
            if right_to_left:
                edge = room if self.right_to_left else self.width
                yield Text.assemble(" " * max(0, edge - line.cell_len), self.isolated(line))
            else:
                yield Text.assemble(" " * indent, line)

    def labelled(self, label: str, text: Text, indent: int, column: int) -> Iterator[Text]:
        """A label, and beside it words of the interface that keep to their column when they are broken."""
        head = Text(label, "dim")
        head.append(" " * max(2, column - head.cell_len))
        narrow = Sheet(self.width - indent - head.cell_len, right_to_left=False, bidi=False)
        for number, broken in enumerate(narrow.wrap(text, 0)):
            line = Text.assemble(head if number == 0 else " " * head.cell_len, broken)
            if self.right_to_left:
                edge = max(0, self.width - indent - line.cell_len)
                yield Text.assemble(" " * edge, self.isolated(line))
            else:
                yield Text.assemble(" " * indent, line)

    def isolated(self, line: Text) -> Text:
        """A right-to-left line as the terminal needs it."""
        return Text.assemble(_ISOLATE, line, _POP) if self.bidi else line


# Wrapping asks a console for nothing but its tab width.
_MEASURE = Console(width=_MOST_WIDTH, file=None, color_system=None)


def shorten(words: str, limit: int) -> str:
    """Words cut to at most ``limit`` characters, the last then being an ellipsis."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
