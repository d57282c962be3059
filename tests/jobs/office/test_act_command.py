"""`./motcua act`, `work`, `list` and `export dossiers`: what the pages do, typed at a terminal."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from motcua.audit.models import AccessLog
from motcua.dossiers.models import Dossier
from motcua.jobs.command_line.office.dossiers import act, listing, work
from motcua.jobs.command_line.office.moving import export
from motcua.kernel.clock import local_day, now
from motcua.ledger.models import Fact
from tests.support.money import owing
from tests.support.papers_sent import a_pdf
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module

pytestmark = pytest.mark.django_db
EARLIER = timedelta(minutes=5)
TODAY = local_day(now())


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def code(office: None, db: None) -> str:
    """A dossier received a moment ago."""
    return owing(at=now() - EARLIER)


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_act_is_carried_out_and_tells_what_is_next(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = [code, "start", "--officer", "thuly1", "--key", "one"]
    assert [act.run(line) for _time in range(2)] == [0, 0]
    first, again = told(capsys)
    assert first == again
    assert (first["stage"]["code"], first["version"]) == ("PROCESSING", 2)
    assert "propose" in first["available_acts"]
    assert Fact.objects.filter(code="dossier.processing-started").count() == 1


def test_a_body_may_come_by_standard_input(
    code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = io.TextIOWrapper(io.BytesIO('{"text": "Đã gọi điện"}'.encode()))
    monkeypatch.setattr("sys.stdin", body)
    assert act.run([code, "note", "--officer", "thuly1", "--given", "-"]) == 0
    assert told(capsys)[0]["version"] == 2


def test_a_file_is_sent_and_attached(
    code: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "giay-to.pdf"
    path.write_bytes(a_pdf("Giấy tờ"))
    line = [code, "attach", "--officer", "tiepnhan1", "--file", str(path)]
    assert act.run(line) == 0
    assert Dossier.objects.get(code=code).version == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["start", "--officer", "lanhdao"], "not-permitted"),
        (["start", "--officer", "nobody"], "not-found"),
        (
            ["send-back", "--officer", "truongphong", "--given", '{"reason": "x"}'],
            "act-not-allowed",
        ),
        (["propose", "--officer", "thuly1", "--given", "{"], "body-unreadable"),
        (["propose", "--officer", "thuly1", "--given", "[]"], "body-unreadable"),
        (["propose", "--officer", "thuly1"], "decision: "),
        (["start", "--officer", "thuly1", "--seen", "7"], "changed-meanwhile"),
        (["attach", "--officer", "thuly1", "--file", "/nowhere.pdf"], "/nowhere.pdf"),
    ],
)
def test_what_is_refused_says_why(
    code: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    line: list[str],
    words: str,
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert act.run([code, *line]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err
    assert Dossier.objects.get(code=code).version == 1


def test_work_and_lists_are_told_line_by_line(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert work.run(["--officer", "thuly1", "--whose", "ALL"]) == 0
    assert [row["code"] for row in told(capsys)] == [code]
    assert listing.run(["dossiers", "--officer", "tiepnhan1", "--q", code]) == 0
    assert [row["stage"]["code"] for row in told(capsys)] == ["RECEIVED"]
    assert listing.run(["register", "--officer", "vanthu"]) == 0
    assert [row["number"] for row in told(capsys)] == [1]
    assert listing.run(["officers", "--officer", "lanhdao"]) == 0
    assert "thuly1" not in {row["name"] for row in told(capsys)}
    for what in ("receipts", "tills"):
        assert listing.run([what, "--officer", "tiepnhan1"]) == 0
        assert told(capsys) == []


def test_a_list_as_a_table_has_words_and_no_addresses(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listing.run(["dossiers", "--officer", "tiepnhan1", "--table"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.startswith("code")
    assert "link" not in head
    assert row.startswith(code)
    assert "Được tiếp nhận" in row


def test_lists_are_for_those_who_may_and_leave_a_note(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listing.run(["dossiers", "--officer", "quantri"]) == 1
    assert capsys.readouterr().out == ""
    assert listing.run(["dossiers", "--officer", "thuly2"]) == 0
    assert told(capsys) == []
    note = AccessLog.objects.latest("id")
    assert (note.act, json.loads(note.actor)["door"]) == ("dossier.list", "COMMAND_LINE")


def exported(*more: str, agency: str = "H26.45", first: date = TODAY) -> int:
    period = ["--from", first.isoformat(), "--to", TODAY.isoformat()]
    return export.run(["dossiers", "--agency", agency, *period, *more])


def test_dossiers_of_a_period_are_exported(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    Dossier.objects.update(received_on=TODAY, owner_name="=cmd|' /C calc'!A0")
    assert exported() == 0
    (row,) = told(capsys)
    assert (row["code"], row["stage"], row["register_number"]) == (code, "RECEIVED", 1)
    assert row["received_at"].endswith("+07:00")
    note = AccessLog.objects.latest("id")
    assert note.act == "register.export"


def test_a_spreadsheet_takes_no_text_for_a_formula(code: str, tmp_path: Path) -> None:
    Dossier.objects.update(received_on=TODAY, owner_name="=1+1")
    sheet, book = tmp_path / "a.csv", tmp_path / "a.xlsx"
    assert exported("--format", "csv", str(sheet)) == 0
    (row,) = csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig")))
    assert (row["code"], row["applicant_name"]) == (code, "'=1+1")
    assert exported("--format", "xlsx", str(book)) == 0
    inside = zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in inside
    assert code in inside


def test_what_lies_outside_the_period_is_left_out(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Dossier.objects.update(received_on=TODAY - timedelta(days=1))
    assert exported() == 0
    assert told(capsys) == []
    assert exported(first=TODAY - timedelta(days=1)) == 0
    assert len(told(capsys)) == 1


def test_an_export_for_an_officer_holds_what_he_may_see(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Dossier.objects.update(received_on=TODAY)
    assert [exported("--officer", name) for name in ("lanhdao", "thuly1", "quantri")] == [0, 1, 1]
    assert len(told(capsys)) == 1


def test_an_agency_that_is_none_is_told(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(agency="H99.99") == 1
    assert "H99.99" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_told(
    code: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert exported(str(tmp_path / "no" / "a.jsonl")) == 1
    assert "a.jsonl" in capsys.readouterr().err
