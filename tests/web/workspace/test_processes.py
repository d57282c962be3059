"""The room of internal processes: written as a table, looked at, published for reasons, taken out and in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.agencies.queries import agency_called
from motcua.kernel import clock
from motcua.ledger.caching import forget_all
from motcua.processes.formats.bpmn_writing import bpmn_of
from motcua.processes.models import InternalProcess, ProcessDraft, ProcessVersion
from motcua.processes.queries.processes import process_in_force
from motcua.processes.rules.definition import process_of
from motcua.workflow.models import ReplayRun
from motcua.workflow.replay.working import work_on_replay
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.replaying import Taken, route_of
from motcua.workflow.rules.tallying import ReplayTally
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import office_week
from tests.processes.rules.sample_processes import plain
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of

TOMORROW = date(2026, 6, 11)
BASIS = "Quyết định 12/QĐ-UBND ngày 01/06/2026"
LIST_QUERIES, EDIT_QUERIES, SHOW_QUERIES = 16, 24, 18


@pytest.fixture(autouse=True)
def _office(standing: None, now: object) -> None:
    forget_all()


@pytest.fixture
def keeper(browser: SignIn) -> Client:
    return browser("quantri")


@pytest.fixture
def room(keeper: Client) -> str:
    """A draft of the process of certifying copies, for every agency."""
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    assert begun.status_code == 302
    assert begun["Location"].endswith("/edit/")
    return begun["Location"].removesuffix("edit/")


def document() -> dict[str, Any]:
    found: dict[str, Any] = ProcessDraft.objects.get().definition
    return found


def typed(page: str) -> dict[str, str]:
    """What the form of the table would send as it stands."""
    form = page[page.index('name="title"') - 400 :]
    fields = dict(re.findall(r'<input class="input[^>]*name="([^"]+)" value="([^"]*)"', form))
    fields |= dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', form))
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        fields[name] = chosen.group(1) if chosen else ""
    return fields


def sent(keeper: Client, room: str, op: str = "save", **changes: str) -> Any:
    page = page_of(keeper.get(f"{room}edit/"))
    edition = str(ProcessDraft.objects.get().edition)
    return keeper.post(f"{room}edit/", typed(page) | {"seen": edition, "op": op} | changes)


def in_order(keeper: Client, room: str) -> None:
    """The five usual steps, each with its hour: five hours of the same day."""
    times = {f"{key}-value": "1" for key in ("receive", "handle", "sign", "issue", "give")}
    assert sent(keeper, room, **times).status_code == 302


def test_a_draft_begins_with_five_usual_steps(keeper: Client, room: str) -> None:
    page = page_of(keeper.get(f"{room}edit/"))
    assert [step["key"] for step in document()["steps"]] == [
        "receive", "handle", "sign", "issue", "give",
    ]  # fmt: skip
    assert page.count("” chưa có thời gian") == 5


def test_the_table_is_kept_as_it_was_typed(keeper: Client, room: str) -> None:
    sent(
        keeper,
        room,
        title="  Chứng thực   bản sao ",
        value="0,5",
        unit="WORKING_DAYS",
        **{
            "handle-name": "Đối chiếu bản chính",
            "handle-value": "2,5",
            "handle-role": "UNIT",
            "handle-place": "chung-thuc",
            "sign-role": "",
            "sign-place": "agency:xa-gia-lam",
            "give-form": "Sổ chứng thực",
        },
    )
    steps = {step["key"]: step for step in document()["steps"]}
    assert document()["title"] == "Chứng thực bản sao"
    assert document()["limit"] == {"unit": "WORKING_DAYS", "value": "0.5"}
    assert steps["handle"]["name"] == "Đối chiếu bản chính"
    assert steps["handle"]["limit"] == {"unit": "WORKING_HOURS", "value": "2.5"}
    assert steps["handle"]["who"] == {"kind": "UNIT", "unit": "chung-thuc"}
    assert steps["sign"]["who"] == {"kind": "AGENCY", "agency": "xa-gia-lam"}
    assert steps["give"]["form"] == "Sổ chứng thực"
    assert steps["handle"]["act"] == "dossier.propose"


def test_saving_a_table_as_it_stands_changes_nothing(keeper: Client, room: str) -> None:
    in_order(keeper, room)
    before = document()
    sent(keeper, room)
    assert {key: value for key, value in document().items() if value} == {
        key: value for key, value in before.items() if value
    }


def test_a_time_that_cannot_be_read_is_told_and_nothing_typed_is_lost(
    keeper: Client, room: str
) -> None:
    answer = sent(keeper, room, **{"handle-value": "vài", "handle-name": "Xem xét kỹ"})
    page = page_of(answer)
    assert answer.status_code == 422
    assert "Bước 2: “vài” không phải là số" in page
    assert 'value="vài"' in page
    assert "Xem xét kỹ" in page
    assert ProcessDraft.objects.get().edition == 1


def test_each_time_that_is_not_taken_is_told_with_its_step_and_why(
    keeper: Client, room: str
) -> None:
    in_order(keeper, room)
    assert "hạn" in page_of(keeper.get(f"{room}edit/")).partition("process-sums")[2]
    wrong = {"handle-value": "-3", "sign-value": "abc", "give-value": "9999999999999999"}
    page = page_of(sent(keeper, room, value="x", **wrong))
    assert "Thời hạn chung: “x” không phải là số" in page
    assert "Bước 2: Thời gian không được nhỏ hơn 0 (đã ghi -3)" in page
    assert "Bước 3: “abc” không phải là số" in page
    assert "Bước 5: Số quá lớn" in page
    assert "process-sums" not in page
    long = {"sign-value": "99999", "sign-unit": "WORKING_DAYS"}
    assert "Bước 3: 99999 là quá dài: nhiều nhất 10 năm" in page_of(sent(keeper, room, **long))


def test_within_the_day_shows_no_number_and_stays(keeper: Client, room: str) -> None:
    same_day = {"handle-value": "", "handle-unit": "SAME_DAY"}
    sent(keeper, room, value="", unit="SAME_DAY", **same_day)
    fields = typed(page_of(keeper.get(f"{room}edit/")))
    assert (fields["value"], fields["handle-value"]) == ("", "")
    sent(keeper, room)
    assert document()["limit"] == {"unit": "SAME_DAY", "value": "0"}
    assert document()["steps"][1]["limit"] == {"unit": "SAME_DAY", "value": "0"}


def test_times_that_are_missing_agree_with_no_limit(keeper: Client, room: str) -> None:
    page = page_of(keeper.get(f"{room}edit/"))
    assert "chưa cộng được: bước 1, 2, 3, 4, 5 chưa có thời gian" in page
    assert "khớp thời hạn" not in page


def test_a_sector_is_told_apart_from_the_unit_that_handles_it(keeper: Client) -> None:
    agency = str(agency_called("xa-gia-lam", TOMORROW).id)
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": agency})
    own = begun["Location"].removesuffix("edit/")
    draft = ProcessDraft.objects.get()
    draft.definition["steps"][1]["who"]["unit"] = "chung-thuc"
    draft.save()
    page = page_of(keeper.get(f"{own}edit/"))
    chosen = re.findall(r"<option[^>]*selected[^>]*>([^<]*)</option>", page)
    (sector,) = [words for words in chosen if "lĩnh vực" in words]
    assert re.fullmatch(r"Phòng lo lĩnh vực .+ \(nay: .+\)", sector)


def test_rows_are_put_in_moved_and_taken_away(keeper: Client, room: str) -> None:
    sent(keeper, room, "add:receive")
    assert [step["key"] for step in document()["steps"]][:3] == ["receive", "s1", "handle"]
    sent(keeper, room, "down:s1")
    keys = [step["key"] for step in document()["steps"]]
    assert keys == ["receive", "handle", "s1", "sign", "issue", "give"]
    assert [[one["to"] for one in step["next"]] for step in document()["steps"]] == [
        [key] for key in keys[1:]
    ] + [[]]
    sent(keeper, room, "remove:s1")
    assert [step["number"] for step in document()["steps"]] == ["1", "2", "3", "4", "5"]
    assert document()["steps"][1]["next"] == [{"to": "sign"}]


def test_branches_and_what_a_step_needs_are_written_on_its_page(keeper: Client, room: str) -> None:
    answer = sent(keeper, room, "step:handle")
    assert answer["Location"].endswith("edit/handle/")
    assert keeper.get(answer["Location"]).status_code == 200
    given = {
        "seen": "2", "to-0": "sign", "label-0": "Đủ", "to-1": "give", "label-1": "Trả ngay",
        "when-1-json": '{"is": ["channel", "DESK"]}', "split": "ONE", "join": "ANY",
        "act": "dossier.propose", "needs": ["OPINION", "FILE"], "returns_to": ["receive"],
        "four_eyes_with": "receive", "takes_in": "Hồ sơ",
    }  # fmt: skip
    assert keeper.post(answer["Location"], given).status_code == 302
    step = document()["steps"][1]
    assert [one["to"] for one in step["next"]] == ["sign", "give"]
    assert step["next"][1]["when"] == {"is": ["channel", "DESK"]}
    assert (step["needs"], step["returns_to"], step["four_eyes_with"]) == (
        ["OPINION", "FILE"],
        ["receive"],
        "receive",
    )


def test_a_condition_that_cannot_be_read_is_told_beside_it(keeper: Client, room: str) -> None:
    given = {"seen": "1", "to-0": "sign", "when-0-json": "{nếu", "split": "ONE", "join": "ANY"}
    answer = keeper.post(f"{room}edit/handle/", given)
    assert answer.status_code == 422
    assert "Không đọc được JSON của điều kiện" in page_of(answer)
    assert "{nếu" in page_of(answer)


def test_what_must_be_mended_stands_in_the_way(keeper: Client, room: str) -> None:
    page = page_of(keeper.get(f"{room}publish/"))
    assert "chỗ phải sửa trước khi ban hành" in page
    assert 'value="publish"' not in page
    answer = keeper.post(f"{room}publish/", {"seen": "1", "valid_from": "11/06/2026"})
    assert answer.status_code == 422
    assert not ProcessVersion.objects.exists()


def test_warnings_are_answered_for_by_name_and_with_a_reason(keeper: Client, room: str) -> None:
    in_order(keeper, room)
    sent(keeper, room, value="1", unit="WORKING_DAYS")
    page = page_of(keeper.get(f"{room}publish/"))
    assert "chưa giao cho ai" in page
    names = re.findall(r'name="acknowledged" value="([^"]+)"', page)
    own = {"seen": "3", "valid_from": "11/06/2026", "basis": BASIS}
    unread = keeper.post(f"{room}publish/", own | {"reason": "Cứ làm"})
    assert "chưa đánh dấu" in page_of(unread)
    silent = keeper.post(f"{room}publish/", own | {"acknowledged": names})
    assert "phải ghi lý do" in page_of(silent)
    done = keeper.post(
        f"{room}publish/", own | {"acknowledged": names, "reason": "Chủ tịch xã đã duyệt"}
    )
    assert done.status_code == 302
    forget_all()
    process = InternalProcess.objects.get()
    assert process_in_force(process.procedure_version_id, None, None, TOMORROW) is not None
    shown = page_of(keeper.get(room))
    assert "Chủ tịch xã đã duyệt" in shown
    assert "chưa áp dụng" in shown


@pytest.fixture
def planned(keeper: Client, room: str) -> str:
    in_order(keeper, room)
    page = page_of(keeper.get(f"{room}publish/"))
    given = {
        "seen": "2",
        "valid_from": "11/06/2026",
        "basis": BASIS,
        "acknowledged": re.findall(r'name="acknowledged" value="([^"]+)"', page),
        "reason": "Đã xem",
    }
    assert keeper.post(f"{room}publish/", given).status_code == 302
    forget_all()
    return room


def test_a_planned_version_is_withdrawn_and_a_draft_begun_from_the_last(
    keeper: Client, planned: str
) -> None:
    keeper.post(f"{planned}change/", {"do": "begin", "seen": "0"})
    assert next(step["key"] for step in document()["steps"]) == "receive"
    keeper.post(f"{planned}change/", {"do": "discard", "seen": "1"})
    assert not ProcessDraft.objects.exists()
    version = ProcessVersion.objects.get()
    keeper.post(f"{planned}change/", {"do": "withdraw", "version": str(version.pk)})
    version.refresh_from_db()
    assert version.valid_until == version.valid_from


def test_everybody_of_the_office_reads_the_table_and_the_diagram(
    browser: SignIn, planned: str
) -> None:
    page = page_of(browser("thuly1").get(planned))
    assert "<svg" in page
    assert "Thẩm tra, dự thảo kết quả" in page
    assert "Soạn" not in page
    listed = page_of(browser("thuly1").get("/processes/"))
    assert CERTIFIED_COPY in listed
    assert "Có bản mới" in listed


@pytest.mark.parametrize("kind", ["xlsx", "bpmn", "json"])
def test_a_file_taken_out_comes_back_as_the_same_draft(
    keeper: Client, room: str, kind: str
) -> None:
    in_order(keeper, room)
    before = document()
    content = keeper.get(f"{room}process.{kind}").content
    file = SimpleUploadedFile(f"quy-trinh.{kind}", content)
    answer = keeper.post(f"{room}import/", {"seen": "2", "file": file, "replace": "on"})
    assert answer.status_code == 302
    assert filled(document()) == filled(before)
    assert ProcessDraft.objects.get().source == f"quy-trinh.{kind}"


def filled(given: Any) -> Any:
    """Without what is empty: drafts are kept as they were written."""
    if isinstance(given, list):
        return [filled(one) for one in given]
    if not isinstance(given, dict):
        return given
    kept = {
        key: filled(value) for key, value in given.items() if value not in (None, "", [], False)
    }
    return {key: value for key, value in kept.items() if (key, value) not in USUAL}


TOO_LONG = plain()
TOO_LONG["steps"][1]["limit"] = {"unit": "WORKING_DAYS", "value": "999999"}
USUAL = [("split", "ONE"), ("join", "ANY")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"x", "không phải bảng Excel"),
        ("a.bpmn", b"<a/>", "không phải BPMN"),
        ("a.json", b"{", "chỉ nhận tệp Excel"),
        (
            "a.json",
            orjson.dumps({"steps": 5}),
            "Ở chỗ “steps” quy trình không đúng: phải là một danh sách",
        ),
        ("a.json", orjson.dumps([]), "Ở chỗ “cả tệp” quy trình không đúng: phải là một nhóm"),
        ("a.json", orjson.dumps(TOO_LONG), "999999 ngày làm việc: quá dài"),
        ("a.bpmn", bpmn_of(process_of(TOO_LONG), {}), "999999 ngày làm việc: quá dài"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    keeper: Client, room: str, name: str, content: bytes, told: str
) -> None:
    answer = keeper.post(
        f"{room}import/", {"seen": "1", "file": SimpleUploadedFile(name, content), "replace": "on"}
    )
    assert answer.status_code == 422
    assert told in page_of(answer)
    assert ProcessDraft.objects.get().edition == 1


def test_a_code_the_catalogue_does_not_have_is_told(keeper: Client) -> None:
    answer = keeper.post("/processes/new/", {"code": "9.999999", "agency": "all"})
    assert answer.status_code == 422
    assert "Danh mục không có thủ tục" in page_of(answer)


def test_a_draft_that_is_there_already_is_opened(keeper: Client, room: str) -> None:
    again = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    assert again["Location"] == f"{room}edit/"
    assert "đã có bản thảo" in page_of(keeper.get(again["Location"]))
    assert ProcessDraft.objects.get().edition == 1


def test_a_process_that_is_there_already_is_begun_anew_from_its_newest_version(
    keeper: Client, planned: str
) -> None:
    assert not ProcessDraft.objects.exists()
    again = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    assert again["Location"] == f"{planned}edit/"
    assert document()["steps"][0]["limit"] == {"unit": "WORKING_HOURS", "value": "1"}
    assert "đã có quy trình" in page_of(keeper.get(again["Location"]))


@pytest.mark.parametrize(
    "path", ["edit/", "publish/", "try/", "import/", "edit/handle/", "process.bpmn"]
)
def test_only_administrators_write(browser: SignIn, room: str, path: str) -> None:
    assert browser("thuly1").get(f"{room}{path}").status_code == 404


def test_pages_ask_a_bounded_number_of_questions(
    keeper: Client, room: str, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for path, most in [
        ("/processes/", LIST_QUERIES),
        (f"{room}edit/", EDIT_QUERIES),
        (room, SHOW_QUERIES),
    ]:
        keeper.get(path)
        with django_assert_max_num_queries(most):
            assert keeper.get(path).status_code == 200


def test_a_draft_is_tried_and_told_in_numbers(keeper: Client, room: str) -> None:
    in_order(keeper, room)
    assert "Bắt đầu thử" in page_of(keeper.get(f"{room}try/"))
    assert keeper.post(f"{room}try/", {"do": "begin"}).status_code == 302
    run = ReplayRun.objects.get()
    page = page_of(keeper.get(f"{room}try/"))
    assert "0/0 hồ sơ" in page
    work_on_replay(run.pk, now=clock.now)
    tally = ReplayTally()
    tally.count("dossiers", 12)
    tally.count("by_hand", 3)
    tally.add_stretches((Taken(key="handle", minutes=90, allotted=60),))
    process = process_of(document())
    day = Known(TOMORROW, {})
    calendar = WorkCalendar(week=office_week())
    tally.add_loads("new", process, route_of(process, day, clock.now(), calendar))
    ReplayRun.objects.update(done=12, total=12, tally=tally.to_plain())
    page = page_of(keeper.get(f"{room}try/"))
    assert "12/12 hồ sơ" in page
    assert "được tính theo nhánh đầu" in page
    assert "100%" in page
    assert "Thử lại" in page
    sent(keeper, room, title="Đã đổi")
    assert "Bản thảo đã đổi" in page_of(keeper.get(f"{room}try/"))
