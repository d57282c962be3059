"""Tallies counted from the stays by the database: the same as `rules.stays.contributions`, in SQL.

`tallies.proof` compares what is kept with what this counts; a property test holds the rule and
this text equal.
"""

from __future__ import annotations

from django.db import connection

from motcua.dossiers.rules.stays import COLUMN_OF_CHANNEL, COLUMN_OF_END, COLUMNS
from motcua.dossiers.vocabulary import Began, TallyLevel

KEY = ("agency_id", "day", "procedure_id", "unit_key")
STAYS = (
    "SELECT agency_id, {day}, procedure_id, COALESCE(unit_id, 0), {columns} FROM dossiers_stay s "
)
LEVELED = ("agency_id", "level", "day", "procedure_id", "unit_key", *COLUMNS)


def counted_days() -> str:
    """A query: every cell of a day with its counts, those without any left out."""
    parts = " UNION ALL ".join((_begun(), _ended(), *_overdue()))
    names = ", ".join((*KEY, *COLUMNS))
    return f"WITH told ({names}) AS ({parts}) " + _added_up("told", "day")


def counted_months() -> str:
    """A query: the days of the table added up by month."""
    months = f"SELECT *, {_first_of_month('day')} AS month FROM dossiers_tally WHERE level = '{TallyLevel.DAY}'"  # noqa: S608
    return _added_up(f"({months}) AS told", "month")


def _added_up(told: str, day: str) -> str:
    sums = ", ".join(f"SUM({name}) AS {name}" for name in COLUMNS)
    some = " OR ".join(f"SUM({name}) <> 0" for name in COLUMNS)
    return (
        f"SELECT agency_id, {day} AS day, procedure_id, unit_key, {sums} FROM {told} "  # noqa: S608
        f"GROUP BY agency_id, told.{day}, procedure_id, unit_key HAVING {some}"
    )


def count_days() -> str:
    """Write the days of an empty table."""
    return _insert(TallyLevel.DAY, counted_days())


def count_months() -> str:
    """Write the months from the days."""
    return _insert(TallyLevel.MONTH, counted_months())


def _insert(level: TallyLevel, counted: str) -> str:
    names = ", ".join(COLUMNS)
    return (
        f"INSERT INTO dossiers_tally ({', '.join(LEVELED)}) "  # noqa: S608
        f"SELECT agency_id, '{level}', day, procedure_id, unit_key, {names} FROM ({counted}) AS counted"
    )


def _first_of_month(day: str) -> str:
    if connection.vendor == "postgresql":
        return f"CAST(date_trunc('month', {day}) AS date)"
    return f"strftime('%Y-%m-01', {day})"


def _stays(day: str, given: dict[str, str]) -> str:
    columns = ", ".join(given.get(name, "0") for name in COLUMNS)
    return STAYS.format(day=day, columns=columns)


def _one_if(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def _begun() -> str:
    moved = f"began_as = '{Began.MOVED}'"
    channels = {
        column: _one_if(f"NOT ({moved}) AND channel = '{channel}'")
        for channel, column in COLUMN_OF_CHANNEL.items()
    }
    reopened = _one_if(f"began_as = '{Began.REOPENED}'")
    return _stays("began_on", {**channels, "moved_in": _one_if(moved), "reopened": reopened})


def _ended() -> str:
    ends = {column: _one_if(f"ended_as = '{end}'") for end, column in COLUMN_OF_END.items()}
    without = _one_if("without_result")
    return _stays("ended_on", {**ends, "without_result": without}) + "WHERE ended_on IS NOT NULL"


def _overdue() -> tuple[str, ...]:
    lasted = "WHERE overdue_on IS NOT NULL AND (ended_on IS NULL OR ended_on > overdue_on)"
    past = "JOIN dossiers_pastoverdue p ON p.stay_id = s.id"
    return (
        _stays("overdue_on", {"overdue": "1"}) + lasted,
        _stays("ended_on", {"overdue": "-1"}) + lasted + " AND ended_on IS NOT NULL",
        _stays("p.from_on", {"overdue": "1"}) + past,
        _stays("p.until_on", {"overdue": "-1"}) + past,
    )
