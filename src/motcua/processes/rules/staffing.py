"""Whether there is somebody for each step: pure, over what is known of agencies, units and holders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.kernel.actor import Role
from motcua.processes.rules.findings import Finding, fault, warning
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import WhoKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffedUnit:
    """A unit: `names` are its slug and the sectors it handles; `roles` those that its people hold."""

    names: frozenset[str]
    name: str
    roles: frozenset[Role]
    is_manned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffedAgency:
    """An agency on a day: its units, and the roles held anywhere in it."""

    name: str
    units: tuple[StaffedUnit, ...]
    roles: frozenset[Role]

    def unit(self, name: str) -> StaffedUnit | None:
        """By slug first, then by the sector it handles."""
        return next((one for one in self.units if name in one.names), None)


def staffing_findings(
    process: Process,
    own: Sequence[StaffedAgency],
    others: Mapping[str, StaffedAgency | None],
    *,
    is_general: bool,
) -> Iterator[Finding]:
    """`own`: the agencies that settle by this process; `others`: those named, by slug, None where there
    is none. A general process is not held up by an agency that lacks somebody: it warns."""
    for step in process.steps:
        if step.who.is_nobody:
            continue
        if not step.who.agency:
            for agency in own:
                yield from _at(step, agency, is_general=is_general)
            continue
        other = others.get(step.who.agency)
        if other is None:
            yield fault("agency-unknown", step.key, agency=step.who.agency)
        else:
            yield from _at(step, other, is_general=False)


def _at(step: Step, agency: StaffedAgency, *, is_general: bool) -> Iterator[Finding]:
    """What is missing at one agency for one step."""
    make = warning if is_general else fault
    who, unit = step.who, agency.unit(step.who.unit)
    if who.unit and unit is None:
        yield make("unit-unknown", step.key, unit=who.unit, place=agency.name)
        return
    roles, place = (unit.roles, unit.name) if unit else (agency.roles, agency.name)
    if who.role is not None and who.kind is not WhoKind.UNIT and who.role not in roles:
        yield make("role-nobody-holds", step.key, role=who.role.value, place=place)
    elif who.kind is WhoKind.UNIT and unit is not None and not unit.is_manned:
        yield make("unit-nobody-works-in", step.key, place=place)
