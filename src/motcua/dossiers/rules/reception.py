"""The door of the office after a dossier is in the register: complete it, receive it, or say no.

Basis: NĐ 61/2018/NĐ-CP Art. 17, NĐ 309/2026/NĐ-CP Art. 8; law.md 4.2, 4.3, 4.7.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.dossiers.events import (
    DossierAccepted,
    DossierReleased,
    DossierTakenOver,
    ReceptionDeclined,
)
from motcua.dossiers.inputs import Accept, WithReason
from motcua.dossiers.rules.facts import DossierFacts, TurnedBackAlready, reason, timed
from motcua.dossiers.rules.intake import PaperFacts, missing_papers
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.calendar import WorkCalendar


class AwaitsCompanion(Refusal):
    """The dossier waits for the result of another of its group."""

    code = "awaits-companion"


class AwaitsNothing(Refusal):
    """The dossier waits for no other."""

    code = "awaits-nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What must be known to receive a registered dossier: its clock, what it lacks, its line."""

    clock: ClockInputs
    calendar: WorkCalendar
    asked: tuple[PaperFacts, ...]
    handed_in: frozenset[int]
    unit_id: int | None
    register_number: int


def accept(
    facts: DossierFacts, given: Accept, counted: Counted, *, at: datetime
) -> DossierAccepted:
    """A registered dossier is received at `at`. Refusals: ActNotAllowed, PapersMissing.

    One that another agency will settle is only in transit: its clock starts there.
    """
    is_ours = facts.agency_id == facts.competent_agency_id and not facts.awaits_companion
    stage = facts.next(Act.RECEIVE if is_ours else Act.RECEIVE_FOR_ANOTHER)
    if not given.complete_confirmed:
        for missing in missing_papers(counted.asked, counted.handed_in):
            raise missing
    changes: dict[str, Any] = {
        "is_accepted": True,
        "received_at": at,
        "received_on": local_day(at),
        "unit_id": counted.unit_id if stage is Stage.RECEIVED else None,
        "register_year": local_day(at).year,
        "register_number": counted.register_number,
    }
    if stage is Stage.IN_TRANSIT:
        return DossierAccepted(
            stage=str(stage), changes=changes, received_at=at, expected_at=given.expected_at
        )
    told = timing(counted.clock, counted.calendar)
    changes["original_due_at"] = told.due_at
    return DossierAccepted(stage=str(stage), changes=changes, received_at=at, **timed(told))


def refuse(facts: DossierFacts, given: WithReason, at: datetime) -> ReceptionDeclined:
    """The office does not receive it. Refusals: ActNotAllowed, ReasonMissing."""
    stage = facts.next(Act.REFUSE_RECEPTION)
    changes: dict[str, Any] = {"ended_at": at}
    return ReceptionDeclined(stage=str(stage), reason=reason(given.reason), changes=changes)


def take_over(
    facts: DossierFacts, *, calendar: WorkCalendar, unit_id: int | None, at: datetime
) -> DossierTakenOver:
    """The competent agency has it: the clock starts now (NĐ 309/2026 Art. 8.3).

    Refusals: ActNotAllowed, AwaitsCompanion.
    """
    stage = facts.next(Act.TAKE_OVER)
    if facts.is_turned_back:
        raise TurnedBackAlready
    if facts.awaits_companion:
        raise AwaitsCompanion
    told = timing(replace(facts.clock, received_at=at), calendar)
    changes: dict[str, Any] = {
        "unit_id": unit_id,
        "original_due_at": told.due_at,
        "is_turned_back": False,
    }
    return DossierTakenOver(stage=str(stage), changes=changes, **timed(told))


def release(
    facts: DossierFacts, *, results: tuple[dict[str, Any], ...] = (), why: str = ""
) -> DossierReleased:
    """It waits no more: the results are there, or `why` says on what it goes on without.

    Refusals: ActNotAllowed, AwaitsNothing, ReasonMissing.
    """
    stage = facts.next(Act.RELEASE)
    if not facts.awaits_companion:
        raise AwaitsNothing
    return DossierReleased(
        stage=str(stage),
        results=results,
        reason=None if results and not why else reason(why),
        changes={"awaits_companion": False},
    )
