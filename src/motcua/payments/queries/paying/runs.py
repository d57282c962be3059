"""How the reading of a long statement stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.payments.models import BankStatement, StatementRun
from motcua.payments.policies import visible_orders
from motcua.payments.rules.statements.runs import ATTEMPTS_MAX, STILL_AFTER

ID_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStanding:
    """Of `total` new lines `done` are taken, `matched` of these known by their number."""

    id: int
    file_name: str
    total: int
    done: int
    matched: int
    asked_at: datetime
    touched_at: datetime
    is_over: bool

    def is_still(self, at: datetime) -> bool:
        """Nobody has gone on with it for a while."""
        return not self.is_over and self.touched_at < at - STILL_AFTER


def run_standing(actor: Actor, run_id: int) -> RunStanding:
    """For whoever may read statements of its agency. One query. Refusals: NotFound."""
    seen = BankStatement.objects.filter(visible_orders(actor, Permission.STATEMENT_READ))
    found = StatementRun.objects.filter(pk=min(run_id, ID_MAX), statement__in=seen)
    run = found.select_related("statement").defer("lines").first()
    if run is None:
        raise NotFound(kind="statement-run")
    return RunStanding(
        id=run.pk,
        file_name=run.statement.file_name,
        total=run.total,
        done=run.done,
        matched=run.matched,
        asked_at=run.asked_at,
        touched_at=run.touched_at,
        is_over=run.finished_at is not None,
    )


def runs_going_on(actor: Actor) -> tuple[RunStanding, ...]:
    """Those that are not over, newest first. One query, served by `statement_run_open`."""
    seen = BankStatement.objects.filter(visible_orders(actor, Permission.STATEMENT_READ))
    found = StatementRun.objects.filter(finished_at=None, statement__in=seen).order_by("-id")
    return tuple(
        RunStanding(
            id=run.pk,
            file_name=run.statement.file_name,
            total=run.total,
            done=run.done,
            matched=run.matched,
            asked_at=run.asked_at,
            touched_at=run.touched_at,
            is_over=False,
        )
        for run in found.select_related("statement").defer("lines")[:10]
    )


def stalled_statements(*, at: datetime) -> list[int]:
    """Runs that have said nothing for a while: their worker has died, or never came."""
    rows = StatementRun.objects.filter(
        finished_at=None, touched_at__lt=at - STILL_AFTER, attempt__lt=ATTEMPTS_MAX
    )
    return list(rows.order_by("id").values_list("pk", flat=True))


def running_statements() -> bool:
    return StatementRun.objects.filter(finished_at=None).exists()
