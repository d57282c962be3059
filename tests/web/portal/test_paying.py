"""The citizen's page of paying: for whom, in which state, what it never does."""

from __future__ import annotations

import re
import uuid
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from django.test import Client
from PIL import Image

from motcua.dossiers.queries.own.to_pay import dossier_to_pay
from motcua.kernel import clock
from motcua.kernel.vietqr import parse_vietqr
from motcua.payments.models import Payment, PaymentOrder
from motcua.payments.queries.paying.orders import last_order
from motcua.payments.vocabulary import OrderState
from motcua.payments.wording import ORDER_STATES
from motcua.portal.paying.pacing import ATTEMPTS_PER_MINUTE_MAX, attempts
from tests.support.clock import PLAIN_MORNING
from tests.support.money import collect, owing
from tests.support.paying import LATER, an_account, an_order, message, say, with_gateway
from tests.support.reception import a_ground, receive
from tests.support.settling import a_rest, ask_rest
from tests.support.working_office import kept_for_a_module

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture(autouse=True)
def _here(office: None, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    with_gateway(settings)
    attempts.forget_all()
    owing()
    an_account()
    yield
    attempts.forget_all()


def page(code: str, **given: Any) -> tuple[int, str]:
    client, address = Client(), f"/ho-so/{code}/thanh-toan"
    answer = client.post(address, given, follow=True) if given else client.get(address)
    return answer.status_code, answer.content.decode()


def test_it_shows_what_is_owed_then_the_code_and_each_part_in_words() -> None:
    code = owing()
    status, before = page(code)
    assert (status, "4.000 đồng" in before, "pay-code" in before) == (200, True, False)
    status, shown = page(code, request_key=str(uuid.uuid4()))
    order = PaymentOrder.objects.get(dossier__code=code)
    for part in (order.number, "0011001234567", "Vietcombank", "UBND PHUONG", "4.000 đồng"):
        assert part in shown
    assert (status, "pay-code" in shown, "simulator" not in shown.lower()) == (200, True, True)
    dossier = dossier_to_pay(code=code)
    assert dossier.procedure_name not in before + shown
    assert dossier.payer.name not in before + shown
    told = last_order(order.dossier_id)
    assert told is not None
    assert parse_vietqr(told.payload).purpose == order.number


def test_on_the_phone_that_pays_the_picture_is_kept_and_each_part_copied() -> None:
    code = owing()
    _status, shown = page(code, request_key=str(uuid.uuid4()))
    picture = re.search(r'href="data:image/png;base64,([^"]+)" download="ma-qr-', shown)
    assert picture
    order = PaymentOrder.objects.get(dossier__code=code)
    kept = Image.open(BytesIO(b64decode(picture[1])))
    (scanned,) = zxingcpp.read_barcodes(kept)
    assert parse_vietqr(scanned.text).purpose == order.number
    assert set(re.findall(r'data-copy="([^"]+)"', shown)) == {"0011001234567", "4000", order.number}


def test_the_way_to_the_gateway_is_signed() -> None:
    code = owing()
    _status, shown = page(code, request_key=str(uuid.uuid4()))
    found = re.search(r'href="(http://127\.0\.0\.1:9/pay\?[^"]+)"', shown)
    assert found
    assert "signature=" in found[1]


def test_a_form_sent_twice_begins_one_attempt() -> None:
    code, key = owing(), str(uuid.uuid4())
    page(code, request_key=key)
    page(code, request_key=key)
    assert PaymentOrder.objects.filter(dossier__code=code).count() == 1


def test_a_free_dossier_has_no_such_page_and_an_unknown_one_neither() -> None:
    free = receive().code
    assert page(free)[0] == 404
    assert page(free, request_key="x")[0] in (404, 422)
    assert page("H26.45-240115-9999")[0] == 404
    assert PaymentOrder.objects.filter(dossier__code=free).count() == 0
    track = Client().get(f"/ho-so/{free}").content.decode()
    assert "thanh-toan" not in track
    track = Client().get(f"/ho-so/{owing()}").content.decode()
    assert "thanh-toan" in track
    assert "Phí, lệ phí của hồ sơ: 4.000 đồng" in track


def test_a_settled_dossier_asks_for_nothing() -> None:
    code = owing()
    collect(code)
    status, shown = page(code)
    assert (status, "Hồ sơ đã nộp đủ" in shown, 'name="request_key"' in shown) == (200, True, False)
    assert page(code, request_key=str(uuid.uuid4()))[0] == 422
    assert PaymentOrder.objects.count() == 0


def test_it_says_when_the_money_has_come() -> None:
    order = an_order()
    say(message(order.number, 5_000))
    _status, shown = page(order.dossier.code)
    assert "Hồ sơ đã nộp đủ" in shown
    assert "Có tiền phải trả lại bạn: 1.000 đồng" in shown


def test_it_says_what_goes_back_of_all_that_came_until_that_is_asked_back() -> None:
    came = Payment.objects.get(pk=a_rest(PLAIN_MORNING))
    code = came.dossier.code
    _status, shown = page(code)
    assert "Hồ sơ đã nộp đủ" in shown
    assert "Có tiền phải trả lại bạn: 1.000 đồng" in shown
    ask_rest(came.pk, at=LATER)
    _status, shown = page(code)
    assert "Có tiền phải trả lại" not in shown
    assert "Hoàn tiền 1.000 đồng" in shown


def test_paid_by_an_older_code_it_is_paid_and_nothing_else() -> None:
    older = an_order()
    code = older.dossier.code
    page(code, request_key=str(uuid.uuid4()))
    assert PaymentOrder.objects.filter(dossier=older.dossier_id).count() == 2
    say(message(older.number, 5_000))
    _status, shown = page(code)
    assert "Đã nhận đủ tiền" in shown
    assert "Có tiền phải trả lại bạn: 1.000 đồng" in shown
    for state in (OrderState.WITHDRAWN, OrderState.OPEN, OrderState.PAID_WRONG_AMOUNT):
        assert str(ORDER_STATES[state]) not in shown


def test_too_many_attempts_are_slowed_down() -> None:
    code = owing()
    answers = [
        page(code, request_key=str(uuid.uuid4()))[0] for _n in range(ATTEMPTS_PER_MINUTE_MAX + 1)
    ]
    assert answers[-1] == 429


def test_looking_costs_few_queries(django_assert_max_num_queries: Any) -> None:
    order = an_order()
    page(order.dossier.code)
    with django_assert_max_num_queries(14):
        assert page(order.dossier.code)[0] == 200
