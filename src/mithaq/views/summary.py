"""What became of the documents of one adding, in one line."""

from collections.abc import Mapping

from mithaq.views.wording import Wording

PARTS = {
    "filed": "documents filed: {number}", "known": "known already: {number}",
    "read_again": "read again: {number}", "failed": "failed: {number}",
    "new": "entries new: {number}", "changed": "entries changed: {number}",
}  # fmt: skip
_ALWAYS = frozenset({"filed", "new", "changed"})


def added(counts: Mapping[str, int], interface: str = "en") -> str:
    """How many documents were filed, known, read again or failed, how many entries are new or changed."""
    wording = Wording.of(interface)
    told = [
        wording.words[words].format(number=wording.number(counts.get(name, 0)))
        for name, words in PARTS.items()
        if counts.get(name) or name in _ALWAYS
    ]
    return " · ".join(told)
