"""`motcua sort`: `{"id", "items": […]}` -> `{"id", "items": […]}` in Vietnamese alphabetical order."""

from __future__ import annotations

from typing import Any

from motcua.jobs.batch.fields import texts
from motcua.kernel.sorting import sort_vietnamese

Line = dict[str, Any]


def answer(line: Line) -> Line:
    """The items in order, each as it was given. Refuses anything but a list of strings."""
    return {"id": line.get("id"), "items": sort_vietnamese(texts(line, "items"))}
