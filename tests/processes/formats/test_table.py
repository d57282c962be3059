"""The table out and in: it comes back the same, and tables of other offices are read by their words."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import translation
from xlsxwriter import Workbook

from motcua.kernel.actor import Role
from motcua.processes.formats.table import UnreadTime, process_from_rows
from motcua.processes.formats.table_note import table_notes
from motcua.processes.formats.table_writing import table_workbook, time_cell
from motcua.processes.formats.time_words import limit_in
from motcua.processes.formats.xlsx_reading import rows_of
from motcua.processes.formats.xml_reading import ProcessFileUnreadable
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.rules.shapes import StepLimit
from motcua.processes.shipped import sample_processes
from motcua.processes.vocabulary import Join, Split, StepAct
from motcua.worktime.vocabulary import Unit
from tests.processes.formats.test_bpmn import SAMPLES, parting

NOTHING = Process(title="Mới", steps=())
NAMES = {"ho-tich": "Tư pháp – Hộ tịch"}


@pytest.mark.parametrize(("name", "written"), [*SAMPLES, ("parting", parting())])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_goes_out_comes_back_the_same(name: str, written: Process, language: str) -> None:
    with translation.override(language):
        read = process_from_rows(rows_of(table_workbook(written, NAMES)), written, NAMES)
    assert read.process == written
    assert read.unread == ()


def test_without_what_was_before_the_words_are_read() -> None:
    written = process_of({"title": "x", **dict(sample_processes())["1.013225"]})
    read = process_from_rows(rows_of(table_workbook(written, {})), NOTHING, {}).process
    assert [one.limit for one in read.steps] == [one.limit for one in written.steps]
    assert [one.split for one in read.steps] == [one.split for one in written.steps]
    assert [one.join for one in read.steps] == [one.join for one in written.steps]
    assert [len(one.returns_to) for one in read.steps] == [
        len(one.returns_to) for one in written.steps
    ]


def test_the_table_of_another_office_is_read() -> None:
    rows = [
        ["QUY TRÌNH NỘI BỘ", "", "", "", ""],
        ["TT", "Nội dung công việc", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
        ["B1", "Tiếp nhận hồ sơ", "Bộ phận TN&TKQ", "½ ngày", "Phiếu hẹn"],
        ["B2", "Thẩm định", "Công chức thụ lý", "02 ngày làm việc", ""],
        ["B3", "Ký duyệt", "Lãnh đạo UBND xã", "sớm nhất", ""],
        ["B4", "Trả kết quả", "Bộ phận TN&TKQ", "4 giờ", ""],
    ]
    read = process_from_rows(rows, NOTHING, {})
    steps = read.process.steps
    assert [one.who.role for one in steps] == [
        Role.RECEPTION, Role.HANDLING, Role.SIGNATORY, Role.RECEPTION,
    ]  # fmt: skip
    assert [one.act for one in steps] == [
        StepAct.RECEIVE, StepAct.PROPOSE, StepAct.DECIDE, StepAct.RETURN_RESULT,
    ]  # fmt: skip
    assert [[way.to for way in one.next] for one in steps] == [["t2"], ["t3"], ["t4"], []]
    assert read.unread == (UnreadTime("B3", "sớm nhất", "not-read"),)
    assert "bước B3 ghi “sớm nhất”" in table_notes(read)[0]


@pytest.mark.parametrize(
    "total",
    [
        ["", "Tổng thời gian", "", "01 ngày"],
        ["Tổng cộng", "", "", "01 ngày làm việc"],
        ["Tổng thời gian giải quyết: 01 ngày", "", "", ""],
    ],
)
def test_the_row_of_the_total_is_no_step_but_the_limit_to_compare_with(total: list[str]) -> None:
    rows = [
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
        ["B1", "Tiếp nhận hồ sơ", "Bộ phận một cửa", "½ ngày"],
        ["B2", "Trả kết quả", "Bộ phận một cửa", "¼ ngày"],
        total,
    ]
    read = process_from_rows(rows, NOTHING, {}).process
    assert [one.number for one in read.steps] == ["B1", "B2"]
    assert read.steps[1].next == ()
    assert read.limit == StepLimit(Unit.WORKING_DAYS, Decimal(1))
    assert [one.params["difference"] for one in findings(read)] == ["1/4"]


def days(*times: str, total: str = "") -> list[list[str]]:
    steps = [[str(at), "Thẩm định", "Chuyên viên", time] for at, time in enumerate(times, start=1)]
    last = [["", "Tổng cộng", "", total]] if total else []
    return [["TT", "Trình tự", "Trách nhiệm", "Thời gian"], *steps, *last]


TEN = StepLimit(Unit.CALENDAR_DAYS, Decimal(10))


@pytest.mark.parametrize(
    ("times", "whole", "units"),
    [
        (("4 ngày", "6 ngày"), None, [Unit.WORKING_DAYS] * 2),
        (("4 ngày", "6 ngày"), TEN, [Unit.CALENDAR_DAYS] * 2),
        (("4 ngày", "½ ngày"), TEN, [Unit.WORKING_DAYS] * 2),
        (("4 ngày", "6 ngày làm việc"), TEN, [Unit.WORKING_DAYS] * 2),
        (("4 ngày (cả ngày nghỉ)", "6 ngày"), None, [Unit.CALENDAR_DAYS, Unit.WORKING_DAYS]),
    ],
)
def test_a_plain_day_is_a_working_day_unless_the_whole_counts_days_off(
    times: tuple[str, ...], whole: StepLimit | None, units: list[Unit]
) -> None:
    read = process_from_rows(days(*times), NOTHING, {}, procedure_limit=whole)
    assert [one.limit.unit for one in read.process.steps if one.limit] == units
    assert len([one for one in table_notes(read, whole) if "được hiểu là" in one]) == 1


def test_a_total_that_does_not_agree_is_told() -> None:
    read = process_from_rows(days("4 ngày", "6 ngày", total="9 ngày"), NOTHING, {})
    told = table_notes(read, StepLimit(Unit.WORKING_DAYS, Decimal(8)))
    assert "hơn thời hạn 9 ngày làm việc là 1 ngày làm việc" in told[1]
    assert len(told) == 2
    agreed = process_from_rows(days("4 ngày", "6 ngày", total="10 ngày"), NOTHING, {})
    assert len(table_notes(agreed)) == 1


def test_a_total_beside_another_limit_is_told() -> None:
    base = Process(title="x", steps=(), limit=StepLimit(Unit.WORKING_DAYS, Decimal(8)))
    read = process_from_rows(days("4 ngày", "6 ngày", total="10 ngày"), base, {})
    assert read.process.limit == base.limit
    assert table_notes(read)[1:] == (
        "Dòng tổng của tệp ghi 10 ngày làm việc, thời hạn chung là 8 ngày làm việc.",
    )


def test_days_that_count_days_off_are_written_so() -> None:
    assert time_cell(TEN) == "10 ngày (cả ngày nghỉ)"
    assert limit_in(time_cell(TEN)) == TEN
    assert time_cell(StepLimit(Unit.WORKING_DAYS, Decimal(10))) == "10 ngày làm việc"


def test_a_table_taken_out_before_days_were_told_apart_still_comes_back() -> None:
    written = process_of({"title": "x", **dict(sample_processes())["1.013225"]})
    rows = [
        [cell.replace(" (cả ngày nghỉ)", "") for cell in row]
        for row in rows_of(table_workbook(written, {}))
    ]
    assert process_from_rows(rows, written, {}).process == written


def test_a_step_that_adds_up_is_no_total() -> None:
    rows = [
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
        ["1", "Tổng hợp hồ sơ", "Chuyên viên", "1 ngày"],
        ["2", "Công bố kết quả", "Văn thư", "1 ngày"],
    ]
    assert len(process_from_rows(rows, NOTHING, {}).process.steps) == 2


def test_a_changed_cell_changes_only_that() -> None:
    written = process_of({"title": "x", **dict(sample_processes())["1.004873"]})
    rows = rows_of(table_workbook(written, {}))
    rows[3][3] = "1 ngày làm việc"
    rows[3][2] = "Văn thư"
    read = process_from_rows(rows, written, {}).process
    assert read.steps[2].limit == StepLimit(Unit.WORKING_DAYS, Decimal(1))
    assert read.steps[2].who.role is Role.REGISTRY_CLERK
    assert read.steps[2].act == written.steps[2].act
    assert [*read.steps[:2], *read.steps[3:]] == [*written.steps[:2], *written.steps[3:]]


def test_branches_are_read_from_their_column() -> None:
    rows = [
        ["Bước", "Trình tự", "Trách nhiệm", "Thời gian", "Tiếp theo", "Trả lại"],
        ["1", "Tiếp nhận", "Bộ phận một cửa", "1 giờ", "2; 3; cùng lúc", ""],
        ["2", "Thẩm định", "Chuyên viên", "1 giờ", "4", "1"],
        ["3", "Lấy ý kiến", "Chuyên viên", "1 giờ", "4", ""],
        ["4", "Tổng hợp", "Chuyên viên", "1 giờ", "5 (Đủ điều kiện); 6 (Không đủ)", ""],
        ["5", "Trả kết quả", "Bộ phận một cửa", "1 giờ", "hết", ""],
        ["6", "Trả lời", "Văn thư", "1 giờ", "hết", ""],
    ]
    steps = process_from_rows(rows, NOTHING, {}).process.steps
    assert (steps[0].split, [one.to for one in steps[0].next]) == (Split.ALL, ["t2", "t3"])
    assert (steps[3].join, [one.label for one in steps[3].next]) == (
        Join.ALL,
        ["Đủ điều kiện", "Không đủ"],
    )
    assert steps[1].returns_to == ("t1",)
    assert steps[4].next == ()


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("0,5 ngày làm việc", Unit.WORKING_DAYS, "0.5"),
        ("½ ngày làm việc", Unit.WORKING_DAYS, "0.5"),
        ("1/4 ngày làm việc", Unit.WORKING_DAYS, "0.25"),
        ("02 giờ làm việc", Unit.WORKING_HOURS, "2"),
        ("3 buổi", Unit.HALF_DAYS, "3"),
        ("10 ngày", Unit.WORKING_DAYS, "10"),
        ("½ ngày", Unit.WORKING_DAYS, "0.5"),
        ("10 ngày (cả ngày nghỉ)", Unit.CALENDAR_DAYS, "10"),
        ("10 ngày (cả nghỉ)", Unit.CALENDAR_DAYS, "10"),
        ("10 ngày (không kể ngày nghỉ, lễ)", Unit.WORKING_DAYS, "10"),
        ("30 ngày theo lịch", Unit.CALENDAR_DAYS, "30"),
        ("01 tháng", Unit.MONTHS, "1"),
        ("30 phút", Unit.WORKING_HOURS, "0.5"),
        ("15 phút", Unit.WORKING_HOURS, "0.25"),
        ("1 giờ 30 phút", Unit.WORKING_HOURS, "1.5"),
        ("2h15", Unit.WORKING_HOURS, "2.25"),
        ("Trong ngày", Unit.SAME_DAY, "0"),
    ],
)
def test_times_are_read_exactly(words: str, unit: Unit, value: str) -> None:
    assert limit_in(words) == StepLimit(unit, Decimal(value))


@pytest.mark.parametrize(
    "words", ["", "sớm", "3", "1/3 ngày làm việc", "1/0 ngày", "ngày", "20 phút"]
)
def test_what_states_no_exact_time_is_not_read(words: str) -> None:
    assert limit_in(words) is None


@pytest.mark.parametrize(
    ("time", "why", "told"),
    [
        ("Giờ hành chính", "not-read", "Không đọc được thời gian: bước 1 ghi “Giờ hành chính”"),
        ("0.5", "not-read", "bước 1 ghi “0.5”"),
        ("-1 ngày", "negative", "Thời gian nhỏ hơn 0: bước 1 ghi “-1 ngày”"),
        ("20 phút", "not-exact", "bước 1 ghi “20 phút”"),
        ("999999 ngày làm việc", "too-long", "quá dài"),
    ],
)
def test_a_time_that_is_not_taken_is_quoted_with_why(time: str, why: str, told: str) -> None:
    read = process_from_rows(days(time), NOTHING, {})
    assert read.unread == (UnreadTime("1", time, why),)
    assert read.process.steps[0].limit is None
    assert told in table_notes(read)[0]


@pytest.mark.parametrize(
    ("heading", "cell", "limit"),
    [
        ("Thời gian (ngày)", "0.5", StepLimit(Unit.WORKING_DAYS, Decimal("0.5"))),
        ("Thời hạn (ngày làm việc)", "3", StepLimit(Unit.WORKING_DAYS, Decimal(3))),
        ("Thời gian (giờ)", "1/2", StepLimit(Unit.WORKING_HOURS, Decimal("0.5"))),
        ("Thời gian (phút)", "45", StepLimit(Unit.WORKING_HOURS, Decimal("0.75"))),
        ("Thời gian (ngày)", "2 giờ", StepLimit(Unit.WORKING_HOURS, Decimal(2))),
        ("Thời gian (ngày, giờ)", "2", None),
        ("Thời gian", "2", None),
    ],
)
def test_a_plain_number_is_of_the_unit_in_its_heading(
    heading: str, cell: str, limit: StepLimit | None
) -> None:
    rows = [["TT", "Trình tự", "Trách nhiệm", heading], ["1", "Thẩm định", "Chuyên viên", cell]]
    assert process_from_rows(rows, NOTHING, {}).process.steps[0].limit == limit


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([["a", "b"]], "no-heading"),
        ([["Trình tự", "Trách nhiệm"]], "no-rows"),
        ([["Trình tự", "Trách nhiệm"], *[["x", "y"]] * 81], "too-many-rows"),
    ],
)
def test_what_is_no_table_is_refused(rows: list[list[str]], why: str) -> None:
    with pytest.raises(ProcessFileUnreadable) as refused:
        process_from_rows(rows, NOTHING, {})
    assert refused.value.params["why"] == why


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK nothing", "not-a-workbook"),
        (archive(other=b"x"), "not-a-workbook"),
        (archive(**{"xl/workbook.xml": b"<!DOCTYPE a><a/>"}), "document-type"),
        (archive(**{"xl/workbook.xml": b" " * 6_000_000}), "too-big"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ProcessFileUnreadable) as refused:
        rows_of(content)
    assert refused.value.params["why"] == why


def test_numbers_and_gaps_are_read_where_they_stand() -> None:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_number(0, 0, 3)
        sheet.write_string(0, 3, "d")
        sheet.write_string(2, 1, "b")
    assert rows_of(file.getvalue()) == [["3", "", "", "d"], ["", "b"]]
