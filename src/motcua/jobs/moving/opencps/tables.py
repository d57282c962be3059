"""JSON of an export: rows of OpenCPS's tables, which point to each other by numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from motcua.jobs.moving.opencps.content import Export, Found, Option, Process, Service
from motcua.jobs.moving.opencps.elements import DEPTH_MAX, Element
from motcua.jobs.moving.opencps.rows import (
    action_of,
    config_of,
    holiday_of,
    hours_of,
    papers_of,
    step_of,
    texts_of,
)
from motcua.jobs.moving.opencps.texts import number, said, whole

SORTS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("option", frozenset({"optionName", "serviceConfigId"})),
    ("config", frozenset({"serviceConfigId", "govAgencyCode"})),
    ("action", frozenset({"preStepCode", "postStepCode", "serviceProcessId"})),
    ("step", frozenset({"stepCode", "stepName", "serviceProcessId"})),
    ("process", frozenset({"processNo", "durationCount"})),
    ("part", frozenset({"partNo", "partName", "templateNo"})),
    ("template", frozenset({"templateNo", "templateName"})),
    ("holiday", frozenset({"holidayDate"})),
    ("hours", frozenset({"workTimeDay", "workTimeHours"})),
    ("hours", frozenset({"day", "hours"})),
    ("service", frozenset({"serviceCode", "serviceName"})),
)
"""A row is of the first sort all of whose names it carries."""


@dataclass(slots=True)
class Rows:
    """Rows by sort, each with the name of its file; and how many of a file were of no sort."""

    by_sort: dict[str, list[tuple[str, Element]]] = field(default_factory=lambda: defaultdict(list))
    strange: Counter[str] = field(default_factory=Counter)


def gather(rows: Rows, name: str, value: Any) -> None:
    """Put every row of a file where it belongs."""
    for row in _rows_in(value, 0):
        sort = next((sort for sort, names in SORTS if names <= row.keys()), "")
        if sort:
            rows.by_sort[sort].append((name, row))
        else:
            rows.strange[name] += 1


def _rows_in(value: Any, depth: int) -> Iterator[Element]:
    """Objects that hold values of their own; `{"total": 2, "data": […]}` only holds others."""
    if depth > DEPTH_MAX:
        return
    if isinstance(value, list):
        for one in value:
            yield from _rows_in(one, depth + 1)
    elif isinstance(value, dict):
        inner = [one for one in value.values() if isinstance(one, dict | list)]
        if len(inner) < len(value.keys() - {"total", "start", "end"}):
            yield value
        for one in inner:
            yield from _rows_in(one, depth + 1)


def join(export: Export, rows: Rows) -> None:
    """Turn rows into what they mean together."""
    for name, count in rows.strange.items():
        export.tell(Found.ROWS_NOT_UNDERSTOOD, name, count)
    templates = _templates(export, rows)
    processes = _processes(export, rows)
    _services(export, rows, processes=processes, templates=templates)
    for name, row in rows.by_sort["holiday"]:
        holiday = holiday_of(row, name)
        if holiday is None:
            export.tell(Found.DAY_UNREADABLE, name, row["holidayDate"])
        else:
            export.holidays.append(holiday)
    export.hours += [hours_of(row, name) for name, row in rows.by_sort["hours"]]


def _key(row: Element, name: str) -> int:
    """The number of a row, or of one that it points to; 0 for none."""
    return whole(row.get(name)) or 0


def _templates(export: Export, rows: Rows) -> dict[int, str]:
    parts: dict[str, list[Element]] = defaultdict(list)
    for _name, row in rows.by_sort["part"]:
        parts[said(row, "templateNo")].append(row)
    for template, own in parts.items():
        export.templates[template] = papers_of(own)
    known = (row for _name, row in rows.by_sort["template"])
    return {_key(row, "dossierTemplateId"): said(row, "templateNo") for row in known}


def _processes(export: Export, rows: Rows) -> dict[int, str]:
    """Processes by their own number, with their steps and actions; the names they are known by."""
    steps, actions = _by_process(rows, "step"), _by_process(rows, "action")
    names: dict[int, str] = {}
    for name, row in rows.by_sort["process"]:
        key, number_told = _key(row, "serviceProcessId"), said(row, "processNo")
        if number_told in export.processes:
            export.tell(Found.CODE_TWICE, number_told, name)
            continue
        names[key] = number_told
        export.processes[number_told] = Process(
            key=number_told,
            number=number_told,
            name=said(row, "processName"),
            duration=number(said(row, "durationCount") or "?"),
            unit=said(row, "durationUnit"),
            steps=tuple(step_of(one) for one in steps.get(key, [])),
            actions=tuple(action_of(one) for one in actions.get(key, [])),
            source=name,
        )
    return names


def _by_process(rows: Rows, sort: str) -> dict[int, list[Element]]:
    found: dict[int, list[Element]] = defaultdict(list)
    for _name, row in rows.by_sort[sort]:
        found[_key(row, "serviceProcessId")].append(row)
    return found


def _services(
    export: Export, rows: Rows, *, processes: dict[int, str], templates: dict[int, str]
) -> None:
    options: dict[int, list[Option]] = defaultdict(list)
    for _name, row in rows.by_sort["option"]:
        option = Option(
            name=said(row, "optionName"),
            process=said(row, "processNo") or processes.get(_key(row, "serviceProcessId"), ""),
            template=said(row, "templateNo") or templates.get(_key(row, "dossierTemplateId"), ""),
        )
        options[_key(row, "serviceConfigId")].append(option)
    configs: dict[int, list[Element]] = defaultdict(list)
    for _name, row in rows.by_sort["config"]:
        configs[_key(row, "serviceInfoId")].append(row)
    for name, row in rows.by_sort["service"]:
        own = configs.get(_key(row, "serviceInfoId"), [])
        export.services.append(
            Service(
                code=said(row, "serviceCode"),
                texts=texts_of(row),
                configs=tuple(config_of(c, options[_key(c, "serviceConfigId")]) for c in own),
                source=name,
            )
        )
