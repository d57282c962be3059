"""Who pays by web is told when the money came, when some is to be given back, and when his attempt is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import settle_fee
from motcua.dossiers.inputs import SettleFee
from motcua.dossiers.models import Dossier
from motcua.kernel.clock import local_day
from motcua.notices.commands.queueing import Telling, queue_notices
from motcua.notices.models import Notice, NoticeWording
from motcua.notices.queries.texts import texts_in_force
from motcua.notices.rules.hours import SendingHours
from motcua.notices.shipped import TextKey
from motcua.notices.vocabulary import Carrier, Language, NoticeKind
from motcua.payments.commands.paying.orders import expire_orders
from motcua.payments.models import PaymentOrder
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, owing
from tests.support.paying import LATER, an_account, an_order, message, say, with_gateway
from tests.support.telling import MOTHER

TWO_DAYS = timedelta(days=2)
BY_PHONE = Telling((Carrier.SMS,), SendingHours())


@pytest.fixture
def order(standing: None, settings: Any) -> PaymentOrder:
    """An attempt to pay 4,000 đồng by somebody who has a phone."""
    with_gateway(settings)
    code = owing(parties=(MOTHER,))
    an_account(Dossier.objects.values_list("agency_id", flat=True).get(code=code))
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    return an_order(code)


def told(at: Any = LATER) -> list[str]:
    """The kinds queued now, those of the dossier itself left out."""
    queue_notices(at=at, telling=BY_PHONE)
    queue_notices(at=at, telling=BY_PHONE)
    kinds = Notice.objects.filter(kind__startswith="PAYMENT").order_by("id")
    return list(kinds.values_list("kind", flat=True))


def test_money_that_came_is_told_once(order: PaymentOrder) -> None:
    for _time in range(2):
        say(message(order.number, 4_000))
    assert told() == ["PAYMENT_RECEIVED"]


def test_money_paid_twice_is_told_as_to_be_given_back(order: PaymentOrder) -> None:
    say(message(order.number, 4_000))
    say(message(order.number, 4_000, "T2"))
    assert told() == ["PAYMENT_RECEIVED", "PAYMENT_REST"]


def test_an_attempt_that_is_over_is_told_and_late_money_after_it(order: PaymentOrder) -> None:
    at = PLAIN_MORNING + TWO_DAYS
    expire_orders(at=at)
    assert told(at) == ["PAYMENT_EXPIRED"]
    say(message(order.number, 4_000, sent_at=at), at=at)
    assert told(at) == ["PAYMENT_EXPIRED", "PAYMENT_RECEIVED"]


def test_whoever_begins_anew_is_not_told_that_the_former_attempt_is_over(
    order: PaymentOrder,
) -> None:
    at = PLAIN_MORNING + TWO_DAYS
    an_order(order.dossier.code, at=at)
    order.refresh_from_db()
    assert (order.state, told(at)) == ("EXPIRED", [])


def test_a_fee_worked_out_anew_is_told_without_its_amount(order: PaymentOrder) -> None:
    asked = Asked(actor=cashier(), at=LATER, code=order.dossier.code)
    settle_fee(asked, SettleFee(copies=3, reason="Xin thêm hai bản"))
    queue_notices(at=LATER, telling=BY_PHONE)
    (notice,) = Notice.objects.filter(kind="FEE_CHANGED")
    text = texts_in_force(order.agency_id, local_day(LATER))
    for carrier in Carrier:
        words = text[TextKey(NoticeKind.FEE_CHANGED, carrier, Language.VI)].text
        assert "{link}" in words.body
        assert "000" not in words.body
    assert notice.dossier_code == order.dossier.code


def test_wordings_of_one_kind_are_still_kept_apart(standing: None) -> None:
    words = {"kind": "ANSWERED", "carrier": "SMS", "language": "vi", "body": "x {link}",
             "valid_from": PLAIN_MORNING.date(), "set_at": PLAIN_MORNING, "set_by": "quantri"}  # fmt: skip
    NoticeWording.objects.create(**words)
    with pytest.raises(IntegrityError, match="overlap"), transaction.atomic():
        NoticeWording.objects.create(**words)
