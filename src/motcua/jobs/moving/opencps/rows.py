"""One element of an export to one value of ours: the same names in XML and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from motcua.jobs.moving.opencps.content import Action, Config, Holiday, Hours, Option, Paper, Step
from motcua.jobs.moving.opencps.elements import Element
from motcua.jobs.moving.opencps.texts import is_yes, number, said
from motcua.kernel.clock import ZONE

TEXTS: Final = (
    "serviceName",
    "processText",
    "methodText",
    "dossierText",
    "conditionText",
    "durationText",
    "applicantText",
    "resultText",
    "regularText",
    "feeText",
    "administrationName",
    "domainCode",
    "domainName",
    "maxLevel",
)
PAPER_HANDED_IN: Final = "1"
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:\D|\d{6}$|$)")
_MILLISECONDS: Final = re.compile(r"\d{11,13}")


def texts_of(element: Element) -> dict[str, str]:
    return {name: said(element, name) for name in TEXTS}


def step_of(element: Element) -> Step:
    roles = _roles(element)
    return Step(
        code=said(element, "stepCode"),
        name=said(element, "stepName"),
        order=said(element, "sequenceNo"),
        role=", ".join(roles) or said(element, "roleAsStep", "groupName"),
        status=said(element, "dossierStatus"),
        duration=number(said(element, "durationCount") or "?"),
        note=said(element, "briefNote", "instructionNote"),
    )


def _roles(element: Element) -> list[str]:
    found = element.get("roles")
    groups = found if isinstance(found, list) else []
    rows = [row for group in groups if isinstance(group, dict) for row in _step_roles(group)]
    return [name for name in (said(row, "roleName", "roleCode") for row in rows) if name]


def _step_roles(group: Element) -> Iterable[Element]:
    rows = group.get("StepRole", [group])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def action_of(element: Element) -> Action:
    return Action(
        code=said(element, "actionCode"),
        name=said(element, "actionName"),
        from_step=said(element, "preStepCode"),
        to_step=said(element, "postStepCode"),
        auto_event=said(element, "autoEvent"),
        guard=said(element, "preCondition"),
        fee=said(element, "paymentFee"),
    )


def papers_of(elements: Iterable[Element]) -> tuple[Paper, ...]:
    """What is handed in; results and what the office itself makes are other types of part."""
    return tuple(
        Paper(
            name=said(one, "partName"),
            required=is_yes(one.get("required")),
            form=said(one, "fileTemplateNo"),
        )
        for one in elements
        if said(one, "partType") == PAPER_HANDED_IN and said(one, "partName")
    )


def config_of(element: Element, options: Iterable[Option]) -> Config:
    return Config(
        agency_code=said(element, "govAgencyCode"),
        agency_name=said(element, "govAgencyName"),
        level=said(element, "serviceLevel"),
        post=is_yes(element.get("postalService")) or is_yes(element.get("postService")),
        options=tuple(options),
    )


def holiday_of(element: Element, source: str) -> Holiday | None:
    """None when its day cannot be read."""
    day = day_of(element.get("holidayDate"))
    if day is None:
        return None
    return Holiday(
        day=day,
        kind=said(element, "holidayType") or "0",
        name=said(element, "description"),
        source=source,
    )


def hours_of(element: Element, source: str) -> Hours:
    return Hours(
        day=said(element, "workTimeDay", "day"),
        hours=said(element, "workTimeHours", "hours"),
        source=source,
    )


def day_of(value: Any) -> date | None:
    """`02/09/2021`, `2021-09-02T…`, `20210902…`, or milliseconds since 1970 (a day in Vietnam)."""
    told = str(value).strip() if value is not None else ""
    if _MILLISECONDS.fullmatch(told):
        return datetime.fromtimestamp(int(told) / 1000, ZONE).date()
    day_first, year_first = _DAY_FIRST.match(told), _YEAR_FIRST.match(told)
    try:
        if day_first:
            day, month, year = (int(part) for part in day_first.groups())
            return date(year, month, day)
        if year_first:
            return date(*(int(part) for part in year_first.groups()))
    except ValueError:
        return None
    return None
