"""Which act finishes a row that is read from a table or a diagram: kept where it is the same work, else proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.processes.formats.bpmn_reading import process_from_bpmn
from motcua.processes.formats.bpmn_writing import bpmn_of
from motcua.processes.formats.table import process_from_rows
from motcua.processes.formats.table_note import acts_note
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.rules.editing import new_document
from tests.processes.formats.test_bpmn import FLOWS, LANES, drawn

NOTHING = Process(title="Mới", steps=())
HEAD = ["Bước", "Trình tự", "Trách nhiệm", "Thời gian"]
OWN = [
    HEAD,
    ["B1", "Tiếp nhận hồ sơ", "Công chức Bộ phận Một cửa", "2 giờ"],
    ["B2", "Thẩm định, dự thảo", "Công chức Tư pháp - Hộ tịch", "1 ngày"],
    ["B3", "Ký duyệt", "Chủ tịch UBND xã", "4 giờ"],
    ["B4", "Đóng dấu, vào sổ", "Văn thư", "2 giờ"],
    ["B5", "Trả kết quả", "Bộ phận một cửa", "2 giờ"],
]
TIED = ["receive", "propose", "decide", "issue-result", "return-result"]


def untied(process: Process) -> Process:
    return replace(process, steps=tuple(replace(one, act=None) for one in process.steps))


def acts(process: Process) -> list[str]:
    return [(one.act or "").removeprefix("dossier.") for one in process.steps]


def numbered(rows: list[list[str]]) -> list[list[str]]:
    """The same table with plain numbers, as most offices write them."""
    return [HEAD, *([str(at), *row[1:]] for at, row in enumerate(rows[1:], start=1))]


USUAL = process_of(new_document("Mới"))
ONCE_READ = untied(process_from_rows(OWN, NOTHING, {}).process)


@pytest.mark.parametrize("base", [NOTHING, USUAL, ONCE_READ])
def test_the_table_of_an_office_is_tied_to_its_acts_whatever_stood_there(base: Process) -> None:
    read = process_from_rows(OWN, base, {})
    assert acts(read.process) == TIED
    assert len(read.proposed) == 5
    assert "bước B3: Ký, quyết định" in acts_note(read.process, read.proposed)


def test_what_was_left_without_an_act_on_purpose_stays_so() -> None:
    whole = process_from_rows(OWN, NOTHING, {}).process
    steps = [replace(one, act=None) if one.number == "B4" else one for one in whole.steps]
    read = process_from_rows(OWN, replace(whole, steps=tuple(steps)), {})
    assert acts(read.process) == [*TIED[:3], "", TIED[4]]
    assert read.proposed == ()
    assert acts_note(read.process, read.proposed) == ""


def test_a_row_of_other_work_under_the_same_number_does_not_inherit_its_act() -> None:
    given_out = ["", "Phân công thụ lý", "Lãnh đạo phòng", "1 giờ"]
    rows = numbered([*OWN[:2], given_out, *OWN[2:]])
    read = process_from_rows(rows, USUAL, {})
    assert acts(read.process) == ["receive", "assign", *TIED[1:]]


def test_a_renamed_row_of_the_same_role_keeps_the_act_that_was_chosen_for_it() -> None:
    steps = [
        replace(one, act="dossier.forward") if one.key == "issue" else one for one in USUAL.steps
    ]
    rows = numbered([*OWN[:4], ["", "Chuyển lưu trữ", "Văn thư", "1 giờ"], OWN[5]])
    read = process_from_rows(rows, replace(USUAL, steps=tuple(steps)), {})
    assert acts(read.process) == ["receive", "propose", "decide", "forward", "return-result"]


def test_what_another_tool_drew_gets_the_acts_its_words_say() -> None:
    read = process_from_bpmn(drawn(LANES + FLOWS))
    first = read.process.steps[0]
    assert first.act == "dossier.receive"
    assert first.key in read.proposed


def test_what_this_product_drew_keeps_steps_without_an_act() -> None:
    read = process_from_bpmn(bpmn_of(ONCE_READ, {}))
    assert read.process == ONCE_READ
    assert read.proposed == ()
