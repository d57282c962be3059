"""Every file of an export into one `Export`: XML by its root, JSON rows by the names they carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from motcua.jobs.moving.opencps import tables
from motcua.jobs.moving.opencps.content import Export, Found, Option, Process, Service
from motcua.jobs.moving.opencps.elements import Element, read, rows_below
from motcua.jobs.moving.opencps.rows import (
    action_of,
    config_of,
    holiday_of,
    hours_of,
    papers_of,
    step_of,
    texts_of,
)
from motcua.jobs.moving.opencps.texts import number, said


def read_export(files: Iterable[tuple[str, bytes]]) -> Export:
    """All that is understood, and what is not among the findings. Refusals: ExportUnreadable."""
    export, rows = Export(), tables.Rows()
    for name, content in files:
        root, value = read(name, content)
        if root:
            _read_xml(export, name, root, value)
        else:
            tables.gather(rows, name, value)
    tables.join(export, rows)
    export.holidays.sort(key=lambda one: one.day)
    return export


def _read_xml(export: Export, name: str, root: str, value: Any) -> None:
    take = ROOTS.get(root)
    if take is None or not isinstance(value, dict):
        export.tell(Found.FILE_NOT_TAKEN, name, root)
        return
    take(export, name, value)


def _service(export: Export, name: str, value: Element) -> None:
    configs = [
        config_of(
            one, (_option(option) for option in rows_below(one, "processes", "ProcessOption"))
        )
        for one in rows_below(value, "configs", "ServiceConfig")
    ]
    export.services.append(
        Service(
            code=said(value, "serviceCode"),
            texts=texts_of(value),
            configs=tuple(configs),
            source=name,
        )
    )


def _option(element: Element) -> Option:
    return Option(
        name=said(element, "optionName"),
        process=said(element, "processNo"),
        template=said(element, "templateNo"),
    )


def _services(export: Export, name: str, value: Element) -> None:
    for one in rows_below(value, "ServiceInfo"):
        _service(export, name, one)


def _process(export: Export, name: str, value: Element) -> None:
    process = Process(
        key=said(value, "processNo"),
        number=said(value, "processNo"),
        name=said(value, "processName"),
        duration=number(said(value, "durationCount") or "?"),
        unit=said(value, "durationUnit"),
        steps=tuple(step_of(one) for one in rows_below(value, "steps", "ProcessStep")),
        actions=tuple(action_of(one) for one in rows_below(value, "actions", "ProcessAction")),
        source=name,
    )
    if process.key in export.processes:
        export.tell(Found.CODE_TWICE, process.key, name)
        return
    export.processes[process.key] = process


def _template(export: Export, _name: str, value: Element) -> None:
    parts = rows_below(value, "parts", "DossierPart")
    export.templates[said(value, "templateNo")] = papers_of(parts)


def _holidays(export: Export, name: str, value: Element) -> None:
    for one in rows_below(value, "Holiday"):
        holiday = holiday_of(one, name)
        if holiday is None:
            export.tell(Found.DAY_UNREADABLE, name, said(one, "holidayDate"))
        else:
            export.holidays.append(holiday)


def _hours(export: Export, name: str, value: Element) -> None:
    export.hours += [hours_of(one, name) for one in rows_below(value, "WorkingTime")]


ROOTS: Final[dict[str, Callable[[Export, str, Element], None]]] = {
    "ServiceInfo": _service,
    "ServiceInfoList": _services,
    "ServiceProcess": _process,
    "DossierTemplate": _template,
    "HolidayList": _holidays,
    "WorkingTimeList": _hours,
}


def count_of(export: Export) -> Counter[str]:
    """How much of each was read."""
    return Counter(
        {
            "services": len(export.services),
            "processes": len(export.processes),
            "templates": len(export.templates),
            "holidays": len(export.holidays),
            "hours": len(export.hours),
        }
    )
