"""A carrier says by itself what became of a message: heard once, however often it is said."""

from __future__ import annotations

from motcua.kernel.verdict import NotFound
from motcua.notices.commands.sending import Sending, keep_whereabouts
from motcua.notices.gateways.ports import Whereabouts
from motcua.notices.models import Delivery
from motcua.notices.vocabulary import Carrier, NoticeState


def hear_of(*, carrier: Carrier, key: str, state: NoticeState, sending: Sending) -> bool:
    """Keep it; False when nothing new was said: it has ended already, or we do not know yet that it was
    sent (then the carrier is asked, as ever). Refusals: NotFound for a message that is none of ours.
    """
    row = Delivery.objects.filter(key=key, carrier=str(carrier)).first()
    if row is None:
        raise NotFound(kind="delivery")
    if row.state != NoticeState.SENT or state not in (NoticeState.DELIVERED, NoticeState.FAILED):
        return False
    return keep_whereabouts(row, Whereabouts(state), sending)
