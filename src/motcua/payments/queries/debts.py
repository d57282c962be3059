"""What several dossiers still owe, asked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Sum

from motcua.payments.models import ReceiptLine
from motcua.payments.queries.owed import Asked, owed_of
from motcua.payments.vocabulary import Owed, ReceiptState
from motcua.procedures.vocabulary import AskedAt


def debts_of(
    fees: Mapping[int, Iterable[Asked]], moments: Mapping[int, AskedAt] | None = None
) -> dict[int, Owed]:
    """By id of the dossier, as `owed_for` says of one. One query, served by `receipt_dossier`. Without
    `moments` all that is owed is due: so it is where the result is handed over."""
    known = moments or {}
    standing = ReceiptLine.objects.filter(
        receipt__dossier__in=list(fees), receipt__state=ReceiptState.ISSUED
    )
    sums = standing.values_list("receipt__dossier", "kind", "is_additional")
    paid: dict[int, dict[tuple[str, bool], int]] = defaultdict(lambda: defaultdict(int))
    for dossier_id, kind, extra, total in sums.annotate(sum=Sum("amount_vnd")):
        paid[dossier_id][kind, extra] = total
    return {
        dossier_id: owed_of(lines, paid[dossier_id], known.get(dossier_id, AskedAt.RETURN))
        for dossier_id, lines in fees.items()
    }
