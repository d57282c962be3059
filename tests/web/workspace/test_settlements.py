"""Settling with an agency and giving back what nobody owed, as people do it on pages."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.kernel import clock
from motcua.settlements.models import Refund, Settlement
from tests.support.money import collect
from tests.support.refunding import decide, pay
from tests.support.settling import a_rest, a_settlement, ask_rest, home
from tests.web.workspace.conftest import SignIn, text_of
from tests.web.workspace.test_money import sent

QUERIES_MAX = 28


def begun(browser: SignIn, **changes: str) -> object:
    at = clock.now() - timedelta(days=1)
    collect(at=at)
    form = {"agency": str(home(at)), "due": str(home(at)), "last_day": f"{at:%d/%m/%Y}", **changes}
    return browser("ketoan").post("/money/settlements/", form)


def test_a_settlement_goes_from_the_draft_to_the_bank(browser: SignIn) -> None:
    made = begun(browser)
    path = str(made.headers["Location"])  # type: ignore[attr-defined]
    page = text_of(browser("ketoan").get(path))
    assert "Đang lập" in page
    assert f"{path}?part=COLLECTED&amp;kind=FEE#behind" in page
    assert "BL-" in text_of(browser("ketoan").get(f"{path}?part=COLLECTED&kind=FEE"))
    assert browser("ketoan").post(path, {"do": "send"}).status_code == 302
    unexplained = browser("lanhdao").post(path, {"do": "dispute", "answer_note": ""})
    assert (unexplained.status_code, "Chưa ghi lý do" in text_of(unexplained)) == (422, True)
    assert browser("lanhdao").post(path, {"do": "accept"}).status_code == 302
    paid = {"do": "pay", "way": "TRANSFER", "slip_number": "UNC-7",
            "paid_on": f"{clock.now():%d/%m/%Y}"}  # fmt: skip
    bad = browser("ketoan").post(path, paid | {"slip_number": "", "paid_on": "hôm qua"})
    assert (bad.status_code, 'value="hôm qua"' in text_of(bad)) == (422, True)
    assert browser("ketoan").post(path, paid).status_code == 302
    page = text_of(browser("giamsat").get(path))
    assert "Đã nộp tiền" in page
    assert "UNC-7" in page
    assert Settlement.objects.get().state == "PAID"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"last_day": "x"}, "Ngày không đúng"),
        ({"last_day": ""}, "Chưa nhập ngày"),
        ({"last_day": "31/12/2030"}, "chưa qua"),
        ({"last_day": "1/1/2020"}, "Ngày cuối phải từ"),
    ],
)
def test_a_bad_period_is_told_and_kept(
    browser: SignIn, changes: dict[str, str], words: str
) -> None:
    answer = begun(browser, **changes)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert words in text_of(answer)
    assert f'value="{changes["last_day"]}"' in text_of(answer)
    assert not Settlement.objects.exists()


def test_terms_are_set_from_a_day_on(browser: SignIn) -> None:
    form = {"span": "MONTH", "kept_fee_bp": "12,5", "kept_charge_bp": "", "basis": "NQ 1",
            "valid_from": f"{clock.now():%d/%m/%Y}"}  # fmt: skip
    leader = browser("lanhdao")
    bad = leader.post("/money/settlements/terms/", form | {"kept_fee_bp": "nhiều", "basis": ""})
    assert (bad.status_code, "Tỷ lệ không đúng" in text_of(bad)) == (422, True)
    assert leader.post("/money/settlements/terms/", form).status_code == 302
    page = text_of(leader.get("/money/settlements/terms/"))
    assert "12,5%" in page
    assert "Theo tháng" in page


def test_money_that_nobody_owed_is_asked_back(browser: SignIn) -> None:
    payment = a_rest(clock.now())
    client = browser("ketoan")
    assert f"/money/rests/{payment}/" in text_of(client.get("/money/rests/"))
    path = f"/money/rests/{payment}/"
    bad = sent(client, path, reason="PAID_TWICE", rest_vnd="2.000")
    assert (bad.status_code, 'value="2.000"' in text_of(bad)) == (422, True)
    done = sent(client, path, reason="PAID_TWICE")
    assert done.status_code == 302
    assert Refund.objects.get().rest_vnd == 1_000
    assert "Tiền không ai nợ" in text_of(client.get(done.headers["Location"]))
    assert "Đã đề nghị hoàn hết" in text_of(client.get(path))


def test_files_to_sign_and_to_count_on(browser: SignIn) -> None:
    at = clock.now()
    settlement = a_settlement(at)
    client = browser("ketoan")
    for place in (f"/money/settlements/{settlement}/", "/money/reconciliation/", "/money/books/"):
        assert client.get(f"{place}file.pdf").content.startswith(b"%PDF-")
        book = ZipFile(BytesIO(client.get(f"{place}file.xlsx").content))
        cells = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<v>4000</v>" in cells or place == "/money/reconciliation/"


def test_a_voucher_is_printed_once_it_is_paid(browser: SignIn) -> None:
    at = clock.now()
    refund = ask_rest(a_rest(at), at=at)
    client, path = browser("ketoan"), f"/money/refunds/{refund}/voucher.pdf"
    assert client.get(path).status_code == 404
    decide(refund, at=at)
    pay(refund, at=at)
    answer = client.get(path)
    words = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range()
    assert "PHIẾU CHI" in words
    assert "Một nghìn đồng" in words
    assert "00000001" in words


def test_the_pages_cost_a_bounded_number_of_queries_and_leave_a_trace(browser: SignIn) -> None:
    settlement, payment = a_settlement(clock.now()), a_rest(clock.now())
    for who in ("tiepnhan1", "tiepnhan2"):
        collect(at=clock.now() - timedelta(days=1), by=who)
    client = browser("ketoan")
    paths = ("/money/settlements/", f"/money/settlements/{settlement}/", "/money/rests/",
             f"/money/rests/{payment}/")  # fmt: skip
    costs = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        costs[path] = len(seen)
    assert max(costs.values()) <= QUERIES_MAX, costs
    acts = set(AccessLog.objects.values_list("act", flat=True))
    assert {"settlement.list", "settlement.read", "rest.list", "rest.read"} <= acts
