"""The accountant's room: books that balance, a refund from the receipt to its voucher."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.books.models import Account
from motcua.kernel import clock
from motcua.payments.models import Receipt
from motcua.settlements.models import Refund
from tests.support.money import close, collect, owing
from tests.support.paying import a_waiting_line
from tests.support.refunding import ask, decide, pay
from tests.web.workspace.conftest import SignIn, text_of

QUERIES_MAX = 16


def closed_receipt() -> int:
    """4,000 đồng taken yesterday, in a till that is closed."""
    at = clock.now() - timedelta(days=1)
    receipt_id = collect(at=at).id
    close(4_000, at=at)
    return receipt_id


def fields(page: str) -> dict[str, str]:
    """What a browser would send back of the form on the page."""
    inputs = [dict(re.findall(r'\b(name|value|type)="([^"]*)"', tag)) for tag in
              re.findall(r"<input[^>]*>", page)]  # fmt: skip
    return {
        one["name"]: one.get("value", "")
        for one in inputs
        if "name" in one and one.get("type") != "radio"
    }


def sent(client: Any, path: str, **changes: str) -> Any:
    return client.post(path, fields(text_of(client.get(path))) | changes)


def test_a_refund_goes_from_the_receipt_to_its_voucher(browser: SignIn) -> None:
    receipt = closed_receipt()
    accountant = browser("ketoan")
    assert f"/till/receipts/{receipt}/refund/" in text_of(
        accountant.get(f"/till/receipts/{receipt}/")
    )
    answer = sent(accountant, f"/till/receipts/{receipt}/refund/", reason="REFUSED_DOSSIER")
    assert answer.status_code == 302, text_of(answer)
    path = str(answer.headers["Location"])
    leader = browser("lanhdao")
    assert leader.post(path, {"do": "approve", "decision_note": "Đúng"}).status_code == 302
    paid = browser("ketoan").post(path, {"do": "pay", "way": "TRANSFER", "slip_number": "FT1"})
    assert paid.status_code == 302
    voucher = text_of(browser("ketoan").get(path))
    assert f"PC-{clock.local_day(clock.now()).year % 100:02d} 00000001" in voucher
    assert "Bốn nghìn đồng" in voucher
    assert Refund.objects.get().state == "PAID"


def test_a_doubled_click_asks_once(browser: SignIn) -> None:
    receipt = closed_receipt()
    client, path = browser("ketoan"), f"/till/receipts/{receipt}/refund/"
    form = fields(text_of(client.get(path))) | {"reason": "PAID_TWICE", "fee_vnd": "1.000"}
    targets = [client.post(path, form).headers["Location"] for _click in range(2)]
    assert targets[0] == targets[1]
    assert Refund.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fee_vnd": "5.000", "reason": "PAID_TWICE"}, "Nhiều hơn số còn hoàn được"),
        ({"fee_vnd": "0", "reason": "PAID_TWICE"}, "Chưa có số tiền hoàn"),
        ({"fee_vnd": "một nghìn", "reason": "PAID_TWICE"}, "Số tiền không đúng"),
        ({"fee_vnd": "1000"}, "Chưa chọn lý do hoàn"),
        ({"fee_vnd": "1000", "reason": "OTHER"}, "Lý do khác thì ghi rõ"),
        ({"fee_vnd": "1000", "reason": "PAID_TWICE", "payee": "x" * 301}, "Nhiều nhất 300 ký tự"),
        ({"fee_vnd": "1000", "reason": "PAID_TWICE", "request_key": "x"}, "Trang này đã cũ"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(
    browser: SignIn, changes: dict[str, str], words: str
) -> None:
    receipt = closed_receipt()
    answer = sent(browser("ketoan"), f"/till/receipts/{receipt}/refund/", **changes)
    assert answer.status_code == 422
    page = text_of(answer)
    assert words in page
    assert f'value="{changes["fee_vnd"]}"' in page
    assert not Refund.objects.exists()


def test_an_open_till_sends_one_to_cancel_instead(browser: SignIn) -> None:
    receipt = collect(at=clock.now()).id
    page = text_of(browser("tiepnhan1").get(f"/till/receipts/{receipt}/refund/"))
    assert "hủy biên lai rồi trả tiền tại quầy" in page
    assert "<textarea" not in page


def test_a_refusal_while_deciding_or_paying_is_told_on_the_page(browser: SignIn) -> None:
    at = clock.now()
    refund = ask(closed_receipt(), at=at)
    path = f"/money/refunds/{refund}/"
    denied = browser("lanhdao").post(path, {"do": "deny", "decision_note": ""})
    assert denied.status_code == 422
    assert "Không duyệt thì ghi lý do" in text_of(denied)
    decide(refund, at=at)
    unpaid = browser("ketoan").post(path, {"do": "pay", "way": "TRANSFER", "slip_number": ""})
    assert (unpaid.status_code, "Chưa có số chứng từ" in text_of(unpaid)) == (422, True)
    empty = browser("tiepnhan1").post(path, {"do": "pay", "way": "CASH"})
    assert "không đủ để hoàn" in text_of(empty)


def test_the_books_show_each_account_and_its_entries(browser: SignIn) -> None:
    at = clock.now()
    refund = ask(closed_receipt(), at=at)
    decide(refund, at=at)
    pay(refund, at=at)
    client = browser("ketoan")
    days = f"first={(at - timedelta(days=2)):%d/%m/%Y}&last={at:%d/%m/%Y}"
    page = text_of(client.get(f"/money/books/?{days}"))
    assert "Phí phải nộp cho cơ quan" in page
    assert "Sổ không cân đối" not in page
    owed = Account.objects.get(code="OWED_FEE").pk
    entries = text_of(client.get(f"/money/books/{owed}/?{days}"))
    receipt = Receipt.objects.get()
    assert f"/till/receipts/{receipt.pk}/" in entries
    assert f"/money/refunds/{refund}/" in entries


@pytest.mark.parametrize(
    "path", ["/money/books/?first=x", "/money/books/?first=2/1/2026&last=1/1/2026"]
)
def test_bad_days_are_told(browser: SignIn, path: str) -> None:
    assert browser("ketoan").get(path).status_code == 422


def test_money_at_a_bank_is_named_by_bank_and_number(browser: SignIn) -> None:
    a_waiting_line(owing(), "ketoan", at=clock.now())
    client = browser("ketoan")
    assert "Vietcombank 0011001234567" in text_of(client.get("/money/books/"))
    account = Account.objects.get(code="BANK").pk
    assert "Vietcombank 0011001234567" in text_of(client.get(f"/money/books/{account}/"))


def test_the_books_of_another_agency_are_not_found(browser: SignIn) -> None:
    assert browser("ketoan").get("/money/books/?agency=1").status_code == 404


def test_the_room_costs_a_bounded_number_of_queries_and_leaves_a_trace(browser: SignIn) -> None:
    for _number in range(3):
        ask(collect_closed(), at=clock.now())
    client = browser("ketoan")
    account = Account.objects.get(code="OWED_FEE").pk
    refund = Refund.objects.order_by("pk").first()
    assert refund is not None
    paths = ("/money/books/", f"/money/books/{account}/", "/money/refunds/",
             f"/money/refunds/{refund.pk}/", f"/till/receipts/{refund.receipt_id}/refund/")  # fmt: skip
    costs = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(path).status_code == 200
        costs[path] = len(seen)
    assert max(costs.values()) <= QUERIES_MAX, costs
    acts = set(AccessLog.objects.values_list("act", flat=True))
    assert {"books.read", "refund.list", "refund.read"} <= acts


def collect_closed() -> int:
    """One more closed receipt: each in a till of its own day."""
    days = Receipt.objects.count() + 1
    at = clock.now() - timedelta(days=days)
    receipt_id = collect(at=at).id
    close(4_000, at=at)
    return receipt_id
