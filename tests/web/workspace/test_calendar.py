"""The working calendar of a year, and a day announced late: seen first, then done, once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from motcua.dossiers.models import Dossier
from motcua.ledger.models import Fact
from motcua.worktime.models import CalendarDay
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.vocabulary import TraceCode, Unit
from tests.support.clock import at
from tests.support.offices import agency_id
from tests.web.workspace.conftest import Receive, SignIn, text_of

CALENDAR_QUERIES = 8
ANNOUNCE = "/calendar/announce/"
FRIDAY = date(2026, 6, 12)
PROMISED = at(date(2026, 6, 17), "17:00")
MOVED = at(date(2026, 6, 18), "17:00")
Send = Callable[..., Any]


@pytest.fixture
def administrator(browser: SignIn) -> Any:
    return browser("quantri")


@pytest.fixture
def send(administrator: Any) -> Send:
    """Sends the form; changes replace its fields."""

    def sent(do: str, **changes: str) -> Any:
        form = {
            "day": "12/06/2026",
            "kind": "OFF",
            "name": "nghỉ do mưa bão",
            "source": "Thông báo 12/TB-UBND",
            "scope": str(agency_id()),
            "do": do,
        } | changes
        return administrator.post(ANNOUNCE, form)

    return sent


def due_of(code: str) -> Any:
    return Dossier.objects.values_list("due_at", flat=True).get(code=code)


def test_a_year_shows_twelve_months_with_days_off_swapped_saturdays_and_today(
    browser: SignIn,
) -> None:
    page = text_of(browser("tiepnhan1").get("/calendar/"))
    assert len(re.findall(r'<table class="month">', page)) == 12
    assert 'title="Nghỉ cả ngày: Tết Nguyên đán"' in page
    assert "day-extra" in page
    assert len(re.findall(r'aria-current="date"', page)) == 1
    assert "08:00–12:00 và 13:00–17:00" in page
    assert "Theo lịch chung." in page


def test_each_mark_of_a_day_has_words(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").get("/calendar/"))
    marked = re.findall(r'<span class="day day-off"[^>]*>\d+(.*?)</td>', page)
    assert marked
    assert all("visually-hidden" in rest for rest in marked)


@pytest.mark.parametrize(
    ("asked", "shown"), [("2019", "2019"), ("1999", "2000"), ("9999", "2099"), ("x", "2026")]
)
def test_any_year_can_be_asked_for(browser: SignIn, asked: str, shown: str) -> None:
    response = browser("tiepnhan1").get("/calendar/", {"year": asked})
    assert response.status_code == 200
    assert f"Lịch làm việc {shown}" in text_of(response)


def test_a_year_before_any_calendar_was_set_has_the_default_hours(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").get("/calendar/", {"year": "2001"}))
    assert "Theo lịch chung" in page


@pytest.mark.parametrize(("year", "is_told"), [("2026", False), ("2027", True)])
def test_a_year_that_is_not_announced_says_so(browser: SignIn, year: str, is_told: bool) -> None:
    page = text_of(browser("tiepnhan1").get("/calendar/", {"year": year}))
    assert ("tạm tính, chưa công bố" in page) is is_told
    assert ("Tạm tính, chưa công bố" in page) is is_told


@pytest.mark.parametrize(("received", "is_told"), [("2026-06-10", False), ("2026-12-30", True)])
def test_a_date_of_the_kept_calendar_warns_of_a_year_not_announced(
    standing: None, received: str, is_told: bool
) -> None:
    office = office_time(agency_id(), date.fromisoformat(received))
    clock_request = ClockRequest(
        received_at=at(date.fromisoformat(received), "09:00"),
        unit=Unit.WORKING_DAYS,
        value=3,
        calendar=office.calendar,
        terms=office.terms,
    )
    codes = {line.code for line in due(clock_request).trace}
    assert (TraceCode.DAYS_NOT_ANNOUNCED in codes) is is_told


def test_only_who_may_change_the_calendar_is_offered_to(browser: SignIn) -> None:
    assert ANNOUNCE in text_of(browser("quantri").get("/calendar/"))
    assert ANNOUNCE not in text_of(browser("tiepnhan1").get("/calendar/"))


def test_the_preview_shows_which_dossiers_would_move_and_changes_nothing(
    send: Send, receive: Receive
) -> None:
    code = receive()
    page = text_of(send("preview"))
    assert "1 hồ sơ sẽ đổi ngày hẹn" in page
    assert code in page
    assert "17:00 17/06/2026" in page
    assert "17:00 18/06/2026" in page
    assert due_of(code) == PROMISED
    assert not CalendarDay.objects.filter(day=FRIDAY).exists()


def test_the_preview_names_no_person(send: Send, receive: Receive) -> None:
    receive("Nguyễn Thị Hồng Nhung")
    assert "Nhung" not in text_of(send("preview"))


def test_applying_enters_the_day_moves_the_dossier_and_leaves_a_fact_on_it(
    send: Send, receive: Receive
) -> None:
    code = receive()
    send("preview")
    response = send("apply")
    assert response.headers["Location"] == "/calendar/?year=2026"
    assert due_of(code) == MOVED
    assert CalendarDay.objects.get(day=FRIDAY).agency_id == agency_id()
    assert Fact.objects.filter(code="dossier.deadline-moved").count() == 1


def test_after_it_the_calendar_and_the_dossier_tell_it(
    send: Send, receive: Receive, browser: SignIn
) -> None:
    code = receive()
    send("apply")
    client = browser("tiepnhan1")
    assert "nghỉ do mưa bão" in text_of(client.get("/calendar/"))
    page = text_of(client.get(f"/dossiers/{code}/"))
    assert "17:00 18/06/2026" in page
    assert "Hẹn ban đầu: 17:00 17/06/2026" in page


def test_sent_twice_it_happens_once(send: Send, receive: Receive) -> None:
    code = receive()
    first, second = send("apply"), send("apply")
    assert first.status_code == second.status_code == 302
    assert CalendarDay.objects.filter(day=FRIDAY).count() == 1
    assert Fact.objects.filter(code="dossier.deadline-moved").count() == 1
    assert due_of(code) == MOVED


@pytest.mark.parametrize("do", ["preview", "apply"])
def test_another_announcement_for_the_same_day_is_refused_and_keeps_what_was_typed(
    send: Send, do: str
) -> None:
    send("apply")
    response = send(do, name="nghỉ vì việc khác")
    assert response.status_code == 422
    assert "đã được ghi cho nơi này" in text_of(response)
    assert 'value="nghỉ vì việc khác"' in text_of(response)


def test_a_day_off_anyway_moves_nothing_and_says_so(send: Send, receive: Receive) -> None:
    receive()
    page = text_of(send("preview", day="13/06/2026"))
    assert "Không hồ sơ nào đổi ngày hẹn" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": ""}, "Chưa có ngày"),
        ({"day": "31/02/2026"}, "Ngày không đúng"),
        ({"day": "٣١/02/2026"}, "Ngày không đúng"),
        ({"day": "01/01/1900"}, "Lịch chỉ có từ năm 2000"),
        ({"name": " "}, "Chưa có lý do"),
        ({"name": "x" * 201}, "200"),
        ({"kind": "PARTY"}, "Chọn một mục trong danh sách."),
        ({"scope": "all"}, "Chọn một mục trong danh sách."),
        ({"scope": "999999"}, "Chọn một mục trong danh sách."),
    ],
)
def test_a_wrong_form_is_refused_in_words_and_kept(
    send: Send, changes: dict[str, str], words: str
) -> None:
    response = send("preview", **changes)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    assert "data-error-summary" in page
    assert 'value="Thông báo 12/TB-UBND"' in page


def test_going_back_from_the_preview_keeps_what_was_typed(send: Send) -> None:
    page = text_of(send("edit", kind="MORNING_OFF"))
    assert 'value="12/06/2026"' in page
    assert 'value="nghỉ do mưa bão"' in page
    assert re.search(r'value="MORNING_OFF" checked', page)


@pytest.mark.parametrize("typed", ["12/6/2026", "12-06-2026", "12062026", " 12.06.2026 "])
def test_a_day_may_be_typed_as_people_do(send: Send, typed: str) -> None:
    assert "thứ Sáu, 12/06/2026" in text_of(send("preview", day=typed))


def test_a_half_day_off_shows_in_the_calendar(send: Send, administrator: Any) -> None:
    send("apply", kind="AFTERNOON_OFF")
    page = text_of(administrator.get("/calendar/"))
    assert "day-half" in page
    assert "Nghỉ buổi chiều" in page


def test_the_calendar_stays_within_its_queries(
    browser: SignIn, django_assert_max_num_queries: Any
) -> None:
    client = browser("tiepnhan1")
    client.get("/calendar/")
    with django_assert_max_num_queries(CALENDAR_QUERIES):
        client.get("/calendar/")
