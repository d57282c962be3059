"""The room of files: asked for under a list, watched, fetched whole and in part, by its owner only."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from motcua.audit.models import AccessLog
from motcua.dossiers.exporting.places import place_of
from motcua.dossiers.exporting.running import work_on_export
from motcua.dossiers.models import ExportRun
from motcua.dossiers.rules.exports import RUNNING_MAX, STILL_AFTER, FileForm, RunOutcome
from motcua.jobs.reviving import look_after_runs
from motcua.kernel import clock
from motcua.workspace.exports import views
from tests.support.clock import PLAIN_MORNING
from tests.web.workspace.conftest import Receive, SignIn, text_of

BY = "lanhdao"
ASKED = {"what": "DOSSIERS", "query": "", "form": "CSV"}


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.EXPORTED_FILES = tmp_path


@pytest.fixture
def in_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every list is longer than what is made while one waits."""
    monkeypatch.setattr(views, "AT_ONCE_MAX", 0)


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_the_button_stands_under_a_list_for_whoever_may_export(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    for address in ("/dossiers/", "/work/?whose=ALL", "/registers/2026/"):
        assert "Xuất danh sách" in text_of(browser(BY).get(address))
        assert "Xuất danh sách" not in text_of(browser("tiepnhan1").get(address))


def test_a_short_list_is_there_at_once_with_the_filter_of_the_page(
    browser: SignIn, receive: Receive
) -> None:
    wanted, other = receive(owner="Trần Văn Khác"), receive()
    client = browser(BY)
    page = client.get("/dossiers/", {"q": "khac"})
    assert 'name="query" value="q=khac"' in text_of(page)
    made = client.post("/exports/", {**ASKED, "query": "q=khac"})
    shown = text_of(client.get(made["Location"]))
    assert "Từ cần tìm: khac" in shown
    assert "Tải tệp" in shown
    file = body_of(client.get(f"{made['Location']}file.bin")).decode("utf-8-sig")
    assert wanted in file
    assert other not in file
    assert "Từ cần tìm: khac" in text_of(client.get("/exports/"))


@pytest.mark.parametrize("form", ["XLSX", "CSV", "JSONL"])
@pytest.mark.parametrize(
    ("what", "query"),
    [("DOSSIERS", ""), ("WORK", "whose=ALL"), ("REGISTER", "year=2026")],
)
def test_every_list_comes_in_every_form(
    browser: SignIn, receive: Receive, what: str, query: str, form: str
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", {"what": what, "query": query, "form": form})
    fetched = client.get(f"{made['Location']}file.bin")
    assert fetched.status_code == 200
    assert f".{form.lower()}" in fetched["Content-Disposition"]
    assert ExportRun.objects.get().done == 1


def test_what_is_no_list_is_not_there(browser: SignIn, receive: Receive) -> None:
    receive()
    client = browser(BY)
    for faulty in ({"what": "X"}, {"form": "PDF"}, {"form": "x"}, {"what": "REGISTER_BOOK"}):
        answer = client.post("/exports/", {**ASKED, **faulty})
        assert answer.status_code in {302, 404}
    assert not ExportRun.objects.exists()
    assert client.post("/exports/", {**ASKED, "what": "REGISTER"}).status_code == 404


def test_a_long_list_is_made_by_the_worker_and_the_page_follows(
    browser: SignIn, receive: Receive, in_background: None
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", ASKED)["Location"]
    run = ExportRun.objects.get()
    waiting = text_of(client.get(made))
    assert "Chờ đến lượt" in waiting
    assert f'data-watch="{made}"' in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert client.get(f"{made}file.bin").status_code == 404
    assert 'data-watch="/exports/"' in text_of(client.get("/exports/"))
    work_on_export(run.pk, now=clock.now)
    over = text_of(client.get(made))
    assert "data-watch" not in over
    assert "1 dòng" in over


def test_a_broken_download_goes_on_byte_for_byte(browser: SignIn, receive: Receive) -> None:
    for _number in range(3):
        receive()
    client = browser(BY)
    address = client.post("/exports/", ASKED)["Location"] + "file.bin"
    whole = client.get(address)
    content, tag = body_of(whole), whole["ETag"]
    assert whole["Accept-Ranges"] == "bytes"
    half = len(content) // 2
    first = client.get(address, headers={"Range": f"bytes=0-{half - 1}"})
    rest = client.get(address, headers={"Range": f"bytes={half}-", "If-Range": tag})
    assert (first.status_code, rest.status_code) == (206, 206)
    assert rest["Content-Range"] == f"bytes {half}-{len(content) - 1}/{len(content)}"
    assert body_of(first) + body_of(rest) == content
    other = client.get(address, headers={"Range": f"bytes={half}-", "If-Range": '"other"'})
    assert (other.status_code, body_of(other)) == (200, content)
    head = client.head(address)
    assert (head.status_code, head["Content-Length"], head.content) == (
        200,
        str(len(content)),
        b"",
    )
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    beyond = client.get(address, headers={"Range": f"bytes={len(content)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(content)}")


def test_another_officer_finds_nothing_and_what_was_read_is_noted(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", {**ASKED, "query": "q=nhung"})["Location"]
    for address in (made, f"{made}file.bin"):
        assert browser("vanthu").get(address).status_code == 404
        assert browser("tiepnhan1").get(address).status_code == 404
    assert browser("vanthu").post(made, {"do": "cancel"}).status_code == 404
    client = browser(BY)
    client.get(f"{made}file.bin")
    notes = dict(
        AccessLog.objects.filter(act__startswith="dossier.export").values_list("act", "detail")
    )
    assert set(notes) == {"dossier.export-asked", "dossier.exported"}
    assert all("nhung" in detail for detail in notes.values())


def test_a_file_made_by_other_rights_is_not_given_any_more(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", ASKED)["Location"]
    ExportRun.objects.update(scope="0" * 64)
    refused = client.get(f"{made}file.bin", follow=True)
    assert "Quyền của bạn đã đổi" in text_of(refused)
    again = client.post(made, {"do": "again"})
    assert client.get(f"{again['Location']}file.bin").status_code == 200


def test_it_is_given_up_and_asked_for_again(
    browser: SignIn, receive: Receive, in_background: None
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", ASKED)["Location"]
    client.post(made, {"do": "cancel"})
    assert "Đã hủy" in text_of(client.get(made))
    for _number in range(RUNNING_MAX):
        assert client.post(made, {"do": "again"})["Location"] != made
    refused = client.post("/exports/", {**ASKED, "query": "q=x"}, follow=True)
    assert f"{RUNNING_MAX} tệp chưa lập xong" in text_of(refused)


def test_a_workbook_that_is_too_long_is_offered_as_csv(
    browser: SignIn, receive: Receive, in_background: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive()
    receive()
    monkeypatch.setattr("motcua.dossiers.rules.exports.SHEET_ROWS_MAX", 1)
    client = browser(BY)
    made = client.post("/exports/", {**ASKED, "form": "XLSX"})["Location"]
    work_on_export(ExportRun.objects.get().pk, now=clock.now)
    shown = text_of(client.get(made))
    assert "một bảng tính chứa nhiều nhất 1" in shown
    assert "Xuất dạng CSV" in shown
    client.post(made, {"do": "again", "form": "CSV"})
    assert ExportRun.objects.latest("pk").form == FileForm.CSV


def test_a_fault_of_ours_is_told_and_leaves_nothing(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    receive()

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("motcua.dossiers.exporting.writers.Csv.write", full)
    client = browser(BY)
    made = client.post("/exports/", ASKED)["Location"]
    assert "Máy gặp lỗi" in text_of(client.get(made))
    assert list(tmp_path.iterdir()) == []


def test_a_run_whose_worker_died_is_told_and_taken_up_again(
    browser: SignIn, receive: Receive, in_background: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive()
    client = browser(BY)
    made = client.post("/exports/", ASKED)["Location"]
    ExportRun.objects.update(attempt=1)
    DBTaskResult.objects.all().delete()
    later = PLAIN_MORNING + STILL_AFTER + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "đứng yên" in text_of(client.get(made))
    assert [look_after_runs.call() for _time in range(2)] == [1, 0]
    run = ExportRun.objects.get()
    work_on_export(run.pk, now=clock.now)
    run.refresh_from_db()
    assert (run.outcome, run.attempt) == (RunOutcome.DONE, 2)
    assert place_of(run.pk, 2).is_file()
