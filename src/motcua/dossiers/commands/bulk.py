"""One act for many dossiers: asked once, carried out one by one, a result for each.

A run that is interrupted goes on where it was: each dossier's act has a key of its own, so none is
done twice.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson
from django.db import transaction

from motcua.accounts.queries import actor_for_user
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.given import plain_given, read_given
from motcua.dossiers.models import BulkItem, BulkRun
from motcua.dossiers.queries.work import Chosen
from motcua.dossiers.vocabulary import Act, BulkOutcome
from motcua.kernel.actor import Actor, Door
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import canonical

BULK_MAX = 500
BULK_ACTS = frozenset(
    {
        Act.ASSIGN,
        Act.START,
        Act.TAKE_OVER,
        Act.PROPOSE,
        Act.SEND_BACK,
        Act.DECIDE,
        Act.ISSUE_RESULT,
        Act.EXTEND,
        Act.APOLOGIZE,
        Act.NOTE,
    }
)
"""Acts whose input may be the same for many. Handing a result over is done person by person."""


class BulkSizeFaulty(Refusal):
    """At least one dossier and not more than a bound."""

    code = "bulk-size-faulty"


class NotForMany(Refusal):
    """This act is done for one dossier at a time."""

    code = "not-for-many"


def begin_bulk(
    *, actor: Actor, at: datetime, act: Act, given: Any, chosen: tuple[Chosen, ...]
) -> int:
    """Keep what is asked for; the id of the run, to be given to `work_on`.

    Refusals: NotForMany, BulkSizeFaulty.
    """
    if act not in BULK_ACTS or actor.user_id is None:
        raise NotForMany
    if not 1 <= len(chosen) <= BULK_MAX:
        raise BulkSizeFaulty(field="chosen", count_max=BULK_MAX)
    with transaction.atomic():
        run = BulkRun.objects.create(
            user_id=actor.user_id,
            holding_id=actor.stands_in_for_id or actor.holding_id,
            act=str(act),
            given=canonical(plain_given(given)),
            total=len(chosen),
            asked_at=at,
        )
        BulkItem.objects.bulk_create(
            BulkItem(run=run, position=place, code=one.code, seen_version=one.version)
            for place, one in enumerate(chosen, start=1)
        )
    return run.pk


def work_on(run_id: int, *, at: datetime) -> int:
    """Carry out what is left of the run, each dossier in a transaction of its own; how many.

    The rights are those that the person has at `at`, not when it was asked for.
    """
    run = BulkRun.objects.get(pk=run_id)
    act = Act(run.act)
    given = read_given(act, orjson.loads(run.given))
    actor = actor_for_user(run.user_id, at, Door.JOB, f"bulk-{run.pk}", holding_id=run.holding_id)
    waiting = BulkItem.objects.filter(run=run, outcome="").order_by("position")
    done = 0
    for item in waiting:
        _work_on_one(item, actor, act, given, at)
        done += 1
    BulkRun.objects.filter(pk=run.pk, finished_at=None).update(finished_at=at)
    return done


def _work_on_one(item: BulkItem, actor: Actor, act: Act, given: Any, at: datetime) -> None:
    asked = Asked(
        actor=actor,
        at=at,
        code=item.code,
        seen_version=item.seen_version,
        request=RequestKey(key=f"bulk-{item.run_id}-{item.position}", digest=str(act)),
    )
    told: dict[str, str] = {"outcome": str(BulkOutcome.DONE)}
    try:
        perform(asked, act, given)
    except Refusal as refusal:
        told = {
            "outcome": str(BulkOutcome.REFUSED),
            "refusal": refusal.code,
            "params": canonical(plain(refusal.params)),
        }
    BulkItem.objects.filter(pk=item.pk).update(**told)
