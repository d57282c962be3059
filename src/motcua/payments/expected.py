"""How much cash the receipts of a till say must lie in it."""

from __future__ import annotations

from django.db.models import Sum

from motcua.payments.models import Receipt
from motcua.payments.vocabulary import PaymentMethod, ReceiptState


def cash_in(till_id: int) -> int:
    """Cash collected and not given back. One query, served by `receipt_till`."""
    issued = Receipt.objects.filter(till=till_id, state=ReceiptState.ISSUED)
    cash = issued.filter(method=PaymentMethod.CASH).aggregate(sum=Sum("total_vnd"))
    return int(cash["sum"] or 0)
