"""Money that came and nobody owed: paid twice, too much, or when nothing was owed any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.payments.models import Payment
from motcua.payments.policies import visible_orders


@dataclass(frozen=True, slots=True, kw_only=True)
class RestRow:
    """A payment of which `rest_vnd` is to be given back. `payer_name`: as the bank wrote it, else ""."""

    id: int
    agency_id: int
    dossier_id: int
    dossier_code: str
    order_number: str
    reference: str
    cause: str
    method: str
    amount_vnd: int
    rest_vnd: int
    payer_name: str
    came_at: datetime


NAMES = ("id", "agency_id", "dossier_id", "dossier__code", "order__number", "reference", "cause",
         "method", "amount_vnd", "rest_vnd", "line__payer_name", "came_at")  # fmt: skip


def rests_of(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[RestRow]:
    """Newest first. One query, served by `payment_agency`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = Payment.objects.filter(visible_orders(actor), rest_vnd__gt=0)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = [_row(value) for value in found.order_by("-id").values_list(*NAMES)[: size + 1]]
    return page_of(rows, size=size, key="id")


def rest_called(
    actor: Actor, payment_id: int, permission: Permission = Permission.PAYMENT_VIEW
) -> RestRow:
    """One query. Refusals: NotFound, also when nothing of it is to be given back."""
    found = Payment.objects.filter(visible_orders(actor, permission), pk=payment_id, rest_vnd__gt=0)
    value = found.values_list(*NAMES).first()
    if value is None:
        raise NotFound(kind="payment")
    return _row(value)


def _row(value: tuple[object, ...]) -> RestRow:
    keys = [name.replace("dossier__", "dossier_").replace("order__", "order_").replace("line__", "")
            for name in NAMES]  # fmt: skip
    told = dict(zip(keys, value, strict=True))
    texts = {name: told[name] or "" for name in ("order_number", "payer_name")}
    return RestRow(**told | texts)  # type: ignore[arg-type]
