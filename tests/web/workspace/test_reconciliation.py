"""Reconciliation as the accountant sees it: named, explained, compared again."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.books.models import Account
from motcua.kernel import clock
from motcua.reconciliation.models import Difference
from motcua.workspace.money.showing_settlements import agency_name
from tests.support.settling import a_difference, a_rest, a_settlement, home
from tests.web.workspace.conftest import SignIn, text_of

QUERIES_MAX = 40


def test_a_difference_is_found_and_explained(browser: SignIn) -> None:
    a_rest(clock.now())
    client = browser("ketoan")
    assert client.post("/money/reconciliation/compare/").status_code == 302
    page = text_of(client.get("/money/reconciliation/"))
    assert "Tiền về không ai nợ, chưa hoàn" in page
    path = f"/money/reconciliation/{Difference.objects.get().pk}/"
    assert path in page
    bad = client.post(f"{path}explain/", {"reason": " "})
    assert (bad.status_code, "viết lý do" in text_of(bad)) == (422, True)
    long = client.post(f"{path}explain/", {"reason": "x" * 501})
    assert (long.status_code, "x" * 501 in text_of(long)) == (422, True)
    assert (
        client.post(f"{path}explain/", {"reason": "Chờ người nộp cho số tài khoản"}).status_code
        == 302
    )
    assert "Đã giải trình" in text_of(client.get(path))
    assert path not in text_of(client.get("/money/reconciliation/"))
    assert path in text_of(client.get("/money/reconciliation/?state=EXPLAINED"))


@pytest.mark.parametrize(
    ("query", "status"), [("day=x", 422), ("agency=1", 404), ("cursor=!", 302)]
)
def test_bad_questions_are_told(browser: SignIn, query: str, status: int) -> None:
    assert browser("ketoan").get(f"/money/reconciliation/?{query}").status_code == status


def test_only_agencies_with_money_are_offered_and_each_by_its_name(browser: SignIn) -> None:
    a_settlement(clock.now())
    answer = browser("giamsat").get("/money/reconciliation/").content.decode()
    offered = re.findall(r'\?agency=(\d+)">([^<]*)</a>', answer)
    with_books = set(Account.objects.values_list("agency", flat=True))
    assert {int(pk) for pk, _name in offered} <= with_books
    assert not [name for _pk, name in offered if name.isdigit()]


@pytest.mark.usefixtures("standing")
def test_an_agency_is_named_outside_its_days_too() -> None:
    assert not agency_name(home(), date(1990, 1, 1)).isdigit()


def test_a_supervisor_reads_and_does_not_explain(browser: SignIn) -> None:
    a_settlement(clock.now())
    path = f"/money/reconciliation/{a_difference(clock.now())}/"
    client = browser("giamsat")
    assert "Ghi giải trình" not in text_of(client.get(path))
    assert client.post(f"{path}explain/", {"reason": "Xong"}).status_code == 404
    assert client.post("/money/reconciliation/compare/").status_code == 404


def test_the_pages_cost_a_bounded_number_of_queries_and_leave_a_trace(browser: SignIn) -> None:
    a_settlement(clock.now())
    path = f"/money/reconciliation/{a_difference(clock.now())}/"
    client, costs = browser("ketoan"), {}
    for one in ("/money/reconciliation/", path):
        client.get(one)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(one).status_code == 200
        costs[one] = len(seen)
    assert max(costs.values()) <= QUERIES_MAX, costs
    assert AccessLog.objects.filter(act="reconciliation.read").exists()
