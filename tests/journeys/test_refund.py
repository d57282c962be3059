"""Paid twice by mistake: the accountant asks, the leader grants, the accountant pays, the citizen sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.kernel import clock
from motcua.payments.models import Payment
from motcua.settlements.models import Refund
from tests.journeys.site import Site
from tests.support.settling import a_rest

Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_money_paid_by_mistake_comes_back(
    site: Site,
    at_desk: Open,
    new_context: Callable[..., BrowserContext],
    violations: Violations,
    *,
    with_script: bool,
    width: int,
) -> None:
    look = {"java_script_enabled": with_script, "viewport": {"width": width, "height": 800}}
    payment = Payment.objects.get(pk=a_rest(clock.now()))
    faults = _asked_granted_and_paid(at_desk, payment, violations, look)
    refund = Refund.objects.get(payment=payment)
    assert (refund.state, refund.rest_vnd) == ("PAID", 1_000)
    assert payment.dossier is not None
    citizen = new_context(base_url=site.url, **look).new_page()
    citizen.goto(f"/ho-so/{payment.dossier.code}")
    citizen.get_by_role("link", name="Xem phí, lệ phí: đã nộp, còn phải nộp").click()
    expect(citizen.locator("main")).to_contain_text("Đã hoàn tiền")
    expect(citizen.locator("main")).to_contain_text("1.000")
    assert faults + violations(citizen) == []


def _asked_granted_and_paid(
    at_desk: Open, payment: Payment, violations: Violations, look: dict[str, object]
) -> list[str]:
    page = at_desk("ketoan", "/money/refunds/", **look)
    page.get_by_role("link", name="Tiền về không ai nợ").click()
    page.locator(f'a[href="/money/rests/{payment.pk}/"]').click()
    faults = violations(page)
    page.get_by_label("Nộp hai lần").check()
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.locator("main")).to_contain_text("Chờ duyệt")
    address = page.url
    leader = at_desk("lanhdao", address, **look)
    leader.get_by_role("button", name="Duyệt hoàn tiền").click()
    expect(leader.locator("main")).to_contain_text("Đã duyệt, chờ trả tiền")
    faults += violations(leader)
    page.goto(address)
    page.get_by_label("Chuyển khoản (có chứng từ)").check()
    page.get_by_label("Số chứng từ").fill("FT26323")
    page.get_by_role("button", name="Ghi đã trả tiền").click()
    expect(page.locator("main")).to_contain_text("Phiếu chi")
    expect(page.get_by_role("link", name="Tải phiếu chi")).to_be_visible()
    return faults + violations(page)
