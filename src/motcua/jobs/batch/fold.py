"""`motcua fold`: `{"id", "text"}` -> `{"id", "key"}`, the accent-insensitive search key."""

from __future__ import annotations

from typing import Any

from motcua.jobs.batch.fields import text
from motcua.kernel.folding import fold

Line = dict[str, Any]


def answer(line: Line) -> Line:
    """The key of one text. Refuses what is not a string."""
    return {"id": line.get("id"), "key": fold(text(line, "text"))}
