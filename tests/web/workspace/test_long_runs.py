"""Changes that many dossiers follow leave the request: a page tells how far they are and what moved."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from motcua.agencies.queries import agency_on
from motcua.dossiers.long_runs import beginning
from motcua.dossiers.long_runs.working import work_on_long_run
from motcua.dossiers.models import Dossier, LongRun
from motcua.dossiers.rules.exports import STILL_AFTER
from motcua.jobs.reviving import look_after_runs
from motcua.kernel import clock
from motcua.ledger.models import Fact
from motcua.worktime.models import CalendarDay
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.web.workspace.conftest import Receive, SignIn, text_of

ANNOUNCE, SUCCEED = "/calendar/announce/", "/agencies/succession/"
FRIDAY = date(2026, 6, 12)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
DAY = {
    "day": "12/06/2026",
    "kind": "OFF",
    "name": "nghỉ do mưa bão",
    "source": "",
    "do": "apply",
}
WARD = {
    "kind": "REPLACE",
    "from_day": "10/06/2026",
    "basis": "Nghị quyết 12",
    "count": "1",
    "s0-name": "Ủy ban nhân dân phường Gia Lâm",
    "s0-short_name": "UBND phường Gia Lâm",
    "s0-code": "h26.700",
    "s0-scheme": "LOCAL",
    "s0-desk_name": "Trung tâm Phục vụ hành chính công phường Gia Lâm",
    "s0-desk_kind": "SERVICE_CENTER",
}


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """One dossier is many already."""
    monkeypatch.setattr(beginning, "AT_ONCE_MAX", 0)


def announced(client: Client) -> Any:
    return client.post(ANNOUNCE, {**DAY, "scope": str(agency_id())})


def test_a_late_day_off_is_entered_at_once_and_its_dossiers_follow(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    promised = Dossier.objects.get(code=code).due_at
    client = browser("quantri")
    page = announced(client)["Location"]
    run = LongRun.objects.get()
    assert page == f"/runs/{run.pk}/"
    assert CalendarDay.objects.filter(day=FRIDAY).exists()
    assert Dossier.objects.get(code=code).due_at == promised
    waiting = text_of(client.get(page))
    assert "Chờ đến lượt" in waiting
    assert f'data-watch="{page}"' in waiting
    assert "<noscript>" in waiting
    assert DBTaskResult.objects.get().queue_name == "long"
    work_on_long_run(run.pk, now=clock.now)
    over = text_of(client.get(page))
    assert "đã xem 1/1, đổi ngày hẹn 1 hồ sơ" in over
    assert "17:00 17/06/2026" in over
    assert "17:00 18/06/2026" in over
    assert "data-watch" not in over


def test_sent_twice_it_is_one_run_and_sent_again_later_nothing_moves(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    client = browser("quantri")
    assert announced(client)["Location"] == announced(client)["Location"]
    work_on_long_run(LongRun.objects.get().pk, now=clock.now)
    announced(client)
    again = LongRun.objects.latest("pk")
    work_on_long_run(again.pk, now=clock.now)
    again.refresh_from_db()
    assert (again.outcome, again.moved) == ("DONE", 0)
    assert Fact.objects.filter(code="dossier.deadline-moved").count() == 1


def test_its_page_is_its_owner_s(browser: SignIn, receive: Receive) -> None:
    receive()
    page = announced(browser("quantri"))["Location"]
    for other in ("tiepnhan1", "giamsat", "quantri2"):
        assert browser(other).get(page).status_code == 404


def test_a_run_whose_worker_died_is_told_and_taken_up_again(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive()
    client = browser("quantri")
    page = announced(client)["Location"]
    LongRun.objects.update(attempt=1)
    DBTaskResult.objects.all().delete()
    later = PLAIN_MORNING + STILL_AFTER + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Làm tiếp" in text_of(client.get(page))
    assert [look_after_runs.call() for _time in range(2)] == [1, 0]
    DBTaskResult.objects.all().delete()
    client.post(page, {"do": "go-on"})
    assert DBTaskResult.objects.get().args_kwargs["args"] == [LongRun.objects.get().pk]


def rehearsed(client: Client) -> dict[str, Any]:
    """The form that the page of a rehearsal would send."""
    wish = {**WARD, "predecessors": [str(agency_id())], "do": "rehearse"}
    page = text_of(client.post(SUCCEED, wish))
    fields: dict[str, Any] = {}
    for name, value in HIDDEN.findall(page):
        fields.setdefault(name, []).append(value)
    return {**fields, "do": "apply"}


def test_a_succession_is_ordered_and_carried_out_by_the_worker(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    home, client = agency_id(), browser("quantri2")
    page = client.post(SUCCEED, rehearsed(client))["Location"]
    run = LongRun.objects.get()
    assert "csrf" not in run.given
    assert agency_on(home, date(2026, 6, 10)) is not None
    assert "Đang đối chiếu với lần thử" in text_of(client.get(page))
    work_on_long_run(run.pk, now=clock.now)
    over = text_of(client.get(page))
    assert "đã xem 1/1, đã chuyển 1 hồ sơ" in over
    assert "phường Gia Lâm" in over
    assert "Xem cơ quan kế thừa" in over
    assert agency_on(home, date(2026, 6, 10)) is None


def test_one_that_is_not_as_it_was_rehearsed_is_offered_to_be_tried_again(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    client = browser("quantri2")
    page = client.post(SUCCEED, rehearsed(client))["Location"]
    receive()
    work_on_long_run(LongRun.objects.get().pk, now=clock.now)
    told = text_of(client.get(page))
    assert "Chưa có gì thay đổi" in told
    assert "Đã có thay đổi từ khi thử: " in told
    again: dict[str, Any] = {}
    for name, value in HIDDEN.findall(told):
        again.setdefault(name, []).append(value)
    tried = client.post(SUCCEED, {**again, "do": "rehearse"})
    assert tried.status_code == 200
    assert "Kết quả thử, chưa ghi gì" in text_of(tried)
