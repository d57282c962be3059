"""`./motcua import opencps`: shown first, written with `--do`, and a second time nothing changes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from motcua.agencies.queries import agency_called
from motcua.agencies.shipped import SAMPLE_AGENCY
from motcua.dossiers.proof import disagreements
from motcua.jobs.command_line.office.moving import import_opencps
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from motcua.procedures.queries.catalogue import version_in_force
from motcua.worktime.proof import calendar_flaws
from motcua.worktime.queries.calendars import office_time
from tests.jobs.moving.opencps_export import BUILD, BY_ROWS, BY_WORDS, write_export
from tests.support.fresh import fresh_answers  # noqa: F401
from tests.support.working_office import CERTIFIED_COPY, put_up_office

FROM = "2026-11-01"
DAY, LATER = date(2026, 12, 1), date(2027, 3, 1)


@pytest.fixture
def _standing(db: None) -> None:
    put_up_office()


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """What is typed, but for `--do`."""
    export = write_export(tmp_path / "export")
    return [
        str(export),
        "--agency",
        SAMPLE_AGENCY,
        "--from",
        FROM,
        "--report",
        str(tmp_path / "told"),
    ]


def _facts() -> int:
    return Fact.objects.count()


def _agency_id() -> int:
    agency = agency_called(SAMPLE_AGENCY, DAY)
    assert agency is not None
    return agency.id


@pytest.mark.usefixtures("_standing")
def test_without_do_nothing_is_written_but_the_report(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _facts()
    import_opencps.run(asked)
    assert _facts() == before
    assert "chưa ghi gì" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "told").iterdir()) == [
        "opencps-catalogue.json",
        "opencps-processes.jsonl",
        "opencps-report.txt",
    ]


@pytest.mark.usefixtures("_standing")
def test_what_was_shown_is_what_is_done(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = import_opencps.run(asked)
    before = capsys.readouterr().out.splitlines()
    done = import_opencps.run([*asked, "--do"])
    after = capsys.readouterr().out.splitlines()
    assert shown == done
    only_shown = [line for line in before if line not in after]
    assert [line.partition(":")[0] for line in only_shown] == [
        "Xem trước",
        "Đúng ý thì gõ lại với --do.",
    ]


@pytest.mark.usefixtures("_standing")
def test_procedures_hours_and_days_are_in_force_after(asked: list[str]) -> None:
    import_opencps.run([*asked, "--do"])
    forget_all()
    building = version_in_force(BUILD, DAY)
    assert building is not None
    assert building.name == "Cấp giấy phép xây dựng"
    calendar = office_time(_agency_id(), DAY).calendar
    assert calendar.hours_on(DAY).sessions == ((450, 690), (810, 1020))
    assert calendar.hours_on(date(2026, 12, 5)).sessions == ((480, 690),)
    assert calendar.hours_on(date(2026, 12, 13)).sessions == ((450, 690), (810, 1020))
    assert not calendar.is_working_day(date(2026, 12, 7))
    assert calendar.is_working_day(date(2026, 12, 9))


@pytest.mark.usefixtures("_standing")
def test_what_the_catalogue_has_stays_unless_it_is_to_be_replaced(asked: list[str]) -> None:
    before = version_in_force(CERTIFIED_COPY, LATER)
    import_opencps.run([*asked, "--do"])
    forget_all()
    assert version_in_force(CERTIFIED_COPY, LATER) == before
    without_day = [word for word in asked if word not in {"--from", FROM}]
    import_opencps.run([*without_day, "--do", "--replace"])
    forget_all()
    after = version_in_force(CERTIFIED_COPY, LATER)
    assert before is not None
    assert after is not None
    assert after.version_id != before.version_id


@pytest.mark.usefixtures("_standing")
def test_an_amount_in_a_text_is_a_note_and_never_charged(asked: list[str]) -> None:
    without_day = [word for word in asked if word not in {"--from", FROM}]
    import_opencps.run([*without_day, "--do", "--replace"])
    forget_all()
    version = version_in_force(BY_WORDS, LATER)
    assert version is not None
    assert [fee.amount_vnd for fee in version.fees] == []
    assert any("cần kiểm tra" in note for note in version.notes)


@pytest.mark.usefixtures("_standing")
def test_a_second_time_nothing_changes(asked: list[str]) -> None:
    import_opencps.run([*asked, "--do"])
    forget_all()
    before = _facts()
    import_opencps.run([*asked, "--do"])
    assert _facts() == before
    assert [*verify(), *disagreements(), *calendar_flaws()] == []


@pytest.mark.usefixtures("_standing")
def test_the_report_names_what_was_refused_and_what_was_not_understood(
    asked: list[str], tmp_path: Path
) -> None:
    assert import_opencps.run(asked) == 1  # a code stands twice
    told = (tmp_path / "told" / "opencps-report.txt").read_text()
    for words in (
        "Đơn vị thời hạn lạ",
        "vừa nghỉ vừa làm bù",
        "thẻ HTML",
        "Mã có nhiều lần",
        "Mã riêng của tỉnh",
        "MenuConfig.xml",
        "Thủ tục không nhận: 1",
        "Thủ tục đã có, giữ bản trong danh mục",
    ):
        assert words in told


@pytest.mark.usefixtures("_standing")
def test_the_processes_are_documents_to_read(asked: list[str], tmp_path: Path) -> None:
    import_opencps.run(asked)
    lines = (tmp_path / "told" / "opencps-processes.jsonl").read_text().splitlines()
    documents = [json.loads(line) for line in lines]
    assert {one["procedure_code"] for one in documents} >= {BUILD, BY_ROWS}
    assert all(one["steps"] for one in documents)


@pytest.mark.usefixtures("_standing")
def test_without_an_agency_the_calendar_is_only_read(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    without = [word for word in asked if word not in {"--agency", SAMPLE_AGENCY}]
    import_opencps.run([*without, "--do"])
    assert "--agency" in capsys.readouterr().out
    forget_all()
    assert office_time(_agency_id(), DAY).calendar.hours_on(DAY).sessions == (
        (480, 720),
        (780, 1020),
    )


@pytest.mark.usefixtures("_standing")
def test_an_unknown_agency_is_told_what_to_do(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [word.replace(SAMPLE_AGENCY, "khong-co") for word in asked]
    assert import_opencps.run(typed) == 1
    assert "import agencies" in capsys.readouterr().err


def test_a_file_that_is_no_export_is_named(
    tmp_path: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "la.xml").write_text("không phải XML")
    assert import_opencps.run([str(tmp_path / "la.xml")]) == 1
    assert "la.xml" in capsys.readouterr().err


@pytest.mark.usefixtures("_standing")
def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tep").write_text("")
    before = _facts()
    assert import_opencps.run([*asked, "--do", "--report", str(tmp_path / "tep" / "duoi")]) == 1
    assert _facts() == before
    assert "Không ghi được báo cáo" in capsys.readouterr().err
