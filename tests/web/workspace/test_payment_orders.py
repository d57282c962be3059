"""Attempts to pay as lists, what gateways said with the reason, money confirmed by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from motcua.payments.models import Payment, PaymentOrder, Receipt
from motcua.payments.vocabulary import MessageVerdict, OrderState
from tests.support.paying import a_waiting_line, an_account, an_order, message, say, with_gateway
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import Receive, SignIn, text_of

QUERIES_MAX = 16
REASON = {"reference": "FT26162", "reason": "Thấy trên ngân hàng điện tử"}


@pytest.fixture
def order(receive: Receive, settings: Any) -> PaymentOrder:
    """An attempt to pay 2,000 đồng, in an agency that has a gateway."""
    with_gateway(settings)
    code = receive(procedure=CERTIFIED_COPY)
    an_account(Dossier.objects.values_list("agency_id", flat=True).get(code=code))
    return an_order(code, at=clock.now())


def hear(order: PaymentOrder, amount: int = 2_000, transaction: str = "T1", **more: Any) -> Any:
    now = clock.now()
    sent = message(order.number, amount, transaction, sent_at=more.pop("sent_at", now), **more)
    return say(sent, at=now)


def test_money_is_confirmed_by_hand_once_and_what_was_typed_stays(
    browser: SignIn, order: PaymentOrder
) -> None:
    client, path = browser("ketoan"), f"/money/orders/{order.number}/"
    assert "Chưa thấy tiền nào" in text_of(client.get(path))
    for lacking in ({"amount_vnd": ""}, {"reference": ""}, {"reason": ""}, {"day": "31/12/2099"}):
        answer = client.post(f"{path}confirm/", {"amount_vnd": "2.000", **REASON, **lacking})
        assert answer.status_code == 422, lacking
        typed = {"amount_vnd": "2.000", **REASON, **lacking}
        assert all(value in text_of(answer) for value in typed.values())
    assert not Payment.objects.exists()
    assert client.post(f"{path}confirm/", {"amount_vnd": "2.000", **REASON}).status_code == 302
    order.refresh_from_db()
    assert (order.state, Receipt.objects.get().total_vnd) == (OrderState.PAID, 2_000)
    shown = text_of(client.get(path))
    assert ("FT26162" in shown, "ngân hàng điện tử" in shown) == (True, True)
    assert "Xác nhận đã nhận tiền" not in shown
    again = client.post(f"{path}confirm/", {"amount_vnd": "2.000", **REASON})
    assert (again.status_code, "đã được ghi nhận rồi" in text_of(again)) == (422, True)
    assert hear(order) is MessageVerdict.ACCEPTED_LATE
    assert Payment.objects.count() == 1


@pytest.mark.parametrize("username", ["tiepnhan1", "giamsat"])
def test_who_may_look_may_not_confirm(browser: SignIn, order: PaymentOrder, username: str) -> None:
    client, path = browser(username), f"/money/orders/{order.number}/"
    page = client.get(path)
    if page.status_code == 200:
        assert "Xác nhận đã nhận tiền" not in text_of(page)
    assert client.post(f"{path}confirm/", {"amount_vnd": "2000", **REASON}).status_code == 404
    assert not Payment.objects.exists()


def test_money_of_a_day_before_the_order_is_not_its(browser: SignIn, order: PaymentOrder) -> None:
    yesterday = f"{clock.now() - timedelta(days=1):%d/%m/%Y}"
    told = {"amount_vnd": "2000", "day": yesterday, **REASON}
    answer = browser("ketoan").post(f"/money/orders/{order.number}/confirm/", told)
    assert (answer.status_code, "Ngày tiền về không thể" in text_of(answer)) == (422, True)


def test_every_message_is_listed_with_its_verdict_and_why(
    browser: SignIn, order: PaymentOrder
) -> None:
    hear(order, transaction="T9", currency="USD")
    hear(order)
    hear(order)
    say(message(order.number, 2_000, "T3"), at=clock.now(), signature="0" * 64)
    client = browser("ketoan")
    page = text_of(client.get("/money/messages/"))
    for words in ("Không phải tiền đồng", "Đã ghi tiền", "Không tính thêm lần nữa", "giả tin"):
        assert words in page
    forged = text_of(client.get("/money/messages/?state=FORGED"))
    assert ("giả tin" in forged, order.number in forged) == (True, False)
    of_one = text_of(client.get(f"/money/orders/{order.number}/"))
    assert "tin có chữ ký của cổng" in of_one


def test_lists_find_by_state_day_number_and_dossier(browser: SignIn, order: PaymentOrder) -> None:
    client, today = browser("ketoan"), f"{clock.now():%d/%m/%Y}"
    tomorrow = f"{clock.now() + timedelta(days=1):%d/%m/%Y}"
    found = {
        asked: order.number in text_of(client.get(f"/money/orders/?{asked}"))
        for asked in (
            "state=OPEN",
            "state=PAID",
            f"first={today}&last={today}",
            f"first={tomorrow}",
            f"q={order.number[:6].lower()}",
            f"q={order.dossier.code}",
        )
    }
    assert list(found.values()) == [True, False, True, False, True, True]
    for path in ("orders", "messages"):
        assert client.get(f"/money/{path}/?first=x").status_code == 422
        assert client.get(f"/money/{path}/?state=NONE").status_code == 422
        assert client.get(f"/money/{path}/?cursor=x").status_code == 302
    assert client.get("/money/orders/MC0/").status_code == 404


def test_the_pages_of_money_without_cash_cost_a_bounded_number_of_queries(
    browser: SignIn, order: PaymentOrder, receive: Receive
) -> None:
    for place in range(5):
        other = an_order(receive(procedure=CERTIFIED_COPY), at=clock.now())
        hear(other, transaction=f"X{place}")
    line = a_waiting_line(order.dossier.code, "lanhdao", clock.now())
    client, administrator = browser("ketoan"), browser("quantri")
    paths = {f"/money/orders/{order.number}/": client, "/money/orders/": client,
             "/money/messages/": client, "/statements/": client,
             f"/statements/lines/{line}/": client,
             "/collecting-accounts/": administrator}  # fmt: skip
    costs = {}
    for path, reader in paths.items():
        reader.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert reader.get(path).status_code == 200, path
        costs[path] = len(seen)
    assert max(costs.values()) <= QUERIES_MAX, costs
    acts = set(AccessLog.objects.values_list("act", flat=True))
    assert {"payment-order.list", "payment-order.read", "payment-message.list"} <= acts
