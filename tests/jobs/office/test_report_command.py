"""`./motcua report`: a document on standard output, words on standard error."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from motcua.dossiers.tallies import changed
from motcua.dossiers.vocabulary import Stage
from motcua.jobs.command_line.office import report
from motcua.reports.queries import causes
from motcua.reports.vocabulary import ReportName
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING, at
from tests.support.reception import BIRTH, a_ground, a_reception, receive
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.django_db
JUNE = ["--agency", "xa-gia-lam", "--from", "15/05/2026", "--to", "2026-06-14"]
AFTER_JUNE = at(date(2026, 6, 15), "08:00")


@pytest.fixture(autouse=True)
def _office(monkeypatch: pytest.MonkeyPatch) -> None:
    a_ground()
    given = a_reception(BIRTH_AGAIN)
    bring(receive(given, actor=officer("tiepnhan1")).code, Stage.SETTLED)
    now: datetime = AFTER_JUNE
    monkeypatch.setattr(report, "now", lambda: now)


def told(capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[dict[str, Any], str]:
    out, err = capsysbinary.readouterr()
    return json.loads(out), err.decode()


@pytest.mark.parametrize("name", ReportName)
def test_only_the_document_goes_to_standard_output(
    name: ReportName, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert report.run([name, *JUNE, "--format", "json"]) == 0
    document, words = told(capsysbinary)
    assert document["report"] == name
    assert (
        document["total"]["values"]["settled" if name != "online-share" else "received-in-period"]
        == 1
    )
    assert "đều khớp" in words


@pytest.mark.parametrize("name", ["II.06a", "ii06a", "II.06a/VPCP/KSTT"])
def test_a_form_is_named_as_on_paper_too(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert report.run([name, *JUNE]) == 0
    assert told(capsysbinary)[0]["report"] == "ii06a"


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_files_are_written_where_asked(form: str, begins: bytes, tmp_path: Path) -> None:
    target = tmp_path / f"thang-6.{form}"
    assert report.run(["ii06a", *JUNE, "--format", form, "--output", str(target)]) == 0
    assert target.read_bytes().startswith(begins)
    assert report.run(["ii06a", *JUNE, "--output", str(tmp_path / "khong" / "co.json")]) == 1


def test_an_agency_is_named_by_its_code_too(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    asked = ["ii06a", "--agency", "H26.45", *JUNE[2:]]
    assert report.run(asked) == 0
    assert told(capsysbinary)[0]["agency"]["slug"] == "xa-gia-lam"


def test_a_closed_period_is_told_as_closed_and_its_differences_with_their_cause(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert report.run(["ii06a", *JUNE, "--close", "--officer", "lanhdao"]) == 0
    assert report.run(["ii06a", *JUNE, "--differences"]) == 0
    capsysbinary.readouterr()
    given = a_reception(BIRTH, received_at=PLAIN_MORNING, note="Nhập muộn")
    code = receive(given, actor=officer("tiepnhan1"), at=at(date(2026, 6, 16), "09:00")).code
    assert report.run(["ii06a", *JUNE]) == 0
    document, words = told(capsysbinary)
    assert document["closing"]["by"] == officer("lanhdao").name
    assert document["total"]["values"]["received"] == 1
    assert "đã chốt" in words
    assert report.run(["ii06a", *JUNE, "--recount"]) == 0
    assert told(capsysbinary)[0]["total"]["values"]["received"] == 2
    assert report.run(["ii06a", *JUNE, "--differences"]) == 0
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    received = next(one for one in lines if (one["row"], one["column"]) == ("total", "received"))
    assert (received["closed"]["count"], received["now"]["count"]) == (1, 2)
    assert [cause["dossier_code"] for cause in received["causes"]] == [code]
    assert (received["causes_left"], received["is_complete"]) == (0, True)


def test_causes_that_were_cut_off_are_told_on_both_outputs(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changed, "PIECE", 1)
    monkeypatch.setattr(causes, "LOOKED_AT_MAX", 1)
    assert report.run(["ii06a", *JUNE, "--close", "--officer", "lanhdao"]) == 0
    capsysbinary.readouterr()
    given = a_reception(BIRTH, received_at=PLAIN_MORNING, note="Nhập muộn")
    for _one in range(2):
        receive(given, actor=officer("tiepnhan1"), at=at(date(2026, 6, 16), "09:00"))
    assert report.run(["ii06a", *JUNE, "--differences"]) == 0
    out, err = capsysbinary.readouterr()
    assert {json.loads(line)["is_complete"] for line in out.splitlines()} == {False}
    assert "Danh sách nguyên nhân chưa đủ: mới xem 1 hồ sơ." in err.decode()


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        (["ii06a"], 2, "Còn thiếu: --agency, --from, --to."),
        (["ii06a", "--agency", "khong-co", *JUNE[2:]], 1, "Không tìm thấy"),
        (["ii06a", *JUNE, "--officer", "tiepnhan1"], 1, "Không tìm thấy"),
        (["ii06a", *JUNE, "--close"], 1, "Không tìm thấy"),
        (["ii06a", *JUNE, "--differences"], 1, "chưa chốt"),
        (["ii06a", *JUNE[:4], "--to", "01/01/2020"], 1, "Ngày cuối trước ngày đầu"),
    ],
)
def test_what_is_refused_is_told_in_words(
    asked: list[str], code: int, words: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert report.run(asked) == code
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert words in err.decode()


@pytest.mark.parametrize("asked", [["khong-co", *JUNE], ["ii06a", *JUNE[:4], "--to", "31/02/2026"]])
def test_what_was_typed_wrong_ends_in_two(asked: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        report.run(asked)
    assert ended.value.code == 2


def test_the_reports_there_are_can_be_listed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert report.run(["--list"]) == 0
    listed = capsysbinary.readouterr().out.decode().splitlines()
    assert [line.split()[0] for line in listed] == [str(name) for name in ReportName]
