"""What was paid beyond what is owed and nobody has asked back yet."""

from __future__ import annotations

from django.db.models import Sum

from motcua.payments.vocabulary import Owed
from motcua.settlements.models import Refund
from motcua.settlements.vocabulary import RefundState


def to_give_back(dossier_id: int, owed: Owed) -> int:
    """In đồng. One query where something was paid beyond, none otherwise."""
    if not owed.over_vnd:
        return 0
    # What was granted is not among what was paid beyond any more.
    asked = Refund.objects.filter(dossier=dossier_id, state=RefundState.REQUESTED)
    back = asked.aggregate(fee=Sum("fee_vnd", default=0), charge=Sum("charge_vnd", default=0))
    return max(0, owed.over_vnd - int(back["fee"]) - int(back["charge"]))
