"""How much cash the receipts of a till say must lie in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Sum

from motcua.books.queries.balances import moved_from
from motcua.books.vocabulary import AccountCode
from motcua.payments.models import Receipt
from motcua.payments.vocabulary import PaymentMethod, ReceiptState

REFUND = "refund"
"""The kind of source that settlements post when money is given back."""


def cash_in(till_id: int) -> int:
    """Cash collected and not given back. Two queries, served by `receipt_till` and by the books."""
    issued = Receipt.objects.filter(till=till_id, state=ReceiptState.ISSUED)
    cash = issued.filter(method=PaymentMethod.CASH).aggregate(sum=Sum("total_vnd"))
    return int(cash["sum"] or 0) - paid_out([till_id])[till_id]


def paid_out(till_ids: Iterable[int]) -> dict[int, int]:
    """Cash that left each till as a refund; 0 where none did. One query of the books."""
    told = moved_from(AccountCode.CASH, [str(pk) for pk in till_ids], source_kind=REFUND)
    return defaultdict(int, {int(ref): amount for ref, amount in told.items()})


def all_paid_out() -> dict[int, int]:
    """The same of every till. One query."""
    told = moved_from(AccountCode.CASH, None, source_kind=REFUND)
    return defaultdict(int, {int(ref): amount for ref, amount in told.items()})
