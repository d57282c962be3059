"""One act for many dossiers: asked once, carried out one by one, a result for each.

A run that is interrupted goes on where it was, and two workers may be at it: each dossier's act has
a key of its own, so none is done twice.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

import orjson
from django.db import IntegrityError, transaction

from motcua.accounts.queries import actor_for_user
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.given import plain_given, read_given
from motcua.dossiers.models import BulkItem, BulkRun
from motcua.dossiers.queries.bulk import BULK_MAX, Chosen
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.vocabulary import Act, BulkOutcome
from motcua.kernel.actor import Actor, Door
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import canonical

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
log = logging.getLogger("motcua.bulk")


class BulkSizeFaulty(Refusal):
    """At least one dossier and not more than a bound."""

    code = "bulk-size-faulty"


class NotForMany(Refusal):
    """This act is done for one dossier at a time."""

    code = "not-for-many"


class SystemFault(Refusal):
    """Something broke that is nobody's mistake; nothing was written of this dossier."""

    code = "system-fault"


def begin_bulk(
    *,
    actor: Actor,
    at: datetime,
    act: Act,
    given: Any,
    chosen: tuple[Chosen, ...],
    request: RequestKey | None = None,
) -> int:
    """Keep what is asked for; the id of the run, to be given to `work_on`. With a request key, asked
    again it is the same run.

    Refusals: NotForMany, NotPermitted, BulkSizeFaulty, RequestKeyReused.
    """
    if act not in BULK_ACTS or actor.user_id is None:
        raise NotForMany
    may(actor, Permission(act)).demand()
    if not 1 <= len(chosen) <= BULK_MAX:
        raise BulkSizeFaulty(field="chosen", count_max=BULK_MAX)
    asked = BulkRun(
        user_id=actor.user_id,
        holding_id=actor.stands_in_for_id or actor.holding_id,
        act=str(act),
        given=canonical(plain_given(given)),
        total=len(chosen),
        asked_at=at,
        request_key=request.key if request else "",
        request_digest=request.digest if request else "",
    )
    return _earlier(asked) or _kept(asked, chosen)


def _kept(asked: BulkRun, chosen: tuple[Chosen, ...]) -> int:
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
            BulkItem.objects.bulk_create(
                BulkItem(
                    run=asked,
                    position=place,
                    code=one.code,
                    seen_version=one.version,
                    own=canonical(plain(dict(one.own))),
                )
                for place, one in enumerate(chosen, start=1)
            )
    except IntegrityError:
        # Another call with the same key came first; anything else is a fault.
        made = _earlier(asked)
        if made is None:
            raise
        return made
    return asked.pk


def _earlier(asked: BulkRun) -> int | None:
    """The run that the same request began. Refusals: RequestKeyReused."""
    if not asked.request_key:
        return None
    made = BulkRun.objects.filter(request_key=asked.request_key).first()
    if made is None:
        return None
    if (made.user_id, made.request_digest) != (asked.user_id, asked.request_digest):
        raise RequestKeyReused
    return made.pk


def work_on(run_id: int, *, at: datetime, limit: int = BULK_MAX) -> int:
    """Carry out what is left of the run, each dossier in a transaction of its own, at most `limit`;
    how many are left after it.

    The rights are those that the person has at `at`, not when it was asked for.
    """
    run = BulkRun.objects.get(pk=run_id)
    act = Act(run.act)
    given = orjson.loads(run.given)
    actor = actor_for_user(run.user_id, at, Door.JOB, f"bulk-{run.pk}", holding_id=run.holding_id)
    waiting = BulkItem.objects.filter(run=run, outcome="")
    for item in list(waiting.order_by("position")[:limit]):
        _work_on_one(item, actor, act, given, at)
    left = waiting.count()
    if not left:
        BulkRun.objects.filter(pk=run.pk, finished_at=None).update(finished_at=at)
    return left


def _work_on_one(
    item: BulkItem, actor: Actor, act: Act, given: dict[str, Any], at: datetime
) -> None:
    asked = Asked(
        actor=actor,
        at=at,
        code=item.code,
        seen_version=item.seen_version,
        request=RequestKey(key=f"bulk-{item.run_id}-{item.position}", digest=str(act)),
    )
    try:
        perform(asked, act, read_given(act, given | orjson.loads(item.own)))
    except Refusal as refusal:
        _refused(item, refusal)
    except Exception:
        # One broken dossier must not hold up the others, nor the worker; the log says what broke.
        log.exception("bulk run %s: %s", item.run_id, item.code)
        _refused(item, SystemFault())
    else:
        BulkItem.objects.filter(pk=item.pk).update(
            outcome=str(BulkOutcome.DONE), refusal="", params="{}"
        )


def _refused(item: BulkItem, refusal: Refusal) -> None:
    """What another worker has done meanwhile stays done."""
    BulkItem.objects.filter(pk=item.pk, outcome="").update(
        outcome=str(BulkOutcome.REFUSED),
        refusal=refusal.code,
        params=canonical(plain(refusal.params)),
    )
