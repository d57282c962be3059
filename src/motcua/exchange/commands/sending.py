"""What waits is brought to the partners, in order, until they say that they have it.

A try is taken first (counted, and due again after the lease), then the partner is spoken to outside
of any transaction, then the answer is kept. Killed in between, the next worker tries again: the
partner ignores what it has.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from motcua.exchange.asking import Asking, NotThrough, ask
from motcua.exchange.bringing import bring_files
from motcua.exchange.composing import compose
from motcua.exchange.models import OutMessage, Partner
from motcua.exchange.rules.ordering import states_after
from motcua.exchange.rules.retrying import LOOK_AGAIN_AFTER, next_try
from motcua.exchange.vocabulary import Failure, OutState
from motcua.exchange.wire import MESSAGES_PATH, bundle

AT_A_TIME: Final = 20
BUNDLE_BYTES_MAX: Final = 1024 * 1024
LEASE: Final = timedelta(minutes=5)
log = logging.getLogger("motcua.exchange")


def send_due(asking: Asking) -> int:
    """A bundle to each partner that is due; how many messages have arrived. Index: out_message_waiting."""
    arrived = 0
    for partner in Partner.objects.filter(is_active=True).order_by("id"):
        arrived += _send_to(partner, asking)
    return arrived


def _send_to(partner: Partner, asking: Asking) -> int:
    rows = _due(partner, asking)
    if not rows and not _is_to_be_asked(partner, asking):
        return 0
    try:
        ready = _taken(rows, asking)
        for row in ready:
            bring_files(asking, partner, row.body)
        answer = ask(asking, partner, "POST", MESSAGES_PATH, bundle(ready))
    except NotThrough as fault:
        _try_later(partner, rows, fault, asking)
        return 0
    except Exception:
        log.exception("telling partner %s", partner.pk)
        _try_later(partner, rows, NotThrough(Failure.FAULT_HERE), asking)
        return 0
    return keep_answer(partner, answer, asking)


def _due(partner: Partner, asking: Asking) -> list[OutMessage]:
    """The first that wait, if the first of them is due: order is everything."""
    waiting = OutMessage.objects.filter(partner=partner, state=OutState.WAITING)
    rows = list(waiting.order_by("seq")[:AT_A_TIME])
    is_due = bool(rows) and rows[0].next_try_at is not None and rows[0].next_try_at <= asking.now()
    return rows if is_due else []


def _is_to_be_asked(partner: Partner, asking: Asking) -> bool:
    """Whether to ask how it stands: it has not been heard for long and had something of ours."""
    is_quiet = not OutMessage.objects.filter(partner=partner, state=OutState.WAITING).exists()
    long_ago = asking.now() - LOOK_AGAIN_AFTER
    asked = partner.asked_at
    return is_quiet and partner.last_seq > 0 and (asked is None or asked <= long_ago)


def _taken(rows: list[OutMessage], asking: Asking) -> list[OutMessage]:
    """Each with its body, as many as fit into one bundle; counted before anything is said."""
    ready: list[OutMessage] = []
    size = 0
    for row in rows:
        if not row.body:
            row.body = compose(row)
            OutMessage.objects.filter(pk=row.pk, body="").update(body=row.body)
        size += len(row.body)
        if ready and size > BUNDLE_BYTES_MAX:
            break
        ready.append(row)
    OutMessage.objects.filter(pk__in=[row.pk for row in ready], state=OutState.WAITING).update(
        attempts=F("attempts") + 1, next_try_at=asking.now() + LEASE
    )
    return ready


def _try_later(partner: Partner, rows: list[OutMessage], fault: NotThrough, asking: Asking) -> None:
    """The first of them says why; none of those behind it goes before it."""
    at = asking.now()
    Partner.objects.filter(pk=partner.pk).update(asked_at=at)
    if rows:
        head = OutMessage.objects.filter(pk=rows[0].pk, state=OutState.WAITING)
        attempts = rows[0].attempts + 1
        head.update(
            attempts=attempts,
            next_try_at=next_try(attempts, at),
            failure=str(fault.failure),
            failure_detail=fault.detail,
        )


@transaction.atomic
def keep_answer(partner: Partner, answer: dict[str, Any], asking: Asking) -> int:
    """What the partner says it has, and what it could not carry out; how many arrived now."""
    at, through = asking.now(), int(answer["through"])
    Partner.objects.filter(pk=partner.pk).update(asked_at=at, answered_at=at)
    mine = OutMessage.objects.filter(partner=partner)
    states = _states(partner, through)
    changed = states_after(through, states)
    arrived = [seq for seq, state in changed.items() if state is OutState.RECEIVED]
    lost = [seq for seq, state in changed.items() if state is OutState.WAITING]
    mine.filter(seq__in=arrived).update(
        state=OutState.RECEIVED, next_try_at=None, received_at=at, failure="", failure_detail=""
    )
    mine.filter(seq__in=lost).update(
        state=OutState.WAITING, next_try_at=at, received_at=None, reason_there=""
    )
    _keep_reasons(partner, answer)
    if through > partner.last_seq:
        _say_numbers_taken(partner, through)
    return len(arrived)


def _states(partner: Partner, through: int) -> dict[int, OutState]:
    """Those that may change: what waits, and what was received beyond `through`."""
    mine = OutMessage.objects.filter(partner=partner)
    waiting = mine.filter(state=OutState.WAITING, seq__lte=through)
    lost = mine.filter(state=OutState.RECEIVED, seq__gt=through)
    pairs = waiting.union(lost).values_list("seq", "state")
    return {seq: OutState(state) for seq, state in pairs}


def _keep_reasons(partner: Partner, answer: dict[str, Any]) -> None:
    """Only what the partner names now is stuck there; the list is short. Index: out_message_stuck_there."""
    stuck = {int(seq): str(reason)[:80] for seq, reason in answer.get("stuck", [])}
    mine = OutMessage.objects.filter(partner=partner)
    mine.exclude(reason_there="").exclude(seq__in=stuck).update(reason_there="")
    for seq, reason in stuck.items():
        mine.filter(seq=seq).exclude(reason_there=reason).update(reason_there=reason)


def _say_numbers_taken(partner: Partner, through: int) -> None:
    """The partner has more than we remember telling: this installation was set back to a backup."""
    waiting = OutMessage.objects.filter(partner=partner, state=OutState.WAITING)
    head = waiting.order_by("seq").first()
    if head is not None:
        waiting.filter(pk=head.pk).update(
            failure=str(Failure.NUMBER_TAKEN), failure_detail=str(through)
        )
