"""The address where gateways speak: what it answers, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from motcua.api.payments import BODY_BYTES_MAX, FORGED_PER_MINUTE_MAX, forgeries
from motcua.kernel import clock
from motcua.payments.gateways.signed_web import signature_of
from motcua.payments.models import Payment, PaymentMessage
from tests.support.money import owing
from tests.support.paying import NAME, SECRET, an_account, an_order, message, with_gateway

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]


@pytest.fixture(autouse=True)
def _gateway(settings: Any, proved: None) -> Iterator[None]:
    forgeries.forget_all()
    with_gateway(settings)
    owing()
    an_account()
    yield
    forgeries.forget_all()


def post(body: bytes, signature: str | None = None, name: str = NAME) -> tuple[int, str]:
    shown = signature_of(body, SECRET) if signature is None else signature
    answer = Client().post(
        f"/payments/hear/{name}",
        body,
        content_type="application/json",
        headers={"X-Signature": shown},
    )
    is_told = answer["Content-Type"] == "application/json"
    return answer.status_code, answer.json()["verdict"] if is_told else ""


def test_good_news_is_taken_once_and_answered_alike_again() -> None:
    now = clock.now()
    body = message(an_order(at=now).number, 4_000, sent_at=now)
    assert [post(body), post(body)] == [(200, "ACCEPTED"), (200, "REPEATED")]
    assert Payment.objects.count() == 1


def test_each_answer_says_whether_trying_again_helps() -> None:
    now = clock.now()
    number = an_order(at=now).number
    assert post(message(number, 4_000, sent_at=now), "00") == (401, "FORGED")
    assert post(message(number, 4_000)) == (409, "STALE")
    assert post(message(number, 4_000, currency="USD", sent_at=now)) == (422, "WRONG_CURRENCY")
    assert post(message("MC0", 4_000, sent_at=now)) == (422, "UNKNOWN_ORDER")
    assert post(b"[" * 4_000) == (422, "UNREADABLE")
    assert Payment.objects.count() == 0


def test_nobody_else_is_listened_to() -> None:
    assert post(b"{}", name="another")[0] == 404
    assert Client().get(f"/payments/hear/{NAME}").status_code == 405
    assert post(b" " * (BODY_BYTES_MAX + 1)) == (413, "TOO_LARGE")
    assert PaymentMessage.objects.count() == 0


def test_whoever_forges_does_not_fill_the_messages() -> None:
    answers = [post(b"{}", "00")[0] for _try in range(FORGED_PER_MINUTE_MAX + 3)]
    assert answers[-3:] == [429] * 3
    assert PaymentMessage.objects.count() == FORGED_PER_MINUTE_MAX
