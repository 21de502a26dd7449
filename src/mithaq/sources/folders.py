"""Folders: the reports in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mithaq.model.errors import UnreadableSource
from mithaq.sources.files import STANDARD_INPUT, shown

REPORTS = frozenset({".txt", ".text"})
"""Endings of the files of a folder that are taken for reports.

A file that is named is read whatever its ending.
"""


def reports(sources: Iterable[str]) -> Iterator[str | UnreadableSource]:
    """The files that sources name, those of folders in the order of their paths.

    Hidden files and other kinds of files in a folder are passed over. A folder that may not be looked into,
    or that has no report, gives the error in its place.
    """
    for source in sources:
        if source != STANDARD_INPUT and Path(source).is_dir():
            yield from _in_folder(Path(source))
        else:
            yield source


def _in_folder(folder: Path) -> Iterator[str | UnreadableSource]:
    found = False
    try:
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix.lower() in REPORTS and not hidden and path.is_file():
                found = True
                yield str(path)
    except OSError as fault:
        yield UnreadableSource(
            f"{shown(str(folder))}: cannot be looked into ({fault.strerror}): ask for the right"
        )
        return
    if not found:
        kinds = ", ".join(sorted(REPORTS))
        yield UnreadableSource(
            f"{shown(str(folder))}: has no report in it ({kinds}): name the files themselves"
        )
