"""A step for which there is nobody is told: by whom it was to be done, and where nobody is."""

from __future__ import annotations

from typing import Any

from motcua.kernel.actor import Role
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.staffing import StaffedAgency, StaffedUnit, staffing_findings
from motcua.processes.vocabulary import Severity
from tests.processes.rules.sample_processes import process, step

JUSTICE = StaffedUnit(
    names=frozenset({"tu-phap", "ho-tich"}),
    name="Tư pháp",
    roles=frozenset({Role.HANDLING}),
    is_manned=True,
)
EMPTY = StaffedUnit(
    names=frozenset({"trong"}), name="Phòng trống", roles=frozenset(), is_manned=False
)
COMMUNE = StaffedAgency(
    name="UBND xã", units=(JUSTICE, EMPTY), roles=frozenset({Role.HANDLING, Role.RECEPTION})
)
TAX = StaffedAgency(name="Thuế", units=(), roles=frozenset({Role.HANDLING}))


def told(*whos: dict[str, Any], is_general: bool = False) -> list[tuple[str, str, Severity]]:
    read = process_of(process(*[step(f"s{at}", who=who) for at, who in enumerate(whos)]))
    found = staffing_findings(read, [COMMUNE], {"thue": TAX, "mat": None}, is_general=is_general)
    return [(one.code, one.step, one.severity) for one in found]


def test_somebody_for_every_step_is_nothing_to_tell() -> None:
    assert (
        told(
            {"kind": "ROLE", "role": "RECEPTION"},
            {"kind": "ROLE", "role": "HANDLING", "unit": "ho-tich"},
            {"kind": "UNIT", "unit": "tu-phap"},
            {"kind": "AGENCY", "agency": "thue"},
            {"kind": "ROLE", "role": "HANDLING", "agency": "thue"},
        )
        == []
    )


def test_a_role_nobody_holds_is_a_fault_of_the_agencys_own_process() -> None:
    who = {"kind": "ROLE", "role": "SIGNATORY"}
    assert told(who) == [("role-nobody-holds", "s0", Severity.FAULT)]
    assert told(who, is_general=True) == [("role-nobody-holds", "s0", Severity.WARNING)]


def test_a_role_is_looked_for_in_the_unit_that_is_named() -> None:
    who = {"kind": "ROLE", "role": "RECEPTION", "unit": "tu-phap"}
    assert told(who) == [("role-nobody-holds", "s0", Severity.FAULT)]


def test_units_and_agencies_that_are_not_there_are_told() -> None:
    assert told({"kind": "UNIT", "unit": "khac"}, {"kind": "UNIT", "unit": "trong"}) == [
        ("unit-unknown", "s0", Severity.FAULT),
        ("unit-nobody-works-in", "s1", Severity.FAULT),
    ]
    assert told({"kind": "AGENCY", "agency": "mat"}, is_general=True) == [
        ("agency-unknown", "s0", Severity.FAULT)
    ]
    assert told({"kind": "ROLE", "role": "SIGNATORY", "agency": "thue"}) == [
        ("role-nobody-holds", "s0", Severity.FAULT)
    ]
