"""What tells one language from another: its letters, the letters it never uses, its function words."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import orjson

from mithaq.languages.files import HERE, built_in
from mithaq.languages.lexicon import store
from mithaq.settings import cache_directory


@dataclass(frozen=True, slots=True)
class Profile:
    """How a language is told. ``supported``: whether a language file exists for it."""

    code: str
    english: str
    script: str
    letters: str
    foreign: str
    words: frozenset[str]
    supported: bool


@lru_cache(maxsize=1)
def profiles() -> tuple[Profile, ...]:
    """The languages that are told apart: those that are read, and their neighbours that are not."""
    files = [*built_in().values(), HERE / "neighbours.toml"]
    contents = [file.read_bytes() for file in files]
    code = Path(__file__).read_bytes()
    digest = sha256(b"".join(sha256(content).digest() for content in (code, *contents))).hexdigest()
    kept = cache_directory() / f"detection-{digest[:32]}.json"
    try:
        rows = orjson.loads(kept.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        rows = [row for content in contents for row in _rows(tomllib.loads(content.decode("utf-8")))]
        store(kept, orjson.dumps(rows))
    return tuple(
        Profile(code, english, script, letters, foreign, frozenset(words), supported)
        for code, english, script, letters, foreign, words, supported in rows
    )


def _rows(content: dict[str, object]) -> list[list[object]]:
    """A language file's row, or the rows of the file of neighbours."""
    head = content.get("language")
    if isinstance(head, dict) and "code" in head:
        detect = content.get("detect", {})
        assert isinstance(detect, dict)
        return [_row(head["code"], head["english"], head["script"], detect, True)]
    return [
        _row(code, row["english"], row["script"], row, False)
        for code, row in content.items()
        if isinstance(row, dict)
    ]


def _row(code: str, english: str, script: str, detect: dict[str, object], supported: bool) -> list[object]:
    words = detect.get("words", [])
    assert isinstance(words, list)
    plain = [word.removeprefix("=") for word in words]
    return [code, english, script, detect.get("letters", ""), detect.get("foreign", ""), plain, supported]
