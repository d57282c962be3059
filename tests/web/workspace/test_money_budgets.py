"""What pages of money cost that are looked at seldom: who pays less, and a long statement as it is read."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.kernel import clock
from tests.support.paying import a_long_reading
from tests.support.reliefs import OLD, lowered, owing_with
from tests.web.workspace.conftest import SignIn

QUERIES_MAX = 20


def cost(browser: SignIn, who: str, path: str) -> int:
    client = browser(who)
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def test_who_pays_less_is_set_and_listed_within_a_budget(browser: SignIn) -> None:
    lowered(OLD, 50)
    for _time in range(4):
        owing_with(OLD)
    assert cost(browser, "quantri", "/procedures/relief/") <= QUERIES_MAX
    assert cost(browser, "lanhdao", "/till/reliefs/") <= QUERIES_MAX


def test_a_long_statement_is_watched_within_a_budget(browser: SignIn) -> None:
    run_id = a_long_reading("ketoan", at=clock.now())
    assert cost(browser, "ketoan", f"/statements/runs/{run_id}/") <= QUERIES_MAX
