"""What a rehearsal of a succession tells, and the marks by which it is known again. No table is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from motcua.accounts.queries.holders import HolderRow
from motcua.agencies.rules.succession import SuccessionPlan
from motcua.dossiers.queries.succession_totals import Furniture, NumberingRow, Placement, Reach
from motcua.kernel.event import plain
from motcua.ledger.rules.chain import canonical

DIGEST_LENGTH = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class SuccessionOrder:
    """The plan, and for a position held the old position whose successor its holder gets instead
    (None: none at all). Whoever is not named gets the successor of his own."""

    plan: SuccessionPlan
    chosen: Mapping[int, int | None] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonMove:
    """One officer of a predecessor: from which position to which, and what rights make of it.

    `after` is None for whoever is left without a position there; `loses` counts the running
    dossiers that he could see and would see no more. `chosen`: the old position that was named for
    him, None for none, 0 when he gets the successor of his own.
    """

    before: HolderRow
    after: HolderRow | None
    reach_before: Reach
    reach_after: Reach | None
    loses: int
    chosen: int | None = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierMove:
    """One running dossier before and after. `other_due_at`: the date that the successor's calendar
    gives, when it is another one; the promised date stays all the same."""

    before: Placement
    after: Placement
    other_due_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsal:
    """What would stand after the succession beside what stands now. Nothing of it was kept."""

    day: date
    dossiers: tuple[DossierMove, ...]
    people: tuple[PersonMove, ...]
    numbering_before: tuple[NumberingRow, ...]
    numbering_after: tuple[NumberingRow, ...]
    furniture_before: tuple[Furniture, ...]
    furniture_after: tuple[Furniture, ...]
    register_before: Mapping[str, int]
    register_after: Mapping[str, int]
    left: Mapping[str, int]
    positions: Mapping[int, str]
    """One old position for each that a successor will have: what `chosen` may name."""
    units: Mapping[int, str]
    """The units that end, by name: what `unit_takers` may name."""
    marks: Mapping[str, str]
    """Part -> digest of what was rehearsed of it; they travel with the order to carry it out."""

    @property
    def is_whole(self) -> bool:
        """Nothing stays behind, the register holds what it held, no promised date moves."""
        same_dates = all(move.before.due_at == move.after.due_at for move in self.dossiers)
        return not self.left and self.register_before == self.register_after and same_dates


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked at before and after."""

    dossiers: dict[int, Placement]
    dates: dict[int, datetime | None]
    numbering: tuple[NumberingRow, ...]
    furniture: tuple[Furniture, ...]
    register: dict[str, int]


def marks_of(
    order: SuccessionOrder, before: Seen, after: Seen, people: tuple[PersonMove, ...]
) -> dict[str, str]:
    """A digest for each part, of what people would see of it: never of row numbers, which a new
    agency gets only when it is really begun."""
    plan = order.plan
    told: dict[str, Any] = {
        "order": [
            str(plan.kind),
            [*plan.predecessor_ids],
            [one if isinstance(one, int) else asdict(one) for one in plan.successors],
            plan.from_day,
            plan.basis,
            sorted(plan.unit_takers.items()),
            sorted(order.chosen.items()),
        ],
        "organization": [_named(row) for row in (*before.furniture, *after.furniture)],
        "numbering": [asdict(row) for row in after.numbering],
        "people": [_moved(one) for one in people],
        "dossiers": [
            [_placed(row), _placed(after.dossiers[pk])] for pk, row in before.dossiers.items()
        ],
    }
    return {part: _digest(values) for part, values in told.items()}


def _named(row: Furniture) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "agency_id"}


def _moved(one: PersonMove) -> list[Any]:
    after = one.after
    return [
        one.before.holding_id,
        one.before.name,
        one.before.title,
        sorted(one.before.roles),
        [after.title, after.unit_name, sorted(after.roles)] if after else None,
    ]


def _placed(row: Placement) -> list[Any]:
    return [row.code, row.status, row.agency, row.unit, row.assignee, row.due_at]


def _digest(values: Any) -> str:
    return sha256(canonical(plain(values)).encode()).hexdigest()[:DIGEST_LENGTH]
