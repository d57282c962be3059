"""What partners told is carried out, each message in one transaction with what it does.

Killed in the middle, nothing of it was done and it is done again; a message that is refused waits,
with those behind it about the same dossier, until what is missing is mended.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from motcua.exchange.models import InMessage, Partner
from motcua.exchange.performing import perform_message
from motcua.exchange.rules.ordering import Turn, whose_turn
from motcua.exchange.vocabulary import InState
from motcua.kernel.refusal import Refusal
from motcua.ledger.rules.chain import canonical

OPEN_MAX: Final = 500
TRY_STUCK_AGAIN_AFTER: Final = timedelta(minutes=10)
log = logging.getLogger("motcua.exchange")


def carry_out_due(now: Callable[[], datetime]) -> int:
    """Everything whose turn it is; how many were carried out. Index: in_message_open."""
    return sum(_of_partner(partner, now) for partner in Partner.objects.filter(is_active=True))


def _of_partner(partner: Partner, now: Callable[[], datetime]) -> int:
    _try_stuck_again(partner, now())
    done, faulty = 0, set[str]()
    rows = InMessage.objects.filter(partner=partner).exclude(state=InState.DONE)
    turns = [
        Turn(seq, thread, InState(state))
        for seq, thread, state in rows.order_by("seq").values_list("seq", "thread", "state")[
            :OPEN_MAX
        ]
    ]
    threads = {turn.seq: turn.thread for turn in turns}
    for seq in whose_turn(turns, partner.heard_through):
        if threads[seq] in faulty:
            continue
        if _carry_out(partner, seq, now()):
            done += 1
        else:
            faulty.add(threads[seq])
    return done


def _try_stuck_again(partner: Partner, at: datetime) -> None:
    """Perhaps what was missing is there by now."""
    stuck = InMessage.objects.filter(
        partner=partner, state=InState.STUCK, tried_at__lte=at - TRY_STUCK_AGAIN_AFTER
    )
    stuck.update(state=InState.WAITING)


def _carry_out(partner: Partner, seq: int, at: datetime) -> bool:
    """Whether it was done. A fault of ours is no refusal: it is tried again in the next round."""
    try:
        with transaction.atomic():
            row = _locked(partner, seq)
            if row is None:
                return True
            perform_message(partner, row, at)
            row.state, row.done_at, row.reason, row.detail = InState.DONE, at, "", "{}"
            row.attempts, row.tried_at = row.attempts + 1, at
            row.save()
    except Refusal as refusal:
        _set_stuck(partner, seq, refusal, at)
        return False
    except Exception:
        log.exception("message %s of partner %s", seq, partner.pk)
        mine = InMessage.objects.filter(partner=partner, seq=seq)
        mine.update(attempts=F("attempts") + 1, tried_at=at)
        return False
    return True


def _locked(partner: Partner, seq: int) -> InMessage | None:
    """None when another worker has done it meanwhile."""
    rows = InMessage.objects.select_for_update().filter(partner=partner, seq=seq)
    return rows.exclude(state=InState.DONE).first()


def _set_stuck(partner: Partner, seq: int, refusal: Refusal, at: datetime) -> None:
    first = refusal.reasons[0]
    plain = {name: str(value) for name, value in first.params.items()}
    InMessage.objects.filter(partner=partner, seq=seq, state=InState.WAITING).update(
        state=InState.STUCK,
        reason=first.code,
        detail=canonical(plain),
        attempts=F("attempts") + 1,
        tried_at=at,
    )
