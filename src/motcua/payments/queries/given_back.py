"""What of the paid fees of dossiers was given back, told apart by the fee of that moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from motcua.books.queries.owed import taken_back
from motcua.dossiers.queries.fees.history import FeeThen, fee_history, fee_then
from motcua.payments.expected import REFUND
from motcua.payments.models import ReceiptLine
from motcua.payments.rules.booking import OWED_OF
from motcua.payments.rules.given_back import GivenBack, Moved, given_back
from motcua.payments.vocabulary import ReceiptState
from motcua.procedures.vocabulary import FeeKind

KIND_OF = {code: kind for kind, code in OWED_OF.items()}


def given_back_of(dossier_ids: Collection[int]) -> dict[tuple[int, FeeKind], GivenBack]:
    """By dossier and kind, of those of which anything was. One query, two more where something was."""
    back: dict[tuple[int, FeeKind], list[Moved]] = defaultdict(list)
    for one in taken_back(dossier_ids, source_kind=REFUND):
        back[one.dossier_id, KIND_OF[one.code]].append(Moved(one.at, one.amount_vnd))
    if not back:
        return {}
    about = {dossier_id for dossier_id, _kind in back}
    paid, fees = _paid(about), fee_history(about)
    return {
        key: given_back(paid[key], moved, _owed_at(fees[key[0]], key[1]))
        for key, moved in back.items()
    }


def _paid(dossier_ids: Collection[int]) -> dict[tuple[int, FeeKind], list[Moved]]:
    lines = ReceiptLine.objects.filter(
        receipt__dossier__in=dossier_ids, receipt__state=ReceiptState.ISSUED, is_additional=False
    )
    names = ("receipt__dossier", "kind", "receipt__collected_at", "amount_vnd")
    told: dict[tuple[int, FeeKind], list[Moved]] = defaultdict(list)
    for dossier_id, kind, at, amount in lines.values_list(*names):
        told[dossier_id, FeeKind(kind)].append(Moved(at, amount))
    return told


def _owed_at(history: list[FeeThen], kind: FeeKind) -> Callable[[datetime], int]:
    """The fee of that kind at a moment."""

    def at(moment: datetime) -> int:
        then = fee_then(history, moment)
        return then.amount_of(kind) if then else 0

    return at
