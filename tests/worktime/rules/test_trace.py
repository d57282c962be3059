"""Every date explains itself: the lines alone lead to it, and a line taken away is noticed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from motcua.worktime.rules.adding_up import TraceBroken, replay, trace_adds_up
from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.rules.limits import Limit
from motcua.worktime.rules.official_days import default_calendar
from motcua.worktime.vocabulary import (
    OutsideHours,
    PausePolicy,
    Terms,
    TraceCode,
    TraceLine,
    Unit,
)
from motcua.worktime.wording import word
from tests.worktime.rules.invented import Office, questions
from tests.worktime.rules.offices import (
    DEFAULT,
    DEFAULT_WITH_SATURDAY,
    PLAIN,
    ROLLING,
    day_off,
    instant,
    pause,
    promise,
)

SOME = settings(max_examples=60, deadline=None)


@SOME
@given(questions())
def test_the_lines_alone_lead_to_the_date(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    told = due(clock)
    assert replay(told.trace) == told.due_at
    assert trace_adds_up(told.trace, due_at=told.due_at, limit=clock.limit)


@SOME
@given(questions())
def test_the_minutes_on_each_line_are_the_ticks_of_the_slow_office(
    question: tuple[ClockRequest, Office],
) -> None:
    clock, office = question
    timed = [line.params for line in due(clock).trace if "from_at" in line.params]
    counted = [params for params in timed if "minutes" in params and "reason" not in params]
    for params in counted:
        begin, end = (instant(params[name][:16]) for name in ("from_at", "to_at"))
        assert office.slow.between(begin, end) == params["minutes"]


@SOME
@given(questions())
def test_each_line_survives_being_kept_as_json(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    lines = due(clock).trace
    kept = json.loads(json.dumps([line.to_plain() for line in lines]))
    assert tuple(TraceLine.from_plain(plain) for plain in kept) == lines


@SOME
@given(questions())
def test_each_line_has_a_sentence(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    sentences = [word(line) for line in due(clock).trace]
    assert all(sentence and "%(" not in sentence and "()" not in sentence for sentence in sentences)


@SOME
@given(questions(units=(Unit.WORKING_DAYS, Unit.WORKING_HOURS)))
def test_a_counted_line_taken_away_breaks_the_sum(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    told = due(replace(clock, value=clock.limit.value + 1))
    counted = [line for line in told.trace if line.code.startswith("COUNTED")]
    for taken in counted:
        rest = tuple(line for line in told.trace if line != taken)
        assert not trace_adds_up(rest, due_at=told.due_at)


def test_a_trace_of_another_limit_does_not_add_up() -> None:
    told = promise(DEFAULT, "2024-03-13T10:20", Unit.WORKING_DAYS, 3)
    assert not trace_adds_up(told.trace, due_at=told.due_at, limit=Limit.of(Unit.WORKING_DAYS, 4))
    assert not trace_adds_up(told.trace, due_at=told.starts_at)
    assert not trace_adds_up((), due_at=told.due_at, limit=Limit.of(Unit.WORKING_DAYS, 3))


def test_a_trace_must_begin_with_the_receipt() -> None:
    told = promise(DEFAULT, "2024-03-13T10:20", Unit.WORKING_DAYS, 3)
    with pytest.raises(TraceBroken):
        replay(told.trace[1:])


def test_a_date_moved_by_a_day_is_noticed() -> None:
    told = promise(DEFAULT, "2024-03-13T10:20", Unit.WORKING_DAYS, 3)
    last = told.trace[-1]
    forged = (*told.trace[:-1], last._replace(at=last.at + timedelta(days=1)))
    assert not trace_adds_up(forged, due_at=forged[-1].at)


def sentences(*args, **more) -> list[str]:  # type: ignore[no-untyped-def]
    return [word(line) for line in promise(*args, **more).trace]


def test_the_reasons_of_the_example_of_the_interface() -> None:
    stops = (pause("2024-03-14T09:00", "2024-03-18T10:00"),)
    assert sentences(
        DEFAULT_WITH_SATURDAY, "2024-03-13T10:20", Unit.WORKING_DAYS, 3, pauses=stops
    ) == [
        "Tiếp nhận lúc 10:20 thứ Tư 13/03/2024",
        "Thời hạn: 3 ngày làm việc",
        "Hạn khi chưa có tạm dừng, bổ sung: 12:00 thứ Bảy 16/03/2024",
        "Tạm dừng từ 09:00 thứ Năm 14/03/2024 đến 10:00 thứ Hai 18/03/2024: cộng thêm 3 ngày làm việc",
        "Ngày tiếp nhận thứ Tư 13/03/2024 không tính",
        "6 ngày làm việc: 14/03/2024 – 20/03/2024 (không tính 1 ngày nghỉ hằng tuần;"
        " ngày làm không trọn vẫn tính một ngày: 16/03/2024)",
        "Hạn trả kết quả: 17:00 thứ Tư 20/03/2024",
    ]


def test_a_swapped_saturday_and_each_day_off_are_named() -> None:
    assert sentences(DEFAULT, "2024-04-25T09:00", Unit.WORKING_DAYS, 5)[2:-1] == [
        "Ngày tiếp nhận thứ Năm 25/04/2024 không tính",
        "1 ngày làm việc: thứ Sáu 26/04/2024 (không tính 2 ngày nghỉ hằng tuần)",
        "Nghỉ thứ Hai 29/04/2024: hoán đổi, làm bù thứ Bảy 04/05/2024",
        "Nghỉ thứ Ba 30/04/2024: Ngày Chiến thắng 30/4",
        "Nghỉ thứ Tư 01/05/2024: Quốc tế Lao động 1/5",
        "2 ngày làm việc: 02/05/2024 – 03/05/2024",
        "Làm bù thứ Bảy 04/05/2024 (hoán đổi với ngày nghỉ thứ Hai 29/04/2024)",
        "1 ngày làm việc: thứ Hai 06/05/2024 (không tính 1 ngày nghỉ hằng tuần)",
    ]


def test_days_off_of_one_name_go_on_one_line() -> None:
    tet = [
        line
        for line in promise(DEFAULT, "2024-02-07T09:00", Unit.WORKING_DAYS, 5).trace
        if line.code is TraceCode.DAYS_OFF
    ]
    assert [word(line) for line in tet] == ["Nghỉ 08/02/2024 – 14/02/2024: Tết Nguyên đán"]


def test_days_off_of_one_name_with_work_between_stay_apart() -> None:
    closed = PLAIN.with_days([day_off("2024-03-14", "họp"), day_off("2024-03-18", "họp")])
    assert sentences(closed, "2024-03-13T09:00", Unit.WORKING_DAYS, 2)[3:-1] == [
        "Nghỉ thứ Năm 14/03/2024: cơ quan nghỉ, họp",
        "1 ngày làm việc: thứ Sáu 15/03/2024 (không tính 2 ngày nghỉ hằng tuần)",
        "Nghỉ thứ Hai 18/03/2024: cơ quan nghỉ, họp",
        "1 ngày làm việc: thứ Ba 19/03/2024",
    ]


def test_rolling_hours_name_where_they_ran() -> None:
    assert sentences(PLAIN, "2021-06-07T18:00", Unit.WORKING_DAYS, 1, terms=ROLLING)[1:] == [
        "Ngoài giờ làm việc: tính từ đầu buổi làm việc kế tiếp, 08:00 thứ Ba 08/06/2021",
        "Thời hạn: 1 ngày làm việc",
        "8 giờ làm việc: từ 08:00 thứ Ba 08/06/2021 đến 17:30 thứ Ba 08/06/2021",
        "Hết ngày làm việc: hạn vào đúng giờ bắt đầu, 08:00 thứ Tư 09/06/2021",
        "Hạn trả kết quả: 08:00 thứ Tư 09/06/2021",
    ]


def test_a_last_day_off_says_why() -> None:
    closed = PLAIN.with_days([day_off("2024-03-20", "mất điện")])
    assert "Ngày cuối thứ Tư 20/03/2024 là ngày nghỉ (cơ quan nghỉ, mất điện)" in "\n".join(
        sentences(closed, "2024-03-13T10:20", Unit.CALENDAR_DAYS, 7)
    )


def test_a_restart_keeps_the_original_date_beside_the_new_one() -> None:
    stops = (pause("2024-03-14T09:00", "2024-03-18T10:00", PausePolicy.RESTART),)
    told = promise(DEFAULT, "2024-03-13T10:20", Unit.WORKING_DAYS, 3, pauses=stops)
    assert told.original_due_at == instant("2024-03-18T17:00")
    assert told.due_at == instant("2024-03-21T17:00")
    assert [line.code for line in told.trace][1:3] == [
        TraceCode.ORIGINAL_DUE,
        TraceCode.RESTARTED,
    ]


def test_a_year_without_an_announcement_is_said() -> None:
    lines = sentences(DEFAULT, "2027-12-30T09:00", Unit.WORKING_DAYS, 3)
    assert lines[-2] == (
        "Lịch nghỉ các năm 2027 – 2028 chưa công bố chính thức: hạn có thể thay đổi"
    )


def test_translations_are_asked_for_whole_sentences_with_named_places() -> None:
    asked: list[str] = []

    def note(msgid: str) -> str:
        asked.append(msgid)
        return msgid

    line = promise(DEFAULT, "2024-03-13T16:00", Unit.SAME_DAY, terms=Terms()).trace[2]
    word(line, note)
    assert "Tiếp nhận sau %(cutoff)s: trả kết quả trong ngày làm việc kế tiếp, %(day)s" in asked
    assert "thứ Tư" in asked


def test_a_same_day_result_moved_over_tet_names_the_days_off() -> None:
    told = promise(default_calendar(), "2026-02-13T15:01", Unit.SAME_DAY)
    assert told.due_at == instant("2026-02-23T17:00")
    assert [word(line) for line in told.trace] == [
        "Tiếp nhận lúc 15:01 thứ Sáu 13/02/2026",
        "Thời hạn: trong ngày",
        "Nghỉ hằng tuần: 14/02/2026 – 15/02/2026",
        "Nghỉ 16/02/2026 – 20/02/2026: Tết Nguyên đán",
        "Nghỉ hằng tuần: 21/02/2026 – 22/02/2026",
        "Tiếp nhận sau 15:00: trả kết quả trong ngày làm việc kế tiếp, thứ Hai 23/02/2026",
        "Hạn trả kết quả: 17:00 thứ Hai 23/02/2026",
    ]
    assert replay(told.trace) == told.due_at
    with pytest.raises(TraceBroken):
        replay(line for line in told.trace if line.code is not TraceCode.DAYS_OFF)


def test_a_receipt_moved_over_tet_names_the_days_off() -> None:
    terms = Terms(outside_hours=OutsideHours.NEXT_SESSION)
    told = promise(default_calendar(), "2026-02-13T18:00", Unit.SAME_DAY, terms=terms)
    codes = [line.code for line in told.trace]
    assert codes[:5] == ["RECEIVED", "WEEKLY_REST", "DAYS_OFF", "WEEKLY_REST", "OUTSIDE_HOURS"]
    assert replay(told.trace) == told.due_at == instant("2026-02-23T17:00")


@pytest.mark.parametrize(
    ("received", "told_of"),
    [("2026-06-01T09:00", None), ("2026-12-30T09:00", 2027), ("2027-03-01T09:00", 2027)],
)
def test_a_date_in_a_year_not_announced_says_so(received: str, told_of: int | None) -> None:
    trace = promise(default_calendar(), received, Unit.WORKING_DAYS, 5).trace
    warned = [line.params for line in trace if line.code is TraceCode.DAYS_NOT_ANNOUNCED]
    assert [params["first_year"] for params in warned] == [told_of][: told_of is not None]
