"""Waiting for a financial duty of the applicant: the clock stops until it is met (law.md 4.4.6)."""

from __future__ import annotations

from datetime import datetime

from motcua.dossiers.events import ProcessingResumed, ProcessingSuspended
from motcua.dossiers.inputs import Resume, WithReason
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.vocabulary import Act
from motcua.worktime.vocabulary import PausePolicy


def suspend(facts: DossierFacts, given: WithReason, at: datetime) -> ProcessingSuspended:
    """Refusals: ActNotAllowed, ReasonMissing."""
    stage = facts.next(Act.SUSPEND)
    why = reason(given.reason)
    clock = facts.clock.paused(at, PausePolicy.PAUSE, why)
    return ProcessingSuspended(stage=str(stage), reason=why, **facts.timing(clock))


def resume(facts: DossierFacts, given: Resume, at: datetime) -> ProcessingResumed:
    """The duty is met. Refusals: ActNotAllowed, TextTooLong."""
    stage = facts.next(Act.RESUME)
    note = within(given.note.strip(), at_field="note")
    return ProcessingResumed(stage=str(stage), note=note, **facts.timing(facts.clock.resumed(at)))
