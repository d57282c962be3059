"""What was paid beyond what is owed, or came although nobody owed it, and nobody has asked back yet."""

from __future__ import annotations

from django.db.models import Sum

from motcua.payments.queries.paying.orders import came_for
from motcua.payments.vocabulary import Owed
from motcua.settlements.models import Refund
from motcua.settlements.vocabulary import STANDING, RefundState


def to_give_back(dossier_id: int, owed: Owed) -> int:
    """In đồng. One query where something was paid beyond, none otherwise."""
    if not owed.over_vnd:
        return 0
    # What was granted is not among what was paid beyond any more.
    asked = Refund.objects.filter(dossier=dossier_id, state=RefundState.REQUESTED)
    back = asked.aggregate(fee=Sum("fee_vnd", default=0), charge=Sum("charge_vnd", default=0))
    return max(0, owed.over_vnd - int(back["fee"]) - int(back["charge"]))


def all_to_give_back(dossier_id: int, owed: Owed) -> int:
    """That, and of all the money that ever came for the dossier, by whichever order or none, what nobody
    owed. In đồng. One query, another where there is such money, and as `to_give_back`."""
    rest_vnd = sum(one.rest_vnd for one in came_for(dossier_id=dossier_id))
    if rest_vnd:
        asked = Refund.objects.filter(
            dossier=dossier_id, payment__isnull=False, state__in=STANDING
        ).aggregate(sum=Sum("rest_vnd", default=0))
        rest_vnd = max(0, rest_vnd - int(asked["sum"]))
    return rest_vnd + to_give_back(dossier_id, owed)
