"""How big things may be (house rules): a newcomer reads a file at one sitting."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.support.checkout import ROOT, tracked

FILE_LINES_MAX = 400
TEST_FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 50
TEST_FUNCTION_LINES_MAX = 60
TEMPLATE_LINES_MAX = 120
SETTINGS_LINES_MAX = 200
FOLDER_FILES_MAX = 25


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def _too_long(paths: list[Path], lines_max: int) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {_lines(path)}" for path in paths if _lines(path) > lines_max
    ]


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{path.relative_to(ROOT)}: {node.name}", node.end_lineno - node.lineno + 1


def _long_functions(paths: list[Path], lines_max: int) -> list[str]:
    every = (pair for path in paths for pair in _functions(path))
    return [f"{name} {length}" for name, length in every if length > lines_max]


def _sources() -> list[Path]:
    """Without migrations, which are written once and read as a list."""
    return [path for path in tracked("src/*.py") if "migrations" not in path.parts]


def test_no_source_file_is_too_long() -> None:
    assert _too_long(_sources(), FILE_LINES_MAX) == []


def test_no_test_file_is_too_long() -> None:
    assert _too_long(tracked("tests/*.py"), TEST_FILE_LINES_MAX) == []


def test_no_settings_file_is_too_long() -> None:
    assert _too_long(tracked("src/motcua/config/*.py"), SETTINGS_LINES_MAX) == []


def test_no_template_is_too_long() -> None:
    assert _too_long(tracked("src/*.html"), TEMPLATE_LINES_MAX) == []


def test_no_function_is_too_long() -> None:
    assert _long_functions(_sources(), FUNCTION_LINES_MAX) == []


def test_no_test_function_is_too_long() -> None:
    assert _long_functions(tracked("tests/*.py"), TEST_FUNCTION_LINES_MAX) == []


def test_no_folder_holds_too_many_modules() -> None:
    """Migrations are a history: nobody looks for a place among them, and they only grow."""
    places = (path.parent for path in tracked("src/*.py"))
    folders = Counter(place for place in places if place.name != "migrations")
    assert [str(folder) for folder, count in folders.items() if count > FOLDER_FILES_MAX] == []
