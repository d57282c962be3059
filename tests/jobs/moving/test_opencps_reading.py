"""An export of OpenCPS is read as it was meant, and what is wrong in it is told, not guessed."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.jobs.moving.opencps.calendars import sessions_of, special_days, week_hours
from motcua.jobs.moving.opencps.content import Export, Found, Hours
from motcua.jobs.moving.opencps.elements import read
from motcua.jobs.moving.opencps.files import contents
from motcua.jobs.moving.opencps.procedures import Place, catalogue_document
from motcua.jobs.moving.opencps.processes import process_documents
from motcua.jobs.moving.opencps.reading import count_of, read_export
from motcua.jobs.moving.opencps.refusals import ExportUnreadable
from motcua.jobs.moving.opencps.rows import day_of
from motcua.jobs.moving.opencps.texts import plain_lines
from motcua.worktime.rules.week import week_of
from motcua.worktime.vocabulary import DayHours, DayKind
from tests.jobs.moving.opencps_export import (
    BUILD,
    BY_ROWS,
    BY_WORDS,
    COPY,
    LOCAL,
    STRANGE,
    write_export,
)

TODAY = date(2026, 11, 1)
HERE = Place()


@pytest.fixture
def export(tmp_path: Path) -> Export:
    return read_export(contents(write_export(tmp_path / "export")))


def _told(export: Export, what: Found) -> list[str]:
    return [one.about for one in export.findings if one.what is what]


def _records(export: Export, place: Place = HERE) -> dict[str, dict[str, object]]:
    """The last of each code."""
    return {one["code"]: one for one in catalogue_document(export, place)["procedures"]}


def test_files_in_folders_and_in_a_zip_read_the_same(tmp_path: Path, export: Export) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for path in sorted((tmp_path / "export").rglob("*")):
            archive.write(path, path.relative_to(tmp_path / "export"))
    again = read_export(contents(tmp_path / "export.zip"))
    assert count_of(again) == count_of(export)
    assert count_of(export) == {
        "services": 7, "processes": 5, "templates": 2, "holidays": 10, "hours": 7,
    }  # fmt: skip


def test_a_limit_is_counted_in_the_unit_of_its_process(export: Export) -> None:
    records = _records(export)
    assert records[COPY]["time_limit"] == {"value": 1, "unit": "working_days", "text": "Trong ngày"}
    assert records[BY_ROWS]["time_limit"] == {"value": 40, "unit": "hours", "text": ""}


def test_an_unknown_unit_gives_no_limit_and_is_told(export: Export) -> None:
    assert _records(export)[STRANGE]["time_limit"] == {"value": None, "unit": None, "text": ""}
    assert set(_told(export, Found.UNIT_UNKNOWN)) == {STRANGE}


def test_processes_that_differ_give_no_limit_and_are_told(export: Export) -> None:
    assert _records(export)[BUILD]["time_limit"]["value"] is None  # type: ignore[index]
    assert _told(export, Found.LIMITS_DIFFER) == [BUILD]


def test_a_code_told_twice_is_named(export: Export) -> None:
    _records(export)
    assert _told(export, Found.CODE_TWICE) == [STRANGE]


def test_a_local_code_needs_to_know_its_place(export: Export) -> None:
    assert LOCAL not in _records(export)
    assert _told(export, Found.LOCAL_CODE) == [LOCAL]
    kept = _records(export, Place(place="Quảng Nam"))[LOCAL]
    assert (kept["code_scope"], kept["place"]) == ("local", "Quảng Nam")


def test_html_is_taken_off_and_told(export: Export) -> None:
    record = _records(export)[COPY]
    assert record["subjects"] == ["Cá nhân", "Tổ chức"]
    assert record["papers"][0]["name"] == "Bản chính giấy tờ"  # type: ignore[index]
    assert COPY in _told(export, Found.HTML_TAKEN_OFF)


def test_only_what_is_handed_in_becomes_a_paper(export: Export) -> None:
    papers = _records(export)[COPY]["papers"]
    assert [(one["name"], one["is_optional"]) for one in papers] == [  # type: ignore[attr-defined]
        ("Bản chính giấy tờ", False),
        ("Giấy ủy quyền", True),
    ]


def test_papers_told_in_words_are_not_guessed(export: Export) -> None:
    record = _records(export)[BUILD]
    assert (record["papers"], record["missing"]) == ([], ["papers"])
    assert _told(export, Found.PAPERS_AS_TEXT) == [BUILD]


def test_a_fee_stays_words_to_be_read(export: Export) -> None:
    fees = _records(export)[COPY]["fees"]
    assert [one["amount"] for one in fees] == [2000, 1000]  # type: ignore[attr-defined]
    assert {one["currency"] for one in fees} == {"đồng, cần kiểm tra:"}  # type: ignore[attr-defined]
    assert set(_told(export, Found.FEE_TO_CHECK)) == {COPY, BY_WORDS}


def test_laws_are_known_by_their_numbers(export: Export) -> None:
    assert _records(export)[COPY]["legal_basis"] == ["23/2015/NĐ-CP", "226/2016/TT-BTC"]


def test_what_has_no_place_is_told(export: Export) -> None:
    _records(export)
    assert _told(export, Found.FILE_NOT_TAKEN) == ["MenuConfig.xml"]
    assert _told(export, Found.ROWS_NOT_UNDERSTOOD) == ["tables.json"]
    assert _told(export, Found.TEXT_WITHOUT_PLACE) == [BUILD]


def test_days_that_contradict_each_other_are_not_taken(export: Export) -> None:
    days = {one.day: one.kind for one in special_days(export, since=TODAY)}
    assert days == {
        date(2026, 12, 5): DayKind.EXTRA_WORK,
        date(2026, 12, 7): DayKind.OFF,
        date(2026, 12, 13): DayKind.EXTRA_WORK,
    }
    assert _told(export, Found.DAY_CONTRADICTED) == ["2026-12-09"]
    assert _told(export, Found.DAY_TWICE) == ["2026-12-07"]
    assert _told(export, Found.DAY_KIND_UNKNOWN) == ["2026-12-10"]
    assert [one.detail for one in export.findings if one.what is Found.DAY_UNREADABLE] == [
        "31/02/2027"
    ]
    assert [one.detail for one in export.findings if one.what is Found.DAY_PAST] == ["3"]


def test_saturday_and_sunday_are_where_they_belong(export: Export) -> None:
    week = week_hours(export)
    assert week is not None
    assert week[5] == DayHours(((8 * 60, 11 * 60 + 30),))
    assert week[6] == DayHours(())
    assert {len(hours.sessions) for hours in week_of(week)[:5]} == {2}


@pytest.mark.parametrize(
    ("day", "hours", "what"),
    [
        ("2", "8 giờ đến 12 giờ", Found.HOURS_UNREADABLE),
        ("2", "13:00-12:00", Found.HOURS_UNREADABLE),
        ("2", "08:00-12:00,11:00-17:00", Found.HOURS_UNREADABLE),
        ("2", "08:75-12:00", Found.HOURS_UNREADABLE),
        ("0", "08:00-12:00", Found.WEEKDAY_UNKNOWN),
        ("8", "08:00-12:00", Found.WEEKDAY_UNKNOWN),
        ("3", "09:00-12:00", Found.HOURS_TWICE),
    ],
)
def test_one_bad_line_of_hours_refuses_the_whole_week(day: str, hours: str, what: Found) -> None:
    export = Export(
        hours=[
            Hours(day="3", hours="08:00-12:00", source="x"),
            Hours(day=day, hours=hours, source="x"),
        ]
    )
    assert week_hours(export) is None
    assert [one.what for one in export.findings] == [what]


def test_a_week_without_any_hours_is_refused() -> None:
    export = Export(hours=[Hours(day=str(day), hours="", source="x") for day in range(1, 8)])
    assert week_hours(export) is None
    assert [one.what for one in export.findings] == [Found.HOURS_UNREADABLE]


@given(st.lists(st.integers(0, 24 * 60), min_size=4, max_size=4, unique=True).map(sorted))
def test_hours_that_are_written_are_read(minutes: list[int]) -> None:
    a, b, c, d = minutes
    clock = [f"{minute // 60:02}:{minute % 60:02}" for minute in minutes]
    assert sessions_of(f"{clock[0]}-{clock[1]}, {clock[2]}-{clock[3]}") == ((a, b), (c, d))


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("02/09/2026", date(2026, 9, 2)),
        ("2/9/2026 00:00:00", date(2026, 9, 2)),
        ("2026-09-02T00:00:00", date(2026, 9, 2)),
        ("20260902000000", date(2026, 9, 2)),
        (1788282000000, date(2026, 9, 2)),
        ("hôm nay", None),
        (None, None),
    ],
)
def test_days_are_read_in_every_form_it_writes(told: object, day: date | None) -> None:
    assert day_of(told) == day


def test_a_process_is_kept_with_steps_actions_and_guards(export: Export) -> None:
    found = {
        (one["procedure_code"] or "").split(".000.")[0]: one for one in process_documents(export)
    }
    copy = found[COPY]
    assert [step["action"] for step in copy["steps"]] == ["Tiếp nhận", "Chứng thực"]
    assert (copy["steps"][0]["role"], copy["steps"][0]["time"]) == (
        "Chuyên viên", {"value": 0.5, "unit": "working_days"},
    )  # fmt: skip
    assert (copy["sum_of_steps"], copy["sum_matches_total"]) == (1, True)
    assert copy["actions"][1]["guard"] == "payok"
    assert found[STRANGE]["total"] == {"value": 3, "unit": "opencps:5"}
    assert "QT-CT" in _told(export, Found.STEP_UNKNOWN)


def test_steps_that_do_not_add_up_are_marked(export: Export) -> None:
    uneven = {one["id"] for one in process_documents(export) if not one["sum_matches_total"]}
    assert f"opencps-QT-XD1-{BUILD}" in uneven
    assert f"opencps-QT-XD2-{BUILD}" not in uneven


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "document-type"),
        (b"<x><y></x>", "not-xml"),
        (b"", "not-xml"),
        (b'{"a": ', "not-json"),
        (b"<a>" * 60 + b"</a>" * 60, "too-deep"),
    ],
)
def test_what_is_no_export_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(ExportUnreadable) as refused:
        read("x.xml", content)
    assert refused.value.params["problem"] == problem


@given(st.text())
def test_no_text_breaks_the_reader_of_texts(text: str) -> None:
    assert all(line.strip() for line in plain_lines(text))


NAMES = st.sampled_from(
    ["serviceCode", "serviceName", "day", "hours", "holidayDate", "processNo", "durationCount",
     "serviceInfoId", "serviceConfigId", "govAgencyCode", "stepCode", "roles", "data"]
)  # fmt: skip
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats() | st.text()


@given(
    st.recursive(
        PLAIN, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=20
    )
)
def test_no_json_breaks_the_reader(value: object) -> None:
    export = read_export([("x.json", orjson.dumps([value]))])
    document = catalogue_document(export, HERE)
    assert len(document["procedures"]) <= len(export.services)
    assert len(special_days(export, since=TODAY)) <= len(export.holidays)
    assert week_hours(export) is None or export.hours
    assert len(list(process_documents(export))) >= len(export.processes)
