"""A dossier as the rules see it, received on a plain Wednesday at nine; tests name what differs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from motcua.dossiers.rules.facts import DossierFacts, OpenRequest
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.vocabulary import Party, PartyRole, Stage
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import office_week
from motcua.worktime.vocabulary import PausePolicy, Terms, Unit
from tests.support.clock import PLAIN_MORNING

CALENDAR = WorkCalendar(week=office_week())
OWNER = Party(role=PartyRole.OWNER, name="Nguyễn Thị Hồng Nhung", personal_id="001185012345")
CLOCK = ClockInputs(
    unit=Unit.WORKING_DAYS, value=Decimal(5), received_at=PLAIN_MORNING, terms=Terms()
)


def facts(stage: Stage = Stage.PROCESSING, **changes: Any) -> DossierFacts:
    """Five working days from PLAIN_MORNING: due at the close of Wednesday 17 June 2026."""
    clock = changes.pop("clock", CLOCK)
    usual: dict[str, Any] = {
        "stage": stage,
        "is_accepted": True,
        "agency_id": 1,
        "competent_agency_id": 1,
        "unit_id": 7,
        "assignee_id": 70,
        "received_at": PLAIN_MORNING,
        "due_at": timing(clock, CALENDAR).due_at,
        "appointment_at": None,
        "ended_at": None,
        "clock": clock,
        "calendar": CALENDAR,
        "awaits_companion": False,
        "supplement_policy": PausePolicy.RESTART,
        "supplement_count": 0,
        "supplement_allowed": False,
        "request_count": 0,
        "open_request": None,
        "result_count": 0,
        "decision": "",
        "parties": (OWNER,),
        "paper_count": 2,
        "file_digests": frozenset(),
    }
    return DossierFacts(**(usual | changes))


def asked(*states: str, before_reception: bool = False) -> OpenRequest:
    """An open request with one item for each state ("" = not answered yet)."""
    items = tuple(
        {"name": "Tờ khai", "what": "Ký tên", **({"state": state} if state else {})}
        for state in states
    )
    return OpenRequest(seq=1, before_reception=before_reception, items=items)


def with_unit(unit: Unit, value: int = 0) -> ClockInputs:
    return replace(CLOCK, unit=unit, value=Decimal(value))
