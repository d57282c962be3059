"""The worked tables of `docs/explain/deadlines.md` are run through `motcua due`, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from motcua.jobs.batch import due as due_door
from motcua.kernel.dates_vi import weekday_words
from tests.support.batch_doors import through
from tests.worktime.rules.offices import instant

PAGE = Path(__file__).parents[3] / "docs/explain/deadlines.md"
UNITS = {
    "ngày làm việc": "working_days",
    "giờ làm việc": "working_hours",
    "buổi": "half_days",
    "ngày": "calendar_days",
    "tháng": "months",
    "năm": "years",
}
COUNTING = {"ngày": "first_day_excluded", "giờ": "rolling_hours"}
OUTSIDE = {"trong ngày": "same_day", "buổi kế tiếp": "next_session"}
POLICIES = {"dừng": "pause", "lại từ đầu": "restart", "không dừng": "continue"}
CUTOFFS: dict[str, dict[str, Any]] = {
    "15:00": {},
    "15:00 mọi hồ sơ": {"cutoff_applies_to": "all"},
    "không": {"cutoff": None},
}
DAY = r"(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d)"
WEEKDAY_AND_DAY = re.compile(rf"(.+?) {DAY}")
PAUSE = re.compile(rf"(.+?) {DAY} → {DAY}")
SESSION = re.compile(r"(\d\d:\d\d)–(\d\d:\d\d)")

Row = dict[str, str]


def rows() -> Iterator[Row]:
    """Every row of every table of the page, as column name to text."""
    for table in re.findall(r"(?:^\|.*\|\n)+", PAGE.read_text(), re.MULTILINE):
        lines = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
        ]
        header, _rule, *body = lines
        yield from (dict(zip(header, cells, strict=True)) for cells in body)


OFFICES = {row["Cơ quan"]: row for row in rows() if "Thứ Bảy" in row}
WORKED = [row for row in rows() if "Hạn trả" in row]


def sessions(text: str) -> list[list[str]]:
    return [list(pair) for pair in SESSION.findall(text)]


def calendar(name: str) -> dict[str, Any]:
    hours = OFFICES[name]
    saturday = hours["Thứ Bảy"]
    week = {"mon-fri": sessions(hours["Thứ Hai – thứ Sáu"]), "sat": sessions(saturday)}
    return {"week": week, "reception_only": ["sat"] * saturday.endswith("chỉ tiếp nhận")}


def moment(day: str, month: str, year: str, clock: str) -> str:
    return f"{year}-{month}-{day}T{clock}"


def checked_moment(text: str) -> str:
    """`thứ Tư 13/03/2024 10:20` as the door takes it; the weekday must be the right one."""
    match = WEEKDAY_AND_DAY.fullmatch(text)
    assert match, text
    weekday, *rest = match.groups()
    written = moment(*rest)
    assert weekday == weekday_words(instant(written).date()), text
    return written


def limit(text: str) -> dict[str, str]:
    value, _space, words = text.partition(" ")
    timed = {"unit": UNITS.get(words, ""), "value": value.replace(",", ".")}
    return {"trong ngày": {"unit": "same_day"}}.get(text, timed)


def pauses(text: str) -> list[dict[str, str]]:
    told = [match.groups() for match in map(PAUSE.fullmatch, text.split("; ")) if match]
    return [
        {"policy": POLICIES[policy], "from": moment(*rest[:4]), "to": moment(*rest[4:])}
        for policy, *rest in told
    ]


def line(row: Row) -> dict[str, Any]:
    return {
        "id": row["Tiếp nhận"],
        "received": checked_moment(row["Tiếp nhận"]),
        "limit": limit(row["Thời hạn"]),
        "calendar": calendar(row["Cơ quan"]),
        "counting": COUNTING[row.get("Cách đếm", "ngày")],
        "outside_hours": OUTSIDE[row.get("Ngoài giờ", "trong ngày")],
        "pauses": pauses(row.get("Tạm dừng", "")),
        **CUTOFFS[row.get("Mốc giờ", "15:00")],
    }


def test_the_page_has_its_tables() -> None:
    assert len(OFFICES) == 7
    assert len(WORKED) >= 60


@pytest.mark.parametrize("row", WORKED, ids=lambda row: f"{row['Cơ quan']} {row['Tiếp nhận']}")
def test_a_worked_row_of_the_page_is_true(row: Row) -> None:
    assert through(due_door.answer, line(row)).get("due") == checked_moment(row["Hạn trả"])


@pytest.mark.parametrize(
    "row",
    [row for row in WORKED if "Tạm dừng" in row],
    ids=lambda row: f"{row['Cơ quan']} {row['Tiếp nhận']}",
)
def test_every_pause_of_the_page_was_read(row: Row) -> None:
    assert len(pauses(row["Tạm dừng"])) == row["Tạm dừng"].count("→") > 0
