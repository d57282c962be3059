"""What the page of the table shows: the rows with their choices, sums, what was found and what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.characters import plain_words
from motcua.processes.queries.checked import checked_process
from motcua.processes.queries.drafts import DraftRow
from motcua.processes.queries.identity import ProcessIdentity
from motcua.processes.queries.names import agencies_to_name, units_to_name
from motcua.processes.rules.definition import Process, Step, process_of
from motcua.processes.rules.findings import Finding
from motcua.processes.wording import sums_words
from motcua.workspace.processes.side_by_side import Meanwhile, told_beside
from motcua.workspace.processes.table_rows import (
    act_choices,
    by_step,
    place_choices,
    role_choices,
    unit_choices,
)

NO_ROW: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in the fields: by step, and of the whole; `faults` by step what cannot be read."""

    typed: Mapping[str, Mapping[str, str]]
    whole: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Whose table it is, on which day, and what units and agencies are called."""

    identity: ProcessIdentity
    today: date
    names: Mapping[str, str]


def table_context(
    draft: DraftRow, table: Table, around: Surroundings, other: Meanwhile | None
) -> dict[str, Any]:
    """For `edit.html`. `other`: what somebody else saved meanwhile."""
    identity, process = around.identity, process_of(draft.definition)
    found = checked_process(process, identity.process_id, around.today)
    numbers = {
        step.key: plain_words(table.typed[step.key]["number"]) or str(place)
        for place, step in enumerate(process.steps, start=1)
    }
    rows = _rows(process, table, around, by_step(found, process))
    for row in rows:
        row["onward"] = ", ".join(numbers.get(one.to, "?") for one in row["next"])
    beside = told_beside(rows, other) if other else {}
    return {
        "identity": identity,
        "draft": draft,
        "whole": table.whole,
        "whole_units": unit_choices(table.whole["unit"]),
        "errors": _errors(table.faults, numbers),
        "whole_error": table.faults.get("", ""),
        "whole_found": by_step(found, process).get("", []),
        "sums": [] if table.faults else sums_words(process, process.limit or identity.limit),
        "rows": [row | {"beside": beside.get(row["key"], NO_ROW)} for row in rows],
        "whole_beside": beside.get("", NO_ROW),
        "other": other,
        **_counts(found),
    }


def _counts(found: tuple[Finding, ...]) -> dict[str, int]:
    warnings = sum(1 for one in found if one.is_warning)
    return {"fault_count": len(found) - warnings, "warning_count": warnings}


def _rows(
    process: Process, table: Table, around: Surroundings, told: Mapping[str, list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    units = units_to_name(around.identity.agency_id, around.today)
    agencies = agencies_to_name(around.today)
    last = len(process.steps) - 1

    def row(at: int, step: Step) -> dict[str, Any]:
        typed = table.typed[step.key]
        return {
            "key": step.key,
            "typed": typed,
            "error": table.faults.get(step.key, ""),
            "roles": role_choices(typed["role"]),
            "places": place_choices(units, agencies, typed["place"], around.names),
            "units": unit_choices(typed["unit"]),
            "acts": act_choices(typed["act"]),
            "words": "" if not step.who.is_nobody else step.who.words,
            "found": told.get(step.key, []),
            "next": step.next,
            "is_first": at == 0,
            "is_last": at == last,
        }

    return [row(at, step) for at, step in enumerate(process.steps)]


def _errors(faults: Mapping[str, str], numbers: Mapping[str, str]) -> list[dict[str, str]]:
    """The summary of what cannot be read, each leading to its field."""
    return [
        {
            "text": _named(text, numbers.get(key, "")),
            "field_id": f"id_{key}-value" if key else "id_value",
        }
        for key, text in faults.items()
    ]


def _named(text: str, number: str) -> str:
    """The sentence with where it belongs: a step, or the whole."""
    if not number:
        return _("Thời hạn chung: %(fault)s") % {"fault": text}
    return _("Bước %(number)s: %(fault)s") % {"number": number, "fault": text}
