"""A citizen pays by the code with the simulated bank; an officer shows the code at the counter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect
from vietnam_qr_pay import QRPay

from motcua.jobs.following_orders import one_round
from motcua.jobs.simulator.bank import Bank, Behavior
from motcua.jobs.simulator.bank_pages import BankServer
from motcua.kernel import clock
from motcua.payments.models import Payment, PaymentOrder, Receipt
from tests.journeys.site import Site
from tests.support.money import owing
from tests.support.paying import SECRET, with_gateway

Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]


@pytest.fixture
def bank(site: Site, settings: Any) -> Iterator[tuple[Bank, str]]:
    """The simulated bank, known to the office and knowing it."""
    one = Bank(SECRET, f"{site.url}/payments/hear/simulator")
    with BankServer(one) as server:
        with_gateway(settings, server.address)
        yield one, server.address


@pytest.fixture
def as_anybody(site: Site, new_context: Callable[..., BrowserContext]) -> Open:
    """Opens a page for somebody who has not signed in."""

    def open_page(path: str, **options: object) -> Page:
        opened = new_context(base_url=site.url, **options).new_page()
        opened.goto(path)
        return opened

    return open_page


def _code(at_counter: Page, site: Site, code: str) -> str:
    """Begin to pay, and the number of the attempt as the page shows it."""
    at_counter.goto(f"{site.url}/ho-so/{code}")
    at_counter.get_by_role("link", name="Xem phí, lệ phí: đã nộp, còn phải nộp").click()
    at_counter.get_by_role("button", name="Tạo mã thanh toán").dblclick()
    number = at_counter.locator(".pay-parts .summary-row", has_text="Nội dung").locator(
        ".pay-copied"
    )
    expect(number).to_be_visible()
    return number.inner_text()


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_pay_through_the_bank_and_see_it_come(
    site: Site,
    bank: Any,
    as_anybody: Open,
    violations: Violations,
    *,
    with_script: bool,
    width: int,
) -> None:
    look = {"java_script_enabled": with_script, "viewport": {"width": width, "height": 800}}
    code = owing(at=clock.now())
    page = as_anybody("/", **look)
    _code(page, site, code)
    assert PaymentOrder.objects.filter(dossier__code=code).count() == 1
    faults = violations(page)
    page.get_by_role("link", name="Trả qua cổng thanh toán").click()
    expect(page.locator("main")).to_contain_text("không có đồng nào được chuyển")
    page.get_by_role("combobox").select_option(Behavior.DOUBLED.value)
    page.get_by_role("button", name="Trả tiền").click()
    page.get_by_role("link", name="Về trang của cơ quan").click()
    expect(page.locator("main")).to_contain_text("Hồ sơ đã nộp đủ phí, lệ phí")
    faults += violations(page)
    assert faults == []
    assert Receipt.objects.filter(dossier__code=code).count() == 1


def test_a_lost_message_is_asked_for_and_the_open_page_tells(
    site: Site, bank: Any, as_anybody: Open
) -> None:
    code = owing(at=clock.now())
    page = as_anybody("/")
    number = _code(page, site, code)
    other = as_anybody("/")
    other.goto(bank[1])
    other.get_by_label("Nội dung chuyển khoản").fill(number.lower())
    other.get_by_label("Số tiền").fill("4000")
    other.get_by_role("combobox").select_option(Behavior.LOST.value)
    other.get_by_role("button", name="Trả tiền").click()
    expect(other.locator("main")).to_contain_text("Đã trả 4000 đồng")
    assert not Payment.objects.filter(dossier__code=code).exists()
    site.clock.move_on(minutes=3)
    one_round()
    expect(page.locator("main")).to_contain_text("Hồ sơ đã nộp đủ phí, lệ phí")


def test_at_the_counter_the_officer_shows_the_code(
    site: Site, bank: Any, at_desk: Open, violations: Violations
) -> None:
    code = owing(at=clock.now())
    page = at_desk("tiepnhan1", f"/dossiers/{code}/fee/")
    page.get_by_role("link", name="Trả bằng mã QR").click()
    page.get_by_role("button", name="Tạo mã thanh toán").dblclick()
    expect(page.locator(".pay-code svg")).to_be_visible()
    faults = violations(page)
    order = PaymentOrder.objects.get(dossier__code=code)
    assert _seen_by_a_phone(page) == (order.number, str(order.amount_vnd))
    bank[0].pay(order.number, order.merchant, order.amount_vnd, "VIETQR", Behavior.GOOD)
    expect(page.locator("main")).to_contain_text("Biên lai đã được cấp")
    page.reload()
    expect(page.get_by_role("table")).to_contain_text("4.000")
    assert faults + violations(page) == []


def _seen_by_a_phone(page: Page) -> tuple[str | None, str | None]:
    """Purpose and amount, as another program reads them off the screen."""
    picture = page.locator(".pay-code svg").screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    read = QRPay(code.text)
    assert read.is_valid
    return read.additional_data.purpose, read.amount


def test_a_card_is_taken_by_its_slip_and_never_its_whole_number(
    site: Site, at_desk: Open, violations: Violations
) -> None:
    code = owing(at=clock.now())
    page = at_desk("tiepnhan1", f"/dossiers/{code}/fee/", viewport={"width": 360, "height": 740})
    page.get_by_label("Thẻ (có biên nhận)").check()
    page.get_by_label("Số chứng từ").fill("123456")
    page.get_by_label("Mã máy quẹt thẻ (TID)").fill("T0000001")
    page.get_by_label("4 số cuối của thẻ").fill("4111 1111 1111 1111")
    page.get_by_role("button", name="Thu tiền và cấp biên lai").click()
    expect(page.locator("main")).to_contain_text("Đây là số thẻ đầy đủ")
    expect(page.get_by_label("4 số cuối của thẻ")).to_have_value("")
    expect(page.get_by_label("Số chứng từ")).to_have_value("123456")
    faults = violations(page)
    page.get_by_label("4 số cuối của thẻ").fill("1111")
    page.get_by_role("button", name="Thu tiền và cấp biên lai").click()
    expect(page.locator("main")).to_contain_text("thẻ ****1111")
    assert faults + violations(page) == []
    assert Receipt.objects.get(dossier__code=code).slip_number == "123456"


def test_money_whose_message_was_lost_is_confirmed_by_who_saw_it(
    site: Site, bank: Any, as_anybody: Open, at_desk: Open, violations: Violations
) -> None:
    code = owing(at=clock.now())
    citizen = as_anybody("/")
    number = _code(citizen, site, code)
    page = at_desk("ketoan", "/money/orders/")
    page.get_by_label("Số thanh toán hoặc mã hồ sơ").fill(code)
    page.get_by_role("button", name="Xem", exact=True).click()
    page.get_by_role("link", name=number).click()
    page.get_by_label("Số tiền đã về").fill("4.000")
    page.get_by_label("Số giao dịch của ngân hàng").fill("FT26327")
    faults = violations(page)
    page.get_by_role("button", name="Xác nhận đã nhận tiền").click()
    expect(page.locator("main")).to_contain_text("Chưa có lý do")
    expect(page.get_by_label("Số giao dịch của ngân hàng")).to_have_value("FT26327")
    page.get_by_label("Thấy ở đâu, vì sao xác nhận tay").fill("Thấy trên ngân hàng điện tử")
    page.get_by_role("button", name="Xác nhận đã nhận tiền").click()
    expect(page.locator("main")).to_contain_text("xác nhận: Thấy trên ngân hàng điện tử")
    expect(citizen.locator("main")).to_contain_text("Hồ sơ đã nộp đủ phí, lệ phí")
    assert faults + violations(page) == []
