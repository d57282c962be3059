"""The rooms of statements and accounts, and the code shown at the counter: as posted by people."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from motcua.payments.models import CollectingAccount, Payment, PaymentOrder, StatementLine
from motcua.payments.vocabulary import LineState
from tests.support.paying import an_account, an_order, with_gateway
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import Receive, SignIn, text_of

HEADS = {"day": "Ngày", "came": "Ghi có", "text": "Nội dung", "reference": "", "payer_name": ""}


@pytest.fixture
def code(receive: Receive, settings: Any) -> str:
    """A dossier that owes 2,000 đồng, in an agency that has an account."""
    with_gateway(settings)
    made = receive(procedure=CERTIFIED_COPY)
    an_account(Dossier.objects.values_list("agency_id", flat=True).get(code=made))
    return made


def send(client: Client, *rows: str, **changes: Any) -> Any:
    raw = "\n".join(["Ngày;Nội dung;Ghi có", *rows]).encode()
    account = CollectingAccount.objects.values_list("pk", flat=True)[0]
    file = SimpleUploadedFile("sao-ke.csv", raw)
    return client.post("/statements/", {"account": account, "file": file, **HEADS, **changes})


def test_a_statement_is_read_and_what_nobody_knows_is_settled(browser: SignIn, code: str) -> None:
    client, day = browser("lanhdao"), f"{clock.now():%d/%m/%Y}"
    order = an_order(code, at=clock.now())
    done = send(client, f"{day};CT {order.number};2.000", f"{day};nop tien;500")
    assert done.status_code == 302, text_of(done)
    shown = text_of(client.get("/statements/"))
    assert ("nop tien" in shown, order.number in shown) == (True, False)
    line = StatementLine.objects.get(state=LineState.WAITING)
    path = f"/statements/lines/{line.pk}/"
    assert "500 đồng" in text_of(client.get(path))
    unknown = client.post(path, {"named": "H26.45-000101-0001", "reason": "Hỏi"})
    assert (unknown.status_code, "Không có hồ sơ" in text_of(unknown)) == (422, True)
    assert "Hỏi" in text_of(unknown)
    assert client.post(path, {"named": code, "reason": ""}).status_code == 422
    given = {"named": code, "reason": "Hỏi người nộp"}
    looked = client.post(path, given)
    told = text_of(looked)
    assert (looked.status_code, Payment.objects.count()) == (200, 1)
    assert Dossier.objects.get(code=code).owner_name in told
    assert "Thừa 500 đồng" in told
    assert "Hỏi người nộp" in told
    other = client.post(path, given | {"checked": "H26.45-000101-0001"})
    assert (other.status_code, Payment.objects.count()) == (200, 1)
    assert client.post(path, given | {"checked": code}).status_code == 302
    assert Payment.objects.order_by("id").values_list("rest_vnd", flat=True)[1] == 500
    assert client.get(path).status_code == 404


def test_a_file_that_cannot_be_read_is_told_and_the_heads_typed_stay(
    browser: SignIn, code: str
) -> None:
    refused = send(browser("lanhdao"), "01/01/2026;x;1,5", came="Tiền vào")
    assert refused.status_code == 422
    assert "Không đọc được sao kê" in text_of(refused)
    assert "Tiền vào" in text_of(refused)
    assert browser("tiepnhan1").get("/statements/").status_code == 404


def test_the_counter_shows_a_code_once_however_often_pressed(browser: SignIn, code: str) -> None:
    client, path = browser("tiepnhan1"), f"/dossiers/{code}/fee/code/"
    assert "2.000 đồng" in text_of(client.get(path))
    key = {"request_key": str(uuid.uuid4())}
    assert [client.post(path, key).status_code for _twice in range(2)] == [302, 302]
    order = PaymentOrder.objects.get(dossier__code=code)
    assert order.number in text_of(client.get(path))


def account(agency_id: int, **changes: str) -> dict[str, str]:
    tomorrow = clock.now() + timedelta(days=1)
    return {
        "agency_id": str(agency_id),
        "bank_name": "BIDV",
        "bank_bin": "970418",
        "number": "2151 0000 123",
        "holder": "UBND XA",
        "valid_from": f"{tomorrow:%d/%m/%Y}",
        "gateway": "",
        "merchant": "",
        **changes,
    }


def test_the_administrator_sets_the_account_of_a_day_and_the_former_one_ends(
    browser: SignIn, code: str
) -> None:
    former = CollectingAccount.objects.get()
    client = browser("quantri")
    faulty = client.post("/collecting-accounts/", account(former.agency_id, bank_bin="97"))
    assert (faulty.status_code, "BIDV" in text_of(faulty)) == (422, True)
    assert client.post("/collecting-accounts/", account(former.agency_id)).status_code == 302
    former.refresh_from_db()
    made = CollectingAccount.objects.exclude(pk=former.pk).get()
    assert (former.valid_until, made.number) == (made.valid_from, "21510000123")
    again = client.post("/collecting-accounts/", account(former.agency_id, number="215 1"))
    made.refresh_from_db()
    assert (again.status_code, made.number) == (302, "2151")
    earlier = account(former.agency_id, valid_from=f"{former.valid_from:%d/%m/%Y}")
    an_order(code, at=clock.now())
    used = client.post("/collecting-accounts/", earlier)
    assert (used.status_code, "đã có lần thanh toán" in text_of(used)) == (422, True)
    assert CollectingAccount.objects.count() == 2
    strange = account(former.agency_id, gateway="another", merchant="M")
    assert client.post("/collecting-accounts/", strange).status_code == 422
