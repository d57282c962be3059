"""`./motcua graph`: the layers as they are, read from the imports; `./motcua graph life`: the life of a
dossier, from its table. Mermaid on standard output."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from motcua.jobs.reference.life import life

SOURCES = Path(__file__).resolve().parents[3]


def run(argv: list[str]) -> int:
    if argv == ["life"]:
        print("\n".join(life()))
        return 0
    print("graph TD")
    for (above, below), count in sorted(imports().items()):
        print(f"  {above} -->|{count}| {below}")
    return 0


def imports() -> Counter[tuple[str, str]]:
    """How many modules of one app import from another."""
    pairs: Counter[tuple[str, str]] = Counter()
    for path in SOURCES.rglob("*.py"):
        here = path.relative_to(SOURCES).parts[0]
        there = {name.split(".")[1] for name in _imported(path) if name.startswith("motcua.")}
        pairs.update((here, other) for other in there if other != here and here != "__main__.py")
    return pairs


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
