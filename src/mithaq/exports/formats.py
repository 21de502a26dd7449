"""The formats in which entries leave the register."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from mithaq.model.entry import Entry

Write = Callable[[Iterable[Entry], str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the media type and ending of a file, and the module that writes it."""

    name: str
    media_type: str
    ending: str
    module: str

    def write(self, entries: Iterable[Entry], language: str) -> Iterator[bytes]:
        """Entries as bytes, in pieces; names of codes are in an interface language. KeyError for another."""
        # Brought when asked for: openpyxl and pyarrow take longer to load than most verbs take.
        write: Write = import_module(f"mithaq.exports.{self.module}").write
        return write(entries, language)


FORMATS = (
    Format("csv", "text/csv; charset=utf-8", ".csv", "entry_csv"),
    Format("jsonl", "application/jsonl", ".jsonl", "entry_lines"),
    Format(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "entry_xlsx"
    ),
    Format("parquet", "application/vnd.apache.parquet", ".parquet", "entry_parquet"),
)
"""Every format, in the order in which it is offered."""
