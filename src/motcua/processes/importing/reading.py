"""A published table of steps turned into a definition, with a note for all that was read into it. Pure.

The shape is that of `data/real_processes.json`: a process with `total`, and `steps` with `order`, `role`,
`action`, `time`, `form`, `output`. Nothing is made up and nothing is put right: what does not add up is
what checking is to tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from motcua.processes.importing.who_words import WhoRead, who_of
from motcua.processes.rules.act_words import acts_of
from motcua.processes.rules.document import document_of
from motcua.processes.rules.shapes import Next, Process, Step, StepLimit
from motcua.processes.vocabulary import (
    NAME_LENGTH_MAX,
    NUMBER_LENGTH_MAX,
    STEPS_MAX,
    TEXT_LENGTH_MAX,
)
from motcua.worktime.vocabulary import Unit

UNITS: Final = {
    "days": Unit.CALENDAR_DAYS,
    "working_days": Unit.WORKING_DAYS,
    "half_days": Unit.HALF_DAYS,
    "hours": Unit.WORKING_HOURS,
    "working_hours": Unit.WORKING_HOURS,
    "months": Unit.MONTHS,
    "same_day": Unit.SAME_DAY,
}


class TableMalformed(Exception):
    """The file holds no tables of steps; the part that is missing or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that was read into the table; `step` is its number in it."""

    code: str
    step: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """`definition` is None where the table has no steps to read."""

    id: str
    name: str
    code: str
    place: str
    source: str
    definition: dict[str, Any] | None
    notes: tuple[Note, ...] = ()


def read_tables(document: Any) -> tuple[TableRead, ...]:
    """Every process of a file. TableMalformed with the part that is missing or wrong."""
    if not isinstance(document, Mapping) or not isinstance(document.get("processes"), list):
        raise TableMalformed("processes")
    return tuple(read_table(one) for one in document["processes"])


def read_table(given: Any) -> TableRead:
    """One process. TableMalformed with the part that is missing or wrong."""
    if not isinstance(given, Mapping) or not isinstance(given.get("steps"), list):
        raise TableMalformed("steps")
    rows = [one for one in given["steps"][:STEPS_MAX] if isinstance(one, Mapping)]
    whos = [who_of(_text(row, "role"), _text(row, "action")) for row in rows]
    notes: list[Note] = []
    rows, whos = _from_reception(rows, whos, notes)
    loose = _is_loose(given, rows)
    if loose:
        notes.append(Note(code="days-read-as-working"))
    steps = _steps(rows, whos, notes, loose=loose)
    process = Process(
        title=_text(given, "name")[:NAME_LENGTH_MAX],
        basis=_text(given, "source")[:TEXT_LENGTH_MAX],
        limit=_limit(given.get("total"), loose=loose),
        steps=steps,
    )
    return TableRead(
        id=_text(given, "id")[:80],
        name=process.title,
        code="" if given.get("procedure_code_scope") == "local" else _text(given, "procedure_code"),
        place=_text(given, "place"),
        source=_text(given, "source"),
        definition=document_of(process) if steps else None,
        notes=tuple(notes),
    )


Rows = list[Mapping[str, Any]]


def _from_reception(
    rows: Rows, whos: list[WhoRead], notes: list[Note]
) -> tuple[Rows, list[WhoRead]]:
    """The applicant's own first step ("nộp hồ sơ"), when it takes none of the office's time, comes before
    the process: a dossier begins with its reception."""
    if rows and whos[0].is_outside and rows[0].get("time") is None:
        notes.append(Note(code="applicant-step-left-out", step="1", words=_text(rows[0], "action")))
        return rows[1:], whos[1:]
    return rows, whos


def _is_loose(given: Mapping[str, Any], rows: Rows) -> bool:
    """Whether "ngày" means working days here, as in `formats.time_words.days_said`: every step that has a
    time says "ngày", and the total does not count days off too (or a step has half a day). Where the source
    tells days and working days apart, each stays what it is."""
    times = [row["time"] for row in rows if isinstance(row.get("time"), Mapping)]
    total = given.get("total")
    counts_off = isinstance(total, Mapping) and total.get("unit") == "days"
    broken = any(_decimal(one.get("value")) % 1 for one in times)
    only_days = bool(times) and all(one.get("unit") == "days" for one in times)
    return only_days and (broken or not counts_off)


def _steps(
    rows: Rows, whos: Sequence[WhoRead], notes: list[Note], *, loose: bool
) -> tuple[Step, ...]:
    acts = acts_of(
        [(_text(row, "action"), read.who.role) for row, read in zip(rows, whos, strict=True)]
    )
    keys = [f"s{at}" for at in range(1, len(rows) + 1)]
    earlier: set[str] = set()
    steps = []
    for at, (row, read) in enumerate(zip(rows, whos, strict=True)):
        number = str(row.get("order") or at + 1)[:NUMBER_LENGTH_MAX]
        if read.several:
            notes.append(Note(code="several-responsible", step=number, words=_text(row, "role")))
        came_from, gives_out = _from_and_out(row, earlier)
        earlier.add(_text(row, "role"))
        step = Step(
            key=keys[at],
            number=number,
            name=_text(row, "action")[:NAME_LENGTH_MAX],
            who=read.who,
            limit=_limit(row.get("time"), loose=loose),
            takes_in=came_from,
            gives_out=gives_out,
            form=_text(row, "form")[:TEXT_LENGTH_MAX],
            next=tuple(Next(key) for key in keys[at + 1 : at + 2]),
            act=acts[at],
            is_outside=read.is_outside,
            note=_text(row, "note")[:TEXT_LENGTH_MAX],
        )
        steps.append(step)
    return tuple(steps)


def _from_and_out(row: Mapping[str, Any], earlier: set[str]) -> tuple[str, str]:
    """In some tables what a step gives stands in the column of where it comes from: what is no unit of an
    earlier step is a product."""
    came_from, output = _text(row, "from_unit"), _text(row, "output")
    if came_from and not output and came_from not in earlier:
        return "", came_from[:TEXT_LENGTH_MAX]
    return came_from[:TEXT_LENGTH_MAX], output[:TEXT_LENGTH_MAX]


def _limit(time: Any, *, loose: bool) -> StepLimit | None:
    if not isinstance(time, Mapping) or time.get("unit") not in UNITS:
        return None
    unit = UNITS[time["unit"]]
    if unit is Unit.SAME_DAY:
        return StepLimit(unit, Decimal(0))
    if time.get("value") is None:
        return None
    if loose and unit is Unit.CALENDAR_DAYS:
        unit = Unit.WORKING_DAYS
    return StepLimit(unit, _decimal(time["value"]))


def _decimal(value: Any) -> Decimal:
    """As the table writes it: 2.5 is five halves, never a float's neighbor."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise TableMalformed("time") from None


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""
