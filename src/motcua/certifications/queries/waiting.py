"""Certifications on their way: what waits for whom, and which step this officer may take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from motcua.certifications.policies import visible
from motcua.certifications.queries.entries import EntryRow, rows_where
from motcua.certifications.vocabulary import ACTS_OF, EntryState, Step
from motcua.dossiers.queries.bulk import Candidate, candidates
from motcua.dossiers.vocabulary import IN_HAND_STAGES, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day

DAYS_BACK = 60
ENTRIES_MAX = 600
WAITING = IN_HAND_STAGES | {Stage.SETTLED}
STEP_AT: dict[Stage, Step] = {
    Stage.RECEIVED: Step.SUBMIT,
    Stage.PROCESSING: Step.SUBMIT,
    Stage.PROPOSED: Step.SIGN,
    Stage.DECIDED: Step.ISSUE,
    Stage.SETTLED: Step.RETURN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A dossier of certification under way. `may`: the step that this officer may take now."""

    code: str
    entries: tuple[EntryRow, ...]
    step: Step
    may: bool
    due_at: datetime | None


def waiting_for(actor: Actor, at: datetime) -> tuple[WaitingRow, ...]:
    """All that were entered in the last `DAYS_BACK` days and are not handed over, oldest first.

    Two queries; the first served by `certification_agency_day`.
    """
    since = local_day(at) - timedelta(days=DAYS_BACK)
    which = visible(actor) & Q(
        entered_on__gte=since,
        state=EntryState.ENTERED,
        dossier__stage__in=[str(stage) for stage in WAITING],
    )
    entries: dict[str, list[EntryRow]] = {}
    for row in rows_where(which, order=("entered_on", "id"), most=ENTRIES_MAX):
        entries.setdefault(row.dossier_code, []).append(row)
    known = candidates(actor, tuple(entries))
    return tuple(_row(one, tuple(entries[one.row.code])) for one in known)


def _row(one: Candidate, entries: tuple[EntryRow, ...]) -> WaitingRow:
    """A leader may sign what is being worked on without its being submitted."""
    step = STEP_AT[one.row.stage]
    if step is Step.SUBMIT and not _may(one, step) and _may(one, Step.SIGN):
        step = Step.SIGN
    return WaitingRow(
        code=one.row.code,
        entries=entries,
        step=step,
        may=_may(one, step),
        due_at=one.row.due_at,
    )


def _may(one: Candidate, step: Step) -> bool:
    return any(act in one.acts for act in ACTS_OF[step])
