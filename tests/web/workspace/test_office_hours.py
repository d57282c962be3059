"""The office's week from a day on, typed as people write it; local days carried into the next year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.kernel.actor import Door
from motcua.workspace.office_hours.forms import HoursForm
from motcua.worktime.queries.calendars import office_time
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer
from tests.web.workspace.conftest import SignIn, text_of

HOURS = "/calendar/hours/"
CARRY = "/calendar/next-year/"
FIRST_OF_JULY = date(2026, 7, 1)


@pytest.fixture
def keeper(browser: SignIn) -> Any:
    return browser("quantri")


@pytest.fixture
def agency_id(standing: None) -> int:
    own = officer("quantri", PLAIN_MORNING, Door.PAGE).agency_id
    assert own is not None
    return own


@pytest.fixture
def summer(agency_id: int) -> dict[str, str]:
    """Summer hours from 1 July: earlier, Friday afternoon off, Saturday only receiving."""
    week = dict.fromkeys([f"day{one}" for one in range(4)], "7h00-11h30, 13h30-16h30")
    return week | {
        "day4": "07:00-11:30",
        "day5": "7h30 đến 11h",
        "day5_only": "on",
        "day6": "",
        "scope": str(agency_id),
        "valid_from": "01/07/2026",
        "counting": "FIRST_DAY_EXCLUDED",
        "outside_hours": "NEXT_SESSION",
        "cutoff": "15h",
        "cutoff_applies_to": "ALL",
        "basis": "Thông báo 12/TB-UBND",
    }


def test_the_form_holds_what_holds_now(keeper: Any) -> None:
    page = text_of(keeper.get(HOURS))
    assert 'value="08:00-12:00, 13:00-17:00"' in page
    assert 'value="11/06/2026"' in page


def test_what_was_understood_is_shown_before_it_is_kept(
    keeper: Any, summer: dict[str, str], agency_id: int
) -> None:
    before = office_time(agency_id, FIRST_OF_JULY).calendar.week
    page = text_of(keeper.post(HOURS, summer | {"do": "preview"}))
    assert "07:00–11:30 và 13:30–16:30" in page
    assert "chỉ tiếp nhận" in page
    assert office_time(agency_id, FIRST_OF_JULY).calendar.week == before


def test_the_hours_hold_from_their_day_and_not_before(
    keeper: Any, summer: dict[str, str], agency_id: int
) -> None:
    assert keeper.post(HOURS, summer | {"do": "apply"}).status_code == 302
    then, now = (office_time(agency_id, day) for day in (FIRST_OF_JULY, date(2026, 6, 30)))
    assert then.calendar.week[0].sessions == ((420, 690), (810, 990))
    assert then.calendar.week[5].reception_only
    assert then.terms.cutoff_minute == 15 * 60
    assert now.calendar.week != then.calendar.week


@pytest.mark.parametrize(
    "wrong",
    [
        {"day0": "sáng"},
        {"day0": "25:00-26:00"},
        {"day0": "12:00-08:00"},
        {"day2": "08:00-12:00, 11:00-17:00"},
        {"cutoff": "chiều"},
        {"valid_from": "10/06/2026"},
        {"valid_from": ""},
        {"counting": "NEVER"},
        {"scope": "99999"},
        dict.fromkeys([f"day{one}" for one in range(7)], ""),
    ],
)
def test_hours_that_cannot_be_keep_what_was_typed(
    keeper: Any, summer: dict[str, str], wrong: dict[str, str]
) -> None:
    page = keeper.post(HOURS, summer | wrong | {"do": "apply"})
    assert page.status_code == 422
    assert "Cần sửa trước khi tiếp tục" in text_of(page)
    assert "Thông báo 12/TB-UBND" in text_of(page)


def test_a_weekday_that_is_wrong_is_named(keeper: Any, summer: dict[str, str]) -> None:
    page = text_of(keeper.post(HOURS, summer | {"day2": "12:00-08:00", "do": "preview"}))
    assert 'href="#id_day2"' in page


@pytest.mark.parametrize("text", ["8-12", "8h-12h", "08:00–12:00", "8.00 - 12.00", "8g00 đến 12g"])
def test_hours_are_read_as_people_write_them(text: str) -> None:
    form = HoursForm([], {"day0": text}, today=date(2026, 6, 10))
    form.is_valid()
    assert form.cleaned_data["day0"] == ((480, 720),)


@pytest.fixture
def festival(keeper: Any, agency_id: int) -> str:
    """A local day off of this year."""
    keeper.post(
        "/calendar/announce/",
        {
            "do": "apply",
            "day": "15/06/2026",
            "kind": "OFF",
            "name": "Lễ hội làng Gióng",
            "scope": str(agency_id),
        },
    )
    return "2026-06-15"


def test_local_days_are_carried_marked_as_arithmetic(keeper: Any, festival: str) -> None:
    page = text_of(keeper.get(CARRY))
    assert "Lễ hội làng Gióng" in page
    assert "15/06/2027" in page
    assert keeper.post(CARRY, {"do": "apply", "chosen": festival}).status_code == 302
    assert "Tạm tính: chép từ năm 2026" in text_of(keeper.get("/calendar/?year=2027"))


def test_a_day_is_carried_once(keeper: Any, festival: str) -> None:
    keeper.post(CARRY, {"do": "apply", "chosen": festival})
    assert "Năm sau đã ghi ngày này." in text_of(keeper.get(CARRY))
    assert keeper.post(CARRY, {"do": "apply", "chosen": festival}).status_code == 422


def test_all_are_ticked_without_script_and_nothing_is_done(keeper: Any, festival: str) -> None:
    page = keeper.post(CARRY, {"select": "all"})
    assert f'value="{festival}" aria-label="Chọn Lễ hội làng Gióng" checked' in text_of(page)
    assert "Lễ hội làng Gióng" not in text_of(keeper.get("/calendar/?year=2027"))


@pytest.mark.parametrize("path", [HOURS, CARRY])
def test_only_who_keeps_the_calendar_has_these_doors(browser: SignIn, path: str) -> None:
    assert browser("tiepnhan1").get(path).status_code == 404
    assert path not in text_of(browser("tiepnhan1").get("/calendar/"))
