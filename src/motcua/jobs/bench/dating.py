"""Dates: the many, the explained, the line of JSON, beside a bare loop over the table of days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from random import Random

import orjson

from motcua.jobs.batch import due as due_door
from motcua.jobs.batch import lines
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.figures import Figure, many_at_once
from motcua.jobs.bench.timing import rates_in_turns
from motcua.jobs.workload.place import Place
from motcua.kernel.clock import ZONE
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import FIRST_ORDINAL
from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.rules.due_many import due_many
from motcua.worktime.rules.official_days import default_calendar
from motcua.worktime.vocabulary import Unit

MANY, EXPLAINED, LINES = 100_000, 3_000, 3_000
ROUNDS = 7
BARE = "a loop over the bare table: day -> index -> day"
Receipt = tuple[datetime, int]


def measure(asking: Asking, _place: Place) -> Iterator[Figure]:
    """Three figures; about five seconds."""
    calendar = default_calendar()
    receipts = _receipts(Random(asking.seed), MANY)  # noqa: S311  # data, not a secret
    bare = _bare(calendar, receipts)
    for name, ours in (
        ("due dates, many at once", lambda: len(due_many(calendar, receipts))),
        ("due dates with their reasons", lambda: _explained(calendar, receipts[:EXPLAINED])),
    ):
        yield _figure(name, ours, bare, BARE)
    text = _lines(receipts[:LINES])
    yield _figure("motcua due, lines of JSON", lambda: _by_door(text), lambda: _echoed(text), (
        "the same lines read and written, nothing worked out"
    ))  # fmt: skip


def _figure(name: str, ours: Callable[[], int], floor: Callable[[], int], floor_is: str) -> Figure:
    ours()
    ours_rates, floor_rates = rates_in_turns(ours, floor, rounds=ROUNDS)
    return many_at_once(name, ours=ours_rates, floor=floor_rates, floor_is=floor_is)


def _receipts(random: Random, count: int) -> list[Receipt]:
    start = datetime(2024, 1, 2, 8, 0, tzinfo=ZONE)
    return [
        (start + timedelta(minutes=random.randrange(2 * 365 * 24 * 60)), random.randint(1, 30))
        for _number in range(count)
    ]


def _bare(calendar: WorkCalendar, receipts: list[Receipt]) -> Callable[[], int]:
    worked_before, working = calendar.table.worked_before, calendar.table.working

    def loop() -> int:
        return len(
            [
                working[worked_before[at.toordinal() - FIRST_ORDINAL + 1] + days - 1]
                for at, days in receipts
            ]
        )

    return loop


def _explained(calendar: WorkCalendar, receipts: list[Receipt]) -> int:
    for at, days in receipts:
        due(ClockRequest(received_at=at, unit=Unit.WORKING_DAYS, value=days, calendar=calendar))
    return len(receipts)


def _lines(receipts: list[Receipt]) -> bytes:
    return b"".join(
        orjson.dumps(
            {
                "id": str(number),
                "received": f"{at:%Y-%m-%dT%H:%M}",
                "limit": {"unit": "working_days", "value": days},
            },
            option=orjson.OPT_APPEND_NEWLINE,
        )
        for number, (at, days) in enumerate(receipts)
    )


def _by_door(text: bytes) -> int:
    answers = BytesIO()
    lines.run(due_door.answer, BytesIO(text), answers)
    said = answers.getvalue()
    assert b'"error"' not in said, said[:500]
    return said.count(b"\n")


def _echoed(text: bytes) -> int:
    answers = [
        orjson.dumps(orjson.loads(line), option=orjson.OPT_APPEND_NEWLINE)
        for line in text.splitlines()
    ]
    return len(answers)
