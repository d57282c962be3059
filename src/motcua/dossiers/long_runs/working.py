"""The worker of a long run. Every piece is one transaction: dossiers, their facts, their tallies and how
far the run is. Killed at any moment, the next worker goes on behind the last piece that was kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson
from django.db import transaction
from django.db.models import F, Q, QuerySet

from motcua.accounts.queries import actor_for_user
from motcua.agencies.commands.succeed_agency import on_behalf_of
from motcua.dossiers.commands.carry_out_succession import take_effect
from motcua.dossiers.commands.follow_succession import follow_piece, running_under
from motcua.dossiers.commands.move_deadlines import move_piece, touched_by
from motcua.dossiers.exporting.scope import position_of
from motcua.dossiers.long_runs.orders import DAY_OFF, SUCCESSION, HeirsKept, SuccessionKept
from motcua.dossiers.models import Dossier, LongRun
from motcua.dossiers.rules.exports import STILL_AFTER, RunOutcome
from motcua.dossiers.rules.long_runs import PIECE, TOLD_MAX, LongKind
from motcua.kernel.actor import Actor, Door
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import one_revision, unkept
from motcua.ledger.recording import Record, recording
from motcua.ledger.rules.chain import canonical

LATE_DAY_OFF = "late-day-off"
log = logging.getLogger("motcua.long-runs")
Now = Callable[[], datetime]
Told = list[dict[str, Any]]
Move = Callable[[Record, list[int]], Told]


class Superseded(Exception):
    """Another worker has taken the run up: this one has nothing more to say."""


def work_on_long_run(run_id: int, *, now: Now) -> None:
    """Carry out what is left of the run, unless it is over or a living worker is at it."""
    run = _taken_up(run_id, now())
    if run is None:
        return
    try:
        _carry_out(run, now)
    except Superseded:
        pass
    except Refusal as refusal:
        _end(run, now(), RunOutcome.FAILED, refusal)
    except Exception:
        # What is kept stays kept; the run stands still until a worker takes it up again.
        log.exception("long run %s", run.pk)
        raise
    else:
        _end(run, now(), RunOutcome.DONE)


def _taken_up(run_id: int, at: datetime) -> LongRun | None:
    free = Q(attempt=0) | Q(touched_at__lt=at - STILL_AFTER)
    rows = LongRun.objects.filter(free, pk=run_id, finished_at=None)
    if not rows.update(attempt=F("attempt") + 1, touched_at=at):
        return None
    return LongRun.objects.filter(pk=run_id, finished_at=None).first()


def _mine(run: LongRun, **told: object) -> None:
    """Say something of the run. Raises Superseded when it is no longer this attempt's."""
    rows = LongRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
    if not rows.update(**told):
        raise Superseded


def _end(run: LongRun, at: datetime, outcome: RunOutcome, refusal: Refusal | None = None) -> None:
    rows = LongRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
    rows.update(
        outcome=str(outcome),
        failure=refusal.code if refusal else "",
        params=canonical(plain(refusal.params)) if refusal else "{}",
        finished_at=at,
        touched_at=at,
    )


def _carry_out(run: LongRun, now: Now) -> None:
    actor = actor_for_user(
        run.user_id, now(), Door.JOB, f"long-run-{run.pk}", holding_id=run.holding_id
    )
    if LongKind(run.kind) is LongKind.DAY_OFF:
        _move_dates(run, actor, now)
    else:
        _follow(run, actor, now)


def _move_dates(run: LongRun, actor: Actor, now: Now) -> None:
    """The day was entered by whoever had the right to; its consequence is the system's to carry."""
    order = DAY_OFF.validate_json(run.given)

    def move(record: Record, ids: list[int]) -> Told:
        moves = move_piece(record, ids, order.special, order.day_off_id)
        return [
            {"code": one.code, "before": one.old_due_at, "after": one.new_due_at} for one in moves
        ]

    found = touched_by(order.agency_id, order.special.day, run.asked_at)
    _by_pieces(run, replace(actor, job=LATE_DAY_OFF), now, found, move)


def _follow(run: LongRun, actor: Actor, now: Now) -> None:
    """Agencies and people first, in one transaction with the word that they are done."""
    kept = SUCCESSION.validate_json(run.given)
    if not kept.begun:
        if position_of(actor) != run.holding_id:
            raise NotPermitted
        kept = _begin(run, actor, kept, now())
    if kept.heirs is None:
        return
    heirs = kept.heirs.heirs()

    def move(record: Record, ids: list[int]) -> Told:
        return [
            {"code": one.code, "before": one.from_place, "after": one.to_place}
            for one in follow_piece(record, ids, heirs)
        ]

    _by_pieces(run, on_behalf_of(actor), now, running_under(heirs), move)


def _begin(run: LongRun, actor: Actor, kept: SuccessionKept, at: datetime) -> SuccessionKept:
    with unkept(), transaction.atomic():
        begun = take_effect(actor=actor, at=at, order=kept.order, marks=kept.marks)
        done = replace(
            kept,
            begun=True,
            people=begun.people,
            successor_ids=begun.successor_ids,
            heirs=HeirsKept.of(begun.heirs) if begun.heirs else None,
        )
        _mine(run, given=SUCCESSION.dump_json(done).decode(), touched_at=at)
    return done


def _by_pieces(run: LongRun, actor: Actor, now: Now, found: QuerySet[Dossier], move: Move) -> None:
    """In the order of their ids, from behind the last piece that was kept."""
    if run.total is None:
        run.total = found.count()
        _mine(run, total=run.total, touched_at=now())
    told: Told = orjson.loads(run.told)
    while True:
        ahead = found.filter(id__gt=run.last_id).order_by("id")
        ids = list(ahead.values_list("id", flat=True)[:PIECE])
        if not ids:
            return
        at = now()
        with one_revision(newest=True), recording(actor, at) as record:
            moved = move(record, ids)
            told = _kept(told, moved)
            run.last_id, run.done, run.moved = ids[-1], run.done + len(ids), run.moved + len(moved)
            _mine(
                run,
                last_id=run.last_id,
                done=run.done,
                moved=run.moved,
                told=canonical(plain(told)),
                touched_at=at,
            )


def _kept(told: Told, moved: Iterable[dict[str, Any]]) -> Told:
    return [*told, *moved][:TOLD_MAX]
