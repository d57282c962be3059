"""How a long run stands, for whoever ordered it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import orjson

from motcua.dossiers.exporting.standing import refusal_of
from motcua.dossiers.long_runs.orders import DAY_OFF, SUCCESSION, SuccessionKept
from motcua.dossiers.models import LongRun
from motcua.dossiers.rules.exports import ATTEMPTS_MAX, STILL_AFTER, RunOutcome
from motcua.dossiers.rules.long_runs import LongKind
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.worktime.vocabulary import SpecialDay

ID_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ToldMove:
    """One dossier that moved: dates as instants in text, places in words; empty for none."""

    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LongStanding:
    """`day` and `special` say what it is about; `form` is what was sent, to try it again; `moves` are
    the first of `moved`."""

    id: int
    kind: LongKind
    day: date
    special: SpecialDay | None
    form: str
    begun: bool
    people: int
    successor_ids: tuple[int, ...]
    total: int | None
    done: int
    moved: int
    moves: tuple[ToldMove, ...]
    asked_at: datetime
    touched_at: datetime
    outcome: RunOutcome | None
    refusal: Refusal | None

    @property
    def is_over(self) -> bool:
        return self.outcome is not None

    def is_still(self, at: datetime) -> bool:
        """Nobody has gone on with it for a while."""
        return not self.is_over and self.touched_at < at - STILL_AFTER


def long_standing(actor: Actor, run_id: int) -> LongStanding:
    """Only for whoever ordered it. One query. Refusals: NotFound."""
    rows = LongRun.objects.filter(pk=min(run_id, ID_MAX), user_id=actor.user_id or 0)
    run = rows.first()
    if run is None:
        raise NotFound(kind="long-run")
    is_day = run.kind == LongKind.DAY_OFF
    day_off = DAY_OFF.validate_json(run.given) if is_day else None
    kept = None if is_day else SUCCESSION.validate_json(run.given)
    return LongStanding(
        id=run.pk,
        kind=LongKind(run.kind),
        day=day_off.special.day if day_off else _day(kept),
        special=day_off.special if day_off else None,
        form=kept.form if kept else "",
        begun=kept.begun if kept else True,
        people=kept.people if kept else 0,
        successor_ids=kept.successor_ids if kept else (),
        total=run.total,
        done=run.done,
        moved=run.moved,
        moves=tuple(_told(one) for one in orjson.loads(run.told)),
        asked_at=run.asked_at,
        touched_at=run.touched_at,
        outcome=RunOutcome(run.outcome) if run.outcome else None,
        refusal=refusal_of(run.failure, run.params),
    )


def _day(kept: SuccessionKept | None) -> date:
    assert kept is not None
    return kept.order.plan.from_day


def _told(values: dict[str, str | None]) -> ToldMove:
    return ToldMove(*(values[name] or "" for name in ("code", "before", "after")))


def stalled_long_runs(*, at: datetime) -> list[int]:
    """Runs that have said nothing for a while: their worker has died, or never came."""
    rows = LongRun.objects.filter(
        finished_at=None, touched_at__lt=at - STILL_AFTER, attempt__lt=ATTEMPTS_MAX
    )
    return list(rows.order_by("id").values_list("pk", flat=True))


def running_long_runs() -> bool:
    return LongRun.objects.filter(finished_at=None).exists()
