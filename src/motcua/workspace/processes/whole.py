"""What is written of a process as a whole: its name, on what ground, in how much time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.workspace.processes.table_rows import amount_shown
from motcua.worktime.vocabulary import Unit


def whole_shown(document: dict[str, Any]) -> dict[str, str]:
    """What stands in the fields, from the draft."""
    limit = document.get("limit")
    return {
        "title": document.get("title", ""),
        "basis": document.get("basis", ""),
        "value": amount_shown(limit),
        "unit": limit["unit"] if limit else Unit.WORKING_DAYS.value,
    }


def typed_whole(document: dict[str, Any], data: Mapping[str, str]) -> dict[str, str]:
    """What was typed; what was not on the page stays as it is."""
    return {name: data.get(name, kept) for name, kept in whole_shown(document).items()}
