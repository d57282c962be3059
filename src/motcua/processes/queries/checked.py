"""A process looked at as it would be published: what is written, and whether there are people for it."""

from __future__ import annotations

from datetime import date

from motcua.agencies.queries import day_in_life
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.structure import structure_of
from motcua.ledger.caching import kept_by_revision
from motcua.processes.queries.identity import process_identity
from motcua.processes.queries.staffing import staffing_of
from motcua.processes.rules.beginning import beginning_findings
from motcua.processes.rules.checking import findings
from motcua.processes.rules.checking_conditions import condition_findings
from motcua.processes.rules.findings import Finding
from motcua.processes.rules.shapes import Process


def checked_process(process: Process, process_id: int, day: date) -> tuple[Finding, ...]:
    """Every finding, as publishing from that day on would meet it. Refusals: NotFound."""
    identity = process_identity(process_id, day)
    return (
        *findings(process, identity.limit),
        *condition_findings(process, asked_by(identity.procedure_id, day)),
        *staffing_of(process, identity.agency_id, day),
    )


def beginning_of(process_id: int, valid_from: date, today: date) -> tuple[Finding, ...]:
    """What is to be said of the day itself from which it is to hold. Refusals: NotFound."""
    agency_id = process_identity(process_id, valid_from).agency_id
    since = day_in_life(agency_id, valid_from) if agency_id else valid_from
    return tuple(beginning_findings(valid_from, today, since))


@kept_by_revision
def asked_by(procedure_id: int, day: date) -> frozenset[str]:
    """The paths of what the procedure's form asks on that day; none without a form."""
    found = form_in_force(procedure_id, day)
    if found is None:
        return frozenset()
    return frozenset(node.dotted for node in structure_of(found.form).nodes.values())
