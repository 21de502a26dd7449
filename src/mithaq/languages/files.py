"""Language files: where they are and what one holds."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mithaq.model.errors import LanguageFileFault
from mithaq.model.folding import Folding

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Traits:
    """What the grammar must know of a language beyond its words."""

    code: str
    name: str
    english: str
    script: str
    direction: str
    head_final: bool
    capitals: bool
    inflection: str
    decimal_comma: bool
    name_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    at_endings: tuple[str, ...] = ()
    with_endings: tuple[str, ...] = ()
    place_endings: tuple[str, ...] = ()
    object_endings: tuple[str, ...] = ()
    home: str = ""
    signing_nouns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in _LISTS:  # a compiled lexicon gives lists back
            object.__setattr__(self, name, tuple(getattr(self, name)))


_LISTS = (
    "name_endings", "verb_endings", "at_endings", "with_endings", "place_endings", "object_endings",
    "signing_nouns",
)  # fmt: skip
_OPTIONAL = (*_LISTS, "home")


@dataclass(frozen=True)
class LanguageFile:
    """A parsed language file: traits, fold and detection tables, and its word sections."""

    traits: Traits
    detect: dict[str, Any]
    fold: dict[str, Any]
    sections: dict[str, dict[str, list[str]]]
    names: tuple[tuple[str, str, str], ...]

    def folding(self) -> Folding:
        """How the language folds."""
        return Folding(
            self.fold.get("silent", ""), self.fold.get("same", {}), cyrillic=self.traits.script == "Cyrl"
        )


def paths(folder: Path = HERE) -> dict[str, Path]:
    """The language files of a folder, by code."""
    return {path.stem: path for path in sorted(folder.glob("??.toml"))}


def sources(path: Path) -> list[Path]:
    """The files a language is made of: its own and its table of names."""
    table = path.parent / "names" / f"{path.stem}.tsv"
    return [path, table] if table.exists() else [path]


def load(path: Path) -> LanguageFile:
    """Parse a language file; raises LanguageFileFault when it is no TOML or lacks its traits."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        head = content.pop("language")
        traits = Traits(
            head["code"], head["name"], head["english"], head["script"], head["direction"],
            head["order"] == "head_final", head["capitals"], head["inflection"],
            head.get("decimal", ".") == ",",
            **{name: head[name] for name in _OPTIONAL if name in head},
        )  # fmt: skip
    except (tomllib.TOMLDecodeError, KeyError) as fault:
        raise LanguageFileFault(f"{path.name}: {fault}. See docs/language-files.md.") from fault
    return LanguageFile(traits, content.pop("detect", {}), content.pop("fold", {}), content, _names(path))


def _names(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Rows (kind, code, form) of the table of names beside a language file."""
    rows = []
    for table in sources(path)[1:]:
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, code, form = line.split("\t")[:3]
                if kind != "kind":
                    rows.append((kind, code, form))
    return tuple(rows)


@cache
def built_in() -> dict[str, Path]:
    """The language files of the package."""
    return paths()
