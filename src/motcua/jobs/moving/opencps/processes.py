"""Processes of OpenCPS as documents to be read: this version has no table for them, so none is filled.

The shape is that of collected public processes (steps with role, action and time); the actions
between steps and their guards are kept as OpenCPS writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from motcua.jobs.moving.opencps.content import Export, Found, Process, Service, Step
from motcua.jobs.moving.opencps.procedures import UNITS, processes_of
from motcua.jobs.moving.opencps.texts import plain_lines, whole

ANY_STEP: Final = ""


def process_documents(export: Export) -> Iterator[dict[str, Any]]:
    """One for each procedure and process; a process that no procedure uses comes without a code."""
    told: set[tuple[str, str]] = set()
    for service in export.services:
        for process in processes_of(export, service):
            if (process.key, service.code) not in told:
                told.add((process.key, service.code))
                yield _document(export, process, service)
    used = {key for key, _code in told}
    for process in export.processes.values():
        if process.key not in used:
            yield _document(export, process, None)


def _document(export: Export, process: Process, service: Service | None) -> dict[str, Any]:
    steps = sorted(process.steps, key=lambda step: (whole(step.order) or 0, step.order, step.code))
    known = {step.code for step in steps} | {ANY_STEP}
    for action in process.actions:
        for code in (action.from_step, action.to_step):
            if code not in known:
                export.tell(Found.STEP_UNKNOWN, process.number, f"{action.code}: {code}")
    times = [step.duration for step in steps if step.duration]
    total = sum(times, Decimal(0))
    return {
        "id": f"opencps-{process.number}{f'-{service.code}' if service else ''}",
        "name": _line(process.name),
        "procedure_code": service.code if service else None,
        "field": _line(service.texts["domainName"]) if service else None,
        "system": "OpenCPS",
        "total": _time(process.duration, process.unit),
        "steps": [_step(step, number, process.unit) for number, step in enumerate(steps, start=1)],
        "actions": [
            {
                "code": one.code,
                "name": _line(one.name),
                "from_step": one.from_step or None,
                "to_step": one.to_step or None,
                "auto_event": one.auto_event or None,
                "guard": one.guard or None,
                "fee": one.fee or None,
            }
            for one in process.actions
        ],
        "source": process.source,
        "timed_steps": len(times),
        "sum_of_steps": _number(total),
        "sum_matches_total": bool(times) and total == process.duration,
    }


def _step(step: Step, order: int, unit: str) -> dict[str, Any]:
    return {
        "order": order,
        "role": step.role or None,
        "from_unit": None,
        "action": _line(step.name),
        "time": _time(step.duration, unit) if step.duration else None,
        "form": None,
        "output": None,
        "note": _line(step.note) or None,
        "opencps": {"step": step.code, "status": step.status or None},
    }


def _time(duration: Decimal | None, unit: str) -> dict[str, Any]:
    """An unknown unit stays as it is written, so that nobody takes hours for days."""
    value = None if duration is None else _number(duration)
    return {"value": value, "unit": UNITS.get(unit, f"opencps:{unit}")}


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _line(text: str) -> str:
    return " ".join(plain_lines(text))
