"""What several dossiers still owe, asked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Sum

from motcua.payments.models import ReceiptLine
from motcua.payments.queries.given_back import given_back_of
from motcua.payments.queries.owed import Asked, owed_of
from motcua.payments.rules.given_back import GivenBack
from motcua.payments.vocabulary import Owed, ReceiptState
from motcua.procedures.vocabulary import AskedAt, FeeKind


def debts_of(
    fees: Mapping[int, Iterable[Asked]], moments: Mapping[int, AskedAt] | None = None
) -> dict[int, Owed]:
    """By id of the dossier, as `owed_for` says of one, with as many queries for all of them. Without
    `moments` all that is owed is due: so it is where the result is handed over."""
    known = moments or {}
    standing = ReceiptLine.objects.filter(
        receipt__dossier__in=list(fees), receipt__state=ReceiptState.ISSUED
    )
    sums = standing.values_list("receipt__dossier", "kind", "is_additional")
    paid: dict[int, dict[tuple[str, bool], int]] = defaultdict(lambda: defaultdict(int))
    for dossier_id, kind, extra, total in sums.annotate(sum=Sum("amount_vnd")):
        paid[dossier_id][kind, extra] = total
    back: dict[int, dict[FeeKind, GivenBack]] = defaultdict(dict)
    for (dossier_id, kind), one in (given_back_of(paid) if paid else {}).items():
        back[dossier_id][kind] = one
    return {
        dossier_id: owed_of(
            lines, paid[dossier_id], known.get(dossier_id, AskedAt.RETURN), back[dossier_id]
        )
        for dossier_id, lines in fees.items()
    }
