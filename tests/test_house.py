"""The habits of the house that no checker knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A migration is a list of statements, written once and never changed.
SOURCES = sorted(path for path in (ROOT / "src").rglob("*.py") if "versions" not in path.parts)
ATTICS = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}
EVIDENCE_IS_CUT_IN = ROOT / "src" / "mithaq" / "model" / "text.py"

Function = ast.FunctionDef | ast.AsyncFunctionDef

each_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def calls_of(name: str, path: Path) -> list[int]:
    """Lines in which something of that name is called."""
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and name in {getattr(node.func, "id", None), getattr(node.func, "attr", None)}
    ]


@each_source
def test_files_and_functions_are_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 500
    assert [f"{f.name}: {length(f)} lines" for f in functions(path) if length(f) > 60] == []


@each_source
def test_no_room_is_an_attic(path):
    assert not ATTICS & {part.removesuffix(".py") for part in path.parts[len(ROOT.parts) :]}


@each_source
def test_evidence_is_cut_and_never_written(path):
    if path != EVIDENCE_IS_CUT_IN:
        assert calls_of("Evidence", path) == []


def test_evidence_is_cut_in_one_place():
    assert len(calls_of("Evidence", EVIDENCE_IS_CUT_IN)) == 1
