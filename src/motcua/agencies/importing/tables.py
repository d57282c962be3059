"""The tables an import keeps in step, and how one of them is brought in line with the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from motcua.agencies.importing.planning import (
    Line,
    Plan,
    Update,
    plan_identities,
    plan_periods,
)
from motcua.agencies.models import (
    AdministrativeLevel,
    Agency,
    AgencyCode,
    AgencyVersion,
    Counter,
    DeskName,
    OneStopDesk,
    Position,
    Unit,
    UnitSector,
)
from motcua.database.periods import Period
from motcua.kernel.refusal import Refusal


class PeriodsClash(Refusal):
    """After the import, periods of one thing would overlap; `keys` says which, `what` the table."""

    code = "periods-clash"


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """One table: its key, its values, and whether it has a row per key or per key and period."""

    what: str
    model: type[Period]
    key: tuple[str, ...]
    values: tuple[str, ...]
    plan: Callable[[Iterable[Line], Iterable[Line]], Plan]


LEVELS = Table(
    what="level",
    model=AdministrativeLevel,
    key=("code",),
    values=("name", "rank"),
    plan=plan_identities,
)
AGENCIES = Table(what="agency", model=Agency, key=("slug",), values=(), plan=plan_identities)
VERSIONS = Table(
    what="version",
    model=AgencyVersion,
    key=("agency_id",),
    values=(
        "name",
        "short_name",
        "superior_name",
        "parent_id",
        "level_id",
        "place_name",
        "address",
        "phone",
        "directions",
        "feedback_to",
        "feedback_address",
        "feedback_phone",
        "feedback_email",
    ),
    plan=plan_periods,
)
CODES = Table(
    what="code",
    model=AgencyCode,
    key=("agency_id", "scheme"),
    values=("code", "source"),
    plan=plan_periods,
)
DESKS = Table(
    what="desk", model=OneStopDesk, key=("slug",), values=("agency_id",), plan=plan_identities
)
DESK_NAMES = Table(
    what="desk-name", model=DeskName, key=("desk_id",), values=("name", "kind"), plan=plan_periods
)
COUNTERS = Table(
    what="counter", model=Counter, key=("desk_id", "number"), values=("name",), plan=plan_periods
)
UNITS = Table(
    what="unit", model=Unit, key=("agency_id", "slug"), values=("name",), plan=plan_identities
)
SECTORS = Table(
    what="sector",
    model=UnitSector,
    key=("unit_id", "sector_code"),
    values=(),
    plan=plan_periods,
)
POSITIONS = Table(
    what="position",
    model=Position,
    key=("agency_id", "slug"),
    values=("title", "unit_id"),
    plan=plan_identities,
)


def kept_lines(table: Table, owners: Sequence[object]) -> list[Line]:
    """The rows whose first key field is one of `owners`, in pieces that any database takes."""
    lines: list[Line] = []
    fields = ("id", "valid_from", "valid_until", *table.key, *table.values)
    for start in range(0, len(owners), 500):
        chosen = {f"{table.key[0]}__in": owners[start : start + 500]}
        rows = table.model.objects.filter(**chosen).values(*fields)
        lines.extend(
            Line(
                id=row["id"],
                key=tuple(row[name] for name in table.key),
                valid_from=row["valid_from"],
                valid_until=row["valid_until"],
                values={name: row[name] for name in table.values},
            )
            for row in rows
        )
    return lines


def bring_in_line(table: Table, wanted: Sequence[Line]) -> Plan:
    """Write the difference between the rows and the wanted lines; closings come first.

    Refusals: PeriodsClash.
    """
    owners = list(dict.fromkeys(line.key[0] for line in wanted))
    plan = table.plan(kept_lines(table, owners), wanted)
    if plan.clashes:
        raise PeriodsClash(what=table.what, keys=[list(key) for key in plan.clashes])
    for update in sorted(plan.updates, key=_closing_first):
        changed = {difference.name: difference.after for difference in update.differences}
        table.model.objects.filter(pk=update.line.id).update(**changed)
    table.model.objects.bulk_create([_row(table, line) for line in plan.inserts], batch_size=500)
    return plan


def _closing_first(update: Update) -> bool:
    return not any(difference.name == "valid_until" for difference in update.differences)


def _row(table: Table, line: Line) -> Period:
    named = dict(zip(table.key, line.key, strict=True))
    period = {"valid_from": line.valid_from, "valid_until": line.valid_until}
    return table.model(**named, **line.values, **period)
