"""What stood before the books is posted by the migration as the commands post today."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from motcua.books.models import Transfer
from motcua.kernel.clock import local_day
from motcua.payments.booked import unbooked
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import open_till
from motcua.payments.models import Receipt
from motcua.payments.vocabulary import CardSlipIn, PaymentMethod
from tests.support.clock import PLAIN_MORNING
from tests.support.money import COLLEAGUE, cashier, close, collect, extra, owing
from tests.support.tampering import without_triggers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
migration: Any = import_module("motcua.payments.migrations.0003_post_what_was_booked")


def _all() -> list[Any]:
    rows = Transfer.objects.order_by("source_kind", "source_id", "purpose", "position")
    columns = ("agency_id", "source_kind", "source_id", "purpose", "position", "day", "posted_at",
               "dossier_id", "debit_id", "credit_id", "amount_vnd")  # fmt: skip
    return list(rows.values_list(*columns))


def a_day() -> None:
    """Every kind of posting once."""
    open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=50_000)
    code = owing()
    collect(code)
    collect(code, extra(8_000))
    card = CardSlipIn(terminal="T1", last_four="1234")
    collect(method=PaymentMethod.CARD_SLIP, slip_number="7", card=card)
    collect(method=PaymentMethod.TRANSFER_SLIP, slip_number="FT1")
    collect(by=COLLEAGUE)
    wrong = collect(by=COLLEAGUE)
    cancel_receipt(actor=cashier(COLLEAGUE), at=PLAIN_MORNING, receipt_id=wrong.id, reason="Nhầm")
    close(61_000, note="Thiếu 1.000 đồng")
    close(5_000, by=COLLEAGUE, note="Thừa 1.000 đồng")


def test_the_migration_posts_what_the_commands_would() -> None:
    a_day()
    posted = _all()
    with without_triggers("books_transfer"):
        Transfer.objects.all().delete()
    migration.post_all(apps, None)
    assert _all() == posted
    assert list(unbooked()) == []


def test_what_was_not_posted_or_otherwise_is_named() -> None:
    a_day()
    first = Receipt.objects.order_by("pk").first()
    assert first is not None
    issued = Transfer.objects.filter(source_kind="receipt", source_id=first.pk)
    with without_triggers("books_transfer"):
        issued.update(amount_vnd=1)
        Transfer.objects.filter(source_kind="till", purpose="opened").update(source_id=10**6)
    named = {(flaw.place.split("#")[0], flaw.fields) for flaw in unbooked()}
    assert named == {
        ("receipt ", ("lines",)),
        ("till ", ("not-posted",)),
        ("till ", ("till",)),
    }
    assert local_day(first.collected_at) == local_day(PLAIN_MORNING)
