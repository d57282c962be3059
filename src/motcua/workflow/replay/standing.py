"""How a trial stands, for whoever may write on the process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.processes.policies import may_change
from motcua.processes.queries.identity import process_identity
from motcua.processes.rules.definition import Process, process_of
from motcua.workflow.models import ReplayRun
from motcua.workflow.replay.working import STILL_AFTER
from motcua.workflow.rules.tallying import ReplayTally

ID_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayStanding:
    """`digest` names the process that is tried: the draft may have changed since."""

    id: int
    process_id: int
    process: Process
    digest: str
    from_day: date
    until_day: date
    total: int | None
    done: int
    tally: ReplayTally
    asked_at: datetime
    touched_at: datetime
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        return self.finished_at is not None

    def is_still(self, at: datetime) -> bool:
        """Nobody has gone on with it for a while."""
        return not self.is_over and self.touched_at < at - STILL_AFTER


def last_replay(actor: Actor, at: datetime, process_id: int) -> ReplayStanding | None:
    """The newest trial of a process; None when it was never tried. Two queries (`replay_of_process`).
    Refusals: NotPermitted, NotFound."""
    day = local_day(at)
    may_change(actor, process_identity(process_id, day).agency_id, day).demand()
    run = ReplayRun.objects.filter(process=process_id).order_by("-id").first()
    return _standing(run) if run else None


def replay_standing(actor: Actor, at: datetime, run_id: int) -> ReplayStanding:
    """One trial. Refusals: NotPermitted, NotFound."""
    run = ReplayRun.objects.filter(pk=min(run_id, ID_MAX)).first()
    if run is None:
        raise NotFound(kind="replay")
    day = local_day(at)
    may_change(actor, process_identity(run.process_id, day).agency_id, day).demand()
    return _standing(run)


def _standing(run: ReplayRun) -> ReplayStanding:
    return ReplayStanding(
        id=run.pk,
        process_id=run.process_id,
        process=process_of(run.definition),
        digest=run.digest,
        from_day=run.from_day,
        until_day=run.until_day,
        total=run.total,
        done=run.done,
        tally=ReplayTally.from_plain(run.tally),
        asked_at=run.asked_at,
        touched_at=run.touched_at,
        finished_at=run.finished_at,
    )
