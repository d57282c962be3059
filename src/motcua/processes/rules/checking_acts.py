"""Steps that only an act on the dossier can truly finish, yet that name none: they could be ticked as done
without a decision, a number or a reception. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from motcua.kernel.actor import Role
from motcua.processes.rules.act_words import act_said
from motcua.processes.rules.findings import Finding, warning
from motcua.processes.rules.graph import Ways, backwards, reached_from, ways_of
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import StepAct

USUAL: Final[Mapping[Role, tuple[StepAct, ...]]] = {
    Role.RECEPTION: (StepAct.RECEIVE, StepAct.RETURN_RESULT),
    Role.SIGNATORY: (StepAct.DECIDE,),
    Role.REGISTRY_CLERK: (StepAct.ISSUE_RESULT,),
}
"""What people of these roles do with a dossier: the first where they begin it, the last elsewhere."""


def act_findings(process: Process) -> Iterator[Finding]:
    """Whoever publishes says by name that it is meant so. The work of another agency is its own business."""
    ways = ways_of(process)
    for step in process.steps:
        role = step.who.role
        if role is None or role not in USUAL or step.act is not None:
            continue
        if step.is_outside or step.who.agency:
            continue
        act = _lacking(process, step, role, ways)
        if act is not None:
            yield warning("act-missing", step.key, role=role.value, act=act.value)


def _lacking(process: Process, step: Step, role: Role, ways: Ways) -> StepAct | None:
    """The act that its words say and no other step on its way does; else, where nobody of its role does
    any, the usual one."""
    is_first = step.key == process.first.key
    said = act_said(step.name, role, is_first=is_first)
    if said is not None:
        along = {one.act for one in process.steps if one.key in _along(ways, step.key)}
        return None if said in along else said
    of_role = {one.act for one in process.steps if one.who.role is role}
    if of_role.intersection(USUAL[role]):
        return None
    return USUAL[role][0 if is_first else -1]


def _along(ways: Ways, key: str) -> frozenset[str]:
    """The steps before and after it."""
    return reached_from(ways, (key,)) | reached_from(backwards(ways), (key,))
