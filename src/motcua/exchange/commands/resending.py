"""What waits or is stuck is tried at once because somebody says so."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.exchange.commands.partners import note, partner_locked
from motcua.exchange.events import MessagesRenumbered, MessagesResent, MessagesTriedAgain
from motcua.exchange.models import InMessage, OutMessage
from motcua.exchange.vocabulary import Failure, InState, OutState
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording


class NothingWaits(Refusal):
    """There is nothing to send again, or to try again."""

    code = "nothing-waits"


class NumbersNotTaken(Refusal):
    """New numbers are given only to messages whose numbers the partner has for others."""

    code = "numbers-not-taken"


def resend(*, actor: Actor, at: datetime, partner_id: int) -> int:
    """Send at once what waits for the partner; how many. Refusals: NotPermitted, NotFound, NothingWaits."""
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        partner = partner_locked(partner_id)
        waiting = OutMessage.objects.filter(partner=partner, state=OutState.WAITING)
        count = waiting.update(next_try_at=at, attempts=0)
        if not count:
            raise NothingWaits
        note(record, partner.pk, MessagesResent(count=count))
    return count


def try_again(*, actor: Actor, at: datetime, partner_id: int) -> int:
    """Carry out at once what the partner told and could not be carried out; how many.

    Refusals: NotPermitted, NotFound, NothingWaits.
    """
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        partner = partner_locked(partner_id)
        stuck = InMessage.objects.filter(partner=partner, state=InState.STUCK)
        count = stuck.update(state=InState.WAITING)
        if not count:
            raise NothingWaits
        note(record, partner.pk, MessagesTriedAgain(count=count))
    return count


def renumber(*, actor: Actor, at: datetime, partner_id: int) -> int:
    """After this installation was set back to a backup: what waits gets numbers beyond those that the
    partner has; how many. Refusals: NotPermitted, NotFound, NumbersNotTaken."""
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        partner = partner_locked(partner_id)
        waiting = OutMessage.objects.filter(partner=partner, state=OutState.WAITING)
        taken = waiting.filter(failure=Failure.NUMBER_TAKEN).order_by("seq").first()
        if taken is None or not taken.failure_detail.isdecimal():
            raise NumbersNotTaken
        first = int(taken.failure_detail) + 1
        rows = list(waiting.order_by("-seq"))
        if first <= rows[-1].seq:
            raise NumbersNotTaken
        # From the last on: each number is free when its turn comes.
        for place, row in enumerate(rows):
            row.seq, row.next_try_at = first + len(rows) - 1 - place, at
            row.failure, row.failure_detail = "", ""
            row.save(update_fields=["seq", "next_try_at", "failure", "failure_detail"])
        partner.last_seq = first + len(rows) - 1
        partner.save(update_fields=["last_seq"])
        note(record, partner.pk, MessagesRenumbered(first=first, count=len(rows)))
    return len(rows)
