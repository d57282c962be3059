"""What the product brings along: real internal processes, as offices have published them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

DATA = Path(__file__).parent / "data"


def real_processes() -> Any:
    """Real tables of steps with their sources, in the shape that `import_processes` takes."""
    return orjson.loads((DATA / "real_processes.json").read_bytes())


def sample_processes() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Processes of the commonest procedures of the sample office, by the procedure's code: a pattern with
    the unit of a sector in its places."""
    document = orjson.loads((DATA / "sample_processes.json").read_bytes())
    return tuple(
        (
            entry["code"],
            {
                "basis": document["basis"],
                **_of_sector(document["patterns"][entry["pattern"]], entry["sector"]),
            },
        )
        for entry in document["processes"]
    )


def _of_sector(pattern: Any, sector: str) -> Any:
    """The pattern with the sector wherever it says `$sector`."""
    if isinstance(pattern, dict):
        return {key: _of_sector(value, sector) for key, value in pattern.items()}
    if isinstance(pattern, list):
        return [_of_sector(value, sector) for value in pattern]
    return sector if pattern == "$sector" else pattern
